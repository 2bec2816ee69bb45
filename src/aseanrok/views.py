"""Rows -> what a person reads: which columns, which card, in which words. No styling, no widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

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
    "statistics": ("about", "period", "stated", "id", "name"),
    "glossary": ("term", "id", "expansion"),
    "sources": ("id", "kind", "facts", "publisher", "title"),
    "citations": ("id", "source", "at"),
    "conflicts": ("id", "kind", "about", "follows", "question"),
    "statements": ("conflict", "source", "followed", "says"),
    "relations": ("id", "relation", "date", "to", "title"),
    "index": ("table", "date", "id", "title"),
    "search": ("date", "table", "id", "title"),
    "fields": ("name", "type", "description"),
}
"""What a person sees of each table, the longest column last; machines get every field."""

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
    "source": "출처",
}  # fmt: skip

HEADINGS = {
    "id": "Id", "iso2": "ISO 2", "iso3": "ISO 3", "name_ko": "Korean name", "title_ko": "Korean title",
    "stated": "Figure", "in_force": "In force", "not_in_force_for": "Not in force for", "url": "Address",
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


class Listing(NamedTuple):
    """Rows under chosen columns. `below` names a list field that a roomy format prints under the label."""

    rows: Sequence[Row]
    columns: tuple[str, ...]
    table: str
    lang: str = "en"
    below: str | None = None

    def headings(self) -> list[str]:
        """Return the heading of each column."""
        return [heading(name, self.lang) for name in self.columns]

    def cells(self, row: Row) -> list[str]:
        """Return a row's values as people read them, one for each column."""
        return [self.cell(row, name) for name in self.columns]

    def cell(self, row: Row, name: str) -> str:
        """Return one value as people read it."""
        if self.lang == "ko" and name in LABELS:
            return label(row, "ko")
        return text(row.get(name))

    def is_short(self, name: str) -> bool:
        """Say whether a column holds ids, dates or single words, which are never broken."""
        return name in ("id", "date", "ordinal", "iso2", "iso3", "facts", *DATES)


DATES = ("established", "announced", "joined", "period", "agreed", "published", "read", "signed", "adopted", "left")


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
