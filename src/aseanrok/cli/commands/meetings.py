"""`aseanrok meetings`: meetings, one series, or one meeting."""

from __future__ import annotations

from aseanrok.cli.listings import listed, of_series
from aseanrok.cli.records import named
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound, NotRecorded, quoted
from aseanrok.names import did_you_mean
from aseanrok.views import View


def run(request: Request) -> View:
    """List meetings; of a series that is named, its own; or show one meeting."""
    if not request.names:
        return View(request.listing())
    series = named("series", request.names[0])
    if series is not None:
        return of_series(request, series)
    name = request.names[0]
    if not named("meetings", name):
        from aseanrok.cli import missing, numbered  # only a name that is no record needs them

        if meeting := numbered.numbered(name):
            return request.card(meeting)
        if (parts := numbered.of_series(name)) and (told := missing.unrecorded(*parts, request.today, request.lang)):
            failure = NotRecorded(told)
            if not request.is_for_people or request.is_given("quiet"):
                raise failure
            return of_series(request, parts[0]).replace(failure=failure)
        if close := numbered.near(name):
            raise NotFound(f"nothing called {quoted(name)}{did_you_mean(close)}", close)
    return listed(request)
