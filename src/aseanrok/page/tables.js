/* Rows as a real table: caption, scopes, headings that sort; on a narrow screen each row becomes a block of its own. */

const tables = (() => {
  const FIRST = 150; // so many rows are drawn at once; the others when they are asked for
  const SHORT = 24; // a code or a word of so many letters is not broken

  // The columns of a listing in the order people read them: the label first, right behind the date where there is one;
  // where the label is another record's, or there is none, what the row is about.
  function columns(name, chosen = archive.known(name).listing) {
    const key = archive.known(name).key || "id";
    const label = archive.having(name, "label")[0];
    if (!label || archive.having(name, "relation").length) return chosen.filter((field) => field !== label);
    const shown = chosen.filter((field) => field !== key || field === label);
    if (!shown.includes(label)) return shown;
    const others = shown.filter((field) => field !== label);
    const at = others.indexOf("date") + 1;
    return [...others.slice(0, at), label, ...others.slice(at)];
  }

  // What tells something of some row: not what is empty, or as usual, in all of them.
  function telling(name, chosen, rows) {
    const silent = (value, usual) =>
      value === null || value === undefined || value === "" || value.length === 0 || value === usual;
    return chosen.filter((field) => {
      const { usual } = archive.field(name, field) || {};
      return rows.some((row) => !silent(row[field], usual));
    });
  }

  // The id of the record a row is about: its own, or in a table without ids what its first fields name.
  function about(name, row) {
    if (row.id && archive.row(row.id)) return row.id;
    const key = archive.known(name).key;
    if (key && archive.row(row[key])) return row[key];
    const code = archive.having(name, "country")[0];
    const country = code && typeof row[code] === "string" && archive.byCode(row[code]);
    return country ? country.id : null;
  }

  function marked(name, row, field) {
    const mark = archive.mark(name, row, field).trim();
    if (!mark) return null;
    const meanings = [mark.includes("*") && "sources differ", mark.includes("~") && "worked out here"].filter(Boolean);
    const said = meanings.map((each) => say(each, app.lang)).join(", ");
    return h("span", { class: "mark", title: said }, ` ${mark}`, h("span", { class: "hidden" }, ` (${said})`));
  }

  // The records that a value refers to; none where it is what a row is called, or text.
  function references(name, row, field) {
    const { roles = [] } = archive.field(name, field) || {};
    if (["country", "label", "name"].some((role) => roles.includes(role))) return [];
    const found = [].concat(row[field] || []).map((id) => archive.row(id));
    return found.every((each) => each && each !== row) ? found : [];
  }

  // A value as it is read: what it refers to by name.
  function read(name, row, field, lang) {
    const found = field === "id" ? [] : references(name, row, field);
    return found.length ? found.map((each) => archive.named(each, lang)).join("; ") : archive.value(name, row, field, lang);
  }

  // A value with what it leads to: the card of a record or of a country, or an address.
  function told(name, row, field, lang = app.lang) {
    const value = row[field],
      said = archive.value(name, row, field, lang);
    const known = archive.field(name, field) || {},
      roles = known.roles || [];
    if (typeof value === "string" && /^https?:\/\//.test(value))
      return outside(value, value.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""));
    if (roles.includes("country") && !roles.includes("name")) {
      const codes = [].concat(value || []);
      return codes.flatMap((code, at) => {
        const country = archive.byCode(code);
        return [
          at ? ", " : null,
          country ? h("a", { href: app.address({ id: country.id }) }, archive.country(code, lang)) : code,
        ];
      });
    }
    const linked = ({ id }) => h("a", { href: app.address({ id }) }, archive.named(archive.row(id), lang));
    const found = references(name, row, field);
    return found.length ? found.flatMap((each, at) => [at ? ", " : null, linked(each)]) : said;
  }

  function cell(name, row, field, label, shown) {
    const content = [told(name, row, field, archive.languageOf(field, shown)), marked(name, row, field)];
    const title = archive.title(name, field, app.lang);
    const { type, roles = [], words } = archive.field(name, field) || {};
    if (field === label) {
      const id = about(name, row);
      const said = [].concat(content[0]).map((each) => (each instanceof Element ? each.textContent : each)); // no link in a link
      return h(
        "th",
        { scope: "row", role: "rowheader" },
        id ? h("a", { href: app.address({ id }) }, said, content[1]) : content,
      );
    }
    const number = (type === "integer" || type === "number") && "number";
    const short = type === "date" && "date";
    const isShort =
      (roles.includes("whole") || words) &&
      archive.value(name, row, field, archive.languageOf(field, shown)).length < SHORT &&
      !archive.row(row[field]);
    const items = roles.includes("items") && Array.isArray(row[field]) && row[field].length > 1;
    return h(
      "td",
      {
        role: "cell",
        "data-title": title,
        class: [number, short, isShort && "whole"].filter(Boolean).join(" ") || null,
      },
      items
        ? [
            h(
              "ul",
              {},
              archive.items(name, row, field, archive.languageOf(field, shown)).map((each) => h("li", {}, each)),
            ),
            marked(name, row, field),
          ]
        : content,
    );
  }

  /* Return a table of rows; `sort` is a field by which it is sorted, `onsort` is told which one is asked for. */
  function table(
    name,
    rows,
    {
      chosen = columns(name),
      caption = archive.title(name, "", app.lang),
      sort = "",
      onsort = null,
      quiet = false,
    } = {},
  ) {
    const label = chosen.find((field) => archive.having(name, "label").includes(field)) || chosen[0];
    const heads = chosen.map((field) => {
      const title = archive.title(name, field, app.lang);
      const way = sort === field ? "ascending" : sort === `-${field}` ? "descending" : null;
      const button = () =>
        h(
          "button",
          {
            type: "button",
            id: `sort-${field}`, // where the keys stand when it is drawn anew
            title: say("Sort by {}", app.lang, title),
            onclick: () => onsort(way === "ascending" ? `-${field}` : way ? "" : field),
          },
          title,
          h("span", { class: "way", "aria-hidden": "true" }, way === "ascending" ? " ▲" : way ? " ▼" : ""),
        );
      const { type } = archive.field(name, field) || {};
      return h(
        "th",
        {
          scope: "col",
          role: "columnheader",
          "aria-sort": way,
          class: (type === "integer" || type === "number") && "number",
        },
        onsort ? button() : title,
      );
    });
    // What leads to the record says something: where the label is empty, the first cell that does.
    const says = (row, field) => Boolean(archive.value(name, row, field, archive.languageOf(field, chosen)));
    const headOf = (row) => (says(row, label) ? label : chosen.find((field) => says(row, field)) || label);
    const body = h("tbody", { role: "rowgroup" });
    const found = sort ? sorting.sorted(rows, sort, name) : rows;
    const add = (from, to) =>
      body.append(
        ...found.slice(from, to).map((row) =>
          h(
            "tr",
            { role: "row" },
            chosen.map((field) => cell(name, row, field, headOf(row), chosen)),
          ),
        ),
      );
    add(0, FIRST);
    const made = h(
      "table",
      { role: "table", class: "listing" },
      h("caption", { class: quiet ? "hidden" : null }, caption),
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)),
      body,
    );
    if (found.length <= FIRST) return h("div", { class: "rows" }, made);
    const more = rest(say("Show all {}", app.lang, found.length.toLocaleString("en")), FIRST, found.length, () => {
      const next = body.children[FIRST];
      add(FIRST, found.length);
      const first = (next || body.children[FIRST]).querySelector("a");
      if (first) first.focus();
    });
    return h("div", { class: "rows" }, made, more);
  }

  /* Return what goes on the clipboard: text parted by tabs, and HTML; every column, its id, and what it rests on. */
  function clipping(name, found, chosen, sort = "") {
    const { lang } = app;
    const rows = sort ? sorting.sorted(found, sort, name) : found;
    const fields = [...new Set([...chosen, archive.known(name).key || "id"])].filter((field) =>
      archive.field(name, field),
    );
    const heads = fields.map((field) => archive.title(name, field, lang));
    const lines = rows.map((row) =>
      fields.map((field) => read(name, row, field, archive.languageOf(field, fields)) + archive.mark(name, row, field)),
    );
    const flat = [heads, ...lines]
      .map((line) => line.map((text) => text.replace(/[\t\r\n]+/g, " ")).join("\t"))
      .join("\n");
    const row = (line, tag) =>
      h(
        "tr",
        {},
        line.map((text) => h(tag, {}, text)),
      );
    const said = meanings(marksOf(name, rows, fields));
    const foot = h("p", {}, [`aseanrok, ${say("Data edition {}", lang, archive.edition.version)}`, ...said].join(". "));
    const whole = h(
      "div",
      {},
      h(
        "table",
        {},
        h("thead", {}, row(heads, "th")),
        h(
          "tbody",
          {},
          lines.map((line) => row(line, "td")),
        ),
      ),
      foot,
    );
    return [`${flat}\n`, whole.innerHTML];
  }

  /* Return the marks of some rows on the fields that are shown of them; "" where all of it is certain. */
  const marksOf = (name, rows, chosen) =>
    rows.flatMap((row) => chosen.map((field) => archive.mark(name, row, field))).join("");

  /* Return what each of the marks in a text means. */
  const meanings = (marks) =>
    [marks.includes("*") && "* sources differ", marks.includes("~") && "~ worked out here; no source gives it"]
      .filter(Boolean)
      .map((each) => say(each, app.lang));

  /* Return the line beside what is marked; nothing where nothing is. */
  const legend = (marks) => marks && h("p", { class: "legend" }, meanings(marks).join(" · "));

  return { table, columns, telling, clipping, marksOf, meanings, legend, told, marked };
})();
