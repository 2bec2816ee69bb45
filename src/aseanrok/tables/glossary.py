"""Abbreviations and terms: every abbreviation of a record, and the words that are no record themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from aseanrok import roles
from aseanrok.model.archive import Archive
from aseanrok.model.base import Record, Text
from aseanrok.model.column import Column, columns_of, of, through
from aseanrok.model.field import Reference, field, korean
from aseanrok.model.table import SOURCES, Argument, Command, Table
from aseanrok.search.index import Tier


class Term(Record):
    """A word or abbreviation that is not itself a record."""

    label: ClassVar[str] = "term"

    term: Text = field(
        "The word or abbreviation.", "용어", card=roles.NONE, tier=Tier.TITLE, roles=(roles.NAME, roles.LABEL)
    )
    expansion: Text = field("What it stands for.", "풀이", tier=Tier.NAME)
    name_ko: Text | None = field(
        "The same in Korean, where known.", "한국어 명칭", default=None, heading="Korean name", tier=Tier.TITLE,
        roles=(roles.NAME,),
    )  # fmt: skip
    summary_ko: Text | None = korean("summary", "개요")
    note_ko: Text | None = korean("note", "유의")


class Word(NamedTuple):
    """A word and what it stands for."""

    term: str
    expansion: str
    record: Any
    about: str | None


def _words(archive: Archive) -> Iterator[Word]:
    for term in archive.glossary.values():
        yield Word(term.term, term.expansion, term, None)
    for _, record in archive:
        if abbreviation := getattr(record, "abbreviation", None):
            yield Word(abbreviation, record.called, record, record.id)


def _record(word: Word) -> Any:
    return word.record


def _of_term(column: Column) -> Column:
    """Return a column that only a term has: what is to be known of a record stands with the record."""
    return column._replace(value=lambda word, all: None if word.about else column.value(word.record, all))


TABLE = Table(
    name="glossary",
    about="Abbreviations and terms.",
    rank=190,
    singular="term",
    name_ko="용어",
    record=Term,
    columns=(
        of("id", "text", "Id of the record that explains it.", "식별자", lambda word, _: word.record.id,
           heading="Id", card=roles.NONE, tier=Tier.NAME, roles=(roles.NAME, roles.WHOLE)),
        of("term", "text", "The word or abbreviation.", "용어", card=roles.NONE, tier=Tier.TITLE,
           roles=(roles.NAME, roles.LABEL)),
        of("expansion", "text", "What it stands for.", "풀이", tier=Tier.NAME, roles=(roles.WIDE,)),
        of("name_ko", "text", "The same in Korean, where known.", "한국어 명칭",
           lambda word, _: getattr(word.record, "name_ko", None), heading="Korean name", tier=Tier.TITLE,
           roles=(roles.NAME,)),
        of("about", "text", "Id of the record it is the abbreviation of.", "대상", card=roles.NONE, tier=None,
           roles=(roles.WHOLE,), reference=Reference(())),
        of("aliases", "list", "Other names it is known by.", "다른 이름",
           lambda word, _: [] if word.about else list(word.record.aliases), tier=Tier.NAME),
        of("summary", "text", "What it is.", "개요", lambda word, _: word.record.summary, card=roles.NONE),
        of("summary_ko", "text", "The same in Korean.", "한국어 개요",
           lambda word, _: getattr(word.record, "summary_ko", None), heading="Korean summary", card=roles.NONE),
        *map(_of_term, columns_of(Term, "note", "note_ko")),
        *through(columns_of(Term, "confidence"), _record),
        SOURCES._replace(value=lambda word, archive: SOURCES.value(word.record, archive)),
    ),
    listing=("term", "expansion", "id"),
    items=_words,
    order=lambda row: (str(row["term"]).casefold(), row["id"]),
    weight=0.9,
    mentioned=True,
    unique_names=True,
    disputable=False,
    command=Command(
        group="Find",
        help="What an abbreviation or a term stands for.",
        text="""\
What an abbreviation or a term stands for; the abbreviation of a record shows the record.

\b
Examples:
  aseanrok glossary
  aseanrok glossary AKCF""",
        filters=("match",),
        argument=Argument(metavar="TERM", help="A term: AKCF, TVET."),
    ),
)  # fmt: skip
