"""What a brief is made of: parts under headings, lines and small tables, each statement with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aseanrok.values import Value


class Said(Value):
    """A statement, and the ids of the sources it rests on."""

    __slots__ = ("sources", "text")

    def __init__(self, text: str, sources: tuple[str, ...] = ()) -> None:
        self.text = text
        self.sources = sources


class Line(Value):
    """Statements behind a label."""

    __slots__ = ("label", "said")

    def __init__(self, label: str, *said: Said) -> None:
        self.label = label
        self.said = said


class Grid(Value):
    """A small table; `widths` say how wide its columns are to each other."""

    __slots__ = ("headings", "rows", "widths")

    def __init__(self, headings: tuple[str, ...], rows: Iterable[tuple[Said, ...]], widths: tuple[int, ...]) -> None:
        self.headings = headings
        self.rows = tuple(rows)
        self.widths = widths


class Part(Value):
    """What stands under a heading: a table, lines, and what is said of the rest."""

    __slots__ = ("grid", "heading", "lines", "rest")

    def __init__(self, heading: str, lines: Iterable[Line] = (), grid: Grid | None = None, rest: str = "") -> None:
        self.heading = heading
        self.lines = tuple(lines)
        self.grid = grid if grid and grid.rows else None
        self.rest = rest

    def statements(self) -> Iterator[Said]:
        """Yield every statement, in the order in which they are read."""
        for row in self.grid.rows if self.grid else ():
            yield from row
        for line in self.lines:
            yield from line.said


class Page(Value):
    """A brief: what it is about, for which day and from which edition it was made, its parts, what the marks mean."""

    __slots__ = ("day", "lang", "legend", "parts", "stands", "title")

    def __init__(self, title: str, stands: str, parts: Iterable[Part], legend: str, lang: str, day: str) -> None:
        self.title = title
        self.stands = stands
        self.parts = tuple(part for part in parts if part.lines or part.grid or part.rest)
        self.legend = legend
        self.lang = lang
        self.day = day  # an ISO day
