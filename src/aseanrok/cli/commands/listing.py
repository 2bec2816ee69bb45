"""The commands that list a table, and show one record of it where a name is given."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.grammar import commands
from aseanrok.cli.request import Request
from aseanrok.values import Row
from aseanrok.views import View


def run(request: Request) -> View:
    """List a table, filtered; with a name, show the record it names, or the rows that belong to that record."""
    argument = commands()[request.command].argument
    rows = None
    if request.names and argument:
        named = request.one(argument.table, request.names[0])
        if not argument.field:
            if request.is_given("as_of"):
                return as_of(request, [named], one=True)
            return request.card(named)
        rows = request.filtered(store.rows_where(request.table.name, argument.field, (named["id"],)))
    if request.is_given("as_of"):
        return as_of(request, rows if rows is not None else request.filtered(store.table(request.table.name)))
    return View(request.listing(rows))


def as_of(request: Request, rows: list[Row], *, one: bool = False) -> View:
    """Return what of some rows held on the day of `--as-of`, with what that adds to them."""
    from aseanrok import asof  # no other call needs it

    day, read = request.as_of or "", store.edition()["read"]
    table = request.table
    held = asof.rows(table.name, rows, store.table, day, read)
    shown = asof.columns(table.as_of_listing, table.as_of, held)
    note = asof.after(day, read) if request.is_for_people else None
    return View(request.listing(held, columns=shown, one=one), note=note)
