/* The words of a query that would change what is asked and are not looked for (`_passed` of `aseanrok search`). */

const passed = (() => {
  const AROUND = /^[()[\]?,;:.!]+|[()[\]?,;:.!]+$/g; // what may stand around a word and is none of it
  const CODE = 2; // so many letters has the shorter code of a country

  /* A word as it may be known: as it is, without its particle, and each side of a stroke. */
  function forms(word) {
    const said = word.toLowerCase().replace(AROUND, "");
    return [said, words.bare(said), ...said.split("/")];
  }

  // Those of some words that are told by such a list, as another stands beside them.
  function unasked(said, telling) {
    const found = said.filter((word) => forms(word).some((form) => telling.has(form)));
    return found.length < said.length ? found.map((word) => word.replace(AROUND, "")) : [];
  }

  // Codes of countries in capitals that are words which join as well: MY.
  function codes(said) {
    const joining = (word) => word.length === CODE && /^[A-Z]+$/.test(word) && archive.search.commonWords.has(word.toLowerCase());
    const found = said.filter(joining);
    return found.length < said.length ? found.filter((word) => archive.rows("countries").some((row) => row.iso2 === word)) : [];
  }

  function timesOf(text) {
    const isThisYear = text.toLowerCase().split(/\s+/).join(" ").includes("this year");
    const year = dateforms.today().slice(0, 4);
    return new Map([
      ...(isThisYear ? [["this year", { since: year, until: year }]] : []),
      ...(/\d/.test(text) ? spans.spanning(text.split(/\s+/)) : []),
    ]);
  }

  /* Return the words that are not looked for, and the filters that ask for the times they say; of a query that is the
     name of what it found, and of what stands in quotes, all is looked for. */
  function over({ text }, hits) {
    if (hits[0]?.score >= archive.search.scores[2]) return { said: [], filters: "" };
    const open = text.replace(/"[^"]*"/g, '""').trim(),
      all = open.split(/\s+/),
      times = timesOf(open);
    const others = unasked(all, new Set(archive.search.telling)).filter((word) => !forms(word).some((form) => times.has(form)));
    return { said: [...new Set([...others, ...codes(all), ...times.keys()])], filters: spans.filters([...times.values()]) };
  }

  /* Return the line that tells of them; "" where there are none. */
  function told(question, hits, lang) {
    const { said, filters } = over(question, hits);
    if (!said.length) return "";
    const line = say("Not looked for: {}", lang, said.map((word) => `“${word}”`).join(", "));
    return filters ? `${line}. ${say("For that time write {}", lang, filters)}` : line;
  }

  return { told };
})();
