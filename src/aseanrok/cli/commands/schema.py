"""`aseanrok schema`: the published tables as JSON Schema."""

from __future__ import annotations

import json
from typing import Any

from aseanrok import schema, store
from aseanrok.cli.request import Request
from aseanrok.names import table_or_fail

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": ["string", "null"]},
    "date": {"type": ["string", "null"], "pattern": schema.DATE_PATTERN},
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "list": {"type": "array", "items": {"type": "string"}},
}


HELP = """\
The JSON Schema of a table, as commands print it with all its fields: a listing, a named record, what held on a day, or
the answer of a search. Without a table, of what `export` prints.

\b
Examples:
  aseanrok schema timeline
  aseanrok schema search
  aseanrok schema > aseanrok.schema.json"""


MOST = 600
"""So many letters the names of all tables take, where somebody asks for one that there is not."""


def run(request: Request) -> list[str]:
    """Return the JSON Schema of a table, or of what `export` prints."""
    if request.names:
        table = table_or_fail(request.names[0], [said["name"] for said in store.all_described()], MOST)
        return [json.dumps({"$schema": DRAFT, "title": f"aseanrok {table}", **_answered(table)}, indent=1) + "\n"]
    tables = schema.published()
    edition = {"type": "object", "required": ["version", "sources_read", "tool"]}
    whole = {
        "$schema": DRAFT,
        "title": "aseanrok export",
        "type": "object",
        "required": ["edition", *tables],
        "properties": {"edition": edition, **{table: _table(table) for table in tables}},
        "additionalProperties": False,
    }
    return [json.dumps(whole, indent=1) + "\n"]


def _table(name: str) -> dict[str, Any]:
    """Return the schema of a table as an edition holds it."""
    table = schema.table(name)
    row = {
        "type": "object",
        "required": list(table.fields),
        "properties": {field.name: _field(field) for field in table.fields.values()},
        "additionalProperties": {"type": ["string", "null"]} if table.further else False,
    }
    return {"description": table.about, "type": "array", "items": row}


def _field(field: schema.Field) -> dict[str, Any]:
    return {"description": field.description, **_TYPES[field.type]}


def _answered(name: str) -> dict[str, Any]:
    """Return the schema of a table as commands print it: what `--as-of` and a name add to its rows is described."""
    table, answer = schema.table(name), _table(name)
    row = answer["items"]
    further = {field.name: _field(field) for field in table.as_of.values()}
    if table.has_records:
        # A record that is asked for by name says its table, and holds the rows that belong to it.
        for part in _parts():
            known = further.get(part.name, row["properties"].get(part.name))
            rows = {"description": part.about, "type": "array", "items": {"type": "object"}}
            further[part.name] = {"anyOf": [known, rows]} if known else rows
    if (table.has_records or table.help) and "table" not in table.fields:
        further["table"] = {"description": "The table of the record.", "const": name}
    row["properties"].update(further)
    if name == "search":
        row["required"] = [field for field in row["required"] if field not in _SOMETIMES]
        for field, type_ in _SOMETIMES.items():
            row["properties"][field].update(type_)
    if name == "members":
        answer["items"] = {"anyOf": [row, _MATRIX]}
    return answer


def _parts() -> list[schema.Table]:
    """Return the tables whose rows stand inside a record."""
    named = ("relations", "citations", "conflicts", "coverage", "statements")
    return [table for table in schema.tables() if table.belongs or table.name in named]


_SOMETIMES: dict[str, dict[str, Any]] = {"missing": {"type": "array"}, "record": {"type": "object"}}
"""Fields of a search that stand only in some of its answers."""

_MATRIX: dict[str, Any] = {
    "description": "With --matrix: a country, and for each framework the year it joined, or its role.",
    "type": "object",
    "required": ["country", "name", "name_ko", "disputed"],
    "properties": {"disputed": _TYPES["list"]},
    "additionalProperties": {"type": ["string", "null"]},
}
