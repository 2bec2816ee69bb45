"""`aseanrok schema`: the published tables as JSON Schema."""

from __future__ import annotations

import json
from typing import Any

from aseanrok import schema
from aseanrok.cli.request import Request
from aseanrok.names import choice_or_fail

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": ["string", "null"]},
    "date": {
        "type": ["string", "null"],
        "pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?|\.\.)(/(\d{4}(-\d{2}(-\d{2})?)?|\.\.))?$",
    },
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "list": {"type": "array", "items": {"type": "string"}},
}


def run(request: Request) -> list[str]:
    """The JSON Schema of a published table, as listings print it; without a table, of what `export` prints.

    \b
    Examples:
      aseanrok schema timeline
      aseanrok schema > aseanrok.schema.json
    """
    if request.names:
        table = choice_or_fail("table", request.names[0], schema.published())
        return [json.dumps({"$schema": DRAFT, "title": f"aseanrok {table}", **_table(table)}, indent=1) + "\n"]
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
    table = schema.table(name)
    row = {
        "type": "object",
        "required": list(table.fields),
        "properties": {
            field.name: {"description": field.description, **_TYPES[field.type]}
            for field in (*table.fields.values(), *table.as_of.values())
        },
        "additionalProperties": False,
    }
    return {"description": table.about, "type": "array", "items": row}
