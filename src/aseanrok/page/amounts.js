/* Numbers and sums of money in a text, each as one word for all ways to write it (`aseanrok.words.amounts`). */

const amounts = (() => {
  const DIGITS = 15;
  let known = null,
    pattern = null,
    word = null;

  function open() {
    known = archive.search.amounts;
    pattern = new RegExp(known.pattern, "gi");
    word = new RegExp(`^(?:${known.word})`);
  }

  /* Return the numbers of a text that are written as amounts: where each stands, and the words for it. */
  function all(text) {
    if (!/[0-9]|[십백천][만억조]/.test(text)) return [];
    if (!known) open();
    return [...text.matchAll(pattern)].flatMap((found) => {
      const { before, after, korean, number } = found.groups;
      const scale = (found.groups.scale || "").toLowerCase();
      const currency = known.currencies[(before || after || "").toLowerCase().replace(/^us /, "")] || "";
      if (korean) {
        const end = found.index + found[0].indexOf(korean) + korean.length;
        if (!currency && !isNumber(korean, text.slice(end))) return [];
      } else {
        const isLong = number.includes(",") || number.split(".")[0].length >= known.long;
        if (!scale && !currency && !isLong) return [];
        if (scale.length === 1 && !currency) return [];
      }
      const value = korean ? inKorean(korean) : plain(number) * (known.scales[scale] || 1);
      return [{ start: found.index, end: found.index + found[0].length, words: words(value, currency) }];
    });
  }

  const isNumber = (korean, following) => /[0-9]/.test(korean[0]) || (!korean.endsWith("조") && word.test(following));

  const plain = (number) => +number.replaceAll(",", "");

  function words(value, currency) {
    const digits = Number(value.toPrecision(DIGITS)).toLocaleString("en", { useGrouping: false, maximumFractionDigits: 9 });
    const word = `n${digits.replace(".", "p")}`;
    return currency ? [word, word + currency] : [word];
  }

  function inKorean(text) {
    let total = 0,
      section = 0,
      number = null;
    for (const { groups } of text.matchAll(new RegExp(known.pieces, "g"))) {
      if (groups.number) number = plain(groups.number);
      else if (groups.small) {
        section += (number === null ? 1 : number) * known.small[groups.small];
        number = null;
      } else {
        total += (section + (number || 0)) * known.big[groups.big];
        [section, number] = [0, null];
      }
    }
    return total + section + (number || 0);
  }

  return { all };
})();
