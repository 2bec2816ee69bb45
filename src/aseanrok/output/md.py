"""Markdown: a table for a listing, headings and lists for a card."""

from __future__ import annotations

import re

from aseanrok.output import Format
from aseanrok.output._addresses import is_address, with_address
from aseanrok.output.plain import pages
from aseanrok.views import Card, Listing, Section, View
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMAT = Format(
    40, "Markdown: a table, or headings and lists", (".md", ".markdown"), for_people=True, called=("markdown", "gfm")
)


def render(view: View) -> Iterator[str]:
    """Yield a GitHub table, or cards under headings."""
    if view.cards:
        yield pages(view, lambda card: _card(card, view.listing.lang))
    else:
        for line in _table(view.listing):
            yield line + "\n"


_MARKS = re.compile(r"[\\|*_`\[\]<>~$^]|&(?=#?\w+;)")


def escaped(text: str) -> str:
    """Return text that Markdown prints as it stands, inside a table cell as well; an address leads where it leads.

    Neither formulas, footnotes and what is struck out, as dialects have them, nor `&amp;` become anything else.
    """
    return "<br>".join(_first(" ".join(map(_word, line.split(" ")))) for line in text.split("\n"))


def _first(line: str) -> str:
    return re.sub(r"^(\d{1,9})([.)])(?=\s|$)", r"\1\\\2", re.sub(r"^(?=[#+-](\s|$|#))", r"\\", line))


def _word(word: str) -> str:
    before, address, after = with_address(word)
    if not address:
        return _plain(word)
    for mark in "|<>":  # what may not stand in an address, and would end it here
        address = address.replace(mark, f"%{ord(mark):X}")
    return f"{_plain(before)}<{_ENTITY.sub(_spelled, address)}>{_plain(after)}"


_ENTITY = re.compile(r"(?<=&)#?\w(?=\w*;)")


def _spelled(letter: re.Match[str]) -> str:
    """Return a letter as an address may have it as well, so that no reader takes `&amp;` in it for a sign."""
    return "".join(f"%{ord(each):X}" for each in letter[0])


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", text)


def _table(listing: Listing) -> Iterator[str]:
    yield _row(list(map(escaped, listing.headings())))
    yield _row(["---"] * len(listing.columns))
    for row in listing.rows:
        yield _row([escaped(cell) for cell in listing.cells(row)])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _card(card: Card, lang: str) -> Iterator[str]:
    yield f"# {escaped(card.title)}"
    yield ""
    yield f"`{card.kind}`"
    if card.summary:
        yield ""
        yield escaped(card.summary)
    if card.glance:
        yield from _section(card.glance)
    if card.facts:
        if card.glance:  # else the list above would go on
            yield from ("", f"## {worded('Facts', lang)}")
        yield ""
        yield from _facts(card.facts)
    for section in card.sections:
        yield from _section(section)


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    for label, value in facts:
        yield f"- **{escaped(label)}**: {_linked(value)}"


def _linked(value: str) -> str:
    """Return a value as Markdown; an address is a link that no mark in it leads astray."""
    is_whole = is_address(value) and not set(value) & set("<>")
    return f"<{_ENTITY.sub(_spelled, value)}>" if is_whole else escaped(value)


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"## {escaped(section.heading)}"
    yield ""
    if section.earlier:
        yield from (escaped(section.earlier), "")
    yield from _facts(section.facts)
    for number, (item, address) in enumerate(section.linked(), start=1):
        lead = f"{number}." if section.quiet else "-"
        yield f"{lead} {escaped(item)}{f' {_linked(address)}' if address else ''}"
    if section.listing is not None:
        yield from _table(section.listing)
    if section.more:
        yield from ("", escaped(section.more))
