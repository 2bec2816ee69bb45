"""The commands that list a table and do nothing else."""

from __future__ import annotations

from aseanrok.cli.listings import listed
from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """List a table, filtered; with a name, show the record it names, or the rows that are about what it names."""
    return listed(request)
