"""`aseanrok meetings`: meetings, one series, or one meeting."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cli.request import Request, named
from aseanrok.views import View


def run(request: Request) -> View:
    """List meetings; of a series that is named, its own; or show one meeting."""
    if not request.names:
        return View(request.listing())
    series = named("series", request.names[0])
    if series is None:
        return request.card(request.one("meetings", request.names[0], also="series"))
    rows = request.filtered(store.rows_where("meetings", "series", (series["id"],)))
    own = request.listing(rows, columns=("date", "place", "mode", "title", "outcomes"))
    return request.card(series, schema.table("series"), own)
