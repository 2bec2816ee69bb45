"""Listings as tables that know their keys and what refers to what: for a database, for a data package."""

from __future__ import annotations

import json

from aseanrok import roles, schema, store
from aseanrok.schema import Field
from aseanrok.values import Row, Value
from aseanrok.views import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

LICENCE = "CC0-1.0"
LICENCE_TITLE = "Creative Commons CC0 1.0 Universal"
LICENCE_URL = "https://creativecommons.org/publicdomain/zero/1.0/"
TITLE = "aseanrok: relations between ASEAN and the Republic of Korea, 1989 to today"


class Target(Value):
    """Where the values of a field stand: a table of the same file, and the field of it that they name."""

    __slots__ = ("field", "table")

    def __init__(self, table: str, field: str) -> None:
        self.table = table
        self.field = field


class Stored(Value):
    """A table as it is stored: its fields, its rows, the field that names a row, what its fields refer to.

    `single` are fields of one value, `several` lists; both lead to a table of the same file that holds all of them.
    """

    __slots__ = ("fields", "key", "rows", "several", "single", "table")

    def __init__(self, table: schema.Table, fields: Sequence[Field], rows: list[Row]) -> None:
        self.table = table
        self.fields = tuple(fields)
        self.rows = rows
        names = [field.name for field in fields]
        self.key = table.key if table.key in names and is_unique(rows, table.key) else None
        self.single: dict[str, Target] = {}
        self.several: dict[str, Target] = {}

    @property
    def name(self) -> str:
        """What the table is called."""
        return self.table.name


def stored(views: Iterable[View]) -> list[Stored]:
    """Return listings as tables, each with the references that none of its rows breaks.

    Of a listing that was filtered some lead to rows that were left out: such a field is no reference in this file.
    """
    made = [_stored(view) for view in views]
    known: dict[Target, set[Any]] = {}
    by_name = {each.name: each for each in made}
    for each in made:
        for field in each.fields:
            target = _target(field, each.table)
            if target is None or target.table not in by_name:
                continue
            if target not in known:
                known[target] = _values(by_name[target.table], target.field)
            several = field.type == "list"
            named = {value for row in each.rows for value in _each(row.get(field.name))}
            if named and named <= known[target]:
                (each.several if several else each.single)[field.name] = target
    return made


def sources(tables: Iterable[Stored]) -> list[Row]:
    """Return the sources that rows of some tables name."""
    named: dict[str, None] = {}
    for each in tables:
        if each.name == "sources":
            named.update(dict.fromkeys(each.table.id_of(row) for row in each.rows))
        for field in each.fields:
            if field.refers_to == "sources":
                named.update(dict.fromkeys(value for row in each.rows for value in _each(row.get(field.name))))
    return store.rows_where("sources", "id", named)


def is_unique(rows: Iterable[Row], field: str) -> bool:
    """Say whether every row has a value of its own in a field."""
    values = [row.get(field) for row in rows]
    return None not in values and len(set(values)) == len(values)


def _stored(view: View) -> Stored:
    listing = view.listing
    rows = list(listing.rows)
    fields = [listing.table.field(name) or _unknown(name, listing.heading(name), rows) for name in listing.columns]
    if listing.table.is_of_groups:
        rows = [{field.name: _as_told(row.get(field.name), field) for field in fields} for row in rows]
    return Stored(listing.table, fields, rows)


def _as_told(value: Any, field: Field) -> Any:
    """Return a value as its field says it is: of numbers and of those that have none a column is of texts."""
    return json.dumps(value) if field.type == "text" and isinstance(value, (bool, int, float)) else value


def _unknown(name: str, heading: str, rows: Iterable[Row]) -> Field:
    """Return a field that no table describes: of texts, or of lists where one row has one."""
    several = any(isinstance(row.get(name), list) for row in rows)
    said = {"name": name, "type": "list" if several else "text", "description": "", "heading": heading}
    return Field({**said, "heading_ko": heading})


def _target(field: Field, table: schema.Table) -> Target | None:
    """Return where the values of a field stand, or None where it names nothing."""
    if field.refers_to:
        return Target(field.refers_to, schema.table(field.refers_to).key)
    if roles.COUNTRY in field.roles and table.name != "countries":
        return Target("countries", schema.table("countries").having(roles.COUNTRY)[0])
    return None


def _values(table: Stored, field: str) -> set[Any]:
    """Return the values that may be referred to; none where two rows share one."""
    if not any(each.name == field for each in table.fields) or not is_unique(table.rows, field):
        return set()
    return {row[field] for row in table.rows}


def _each(value: Any) -> Iterable[Any]:
    if isinstance(value, list):
        return value
    return () if value is None else (value,)
