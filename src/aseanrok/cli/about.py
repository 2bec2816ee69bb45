"""What a name after a listing's command means where it is no record of the table: what the rows are about."""

from __future__ import annotations

from aseanrok import roles, rows, schema, store
from aseanrok.cli.records import find
from aseanrok.errors import NotFound, UsageFailure, quoted, typed
from aseanrok.membership import BELONGING, belonging
from aseanrok.names import did_you_mean, names, nearest_names, resolve
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.wording import worded
from aseanrok.words import fold, turning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def about(name: str, table: Table, today: str, day: str | None = None) -> rows.Test:
    """Return the test that keeps the rows of a table that are about a date, a framework, a country or another thing.

    Of a country the frameworks are those that it belonged to, or perhaps did, on a `day`, where one is asked for.

    Raises NotFound, with the nearest names, where nothing is called so; UsageFailure for a date that there is not.
    """
    if when := date(name, today):
        since, slash, until = when.partition("/")
        bounds = [None if day == ".." else day for day in (since, until if slash else since)]
        return rows.between(bounds[0], bounds[1], table)
    subjects = schema.subjects()
    for kind in subjects:
        if row := resolve(store.table(kind), name, schema.table(kind)):
            return _of(kind, row, table, day)
    if row := find(name):
        if row["table"] == "places" and table.having(roles.PLACE):
            return rows.at_places((row["name"],), table)
        related = _related(row, table)
        if table.first(roles.TABLE) or any(map(related, store.table(table.name))):  # acts are of records of every table
            return related
        known = schema.table(row["table"]).singular
        raise NotFound(
            f"nothing in {table.name} is told by the {known} {row['id']}; aseanrok show {row['id']} tells of it"
        )
    # First its own names, and those of what its rows refer to.
    referred = {field.refers_to for field in table.fields.values()}
    own = [*([table.name] if table.has_records else []), *(kind for kind in subjects if kind in referred)]
    for kinds in (own, subjects):
        if close := nearest_names(name, [(store.table(kind), schema.table(kind)) for kind in dict.fromkeys(kinds)]):
            break
    raise NotFound(f"nothing called {quoted(name)}{did_you_mean(close)}", close)


def about_part(name: str, table: Table, today: str, lang: str) -> tuple[rows.Test, str]:
    """Return the test of what a name means; where it is only part of the names of series, theirs, and which these are.

    Raises as `about` does.
    """
    try:
        return about(name, table, today), ""
    except NotFound:
        if not (named := series_with(name)):
            raise
    tests = [_related(each, table) for each in named]
    which = ", ".join(each["id"] for each in named[:MOST_TOLD])
    if len(named) > MOST_TOLD:
        line = f"aseanrok series --match {typed(name)}"
        which += worded(" and {} more: {}", lang, len(named) - MOST_TOLD, line)
    told = worded("{} is part of the name of {}", lang, quoted(name), which)
    return lambda row: any(test(row) for test in tests), told


MOST_TOLD = 8
"""So many series are told that have a word in their names."""


def series_with(name: str) -> list[Row]:
    """Return the series of whose names one holds all words of a name: `commemorative`, `특별정상회의`."""
    words, table = [] if turning(name) else fold(name).split(), schema.table("series")
    return [
        row
        for row in (store.table("series") if words else ())
        if any(all(_is_in(word, fold(known).split()) for word in words) for known in names(row, table))
    ]


def _is_in(word: str, name: list[str]) -> bool:
    """Say whether a name has a word, or its plural; Korean words run on."""
    return word in name or f"{word}s" in name or (not word.isascii() and any(word in each for each in name))


def date(name: str, today: str) -> str | None:
    """Return a name that is a date, as EDTF, or None; raise UsageFailure for a date that there is not."""
    from aseanrok.dateforms import NoSuchDate, understood

    try:
        return understood(name, today)
    except NoSuchDate as error:
        raise UsageFailure(str(error)) from None
    except ValueError:
        return None


def _of(kind: str, row: Row, table: Table, day: str | None) -> rows.Test:
    if kind == "frameworks" and ("frameworks" in table.fields or "framework" in table.fields):
        return rows.of_frameworks((row["id"],))
    if kind == "countries":
        return _of_country(row, table, day)
    if kind == "frameworks" and table.name == "countries":
        members = {each["country"] for each in belonging(store.rows_where("members", "framework", (row["id"],)))}
        return lambda each: each["iso3"] in members
    if kind == "series":  # what tells of its meetings tells of it
        meetings = {each["id"] for each in store.rows_where("meetings", "series", (row["id"],))}
        own, fields = _related(row, table), table.references()
        return lambda each: own(each) or any(not meetings.isdisjoint(ids(each.get(field))) for field in fields)
    return _related(row, table)


def _of_country(country: Row, table: Table, day: str | None) -> rows.Test:
    """Return the test that keeps what took place in a country, concerns it or measures it, and where it belongs.

    Raises UsageFailure where nothing in a table could.
    """
    if table.name == "frameworks":
        memberships = store.rows_where("members", "country", (country["iso3"],))
        if day:
            from aseanrok import asof  # no other call needs it

            memberships = asof.members(memberships, store.table("frameworks"), day)
        own = {each["framework"] for each in memberships if each["role"] in BELONGING}
        return lambda each: each["id"] in own
    by_code, by_id = rows.of_countries((country["iso3"],), table), _related(country, table)
    if not table.having(roles.COUNTRY) and not any(map(by_id, store.table(table.name))) and not _tells_of_some(table):
        raise UsageFailure(f"`{table.name}` takes no country; aseanrok show {country['id']} has what is recorded of it")
    return lambda each: by_code(each) or by_id(each)


def _tells_of_some(table: Table) -> bool:
    """Say whether rows of a table are told with any country, so that of another it is known that there are none."""
    countries = {*store.ids("countries")}
    return any(each["id"] in countries for each in store.rows_where("relations", "table", (table.name,)))


def _related(row: Row, table: Table) -> rows.Test:
    """Return the test that keeps the rows that refer to a record, or it to them; of sources those that it rests on."""
    related = {each["to"] for each in store.rows_where("relations", "id", (row["id"],))} | {row["id"]}
    if table.first(roles.TABLE):  # of acts also those of what refers to it, and never those of what it belongs to
        related |= {each["id"] for each in store.rows_where("relations", "to", (row["id"],))}
        related -= {each for each in store.ids("frameworks") if each != row["id"]}
    if table.name == "sources":
        related.update(each["source"] for each in store.rows_where("citations", "id", (row["id"],)))
    fields = table.references()
    return lambda each: each.get("id") in related or any(row["id"] in ids(each.get(field)) for field in fields)


def ids(value: object) -> Iterable[str]:
    """Return the ids that a field holds, which is one, a list of them, or empty."""
    return (value,) if isinstance(value, str) else value if isinstance(value, list) else ()
