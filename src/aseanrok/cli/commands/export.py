"""`aseanrok export`: the tables as files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

from aseanrok import __version__, output, schema, store
from aseanrok.cli import streams
from aseanrok.cli.answer import refuse_unused
from aseanrok.cli.request import Request
from aseanrok.errors import UsageFailure
from aseanrok.names import choice_or_fail
from aseanrok.views import Listing, View

HELP = """\
Every published table, or the named ones.

JSON is one object with the edition and an array for each table. A flat format (csv, tsv, ...) without a table is
the index of all records; with one, that table; several tables in a flat format go into a folder.

\b
Examples:
  aseanrok export --format json > aseanrok.json
  aseanrok export timeline --format csv > timeline.csv
  aseanrok export meetings documents --format csv --output folder"""


def run(request: Request) -> View | Iterator[str] | None:
    """Return one table, or all of them as JSON; None where they were written into a folder."""
    published = schema.published()
    tables = list(dict.fromkeys(choice_or_fail("table", name, published) for name in request.names))
    request.usual_format = "json"
    name = request.format or request.usual_format
    if name == "json":
        return _json(tables or published)
    if len(tables) <= 1:
        return View(_listing(request, tables[0] if tables else "index"))
    path = request.option("output")
    if not path:
        raise UsageFailure(f"several tables as --format {name} need a folder: --output FOLDER")
    for table in tables:
        _listing(request, table)  # what is wrong is told before anything is written
    refuse_unused(request, name)
    _folder(request, tables, name, path)
    return None


def _listing(request: Request, table: str) -> Listing:
    known = schema.table(table)
    return request.listing(table=known, columns=tuple(known.fields))


def _json(tables: list[str]) -> Iterator[str]:
    edition = store.edition()
    about = {"version": edition["version"], "sources_read": edition["read"], "tool": __version__}
    yield '{\n"edition": ' + json.dumps(about)
    for table in tables:
        yield f',\n"{table}": {store.text(table)}'
    yield "\n}\n"


def _folder(request: Request, tables: list[str], name: str, folder: str) -> None:
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise UsageFailure(f"--output: {folder} is a file; several tables need a folder")
    os.makedirs(folder, exist_ok=True)
    for table in tables:
        path = os.path.join(folder, f"{table}{output.format_of(name).ending}")
        pieces = output.renderer(name)(View(_listing(request, table)))
        streams.write_file(path, pieces, force=bool(request.flag("force")))
