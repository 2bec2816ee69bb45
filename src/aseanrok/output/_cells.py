"""The cells of a workbook of Excel: what stands in one of a column, and what no cell can hold."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.errors import UsageFailure, quoted
from aseanrok.output._addresses import is_address
from aseanrok.output.plain import width
from aseanrok.values import Row
from aseanrok.views import Listing, View, cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

LONGEST_CELL = 32_767
LONGEST_LINK = 2_079
MOST_LINKS = 65_530
"""What Excel holds: letters of a cell and of a link, links on a sheet."""

_WIDEST = 60  # columns; what is longer goes over several lines
_NARROWEST = 6
_EXACT = 10**15  # a number of more digits is rounded in Excel
_NUMBERS = (bool, int, float)


class Column:
    """A column of a listing: what is the same in all its cells is asked once, for a workbook has many."""

    def __init__(self, listing: Listing, name: str) -> None:
        field = listing.table.field(name)
        self._listing = listing
        self._name = name
        self._lang = "en" if f"{name}_ko" in listing.columns else listing.lang  # the Korean stands beside it already
        self._is_label = listing.has(name, roles.LABEL)
        number = "#,##0.##########" if field is not None and field.type == "number" else "General"
        self.kind = "0%" if listing.has(name, roles.SHARE) else number
        self._wide = width(listing.heading(name)) + 3  # the button of the filter stands beside the heading

    @property
    def wide(self) -> int:
        """How wide the column is, in letters, for what was taken out of it so far."""
        return min(max(self._wide + 1, _NARROWEST), _WIDEST)

    def cells(self, rows: list[Row]) -> Iterator[tuple[int, Any, str]]:
        """Yield the number of each row that has a value, from 1 on, the value as it stands in a cell, and its mark."""
        name = self._name
        for line, row in enumerate(rows, start=1):
            value = row.get(name)
            if value is None or value == "" or value == []:
                continue
            shown = self._shown(row, value)
            # Most rows have nothing that is not certain.
            mark = self._listing.mark(row, name) if row.get("disputed") or row.get("derived") else ""
            self._fit(shown, mark)
            yield line, shown, mark

    def _shown(self, row: Row, value: Any) -> Any:
        """Return a value as it stands in a cell: a number, a truth, or text."""
        if isinstance(value, bool) or (isinstance(value, (int, float)) and abs(value) < _EXACT):
            return value
        if self._is_label and not isinstance(value, list):
            return self._listing.bare(row, self._name)
        if self._lang == "ko":
            value = self._listing.table.worded(row, self._name, "ko")
        return value if isinstance(value, str) else cell(value)

    def _fit(self, shown: Any, mark: str) -> None:
        if self._wide < _WIDEST:
            text = f"{shown}{mark}"
            # No letter is wider than two: what is short enough even then needs no measuring.
            if 2 * len(text) > self._wide:
                self._wide = max(self._wide, *map(width, text.split("\n")))


def linked(listing: Listing) -> tuple[int, int]:
    """Return how many addresses a listing has that can be links, and how many are too long.

    Raises UsageFailure where no cell can hold a value.
    """
    links = longer = 0
    rows = list(listing.rows)
    for name in listing.columns:
        for row in rows:
            value = row.get(name)
            if value is None or isinstance(value, _NUMBERS):
                continue
            text = value if isinstance(value, str) else cell(value)
            refuse_long(text, row, name, "xlsx")
            if is_address(value):
                links += len(text) <= LONGEST_LINK
                longer += len(text) > LONGEST_LINK
    return links, longer


def left_out(view: View) -> list[str]:
    """Return what is said of addresses that are text and no links; raise UsageFailure where a cell is too long."""
    if length_of(view.asked) > LONGEST_CELL:
        raise UsageFailure(f"xlsx: a cell of Excel holds {LONGEST_CELL:,} letters, and what was asked has more")
    links, longer = linked(view.listing)
    texts = longer + max(links - MOST_LINKS, 0)
    what = "1 address is text and no link" if texts == 1 else f"{texts:,} addresses are text and no links"
    return [f"{what}: Excel holds links of {LONGEST_LINK:,} letters, {MOST_LINKS:,} on a sheet"] if texts else []


def refuse_long(text: str, row: Row, name: str, form: str) -> None:
    """Raise UsageFailure where a cell of Excel cannot hold a value of a row."""
    if 2 * len(text) > LONGEST_CELL and (length := length_of(text)) > LONGEST_CELL:
        where = f"{name} of {quoted(str(row.get('id', '')))}"
        raise UsageFailure(
            f"{form}: {where} has {length:,} letters, and a cell of Excel holds {LONGEST_CELL:,}; "
            "choose others with --fields, or write csv or json"
        )


def length_of(text: str) -> int:
    """Return the length of a text as Excel counts it: a letter beyond the first plane is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
