/* The views of the page beside the first: tables, pictures, how to read it, a card. Each returns its elements. */

const views = (() => {
  const heading = (text, ...more) => h("h1", { tabindex: "-1" }, text, ...more);

  function tableView(asked, lang) {
    const name = filters.tableOf(asked.table);
    const own = filters.of(name);
    const [state, unused] = filters.kept(asked, ["table", "sort", ...own], "table", lang);
    const date = archive.having(name, "date")[0],
      seen = archive.having(name, "seen")[0],
      codes = archive.having(name, "country");
    const rows = archive
      .rows(name)
      .filter((row) =>
        filters.passes(
          archive.field(name, "frameworks") ? row.frameworks || [] : [state.framework],
          date ? row[date] || row[seen] : state.since || state.until || "",
          codes.length ? codes.flatMap((field) => row[field] || []) : [state.country],
          state,
        ),
      );
    const chosen = tables.columns(name);
    const list = h(
      "nav",
      { class: "tables", "aria-label": say("Choose a table", lang) },
      h(
        "ul",
        {},
        archive.tables.map((each) =>
          h(
            "li",
            {},
            h(
              "a",
              {
                ...addresses.late(() => app.address({ view: "tables", table: each, ...filters.fitting(app.state, each) })),
                "aria-current": each === name ? "page" : null,
              },
              archive.title(each, "", lang),
              " ",
              h("span", { class: "aside" }, archive.edition.tables[each].toLocaleString("en")),
            ),
          ),
        ),
      ),
    );
    const jump = h(
      "div",
      { class: "filter jump" },
      h("label", { for: "jump" }, say("Choose a table", lang)),
      h(
        "select",
        { id: "jump", onchange: ({ target }) => app.go({ table: target.value, sort: "", ...filters.fitting(app.state, target.value) }) },
        archive.tables.map((each) =>
          h(
            "option",
            { value: each, selected: each === name },
            `${archive.title(each, "", lang)} (${archive.edition.tables[each].toLocaleString("en")})`,
          ),
        ),
      ),
    );
    const count =
      rows.length === archive.rows(name).length
        ? say("{} rows", lang, rows.length.toLocaleString("en"))
        : say("{} of {} shown", lang, rows.length.toLocaleString("en"), archive.rows(name).length.toLocaleString("en"));
    const said = [
      ...["framework", "country"].map((each) => state[each] && filters.told(each, state[each], lang)),
      (state.since || state.until) && `${state.since}–${state.until}`,
    ];
    app.tell(count);
    return [
      h(
        "div",
        { class: "columns" },
        list,
        h(
          "div",
          { class: "main" },
          heading(archive.title(name, "", lang)),
          jump,
          lang === "en" && h("p", { class: "lead" }, archive.known(name).about),
          filters.form(asked, lang, own),
          unused,
          h(
            "p",
            { class: "actions" },
            h("span", { class: "said" }, [count, ...said].filter(Boolean).join(" · ")),
            copier(say("Copy as table", lang), () => tables.clipping(name, rows, chosen, state.sort)),
            copier(say("Copy link", lang), () => [location.href]),
          ),
          tables.legend(tables.marksOf(name, rows, chosen)),
          rows.length
            ? tables.table(name, rows, {
                chosen,
                sort: state.sort,
                onsort: (sort) => app.go({ sort }),
                caption: archive.title(name, "", lang),
                quiet: true,
              })
            : h("p", { class: "said" }, say("No record passes these filters.", lang)),
        ),
      ),
    ];
  }

  function pictureView(asked, lang) {
    const names = Object.keys(pictures);
    const current = Object.hasOwn(pictures, asked.picture) ? asked.picture : names[0];
    const links = h(
      "nav",
      { class: "tabs", "aria-label": say("Choose a picture", lang) },
      h(
        "ul",
        {},
        names.map((name) =>
          h(
            "li",
            {},
            h(
              "a",
              {
                href: app.address({ view: "pictures", picture: name }),
                "aria-current": name === current ? "page" : null,
              },
              pictures[name].title[lang],
            ),
          ),
        ),
      ),
    );
    const picture = pictures[current];
    if (!picture) return [heading(say("Pictures", lang))];
    const [state, unused] = filters.kept(asked, ["picture", ...picture.filters], "view", lang, true);
    const container = h("div", { id: "drawn", class: "drawn", "data-drawn-later": "" });
    app.after(() => picture.draw(document.getElementById("drawn"), state));
    return [
      links,
      h(
        "section",
        { class: "picture", id: `picture-${current}` },
        heading(picture.title[lang]),
        picture.about && h("p", { class: "lead" }, picture.about[lang]),
        filters.form(asked, lang, picture.formed),
        filters.asked(state, lang),
        unused,
        container,
      ),
    ];
  }

  const ABOUT = [
    [
      "Searching",
      "Every word of a search must be in a record. “A phrase”, -not, table:meetings, framework:mekong, country:Laos, kind:summit, year:2019..2021 and id:akcf are understood; of several values of one name, one is enough.",
    ],
    [
      "Dates and gaps",
      "A date is as exact as its source: a day, a month or a year.",
      "What is not known is said to be not recorded. A meeting that was announced, postponed or cancelled says so beside its name.",
    ],
    [
      "Marks",
      "A star marks a value on which sources differ; its card tells who says what. A tilde marks a value that no source gives and that was worked out from others.",
    ],
    [
      "Sharing",
      "Opened from a file, it needs no network and sends nothing anywhere.",
      "The address in the browser names what you see. Copy it to share a view with somebody who has this file.",
    ],
  ];

  function about(state, lang) {
    const { edition } = archive;
    return [
      filters.kept(state, [], "view", lang)[1],
      heading(say("How to read it", lang)),
      ABOUT.map(([title, ...texts]) =>
        h(
          "section",
          { class: "prose" },
          h("h2", {}, say(title, lang)),
          texts.map((text) => h("p", {}, say(text, lang))),
        ),
      ),
      h(
        "section",
        { class: "prose" },
        h("h2", {}, say("Edition", lang)),
        h(
          "p",
          {},
          `aseanrok, ${say("Data edition {}", lang, edition.version)}, ${say("sources read {}", lang, archive.date(edition.read, lang))}.`,
        ),
        h("p", {}, say("The data are in the public domain (CC0); the words of the sources are their authors'.", lang)),
      ),
      h(
        "section",
        {},
        h("h2", {}, say("What is recorded", lang)),
        h(
          "dl",
          { class: "facts" },
          archive.tables.map((name) =>
            h(
              "div",
              {},
              h(
                "dt",
                {},
                h("a", { href: app.address({ view: "tables", table: name }) }, archive.title(name, "", lang)),
              ),
              h(
                "dd",
                {},
                lang === "en"
                  ? archive.known(name).about
                  : say("{} rows", lang, edition.tables[name].toLocaleString("en")),
              ),
            ),
          ),
        ),
      ),
    ];
  }

  function cardView(state, lang) {
    const row = archive.row(state.id) || archive.row(state.id.toLowerCase());
    const [, unused] = filters.kept(state, ["table", "q"], "view", lang); // a card keeps where it was found
    if (!row) {
      const words = state.id.replaceAll("-", " ");
      return [
        unused,
        heading(say("No record is called “{}”.", lang, state.id)),
        h("p", {}, h("a", { href: app.address({ q: words, id: "" }) }, say("Search for “{}”", lang, words))),
      ];
    }
    return [unused, cards.card(row, lang)];
  }

  const find = (state, lang) => finding.find(state, lang);

  return { heading, find, tables: tableView, pictures: pictureView, about, card: cardView };
})();
