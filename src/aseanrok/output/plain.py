"""Plain text: aligned columns, one record a line, nothing cut; cards as paragraphs. The same bytes everywhere."""

from __future__ import annotations

import unicodedata

from aseanrok.output import Format
from aseanrok.views import Card, Listing, Section, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

FORMAT = Format(
    20,
    "aligned columns, one record a line, nothing cut, the same bytes whatever terminal stands behind",
    (".txt",),
    for_people=True,
    called=("text", "txt", "ascii"),
)

GAP = "  "


def render(view: View) -> Iterator[str]:
    """Yield a listing as aligned columns under their headings, or cards as text."""
    if view.cards:
        yield pages(view, card_lines)
    else:
        for line in columns(view.listing):
            yield line + "\n"


def pages(view: View, lines: Callable[[Card], Iterable[str]]) -> str:
    """Return the cards of a view as text, a blank line between them; `lines` gives the lines of one."""
    return "\n".join("".join(f"{line}\n" for line in lines(card)) for card in view.cards)


def columns(listing: Listing) -> Iterator[str]:
    """Yield the heading and the rows, each column as wide as its widest value; the last is left ragged."""
    rows = [listing.headings(), *(listing.cells(row) for row in listing.rows)]
    filled = [list(map(width, cells)) for cells in rows]
    widths = [max(column) for column in zip(*filled, strict=True)]
    for cells, own in zip(rows, filled, strict=True):
        padding = (" " * (wide - each) for wide, each in zip(widths, own, strict=True))
        yield GAP.join(map(str.__add__, cells, padding)).rstrip()


def width(text: str) -> int:
    """Return how many columns of a terminal a text fills: Korean letters fill two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_WIDTHS.__getitem__, text))


class _Widths(dict[str, int]):
    """How many columns each letter fills, found out once."""

    def __missing__(self, letter: str) -> int:
        wide = 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        self[letter] = 0 if unicodedata.combining(letter) else wide
        return self[letter]


_WIDTHS = _Widths()


def padded(text: str, wide: int) -> str:
    """Return text filled with blanks to a number of columns."""
    return text + " " * (wide - width(text))


def card_lines(card: Card) -> Iterator[str]:
    """Yield the lines of a card, none broken."""
    yield card.title
    yield card.kind
    if card.summary:
        yield ""
        yield card.summary
    if card.glance:
        yield ""
        yield card.glance.heading
        yield from section_lines(card.glance)
    if card.facts:
        yield ""
        yield from labelled(card.facts)
    for section in card.sections:
        yield ""
        yield section.heading
        yield from section_lines(section)


def labelled(facts: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield `label  value` lines with the values aligned."""
    wide = max(width(label) for label, _ in facts)
    for label, value in facts:
        yield f"{padded(label, wide)}{GAP}{value}"


def section_lines(section: Section) -> Iterator[str]:
    """Yield what stands under a heading, indented."""
    if section.earlier:
        yield f"  {section.earlier}"
    for line in labelled(section.facts) if section.facts else ():
        yield f"  {line}"
    for number, (item, address) in enumerate(section.linked(), start=1):
        lead = f"  {number}. " if section.quiet else "  - "
        yield f"{lead}{item}"
        if address:
            yield f"{' ' * len(lead)}{address}"
    if section.listing is not None:
        for line in columns(section.listing):
            yield f"  {line}"
    if section.more:
        yield f"  {section.more}"
