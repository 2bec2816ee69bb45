"""Records: `label: value` lines with a blank line between records, for narrow screens, screen readers and mail."""

from __future__ import annotations

from aseanrok.output import Format
from aseanrok.output.plain import card_lines, pages
from aseanrok.views import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = Format(30, "label: value lines, for narrow screens, screen readers and mail", ending=".txt", for_people=True)


def render(view: View) -> Iterator[str]:
    """Yield each row as label: value lines, or cards as text; empty values are left out."""
    if view.cards:
        yield pages(view, card_lines)
        return
    headings = view.listing.headings()
    for number, row in enumerate(view.listing.rows):
        if number:
            yield "\n"
        for heading, value in zip(headings, view.listing.cells(row), strict=True):
            if value:
                yield f"{heading}: {value}\n"
