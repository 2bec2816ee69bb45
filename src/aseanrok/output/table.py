"""Tables and cards for a terminal: fitted to its width, wrapped between words, nothing cut. The only room with Rich."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from aseanrok.dates import shortened
from aseanrok.output.plain import width
from aseanrok.views import BELOW, DATES, STAR, Card, Listing, Row, View

NARROW = 60
"""Below this many columns a table becomes records."""

_GAP = 2
_AT_ONCE = 100  # rows laid out at a time, so that the first screen does not wait for the last
_LEAST = 14  # a column of text narrower than this is a column of single words
_MARK = "not dim bold red"


class Screen(NamedTuple):
    """What is known of a terminal."""

    width: int
    color: bool
    unicode: bool = True
    boxes: bool = True


def render(view: View, screen: Screen) -> Iterator[str]:
    """Yield a listing as a table, or cards; records instead of a table where the screen is narrow."""
    page = _Page(screen)
    if view.cards:
        for number, card in enumerate(view.cards):
            yield ("\n" if number else "") + page.card(card)
    elif screen.boxes and (plan := _plan(view.listing, screen.width)):
        yield from page.table(view.listing, plan)
    else:
        yield from page.records(view.listing)


class _Plan(NamedTuple):
    """Which columns stand side by side and how wide, and which fields stand under the label."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    under: tuple[str, ...]


def _plan(listing: Listing, available: int) -> _Plan | None:
    """Return how a listing fits, or None where only records do."""
    if available < NARROW or not listing.columns:
        return None
    label = _label(listing)
    under = tuple(name for name in BELOW if label and name in listing.columns)
    for down in (under, (*under, "id")):
        names = tuple(name for name in listing.columns if name not in down)
        if label and (widths := _fit(listing, names, available)):
            # The label reads best right after the date; machines read the order of `plain`.
            order = sorted(names, key=lambda name: (name != "date", name != label))
            return _Plan(tuple(order), tuple(widths[names.index(name)] for name in order), down)
        if not label and (widths := _fit(listing, names, available)):
            return _Plan(names, widths, ())
    return None


def _is_code(item: str) -> bool:
    return len(item) == 3 and item.isupper()


def _label(listing: Listing) -> str | None:
    return next((name for name in ("title", "name", "question", "expansion") if name in listing.columns), None)


def _fit(listing: Listing, names: Sequence[str], available: int) -> tuple[int, ...] | None:
    """Return a width for each column, or None where words would have to be broken.

    Ids and dates get what they need, the other columns what they ask for up to a quarter of the screen, and the label
    what is left.
    """
    natural = [
        max([width(heading), *(width(_cell(listing, row, name)) for row in listing.rows)])
        for name, heading in zip(names, _headings(listing, names), strict=True)
    ]
    label = _label(listing) or names[-1]
    at = names.index(label)
    below = [name for name in BELOW if name in listing.columns and name not in names]
    hanging = (width(item) + 2 for row in listing.rows for name in below for item in _items(listing, row, name))
    natural[at] = max([natural[at], *hanging])
    left = available - _GAP * (len(names) - 1)
    if sum(natural) <= left:
        return tuple(natural)
    widths = [
        wide if listing.is_short(name) else min(wide, max(available // 4, _LEAST))
        for name, wide in zip(names, natural, strict=True)
    ]
    widths[at] = min(natural[at], left - sum(widths) + widths[at])
    return tuple(widths) if widths[at] >= min(natural[at], available // 3) else None


def _headings(listing: Listing, names: Sequence[str]) -> list[str]:
    known = dict(zip(listing.columns, listing.headings(), strict=True))
    return [known[name] for name in names]


def _items(listing: Listing, row: Row, name: str) -> list[str]:
    """Return what hangs under a label: each outcome by itself, any other field after its heading."""
    value = row.get(name)
    if not value:
        return []
    if name == "snippet":
        return [value]
    star = STAR if listing.is_disputed(row, name) else ""
    if name == "outcomes":
        return [*value[:-1], value[-1] + star]
    (title,) = _headings(listing, (name,))
    return [f"{title}: {', '.join(value) if isinstance(value, list) else value}{star}"]


def _cell(listing: Listing, row: Row, name: str) -> str:
    cell = listing.cell(row, name)
    if name != "date" and name not in DATES:
        return cell
    bare = cell.removesuffix(STAR)
    return shortened(bare) + cell[len(bare) :]


class _Page:
    """A screen to draw on; gives back text."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._buffer = io.StringIO()
        self._console = Console(
            file=self._buffer,
            width=screen.width,
            height=100,
            color_system="standard" if screen.color else None,
            force_terminal=screen.color,
            no_color=not screen.color,
            # Data holds brackets and colons; nothing in it is markup.
            markup=False,
            emoji=False,
            highlight=False,
            soft_wrap=False,
            legacy_windows=False,
            # Width and colour are decided; the environment is not asked again.
            _environ={},
        )
        self._bullet = "\u2022 " if screen.unicode else "- "

    def _text(self) -> str:
        drawn = "\n".join(line.rstrip() for line in self._buffer.getvalue().split("\n"))
        self._buffer.seek(0)
        self._buffer.truncate()
        return drawn

    def table(self, listing: Listing, plan: _Plan) -> Iterator[str]:
        """Yield the heading and the rows, some at a time; the widths are fixed, so that the pieces fit together."""
        heads = self._grid(listing, plan)
        heads.add_row(*(Text(heading, "bold") for heading in _headings(listing, plan.columns)))
        self._console.print(heads)
        rule = "\u2500" if self._screen.unicode else "-"
        self._console.print(Text(rule * (sum(plan.widths) + _GAP * (len(plan.widths) - 1)), "dim"))
        yield self._text()
        rows = iter(listing.rows)
        while chunk := list(islice(rows, _AT_ONCE)):
            grid = self._grid(listing, plan)
            for row in chunk:
                grid.add_row(*self._cells(listing, plan, row))
            self._console.print(grid)
            yield self._text()

    def _grid(self, listing: Listing, plan: _Plan) -> Table:
        grid = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        for name, wide in zip(plan.columns, plan.widths, strict=True):
            # Explicit widths spare Rich from measuring every cell.
            grid.add_column(width=wide, no_wrap=listing.is_short(name), overflow="fold")
        return grid

    def _cells(self, listing: Listing, plan: _Plan, row: Row) -> Iterator[Text]:
        label = _label(listing)
        for name, wide in zip(plan.columns, plan.widths, strict=True):
            cell = self._marked(listing, _cell(listing, row, name), "dim" if name == "id" else "", name)
            if name == label:
                self._under(cell, listing, row, plan, wide)
            yield cell

    def _marked(self, listing: Listing, value: str, style: str, name: str) -> Text:
        """Return a text in which what was searched for stands out; an id is not a text."""
        text = Text(value, style, overflow="fold")
        if listing.marks is not None and self._screen.color and name != "id":
            for start, end in listing.marks(value):
                text.stylize(_MARK, start, end)
        return text

    def _under(self, cell: Text, listing: Listing, row: Row, plan: _Plan, wide: int) -> None:
        for name in plan.under:
            for item in _items(listing, row, name) if name != "id" else ():
                lines = self._marked(listing, item, "dim", name).wrap(self._console, max(10, wide - len(self._bullet)))
                for number, line in enumerate(lines):
                    line.rstrip()
                    cell.append("\n" + (" " * len(self._bullet) if number else self._bullet), "dim")
                    cell.append_text(line)
        if "id" in plan.under:
            cell.append(f"\n{listing.cell(row, 'id')}", "dim")

    def records(self, listing: Listing) -> Iterator[str]:
        for number, row in enumerate(listing.rows):
            if number:
                yield "\n"
            for name, title in zip(listing.columns, listing.headings(), strict=True):
                value = row.get(name)
                if isinstance(value, list) and len(value) > 1 and not all(map(_is_code, value)):
                    star = STAR if listing.is_disputed(row, name) else ""
                    self._console.print(Text(f"{title}:{star}", "bold"))
                    for item in value:
                        self._hanging(self._bullet, item)
                elif cell := _cell(listing, row, name):
                    line = Text(f"{title}: ", "bold", overflow="fold")
                    line.append_text(self._marked(listing, cell, "not bold", name))
                    self._console.print(line)
            yield self._text()

    def _hanging(self, lead: str, item: str, style: str = "", indent: int = 2) -> None:
        grid = Table.grid(padding=0, pad_edge=False)
        grid.add_column(width=indent + width(lead), no_wrap=True)
        grid.add_column(overflow="fold", max_width=max(10, self._screen.width - indent - width(lead)))
        grid.add_row(Text(" " * indent + lead, style), Text(item, style, overflow="fold"))
        self._console.print(grid)

    def card(self, card: Card) -> str:
        print_ = self._console.print
        print_(Text(card.title, "bold", overflow="fold"))
        print_(Text(card.kind, "dim", overflow="fold"))
        if card.summary:
            print_()
            print_(Text(card.summary, overflow="fold"))
        if card.facts:
            print_()
            self._facts(card.facts)
        for section in card.sections:
            style = "dim" if section.quiet else ""
            print_()
            print_(Text(section.heading, f"bold {style}".strip(), overflow="fold"))
            for number, item in enumerate(section.items, start=1):
                self._hanging(f"{number}. " if section.quiet else self._bullet, item, style)
            if section.listing is not None:
                self._inset(section.listing)
        return self._text()

    def _inset(self, listing: Listing) -> None:
        inset = _Page(self._screen._replace(width=max(20, self._screen.width - 2)))
        plan = _plan(listing, self._screen.width - 2) if self._screen.boxes else None
        drawn = "".join(inset.table(listing, plan) if plan else inset.records(listing))
        self._buffer.write("".join(f"  {line}\n" for line in drawn.splitlines()))

    def _facts(self, facts: Sequence[tuple[str, str]]) -> None:
        wide = max(width(label) for label, _ in facts)
        if self._screen.width - wide < 24:
            for label, value in facts:
                line = Text(f"{label}: ", "dim", overflow="fold")
                line.append(value, "not dim")
                self._console.print(line)
            return
        grid = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        grid.add_column(width=wide, no_wrap=True, style="dim")
        grid.add_column(overflow="fold")
        for label, value in facts:
            grid.add_row(label, Text(value, overflow="fold"))
        self._console.print(grid)
