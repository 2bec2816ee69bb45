"""SQLite: a database of typed tables that refer to each other, with texts to search and what every field means.

It is made in memory, checked, and given out as it stands. The same rows give the same bytes.
"""

from __future__ import annotations

import json
from html import escape

from aseanrok import __version__, progress, roles, store
from aseanrok.errors import CannotWrite, UsageFailure, wants_memory
from aseanrok.output import Format
from aseanrok.output._relational import LICENCE, LICENCE_URL, TITLE, Stored, Target, stored
from aseanrok.schema import Field
from aseanrok.values import Row
from aseanrok.views import View, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from sqlite3 import Connection
    from typing import Any

FORMAT = Format(
    110,
    "a database: types, keys, references, and texts to search, in Korean too",
    (".db", ".sqlite", ".sqlite3"),
    together=True,
    binary=True,
)

OLDEST = (3, 36)
"""The first SQLite that searches by trigrams and gives a database out of memory."""

ROW = "row"
"""What numbers the rows of a table in which nothing else names them."""

_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def render(view: View) -> Iterator[bytes]:
    """Yield a database of one table."""
    yield from together((view,))


def together(views: Iterable[View]) -> Iterator[bytes]:
    """Yield a database of several tables, in which each reference leads to a row that is there."""
    try:
        import sqlite3
    except ImportError as error:  # a Python that was built without it
        if wants_memory(error):
            raise
        raise UsageFailure("sqlite needs SQLite, and this Python was built without it") from None
    if sqlite3.sqlite_version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        raise UsageFailure(f"sqlite needs SQLite {wanted} or later; this Python has {sqlite3.sqlite_version}")
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _fill(database, stored(views))
        made = database.serialize()
    except sqlite3.Error as error:
        raise CannotWrite(f"SQLite cannot make the database: {error}") from error
    finally:
        database.close()
    yield made


def _fill(database: Connection, tables: list[Stored]) -> None:
    database.execute("PRAGMA page_size = 4096")
    database.execute("PRAGMA temp_store = MEMORY")  # else VACUUM writes a file beside, of a database in memory too
    database.execute("BEGIN")
    names = {each.name for each in tables}
    wanted = {target for each in tables for target in (*each.single.values(), *each.several.values())}
    for each in progress.through(tables, [len(each.rows) for each in tables], begin=0.3, end=0.6):
        _table(database, each, {target.field for target in wanted if target.table == each.name})
    for each in progress.through(tables, [len(each.rows) for each in tables], begin=0.6, end=0.8):
        _links(database, each)
        _indexes(database, each)
    for name, write in (("texts", _texts), ("fields", _fields), ("edition", _edition)):
        if name not in names:  # a listing that is called so comes first
            write(database, tables)
    database.execute("COMMIT")
    database.execute("VACUUM")  # what the index of words took while it was made is a sixth of the file
    _check(database)


def _check(database: Connection) -> None:
    """Raise RuntimeError where the database is not whole; nothing of it has been written then."""
    (whole,) = database.execute("PRAGMA integrity_check").fetchone()
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    if whole != "ok" or broken:
        raise RuntimeError(f"the database is not whole: {whole}, {broken[:3]}")


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(database: Connection, table: Stored, wanted: set[str]) -> None:
    parts = [] if table.key else [f"{quoted(ROW)} INTEGER PRIMARY KEY"]
    for field in table.fields:
        part = f"{quoted(field.name)} {_TYPES.get(field.type, 'TEXT')}"
        if field.name == table.key:
            part += " PRIMARY KEY NOT NULL"
        elif field.name in wanted:
            part += " UNIQUE"
        elif field.type == "boolean":
            part += f" CHECK ({quoted(field.name)} IN (0, 1))"
        if target := table.single.get(field.name):
            part += f" REFERENCES {quoted(target.table)} ({quoted(target.field)})"
        parts.append(part)
    said = ",\n  ".join(parts)
    database.execute(f"CREATE TABLE {quoted(table.name)} (\n  {said}\n)")
    names = [field.name for field in table.fields]
    values = ([_stored(row.get(name)) for name in names] for row in table.rows)
    _insert(database, table.name, values if table.key else ([at, *row] for at, row in enumerate(values, 1)))


def _stored(value: Any) -> Any:
    """Return a value as a column holds it: a list as JSON, so that `json_each` takes it apart."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value


def _links(database: Connection, table: Stored) -> None:
    """Make a table for each list that names rows of a table: one row for each pair."""
    key = table.key or ROW
    type_ = "TEXT" if table.key else "INTEGER"
    for name, target in table.several.items():
        link, one, other = f"{table.name}_{name}", f"{table.name}_{key}", f"{name}_{target.field}"
        database.execute(
            f"CREATE TABLE {quoted(link)} (\n"
            f"  {quoted(one)} {type_} NOT NULL REFERENCES {quoted(table.name)} ({quoted(key)}),\n"
            f"  {quoted(other)} TEXT NOT NULL REFERENCES {quoted(target.table)} ({quoted(target.field)}),\n"
            f"  PRIMARY KEY ({quoted(one)}, {quoted(other)})\n) WITHOUT ROWID"
        )
        pairs = (
            (row[key] if table.key else at, value)
            for at, row in enumerate(table.rows, 1)
            for value in dict.fromkeys(row.get(name) or ())
        )
        _insert(database, link, pairs)
        _index(database, link, other)


def _indexes(database: Connection, table: Stored) -> None:
    for field in table.fields:
        if field.name != table.key and (field.name in table.single or field.type == "date"):
            _index(database, table.name, field.name)


def _index(database: Connection, table: str, column: str) -> None:
    database.execute(f"CREATE INDEX {quoted(f'{table}_{column}_index')} ON {quoted(table)} ({quoted(column)})")


def _insert(database: Connection, table: str, rows: Iterable[Iterable[Any]]) -> None:
    made = [tuple(row) for row in rows]
    if made:
        marks = ", ".join("?" * len(made[0]))
        database.executemany(f"INSERT INTO {quoted(table)} VALUES ({marks})", made)


def quoted(name: str) -> str:
    """Return a name as SQL writes it, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


# --- what helps to read them -----------------------------------------------------------------------------------------


def _texts(database: Connection, tables: list[Stored]) -> None:
    """Make the texts to search: a row for each record, and over them an index of every three letters in a row.

    So Korean is found inside words. What is shorter is found in the texts themselves, with LIKE.
    """
    records = [each for each in tables if each.table.has_records] or tables
    found = [row for each in records for row in _searched(each)]
    if not found:
        return
    database.execute(
        'CREATE TABLE "texts" (\n  "row" INTEGER PRIMARY KEY,\n  "id" TEXT NOT NULL,\n  "table" TEXT NOT NULL,\n'
        '  "title" TEXT,\n  "title_ko" TEXT,\n  "text" TEXT\n)'
    )
    _insert(database, "texts", ((at, *row) for at, row in enumerate(found, 1)))
    _index(database, "texts", "id")
    # sqlite-utils and Datasette look for `content="texts"`, without blanks.
    database.execute(
        'CREATE VIRTUAL TABLE "texts_fts" USING fts5(\n'
        """  "title", "title_ko", "text", content="texts", content_rowid="row", tokenize='trigram'\n)"""
    )
    database.execute("""INSERT INTO "texts_fts" ("texts_fts") VALUES ('rebuild')""")
    database.execute("""INSERT INTO "texts_fts" ("texts_fts") VALUES ('optimize')""")


def _searched(table: Stored) -> Iterator[tuple[str, ...]]:
    known = table.table
    label = known.first(roles.LABEL)
    names = {field.name for field in table.fields}
    if label not in names or known.key not in names:
        return
    others = [field for field in table.fields if _is_text(field, table) and field.name not in (label, f"{label}_ko")]
    for row in table.rows:
        values = (text(row.get(field.name)) for field in others)
        told = "\n".join(value for value in values if value and not value.startswith(("http://", "https://")))
        yield known.id_of(row), known.name, text(row.get(label)), text(row.get(f"{label}_ko")), told


def _is_text(field: Field, table: Stored) -> bool:
    """Say whether a field holds words of its own, and no code, no id and no word of a closed vocabulary."""
    refers = field.refers_to or roles.COUNTRY in field.roles
    return (
        field.type in ("text", "list") and field.searched and not (refers or field.words or roles.WHOLE in field.roles)
    )


def _fields(database: Connection, tables: list[Stored]) -> None:
    database.execute(
        'CREATE TABLE "fields" (\n  "table" TEXT NOT NULL,\n  "name" TEXT NOT NULL,\n  "type" TEXT NOT NULL,\n'
        '  "refers_to" TEXT,\n  "heading" TEXT,\n  "heading_ko" TEXT,\n  "description" TEXT,\n'
        '  PRIMARY KEY ("table", "name")\n) WITHOUT ROWID'
    )
    _insert(database, "fields", (_said(each, field) for each in tables for field in each.fields))


def _said(table: Stored, field: Field) -> tuple[str | None, ...]:
    target: Target | None = table.single.get(field.name) or table.several.get(field.name)
    refers_to = f"{target.table}.{target.field}" if target else None
    return table.name, field.name, field.type, refers_to, field.heading, field.heading_ko, field.description


def _edition(database: Connection, tables: list[Stored]) -> None:
    """Make the table of one row that says which edition this is; it holds what Datasette wants to know as well."""
    known = store.edition()
    about: Row = {
        "title": TITLE,
        "version": known["version"],
        "sources_read": known["read"],
        "newest": known["newest"],
        "tool": f"aseanrok {__version__}",
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "datasette": json.dumps(_datasette(tables, known["version"]), ensure_ascii=False, indent=1),
    }
    columns = ",\n  ".join(f"{quoted(name)} TEXT" for name in about)
    database.execute(f'CREATE TABLE "edition" (\n  {columns}\n)')
    _insert(database, "edition", [about.values()])


def _datasette(tables: list[Stored], version: str) -> dict[str, Any]:
    """Return what `datasette aseanrok.db --metadata FILE` reads: titles, meanings, the licence."""
    return {
        "title": TITLE,
        "description": f"Edition {version}. Every record names its sources.",
        "license": LICENCE,
        "license_url": LICENCE_URL,
        "databases": {"aseanrok": {"tables": _TEXTS | {each.name: _shown(each) for each in tables}}},
    }


_TEXTS = {
    "texts": {"description": "The words of every record, to search: three letters or more.", "label_column": "title"}
}


def _shown(table: Stored) -> dict[str, Any]:
    names = {field.name for field in table.fields}
    # What the columns mean is one step away: Datasette would put it all before the first row.
    meanings = f'<a href="fields?table={table.name}">What its columns mean.</a>'
    said: dict[str, Any] = {"description_html": f"{escape(table.table.about)} {meanings}"}
    if (label := table.table.first(roles.LABEL)) in names:
        said["label_column"] = label
    if (date := table.table.first(roles.DATE)) in names:
        said["sort"] = date
    said["facets"] = [name for name in (table.table.first(roles.KIND),) if name in names]
    return said
