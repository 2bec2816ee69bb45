"""Reads the edition's tables, one file at a time, on first touch. It builds nothing and writes nothing.

A table is a JSON array with a row on each line. So a row can be found by its text and read by itself: whoever wants one
record does not parse the others.
"""

from __future__ import annotations

import os

from aseanrok.errors import InvalidData, opened, unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, BinaryIO

    from aseanrok.slices import Slices
    from aseanrok.values import Row

PACKAGE = os.path.dirname(__file__)
PUBLISHED = os.path.join(PACKAGE, "published")

_read: dict[str, Any] = {}
_files: dict[str, bytes] = {}
_parts: dict[str, Slices] = {}


def forget() -> None:
    """Read the tables again when next asked for: they were made again."""
    for known in (_read, _files, _parts):
        known.clear()


def damaged(name: str) -> InvalidData:
    """Return what to say of a file that is not as it was made."""
    return InvalidData(f"{os.path.join(PUBLISHED, name)} is damaged; install aseanrok again")


def unreadable(name: str, error: OSError) -> InvalidData:
    """Return what to say of a file that cannot be opened or read; also where a folder or a zip file is."""
    if isinstance(error, FileNotFoundError):
        return InvalidData(f"{os.path.join(PUBLISHED, name)} is missing; install aseanrok again")
    return unread(os.path.join(PUBLISHED, name), error, "is damaged ({})")


def _bytes(name: str) -> bytes:
    """Return the content of a file; one that was cut short is damaged, and no smaller one."""
    if name not in _files:
        try:
            with opened(os.path.join(PUBLISHED, name)) as file:
                size = os.fstat(file.fileno()).st_size
                if name.endswith(".txt"):  # the last line is read apart: taken away later, it would cost a copy
                    size = max(0, size - len(END_OF_TEXT))
                content, end = file.read(size), file.read()
        except OSError as error:
            raise unreadable(name, error) from None
        if name.endswith(".txt"):
            whole = end == END_OF_TEXT
        elif content.startswith(b"["):
            whole = _is_table(content[:3], content[-3:])
        else:
            whole = content.startswith(b"{") and content.endswith(b"}")
        if not whole:
            raise damaged(name)
        _files[name] = content
    return _files[name]


END_OF_TEXT = b".\n"
"""The last line of every text file: without it the file was cut short, if only by whole lines."""


def _is_table(start: bytes, end: bytes) -> bool:
    """Say whether a file begins and ends as a table does: with a row on a line of its own."""
    return (start, end) == (b"[\n{", b"}\n]") or start == end == b"[]"


def _load(name: str, shape: type) -> Any:
    if name not in _read:
        from aseanrok import jsontext  # `--version` and the completion of ids answer without it

        content = _bytes(f"{name}.json")
        try:
            read = jsontext.read(content)
        except (ValueError, RecursionError):
            read = None
        rows = read if isinstance(read, list) else ()
        if not isinstance(read, shape) or not all(isinstance(row, dict) for row in rows):
            raise damaged(f"{name}.json")
        _read[name] = read
    return _read[name]


def _parsed(name: str, line: bytes) -> Row:
    from aseanrok import jsontext

    try:
        row = jsontext.read(line.rstrip(b",\n"))
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise damaged(f"{name}.json")
    return row


def _text(name: str, table: str = "index") -> str:
    """Return a text file; of one whose lines begin with the names of tables, those of a table, which stand together."""
    content = _bytes(name)
    if table != "index":
        lines, begun = b"\n" + content, f"\n{table} ".encode()
        first, last = lines.find(begun), lines.rfind(begun)
        content = lines[first + 1 : lines.find(b"\n", last + 1)] if first >= 0 else b""
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise damaged(name) from None


def table(name: str) -> list[Row]:
    """Return the rows of a published table, in their published order; every caller gets the same rows."""
    rows: list[Row] = _load(name, list)
    return rows


def stream(name: str) -> Iterator[Row]:
    """Yield the rows of a published table one at a time, in their published order, without holding them all."""
    if name in _read:
        yield from _read[name]
        return
    file = f"{name}.json"
    try:
        with opened(os.path.join(PUBLISHED, file)) as lines:
            _refuse_other(lines, file)  # before the first row is out: half an answer is worse than none
            for line in lines:
                if len(line) > 2:
                    yield _parsed(name, line)
    except OSError as error:
        raise unreadable(file, error) from None


def _refuse_other(lines: BinaryIO, file: str) -> None:
    start = lines.read(3)
    lines.seek(-min(3, lines.seek(0, os.SEEK_END)), os.SEEK_END)
    if not _is_table(start, lines.read()):
        raise damaged(file)
    lines.seek(0)


def rows_where(name: str, field: str, values: Iterable[str]) -> list[Row]:
    """Return the rows of a table whose field holds one of some texts, in their published order.

    Of a table that has not been read, only those rows are parsed; most are not even looked for: `rows.txt` knows them.
    """
    from aseanrok import jsontext, slices

    wanted = set(values)
    if name in _read:
        return [row for row in _read[name] if row.get(field) in wanted]
    lines: Iterable[bytes] | None = _placed(name, field, wanted)
    if lines is None:
        members = {f'"{field}":{jsontext.quoted(value)}'.encode(errors="surrogatepass") for value in wanted}
        lines = slices.lines_with(_bytes(f"{name}.json"), members, f'[\n{{"{field}":'.encode())
    found = (_parsed(name, line) for line in lines)
    # An object inside the row may have a field of that name as well.
    return [row for row in found if row.get(field) in wanted]


def rows_naming(name: str, field: str, value: str) -> list[Row]:
    """Return the rows of a table whose field is a list that holds a text, in their published order.

    Of a table that has not been read, only rows that hold the text at all are parsed.
    """
    from aseanrok import jsontext, slices

    if name in _read:
        return [row for row in _read[name] if value in row[field]]
    lines: Iterable[bytes] | None = _placed(name, field, {value})
    if lines is None:
        lines = slices.lines_holding(_bytes(f"{name}.json"), jsontext.quoted(value).encode(errors="surrogatepass"))
    return [row for line in lines if value in (row := _parsed(name, line))[field]]


_FEW = 40
"""Up to so many values are looked for one by one; for more it is quicker to go through the lines."""


def _placed(name: str, field: str, values: set[str]) -> list[bytes] | None:
    """Return the lines of a table whose field holds one of some texts; None where it is not known where they stand."""
    from aseanrok.slices import Places

    file, column = _part(f"{name}.json"), f"{name}.{field}"
    try:
        places = _read.get("rows.txt") or _read.setdefault("rows.txt", Places(_part("rows.txt")))
        if len(values) > _FEW or not places.knows(column, len(file)):
            return None
        starts = sorted({start for value in values for start in places.of(column, value)})
    except ValueError:
        raise damaged("rows.txt") from None
    return [line for start, count in starts for line in file.lines(start, count)]


def _part(name: str) -> Slices:
    """Return a file of which only some parts are read; one that was cut short is damaged, and no smaller one."""
    if name not in _parts:
        from aseanrok.slices import Slices

        try:
            file = Slices(path := os.path.join(PUBLISHED, name), opened(path))
            if name.endswith(".txt"):
                whole = file[max(0, file.size - 3) :] in (b"\n" + END_OF_TEXT, END_OF_TEXT)
                file.size -= len(END_OF_TEXT)
            else:
                whole = _is_table(file[:3], file[max(0, file.size - 3) :])
        except OSError as error:
            raise unreadable(name, error) from None
        if not whole:
            raise damaged(name)
        _parts[name] = file
    return _parts[name]


def text(name: str) -> str:
    """Return a published table as JSON, a row on each line, without parsing it: its sum tells whether it is whole."""
    import zlib  # a fiftieth of what it takes to parse the tables

    content = _bytes(file := f"{name}.json")
    if edition()["sums"].get(file) != zlib.crc32(content):
        raise damaged(file)
    return content.decode()


def find(id: str) -> Row | None:
    """Return the index row of a record, or None where no record has this id."""
    return next(iter(rows_where("index", "id", (id,))), None)


def record(id: str) -> Row | None:
    """Return the published row of a record, with the name of its table, or None where no record has this id."""
    if (entry := find(id)) is None:
        return None
    table = entry["table"]
    # An abbreviation stands in the glossary under the id of the record it is of.
    found = (row for row in rows_where(table, "id", (id,)) if not row.get("about") or table != "glossary")
    return {"table": table, **next(found)}


def described(name: str) -> Row | None:
    """Return what is said of a published table and its fields, or None where there is no such table."""
    return next(iter(rows_where("fields", "name", (name,))), None)


def all_described() -> list[Row]:
    """Return what is said of every table, in the order an export holds them."""
    tables: list[Row] = _load("fields", list)
    return tables


def edition() -> dict[str, Any]:
    """Return the edition: `version`, `read` (the day its sources were last read), `records`, rows of each table."""
    about: dict[str, Any] = _load("edition", dict)
    tables = about.get("tables")
    counted = isinstance(tables, dict) and all(isinstance(rows, int) for rows in tables.values())
    if not (counted and about.keys() >= {"version", "read", "records", "sums"}):
        raise damaged("edition.json")
    return about


def version() -> str:
    """Return what the data are, in words: `data edition 2026.11, 234 records, sources read 2026-11-23`."""
    return _text("version.txt").rstrip("\n")


def commands() -> list[list[str]]:
    """Return the commands of the tables, each as the parts of its line in `commands.txt`."""
    return [line.split("\t") for line in _text("commands.txt").splitlines()]


def ids(name: str) -> list[str]:
    """Return the ids of a table, or of every record for `index`, in their published order."""
    return [id for line in _text("ids.txt", name).splitlines() for id in line.split(" ")[1:]]


def names(table: str) -> list[tuple[str, str, list[str]]]:
    """Return of each record of a table, or of every one for `index`: its id, what it is called, its other names."""
    lines = (line.partition(" ")[2].split("\t") for line in _text("names.txt", table).splitlines())
    return [(id, called, others) for id, called, *others in lines]


def search_column(name: str) -> Slices:
    """Return a column of the index of the search, of which only what is asked for is read."""
    return _part(f"search-{name}.txt")


def search_names(name: str) -> Any:
    """Return what else the search reads: `names` (what things are called) or `words` (the vocabulary).

    `texts` says how what a search looks through is made from the rows; no search reads it.
    """
    return _load(f"search-{name}", dict)
