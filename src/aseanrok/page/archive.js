/* The archive: the published tables, and what is known of their fields.

   What other scripts of the page may use (one classic script, the files in the order of `SCRIPTS` in whole.py):

   archive.tables                     names of the tables, in the order an export holds them
   archive.rows(table)                its rows as plain objects, every published field, in the published order
   archive.row(id)                    the row of a record, with `table`; undefined where there is none
   archive.title(table, field, lang)  what a field is called; without a field, what the table is called
   archive.word(table, field, value, lang)  a value as people read it: words in Korean, lists joined, "" for nothing
   archive.value(table, row, field, lang)   the same of a row: a Korean twin (place_ko) in its place, dates in words
   archive.items(table, row, field, lang)   the values of a list, each in the words of the language
   archive.label(row, lang)           what a record is called, with "(announced)" where it was not held
   archive.mark(table, row, field)    " *" where sources differ on it, " ~" where it was worked out here, or ""
   archive.listed(id)                 its row in the index, whose marks are those of its title, its date and its place
   archive.known(table)               what fields.json says: {name, singular, name_ko, listing, fields: [...], ...}
   archive.field(table, name)         a field of it: {name, type, heading, heading_ko, roles, words, ...}
   archive.plainly(row, lang)         the same without how it stands
   archive.having(table, role)        names of the fields with a role ("date", "kind", "country", "label" ...)
   archive.edition                    {version, read, newest, records, tables: {name: count}}
   archive.date(edtf, lang)           a date as people write it
   archive.years(edtf)                [first, last] year of a date as numbers; null where it is open at that end

   app.lang, app.state                the language; the state in the address: {view, table, q, id, framework, since, until, lang}
   app.go({table: "meetings"})        change the address, and so the page; null removes a part
   app.open(id)                       show the card of a record
   say("Held", lang)                  a fixed phrase of the page in a language (phrases.js; missing ones stay English)
   h("td", {class: "x", onclick: f}, ...children)   make an element; text is text, never markup. svg(...) the same for SVG

   pictures.NAME = {title: {en, ko}, about: {en, ko}, filters: ["framework"], draw(container, state)}: one picture,
   filled in by pictures.js; its filters are the parts of the state by which it leaves something out.
   draw() appends to the empty container: the picture, and under it the table of the same data; it is called anew when the
   language or a filter changes. No style="" attributes (the policy forbids them): classes, or element.style.x = y.
   Colours are the variables at the head of page.css. */

var pictures = {};

const archive = (() => {
  const known = new Map(),
    records = new Map();

  function open(read) {
    archive.edition = read.edition;
    archive.search = read.search;
    archive.citing = read.citing;
    archive.tables = read.known.map((each) => each.name);
    for (const each of read.known) known.set(each.name, each);
    published.open(read);
  }

  const { rows } = published;

  function row(id) {
    if (!records.size) {
      for (const name of archive.tables.filter((each) => known.get(each).record)) {
        for (const each of rows(name)) {
          if (!(name === "glossary" && each.about)) records.set(each.id, each);
        }
      }
    }
    return records.get(id);
  }

  const index = new Map();
  function listed(id) {
    if (!index.size) for (const each of rows("index")) index.set(each.id, each);
    return index.get(id);
  }

  // A table's own records: an abbreviation stands in the glossary under the id of the record it is of.
  const own = (name) => rows(name).filter((each) => !(name === "glossary" && each.about));

  const fields = new Map();
  function field(table, name) {
    const key = `${table} ${name}`;
    if (!fields.has(key))
      fields.set(
        key,
        known.get(table).fields.find((each) => each.name === name),
      );
    return fields.get(key);
  }

  function worded(about, value, lang) {
    if (Array.isArray(value)) return value.map((each) => worded(about, each, lang));
    if (typeof value === "boolean") return lang === "ko" ? (value ? "예" : "아니요") : value ? "yes" : "no";
    if (lang !== "ko" || !about || !about.words || typeof value !== "string") return value;
    return (
      about.words[value] ||
      value
        .split(" / ")
        .map((part) => about.words[part] || part)
        .join(" / ")
    );
  }

  function text(value, lang) {
    if (value === null || value === undefined) return "";
    if (Array.isArray(value)) return value.map((each) => text(each, lang)).join("; ");
    if (typeof value === "number") return value.toLocaleString("en");
    return String(value);
  }

  function word(table, name, value, lang) {
    const about = field(table, name);
    const roles = (about && about.roles) || [];
    if (value === null || value === undefined || value === "") return "";
    if (roles.includes("share")) return `${Math.round(value * 100)}%`;
    if (about && about.type === "date") return archive.date(value, lang);
    if (roles.includes("whole") && typeof value === "number") return String(value);
    if (roles.includes("country") && !roles.includes("name"))
      return text(
        [].concat(value).map((code) => country(code, lang)),
        lang,
      );
    return text(worded(about, value, lang), lang);
  }

  const coded = new Map();
  function country(code, lang) {
    if (!coded.size) for (const each of rows("countries")) coded.set(each.iso3, each);
    const found = coded.get(code);
    return found ? (lang === "ko" && found.name_ko) || found.short_name || found.name : code;
  }

  function byCode(code) {
    country(code, "en");
    return coded.get(code);
  }

  function standing(each, lang) {
    const not =
      ["announced", "postponed", "cancelled"].includes(each.status) &&
      (each.table === "meetings" || each.series !== undefined);
    return not ? ` (${word("meetings", "status", each.status, lang)})` : "";
  }

  // What a record is called, without how it stands.
  function plainly(each, lang, table = each.table) {
    const name = having(table, "label")[0] || "id";
    const called = each[name] || each.id || "";
    if (lang !== "ko") return called;
    // A term of several words goes by its Korean name; an abbreviation is what is explained.
    const korean = each[`${name}_ko`] || (called.includes(" ") && each.name_ko);
    return korean || (!known.get(table).record && byAnother(each, called)) || called;
  }

  // What a row that is no record calls a record it names, as that record is called.
  function byAnother(each, called) {
    const other = Object.values(each).map(row).find((found) => found && found !== each && plainly(found, "en") === called);
    return other && plainly(other, "ko");
  }

  function label(each, lang, table = each.table) {
    const [english, end] = ["en", lang].map((language) => standing(each, language));
    const called = plainly(each, lang, table);
    const said = called.endsWith(english) ? called.slice(0, called.length - english.length) : called; // it is told once
    return said.endsWith(end) ? said : said + end;
  }

  // What others call a record: in Korean by its Korean name, an abbreviation of the glossary as well.
  function named(each, lang) {
    const name = having(each.table, "label")[0];
    return lang === "ko" && !each[`${name}_ko`] && each.name_ko ? each.name_ko + standing(each, lang) : label(each, lang);
  }

  // What a row says in Korean beside the English; null where it says nothing, or nothing in Korean is asked for.
  function twin(each, name, lang) {
    const said = lang === "ko" && each[`${name}_ko`];
    return said && said.length ? said : null;
  }

  /* The language of a column beside others: English where the Korean is one of them. */
  const languageOf = (name, shown) => (shown.includes(`${name}_ko`) ? "en" : app.lang);

  function value(table, each, name, lang) {
    if (name === having(table, "label")[0]) return label(each, lang, table);
    const said = twin(each, name, lang);
    return said ? text(said, lang) : word(table, name, each[name], lang);
  }

  function items(table, each, name, lang) {
    const twins = twin(each, name, lang) || [];
    return (each[name] || []).map((said, at) => twins[at] || word(table, name, said, lang));
  }

  function mark(table, each, name) {
    const value = each[name];
    if (value === null || value === undefined || value === "" || value.length === 0) return "";
    const roles = (field(table, name.replace(/_ko$/, "")) || {}).roles || [];
    const star = (each.disputed || []).includes(name) ? "*" : "";
    const derived = (each.derived || []).includes(name) && !roles.includes("name") && !roles.includes("label");
    return star || derived ? ` ${star}${derived ? "~" : ""}` : "";
  }

  const roled = new Map();
  function having(table, role) {
    const key = `${table} ${role}`;
    if (!roled.has(key)) {
      roled.set(
        key,
        known
          .get(table)
          .fields.filter((each) => (each.roles || []).includes(role))
          .map((each) => each.name),
      );
    }
    return roled.get(key);
  }

  // The tables that a reader looks for something in: not those that only join others.
  const shown = () => archive.tables.filter((name) => !["relations", "citations", "index"].includes(name));

  function title(table, name, lang) {
    if (name) {
      const about = field(table, name);
      return about ? (lang === "ko" ? about.heading_ko : about.heading) : name;
    }
    return lang === "ko" ? known.get(table).name_ko : table[0].toUpperCase() + table.slice(1);
  }

  return {
    open,
    rows,
    row,
    records: own,
    byCode,
    shown,
    field,
    word,
    value,
    twin,
    languageOf,
    items,
    listed,
    label,
    named,
    plainly,
    mark,
    having,
    title,
    country,
    standing,
    known: (name) => known.get(name),
    tables: [],
    edition: null,
  };
})();
