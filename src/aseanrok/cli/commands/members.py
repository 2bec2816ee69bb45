"""`aseanrok members`: who belongs to which framework."""

from __future__ import annotations

from aseanrok import asof, store
from aseanrok.cli.request import Request
from aseanrok.views import Row, View


def run(request: Request) -> View:
    """Who belongs to which framework, since when, and as what.

    Of a framework that is named, those who belong are listed and counted; its dialogue partners, observers and donors
    are listed by --kind and --country, and where no framework is named. With --as-of, `holds` is `perhaps` where the
    day falls into a year or month of joining, and `undated` where no joining is recorded.

    \b
    Examples:
      aseanrok members asean
      aseanrok members asean --as-of 2025-10-25
      aseanrok members asean --kind dialogue-partner
      aseanrok members --country ROK
      aseanrok members --matrix
    """
    rows = request.filtered(store.table("members"))
    framework = request.one("frameworks", request.names[0])["id"] if request.names else None
    if framework:
        rows = [row for row in rows if row["framework"] == framework]
    if day := request.as_of:
        rows = asof.members(rows, store.table("frameworks"), day)
    note = None
    if framework and not (request.option("kind") or request.option("country")):
        listed = asof.belonging(rows)
        rows, note = listed, asof.counted(rows, listed)
    if request.option("matrix"):
        return _matrix(request, rows)
    if day:
        return request.then(rows, ("country", "joined", "role", "holds", "name") if framework else None, note)
    columns = ("country", "joined", "role", "name") if framework else None
    return View(request.listing(rows, columns=columns), note=note if request.reads else None)


def _matrix(request: Request, rows: list[Row]) -> View:
    known = store.table("frameworks")
    # Beside so many columns a country goes by its shortest name.
    short = {row["iso3"]: row["short_name"] or row["name"] for row in store.table("countries")}
    rows, frameworks = asof.matrix(
        [{**row, "name": short[row["country"]]} for row in rows], [row["id"] for row in known]
    )
    fields = dict.fromkeys(("country", "name", "name_ko", *frameworks), "text")
    listing = request.listing(rows, columns=("name", *frameworks), fields=fields)
    return View(listing._replace(titles={row["id"]: row["abbreviation"] or row["id"] for row in known}))
