"""Markdown: a brief with footnotes, as CommonMark with the footnotes and tables of GitHub and pandoc."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aseanrok import store
from aseanrok.brief.page import Grid, Page, Part, Said
from aseanrok.cite import of_source
from aseanrok.cite.text import line
from aseanrok.output.md import escaped

DASHES = 90
"""The hyphens under the headings of a table tell pandoc how wide its columns are: so many in all."""


def render(pages: Sequence[Page], between: str = "---\n\n") -> Iterator[str]:
    """Yield briefs as Markdown, what is `between` two of them, and their footnotes at the end."""
    notes: dict[str, int] = {}
    for number, page in enumerate(pages):
        yield f"{between if number else ''}# {escaped(page.title)}\n\n{escaped(page.stands)}\n\n"
        for part in page.parts:
            yield "\n".join(_part(part, notes)) + "\n\n"
        yield f"{escaped(page.legend)}\n\n"
    known = {row["id"]: row for row in store.rows_where("sources", "id", notes)} if notes else {}
    for id, number in notes.items():
        yield f"[^{number}]: {escaped(line(of_source(known[id]), lang=pages[0].lang))}.\n"


def _part(part: Part, notes: dict[str, int]) -> Iterator[str]:
    yield f"## {escaped(part.heading)}"
    if part.grid:
        yield ""
        yield from _grid(part.grid, notes)
    if part.lines:
        yield ""
    for each in part.lines:
        yield f"- **{escaped(each.label)}**: {_joined(each.said, notes)}"
    if part.rest:
        yield from ("", escaped(part.rest))


def _grid(grid: Grid, notes: dict[str, int]) -> Iterator[str]:
    yield _row(map(escaped, grid.headings))
    yield _row("-" * max(3, DASHES * width // sum(grid.widths)) for width in grid.widths)
    for row in grid.rows:
        yield _row(_noted(cell, notes) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _joined(said: Iterable[Said], notes: dict[str, int]) -> str:
    return "; ".join(_noted(each, notes) for each in said)


def _noted(said: Said, notes: dict[str, int]) -> str:
    """Return a statement with its footnotes; each source has one number, in the order in which they are met."""
    numbers = (notes.setdefault(id, len(notes) + 1) for id in said.sources)
    return escaped(said.text) + "".join(f"[^{number}]" for number in numbers)
