"""What each source says in a conflict: one row for each statement."""

from __future__ import annotations

from typing import NamedTuple

from aseanrok import roles
from aseanrok.model.column import columns_of, of, through
from aseanrok.model.field import Reference
from aseanrok.model.table import Table, Within
from aseanrok.tables.conflicts import Conflict, Statement
from aseanrok.words import natural


class StatementOf(NamedTuple):
    """A statement, with the conflict it stands in."""

    conflict: Conflict
    statement: Statement


TABLE = Table(
    name="statements",
    about="What each source says in a conflict.",
    rank=230,
    singular="statement",
    name_ko="진술",
    columns=(
        of("conflict", "text", "Id of the conflict.", "이견", lambda each, _: each.conflict.id, roles=(roles.WHOLE,),
           reference=Reference(("conflicts",))),
        *through(columns_of(Statement), lambda each: each.statement),
        of("followed", "boolean", "Whether the data follows it.", "채택",
           lambda each, _: each.statement.says == each.conflict.follows),
    ),
    listing=("conflict", "source", "followed", "says"),
    within=Within("conflict", ("says",)),
    key="conflict",
    items=lambda archive: (StatementOf(each, part) for each in archive.conflicts.values() for part in each.statements),
    order=lambda row: natural(str(row["conflict"])),
)  # fmt: skip
