"""The general filter: `--where field=value`, also `!=`, `>=`, `<=`, `>`, `<`, and `~` for "holds these words"."""

from __future__ import annotations

from aseanrok import dates, roles, schema, store
from aseanrok.errors import UsageFailure, quoted
from aseanrok.names import did_you_mean, fields_or_fail, in_english, nearest_names, resolve
from aseanrok.schema import Field, Table
from aseanrok.words import fold, squeezed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from aseanrok.rows import Test

OPERATORS = (">=", "<=", "!=", "=", ">", "<", "~")


def condition(text: str, table: Table, date: Callable[[str, str], str]) -> Test:
    """Return the test of one condition; raise UsageFailure where it cannot be understood.

    `date` reads a date as the other options do: what it is for, and as it was written, to EDTF.
    """
    at, operator = min(
        ((text.find(sign), sign) for sign in OPERATORS if text.find(sign) > 0), default=(-1, ""), key=_first
    )
    if not operator:
        raise UsageFailure(f"--where: {quoted(text)} has no operator; write field=value, field>=value or field~words")
    name, value = text[:at].strip(), text[at + len(operator) :].strip()
    if len(named := fields_or_fail(name, tuple(table.fields), table)) != 1:
        raise UsageFailure(f"--where: {quoted(text)} names {len(named)} fields; write a condition for each")
    (name,) = named
    field = table.fields[name]
    if operator in ("=", "!="):
        test = _equals(field, value, date)
        return test if operator == "=" else lambda row: not test(row)
    if operator == "~":
        if not (wanted := squeezed(value)):
            raise UsageFailure(f"--where: {quoted(text)} has no words after the {operator}")
        return lambda row: any(wanted in squeezed(str(each)) for each in _each(row.get(name)))
    return _ordered(field, operator, value, date)


def _first(found: tuple[int, str]) -> tuple[int, int]:
    """Of operators that begin at one place the longer is meant: `>=`, not `>`."""
    return found[0], -len(found[1])


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _equals(field: Field, value: str, date: Callable[[str, str], str]) -> Test:
    name = field.name
    if not value:
        return lambda row: row.get(name) in (None, "", [])
    if field.type in ("number", "integer"):
        number = _number(name, value)
        return lambda row: row.get(name) == number
    if field.type == "boolean":
        wanted = fold(value) in ("true", "yes", "1")
        return lambda row: bool(row.get(name)) is wanted
    if field.type == "date":
        when = date(f"--where: {name}", value)
        return lambda row: bool(row.get(name)) and dates.overlap(row[name], when)
    plain = {fold(meant) for meant in _meant(field, value)}
    return lambda row: any(fold(str(each)) in plain for each in _each(row.get(name)))


def _meant(field: Field, value: str) -> list[str]:
    """Return what a field may hold where a value is meant: as it was written, its English, the id of what it names."""
    if roles.COUNTRY in field.roles:
        countries = schema.table("countries")
        if found := resolve(store.table("countries"), value, countries):
            return [found["iso3"]]
        close = nearest_names(value, [(store.table("countries"), countries)])
        raise UsageFailure(f"--where: no country {quoted(value)}{did_you_mean(close)}", close)
    if field.refers_to and (found := resolve(store.table(field.refers_to), value, schema.table(field.refers_to))):
        return [value, found["id"]]
    return [value, in_english(value, field), *(word for word, ko in field.words.items() if fold(ko) == fold(value))]


def _ordered(field: Field, operator: str, value: str, date: Callable[[str, str], str]) -> Test:
    name = field.name
    compare: dict[str, Callable[[Any, Any], bool]] = {
        ">=": lambda one, two: one >= two, "<=": lambda one, two: one <= two,
        ">": lambda one, two: one > two, "<": lambda one, two: one < two,
    }  # fmt: skip
    holds = compare[operator]
    if field.type in ("number", "integer"):
        number = _number(name, value)
        return lambda row: row.get(name) is not None and holds(row[name], number)
    if field.type == "date":
        first, last = dates.bounds(date(f"--where: {name}", value))
        edge = last if operator in (">", "<=") else first
        at = 1 if operator in (">=", ">") else 0  # what may still be later, or may have been earlier, is kept
        return lambda row: bool(row.get(name)) and holds(dates.bounds(row[name])[at], edge)
    raise UsageFailure(f"--where: {name} is {field.type}; {operator} compares numbers and dates")


def _number(name: str, value: str) -> float:
    plain = value.replace(",", "")
    digits = plain.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit() and plain[-1:] != "."):
        raise UsageFailure(f"--where: {name} is a number, and {quoted(value)} is none")
    return float(plain)
