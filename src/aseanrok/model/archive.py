"""All records together: a container that finds them by table, by id, and by what refers to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar, cast

from aseanrok.model.base import Citation, Part, Record
from aseanrok.model.field import references

R = TypeVar("R", bound=Record)
Tables = Mapping[str, Mapping[str, Record]]


class Archive:
    """The records of every table: `archive.meetings["mekong-rok-fmm-7"].date`.

    Each table is a mapping from id to a frozen record, by the name of its data file. `of` gives the same by the class
    of its records, so that a type checker knows them: `archive.of(Meeting)`.
    """

    def __init__(self, tables: Tables, records: Mapping[str, type[Record]]) -> None:
        """Take the tables, and the class of the records of each."""
        self._tables = tables
        self.records = records

    @property
    def tables(self) -> Tables:
        """Every table by name: table -> id -> record."""
        return self._tables

    def __getattr__(self, name: str) -> Mapping[str, Any]:
        if name.startswith("_"):  # of one that is copied not even the tables are there yet
            raise AttributeError(name)
        if name in self.tables:
            return self.tables[name]
        raise AttributeError(f"no table {name!r}; the tables are {', '.join(self.tables)}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.tables]

    def __repr__(self) -> str:
        return f"<aseanrok data: {', '.join(f'{len(records)} {name}' for name, records in self.tables.items())}>"

    def of(self, record: type[R]) -> Mapping[str, R]:
        """Return the table whose records are of a class: id -> record; raise KeyError where none is."""
        name = next((name for name, known in self.records.items() if known is record), None)
        if name is None:
            classes = ", ".join(known.__name__ for known in self.records.values())
            raise KeyError(f"{record!r} is no class of records; these are {classes}")
        return cast("Mapping[str, R]", self.tables[name])

    def __iter__(self) -> Iterator[tuple[str, Record]]:
        """Yield every record with the name of its table."""
        for table, records in self.tables.items():
            for record in records.values():
                yield table, record

    def __getitem__(self, id: str) -> Record:
        """Return the record with this id; raise KeyError where there is none."""
        return self._by_id[id][1]

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def get(self, id: str | None) -> Record | None:
        """Return the record with this id, or None."""
        return self._by_id[id][1] if id in self._by_id else None

    def table_of(self, id: str) -> str:
        """Return the name of the table a record stands in; raise KeyError where there is none."""
        return self._by_id[id][0]

    @cached_property
    def _by_id(self) -> dict[str | None, tuple[str, Record]]:
        return {record.id: (table, record) for table, record in self}

    def naming(self, field: str, id: str) -> list[Any]:
        """Return the records that name a record in a field: the meetings of a series, the figures about a fund."""
        return self._naming.get((field, id), [])

    @cached_property
    def _naming(self) -> dict[tuple[str, str], list[Record]]:
        found: dict[tuple[str, str], list[Record]] = {}
        for _, record in self:
            for field, id in named(record):
                found.setdefault((field, id), []).append(record)
        return found

    @cached_property
    def by_code(self) -> Mapping[str, Any]:
        """Countries by their ISO 3166-1 alpha-3 code."""
        return {country.iso3: country for country in self.countries.values()}

    @cached_property
    def towns(self) -> Mapping[str, Any]:
        """Cities by their names, as the records write them."""
        places: Mapping[str, Any] = self.tables.get("places", {})
        return {place.name: place for place in places.values()}

    @cached_property
    def read(self) -> str:
        """The day its newest source was read; empty without any."""
        return max((str(source.read) for source in self.sources.values()), default="")

    @cached_property
    def resting_on(self) -> Mapping[str, set[str]]:
        """The ids of the records that rest on a source, by the id of the source."""
        resting: dict[str, set[str]] = {}
        for _, record in self:
            for _, citation in citations(record):
                resting.setdefault(citation.source, set()).add(record.id)
            for statement in getattr(record, "statements", ()):
                resting.setdefault(statement.source, set()).add(record.id)
        return resting


def named(record: Record) -> Iterator[tuple[str, str]]:
    """Yield every (field, id) by which a record names another."""
    for field in references(type(record)):
        value = getattr(record, field)
        for id in (value,) if isinstance(value, str) else value or ():
            yield field, id


def parts(record: Part) -> Iterator[tuple[str, Part]]:
    """Yield the parts a record is made of, each with the field it stands in; citations are left out."""
    for field in type(record).model_fields:
        value = getattr(record, field)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Part) and not isinstance(part, Citation):
                yield field, part


def citations(record: Record) -> Iterator[tuple[str, Citation]]:
    """Yield a record's citations, each with the field of the part it stands in ("" for the record itself)."""
    for citation in record.sources:
        yield "", citation
    for field, part in parts(record):
        for citation in getattr(part, "sources", ()):
            yield field, citation
