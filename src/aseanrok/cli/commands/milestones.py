"""`aseanrok milestones`: dated acts that are neither a meeting nor a document."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Dated acts that are neither a meeting nor a document: proposals, changes of status, appointments.

    \b
    Examples:
      aseanrok milestones --kind status
      aseanrok milestones --framework mekong
    """
    return request.named()
