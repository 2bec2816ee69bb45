"""A record with everything that belongs to it, as rows: what machines get, and what a card is made from."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.values import Row


def full(row: Row) -> Row:
    """Return a record with lists of the rows that belong to it: only those rows are read.

    `contributions` of a fund, `members` of a framework, `statistics` about anything, and so on, as the tables declare;
    `relations`, `citations`, `conflicts` (each with its `statements`), and the `coverage` of a series.
    """
    if row["table"] == "coverage":  # its id is that of the series or table it measures
        return row
    id = row["id"]
    found: dict[str, list[Row]] = {}
    parts: dict[str, str] = {}  # the rows that are parts of the record, and the table of each
    for table in schema.tables():
        if table.belongs and table.name != row["table"]:
            found[table.name] = store.rows_where(table.name, table.belongs["field"], (id,))
            if table.belongs["part"]:
                parts.update({each["id"]: table.name for each in found[table.name]})
    found["relations"] = store.rows_where("relations", "id", (id,))
    cited = store.rows_where("citations", "id", (id, *parts))
    found["citations"] = [{**each, "part": parts.get(each["id"], each["part"])} for each in cited]
    if row["table"] == "series":
        found["coverage"] = store.rows_where("coverage", "id", (id,))
    found["conflicts"] = _conflicts(row, [id, *parts])
    return {**row, **{name: rows for name, rows in found.items() if rows}}


def _conflicts(row: Row, about: list[str]) -> list[Row]:
    """Return the conflicts about some records, or the conflict itself, each with its statements."""
    found = store.rows_where("conflicts", "about", about)
    if row["table"] == "conflicts":
        found = [*found, *store.rows_where("conflicts", "id", (row["id"],))]
    statements = store.rows_where("statements", "conflict", [conflict["id"] for conflict in found]) if found else []
    return [
        {**conflict, "statements": [each for each in statements if each["conflict"] == conflict["id"]]}
        for conflict in found
    ]
