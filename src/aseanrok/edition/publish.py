"""records -> published tables: flat, JSON-safe rows, made as each table declares."""

from __future__ import annotations

from typing import Any

from aseanrok import dates, roles
from aseanrok.edition.doubts import DISPUTES, derived, disputed
from aseanrok.model.archive import Archive
from aseanrok.model.column import Column, Row
from aseanrok.model.field import references
from aseanrok.model.table import Table
from aseanrok.tables import PUBLISHED, RECORDS, TABLES
from aseanrok.tables.conflicts import Conflict


def publish(archive: Archive) -> dict[str, list[Row]]:
    """Return the rows of every published table, in their published order."""
    return {name: rows(table, archive) for name, table in PUBLISHED.items()}


def rows(table: Table, archive: Archive) -> list[Row]:
    """Return the rows of one table, in their published order."""
    columns = all_columns(table)
    made = [{column.name: column.value(item, archive) for column in columns} for item in table.items(archive)]
    return sorted(made, key=table.order) if table.order else made


def newest(timeline: list[Row], read: str) -> str:
    """Return the day of the newest act that is known to have taken place: what came after it may not be recorded."""
    told = (str(row["date"]) for row in timeline if row["status"] in (None, "held"))
    days = (dates.bounds(when)[1 if len(when.rpartition("/")[2]) == 10 else 0] for when in told)
    return max((day for day in days if day <= read), default=read)


def all_columns(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table, with those that say which of its values are not certain."""
    if table.record is Conflict:
        return (*table.columns, DISPUTES)
    marked = table.record is not None if table.disputable is None else table.disputable
    made = derived(table)
    own = tuple(each._replace(value=made.value) if each.name == made.name else each for each in table.columns)
    added = () if any(each.name == made.name for each in own) else (made,)
    return (*own, *added, disputed(table)) if marked else own


def described() -> list[dict[str, Any]]:
    """Return what readers may know of every table and its fields, a table an item."""
    return [
        {**table.described(), "fields": [_worded(column).described() for column in all_columns(table)]}
        for table in TABLES.values()
    ]


def _worded(column: Column) -> Column:
    """Return a column with the Korean of the names of tables or of relations, where it holds such."""
    if roles.TABLE in column.roles:
        return column._replace(words={name: table.name_ko for name, table in TABLES.items()})
    if roles.RELATION in column.roles:
        known = (reference for record in RECORDS.values() for reference in references(record).values())
        return column._replace(words={word: ko for reference in known for word, ko in reference.words().items()})
    return column


def commands() -> str:
    """Return the commands of the tables as the command line reads them before anything else: a line each.

    Name, group, help, filters, and the argument: what it is called, its help, where its names stand, and the field of
    the rows that it is held against; and the other words for the command, the Korean name among them; parted by tabs.
    """
    lines = []
    listed = [table for table in TABLES.values() if table.command]
    for table in sorted(listed, key=lambda table: table.command.rank or table.rank if table.command else 0):
        if command := table.command:
            argument = command.argument
            parts = (argument.metavar, argument.help, argument.table, argument.field) if argument else ("", "", "", "")
            words = (" ".join(command.filters), *parts, " ".join((*command.meant, table.name_ko.replace(" ", ""))))
            lines.append("\t".join((table.name, command.group, command.help, *words)))
    return "".join(f"{line}\n" for line in lines)
