"""`aseanrok conflicts`: where sources differ."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Questions on which sources differ or one errs: what each says, which is followed, and why.

    \b
    Examples:
      aseanrok conflicts --framework mekong
      aseanrok conflicts --kind misprint
      aseanrok conflicts mkcf-founding
    """
    return request.named()
