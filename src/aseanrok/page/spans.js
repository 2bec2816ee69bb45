/* What words beside a date say of a span of time (`aseanrok.cli.spans`): `since 2016`, `2019년부터 2020년까지`. */

const spans = (() => {
  const known = () => archive.search.spans;
  const lower = (word) => (word || "").toLowerCase();
  const optionOf = (place, word) => (Object.hasOwn(known()[place], word) ? known()[place][word] : "");

  // A date that there is not, 2019-02-30, makes all the words such as are looked for.
  function date(word) {
    const found = dateforms.understood(word);
    if (found === "") throw new RangeError(word);
    return found;
  }

  /* Words with those together that are one date, and apart what Korean joins to one; two dates and what stands between
     them, `2019 - 2021` or `2019 to 2021`, are one span: `2019..2021`. */
  function parted(said) {
    const found = together(said.flatMap(apart));
    for (let at = found.length - 2; at >= 0; at--)
      if (Object.hasOwn(known().edges, found[at]) && date(found[at + 1])) found.splice(at, 2, found[at] + found[at + 1]);
    for (let at = found.length - 2; at > 0; at--) {
      const isBegun = at > 1 && optionOf("before", lower(found[at - 2])); // from 2019 to 2021
      const isBetween = known().between.includes(found[at]) || (known().upTo.includes(lower(found[at])) && !isBegun);
      if (isBetween && date(found[at - 1]) && date(found[at + 1]))
        found.splice(at - 1, 3, `${found[at - 1]}..${found[at + 1]}`);
    }
    return found;
  }

  // 2019년 and 이후 of `2019년이후의`; of another word itself.
  function apart(word) {
    for (const end of Object.keys(known().after)) {
      const tail = known().tails.find((each) => word.endsWith(end + each));
      const begun = tail === undefined ? word : word.slice(0, word.length - (end + tail).length);
      if (begun !== word && (!begun || /^\d[\d년도월일.-]*$/.test(begun))) return begun ? [begun, end] : [end];
    }
    return [word];
  }

  function together(said) {
    const found = [];
    for (let at = 0; at < said.length;) {
      const lengths = [known().most, known().most - 1].filter((each) => at + each <= said.length);
      const length = lengths.find((each) => isOne(said.slice(at, at + each))) || 1;
      found.push(said.slice(at, at + length).join(" "));
      at += length;
    }
    return found;
  }

  // Whether words are one date together, and not each a date apart.
  function isOne(said) {
    if (said.some((word) => /[/~]|\.\./.test(word))) return false;
    const when = date(said.join(" "));
    return Boolean(when) && !when.includes("/") && !said.every(date);
  }

  const stepped = (when, step) => (step ? dateforms.beside(when, step) : when);

  // [since or until, the day] of a date and the word beside it; null where the word is another.
  function of(found, at) {
    const [before, after] = [lower(found[at - 1]), lower(found[at + 1])];
    const isSecond = before === "and" && found.slice(0, at).some((word) => lower(word) === "between");
    const isAsOf = before === "of" && lower(found[at - 2]) === "as";
    const end = isSecond || isAsOf ? "until" : optionOf("before", before) || optionOf("after", after);
    const when = end && date(found[at]);
    if (!when || when.includes("/")) return null;
    const day = stepped(when, known().beside[before]);
    return day && [end, day];
  }

  // The end of a time that a date with a sign says: >2018, 2018+, 2018-; null where the word is another.
  function edge(word) {
    let [, sign, bare] = /^([<>=+\u2264\u2265]*)(.*)$/s.exec(word);
    if (!sign && `+${archive.search.minus}`.includes(word.at(-1))) [sign, bare] = [">=", word.slice(0, -1)];
    const when = Object.hasOwn(known().edges, sign) && date(bare);
    if (!when || when.includes("/")) return null;
    const [end, step] = known().edges[sign];
    const day = stepped(when, step);
    return day && { [end]: day };
  }

  /* Return the words that are a span of time, or say of a date beside them that one begins or ends with it: each with
     {since, until} of that time, one of them or both; with neither where there is no such time. */
  function spanning(said) {
    try {
      return spanned(said.map((word) => signs.bare(word, ".")).filter(Boolean));
    } catch (error) {
      if (error instanceof RangeError) return new Map();
      throw error;
    }
  }

  function spanned(said) {
    const passed = new Map(),
      found = parted(said);
    for (const word of new Set([...said, ...found])) {
      const length = Object.hasOwn(archive.search.this, lower(word)) && archive.search.this[lower(word)],
        now = dateforms.today().slice(0, length);
      if (length) passed.set(word, length === "2019".length ? { since: now, until: now } : { since: now });
      const bounded = edge(word);
      if (bounded) passed.set(word, bounded);
      const when = /\.\.|[~/]/.test(word) && date(word);
      if (!when || !when.includes("/")) continue;
      const [since, until] = when.split("/").map((day) => (day === ".." ? "" : day));
      passed.set(word, { since, until });
    }
    for (let at = 0; at < found.length; at++) {
      const asked = passed.has(found[at]) ? null : of(found, at);
      const after = found[at + 1] || "";
      const before = lower(found[at - 1]) === "of" ? "as of" : found[at - 1];
      if (asked) passed.set(optionOf("after", after) ? after : before, { [asked[0]]: asked[1] });
    }
    const ends = endsOf([...passed.values()]);
    const years = [...passed].filter(([word]) => archive.search.this[lower(word)] === "2019".length);
    if (years.length && !ends.since !== !ends.until) {
      const other = ends.since ? "until" : "since"; // from 2019 to this year
      ends[other] = years[0][1].since;
      for (const [word] of years) passed.set(word, { [other]: ends[other] });
    }
    const isNone = ends.since && ends.until && archive.bounds(ends.since)[0] > archive.bounds(ends.until)[1];
    return isNone ? new Map([...passed.keys()].map((word) => [word, {}])) : passed; // between 2021 and 2019 is no time
  }

  const isWhole = ({ since, until }) => Boolean(since && until);

  // Where the one time begins and ends of which some words say an end each.
  const endsOf = (times) =>
    times
      .filter((time) => !isWhole(time))
      .reduce((ends, { since, until }) => ({ since: since || ends.since, until: until || ends.until }), {});

  /* Return the filters that ask for times: `year:2019..`, `year:2019..2021`; of several one is enough. */
  function filters(times) {
    const all = [...times.filter(isWhole), endsOf(times)].filter(({ since, until }) => since || until);
    const said = ({ since = "", until = "" }) => `year:${since === until ? since : `${since}..${until}`}`;
    return [...new Set(all.map(said))].join(" ");
  }

  return { spanning, filters };
})();
