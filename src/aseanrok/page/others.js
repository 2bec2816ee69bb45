/* What a card tells of others of its kind (`aseanrok.cards.figures`, `aseanrok.cards.held`): the year before a figure,
   who held an office before and after, and for which times it is not recorded who did. */

const others = (() => {
  const APART = ["rank", "percent"]; // units of which one is not so much more or less than another
  const named = (id, ...name) => h("a", { href: app.address({ id }) }, ...name);

  const isExact = ({ value, qualifier }) => value > 0 && !qualifier;

  /* The same figure of the year before, by the same count, and how much more or less this one is. */
  function yearBefore(figure, lang) {
    const { period, unit } = figure;
    if ((period || "").length !== 4 || APART.includes(unit) || !isExact(figure)) return [];
    const isSame = (row) =>
      row.period === String(period - 1) && ["name", "basis", "unit"].every((each) => row[each] === figure[each]);
    const before = parts.where("statistics", "about", figure.about).find((row) => isExact(row) && isSame(row));
    if (!before) return [];
    const change = (figure.value - before.value) / before.value;
    const phrase = change >= 0 ? "; {} more in {}" : "; {} less in {}";
    const said = [
      say("{}: ", lang, before.period),
      named(before.id, archive.value("statistics", before, "stated", lang)),
      say(phrase, lang, `${(100 * Math.abs(change)).toFixed(1)}%`, period),
      " ",
      h("span", { class: "tag" }, say("worked out here", lang)),
    ];
    return [[say("Year before", lang), said]];
  }

  const least = (dates, key) => [...dates].sort((a, b) => (key(a) < key(b) ? -1 : 1))[0] || "";
  const lastDay = (date) => archive.bounds(date)[1];

  // From when, and until when, a holder is known to have held an office: "" where it is not, ".." of who holds it still.
  function began({ tenure, in_office }) {
    const [begin] = (tenure || "..").split("/");
    return begin === ".." ? least(in_office, published.order) : begin;
  }

  const ended = ({ tenure, in_office }) =>
    (tenure || "").split("/").at(-1) || in_office.reduce((last, day) => (last && lastDay(last) >= lastDay(day) ? last : day), "");

  const inTime = (rows) =>
    rows.filter(began).sort((a, b) => compared([published.order(began(a))], [published.order(began(b))]));

  function holder(row, phrase, when, lang) {
    const link = named(row.id, (lang === "ko" && row.name_ko) || row.name);
    if (!when || when === "..") return link;
    const date = archive.date(when, lang);
    return [link, ", ", when === row.tenure ? date : say(phrase, lang, date), parts.doubts(row, "tenure", lang)];
  }

  /* The last who is known to have held an office before a holder, and the first after it. */
  function around(row, lang) {
    const known = inTime(parts.where("holders", "office", row.office)),
      at = known.indexOf(row);
    const [before, after] = at < 0 ? [] : [known[at - 1], known[at + 1]];
    const parting = before && ((before.tenure || "").includes("/") ? "until {}" : "last seen {}");
    return [
      before && [say("Before", lang), holder(before, parting, ended(before), lang)],
      after && [say("After", lang), holder(after, "since {}", began(after), lang)],
    ].filter(Boolean);
  }

  /* The times for which nobody is known to have held an office: [since when, until when]. */
  function gaps(rows) {
    const found = [];
    let last = "";
    for (const row of inTime(rows).filter(ended)) {
      const next = last && last !== ".." && dateforms.beside(last.split("/").at(-1), 1);
      if (next && archive.bounds(next)[0] < archive.bounds(began(row))[0]) found.push([last, began(row)]);
      if (last !== ".." && (!last || ended(row) === ".." || lastDay(ended(row)) > lastDay(last))) last = ended(row);
    }
    return found;
  }

  function unheld(office, lang) {
    const said = gaps(parts.where("holders", "office", office.id)).map((ends) =>
      say("from {} to {}", lang, ...ends.map((date) => archive.date(date, lang))),
    );
    return said.length ? [[say("Not recorded", lang), say("who held it {}", lang, said.join(", "))]] : [];
  }

  /* Return what a card tells of others in a line each: [heading, what is said]. */
  function facts(row, lang) {
    const tell = { statistics: yearBefore, holders: around, offices: unheld }[row.table];
    return tell ? tell(row, lang) : [];
  }

  /* Return the dated acts that took place in a city, and the documents adopted there; a place names it with another as
     well, Hua Hin of `Cha-am Hua Hin`. */
  function heldIn(city) {
    const names = [city.name, ...city.aliases];
    const isIn = (place) => place && names.some((name) => ` ${place} `.includes(` ${name} `));
    const begins = names.flatMap((name) => [`${name}, `, `${name} (`]);
    const isAt = (place) =>
      place && (begins.some((each) => place.startsWith(each)) || isIn(place.split(",")[0].split(" (")[0]));
    return [
      archive.rows("timeline").filter((row) => isAt(row.place)),
      archive.rows("documents").filter((row) => isIn(row.city)),
    ];
  }

  return { facts, heldIn, inTime };
})();
