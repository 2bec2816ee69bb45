"""`aseanrok meetings`: meetings, one series, or one meeting."""

from __future__ import annotations

from aseanrok import query, store
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Meetings, oldest first; one series with all its meetings; or one meeting with what came out of it.

    \b
    Examples:
      aseanrok meetings mekong-rok-fmm
      aseanrok meetings mekong-rok-fmm-7
      aseanrok meetings --framework asean-rok --year 2019
    """
    if not request.names:
        return View(request.listing())
    series = query.resolve(store.table("series"), request.names[0])
    if series is None:
        return request.card("meetings", request.one("meetings", request.names[0], also="series"))
    rows = request.filtered(row for row in store.table("meetings") if row["series"] == series["id"])
    return request.card("series", series, request.listing(rows, columns=("date", "place", "mode", "title", "outcomes")))
