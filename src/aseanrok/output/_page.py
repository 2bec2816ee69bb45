"""A page of a terminal, drawn with Rich: the only module that knows it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich.console import Console
from rich.table import Table
from rich.text import Text

from aseanrok.output._layout import GAP, Plan, Screen, cell_of, headings_of, is_code, items_of, label_of, plan_of
from aseanrok.output.plain import width
from aseanrok.values import Row
from aseanrok.views import STAR, Card, Listing

_AT_ONCE = 100  # rows laid out at a time, so that the first screen does not wait for the last
_MARK = "not dim bold red"


def _joined(lines: Iterable[Text]) -> Text:
    """Return lines as one text, without the blanks they were broken at."""
    done = []
    for line in lines:
        line.rstrip()
        done.append(line)
    return Text("\n").join(done)


def _visible(text: str) -> str:
    """Return text with its control characters shown: once it is drawn they could not be told from the styles."""
    if text.isprintable():
        return text
    kept = (
        each if each.isprintable() or each in "\n\u3000" else each.encode("unicode_escape").decode() for each in text
    )
    return "".join(kept)


class Page:
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

    def table(self, listing: Listing, plan: Plan) -> Iterator[str]:
        """Yield the heading and the rows, some at a time; the widths are fixed, so that the pieces fit together."""
        heads = self._grid(plan)
        headings = headings_of(listing, plan.columns)
        heads.add_row(
            *(self._fitted(Text(head, "bold"), wide) for head, wide in zip(headings, plan.widths, strict=True))
        )
        self._console.print(heads)
        rule = "\u2500" if self._screen.unicode else "-"
        self._console.print(Text(rule * (sum(plan.widths) + GAP * (len(plan.widths) - 1)), "dim"))
        yield self._text()
        rows = iter(listing.rows)
        while chunk := list(islice(rows, _AT_ONCE)):
            grid = self._grid(plan)
            for row in chunk:
                grid.add_row(*self._cells(listing, plan, row))
            self._console.print(grid)
            yield self._text()

    def _grid(self, plan: Plan) -> Table:
        grid = Table.grid(padding=0, pad_edge=False)
        last = len(plan.columns) - 1
        for at, wide in enumerate(plan.widths):
            # Explicit widths spare Rich from measuring every cell, and a gap that is part of them from padding it.
            room = wide if at == last else wide + GAP
            grid.add_column(width=room, no_wrap=True, overflow="fold")
        return grid

    def _cells(self, listing: Listing, plan: Plan, row: Row) -> Iterator[Text]:
        label = label_of(listing)
        for name, wide in zip(plan.columns, plan.widths, strict=True):
            value = cell_of(listing, row, name)
            cell = self._marked(listing, value, "dim" if name == "id" else "", name)
            if name == label:
                self._under(cell, listing, row, plan, wide)
            yield self._fitted(cell, wide)

    def _fitted(self, cell: Text, wide: int) -> Text:
        """Return a text whose lines are all short enough for a column."""
        if any(width(line) > wide for line in cell.plain.split("\n")):
            cell = _joined(cell.wrap(self._console, wide, overflow="fold"))
        cell.no_wrap = True
        return cell

    def _marked(self, listing: Listing, value: str, style: str, name: str) -> Text:
        """Return a text in which what was searched for stands out; an id is not a text."""
        text = Text(_visible(value), style, overflow="fold")
        if listing.marks is not None and self._screen.color and name != "id":
            for start, end in listing.marks(value):
                text.stylize(_MARK, start, end)
        return text

    def _under(self, cell: Text, listing: Listing, row: Row, plan: Plan, wide: int) -> None:
        for name in plan.under:
            for item in items_of(listing, row, name) if name != "id" else ():
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
                if isinstance(value, list) and len(value) > 1 and not all(map(is_code, value)):
                    star = STAR if listing.is_disputed(row, name) else ""
                    self._console.print(Text(f"{title}:{star}", "bold"))
                    for item in value:
                        self._hanging(self._bullet, item)
                elif cell := cell_of(listing, row, name):
                    line = Text(f"{title}: ", "bold", overflow="fold")
                    line.append_text(self._marked(listing, cell, "not bold", name))
                    self._console.print(line)
            yield self._text()

    def _hanging(self, lead: str, item: str, style: str = "", indent: int = 2) -> None:
        grid = Table.grid(padding=0, pad_edge=False)
        grid.add_column(width=indent + width(lead), no_wrap=True)
        grid.add_column(overflow="fold", max_width=max(10, self._screen.width - indent - width(lead)))
        grid.add_row(Text(" " * indent + lead, style), Text(_visible(item), style, overflow="fold"))
        self._console.print(grid)

    def card(self, card: Card) -> str:
        print_ = self._console.print
        print_(Text(_visible(card.title), "bold", overflow="fold"))
        print_(Text(card.kind, "dim", overflow="fold"))
        if card.summary:
            print_()
            print_(Text(_visible(card.summary), overflow="fold"))
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
        inset = Page(self._screen.replace(width=self._screen.width - 2))
        plan = plan_of(listing, self._screen.width - 2) if self._screen.boxes else None
        drawn = "".join(inset.table(listing, plan) if plan else inset.records(listing))
        self._buffer.write("".join(f"  {line}\n" for line in drawn.splitlines()))

    def _facts(self, facts: Sequence[tuple[str, str]]) -> None:
        wide = max(width(label) for label, _ in facts)
        if self._screen.width - wide < 24:
            for label, value in facts:
                line = Text(f"{label}: ", "dim", overflow="fold")
                line.append(_visible(value), "not dim")
                self._console.print(line)
            return
        grid = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
        grid.add_column(width=wide, no_wrap=True, style="dim")
        grid.add_column(overflow="fold")
        for label, value in facts:
            grid.add_row(label, Text(_visible(value), overflow="fold"))
        self._console.print(grid)
