"""Markdown: a table for a listing, headings and lists for a card."""

from __future__ import annotations

from collections.abc import Iterator

from aseanrok.output import Format
from aseanrok.output.plain import pages
from aseanrok.views import Card, Listing, View

FORMAT = Format(40, "Markdown: a table, or headings and lists", (".md", ".markdown"), for_people=True)


def render(view: View) -> Iterator[str]:
    """Yield a GitHub table, or cards under headings."""
    if view.cards:
        yield pages(view, _card)
    else:
        for line in _table(view.listing):
            yield line + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown prints as it stands, inside a table cell as well."""
    for mark in "\\|*_`[]<>":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "<br>")


def _table(listing: Listing) -> Iterator[str]:
    yield _row(listing.headings())
    yield _row(["---"] * len(listing.columns))
    for row in listing.rows:
        yield _row([escaped(cell) for cell in listing.cells(row)])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _card(card: Card) -> Iterator[str]:
    yield f"# {escaped(card.title)}"
    yield ""
    yield f"`{card.kind}`"
    if card.summary:
        yield ""
        yield escaped(card.summary)
    if card.facts:
        yield ""
        for label, value in card.facts:
            yield f"- **{escaped(label)}**: {escaped(value)}"
    for section in card.sections:
        yield ""
        yield f"## {escaped(section.heading)}"
        yield ""
        for number, item in enumerate(section.items, start=1):
            yield f"{number}. {escaped(item)}" if section.quiet else f"- {escaped(item)}"
        if section.listing is not None:
            yield from _table(section.listing)
