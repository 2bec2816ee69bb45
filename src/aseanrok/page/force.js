/* How a record that another card names stands, in a few words (`aseanrok.cards.force`): since when an agreement is in
   force and what replaced it, or how much a sum is. */

const force = (() => {
  const ROK = "KOR";
  const FEW = 3; // so many countries are named beside an entry into force; of more their number is told
  const BINDING = ["agreement", "protocol"]; // of these people ask since when they are in force
  const AMOUNTS = ["stated", "budget"]; // the fields that say how much, in words

  const differs = (lang) => [" ", h("span", { class: "tag warn" }, say("sources differ", lang))];
  const inTime = (entries) => [...entries].sort((a, b) => compared([published.order(a.date)], [published.order(b.date)]));

  function who(codes, lang) {
    if (codes.length <= FEW) return codes.map((code) => archive.country(code, lang)).join(", ");
    if (!codes.includes(ROK)) return say("{} countries", lang, codes.length);
    return say("{} and {} others", lang, archive.country(ROK, lang), codes.length - 1);
  }

  function entry({ date, countries }, lang) {
    const when = archive.date(date, lang);
    return countries.length ? `${when}${lang === "ko" ? "" : " "}(${who(countries, lang)})` : when;
  }

  /* Since when a document is in force: for the ROK first, where it is named, and for the others. */
  function entered(row, entries, lang) {
    const [own, others] = [true, false].map((is) => inTime(entries).filter((each) => each.countries.includes(ROK) === is));
    const all = [...own, ...others];
    const said = all.slice(0, 2).map((each) => entry(each, lang));
    if (all.length > 2) said.push(say("{} more entries into force", lang, all.length - 2));
    const until = row.force === "over" && row.period ? archive.date(archive.bounds(row.period)[1], lang) : "";
    const form = { over: "was in force from {} until {}", "not yet in force": "enters into force {}" }[row.force];
    const listed = say(form || "in force since {}", lang, said.join(", "), until);
    return [listed, (row.disputed || []).includes("in_force") && differs(lang)];
  }

  /* When what a document says was amended; of an amendment, when what it amends was amended after it. */
  function amended(row, lang) {
    const changing = new Set(parts.where("documents", "amends", row.amends || row.id).map(({ id }) => id));
    const first = new Map();
    for (const each of inTime(archive.rows("entries").filter(({ document }) => changing.has(document))))
      if (!first.has(each.document)) first.set(each.document, each.date);
    const at = [...first.keys()].indexOf(row.id);
    if (row.amends && at < 0) return "";
    const days = [...first.values()].slice(at + 1).map((date) => archive.date(date, lang));
    const phrase = row.amends ? "the agreement amended again {}" : "amended {}";
    return days.length ? say(phrase, lang, days.join(", ")) : "";
  }

  function ofDocument(row, lang) {
    const entries = row.in_force ? parts.where("entries", "document", row.id) : [];
    const not = row.not_in_force_for || [];
    const isOpen = !entries.length && BINDING.includes(row.kind) && !not.length;
    const later = parts.where("documents", "replaces", row.id).at(-1);
    const told = [
      entries.length > 0 && entered(row, entries, lang),
      isOpen && say("entry into force not recorded", lang),
      not.length > 0 && say("not for {}", lang, who(not, lang)),
      amended(row, lang),
      later && say("replaced by {}", lang, archive.label(later, lang)),
    ];
    return told.filter(Boolean);
  }

  function amount(row, lang) {
    const name = AMOUNTS.find((each) => archive.field(row.table, each));
    const said = name && archive.value(row.table, row, name, lang);
    if (!said) return [];
    const isDisputed = [name, "value", `${name}_value`].some((each) => (row.disputed || []).includes(each));
    return [[said, isDisputed && differs(lang)]];
  }

  /* Return what stands behind the name of a record, `in force since 1 June 2007`, in its parts; of most nothing. */
  const stands = (row, lang) => (row.table === "documents" ? ofDocument(row, lang) : amount(row, lang));

  return { stands };
})();
