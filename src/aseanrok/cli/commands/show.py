"""`aseanrok show`: everything known about one record or several."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from aseanrok import query, store
from aseanrok.cards import card, full
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound
from aseanrok.output import STRUCTURED
from aseanrok.views import Listing, Row, View


def run(request: Request) -> View | list[str]:
    """Everything known about one record or several: what belongs to it, its sources, and where they differ.

    \b
    Examples:
      aseanrok show mekong-rok-summit-1
      aseanrok show akcf mkcf --json
      aseanrok timeline --framework mekong --quiet | aseanrok show -
    """
    rows = [_record(name) for name in _names(request.names)]
    if request.option("url"):
        known = {source["id"]: source["url"] for source in store.table("sources")}
        return [f"{url}\n" for url in dict.fromkeys(known[id] for row in rows for id in row.get("sources") or ())]
    if request.wants_rows and request.format in STRUCTURED and not request.option("fields"):
        whole = [full(row) for row in rows]
        return View(Listing(whole, tuple(dict.fromkeys(name for row in whole for name in row)), "records"))
    if request.wants_rows:
        index = {row["id"]: row for row in store.table("index")}
        return View(request.listing([index[row["id"]] for row in rows], "index"))
    return View(request.listing(rows, "index"), tuple(card(row, request.lang) for row in rows))


def _names(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name == "-":
            yield from (line.strip() for line in sys.stdin if line.strip())
        else:
            yield name


def _record(name: str) -> Row:
    if row := store.record(name):
        return row
    for table in store.edition()["searched"]:
        if row := query.resolve(store.table(table), name):
            return {"table": table, **row}
    close = query.nearest(name, (row["id"] for row in store.table("index")))
    raise NotFound(f"no record {name!r}{query.did_you_mean(close)}", close)
