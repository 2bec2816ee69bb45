"""Entries into force: one row for each day a document entered into force, and for whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aseanrok import dates, roles
from aseanrok.model.archive import Archive
from aseanrok.model.column import StandsFor, columns_of, of, through
from aseanrok.model.field import Reference
from aseanrok.model.table import SOURCES, Table
from aseanrok.model.vocabulary import Holds
from aseanrok.tables.documents import Document, Entry


class EntryOf(NamedTuple):
    """An entry into force, with the document it is of."""

    document: Document
    entry: Entry


def _entries(archive: Archive) -> Iterator[EntryOf]:
    for document in archive.documents.values():
        for entry in document.entry_into_force:
            yield EntryOf(document, entry)


TABLE = Table(
    name="entries",
    about="Entries into force: when a document entered into force, and for whom.",
    rank=90,
    singular="entry into force",
    name_ko="발효",
    columns=(
        of("document", "text", "Id of the document.", "문서", lambda each, _: each.document.id,
           roles=(roles.WHOLE,), reference=Reference(("documents",))),
        *through(columns_of(Entry), lambda each: each.entry),
        of("title", "text", "Title of the document.", "제목", lambda each, _: each.document.title,
           roles=(roles.LABEL,)),
        of("title_ko", "text", "The same in Korean, where known.", "한국어 제목",
           lambda each, _: each.document.title_ko, heading="Korean title"),
        SOURCES._replace(value=lambda each, archive: SOURCES.value(each.document, archive)),
    ),
    listing=("date", "document", "countries", "title"),
    key="document",
    items=_entries,
    order=lambda row: (dates.order(str(row["date"])), row["document"], row["countries"]),
    disputable=True,
    stands_for=lambda each: StandsFor(each.document, ("entry_into_force",), countries=each.entry.countries),
    as_of=(of("holds", "text", "Whether it was in force on that day: yes or perhaps.", "해당",
              words=Holds.words()),),
    as_of_listing=("date", "holds", "countries"),
)  # fmt: skip
