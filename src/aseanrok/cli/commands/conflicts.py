"""`aseanrok conflicts`: where sources differ."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Questions on which sources differ or one errs: what each says, which is followed, and why.

    The id of a record, as a listing prints it beside a value with a star, stands for the conflicts about it.

    \b
    Examples:
      aseanrok conflicts --framework mekong
      aseanrok conflicts --kind misprint
      aseanrok conflicts mkcf
    """
    about = [row for row in store.table("conflicts") if row["about"] in request.names]
    if len(about) == 1:
        return request.card("conflicts", about[0])
    return View(request.listing(request.filtered(about))) if about else request.named()
