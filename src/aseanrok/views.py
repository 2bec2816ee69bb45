"""Rows -> what a person reads: which columns, which card, in which words. No styling, no widths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from aseanrok.errors import Failure

Row = dict[str, Any]

COLUMNS: dict[str, tuple[str, ...]] = {
    "timeline": ("date", "place", "id", "title", "outcomes"),
    "frameworks": ("id", "abbreviation", "established", "name"),
    "members": ("framework", "country", "joined", "role", "name"),
    "countries": ("iso3", "id", "name_ko", "name"),
    "series": ("id", "level", "name"),
    "meetings": ("date", "place", "mode", "id", "title", "outcomes"),
    "milestones": ("date", "kind", "place", "id", "title"),
    "documents": ("date", "kind", "id", "title"),
    "funds": ("id", "abbreviation", "established", "name"),
    "contributions": ("fund", "period", "kind", "status", "stated"),
    "projects": ("fund", "period", "budget", "id", "name"),
    "institutions": ("id", "established", "place", "name"),
    "programmes": ("period", "sector", "id", "name"),
    "policies": ("announced", "id", "name"),
    "statistics": ("period", "stated", "basis", "id", "name"),
    "glossary": ("term", "id", "expansion"),
    "sources": ("id", "kind", "language", "published", "facts", "publisher", "title"),
    "citations": ("id", "source", "at"),
    "conflicts": ("id", "kind", "follows", "question"),
    "statements": ("conflict", "source", "followed", "says"),
    "relations": ("id", "relation", "date", "to", "title"),
    "index": ("table", "date", "id", "title"),
    "search": ("date", "id", "title", "snippet"),
    "fields": ("name", "type", "description"),
    "coverage": ("records", "first", "last", "exact_day", "two_sources", "highest", "id", "name", "not_recorded"),
}
"""What a person sees of each table, the longest column last; machines get every field."""

AS_OF: dict[str, tuple[str, ...]] = {
    "members": ("framework", "country", "joined", "role", "holds", "name"),
    "frameworks": ("id", "abbreviation", "established", "holds", "members", "members_perhaps", "name"),
    "funds": ("id", "established", "holds", "annual", "annual_period", "annual_before", "name"),
    "documents": (
        "date", "holds", "state", "id", "title", "in_force_for", "not_yet_in_force_for", "perhaps_in_force_for",
    ),
    "statistics": ("about", "period", "stated", "basis", "id", "name"),
}  # fmt: skip
"""The same for what held on a day; of what `--as-of` adds, a column that would say nothing is left out."""

BELOW = ("outcomes", "snippet", "not_recorded", "in_force_for", "not_yet_in_force_for", "perhaps_in_force_for")
"""The fields that a table prints under the label, where there is more room than beside it."""

LABELS = ("title", "name", "term", "question")
"""The field that names a row to a reader: the first of these it has."""

HEADINGS_KO = {
    "date": "일자", "title": "제목", "name": "명칭", "place": "장소", "outcomes": "결과", "id": "식별자",
    "kind": "종류", "mode": "방식", "country": "국가", "framework": "협의체", "frameworks": "협의체",
    "established": "설립", "announced": "발표", "joined": "가입", "role": "지위", "period": "기간", "stated": "수치",
    "about": "대상", "abbreviation": "약어", "summary": "개요", "note": "유의", "sources": "출처",
    "name_ko": "한국어 명칭", "level": "급", "term": "용어", "expansion": "풀이", "publisher": "발행", "fund": "기금",
    "status": "상태", "sector": "분야", "ordinal": "차수", "table": "표", "question": "쟁점", "follows": "채택",
    "adopted": "채택일", "signed": "서명", "in_force": "발효", "city": "도시", "venue": "회의장",
    "priorities": "중점 분야", "areas": "협력 분야", "members": "회원국", "contributions": "출연", "meetings": "회의",
    "documents": "문서", "conflicts": "이견", "website": "누리집", "aliases": "다른 이름", "series": "회의체",
    "confidence": "신뢰도", "facts": "사실 수", "figures": "통계", "related": "관련", "says": "내용",
    "source": "출처", "records": "기록 수", "first": "처음", "last": "마지막", "exact_day": "일자 확정",
    "two_sources": "복수 출처", "highest": "최고 차수", "not_recorded": "미기록", "holds": "해당", "state": "효력",
    "in_force_for": "발효국", "not_yet_in_force_for": "미발효국", "annual": "연간 출연", "language": "언어",
    "published": "발행일", "snippet": "본문", "missing": "빠진 말", "score": "점수", "field": "항목",
}  # fmt: skip

HEADINGS = {
    "id": "Id", "iso2": "ISO 2", "iso3": "ISO 3", "name_ko": "Korean name", "title_ko": "Korean title",
    "stated": "Figure", "in_force": "In force", "not_in_force_for": "Not in force for", "url": "Address",
    "snippet": "Passage",
    "annual_period": "Paid in", "annual_before": "Last known", "members_perhaps": "Perhaps",
    "perhaps_in_force_for": "Perhaps in force for", "not_yet_in_force_for": "Not yet in force for",
}  # fmt: skip


def heading(name: str, lang: str = "en") -> str:
    """Return what a field is called above a column or before a value."""
    if lang == "ko" and name in HEADINGS_KO:
        return HEADINGS_KO[name]
    return HEADINGS.get(name) or name.replace("_", " ").capitalize()


def label(row: Row, lang: str = "en") -> str:
    """Return what a row is called, in Korean where that is asked for and known."""
    for name in LABELS:
        if name in row:
            return str((lang == "ko" and row.get(f"{name}_ko")) or row[name])
    return str(row.get("id", ""))


STAR = " *"
"""What is written after a value on which sources differ."""


class Listing(NamedTuple):
    """Rows under chosen columns. `titles` are the headings of columns that are no field of the table.

    `marks` gives the parts of a text that a terminal with colour makes stand out. On its way to a machine's format
    the rows may come from the file one at a time, and can be gone through once.
    """

    rows: Iterable[Row]
    columns: tuple[str, ...]
    table: str
    lang: str = "en"
    titles: Mapping[str, str] | None = None
    marks: Callable[[str], Sequence[tuple[int, int]]] | None = None

    def headings(self) -> list[str]:
        """Return the heading of each column."""
        titles = self.titles or {}
        return [titles.get(name) or heading(name, self.lang) for name in self.columns]

    def cells(self, row: Row) -> list[str]:
        """Return a row's values as people read them, one for each column."""
        return [self.cell(row, name) for name in self.columns]

    def cell(self, row: Row, name: str) -> str:
        """Return one value as people read it; a star marks one on which sources differ."""
        value = row.get(name)
        if self.lang == "ko" and name in LABELS:
            shown = label(row, "ko")
        elif name in SHARES and value is not None:
            shown = f"{value:.0%}"
        else:
            shown = text(value)
        return shown + STAR if self.is_disputed(row, name) else shown

    def is_disputed(self, row: Row, name: str) -> bool:
        """Say whether sources differ on a value that is shown."""
        return name in row.get("disputed", ()) and row.get(name) not in (None, "", [])

    def is_short(self, name: str) -> bool:
        """Say whether a column holds ids, dates or single words, which are never broken."""
        return name in ("id", "date", "ordinal", "iso2", "iso3", "facts", *DATES)


SHARES = ("exact_day", "two_sources")

DATES = (
    "established", "announced", "joined", "period", "agreed", "published", "read", "signed", "adopted", "left", "first",
    "last", "annual_period",
)  # fmt: skip


class Section(NamedTuple):
    """A part of a card: a heading over a list, or over a small table."""

    heading: str
    items: tuple[str, ...] = ()
    listing: Listing | None = None
    quiet: bool = False  # sources and the like: printed last and dim


class Card(NamedTuple):
    """Everything known about one thing."""

    title: str
    kind: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    summary: str | None = None


class View(NamedTuple):
    """What a command answers with: rows, and cards for readers where one thing was asked for by name."""

    listing: Listing
    cards: tuple[Card, ...] = ()
    note: str | None = None
    failure: Failure | None = None  # raised once the rows are written: they are not what was asked for, only near it

    def disputed(self) -> list[tuple[str, str]]:
        """Return the id and the field of every value that is marked with a star, in its listing or on its cards."""
        sections = (section for card in self.cards for section in card.sections)
        listings = [section.listing for section in sections if section.listing] if self.cards else [self.listing]
        return list(dict.fromkeys(marked for listing in listings for marked in _marked(listing)))


def _marked(listing: Listing) -> Iterator[tuple[str, str]]:
    for row in listing.rows:
        for name in row.get("disputed", ()):
            if name in listing.columns and listing.is_disputed(row, name):
                yield row["id"], name


def text(value: Any) -> str:
    """Return a JSON value as people read it: lists joined by "; ", nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(text(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {text(item)}" for name, item in value.items() if item not in (None, "", []))
    return str(value)
