"""Rows filtered and sorted: pure functions. No files, no clock; what the fields are, the table says."""

from __future__ import annotations

from aseanrok import dates, roles
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.words import fold, squeezed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    Test = Callable[[Row], bool]
    """Says whether a row is kept."""


def of_frameworks(ids: Iterable[str]) -> Test:
    """Keep the rows that belong to one of the frameworks."""
    wanted = set(ids)
    return lambda row: (
        not wanted.isdisjoint(row.get("frameworks") or ()) or row.get("framework", row.get("id")) in wanted
    )


def between(since: str | None, until: str | None, table: Table) -> Test:
    """Keep the rows whose date may fall between two dates, both included; undated rows are left out.

    Of what has no date the days count on which it is known to have been.
    """
    first = dates.bounds(since)[0] if since else dates.FIRST_DAY
    last = dates.bounds(until)[1] if until else dates.LAST_DAY
    field, seen = table.first(roles.DATE) or "", table.first(roles.SEEN) or ""

    def test(row: Row) -> bool:
        known = [row[field]] if row.get(field) else row.get(seen) or ()
        return any(begins <= last and first <= ends for begins, ends in map(dates.bounds, known))

    return test


def of_kinds(wanted: set[str], field: str) -> Test:
    """Keep the rows of some kinds; `field` is the one that holds the kind."""
    return lambda row: row.get(field) in wanted


def of_countries(codes: Iterable[str], table: Table) -> Test:
    """Keep the rows that took place in one of some countries or concern it; `codes` are ISO 3166-1 alpha-3."""
    fields, wanted = table.having(roles.COUNTRY), set(codes)

    def test(row: Row) -> bool:
        for field in fields:
            value = row.get(field)
            if (not wanted.isdisjoint(value)) if isinstance(value, list) else value in wanted:
                return True
        return False

    return test


def at_places(places: Iterable[str], table: Table) -> Test:
    """Keep the rows whose place, city or venue holds one of some words."""
    wanted, fields = [squeezed(place) for place in places], table.having(roles.PLACE)
    return lambda row: any(_stands_in(word, row.get(field) or "") for field in fields for word in wanted)


SHORT = 3
"""A name of so few letters stands for a whole word of a place, as the USA does: Busan holds these letters too."""


def _stands_in(word: str, place: str) -> bool:
    if len(word) > SHORT or not word.isascii():
        return word in squeezed(place)
    return word in fold(place).split()


def holding(text: str) -> Test:
    """Keep the rows that hold these words, in this order, in any of their fields."""
    wanted = squeezed(text)
    return lambda row: any(wanted in squeezed(word) for word in _words(row))


def _words(row: Row) -> Iterable[str]:
    for value in row.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from value


def by_number(meetings: Iterable[Row]) -> list[Row]:
    """Return meetings of one series, oldest first, with each that has a number and no date where its number belongs."""
    meetings = list(meetings)
    placed = [row for row in meetings if row["date"] or not row["ordinal"]]
    for row in meetings:
        if row["date"] or not row["ordinal"]:
            continue
        later = (at for at, other in enumerate(placed) if (other["ordinal"] or 0) > row["ordinal"])
        placed.insert(next(later, len(placed)), row)
    return placed


AMOUNTS = {"stated": "value", "budget": "budget_value"}
"""Amounts as their sources put them, and the field that holds the number; the commonest unit comes first."""


def ordered(rows: Iterable[Row], by: Sequence[str], types: Mapping[str, str], last: Sequence[str] = ()) -> list[Row]:
    """Return rows sorted by fields, the first the strongest; `-date` is newest first.

    Empty values come last, and so do the words that are `last` whichever way is sorted.
    """
    nothing: tuple[Any, ...] = (None, "", [], *last)
    done = list(rows)
    for field in reversed(by):
        name = field.removeprefix("-")
        if (
            number := AMOUNTS.get(name.removesuffix("_ko"))
        ) and number in types:  # an amount in words is sorted by what it is
            done = ordered(done, [field.replace(name, number)], types)
            units = [row.get(number.replace("value", "unit")) for row in done]
            most = sorted(dict.fromkeys(units), key=lambda unit: (unit is None, -units.count(unit)))
            done.sort(key=lambda row: most.index(row.get(number.replace("value", "unit"))))
            continue
        filled = [row for row in done if row.get(name) not in nothing]
        empty = [row for row in done if row.get(name) in nothing]
        done = sorted(filled, key=_key(name, types.get(name, "text")), reverse=field.startswith("-")) + empty
    return done


def _key(name: str, type: str) -> Any:
    if type == "date":
        return lambda row: dates.order(row[name])
    if type in ("integer", "number", "boolean"):
        return lambda row: row[name]
    return lambda row: _in_parts(row[name])


def _in_parts(value: Any) -> list[tuple[bool, float, str]]:
    """Return a key that sorts numbers by what they are, before every text, and those within texts as well."""
    if isinstance(value, (int, float)):
        return [(False, value, "")]
    return [
        (not part.isdecimal(), int(part) if part.isdecimal() else 0, part)
        for part in _parts(fold(" ".join(value) if isinstance(value, list) else str(value)))
    ]


def _parts(text: str) -> list[str]:
    """Divide `summit 10` into words and numbers, so that 2 comes before 10."""
    parts: list[str] = []
    for character in text:
        if parts and parts[-1][-1].isdecimal() == character.isdecimal() and character != " ":
            parts[-1] += character
        else:
            parts.append(character)
    return parts
