"""What is kept of an edition once another follows it: the facts of every record, to be compared with those that come.

`python -m aseanrok.edition.digest` writes the digest of the edition as it stands; docs/releasing.md says when.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from aseanrok.edition.archive import said
from aseanrok.edition.load import DATA, read_edition
from aseanrok.edition.publish import publish
from aseanrok.errors import InvalidData
from aseanrok.model.base import Record
from aseanrok.model.column import Row
from aseanrok.model.field import declarations
from aseanrok.model.table import Table
from aseanrok.tables import PUBLISHED
from aseanrok.tables.conflicts import Conflict

EDITIONS = Path(__file__).parent.parent / "editions"

# How a record is explained is no fact: its summary, its notes, its sources may be put better at any time.
_EXPLAINING = set(Record.model_fields) - {"confidence"}


_REASONS: dict[type[Record], tuple[str, ...]] = {Conflict: ("about", "field", "because")}


def compared(table: Table) -> list[str]:
    """Return the published fields of a table that are facts of its own; none where its rows are made from others."""
    names = [column.name for column in table.columns]
    if table.record is not None and not table.record.is_measured:
        # Of what the facts are measured by only the name is kept, and of a conflict what it gives a reason for.
        return [name for name in names if name in (table.record.label, *_REASONS.get(table.record, ()))]
    if table.record is not None:
        own = declarations(table.record)
        explaining = {*_EXPLAINING, *(f"{each}_ko" for each in ("outcomes", *_EXPLAINING))}
        return [name for name in names if name in own and name not in explaining]
    if table.belongs is not None:
        return [name for name in table.belongs.columns if name not in _EXPLAINING and name != "name"]
    return []


def digest(about: Mapping[str, Any], published: Mapping[str, list[Row]], earlier: Iterable[str] = ()) -> dict[str, Any]:
    """Return the digest of an edition: what `edition.toml` says of it, and its published tables.

    `earlier` are the ids of the editions before it. Those that are another record's now are told under `former`.
    """
    stands_in = {row["id"]: row["table"] for row in published["index"]}
    tables, without_ids = {}, []
    for name, table in PUBLISHED.items():
        fields = [field for field in compared(table) if published.get(name) and field in published[name][0]]
        if not fields:
            continue
        if table.record is not None and "id" not in published[name][0]:
            without_ids.append(name)  # its rows cannot be told apart
            continue
        rows = {id: [row[field] for field in fields] for id, row in _named(table, published[name], stands_in)}
        tables[name] = {"fields": fields, "rows": rows}
    aliases = {
        alias: row["id"]
        for name in tables
        for row in published[name]
        for alias in row.get("aliases") or ()  # type: ignore[union-attr]
    }
    return {
        "version": about["version"],
        "read": str(about["read"]),
        "without_ids": without_ids,
        "whole": [name for name in tables if (record := PUBLISHED[name].record) and not record.is_measured],
        "former": {id: aliases[id] for id in sorted(set(earlier) - stands_in.keys()) if id in aliases},
        "tables": tables,
    }


def _named(table: Table, rows: list[Row], stands_in: Mapping[Any, Any]) -> Iterable[tuple[str, Row]]:
    """Yield each row with what it goes by: its id, or `asean/TLS` where it belongs to a record."""
    for row in rows:
        if table.belongs and table.record is None:
            yield f"{row[table.belongs.field]}/{row[table.key]}", row
        elif stands_in.get(row["id"]) == table.name:  # an abbreviation in the glossary has the id of another record
            yield str(row["id"]), row


def text(content: Mapping[str, Any]) -> str:
    """Return a digest as JSON, a record a line."""
    tables = ",\n".join(
        f'{json.dumps(name)}: {{"fields": {json.dumps(table["fields"])}, "rows": {{\n'
        + ",\n".join(f"{json.dumps(id)}: {_compact(row)}" for id, row in table["rows"].items())
        + "\n}}"
        for name, table in content["tables"].items()
    )
    head = {name: value for name, value in content.items() if name != "tables"}
    return f'{_compact(head)[:-1]},"tables": {{\n{tables}\n}}}}\n'


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def current(folder: Path = DATA, editions: Path = EDITIONS) -> dict[str, Any]:
    """Return the digest of the edition of a folder of facts; raise InvalidData where they break a rule."""
    from aseanrok.edition import check

    archive, problems = check(folder)
    if problems:
        raise InvalidData(said(problems))
    about = read_edition(folder)[0]
    before = (read(path) for path in sorted(editions.glob("*.json.gz")) if path.name[:7] < about["version"])
    return digest(about, publish(archive), {id for each in before for id in ids(each)})


def ids(content: Mapping[str, Any]) -> set[str]:
    """Return the ids of the records of a digest."""
    return {id for table in content["tables"].values() for id in table["rows"] if "/" not in id}


def read(path: Path) -> dict[str, Any]:
    """Return a digest that was written."""
    content: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
    return content


def write(content: Mapping[str, Any], editions: Path = EDITIONS) -> Path:
    """Write a digest in its place, and return where; the same digest makes the same bytes."""
    path = editions / f"{content['version']}.json.gz"
    path.write_bytes(gzip.compress(text(content).encode(), mtime=0))
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{write(current())}\n")
