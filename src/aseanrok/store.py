"""Reads the edition's tables, one file at a time, on first touch. It builds nothing and writes nothing.

A table is a JSON array with a row on each line. So a row can be found by its text and read by itself: whoever wants one
record does not parse the others.
"""

from __future__ import annotations

import os

from aseanrok.errors import InvalidData

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO, Any

    from aseanrok.values import Row

PACKAGE = os.path.dirname(__file__)
PUBLISHED = os.path.join(PACKAGE, "published")

_read: dict[str, Any] = {}
_files: dict[str, bytes] = {}


def _open(name: str) -> IO[bytes]:
    try:
        return open(os.path.join(PUBLISHED, name), "rb")
    except FileNotFoundError:
        raise _damaged(name, "is missing") from None
    except OSError as error:
        raise _damaged(name, f"cannot be read: {error.strerror}") from None


def _damaged(name: str, what: str) -> InvalidData:
    return InvalidData(f"{os.path.join(PUBLISHED, name)} {what}; install aseanrok again")


def _bytes(name: str) -> bytes:
    """Return the content of a file; one that was cut short is damaged, and no empty table."""
    if name not in _files:
        with _open(name) as file:
            content = file.read()
        end = b"\n" if name.endswith(".txt") else b"]" if content[:1] == b"[" else b"}"
        if not content.endswith(end):
            raise _damaged(name, "is damaged")
        _files[name] = content
    return _files[name]


def _load(name: str) -> Any:
    if name not in _read:
        import json  # `--version` and the completion of ids answer without it

        try:
            _read[name] = json.loads(_bytes(f"{name}.json"))
        except ValueError:
            raise _damaged(f"{name}.json", "is damaged") from None
    return _read[name]


def _parsed(name: str, line: bytes) -> Any:
    import json

    try:
        return json.loads(line.rstrip(b",\n"))
    except ValueError:
        raise _damaged(f"{name}.json", "is damaged") from None


# --- published tables -----------------------------------------------------------------------------------------------


def table(name: str) -> list[Row]:
    """Return the rows of a published table, in their published order; every caller gets the same rows."""
    rows: list[Row] = _load(name)
    return rows


def stream(name: str) -> Iterator[Row]:
    """Yield the rows of a published table one at a time, in their published order, without holding them all."""
    if name in _read:
        yield from _read[name]
        return
    last = b""
    with _open(f"{name}.json") as file:
        for line in file:
            if line.startswith(b"{"):
                yield _parsed(name, line)
            last = line
    if not last.endswith(b"]"):
        raise _damaged(f"{name}.json", "is damaged")


def rows_where(name: str, field: str, values: Iterable[str]) -> list[Row]:
    """Return the rows of a table whose field holds one of some texts, in their published order.

    Of a table that has not been read, only those rows are parsed.
    """
    wanted = set(values)
    if name in _read:
        return [row for row in _read[name] if row[field] in wanted]
    content = _bytes(f"{name}.json")
    if len(wanted) > _FEW and content.startswith(f'[\n{{"{field}":'.encode()):
        lines = _lines_beginning(content, {_member(field, value) for value in wanted})
    else:
        starts = {at for value in wanted for at in _lines_with(content, _member(field, value))}
        lines = (content[at : content.index(b"\n", at)] for at in sorted(starts))
    found = (_parsed(name, line) for line in lines)
    # An object inside the row may have a field of that name as well.
    return [row for row in found if row[field] in wanted]


def rows_naming(name: str, field: str, value: str) -> list[Row]:
    """Return the rows of a table whose field is a list that holds a text, in their published order.

    Of a table that has not been read, only rows that hold the text at all are parsed.
    """
    if name in _read:
        return [row for row in _read[name] if value in row[field]]
    import json

    content, needle = _bytes(f"{name}.json"), json.dumps(value, ensure_ascii=False).encode()
    found = []
    at = content.find(needle)
    while at >= 0:
        end = content.find(b"\n", at)
        found.append(_parsed(name, content[content.rfind(b"\n", 0, at) + 1 : end]))
        at = content.find(needle, end)
    return [row for row in found if value in row[field]]


_FEW = 6
"""Up to so many values are looked for one by one; for more it is quicker to go through the lines."""


def _lines_beginning(content: bytes, members: set[bytes]) -> Iterator[bytes]:
    """Yield the lines whose first member is one of some."""
    for line in content.split(b"\n"):
        if line[1 : line.find(b'",') + 1] in members:
            yield line


def _member(field: str, value: str) -> bytes:
    import json

    return f'"{field}":{json.dumps(value, ensure_ascii=False)}'.encode()


def _lines_with(content: bytes, needle: bytes) -> Iterator[int]:
    """Yield where the lines begin that hold a member of an object: a field with its value."""
    at = content.find(needle)
    while at >= 0:
        # A text inside a text has its quotes escaped, so that a member is never found in one.
        if content[at - 1 : at] in (b"{", b","):
            yield content.rfind(b"\n", 0, at) + 1
        at = content.find(needle, at + 1)


def text(name: str) -> str:
    """Return a published table as JSON, a row on each line, without reading what it says."""
    return _bytes(f"{name}.json").decode()


def find(id: str) -> Row | None:
    """Return the index row of a record, or None where no record has this id."""
    return next(iter(rows_where("index", "id", (id,))), None)


def record(id: str) -> Row | None:
    """Return the published row of a record, with the name of its table, or None where no record has this id."""
    entry = find(id)
    if entry is None:
        return None
    found = rows_where(entry["table"], "id", (id,))
    # An abbreviation stands in the glossary under the id of the record it is of.
    return {
        "table": entry["table"],
        **next(row for row in found if not row.get("about") or entry["table"] != "glossary"),
    }


# --- the edition ----------------------------------------------------------------------------------------------------


def described(name: str) -> Row | None:
    """Return what is said of a published table and its fields, or None where there is no such table."""
    return next(iter(rows_where("fields", "name", (name,))), None)


def all_described() -> list[Row]:
    """Return what is said of every table, in the order an export holds them."""
    tables: list[Row] = _load("fields")
    return tables


def edition() -> dict[str, Any]:
    """Return the edition: `version`, `read` (the day its sources were last read), `records`, rows of each table."""
    about: dict[str, Any] = _load("edition")
    return about


def version() -> str:
    """Return what the data are, in words: `data edition 2026.11, 234 records, sources read 2026-11-23`."""
    return _bytes("version.txt").decode().rstrip("\n")


def commands() -> list[list[str]]:
    """Return the commands of the tables, each as the parts of its line in `commands.txt`."""
    return [line.split("\t") for line in _bytes("commands.txt").decode().splitlines()]


def ids(name: str) -> list[str]:
    """Return the ids of a table, or of every record for `index`, in their published order."""
    lines = (line.split(" ") for line in _bytes("ids.txt").decode().splitlines())
    return [id for table, id in lines if name in (table, "index")]


def search_column(name: str) -> bytes:
    """Return a column of the index of the search, a record a line: `facts`, `keys`, `text` or `passages`."""
    return _bytes(f"search-{name}.txt").removesuffix(b"\n")


def search_names(name: str) -> Any:
    """Return what else the search reads: `names` (what things are called) or `words` (the vocabulary)."""
    return _load(f"search-{name}")


def forget() -> None:
    """Forget what was read: the tables have been made again."""
    _read.clear()
    _files.clear()
