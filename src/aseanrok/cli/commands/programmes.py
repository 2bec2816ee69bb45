"""`aseanrok programmes`: programmes by name."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Programmes by name, or one of them.

    \b
    Examples:
      aseanrok programmes
      aseanrok programmes --kind youth
    """
    return request.named()
