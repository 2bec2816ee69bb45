/* Everything known about one record, as the tables declare it: facts, lists, what belongs to it, disputes, sources. */

const cards = (() => {
  const ORDER = ["official", "agency", "reference", "press"];
  const UNSAID = ["framework", "about", "figure"]; // relations that a card tells otherwise
  const FEW = 12;

  const where = (table, field, value) => archive.rows(table).filter((row) => row[field] === value);
  const silent = (value, usual) => value === null || value === undefined || value === "" || value === false || value.length === 0 || value === usual;
  const link = (id, lang) => h("a", { href: app.address({ id }) }, archive.row(id) ? archive.label(archive.row(id), lang) : id);
  const dated = (row) => row[archive.having(row.table, "date")[0]] || "";

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
    const more = h("button", { type: "button", class: "more", onclick: () => {
      element.append(...items.slice(shown));
      more.remove();
      const first = element.children[shown].querySelector("a");
      if (first) first.focus();
    } }, say("Show {} more", app.lang, items.length - shown));
    return [element, more];
  }

  function disputesOf(row) {
    const found = where("conflicts", "about", row.id);
    const parts = archive.tables.filter((name) => (archive.known(name).belongs || {}).part).flatMap((name) => where(name, archive.known(name).belongs.field, row.id));
    for (const part of parts) if (part.id) found.push(...where("conflicts", "about", part.id));
    return row.table === "conflicts" ? [row] : found;
  }

  function facts(row, disputes, lang) {
    const lines = [];
    const { table } = row;
    const label = archive.having(table, "label")[0], twin = row[`${label}_ko`] ? `${label}_ko` : "name_ko";
    for (const field of archive.known(table).fields) {
      const { name } = field;
      if (field.card || silent(row[name], field.usual) || name === "note" || name === "url" || name === "website") continue;
      if (name === twin) continue; // it stands under the name
      const own = disputes.filter((each) => each.about === row.id && (each.disputes || []).includes(name));
      const derived = (row.derived || []).includes(name);
      lines.push(h("div", {}, h("dt", {}, archive.title(table, name, lang)), h("dd", {},
        Array.isArray(row[name]) && !row[name].every((each) => archive.row(each)) && !(field.roles || []).includes("country")
          ? archive.value(table, row, name, lang).split("; ").join((field.roles || []).includes("phrases") ? "; " : ", ")
          : tables.told(table, row, name),
        derived && h("span", { class: "tag" }, say("worked out here", lang)),
        own.map((each) => h("a", { class: "tag warn", href: app.address({ id: each.id }) }, say("sources differ", lang))))));
    }
    if (row.about && archive.row(row.about) && archive.field(table, "about").card) {
      lines.unshift(h("div", {}, h("dt", {}, archive.title(table, "about", lang)), h("dd", {}, link(row.about, lang))));
    }
    if ((row.frameworks || []).length && table !== "frameworks") {
      lines.push(h("div", {}, h("dt", {}, say("Frameworks", lang)), h("dd", {}, row.frameworks.flatMap((id, at) => [at ? ", " : null, link(id, lang)]))));
    }
    const address = row.url || row.website;
    if (address) lines.push(h("div", {}, h("dt", {}, archive.title(table, row.url ? "url" : "website", lang)), h("dd", {}, outside(address, address))));
    return lines.length ? h("dl", { class: "facts" }, lines) : null;
  }

  function coverageOf(row, lang) {
    return where("coverage", "id", row.id).filter((each) => row.table === "series" && each.not_recorded).map((each) =>
      h("p", { class: "gap" }, h("strong", {}, archive.title("coverage", "not_recorded", lang)), " ", archive.value("coverage", each, "not_recorded", lang)));
  }

  function lists(row, lang) {
    return archive.known(row.table).fields.filter((field) => field.card === "list" && (row[field.name] || []).length).map((field) =>
      section(archive.title(row.table, field.name, lang), list([].concat(row[field.name]).map((said, at) => {
        const twin = lang === "ko" && row[`${field.name}_ko`];
        return h("li", {}, archive.row(said) ? link(said, lang) : (twin && twin[at]) || archive.word(row.table, field.name, said, lang));
      }))));
  }

  function rowsOf(name, rows, title, chosen, lang) {
    const shown = tables.telling(name, tables.columns(name, chosen), rows);
    return section(title, tables.table(name, rows, { chosen: shown, caption: title, quiet: true }), tables.legend(name, rows, shown));
  }

  function belongings(row, lang) {
    const parts = [];
    if (row.table === "series") {
      const rows = where("meetings", "series", row.id);
      const counts = ["held", "announced", "postponed", "cancelled"].map((status) => [status, rows.filter((each) => each.status === status).length]);
      const said = counts.filter(([, count]) => count).map(([status, count]) => say(`{} ${status}`, lang, count)).join(", ");
      if (rows.length) parts.push(rowsOf("meetings", rows, `${archive.title("meetings", "", lang)} (${said})`, ["ordinal", "date", "place", "mode", "title", "outcomes"], lang));
    }
    for (const name of archive.tables) {
      const { belongs } = archive.known(name);
      if (!belongs || name === row.table) continue;
      const rows = where(name, belongs.field, row.id);
      const title = (lang === "ko" ? belongs.heading_ko : belongs.heading) || archive.title(name, "", lang);
      if (rows.length) parts.push(rowsOf(name, rows, `${title} (${rows.length})`, belongs.columns, lang));
    }
    if (row.table === "countries") {
      const members = where("members", "country", row.iso3), acts = where("timeline", "country", row.iso3);
      if (members.length) parts.push(rowsOf("members", members, say("Belongs to", lang), ["framework", "role", "joined", "left"], lang));
      if (acts.length) parts.push(rowsOf("timeline", acts, `${say("What took place there", lang)} (${acts.length})`, ["date", "title"], lang));
    }
    if (row.table === "frameworks") {
      for (const name of archive.tables.filter((each) => archive.known(each).on_framework)) {
        const rows = archive.rows(name).filter((each) => (each.frameworks || []).includes(row.id));
        const items = rows.map((each) => h("li", {}, link(each.id, lang), dated(each) && h("span", { class: "aside" }, archive.date(dated(each), lang))));
        if (items.length) parts.push(section(`${archive.title(name, "", lang)} (${items.length})`, list(items)));
      }
      const acts = archive.rows("timeline").filter((each) => each.frameworks.includes(row.id)).length;
      parts.push(section(archive.title("timeline", "", lang), h("p", {},
        h("a", { href: app.address({ view: "tables", table: "timeline", framework: row.id, id: "" }) }, say("{} records", lang, acts)))));
    }
    if (row.table === "sources") parts.push(...resting(row, lang));
    return parts;
  }

  function resting(source, lang) {
    const places = new Map();
    const add = (id, at) => places.set(id, new Set([...(places.get(id) || []), at]));
    for (const each of where("citations", "source", source.id)) add(each.id, place(each, lang));
    for (const each of where("statements", "source", source.id)) add(each.conflict, each.at);
    const items = [...places].filter(([id]) => archive.row(id)).map(([id, at]) =>
      h("li", {}, link(id, lang), h("span", { class: "aside" }, [...at].filter(Boolean).join("; "))));
    return items.length ? [section(`${say("What rests on it", lang)} (${items.length})`, list(items))] : [];
  }

  function relations(row, lang) {
    const told = new Set(archive.tables.filter((name) => archive.known(name).belongs).flatMap((name) => where(name, archive.known(name).belongs.field, row.id).map((each) => each.id)));
    const shown = row.table === "series" ? ["meetings"] : [];
    const groups = new Map();
    const listed = row.table === "frameworks" ? new Set(archive.tables.filter((each) => archive.known(each).on_framework)) : new Set();
    for (const each of where("relations", "id", row.id)) {
      if (UNSAID.includes(each.relation) || told.has(each.to) || shown.includes(each.table) || listed.has(each.table)) continue;
      groups.set(each.relation, [...(groups.get(each.relation) || []), each]);
    }
    return [...groups].sort(([a, one], [b, other]) => one[0].rank - other[0].rank || (a < b ? -1 : 1)).map(([word, group]) => {
      const title = archive.word("relations", "relation", word, lang);
      return section(title[0].toUpperCase() + title.slice(1), list(group.map((each) =>
        h("li", {}, link(each.to, lang), each.date && h("span", { class: "aside" }, archive.date(each.date, lang))))));
    });
  }

  function differing(row, disputes, lang) {
    return disputes.map((conflict) => {
      const title = conflict === row ? say("Statements", lang) : `${say(conflict.kind === "misprint" ? "A misprint" : "Sources differ", lang)}: ${conflict.question}`;
      const items = where("statements", "conflict", conflict.id).map((each) => {
        const source = archive.row(each.source);
        return h("li", { class: each.followed ? "followed" : null },
          h("q", {}, each.says), each.followed && h("span", { class: "tag good" }, say("followed", lang)),
          h("span", { class: "aside" }, source ? [source.publisher, ": ", link(source.id, lang)] : each.source, each.at && `, ${each.at}`,
            each.corrected && ` (${say("since corrected", lang)}, ${archive.date(each.corrected, lang)})`));
      });
      const follows = conflict !== row && h("p", {}, say("Followed: {}.", lang, conflict.follows), " ", conflict.because);
      return section(title, h("ul", { class: "items statements" }, items), follows);
    });
  }

  function place(citation, lang) {
    const heading = (name) => (archive.field(citation.table, name) ? archive.title(citation.table, name, lang) : name);
    const of = (citation.fields.length ? citation.fields : [citation.part]).filter(Boolean).map(heading).join(", ");
    return of ? `${citation.at} (${of})` : citation.at;
  }

  // What a record rests on, those who know best first: [source, [place, ...]].
  function sourcesOf(row, lang) {
    const places = new Map();
    const add = (id, at) => places.set(id, new Set([...(places.get(id) || []), at]));
    const parts = archive.tables.filter((name) => (archive.known(name).belongs || {}).part && name !== row.table);
    const ids = new Set([row.id, ...parts.flatMap((name) => where(name, archive.known(name).belongs.field, row.id).map((each) => each.id))]);
    for (const each of archive.rows("citations")) if (ids.has(each.id)) add(each.source, place(each, lang));
    if (row.table === "conflicts") for (const each of where("statements", "conflict", row.id)) add(each.source, each.at);
    const found = [...places].filter(([id]) => archive.row(id)).map(([id, at]) => [archive.row(id), [...at].filter(Boolean)]);
    return found.sort(([a], [b]) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  }

  function sources(row, lang) {
    const found = sourcesOf(row, lang);
    if (!found.length) return null;
    const items = found.map(([source, at]) => h("li", {},
      `${source.publisher}: `, outside(source.url, source.title), " ",
      h("span", { class: "aside" }, [archive.word("sources", "kind", source.kind, lang), source.published && archive.date(source.published, lang),
        source.read && say("read {}", lang, archive.date(source.read, lang)), at.join("; ")].filter(Boolean).join(" · ")),
      " ", h("a", { class: "aside", href: app.address({ id: source.id }), "aria-label": `${archive.title("sources", "", lang)}: ${source.title}` }, say("more", lang))));
    return section(`${archive.title("sources", "", lang)} (${items.length})`, h("div", { class: "sources" }, list(items, 20)));
  }

  /* Return a record as a footnote names it: what it is, what it rests on, the edition; nothing that is not recorded. */
  function cited(row, lang) {
    const date = dated(row) && archive.date(dated(row), lang);
    const own = row.table === "sources" ? [[row, []]] : sourcesOf(row, lang);
    const said = own.map(([source, at]) => [`${source.publisher}, “${source.title}”`, source.published && archive.date(source.published, lang), source.url,
      at.join("; "), source.read && say("read {}", lang, archive.date(source.read, lang))].filter(Boolean).join(", "));
    const what = row.table === "sources" ? "" : `${archive.label(row, lang)}${date ? `, ${date}` : ""}. `;
    return `${what}${said.join("; ")}. aseanrok, ${say("Data edition {}", lang, archive.edition.version)}, ${row.id}.`;
  }

  // The records beside this one: meetings of its series, holders of its office, in their order.
  function beside(row) {
    const { belongs } = archive.known(row.table);
    const field = row.series ? "series" : belongs && belongs.part ? belongs.field : null;
    if (!field) return null;
    const all = where(row.table, field, row[field]), at = all.indexOf(row);
    return { of: row[field], at, count: all.length, before: all[at - 1], after: all[at + 1] };
  }

  function steps(row, lang) {
    const near = beside(row);
    if (!near || near.count < 2) return null;
    const step = (to, title, rel) => (to
      ? h("a", { href: app.address({ id: to.id }), rel, class: rel }, h("span", { class: "aside" }, title), " ", h("span", {}, archive.label(to, lang)))
      : h("span", {}));
    return h("nav", { class: "steps", "aria-label": say("In this series", lang) }, step(near.before, say("Previous", lang), "prev"),
      h("span", { class: "count" }, link(near.of, lang), h("span", { class: "aside" }, say("{} of {}", lang, near.at + 1, near.count))), step(near.after, say("Next", lang), "next"));
  }

  function card(row, lang) {
    const { table } = row;
    const known = archive.known(table), disputes = disputesOf(row);
    const label = archive.having(table, "label")[0];
    const other = lang === "ko" ? row[label] : row[`${label}_ko`] || row.name_ko;
    const kind = h("a", { href: app.address({ view: "tables", table, id: "" }) }, lang === "ko" ? known.name_ko : known.singular);
    const chosen = known.fields.map((field) => field.name).filter((name) => !["disputed", "derived"].includes(name) && !silent(row[name]));
    const status = row.status && row.status !== "held" && archive.field(table, "status") && table === "meetings";
    return h("article", { class: "card", "data-id": row.id },
      h("header", {}, h("p", { class: "kind" }, kind, " ", h("code", {}, row.id)),
        h("h1", { tabindex: "-1" }, archive.label(row, lang), tables.marked(table, row, label)),
        other && other !== archive.label(row, lang) && h("p", { class: "twin", lang: lang === "ko" ? "en" : "ko" }, other),
        status && h("p", { class: "tag warn status" }, archive.word(table, "status", row.status, lang)),
        row.summary && h("p", { class: "summary" }, row.summary)),
      steps(row, lang),
      facts(row, disputes, lang),
      row.note && h("p", { class: "note" }, h("strong", {}, archive.title(table, "note", lang)), " ", row.note),
      coverageOf(row, lang),
      h("p", { class: "actions" }, copier(say("Copy citation", lang), () => [cited(row, lang)]),
        copier(say("Copy as table", lang), () => tables.clipping(table, [row], chosen)),
        copier(say("Copy link", lang), () => [location.href])),
      lists(row, lang), belongings(row, lang), relations(row, lang), differing(row, disputes, lang), sources(row, lang));
  }

  return { card, cited, beside };
})();
