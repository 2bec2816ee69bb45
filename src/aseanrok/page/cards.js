/* Everything known about one record, as the tables declare it: facts, lists, then what belongs to it and its evidence. */

const cards = (() => {
  function disputesOf(row) {
    const found = parts.where("conflicts", "about", row.id);
    const owned = archive.tables
      .filter((name) => (archive.known(name).belongs || {}).part)
      .flatMap((name) => parts.where(name, archive.known(name).belongs.field, row.id));
    for (const part of owned) if (part.id) found.push(...parts.where("conflicts", "about", part.id));
    return row.table === "conflicts" ? [row] : found;
  }

  /* The field that says in Korean what a record is called. */
  function twinOf(row) {
    const twin = `${archive.having(row.table, "label")[0]}_ko`;
    return row[twin] ? twin : "name_ko";
  }

  // What people ask for first: where a record does not say it, its card says that it is not recorded.
  function isExpected({ expected }, row) {
    return expected === true || (expected && Object.entries(expected).every(([of, words]) => words.includes(row[of])));
  }

  function isOfRok(meeting) {
    const rok = archive.rows("members").filter((each) => each.country === "KOR" && each.role !== "dialogue-partner");
    return (
      !["announced", "postponed", "cancelled"].includes(meeting.status) &&
      rok.some((each) => meeting.frameworks.includes(each.framework))
    );
  }

  // Whether a meeting was announced for a day that has passed.
  const isLate = ({ table, status, date }) =>
    table === "meetings" && status === "announced" && date && archive.bounds(date)[1] < dateforms.today();

  function facts(row, disputes, lang) {
    const lines = [];
    const { table } = row;
    const twin = twinOf(row);
    for (const field of archive.known(table).fields) {
      const { name } = field;
      const usual = (field.roles || []).includes("apart") ? undefined : field.usual; // what a card says always
      if (parts.silent(row[name]) && row[name] !== false && (name === "for_rok" ? isOfRok(row) : isExpected(field, row))) {
        lines.push(h("div", {}, h("dt", {}, archive.title(table, name, lang)), h("dd", {}, say("not recorded", lang))));
        continue;
      }
      if (field.card || parts.silent(row[name], usual) || name === "note" || name === "url" || name === "website")
        continue;
      if (name === twin) continue; // it stands under the name
      lines.push(
        h(
          "div",
          {},
          h("dt", {}, archive.title(table, name, lang)),
          h(
            "dd",
            {},
            Array.isArray(row[name]) &&
              !row[name].every((each) => archive.row(each)) &&
              !(field.roles || []).includes("country")
              ? archive.items(table, row, name, lang).join((field.roles || []).includes("phrases") ? "; " : ", ")
              : tables.told(table, row, name),
            name === "status" && isLate(row) && say(", no report recorded", lang),
            parts.doubts(row, name, lang, disputes),
          ),
        ),
      );
    }
    if (row.about && archive.row(row.about) && archive.field(table, "about").card) {
      lines.unshift(
        h("div", {}, h("dt", {}, archive.title(table, "about", lang)), h("dd", {}, parts.named(row.about, null, lang, []))),
      );
    }
    for (const [title, said] of others.facts(row, lang))
      lines.push(h("div", {}, h("dt", {}, title), h("dd", {}, said)));
    if ((row.frameworks || []).length && table !== "frameworks") {
      lines.push(
        h(
          "div",
          {},
          h("dt", {}, say("Frameworks", lang)),
          h(
            "dd",
            {},
            row.frameworks.flatMap((id, at) => [at ? ", " : null, parts.link(id, lang)]),
          ),
        ),
      );
    }
    const address = row.url || row.website;
    if (address)
      lines.push(
        h(
          "div",
          {},
          h("dt", {}, archive.title(table, row.url ? "url" : "website", lang)),
          h("dd", {}, outside(address, address)),
        ),
      );
    return lines.length ? h("dl", { class: "facts" }, lines) : null;
  }

  function coverageOf(row, lang) {
    return parts
      .where("coverage", "id", row.id)
      .filter((each) => row.table === "series" && each.not_recorded)
      .map((each) =>
        h(
          "p",
          { class: "gap" },
          h("strong", {}, archive.title("coverage", "not_recorded", lang)),
          " ",
          archive.value("coverage", each, "not_recorded", lang),
        ),
      );
  }

  function lists(row, disputes, lang) {
    return archive
      .known(row.table)
      .fields.filter((field) => field.card === "list" && (row[field.name] || []).length)
      .map((field) =>
        parts.section(
          [archive.title(row.table, field.name, lang), parts.doubts(row, field.name, lang, disputes)],
          parts.list(
            archive
              .items(row.table, row, field.name, lang)
              .map((said, at) =>
                h("li", {}, archive.row(row[field.name][at]) ? parts.link(row[field.name][at], lang) : said),
              ),
          ),
        ),
      );
  }

  function beside(row) {
    const { belongs } = archive.known(row.table);
    const field = row.series ? "series" : belongs && belongs.part ? belongs.field : null;
    if (!field) return null;
    const own = parts.where(row.table, field, row[field]),
      all = field === "series" ? parts.inSeries(row.series) : row.table === "holders" ? others.inTime(own) : own,
      at = all.indexOf(row);
    if (at < 0) return null; // nobody knows when it was
    return { of: row[field], at, count: all.length, before: all[at - 1], after: all[at + 1] };
  }

  function steps(row, lang) {
    const near = beside(row);
    if (!near || near.count < 2) return null;
    const step = (to, title, rel) =>
      to
        ? h(
            "a",
            { href: app.address({ id: to.id }), rel, class: rel },
            h("span", { class: "aside" }, title),
            " ",
            h("span", {}, archive.label(to, lang)),
          )
        : h("span", {});
    return h(
      "nav",
      { class: "steps", "aria-label": say("In this series", lang) },
      step(near.before, say("Previous", lang), "prev"),
      h(
        "span",
        { class: "count" },
        parts.link(near.of, lang),
        h("span", { class: "aside" }, say("{} of {}", lang, near.at + 1, near.count)),
      ),
      step(near.after, say("Next", lang), "next"),
    );
  }

  function card(row, lang) {
    const { table } = row;
    const known = archive.known(table),
      disputes = disputesOf(row);
    const label = archive.having(table, "label")[0];
    const twin = twinOf(row);
    // An abbreviation is called by it in Korean too.
    const isKorean = lang === "ko" && Boolean(row[twin]) && archive.label(row, lang).startsWith(row[twin]);
    const other = isKorean ? row[label] : row[twin];
    const kind = h(
      "a",
      { href: app.address({ view: "tables", table, id: "" }) },
      lang === "ko" ? known.name_ko : known.singular,
    );
    const chosen = known.fields
      .map((field) => field.name)
      .filter((name) => !["disputed", "derived"].includes(name) && !parts.silent(row[name]));
    const told = (field) => [archive.value(table, row, field, lang), parts.doubts(row, field, lang, disputes)];
    const isOpen = row.status && row.status !== "held" && table === "meetings";
    return h(
      "article",
      { class: "card", "data-id": row.id },
      h(
        "header",
        {},
        h("p", { class: "kind" }, kind, " ", h("code", {}, row.id)),
        h(
          "h1",
          { tabindex: "-1" },
          archive.label(row, lang),
          parts.ours(row, isKorean ? twin : label, lang),
          parts.differing(row, label, lang, disputes),
        ),
        isOpen && h("p", { class: "tag warn status" }, archive.word(table, "status", row.status, lang)),
        other &&
          other !== archive.label(row, lang) &&
          h(
            "p",
            { class: "twin" },
            h("span", { lang: isKorean ? "en" : "ko" }, other),
            isKorean ? parts.ours(row, label, lang) : parts.doubts(row, twin, lang),
          ),
        row.summary && h("p", { class: "summary" }, told("summary")),
      ),
      steps(row, lang),
      facts(row, disputes, lang),
      row.note && h(
          "p",
          { class: "note" },
          h("strong", {}, archive.title(table, "note", lang)),
          " ",
          told("note"),
        ),
      coverageOf(row, lang),
      h(
        "p",
        { class: "actions" },
        citing.cited(row, lang) && copier(say("Copy citation", lang), () => [citing.cited(row, lang)]),
        copier(say("Copy as table", lang), () => tables.clipping(table, [row], chosen)),
        copier(say("Copy link", lang), () => [location.href]),
      ),
      lists(row, disputes, lang),
      parts.belongings(row, disputes, lang),
      parts.relations(row, lang),
      evidence.differing(row, disputes, lang),
      evidence.sources(row, lang),
    );
  }

  return { card, beside, isExpected };
})();
