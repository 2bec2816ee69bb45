"""`aseanrok funds`: cooperation funds."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Cooperation funds, or one with its contributions, priorities and projects.

    \b
    Examples:
      aseanrok funds
      aseanrok funds akcf
      aseanrok funds mkcf --json
      aseanrok funds --as-of 2020-06
    """
    if day := request.as_of:
        from aseanrok import asof  # no other call needs it

        return request.then(asof.funds(request.chosen(), store.table("contributions"), day))
    return request.named()
