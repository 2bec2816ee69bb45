/* Rows in the order of a field, as the command sorts them (`aseanrok.rows.ordered`): what is empty comes last. */

const sorting = (() => {
  const isEmpty = (value) => value === null || value === undefined || value === "";

  // Sums by what they are, those of the commonest unit first.
  function bySum(rows, number, down) {
    const unit = number.replace("value", "unit");
    const empty = (row) => typeof row[number] !== "number";
    const way = (a, b) => empty(a) - empty(b) || (empty(a) ? 0 : (a[number] - b[number]) * (down ? -1 : 1));
    const found = [...rows].sort(way);
    const counts = new Map();
    for (const row of found) counts.set(row[unit], (counts.get(row[unit]) || 0) + 1);
    const units = [...counts.keys()].sort((a, b) => (a === null) - (b === null) || counts.get(b) - counts.get(a));
    return found.sort((a, b) => units.indexOf(a[unit]) - units.indexOf(b[unit]));
  }

  // A text as it is sorted: numbers by what they are, before every text, and those within texts as well.
  function inParts(value) {
    if (typeof value === "number") return [0, value, ""];
    const parts = words.fold(String(value)).match(/\p{Nd}+|\P{Nd}[^\p{Nd} ]*/gu) || [];
    return parts.flatMap((part) => (words.isDigits(part) ? [0, Number(part), part] : [1, 0, part]));
  }

  /* Return rows in the order of what a reader sees of a field; `-date` is newest first. */
  function sorted(rows, field, name) {
    words.open();
    const down = field.startsWith("-"),
      bare = field.replace(/^-/, "");
    const number = archive.search.sums[bare.replace(/_ko$/, "")];
    if (number && archive.field(name, number)) return bySum(rows, number, down);
    const lang = archive.languageOf(bare, archive.known(name).listing);
    const isDate = (archive.field(name, bare) || {}).type === "date",
      isLabel = bare === archive.having(name, "label")[0];
    const shown = (row) => {
      const value = archive.twin(row, bare, lang) || row[bare];
      return Array.isArray(value) ? value.join(" ") : isLabel ? archive.label(row, lang, name) : value;
    };
    const keys = new Map(
      rows.filter((row) => !isEmpty(shown(row))).map((row) => [row, isDate ? [published.order(shown(row))] : inParts(shown(row))]),
    );
    const filled = [...keys.keys()].sort((one, other) => compared(keys.get(one), keys.get(other)) * (down ? -1 : 1));
    return [...filled, ...rows.filter((row) => !keys.has(row))];
  }

  return { sorted };
})();
