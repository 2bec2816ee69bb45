/* What a query takes for granted and no record bears out: that a country chaired a series of meetings, or was its host
   (`aseanrok.cli.premise`). */

const premise = (() => {
  const FEW = 2; // what is told of fewer meetings says nothing of the others

  const idsOf = (groups) => groups.flatMap(({ needles }) => needles.map((needle) => needle.trim().slice(1)));
  const called = (table, ids) => archive.rows(table).filter(({ id }) => ids.includes(id));

  // The highest series of the framework that is all that a query names; null where several are as high.
  function ofFramework({ terms, groups }, aside) {
    const rest = terms.map((_, at) => at).filter((at) => !aside.includes(at));
    const isRest = ({ first, last }) => last - first === rest.length && rest.every((at, place) => at === first + place);
    const frameworks = called("frameworks", idsOf(groups.filter(isRest).slice(0, 1)));
    if (frameworks.length !== 1) return null;
    const levels = Object.keys(archive.field("series", "level").words);
    const own = archive.rows("series").filter((row) => row.frameworks.includes(frameworks[0].id));
    const highest = Math.min(...own.map(({ level }) => levels.indexOf(level)));
    const first = own.filter(({ level }) => levels.indexOf(level) === highest);
    return first.length === 1 ? first[0] : null;
  }

  // Whether a meeting was in a country, or names it in any form where it tells its chairs and its place.
  function names(meeting, code) {
    const said = [...(meeting.chairs || []), meeting.place || ""];
    const isNamed = (text) => words.tokenise(text, texts.names()).some(({ stem }) => stem === `=${code}`);
    return meeting.country === code || said.some(isNamed);
  }

  /* Return the line that says that no meeting of what is named was chaired by a country, or held there; "" where none. */
  function refuted(question, lang) {
    const { terms, groups } = question,
      { chair, host, article } = archive.search;
    const forms = terms.map(({ literal }) => [literal, words.bare(literal)]);
    const places = (is) => terms.flatMap((term, at) => (is(term, at) ? [at] : []));
    const asks = (list) => places((_, at) => forms[at].some((form) => list.includes(form)));
    const [chairing, hosting] = [asks(chair), asks(host)];
    const isWithin = (at) => groups.some(({ first, last }) => last - first > 1 && first <= at && at < last);
    const countries = places(({ whole: [first] }, at) => first.startsWith(" =") && !isWithin(at));
    if (Boolean(chairing.length) === Boolean(hosting.length) || countries.length !== 1) return "";
    const aside = [...chairing, ...hosting, ...countries, ...places(({ whole: [first] }) => /^\d{4}$/.test(first.trim()))];
    if (aside.length === terms.length) return "";
    const code = terms[countries[0]].whole[0].trim().slice(1);
    const found = missing.meant(question, aside),
      series = found ? found.series : ofFramework(question, aside);
    if (!series) return "";
    const spans = found ? groups.filter(({ first, last }) => first === found.first && last === found.last) : [];
    const isFramework = !found || called("frameworks", idsOf(spans)).length;
    const isOwn = isFramework
      ? (row) => series.frameworks.some((id) => row.frameworks.includes(id))
      : (row) => row.series === series.id;
    const own = archive.rows("meetings").filter(isOwn);
    if (own.some((row) => names(row, code))) return "";
    const held = own.filter((row) => row.series === series.id && !missing.NOT_HELD.includes(row.status));
    const told = held.filter((row) => (chairing.length ? (row.chairs || []).length : row.country));
    if (told.length < FEW) return "";
    const line = chairing.length
      ? "{}: of {} meetings recorded, {} say who chaired, and none names {}."
      : "{}: of {} meetings recorded, {} say in which country, and none was held in {}.";
    const country = archive.country(code, lang);
    const named = lang === "en" && article.includes(country) ? `the ${country}` : country;
    return say(line, lang, archive.label(series, lang), held.length, told.length, named);
  }

  return { refuted };
})();
