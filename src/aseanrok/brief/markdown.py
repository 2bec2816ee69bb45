"""Markdown: a brief with footnotes, as CommonMark with the footnotes and tables of GitHub and pandoc."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aseanrok import store
from aseanrok.brief.page import Grid, Page, Part, Said
from aseanrok.cite import of_source
from aseanrok.cite.text import line
from aseanrok.output.md import escaped
from aseanrok.wording import worded

DASHES = 90
"""The hyphens under the headings of a table tell pandoc how wide its columns are: so many in all."""


class Notes:
    """The footnotes of a text: each source has one number, in the order in which it is first met."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.numbers: dict[str, int] = {}

    def mark(self, source: str) -> str:
        """Return what stands behind a statement that rests on a source."""
        return f"[^{self.numbers.setdefault(source, len(self.numbers) + 1)}]"

    def texts(self) -> Iterator[str]:
        """Yield the footnotes, a line each."""
        for number, text in enumerate(self.told(self.numbers), start=1):
            yield f"[^{number}]: {text}\n"

    def told(self, sources: Iterable[str]) -> Iterator[str]:
        """Yield what the footnotes of sources say."""
        ids = list(sources)
        known = {row["id"]: row for row in store.rows_where("sources", "id", ids)} if ids else {}
        return (f"{escaped(line(of_source(known[id]), lang=self.lang))}." for id in ids)


class EachTime(Notes):
    """Footnotes as Word has them: one for each mention; the first tells of the source, the others refer to it."""

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self.mentions: list[str] = []

    def mark(self, source: str) -> str:
        self.mentions.append(source)
        self.numbers.setdefault(source, len(self.mentions))
        return f"[^{len(self.mentions)}]"

    def texts(self) -> Iterator[str]:
        full = dict(zip(self.numbers, self.told(self.numbers), strict=True))
        known = {row["id"]: row for row in store.rows_where("sources", "id", full)} if full else {}
        for number, source in enumerate(self.mentions, start=1):
            first = self.numbers[source]
            again = f"{known[source]['publisher']}, {worded('as in note {}', self.lang, first)}."
            yield f"[^{number}]: {full[source] if number == first else escaped(again)}\n"


class Listed(Notes):
    """Notes as a page has them: numbers that lead to a list of the sources at its end, and each stands there once."""

    def mark(self, source: str) -> str:
        number = self.numbers.setdefault(source, len(self.numbers) + 1)
        return f'<sup><a href="#source-{number}">{number}</a></sup>'

    def texts(self) -> Iterator[str]:
        yield f"## {worded('Sources', self.lang)}\n\n"
        for number, text in enumerate(self.told(self.numbers), start=1):
            yield f'{number}. <span id="source-{number}"></span>{text}\n'


def render(pages: Sequence[Page], between: str = "---\n\n", notes: Notes | None = None) -> Iterator[str]:
    """Yield briefs as Markdown, what is `between` two of them, and their notes at the end."""
    notes = notes or Notes(pages[0].lang)
    for number, page in enumerate(pages):
        yield f"{between if number else ''}# {escaped(page.title)}\n\n{escaped(page.stands)}\n\n"
        for part in page.parts:
            yield "\n".join(_part(part, notes)) + "\n\n"
        yield f"{escaped(page.legend)}\n\n"
    yield from notes.texts()


def _part(part: Part, notes: Notes) -> Iterator[str]:
    yield f"## {escaped(part.heading)}"
    if part.grid:
        yield ""
        yield from _grid(part.grid, notes)
    if part.lines:
        yield ""
    for each in part.lines:
        yield f"- **{escaped(each.label)}**: {'; '.join(_noted(said, notes) for said in each.said)}"
    if part.rest:
        yield from ("", escaped(part.rest))


def _grid(grid: Grid, notes: Notes) -> Iterator[str]:
    yield _row(map(escaped, grid.headings))
    yield _row("-" * max(3, DASHES * width // sum(grid.widths)) for width in grid.widths)
    for row in grid.rows:
        yield _row(_noted(cell, notes) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _noted(said: Said, notes: Notes) -> str:
    """Return a statement with its footnotes."""
    return escaped(said.text) + "".join(map(notes.mark, said.sources))
