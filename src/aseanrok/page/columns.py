"""The published tables as columns, to be packed: what the script of the page unpacks (`published.js`).

Every text stands once, in the order in which it is first met; before them come the ids of the records, which their rows
say (`ids.py`). What a plain table of the page shows already is read from there, and what follows from other tables is
taken from them (`follows.py`): so a column is one of

* cells that say which text they are (see `_Cells`), or `{"as": [...]}`, values that are no text;
* `{"cell": 2, "many": false}`: that cell of the plain table, where `many` is true cut into a list;
* `{"by": "to", "take": "title"}`: what the record named in the field `to` has there;
* `{"from": "citations", "by": "id", "take": "source", "within": null}`: a list of what the rows of another table have
  there that name the record, each once; where `within` names a field, with that in brackets;
* `{"made": 2}`: that part of the relations, which follow from all tables (`related.py`).

All but the first have `at` and `but`: the rows that are otherwise, and what they hold; there `follows.GAP` stands for
what is looked up, where the value is longer only.
"""

from __future__ import annotations

from itertools import islice

from aseanrok import progress, roles, schema, store
from aseanrok.page import cited, follows, ids, plain, related
from aseanrok.page.looked_for import constants

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from aseanrok.values import Row


def gathered(lang: str) -> dict[str, Any]:
    """Return the edition, its tables and their description, as JSON holds them; the plain tables are in a language."""
    published = schema.published()
    shown = {table.name: table for table in plain.tables()}
    records = follows.records()
    cells = _Cells(dict.fromkeys(row["id"] for row in store.table("index")))
    columns: dict[str, dict[str, Any]] = {}
    as_they_are: set[tuple[str, str]] = set()
    relations, naming = related.relations(records), follows.naming()
    # Records first: what follows from them is known by then.
    for name in progress.through(sorted(published, key=lambda name: name not in shown), begin=0.1, end=0.7):
        rows = store.table(name)
        fields = list(rows[0]) if rows else []
        columns[name] = {"": len(rows)}
        for field in fields:
            found = None
            if name in shown:
                found = _in_plain(shown[name], field, rows, lang) or follows.listed(field, rows, naming)
                if found and "from" in found.how:
                    as_they_are |= {(found.how["from"], of) for of in found.how.values()}
            elif relations and name == related.NAME and field in related.TOLD:
                found = follows.Following({"made": related.TOLD.index(field)}, [], [])
            elif (name, field) not in as_they_are:
                found = follows.looked_up(field, rows, fields, records)
            if found:
                columns[name][field] = {**found.how, "at": _apart(found.odd), "but": cells.coded(found.but)}
            else:
                columns[name][field] = cells.coded([row[field] for row in rows])
    if relations:
        for told in ("both", "more"):
            relations[told] = {word: cells.coded(pairs) for word, pairs in relations[told].items()}
    # The columns first: so the packing learns what they are like before it comes to words.
    return {
        "tables": columns,
        "ids": {"count": cells.ids, "of": {table.name: _ids(table, columns, cells, lang) for table in plain.tables()}},
        "relations": relations,
        "known": [_described(said) for said in store.all_described() if said["name"] in published],
        "search": constants(),
        "citing": cited.wording(),
        "edition": {name: value for name, value in store.edition().items() if name != "sums"},
        "strings": cells.strings(),
    }


def _ids(table: schema.Table, columns: dict[str, dict[str, Any]], cells: _Cells, lang: str) -> dict[str, Any]:
    """Return the ids of a table in codes, and the fields that say them: of the listing, those that hold texts."""
    rows = store.table(table.name)
    known = {name: columns[table.name].get(name) or {} for name in table.listing if name != "id"}
    # The date first: of many an id ends with the year, which is the first word then.
    date = table.first(roles.DATE)
    by = sorted((name for name, how in known.items() if _is_text(how)), key=lambda name: name != date)
    texts = [[_said(table, row, name, known[name], cells, lang) or "" for name in by] for row in rows]
    return {"by": by, "codes": ids.coded([row["id"] for row in rows], texts)}


def _is_text(how: dict[str, Any]) -> bool:
    return ("cells" in how and "lists" not in how) or (how.get("many") is False and how["cell"] != plain.ADDRESS)


def _said(table: schema.Table, row: Row, name: str, how: dict[str, Any], cells: _Cells, lang: str) -> str | None:
    """Return what a row says in a field before any id is known: in the plain table, or in a text of its own."""
    if "cells" not in how:
        shown = plain.columns(table)
        name = shown[how["cell"] - 1]
        return plain.value(table, row, name, plain.language(name, shown, lang))
    return None if row[name] is None or cells.is_id(row[name]) else str(row[name])


def _described(said: dict[str, Any]) -> dict[str, Any]:
    """Return what is said of a table, without what belongs to commands and without the long words on its fields."""
    fields = [{name: value for name, value in field.items() if name != "description"} for field in said["fields"]]
    kept = {name: value for name, value in said.items() if name not in ("help", "as_of", "as_of_listing")}
    return {**kept, "fields": fields}


def _in_plain(table: schema.Table, field: str, rows: Sequence[Row], lang: str) -> follows.Following | None:
    """Return the cell of the plain table that says what a field holds; None where none does for most rows."""
    shown = plain.columns(table)
    told: dict[int, list[str | None]] = {
        number: [plain.value(table, row, name, plain.language(name, shown, lang)) for row in rows]
        for number, name in enumerate(shown, start=1)
        if name in (field, field.removesuffix("_ko"))
    }
    told[plain.ADDRESS] = [plain.asked(plain.address(row)) or None for row in rows]
    for number, said in told.items():
        for many in (False, True):
            values = [_parts(each) for each in said] if many else said
            if found := follows.following({"cell": number, "many": many}, values, field, rows):
                return found
    return None


def _parts(said: str | None) -> list[str]:
    return said.split(plain.BETWEEN) if said else []


def _apart(numbers: Sequence[int]) -> list[int]:
    """Return rising numbers as how far each is from the one before."""
    return [number - before for before, number in zip((0, *numbers), numbers, strict=False)]


class _Cells:
    """Texts as numbers, and numbers as letters: so a column is `{"cells": "..."}`, and is packed well.

    A cell is a letter: how far its text lies from that of the cell above, in the order of all texts, where 0 is no
    text, 1 the next that was not met before, 2 the same, 3 one back, 4 one on. In a column that holds few texts again
    and again they are listed so (`own`), and a cell is 0, or which of them it is. In a column of lists (`lists`) how
    many there are stands before the cells of each.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        """Begin with the ids of records, in the order of the index: most tables name them in that order."""
        self._known: dict[str, int] = {id: number for number, id in enumerate(ids)}
        self._last = 0
        self.ids = len(self._known)

    def is_id(self, text: str) -> bool:
        """Say whether a text is the id of a record."""
        return self._known.get(text, self.ids) < self.ids

    def strings(self) -> list[str]:
        """Return the texts that are no ids, in the order in which they were first met."""
        return list(self._known)[self.ids :]

    def coded(self, values: Sequence[Any]) -> dict[str, Any]:
        """Return a column as cells, or where it holds anything else than texts or lists of them, as it is."""
        lists = bool(values) and all(isinstance(value, list) for value in values)
        texts = [item for value in values for item in value] if lists else values
        if not all(text is None or isinstance(text, str) for text in texts):
            return {"as": list(values)}
        self._last = 0
        own = {text: number for number, text in enumerate(dict.fromkeys(each for each in texts if each is not None), 1)}
        made: dict[str, Any] = {"lists": True} if lists else {}
        if len(own) * _AGAIN <= len(texts):
            made["own"] = _letters(map(self._away, own))
            numbers = [own.get(text, 0) for text in texts]
        else:
            numbers = [self._away(text) for text in texts]
        if lists:
            rest = iter(numbers)
            numbers = [number for value in values for number in (len(value), *islice(rest, len(value)))]
        return {**made, "cells": _letters(numbers)}

    def _away(self, text: str | None) -> int:
        if text is None:
            return 0
        is_new = text not in self._known
        number = self._known.setdefault(text, len(self._known))
        away, self._last = number - self._last, number
        return 1 if is_new else 2 * away + 2 if away >= 0 else 1 - 2 * away


_AGAIN = 4
"""How often a text must stand in a column, taken together, for its texts to be listed."""

_FIRST, _NO_LETTERS, _SO_MANY = ord("#"), 0xD800, 0x800
"""The letter of 0, and where Unicode has a gap, of how many."""


def _letters(numbers: Iterable[int]) -> str:
    """Return numbers as the letters of Unicode, from the first that JSON writes as itself."""
    codes = (number + _FIRST for number in numbers)
    return "".join(chr(code if code < _NO_LETTERS else code + _SO_MANY) for code in codes)
