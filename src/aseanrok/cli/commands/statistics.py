"""`aseanrok statistics`: figures."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Figures, each with the period it is for, who counted, and its source.

    \b
    Examples:
      aseanrok statistics
      aseanrok statistics --framework mekong
      aseanrok statistics --kind trade --format csv
    """
    return request.named()
