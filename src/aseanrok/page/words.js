/* One form for every spelling of the same words: what `aseanrok.words` does, with its lists (looked_for.py). */

const words = (() => {
  let known = null;
  const stems = new Map();

  function open() {
    if (known) return;
    known = archive.search;
    [known.commonWords, known.askedWords] = [new Set(known.common), new Set(known.asked)];
    known.topicWords = new Map();
    for (const line of known.topics.split("\n").filter(Boolean)) {
      const [korean, english] = line.split(" : ");
      const all = korean.split(" ");
      for (const word of all) known.topicWords.set(word, [all.filter((other) => other !== word), english.split(", ")]);
    }
  }

  const isAscii = (text) => /^[\0-\x7f]*$/.test(text);
  const isWord = (letter) =>
    letter < "\x80" ? /[0-9A-Za-z]/.test(letter) : (letter >= "가" && letter <= "힣") || /(?![\u318d\u119e])[\p{L}\p{N}]/u.test(letter);
  const isDigits = (text) => /^\p{Nd}+$/u.test(text);
  const isSyllabic = (letter) =>
    (letter >= "\u1100" && letter <= "\u11ff") ||
    (letter >= "\u2e80" && letter <= "\ud7ff") ||
    (letter >= "\uf900" && letter <= "\ufaff");

  function fold(text) {
    if (!isAscii(text))
      text = text
        .normalize("NFKD")
        .replace(/\p{Mn}/gu, "")
        .normalize("NFC");
    text = text.toLowerCase().replace(/ß/g, "ss");
    return [...text]
      .filter((letter) => !known.quotes.includes(letter))
      .map((letter) => (isWord(letter) ? letter : " "))
      .join("")
      .trim()
      .replace(/ +/g, " ");
  }

  const squeezed = (text) => fold(text).replaceAll(" ", "");

  function stem(word) {
    if (!stems.has(word)) stems.set(word, stemmed(word));
    return stems.get(word);
  }

  function stemmed(word) {
    if (Object.hasOwn(known.numbers, word)) return known.numbers[word];
    if (/^\p{Nd}/u.test(word)) {
      const ordinal = /^(\d+)(st|nd|rd|th)$/.exec(word);
      if (ordinal) word = ordinal[1];
      return isDigits(word) && word.length === 2 ? word.replace(/^0+/, "") || "0" : word;
    }
    if (word.length < 4 || !isAscii(word)) return word;
    if (word.endsWith("ies") && word.length > 4) word = word.slice(0, -3) + "y";
    else if (/(ches|shes|xes|sses|zes)$/.test(word)) word = word.slice(0, -2);
    else if (word.endsWith("s") && !/(ss|is)$/.test(word) && (word.length < 5 || !word.endsWith("us")))
      word = word.slice(0, -1);
    if (Object.hasOwn(known.spellings, word)) word = known.spellings[word];
    const ending = known.endings.find(([british]) => word.endsWith(british));
    if (ending) word = word.slice(0, -ending[0].length) + ending[1];
    if (word.endsWith("our") && word.length > 5) word = word.slice(0, -3) + "or";
    for (const end of ["ing", "ed"]) {
      if (word.endsWith(end) && word.length - end.length >= 4) {
        word = word.slice(0, -end.length);
        break;
      }
    }
    if (word.endsWith("e") && word.length > 4) word = word.slice(0, -1);
    return word.length > 3 && word.at(-1) === word.at(-2) ? word.slice(0, -1) : word;
  }

  /* What the data call things: countries by the keys of their names, other records by theirs. */
  class Names {
    constructor(countries = new Map(), things = new Map(), firsts = new Set()) {
      Object.assign(this, {
        countries,
        things,
        firsts,
        pairs: new Set(known.pairs),
        capitals: new Set(known.capitals),
      });
      this.whole = new Set([...countries.keys()].filter((name) => isSyllabic(name[0])));
      this.inside = [...this.whole].sort((a, b) => b.length - a.length).filter((name) => name.length > 2);
      this.begin = new Set([...countries.keys()].flatMap((name) => [name.slice(0, 1), name.slice(0, 2)]));
      this.long = null;
    }

    mentioned(found, text, stored) {
      if (!this.long) {
        this.long = new Map(); // by their first two syllables
        for (const name of this.things.keys()) {
          if (name.length < 4 || !isSyllabic(name[0]) || !isSyllabic(name.at(-1))) continue;
          this.long.set(name.slice(0, 2), [...(this.long.get(name.slice(0, 2)) || []), name]);
        }
      }
      const named = [];
      found.forEach((word, first) => {
        if (!stored || this.firsts.has(word.stem)) {
          let joined = "";
          for (let last = first; last < Math.min(first + known.longestName, found.length); last++) {
            joined += found[last].stem;
            if (stored && this.capitals.has(joined)) {
              const said = text.slice(word.start, found[last].end);
              if (said === said.toLowerCase() && said !== said.toUpperCase()) continue;
            }
            for (const id of this.things.get(joined) || []) named.push([id, first, last + 1]);
          }
        }
        if (isSyllabic(word.stem[0])) {
          for (let at = 0; at < word.stem.length - 3; at++) {
            for (const name of this.long.get(word.stem.slice(at, at + 2)) || []) {
              if (name !== word.stem && word.stem.startsWith(name, at))
                for (const id of this.things.get(name)) named.push([id, first, first + 1]);
            }
          }
        }
      });
      return named;
    }
  }

  function tokenise(text, names = null, stored = false) {
    let found = numbered(plain(text), names ? names.pairs : new Set());
    if (names) found = withCountries(found, names, stored ? text : text.toUpperCase());
    return stored ? joined(found) : found;
  }

  function* runs(text) {
    if (isAscii(text)) {
      // most texts: a quote inside a word does not end it
      for (const found of text.matchAll(/[0-9A-Za-z]+(?:['"`]+[0-9A-Za-z]+)*|(?<=[0-9A-Za-z])\+(?=[0-9])/g))
        yield [found.index, found.index + found[0].length];
      return;
    }
    let [start, end, kind] = [-1, -1, false];
    for (let at = 0; at < text.length; at++) {
      const letter = text[at];
      if (isWord(letter)) {
        const syllabic = isSyllabic(letter);
        if (start >= 0 && syllabic !== kind) {
          yield [start, end];
          start = -1;
        }
        if (start < 0) [start, kind] = [at, syllabic];
        end = at + 1;
      } else if (start >= 0 && /\p{Mn}/u.test(letter)) end = at + 1;
      else if (start >= 0 && !known.quotes.includes(letter)) {
        yield [start, end];
        start = -1;
        if (letter === "+" && end === at && /\p{Nd}/u.test(text[at + 1] || "")) yield [at, at + 1];
      }
    }
    if (start >= 0) yield [start, end];
  }

  function plain(text) {
    const found = [];
    let before = "",
      until = -1;
    for (const [start, end] of runs(text)) {
      const piece = text[start] === "+" ? "plus" : text.slice(start, end); // ASEAN+3
      for (let literal of /^[0-9A-Za-z]+$/.test(piece)
        ? [piece.toLowerCase()]
        : fold(piece).split(" ").filter(Boolean)) {
        if (isSyllabic(literal[0])) {
          if (/\p{Nd}$/u.test(before) && until === start) literal = uncounted(literal);
          if (before && until === start && known.particles.includes(literal)) literal = "";
          if (literal)
            found.push({
              stem: literal,
              literal,
              start: end - start >= literal.length ? end - literal.length : start,
              end,
            });
        } else found.push({ stem: stem(literal), literal, start, end });
        before = literal;
      }
      until = end;
    }
    return found;
  }

  function uncounted(literal) {
    const counter = known.counters.find((each) => literal.startsWith(each) && !literal.startsWith("회의"));
    return counter ? literal.slice(counter.length) : literal;
  }

  function numbered(found, pairs) {
    const done = [];
    for (const word of found) {
      const before = done.at(-1);
      const both = before ? before.literal + word.literal : "";
      const span = before ? { start: before.start, end: word.end } : null;
      if (!before) done.push(word);
      else if (known.tens[before.literal] && /^[1-9]$/.test(word.stem) && /^\p{L}+$/u.test(word.literal)) {
        done[done.length - 1] = {
          stem: String(known.tens[before.literal] + Number(word.stem)),
          literal: both,
          ...span,
        };
      } else if (
        (before.literal === "co" && word.literal[0] === "o") ||
        pairs.has(`${before.literal} ${word.literal}`)
      ) {
        done[done.length - 1] = { stem: stem(both), literal: both, ...span };
      } else if (word.literal === "월" && known.monthStems[before.stem]) {
        done[done.length - 1] = { stem: known.monthStems[before.stem], literal: before.literal, ...span };
      } else if (before.literal === "제" && isDigits(word.stem)) done[done.length - 1] = word;
      else if (!(known.counters.includes(word.literal) && isDigits(before.stem))) done.push(word);
    }
    return done;
  }

  function withCountries(found, names, text) {
    const done = [];
    for (let at = 0; at < found.length;) {
      const word = found[at];
      if (isSyllabic(word.stem[0])) {
        done.push(...korean(word, found[at + 1] ? found[at + 1].stem : "", names));
        at++;
        continue;
      }
      let last = names.begin.has(word.stem.slice(0, 2)) ? Math.min(found.length, at + known.longestCountry) : at;
      for (; last > at; last--) {
        const span = found.slice(at, last);
        const code = names.countries.get(key(span));
        const said = text.slice(word.start, span.at(-1).end);
        if (code && !(said.length === 2 && said !== said.toUpperCase())) {
          done.push({
            stem: `=${code}`,
            literal: span.map((part) => part.literal).join(""),
            start: word.start,
            end: span.at(-1).end,
          });
          break;
        }
      }
      if (last === at) {
        done.push(word);
        at++;
      } else at = last;
    }
    return done;
  }

  function korean(word, following, names) {
    if (word.stem === "인도" && following.startsWith("태평양")) return [word]; // Indo-Pacific, not India
    const plainly = names.whole.has(word.stem) ? word.stem : bare(word.stem);
    if (names.whole.has(plainly)) return [{ ...word, stem: `=${names.countries.get(plainly)}`, literal: word.stem }];
    for (const name of names.inside) {
      const at = word.stem.indexOf(name);
      if (at < 0) continue;
      const start = word.start + at,
        end = start + name.length;
      const before = word.stem.slice(0, at),
        rest = word.stem.slice(at + name.length);
      return [
        ...(before ? korean({ stem: before, literal: before, start: word.start, end: start }, "", names) : []),
        { stem: `=${names.countries.get(name)}`, literal: name, start, end },
        ...(rest ? korean({ stem: rest, literal: rest, start: end, end: word.end }, following, names) : []),
      ];
    }
    return [word];
  }

  function bare(word) {
    const particle = known.particles.find((each) => word.endsWith(each) && word.length - each.length > 1);
    return particle ? word.slice(0, -particle.length) : word;
  }

  // Neighbouring words in syllables as one, where the two are to be joined: Korean is written with and without blanks.
  function joined(found, together = () => true) {
    const done = [];
    for (const [at, word] of found.entries()) {
      const before = done.at(-1);
      if (before && isSyllabic(before.stem[0]) && isSyllabic(word.stem[0]) && together(before, word, found[at + 1])) {
        done[done.length - 1] = {
          stem: before.stem + word.stem,
          literal: before.literal + word.literal,
          start: before.start,
          end: word.end,
        };
      } else done.push(word);
    }
    return done;
  }

  const key = (found) => found.map((word) => word.stem).join("");
  const meanings = (word) => known.topicWords.get(word) || [[], []];
  function ending(word) {
    for (let at = 1; at < word.length - 1; at++) if (known.topicWords.has(word.slice(at))) return word.slice(at);
    return "";
  }

  return { open, fold, squeezed, stem, tokenise, joined, key, bare, meanings, ending, isSyllabic, isAscii, isDigits, Names };
})();
