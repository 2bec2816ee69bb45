"""Which fields of a published row are not certain: sources differ on them, or they were worked out here.

A misprint of one source leaves a value undisputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from aseanrok import roles
from aseanrok.model.act import FOUNDING
from aseanrok.model.archive import Archive
from aseanrok.model.base import DATED_BY
from aseanrok.model.column import Column, StandsFor, of
from aseanrok.model.table import DOUBTS, Table
from aseanrok.model.vocabulary import ConflictKind
from aseanrok.tables import PUBLISHED
from aseanrok.tables.conflicts import Conflict
from aseanrok.tables.timeline import TABLE as TIMELINE

ALL_DATING = (*DATED_BY, *FOUNDING, "entry_into_force", "members")
"""Every field that some row takes its date from."""


def derived(table: Table) -> Column:
    """Return the column that names the fields of a row that no source gives; a record says of its own which."""

    def value(item: Any, archive: Archive) -> list[str]:
        row = table.stands_for(item)
        own = {name for field in row.record.derived for name in _made_of(field, row, table.columns)} if row else set()
        again = (each for each in _told_again(table, item, archive) if _is_derived(each[1]))
        # A record may name fields that are in no column.
        named = row.record.derived if row and table.record else ()
        # In other tables than its own what a thing is called says nothing of where its name is from.
        labels = [column.name for column in table.columns if roles.LABEL in column.roles and not table.record]
        own = own.difference(labels, (f"{label}_ko" for label in labels))
        return _in_order(table, own | {column.name for column, _ in again}, named)

    return DOUBTS[0]._replace(value=value)


def disputed(table: Table) -> Column:
    """Return the column that names the fields of a row on which sources differ."""

    def value(item: Any, archive: Archive) -> list[str]:
        row = table.stands_for(item)
        own = {name for each in _about(row, archive) for name in marks(each, row, table.columns)} if row else set()
        again = (each for each in _told_again(table, item, archive) if _is_disputed(each[1], archive))
        return _in_order(table, own | {column.name for column, _ in again})

    return DOUBTS[1]._replace(value=value)


def _in_order(table: Table, names: set[str], first: Sequence[str] = ()) -> list[str]:
    return list(dict.fromkeys([*first, *(column.name for column in table.columns if column.name in names)]))


def _told_again(table: Table, item: Any, archive: Archive) -> Iterator[tuple[Column, StandsFor]]:
    """Yield each column that tells again a date of another record, with that record."""
    for column in table.columns:
        if column.rests_on and (other := column.rests_on(item, archive)):
            yield column, other


def _about(row: StandsFor, archive: Archive) -> list[Conflict]:
    return [each for each in archive.naming("about", row.record.id) if isinstance(each, Conflict)]


def _is_disputed(row: StandsFor, archive: Archive) -> bool:
    conflicts = (each for each in _about(row, archive) if each.kind is not ConflictKind.MISPRINT)
    return any(each.field in row.dated_by for each in conflicts if each.field)


def _is_derived(row: StandsFor) -> bool:
    return not set(row.record.derived).isdisjoint(row.dated_by)


DISPUTES = of(
    "disputes", "list", "Fields it puts in question, in the record and in the rows made from it; none for a misprint.",
    "이견 항목", lambda conflict, archive: _everywhere(conflict, archive),
    card=roles.NONE, tier=None,
)  # fmt: skip


def _everywhere(conflict: Conflict, archive: Archive) -> list[str]:
    """Return the field of a conflict, and every column made from it of its record's table, the timeline and members."""
    columns = (*PUBLISHED[archive.table_of(conflict.about)].columns, *TIMELINE.columns)
    about = archive[conflict.about]
    made = marks(conflict, StandsFor(about, ALL_DATING), columns)
    if made and conflict.field == "members":
        made += marks(conflict, StandsFor(about, ("members",), date="joined"), PUBLISHED["members"].columns)
    own = [conflict.field] if conflict.field and conflict.kind is not ConflictKind.MISPRINT else []
    return list(dict.fromkeys([*own, *made]))


def marks(conflict: Conflict, row: StandsFor, columns: Sequence[Column]) -> list[str]:
    """Return the columns a conflict puts in question: its field, and those made from it."""
    field = conflict.field
    if field is None or conflict.kind is ConflictKind.MISPRINT or not _is_of_part(conflict, row):
        return []
    # A meeting without a title of its own is called by its number.
    names_it = field in (row.record.label, "ordinal")
    called = [column.name for column in columns if roles.LABEL in column.roles and names_it]
    return list(dict.fromkeys([*_made_of(field, row, columns), *called]))


def _is_of_part(conflict: Conflict, row: StandsFor) -> bool:
    """Say whether a conflict is about the countries of a row, where its field has a part for each of several."""
    if row.countries is None or conflict.field not in row.dated_by:
        return True
    return (not conflict.countries and not row.countries) or not set(conflict.countries).isdisjoint(row.countries)


def _made_of(field: str, row: StandsFor, columns: Iterable[Column]) -> list[str]:
    """Return the columns of a row that are a field of its record, or are made from it."""
    return [
        column.name
        for column in columns
        if field == column.name or field in column.made_of or (column.name == row.date and field in row.dated_by)
    ]
