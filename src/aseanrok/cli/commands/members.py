"""`aseanrok members`: who belongs to which framework."""

from __future__ import annotations

from aseanrok import asof, membership, store
from aseanrok.cli.request import Request
from aseanrok.values import Row
from aseanrok.views import View


def run(request: Request) -> View:
    """List memberships: of a framework that is named, those who belong, counted; or countries by frameworks."""
    rows = store.table("members")
    framework = request.one("frameworks", request.names[0])["id"] if request.names else None
    if framework:
        rows = [row for row in rows if row["framework"] == framework]
    rows = request.filtered(rows)
    if day := request.as_of:
        rows = asof.members(rows, store.table("frameworks"), day)
    note = None
    if framework and not request.is_given("kind", "country"):
        listed = membership.belonging(rows)
        rows, note = listed, membership.counted(rows, listed)
    if request.flag("matrix"):
        return _matrix(request, rows)
    columns = tuple(
        name
        for name in (request.table.as_of_listing if day else request.table.listing)
        if not (framework and name == "framework")
    )
    if day:
        columns = asof.columns(columns, request.table.as_of, rows)
        late = asof.after(day, store.edition()["read"])
        note = "\n".join(line for line in (note, late) if line) or None
    return View(request.listing(rows, columns=columns), note=note if request.is_for_people else None)


def _matrix(request: Request, rows: list[Row]) -> View:
    known = store.table("frameworks")
    # Beside so many columns a country goes by its shortest name.
    short = {row["iso3"]: row["short_name"] or row["name"] for row in store.table("countries")}
    rows, frameworks = membership.matrix(
        [{**row, "name": short[row["country"]]} for row in rows], [row["id"] for row in known]
    )
    titles = {row["id"]: row["abbreviation"] or row["id"] for row in known}
    table = request.table.with_columns(
        {name: titles[name] for name in frameworks}, ("country", "name", "name_ko"), request.table.fields["role"].words
    )
    listing = request.listing(rows, table, ("name", *frameworks))
    return View(listing.replace(titles=titles))
