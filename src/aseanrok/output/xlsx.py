"""A workbook of Excel: a sheet for each table, one of the sources its rows rest on, one about the edition.

Dates are text, as precise as they are; numbers are numbers; no text is taken for a formula. What Excel cannot hold is
refused, or kept as text and said: nothing is cut.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from aseanrok import roles, store
from aseanrok.errors import UsageFailure, quoted
from aseanrok.output import Format, library
from aseanrok.output._addresses import is_address
from aseanrok.output._provenance import counted, edition, ids_of, sources, table_of_sources, unrecorded
from aseanrok.output.plain import width
from aseanrok.values import Row
from aseanrok.views import MEANING, Listing, View, cell
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
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
)

LONGEST_CELL = 32_767
LONGEST_LINK = 2_079
MOST_LINKS = 65_530
"""What Excel holds: letters of a cell and of a link, links on a sheet."""

_WIDEST = 60  # columns; what is longer goes over several lines
_NARROWEST = 6
_EXACT = 10**15  # a number of more digits is rounded in Excel


def render(view: View) -> Iterator[bytes]:
    """Yield a workbook; the same rows are the same bytes whenever they are written."""
    return together((view,))


def together(views: Sequence[View]) -> Iterator[bytes]:
    """Yield a workbook of several tables, a sheet for each."""
    yield _Book(views).written()


def left_out(view: View) -> list[str]:
    """Return what is said of addresses that are text and no links; raise UsageFailure where a cell is too long."""
    library("xlsxwriter", "xlsx", "xlsx")  # what is missing is said before anything else
    if _length(view.asked) > LONGEST_CELL:
        raise UsageFailure(f"xlsx: a cell of Excel holds {LONGEST_CELL:,} letters, and what was asked has more")
    found = (_checked(row, name) for row in view.listing.rows for name in view.listing.columns)
    addresses = [len(address) for address in found if address]
    links = sum(length <= LONGEST_LINK for length in addresses)
    texts = len(addresses) - min(links, MOST_LINKS)
    what = "1 address is text and no link" if texts == 1 else f"{texts:,} addresses are text and no links"
    return [f"{what}: Excel holds links of {LONGEST_LINK:,} letters, {MOST_LINKS:,} on a sheet"] if texts else []


def _checked(row: Row, name: str) -> str:
    """Return a value that is an address, or nothing; raise UsageFailure where no cell can hold the value."""
    value = row.get(name)
    if value is None or isinstance(value, (bool, int, float)):
        return ""
    if (length := _length(cell(value))) > LONGEST_CELL:
        where = f"{name} of {quoted(str(row.get('id', '')))}"
        raise UsageFailure(
            f"xlsx: {where} has {length:,} letters, and a cell of Excel holds {LONGEST_CELL:,}; "
            "choose others with --fields, or write csv or json"
        )
    return str(value) if is_address(value) else ""


def _length(text: str) -> int:
    """Return the length of a text as Excel counts it: a letter beyond the first plane is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


class _Book:
    """A workbook that is being written."""

    def __init__(self, views: Sequence[View]) -> None:
        self._asked = views[0].asked
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
        for listing in self._listings:
            self._sheet(listing)
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
        headings = listing.headings()
        widths = [width(heading) + 3 for heading in headings]  # the button of the filter stands beside the heading
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading, self._bold)
        links = 0
        rows = list(listing.rows)
        for line, row in enumerate(rows, start=1):
            for column, name in enumerate(listing.columns):
                shown = _value(listing, row, name)
                if shown is None:
                    continue
                is_link = is_address(shown) and links < MOST_LINKS and len(shown) <= LONGEST_LINK
                links += is_link
                self._write(sheet, line, column, shown, listing.mark(row, name), self._kind(listing, name), is_link)
                widths[column] = max(widths[column], *map(width, f"{shown}{listing.mark(row, name)}".split("\n")))
        for column, wide in enumerate(widths):
            sheet.set_column(column, column, min(max(wide + 1, _NARROWEST), _WIDEST))
        at = listing.columns.index(label) + 1 if (label := _label(listing)) in listing.columns[:2] else 0
        sheet.freeze_panes(1, at)
        if headings:
            sheet.autofilter(0, 0, len(rows), len(headings) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)

    def _kind(self, listing: Listing, name: str) -> str:
        if listing.has(name, roles.SHARE):
            return "0%"
        field = listing.table.field(name)
        return "#,##0.##########" if field is not None and field.type == "number" else "General"

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


def _value(listing: Listing, row: Row, name: str) -> Any:
    """Return a value as it stands in a cell: a number, a truth, or text; None for an empty cell."""
    value = row.get(name)
    if value in (None, "", []):
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)) and abs(value) < _EXACT:
        return value
    if isinstance(value, list):
        return cell(listing.table.worded(row, name, _tongue(listing, name)))
    if listing.has(name, roles.LABEL):
        return listing.bare(row, name)
    return cell(listing.table.worded(row, name, _tongue(listing, name)))


def _tongue(listing: Listing, name: str) -> str:
    return "en" if f"{name}_ko" in listing.columns else listing.lang  # the Korean stands beside it already


def _day(iso: str) -> Any:
    """Return a day as Excel's own file says when it was made: that of the edition, and not today."""
    from datetime import datetime

    return datetime.fromisoformat(iso)
