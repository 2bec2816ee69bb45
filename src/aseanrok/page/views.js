/* The views of the page: what is found, the tables, the pictures, how to read it. Each returns its elements. */

const views = (() => {
  const MANY = 40; // so many hits are drawn at once

  const passes = (frameworks, date, codes, state) =>
    (!state.framework || frameworks.includes(state.framework)) && (!state.country || codes.includes(state.country)) && within(date, state);

  // Whatever may fall in the time asked for stays: a date is as exact as its source.
  function within(date, { since, until }) {
    if (!since && !until) return true;
    const bounds = date && archive.bounds(date);
    const asked = archive.bounds(`${since || ".."}/${until || ".."}`);
    return Boolean(bounds) && (!asked || (bounds[0] <= asked[1] && asked[0] <= bounds[1]));
  }

  const heading = (text, ...more) => h("h1", { tabindex: "-1" }, text, ...more);

  // --- find -----------------------------------------------------------------------------------------------------------

  function hit({ row, record, missing }, answer, lang) {
    const { table } = row;
    const known = archive.known(table);
    const others = known.listing.filter((name) => {
      const { type, roles = [] } = archive.field(table, name);
      return type === "text" && name !== "id" && !roles.includes("label");
    });
    const told = [archive.having(table, "date")[0], ...others].filter(Boolean).map((name) => archive.value(table, row, name, lang));
    const about = [...new Set([lang === "ko" ? known.name_ko : known.singular, ...told])].filter(Boolean).join(" · ");
    const [field, passage] = search.passage(record, answer.question);
    const heading = archive.field(table, field) ? archive.title(table, field, lang) : archive.tables.includes(field) ? archive.title(field, "", lang) : "";
    const marked = (text) => search.marked(text, answer.question).map(([piece, is]) => (is ? h("mark", {}, piece) : piece));
    return h("li", { class: "hit" },
      h("a", { href: app.address({ id: row.id }) }, marked(archive.label(row, lang))), h("span", { class: "aside" }, marked(about)),
      passage && !about.includes(passage) && !archive.label(row, lang).includes(passage) ? h("p", {}, h("span", { class: "aside" }, heading, " "), marked(passage)) : row.summary && h("p", {}, row.summary),
      missing.length ? h("p", { class: "aside" }, say("does not hold: {}", lang, missing.join(", "))) : null);
  }

  function found(state, lang) {
    const allowed = (record) => (!state.table || record.row.table === state.table) && passes(record.frameworks, record.date, record.countries, state);
    const answer = search.ask(state.q, allowed);
    const hits = answer.hits.length ? answer.hits : answer.near;
    const list = h("ol", { class: "hits" }, hits.slice(0, MANY).map((each) => hit(each, answer, lang)));
    const more = hits.length > MANY && h("button", { type: "button", class: "more", onclick: () => {
      list.append(...hits.slice(MANY).map((each) => hit(each, answer, lang)));
      more.remove();
      list.children[MANY].querySelector("a").focus();
    } }, say("Show all {}", lang, hits.length.toLocaleString("en")));
    const count = answer.hits.length === 1 ? say("1 record", lang) : say("{} records", lang, answer.hits.length.toLocaleString("en"));
    let said = count;
    if (answer.meant) said = `${say("No record holds {}; showing results for “{}”.", lang, answer.unknown.map((word) => `“${word}”`).join(", "), answer.meant)} ${count}`;
    else if (!answer.hits.length && answer.near.length) said = say("No record holds all of these words; these hold most.", lang);
    else if (!hits.length) said = say("Nothing found for “{}”.", lang, state.q);
    return { said, parts: [h("p", { class: "said" }, said), list, more] };
  }

  function find(state, lang) {
    if (state.q) {
      const { said, parts } = found(state, lang);
      app.tell(said);
      return [h("h1", { class: "hidden", tabindex: "-1" }, say("Search", lang)), filters(state, lang, true), ...parts];
    }
    const { edition } = archive;
    return [
      h("div", { class: "welcome" }, heading(say("ASEAN and the Republic of Korea", lang)),
        h("p", { class: "lead" }, say("Relations between ASEAN and the Republic of Korea, with a source for every fact", lang)),
        h("p", { class: "aside" }, [
          say("{} records, {} sources", lang, edition.records.toLocaleString("en"), archive.rows("sources").length.toLocaleString("en")),
          say("Data edition {}", lang, edition.version), say("sources read {}", lang, archive.date(edition.read, lang)),
        ].join(" · ")),
        h("p", { class: "examples" }, say("For example", lang), " ", EXAMPLES[lang].map((words) => [h("a", { href: app.address({ q: words }) }, words), " "]))),
      h("section", {}, h("h2", {}, say("Frameworks", lang)), h("ul", { class: "tiles" }, archive.rows("frameworks").map((row) => framework(row, lang)))),
      h("section", {}, h("h2", {}, say("Newest acts", lang)), h("ul", { class: "acts" }, newest(lang)),
        h("p", {}, h("a", { href: app.address({ view: "tables", table: "timeline", sort: "-date" }) }, say("All dated acts", lang)))),
      h("section", {}, h("h2", {}, say("What is recorded", lang)), h("ul", { class: "contents" }, shown().map((name) => h("li", {},
        h("a", { href: app.address({ view: "tables", table: name }) }, archive.title(name, "", lang)),
        h("span", { class: "aside" }, edition.tables[name].toLocaleString("en")))))),
    ];
  }

  const EXAMPLES = { en: ["Mekong-ROK summit", "AKCF", "trade 2024", "who chairs ASEAN"], ko: ["한강선언", "한-아세안 협력기금", "정상회의 2019", "교역액"] };

  function framework(row, lang) {
    const { read } = archive.edition;
    const meetings = archive.rows("meetings").filter((each) => each.frameworks.includes(row.id));
    const held = meetings.filter((each) => each.status === "held" && each.date);
    const last = held.at(-1), next = meetings.find((each) => each.status === "announced" && each.date && archive.bounds(each.date)[1] >= read);
    const line = (title, each) => each && h("div", {}, h("dt", {}, title), h("dd", {}, h("a", { href: app.address({ id: each.id }) }, archive.label(each, lang).replace(/ \([^)]*\)$/, "")), " ", h("span", { class: "aside" }, archive.date(each.date, lang))));
    return h("li", {}, h("h3", {}, h("a", { href: app.address({ id: row.id }) }, archive.label(row, lang))),
      h("dl", {}, line(say("Last held", lang), last), line(say("Announced", lang), next)));
  }

  function newest(lang) {
    const rows = archive.rows("timeline").filter((row) => archive.bounds(row.date)[0] <= archive.edition.read && (!row.status || row.status === "held")).slice(-8).reverse();
    return rows.map((row) => h("li", {}, h("span", { class: "when" }, archive.date(row.date, lang)), h("a", { href: app.address({ id: row.id }) }, archive.label(row, lang, "timeline"))));
  }

  // --- filters ----------------------------------------------------------------------------------------------------------

  function select(title, name, state, choices, all) {
    const id = `filter-${name}`;
    const options = choices.map(([value, text]) => h("option", { value, selected: state[name] === value }, text));
    return h("div", { class: "filter" }, h("label", { for: id }, title),
      h("select", { id, onchange: (event) => app.go({ [name]: event.target.value }) }, h("option", { value: "" }, all), options));
  }

  function year(title, name, state, lang) {
    const id = `filter-${name}`;
    return h("div", { class: "filter" }, h("label", { for: id }, title),
      h("input", { id, inputmode: "numeric", maxlength: 10, size: 6, placeholder: say("year", lang), value: state[name], autocomplete: "off",
        onchange: (event) => app.go({ [name]: archive.bounds(event.target.value.trim()) ? event.target.value.trim() : "" }) }));
  }

  // `every` filter there is, or those that the rows of a table can pass; pictures have years of their own.
  function filters(state, lang, every, name = "") {
    const has = (field) => every || !name || archive.field(name, field);
    const dated = every || (name && archive.having(name, "date").length);
    const named = archive.rows("frameworks").map((row) => [row.id, archive.label(row, lang)]);
    const placed = every || (name && archive.having(name, "country").length);
    const countries = archive.rows("countries").map((row) => [row.iso3, archive.country(row.iso3, lang)]);
    const set = ["framework", "since", "until", "country", ...(every ? ["table"] : [])].some((each) => state[each]);
    return h("form", { class: "filters", role: "search", "aria-label": say("Filters", lang), onsubmit: (event) => event.preventDefault() },
      every && select(say("Table", lang), "table", state, shown().filter((each) => archive.known(each).record).map((each) => [each, archive.title(each, "", lang)]), say("All tables", lang)),
      has("frameworks") && select(say("Framework", lang), "framework", state, named, say("All frameworks", lang)),
      placed && select(say("Country", lang), "country", state, countries, say("All countries", lang)),
      dated && year(say("From", lang), "since", state, lang), dated && year(say("To", lang), "until", state, lang),
      set && h("button", { type: "button", class: "clear", onclick: () => app.go({ framework: "", since: "", until: "", country: "", ...(every ? { table: "" } : {}) }) }, say("Clear", lang)));
  }

  // --- tables -----------------------------------------------------------------------------------------------------------

  const shown = () => archive.tables.filter((name) => !["relations", "citations", "index"].includes(name));

  function tableView(state, lang) {
    const name = archive.tables.includes(state.table) ? state.table : "timeline";
    const date = archive.having(name, "date")[0], codes = archive.having(name, "country");
    const rows = archive.rows(name).filter((row) => passes(archive.field(name, "frameworks") ? row.frameworks || [] : [state.framework],
      date ? row[date] : state.since || state.until || "", codes.length ? codes.flatMap((field) => row[field] || []) : [state.country], state));
    const chosen = tables.columns(name);
    const list = h("nav", { class: "tables", "aria-label": say("Choose a table", lang) }, h("ul", {}, archive.tables.map((each) => h("li", {},
      h("a", { href: app.address({ view: "tables", table: each, sort: "" }), "aria-current": each === name ? "page" : null }, archive.title(each, "", lang),
        " ", h("span", { class: "aside" }, archive.edition.tables[each].toLocaleString("en")))))));
    const jump = h("div", { class: "filter jump" }, h("label", { for: "jump" }, say("Choose a table", lang)),
      h("select", { id: "jump", onchange: (event) => app.go({ table: event.target.value, sort: "" }) },
        archive.tables.map((each) => h("option", { value: each, selected: each === name }, `${archive.title(each, "", lang)} (${archive.edition.tables[each].toLocaleString("en")})`))));
    const count = rows.length === archive.rows(name).length ? say("{} rows", lang, rows.length.toLocaleString("en"))
      : say("{} of {} shown", lang, rows.length.toLocaleString("en"), archive.rows(name).length.toLocaleString("en"));
    const asked = [state.framework && archive.label(archive.row(state.framework) || { id: state.framework, table: "frameworks" }, lang),
      state.country && archive.country(state.country, lang), (state.since || state.until) && `${state.since || ""}–${state.until || ""}`];
    app.tell(count);
    return [h("div", { class: "columns" }, list, h("div", { class: "main" },
      heading(archive.title(name, "", lang)), jump,
      lang === "en" && h("p", { class: "lead" }, archive.known(name).about),
      filters(state, lang, false, name),
      h("p", { class: "actions" }, h("span", { class: "said" }, [count, ...asked].filter(Boolean).join(" · ")), copier(say("Copy as table", lang), () => tables.clipping(name, rows, chosen)), copier(say("Copy link", lang), () => [location.href])),
      rows.length ? tables.table(name, rows, { chosen, sort: state.sort, onsort: (sort) => app.go({ sort }), caption: archive.title(name, "", lang), quiet: true })
        : h("p", { class: "said" }, say("No record passes these filters.", lang)),
      tables.legend(name, rows, chosen)))];
  }

  // --- pictures -----------------------------------------------------------------------------------------------------------

  function pictureView(state, lang) {
    const names = Object.keys(pictures);
    const current = pictures[state.picture] ? state.picture : names[0];
    const links = h("nav", { class: "tabs", "aria-label": say("Choose a picture", lang) }, h("ul", {}, names.map((name) => h("li", {},
      h("a", { href: app.address({ view: "pictures", picture: name }), "aria-current": name === current ? "page" : null }, pictures[name].title[lang])))));
    const picture = pictures[current];
    if (!picture) return [heading(say("Pictures", lang))];
    const container = h("div", { class: "drawn" });
    app.after(() => picture.draw(container, state));
    return [links, h("section", { class: "picture", id: `picture-${current}` }, heading(picture.title[lang]),
      picture.about && h("p", { class: "lead" }, picture.about[lang]), filters(state, lang, false), container)];
  }

  // --- about ------------------------------------------------------------------------------------------------------------

  const ABOUT = [
    ["Searching", "Every word of a search must be in a record. “A phrase”, -not, table:meetings, framework:mekong, country:Laos, kind:summit, year:2019 and id:akcf are understood."],
    ["Dates and gaps", "A date is as exact as its source: a day, a month or a year.", "What is not known is said to be not recorded. A meeting that was announced, postponed or cancelled says so beside its name."],
    ["Marks", "A star marks a value on which sources differ; its card tells who says what. A tilde marks a value that no source gives and that was worked out from others."],
    ["Sharing", "Opened from a file, it needs no network and sends nothing anywhere.", "The address in the browser names what you see. Copy it to share a view with somebody who has this file."],
  ];

  function about(state, lang) {
    const { edition } = archive;
    return [heading(say("How to read it", lang)), ABOUT.map(([title, ...texts]) => h("section", { class: "prose" }, h("h2", {}, say(title, lang)), texts.map((text) => h("p", {}, say(text, lang))))),
      h("section", { class: "prose" }, h("h2", {}, say("Edition", lang)),
        h("p", {}, `aseanrok, ${say("Data edition {}", lang, edition.version)}, ${say("sources read {}", lang, archive.date(edition.read, lang))}.`),
        h("p", {}, say("The data are in the public domain (CC0); the words of the sources are their authors'.", lang))),
      h("section", {}, h("h2", {}, say("What is recorded", lang)), h("dl", { class: "facts" }, archive.tables.map((name) => h("div", {},
        h("dt", {}, h("a", { href: app.address({ view: "tables", table: name }) }, archive.title(name, "", lang))),
        h("dd", {}, lang === "en" ? archive.known(name).about : say("{} rows", lang, edition.tables[name].toLocaleString("en")))))))];
  }

  function cardView(state, lang) {
    const row = archive.row(state.id);
    if (!row) return [heading(say("No record is called “{}”.", lang, state.id))];
    return [cards.card(row, lang)];
  }

  return { find, tables: tableView, pictures: pictureView, about, card: cardView };
})();
