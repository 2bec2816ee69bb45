"""What commands that list a table share: the table filtered, one record of it, a series with its meetings."""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.cli.grammar import commands
from aseanrok.cli.request import Request, named
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.views import View


def listed(request: Request) -> View:
    """List a table, filtered; with a name, show the record it names, or the rows that are about what it names."""
    argument = commands()[request.command].argument
    if not request.names or argument is None:
        return _filtered(request, None)
    name = request.names[0]
    if argument.field:
        id = request.one(argument.table, name)["id"]
        rows = store.rows_where(request.table.name, argument.field, (id,))
        # What was asked for by name is the same in every row, and is not said again.
        return _filtered(request, rows, tuple(name for name in request.table.listing if name != argument.field))
    if row := named(request.table.name if request.table.has_records else argument.table, name):
        if request.table.first(roles.TABLE):  # of the timeline, what comes from the record
            return _filtered(request, store.rows_where(request.table.name, "id", (row["id"],)))
        return as_of(request, [row], one=True) if request.is_given("as_of") else request.card(row)
    from aseanrok.cli.about import about  # only a name that is no record of the table needs it

    test = about(name, request.table, request.today)
    return _filtered(request, [row for row in store.table(request.table.name) if test(row)])


def _filtered(request: Request, rows: list[Row] | None, columns: tuple[str, ...] | None = None) -> View:
    """Return rows, or the whole table, filtered; with `--as-of` what of them held on that day."""
    if request.is_given("chart") and request.flag("chart"):
        return _charted(request, rows)
    if not request.is_given("as_of"):
        return View(request.listing(request.filtered(rows) if rows is not None else None, columns=columns))
    return as_of(request, request.filtered(rows if rows is not None else store.table(request.table.name)))


def _charted(request: Request, rows: list[Row] | None) -> View:
    """Return rows, or the whole table, filtered, as charts; with `--as-of` those that held on that day."""
    from aseanrok.cli.charted import charted  # no other call needs it

    rows = request.filtered(rows if rows is not None else store.table(request.table.name))
    if not request.is_given("as_of"):
        return charted(request, rows)
    day = request.as_of or ""
    view = charted(request, _held_on(rows, request.table, day))
    return view.replace(note=_late(day))


def as_of(request: Request, rows: list[Row], table: Table | None = None, *, one: bool = False) -> View:
    """Return what of some rows, by default the command's, held on the day of `--as-of`, with what that adds to them."""
    from aseanrok import asof  # no other call needs it

    day, table = request.as_of or "", table or request.table
    held = _held_on(rows, table, day)
    shown = asof.columns(table.as_of_listing, table.as_of, held)
    note = _late(day) if request.is_for_people else None
    return View(request.listing(held, table, shown, one=one), note=note)


def _held_on(rows: list[Row], table: Table, day: str) -> list[Row]:
    from aseanrok import asof

    return asof.rows(table.name, rows, store.table, day, store.edition()["read"])


def _late(day: str) -> str | None:
    from aseanrok import asof

    return asof.after(day, store.edition()["newest"])


def of_series(request: Request, series: Row) -> View:
    """Return the card of a series with all its meetings, or for machines its meetings; or these as a chart."""
    meetings = schema.table("meetings")
    rows = request.filtered(store.rows_where("meetings", "series", (series["id"],)), meetings)
    if request.is_given("chart") and request.flag("chart"):
        from aseanrok.cli.charted import of_meetings  # no other call needs it

        return of_meetings(request, series, rows, meetings)
    own = request.listing(rows, meetings, ("date", "place", "mode", "title", "outcomes"))
    return request.card(series, schema.table("series"), own)
