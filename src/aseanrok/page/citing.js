/* How a record is cited: the first line that `aseanrok cite` prints of it, in the same words (cite/ and cited.py). */

const citing = (() => {
  const word = (text, lang, given) => archive.citing[lang][text].replace("{}", () => given);
  const filled = (parts, between) => parts.filter(Boolean).join(between);

  // What a record says, in a line: what it is called, its amount, its date where the name lacks it.
  function said(row, lang) {
    const name = archive.having(row.table, "date")[0],
      when = row[name],
      label = archive.having(row.table, "label")[0] || "id",
      called = archive.plainly(row, lang);
    const amounts = archive.citing.amounts,
      amount = Object.keys(amounts).find((each) => row[each]);
    const stands = (date) => called.includes(date),
      dated = when && ![when, archive.date(when, "en"), archive.date(when, lang)].some(stands);
    const parts = new Map([
      [label, called + archive.standing(row, lang)],
      [amount, amount && ((lang === "ko" && row[`${amount}_ko`]) || row[amount])],
      [name, dated && archive.date(when, lang)],
    ]);
    const shown = [...parts].filter(([, part]) => part).map(([field]) => amounts[field] || field);
    if (when) shown.push(name); // also where the title tells it
    const is = (field, but) => (row[field] || []).some((each) => each !== but && shown.includes(each));
    const marks = filled(
      [is("derived", label) && word("worked out", lang), is("disputed") && word("sources differ", lang)],
      ", ",
    );
    return filled([...parts.values()], ", ") + (marks && ` (${marks})`);
  }

  const work = (parts) => filled(parts, ", ");
  const quoted = (title, lang) => word("{}", lang, title);
  const read = (source, lang) => source && source.read && word("read {}", lang, archive.date(source.read, lang));

  function document(row, lang) {
    const page = row.url && archive.rows("sources").find((each) => each.url === row.url);
    const doubts = [
      ["sources differ on: {}", "disputed", ["title", "date", "place"]],
      ["worked out here: {}", "derived", ["date", "place"]],
    ];
    const told = doubts.map(([said, of, names]) => {
      const headings = names.filter((each) => (row[of] || []).includes(each)).map((each) => archive.title("documents", each, lang));
      return headings.length && word(said, lang, headings.join(", "));
    });
    const doubt = filled(told, "; ");
    return work([
      plainly(row.meeting, lang) || plainly(row.frameworks[0], lang),
      quoted(plainly(row.id, lang), lang),
      (lang === "ko" && row.place_ko) || row.place,
      filled([archive.date(row.date, lang), doubt && `(${doubt})`], " "),
      row.url,
      read(page, lang),
    ]);
  }

  function plainly(id, lang) {
    const row = id && archive.row(id);
    return row ? archive.plainly(row, lang) : "";
  }

  const source = (row, at, lang) =>
    work([row.publisher, quoted(row.title, lang), archive.date(row.published, lang), at, row.url, read(row, lang)]);

  // Where in its first source a record stands; nothing where it has none.
  function first(row) {
    const stated = row.table === "conflicts" ? parts.where("statements", "conflict", row.id) : [];
    const id = (row.sources || [])[0] || (stated[0] || {}).source;
    const told = row.table === "conflicts" ? stated : parts.where("citations", "id", row.id);
    const at = new Set(told.filter((each) => each.source === id).map((each) => each.at));
    return id && [archive.row(id), [...at].join("; ")];
  }

  /* Return the line that cites a record; "" where no source is recorded. */
  function cited(row, lang) {
    const edition = word("aseanrok, data edition {}", lang, archive.edition.version);
    const ended = (line) => `${line}; ${edition}, ${row.id}.`;
    if (row.table === "sources") return ended(source(row, "", lang));
    if (row.table === "documents") return ended(document(row, lang));
    const found = first(row);
    return found ? ended(`${said(row, lang)}: ${source(...found, lang)}`) : "";
  }

  return { cited };
})();
