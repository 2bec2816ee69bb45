"""Every record of every table, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from aseanrok import roles
from aseanrok.model.archive import Archive
from aseanrok.model.column import StandsFor, of
from aseanrok.model.field import Reference
from aseanrok.model.table import PLACE, PLACE_KO, SOURCES, STATUS, Table
from aseanrok.tables.conflicts import Conflict, question_ko
from aseanrok.words import natural


class Indexed(NamedTuple):
    """A record with the name of its table."""

    table: str
    record: Any


def _records(archive: Archive) -> Iterator[Indexed]:
    for table, records in archive.tables.items():
        for id in sorted(records, key=natural):
            yield Indexed(table, records[id])


def title_ko(each: Any, archive: Archive) -> str | None:
    """Return what a record is called in Korean, where known; of a conflict what is made from the record it is about."""
    if isinstance(each.record, Conflict):
        return question_ko(each.record, archive)
    return getattr(each.record, "title_ko", None) or getattr(each.record, "name_ko", None)


TABLE = Table(
    name="index",
    about="Every record of every table, in one list.",
    rank=260,
    singular="record",
    name_ko="색인",
    columns=(
        of("id", "text", "Stable id, unique over all tables and never reused.", "식별자",
           lambda each, _: each.record.id, heading="Id", roles=(roles.NAME, roles.WHOLE)),
        of("table", "text", "Table the record stands in.", "표", roles=(roles.TABLE,)),
        of("date", "date", "The date it is listed under.", "일자", lambda each, _: each.record.listed_date,
           roles=(roles.DATE,)),
        of("title", "text", "What it is called.", "제목", lambda each, _: each.record.called, roles=(roles.LABEL,)),
        of("frameworks", "list", "Ids of the frameworks it belongs to.", "협의체",
           lambda each, _: list(each.record.listed_frameworks), reference=Reference(("frameworks",))),
        PLACE._replace(value=lambda each, archive: PLACE.value(each.record, archive)),
        of("country", "text", "ISO 3166-1 alpha-3 code of its country.", "국가",
           lambda each, _: getattr(each.record, "country", None) or getattr(each.record, "iso3", None),
           roles=(roles.COUNTRY, roles.WHOLE)),
        STATUS._replace(value=lambda each, archive: STATUS.value(each.record, archive)),
        of("summary", "text", "What it is, in this project's own words.", "개요", lambda each, _: each.record.summary),
        SOURCES._replace(value=lambda each, archive: SOURCES.value(each.record, archive)),
        of("title_ko", "text", "The same in Korean, where known.", "한국어 제목",
           title_ko,
           heading="Korean title"),
        PLACE_KO._replace(value=lambda each, archive: PLACE_KO.value(each.record, archive)),
    ),
    listing=("table", "date", "id", "title"),
    items=_records,
    order=None,
    disputable=True,
    stands_for=lambda each: StandsFor(each.record, (each.record.dated_by,)),
)  # fmt: skip
