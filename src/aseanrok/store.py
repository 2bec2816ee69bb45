"""Reads the edition's tables, one file at a time, on first touch."""

from __future__ import annotations

import os

from aseanrok.errors import Failure, InvalidData

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, Any

    Row = dict[str, Any]

PACKAGE = os.path.dirname(__file__)
DATA = os.path.join(PACKAGE, "data")
TABLES = os.path.join(PACKAGE, "tables")

_read: dict[str, Any] = {}


def _load(name: str) -> Any:
    if name not in _read:
        import json  # `--version` and the completion of ids answer without it

        _read[name] = json.loads(_text(f"{name}.json"))
    return _read[name]


def _text(name: str) -> str:
    # Text mode would look for line ends: 3 ms in the largest table.
    with _open(name) as file:
        return file.read().decode("utf-8")


def _open(name: str) -> IO[bytes]:
    if not _read:
        _refresh()
        _read[""] = None  # looked once
    try:
        return open(os.path.join(TABLES, name), "rb")
    except FileNotFoundError:
        raise InvalidData(f"{name}: the edition's tables are missing; install aseanrok again") from None


def stream(name: str) -> Iterator[Row]:
    """Return the rows of a published table one at a time, in their published order, without holding them all.

    A table has a row on each line, so that a line can be read by itself.
    """
    if name in _read:
        return iter(_read[name])
    return _lines(_open(f"{name}.json"))


def _lines(file: IO[bytes]) -> Iterator[Row]:
    import json

    with file:
        for line in file:
            if line.startswith(b"{"):
                yield json.loads(line.rstrip(b",\n"))


def text(name: str) -> str:
    """Return a published table as JSON, a row on each line, without reading what it says."""
    return _text(f"{name}.json")


def version() -> str:
    """Return what the data are, in words: `data edition 2026.11, 234 records, sources read 2026-11-23`."""
    return _text("version.txt").rstrip("\n")


def ids(table: str) -> list[str]:
    """Return the ids of a table, or of every record for `index`, in their published order."""
    lines = (line.split(" ") for line in _text("ids.txt").splitlines())
    return [id for name, id in lines if table in (name, "index")]


def table(name: str) -> list[Row]:
    """Return the rows of a published table, in their published order; every caller gets the same rows."""
    rows: list[Row] = _load(name)
    return rows


def edition() -> dict[str, Any]:
    """Return the edition: `version`, `read` (the day its sources were last read), `records`, rows of each table."""
    about: dict[str, Any] = _load("edition")
    return about


def fields(name: str) -> list[dict[str, str]]:
    """Return the documented fields of a published table: `name`, `type`, `description`."""
    documented: list[dict[str, str]] = _load("fields")[name]["fields"]
    return documented


def about(name: str) -> str:
    """Return what a published table holds, in one sentence."""
    sentence: str = _load("fields")[name]["about"]
    return sentence


def published() -> list[str]:
    """Return the names of the published tables, in the order an export holds them."""
    return list(_load("fields"))


def private(name: str) -> Any:
    """Return a private table of the search: `search`, `search-passages`, `search-names` or `search-words`."""
    return _load(name)


def find(id: str) -> Row | None:
    """Return the index row of a record, or None where no record has this id."""
    return next((row for row in table("index") if row["id"] == id), None)


def record(id: str) -> Row | None:
    """Return the published row of a record, with the name of its table, or None where no record has this id."""
    entry = find(id)
    if entry is None:
        return None
    row = next(row for row in table(entry["table"]) if row["id"] == id)
    return {"table": entry["table"], **row}


def _refresh() -> None:
    """Rebuild the tables of a source checkout whose facts or rules are newer; an installed wheel never rebuilds."""
    checkout = os.path.dirname(os.path.dirname(PACKAGE))
    if not os.path.exists(os.path.join(checkout, "hatch_build.py")):
        return
    try:
        built = os.stat(os.path.join(TABLES, "edition.json")).st_mtime_ns
    except OSError:
        built = 0
    for folder in (DATA, *(os.path.join(PACKAGE, name) for name in ("model", "edition", "fold"))):
        with os.scandir(folder) as entries:
            newest = max((entry.stat().st_mtime_ns for entry in entries if entry.is_file()), default=0)
        if newest > built:
            _build()
            return


def _build() -> None:
    from pathlib import Path

    from aseanrok.edition import build

    try:
        build(Path(TABLES))
    except OSError as error:
        raise Failure(f"cannot build the tables in {TABLES}: {error.strerror}") from None
