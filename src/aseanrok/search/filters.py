"""The filters within a query: `table:meetings framework:mekong year:2019 country:Laos kind:declaration id:akcf`."""

from __future__ import annotations

from aseanrok import dates
from aseanrok.search.lookup import Index
from aseanrok.search.question import Filter
from aseanrok.words import turning
from aseanrok.words.tokens import KnownNames, key, tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    Test = Callable[[dict[str, Any]], bool]


def passing(index: Index, filters: Iterable[Filter], names: KnownNames) -> frozenset[int]:
    """Return the numbers of the records that pass the filters: of those of one name one of its values is enough.

    A value that names nothing lets nothing pass. Nor does it with a minus before it: `-table:metings` is a slip, and
    leaves out nothing of what was meant.
    """
    left = every = frozenset(range(len(index)))
    wanted: dict[str, frozenset[int]] = {}
    for filter in filters:
        test = _test(index, filter, names)
        named = frozenset(number for number in every if test(index.row(number)))
        if not named:
            return named
        if filter.wanted:
            wanted[filter.field] = wanted.get(filter.field, named) | named
        else:
            left -= named
    return left.intersection(*wanted.values())


def unknown(index: Index, filters: Iterable[Filter], names: KnownNames) -> tuple[Filter, list[str]] | None:
    """Return the first filter whose value names nothing, with the values it might have; None where all do."""
    rows = [index.row(number) for number in range(len(index))]
    for filter in filters:
        if not any(map(_test(index, filter, names), rows)):
            values = {
                "table": {row["table"] for row in rows},
                "kind": {row["kind"] for row in rows if row["kind"]},
                "framework": {row["id"] for row in rows if row["table"] == "frameworks"},
                "country": {row["title"] for row in rows if row["table"] == "countries"},
            }
            return filter, sorted(values.get(filter.field, ()))
    return None


def _test(index: Index, filter: Filter, names: KnownNames) -> Test:
    value = filter.value.strip()
    wanted = "" if turning(value) else key(tokenise(value, names))
    if filter.field in ("table", "kind"):
        return lambda row: bool(wanted) and key(tokenise(row[filter.field] or "", names)) == wanted
    if filter.field == "id":
        return lambda row: bool(value) and value.casefold() in row["id"]
    if filter.field == "country":
        return lambda row: bool(wanted) and wanted in [f"={code}" for code in row["countries"]]
    if filter.field == "framework":
        rows = (index.row(number) for number, _ in index.called(wanted))
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
