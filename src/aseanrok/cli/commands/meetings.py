"""`aseanrok meetings`: meetings, one series, or one meeting."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cli.request import Request, named
from aseanrok.values import Row
from aseanrok.views import View


def run(request: Request) -> View:
    """List meetings; of a series that is named, its own; or show one meeting."""
    if not request.names:
        return View(request.listing())
    series = named("series", request.names[0])
    if series is None:
        return request.card(request.one("meetings", request.names[0], also="series"))
    return of_series(request, series)


def of_series(request: Request, series: Row) -> View:
    """Return the card of a series with all its meetings, or for machines its meetings."""
    meetings = schema.table("meetings")
    rows = request.filtered(store.rows_where("meetings", "series", (series["id"],)), meetings)
    own = request.listing(rows, meetings, ("date", "place", "mode", "title", "outcomes"))
    return request.card(series, schema.table("series"), own)
