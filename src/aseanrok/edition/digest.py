"""What is kept of an edition once another follows it: the facts of every record, to compare with those that come."""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from aseanrok import roles
from aseanrok.edition.archive import said
from aseanrok.edition.load import DATA, read_edition
from aseanrok.edition.publish import publish
from aseanrok.edition.write import replace
from aseanrok.errors import (
    CANNOT_WRITE,
    DONE,
    INTERRUPTED,
    PIPE_CLOSED,
    CannotWrite,
    Failure,
    InvalidData,
    UsageFailure,
    no_memory,
    opened,
    quoted,
    visible,
)
from aseanrok.model.base import Record
from aseanrok.model.column import Row
from aseanrok.model.field import declarations
from aseanrok.model.table import Table
from aseanrok.tables import PUBLISHED
from aseanrok.tables.conflicts import Conflict
from aseanrok.values import keyed

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
        facts = {*own, *table.record.tells}
        return [name for name in names if name in facts and name not in explaining]
    if table.belongs is not None:
        others = {table.belongs.field, table.key, "name", "name_ko", *roles.DOUBTS, *_EXPLAINING}
        return [name for name in names if name not in others]
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
        "alike": True,  # several rows of a record that go by the same are all there
        "former": {id: aliases[id] for id in sorted(set(earlier) - stands_in.keys()) if id in aliases},
        "tables": tables,
    }


def _named(table: Table, rows: list[Row], stands_in: Mapping[Any, Any]) -> Iterable[tuple[str, Row]]:
    """Yield each row with what it goes by: its id, or `asean/TLS` where it belongs to a record."""
    if table.belongs and table.record is None:
        yield from keyed(rows, table.belongs.field, table.key)
        return
    for row in rows:
        if stands_in.get(row["id"]) == table.name:  # an abbreviation in the glossary has the id of another record
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
    """Return a digest that was written; raise InvalidData where it cannot be read."""
    try:
        with opened(str(path)) as file:
            content: dict[str, Any] = json.loads(gzip.decompress(file.read()))
        ids(content)
    except OSError as error:  # gzip's own among them, which say no word of the system's
        raise InvalidData(f"{path} cannot be read: {error.strerror or error}") from None
    except (ValueError, EOFError, LookupError, TypeError, AttributeError, RecursionError, zlib.error):
        raise InvalidData(f"{path} is damaged; `git checkout` brings it back") from None
    return content


def _unpacked(path: Path) -> bytes | None:
    try:
        return gzip.decompress(path.read_bytes())
    except (EOFError, gzip.BadGzipFile, zlib.error):
        return None


def write(content: Mapping[str, Any], editions: Path = EDITIONS, *, force: bool = True) -> Path:
    """Write a digest in its place, whole or not at all, and return where; the same digest makes the same bytes.

    Raises UsageFailure where another of that edition is there and `force` is not given, CannotWrite where it cannot be.
    """
    path = editions / f"{content['version']}.json.gz"
    packed = gzip.compress(text(content).encode(), mtime=0)
    try:
        # Another gzip may have packed the same content otherwise; what is damaged is something else.
        if not force and path.is_file() and _unpacked(path) != text(content).encode():
            raise UsageFailure(f"{path} exists and says something else; --force replaces it")
        replace(path, packed)
    except OSError as error:
        raise CannotWrite(f"cannot write {path}: {error.strerror or error}") from None
    return path


HELP = """\
`python -m aseanrok.edition.digest` writes the digest of the edition as it stands; docs/releasing.md says when. Where a
digest of that edition says something else already, --force replaces it.
"""


def main(words: list[str]) -> int:
    """Write the digest of the edition as it stands and say where; return the exit code, as `aseanrok` has it."""
    try:
        if sys.stdout is None:  # closed by whoever started it
            raise CannotWrite("cannot write output: standard output is closed")
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        if wrong := [word for word in words if word not in ("--force", "--help")]:
            raise UsageFailure(f"{quoted(wrong[0])} is no word of this module; there are --force and --help")
        if "--help" in words:
            sys.stdout.write(HELP)
        else:
            sys.stdout.write(f"{write(current(), force='--force' in words)}\n")
        sys.stdout.flush()
    except Failure as failure:
        _tell(failure.message)
        return failure.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except MemoryError:
        _tell(no_memory().message)
        return CANNOT_WRITE
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or the flush at the end would complain once more
        if isinstance(error, BrokenPipeError):
            return PIPE_CLOSED
        _tell(f"cannot write output: {error.strerror}")
        return CANNOT_WRITE
    return DONE


def _tell(message: str) -> None:
    with suppress(OSError, AttributeError):  # then there is nobody to tell
        sys.stderr.write("".join(f"aseanrok: {visible(line)}\n" for line in message.splitlines()))
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
