"""A page of a terminal: tables, cards and records, as wide as the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aseanrok import progress
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
from aseanrok.output._styled import BOLD, DIM, DIM_BOLD, MARKED, Styled
from aseanrok.output.plain import width
from aseanrok.values import Row
from aseanrok.views import Card, Listing, Section

_AT_ONCE = 100  # rows laid out at a time, so that the first screen does not wait for the last


def _visible(text: str) -> str:
    """Return text with its control characters shown: once it is drawn they could not be told from the styles."""
    return visible(text, kept="\n\u3000")  # a tab would push the columns apart


class Page:
    """A screen to draw on; gives back text."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._lines: list[str] = []
        self._bullet = "\u2022 " if screen.unicode else "- "

    def _text(self) -> str:
        """Return what was printed, and begin anew."""
        drawn = "".join([f"{line.rstrip()}\n" for line in self._lines])
        self._lines = []
        return drawn

    def _print(self, text: Styled) -> None:
        """Print a text, broken where it is wider than the screen."""
        for line in text.lines(self._screen.width):
            self._lines.append(self._drawn(line))

    def _drawn(self, text: Styled) -> str:
        return text.drawn(self._screen.color)

    def table(self, listing: Listing, plan: Plan) -> Iterator[str]:
        """Yield the heading and the rows, some at a time; the widths are fixed, so that the pieces fit together."""
        headings = zip(headings_of(listing, plan.columns), plan.widths, strict=True)
        heads = [Styled(heading, BOLD).lines(wide) for heading, wide in headings]
        lines = self._beside(heads, plan)
        rule = "\u2500" if self._screen.unicode else "-"
        lines.append(self._drawn(Styled(rule * (sum(plan.widths) + GAP * (len(plan.widths) - 1)), DIM)))
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
            cells[plan.columns.index(label)][-1].add(" " * GAP, BOLD).add(id, DIM)
            id = ""
        lines = self._beside(cells, plan)
        room = max(10, plan.available - indent - len(self._bullet))
        if id:  # to the edge of the screen, and never cut
            lines.append(" " * max(0, min(indent, plan.available - width(id))) + self._drawn(Styled(id, DIM)))
        for name in plan.under:
            for item in items_of(listing, row, name) if name != "id" else ():
                for number, line in enumerate(self._marked(listing, item, "", name).lines(room)):
                    lead = " " * len(self._bullet) if number else self._bullet
                    lines.append(" " * indent + lead + self._drawn(line))
        return lines

    def _has_room(self, cells: list[list[Styled]], plan: Plan, at: int, wide: int) -> bool:
        """Say whether an id fits behind the label, in its column, or to the edge below what stands beside it."""
        last = len(cells[at])
        alone = all(len(lines) < last for number, lines in enumerate(cells) if number > at)
        begin = sum(plan.widths[:at]) + GAP * at
        room = plan.available - begin if alone else plan.widths[at]
        return width(cells[at][-1].plain) + GAP + wide <= room

    def _cell(self, listing: Listing, row: Row, name: str, wide: int) -> list[Styled]:
        style = DIM if name == "id" else BOLD if name == label_of(listing) else ""
        cell = cell_of(listing, row, name, broken=False)
        if width(cell) > wide:
            cell = cell_of(listing, row, name)
        return self._marked(listing, cell, style, name).lines(wide)

    def _beside(self, cells: list[list[Styled]], plan: Plan) -> list[str]:
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

    def _marked(self, listing: Listing, value: str, style: str, name: str) -> Styled:
        """Return a text in which what was searched for stands out; an id is not a text."""
        shown = _visible(value)
        if listing.marks is None or not self._screen.color or name == "id":
            return Styled(shown, style)
        text, at = Styled(""), 0
        for start, end in sorted(listing.marks(value)):
            text.add(shown[at:start], style).add(shown[max(at, start) : end], MARKED)
            at = max(at, end)
        return text.add(shown[at:], style)

    def records(self, listing: Listing) -> Iterator[str]:
        for number, row in enumerate(progress.through(list(listing.rows))):
            if number:
                yield "\n"
            for name, title in zip(listing.columns, listing.headings(), strict=True):
                value = row.get(name)
                if isinstance(value, list) and len(value) > 1 and not all(map(is_code, value)):
                    self._print(Styled(f"{title}:{listing.mark(row, name)}", BOLD))
                    for item in value:
                        self._hanging(self._bullet, item)
                elif cell := cell_of(listing, row, name, broken=False):
                    line = Styled(f"{title}: ", BOLD)
                    # An id that does not fit behind its heading goes on a line of its own, and is not cut.
                    apart = name == "id" and len(title) + 2 + width(cell) > self._screen.width >= width(cell)
                    self._print(line.add("\n" if apart else "").join(self._marked(listing, cell, "", name)))
            yield self._text()

    def card(self, card: Card) -> str:
        self._print(Styled(_visible(card.title), BOLD, card.link))
        self._print(Styled(card.kind, DIM))
        if card.summary:
            self._blank()
            self._print(Styled(_visible(card.summary)))
        if card.glance:
            self._section(card.glance)
        if card.facts:
            self._blank()
            self._facts(card.facts)
        for section in card.sections:
            self._section(section)
        return self._text()

    def _blank(self) -> None:
        self._lines.append("")

    def _section(self, section: Section) -> None:
        style = DIM if section.quiet else ""
        self._blank()
        self._print(Styled(_visible(section.heading), DIM_BOLD if section.quiet else BOLD))
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
        self._hanging("", line, DIM)

    def _hanging(self, lead: str, item: str, style: str = "", indent: int = 2, address: str = "") -> None:
        """Print a text behind what leads it, a bullet or a number, and all its lines under the first."""
        begin = indent + width(lead)
        led = self._drawn(Styled(" " * indent + lead, style))
        for line in Styled(_visible(item), style, address).lines(max(10, self._screen.width - begin)):
            self._lines.append(led + self._drawn(line))
            led = " " * begin
        if address:
            self._address(address, begin, style)

    def _address(self, address: str, indent: int, style: str = "") -> None:
        """Write an address on a line of its own, nearer to the left where it is long: a broken one leads nowhere."""
        begin = max(0, min(indent, self._screen.width - width(address)))
        self._lines.append(self._drawn(Styled(" " * begin + address, style)))

    def _inset(self, listing: Listing) -> None:
        inset = Page(self._screen.replace(width=self._screen.width - 2))
        plan = plan_of(listing, self._screen.width - 2, least=NARROW - 2) if self._screen.boxes else None
        drawn = "".join(inset.table(listing, plan) if plan else inset.records(listing))
        self._lines += [f"  {line}" for line in drawn.splitlines()]

    def _facts(self, facts: Sequence[tuple[str, str]], indent: int = 0) -> None:
        # A long label goes over lines of its own rather than press all values together.
        wide = min(max(width(label) for label, _ in facts), max(20, self._screen.width // 3))
        room = self._screen.width - wide - indent - GAP
        if room + GAP < 24:
            for label, value in facts:
                if _is_address(value):
                    self._print(Styled(" " * indent).add(f"{label}:", DIM))
                    self._address(value, indent + GAP)
                    continue
                said = Styled(f"{label}: ", DIM).add(_visible(value))
                for number, line in enumerate(said.lines(self._screen.width - indent - GAP)):
                    self._lines.append(" " * (indent + GAP * (number > 0)) + self._drawn(line))
            return
        for label, value in facts:
            apart = _is_address(value) and width(value) > room
            names = Styled(label, DIM).lines(wide)
            values = [] if apart else Styled(_visible(value)).lines(room)
            for number in range(max(len(names), len(values))):
                name = names[number] if number < len(names) else Styled("")
                gap = " " * (wide + GAP - width(name.plain))
                shown = gap + self._drawn(values[number]) if number < len(values) else ""
                self._lines.append(" " * indent + self._drawn(name) + shown)
            if apart:
                self._address(value, indent + 2)


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://")) and " " not in value
