"""What a table is: one declaration, from which everything that lists tables and columns is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from aseanrok import dates, roles
from aseanrok.model.archive import Archive
from aseanrok.model.base import Record
from aseanrok.model.column import Column, Row, StandsFor, columns_of, of
from aseanrok.model.field import Reference
from aseanrok.model.vocabulary import Status
from aseanrok.search.index import Tier
from aseanrok.words import natural

Order = Callable[[Row], Any]


@dataclass(frozen=True, kw_only=True)
class Argument:
    """What may stand after the command of a table: a name of one of its records, or of a record it belongs to.

    `table` is where the name is looked for, the table's own where empty; with `field` the rows are kept that hold the
    id found there.
    """

    metavar: str
    help: str
    table: str = ""
    field: str = ""


@dataclass(frozen=True, kw_only=True)
class Command:
    """The command that lists a table: the group it stands in, its help, the filters it takes."""

    group: str
    help: str  # one line
    text: str  # what `--help` explains, and examples, each of which runs
    filters: tuple[str, ...] = ()  # a word that is a date stands for the first of them that takes one
    argument: Argument | None = None
    rank: int = 0  # its place in the help, among its group; 0: that of the table
    meant: tuple[str, ...] = ()  # other words people type for it


@dataclass(frozen=True, kw_only=True)
class Belonging:
    """How the rows of a table stand on the card of the record they belong to."""

    field: str  # the field that holds the id of that record
    columns: tuple[str, ...]
    heading: str = ""  # empty: the name of the table
    heading_ko: str = ""
    part: bool = False  # whether the rows are parts of the record: the card tells their sources and conflicts as well


class Within(NamedTuple):
    """By what a search finds the record that the rows of a table are about: `Lao PDR, member, joined July 1997`."""

    field: str  # the field that holds the id of that record
    columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """One published table: whatever is said of it elsewhere (help, schema, cards, completion, search) comes from it."""

    name: str
    about: str  # what it holds, in one sentence
    rank: int  # its place among the tables
    singular: str
    name_ko: str
    columns: tuple[Column, ...]
    listing: tuple[str, ...]  # the columns a person sees, the longest last
    key: str = "id"  # the field that names a row to a program
    items: Callable[[Archive], Iterable[Any]]  # what its rows are made from
    order: Order | None  # None: the order in which they are made
    record: type[Record] | None = None  # what a block of its data file holds; none: it is made from other tables
    command: Command | None = None
    as_of: tuple[Column, ...] = ()  # what `--as-of` adds to a row
    as_of_listing: tuple[str, ...] = ()
    belongs: Belonging | None = None
    within: Within | None = None  # rows that are no records are found with the record they are about
    weight: float = 0.85  # how near to the top a search puts its records: the thing itself before what mentions it
    newest_first: bool = False  # whether of its records that answer equally well the newest is wanted
    mentioned: bool = False  # whether other records mention its records by name
    by_name: bool = True  # whether a record is meant by its name alone: `aseanrok mekong`, without a command
    unique_names: bool = False  # whether no two of its records may answer to one name
    subject: bool = False  # whether rows of other tables are about its records: `timeline mekong`
    on_framework: bool = False  # whether the card of a framework lists its records
    unread: bool = False  # whether it describes an answer and is no table of the edition
    further: bool = False  # whether its rows have further fields of text, one for each thing that was named
    disputable: bool | None = None  # whether its rows say on which values sources differ; None: tables of records do
    stands_for: Callable[[Any], StandsFor | None] = lambda record: StandsFor(record, (record.dated_by,))

    @property
    def block(self) -> str:
        """The word a block of its data file begins with: `meeting` in `meetings.toml`."""
        assert self.record is not None
        return self.record.__name__.lower()

    def described(self) -> dict[str, Any]:
        """Return what readers may know of the table, as it is published."""
        said: dict[str, Any] = {
            "name": self.name,
            "about": self.about,
            "singular": self.singular,
            "name_ko": self.name_ko,
            "record": self.record is not None,
            "listing": list(self.listing),
            "key": "" if self.key == "id" else self.key,
            "as_of": [column.described() for column in self.as_of],
            "as_of_listing": list(self.as_of_listing),
            "belongs": self.belongs and {
                "field": self.belongs.field, "columns": list(self.belongs.columns),
                "heading": self.belongs.heading, "heading_ko": self.belongs.heading_ko,
                "part": self.belongs.part,
            },
            "on_framework": self.on_framework,
            "subject": self.subject,
            "by_name": self.weight if self.record and self.by_name else 0,
            "unread": self.unread,
            "further": self.further,
            "help": self.command.text if self.command else None,
            "fields": [column.described() for column in self.columns],
        }  # fmt: skip
        return {name: value for name, value in said.items() if value}


# --- what most tables share -----------------------------------------------------------------------------------------


def _sources(record: Any, archive: Archive) -> list[str]:
    return list(dict.fromkeys(citation.source for citation in record.sources))


SOURCES = of(
    "sources", "list", "Ids of the sources it rests on; `citations` says where in each.", "출처", _sources,
    card=roles.NONE, tier=None, reference=Reference(("sources",)),
)  # fmt: skip
"""Every record names its sources."""


def place(record: Any, archive: Archive) -> str | None:
    """Return a place as people read it: `Busan, ROK`; a city that is its own country is named once."""
    city, code = getattr(record, "city", None), getattr(record, "country", None)
    country = archive.by_code.get(code) if code else None
    name = (country.short_name or country.name) if country else None
    return ", ".join(dict.fromkeys(part for part in (city, name) if part)) or None


PLACE = of(
    "place", "text", "City and country as people read them.", "장소", place,
    tier=Tier.FACT, roles=(roles.PLACE,), made_of=("city", "country"),
)  # fmt: skip
"""A city and a country as one text."""


def place_ko(record: Any, archive: Archive) -> str | None:
    """Return a place in Korean, the country first: `대한민국 부산`; a city without a Korean name as it is written."""
    city, code = getattr(record, "city", None), getattr(record, "country", None)
    country = archive.by_code.get(code) if code else None
    name = (country.name_ko or country.name) if country else None
    if country and city in (country.name, country.short_name):
        city = None
    town = archive.towns.get(city) if city else None
    return " ".join(part for part in (name, (town and town.name_ko) or city) if part) or None


PLACE_KO = of(
    "place_ko", "text", "The place in Korean.", "한국어 장소", place_ko,
    heading="Korean place", card=roles.NONE, tier=Tier.FACT, roles=(roles.PLACE,),
)  # fmt: skip
"""The same in Korean."""


STATUS = of(
    "status", "text", "Of a meeting, whether it took place: held, announced, postponed or cancelled.", "상태",
    lambda record, _: str(record.status) if hasattr(record, "mode") and hasattr(record, "status") else None,
    card=roles.NONE, tier=None, words=Status.words(), roles=(roles.STANDING,),
)  # fmt: skip
"""Whoever lists a meeting says whether it was one."""


DOUBTS = (
    of("derived", "list", "Names of its fields that no source gives: they were worked out from other values.",
       "추산 항목", card=roles.NONE, tier=None),
    of("disputed", "list", "Names of its fields on which sources differ; `conflicts` tells how.", "이견 항목",
       card=roles.NONE, tier=None),
)  # fmt: skip
"""What every row says of the values in it that are not certain."""

LAST = ("website", "aliases", "summary", "summary_ko", "note", "note_ko", "confidence", "derived")
"""What a record shares with others comes last; `sources` and `disputed` end the row."""

FIRST = ("id", "name", "name_ko", "abbreviation")
"""What names a thing comes first."""


def record_columns(record: type[Record]) -> tuple[Column, ...]:
    """Return the columns of a table of records: what names it, its own fields, what all records share, its sources."""
    own = {column.name: column for column in columns_of(record)}
    first = [own.pop(name) for name in (FIRST if "name" in own else FIRST[:1]) if name in own]
    last = [own.pop(name) for name in LAST if name in own]
    return (*first, *own.values(), *last, SOURCES)


def records_of(table: str) -> Callable[[Archive], Iterable[Record]]:
    """Return a function that gives the records of a table."""
    return lambda archive: archive.tables[table].values()


def by_id(row: Row) -> Any:
    """Return a sort key: by id, numbers as numbers."""
    return natural(str(row["id"]))


def by_date(*then: str, field: str = "date") -> Order:
    """Return a sort key: by date, undated last, then by these fields and the id."""
    return lambda row: (
        row[field] is None,
        dates.order(str(row[field] or "")),
        [natural(str(row[name])) for name in (*then, "id")],
    )
