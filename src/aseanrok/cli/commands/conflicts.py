"""`aseanrok conflicts`: where sources differ."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cli.request import Request
from aseanrok.values import Row
from aseanrok.views import View


def run(request: Request) -> View:
    """List conflicts; those about a record that is named, and about what belongs to it; or show one."""
    if not request.names:
        return View(request.listing())
    name = request.names[0]
    about = _about(name)
    if len(about) == 1 and not request.is_given("framework", "kind", "match"):
        return request.card(about[0])
    if about:
        return View(request.listing(request.filtered(about)))
    return request.card(request.one("conflicts", name))


def _about(id: str) -> list[Row]:
    """Return the conflicts about a record, and those about the rows that belong to it: the sums of a fund."""
    ids = [id]
    for table in schema.tables():
        if table.belongs and table.belongs["part"]:
            ids += [row["id"] for row in store.rows_where(table.name, table.belongs["field"], (id,))]
    return store.rows_where("conflicts", "about", ids)
