"""Where in the tables the rows stand that hold an id, so that a command reads these rows and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aseanrok import roles
from aseanrok.edition.publish import all_columns
from aseanrok.tables import PUBLISHED


def places(tables: Mapping[str, Sequence[Mapping[str, Any]]], texts: Mapping[str, str]) -> str:
    """Return for each id the rows that hold it, a line an id, as `slices.Places` reads it.

    `tables` are rows by the names of their tables, and `texts` how they are published.
    """
    known: dict[str, dict[str, list[str]]] = {}
    sizes = []
    for table, rows in tables.items():
        content = texts[table].encode()
        starts = _starts(content)
        for column in _columns(table):
            sizes.append(f"{table}.{column}/{len(content)}")
            held: dict[str, list[int]] = {}
            for number, row in enumerate(rows):
                value = row[column]
                for id in [value] if isinstance(value, str) else value or ():
                    held.setdefault(id, []).append(number)
            for id, numbers in held.items():
                known.setdefault(id, {})[f"{table}.{column}"] = list(_runs(numbers, starts))
    told = {"": sizes} | {
        id: [f"{column}:{','.join(runs)}" for column, runs in columns.items()] for id, columns in known.items()
    }
    return "".join(f"{id}\t{' '.join(told[id])}\n" for id in sorted(told, key=lambda id: f"{id}\t".encode()))


def _columns(name: str) -> list[str]:
    """Return the columns whose values find rows: the first, and of what is listed or belongs, those that name records.

    Sources are left out: of them `citations` tells.
    """
    if name not in PUBLISHED:  # the description of the tables
        return ["name"]
    table = PUBLISHED[name]
    first, *others = all_columns(table)
    named = [
        column.name
        for column in others
        if (table.command or table.belongs)
        and ((column.reference and column.refers_to != "sources") or roles.COUNTRY in column.roles)
    ]
    return [first.name, *named] if first.type == "text" else named


def _starts(content: bytes) -> list[int]:
    """Return where the rows of a table begin: each on a line of its own, after the one that opens the table."""
    starts, at = [], content.find(b"\n") + 1
    while 0 < at < len(content) - 1:
        starts.append(at)
        at = content.find(b"\n", at) + 1
    return starts


def _runs(numbers: Sequence[int], starts: Sequence[int]) -> Iterator[str]:
    """Yield where rows begin, and how many of them where several follow each other: `120*3`."""
    first = before = numbers[0]
    for number in (*numbers[1:], -1):
        if number == before:
            continue
        if number != before + 1:
            count = before - first + 1
            yield f"{starts[first]}*{count}" if count > 1 else str(starts[first])
            first = number
        before = number
