"""What is forgotten in a declaration is named, with its cure: of a table and its fields, its command, and a format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aseanrok import roles, store
from aseanrok.cards import full
from aseanrok.cli.grammar import commands
from aseanrok.edition.declared import faults
from aseanrok.errors import InvalidData
from aseanrok.model.field import Reference
from aseanrok.model.table import Argument, Belonging, Command, Table
from aseanrok.tables import TABLES

PLACES = TABLES["places"]
COMMAND = Command(group="Read", help="Places.", text="Places.", argument=Argument(metavar="PLACE", help="A place."))


def field(**forgotten: Any) -> dict[str, Any]:
    """Return the columns of the table of places, with something changed in the one that holds the country."""
    return {
        "columns": tuple(
            column._replace(**forgotten) if column.name == "country" else column for column in PLACES.columns
        )
    }


def command(**forgotten: Any) -> dict[str, Any]:
    return {"command": replace(COMMAND, **forgotten)}


FORGOTTEN = {
    "an empty description": (field(description=""), "country: its description is empty; say what it holds"),
    "no Korean heading": (field(heading_ko=" "), "country: it has no Korean heading"),
    "an empty heading": (
        field(heading=" "), "country: its heading is empty; leave it out, and it is made from the name",
    ),
    "a heading of another field": (
        field(heading="Name"), "country: its heading 'Name' is that of 'name' too; a reader could not tell them apart",
    ),
    "a Korean heading of another field": (
        field(heading_ko="명칭"), "country: its heading '명칭' is that of 'name' too; a reader could not tell them",
    ),
    "a misspelt card": (field(card="fakt"), "country: its card is 'fakt'; there are fact, list, none"),
    "a list that is a text": (
        field(card=roles.LIST), "country: its card is 'list', and its type text; only a list is shown an item a line",
    ),
    "a misspelt role": (field(roles=("contry",)), "country: its role is 'contry'; there are apart, below, country,"),
    "a misspelt type": (field(type="string"), "country: its type is 'string'; there are text, date,"),
    "a reference to no table": (
        field(reference=Reference(("nations",))), "country: its reference is to 'nations', which is no table",
    ),
    "a word of no column, where a field is expected": (
        field(expected={"sort": ("city",)}), "country: it is expected where 'sort' holds some word, which is no column",
    ),
    "a name that a whole record needs": (
        {"columns": (*PLACES.columns, PLACES.columns[1]._replace(name="relations", heading_ko="관계", roles=()))},
        "relations: a whole record holds other rows under this name; call the field otherwise",
    ),
    "a name that other rows need": (
        {"columns": (*PLACES.columns, PLACES.columns[1]._replace(name="holders", heading_ko="재임자", roles=()))},
        "holders: a whole record holds other rows under this name; call the field otherwise",
    ),
    "a field twice": (
        {"columns": (*PLACES.columns, PLACES.columns[0])}, "id: declared twice; names are unique within a table",
    ),
    "no singular": ({"singular": ""}, "singular: empty; say what one of its records is called: meeting"),
    "no Korean name": ({"name_ko": ""}, "name_ko: empty; say what the table is called in Korean"),
    "nothing about it": ({"about": ""}, "about: empty; say in one sentence what the table holds"),
    "no label": (
        {"columns": tuple(column._replace(roles=()) for column in PLACES.columns)},
        "columns: no field has the role LABEL; give it to the one field that names a row",
    ),
    "two labels": (
        field(roles=(roles.LABEL,)),
        "columns: name and country have the role LABEL; give it to the one field that names a row",
    ),
    "a listing of no column": ({"listing": ("id", "town")}, "listing: 'town' is no column of the table"),
    "a listing of no column on a day": (
        {"as_of_listing": ("id", "held")}, "as_of_listing: 'held' is no column of the table, and none that",
    ),
    "a key that is no column": ({"key": "code"}, "key: 'code' is no column of the table; name the one that tells"),
    "rows that belong to nothing": (
        {"belongs": Belonging(field="fund", columns=("name",))}, "belongs: 'fund' is no column of the table",
    ),
    "a heading without its Korean": (
        {"belongs": Belonging(field="country", columns=("name",), heading="Towns")},
        "belongs: heading_ko is empty; say the heading in Korean",
    ),
    "a group that is none": (
        command(group="Reads"), "command: its group is 'Reads'; there are Read, Find, Take away, Trust, Extend",
    ),
    "no help": (command(help=""), "command: help is empty; say what the command lists"),
    "a filter by date": (
        command(filters=("since",)), "command: the filter 'since' asks a field with the role DATE, and no field has it",
    ),
    "a filter by kind": (
        command(filters=("kind",)), "command: the filter 'kind' asks a field with the role KIND, and no field has it",
    ),
    "a filter by place": (
        command(filters=("place",)), "command: the filter 'place' asks a field with the role PLACE, and no field",
    ),
    "a day that no date answers": (
        {**command(filters=("as_of",)), "as_of_listing": ("id",)},
        "command: the filter 'as_of' asks a field with the role DATE, and no field",
    ),
    "no columns of what held on a day": (
        {**command(filters=("as_of",)), **field(roles=(roles.DATE,))},
        "command: the filter 'as_of' lists what held on a day; name the columns of that in as_of_listing",
    ),
    "an argument in no table": (
        command(argument=Argument(metavar="FUND", help="A fund.", table="found", field="country")),
        "command: its argument names a record of 'found', which is no table of records",
    ),
    "an argument held against no field": (
        command(argument=Argument(metavar="FUND", help="A fund.", table="funds", field="fund")),
        "command: its argument is held against 'fund', which is no column of the table",
    ),
    "an argument without help": (
        command(argument=Argument(metavar="FUND", help="")),
        "command: help of its argument is empty; say what may stand after the command",
    ),
}  # fmt: skip
"""What somebody may forget or misspell in a table, and how it is told."""


def told(table: Table) -> list[str]:
    return [str(problem) for problem in faults({**TABLES, table.name: table})]


@pytest.mark.parametrize("name", FORGOTTEN, ids=lambda name: name.replace(" ", "-"))
def test_what_is_forgotten_in_a_table_is_named(name: str) -> None:
    forgotten, problem = FORGOTTEN[name]
    (said,) = told(replace(PLACES, **forgotten))
    assert said.startswith(f"tables/places.py: places: {problem}")


def test_a_table_with_a_command_that_forgets_nothing_is_right() -> None:
    assert told(replace(PLACES, command=COMMAND)) == []


@pytest.mark.usefixtures("tiny")
def test_a_filter_that_is_no_option_is_named_whatever_is_asked(tiny: Path) -> None:
    path = tiny / "commands.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("\tmatch as_of\t", "\tmatch asof\t"), encoding="utf-8")
    with pytest.raises(InvalidData, match=r"^tables/frameworks\.py: frameworks: command: no option is called 'asof'"):
        commands()


@pytest.mark.parametrize("table", [name for name, table in TABLES.items() if table.record])
def test_a_whole_record_holds_its_fields_and_what_is_known_to_stand_beside_them(table: str) -> None:
    for row in store.table(table)[::20]:
        known = full({"table": table, **row})
        assert {name: known[name] for name in row} == row
        belonging = {other.name for other in TABLES.values() if other.belongs}
        assert known.keys() - row.keys() <= belonging | set(roles.BESIDE), "add it to roles.BESIDE"
