"""The published tables as columns, packed: what the script of the page unpacks (`archive.js`)."""

from __future__ import annotations

import base64
import json
import zlib

from aseanrok import schema, store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def packed() -> str:
    """Return the edition, its tables and their description as text that a script element may hold."""
    tables = {name: store.table(name) for name in schema.published()}
    known = {said["name"]: _described(said) for said in store.all_described() if said["name"] in tables}
    strings: dict[str, int] = {}

    def coded(value: Any) -> Any:
        if isinstance(value, str):
            return strings.setdefault(value, len(strings))
        if isinstance(value, list):
            return [coded(item) for item in value]
        return value

    columns = {
        name: {field: [coded(row[field]) for row in rows] for field in (rows[0] if rows else ())}
        for name, rows in tables.items()
    }
    said = {"edition": store.edition(), "known": known, "tables": columns, "strings": list(strings)}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def _described(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name != "help"}
