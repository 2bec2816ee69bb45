"""What a card calls other things: records of a table, and countries, by their names; and their dates."""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.wording import date, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from aseanrok.values import Row


def named(ids: Iterable[str], table: str, lang: str = "en") -> list[str]:
    """Return what the records of some ids are called, in the order of the ids."""
    ids = list(ids)
    known = {row["id"]: schema.table(table).label(row, lang) for row in store.rows_where(table, "id", ids)}
    return [known.get(id, id) for id in ids]


def countries_named(codes: Iterable[str], lang: str = "en") -> list[str]:
    """Return countries by their short names, in the order of their ISO 3166-1 alpha-3 codes."""
    codes = list(codes)
    rows = store.rows_where("countries", "iso3", codes)
    known = {row["iso3"]: (lang == "ko" and row["name_ko"]) or row["short_name"] or row["name"] for row in rows}
    return [known.get(code, code) for code in codes]


def dated(row: Row, lang: str, field: str = "date") -> str:
    """Return a date of a row as people read it, with what makes it doubtful: `3-6 November 2025 [disputed]`."""
    return date(row[field], lang) + doubt(row, field, lang)


def doubt(row: Row, field: str, lang: str) -> str:
    """Return what is written after a value in a sentence where sources differ on it, or where it was worked out."""
    return "".join(f" [{worded(of, lang)}]" for of in roles.DOUBTS if field in (row.get(of) or ()))
