/* A meeting that a query asks for by a number that none recorded has, or that was not held then (`aseanrok.cli.missing`,
   `aseanrok.cli.meant`). What is said here is said only where it is sure: of one series. */

const missing = (() => {
  const NAMES = ["name", "name_ko", "abbreviation", "title", "title_ko", "aliases"];
  const [OFF, NOT_HELD] = [["postponed", "cancelled"], ["announced", "postponed", "cancelled"]];

  const said = (term) => term.whole[0].trim();
  const isYear = (text) => /^\d{4}$/.test(text) && text !== "0000";
  const isOrdinal = (text) => /^\d{1,3}$/.test(text);
  const meetings = (series) => archive.rows("meetings").filter((row) => row.series === series.id);

  function isBeside({ literal }) {
    const { besideNames, askedWords, newestWords } = archive.search;
    const forms = [literal, words.bare(literal)];
    return forms.some((form) => besideNames.includes(form) || askedWords.has(form) || newestWords.includes(form));
  }

  // What a record is called, folded: words between blanks.
  function names(row) {
    const all = NAMES.flatMap((field) => texts.strings(row[field] || null));
    return all.map((text) => ` ${words.tokenise(text, texts.names(), true).map((word) => word.stem).join(" ")} `);
  }

  const holds = (name, terms) => terms.every(({ whole }) => whole.some((needle) => name.includes(needle)));

  // The records of a table of whose names one holds all of some terms.
  function called(terms, table) {
    const found = texts.records().filter(({ row, line }) => row.table === table && holds(line, terms));
    return found.map(({ row }) => row).filter((row) => names(row).some((name) => holds(name, terms)));
  }

  // Whether terms are all of a folded name but what goes without saying; ASEAN without the ROK is another meeting.
  function isAll(name, terms, question) {
    const { commonWords, unsaid, rok } = archive.search;
    const typed = terms.flatMap(({ whole }) => whole.flatMap((needle) => needle.split(" ")));
    const left = name.split(" ").filter((word) => word && !typed.includes(word) && !commonWords.has(word));
    if (typed.includes("asean") && left.includes(rok)) return false;
    const ids = question.groups.flatMap(({ needles }) => needles.map((needle) => needle.trim().slice(1)));
    const { things } = texts.names();
    return left.every((word) => unsaid.includes(word) || (things.get(word) || []).some((id) => ids.includes(id)));
  }

  /* The one series that a query means, and the places of the terms that name it; null where unsure. */
  function meant(question, aside) {
    const { terms } = question;
    const rest = terms.map((_, at) => at).filter((at) => !aside.includes(at));
    const groups = question.groups.filter(({ first, last }) => !aside.some((at) => first <= at && at < last));
    const isWithin = (one, other) => one !== other && other.first <= one.first && one.last <= other.last;
    for (const group of groups.filter((one) => !groups.some((other) => isWithin(one, other)))) {
      const ids = group.needles.map((needle) => needle.trim().slice(1));
      const series = archive.rows("series").filter(({ id }) => ids.includes(id));
      if (!series.length) continue;
      const others = rest.filter((at) => at < group.first || at >= group.last);
      const isSure = series.length === 1 && others.every((at) => isBeside(terms[at]));
      return isSure ? { series: series[0], first: group.first, last: group.last, others } : null;
    }
    const own = rest.filter((at) => !isBeside(terms[at]));
    if (own.length < 2 || own.at(-1) - own[0] !== own.length - 1) return null;
    const naming = own.map((at) => terms[at]);
    const [series, ...more] = called(naming, "series");
    if (!series || more.length || !names(series).some((name) => isAll(name, naming, question))) return null;
    return { series, first: own[0], last: own.at(-1) + 1, others: rest.filter((at) => !own.includes(at)) };
  }

  // Whether a query is what some record is called, or that and a year in which it was.
  function isName({ keys, stems }) {
    const years = stems.filter(isYear);
    const bare = years.length && stems.filter((stem) => !years.includes(stem)).join("");
    return texts.records().some(({ row, keys: own, date }) => {
      const is = (key) => Boolean(key) && own.includes(`|${key}|`);
      const isThen = bare && is(bare) && date && years.some((year) => archive.overlap(date, year));
      return (isThen || keys.some(is)) && !OFF.includes(row.status);
    });
  }

  // Whether a number is the one of a meeting of the series: 4th, fourth, 제4차, or a bare one beside the name.
  function isIts(question, at, { first, last, others }) {
    if (at !== first - 1 && at !== last) return false;
    const [shown, text] = [question.terms[at].shown.toLowerCase(), question.text.toLowerCase()];
    if (text.includes(`on the ${shown}`)) return false; // a day
    if (/(st|nd|rd|th)$/.test(shown) || text.includes(`${shown}차`) || text.includes(`제${shown}회`)) return true;
    return words.isDigits(shown) && !others.length;
  }

  const lasts = (date) => archive.bounds(date)[1];
  const begins = (date) => archive.bounds(date)[0];

  function unrecorded(series, number, lang) {
    const own = meetings(series),
      named = own.filter((row) => row.ordinal === number);
    const nth = lang === "ko" ? `제${number}차` : texts.ordinal(number),
      name = archive.label(series, lang);
    if (named.length && named.every(({ status }) => OFF.includes(status))) {
      const [{ date, status }] = named;
      const when = date ? archive.date(date, lang) : say("no date", lang);
      return say("The {} {} was not held: {}, {}.", lang, nth, name, archive.word("meetings", "status", status, lang), when);
    }
    const last = Math.max(0, ...own.map(({ ordinal }) => ordinal || 0));
    const isBefore = ({ date }) =>
      date && own.some((row) => row.ordinal && row.ordinal < number && row.date && begins(row.date) > lasts(date));
    const others = own.filter((row) => !row.ordinal && !isBefore(row)).length;
    const counted = last ? others : own.filter(({ status }) => !NOT_HELD.includes(status)).length;
    if (!own.length || named.length || number < 1 || (counted && number <= last + counted)) return "";
    const line = number <= others ? "No {} {} is recorded as held." : "No {} {} is recorded.";
    return say(line, lang, nth, name);
  }

  function inAnotherYear(series, number, years, lang) {
    const own = meetings(series).filter(({ status }) => !NOT_HELD.includes(status));
    const named = own.filter((row) => row.ordinal === number);
    if (years.length !== 1 || named.length !== 1 || !named[0].date || archive.overlap(named[0].date, years[0])) return "";
    const date = (row) => archive.date(row.date, lang);
    const line = say("The {} was on {}.", lang, archive.label(named[0], lang), date(named[0]));
    const then = own.filter((row) => row.date && archive.overlap(row.date, years[0]));
    const others = then.map((row) => `${archive.label(row, lang)} (${date(row)})`).join(", ");
    return others ? `${line} ${years[0]}: ${others}.` : line;
  }

  // Whether a meeting of any series, or a document, goes by the words and the number, in the years if any.
  function isAnother(terms, number, years) {
    const first = terms[0].whole[0].trimStart();
    for (const table of ["meetings", "documents"]) {
      const found = called(terms, table).find((row) => {
        const is = row.ordinal === number || names(row).some((name) => name.includes(` ${number} ${first}`));
        return is && (!years.length || years.some((year) => row.date && archive.overlap(row.date, year)));
      });
      if (found) return !NOT_HELD.includes(found.status);
    }
    return false;
  }

  /* Return what is to be said of a meeting that a query asks for by its number, the term of the number, and the question
     without it, which is null where the meeting is recorded and was not held; null where nothing is to be said. */
  function told(question, lang) {
    const { terms } = question;
    const places = (is) => terms.flatMap((term, at) => (is(said(term), at) ? [at] : []));
    const years = places(isYear);
    const isNamed = (at) => question.groups.some(({ first, last }) => first <= at && at < last); // ASEAN Plus Three
    const numbers = places((text, at) => isOrdinal(text) && !isNamed(at));
    if (numbers.length !== 1) return null;
    const [at] = numbers,
      found = meant(question, [...years, at]);
    if (!found || !isIts(question, at, found)) return null;
    const { series } = found,
      number = Number(said(terms[at])),
      wanted = years.map((year) => said(terms[year]));
    const none = unrecorded(series, number, lang),
      line = none || inAnotherYear(series, number, wanted, lang);
    if (!line || isAnother(terms.slice(found.first, found.last), number, wanted)) return null;
    const isPutOff = none && meetings(series).some(({ ordinal }) => ordinal === number);
    const kept = terms.map((_, each) => each).filter((each) => each !== at);
    return { line, number: terms[at], question: isPutOff ? null : questions.only(question, kept) };
  }

  /* Return what a query finds, as a search does, and the `line` on what it takes for granted and no record bears out; of
     a meeting that is not recorded what holds the other words, of which none is what was asked for. */
  function ask(text, allowed, lang) {
    search.open();
    const question = questions.parse(text);
    const isOf = ({ whole: [first] }) => isOrdinal(first.trim()) || first.startsWith(" ="); // a number, or a country
    if (!question.terms.some(isOf) || isName(question)) return search.ask(text, allowed);
    const lacking = told(question, lang);
    if (!lacking) return { ...search.ask(text, allowed), line: premise.refuted(question, lang) };
    const { line, number } = lacking;
    const [left, unmet] = search.passing(lacking.question || question, allowed);
    const hits = lacking.question && !unmet ? search.find(lacking.question, left).hits : [];
    if (!hits.length) return { ...search.ask(text, allowed), line };
    const isHeld = ({ record }) => number.whole.some((needle) => record.line.includes(needle));
    const near = hits.slice(0, archive.search.near[0]).map((hit) => (isHeld(hit) ? hit : { ...hit, missing: [number.shown] }));
    return { meant: "", hits: [], near, unknown: [], question: lacking.question, line };
  }

  return { NOT_HELD, meant, ask };
})();
