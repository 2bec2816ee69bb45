"""The published tables as columns, packed: what the script of the page unpacks (`archive.js`).

Every text stands once, in the order in which it is first met; a cell says which one it is by how far it lies from the
one above it. What a plain table of the page shows already is read from there, and what follows from another record is
looked up: so a column is one of

* a list of cells (see `_Cells`),
* a number: that cell of the plain table,
* `{"by": "to", "take": "title", "but": {...}}`: what the record named in the field `to` has there, with exceptions.
"""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.page import plain
from aseanrok.page.looked_for import constants

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from aseanrok.values import Row

LABEL, LABEL_KO, DATE = "=", "=ko", "=date"
"""What stands in `take` for what a record is called, for what it is called in Korean, and for the date it has."""

_SAMPLE = 40
_RARE = 8  # an exception in so many rows still makes a lookup the shorter


def gathered(lang: str) -> dict[str, Any]:
    """Return the edition, its tables and their description, as JSON holds them; the plain tables are in a language."""
    published = schema.published()
    shown = {table.name: table for table in plain.tables()}
    records = _records()
    cells = _Cells()
    columns: dict[str, dict[str, Any]] = {}
    # Records first: what is looked up is known by then.
    for name in sorted(published, key=lambda name: name not in shown):
        rows = store.table(name)
        fields = list(rows[0]) if rows else []
        columns[name] = {"": len(rows)}
        for field in fields:
            values = [row[field] for row in rows]
            if name in shown:
                number = _in_plain(shown[name], field, rows, lang)
                columns[name][field] = cells.coded(values) if number is None else number
            else:
                columns[name][field] = _looked_up(field, rows, fields, records, cells) or cells.coded(values)
    return {
        "edition": {name: value for name, value in store.edition().items() if name != "sums"},
        "known": [_described(said) for said in store.all_described() if said["name"] in published],
        "tables": columns,
        "strings": cells.strings(),
        "search": constants(),
    }


def _described(said: dict[str, Any]) -> dict[str, Any]:
    """Return what is said of a table, without what belongs to commands and without the long words on its fields."""
    fields = [{name: value for name, value in field.items() if name != "description"} for field in said["fields"]]
    kept = {name: value for name, value in said.items() if name not in ("help", "as_of", "as_of_listing")}
    return {**kept, "fields": fields}


def _records() -> dict[str, Row]:
    """Return every record by its id, with its table, and what it is called under `=` and `=_ko`."""
    found: dict[str, Row] = {}
    for table in plain.tables():
        label = table.first(roles.LABEL) or table.key
        for row in store.table(table.name):
            if not (table.name == "glossary" and row["about"]):
                korean = row.get("title_ko") or row.get("name_ko")
                date = row.get(table.first(roles.DATE) or "")
                found[row["id"]] = {**row, "table": table.name, LABEL: row[label], LABEL_KO: korean, DATE: date}
    return found


def _in_plain(table: schema.Table, field: str, rows: Sequence[Row], lang: str) -> int | None:
    """Return the cell of the plain table that says what a field holds, in every row; None where none does."""
    if field in plain.columns(table):
        said = all(plain.value(table, row, field, lang) == row[field] or row[field] is None for row in rows)
        return plain.columns(table).index(field) + 1 if said else None
    is_address = all(row[field] is None or row[field] == plain.address(row) for row in rows)
    told = [row for row in rows if row[field]]
    return plain.ADDRESS if told and is_address and len(told) == sum(bool(plain.address(row)) for row in rows) else None


def _looked_up(
    field: str, rows: Sequence[Row], fields: Sequence[str], records: dict[str, Row], cells: _Cells
) -> dict[str, Any] | None:
    """Return how a column follows from the records that another column names; None where it follows from none."""
    if not any(row[field] for row in rows):
        return None
    for by in fields:
        if by == field or not _names_records(by, rows, records):
            continue
        for take in (field, LABEL, LABEL_KO, DATE):
            if _differing(field, by, take, rows[:_SAMPLE], records) <= _SAMPLE // _RARE * 2:
                odd = [
                    number for number, row in enumerate(rows) if _taken(records.get(row[by]), take) != _told(row[field])
                ]
                if len(odd) * _RARE <= len(rows):
                    empty: list[str] | None = [] if any(isinstance(row[field], list) for row in rows) else None
                    but = cells.coded([rows[at][field] for at in odd])
                    return {"by": by, "take": take, "at": odd, "but": but, "empty": empty}
    return None


def _names_records(by: str, rows: Sequence[Row], records: dict[str, Row]) -> bool:
    return all(isinstance(row[by], str) and row[by] in records for row in rows[:_SAMPLE])


def _differing(field: str, by: str, take: str, rows: Sequence[Row], records: dict[str, Row]) -> int:
    return sum(_taken(records.get(row[by]), take) != _told(row[field]) for row in rows)


def _taken(record: Row | None, take: str) -> Any:
    return _told(record.get(take)) if record else None


def _told(value: Any) -> Any:
    """Return a value, and nothing for an empty list: a record whose table has no such field has neither."""
    return None if value == [] else value


class _Cells:
    """Texts as numbers: 0 is nothing, 1 the next text that was not met before, the others how far one lies away."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def strings(self) -> list[str]:
        """Return the texts in the order in which they were first met."""
        return list(self._known)

    def coded(self, values: Sequence[Any]) -> Any:
        """Return a column: a list of cells, or where it holds anything else than texts, its values as they are."""
        if not all(value is None or isinstance(value, str) for value in _items(values)):
            return {"as": list(values)}
        self._last = 0
        return [
            [self._cell(item) for item in value] if isinstance(value, list) else self._cell(value) for value in values
        ]

    def _cell(self, text: str | None) -> int:
        if text is None:
            return 0
        is_new = text not in self._known
        number = self._known.setdefault(text, len(self._known))
        away, self._last = number - self._last, number
        return 1 if is_new else 2 * away + 2 if away >= 0 else 1 - 2 * away


def _items(values: Sequence[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, list):
            yield from value
        else:
            yield value
