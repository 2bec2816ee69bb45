"""`aseanrok coverage`: how much is recorded, and what is not."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """What is recorded of each table and each series of meetings, and which numbers of a series are not.

    Shares are rounded down. A series is measured against its highest recorded number: what took place beyond it, or
    between meetings that carry no number, cannot be told from here.

    \b
    Examples:
      aseanrok coverage
      aseanrok coverage asean-rok-summit
      aseanrok coverage --kind series --framework mekong
    """
    return request.named()
