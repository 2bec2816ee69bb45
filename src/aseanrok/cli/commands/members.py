"""`aseanrok members`: who belongs to which framework."""

from __future__ import annotations

from aseanrok import membership, schema, store
from aseanrok.cards.called import countries_named
from aseanrok.cli.listed import of_day
from aseanrok.cli.listings import held, on_day
from aseanrok.cli.records import named
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound, UsageFailure, quoted
from aseanrok.tenure import holds_on
from aseanrok.values import Row
from aseanrok.views import View, telling
from aseanrok.wording import worded


def run(request: Request) -> View:
    """List memberships: of a framework that is named, those who belong, counted; or countries by frameworks."""
    if request.flag("matrix"):
        from aseanrok.cli.beside import NOT_BESIDE, refuse  # only a matrix needs it

        refuse(request, "matrix", NOT_BESIDE["matrix"])
    rows = store.table("members")
    if request.names and (parties := _parties(request)):
        return parties
    framework = _framework(request) if request.names else None
    if framework:
        rows = [row for row in rows if row["framework"] == framework]
    rows = request.filtered(rows)
    if request.is_given("as_of"):
        rows = held(request, rows, request.table)
    counted = None
    if framework and not request.is_given("kind", "country"):
        listed = membership.belonging(rows)
        rows, counted = listed, membership.counted(rows, listed, request.rows_lang, request.table.fields["role"].words)
    columns, late = on_day(request, rows, request.table) if request.is_given("as_of") else (request.table.listing, None)
    if not any(row["left"] for row in rows):
        columns = tuple(name for name in columns if name != "left")
    note = "\n".join(filter(None, (counted, late))) or None
    if request.flag("matrix"):
        return _matrix(request, rows).replace(note=note)
    if framework:  # it was asked for by name; a role that all have is told by their number
        columns = telling([name for name in columns if name != "framework"], rows, request.table)
    return View(request.listing(rows, columns=columns), note=note)


def _parties(request: Request) -> View | None:
    """Return for whom an agreement that is named entered into force, and when; None where nothing else is meant."""
    name = request.names[0]
    row = None if named("frameworks", name) else named("documents", name)
    entries = store.rows_where("entries", "document", (row["id"],)) if row else []
    if row is None or not any(entry["countries"] for entry in entries):
        return None
    if wrong := next((option for option in ("kind", "matrix") if request.is_given(option)), None):
        of = f"{quoted(name)} is an agreement; leave it out, or name a framework"
        raise UsageFailure(f"{request.written(wrong)} is of those who belong to a framework, and {of}")
    table, lang = schema.table("entries"), request.rows_lang
    rows = request.filtered(entries, table)
    columns: tuple[str, ...] = ("date", "countries")
    late = None
    if request.is_given("as_of"):
        on = ({**each, "holds": holds_on(each["date"], None, request.as_of or "")} for each in rows)
        rows = of_day(request, [each for each in on if each["holds"]], table)
        columns, late = on_day(request, rows, table)
    listing = request.listing(rows, table, columns)
    is_counted = request.is_given("by")  # a row of numbers is of one code
    if request.is_for_people and not is_counted and not listing.chosen and "countries" in listing.columns:
        listing = listing.replace(
            rows=[{**each, "countries": countries_named(each["countries"], lang)} for each in listing.rows]
        )
    said = ("shown", "counted")[is_counted]
    told = worded(f"{{}} is an agreement: {said} is when it entered into force, and for whom", lang, quoted(name))
    without = countries_named(row["not_in_force_for"], lang)
    lacking = worded("not in force for {}", lang, ", ".join(without)) if without else None
    note = "\n".join(filter(None, (lacking, late))) or None
    return View(listing, head=f"{told}; aseanrok show {row['id']}", note=note)


def _framework(request: Request) -> str:
    """Return the id of the framework that is named; of another thing no members are recorded, and its card is named."""
    name = request.names[0]
    if row := named("frameworks", name):
        if store.rows_where("members", "framework", (row["id"],)):
            return str(row["id"])
        known = ", ".join(dict.fromkeys(each["framework"] for each in store.table("members")))
        raise NotFound(f"no members of {row['id']} are recorded, only those of {known}")
    for kind in schema.subjects():
        if kind != "countries" and (row := named(kind, name)):
            id = row["id"]
            raise NotFound(f"no members of {id} are recorded, only those of frameworks; aseanrok show {id} tells more")
    if row := store.find(name):
        known = schema.table(row["table"]).singular
        raise NotFound(f"{name} is no framework but a {known}; aseanrok show {row['id']} tells more")
    return str(request.one("frameworks", name)["id"])


def _matrix(request: Request, rows: list[Row]) -> View:
    known = store.table("frameworks")
    # Beside so many columns a country goes by its shortest name.
    short = {row["iso3"]: row["short_name"] or row["name"] for row in store.table("countries")}
    rows, frameworks = membership.matrix(
        [{**row, "name": short[row["country"]]} for row in rows], [row["id"] for row in known]
    )
    titles = {row["id"]: _short(row, request.rows_lang) for row in known}
    table = request.table.with_columns(
        {name: titles[name] for name in frameworks},
        ("country", "name", "name_ko", "disputed"),
        request.table.fields["role"].words,
    )
    table.fields["disputed"] = table.fields.pop("disputed")  # after what is in dispute
    listing = request.listing(rows, table, ("name", *frameworks))
    return View(listing.replace(titles=titles))


HEADING = 8
"""So many letters a Korean name may have above a narrow column; each is as wide as two others."""


def _short(framework: Row, lang: str) -> str:
    """Return what a framework is called above a narrow column: by its abbreviation, or whom it is of: Mekong-ROK."""
    if lang == "ko":
        korean = [name for name in (framework["name_ko"], *framework["aliases"]) if name and not name.isascii()]
        shortest = min(korean, key=len, default="")
        if shortest and (len(shortest) <= HEADING or not framework["abbreviation"]):
            return shortest
    name: str = framework["abbreviation"] or framework["name"]
    return name.removesuffix(" Cooperation")
