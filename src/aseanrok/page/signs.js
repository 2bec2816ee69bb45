/* The signs that bound what is asked, or ask for its contrary or for a pattern (`turning` and `bound` of `aseanrok.words`). */

const signs = (() => {
  const isLetter = (letter) => /[\p{L}\p{N}]/u.test(letter || "");
  const isAlpha = (letter) => /\p{L}/u.test(letter || "");

  /* The sign by which a text asks for something else than its words, "" where there is none: -laos, >2019, sum*. */
  function turning(text) {
    const said = text.trimStart();
    return [...said].length > 1 && archive.search.minus.includes(said[0]) ? said[0] : bound(said);
  }

  /* The first sign that bounds what a text asks, or a tilde before a word; "" where none does. */
  function bound(text) {
    const letters = [...text];
    const isTilde = (at) => {
      const [before, after] = [letters[at - 1], letters[at + 1]]; // 2014~2017 and 서울~부산 are from one to the other
      return (isAlpha(after) && !isLetter(before)) || (/[a-z]/i.test(before || "") && isLetter(after));
    };
    return letters.find((letter, at) => archive.search.bounds.includes(letter) || (letter === "~" && isTilde(at))) || "";
  }

  /* A word without what may stand around it and is none of it, but for the signs that are `kept`. */
  function bare(word, kept = "") {
    const letters = [...word];
    const isAround = (letter) => archive.search.around.includes(letter) && !kept.includes(letter);
    const [first, last] = [letters.findIndex((each) => !isAround(each)), letters.findLastIndex((each) => !isAround(each))];
    return first < 0 ? "" : letters.slice(first, last + 1).join("");
  }

  return { isLetter, turning, bound, bare };
})();
