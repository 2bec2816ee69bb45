/* Why a record was found, and where the words stand in a text (`aseanrok.search.passage`). */

const reasons = (() => {
  /* Return the field and the text that hold most of what the title does not; nothing where the title holds it all.
     Of two that say the same it is the one in the reader's language. */
  function passage(record, { terms, groups }, lang) {
    const open = terms
      .map((each, at) => [each, at])
      .filter(([each]) => !each.whole.some((needle) => record.title.includes(needle)));
    let best = 0,
      told = ["", ""];
    record.passages.forEach(([, field, text], number) => {
      if (!number || field === "id") return;
      const line = record.folded[number];
      let found = 0;
      for (const [term, at] of open) {
        const named = groups.filter((group) => group.first <= at && at < group.last).flatMap((group) => group.needles);
        const ways = [
          [term.whole, 1],
          [named, archive.search.worth[2]],
          [term.parts, archive.search.worth[3]],
        ];
        const way = ways.find(([needles]) => needles.some((needle) => line.includes(needle)));
        found += way ? way[1] : 0;
      }
      if (text === archive.date(record.date, "en")) found /= 2; // every hit is shown with its date
      if ([...text].some((letter) => words.isSyllabic(letter)) !== (lang === "ko")) found *= archive.search.other;
      if (found > best) [best, told] = [found, [field, text]];
    });
    return told;
  }

  /* Return a text in pieces, [piece, whether it is one of the words asked for]. */
  function marked(text, { terms }) {
    const pieces = [];
    let until = 0;
    for (const word of words.tokenise(text, texts.names())) {
      const asked = terms.some(
        ({ whole, parts }) =>
          whole.some((needle) =>
            words.isSyllabic(needle.trim()[0])
              ? word.literal.includes(needle)
              : needle.trim().split(" ").includes(word.stem),
          ) || parts.some((part) => ` ${word.literal} `.startsWith(part)),
      );
      if (!asked || word.start < until) continue;
      pieces.push([text.slice(until, word.start), false], [text.slice(word.start, word.end), true]);
      until = word.end;
    }
    return [...pieces, [text.slice(until), false]].filter(([piece]) => piece);
  }

  return { passage, marked };
})();
