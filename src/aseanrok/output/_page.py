"""A page of a terminal, drawn with Rich: the only module that knows it."""

from __future__ import annotations

import io

from rich.color import ColorSystem
from rich.console import Console
from rich.text import Text

from aseanrok import progress, roles
from aseanrok.errors import visible
from aseanrok.output._layout import (
    GAP,
    NARROW,
    Plan,
    Screen,
    cell_of,
    headings_of,
    is_code,
    items_of,
    label_of,
    plan_of,
)
from aseanrok.output.plain import width
from aseanrok.values import Row
from aseanrok.views import Card, Listing, Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AT_ONCE = 100  # rows laid out at a time, so that the first screen does not wait for the last
_MARK = "not dim bold red"


def _visible(text: str) -> str:
    """Return text with its control characters shown: once it is drawn they could not be told from the styles."""
    return visible(text, kept="\n\u3000")  # a tab would push the columns apart


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
        headings = zip(headings_of(listing, plan.columns), plan.widths, strict=True)
        heads = [self._lines(Text(heading, "bold", overflow="fold"), wide) for heading, wide in headings]
        lines = self._beside(heads, plan)
        rule = "\u2500" if self._screen.unicode else "-"
        lines.append(self._drawn(Text(rule * (sum(plan.widths) + GAP * (len(plan.widths) - 1)), "dim")))
        yield "".join(f"{line}\n" for line in lines)
        rows = list(listing.rows)
        for at in progress.through(range(0, len(rows), _AT_ONCE)):
            chunk = rows[at : at + _AT_ONCE]
            yield "".join(f"{line}\n" for row in chunk for line in self._row(listing, plan, row))

    def _row(self, listing: Listing, plan: Plan, row: Row) -> list[str]:
        """Return the lines of a row: its cells side by side; under them, to the edge, what hangs under the label."""
        label = label_of(listing)
        cells = [self._cell(listing, row, name, wide) for name, wide in zip(plan.columns, plan.widths, strict=True)]
        indent = plan.indent(label)
        id = listing.cell(row, "id") if "id" in plan.under else ""
        if id and label and self._has_room(cells, plan, plan.columns.index(label), width(id)):
            cells[plan.columns.index(label)][-1].append_text(Text.assemble(" " * GAP, (id, "not bold dim")))
            id = ""
        lines = self._beside(cells, plan)
        room = max(10, plan.available - indent - len(self._bullet))
        if id:  # to the edge of the screen, and never cut
            lines.append(" " * max(0, min(indent, plan.available - width(id))) + self._drawn(Text(id, "dim")))
        spare = [name for name in plan.under if listing.has(name, roles.SPARE)]
        if beside := "; ".join(item for name in spare for item in items_of(listing, row, name)):
            found = self._lines(self._marked(listing, beside, "", spare[0]), max(10, plan.available - indent))
            lines += [" " * indent + self._drawn(line) for line in found]
        for name in plan.under:
            for item in items_of(listing, row, name) if name not in ("id", *spare) else ():
                for number, line in enumerate(self._lines(self._marked(listing, item, "", name), room)):
                    lead = " " * len(self._bullet) if number else self._bullet
                    lines.append(" " * indent + lead + self._drawn(line))
        return lines

    def _has_room(self, cells: list[list[Text]], plan: Plan, at: int, wide: int) -> bool:
        """Say whether an id fits behind the label, in its column, or to the edge below what stands beside it."""
        last = len(cells[at])
        alone = all(len(lines) < last for number, lines in enumerate(cells) if number > at)
        begin = sum(plan.widths[:at]) + GAP * at
        room = plan.available - begin if alone else plan.widths[at]
        return width(cells[at][-1].plain) + GAP + wide <= room

    def _cell(self, listing: Listing, row: Row, name: str, wide: int) -> list[Text]:
        style = "dim" if name == "id" else "bold" if name == label_of(listing) else ""
        cell = cell_of(listing, row, name, broken=False)
        if width(cell) > wide:
            cell = cell_of(listing, row, name)
        return self._lines(self._marked(listing, cell, style, name), wide)

    def _lines(self, text: Text, wide: int) -> list[Text]:
        """Return a text in lines of so many columns, broken between words."""
        if all(width(line) <= wide for line in text.plain.split("\n")):
            return list(text.split("\n", allow_blank=True))
        lines = list(text.wrap(self._console, wide, overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines

    def _beside(self, cells: list[list[Text]], plan: Plan) -> list[str]:
        """Return columns side by side, as the lines of a terminal."""
        lines = []
        for number in range(max(map(len, cells))):
            line, missing = "", 0
            for column, wide in zip(cells, plan.widths, strict=True):
                if number < len(column) and column[number].plain:
                    line += " " * missing + self._drawn(column[number])
                    missing = wide - width(column[number].plain) + GAP
                else:
                    missing += wide + GAP
            lines.append(line)
        return lines

    def _drawn(self, text: Text) -> str:
        """Return one line with the codes of its styles."""
        if not self._screen.color or not (text.style or text.spans):
            return text.plain
        if not text.spans:
            return self._console.get_style(text.style).render(text.plain, color_system=ColorSystem.STANDARD)
        drawn = text.render(self._console)
        return "".join(
            style.render(words, color_system=ColorSystem.STANDARD) if style else words for words, style, _ in drawn
        )

    def _marked(self, listing: Listing, value: str, style: str, name: str) -> Text:
        """Return a text in which what was searched for stands out; an id is not a text."""
        text = Text(_visible(value), style, overflow="fold")
        if listing.marks is not None and self._screen.color and name != "id":
            for start, end in listing.marks(value):
                text.stylize(_MARK, start, end)
        return text

    def records(self, listing: Listing) -> Iterator[str]:
        for number, row in enumerate(progress.through(list(listing.rows))):
            if number:
                yield "\n"
            for name, title in zip(listing.columns, listing.headings(), strict=True):
                value = listing.value(row, name)
                if isinstance(value, list) and len(value) > 1 and not all(map(is_code, value)):
                    self._console.print(Text(f"{title}:{listing.mark(row, name)}", "bold"))
                    for item in value:
                        self._hanging(self._bullet, item)
                elif cell := cell_of(listing, row, name, broken=False):
                    line = Text(f"{title}: ", "bold", overflow="fold")
                    # An id that does not fit behind its heading goes on a line of its own, and is not cut.
                    apart = name == "id" and len(title) + 2 + width(cell) > self._screen.width >= width(cell)
                    line.append_text(
                        Text("\n" if apart else "").append_text(self._marked(listing, cell, "not bold", name))
                    )
                    self._console.print(line)
            yield self._text()

    def card(self, card: Card) -> str:
        print_ = self._console.print
        print_(Text(_visible(card.title), self._link("bold", card.link), overflow="fold"))
        print_(Text(card.kind, "dim", overflow="fold"))
        if card.summary:
            print_()
            print_(Text(_visible(card.summary), overflow="fold"))
        if card.glance:
            self._section(card.glance)
        if card.facts:
            print_()
            self._facts(card.facts)
        for section in card.sections:
            self._section(section)
        return self._text()

    def _section(self, section: Section) -> None:
        style = "dim" if section.quiet else ""
        self._console.print()
        self._console.print(Text(_visible(section.heading), f"bold {style}".strip(), overflow="fold"))
        if section.earlier:
            self._more(section.earlier)
        if section.facts:
            self._facts(section.facts, indent=2)
        for number, (item, address) in enumerate(section.linked(), start=1):
            self._hanging(f"{number}. " if section.quiet else self._bullet, item, style, address=address)
        if section.listing is not None:
            self._inset(section.listing)
        if section.more:
            self._more(section.more)

    def _more(self, said: str) -> None:
        line = said if self._screen.unicode else said.replace("\u2026", "...")
        self._hanging("", line, "dim")

    def _link(self, style: str, address: str) -> str:
        """Return a style that opens an address, where the terminal shows styles at all."""
        return f"{style} link {address}".strip() if address and self._screen.color else style

    def _hanging(self, lead: str, item: str, style: str = "", indent: int = 2, address: str = "") -> None:
        from rich.table import Table  # what it imports takes a listing longer than all its rows

        grid = Table.grid(padding=0, pad_edge=False)
        grid.add_column(width=indent + width(lead), no_wrap=True)
        grid.add_column(overflow="fold", max_width=max(10, self._screen.width - indent - width(lead)))
        grid.add_row(
            Text(" " * indent + lead, style), Text(_visible(item), self._link(style, address), overflow="fold")
        )
        self._console.print(grid)
        if address:
            self._address(address, indent + width(lead), style)

    def _address(self, address: str, indent: int, style: str = "") -> None:
        """Write an address on a line of its own, nearer to the left where it is long: a broken one leads nowhere."""
        begin = max(0, min(indent, self._screen.width - width(address)))
        self._console.print(Text(" " * begin + address, style), soft_wrap=True)

    def _inset(self, listing: Listing) -> None:
        inset = Page(self._screen.replace(width=self._screen.width - 2))
        plan = plan_of(listing, self._screen.width - 2, least=NARROW - 2) if self._screen.boxes else None
        drawn = "".join(inset.table(listing, plan) if plan else inset.records(listing))
        self._buffer.write("".join(f"  {line}\n" for line in drawn.splitlines()))

    def _facts(self, facts: Sequence[tuple[str, str]], indent: int = 0) -> None:
        # A long label goes over lines of its own rather than press all values together.
        wide = min(max(width(label) for label, _ in facts), max(20, self._screen.width // 3))
        room = self._screen.width - wide - indent - GAP
        if room + GAP < 24:
            for label, value in facts:
                if _is_address(value):
                    self._console.print(Text(f"{' ' * indent}{label}:", "dim"))
                    self._address(value, indent + GAP)
                    continue
                said = Text(f"{label}: ", "dim", overflow="fold").append(_visible(value), "not dim")
                for number, line in enumerate(self._lines(said, self._screen.width - indent - GAP)):
                    self._console.print(Text(" " * (indent + GAP * (number > 0))).append_text(line))
            return
        for label, value in facts:
            apart = _is_address(value) and width(value) > room
            names = self._lines(Text(label, "dim", overflow="fold"), wide)
            values = [] if apart else self._lines(Text(_visible(value), overflow="fold"), room)
            for number in range(max(len(names), len(values))):
                line = Text(" " * indent)
                if number < len(names):
                    line.append_text(names[number])
                if number < len(values):
                    line.append(" " * (indent + wide + GAP - width(line.plain))).append_text(values[number])
                self._console.print(line)
            if apart:
                self._address(value, indent + 2)


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://")) and " " not in value
