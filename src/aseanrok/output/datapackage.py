"""A data package (Frictionless, version 2): CSV files and a description of them that programs read.

In a folder each table is a file beside `datapackage.json`; in one file the rows stand in the description itself.
"""

from __future__ import annotations

import csv
import io
import json

from aseanrok import __version__, progress, store
from aseanrok.output import Format
from aseanrok.output._relational import LICENCE, LICENCE_TITLE, LICENCE_URL, TITLE, Stored, sources, stored
from aseanrok.schema import DATE_PATTERN, Field
from aseanrok.views import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

FORMAT = Format(
    120,
    "Frictionless data package: -o FOLDER, with CSV files and what their fields mean",
    ending=".json",
    together=True,
    folder=True,
    escape="json",
)

DESCRIPTION = "datapackage.json"
NAME = "aseanrok"

PROFILES = "https://datapackage.org/profiles/2.0"

_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean", "list": "array"}


def render(view: View) -> Iterator[str]:
    """Yield a package of one table, its rows in the description."""
    yield from together((view,))


def together(views: Iterable[View]) -> Iterator[str]:
    """Yield a package of several tables as one JSON object, their rows in it."""
    tables = stored(views)
    said = [{**_resource(each), "data": _objects(each)} for each in progress.through(tables, begin=0.3)]
    yield _dumped(_package(tables, said))


def folder(views: Iterable[View]) -> dict[str, Iterable[str]]:
    """Return the files of a package: a CSV file for each table, and `datapackage.json`, which describes them."""
    tables = stored(views)
    sizes = [len(each.rows) for each in tables]
    files = {f"{each.name}.csv": _csv(each) for each in progress.through(tables, sizes, begin=0.3)}
    resources = [{**_resource(each), **_file(f"{each.name}.csv", files[f"{each.name}.csv"])} for each in tables]
    return {
        **{name: (text,) for name, text in files.items()},
        DESCRIPTION: (_dumped(_package(tables, resources)),),
    }


def files_of(description: bytes) -> dict[str, str]:
    """Return the names of the files of a package that this program wrote, with their SHA-256; none of another's."""
    try:
        package = json.loads(description)
        if package["name"] != NAME:
            return {}
        return {str(each["path"]): each["hash"].removeprefix("sha256:") for each in package["resources"]}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _dumped(package: dict[str, Any]) -> str:
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _package(tables: list[Stored], resources: list[dict[str, Any]]) -> dict[str, Any]:
    edition = store.edition()
    version = edition["version"]
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": (
            f"Edition {version}, written by aseanrok {__version__}. Dates are EDTF (ISO 8601-2) texts, as precise as "
            "their sources. A list is a JSON array. An empty cell is not recorded. Every record names its sources by "
            "their ids."
        ),
        "version": version,
        # Of the edition and not of the clock: the same edition always makes the same package.
        "created": f"{edition['read']}T00:00:00Z",
        "licenses": [{"name": LICENCE, "title": LICENCE_TITLE, "path": LICENCE_URL}],
        "contributors": [{"title": "aseanrok maintainers", "roles": ["creator"]}],
        "resources": resources,
        "sources": [{"title": f"{row['publisher']}: {row['title']}", "path": row["url"]} for row in sources(tables)],
    }


def _resource(table: Stored) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "description": table.table.about,
        "schema": _schema(table),
    }


def _file(path: str, text: str) -> dict[str, Any]:
    import hashlib

    content = text.encode()
    return {
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"lineTerminator": "\r\n"},
    }


def _schema(table: Stored) -> dict[str, Any]:
    said: dict[str, Any] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(field, table) for field in table.fields],
        "missingValues": [""],
    }
    if table.key:
        said["primaryKey"] = [table.key]
    if table.single:
        said["foreignKeys"] = [
            {
                "fields": [name],
                "reference": {"resource": "" if to.table == table.name else to.table, "fields": [to.field]},
            }
            for name, to in table.single.items()
        ]
    return said


def _field(field: Field, table: Stored) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": field.name,
        "type": _TYPES.get(field.type, "string"),
        "title": field.heading,
        "description": field.description,
    }
    if field.type == "date":
        said["constraints"] = {"pattern": DATE_PATTERN}
    if target := table.several.get(field.name):  # a list cannot be a foreign key of a package; its meaning is told
        said["description"] = f"{field.description} Each stands in {target.table}.{target.field}.".strip()
    return {name: value for name, value in said.items() if value}


def _objects(table: Stored) -> list[dict[str, Any]]:
    return [{field.name: row.get(field.name) for field in table.fields} for row in table.rows]


def _csv(table: Stored) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    writer.writerows([_cell(row.get(field.name)) for field in table.fields] for row in table.rows)
    return buffer.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
