"""`aseanrok funds`: cooperation funds."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Cooperation funds, or one with its contributions, priorities and projects.

    \b
    Examples:
      aseanrok funds
      aseanrok funds akcf
      aseanrok funds mkcf --json
    """
    return request.named()
