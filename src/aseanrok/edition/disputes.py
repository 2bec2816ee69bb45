"""Which fields of a published row sources differ on. A misprint of one source leaves a value undisputed."""

from __future__ import annotations

from collections.abc import Sequence

from aseanrok.edition.archive import DATED_BY, Archive, dated_by
from aseanrok.edition.timeline import Act
from aseanrok.model.base import Record
from aseanrok.model.records import Conflict

SHOWN = {
    "city": ("place",),
    "country": ("place",),
    "value": ("stated",),
    "scale": ("stated", "value"),
    "unit": ("stated",),
    "qualifier": ("stated",),
    "entry_into_force": ("in_force",),
}
"""The published fields that are made from a field of a record and called something else."""

DATING = {
    "signing": "signed",
    "adoption": "adopted",
    "entry-into-force": "entry_into_force",
    "establishment": "established",
    "policy": "announced",
    "programme": "period",
    "membership": "members",
}
"""The field of its record that dates an act of a kind, for the acts that are not records of their own."""

ALL_DATING = (*DATED_BY, *DATING.values())


def disputed(record: Record, archive: Archive, names: Sequence[str]) -> list[str]:
    """Return which of the fields of a row that stands for a record are disputed."""
    found = archive.disputes.get(record.id, ())
    marked = {name for conflict in found for name in marks(conflict, record, (dated_by(record),), act=False)}
    return [name for name in names if name in marked]


def disputed_act(act: Act, archive: Archive, names: Sequence[str]) -> list[str]:
    """Return which fields of a row of the timeline are disputed."""
    dating = "date" if act.table in ("meetings", "milestones") else DATING[act.kind]
    found = archive.disputes.get(act.record.id, ())
    marked = {name for conflict in found for name in marks(conflict, act.record, (dating,))}
    return [name for name in names if name in marked]


def marks(
    conflict: Conflict, record: Record, dating: Sequence[str | None] = ALL_DATING, *, act: bool = True
) -> tuple[str, ...]:
    """Return the published fields a conflict puts in question: its own, and those made from it.

    `dating` are the fields a date is taken from; without it, those of any row made from the record. The place of an
    `act` tells its mode as well.
    """
    field = conflict.field
    if field is None or conflict.kind is conflict.kind.MISPRINT:
        return ()
    made = SHOWN.get(field, ())
    made += ("place",) if act and field == "mode" else ()
    made += ("date",) if field in dating else ()
    # A meeting without a title of its own is called by its number.
    made += ("title",) if field in (record.label, "ordinal") else ()
    return (field, *(name for name in made if name != field))
