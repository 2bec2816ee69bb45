"""`aseanrok export`: the tables as files."""

from __future__ import annotations

import json
import os

from aseanrok import __version__, output, schema, store
from aseanrok.cli.request import Request
from aseanrok.errors import UsageFailure, quoted
from aseanrok.names import table_or_fail
from aseanrok.views import Book, Folder, Listing, View
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

HELP = """\
Every published table, or the named ones.

JSON is one object with the edition and an array for each table; sqlite is one database of tables that refer to each
other, xlsx one workbook with a sheet for each, and datapackage a folder of CSV files with a description of them. A flat
format (csv, tsv, ...) without a table is the index of all records; with one, that table; several tables in a flat
format go into a folder.

\b
Examples:
  aseanrok export --format json > aseanrok.json
  aseanrok export timeline --format csv > timeline.csv
  aseanrok export meetings documents --format csv --output folder
  aseanrok export --output aseanrok.db
  aseanrok export --output aseanrok.xlsx
  aseanrok export --format datapackage --output aseanrok-data"""


INDEX = "the index of all records; a table that is named has all its fields"


def run(request: Request) -> View | Book | Folder | Iterator[str]:
    """Return one table, all of them in one file, or several as the files of a folder."""
    published = schema.published()
    tables = list(dict.fromkeys(table_or_fail(name, published) for name in request.names))
    request.usual_format = "json"
    name = request.format or request.usual_format
    ids = request.is_given("quiet") and len(tables) <= 1
    if name == "json" and not ids:
        return _json(tables or published)
    if output.format_of(name).together and not ids:
        if not tables and (given := next((each for each in ("fields", "sort") if request.is_given(each)), None)):
            raise UsageFailure(f"--{given} goes with tables that are named: no field is in all of them")
        return Book([View(_listing(request, table)) for table in tables or published])
    if len(tables) <= 1:
        told = None if tables else worded(INDEX, request.lang)
        return View(_listing(request, tables[0] if tables else "index"), head=told)
    path = request.option("output")
    if not path:
        raise UsageFailure(f"several tables as --format {name} need a folder: --output FOLDER")
    if request.option("format") is None and not os.path.isdir(path):
        raise UsageFailure(
            f"--output: {quoted(path)} is the name of one file; several tables need a folder, and --format {name}"
        )
    from aseanrok.cli.forms import ending_of

    if ending_of(path)[1:].isalpha() and not os.path.exists(path):  # a name that ends in / has no ending
        raise UsageFailure(
            f"--output: {quoted(path)} is called as one file, and several tables as {name} are a folder of files; "
            "name one without an ending, or a file that holds all: .xlsx, .db, .json"
        )
    ending = output.format_of(name).ending
    return Folder({f"{table}{ending}": View(_listing(request, table)) for table in tables})


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
