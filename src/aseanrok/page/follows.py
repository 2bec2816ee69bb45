"""Which columns of the published tables follow from others, so that the page need not carry them.

What a record has stands again in every table that names the record; what a record rests on is listed in it, and said in
full in the table of citations.
"""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.page import plain
from aseanrok.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from aseanrok.values import Row

    # A table that holds no records, a field of it that names records, and its rows by what they name.
    Naming = tuple[str, str, dict[str, list[Row]]]

LABEL, LABEL_KO, DATE = "=", "=ko", "=date"
"""What stands in `take` for what a record is called, for what it is called in Korean, and for the date it has."""

_SAMPLE = 40
_SHARE = 2  # up to one row in so many may be otherwise: the others still make it shorter


GAP = "\x7f"
"""What stands for the value that is looked up in a longer one: "Signing of " and this."""


class Following(Value):
    """How a column follows from another, as `columns.py` says it; the numbers of the rows that are otherwise, and what
    they hold.
    """

    __slots__ = ("but", "how", "odd")

    def __init__(self, how: dict[str, Any], odd: list[int], but: list[Any]) -> None:
        self.how = how
        self.odd = odd
        self.but = but


def following(how: dict[str, Any], values: Sequence[Any], field: str, rows: Sequence[Row]) -> Following | None:
    """Return a way to tell a field if it tells most rows by the values it gives; None for a field that says nothing."""
    odd = [number for number, row in enumerate(rows) if values[number] != row[field]]
    told = sum(bool(row[field]) for row in rows)
    if not told or len(odd) * _SHARE > told:
        return None
    return Following(how, odd, [_around(values[number], rows[number][field]) for number in odd])


def _around(told: Any, value: Any) -> Any:
    """Return a value with the gap for what is told of it, where that is a text in it."""
    return value.replace(told, GAP, 1) if isinstance(value, str) and isinstance(told, str) and told else value


def records() -> dict[str, Row]:
    """Return every record by its id, with its table, and what it is called under `=` and `=ko`, its date `=date`."""
    found: dict[str, Row] = {}
    for table in plain.tables():
        label = table.first(roles.LABEL) or table.key
        for row in store.table(table.name):
            if not (table.name == "glossary" and row["about"]):
                korean = row.get("title_ko") or row.get("name_ko")
                date = row.get(table.first(roles.DATE) or "")
                found[row["id"]] = {**row, "table": table.name, LABEL: row[label], LABEL_KO: korean, DATE: date}
    return found


def looked_up(field: str, rows: Sequence[Row], fields: Sequence[str], records: dict[str, Row]) -> Following | None:
    """Return how a column follows best from the records that another column names; None where it follows from none."""
    if not any(row[field] for row in rows):
        return None
    empty: list[str] | None = [] if any(isinstance(row[field], list) for row in rows) else None
    found = [
        following({"by": by, "take": take, "empty": empty}, _taken(by, take, empty, rows, records), field, rows)
        for by in fields
        if by != field and all(isinstance(row[by], str) and row[by] in records for row in rows[:_SAMPLE])
        for take in (field, LABEL, LABEL_KO, DATE)
    ]
    return min((each for each in found if each), key=_length, default=None)


def _length(following: Following) -> tuple[int, int]:
    """Return how many rows must be told in full, and how many at all."""
    return sum(not isinstance(each, str) or GAP not in each for each in following.but), len(following.odd)


def _taken(by: str, take: str, empty: list[str] | None, rows: Sequence[Row], records: dict[str, Row]) -> list[Any]:
    """Return what the records that are named have in a field; nothing where they have no such field."""
    return [records.get(row[by], {}).get(take) or empty for row in rows]


def listed(field: str, rows: Sequence[Row], naming: Sequence[Naming]) -> Following | None:
    """Return how a list in records follows from the rows of another table that name them; None where it does not."""
    some = [row for row in rows if row[field] and isinstance(row[field], list)][:3]
    for name, by, named in naming:
        for row in some:
            for take, within in _ways(named.get(row["id"], ())):
                if _each(named[row["id"]], take, within) == row[field]:
                    values = [_each(named.get(each["id"], ()), take, within) for each in rows]
                    how = {"from": name, "by": by, "take": take, "within": within}
                    if found := following(how, values, field, rows):
                        return found
    return None


def _ways(rows: Sequence[Row]) -> Iterator[tuple[str, str | None]]:
    fields = [field for field, value in rows[0].items() if isinstance(value, str)] if rows else []
    for take in fields:
        yield take, None
        yield from ((take, within) for within in fields)


def _each(rows: Sequence[Row], take: str, within: str | None) -> list[str]:
    if within:
        return list(dict.fromkeys(f"{row[take]} ({row[within]})" for row in rows))
    return list(dict.fromkeys(row[take] for row in rows))


def naming() -> list[Naming]:
    """Return the tables that hold no records, with each field that names records, and the rows by what they name."""
    ids = {row["id"] for row in store.table("index")}
    shown = {table.name for table in plain.tables()}
    found = []
    for name in schema.published():
        rows = store.table(name)
        for by in rows[0] if name not in shown and name != "index" and rows else ():
            if all(isinstance(row[by], str) and row[by] in ids for row in rows):
                named: dict[str, list[Row]] = {}
                for row in rows:
                    named.setdefault(row[by], []).append(row)
                found.append((name, by, named))
    return found
