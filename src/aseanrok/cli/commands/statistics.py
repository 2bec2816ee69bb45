"""`aseanrok statistics`: figures."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Figures, each with the period it is for, who counted, and its source.

    \b
    Examples:
      aseanrok statistics
      aseanrok statistics --framework mekong
      aseanrok statistics --kind trade --format csv
      aseanrok statistics --kind trade --as-of 2015
    """
    if day := request.as_of:
        from aseanrok import asof  # no other call needs it

        return request.then(asof.statistics(request.chosen(), day, store.edition()["read"]))
    return request.named()
