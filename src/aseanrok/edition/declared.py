"""What is wrong with the declarations of the tables: what was forgotten is named before an edition is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from aseanrok import roles
from aseanrok.edition.load import Problem
from aseanrok.edition.publish import all_columns
from aseanrok.model.column import Column
from aseanrok.model.table import Command, Table

TYPES = ("text", "date", "integer", "number", "boolean", "list")

ASKS = {
    "since": roles.DATE, "until": roles.DATE, "year": roles.DATE,
    "as_of": roles.DATE, "kind": roles.KIND, "country": roles.COUNTRY, "place": roles.PLACE,
}  # fmt: skip
"""The role of the fields that a filter asks."""


def faults(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield every problem in the declarations of tables, as file: table: field: what would be right."""
    for table in tables.values():
        for field, problem in (*_table(table), *_columns(table, tables), *_command(table, tables)):
            yield Problem(f"tables/{table.name}.py", table.name, field, problem)


def _table(table: Table) -> Iterator[tuple[str, str]]:
    names = {column.name for column in all_columns(table)}
    for field in ("about", "singular", "name_ko"):
        if not getattr(table, field).strip():
            yield field, f"empty; {_SAYS[field]}"
    if table.key not in names:
        yield "key", f"{table.key!r} is no column of the table; name the one that tells its rows apart"
    for name in _missing(table.listing, names):
        yield "listing", f"{name!r} is no column of the table"
    for name in _missing(table.as_of_listing, names | {column.name for column in table.as_of}):
        yield "as_of_listing", f"{name!r} is no column of the table, and none that --as-of adds"
    labels = [column.name for column in table.columns if roles.LABEL in column.roles]
    if len(labels) > 1 or (not labels and (table.record or table.command or table.on_framework)):
        have = " and ".join(labels) + " have" if labels else "no field has"
        yield "columns", f"{have} the role LABEL; give it to the one field that names a row"
    if table.within:
        for name in _missing((table.within.field, *table.within.columns), names):
            yield "within", f"{name!r} is no column of the table"
    if table.belongs:
        for name in _missing((table.belongs.field, *table.belongs.columns), names):
            yield "belongs", f"{name!r} is no column of the table"
        if table.belongs.heading and not table.belongs.heading_ko:
            yield "belongs", "heading_ko is empty; say the heading in Korean"


_SAYS = {
    "about": "say in one sentence what the table holds",
    "singular": "say what one of its records is called: meeting",
    "name_ko": "say what the table is called in Korean",
}


def _missing(wanted: tuple[str, ...], names: set[str]) -> list[str]:
    return [name for name in wanted if name not in names]


def _columns(table: Table, tables: Mapping[str, Table]) -> Iterator[tuple[str, str]]:
    columns = (*all_columns(table), *table.as_of)
    counts = Counter(column.name for column in all_columns(table))
    yield from (
        (name, "declared twice; names are unique within a table") for name, count in counts.items() if count > 1
    )
    called: dict[str, str] = {}
    for column in columns:
        for heading in dict.fromkeys((column.heading or column.name.replace("_", " ").capitalize(), column.heading_ko)):
            if (other := called.setdefault(heading.strip(), column.name)) != column.name:
                yield (
                    column.name,
                    f"its heading {heading!r} is that of {other!r} too; a reader could not tell them apart",
                )
    taken = {*roles.BESIDE, *(name for name, other in tables.items() if other.belongs)}
    for column in columns:
        for problem in _column(column):
            yield column.name, problem
        for name in _missing(() if isinstance(column.expected, bool) else tuple(column.expected), {*counts}):
            yield column.name, f"it is expected where {name!r} holds some word, which is no column of the table"
        for name in column.reference.tables if column.reference else ():
            if name not in tables:
                yield column.name, f"its reference is to {name!r}, which is no table"
    if table.record:
        for column in table.columns:
            if column.name in taken:
                yield column.name, "a whole record holds other rows under this name; call the field otherwise"


def _column(column: Column) -> Iterator[str]:
    if not column.description.strip():
        yield "its description is empty; say what it holds"
    if not column.heading_ko.strip():
        yield "it has no Korean heading"
    if column.heading and not column.heading.strip():
        yield "its heading is empty; leave it out, and it is made from the name"
    if column.type not in TYPES:
        yield f"its type is {column.type!r}; there are {', '.join(TYPES)}"
    if column.card not in roles.CARDS:
        yield f"its card is {column.card!r}; there are {', '.join(roles.CARDS)}"
    elif column.card == roles.LIST and column.type != "list":
        yield f"its card is {roles.LIST!r}, and its type {column.type}; only a list is shown an item a line"
    for role in column.roles:
        if role not in roles.ROLES:
            yield f"its role is {role!r}; there are {', '.join(sorted(roles.ROLES))}"


def _command(table: Table, tables: Mapping[str, Table]) -> Iterator[tuple[str, str]]:
    if (command := table.command) is None:
        return
    if command.group not in roles.GROUPS:
        yield "command", f"its group is {command.group!r}; there are {', '.join(roles.GROUPS)}"
    for field in ("help", "text"):
        if not getattr(command, field).strip():
            yield "command", f"{field} is empty; say what the command lists"
    yield from (("command", problem) for problem in _argument(command, table, tables))
    if "as_of" in command.filters and not any(each.as_of_listing for each in _beside(table, tables)):
        yield "command", "the filter 'as_of' lists what held on a day; name the columns of that in as_of_listing"
    for name in command.filters:
        if (role := ASKS.get(name)) and not any(role in column.roles for column in _asked(table, tables)):
            yield "command", f"the filter {name!r} asks a field with the role {role.upper()}, and no field has it"


def _argument(command: Command, table: Table, tables: Mapping[str, Table]) -> Iterator[str]:
    if (argument := command.argument) is None:
        return
    for field in ("metavar", "help"):
        if not getattr(argument, field).strip():
            yield f"{field} of its argument is empty; say what may stand after the command"
    if argument.table and (argument.table not in tables or not tables[argument.table].record):
        yield f"its argument names a record of {argument.table!r}, which is no table of records"
    if argument.field and argument.field not in {column.name for column in table.columns}:
        yield f"its argument is held against {argument.field!r}, which is no column of the table"
    if argument.field and not argument.table:
        yield f"its argument is held against {argument.field!r}; say in which table the name is looked for"


def _asked(table: Table, tables: Mapping[str, Table]) -> Iterator[Column]:
    """Yield the columns that filters ask: those of the table, and of the rows that belong to its records."""
    for each in _beside(table, tables):
        yield from each.columns


def _beside(table: Table, tables: Mapping[str, Table]) -> Iterator[Table]:
    """Yield a table, and those whose rows belong to its records."""
    yield table
    for other in tables.values():
        for column in other.columns:
            if other.belongs and column.name == other.belongs.field and column.reference:
                yield from (other,) if column.reference.tables == (table.name,) else ()
