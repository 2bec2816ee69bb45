"""`aseanrok meetings`: meetings, one series, or one meeting."""

from __future__ import annotations

from aseanrok.cli.listings import listed, of_series
from aseanrok.cli.request import Request, named
from aseanrok.views import View


def run(request: Request) -> View:
    """List meetings; of a series that is named, its own; or show one meeting."""
    if not request.names:
        return View(request.listing())
    series = named("series", request.names[0])
    if series is None:
        return listed(request)
    return of_series(request, series)
