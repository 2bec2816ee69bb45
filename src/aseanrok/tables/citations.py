"""Which record rests on which source, and where in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from aseanrok import roles
from aseanrok.model.archive import Archive, citations
from aseanrok.model.column import of
from aseanrok.model.field import Reference
from aseanrok.model.table import Table
from aseanrok.words import natural


class Cited(NamedTuple):
    """A citation, with the record and the part of it that it supports."""

    id: str
    table: str
    part: str
    source: str
    at: str
    fields: list[str]


def _cited(archive: Archive) -> Iterator[Cited]:
    cited = (
        Cited(record.id, table, part, citation.source, citation.at, list(citation.fields))
        for table, record in archive
        for part, citation in citations(record)
    )
    # The parts of one record often rest on one place; it is named once.
    return (first for first, _ in groupby(cited))


TABLE = Table(
    name="citations",
    about="Which record rests on which source, and where in it.",
    rank=210,
    singular="citation",
    name_ko="인용",
    columns=(
        of("id", "text", "Id of the record.", "식별자", heading="Id", roles=(roles.WHOLE,), reference=Reference(())),
        of("table", "text", "Table of the record.", "표", roles=(roles.TABLE,)),
        of("source", "text", "Id of the source.", "출처", roles=(roles.WHOLE,), reference=Reference(("sources",))),
        of("at", "text", "Where in the source.", "위치"),
        of("fields", "list", "The fields it supports; none means the record as a whole.", "항목"),
        of("part", "text", "The part of the record it supports: members; empty for the record itself.", "부분"),
    ),
    listing=("id", "source", "at"),
    items=_cited,
    order=lambda row: (natural(str(row["id"])), row["part"]),
)
