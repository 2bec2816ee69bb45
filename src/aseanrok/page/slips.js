/* The nearest words to one that nobody wrote (`aseanrok.search.slips`): a country is never put in a word's place. */

const slips = (() => {
  let vocabulary = null;

  function vocabularyOf() {
    if (vocabulary) return vocabulary;
    const counts = new Map();
    const all = new Set(texts.records().flatMap((record) => record.passages.map(([, , text]) => text)));
    for (const text of all) {
      for (const { literal, stem } of words.tokenise(text, texts.names(), words.isAscii(text))) {
        if (!stem.startsWith("=")) counts.set(literal, (counts.get(literal) || 0) + 1);
      }
    }
    const countries = [...texts.names().countries.keys()].filter((name) => name.length > 3);
    vocabulary = [...counts]
      .filter(
        ([word]) =>
          /^\p{L}+$/u.test(word) &&
          word.length > (words.isSyllabic(word[0]) ? 1 : 3) &&
          !countries.some((name) => word.startsWith(name)),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return vocabulary;
  }

  const letters = (word) => (words.isAscii(word) ? word : word.normalize("NFD"));

  function slipsBetween(wanted, known) {
    const allowed = wanted.length < (words.isAscii(wanted) ? 8 : 10) ? 1 : wanted.length < 14 ? 2 : 3;
    if (Math.abs(wanted.length - known.length) > allowed) return null;
    const only = (one, other) => [...new Set(one)].filter((letter) => !other.includes(letter)).length;
    if (only(wanted, known) > allowed || only(known, wanted) > allowed) return null;
    const slips = distance(wanted, known, allowed);
    if (slips <= allowed) return slips;
    return wanted[0] === known[0] && [...wanted].sort().join("") === [...known].sort().join("") ? 1 : null;
  }

  function distance(a, b, allowed) {
    let earlier = [],
      before = [],
      row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i++) {
      [earlier, before, row] = [before, row, [i]];
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, earlier[j - 2] + 1);
        row.push(cost);
      }
      if (Math.min(...row) > allowed) return allowed + 1;
    }
    return row.at(-1);
  }

  const far = (wanted, name) => (wanted.length >= archive.search.shortestSlip ? slipsBetween(wanted, name) : null);

  function corrected(word) {
    const wanted = letters(word);
    if (/\p{Nd}/u.test(word)) return [];
    const near = [];
    for (const [name, times] of vocabularyOf()) {
      const slips = far(wanted, letters(name));
      if (slips !== null)
        near.push([slips, name[0] === word[0] ? 0 : 1, Math.abs(name.length - word.length), -times, name]);
    }
    near.sort(compared);
    const shown = archive.rows("countries").flatMap(texts.called).map(words.squeezed);
    const isCountry = (name) => {
      const slips = far(wanted, letters(name));
      return slips !== null && slips <= near[0][0];
    };
    return near.length && shown.some(isCountry) ? [] : near.slice(0, 3).map((each) => each[4]);
  }

  function isSlip(word, meant) {
    if (word.length >= archive.search.longSlip || !words.isAscii(word)) return true;
    if (word.length === meant.length) return [...word].sort().join("") === [...meant].sort().join("");
    return word[0] === meant[0] && word.at(-1) === meant.at(-1);
  }

  return { corrected, isSlip };
})();
