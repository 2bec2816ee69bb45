"""`aseanrok members`: who belongs to which framework."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Who belongs to which framework, since when, and as what.

    \b
    Examples:
      aseanrok members asean
      aseanrok members eas --since 2011
      aseanrok members --country ROK
    """
    rows = request.filtered(store.table("members"))
    columns = None
    if request.names:
        framework = request.one("frameworks", request.names[0])["id"]
        rows = [row for row in rows if row["framework"] == framework]
        columns = ("country", "joined", "role", "name")
    return View(request.listing(rows, columns=columns))
