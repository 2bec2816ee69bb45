/* The first view: what a search finds, or without one how things stand and what there is. */

const finding = (() => {
  const MANY = 40; // so many hits are drawn at once

  /* The fields that a hit tells beside what it is called: its date, and what the listing says in a word. */
  function besideLabel(table) {
    const others = archive.known(table).listing.filter((name) => {
      const { type, roles = [] } = archive.field(table, name);
      return type === "text" && name !== "id" && !roles.includes("label");
    });
    return [archive.having(table, "date")[0], ...others].filter(Boolean);
  }

  function hit({ row, record, missing }, answer, lang) {
    const { table } = row;
    const known = archive.known(table);
    const told = new Map([[lang === "ko" ? known.name_ko : known.singular, ""]]); // what is said, and the field
    for (const name of besideLabel(table)) {
      const said = archive.value(table, row, name, lang);
      if (said && !told.has(said)) told.set(said, name);
    }
    const about = [...told.keys()].join(" · ");
    const [field, passage] = reasons.passage(record, answer.question, lang);
    const heading = archive.field(table, field)
      ? archive.title(table, field, lang)
      : archive.tables.includes(field)
        ? archive.title(field, "", lang)
        : "";
    const marked = (text) =>
      reasons.marked(text, answer.question).map(([piece, is]) => (is ? h("mark", {}, piece) : piece));
    return h(
      "li",
      { class: "hit" },
      h(
        "a",
        { href: app.address({ id: row.id }) },
        marked(archive.label(row, lang)),
        tables.marked(table, row, archive.having(table, "label")[0]),
      ),
      h(
        "span",
        { class: "aside" },
        [...told].map(([said, name], at) => [at ? " · " : "", marked(said), tables.marked(table, row, name)]),
      ),
      passage && !about.includes(passage) && !archive.label(row, lang).includes(passage)
        ? h("p", {}, h("span", { class: "aside" }, heading, " "), marked(passage))
        : row.summary && h("p", {}, archive.value(row.table, row, "summary", lang)),
      missing.length ? h("p", { class: "aside" }, say("does not hold: {}", lang, missing.join(", "))) : null,
    );
  }

  // What is said of a text that was pasted by mistake: it would be looked through for minutes.
  function tooMany(query, lang) {
    words.open();
    const [most, count] = [archive.search.mostWords, words.tokenise(query).length];
    return count > most ? say("A search takes at most {} words; these are {}.", lang, most, count) : "";
  }

  // What is said above records that do not hold all words, where none does or so few that it is by chance.
  function notAll(isFiltered, isByChance, lang) {
    if (isByChance)
      return isFiltered
        ? say("Few records that pass these filters hold all of these words; first is the best of each country.", lang)
        : say("Few records hold all of these words; first is the best of each country.", lang);
    return isFiltered
      ? say("No record that passes these filters holds all of these words; these hold most.", lang)
      : say("No record holds all of these words; these hold most.", lang);
  }

  function found(state, unused, lang) {
    const allowed = (record) =>
      (!state.table || record.row.table === state.table) &&
      filters.passes(record.frameworks, record.date, record.countries, state);
    const wrong = tooMany(state.q, lang) || within.refused(state.q, lang);
    if (wrong) return { said: wrong, parts: [unused, h("p", { class: "said" }, wrong)] };
    const answer = missing.ask(passed.withoutThis(state.q), allowed, lang);
    const hits = answer.hits.length ? answer.hits : answer.near;
    const list = h(
      "ol",
      { class: "hits" },
      hits.slice(0, MANY).map((each) => hit(each, answer, lang)),
    );
    const more =
      hits.length > MANY &&
      rest(say("Show all {}", lang, hits.length.toLocaleString("en")), MANY, hits.length, () => {
        list.append(...hits.slice(MANY).map((each) => hit(each, answer, lang)));
        list.children[MANY].querySelector("a").focus();
      });
    const count =
      answer.hits.length === 1
        ? say("1 record", lang)
        : say("{} records", lang, answer.hits.length.toLocaleString("en"));
    const quoted = (all) => all.map((each) => `“${each}”`).join(", ");
    const without = answer.question.without.map(({ terms }) => terms.map(({ shown }) => shown).join(" "));
    const isFiltered = filters.isAny(state) || answer.question.filters.length > 0 || without.length > 0;
    let said = [
      count,
      without.length && say("without {}", lang, quoted(without)),
      answer.asked && say("{} is told by their cards, where it is recorded", lang, quoted(answer.asked)),
    ]
      .filter(Boolean)
      .join("; ");
    if (answer.meant)
      said = `${say("No record holds {}; showing results for “{}”.", lang, quoted(answer.unknown), answer.meant)} ${said}`;
    else if (answer.line && answer.near.length) said = answer.line;
    else if (!answer.hits.length && answer.near.length)
      said = notAll(isFiltered, answer.isByChance, lang);
    else if (!hits.length && state.q)
      said = say(isFiltered && !answer.unmet ? "Nothing found for “{}” that passes these filters." : "Nothing found for “{}”.", lang, state.q);
    else if (!hits.length) said = say("No record passes these filters.", lang);
    if (answer.unmet) said += ` ${say("No record is of “{}”.", lang, answer.unmet)}`;
    if (answer.line && said !== answer.line) said = `${answer.line} ${said}`;
    const marks = hits.map(({ row: { table }, row }) =>
      tables.marksOf(table, [row], [archive.having(table, "label")[0], ...besideLabel(table)]),
    );
    const over = passed.told(state.q, answer.hits, lang);
    return {
      said: [said, over].filter(Boolean).join(" "),
      parts: [unused, h("p", { class: "said" }, said), over && h("p", { class: "said" }, over), tables.legend(marks.join("")), list, more],
    };
  }

  function find(asked, lang) {
    const own = ["q", ...filters.SEARCHED].filter((each) => each !== "table" || filters.isSearched(asked.table));
    const [state, unused] = filters.kept(asked, own, "view", lang);
    if (own.some((each) => state[each])) {
      const { said, parts } = found(state, unused, lang);
      app.tell(said);
      return [
        h("h1", { class: "hidden", tabindex: "-1" }, [say("Search", lang), state.q].filter(Boolean).join(": ")),
        filters.asked(state, lang),
        filters.form(asked, lang, filters.SEARCHED),
        ...parts,
      ];
    }
    const { edition } = archive;
    return [
      unused,
      h(
        "div",
        { class: "welcome" },
        views.heading(say("ASEAN and the Republic of Korea", lang)),
        h(
          "p",
          { class: "lead" },
          say("Relations between ASEAN and the Republic of Korea, with a source for every fact", lang),
        ),
        h(
          "p",
          { class: "aside" },
          [
            say(
              "{} records, {} sources",
              lang,
              edition.records.toLocaleString("en"),
              archive.rows("sources").length.toLocaleString("en"),
            ),
            say("Data edition {}", lang, edition.version),
            say("sources read {}", lang, archive.date(edition.read, lang)),
          ].join(" · "),
        ),
        h(
          "p",
          { class: "examples" },
          say("For example", lang),
          " ",
          EXAMPLES[lang].map((words) => [h("a", { href: app.address({ q: words }) }, words), " "]),
        ),
      ),
      h(
        "section",
        {},
        h("h2", {}, say("Frameworks", lang)),
        h(
          "ul",
          { class: "tiles" },
          archive.rows("frameworks").map((row) => framework(row, lang)),
        ),
        tables.legend(tables.marksOf("meetings", archive.rows("frameworks").flatMap(lastAndNext), ["date"])),
      ),
      h(
        "section",
        {},
        h("h2", {}, say("Newest acts", lang)),
        h(
          "ul",
          { class: "acts" },
          newest().map((row) => act(row, lang)),
        ),
        tables.legend(tables.marksOf("timeline", newest(), ["date", "title"])),
        h(
          "p",
          {},
          h(
            "a",
            { href: app.address({ view: "tables", table: "timeline", sort: "-date" }) },
            say("All dated acts", lang),
          ),
        ),
      ),
      h(
        "section",
        {},
        h("h2", {}, say("What is recorded", lang)),
        h(
          "ul",
          { class: "contents" },
          archive
            .shown()
            .map((name) =>
              h(
                "li",
                {},
                h("a", { href: app.address({ view: "tables", table: name }) }, archive.title(name, "", lang)),
                h("span", { class: "aside" }, edition.tables[name].toLocaleString("en")),
              ),
            ),
        ),
      ),
    ];
  }

  const EXAMPLES = {
    en: ["Mekong-ROK summit", "AKCF", "trade 2024", "who chairs ASEAN"],
    ko: ["한강선언", "한-아세안 협력기금", "정상회의 2019", "교역액"],
  };

  /* The last meeting of a framework that was held, and the next that is announced, where they are known. */
  function lastAndNext(row) {
    const { read } = archive.edition;
    const meetings = archive.rows("meetings").filter((each) => each.frameworks.includes(row.id) && each.date);
    const isToCome = (each) => each.status === "announced" && archive.bounds(each.date)[1] >= read;
    return [meetings.filter((each) => each.status === "held").slice(-1), meetings.filter(isToCome).slice(0, 1)].flat();
  }

  function framework(row, lang) {
    const title = { held: "Last held", announced: "Announced" };
    const line = (each) =>
      h(
        "div",
        {},
        h("dt", {}, say(title[each.status], lang)),
        h(
          "dd",
          {},
          h("a", { href: app.address({ id: each.id }) }, archive.label(each, lang).replace(/ \([^)]*\)$/, "")),
          " ",
          h("span", { class: "aside" }, archive.date(each.date, lang), tables.marked("meetings", each, "date")),
        ),
      );
    return h(
      "li",
      {},
      h("h3", {}, h("a", { href: app.address({ id: row.id }) }, archive.label(row, lang))),
      h("dl", {}, lastAndNext(row).map(line)),
    );
  }

  const newest = () =>
    archive
      .rows("timeline")
      .filter((row) => archive.bounds(row.date)[0] <= archive.edition.read && (!row.status || row.status === "held"))
      .slice(-8)
      .reverse();

  const act = (row, lang) =>
    h(
      "li",
      {},
      h("span", { class: "when" }, archive.date(row.date, lang), tables.marked("timeline", row, "date")),
      h(
        "a",
        { href: app.address({ id: row.id }) },
        archive.label(row, lang, "timeline"),
        tables.marked("timeline", row, "title"),
      ),
    );

  return { find };
})();
