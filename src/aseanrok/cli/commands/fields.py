"""`aseanrok fields`: what the published tables hold."""

from __future__ import annotations

from aseanrok import schema
from aseanrok.cli.request import Request
from aseanrok.names import table_or_fail
from aseanrok.views import View

HELP = """\
The fields of a published table, with their types and meanings; without a table, those of all.

\b
Examples:
  aseanrok fields timeline
  aseanrok fields --json"""


def run(request: Request) -> View:
    """Return the fields of a table, or of all."""
    tables = schema.tables()
    if request.names:
        name = table_or_fail(request.names[0], [table.name for table in tables])
        tables = [schema.table(name)]
    rows = [
        {
            "table": table.name,
            "name": field.name,
            "type": field.type,
            "description": field.description,
            "heading": field.heading,
            "heading_ko": field.heading_ko,
        }
        for table in tables
        for field in table.fields.values()
    ]
    about = schema.table("fields")
    shown = about.listing[1:] if request.names else about.listing
    return View(request.listing(rows, about, shown))
