"""`aseanrok export`: the tables as files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

from aseanrok import __version__, query, store
from aseanrok.cli import streams
from aseanrok.cli.request import Request
from aseanrok.errors import UsageFailure
from aseanrok.output import renderer
from aseanrok.views import Listing, View

ENDINGS = {"excel": "csv", "plain": "txt", "records": "txt", "table": "txt"}


def run(request: Request) -> View | Iterator[str] | None:
    """Every published table, or the named ones.

    JSON is one object with the edition and an array for each table. A flat format (csv, tsv, ...) without a table is
    the index of all records; with one, that table; several tables in a flat format go into a folder.

    \b
    Examples:
      aseanrok export --format json > aseanrok.json
      aseanrok export timeline --format csv > timeline.csv
      aseanrok export meetings documents --format csv --output folder
    """
    tables = [query.choice_or_fail("table", name, store.published()) for name in request.names]
    format_ = request.format or "json"
    if format_ == "json":
        return _json(tables or store.published())
    if len(tables) <= 1:
        return View(_listing(request, tables[0] if tables else "index"))
    path = request.option("output")
    if not path:
        raise UsageFailure(f"several tables as {format_} need a folder: --output FOLDER")
    _folder(request, tables, format_, path)
    return None


def _listing(request: Request, table: str) -> Listing:
    listing = request.listing(table=table)
    if request.option("fields"):
        return listing
    return listing._replace(columns=tuple(field["name"] for field in store.fields(table)))


def _json(tables: list[str]) -> Iterator[str]:
    edition = store.edition()
    about = {"version": edition["version"], "sources_read": edition["read"], "tool": __version__}
    yield '{\n"edition": ' + json.dumps(about)
    for table in tables:
        yield f',\n"{table}": {store.text(table)}'
    yield "\n}\n"


def _folder(request: Request, tables: list[str], format_: str, folder: str) -> None:
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise UsageFailure(f"--output: {folder} is a file; several tables need a folder")
    os.makedirs(folder, exist_ok=True)
    for table in tables:
        path = os.path.join(folder, f"{table}.{ENDINGS.get(format_, format_)}")
        pieces = renderer(format_)(View(_listing(request, table)))
        streams.write_file(path, pieces, force=bool(request.option("force")))
