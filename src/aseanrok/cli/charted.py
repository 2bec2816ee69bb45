"""Answers as charts: which rows are drawn as what, and what `--chart` cannot stand beside."""

from __future__ import annotations

import os

from aseanrok import charts, schema, store
from aseanrok.cli import streams
from aseanrok.cli.beside import DRAWN, refuse
from aseanrok.cli.listed import years_asked
from aseanrok.cli.request import Request
from aseanrok.errors import UsageFailure
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.views import View, status_of
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def refuse_beside(request: Request) -> None:
    """Raise UsageFailure where something was written that a chart contradicts."""
    refuse(request, "chart", ("by", "quiet", "fields"))
    if (chosen := request.format) not in (None, *DRAWN):
        raise UsageFailure(f"--chart is drawn as plain or table, and not as {chosen}; leave one of them out")


def charted(request: Request, rows: list[Row], table: Table | None = None, heading: str = "") -> View:
    """Return rows, filtered already, as charts: amounts, the spans of series, or how many there are of each year."""
    refuse_beside(request)
    table, lang = table or request.table, request.lang
    if charts.holds_amounts(table):
        listing = request.listing(rows, table)
        shown = list(listing.rows)
        asked = years_asked(request)
        drawn = charts.amounts(shown, table, store.table(table.name), _named(lang), lang, asked)
        return View(listing, charts=tuple(drawn))
    if {"held", "first", "last", "next"} <= table.fields.keys():
        listing = request.listing(rows, table, ("held", "first", "last", "next"))
        title = worded("Series, from the first meeting held to the last", lang)
        return View(listing, charts=tuple(charts.spans(list(listing.rows), table, title, lang)))
    return _counted(request, rows, table, heading or worded("{} by year", lang, table.titled(lang)))


def _counted(request: Request, rows: Sequence[Row], table: Table, heading: str) -> View:
    counted = charts.by_year(rows, table)
    made = table.with_columns({"year": "Year", "count": "Count"}, ())
    made.fields["count"].type = "integer"
    made.listing, made.key = ("year", "count"), "year"
    listing = request.listing(counted, made)
    shown = list(listing.rows)
    none = "none" if request.is_given("where", "match") else "none recorded"  # what they leave out may be recorded
    drawn = charts.counts(
        shown, counted, heading, lambda status: status_of(status, request.lang), request.lang,
        years_asked(request), none,
    )  # fmt: skip
    return View(listing.replace(rows=shown), charts=tuple(drawn))


def _named(lang: str) -> Callable[[str], str]:
    """Return what gives the name of a fund or, by its code, of a country."""
    funds = {row["id"]: schema.table("funds").label(row, lang) for row in store.table("funds")}
    countries = {
        row["iso3"]: (lang == "ko" and row["name_ko"]) or row["short_name"] or row["name"]
        for row in store.table("countries")
    }
    return lambda name: str(funds.get(name) or countries.get(name, name))


def of_meetings(request: Request, series: Row, rows: list[Row], table: Table) -> View:
    """Return how many meetings of a series were held in each year, and which numbers are not recorded."""
    view = charted(
        request, rows, table, worded("Meetings of each year: {}", request.lang, _title(series, request.lang))
    )
    known = next(iter(store.rows_where("coverage", "id", (series["id"],))), {})
    missing = known.get("not_recorded_ko" if request.lang == "ko" else "not_recorded")
    return view.replace(note=worded("Not recorded: {}", request.lang, missing)) if missing else view


def _title(series: Row, lang: str) -> str:
    return schema.table("series").label(series, lang)


def drawn(view: View, request: Request, name: str, *, when: str, terminal: bool) -> Iterable[str]:
    """Return the charts of a view: as wide as the screen; as plain text 80 columns, or --width, without colour."""
    from aseanrok.output._bars import Ink, render

    table, wanted = name == "table", request.number("width", 20)
    return render(
        view.charts or (),
        Ink(
            streams.width(wanted, os.environ) if table else wanted or 80,
            unicode=streams.is_unicode() or request.is_given("output"),
            color=table and streams.color(when, os.environ, terminal=terminal),
            lang=request.lang,
        ),
    )
