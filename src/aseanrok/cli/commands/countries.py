"""`aseanrok countries`: countries."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Countries, or one with its memberships and what took place there. Any of its names will do.

    \b
    Examples:
      aseanrok countries
      aseanrok countries Laos
      aseanrok countries 베트남
    """
    return request.named()
