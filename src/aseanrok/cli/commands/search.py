"""`aseanrok search`: records that hold the words."""

from __future__ import annotations

from aseanrok import query, store
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound
from aseanrok.views import View


def run(request: Request) -> View:
    """Records that hold all of these words, in any field, in English or Korean.

    \b
    Examples:
      aseanrok search "cooperation fund"
      aseanrok search 한강선언
    """
    words = " ".join(request.names)
    ids = {row["id"] for table in store.edition()["searched"] for row in query.matching(store.table(table), words)}
    rows = request.filtered(row for row in store.table("index") if row["id"] in ids)
    if not rows:
        raise NotFound(f"nothing found for {words!r}")
    return View(request.listing(rows, table="index"))
