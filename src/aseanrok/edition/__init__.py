"""From the facts people edit to the tables commands read: load, check, complete, publish, write.

Never imported on a reading path: the build of the wheel, `aseanrok check`, a source checkout whose facts have changed,
and the Python API use it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from aseanrok import dates
from aseanrok.edition.archive import said
from aseanrok.edition.canonical import canonical, lost_comments
from aseanrok.edition.check import COMMENT, form, problems
from aseanrok.edition.complete import completed
from aseanrok.edition.declared import faults
from aseanrok.edition.load import DATA, Problem, read_all, read_edition
from aseanrok.edition.names import called
from aseanrok.edition.passages import searchable
from aseanrok.edition.places import places
from aseanrok.edition.publish import commands, described, newest, publish
from aseanrok.edition.write import place, refuse_irreplaceable, replace, write
from aseanrok.errors import CannotWrite, InvalidData
from aseanrok.model.archive import Archive
from aseanrok.tables import RECORDS, TABLES
from aseanrok.words import natural

__all__ = ["build", "check", "files_of", "made", "rewrite", "write"]


def check(folder: Path = DATA, today: str = "") -> tuple[Archive, list[Problem]]:
    """Return the archive of a folder of data files and everything that is wrong with it, or with what tables are.

    `today` is an ISO day that no source can have been read after; a build asks no clock, which may be wrong.
    """
    tables, found = read_all(folder)
    archive = Archive(completed(tables), RECORDS)
    edition, wrong = read_edition(folder) if folder.is_dir() else ({}, [])
    wrong += faults(TABLES)
    if today and edition and dates.days_between(today, edition["read"]) > 1:  # in Seoul it may be tomorrow
        wrong.append(Problem("edition.toml", "", "read", f"{edition['read']} is still to come; today is {today}"))
    if any(not problem.id for problem in found):
        # A file that cannot be read is the one cause of whatever its records are missed for.
        return archive, found + wrong
    found += wrong + problems(archive, edition, {problem.id for problem in found})
    if not found:
        for table, records in tables.items():
            found.extend(form(folder, table, records))
    return archive, found


def rewrite(folder: Path = DATA) -> list[str]:
    """Write every data file in its canonical form; return the names of those that changed.

    Raises InvalidData where a file cannot be read as a whole, or holds a comment, so that nothing is lost; CannotWrite
    where one may not be written. Then no file has changed, unless the disk fails between two of them.
    """
    tables, found = read_all(folder)
    if found:
        raise InvalidData(said(found))
    changed: dict[Path, str] = {}
    for table, records in tables.items():
        path = folder / f"{table}.toml"
        text = canonical(table, records.values())
        if (kept := path.read_text(encoding="utf-8")) != text:
            changed[path] = text
            found += [Problem(path.name, "", f"line {line}", COMMENT) for line in lost_comments(table, kept)]
    if found:
        raise InvalidData(said(found))
    try:
        for path in changed:
            refuse_irreplaceable(path.resolve())
        for path, text in changed.items():
            replace(path, text)
    except OSError as error:
        raise CannotWrite(f"cannot write {place(error, path)}: {error.strerror}") from None
    return [path.name for path in changed]


def files_of(archive: Archive, edition: Mapping[str, Any]) -> dict[str, str]:
    """Return the files that an edition is made of: name -> content."""
    published = publish(archive)
    index = published["index"]
    tables = {name: lines(rows) for name, rows in published.items()}
    about = {
        "version": edition["version"],
        "read": edition["read"],
        "newest": newest(published["timeline"], edition["read"]),
        "records": len(index),
        "tables": {name: len(rows) for name, rows in published.items()},
    }
    columns, called = searchable(archive, published)
    known = described()
    said = f"data edition {about['version']}, {about['records']} records, sources read {about['read']}\n"
    texts = {
        # What is asked for before anything else is plain text: completion, --version and a command line parse no JSON.
        "ids": "".join(f"{' '.join(parts)}\n" for parts in _ids(index)),
        "names": "".join("\t".join(parts) + "\n" for parts in _names(archive)),
        "version": said,
        "commands": commands(),
        "rows": places({**published, "fields": known}, {**tables, "fields": lines(known)}),
        **{f"search-{name}": column for name, column in columns.items()},
    }
    files = {
        **{f"{name}.txt": f"{text}{END_OF_TEXT}" for name, text in texts.items()},
        "fields.json": lines(known),
        **{f"{name}.json": text for name, text in tables.items()},
        **{f"search-{name}.json": _json(content) for name, content in called.items()},
    }
    about["sums"] = {name: zlib.crc32(text.encode()) for name, text in files.items()}
    return {**files, "edition.json": _json(about)}


def _ids(index: list[dict[str, Any]]) -> Iterator[list[str]]:
    """Yield for each table its name and the ids of its records."""
    for table, rows in groupby(index, key=lambda row: str(row["table"])):
        yield [table, *(row["id"] for row in rows)]


def _names(archive: Archive) -> Iterator[list[str]]:
    """Yield for each record its table and id, what it is called, and its other names where nothing else has them."""
    for table, records in archive.tables.items():
        for id in sorted(records, key=natural):
            record = records[id]
            others = called(record) if TABLES[table].unique_names else ()
            yield [f"{table} {id}", record.called, *(name for name in others if name != record.called)]


END_OF_TEXT = ".\n"
"""The last line of every text file, by which its reader knows that nothing was cut off."""


def made(folder: Path = DATA) -> dict[str, str]:
    """Return the files of the edition of a folder of facts: name -> content.

    Raises InvalidData, naming every problem.
    """
    archive, found = check(folder)
    if found:
        raise InvalidData(said(found))
    return files_of(archive, read_edition(folder)[0])


def build(target: Path, folder: Path = DATA) -> None:
    """Check the facts of a folder and write the edition's tables, one JSON file each, into another.

    Raises InvalidData, naming every problem, and then writes nothing.
    """
    write(target, made(folder))


def lines(rows: list[dict[str, Any]]) -> str:
    """Return a JSON array with a row on each line: a line can be read by itself, and an export copies it as it is."""
    return "[\n" + ",\n".join(map(_json, rows)) + "\n]" if rows else "[]"


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
