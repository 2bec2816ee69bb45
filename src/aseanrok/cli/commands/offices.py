"""`aseanrok offices`: who held which office, and who holds it now."""

from __future__ import annotations

from aseanrok import dates, schema, store, tenure
from aseanrok.cli.about import about
from aseanrok.cli.grammar import commands
from aseanrok.cli.listings import as_of, card_of
from aseanrok.cli.records import named
from aseanrok.cli.request import Request
from aseanrok.values import Row
from aseanrok.views import Listing, Section, View, telling
from aseanrok.wording import date, worded


def run(request: Request) -> View:
    """List the newest known holder of each office; those of one office; or who held them on a day."""
    holders = schema.table("holders")
    rows = store.table("holders")
    office = named("offices", request.names[0]) if request.names else None
    if office is not None:
        rows = [row for row in rows if row["office"] == office["id"]]
    elif request.names:
        test, belonging = about(request.names[0], holders, request.today), _of(request.names[0])
        rows = [row for row in rows if test(row) or row["office"] in belonging or request.names[0] == row["country"]]
    every, rows = rows, request.filtered(rows, holders)
    if request.is_given("as_of"):
        view = as_of(request, rows, holders)
        tells = (office or not request.names) and not request.is_given("by")
        told = _unknown(request, {row["office"] for row in rows}) if tells else ""
        return view.replace(listing=_called(request, view.listing), head=told or None)
    if office is not None:
        columns = ("ordinal", "tenure", "in_office", "last_seen", "id", "name")
        own = request.listing(rows, holders, telling(columns, rows, holders))
        return _noted(card_of(request, office, schema.table("offices"), own, every), own)
    return View(_called(request, request.listing(_newest(rows) if _asks_offices(request) else rows, holders)))


def _asks_offices(request: Request) -> bool:
    """Say whether offices are asked for, whose newest holder is told; who filters or counts holders asks for all."""
    filters = {*commands()["offices"].options, "where", "by"} - {"framework"}
    return not (request.names or request.is_given(*filters))


def _noted(view: View, holders: Listing) -> View:
    """Return the card of an office with what is noted of its holders, such as what they were before, and their cards.

    What is noted of several is said once.
    """
    said: dict[str, list[str]] = {}
    for row in () if holders.table.is_of_groups else holders.rows:
        if row.get("note"):
            said.setdefault(row["note"], []).append(f"{_name(row, holders.lang)} [{row['id']}]")
    if not said:
        return view
    items = tuple(f"{', '.join(who)}: {note}" for note, who in said.items())
    part = Section(worded("Notes on holders", holders.lang), items=items)
    cards = tuple(
        card.replace(sections=tuple(each for own in card.sections for each in ((own, part) if _is(own) else (own,))))
        for card in view.cards
    )
    return view.replace(cards=cards)


def _is(section: Section) -> bool:
    return section.listing is not None and section.listing.table.name == "holders"


def _called(request: Request, listing: Listing) -> Listing:
    """Return holders with what their offices are called, where a person reads them, and without empty columns."""
    if not request.is_for_people or listing.chosen or "office" not in listing.columns:
        return listing
    offices, table, lang = schema.table("offices"), listing.table, listing.lang
    names = {row["id"]: offices.label(row, lang) for row in store.table("offices")}
    rows = [{**row, "office": names[row["office"]]} for row in listing.rows]
    made = table.with_columns({"office": table.fields["office"].titled(lang)}, [*table.without("office").fields])
    return listing.replace(rows=rows, table=made, columns=telling(listing.columns, rows, made))


def _unknown(request: Request, ids: set[str]) -> str:
    """Return a line for each office of which it is not recorded who held it on the day of `--as-of`, and who did.

    All holders are asked, those as well that a filter leaves out of the answer.
    """
    day = request.as_of or ""
    rows = store.rows_where("holders", "office", ids)
    known = {row["office"] for row in tenure.holders(rows, day)}
    lines = []
    for office in store.rows_where("offices", "id", ids - known):
        before, after = tenure.neighbours([row for row in rows if row["office"] == office["id"]], day)
        if not (before or request.names):
            continue  # of an office that perhaps was none yet only who asks for it wants to know
        lang = request.lang  # asked for where a line is in it
        parts = [worded("{}: who held it on {} is not recorded", lang, _name(office, lang), date(day, lang))]
        if before:
            phrase, last = tenure.parting(before)
            until = worded(phrase, lang, date(last, lang))
            parts.append(worded("before: {} ({})", lang, _name(before, lang), until))
        if after:
            since = worded("since {}", lang, date(tenure.began(after), lang))
            parts.append(worded("after: {} ({})", lang, _name(after, lang), since))
        lines.append("; ".join(parts))
    return "\n".join(lines)


def _name(row: Row, lang: str) -> str:
    return (lang == "ko" and row["name_ko"]) or str(row["name"])


def _of(name: str) -> set[str]:
    """Return the ids of the offices that belong to what is named: of the institution or series they are the head of."""
    found = next((row for kind in schema.subjects() if (row := named(kind, name))), None)
    related = store.rows_where("relations", "id", (found["id"],)) if found and "iso3" not in found else []
    return {row["to"] for row in related if row["table"] == "offices" and row["relation"] != "see also"}


def _newest(rows: list[Row]) -> list[Row]:
    """Return of each office the holder whose time began last."""
    newest: dict[str, Row] = {}
    for row in rows:
        known = newest.get(row["office"])
        if known is None or _begun(row) >= _begun(known):
            newest[row["office"]] = row
    return list(newest.values())


def _begun(row: Row) -> str:
    begin = row["tenure"].partition("/")[0] if row["tenure"] else max(row["in_office"], default="")
    return dates.bounds(begin)[0] if begin and begin != dates.OPEN else ""
