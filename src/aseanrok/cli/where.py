"""The general filter: `--where field=value`, also `!=`, `>=`, `<=`, `>`, `<`, and `~` for "holds these words"."""

from __future__ import annotations

from aseanrok import dates, roles, schema, store
from aseanrok.errors import UsageFailure, quoted
from aseanrok.names import did_you_mean, fields_or_fail, in_english, known, nearest, nearest_names, parts, resolve
from aseanrok.schema import Field, Table
from aseanrok.words import MINUS, NOT, PATTERN, fold, squeezed, turning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import Any, NoReturn

    from aseanrok.rows import Test

BOOLEANS = {
    **dict.fromkeys(("true", "yes", "1", "예"), True),
    **dict.fromkeys(("false", "no", "0", "아니오", "아니요"), False),
}
"""What is written for true and for false, in either language."""

OPERATORS = (">=", "<=", "!=", "=", ">", "<", "~")


def condition(text: str, table: Table, date: Callable[[str, str], str]) -> Test:
    """Return the test of one condition; raise UsageFailure where it cannot be understood.

    `date` reads a date as the other options do: what it is for, and as it was written, to EDTF.
    """
    name, operator, value = parted(text)
    if text.strip().startswith(OPERATORS) or text.strip()[:1] == "!":
        raise UsageFailure(f"--where: {quoted(text)} names no field; write field=value")
    if not operator:
        raise UsageFailure(f"--where: {quoted(text)} has no operator; write field=value, field>=value or field~words")
    if len(named := parts("--where", name)) != 1:
        raise UsageFailure(f"--where: {quoted(text)} names {len(named)} fields; write a condition for each")
    (name,) = fields_or_fail(name, tuple(table.fields), table, "--where")
    field = table.fields[name]
    is_text = operator == "~" or field.type in ("text", "list", "boolean")
    is_address = name in ADDRESSES or "://" in value  # which asks with an equals sign
    said = value[:1] + value[1:].replace("=", "") if is_address else value
    if is_text and (sign := turning(said)) and not _is_held(field, operator, value, table):
        _refuse_sign(name, operator, value, sign)
    if field.type == "date" and operator in ("=", "!=") and value.startswith("~"):
        until = "<=" if operator == "=" else ">"
        rather = f"{name}~{value[1:].strip()} holds letters, {name}{until}{value[1:].strip()} asks for a span"
        raise UsageFailure(f"--where: {quoted(value)} begins with '~'; {rather}")
    if operator in ("=", "!=") or (field.type == "boolean" and operator == "~"):
        test = _equals(field, value, table, date)
        return test if operator != "!=" else lambda row: not test(row)
    if operator == "~":
        if not (wanted := squeezed(value)):
            raise UsageFailure(f"--where: {quoted(text)} has no words after the {operator}")
        if field.type == "date":  # 1996-07-20/1996-07-21 holds no 2019
            return lambda row: value.casefold() in str(row.get(name) or "").casefold()
        codes = _codes(value) if roles.COUNTRY in field.roles else ()
        return lambda row: any(wanted in squeezed(str(each)) or each in codes for each in each_of(row.get(name)))
    return _ordered(field, operator, value, date)


def _refuse_sign(name: str, operator: str, value: str, sign: str) -> NoReturn:
    if sign in PATTERN:
        raise UsageFailure(f"--where: {quoted(value)} is a pattern, and none is understood; {name}~WORDS holds words")
    if value[0] != sign:
        raise UsageFailure(f"--where: {quoted(value)} holds {sign!r}; leave it out")
    is_other = operator == "=" and sign in f"{MINUS}{NOT}~"
    rather = f"{name}!={value[1:].strip()} asks for the others" if is_other else f"leave {sign!r} out"
    raise UsageFailure(f"--where: {quoted(value)} begins with {sign!r}; {rather}")


ADDRESSES = ("url", "website")
"""The fields that hold addresses."""


def _is_held(field: Field, operator: str, value: str, table: Table) -> bool:
    """Say whether a row holds a text with the sign that it begins with: -0.2 billion USD, or within it `-summit-`."""
    rows = store.table(table.name) if table.is_read else ()
    held = (str(each).casefold() for row in rows for each in each_of(row.get(field.name)))
    asked = value.casefold()
    return any(asked in each if operator == "~" else asked == each for each in held)


def asks_day(text: str, added: Collection[str]) -> bool:
    """Say whether a condition is on one of the fields that `--as-of` adds to rows."""
    return parted(text)[0].casefold() in added


def parted(text: str) -> tuple[str, str, str]:
    """Return the field, the operator and the value of a condition; without an operator it has neither."""
    found = [(text.find(sign), sign) for sign in OPERATORS if text.find(sign) > 0]
    at, operator = min(found, default=(-1, ""), key=_first)
    return (text[:at].strip(), operator, text[at + len(operator) :].strip()) if operator else ("", "", "")


def alike(text: str, table: Table, date: Callable[[str, str], str]) -> tuple[str, str, object]:
    """Return what a condition asks, the same for another that is written in another way: `1,000` is `1000`."""
    name, operator, value = parted(text)
    (name,) = fields_or_fail(name, tuple(table.fields), table, "--where")
    if operator == "~":
        return name, operator, value.casefold() if table.fields[name].type == "date" else squeezed(value)
    asked = _asked(table.fields[name], value, table, date)
    if isinstance(asked, tuple):
        asked = asked[0]
    elif table.fields[name].type == "date" and operator not in ("=", "!="):
        asked = _edge(operator, asked)
    return name, operator, asked


def _first(found: tuple[int, str]) -> tuple[int, int]:
    """Of operators that begin at one place the longer is meant: `>=`, not `>`."""
    return found[0], -len(found[1])


def each_of(value: Any) -> list[Any]:
    """Return what a field holds as a list: of no value none, of one value it alone."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _asked(field: Field, value: str, table: Table, date: Callable[[str, str], str]) -> Any:
    """Return what is asked of a field: a number, true or false, a date as EDTF, or the texts that it may hold, of
    which the first is its own."""
    if not value:
        return ""
    if field.type in ("number", "integer"):
        return _number(field.name, value)
    if field.type == "boolean":
        if (wanted := BOOLEANS.get(fold(value))) is None:
            raise UsageFailure(f"--where: {field.name} is true or false, and {quoted(value)} is neither")
        return wanted
    if field.type == "date":
        return date(f"--where: {field.name}", value)
    return tuple(fold(meant) for meant in _meant(field, value, table))


def _equals(field: Field, value: str, table: Table, date: Callable[[str, str], str]) -> Test:
    name = field.name
    asked = _asked(field, value, table, date)
    if not value:
        return lambda row: row.get(name) in (None, "", [])
    if field.type in ("number", "integer", "boolean"):
        return lambda row: row.get(name) == asked
    if field.type == "date":
        return lambda row: bool(row.get(name)) and dates.overlap(row[name], asked)
    plain = set(asked)
    if roles.PLACE in field.roles:  # of `Seoul, ROK` the city is a place as well
        return lambda row: not plain.isdisjoint(map(fold, (row.get(name) or "", (row.get(name) or "").split(",")[0])))
    return lambda row: any(fold(str(each)) in plain for each in each_of(row.get(name)))


def _meant(field: Field, value: str, table: Table) -> list[str]:
    """Return what a field may hold where a value is meant: as it was written, its English, the id of what it names.

    Raises UsageFailure for what it can never hold, with the nearest that it can.
    """
    if roles.COUNTRY in field.roles:
        if found := _codes(value):
            return found
        countries = schema.table("countries")
        close = nearest_names(value, [(store.table("countries"), countries)])
        raise UsageFailure(f"--where: no country {quoted(value)}{did_you_mean(close)}", close)
    if field.refers_to:
        others = schema.table(field.refers_to)
        if row := resolve(store.table(field.refers_to), value, others):
            return [row["id"]]
        close = nearest_names(value, [(store.table(field.refers_to), others)])
        raise UsageFailure(f"--where: no {others.singular} {quoted(value)}{did_you_mean(close)}", close)
    if roles.PLACE in field.roles:
        place = resolve(store.table("places"), value, schema.table("places"))
        return [place["name"], value] if place else [value]
    words_of = [word for word, ko in field.words.items() if fold(ko) == fold(value)]
    meant = [*words_of, in_english(value, field), value]
    held = (
        {str(each) for row in store.table(table.name) for each in each_of(row.get(field.name))}
        if field.words and table.is_read
        else ()
    )
    words = dict.fromkeys((*field.words, *held))
    if words and not {fold(each) for each in meant} & {fold(word) for word in words}:
        close = nearest(value, words)
        raise UsageFailure(f"--where: no {field.name} {quoted(value)}{did_you_mean(close)}{known(list(words))}", close)
    return meant


def _codes(country: str) -> list[str]:
    found = resolve(store.table("countries"), country, schema.table("countries"))
    return [found["iso3"]] if found else []


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
        from aseanrok.dateforms import one_end  # only a date needs it

        ways = (f"--where '{name}>={{}}'", f"--where '{name}<={{}}'")
        side = {">=": 0, "<=": 1}.get(operator)
        when = one_end(date(f"--where: {name}", value), side, f"--where: {quoted(value)}", ways)
        edge = _edge(operator, when)
        at = 1 if operator in (">=", ">") else 0  # what may still be later, or may have been earlier, is kept
        return lambda row: bool(row.get(name)) and holds(dates.bounds(row[name])[at], edge)
    raise UsageFailure(f"--where: {name} is {field.type}; {operator} compares numbers and dates")


def _edge(operator: str, when: str) -> str:
    """Return the day of a date that a comparison is with: of a year after which something is, the last."""
    return dates.bounds(when)[operator in (">", "<=")]


def _number(name: str, value: str) -> float:
    whole, point, rest = value.partition(".")
    first, *thousands = whole.split(",")
    is_whole = not thousands or (first.lstrip("-")[:1] not in ("", "0") and all(len(each) == 3 for each in thousands))
    plain = f"{first}{''.join(thousands)}{point}{rest}" if is_whole else ""
    digits = plain.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit() and plain[-1:] != "."):
        raise UsageFailure(f"--where: {name} is a number, and {quoted(value)} is none")
    return float(plain)
