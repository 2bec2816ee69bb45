/* The filters within a query: `table:meetings kind:정상회의 framework:메콩 year:2019..2021` (`aseanrok.search.filters`,
   and what `aseanrok.cli.within` makes of their values first). */

const within = (() => {
  // Options of the command, and the filter that asks the same here.
  const OPTIONS = { since: (when) => `year:${when}..`, until: (when) => `year:..${when}` };
  const known = () => archive.search.filters;

  /* Return what is wrong with the filters of a query, in words, and nothing else; "" where nothing is. */
  function refused(query, lang) {
    const empty = (word) => say("“{}” needs a value at once behind it, as in year:2019.", lang, word);
    for (const { text, wanted, quoted, filter } of questions.pieces(query)) {
      const minus = wanted ? "" : "-";
      if (filter && !text.trim()) return empty(`${minus}${filter}:${quoted ? '""' : ""}`);
      if (filter || quoted) continue;
      const [, name, value] = /^([^:]*):(.*)$/s.exec(text) || [];
      if (value === "" && known().includes(name)) return empty(`${minus}${name}:`); // Table: is a word of a title
      const option = (name || "").toLowerCase();
      if (Object.hasOwn(OPTIONS, option) && value.trim())
        return say("“{}” is no filter within a search; write {}.", lang, `${minus}${text}`, OPTIONS[option](value));
    }
    return "";
  }

  const called = (table, value) => {
    const { singular, name_ko } = archive.known(table);
    return [table, singular, name_ko].includes(value.toLowerCase());
  };

  // The fields that say of what kind a row is.
  const kinds = (names) => names.flatMap((name) => archive.having(name, "kind").slice(0, 1).map((of) => archive.field(name, of)));

  const isRecord = (name) => archive.known(name).record;

  // The table whose records are called so, where that is asked for as a kind and is none: meeting.
  function calledTable(value) {
    const own = kinds(archive.tables.filter(isRecord));
    if (own.some(({ words = {} }) => Object.hasOwn(words, value.toLowerCase()))) return null;
    return archive.tables.find((name) => isRecord(name) && called(name, value));
  }

  // The word of a closed vocabulary that a Korean one stands for, if only as another word for it; else itself.
  function inEnglish(value) {
    if (words.isAscii(value)) return value;
    const english = new Map();
    for (const { words: said = {} } of kinds(archive.tables))
      for (const [word, korean] of Object.entries(said)) english.set(korean, word);
    return [value, ...words.meanings(value)[0]].map((each) => english.get(each)).find(Boolean) || value;
  }

  // The framework that answers to a name: 한-메콩 to 메콩 alone as well, and Korea in it is the ROK (`aseanrok.names`).
  function framework(name) {
    const rows = archive.rows("frameworks");
    const names = (row) => [...archive.having("frameworks", "name").map((field) => row[field]), ...row.aliases].filter(Boolean);
    const answering = (said) => {
      const wanted = words.squeezed(said);
      const is = (each) => words.squeezed(each) === wanted;
      const withRok = (row) => names(row).filter((each) => each.startsWith("한-")).map((each) => each.slice(2));
      return (
        wanted &&
        (rows.find((row) => names(row).some(is)) || (!words.isAscii(wanted) && rows.find((row) => withRok(row).some(is))))
      );
    };
    if (signs.turning(name)) return null;
    return rows.find((row) => row.id === name) || answering(name) || answering(otherwise(name));
  }

  function otherwise(name) {
    const meant = Object.entries(archive.search.said).reduce((all, [said, data]) => all.replaceAll(said, data), name);
    return meant.toLowerCase().replace(/south korea|s\. korea|rep\. of korea/g, "korea").replaceAll("korea", "rok");
  }

  /* Return a filter with its value as the records have it; what names nothing stays as it was typed. */
  function meant({ filter, text, wanted, quoted }) {
    // kind:summit, busan; the two full stops of 2019.. are its own.
    const value = ((!quoted && text.replace(/[,;]+$/, "").replace(/(?<!\.)\.$/, "")) || text).trim();
    const table = filter === "kind" && calledTable(value);
    if (table) return { filter: "table", value: table, wanted };
    const as = {
      kind: inEnglish,
      table: () => archive.tables.find((name) => isRecord(name) && called(name, value)),
      framework: () => (framework(value) || {}).id,
      year: dateforms.understood,
    }[filter];
    return { filter, value: (as && as(value)) || value, wanted };
  }

  function testOf({ filter, value }, records, isCalled) {
    const names = texts.names();
    const keyOf = (text) => words.key(words.tokenise(text, names));
    const asked = signs.turning(value) ? "" : keyOf(value); // the opposite is no name
    if (filter === "table") return ({ row }) => Boolean(asked) && keyOf(row.table) === asked;
    if (filter === "kind") return ({ kind }) => Boolean(asked) && keyOf(kind) === asked;
    if (filter === "id") return ({ row }) => Boolean(value) && row.id.includes(value.toLowerCase());
    if (filter === "country") return ({ countries }) => Boolean(asked) && countries.some((code) => `=${code}` === asked);
    if (filter === "framework") {
      const ids = records.filter((each) => each.row.table === "frameworks" && isCalled(each, asked)).map(({ row }) => row.id);
      return ({ frameworks }) => frameworks.some((id) => ids.includes(id));
    }
    return ({ date }) => Boolean(date) && dateforms.isDate(value) && archive.overlap(date, value);
  }

  /* Return the test of the records that pass filters, and the first filter whose value names nothing: of those of one name one of its values is enough. A value that
     names nothing lets nothing pass, nor does it with a minus before it: `-table:metings` leaves out nothing of what was
     meant. */
  function passing(pieces, records, isCalled) {
    const wanted = new Map(),
      unwanted = [];
    for (const typed of pieces) {
      const piece = meant(typed);
      const test = testOf(piece, records, isCalled);
      if (!records.some(test)) return [() => false, `${typed.filter}:${typed.text.trim()}`];
      if (!piece.wanted) unwanted.push(test);
      else wanted.set(piece.filter, [...(wanted.get(piece.filter) || []), test]);
    }
    const isWanted = (record) => [...wanted.values()].every((tests) => tests.some((test) => test(record)));
    return [(record) => isWanted(record) && !unwanted.some((test) => test(record)), ""];
  }

  return { refused, passing };
})();
