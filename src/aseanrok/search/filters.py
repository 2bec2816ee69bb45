"""The filters within a query: `table:meetings framework:mekong year:2019 country:Laos kind:declaration id:akcf`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from aseanrok import dates
from aseanrok.fold.prepared import Prepared
from aseanrok.fold.words import Names, key, words
from aseanrok.search.question import Filter

Test = Callable[[dict[str, Any]], bool]


def passing(prepared: Prepared, filters: Iterable[Filter], names: Names) -> frozenset[int]:
    """Return the numbers of the records that pass every filter; a value that names nothing lets nothing pass."""
    tests = [(_test(prepared, filter, names), filter.wanted) for filter in filters]
    return frozenset(
        number for number in range(len(prepared)) if all(test(prepared.row(number)) is wanted for test, wanted in tests)
    )


def unknown(prepared: Prepared, filters: Iterable[Filter], names: Names) -> tuple[Filter, list[str]] | None:
    """Return the first filter whose value names nothing, with the values it might have; None where all do."""
    rows = [prepared.row(number) for number in range(len(prepared))]
    for filter in filters:
        if not any(map(_test(prepared, filter, names), rows)):
            values = {
                "table": {row["table"] for row in rows},
                "kind": {row["kind"] for row in rows if row["kind"]},
                "framework": {row["id"] for row in rows if row["table"] == "frameworks"},
                "country": {row["title"] for row in rows if row["table"] == "countries"},
            }
            return filter, sorted(values.get(filter.field, ()))
    return None


def _test(prepared: Prepared, filter: Filter, names: Names) -> Test:
    value = filter.value.strip()
    wanted = key(words(value, names))
    if filter.field in ("table", "kind"):
        return lambda row: bool(wanted) and key(words(row[filter.field] or "", names)) == wanted
    if filter.field == "id":
        return lambda row: bool(value) and value.casefold() in row["id"]
    if filter.field == "country":
        return lambda row: wanted in [f"={code}" for code in row["countries"]]
    if filter.field == "framework":
        rows = (prepared.row(number) for number, _ in prepared.called(wanted))
        ids = {row["id"] for row in rows if row["table"] == "frameworks"}
        return lambda row: not ids.isdisjoint(row["frameworks"])
    when = _when(value)
    return lambda row: bool(when and row["date"] and dates.overlap(row["date"], when))


def _when(value: str) -> str | None:
    """Return the dates that `year:` means: `2019`, `2019-11` or `2019/2021`; None where it is no date."""
    try:
        return dates.check(value)
    except ValueError:
        return None
