"""How records belong together, from both sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aseanrok import dates, roles
from aseanrok.model.archive import Archive, named
from aseanrok.model.column import of
from aseanrok.model.field import Reference, references
from aseanrok.model.table import STATUS, Table
from aseanrok.tables.conflicts import Conflict
from aseanrok.words import natural


class Relation(NamedTuple):
    """One record as another one sees it; `rank` is its place on a card."""

    id: str
    relation: str
    to: str
    rank: int


def relations(archive: Archive) -> Iterator[Relation]:
    """Yield every relation, from both sides, each pair and word once; conflicts are left to their own table."""
    seen: set[tuple[str, str, str]] = set()
    for _, record in archive:
        if isinstance(record, Conflict):
            continue
        known = references(type(record))
        for field, other in named(record):
            reference = known[field]
            for word, one, two, rank in (
                (reference.forward, record.id, other, reference.ranks[0]),
                (reference.backward, other, record.id, reference.ranks[1]),
            ):
                if word and (one, word, two) not in seen:
                    seen.add((one, word, two))
                    yield Relation(one, word, two, rank)


TABLE = Table(
    name="relations",
    about="How records belong together, from both sides.",
    rank=240,
    singular="relation",
    name_ko="관계",
    columns=(
        of("id", "text", "Id of the record.", "식별자", heading="Id", roles=(roles.WHOLE,), reference=Reference(())),
        of("relation", "text", "What the other record is to it.", "관계", roles=(roles.RELATION,)),
        of("to", "text", "Id of the other record.", "상대", roles=(roles.WHOLE,), reference=Reference(())),
        of("table", "text", "Table of the other record.", "표", lambda each, archive: archive.table_of(each.to),
           roles=(roles.TABLE,)),
        of("title", "text", "What the other record is called.", "제목", lambda each, archive: archive[each.to].called,
           roles=(roles.LABEL,)),
        of("date", "date", "Date of the other record, where it is an act.", "일자",
           lambda each, archive: archive[each.to].listed_date if archive[each.to].is_act else None),
        STATUS._replace(value=lambda each, archive: STATUS.value(archive[each.to], archive)),
        of("rank", "integer", "Its place on a card.", "순서"),
    ),
    listing=("id", "relation", "date", "to", "title"),
    items=relations,
    order=lambda row: (natural(str(row["id"])), row["relation"], dates.order(str(row["date"] or "9999")), row["to"]),
)  # fmt: skip
