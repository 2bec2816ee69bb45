"""`aseanrok offices`: who held which office, and who holds it now."""

from __future__ import annotations

from aseanrok import dates, schema, store
from aseanrok.cli.about import about
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
        test = about(request.names[0], holders, request.today)
        rows = [row for row in rows if test(row) or request.names[0] == row["country"]]
    rows = request.filtered(rows, holders)
    if request.is_given("as_of"):
        return as_of(request, rows, holders)
    if office is not None:
        own = request.listing(rows, holders, ("tenure", "in_office", "id", "name"))
        return request.card(office, schema.table("offices"), own)
    if request.names:
        return View(request.listing(rows, holders))
    return View(request.listing(_newest(rows), holders))


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
