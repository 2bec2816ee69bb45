"""What a published table is made of: columns taken from a model with their descriptions, and the orders of rows."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from aseanrok import dates
from aseanrok.edition.archive import Archive
from aseanrok.edition.canonical import natural
from aseanrok.model.base import Part, PartialDate, Quantity

Json = str | int | float | bool | list[str] | None
Row = dict[str, Json]


class Column(NamedTuple):
    """A field of a published table."""

    name: str
    type: str  # text, date, integer, number, boolean, list
    description: str
    value: Callable[[Any, Archive], Json]


def own(model: type[Part], *names: str) -> tuple[Column, ...]:
    """Return columns for fields of a model, as the model describes them."""
    return tuple(
        Column(name, _type(model.model_fields[name].annotation), model.model_fields[name].description or "", _get(name))
        for name in names
    )


def _get(name: str) -> Callable[[Any, Archive], Json]:
    return lambda item, archive: json_safe(getattr(item, name))


def json_safe(value: Any) -> Json:
    """Return a model's value as JSON holds it: dates and words as text, decimals as the shortest exact number."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [str(item) for item in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def _type(annotation: Any) -> str:
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    if get_origin(annotation) is tuple:
        return "list"
    known = {PartialDate: "date", bool: "boolean", int: "integer", Decimal: "number"}
    return known.get(annotation, "text")


def quantity() -> tuple[Column, ...]:
    """Return the columns of a figure: the number written out, its unit, and how its source puts it."""
    return (
        Column("value", "number", "The figure written out, in `unit`.", lambda item, _: json_safe(item.number)),
        *own(Quantity, "unit", "qualifier"),
        Column("stated", "text", "The figure as its source puts it.", lambda item, _: item.stated),
    )


def through(columns: tuple[Column, ...], reach: Callable[[Any], Any]) -> tuple[Column, ...]:
    """Return columns that take their value from something inside the item."""

    def inside(column: Column) -> Column:
        return column._replace(value=lambda item, archive: column.value(reach(item), archive))

    return tuple(map(inside, columns))


def by_date(*then: str) -> Callable[[Row], Any]:
    """Return a sort key: by date, undated last, then by these fields and the id."""
    return lambda row: (
        row["date"] is None,
        dates.order(str(row["date"] or "")),
        [natural(str(row[name])) for name in (*then, "id")],
    )


def acts_in_order(row: Row) -> Any:
    """Return a sort key for the timeline: on one day the meeting stands before what happened there."""
    return dates.order(str(row["date"])), row["table"] != "meetings", natural(str(row["id"])), row["title"]


def by_id(row: Row) -> Any:
    """Return a sort key: by id, numbers as numbers."""
    return natural(str(row["id"]))
