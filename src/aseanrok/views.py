"""What a command answers with: rows under chosen columns, and cards. No styling, no widths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from aseanrok import roles, schema
from aseanrok.errors import Failure
from aseanrok.values import Row, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


STAR = " *"
"""What is written after a value on which sources differ."""


class Listing(Value):
    """Rows under chosen columns of a table. `titles` are the headings of columns that are no field of it.

    `marks` gives the parts of a text that a terminal with colour makes stand out. On its way to a machine's format
    the rows may come from the file one at a time, and can be gone through once.
    """

    __slots__ = ("chosen", "columns", "lang", "marks", "rows", "table", "titles")

    def __init__(
        self,
        rows: Iterable[Row],
        columns: tuple[str, ...],
        table: schema.Table,
        lang: str = "en",
        titles: Mapping[str, str] | None = None,
        marks: Callable[[str], Sequence[tuple[int, int]]] | None = None,
        chosen: bool = False,
    ) -> None:
        self.rows = rows
        self.columns = columns
        self.table = table
        self.lang = lang
        self.titles = titles
        self.marks = marks
        self.chosen = chosen  # whether somebody named the columns, and in this order

    def headings(self) -> list[str]:
        """Return the heading of each column."""
        return [self.heading(name) for name in self.columns]

    def heading(self, name: str) -> str:
        """Return what a column is called."""
        if self.titles and name in self.titles:
            return self.titles[name]
        field = self.table.field(name)
        return field.titled(self.lang) if field else name.replace("_", " ").capitalize()

    def cells(self, row: Row) -> list[str]:
        """Return a row's values as people read them, one for each column."""
        return [self.cell(row, name) for name in self.columns]

    def cell(self, row: Row, name: str) -> str:
        """Return one value as people read it; a star marks one on which sources differ."""
        value = row.get(name)
        lang = "en" if f"{name}_ko" in self.columns else self.lang  # the Korean stands beside it already
        if lang == "ko" and self.has(name, roles.LABEL):
            shown = self.table.label(row, "ko")
        elif value is not None and self.has(name, roles.SHARE):
            shown = f"{value:.0%}"
        else:
            shown = text(self.table.worded(row, name, lang))
        return shown + STAR if self.is_disputed(row, name) else shown

    def is_disputed(self, row: Row, name: str) -> bool:
        """Say whether sources differ on a value that is shown."""
        return name in row.get("disputed", ()) and row.get(name) not in (None, "", [])

    def has(self, name: str, role: str) -> bool:
        """Say whether a column is something to a reader: `has("id", roles.WHOLE)`."""
        field = self.table.field(name)
        return field is not None and role in field.roles

    def is_date(self, name: str) -> bool:
        """Say whether a column holds dates."""
        field = self.table.field(name)
        return field is not None and field.type == "date"


class Section(Value):
    """A part of a card: a heading over a list, or over a small table."""

    __slots__ = ("heading", "items", "listing", "quiet")

    def __init__(
        self, heading: str, items: tuple[str, ...] = (), listing: Listing | None = None, quiet: bool = False
    ) -> None:
        self.heading = heading
        self.items = items
        self.listing = listing
        self.quiet = quiet  # sources and the like: printed last and dim


class Card(Value):
    """Everything known about one thing."""

    __slots__ = ("facts", "kind", "sections", "summary", "title")

    def __init__(
        self,
        title: str,
        kind: str,
        facts: tuple[tuple[str, str], ...],
        sections: tuple[Section, ...],
        summary: str | None = None,
    ) -> None:
        self.title = title
        self.kind = kind
        self.facts = facts
        self.sections = sections
        self.summary = summary


class View(Value):
    """What a command answers with: rows, and cards for readers where one thing was asked for by name."""

    __slots__ = ("cards", "failure", "listing", "note")

    def __init__(
        self, listing: Listing, cards: tuple[Card, ...] = (), note: str | None = None, failure: Failure | None = None
    ) -> None:
        self.listing = listing
        self.cards = cards
        self.note = note
        self.failure = failure  # raised once the rows are written: they are not what was asked for, only near it

    def disputed(self) -> list[tuple[str, str]]:
        """Return the id and the field of every value that is marked with a star, in its listing or on its cards."""
        sections = (section for card in self.cards for section in card.sections)
        listings = [section.listing for section in sections if section.listing] if self.cards else [self.listing]
        return list(dict.fromkeys(marked for listing in listings for marked in _marked(listing)))


class Folder(Value):
    """Views that are a file each, by the names of the files."""

    __slots__ = ("files",)

    def __init__(self, files: Mapping[str, View]) -> None:
        self.files = files


def _marked(listing: Listing) -> Iterator[tuple[str, str]]:
    for row in listing.rows:
        for name in row.get("disputed", ()):
            if name in listing.columns and listing.is_disputed(row, name):
                yield row["id"], name


def cell(value: Any) -> str:
    """Return a JSON value as a machine reads it in one cell: as `text`, with a list that can be taken apart again.

    A "; " inside an item is written `\\; `, and a backslash twice: what is joined by "; " is split where none precedes.
    """
    if not isinstance(value, list):
        return text(value)
    return "; ".join(text(item).replace("\\", "\\\\").replace("; ", "\\; ") for item in value)


def text(value: Any) -> str:
    """Return a JSON value as people read it: lists joined by "; ", nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(text(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {text(item)}" for name, item in value.items() if item not in (None, "", []))
    return str(value)
