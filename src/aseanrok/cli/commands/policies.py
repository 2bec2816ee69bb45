"""`aseanrok policies`: policies that shape the relations."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Policies that shape the relations, such as the New Southern Policy; or one of them.

    \b
    Examples:
      aseanrok policies
      aseanrok policies new-southern-policy
    """
    return request.named()
