"""`aseanrok conflicts`: where sources differ."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cli.request import Request, named
from aseanrok.errors import NotFound, quoted
from aseanrok.names import did_you_mean, nearest_names
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
    if row := named("conflicts", name):
        return request.card(row)
    return View(request.listing(request.filtered(_of_named(name))))


def _of_named(name: str) -> list[Row]:
    """Return the conflicts about a thing by any of its names: a framework's, or those about a record."""
    for kind in schema.subjects():
        if row := named(kind, name):
            if kind == "frameworks":
                return [each for each in store.table("conflicts") if row["id"] in each["frameworks"]]
            return _about(row["id"])
    close = nearest_names(name, [(store.table(kind), schema.table(kind)) for kind in ("conflicts", *schema.subjects())])
    raise NotFound(f"no conflict {quoted(name)}{did_you_mean(close)}", close)


def _about(id: str) -> list[Row]:
    """Return the conflicts about a record, and those about the rows that belong to it: the sums of a fund."""
    ids = [id]
    for table in schema.tables():
        if table.belongs and table.belongs["part"]:
            ids += [row["id"] for row in store.rows_where(table.name, table.belongs["field"], (id,))]
    return store.rows_where("conflicts", "about", ids)
