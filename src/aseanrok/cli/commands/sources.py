"""`aseanrok sources`: the pages facts rest on."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """The pages and publications the facts rest on, or what rests on one of them.

    \b
    Examples:
      aseanrok sources
      aseanrok sources mofa-asean-overview
    """
    return request.named()
