"""From the facts people edit to the tables commands read: load, check, complete, publish, write.

Never imported on a reading path: the build of the wheel, `aseanrok check`, a source checkout whose facts have changed,
and the Python API use it.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aseanrok.edition.archive import said
from aseanrok.edition.canonical import canonical
from aseanrok.edition.check import form, problems
from aseanrok.edition.complete import completed
from aseanrok.edition.load import DATA, Problem, read_all, read_edition
from aseanrok.edition.passages import searchable
from aseanrok.edition.publish import commands, described, newest, publish
from aseanrok.errors import InvalidData
from aseanrok.model.archive import Archive
from aseanrok.tables import RECORDS

__all__ = ["build", "check", "files_of", "rewrite"]


def check(folder: Path = DATA) -> tuple[Archive, list[Problem]]:
    """Return the archive of a folder of data files and everything that is wrong with it."""
    tables, found = read_all(folder)
    archive = Archive(completed(tables), RECORDS)
    edition, wrong = read_edition(folder)
    found += wrong
    found += problems(archive, edition)
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
    for table in RECORDS:
        path = folder / f"{table}.toml"
        text = canonical(table, tables[table].values())
        if tables[table] and (not path.exists() or path.read_text(encoding="utf-8") != text):
            replace(path, text)
            changed.append(path.name)
    return changed


def files_of(archive: Archive, edition: Mapping[str, Any]) -> dict[str, str]:
    """Return the files that an edition is made of: name -> content."""
    published = publish(archive)
    index = published["index"]
    about = {
        "version": edition["version"],
        "read": edition["read"],
        "newest": newest(published["timeline"], edition["read"]),
        "records": len(index),
        "tables": {name: len(rows) for name, rows in published.items()},
    }
    columns, called = searchable(archive, published)
    said = f"data edition {about['version']}, {about['records']} records, sources read {about['read']}\n"
    return {
        # What is asked for before anything else is plain text: completion, --version and a command line parse no JSON.
        "ids.txt": "".join(f"{row['table']} {row['id']}\n" for row in index),
        "version.txt": said,
        "commands.txt": commands(),
        "fields.json": lines(described()),
        **{f"{name}.json": lines(rows) for name, rows in published.items()},
        **{f"search-{name}.txt": f"{column}\n" for name, column in columns.items()},
        **{f"search-{name}.json": _json(content) for name, content in called.items()},
        "edition.json": _json(about),
    }


def build(target: Path, folder: Path = DATA) -> None:
    """Check the facts of a folder and write the edition's tables, one JSON file each, into another.

    Raises InvalidData, naming every problem, and then writes nothing.
    """
    archive, found = check(folder)
    if found:
        raise InvalidData(said(found))
    target.mkdir(parents=True, exist_ok=True)
    files = files_of(archive, read_edition(folder)[0])
    for name, content in files.items():
        replace(target / name, content)
    for path in target.iterdir():
        if path.name not in files and path.name != "inputs.txt":
            path.unlink()


def lines(rows: list[dict[str, Any]]) -> str:
    """Return a JSON array with a row on each line: a line can be read by itself, and an export copies it as it is."""
    return "[\n" + ",\n".join(map(_json, rows)) + "\n]" if rows else "[]"


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def replace(path: Path, text: str) -> None:
    """Write a file beside its place and rename it, so that nobody ever reads half of it; keep its mode and its link."""
    path = path.resolve()
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(beside, path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _umask() -> int:
    known = os.umask(0)
    os.umask(known)
    return known
