/* Dates as people write them, and the years they cover. */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

archive.date = (edtf, lang) => {
  if (!edtf) return "";
  const [start, end] = edtf.split("/");
  const point = (said, without = 0) => {
    const parts = said.split("-").map(Number);
    if (lang === "ko")
      return parts
        .map((part, at) => `${part}${"년월일"[at]}`)
        .slice(without)
        .join(" ");
    return [parts[2], parts[1] && MONTHS[parts[1] - 1], said.slice(0, 4)].filter(Boolean).join(" ");
  };
  if (end === undefined) return point(start);
  if (end === "..") return lang === "ko" ? `${point(start)}부터` : `since ${point(start)}`;
  if (start === "..") return lang === "ko" ? `${point(end)}까지` : `until ${point(end)}`;
  const days = start.length === 10 && end.length === 10;
  if (lang === "ko") {
    const same = days && start.slice(0, 7) === end.slice(0, 7) ? 2 : start.slice(0, 4) === end.slice(0, 4) ? 1 : 0;
    return `${point(start)}-${point(end, Math.min(start.length, end.length) > 4 ? same : 0)}`;
  }
  if (days && start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}-${point(end)}`;
  if (start.length === 4 && end.length === 4) return `${start}-${end}`;
  if (days && start.slice(0, 4) === end.slice(0, 4)) return `${point(start).slice(0, -5)} - ${point(end)}`;
  return `${point(start)} - ${point(end)}`;
};

archive.years = (edtf) => {
  if (!edtf) return [null, null];
  const [start, end = start] = edtf.split("/");
  return [start, end].map((point) => (point === ".." ? null : Number(point.slice(0, 4))));
};

// How many days a month of the Gregorian calendar has, which comes again after 400 years.
archive.daysIn = (year, month) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

// The first and the last day that a date may mean; null for what is no date.
archive.bounds = (edtf) => {
  const point = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
  const [start, end = start] = edtf.split("/");
  if (![start, end].every((each) => each === ".." || point.test(each))) return null;
  const first = start === ".." ? "0001-01-01" : start + "-01-01".slice(start.length - 4);
  const [year, month] = end.split("-").map(Number);
  const last = end.length === 7 ? `-${archive.daysIn(year, month)}` : "-12-31".slice(end.length - 4);
  return [first, end === ".." ? "9999-12-31" : end + last];
};

archive.overlap = (one, other) => {
  const [a, b] = [archive.bounds(one), archive.bounds(other)];
  return Boolean(a && b) && a[0] <= b[1] && b[0] <= a[1];
};
