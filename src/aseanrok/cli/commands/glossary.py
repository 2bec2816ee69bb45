"""`aseanrok glossary`: abbreviations and terms."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """List terms; or show the one that is named, and for the abbreviation of a record the record."""
    if not request.names:
        return View(request.listing())
    row = request.one("glossary", request.names[0])
    record = store.record(row["about"]) if row["about"] else None
    return request.card(record, schema.table(record["table"])) if record else request.card(row)
