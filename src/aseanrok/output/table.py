"""Tables and cards for a terminal: fitted to its width, wrapped between words, nothing cut. Rich draws them."""

from __future__ import annotations

from aseanrok.output import Format
from aseanrok.output._layout import Screen, plan_of
from aseanrok.views import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FORMAT", "Screen", "render"]

FORMAT = Format(
    10,
    "fitted to the width, wrapped between words; below 60 columns, or with ACCESSIBLE=1, records",
    ending=".txt",
    for_people=True,
)


def render(view: View, screen: Screen) -> Iterator[str]:
    """Yield a listing as a table, or cards; records instead of a table where the screen is narrow."""
    from aseanrok.output._page import Page  # Rich: whoever only asks what the format is does not wait for it

    page = Page(screen)
    if view.cards:
        for number, card in enumerate(view.cards):
            yield ("\n" if number else "") + page.card(card)
    elif screen.boxes and (plan := plan_of(view.listing, screen.width)):
        yield from page.table(view.listing, plan)
    else:
        yield from page.records(view.listing)
