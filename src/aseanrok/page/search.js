/* The search of the command, here: which records hold what was asked, the best first (`aseanrok.search`). */

const search = (() => {
  let known = null,
    names = null,
    records = null;

  function open() {
    if (records) return;
    records = texts.records();
    names = texts.names();
    known = archive.search;
  }

  const isCalled = (record, name) => Boolean(name) && record.keys.includes(`|${name}|`);
  const count = (text, letter) => text.split(letter).length - 1;
  const tierOf = (record, at) => known.tiers[count(record.line.slice(0, at), "/")];
  const lines = () => records.map((record) => record.line);

  function find(question, allowed) {
    const [ID, NAME, ALIAS, OTHERWISE] = known.scores,
      [NAMED, KIND, MENTIONED, PART] = known.worth,
      [NEAR, NEARLY, FEW, OTHERS, MANY] = known.near;
    const { terms, stems } = question;
    const everyLine = lines();
    const holding = (needle) => new Set(everyLine.flatMap((line, number) => (line.includes(needle) ? [number] : [])));
    const held = (needles) => new Set(needles.flatMap((needle) => [...holding(needle)]));
    const waysOf = (at, paired) => {
      const named = [...question.groups, ...(paired ? question.pairs : [])].filter(
        (group) => group.first <= at && at < group.last,
      );
      return [
        ...terms[at].whole.map((needle) => [needle, 1]),
        ...named.flatMap((group) => group.needles.map((needle) => [needle, MENTIONED])),
        ...terms[at].parts.map((needle) => [needle, PART]),
      ];
    };
    let ways = terms.map((_, at) => waysOf(at, false));
    const whole = terms.map((each) => held(each.whole));
    const shares = whole.map((found) => Math.log(1 + records.length / (1 + found.size)));
    const total = shares.reduce((sum, share) => sum + share, 0) || 1;
    const named = new Set();
    if (stems.length > 1)
      for (const word of new Set(stems))
        records.forEach((record, number) => isCalled(record, word) && named.add(number));
    const together = stems.length > 1 ? ` ${stems.join(" ")} ` : "";
    const twos = stems.slice(1).map((second, at) => ` ${stems[at]} ${second} `);

    const heldBy = (at) =>
      new Set([...whole[at], ...held(ways[at].filter(([, quality]) => quality !== 1).map(([needle]) => needle))]);
    const exact = new Map();
    for (const name of question.keys) {
      records.forEach((record, number) => {
        if (!isCalled(record, name)) return;
        const which = count(record.keys.slice(0, record.keys.indexOf(`|${name}|`)), "/");
        exact.set(number, Math.min(which, exact.get(number) ?? 9));
      });
    }
    let unwanted = null;
    const left = (found) => {
      if (found.size && !unwanted)
        unwanted = new Set(question.without.flatMap((each) => find(each, allowed).hits.map(({ record }) => record)));
      return new Map([...found].filter(([number]) => allowed(records[number]) && !unwanted.has(records[number])));
    };
    const all = (sets) => (sets.length ? [...sets[0]].filter((number) => sets.every((each) => each.has(number))) : []);
    const without = (numbers) => new Map([...numbers].map((number) => [number, []]));

    const weigh = (record, at) => {
      let best = 0;
      for (const [needle, quality] of ways[at]) {
        if (quality === PART && best) break;
        const place = record.line.indexOf(needle);
        if (place >= 0) best = Math.max(best, quality * tierOf(record, place));
      }
      if (!best) {
        const place = apart(record.line, terms[at]);
        if (place >= 0) best = MENTIONED * tierOf(record, place);
      }
      return best;
    };
    const beside = (record) => {
      const at = record.line.indexOf(together);
      if (at >= 0) return 0.3 * tierOf(record, at);
      const places = twos.map((pair) => record.line.indexOf(pair)).filter((place) => place >= 0);
      return places.reduce((sum, place) => sum + 0.15 * tierOf(record, place), 0) / twos.length;
    };
    const score = (record, number) => {
      if (!terms.length) return 0;
      const weighed = shares.reduce((sum, share, at) => sum + (share / total) * weigh(record, at), 0);
      let own = new Set(terms.flatMap((each) => each.whole).filter((needle) => record.title.includes(needle))).size;
      if (together && record.title.includes(together)) own = stems.length;
      let covered = Math.min(1, own / Math.max(1, count(record.title, " ") - 1 - count(record.title, "@")));
      if (named.has(number)) covered = Math.max(covered, NAMED);
      const { kind } = record;
      const asked =
        kind && terms.some((each) => [kind, `${kind}s`].includes(each.literal) || each.whole.includes(` ${kind} `));
      const sum =
        (weighed + 3 * covered + (together ? beside(record) : 0) + KIND * Boolean(asked)) * record.weight * 50;
      return Math.min(OTHERWISE, evenly(sum));
    };
    const ranked = (found) => {
      const hits = [...found].map(([number, missing]) => {
        const record = records[number];
        const own = record.row.table === "sources" ? OTHERWISE : [ID, NAME, ALIAS][exact.get(number)];
        const worth = exact.has(number) ? Math.min(ID, own + evenly(40 * record.weight)) : score(record, number);
        return { row: record.row, record, score: worth, missing };
      });
      const newest = new Set(archive.search.newest);
      const when = ({ row, record }) =>
        newest.has(row.table)
          ? record.date.replace(/[0-9]/g, (digit) => `${9 - digit}`)
          : record.date.replaceAll("/", " ");
      const order = (hit) => [-hit.score, hit.record.date ? 0 : 1, when(hit), hit.row.id];
      return hits
        .map((hit) => [order(hit), hit])
        .sort(([a], [b]) => compared(a, b))
        .map(([, hit]) => hit);
    };

    const every = terms.length
      ? all(terms.map((_, at) => heldBy(at)))
      : question.filters.length || question.without.length || !question.text
        ? records.keys()
        : [];
    let found = left(without(new Set([...every, ...exact.keys()])));
    if (found.size) return { hits: ranked(found), near: [], unknown: [] };
    ways = terms.map((_, at) => waysOf(at, true));
    const sets = terms.map((each, at) => {
      const some = heldBy(at);
      return some.size ? some : new Set(everyLine.flatMap((line, number) => (apart(line, each) >= 0 ? [number] : [])));
    });
    found = left(without(all(sets)));
    if (sets.length && found.size) return { hits: ranked(found), near: [], unknown: [] };
    const near = ranked(left(most(terms, sets)));
    const best = near.filter((hit, at) => at < FEW || hit.score >= near[0].score * NEARLY).slice(0, NEAR);
    return { hits: [], near: withOthers(best), unknown: terms.filter((_, at) => !sets[at].size) };

    /* Who names two things sees both: with the best that hold the words none of these holds. */
    function withOthers(near) {
      const others = new Map();
      sets.forEach((some, at) => {
        const { literal, whole } = terms[at];
        if (words.isDigits(literal) || literal.length < 2) return;
        if (near.some(({ record }) => some.has(records.indexOf(record)))) return;
        const called = (number) => isCalled(records[number], whole[0].trim());
        const numbers = some.size > MANY ? [...some].filter(called) : [...some];
        const found = ranked(left(new Map(numbers.map((number) => [number, missing(terms, sets, number)]))));
        for (const hit of found.slice(0, OTHERS)) others.set(hit.record.row.id, hit);
      });
      const all = [...near.slice(0, NEAR - others.size), ...others.values()];
      return ranked(new Map(all.map((hit) => [records.indexOf(hit.record), hit.missing])));
    }
  }

  const evenly = (number) => (number % 1 === 0.5 ? 2 * Math.round(number / 2) : Math.round(number)); // as Python does

  const missing = (terms, sets, number) =>
    terms.filter((_, at) => !sets[at].has(number)).map((each) => each.shown);

  function most(terms, sets) {
    const near = new Map();
    const least = terms.length === 2 && sets.every((each) => each.size) ? 1 : 2;
    for (const number of new Set(sets.flatMap((each) => [...each]))) {
      const lacks = missing(terms, sets, number);
      const told = terms.filter((each, at) => each.literal.length > 1 && sets[at].has(number)).length;
      if (told >= least && terms.length >= 2 * lacks.length) near.set(number, lacks);
    }
    return near;
  }

  function apart(line, { literal, whole }) {
    if (literal.length === 1) return -1;
    const forms = [literal, whole[0].trim()];
    const together = line.replaceAll(" ", "");
    if (forms[1].includes(" ") || !forms.some((form) => together.includes(form))) return -1;
    const pieces = line.split(" ");
    let place = 0;
    for (let first = 0; first < pieces.length; first++) {
      let joined = "";
      for (const piece of pieces[first] ? pieces.slice(first, first + literal.length) : []) {
        joined += piece;
        if (forms.includes(joined)) return place;
        if (joined.length > literal.length) break;
      }
      place += pieces[first].length + 1;
    }
    return -1;
  }

  function better(question, unknown, allowed) {
    const nearest = unknown.map(({ literal }) =>
      slips
        .corrected(literal)
        .filter((word) => !known.commonWords.has(word) && (slips.isSlip(literal, word) || isBeside(question, literal, word))),
    );
    for (const meant of product(nearest, known.chance[2])) {
      let { text } = question;
      unknown.forEach(({ literal }, at) => {
        const word = words.tokenise(text).find((each) => each.literal === literal);
        if (word) text = text.slice(0, word.start) + meant[at] + text.slice(word.end);
      });
      const { hits } = find(questions.parse(text), allowed);
      if (hits.length) return { hits, near: [], meant: text, unknown: unknown.map((each) => each.shown) };
    }
    return null;
  }

  /* Say whether records hold a word beside the neighbour of a slip: `lumpur` of `Kuala Lumpor`. */
  function isBeside({ terms }, slip, word) {
    const at = terms.findIndex(({ literal }) => literal === slip);
    const is = (term) => term && /^\p{L}+$/u.test(term.literal);
    const both = [];
    if (is(terms[at - 1])) both.push(`${terms[at - 1].whole[0].trim()} ${words.stem(word)}`);
    if (is(terms[at + 1])) both.push(`${words.stem(word)} ${terms[at + 1].whole[0].trim()}`);
    return both.some((name) => name.length > known.chance[1] && lines().some((line) => line.includes(` ${name} `)));
  }

  /* Return what a query finds without the words that ask for a field, and these words. */
  function withoutAsked(question, allowed) {
    const isAsked = ({ literal }) => [literal, words.bare(literal)].some((word) => known.askedWords.has(word));
    const kept = question.terms.flatMap((term, at) => (isAsked(term) ? [] : [at]));
    const asked = question.terms.filter(isAsked).map(({ shown }) => shown);
    if (!kept.length || !asked.length) return { hits: [], asked };
    return { hits: find(questions.only(question, kept), allowed).hits, asked };
  }

  /* Return the best records of each country that is named beside others and other words (`search.each`). */
  function ofEach(question, { hits, near }, allowed) {
    const { terms, groups } = question;
    const countries = terms.flatMap(({ whole: [first] }, at) => (/^ =(?!KOR $)/.test(first) ? [at] : []));
    if (new Set(countries.map((at) => terms[at].whole[0])).size < 2 || countries.length === terms.length) return [];
    const needles = terms.map(({ whole, parts }, at) => {
      const named = groups.filter((group) => group.first <= at && at < group.last).flatMap((group) => group.needles);
      return [...whole, ...named, ...parts];
    });
    const tells = ({ record: { title } }) =>
      countries.every((at) => needles[at].some((needle) => title.includes(needle)));
    if (hits.some(tells)) return [];
    const best = new Map();
    for (const at of countries) {
      const kept = terms.flatMap((_, other) => (other === at || !countries.includes(other) ? [other] : []));
      for (const hit of find(questions.only(question, kept), allowed).hits.slice(0, known.near[3])) {
        const lacks = ({ whole }) => !whole.some((needle) => hit.record.line.includes(needle));
        const missing = countries.map((other) => terms[other]).filter(lacks).map(({ shown }) => shown);
        if (missing.length && !(best.get(hit.row)?.score >= hit.score)) best.set(hit.row, { ...hit, missing });
      }
    }
    const others = best.size ? [...hits, ...near].filter(({ row }) => !best.has(row)) : [];
    return [...[...best.values()].sort((one, other) => other.score - one.score), ...others];
  }

  /* Yield one of each list, the last changing first, so many times at most. */
  function* product(lists, most) {
    const all = lists.reduce((count, list) => count * list.length, 1);
    for (let number = 0; number < Math.min(all, most); number++) {
      let left = number;
      const places = lists.map(() => 0);
      for (let at = lists.length - 1; at >= 0; at--) {
        places[at] = left % lists[at].length;
        left = Math.floor(left / lists[at].length);
      }
      yield lists.map((list, at) => list[places[at]]);
    }
  }

  /* Return the test of the records that pass the filters of a query as well, and the first filter that names nothing. */
  function passing({ filters }, allowed) {
    const [passes, unmet] = within.passing(filters, records, isCalled);
    return [(record) => allowed(record) && passes(record), unmet];
  }

  /* Return {hits, near, meant, unknown, isByChance} for a query among the records that `allowed(record)` lets pass. */
  function ask(text, allowed = () => true) {
    open();
    const question = questions.parse(text);
    const [left, unmet] = passing(question, allowed);
    if (unmet) return { meant: "", hits: [], near: [], unknown: [], unmet, question };
    const found = find(question, left);
    if (found.hits.length <= known.chance[0] && !(found.hits[0]?.score >= known.scores[2])) {
      const near = ofEach(question, found, left);
      const unknown = found.unknown.map(({ shown }) => shown);
      if (near.length) return { meant: "", hits: [], near, unknown, question, isByChance: found.hits.length > 0 };
      const isCalled = ({ record }) =>
        record.row.id === text.trim().toLowerCase() ||
        question.terms.every(({ whole }) => whole.some((needle) => record.title.includes(needle)));
      const first = found.hits.filter(isCalled); // what is called by all of the words stays first
      const { hits, asked } = withoutAsked(question, left);
      const others = hits.filter(({ record }) => !first.some((hit) => hit.record === record));
      if (hits.length) return { meant: "", hits: [...first, ...others], near: [], unknown: [], question, asked };
    }
    const isMended = !found.hits.length && found.unknown.length && found.unknown.length <= known.chance[3];
    const answer = isMended && better(question, found.unknown, left);
    return { meant: "", ...found, unknown: found.unknown.map((each) => each.shown), ...answer, question };
  }

  return { ask, find, passing, open };
})();
