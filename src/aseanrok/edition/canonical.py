"""The one way a data file is written: fields in the order of the model, records in the order of their ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import tomli_w

from aseanrok.model.base import Record
from aseanrok.tables import block
from aseanrok.words import natural

WIDTH = 120

# What a record shares with every other comes last, so that a block begins with what is its own.
_LAST = tuple(name for name in Record.model_fields if name != "id")


def canonical(table: str, records: Iterable[Record]) -> str:
    """Return the text of a data file; the same records always give the same bytes."""
    blocks = [_block(table, record) for record in sorted(records, key=lambda record: natural(record.id))]
    return "\n".join([f"{_heading(table)}\n", *blocks])


def _heading(table: str) -> str:
    """Return the first line of a data file, the only comment that is written."""
    return f"# {table}: one [[{block(table)}]], one record. Fields and rules: CONTRIBUTING.md, part one."


MARK = "\ufeff"
"""The byte order mark that some editors put before a text."""


def lost_comments(table: str, text: str) -> Iterator[int]:
    """Yield the lines of a data file on which stands a comment that its canonical form has no place for."""
    text = text.removeprefix(MARK)
    for found in _STRING_OR_COMMENT.finditer(text):
        if found[0].startswith("#") and found[0].rstrip() != _heading(table):
            yield text.count("\n", 0, found.start()) + 1


_STRING_OR_COMMENT = re.compile(
    r"""
    \"{3} (?:\\.|[^\\])*? \"{3,5} | '{3} .*? '{3,5} | "(?:\\.|[^"\\])*" | '[^']*'  # a string, which may hold a #
    | \#[^\n]*
    """,
    re.VERBOSE | re.DOTALL,
)


def _block(table: str, record: Record) -> str:
    values = record.model_dump(by_alias=True, exclude_defaults=True)
    fields = list(values)

    def place(name: str) -> tuple[int, int, bool]:
        """Return a sort key: the Korean of a field stands behind its English."""
        said = name.removesuffix("_ko") if name.removesuffix("_ko") in values else name
        return _LAST.index(said) + 1 if said in _LAST else 0, fields.index(said), name != said

    names = sorted(values, key=place)
    return f"[[{block(table)}]]\n" + "".join(f"{name} = {_value(values[name], len(name) + 3)}\n" for name in names)


def _value(value: Any, indent: int) -> str:
    """Return a TOML value: lists on one line where they fit and hold no tables, else an item a line."""
    if not isinstance(value, (list, tuple)):
        return _inline(value)
    items = [_inline(item) for item in value]
    line = f"[{', '.join(items)}]"
    if indent + len(line) <= WIDTH and not any(isinstance(item, dict) for item in value):
        return line
    return "[\n" + "".join(f"    {item},\n" for item in items) + "]"


def _inline(value: Any) -> str:
    # tomli_w puts every item on a line of its own and opens a section for each table that holds a list; a block here
    # is meant to be read whole, so lists and tables are laid out here and only the scalars are left to it.
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_inline(part)}" for name, part in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, Decimal) and value == value.to_integral_value() and value.as_tuple().exponent == 0:
        value = int(value)
    return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")
