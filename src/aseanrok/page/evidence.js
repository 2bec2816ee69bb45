/* What a record rests on: what its sources say, and where they differ. */

const evidence = (() => {
  const ORDER = ["official", "agency", "reference", "press"];

  function differing(row, disputes, lang) {
    return disputes.map((conflict) => {
      const title =
        conflict === row
          ? say("Statements", lang)
          : `${say(conflict.kind === "misprint" ? "A misprint" : "Sources differ", lang)}: ${archive.label(conflict, lang)}`;
      const items = parts.where("statements", "conflict", conflict.id).map((each) => {
        const source = archive.row(each.source);
        return h(
          "li",
          { class: each.followed ? "followed" : null },
          h("q", {}, each.says),
          each.followed && h("span", { class: "tag good" }, say("followed", lang)),
          h(
            "span",
            { class: "aside" },
            source ? [source.publisher, ": ", parts.link(source.id, lang)] : each.source,
            each.at && `, ${each.at}`,
            each.corrected && ` (${say("since corrected", lang)}, ${archive.date(each.corrected, lang)})`,
          ),
        );
      });
      const follows =
        conflict !== row && h("p", {}, say("Followed: {}.", lang, conflict.follows), " ", conflict.because);
      return parts.section(title, h("ul", { class: "items statements" }, items), follows);
    });
  }

  function place(citation, lang) {
    const heading = (name) => {
      if (archive.field(citation.table, name)) return archive.title(citation.table, name, lang);
      return archive.tables.includes(name) ? archive.title(name, "", lang) : name;
    };
    const of = (citation.fields.length ? citation.fields : [citation.part]).filter(Boolean).map(heading).join(", ");
    return of ? `${citation.at} (${of})` : citation.at;
  }

  // What a record rests on, those who know best first: [source, [place, ...]].
  function sourcesOf(row, lang) {
    const places = new Map();
    const add = (id, at) => places.set(id, new Set([...(places.get(id) || []), at]));
    const owned = archive.tables.filter((name) => (archive.known(name).belongs || {}).part && name !== row.table);
    const ids = new Set([
      row.id,
      ...owned.flatMap((name) => parts.where(name, archive.known(name).belongs.field, row.id).map((each) => each.id)),
    ]);
    for (const each of archive.rows("citations")) if (ids.has(each.id)) add(each.source, place(each, lang));
    if (row.table === "conflicts")
      for (const each of parts.where("statements", "conflict", row.id)) add(each.source, each.at);
    const found = [...places]
      .filter(([id]) => archive.row(id))
      .map(([id, at]) => [archive.row(id), [...at].filter(Boolean)]);
    return found.sort(([a], [b]) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  }

  /* The fields that a card shows, that people ask for and that a record leaves empty; of dates only those that are
     expected are missing: what was adopted need not be signed (`aseanrok.cards.beyond`). */
  function unrecorded(row) {
    words.open();
    const asked = new Set(archive.search.asked.map(words.stem));
    return archive.known(row.table).fields.filter((field) => {
      if (field.card === "none" || field.unsearched || !parts.silent(row[field.name])) return false;
      const isAsked = field.heading.toLowerCase().split(/\s+/).some((word) => asked.has(words.stem(word)));
      return cards.isExpected(field, row) || (isAsked && !field.expected && field.type !== "date");
    });
  }

  function sources(row, lang) {
    const found = sourcesOf(row, lang);
    if (!found.length) return null;
    const items = found.map(([source, at]) =>
      h(
        "li",
        {},
        `${source.publisher}: `,
        outside(source.url, source.title),
        " ",
        h(
          "span",
          { class: "aside" },
          [
            archive.word("sources", "kind", source.kind, lang),
            source.published && archive.date(source.published, lang),
            source.read && say("read {}", lang, archive.date(source.read, lang)),
            at.join("; "),
          ]
            .filter(Boolean)
            .join(" · "),
        ),
        " ",
        h(
          "a",
          {
            class: "aside",
            href: app.address({ id: source.id }),
            "aria-label": `${archive.title("sources", "", lang)}: ${source.title}`,
          },
          say("more", lang),
        ),
      ),
    );
    const empty = unrecorded(row).map(({ name }) => archive.title(row.table, name, lang));
    return parts.section(
      `${archive.title("sources", "", lang)} (${items.length})`,
      h("div", { class: "sources" }, parts.list(items, 20)),
      empty.length > 0 && h("p", { class: "said" }, say("Not recorded here: {}.", lang, empty.join(", "))),
    );
  }

  return { differing, place, sources };
})();
