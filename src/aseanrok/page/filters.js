/* What leaves only some rows: frameworks, countries, years, a table. All of it stands in the address. */

const filters = (() => {
  const NAMES = { table: "Table", framework: "Framework", country: "Country", since: "From", until: "To" };
  const SEARCHED = Object.keys(NAMES);

  const passes = (frameworks, date, codes, state) =>
    (!state.framework || state.framework.split(",").some((each) => frameworks.includes(each))) &&
    (!state.country || codes.includes(state.country)) &&
    within(date, state);

  /* Say whether a state leaves only some records. */
  const isAny = (state) => SEARCHED.some((name) => state[name]);

  /* Return the filters that the rows of a table can pass, by the fields they have; by time where a reader sees it, for
     of most series it is not recorded when they were agreed. */
  function of(name) {
    const { listing } = archive.known(name);
    const has = (role) => archive.having(name, role).length > 0;
    const isDated = archive.having(name, "date").some((field) => listing.includes(field));
    const own = { framework: archive.field(name, "frameworks"), country: has("country"), since: isDated, until: isDated };
    return Object.keys(own).filter((each) => own[each]);
  }

  /* Say whether a search can be kept to a table: to one of records, which are what it finds. */
  const isSearched = (name) => Boolean((archive.known(name) || {}).record);

  const isFramework = (id) => (archive.row(id) || {}).table === "frameworks";
  const isPoint = (value) => dateforms.isDate(value) && !value.includes("/"); // a span is no day, month or year
  const IS_KNOWN = {
    view: (value) => Object.hasOwn(app.VIEWS, value),
    picture: (value) => Object.hasOwn(pictures, value),
    q: () => true,
    measured: (value) => archive.rows("statistics").some((row) => row.indicator === value),
    sort: (value, { table }) => Boolean(archive.field(tableOf(table), value.replace(/^-/, ""))),
    lang: (value) => ["en", "ko"].includes(value),
    table: (value) => archive.tables.includes(value),
    framework: (value) => value.split(",").every(isFramework),
    country: (value) => Boolean(archive.byCode(value)),
    since: isPoint,
    until: isPoint,
  };

  /* Return the table that is shown where an address names this one. */
  const tableOf = (name) => (archive.tables.includes(name) ? name : "timeline");

  /* What a filter of the address asks for, in words. */
  function told(name, value, lang) {
    if (!IS_KNOWN[name](value)) return value;
    if (name === "table") return archive.title(value, "", lang);
    if (name === "framework") return value.split(",").map((id) => archive.label(archive.row(id), lang)).join(", ");
    return name === "country" ? archive.country(value, lang) : value;
  }

  /* A filter and what it asks for: `Country (Lao PDR)`. */
  const titled = (name, state, lang) => `${say(NAMES[name], lang)} (${told(name, state[name], lang)})`;

  /* On paper, which has no form, what the filters of a state ask for. */
  const asked = (state, lang) =>
    h("p", { class: "paper" }, SEARCHED.filter((each) => state[each]).map((each) => titled(each, state, lang)).join(", "));

  /* Return a state without those of its parts that are none of `own`, which a view acts upon, or whose value is not
     known; and the lines that tell of them, for nothing may look as if it acted and not do so. `place` says whose
     filters they are not; where times `areYears`, a day or a month is none. */
  function kept(state, own, place, lang, areYears = false) {
    const left = { ...state },
      lines = new Map();
    const tell = (line, said) => lines.set(line, [...(lines.get(line) || []), said]);
    const { since, until } = state;
    const isTimely = own.includes("since") && [IS_KNOWN.since(since), IS_KNOWN.until(until)].every(Boolean);
    const isBackwards = isTimely && archive.bounds(since)[0] > archive.bounds(until)[1];
    for (const name of Object.keys(IS_KNOWN).filter((each) => state[each])) {
      const isTime = name === "since" || name === "until";
      const isKnown = IS_KNOWN[name](state[name], state),
        isOwn = own.includes(name) || name === "view" || name === "lang",
        isYear = !isTime || !areYears || /^\d{4}$/.test(state[name]);
      if (isKnown && isOwn && isYear && !(isTime && isBackwards)) continue;
      left[name] = "";
      if (!Object.hasOwn(NAMES, name))
        tell(isKnown ? "Of no effect here: {}" : "Not understood: {}", `${name}=${state[name]}`);
      else if (isOwn && !isYear) tell("Only years are understood here: {}", titled(name, state, lang));
      else if (!isKnown) tell(isTime ? "Not a date: {}; write 2019, 2019-11 or 2019-11-25." : "Not understood: {}", titled(name, state, lang));
      else tell(isOwn ? "No time lies between these: {}" : `Not a filter of this ${place}: {}`, titled(name, state, lang));
    }
    for (const each of state.others) tell("Not understood: {}", each);
    const unused = [...lines].map(([line, all]) => h("p", { class: "said unused" }, say(line, lang, all.join(", "))));
    return [left, unused];
  }

  /* Return the filters of a state as another table has them: those that it lacks are empty. */
  const fitting = (state, name) =>
    Object.fromEntries(
      SEARCHED.filter((each) => each !== "table").map((each) => [each, of(name).includes(each) ? state[each] : ""]),
    );

  // Whatever may fall in the time asked for stays: a date is as exact as its source.
  function within(date, { since, until }) {
    if (!since && !until) return true;
    const days = [].concat(date || []).map(archive.bounds);
    const asked = archive.bounds(`${(since || "..").split("/")[0]}/${(until || "..").split("/").pop()}`);
    return days.some((bounds) => bounds && (!asked || (bounds[0] <= asked[1] && asked[0] <= bounds[1])));
  }

  function select(title, name, state, choices, all) {
    const id = `filter-${name}`;
    const options = choices.map(([value, text]) => h("option", { value, selected: state[name] === value }, text));
    return h(
      "div",
      { class: "filter" },
      h("label", { for: id }, title),
      h(
        "select",
        { id, onchange: (event) => app.go({ [name]: event.target.value }) },
        h("option", { value: "" }, all),
        options,
      ),
    );
  }

  function year(title, name, state, lang) {
    const id = `filter-${name}`;
    return h(
      "div",
      { class: "filter" },
      h("label", { for: id }, title),
      h("input", {
        id,
        inputmode: "numeric",
        size: 6,
        placeholder: say("year", lang),
        value: state[name],
        // What is no date is asked for as it was typed, and told above the rows.
        onchange: ({ target }) => {
          const when = dateforms.understood(target.value) || "";
          target.value = isPoint(when) ? when : target.value.trim();
          app.go({ [name]: target.value });
        },
      }),
    );
  }

  // Those of `own` that are set in a form.
  function form(state, lang, own) {
    const has = (name) => own.includes(name);
    const named = archive.rows("frameworks").map((row) => [row.id, archive.label(row, lang)]);
    if (state.framework.includes(",")) named.push([state.framework, told("framework", state.framework, lang)]); // of an address
    const countries = archive.rows("countries").map((row) => [row.iso3, archive.country(row.iso3, lang)]);
    const every = has("table");
    const set = SEARCHED.some((each) => state[each] && (every || each !== "table"));
    return h(
      "form",
      {
        class: "filters",
        role: "search",
        "aria-label": say("Filters", lang),
        onsubmit: (event) => event.preventDefault(),
      },
      every &&
        select(
          say("Table", lang),
          "table",
          state,
          archive
            .shown()
            .filter(isSearched)
            .map((each) => [each, archive.title(each, "", lang)]),
          say("All tables", lang),
        ),
      has("framework") && select(say("Framework", lang), "framework", state, named, say("All frameworks", lang)),
      has("country") && select(say("Country", lang), "country", state, countries, say("All countries", lang)),
      has("since") && year(say("From", lang), "since", state, lang),
      has("until") && year(say("To", lang), "until", state, lang),
      set &&
        h(
          "button",
          {
            type: "button",
            id: "filter-clear",
            class: "clear",
            onclick: () =>
              app.go({ framework: "", since: "", until: "", country: "", ...(every ? { table: "" } : {}) }),
          },
          say("Clear", lang),
        ),
    );
  }

  return { isAny, SEARCHED, tableOf, passes, of, isSearched, told, kept, asked, fitting, form };
})();
