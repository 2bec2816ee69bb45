"""`aseanrok frameworks`: the frameworks of the relations."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """The frameworks in which ASEAN and the Republic of Korea meet, or one of them.

    \b
    Examples:
      aseanrok frameworks
      aseanrok frameworks mekong
      aseanrok frameworks ASEAN+3
      aseanrok frameworks --as-of 1999
    """
    if day := request.as_of:
        from aseanrok import asof  # no other call needs it

        return request.then(asof.frameworks(request.chosen(), store.table("members"), day))
    return request.named()
