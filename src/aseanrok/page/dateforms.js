/* Dates as people write them -> EDTF (`aseanrok.dateforms`): `27 Nov 2019`, `2019.11.27`, `2019년 11월`, `2019..2021`. */

const dateforms = (() => {
  const OPENING = ["...", "..", "~"]; // what may stand before or after a date alone
  const BETWEEN = ["...", "..", " - ", " to ", "~", " until ", "–"];
  const MARKS = { 년: "-", 월: "-", 일: " ", ".": "-", "/": "-", ",": " " };
  const isNumber = (text) => /^\d+$/.test(text);

  /* The day it is where the page is read. */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  // The day, or how much of it a word for the year and the month it is means; "" of another text.
  function saidOf(text) {
    const known = archive.search;
    return known.today.includes(text) ? today() : Object.hasOwn(known.this, text) ? today().slice(0, known.this[text]) : "";
  }

  /* Say whether a text is a date as the tables hold one (`aseanrok.dates.check`). */
  function isDate(edtf) {
    const points = edtf.split("/");
    const isPoint = (point) => {
      if (point === "..") return points.length === 2;
      const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(point) || [];
      return Boolean(year) && year !== "0000" && !(day && day > archive.daysIn(Number(year), Number(month)));
    };
    if (points.length > 2 || !points.every(isPoint)) return false;
    const [first, last] = archive.bounds(edtf);
    return points[0] !== points[1] && first <= last;
  }

  /* Return the date somebody wrote, as EDTF; null where it is none, "" where the calendar has no such one. */
  function understood(written) {
    const text = written.trim().replaceAll("년도", "년");
    if (saidOf(text.toLowerCase())) return saidOf(text.toLowerCase());
    if (isDate(text)) return text;
    const known = (edtf) => (isDate(edtf) ? edtf : "");
    for (const mark of BETWEEN.filter((each) => text.includes(each))) {
      const at = text.indexOf(mark);
      const [first, last] = [text.slice(0, at), text.slice(at + mark.length)].map((end) => (end.trim() ? point(end) : ".."));
      const isOpen = [first, last].includes("..");
      if (!first || !last || (isOpen && (first === last || !OPENING.includes(mark)))) continue;
      return first === last ? first : known(`${first}/${last}`);
    }
    const [, begin, end] = /^(\d{4})-(\d{4})$/.exec(text) || [];
    if (begin) return known(begin === end ? begin : `${begin}/${end}`);
    const one = point(text);
    return one && known(one);
  }

  // A single date as EDTF, by its form; null where a text is none. -2019 is another year, and 2019- a span.
  function point(written) {
    const text = written.trim().toLowerCase();
    if (saidOf(text)) return saidOf(text);
    const plain = text.replace(/[년월일./,]/g, (mark) => MARKS[mark]);
    if (plain.startsWith("-") || /[-/]$/.test(text)) return null;
    const parts = plain.split(/[\s-]+/).filter(Boolean);
    if (!parts.length || !parts.every(words.isAscii)) return null;
    if (parts.every(isNumber)) return ofNumbers(parts);
    const bare = parts.map((word) => word.replace(/^(\d+)(st|nd|rd|th)$/, "$1"));
    const months = bare.map(monthOf).filter(Boolean);
    const rest = bare.filter(isNumber);
    return months.length === 1 && rest.length === bare.length - 1 ? ofNamedMonth(rest, months[0]) : null;
  }

  // The number of a month by its name or the first letters of it, three at least; 0 of another word.
  const monthOf = (word) => (word.length < 3 ? 0 : MONTHS.findIndex((name) => name.toLowerCase().startsWith(word)) + 1);

  function ofNumbers([year, ...rest]) {
    if (year.length !== 4 || rest.length > 2 || rest.some((number) => number.length > 2)) return null;
    return [year, ...rest.map((number) => number.padStart(2, "0"))].join("-");
  }

  function ofNamedMonth(rest, month) {
    const years = rest.filter((number) => number.length === 4),
      days = rest.filter((number) => number.length <= 2);
    if (years.length !== 1 || days.length !== rest.length - 1 || days.length > 1) return null;
    return [years[0], ...[String(month), ...days].map((number) => number.padStart(2, "0"))].join("-");
  }

  /* Return the day beside a day, the month beside a month, the year beside a year; null at the ends of time. */
  function beside(edtf, step) {
    const [year, month, day] = edtf.split("-").map(Number);
    const found = new Date(0);
    if (day) found.setUTCFullYear(year, month - 1, day + step);
    else if (month) found.setUTCFullYear(year, month - 1 + step, 1);
    else found.setUTCFullYear(year + step, 0, 1);
    const said = found.toISOString().slice(0, edtf.length);
    return isDate(said) ? said : null;
  }

  return { today, isDate, understood, beside };
})();
