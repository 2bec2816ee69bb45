"""`aseanrok contributions`: money given to the funds."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Money given to the funds, by period; or to one fund.

    \b
    Examples:
      aseanrok contributions
      aseanrok contributions akcf --format excel --output akcf.csv
    """
    rows = request.filtered(store.table("contributions"))
    if request.names:
        fund = request.one("funds", request.names[0])["id"]
        rows = [row for row in rows if row["fund"] == fund]
    return View(request.listing(rows))
