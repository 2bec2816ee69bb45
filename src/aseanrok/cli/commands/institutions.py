"""`aseanrok institutions`: standing bodies and offices."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Standing bodies and offices, or one of them.

    \b
    Examples:
      aseanrok institutions
      aseanrok institutions asean-korea-centre
    """
    return request.named()
