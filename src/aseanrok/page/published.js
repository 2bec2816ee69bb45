"use strict";
/* The published tables, made again from what the page carries: the plain tables, and what columns.py packs beside them.

   published.rows(table)   its rows as plain objects, every published field, in the published order */

const published = (() => {
  const packed = new Map(),
    shown = new Map(),
    made = new Map();
  let relations = null;

  function open(read) {
    const lists = []; // of cells, which are numbers of texts until the ids are known
    let next = read.ids.count;
    const numbered = ({ cells, own, lists: inLists }) => {
      const codes = numbersOf(cells),
        found = [];
      let last = 0,
        at = 0;
      const away = (code) => {
        if (code === 0) return null;
        last = code === 1 ? next++ : code % 2 ? last - (code - 1) / 2 : last + (code - 2) / 2;
        return last;
      };
      const known = own && [null, ...numbersOf(own).map(away)];
      const cell = () => (known ? known[codes[at++]] : away(codes[at++]));
      while (at < codes.length) found.push(inLists ? Array.from({ length: codes[at++] }, cell) : cell());
      lists.push(found);
      return found;
    };
    for (const [name, columns] of Object.entries(read.tables)) {
      const about = { count: columns[""], columns: {} };
      for (const [field, column] of Object.entries(columns)) {
        if (field === "") continue;
        if (column.cells !== undefined) about.columns[field] = numbered(column);
        else if (column.as && !column.at) about.columns[field] = column.as;
        else {
          let at = 0;
          const odd = new Map(column.at.map((apart, nth) => [(at += apart), nth]));
          about.columns[field] = { ...column, odd, but: column.but.as || numbered(column.but) };
        }
      }
      packed.set(name, about);
    }
    ({ relations } = read);
    for (const told of relations ? [relations.both, relations.more] : [])
      for (const [word, pairs] of Object.entries(told)) told[word] = numbered(pairs);
    const texts = Array(read.ids.count).concat(JSON.parse(new TextDecoder().decode(unzipped(read.texts)))),
      ids = [];
    for (const [name, about] of Object.entries(read.ids.of)) if (packed.get(name).count) identify(name, about, texts, ids);
    ids.forEach((id, number) => (texts[number] = id));
    const text = (number) => (number === null ? null : Array.isArray(number) ? number.map(text) : texts[number]);
    for (const list of lists) list.forEach((number, at) => (list[at] = text(number)));
  }

  // Numbers as letters: see the end of columns.py.
  const numbersOf = (letters) =>
    Array.from(letters, (letter) => letter.codePointAt(0)).map((code) => code - (code < 0xd800 ? 35 : 35 + 0x800));

  // The ids of a table, from the words of its rows: see ids.py.
  function identify(name, { by, codes }, texts, ids) {
    const { columns } = packed.get(name),
      cells = plainly(name);
    let above = [];
    codes.split(" ").forEach((code, at) => {
      const said = by.map((field) => {
        const column = columns[field];
        return Array.isArray(column) ? texts[column[at]] : cells[at][column.cell];
      });
      const all = said.filter(Boolean).join(" ").toLowerCase().replace(/['’]/g, "");
      const words = all.match(/[a-z0-9]+/g),
        parts = above.slice(0, code.charCodeAt(0) - 97);
      let next = 0;
      for (const part of code.slice(1).match(/-[^-A-Z]*|[A-Z]/g) || []) {
        if (part[0] === "-") parts.push(part.slice(1));
        else if (part === "Z") parts.push(words[0]);
        else {
          next += part.charCodeAt(0) - 65;
          parts.push(words[next++ % words.length]);
        }
      }
      ids[columns.id[at]] = parts.join("-");
      above = parts;
    });
  }

  // The cells of a plain table, row by row: see plain.py. The first is its address. A cell may reach over several rows,
  // and a row be without those at its end that say nothing.
  function plainly(name) {
    if (!shown.has(name)) {
      const text = document.querySelector("noscript").textContent;
      const table = new RegExp(`id="${name}"><(.*?)<(?:tbody|ul)>(.*?)</(?:table|ul)>`, "s");
      const [, head, inside] = table.exec(text);
      const cells = inside.split(/<(?:tr|li)>/).slice(1).map((line) => line.split(/(?=<t[hd])/));
      if (cells.length !== packed.get(name).count) throw new Error(`${name}: rows are missing, or stand twice`);
      const reaching = Array.from({ length: head.split("<th ").length - 1 || 1 }, () => ({ left: 0 }));
      shown.set(
        name,
        cells.map((own) => {
          for (const [number, { left }] of reaching.entries()) {
            if (left) reaching[number].left--;
            else reaching[number] = cellOf(own.shift() || "");
          }
          if (own.length) throw new Error(`${name}: a row has too many cells`);
          return [reaching[0].address, ...reaching.map((each) => each.said)];
        }),
      );
    }
    return shown.get(name);
  }

  function cellOf(html) {
    const reach = /^<t[hd] rowspan=(\d+)/.exec(html),
      address = /<a href=(?:"([^"]*)"|([^>]*))>/.exec(html);
    return {
      left: reach ? reach[1] - 1 : 0,
      address: address ? asked(unescaped(address[1] || address[2])) : null,
      said: unescaped(html.replace(/<i>.*?<\/i>/g, "").replace(/<[^>]*>/g, "")) || null,
    };
  }

  // An address as a browser asks for it.
  const asked = (address) => address.replace(/[^\0-\x7f]+/g, encodeURIComponent);

  const ENTITIES = { amp: "&", lt: "<", quot: '"', "#10": "\n", "#13": "\r" };
  const unescaped = (text) => text.replace(/&(amp|lt|quot|#10|#13);/g, (whole, name) => ENTITIES[name]);

  function rows(name) {
    if (!made.has(name)) {
      const { count, columns } = packed.get(name);
      const all = Object.values(columns);
      const cells = all.some((column) => column.cell !== undefined) ? plainly(name) : [];
      const related = all.some((column) => column.made !== undefined) ? relating() : [];
      const found = Array.from({ length: count }, () => ({}));
      made.set(name, found);
      if (!columns.table) for (const each of found) Object.defineProperty(each, "table", { value: name });
      // What is looked up comes after what names the record it is looked up in.
      for (const late of [false, true]) {
        for (const [field, column] of Object.entries(columns)) {
          if (!late) for (const each of found) each[field] ??= null;
          if (late !== Boolean(column.take)) continue;
          const listed = column.from && listing(column);
          const told = (each, at) => {
            if (listed) return listed.get(each.id) || [];
            if (column.take) return taken(archive.row(each[column.by]), column.take, column.empty);
            if (column.made !== undefined) return related[at][column.made];
            return column.many ? parted(cells[at][column.cell]) : cells[at][column.cell];
          };
          found.forEach((each, at) => {
            if (Array.isArray(column)) each[field] = column[at];
            else if (!column.odd.has(at)) each[field] = told(each, at);
            else {
              const said = column.but[column.odd.get(at)];
              each[field] = String(said).includes(GAP) ? said.replace(GAP, () => told(each, at)) : said;
            }
          });
        }
      }
    }
    return made.get(name);
  }

  const GAP = "\x7f"; // in a value that is otherwise, what would be told of it

  const parted = (said) => (said ? said.split("; ") : []);

  // What the rows of another table say of each record they name, each once.
  function listing({ from, by, take, within }) {
    const { count, columns } = packed.get(from),
      named = new Map();
    for (let at = 0; at < count; at++) {
      const id = columns[by][at],
        said = within ? `${columns[take][at]} (${columns[within][at]})` : columns[take][at];
      if (!named.has(id)) named.set(id, []);
      if (!named.get(id).includes(said)) named.get(id).push(said);
    }
    return named;
  }

  function taken(record, take, empty) {
    if (!record) return empty;
    const label = archive.having(record.table, "label")[0] || "id";
    if (take === "=") return record[label];
    if (take === "=ko") return record.title_ko || record.name_ko || null;
    if (take === "=date") return record[archive.having(record.table, "date")[0]] || null;
    return record[take] || empty;
  }

  // [id, relation, to, rank] of every relation, in their order: see related.py.
  function relating() {
    const { rules, ranks, both, more } = relations;
    const found = new Map();
    const add = (one, word, other, back = 0) => {
      const [id, to] = back ? [other, one] : [one, other];
      found.set([natural(id), word, order(archive.row(to).date || "9999"), to].join("\0"), [id, word, to, ranks[word]]);
    };
    for (const [table, field, word, back] of rules)
      for (const each of rows(table)) for (const id of [].concat(each[field] ?? [])) add(each.id, word, id, back);
    for (const [word, pairs] of Object.entries(both))
      for (const back of [0, 1]) for (const [one, other] of pairs) add(one, word, other, back);
    for (const [word, pairs] of Object.entries(more)) for (const [one, other] of pairs) add(one, word, other);
    return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
  }

  // summit-2 before summit-10, and what begins with a number after the others: `aseanrok.words.natural`.
  const natural = (id) => (/^\d/.test(id) ? "~" : "") + id.replace(/\d+/g, (digits) => `\x01${digits.padStart(9, "0")}`);

  // By the beginning, an unknown one first, then by the end: `aseanrok.dates.order`.
  function order(date) {
    const [start, end = ""] = date.split("/");
    return `${start === ".." ? "" : start} ${end}`;
  }

  return { open, rows, order };
})();
