"""A column of a published table: taken from a field of a record, or made here. Both end as the same description."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from aseanrok import roles
from aseanrok.model.archive import Archive
from aseanrok.model.base import Part, Quantity, Record
from aseanrok.model.field import Expected, Reference, declarations
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.vocabulary import Word
from aseanrok.search.index import Tier

Json = str | int | float | bool | list[str] | None
Row = dict[str, Json]
Value = Callable[[Any, Archive], Json]


class StandsFor(NamedTuple):
    """The record that a row, or a date in it, stands for, and the fields of it that the date is taken from.

    `date` is the column of the row that holds it. Where the record has such a date for each of several countries, as
    those of its members, `countries` are the codes of those whose date the row tells; else None.
    """

    record: Record
    dated_by: Sequence[str | None]
    date: str = "date"
    countries: Sequence[str] | None = None


class Column(NamedTuple):
    """One column: what it is called, what it holds, and what it is to those who read it.

    `value` takes what a row is made from and all records; `made_of` names the fields of the record that the value is
    made of, so that a dispute about one of them marks it. `rests_on` gives the other record whose date it tells again.
    """

    name: str
    type: str  # text, date, integer, number, boolean or list
    description: str
    heading_ko: str
    value: Value
    heading: str = ""
    card: str = roles.FACT
    tier: Tier | None = Tier.PROSE
    roles: tuple[str, ...] = ()
    usual: Any = None
    reference: Reference | None = None
    made_of: tuple[str, ...] = ()
    rests_on: Callable[[Any, Archive], StandsFor | None] | None = None
    words: Mapping[str, str] | None = None  # the Korean of each word it may hold
    expected: Expected = False
    also: str = ""  # words by which a search finds it besides those it says

    def described(self) -> dict[str, Any]:
        """Return what readers of the published table may know of it; what says nothing is left out."""
        said = {
            "name": self.name,
            "type": self.type,
            "description": self.description,
            "heading": self.heading or self.name.replace("_", " ").capitalize(),
            "heading_ko": self.heading_ko,
            "card": "" if self.card == roles.FACT else self.card,
            "roles": list(self.roles),
            "usual": self.usual,
            "words": dict(self.words or {}),
            "refers_to": self.refers_to,
            "unsearched": self.tier is None,
            "expected": self.expected,
        }
        return {name: value for name, value in said.items() if value not in ("", [], {}, None, False)}

    @property
    def refers_to(self) -> str:
        """The table that the ids it holds stand in, or the index of all records; empty where it holds none."""
        if self.reference is None:
            return ""
        return self.reference.tables[0] if len(self.reference.tables) == 1 else "index"


def columns_of(record: type[Part], *names: str) -> tuple[Column, ...]:
    """Return columns for fields of a record or of a part of one: those named, or all that are published."""
    known = declarations(record)
    chosen = names or tuple(name for name, declared in known.items() if declared.published)
    return tuple(_own(record, name) for name in chosen)


def _own(record: type[Part], name: str) -> Column:
    info, declared = record.model_fields[name], declarations(record)[name]
    type_ = type_of(info.annotation)
    return Column(
        name, type_, info.description or "", declared.heading_ko, getter(name), declared.heading, declared.card,
        declared.tier, (*declared.roles, *((roles.WHOLE,) if type_ == "date" else ())), declared.usual,
        declared.reference, words=declared.words or words_of(info.annotation),
        expected=declared.expected, also=declared.also,
    )  # fmt: skip


def getter(name: str) -> Value:
    """Return a function that takes a value from what a row is made from, as JSON holds it."""
    return lambda item, _: json_safe(getattr(item, name))


def of(name: str, type_: str, description: str, heading_ko: str, value: Value | None = None, **known: Any) -> Column:
    """Return a column that is no field of a record: its value is made, or the item's own of that name."""
    whole = (roles.WHOLE,) if type_ == "date" else ()
    known["roles"] = (*known.get("roles", ()), *whole)
    return Column(name, type_, description, heading_ko, value or getter(name), **known)


def through(columns: Iterable[Column], reach: Callable[[Any], Any]) -> tuple[Column, ...]:
    """Return columns that take their value from something inside the item."""

    def inside(column: Column) -> Column:
        return column._replace(value=lambda item, archive: column.value(reach(item), archive))

    return tuple(map(inside, columns))


def after(columns: Iterable[Column], where: str, *others: Column) -> tuple[Column, ...]:
    """Return columns with others put in behind the one of a name."""
    done: list[Column] = []
    for column in columns:
        done.append(column)
        if column.name == where:
            done.extend(others)
    if len(done) == len(tuple(columns)):
        raise ValueError(f"no column {where!r} to stand behind")
    return tuple(done)


def json_safe(value: Any) -> Json:
    """Return a record's value as JSON holds it: dates and words as text, decimals as the shortest exact number."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple | list):
        return [str(item) for item in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def type_of(annotation: Any) -> str:
    """Return the type of a column for the annotation of a field: `Text | None` is text, a tuple is a list."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    if get_origin(annotation) is tuple:
        return "list"
    known = {PartialDate: "date", bool: "boolean", int: "integer", Decimal: "number"}
    return known.get(annotation, "text")


def words_of(annotation: Any) -> dict[str, str] | None:
    """Return the Korean of the words of a closed vocabulary, where the annotation of a field is one; or None."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation.words() if isinstance(annotation, type) and issubclass(annotation, Word) else None


def amount(reach: Callable[[Any], Quantity | None], prefix: str = "") -> tuple[Column, ...]:
    """Return the columns of an amount, in the one form that all amounts have.

    The number written out, its unit, how exact the source says it is, and how the source puts it. With a prefix
    (`budget`) they are `budget_value`, `budget_unit`, `budget_qualifier`, `budget` itself, in words, and `budget_ko`.
    """

    def part(name: str) -> Value:
        return lambda item, _: json_safe(getattr(amount_, name)) if (amount_ := reach(item)) else None

    begin = f"{prefix}_" if prefix else ""
    of_field = prefix if prefix else "value"
    hidden: dict[str, Any] = {"card": roles.NONE, "tier": None}
    return (
        of(f"{begin}value", "number", "The amount written out, in its unit.", "값",
           part("number"),
           made_of=(of_field, "value", "scale"), **hidden),
        of(f"{begin}unit", "text", "What is counted: an ISO 4217 currency code, or a plural noun.", "단위",
           part("unit"),
           made_of=("unit",), **hidden),
        of(f"{begin}qualifier", "text", "How exact the source says the amount is: about, more than, up to.", "한정",
           part("qualifier"), made_of=("qualifier",), **hidden),
        of(prefix or "stated", "text", "The amount as its source puts it.", "예산" if prefix else "수치",
           part("stated"),
           heading="" if prefix else "Figure", tier=Tier.FACT,
           made_of=(of_field, "value", "scale", "unit", "qualifier")),
        of(f"{prefix or 'stated'}_ko", "text", "The same in Korean.", "한국어 예산" if prefix else "한국어 수치",
           part("stated_ko"), **hidden),
    )  # fmt: skip
