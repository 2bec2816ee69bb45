"""A workbook of Excel: a sheet for each table, one of the sources its rows rest on, one about the edition.

Dates are text, as precise as they are; numbers are numbers; no text is taken for a formula. What Excel cannot hold is
refused, or kept as text and said: nothing is cut.
"""

from __future__ import annotations

import io

from aseanrok import progress, roles, store
from aseanrok.output import Format, _cells, library
from aseanrok.output._addresses import is_address
from aseanrok.output._cells import LONGEST_LINK, MOST_LINKS, Column
from aseanrok.output._provenance import counted, edition, ids_of, sources, table_of_sources, unrecorded
from aseanrok.views import MEANING, Listing, View
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

FORMAT = Format(
    55,
    "a workbook of Excel: every field, dates as text, its sources and the edition on sheets of their own",
    (".xlsx",),
    worded=True,
    sourced=True,
    together=True,
    called=("xls", "xlsm", "ods", "workbook", "spreadsheet", "sheet", "numbers"),
    extra="xlsx",
    binary=True,
)

_HALF = 0.6
"""How much is done of a workbook when its cells are known: the rest is to write them."""


def render(view: View) -> Iterator[bytes]:
    """Yield a workbook; the same rows are the same bytes whenever they are written."""
    return together((view,))


def together(views: Sequence[View]) -> Iterator[bytes]:
    """Yield a workbook of several tables, a sheet for each."""
    yield _Book(views).written()


def left_out(view: View) -> list[str]:
    """Return what is said of addresses that are text and no links; raise UsageFailure where a cell is too long."""
    library("xlsxwriter", "xlsx", "xlsx")  # what is missing is said before anything else
    return _cells.left_out(view)


class _Book:
    """A workbook that is being written."""

    def __init__(self, views: Sequence[View]) -> None:
        self._asked = views[0].asked
        self._notes = [line for each in views for line in (each.note or "").splitlines()]
        self._listings = [_as_read(each.listing) for each in views]
        self._lang = self._listings[0].lang
        self._buffer = io.BytesIO()
        writer = library("xlsxwriter", "xlsx", "xlsx")
        text = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = writer.Workbook(self._buffer, {"in_memory": True, **text})
        about = store.edition()
        self._book.set_properties(
            {"title": self._titled(self._listings[0]), "comments": edition(self._lang), "created": _day(about["read"])}
        )
        self._bold = self._format(bold=True, bottom=1)
        self._names: set[str] = set()
        self._formats: dict[tuple[str, str], Any] = {}

    def written(self) -> bytes:
        """Return the whole workbook."""
        sizes = [len(list(each.rows)) * len(each.columns) for each in self._listings]
        for listing in progress.through(self._listings, sizes, end=_HALF):
            self._sheet(listing)
        progress.reached(_HALF)
        names = {listing.table.name for listing in self._listings}
        table = table_of_sources()
        if table.name not in names and (cited := sources(ids_of(self._listings).values())):
            self._sheet(Listing(cited, tuple(table.fields), table, self._lang))
        self._about()
        self._book.close()
        return self._buffer.getvalue()

    def _format(self, **known: object) -> Any:
        return self._book.add_format({"valign": "top", **known})

    def _titled(self, listing: Listing) -> str:
        return listing.table.titled(self._lang)

    def _name(self, wanted: str) -> str:
        """Return a name for a sheet: as long as one can be, of the letters it can hold, and no other's."""
        plain = "".join(" " if letter in "[]:*?/\\" else letter for letter in wanted).strip(" '") or "-"
        for number in range(1, len(self._names) + 2):
            end = f" {number}" if number > 1 else ""
            name = plain[: 31 - len(end)] + end
            if name.casefold() not in {*self._names, "history"}:
                break
        self._names.add(name.casefold())
        return name

    # --- a table --------------------------------------------------------------------------------------------------

    def _sheet(self, listing: Listing) -> None:
        """Write a listing: a heading that stays in sight and filters, a row a line, columns as wide as they need."""
        sheet = self._book.add_worksheet(self._name(self._titled(listing)))
        rows = list(listing.rows)
        links = 0
        for at, name in enumerate(listing.columns):
            sheet.write_string(0, at, listing.heading(name), self._bold)
            column = Column(listing, name)
            for line, shown, mark in column.cells(rows):
                is_link = links < MOST_LINKS and is_address(shown) and len(shown) <= LONGEST_LINK
                links += is_link
                self._write(sheet, line, at, shown, mark, column.kind, is_link)
            sheet.set_column(at, at, column.wide)
        frozen = listing.columns.index(label) + 1 if (label := _label(listing)) in listing.columns[:2] else 0
        sheet.freeze_panes(1, frozen)
        if listing.columns:
            sheet.autofilter(0, 0, len(rows), len(listing.columns) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)

    def _write(self, sheet: Any, line: int, column: int, value: Any, mark: str, kind: str, is_link: bool) -> None:
        """Write one value; its mark is shown behind it and is no part of it."""
        if isinstance(value, bool):
            sheet.write_boolean(line, column, value, self._cell("General", mark))
        elif isinstance(value, (int, float)):
            kind = "#,##0" if kind.startswith("#") and value == int(value) else kind
            sheet.write_number(line, column, value, self._cell(kind, mark))
        elif is_link:
            sheet.write_url(line, column, value, self._cell("link", mark), value)
        else:
            sheet.write_string(line, column, value, self._cell("@", mark))

    def _cell(self, kind: str, mark: str) -> Any:
        """Return how a cell is shown: its number with a star or a tilde behind it, its text over several lines."""
        if (kind, mark) not in self._formats:
            behind = f'"{mark}"' if mark else ""
            known: dict[str, object] = {"num_format": f"{kind}{behind}"}
            if kind in ("@", "link"):
                known = {"num_format": f"@{behind}", "text_wrap": kind == "@"}
            if kind == "link":
                known |= {"font_color": "#0B4F8A", "underline": 1}
            self._formats[kind, mark] = self._format(**known)
        return self._formats[kind, mark]

    # --- about it -------------------------------------------------------------------------------------------------

    def _about(self) -> None:
        """Write what the rows are of: the edition, what was asked, what the columns hold, which values are marked."""
        lang = self._lang
        sheet = self._book.add_worksheet(self._name(worded("About this file", lang)))
        text, title = self._cell("@", ""), self._format(bold=True)
        lines: list[tuple[str, ...]] = [(edition(lang),), (self._asked,), ()]
        lines += [(self._titled(each), counted(each)) for each in self._listings]
        lines += [(note,) for note in self._notes]
        lines += [(), *((mark, worded(said, lang)) for mark, said in MEANING.items())]
        for line, cells in enumerate(lines):
            for column, value in enumerate(cells):
                sheet.write_string(line, column, value, title if line == 0 else text)
        line = len(lines) + 1
        for heads, found in ((_GAPS, self._gaps()), (_FIELDS, self._fields()), (_MARKED, self._marked())):
            if not found:
                continue
            for column, head in enumerate(heads):
                sheet.write_string(line, column, worded(head, lang), self._bold)
            for row in found:
                line += 1
                for column, value in enumerate(row):
                    sheet.write_string(line, column, value, text)
            line += 2
        for column, wide in enumerate((24, 34, 24, 12, 80)):
            sheet.set_column(column, column, wide)

    def _gaps(self) -> list[tuple[str, ...]]:
        """Return the years between those of its amounts that are not recorded: table, thing, who gave, years."""
        return [(self._titled(each), *found) for each in self._listings for found in unrecorded(each)]

    def _fields(self) -> list[tuple[str, ...]]:
        """Return what the columns are: their table, heading, name, type and meaning."""
        return [
            (self._titled(listing), listing.heading(name), name, field.type, field.description)
            for listing in self._listings
            for name in listing.columns
            if (field := listing.table.field(name))
        ]

    def _marked(self) -> list[tuple[str, ...]]:
        """Return the values on which sources differ, or which were worked out here: table, id, field, mark."""
        return [
            (self._titled(listing), listing.table.id_of(row), name, mark.strip())
            for listing in self._listings
            for row in listing.rows
            if row.get("disputed") or row.get("derived")
            for name in listing.columns
            if (mark := listing.mark(row, name))
        ]


_GAPS = ("Table", "What is measured", "Who gave or counted", "", "Years not recorded")
_FIELDS = ("Table", "Heading", "Field", "Type", "Meaning")
_MARKED = ("Table", "Id", "Field", "Mark")


def _as_read(listing: Listing) -> Listing:
    """Return a listing with the columns first that a person is shown elsewhere; nothing is left out."""
    if listing.chosen:
        return listing
    table = listing.table
    shown = table.as_of_listing if set(table.as_of) & set(listing.columns) else table.listing
    first = [name for name in table.as_read(shown) if name in listing.columns]
    return listing.replace(columns=(*first, *(name for name in listing.columns if name not in first)))


def _label(listing: Listing) -> str:
    return listing.table.first(roles.LABEL) or listing.table.key


def _day(iso: str) -> Any:
    """Return a day as Excel's own file says when it was made: that of the edition, and not today."""
    from datetime import datetime

    return datetime.fromisoformat(iso)
