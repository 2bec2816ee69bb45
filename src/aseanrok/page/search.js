/* The search of the command, here: what was asked, which records hold it, the best first (`aseanrok.search`). */

const search = (() => {
  let known = null, names = null, records = null, vocabulary = null;

  function open() {
    if (records) return;
    records = texts.records();
    names = texts.names();
    known = archive.search;
  }

  // --- what was asked ---------------------------------------------------------------------------------------------

  function parse(text) {
    text = text.normalize("NFKC");
    const pieces = piecesOf(text).map((piece) => (piece.filter ? piece : { ...piece, text: inWords(piece.text) }));
    const asked = pieces.filter((piece) => piece.wanted && !piece.filter);
    const typed = asked.filter((piece) => !piece.quoted).map((piece) => piece.text).join(" ");
    const all = asked.map((piece) => piece.text).join(" ");
    const free = topics(syllables(words.tokenise(typed, names)));
    const phrases = asked.filter((piece) => piece.quoted).map((piece) => words.tokenise(piece.text, names)).filter((each) => each.length);
    const everything = words.tokenise(all, names);
    let kept = free.map((word, at) => at).filter((at) => !known.commonWords.has(free[at].literal));
    if (!kept.length && !phrases.length) kept = free.map((word, at) => at);
    const terms = [...kept.map((at) => term(free[at], typed)), ...phrases.map(phrase)];
    const without = pieces.filter((piece) => !piece.wanted && !piece.filter).map((piece) => words.tokenise(piece.text, names));
    return {
      text: text.trim(), terms, groups: groups(free, kept), pairs: pairs(terms),
      without: without.filter((found) => found.length).map(unwanted),
      filters: pieces.filter((piece) => piece.filter),
      keys: [...new Set([words.key(everything), words.squeezed(all)])],
      stems: everything.map((word) => word.stem),
    };
  }

  function piecesOf(text) {
    const pieces = [];
    const blank = (at) => at >= text.length || /\s/.test(text[at]);
    for (let at = 0; at < text.length; ) {
      if (blank(at)) {
        at++;
        continue;
      }
      const wanted = !(text[at] === "-" && !blank(at + 1));
      if (!wanted) at++;
      const filter = known.filters.find((name) => {
        const value = at + name.length + 1;
        return text.slice(at, value).toLowerCase() === `${name}:` && !blank(value);
      });
      if (filter) at += filter.length + 1;
      const closed = known.quoted[text[at]] ? text.indexOf(known.quoted[text[at]], at + 1) : -1;
      if (closed > 0) {
        pieces.push({ text: text.slice(at + 1, closed), wanted, quoted: true, filter });
        at = closed + 1;
      } else {
        let end = at + 1;
        while (!blank(end)) end++;
        pieces.push({ text: text.slice(at, end).trim(), wanted, quoted: false, filter });
        at = end;
      }
    }
    return pieces;
  }

  const inWords = (piece) => (/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/.test(piece) ? archive.date(piece, "en") : piece);
  const isKorean = (word) => words.isSyllabic(word.stem[0]);

  function syllables(found) {
    const done = [];
    for (const word of found) {
      const before = done.at(-1);
      if (before && isKorean(before) && isKorean(word) && (before.stem.length === 1 || word.stem.length === 1)) {
        done[done.length - 1] = { stem: before.stem + word.stem, literal: before.literal + word.literal, start: before.start, end: word.end };
      } else done.push(word);
    }
    return done;
  }

  function topics(found) {
    return found.flatMap((word) => {
      const plain = isKorean(word) ? words.bare(word.stem) : "";
      const topic = plain && !names.things.has(plain) ? words.ending(plain) : "";
      const name = topic ? plain.slice(0, -topic.length) : plain;
      if (!topic || !names.things.has(name) || words.meanings(plain)[1].length) return [word];
      const middle = word.start + name.length;
      return [
        { stem: name, literal: name, start: word.start, end: middle },
        { stem: topic, literal: topic, start: middle, end: middle + topic.length },
      ];
    });
  }

  function term(word, typed) {
    const shown = typed.slice(word.start, word.end);
    if (isKorean(word)) return koreanTerm(word, shown);
    const parts = [];
    if (word.literal.length >= known.part && !words.isDigits(word.literal)) {
      parts.push(` ${word.literal}`);
      if (!word.stem.startsWith("=")) {
        const codes = [...names.countries].filter(([name]) => name.startsWith(word.literal)).map(([, code]) => code);
        parts.push(...[...new Set(codes)].sort().map((code) => ` =${code} `));
      }
    }
    return { shown, literal: word.literal, whole: [` ${word.stem} `], parts };
  }

  function koreanTerm(word, shown) {
    const whole = new Set([word.stem]);
    const plain = words.bare(word.stem);
    for (const stem of new Set([word.stem, plain])) {
      const [others, english] = words.meanings(stem);
      for (const other of others) whole.add(other);
      for (const text of english) whole.add(` ${words.tokenise(text, names).map((each) => each.stem).join(" ")} `);
      if (others.length || english.length) {
        return { shown, literal: word.literal, whole: [...whole], parts: stem === word.stem ? [] : [stem] };
      }
    }
    const topic = words.ending(plain);
    if (topic) for (const other of words.meanings(topic)[0]) whole.add(plain.slice(0, -topic.length) + other);
    return { shown, literal: word.literal, whole: [...whole], parts: plain === word.stem ? [] : [plain] };
  }

  function phrase(found) {
    let needle = found.map((word) => word.stem).join(" ");
    for (let at = 1; at < needle.length - 1; at++) {
      if (needle[at] === " " && words.isSyllabic(needle[at - 1]) && words.isSyllabic(needle[at + 1])) needle = needle.slice(0, at) + needle.slice(at + 1);
    }
    const literal = found.map((word) => word.literal).join(" ");
    const whole = (words.isSyllabic(needle[0]) ? "" : " ") + needle + (words.isSyllabic(needle.at(-1)) ? "" : " ");
    return { shown: found.length > 1 ? `"${literal}"` : literal, literal, whole: [whole], parts: [] };
  }

  function unwanted(found) {
    const made = phrase(found);
    return { ...made, whole: [...made.whole, ...(names.things.get(words.key(found)) || []).map((id) => ` @${id} `)] };
  }

  function groups(free, kept) {
    const place = new Map(kept.map((at, number) => [at, number]));
    const spans = new Map();
    const add = (first, last, id) => {
      const span = `${first} ${last}`;
      if (!spans.has(span)) spans.set(span, { first, last, needles: new Set() });
      spans.get(span).needles.add(` @${id} `);
    };
    for (const [id, first, last] of names.mentioned(free, "", false)) add(first, last, id);
    free.forEach((word, at) => {
      for (const id of names.things.get(word.literal) || []) add(at, at + 1, id);
    });
    return [...spans.values()].flatMap(({ first, last, needles }) => {
      const numbers = [];
      for (let at = first; at < last; at++) if (place.has(at)) numbers.push(place.get(at));
      return numbers.length ? [{ first: numbers[0], last: numbers.at(-1) + 1, needles: [...needles] }] : [];
    });
  }

  function pairs(terms) {
    return terms.slice(1).flatMap((second, at) => {
      const both = terms[at].literal + second.literal;
      return /^[A-Za-z]+$/.test(both) ? [{ first: at, last: at + 2, needles: [` ${words.stem(both)} `] }] : [];
    });
  }

  // --- which records hold it --------------------------------------------------------------------------------------

  const isCalled = (record, name) => Boolean(name) && record.keys.includes(`|${name}|`);
  const count = (text, letter) => text.split(letter).length - 1;
  const tierOf = (record, at) => known.tiers[count(record.line.slice(0, at), "/")];
  const lines = () => records.map((record) => record.line);

  function find(question, allowed) {
    const [ID, NAME, ALIAS, OTHERWISE] = known.scores, [NAMED, KIND, MENTIONED, PART] = known.worth;
    const { terms, stems } = question;
    const everyLine = lines();
    const holding = (needle) => new Set(everyLine.flatMap((line, number) => (line.includes(needle) ? [number] : [])));
    const held = (needles) => new Set(needles.flatMap((needle) => [...holding(needle)]));
    const waysOf = (at, paired) => {
      const named = [...question.groups, ...(paired ? question.pairs : [])].filter((group) => group.first <= at && at < group.last);
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
    if (stems.length > 1) for (const word of new Set(stems)) records.forEach((record, number) => isCalled(record, word) && named.add(number));
    const together = stems.length > 1 ? ` ${stems.join(" ")} ` : "";
    const twos = stems.slice(1).map((second, at) => ` ${stems[at]} ${second} `);

    const heldBy = (at) => new Set([...whole[at], ...held(ways[at].filter(([, quality]) => quality !== 1).map(([needle]) => needle))]);
    const exact = new Map();
    for (const name of question.keys) {
      records.forEach((record, number) => {
        if (!isCalled(record, name)) return;
        const which = count(record.keys.slice(0, record.keys.indexOf(`|${name}|`)), "/");
        exact.set(number, Math.min(which, exact.get(number) ?? 9));
      });
    }
    const left = (found) => {
      const not = question.without.flatMap((each) => each.whole);
      return new Map([...found].filter(([number]) => allowed(records[number]) && !not.some((needle) => records[number].line.includes(needle))));
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
      const asked = kind && terms.some((each) => [kind, `${kind}s`].includes(each.literal) || each.whole.includes(` ${kind} `));
      const sum = (weighed + 3 * covered + (together ? beside(record) : 0) + KIND * Boolean(asked)) * record.weight * 50;
      return Math.min(OTHERWISE, evenly(sum));
    };
    const ranked = (found) => {
      const hits = [...found].map(([number, missing]) => {
        const record = records[number];
        const own = record.row.table === "sources" ? OTHERWISE : [ID, NAME, ALIAS][exact.get(number)];
        const worth = exact.has(number) ? Math.min(ID, own + evenly(40 * record.weight)) : score(record, number);
        return { row: record.row, record, score: worth, missing };
      });
      const order = (hit) => [-hit.score, hit.record.date ? 0 : 1, hit.record.date.replaceAll("/", " "), hit.row.id];
      return hits.map((hit) => [order(hit), hit]).sort(([a], [b]) => compared(a, b)).map(([, hit]) => hit);
    };

    const every = terms.length ? all(terms.map((_, at) => heldBy(at))) : question.filters.length || question.without.length ? records.keys() : [];
    let found = left(without(new Set([...every, ...exact.keys()])));
    if (found.size) return { hits: ranked(found), near: [], unknown: [] };
    ways = terms.map((_, at) => waysOf(at, true));
    const sets = terms.map((each, at) => {
      const some = heldBy(at);
      return some.size ? some : new Set(everyLine.flatMap((line, number) => (apart(line, each) >= 0 ? [number] : [])));
    });
    found = left(without(all(sets)));
    if (sets.length && found.size) return { hits: ranked(found), near: [], unknown: [] };
    return { hits: [], near: ranked(left(most(terms, sets))), unknown: terms.filter((_, at) => !sets[at].size) };
  }

  // Python rounds a half to the even number.
  const evenly = (number) => (number % 1 === 0.5 ? 2 * Math.round(number / 2) : Math.round(number));

  function compared(a, b) {
    for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
    return 0;
  }

  function most(terms, sets) {
    const near = new Map();
    for (const number of new Set(sets.flatMap((each) => [...each]))) {
      const missing = terms.filter((_, at) => !sets[at].has(number)).map((each) => each.shown);
      const told = terms.filter((each, at) => each.literal.length > 1 && sets[at].has(number)).length;
      if (told >= 2 && terms.length - missing.length > missing.length) near.set(number, missing);
    }
    const fewest = Math.min(...[...near.values()].map((missing) => missing.length));
    return new Map([...near].filter(([, missing]) => missing.length === fewest));
  }

  function apart(line, { literal, whole }) {
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

  // --- filters inside a query ---------------------------------------------------------------------------------------

  function passes({ filter, text, wanted }) {
    const value = text.trim();
    const asked = words.key(words.tokenise(value, names));
    const test = (record) => {
      const { row } = record;
      if (filter === "table" || filter === "kind") {
        const said = filter === "table" ? row.table : record.kind;
        return Boolean(asked) && words.key(words.tokenise(said, names)) === asked;
      }
      if (filter === "id") return Boolean(value) && row.id.includes(value.toLowerCase());
      if (filter === "country") return record.countries.some((code) => `=${code}` === asked);
      if (filter === "framework") return record.frameworks.some((id) => ids.has(id));
      return Boolean(record.date) && archive.overlap(record.date, value);
    };
    const ids = new Set(filter === "framework" ? records.filter((each) => each.row.table === "frameworks" && isCalled(each, asked)).map((each) => each.row.id) : []);
    return (record) => test(record) === wanted;
  }

  // --- slips ----------------------------------------------------------------------------------------------------------

  function vocabularyOf() {
    if (vocabulary) return vocabulary;
    const counts = new Map();
    const all = new Set(records.flatMap((record) => record.passages.map(([, , text]) => text)));
    for (const text of all) {
      for (const { literal, stem } of words.tokenise(text, names, words.isAscii(text))) {
        if (!stem.startsWith("=")) counts.set(literal, (counts.get(literal) || 0) + 1);
      }
    }
    const countries = [...names.countries.keys()].filter((name) => name.length > 3);
    vocabulary = [...counts].filter(([word]) =>
      /^\p{L}+$/u.test(word) && word.length > (words.isSyllabic(word[0]) ? 1 : 3) && !countries.some((name) => word.startsWith(name))
    ).sort(([a], [b]) => (a < b ? -1 : 1));
    return vocabulary;
  }

  const letters = (word) => (words.isAscii(word) ? word : word.normalize("NFD"));

  function slipsBetween(wanted, known) {
    const allowed = wanted.length < 8 ? 1 : wanted.length < 14 ? 2 : 3;
    if (Math.abs(wanted.length - known.length) > allowed) return null;
    const only = (one, other) => [...new Set(one)].filter((letter) => !other.includes(letter)).length;
    if (only(wanted, known) > allowed || only(known, wanted) > allowed) return null;
    const slips = distance(wanted, known, allowed);
    if (slips <= allowed) return slips;
    return wanted[0] === known[0] && [...wanted].sort().join("") === [...known].sort().join("") ? 1 : null;
  }

  function distance(a, b, allowed) {
    let earlier = [], before = [], row = Array.from({ length: b.length + 1 }, (_, at) => at);
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

  const far = (wanted, name) => (wanted.length >= known.shortestSlip ? slipsBetween(wanted, name) : null);

  function corrected(word) {
    const wanted = letters(word);
    if (/\p{Nd}/u.test(word)) return [];
    const near = [];
    for (const [name, times] of vocabularyOf()) {
      const slips = far(wanted, letters(name));
      if (slips !== null) near.push([slips, name[0] === word[0] ? 0 : 1, Math.abs(name.length - word.length), -times, name]);
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
    if (word.length >= known.longSlip || !words.isAscii(word)) return true;
    if (word.length === meant.length) return [...word].sort().join("") === [...meant].sort().join("");
    return word[0] === meant[0] && word.at(-1) === meant.at(-1);
  }

  function better(question, unknown, allowed) {
    const nearest = unknown.map(({ literal }) => corrected(literal).filter((word) => !known.commonWords.has(word) && isSlip(literal, word)));
    for (const meant of product(nearest)) {
      let { text } = question;
      unknown.forEach(({ literal }, at) => {
        const word = words.tokenise(text).find((each) => each.literal === literal);
        if (word) text = text.slice(0, word.start) + meant[at] + text.slice(word.end);
      });
      const { hits } = find(parse(text), allowed);
      if (hits.length) return { hits, near: [], meant: text, unknown: unknown.map((each) => each.shown) };
    }
    return null;
  }

  const product = (lists) => lists.reduce((found, list) => found.flatMap((each) => list.map((word) => [...each, word])), [[]]);

  /* Return {hits, near, meant, unknown} for a query among the records that `allowed(record)` lets pass. */
  function ask(text, allowed = () => true) {
    open();
    const question = parse(text);
    const tests = question.filters.map(passes);
    const left = (record) => allowed(record) && tests.every((test) => test(record));
    const found = find(question, left);
    const answer = found.hits.length || !found.unknown.length ? null : better(question, found.unknown, left);
    return { meant: "", ...found, unknown: found.unknown.map((each) => each.shown), ...answer, question };
  }

  // --- why a record was found -------------------------------------------------------------------------------------

  /* Return the field and the text that hold most of what the title does not; nothing where the title holds it all. */
  function passage(record, { terms, groups }) {
    const open = terms.map((each, at) => [each, at]).filter(([each]) => !each.whole.some((needle) => record.title.includes(needle)));
    let best = 0, told = ["", ""];
    record.passages.forEach(([, field, text], number) => {
      if (!number || field === "id") return;
      const line = record.folded[number];
      let found = 0;
      for (const [term, at] of open) {
        const named = groups.filter((group) => group.first <= at && at < group.last).flatMap((group) => group.needles);
        const ways = [[term.whole, 1], [named, known.worth[2]], [term.parts, known.worth[3]]];
        const way = ways.find(([needles]) => needles.some((needle) => line.includes(needle)));
        found += way ? way[1] : 0;
      }
      if (text === archive.date(record.date, "en")) found /= 2; // every hit is shown with its date
      if (found > best) [best, told] = [found, [field, text]];
    });
    return told;
  }

  /* Return a text in pieces, [piece, whether it is one of the words asked for]. */
  function marked(text, { terms }) {
    const pieces = [];
    let until = 0;
    for (const word of words.tokenise(text, names)) {
      const asked = terms.some(({ whole, parts }) =>
        whole.some((needle) => (words.isSyllabic(needle.trim()[0]) ? word.literal.includes(needle) : needle.trim().split(" ").includes(word.stem))) ||
        parts.some((part) => ` ${word.literal} `.startsWith(part)));
      if (!asked || word.start < until) continue;
      pieces.push([text.slice(until, word.start), false], [text.slice(word.start, word.end), true]);
      until = word.end;
    }
    return [...pieces, [text.slice(until), false]].filter(([piece]) => piece);
  }

  return { ask, open, parse, passage, marked };
})();
