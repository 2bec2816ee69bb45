/* The texts of the records as a search reads them, made again from the rows: what `aseanrok.edition.passages` packs.

   Each record: its row, its folded text (passages divided by "|", tiers by "/"), the keys of its names, its passages. */

const texts = (() => {
  const TITLE = 0,
    NAME = 1,
    FACT = 2,
    PROSE = 4,
    TIERS = 6;
  const NAMES = ["name", "name_ko", "title_ko", "abbreviation", "official_name", "short_name", "expansion"];
  const TYPED = 30; // a name of more letters is not typed in one word
  let made = null,
    names = null;

  const label = (row) => archive.having(row.table, "label")[0] || "id";
  const dated = (row) => row[archive.having(row.table, "date")[0]] || "";
  const strings = (value) =>
    value === null || value === undefined || typeof value === "boolean" ? [] : [].concat(value).map(String);
  const ordinal = (number) => {
    const suffix = [11, 12, 13].includes(number % 100) ? "th" : { 1: "st", 2: "nd", 3: "rd" }[number % 10] || "th";
    return `${number}${suffix}`;
  };

  function called(row) {
    const all = [row[label(row)], ...NAMES.map((name) => row[name]), ...(row.aliases || [])];
    return [...new Set(all.filter(Boolean))];
  }

  function knownNames(read) {
    const countries = new Map();
    for (const row of archive.rows("countries")) {
      for (const name of [...called(row), row.iso3]) countries.set(words.key(words.tokenise(name)), row.iso3);
    }
    const plain = new words.Names(countries);
    const things = new Map(),
      firsts = new Set();
    for (const table of read.mentioned) {
      for (const row of archive.records(table)) {
        for (const name of called(row)) {
          const found = words.tokenise(name, plain);
          if (!found.length || found.length > read.longestName || (found.length === 1 && found[0].stem.startsWith("=")))
            continue;
          firsts.add(found[0].stem);
          for (const spelling of new Set([words.key(found), words.squeezed(name)])) {
            if (!things.has(spelling)) things.set(spelling, []);
            if (!things.get(spelling).includes(row.id)) things.get(spelling).push(row.id);
          }
        }
      }
    }
    return new words.Names(countries, things, firsts);
  }

  // [tier, field, text, hidden]
  function* textsOf(row, others) {
    const name = label(row);
    yield [TITLE, name, row[name], ""];
    for (const field of ["aliases", "abbreviation"])
      for (const said of strings(row[field])) yield [NAME, field, said, ""];
    if (row.table !== "sources") yield [NAME, "id", row.id, ""];
    if (row.table === "meetings" && row.status && row.status !== "held") yield [FACT, "status", row.status, ""];
    for (const [field, tier, how, also] of archive.search.fields[row.table]) {
      if (["id", "aliases", "abbreviation", name].includes(field) || row[field] === null) continue;
      for (const value of strings(how === "country" || how === "date" || how === "years" ? [row[field]] : row[field])) {
        if (how === "reference") yield* reference(row, field, tier, value);
        else if (how === "date" || how === "years") {
          const tier = row[field] === dated(row) ? FACT : PROSE;
          const hidden = `${how === "years" ? years(value) : ""} ${also || ""}`.trim();
          yield [tier, field, archive.date(value, "en"), hidden];
        }
        else if (how === "country") {
          const all = strings(row[field])
            .map((code) => archive.byCode(code))
            .map((country) => country[label(country)]);
          yield [tier, field, all.join(", "), ""];
        } else yield [tier, field, how === "kind" ? value.replaceAll("-", " ") : value, also || ""];
      }
    }
    for (const [table, , fields, rows] of others)
      for (const each of rows.get(row.id) || []) {
        const said = ([name, type]) => (type === "date" ? `${name} ${archive.date(each[name], "en")}` : each[name]);
        yield [PROSE, table, fields.filter(([name]) => each[name]).map(said).join(", "), ""];
      }
  }

  function years(period) {
    const [first, last] = archive.bounds(period);
    const end = last < archive.edition.read ? last : archive.edition.read;
    const begin = first === "0001-01-01" ? last : first;
    const said = [];
    for (let year = +begin.slice(0, 4); year <= +end.slice(0, 4); year++) said.push(year);
    return said.join(" ");
  }

  function* reference(row, field, tier, id) {
    const other = archive.row(id);
    if (!other) return;
    if (field === "series") {
      for (const name of called(other)) yield [NAME, field, row.ordinal ? `${ordinal(row.ordinal)} ${name}` : name, ""];
    } else
      yield [
        tier,
        field,
        other[label(other)],
        called(other)
          .filter((name) => words.isSyllabic(name[0]))
          .join(" "),
      ];
  }

  function keysOf(row) {
    const [own, ...others] = called(row);
    others.push(...[row.iso2, row.iso3].filter(Boolean));
    const series = row.series && archive.row(row.series);
    if (series && row.ordinal) {
      for (const name of [...called(series), series.meeting_name])
        others.push(`${ordinal(row.ordinal)} ${name}`, `${name} ${row.ordinal}`);
    }
    return [[row.id], [own], others]
      .map((known) => {
        const forms = new Set();
        for (const name of known) {
          forms.add(words.key(words.tokenise(name, names)));
          if (name.length <= TYPED) forms.add(words.squeezed(name));
        }
        return `|${[...forms].join("|")}|`;
      })
      .join("/");
  }

  function grouped(rows, field) {
    const found = new Map();
    for (const row of rows) found.set(row[field], [...(found.get(row[field]) || []), row]);
    return found;
  }

  function make() {
    words.open();
    names = knownNames(archive.search);
    const read = new Map();
    const tokens = (text) => {
      if (!read.has(text)) {
        const found = words.tokenise(text, names, true);
        const mentioned = (stored) => [...new Set(names.mentioned(found, stored, true).map(([id]) => `@${id}`))];
        read.set(text, {
          stems: found.map((word) => word.stem),
          mentioned: mentioned(text),
          hidden: text ? mentioned("") : [],
        });
      }
      return read.get(text);
    };
    // Rows that are no records are found with the record they are about.
    const others = archive.search.within.map((about) => [...about, grouped(archive.rows(about[0]), about[1])]);
    made = archive.rows("index").map((listed) => {
      const row = archive.row(listed.id);
      const passages = [...textsOf(row, others)].sort((a, b) => a[0] - b[0]);
      const tiers = Array.from({ length: TIERS }, () => "");
      const folded = [];
      for (const [tier, , text, hidden] of passages) {
        const own = tokens(text),
          more = tokens(hidden);
        const sums = amounts.all(text).flatMap((each) => each.words);
        const stems = [...own.stems, ...more.stems, ...new Set([...own.mentioned, ...more.hidden, ...sums])];
        folded.push(` ${stems.join(" ")} `);
        tiers[tier] += ` ${stems.join(" ")} |`;
      }
      const coded = (table, row) => archive.having(table, "country").flatMap((field) => strings(row[field]));
      const codes = coded(row.table, row);
      for (const [table, , , rows] of others) for (const each of rows.get(row.id) || []) codes.push(...coded(table, each));
      const kind = archive
        .having(row.table, "kind")
        .map((field) => row[field])
        .find(Boolean);
      const line = tiers.join("/");
      return {
        row,
        line,
        passages,
        folded,
        keys: keysOf(row),
        title: line.slice(0, line.indexOf("|")),
        date: listed.date || "",
        frameworks: listed.frameworks || [],
        countries: [...new Set(codes)],
        weight: archive.search.weights[row.table],
        kind: kind || (row.series && archive.row(row.series) ? archive.row(row.series).level : "") || "",
      };
    });
    return made;
  }

  return { ordinal, records: () => made || make(), names: () => (made || make()) && names, called, strings };
})();
