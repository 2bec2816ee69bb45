/* What somebody typed -> what is looked for: words, phrases, what is not wanted, filters (`aseanrok.search.question`). */

const questions = (() => {
  let known = null,
    names = null;

  // What Korean keyboards write for a tilde is one; their middle dot and single letters stay as they were typed.
  const narrow = (text) =>
    text.replace(/[^\u3131-\u318e]+/g, (part) => part.normalize("NFKC")).replace(/[\u301c\u223c]/g, "~");

  /* Return a query, understood: its terms, each with what to find for it, and the names that neighbouring words make. */
  function parse(text) {
    [known, names] = [archive.search, texts.names()];
    const typed = narrow(text);
    text = Object.entries(known.said).reduce((all, [said, meant]) => all.replaceAll(said, meant), typed);
    const pieces = piecesOf(text).map((piece) => (piece.filter ? piece : { ...piece, text: inWords(piece.text) }));
    const said = pieces.filter((piece) => !piece.filter);
    const without = said.filter((piece) => !piece.wanted).map((piece) => askedBy([piece]));
    const wanted = askedBy(said.filter((piece) => piece.wanted));
    return {
      ...wanted,
      keys: text === typed ? wanted.keys : [...wanted.keys, words.key(words.tokenise(typed, names))],
      text: text.trim(),
      without: without.filter(({ terms }) => terms.length),
      filters: pieces.filter((piece) => piece.filter),
    };
  }

  /* Return what words and phrases ask for. */
  function askedBy(asked) {
    const typed = asked
      .filter((piece) => !piece.quoted)
      .map((piece) => piece.text)
      .join(" ");
    const all = asked.map((piece) => piece.text).join(" ");
    const free = topics(syllables(sums(words.tokenise(typed, names), typed), typed));
    const phrases = asked
      .filter((piece) => piece.quoted)
      .filter((piece) => words.tokenise(piece.text, names).length)
      .map((piece) => quoted(piece.text));
    const everything = words.tokenise(all, names);
    let kept = free.map((word, at) => at).filter((at) => !isCommon(free[at]));
    if (!kept.length && !phrases.length) kept = free.map((word, at) => at);
    const terms = [...kept.map((at) => term(free[at], typed)), ...phrases];
    return {
      text: "",
      terms,
      groups: groups(free, kept),
      pairs: pairs(terms),
      without: [],
      filters: [],
      keys: [...new Set([words.key(everything), ...(all.includes("+") ? [] : [words.squeezed(all)])])],
      stems: everything.map((word) => word.stem),
    };
  }

  function piecesOf(text) {
    const pieces = [];
    const blank = (at) => at >= text.length || /\s/.test(text[at]);
    for (let at = 0; at < text.length;) {
      if (blank(at)) {
        at++;
        continue;
      }
      const wanted = !(known.minus.includes(text[at]) && !blank(at + 1));
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
        if (!wanted && !filter) end = Math.max(end, endOfSum(text, at));
        while (!blank(end)) end++;
        pieces.push({ text: text.slice(at, end).trim(), wanted, quoted: false, filter });
        at = end;
      }
    }
    return pieces;
  }

  const inWords = (piece) =>
    /^\d{4}-\d\d(-\d\d)?$/.test(piece) && dateforms.isDate(piece) ? archive.date(piece, "en") : piece;
  const isKorean = (word) => words.isSyllabic(word.stem[0]);

  const isCommon = ({ literal }) => [literal, words.bare(literal)].some((word) => known.commonWords.has(word));

  const isPart = (one, other) =>
    [one, other].every((word) => isKorean(word) && !isCommon(word)) &&
    (one.stem.length === 1 || other.stem.length === 1);

  function syllables(found, typed) {
    const between = (one, other) => typed.slice(one.end, other.start).trim();
    const leads = (before, word, following) =>
      word.stem.length === 1 &&
      isPart(word, following) &&
      !between(before, word) &&
      (word.stem === known.korea || between(word, following));
    const ends = (before, word) => before.stem.length > 1 && word.stem.length === 1 && !between(before, word);
    return words.joined(
      found,
      (before, word, following) =>
        isPart(before, word) && !ends(before, word) && !(following && leads(before, word, following)),
    );
  }

  function sums(found, typed) {
    const done = [...found];
    for (const each of amounts.all(typed)) {
      const within = done.map((word, at) => at).filter((at) => done[at].start < each.end && done[at].end > each.start);
      const stem = each.words.at(-1);
      if (within.length)
        done.splice(within[0], within.length, { stem, literal: stem, start: each.start, end: each.end, sum: true });
    }
    return done;
  }

  function endOfSum(typed, start) {
    const first = amounts.all(typed.slice(start))[0];
    return first && first.start === 0 ? start + first.end : start;
  }

  /* Divide a Korean word that is the name of a thing and a topic, or more. */
  function topics(found) {
    return found.flatMap((word) => {
      const places = isKorean(word) ? divided(word) : [];
      if (!places.length) return [word];
      return places.map(([first, last]) => {
        const part = word.stem.slice(first, last);
        return { stem: part, literal: part, start: word.start + first, end: word.start + last };
      });
    });
  }

  function divided(word) {
    const plain = words.bare(word.stem);
    if (names.things.has(plain) || words.meanings(plain)[1].length) return [];
    const topic = words.ending(plain);
    const name = topic ? plain.slice(0, -topic.length) : plain;
    if (topic && names.things.has(name)) return [[0, name.length], [name.length, plain.length]];
    const long = [...names.things.keys()].filter((known) => known.length > 3 && plain.includes(known));
    const inside = long.filter((known) => [known[0], known.at(-1)].every(words.isSyllabic)).sort(
      (a, b) => b.length - a.length || plain.indexOf(a) - plain.indexOf(b),
    )[0];
    if (!inside) return [];
    const first = plain.indexOf(inside),
      last = first + inside.length;
    const parts = [[0, first], [first, last], [last, plain.length]];
    const kept = parts.filter(([from, to]) => to - from >= known.word);
    return kept.length > 1 ? kept : [];
  }

  function term(word, typed) {
    const shown = typed.slice(word.start, word.end);
    if (word.sum) {
      const written = /\d/.test(shown) ? phrase(words.tokenise(shown, names)).whole : [];
      return { shown, literal: word.literal, whole: [` ${word.stem} `, ...written], parts: [] };
    }
    if (isKorean(word)) return koreanTerm(word, shown);
    const parts = [];
    if (word.literal.length >= known.part && !words.isDigits(word.literal)) {
      parts.push(` ${word.literal}`);
      if (!word.stem.startsWith("=")) {
        const codes = [...names.countries].filter(([name]) => name.startsWith(word.literal)).map(([, code]) => code);
        parts.push(...[...new Set(codes)].sort().map((code) => ` =${code} `));
      }
    }
    const same = known.same.find((stems) => stems.includes(word.stem)) || [];
    const code = Object.hasOwn(known.adjectives, word.literal) ? [`=${known.adjectives[word.literal]}`] : [];
    const whole = [...new Set([word.stem, ...same, ...code])].map((stem) => ` ${stem} `);
    return { shown, literal: word.literal, whole, parts };
  }

  function koreanTerm(word, shown) {
    const whole = new Set([word.stem]);
    const plain = words.bare(word.stem);
    for (const stem of new Set([word.stem, plain])) {
      const [others, english] = words.meanings(stem);
      for (const other of others) whole.add(other);
      for (const text of english)
        whole.add(
          ` ${words
            .tokenise(text, names)
            .map((each) => each.stem)
            .join(" ")} `,
        );
      if (others.length || english.length) {
        return { shown, literal: word.literal, whole: [...whole], parts: stem === word.stem ? [] : [stem] };
      }
    }
    const topic = words.ending(plain);
    if (topic) for (const other of words.meanings(topic)[0]) whole.add(plain.slice(0, -topic.length) + other);
    return { shown, literal: word.literal, whole: [...whole], parts: plain === word.stem ? [] : [plain] };
  }

  function quoted(typed) {
    const found = words.tokenise(typed, names);
    const [first, ...others] = sums(found, typed);
    return first.sum && !others.length ? term(first, typed) : phrase(found);
  }

  function phrase(found) {
    let needle = found.map((word) => word.stem).join(" ");
    for (let at = 1; at < needle.length - 1; at++) {
      if (needle[at] === " " && words.isSyllabic(needle[at - 1]) && words.isSyllabic(needle[at + 1]))
        needle = needle.slice(0, at) + needle.slice(at + 1);
    }
    const literal = found.map((word) => word.literal).join(" ");
    const whole = (words.isSyllabic(needle[0]) ? "" : " ") + needle + (words.isSyllabic(needle.at(-1)) ? "" : " ");
    return { shown: found.length > 1 ? `"${literal}"` : literal, literal, whole: [whole], parts: [] };
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

  /* Return a question with only some of its terms, by their places; no more is it the name of a record. */
  function only(question, kept) {
    const place = new Map(kept.map((at, number) => [at, number]));
    const left = (all) =>
      all.flatMap((group) => {
        const now = [];
        for (let at = group.first; at < group.last; at++) if (place.has(at)) now.push(place.get(at));
        return now.length ? [{ ...group, first: now[0], last: now.at(-1) + 1 }] : [];
      });
    const terms = kept.map((at) => question.terms[at]);
    const held = new Set(terms.flatMap(({ whole }) => whole.flatMap((needle) => needle.trim().split(" "))));
    const stems = question.stems.filter((stem) => held.has(stem));
    return { ...question, terms, groups: left(question.groups), pairs: pairs(terms), keys: [stems.join("")], stems };
  }

  /* Return the parts of a query: words, and what stands in quotes; wanted or not, and of a filter its value. */
  function pieces(text) {
    known = archive.search;
    return piecesOf(narrow(text));
  }

  return { parse, only, pieces, narrow };
})();
