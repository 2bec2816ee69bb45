"""What a command answers with: rows under chosen columns, and cards. No styling, no widths."""

from __future__ import annotations

from aseanrok import roles, schema
from aseanrok.errors import Failure
from aseanrok.values import Row, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any


STAR = "*"
"""What marks a value on which sources differ."""

WORKED_OUT = "~"
"""What marks a value that no source gives, and that was worked out here from others."""

MEANING = {
    STAR: "sources differ: aseanrok conflicts ID",
    WORKED_OUT: "worked out here from other values: no source gives it",
}
"""What each mark means."""

NOT_HELD = ("announced", "postponed", "cancelled")
"""What a meeting is that is not known to have taken place."""


def standing(row: Row, lang: str = "en") -> str:
    """Return what follows the name of a meeting that is not known to have been held: ` (postponed)`; else nothing."""
    return f" ({status_of(row['status'], lang)})" if row.get("status") in NOT_HELD else ""


def status_of(status: str, lang: str = "en") -> str:
    """Return in a language whether a meeting took place."""
    return str(schema.table("meetings").fields["status"].worded(status, lang)) if lang == "ko" else status


class Listing(Value):
    """Rows under chosen columns of a table. `titles` are the headings of columns that are no field of it.

    `marks` gives the parts of a text that a terminal with colour makes stand out. On its way to a machine's format
    the rows may come from the file one at a time, and can be gone through once.
    """

    __slots__ = ("chosen", "columns", "lang", "marks", "note", "rows", "table", "titles")

    def __init__(
        self,
        rows: Iterable[Row],
        columns: tuple[str, ...],
        table: schema.Table,
        lang: str = "en",
        titles: Mapping[str, str] | None = None,
        marks: Callable[[str], Sequence[tuple[int, int]]] | None = None,
        chosen: bool = False,
        note: str | None = None,
    ) -> None:
        self.rows = rows
        self.columns = columns
        self.table = table
        self.lang = lang
        self.titles = titles
        self.marks = marks
        self.note = note  # what a reader should know of the rows
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
        doubts = (*(row.get("disputed") or ()), *(row.get("derived") or ()))  # most are of what no column shows
        tell = self.cell if any(name in self.columns for name in doubts) else self.bare
        return [tell(row, name) for name in self.columns]

    def cell(self, row: Row, name: str) -> str:
        """Return one value as people read it, with the mark of one that is not certain."""
        return self.bare(row, name) + self.mark(row, name)

    def bare(self, row: Row, name: str) -> str:
        """Return one value as people read it; a meeting that was not held says so beside its name."""
        value, lang, field = row.get(name), self._lang(name), self.table.field(name)
        known = field.roles if field else ()
        if roles.LABEL in known:
            label = self.table.label(row, "ko") if lang == "ko" else text(value)
            label, end = label.removesuffix(standing(row)), standing(row, lang)  # it is told once, in one language
            shown = label if label.endswith(end) else label + end
        elif isinstance(value, (int, float)) and roles.SHARE in known:
            shown = f"{value:.0%}"
        elif value is not None and field and field.type == "number":  # it may be long; what is counted is not
            shown = f"{value:,}"
        else:
            shown = text(self.value(row, name))
        return shown

    def value(self, row: Row, name: str) -> Any:
        """Return one value in the words of the language, several of them as a list."""
        return self.table.worded(row, name, "ko") if self._lang(name) == "ko" else row.get(name)

    def _lang(self, name: str) -> str:
        """Return the language of a column: English where the Korean stands beside it already."""
        return "en" if f"{name}_ko" in self.columns else self.lang

    def mark(self, row: Row, name: str) -> str:
        """Return what is written after a value: a star where sources differ, a tilde where it was worked out here."""
        marks = STAR * self.is_disputed(row, name) + WORKED_OUT * self.is_derived(row, name)
        return f" {marks}" if marks else ""

    def is_disputed(self, row: Row, name: str) -> bool:
        """Say whether sources differ on a value that is shown."""
        told = name in (row.get("disputed") or ()) and not self.table.is_of_groups
        return told and row.get(name) not in (None, "", [])

    def is_derived(self, row: Row, name: str) -> bool:
        """Say whether a value was worked out here; of what a thing is called only the sources tell."""
        told = name in (row.get("derived") or ()) and not self.table.is_of_groups
        known = told and row.get(name) not in (None, "", [])
        return known and not any(self.has(name.removesuffix("_ko"), role) for role in (roles.NAME, roles.LABEL))

    def has(self, name: str, role: str) -> bool:
        """Say whether a column is something to a reader: `has("id", roles.WHOLE)`."""
        field = self.table.field(name)
        return field is not None and role in field.roles

    def is_date(self, name: str) -> bool:
        """Say whether a column holds dates."""
        field = self.table.field(name)
        return field is not None and field.type == "date"


def telling(columns: Iterable[str], rows: Iterable[Row], table: schema.Table) -> tuple[str, ...]:
    """Return the columns that tell something of some rows: not those that are empty, or say the usual, in all."""
    rows = list(rows)
    fields = {name: table.field(name) for name in columns}
    silent: dict[str, tuple[Any, ...]] = {
        name: (None, "", [], field.usual if field else None) for name, field in fields.items()
    }
    return tuple(name for name in fields if any(row.get(name) not in silent[name] for row in rows)) or tuple(fields)


class Section(Value):
    """A part of a card: a heading over a list, over lines of `label  value`, or over a small table.

    `earlier` and `more` say how much was left out before and after what is shown, and what shows it. `links` are the
    addresses of the items, each the one of its item or empty.
    """

    __slots__ = ("earlier", "facts", "heading", "items", "links", "listing", "more", "quiet")

    def __init__(
        self,
        heading: str,
        items: tuple[str, ...] = (),
        listing: Listing | None = None,
        quiet: bool = False,
        *,
        facts: tuple[tuple[str, str], ...] = (),
        links: tuple[str, ...] = (),
        earlier: str = "",
        more: str = "",
    ) -> None:
        self.heading = heading
        self.items = items
        self.listing = listing
        self.quiet = quiet  # sources and the like: printed last and dim
        self.facts = facts
        self.links = links
        self.earlier = earlier
        self.more = more

    def linked(self) -> list[tuple[str, str]]:
        """Return the items, each with its address or an empty text."""
        return list(zip(self.items, self.links or ("",) * len(self.items), strict=True))


class Card(Value):
    """What is known about one thing; first, where it is one that many others belong to, how it stands."""

    __slots__ = ("facts", "glance", "kind", "link", "sections", "summary", "title")

    def __init__(
        self,
        title: str,
        kind: str,
        facts: tuple[tuple[str, str], ...],
        sections: tuple[Section, ...],
        summary: str | None = None,
        glance: Section | None = None,
        link: str = "",
    ) -> None:
        self.glance = glance
        self.link = link  # the address of the thing itself
        self.title = title
        self.kind = kind
        self.facts = facts
        self.sections = sections
        self.summary = summary


class View(Value):
    """What a command answers with: rows, and cards for readers where one thing was asked for by name.

    `asked` is the line that was asked, for a format that carries it; `charts` are drawn in place of the rows.
    """

    __slots__ = ("asked", "cards", "charts", "failure", "head", "listing", "note")

    def __init__(
        self,
        listing: Listing,
        cards: tuple[Card, ...] = (),
        note: str | None = None,
        failure: Failure | None = None,
        head: str | None = None,
        asked: str = "",
        charts: tuple[Any, ...] | None = None,
    ) -> None:
        self.asked = asked
        self.charts = charts
        self.head = head  # said before the rows
        self.listing = listing
        self.cards = cards
        self.note = "\n".join(filter(None, (listing.note, note))) or None  # told to readers, after the rows
        self.failure = failure  # raised once the rows are written: they are not what was asked for, only near it

    def disputed(self) -> list[tuple[str, str]]:
        """Return the id and the field of each value that is marked with a star, in its listing or on its cards."""
        return [marked for listing in self._shown() for marked in _marked(listing)]

    def is_derived(self) -> bool:
        """Say whether a value is marked as worked out here, in its listing or on its cards."""
        shown = self._shown()
        known = ((each, row) for each in shown for row in each.rows if row.get("derived"))
        return any(each.is_derived(row, name) for each, row in known for name in each.columns)

    def _shown(self) -> list[Listing]:
        sections = (section for card in self.cards for section in card.sections)
        return [section.listing for section in sections if section.listing] if self.cards else [self.listing]


class Folder(Value):
    """Views that are a file each, by the names of the files."""

    __slots__ = ("files",)

    def __init__(self, files: Mapping[str, View]) -> None:
        self.files = files


class Book(Value):
    """Views that go into one file together, or into one folder whose files know each other."""

    __slots__ = ("views",)

    def __init__(self, views: Sequence[View]) -> None:
        self.views = views


def _marked(listing: Listing) -> Iterator[tuple[str, str]]:  # a matrix has a column for each thing
    for row in listing.rows:
        for name in row.get("disputed", ()):
            if name in listing.columns and listing.is_disputed(row, name):
                yield row.get("id") or row.get(next(iter(listing.table.references()), "")) or name, name


def cell(value: Any) -> str:
    """Return a JSON value as a machine reads it in one cell: as `text`, with a list that can be taken apart again.

    A "; " inside an item is written `\\; `, and a backslash twice: what is joined by "; " is split where none precedes.
    """
    if not isinstance(value, list):
        return text(value)
    return "; ".join(text(item).replace("\\", "\\\\").replace("; ", "\\; ") for item in value)


def text(value: Any) -> str:
    """Return a JSON value as people read it: lists joined by "; ", nothing for nothing."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(text(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {text(item)}" for name, item in value.items() if item not in (None, "", []))
    return str(value)
