"""`aseanrok glossary`: abbreviations and terms."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """What an abbreviation or a term stands for; the abbreviation of a record shows the record.

    \b
    Examples:
      aseanrok glossary
      aseanrok glossary AKCF
    """
    if not request.names:
        return View(request.listing())
    row = request.one("glossary", request.names[0])
    record = store.record(row["about"]) if row["about"] else None
    return request.card(record["table"], record) if record else request.card("glossary", row)
