"""Charts as lines of text: block characters in eighths of a column, or letters that every terminal has."""

from __future__ import annotations

from itertools import groupby

from aseanrok.charts import FULL, OTHER, PROMISED, Bar, Chart
from aseanrok.output.plain import padded, width
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

EIGHTHS = " ▏▎▍▌▋▊▉█"
BLOCKS = {FULL: "█", PROMISED: "░", OTHER: "▒"}
LETTERS = {FULL: "#", PROMISED: ".", OTHER: "="}
COLOURS = {FULL: "36", PROMISED: "33", OTHER: "35"}
MEANINGS = {
    PROMISED: "promised, announced, postponed or cancelled: not recorded as made or held",
    OTHER: "not for a year: for the period beside it, not added up",
}
_LINE, _NEXT = ("━", "○"), ("=", "o")
_LEAST = 12  # a bar with less room than this goes under its number
_LONGEST = 120  # of more room than this the eye loses the line
STEP = "  "


class Ink:
    """With what is drawn: in how many columns, with which characters, in colour or not, in which language."""

    __slots__ = ("color", "lang", "unicode", "width")

    def __init__(self, width: int, *, unicode: bool, color: bool, lang: str) -> None:
        self.width = width
        self.unicode = unicode
        self.color = color
        self.lang = lang

    def painted(self, text: str, fill: str) -> str:
        """Return a part of a bar in the colour of its filling."""
        return f"\x1b[{COLOURS[fill]}m{text}\x1b[0m" if self.color and text else text


def render(charts: Sequence[Chart], ink: Ink) -> Iterator[str]:
    """Yield the lines of charts, those of one heading together on one scale, and what their fillings mean."""
    for number, (heading, group) in enumerate(groupby(charts, lambda chart: chart.heading)):
        own = list(group)
        if number:
            yield "\n"
        for line in broken(heading, ink.width):
            yield f"{line}\n"
        sheet = _Sheet(
            [bar for chart in own for bar in chart.bars], ink, STEP * (2 if any(chart.part for chart in own) else 1)
        )
        for chart in own:
            yield from (f"{line}\n" for line in broken(chart.part, ink.width, STEP) if chart.part)
            yield from (f"{line}\n" for line in (sheet.spans(chart) if chart.years else sheet.bars(chart)))
    yield from _legend(charts, ink)


def _legend(charts: Iterable[Chart], ink: Ink) -> Iterator[str]:
    marks = BLOCKS if ink.unicode else LETTERS
    bars = [bar for chart in charts if not chart.years for bar in chart.bars]
    used = {bar.fill for bar in bars if bar.size is not None} | {PROMISED for bar in bars if bar.more}
    said = [(marks[fill], MEANINGS[fill]) for fill in (PROMISED, OTHER) if fill in used]
    if any(bar.mark for chart in charts for bar in chart.bars):
        said.append(((_LINE if ink.unicode else _NEXT)[1], "announced, no report recorded"))
    for number, (sign, meaning) in enumerate(said):
        lines = broken(worded(meaning, ink.lang), ink.width - 2)
        for at, line in enumerate(lines):
            yield f"{chr(10) if not (number or at) else ''}{sign if not at else ' '} {line}\n"


class _Sheet:
    """The columns of the charts under one heading: label, number with its marks, bar, word after it."""

    def __init__(self, bars: Sequence[Bar], ink: Ink, indent: str) -> None:
        self.ink = ink
        self.indent = indent
        self.number = max(width(bar.number) for bar in bars)
        self.marks = max(len(bar.marks) for bar in bars)
        self.note = max((width(bar.note) + 1 for bar in bars if bar.note), default=0)
        widest = max(width(bar.label) for bar in bars)
        beside = len(self.indent) + 2 + self.number + (1 + self.marks if self.marks else 0) + 2
        self.label = min(widest, max(ink.width // 2 - 2, 12))
        room = ink.width - beside - self.label - self.note
        self.under = room < _LEAST
        if self.under:
            beside = 2 * len(self.indent)
            room = ink.width - beside - self.note
            if room < _LEAST:  # what stands behind the bars goes under them
                room = ink.width - beside
        self.room = max(4, min(room, _LONGEST))

    def bars(self, chart: Chart) -> Iterator[str]:
        for bar in chart.bars:
            if bar.size is None:
                yield from self._line(bar, "")
                continue
            more = self._long(bar.more, chart.most, PROMISED)
            whole = self._long(bar.size, chart.most, bar.fill)[: self.room - bool(more)]
            more = more[: self.room - len(whole)]  # both were rounded
            drawn = self.ink.painted(whole, bar.fill) + self.ink.painted(more, PROMISED)
            yield from self._line(bar, drawn)

    def spans(self, chart: Chart) -> Iterator[str]:
        first, last = chart.years or (0, 0)
        if first:
            lead = len(self.indent) * 2 if self.under else len(self.indent) + self.label + 2 + self.number + 2
            yield f"{' ' * lead}{first}{str(last).rjust(self.room - 4) if self.room >= 9 and last > first else ''}"
        line, following = _LINE if self.ink.unicode else _NEXT
        for bar in chart.bars:
            cells = [" "] * self.room
            if bar.size is not None:
                begin, end = (self._cell(int(year), first, last) for year in (bar.size, bar.more))
                cells[begin : end + 1] = line * (end + 1 - begin)
            if bar.mark:
                cells[self._cell(bar.mark, first, last)] = following
            drawn = self.ink.painted("".join(cells).rstrip(), FULL)
            yield from self._line(bar, drawn)

    def _cell(self, year: int, first: int, last: int) -> int:
        return (year - first) * (self.room - 1) // max(1, last - first)

    def _line(self, bar: Bar, drawn: str) -> Iterator[str]:
        """Yield a line of a chart, the bar beside its number; or under it, where there is no room."""
        if self.under:
            yield from self._below(bar, drawn)
            return
        number = " " * (self.number - width(bar.number)) + bar.number
        marks = f" {bar.marks:{self.marks}}" if self.marks else ""
        note = f" {bar.note}" if bar.note and bar.size is not None else ""
        first, *rest = broken(bar.label, self.label)
        yield f"{self.indent}{padded(first, self.label)}  {number}{marks}  {drawn}{note}".rstrip()
        yield from (f"{self.indent}{line}" for line in rest)

    def _below(self, bar: Bar, drawn: str) -> Iterator[str]:
        """Yield the label with its number, or under it, and under both the bar; no line wider than there is room."""
        said = f"{bar.number}{f' {bar.marks}' if bar.marks else ''}"
        room = self.ink.width - len(self.indent)
        beside = f"{bar.label}  {said}"
        lines = [beside] if width(beside) <= room else [*broken(bar.label, room), *broken(said, room, STEP)]
        yield from (f"{self.indent}{line}" for line in lines)
        note = bar.note if bar.size is not None else ""
        if note and self.room + self.note + 2 * len(self.indent) <= self.ink.width:
            drawn, note = f"{drawn} {note}", ""
        if drawn:
            yield f"{self.indent * 2}{drawn}"
        yield from (f"{self.indent}{line}" for line in broken(note, room, self.indent) if note)

    def _long(self, size: float, most: float, fill: str) -> str:
        """Return a bar as long as its amount: nothing for nothing, and something for anything."""
        if size <= 0 or not most:
            return ""
        eighths = max(1, round(size / most * self.room * 8))
        if fill == FULL and self.ink.unicode:
            return EIGHTHS[8] * (eighths // 8) + EIGHTHS[eighths % 8].strip()
        return (BLOCKS if self.ink.unicode else LETTERS)[fill] * max(1, round(eighths / 8))


def broken(text: str, wide: int, lead: str = "") -> list[str]:
    """Return text broken between words into lines of so many columns, `lead` before each; inside a word if need be."""
    lines: list[str] = []
    for word in (part for whole in text.split(" ") for part in _parts(whole, wide - width(lead))):
        if lines and width(lines[-1]) + 1 + width(word) <= wide:
            lines[-1] += f" {word}"
        else:
            lines.append(f"{lead}{word}")
    return lines


def _parts(word: str, wide: int) -> Iterator[str]:
    """Yield a word in parts of so many columns; most words are one."""
    while width(word) > wide:
        at = len(word)
        while at > 1 and width(word[:at]) > wide:
            at -= 1
        yield word[:at]
        word = word[at:]
    yield word
