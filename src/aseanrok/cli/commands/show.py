"""`aseanrok show`: everything known about one record or several."""

from __future__ import annotations

from aseanrok import output, schema, store
from aseanrok.cards import card, full
from aseanrok.cli import streams
from aseanrok.cli.records import record
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound, quoted
from aseanrok.values import Row
from aseanrok.views import Listing, View
from aseanrok.wording import worded

HELP = """\
Everything known about one record or several: what belongs to it, its sources, and where they differ. Of a table it
says how much is recorded.

\b
Examples:
  aseanrok show mekong-rok-summit-1
  aseanrok show akcf mkcf --json
  aseanrok timeline --framework mekong --quiet | aseanrok show -"""


def run(request: Request) -> View | list[str]:
    """Return records as cards or rows, or the addresses of their sources; of a source its own."""
    named = tuple(dict.fromkeys(streams.given(request.names)))
    rows = [_table(name) or record(name, request) for name in named]
    if request.flag("url"):
        if tables := [row["id"] for row in rows if row["table"] == _MEASURED]:
            known_as = ", ".join(tables)
            raise NotFound(f"no address of {quoted(known_as)}: a table rests on the sources of its records")
        ids = dict.fromkeys(id for row in rows for id in row.get("sources") or (row["id"],))  # a source is its own page
        known = {source["id"]: source["url"] for source in store.rows_where("sources", "id", ids)}
        urls = list(dict.fromkeys(known[id] for id in ids if id in known))
        return [f"{url}\n" for url in urls]
    index = schema.table("index")
    entries = store.rows_where("index", "id", [row["id"] for row in rows])
    entries += [
        {name: [] if field.type == "list" else None for name, field in index.fields.items()}
        | {"id": row["id"], "table": _MEASURED, "title": row["name"], "title_ko": row["name_ko"]}
        for row in rows
        if row["table"] == _MEASURED
    ]
    # Sorted and cut as a listing is; without that, in the order in which they were asked for.
    place = {row["id"]: number for number, row in enumerate(rows)}
    one = len(entries) == 1 and request.names != ("-",)
    listing = request.listing(sorted(entries, key=lambda entry: place[entry["id"]]), index, one=one)
    chosen = {row["id"]: row for row in rows}
    kept = [chosen[entry["id"]] for entry in listing.rows]
    name = request.format
    if request.wants_rows and name and output.format_of(name).whole and not request.is_given("fields", "quiet"):
        whole = [full(row) for row in kept]
        names = tuple(dict.fromkeys(name for row in whole for name in row))
        return View(Listing(whole, names, index.renamed("records")))
    if request.wants_rows:
        form = output.format_of(name) if name and not request.is_given("fields", "quiet") else None
        is_part = form and not (form.for_people or form.dated)
        return View(listing, head=worded(INDEX, request.lang) if is_part else None)
    uncut, today = bool(request.flag("full")), request.today
    cards = tuple(card(row, request.lang, whole_length=uncut, today=today) for row in kept)
    return View(listing, cards)


INDEX = "what the index has of each; json, jsonl and toml have all its fields"
_MEASURED = "coverage"


def _table(name: str) -> Row | None:
    """Return what is recorded of a table, or of all, by the name that `coverage --quiet` prints beside series."""
    if name != "all" and name not in schema.published():
        return None
    known = store.rows_where(_MEASURED, "id", (name,))
    return {"table": _MEASURED, **known[0]} if known else None
