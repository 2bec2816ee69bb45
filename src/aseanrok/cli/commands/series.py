"""`aseanrok series`: series of meetings, or one with all its meetings."""

from __future__ import annotations

from aseanrok.cli.listings import listed, of_series
from aseanrok.cli.records import named
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """List series; of a framework that is named, its own; or one series with all its meetings."""
    if request.names and (series := named("series", request.names[0])):
        return of_series(request, series)
    return listed(request)
