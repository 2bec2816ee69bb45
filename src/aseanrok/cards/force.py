"""How an agreement stands, in a few words beside its name: since when it is in force, and what replaced it."""

from __future__ import annotations

from aseanrok import dates, store
from aseanrok.cards.called import countries_named
from aseanrok.values import Row
from aseanrok.wording import date, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROK = "KOR"
FEW = 3
"""So many countries are named beside an entry into force; of more their number is told."""

BINDING = ("agreement", "protocol")
"""The kinds of documents of which people ask since when they are in force."""


def stands(ids: Iterable[str], lang: str) -> Mapping[str, str]:
    """Return for each document of these ids what is said of its force, where there is anything to say."""
    rows = store.rows_where("documents", "id", set(ids))
    if not rows:
        return {}
    known = {row["id"] for row in rows}
    later = {row["replaces"]: row["id"] for row in store.rows_where("documents", "replaces", known)}
    entries = store.rows_where("entries", "document", {row["id"] for row in rows if row["in_force"]})
    changed = amendments(rows)
    told = {}
    for row in rows:
        own = [each for each in entries if each["document"] == row["id"]]
        parts = [_entered(row, own, lang)] if own else []
        if not own and row["kind"] in BINDING and not row["not_in_force_for"]:
            parts.append(worded("entry into force not recorded", lang))
        if row["not_in_force_for"]:
            parts.append(worded("not for {}", lang, _who(row["not_in_force_for"], lang)))
        if since := amended(row, changed, lang):
            parts.append(since)
        if row["id"] in later:
            parts.append(worded("replaced by {}", lang, later[row["id"]]))
        if parts:
            told[row["id"]] = "; ".join(parts)
    return told


def amendments(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    """Return the first entry into force of each amendment to some documents, or to what these amend, in time order."""
    amend = {row["amends"] or row["id"] for row in rows}
    known = {row["id"]: row["amends"] for row in store.rows_where("documents", "amends", amend)}
    found: dict[str, list[Row]] = {}
    told = set()
    entries = store.rows_where("entries", "document", known) if known else []
    for entry in sorted(entries, key=lambda each: dates.order(each["date"])):
        if entry["document"] not in told:
            told.add(entry["document"])
            found.setdefault(known[entry["document"]], []).append(entry)
    return found


def amended(row: Row, changed: Mapping[str, list[Row]], lang: str) -> str:
    """Return when what a document says was amended; of an amendment, when what it amends was amended after it."""
    own = changed.get(row["amends"] or row["id"], [])
    at = next((number for number, each in enumerate(own) if each["document"] == row["id"]), -1)
    if row["amends"] and at < 0:
        return ""
    days = ", ".join(date(each["date"], lang) for each in own[at + 1 :])
    said = "the agreement amended again {}" if row["amends"] else "amended {}"
    return worded(said, lang, days) if days else ""


def _entered(row: Row, entries: list[Row], lang: str) -> str:
    """Return since when a document is in force: for the ROK first, where it is named, and for the others."""
    entries = sorted(entries, key=lambda each: (ROK not in each["countries"], dates.order(each["date"])))
    said = [_entry(each, lang) for each in entries[:2]]
    if rest := len(entries) - len(said):
        said.append(worded("{} more entries into force", lang, rest))
    until = dates.bounds(row["period"])[1] if row["period"] and row["force"] == "over" else ""
    words = {"over": "was in force from {} until {}", "not yet in force": "enters into force {}"}
    form = words.get(row["force"] or "", "in force since {}")
    listed = worded(form, lang, ", ".join(said), *([date(until, lang)] if until else ()))
    return f"{listed} [{worded('disputed', lang)}]" if "in_force" in (row.get("disputed") or ()) else listed


def _entry(entry: Row, lang: str) -> str:
    when = date(entry["date"], lang)
    gap = "" if lang == "ko" else " "
    return f"{when}{gap}({_who(entry['countries'], lang)})" if entry["countries"] else when


def _who(codes: list[str], lang: str) -> str:
    """Return a few countries by their names; of many the ROK and the number of the others."""
    if len(codes) <= FEW:
        return ", ".join(countries_named(codes, lang))
    if ROK not in codes:
        return worded("{} countries", lang, len(codes))
    return worded("{} and {} others", lang, *countries_named([ROK], lang), len(codes) - 1)
