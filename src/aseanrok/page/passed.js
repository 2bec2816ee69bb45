/* The words of a query that would change what is asked and are not looked for (`_passed` of `aseanrok search`). */

const passed = (() => {
  const OPENING = "([{,;/&+|"; // behind these a minus is meant as one, and behind what ends a word as a hyphen
  const BEST = 200; // among so many of what is found a record is looked for that is called by all of the query
  const CODE = 2; // so many letters has the shorter code of a country

  /* A word as it may be known: as it is, and without its particle. */
  function forms(word) {
    const said = signs.bare(word.toLowerCase());
    return [said, words.bare(said)];
  }

  // The words that signs join to one: and/or, not-laos.
  function partsOf(word) {
    const isWithin = (letter) => signs.isLetter(letter) || archive.search.quotes.includes(letter);
    const apart = [...word].map((letter) => (isWithin(letter) ? letter : " ")).join("").split(" ").filter(Boolean);
    return apart.length > 1 ? apart : [word];
  }

  function isFilter(word) {
    const [name, ...value] = word.toLowerCase().split(":");
    return value.length && archive.search.filters.includes(name.replace(/^[^a-z]+/, ""));
  }

  // Those of some words that are told by such a list, as another stands beside them.
  function unasked(said, telling) {
    const parts = said.flatMap((word) => (isFilter(word) ? [""] : partsOf(signs.bare(word)))); // its value is asked for
    const found = parts.filter((word) => forms(word).some((form) => telling.has(form)));
    return found.length < parts.length ? found : [];
  }

  /* The signs that are not looked for; none that are part of one of some times: 2019 ~ 2021. */
  function signsOf(said, times) {
    if (![...said.join("")].some((letter) => letter === '"' || signs.isLetter(letter))) return [];
    const isSpan = times.some((time) => time.includes(".."));
    const isOfTime = (word) => times.some((time) => time.startsWith(word)) || (isSpan && archive.search.spans.between.includes(word));
    return said.filter((word) => !isFilter(word) && !isOfTime(word)).map(sign).filter(Boolean);
  }

  // What of a word is a sign that a search does not act upon: a minus before no word or behind a sign, or |, sum*.
  function sign(word) {
    const letters = [...word];
    if (`${archive.search.minus}~`.includes(letters[0]) && !letters.some(signs.isLetter)) return word;
    const isMinus = (letter) => archive.search.minus.includes(letter);
    const at = letters.findIndex((letter, at) => {
      const [before, after] = [letters[at - 1], letters[at + 1]];
      const isBegun = OPENING.includes(before) || (at === 1 && archive.search.quotes.includes(before));
      return at && isMinus(letter) && signs.isLetter(after) && isBegun;
    });
    return at > 0 ? letters.slice(at).join("").replace(/[)\]"']+$/, "") : asFilter(word) || signs.bound(word);
  }

  // What a word begins with as a filter does and that is none, of those that ask: date: of date:2019.
  function asFilter(word) {
    const [, name, value] = /^([^:]*):(.*)$/s.exec(word) || [];
    return signs.isLetter(value?.[0]) && forms(name).some((form) => archive.search.commonWords.has(form)) ? `${name}:` : "";
  }

  // Codes of countries in capitals that are words which join as well: MY.
  function codes(said) {
    const joining = (word) => word.length === CODE && /^[A-Z]+$/.test(word) && archive.search.commonWords.has(word.toLowerCase());
    const found = said.filter(joining);
    return found.length < said.length ? found.filter((word) => archive.rows("countries").some((row) => row.iso2 === word)) : [];
  }

  /* Return a query without the words `this year` and `this month`, which no record holds, if others stand there. */
  function withoutThis(text) {
    const said = text.split(/\s+/).filter(Boolean);
    const isThis = (at) => at >= 0 && Object.hasOwn(archive.search.this, said.slice(at, at + 2).join(" ").toLowerCase().replace(/^[?!.,]+|[?!.,]+$/g, ""));
    return said.filter((word, at) => !isThis(at) && !isThis(at - 1)).join(" ") || text;
  }

  // A query with nothing in its quotes.
  function unquoted(text) {
    let said = "";
    for (let at = 0; at < text.length;) {
      const end = archive.search.quoted[text[at]];
      const closed = end ? text.indexOf(end, at + 1) : -1;
      if (closed > 0 && said && archive.search.minus.includes(said.at(-1))) said = said.slice(0, -1); // it acts
      said += closed > 0 ? '"" ' : text[at];
      at = closed > 0 ? closed + 1 : at + 1;
    }
    return said;
  }

  /* Return the words that are not looked for, and the filters that ask for the times they say; of a query that is the
     name of what it found all but its signs, and of what stands in quotes all is looked for. */
  function over(typed, hits) {
    const text = questions.narrow(typed).trim();
    const open = unquoted(text).trim(),
      all = open.split(/\s+/);
    if (hits.slice(0, BEST).some(({ row }) => row.title === text || row.title_ko === text)) return { said: [], filters: "" };
    if (hits[0]?.score >= archive.search.scores[2] && withoutThis(text) === text)
      return { said: signsOf(all, []), filters: "" };
    const times = spans.spanning(all);
    const others = unasked(all, new Set(archive.search.telling)).filter((word) => !forms(word).some((form) => times.has(form)));
    const ofTimes = [...times.keys()];
    const said = new Set([...others, ...codes(all), ...signsOf(all, ofTimes), ...ofTimes]);
    return { said: [...said], filters: spans.filters([...times.values()]) };
  }

  /* Return the line that tells of them; "" where there are none. */
  function told(text, hits, lang) {
    const { said, filters } = over(text, hits);
    if (!said.length) return "";
    const isNumber = (word) => /\p{Nd}/u.test(word); // of a time its numbers are looked for like other words
    const lines = [
      ["Not looked for: {}", said.filter((word) => !isNumber(word))],
      ["Looked for as numbers alone: {}", said.filter(isNumber)],
    ].filter(([, words]) => words.length);
    const line = lines.map(([text, words]) => say(text, lang, words.map((word) => `“${word}”`).join(", "))).join(". ");
    return filters ? `${line}. ${say("For that time write {}", lang, filters)}` : line;
  }

  return { told, withoutThis };
})();
