"""How records point at each other: the one list of reference fields, and what each is called from either side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aseanrok.edition.archive import Archive
from aseanrok.model.base import Record


class Reference(NamedTuple):
    """A field that holds ids."""

    tables: tuple[str, ...]  # where those ids may stand; empty: anywhere
    forward: str  # what the other record is to this one
    backward: str  # what this record is to the other one


REFERENCES = {
    "series": Reference(("series",), "series", "meeting"),
    "documents": Reference(("documents",), "document", "where it is used"),
    "meeting": Reference(("meetings",), "at", "milestone"),
    "agreed_at": Reference(("meetings",), "agreed at", "series agreed here"),
    "established_at": Reference(("meetings",), "established at", "established here"),
    "announced_at": Reference(("meetings",), "announced at", "announced here"),
    "amends": Reference(("documents",), "amends", "amended by"),
    "replaces": Reference(("documents",), "replaces", "replaced by"),
    "office": Reference(("offices",), "office", "holder"),
    "institution": Reference(("institutions",), "institution", "office"),
    "implements": Reference(("documents",), "implements", "implemented by"),
    "succeeds": Reference(("policies",), "follows", "followed by"),
    "fund": Reference(("funds",), "paid by", "paid by it"),
    "parts": Reference(("statistics",), "part", "part of"),
    "about": Reference((), "about", "figure"),
    "frameworks": Reference(("frameworks",), "framework", ""),
    "related": Reference((), "see also", "see also"),
}
"""Every field that names other records. `frameworks` has no way back: a framework's records are found by filter."""


def references(record: Record) -> Iterator[tuple[str, str]]:
    """Yield every (field, id) by which a record names another."""
    for field in REFERENCES:
        value = getattr(record, field, None)
        for id in (value,) if isinstance(value, str) else value or ():
            yield field, id


class Relation(NamedTuple):
    """One record as another one sees it."""

    id: str
    relation: str
    to: str


def relations(archive: Archive) -> Iterator[Relation]:
    """Yield every relation, from both sides, each pair and word once; conflicts are left to their own table."""
    seen: set[tuple[str, str, str]] = set()
    for table, record in archive:
        if table == "conflicts":
            continue
        for field, other in references(record):
            reference = REFERENCES[field]
            for relation in (
                Relation(record.id, reference.forward, other),
                Relation(other, reference.backward, record.id),
            ):
                if relation.relation and relation not in seen:
                    seen.add(relation)
                    yield relation
