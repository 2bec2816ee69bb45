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
    """Return text that Markdown prints as it stands, inside a table cell as well; an address leads where it leads."""
    return "<br>".join(" ".join(map(_word, line.split(" "))) for line in text.split("\n"))


def _word(word: str) -> str:
    start = word.find("http")
    if start < 0 or not word[start:].startswith(("https://", "http://")):
        return _plain(word)
    address = word[start:].rstrip(".,;:!?'\"")
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1].rstrip(".,;:!?'\"")
    after = word[start + len(address) :]
    for mark in "|<>":  # what may not stand in an address, and would end it here
        address = address.replace(mark, f"%{ord(mark):X}")
    return f"{_plain(word[:start])}<{address}>{_plain(after)}"


def _plain(text: str) -> str:
    for mark in "\\|*_`[]<>":
        text = text.replace(mark, f"\\{mark}")
    return text


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
