"""`aseanrok timeline`: every dated act, oldest first."""

from __future__ import annotations

from aseanrok.cli.request import Request
from aseanrok.views import View


def run(request: Request) -> View:
    """Every dated act, oldest first: meetings, documents, foundings, entries into force.

    A date is as precise as its source. Filters keep whatever may fall in the time asked for.

    \b
    Examples:
      aseanrok timeline --framework mekong
      aseanrok timeline --since 2019 --until 2021-06
      aseanrok timeline --country Laos --format csv
    """
    return request.named()
