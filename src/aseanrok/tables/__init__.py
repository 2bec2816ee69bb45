"""The published tables, one module each: what a record is, its columns, its order, its words, its command.

Whatever lists tables or columns asks these declarations: the edition is built from them, and what readers need of them
is written beside the tables it describes. A module here is found by itself; nobody keeps a list.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from aseanrok.model.base import Record
from aseanrok.model.table import Table

TABLES: dict[str, Table] = {
    table.name: table
    for table in sorted(
        (import_module(f"{__name__}.{module.name}").TABLE for module in iter_modules(__path__)),
        key=lambda table: table.rank,
    )
}
"""Every table by its name, in the order an export holds them."""

PUBLISHED = {name: table for name, table in TABLES.items() if not table.unread}
"""The tables of an edition; the others describe what a command answers."""

RECORDS: dict[str, type[Record]] = {name: table.record for name, table in TABLES.items() if table.record}
"""The tables that have a data file (`meetings` is `data/meetings.toml`), and the record its blocks hold."""


def block(table: str) -> str:
    """Return the word a block of a data file begins with: `meeting` in `meetings.toml`."""
    return TABLES[table].block
