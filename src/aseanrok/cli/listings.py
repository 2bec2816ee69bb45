"""What commands that list a table share: the table filtered, one record of it, a series with its meetings."""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.cli.grammar import asked_by_time, commands
from aseanrok.cli.listed import of_day
from aseanrok.cli.records import alike, named
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound, quoted
from aseanrok.rows import by_number
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.views import Listing, View


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
    own = request.table.has_records or not request.table.first(roles.TABLE)  # the timeline has acts of every record
    if own and (row := named(request.table.name if request.table.has_records else argument.table, name)):
        if request.table.has_records and len(called := alike(row, name, request.table)) > 1:
            return _filtered(request, called)
        return _one_on_day(request, row) if request.is_given("as_of") else request.card(row)
    from aseanrok.cli.about import about, date  # only a name that is no record of the table needs it

    has_dates = request.table.first(roles.DATE) and asked_by_time(request.command) != "as_of"
    if not has_dates and date(name, request.today):
        raise NotFound(f"nothing called {quoted(name)}.")  # whoever reads words takes it for a day, or for words
    test = about(name, request.table, request.today, request.as_of)
    rows = [row for row in store.table(request.table.name) if test(row)]
    return _filtered(request, rows, _but_the_same(rows, request.table))


def _one_on_day(request: Request, row: Row) -> View:
    """Return one record as it stood on the day of `--as-of`, of which only what that adds may be asked."""
    view = as_of(request, [row], one=True)
    if conditions := request.values("where"):
        from aseanrok.cli.where import asks_day, condition

        for text in conditions:  # a slip in one is told first
            condition(text, request.table.on_day(), request.date)
        if not all(asks_day(text, request.table.as_of) for text in conditions):
            request.did_nothing("where")
    return view


def _but_the_same(rows: list[Row], table: Table) -> tuple[str, ...]:
    """Return the columns of rows that are about one thing, without the reference that is the same in all of them."""
    fields = [name for name in table.listing if (field := table.field(name)) and field.refers_to]
    same = [name for name in fields if len(rows) > 1 and all(row[name] == rows[0][name] for row in rows)]
    return tuple(name for name in table.listing if name not in same)


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
    rows = held(request, rows, request.table)
    return charted(request, rows).replace(note=on_day(request, rows, request.table)[1])


def as_of(request: Request, rows: list[Row], table: Table | None = None, *, one: bool = False) -> View:
    """Return what of some rows, by default the command's, held on the day of `--as-of`, with what that adds to them."""
    table = table or request.table
    rows = held(request, rows, table)
    columns, late = on_day(request, rows, table)
    return View(request.listing(rows, table, columns, one=one), note=late)


def held(request: Request, rows: list[Row], table: Table) -> list[Row]:
    """Return what of a table's rows held on the day of `--as-of`."""
    from aseanrok import asof  # no other call needs it

    return of_day(request, asof.rows(table, rows, store.table, request.as_of or "", store.edition()["read"]), table)


def on_day(request: Request, rows: list[Row], table: Table) -> tuple[tuple[str, ...], str | None]:
    """Return the columns of rows that held on a day, and a warning where that day is after the newest act recorded."""
    from aseanrok import asof

    columns = asof.columns(table.as_of_listing, table.as_of, rows)
    return columns, asof.after(request.as_of or "", store.edition()["newest"], request.rows_lang)


def of_series(request: Request, series: Row) -> View:
    """Return the card of a series with all its meetings, or for machines its meetings; or these as a chart."""
    meetings = schema.table("meetings")
    every = store.rows_where("meetings", "series", (series["id"],))
    rows = by_number(request.filtered(every, meetings))
    if request.is_given("chart") and request.flag("chart"):
        from aseanrok.cli.charted import of_meetings  # no other call needs it

        return of_meetings(request, series, rows, meetings)
    from aseanrok.cards.special import MET  # only the card of a series needs it

    own = request.listing(rows, meetings, MET)
    return card_of(request, series, schema.table("series"), own, every)


def card_of(request: Request, row: Row, table: Table, own: Listing, every: list[Row]) -> View:
    """Return the card of a thing with its own rows, and say with it where filters leave none of every one it has."""
    card = request.card(row, table, own)
    if list(own.rows) or not every or request.number("limit") == 0:
        return card
    from aseanrok.cli.empty import said  # only an answer with nothing in it needs it

    return card.replace(note=said(request.instead(), own.table))  # what it tells of does not count as asked for
