"""`aseanrok documents`: declarations, plans, agreements."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Declarations, joint statements, plans of action, agreements and other texts; or one of them.

    \b
    Examples:
      aseanrok documents --kind agreement
      aseanrok documents han-river-declaration
      aseanrok documents --framework asean-rok --since 2010 --sort -date
      aseanrok documents --kind agreement --as-of 2008
    """
    if day := request.as_of:
        from aseanrok import asof  # no other call needs it

        return request.then(asof.documents(request.chosen(), day))
    return request.named()
