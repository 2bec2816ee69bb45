/* What leaves only some rows: frameworks, countries, years, a table. All of it stands in the address. */

const filters = (() => {
  const passes = (frameworks, date, codes, state) =>
    (!state.framework || frameworks.includes(state.framework)) &&
    (!state.country || codes.includes(state.country)) &&
    within(date, state);

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
        maxlength: 10,
        size: 6,
        placeholder: say("year", lang),
        value: state[name],
        autocomplete: "off",
        onchange: ({ target }) => {
          const said = target.value.trim();
          const isDay = !said || (archive.bounds(said) && !said.includes("/"));
          target.setCustomValidity(isDay ? "" : "2019 · 2019-11 · 2019-11-25");
          if (isDay) app.go({ [name]: said });
          else target.reportValidity();
        },
      }),
    );
  }

  // `every` filter there is, or those that the rows of a table can pass; pictures have years of their own.
  function form(state, lang, every, name = "") {
    const has = (field) => every || !name || archive.field(name, field);
    const dated = every || (name && archive.having(name, "date").length > 0);
    const named = archive.rows("frameworks").map((row) => [row.id, archive.label(row, lang)]);
    const placed = every || (name && archive.having(name, "country").length > 0);
    const countries = archive.rows("countries").map((row) => [row.iso3, archive.country(row.iso3, lang)]);
    const set = ["framework", "since", "until", "country", ...(every ? ["table"] : [])].some((each) => state[each]);
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
            .filter((each) => archive.known(each).record)
            .map((each) => [each, archive.title(each, "", lang)]),
          say("All tables", lang),
        ),
      has("frameworks") && select(say("Framework", lang), "framework", state, named, say("All frameworks", lang)),
      placed && select(say("Country", lang), "country", state, countries, say("All countries", lang)),
      dated && year(say("From", lang), "since", state, lang),
      dated && year(say("To", lang), "until", state, lang),
      set &&
        h(
          "button",
          {
            type: "button",
            class: "clear",
            onclick: () =>
              app.go({ framework: "", since: "", until: "", country: "", ...(every ? { table: "" } : {}) }),
          },
          say("Clear", lang),
        ),
    );
  }

  return { passes, form };
})();
