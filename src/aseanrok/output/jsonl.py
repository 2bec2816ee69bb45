"""JSON Lines: one object a line."""

from __future__ import annotations

from aseanrok.output import Format
from aseanrok.output.json_ import dumped, objects
from aseanrok.views import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = Format(90, "one JSON object a line", (".jsonl", ".ndjson"), whole=True, escape="json", called=("ndjson",))


def render(view: View) -> Iterator[str]:
    """Yield each row as a JSON object on a line of its own."""
    for item in objects(view):
        yield dumped(item) + "\n"
