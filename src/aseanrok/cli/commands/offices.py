"""`aseanrok offices`: who held which office, and who holds it now."""

from __future__ import annotations

from aseanrok import dates, schema, store
from aseanrok.cli.about import LOOKED_IN, about
from aseanrok.cli.listings import as_of
from aseanrok.cli.request import Request, named
from aseanrok.values import Row
from aseanrok.views import View


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
    rows = request.filtered(rows, holders)
    if request.is_given("as_of"):
        return as_of(request, rows, holders)
    if office is not None:
        own = request.listing(rows, holders, ("tenure", "in_office", "id", "name"))
        return request.card(office, schema.table("offices"), own)
    if request.names:
        return View(request.listing(rows, holders))
    return View(request.listing(_newest(rows), holders))


def _of(name: str) -> set[str]:
    """Return the ids of the offices that belong to what is named: of the institution or series they are the head of."""
    found = next((row for kind in LOOKED_IN if (row := named(kind, name))), None)
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
