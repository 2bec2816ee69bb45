"""The published tables as one SQLite file with a full-text index: what the database peers are asked, and what serves
where an archive has outgrown its JSON tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Tables = Mapping[str, list[dict[str, Any]]]


def write(path: Path, tables: Tables) -> None:
    """Write tables into a new database: lists as JSON text, a table of memberships, and `records` with all words."""
    database = sqlite3.connect(path)
    for name, rows in tables.items():
        if rows:
            _insert(database, name, list(rows[0]), ([_value(row[key]) for key in rows[0]] for row in rows))
    _insert(
        database,
        "timeline_frameworks",
        ["row", "framework"],
        ([number, id] for number, row in enumerate(tables["timeline"], start=1) for id in row["frameworks"]),
    )
    database.execute("create index by_framework on timeline_frameworks (framework, row)")
    words = _words(tables)
    _insert(
        database,
        "records",
        ["id", "title", "words"],
        ([row["id"], row["title"], words[row["id"]]] for row in tables["index"]),
    )
    # Named and made as sqlite-utils makes it, which looks for it by its text.
    database.execute("CREATE VIRTUAL TABLE [records_fts] USING FTS5 ([title], [words], content=[records])")
    database.execute("insert into records_fts (rowid, title, words) select rowid, title, words from records")
    database.commit()
    database.execute("vacuum")
    database.close()


def _insert(database: sqlite3.Connection, table: str, columns: list[str], rows: Iterable[list[Any]]) -> None:
    names = ", ".join(f"[{column}]" for column in columns)
    database.execute(f"create table [{table}] ({names})")
    database.executemany(f"insert into [{table}] values ({', '.join('?' * len(columns))})", rows)


def _value(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _words(tables: Tables) -> dict[str, str]:
    """Return all the words of every record: those of its index row and of its own row."""
    words = {row["id"]: _joined(row) for row in tables["index"]}
    for table in {row["table"] for row in tables["index"]}:
        for row in tables[table]:
            if row["id"] in words:
                words[row["id"]] += " " + _joined(row)
    return words


def _joined(row: Mapping[str, Any]) -> str:
    return " ".join(str(value) for value in row.values() if isinstance(value, str | list))
