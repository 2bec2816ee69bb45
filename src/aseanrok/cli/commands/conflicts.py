"""`aseanrok conflicts`: where sources differ."""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.cli.records import named
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound, quoted
from aseanrok.names import did_you_mean, names, nearest_names
from aseanrok.rows import of_countries
from aseanrok.values import Row
from aseanrok.views import View
from aseanrok.words import fold


def run(request: Request) -> View:
    """List conflicts; those about a record that is named, and about what belongs to it; or show one."""
    if not request.names:
        return View(request.listing())
    name = request.names[0]
    about = [] if named("frameworks", name) else _about(name)  # a framework has those about all that belongs to it
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
            return _of_country(row) if kind == "countries" else _about(row["id"])
    close = nearest_names(name, [(store.table(kind), schema.table(kind)) for kind in ("conflicts", *schema.subjects())])
    raise NotFound(f"no conflict {quoted(name)}{did_you_mean(close)}", close)


def _of_country(country: Row) -> list[Row]:
    """Return the conflicts about what took place in a country or concerns it, and those that ask of it by name."""
    conflicts = store.table("conflicts")
    about = {each["about"] for each in conflicts}
    ids = {relation["to"] for relation in store.rows_where("relations", "id", (country["id"],))} | {country["id"]}
    for table in schema.tables():
        if table.has_records and table.having(roles.COUNTRY):
            test = of_countries((country["iso3"],), table)
            ids.update(row["id"] for row in store.rows_where(table.name, "id", about) if test(row))
    # A code may be a word: IN, IT.
    codes = (country["iso2"], country["iso3"])
    called = [f" {_words(name)} " for name in names(country, schema.table("countries")) if name not in codes]
    own = country["iso3"]
    return [
        each
        for each in conflicts
        if each["about"] in ids or own in each["countries"] or _names(each["question"], called)
    ]


def _names(question: str, called: list[str]) -> bool:
    words = f" {_words(question)} "
    return any(name in words for name in called)


def _words(text: str) -> str:
    """Return folded words; what a hyphen joins is one: ASEAN-ROK is not the ROK."""
    return fold(text.replace("-", "x"))


def _about(id: str) -> list[Row]:
    """Return the conflicts about a record and what belongs to it: the sums of a fund, the meetings of a series."""
    ids = [id, *(row["id"] for row in store.rows_where("meetings", "series", (id,)))]
    for table in schema.tables():
        if table.belongs and table.belongs["part"]:
            ids += [row["id"] for row in store.rows_where(table.name, table.belongs["field"], (id,))]
    return store.rows_where("conflicts", "about", ids)
