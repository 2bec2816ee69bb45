"""Rows counted and summed by year, country, fund, kind or another field. Pure functions over published rows."""

from __future__ import annotations

from aseanrok import dates, roles
from aseanrok.errors import UsageFailure, quoted
from aseanrok.names import did_you_mean, known, nearest, refuse_of_day
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

WORDS = {"year": roles.DATE, "country": roles.COUNTRY, "kind": roles.KIND, "place": roles.PLACE}
"""What rows may be grouped by besides their own fields: the first field with that role."""


def grouped(
    rows: Iterable[Row], table: Table, by: str, asked: Callable[[str], bool] = lambda year: True
) -> tuple[list[Row], Table, list[str]]:
    """Return a row for each group with how many rows it has, the table they are of, and sentences to be known with it.

    Amounts of one unit are summed. An annual sum counts once for each year of its period that was `asked` for; a sum
    over several years and what is only pledged are left out. Raises UsageFailure where the table cannot be grouped so.
    """
    by, field = _named(table, by)
    amounts = _amounts(table)
    rows = list(rows)
    groups: dict[Any, Row] = {}
    spelt: dict[Any, Any] = {}  # what differs by capital letters is one group, under the first of them
    for row in rows:
        for key, share in _keys(row, table, by, field, asked):
            key = spelt.setdefault(key.casefold() if isinstance(key, str) else key, key)
            group = groups.setdefault(key, {"count": 0, "total": None, "unit": None, "without_amount": 0})
            group["count"] += 1
            if amounts:
                _add(group, row, amounts, share)
    kept = columns(table, by)
    for group in groups.values():
        group["total"] = None if group["unit"] == MIXED else group["total"]
    found = sorted((key for key in groups if key not in LAST), key=lambda key: (isinstance(key, str), key))
    found += [key for key in LAST if key in groups]
    done = [{**groups[key], by: key} for key in found]
    made = table.with_columns({name: TITLES.get(name, name.replace("_", " ").capitalize()) for name in kept}, ())
    for name in kept:
        made.fields[name].heading_ko = worded(made.fields[name].heading, "ko")
        if kind := _TYPES.get(name):
            made.fields[name].type = kind
    twins = {name: ko for row in rows for name, ko in _in_korean(row, field)}
    made.fields[by].words = {**twins, **{key: worded(key, "ko") for key in LAST}}
    if amounts:
        made.fields["unit"].words = {MIXED: worded(MIXED, "ko")}
    if by != "year":
        made.fields[by].heading_ko = table.fields[field].heading_ko
        made.fields[by].roles = tuple(role for role in table.fields[field].roles if role == roles.SHARE)
        made.fields[by].words = {**table.fields[field].words, **made.fields[by].words}
        if groups.keys().isdisjoint(LAST) and table.fields[field].type in ("integer", "number"):
            made.fields[by].type = table.fields[field].type
    made.listing, made.key, made.is_of_groups = tuple(kept), by, True
    made.last, made.about = LAST, f"How many rows of `{table.name}` there are, by {by}."
    is_several = sum(group["count"] for group in done) > len(rows) and by != "year"
    yearly = _YEARLY if all(map(asked, _annual(rows))) else _YEARLY_ASKED
    known = _said(table, yearly, is_several=is_several) if amounts else [_SEVERAL] if is_several else []
    if by == "year" and table.name != "contributions" and any(_runs_on(row.get(field) or "") for row in rows):
        known.append(_BEGUN)
    return [{name: group[name] for name in kept} for group in done], made, known


def columns(table: Table, by: str) -> list[str]:
    """Return the fields of groups: what they are grouped by, how many rows each has, and the sum of what they have."""
    sums = ("total", "unit", "without_amount") if _amounts(table) else ()
    return list(dict.fromkeys((by, "count", *sums)))


NOT_RECORDED = "not recorded"
NONE = "none recorded"
LAST = (NONE, NOT_RECORDED)
"""What rows stand under that have nothing in a field, after all others."""

MIXED = "several"
TITLES = {"without_amount": "Without an amount"}
_TYPES = {"count": "integer", "total": "number", "without_amount": "integer"}

_YEARLY = "An annual sum counts once for each year of its period."
_YEARLY_ASKED = "An annual sum counts once for each year of its period that is asked for."
_BEGUN = "What runs over several years counts in its first."
_LEFT_OUT = (
    "Sums over several years and pledges are counted but not added up; years whose sum is not recorded add nothing."
)


_SEVERAL = "A row of several stands under each."


def _in_korean(row: Row, field: str) -> Iterator[tuple[str, str]]:
    """Yield what a field holds with the Korean that stands beside it, as far as that is known."""
    own, korean = (each if isinstance(each, list) else [each] for each in (row.get(field), row.get(f"{field}_ko")))
    yield from ((str(name), ko) for name, ko in zip(own, korean, strict=False) if name and ko)


def _said(table: Table, yearly: str, *, is_several: bool) -> list[str]:
    if table.name == "contributions":
        return [yearly, _LEFT_OUT]
    several = ["A row of several stands under each with its whole amount."] if is_several else []
    return ["Rows without an amount are counted and add nothing.", *several]


def _named(table: Table, by: str) -> tuple[str, str]:
    """Return what groups are called, and the field of the rows that they are of."""
    name = by.casefold()
    if role := WORDS.get(name):
        field = table.first(role)
    else:
        field = name if name in table.fields else f"{name}s" if f"{name}s" in table.fields else None
    if field is None:
        names = list(dict.fromkeys((*(word for word, role in WORDS.items() if table.first(role)), *table.fields)))
        refuse_of_day(by, table)
        close = nearest(by, names)
        raise UsageFailure(f"--by: no field {quoted(by)} in {table.name}{did_you_mean(close)}{known(names)}", close)
    return name, field


def _amounts(table: Table) -> tuple[str, str] | None:
    """Return the fields of the amount and its unit, where the amounts of the table may be added up."""
    if table.name == "contributions":
        return "value", "unit"
    return ("budget_value", "budget_unit") if "budget_value" in table.fields else None


def _keys(row: Row, table: Table, by: str, field: str, asked: Callable[[str], bool]) -> Iterator[tuple[Any, int]]:
    """Yield each group a row is in, a text, a number or a yes or no, with how often its amount counts there."""
    value = row.get(field)
    if by == "year":
        covered = years(value)
        for year in of_each(covered, asked) if row.get("kind") == "annual" else covered[:1]:
            yield year, 1
        if not covered:
            yield NOT_RECORDED, 1
        return
    times = len(of_each(years(row.get("period")), asked)) if row.get("kind") == "annual" else 1
    told = [row.get(name) for name in table.having(roles.COUNTRY)] if by == "country" else [value]
    values = [each for value in told for each in (value if isinstance(value, list) else [value])]
    nothing = NONE if field in roles.DOUBTS else NOT_RECORDED  # where no field is named, nothing is unrecorded
    for each in dict.fromkeys(each for each in values if each not in (None, "")) or [nothing]:
        yield each, times or 1


def _annual(rows: Iterable[Row]) -> set[str]:
    """Return the years that annual sums are for."""
    return {year for row in rows if row.get("kind") == "annual" for year in years(row.get("period"))}


def _runs_on(when: str) -> bool:
    """Say whether a date is a time that ends in another year than it begins in."""
    first, slash, last = when.partition("/")
    return bool(slash) and first != dates.OPEN and first[:4] != last[:4]


def of_each(covered: list[str], asked: Callable[[str], bool]) -> list[str]:
    """Return of the years of an annual sum those that were asked for."""
    return [year for year in covered if asked(year)]


def years(when: str | None) -> list[str]:
    """Return the years of a date, all of them where it is an interval with both ends."""
    if not when:
        return []
    first, last = (point[:4] for point in dates.bounds(when))
    if when.startswith(dates.OPEN) or when.endswith(dates.OPEN):
        return [last if when.startswith(dates.OPEN) else first]
    return [str(year) for year in range(int(first), int(last) + 1)]


def _add(group: Row, row: Row, amounts: tuple[str, str], times: int) -> None:
    value, unit = (row.get(name) for name in amounts)
    if value is None:
        group["without_amount"] += 1
        return
    if row.get("kind") == "total" or row.get("status") == "pledged":
        return
    if group["unit"] not in (None, unit):
        group["unit"] = MIXED
        return
    group["unit"] = unit
    group["total"] = _plus(group["total"] or 0, value, times)


def _plus(total: float, value: float, times: int) -> float:
    """Return a total with an amount added some times, as it is added up on paper: 0.1 and 0.2 make 0.3."""
    if isinstance(total, int) and isinstance(value, int):
        return total + value * times
    from decimal import Decimal  # few amounts are no whole numbers

    exact = Decimal(str(total)) + Decimal(str(value)) * times
    return int(exact) if exact == exact.to_integral_value() else float(exact)
