"""JSON: one array of objects, keys as `aseanrok fields` documents them, a record a line."""

from __future__ import annotations

import json

from aseanrok.output import Format
from aseanrok.views import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

FORMAT = Format(
    80,
    "one array, a record a line; keys as `aseanrok fields` documents them",
    (".json",),
    whole=True,
    escape="json",
    called=("yaml", "yml", "geojson"),
)


def render(view: View) -> Iterator[str]:
    """Yield a JSON array, a row a line; an empty listing is `[]`."""
    before = "[\n "
    for item in objects(view):
        yield before + dumped(item)
        before = ",\n "
    yield "[]\n" if before == "[\n " else "\n]\n"


def objects(view: View) -> Iterator[dict[str, Any]]:
    """Yield each row with those fields of the view that it has: records of two tables have some in common only."""
    names = view.listing.columns
    for row in view.listing.rows:
        yield {name: row[name] for name in names if name in row}


def dumped(value: Any) -> str:
    """Return JSON on one line, Korean as Korean."""
    # indent=2 would take the slow pure-Python encoder; a record a line reads as well and diffs better.
    return json.dumps(value, ensure_ascii=False)
