"""Which fields of a published row sources differ on. A misprint of one source leaves a value undisputed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from aseanrok import roles
from aseanrok.model.act import FOUNDING
from aseanrok.model.archive import Archive
from aseanrok.model.base import DATED_BY
from aseanrok.model.column import Column, of
from aseanrok.model.table import StandsFor, Table
from aseanrok.model.vocabulary import ConflictKind
from aseanrok.tables import PUBLISHED
from aseanrok.tables.conflicts import Conflict
from aseanrok.tables.timeline import TABLE as TIMELINE

ALL_DATING = (*DATED_BY, *FOUNDING, "entry_into_force", "members")
"""Every field that some row takes its date from."""


def disputed(table: Table) -> Column:
    """Return the column that names the fields of a row on which sources differ."""

    def value(item: Any, archive: Archive) -> list[str]:
        row = table.stands_for(item)
        conflicts = [each for each in archive.naming("about", row.record.id) if isinstance(each, Conflict)]
        marked = {name for each in conflicts for name in marks(each, row, table.columns)}
        return [column.name for column in table.columns if column.name in marked]

    return of(
        "disputed", "list", "Names of its fields on which sources differ; `conflicts` tells how.", "이견 항목", value,
        card=roles.NONE, tier=None,
    )  # fmt: skip


DISPUTES = of(
    "disputes", "list", "Fields it puts in question, in the record and in the rows made from it; none for a misprint.",
    "이견 항목", lambda conflict, archive: _everywhere(conflict, archive),
    card=roles.NONE, tier=None,
)  # fmt: skip


def _everywhere(conflict: Conflict, archive: Archive) -> list[str]:
    """Return the field of a conflict, and every column of its record's table and of the timeline made from it."""
    columns = (*PUBLISHED[archive.table_of(conflict.about)].columns, *TIMELINE.columns)
    made = marks(conflict, StandsFor(archive[conflict.about], ALL_DATING), columns)
    own = [conflict.field] if conflict.field and conflict.kind is not ConflictKind.MISPRINT else []
    return list(dict.fromkeys([*own, *made]))


def marks(conflict: Conflict, row: StandsFor, columns: Iterable[Column]) -> Sequence[str]:
    """Return the columns a conflict puts in question: its field, and those made from it."""
    field = conflict.field
    if field is None or conflict.kind is ConflictKind.MISPRINT:
        return []
    # A meeting without a title of its own is called by its number.
    names_it = field in (row.record.label, "ordinal")
    return [
        column.name
        for column in columns
        if field == column.name
        or field in column.made_of
        or (column.name == "date" and field in row.dated_by)
        or (roles.LABEL in column.roles and names_it)
    ]
