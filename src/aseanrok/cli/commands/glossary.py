"""`aseanrok glossary`: abbreviations and terms."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """What an abbreviation or a term stands for.

    \b
    Examples:
      aseanrok glossary
      aseanrok glossary AKCF
    """
    return request.named()
