"""From the facts people edit to the tables commands read: load, check, complete, publish, write.

Never imported on a reading path: the build of the wheel, `aseanrok check`, a source checkout whose facts are newer
than its tables, and the Python API use it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aseanrok.edition.archive import Archive, said
from aseanrok.edition.canonical import canonical
from aseanrok.edition.check import form, problems
from aseanrok.edition.load import DATA, Problem, read_all, read_edition
from aseanrok.edition.publish import fields, publish
from aseanrok.edition.searchable import searchable
from aseanrok.errors import InvalidData
from aseanrok.model.records import TABLES

__all__ = ["Archive", "build", "check", "rewrite", "tables_of"]


def check(folder: Path = DATA) -> tuple[Archive, list[Problem]]:
    """Return the archive of a folder of data files and everything that is wrong with it."""
    tables, found = read_all(folder)
    archive = Archive.of(tables)
    found += problems(archive, read_edition(folder))
    if not found:
        for table, records in tables.items():
            found.extend(form(folder, table, records))
    return archive, found


def rewrite(folder: Path = DATA) -> list[str]:
    """Write every data file in its canonical form; return the names of those that changed.

    Raises InvalidData where a file cannot be read as a whole, so that nothing is lost.
    """
    tables, found = read_all(folder)
    if found:
        raise InvalidData(said(found))
    changed = []
    for table in TABLES:
        path = folder / f"{table}.toml"
        text = canonical(table, tables[table].values())
        if tables[table] and (not path.exists() or path.read_text(encoding="utf-8") != text):
            replace(path, text)
            changed.append(path.name)
    return changed


def tables_of(archive: Archive, edition: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an edition is made of: the name of each JSON file and its content."""
    published = publish(archive)
    index = published["index"]
    return {
        **published,
        **searchable(archive, published),
        "fields": fields(),
        "edition": {
            "version": edition["version"],
            "read": edition["read"],
            "records": len(index),
            "searched": list(TABLES),
            "tables": {name: len(rows) for name, rows in published.items()},
        },
    }


def build(target: Path, folder: Path = DATA) -> None:
    """Check the facts of a folder and write the edition's tables, one JSON file each, into another.

    Raises InvalidData, naming every problem, and then writes nothing.
    """
    archive, found = check(folder)
    if found:
        raise InvalidData(said(found))
    target.mkdir(parents=True, exist_ok=True)
    files = tables_of(archive, read_edition(folder))
    # What is asked for before anything else is ready as plain text: completion and --version parse no JSON.
    replace(target / "ids.txt", "".join(f"{row['table']} {row['id']}\n" for row in files["index"]))
    about = files["edition"]
    words = f"data edition {about['version']}, {about['records']} records, sources read {about['read']}"
    replace(target / "version.txt", f"{words}\n")
    # `edition.json` comes last: its time tells the store that the others are in place.
    for name in sorted(files, key=lambda name: name == "edition"):
        replace(target / f"{name}.json", _json(files[name]))


def _json(content: Any) -> str:
    """Return JSON, a table with a row on each line: an export copies the files as they are."""
    if isinstance(content, list) and content:
        rows = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in content)
        return f"[\n{rows}\n]"
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def replace(path: Path, text: str) -> None:
    """Write a file beside its place and rename it, so that nobody ever reads half of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(text, encoding="utf-8", newline="\n")
    os.replace(beside, path)
