/* The parts of a card: rows that belong to the record, records related to it. */

const parts = (() => {
  const UNSAID = ["framework", "about", "figure", "meeting"]; // relations that a card tells otherwise
  const SEE_ALSO = "see also"; // it says least: what another relation tells is not said by it again
  const FEW = 12;

  const where = (table, field, value) => archive.rows(table).filter((row) => row[field] === value);
  const silent = (value, usual) =>
    value === null || value === undefined || value === "" || value === false || value.length === 0 || value === usual;
  const link = (id, lang) =>
    h("a", { href: app.address({ id }) }, archive.row(id) ? archive.named(archive.row(id), lang) : id);

  /* Words beside a value that no source gives. */
  function ours(row, field, lang) {
    if (!(row.derived || []).includes(field)) return null;
    const isName = field.endsWith("_ko") || field === archive.having(row.table, "label")[0];
    return [" ", h("span", { class: "tag" }, say(isName ? "worded here" : "worked out here", lang))];
  }

  /* Words beside a value on which sources differ; they lead to the conflicts about it, where those are given. */
  function differing(row, field, lang, conflicts = []) {
    const own = conflicts.filter((each) => each.about === row.id && (each.disputes || []).includes(field));
    const isTold = !own.length && (row.disputed || []).includes(field); // of another record, whose card tells how
    return [
      own.map(({ id }) => [" ", h("a", { class: "tag warn", href: app.address({ id }) }, say("sources differ", lang))]),
      isTold && [" ", h("span", { class: "tag warn" }, say("sources differ", lang))],
    ];
  }

  /* What makes a value doubtful, in words beside it. */
  const doubts = (row, field, lang, conflicts) => [ours(row, field, lang), differing(row, field, lang, conflicts)];

  /* Another record by its name, with its date, which the name may tell, and what makes that doubtful, and how it stands. */
  function named(id, date, lang, stands = force.stands(archive.row(id), lang)) {
    const marks = doubts(archive.listed(id), "date", lang);
    const said = [date && [archive.date(date, lang), marks], ...stands]
      .filter(Boolean)
      .map((each, at) => [at ? "; " : null, each]);
    return [link(id, lang), !date && marks, said.length > 0 && [" ", h("span", { class: "aside" }, said)]];
  }
  const other = (...of) => h("li", {}, named(...of));

  /* A record of a framework: with its own time, or with what was then: when it was agreed on, or established. */
  function onFramework(name, row, lang) {
    const [field] = archive.having(name, "date"),
      { date } = archive.listed(row.id);
    if (name === "documents") return other(row.id, date, lang, force.stands(row, lang));
    if (!date || field === "period") return other(row.id, date, lang, []);
    return other(row.id, null, lang, [`${archive.title(name, field, lang)} ${archive.date(date, lang)}`]);
  }

  function section(title, ...content) {
    return h("section", { class: "part" }, h("h2", {}, title), ...content);
  }

  /* A list of which a reader sees the first; the others when they are asked for. */
  function list(items, shown = FEW) {
    const element = h("ul", { class: "items" }, items.slice(0, shown));
    if (items.length <= shown + 2) {
      element.append(...items.slice(shown));
      return element;
    }
    const more = rest(say("Show {} more", app.lang, items.length - shown), shown, items.length, () => {
      element.append(...items.slice(shown));
      const first = element.children[shown].querySelector("a");
      if (first) first.focus();
    });
    return [element, more];
  }

  function rowsOf(name, rows, title, chosen, doubts = null) {
    const shown = tables.telling(name, tables.columns(name, chosen), rows);
    return section(
      [title, doubts],
      tables.table(name, rows, { chosen: shown, caption: title, quiet: true }),
      tables.legend(tables.marksOf(name, rows, shown)),
    );
  }

  /* What a country and the Republic of Korea did by name: relations, treaties between them, what it entered. */
  function withRok(code) {
    if (code === "KOR") return [];
    const has = (row) => (row.countries || []).includes(code),
      entries = archive.rows("entries");
    const bilateral = (id) =>
      entries.filter((row) => row.document === id).every((row) => row.countries.every((each) => [code, "KOR"].includes(each)));
    const own = new Set(archive.rows("milestones").filter((row) => has(row) && row.countries.includes("KOR")).map((row) => row.id));
    const entered = new Set();
    for (const row of entries.filter(has)) {
      if (bilateral(row.document)) own.add(row.document);
      entered.add(`${row.document} ${row.date}`);
    }
    return archive.rows("timeline").filter((act) => own.has(act.id) || entered.has(`${act.id} ${act.date}`));
  }

  function tookPlace(acts, lang) {
    const title = `${say("What took place there", lang)} (${acts.length})`;
    return acts.length ? [rowsOf("timeline", acts, title, ["date", "title"])] : [];
  }

  /* The meetings of a series, oldest first, each that has a number and no date where its number belongs. */
  function inSeries(id) {
    const all = where("meetings", "series", id);
    const isUndated = (row) => !row.date && row.ordinal;
    const placed = all.filter((row) => !isUndated(row));
    for (const row of all.filter(isUndated)) {
      const at = placed.findIndex((other) => (other.ordinal || 0) > row.ordinal);
      placed.splice(at < 0 ? placed.length : at, 0, row);
    }
    return placed;
  }

  /* Those who belong to a framework, without partners, observers and donors; all of them where nobody belongs. */
  function belonging(members) {
    const inside = members.filter(({ role }) => ["member", "participant"].includes(role));
    return inside.length ? inside : members;
  }

  /* A part for each of what the others are beside a framework: dialogue partners. */
  function standingBeside(members, inside, columns, lang) {
    const roles = new Map();
    for (const row of members.filter((each) => !inside.includes(each)))
      roles.set(row.role, [...(roles.get(row.role) || []), row]);
    const chosen = columns.filter((name) => name !== "role");
    return [...roles].map(([role, rows]) => {
      const said = `${role[0].toUpperCase()}${role.slice(1).replaceAll("-", " ")}s`;
      const title = lang === "ko" ? archive.word("members", "role", role, lang) : said;
      const count = rows.filter(({ left }) => !left).length;
      return rowsOf("members", rows, count ? `${title} (${count})` : title, chosen);
    });
  }

  function belongings(row, disputes, lang) {
    const parts = [];
    if (row.table === "series") {
      const rows = inSeries(row.id);
      const counts = ["held", "announced", "postponed", "cancelled"].map((status) => [
        status,
        rows.filter((each) => each.status === status).length,
      ]);
      const said = counts
        .filter(([, count]) => count)
        .map(([status, count]) => say(`{} ${status}`, lang, count))
        .join(", ");
      const isTwice = ({ chairs, for_rok }) => chairs.includes(`${for_rok} (ROK)`); // nobody is told twice
      if (rows.length)
        parts.push(
          rowsOf(
            "meetings",
            rows.map((meeting) => (isTwice(meeting) ? { ...meeting, for_rok: null } : meeting)),
            `${archive.title("meetings", "", lang)} (${said})`,
            ["ordinal", "date", "place", "mode", "title", "chairs", "for_rok", "outcomes"],
          ),
        );
    }
    for (const name of archive.tables) {
      const { belongs } = archive.known(name);
      if (!belongs || name === row.table) continue;
      const rows = where(name, belongs.field, row.id);
      const title = (lang === "ko" ? belongs.heading_ko : belongs.heading) || archive.title(name, "", lang);
      const beside = doubts(row, name, lang, disputes);
      const inside = name === "members" ? belonging(rows) : rows;
      if (rows.length) parts.push(rowsOf(name, inside, `${title} (${inside.filter(({ left }) => !left).length})`, belongs.columns, beside));
      if (inside.length < rows.length) parts.push(...standingBeside(rows, inside, belongs.columns, lang));
    }
    if (row.table === "countries") {
      const members = where("members", "country", row.iso3),
        acts = where("timeline", "country", row.iso3);
      const title = archive.title("frameworks", "", lang);
      if (members.length) parts.push(rowsOf("members", members, title, ["framework", "role", "joined", "left", "note"]));
      const own = withRok(row.iso3);
      if (own.length)
        parts.push(rowsOf("timeline", own, `${say("With the ROK", lang)} (${own.length})`, ["date", "title"]));
      parts.push(...tookPlace(acts, lang));
    }
    if (row.table === "places") {
      const [acts, documents] = others.heldIn(row);
      const title = `${archive.title("documents", "", lang)} (${documents.length})`;
      parts.push(...tookPlace(acts, lang));
      if (documents.length) parts.push(rowsOf("documents", documents, title, ["date", "title"]));
    }
    if (row.table === "frameworks") {
      for (const name of archive.tables.filter((each) => archive.known(each).on_framework)) {
        const rows = archive.rows(name).filter((each) => (each.frameworks || []).includes(row.id));
        const items = rows.map((each) => onFramework(name, each, lang));
        if (items.length) parts.push(section(`${archive.title(name, "", lang)} (${items.length})`, list(items)));
      }
      const acts = archive.rows("timeline").filter((each) => each.frameworks.includes(row.id)).length;
      parts.push(
        section(
          archive.title("timeline", "", lang),
          h(
            "p",
            {},
            h(
              "a",
              { href: app.address({ view: "tables", table: "timeline", framework: row.id, id: "" }) },
              say("{} records", lang, acts),
            ),
          ),
        ),
      );
    }
    if (row.table === "sources") parts.push(...resting(row, lang));
    return parts;
  }

  function resting(source, lang) {
    const places = new Map();
    const add = (id, at) => places.set(id, new Set([...(places.get(id) || []), at]));
    for (const each of where("citations", "source", source.id)) add(each.id, evidence.place(each, lang));
    for (const each of where("statements", "source", source.id)) add(each.conflict, each.at);
    const items = [...places]
      .filter(([id]) => archive.row(id))
      .map(([id, at]) =>
        h("li", {}, link(id, lang), " ", h("span", { class: "aside" }, [...at].filter(Boolean).join("; "))),
      );
    return items.length ? [section(`${say("What rests on it", lang)} (${items.length})`, list(items))] : [];
  }

  function relations(row, lang) {
    const told = new Set(
      archive.tables
        .filter((name) => archive.known(name).belongs)
        .flatMap((name) => where(name, archive.known(name).belongs.field, row.id).map((each) => each.id)),
    );
    const groups = new Map();
    for (const each of where("relations", "id", row.id)) {
      if (UNSAID.includes(each.relation) || told.has(each.to)) continue;
      groups.set(each.relation, [...(groups.get(each.relation) || []), each]);
    }
    const said = new Set([...groups].flatMap(([word, group]) => (word === SEE_ALSO ? [] : group.map((each) => each.to))));
    const also = (groups.get(SEE_ALSO) || []).filter((each) => !said.has(each.to));
    groups.delete(SEE_ALSO);
    if (also.length) groups.set(SEE_ALSO, also);
    return [...groups]
      .sort(([a, one], [b, other]) => one[0].rank - other[0].rank || (a < b ? -1 : 1))
      .map(([word, group]) => {
        const title = archive.word("relations", "relation", word, lang);
        return section(
          title[0].toUpperCase() + title.slice(1),
          list(group.map((each) => other(each.to, each.date, lang))),
        );
      });
  }

  return { inSeries, withRok, where, silent, link, named, ours, differing, doubts, section, list, belongings, relations };
})();
