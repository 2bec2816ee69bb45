"""`aseanrok fields`: what the published tables hold."""

from __future__ import annotations

from aseanrok import query, store
from aseanrok.cli.request import Request
from aseanrok.views import COLUMNS, Listing, View


def run(request: Request) -> View:
    """The fields of a published table, with their types and meanings; without a table, those of all.

    \b
    Examples:
      aseanrok fields timeline
      aseanrok fields --json
    """
    tables = store.published()
    if request.names:
        tables = [query.choice_or_fail("table", request.names[0], tables)]
    rows = [{"table": table, **field} for table in tables for field in store.fields(table)]
    columns = COLUMNS["fields"] if request.names else ("table", *COLUMNS["fields"])
    return View(Listing(rows, columns, "fields", request.lang))
