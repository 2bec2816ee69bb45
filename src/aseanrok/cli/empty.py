"""What an empty answer says: what was asked, and which span is recorded, so that nobody takes nothing for never."""

from __future__ import annotations

from aseanrok import dates, roles, schema, store
from aseanrok.cli.about import ids
from aseanrok.cli.grammar import commands
from aseanrok.cli.options import OPTIONS, Takes
from aseanrok.cli.read_as import what
from aseanrok.cli.records import named
from aseanrok.cli.request import Request
from aseanrok.cli.where import each_of, parted
from aseanrok.errors import quoted, shown
from aseanrok.names import did_you_mean, nearest_names, resolve
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.views import NOT_HELD
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ASKED = {
    "year": "in {}",
    "framework": "of {}",
    "kind": "of kind {}",
    "country": "of {}",
    "place": "at {}",
    "match": "that hold {}",
    "as_of": "on {}",
}
"""What a filter asks for; one that has no words here is told as it was written."""

_OTHERWISE = ("since", "until", "by")
"""What is told in words of its own, or keeps no rows."""


def said(request: Request, table: Table) -> str:
    """Return `no meetings in 1985; meetings are recorded from 1976 to 2026`, for the filters of a call.

    Where the rows of what is named fall into other years than all, these are told: `those of 'mekong' ...`.
    """
    lang, table = request.lang, schema.table(table.name)  # what is counted has the name of its rows
    called = what(table, lang)
    none = worded("no {0} {1}", lang, called, " ".join(_asked(request, lang))).strip()
    if close := _nearest_places(request):
        return none + did_you_mean(close, lang)
    rows = store.table(table.name)
    if known := _held(request, table, rows):
        return none + known
    own = _named(request, table, rows)
    if (span := _span(table, own or rows)) is None:
        return none
    if own and span != _span(table, rows):
        called = worded("those of {}", lang, quoted(request.names[0]))
    known = "; {0} are recorded in {1}" if span[0] == span[1] else "; {0} are recorded from {1} to {2}"
    told = none + worded(known, lang, called, *span)
    is_time = any("/" in (row[table.first(roles.DATE) or table.key] or "") for row in rows)
    if "as_of" in commands()[request.command].options and not is_time and (years := request.values("year")):
        told += worded("; --as-of {} tells what held then", lang, years[-1])  # who joined before is no row of the year
    return told


def _held(request: Request, table: Table, rows: Iterable[Row]) -> str:
    """Return what a field holds at all, where a value asked of it by --where is in no row and there are only a few."""
    for text in request.values("where"):
        name, operator, value = parted(text)
        field = table.fields.get(name.casefold())
        held = {str(each) for row in rows for each in each_of(row.get(name.casefold()))}
        is_asked = field and field.type in ("text", "list") and operator == "=" and value and value not in held
        if field and is_asked and 0 < len(held) <= FEW and all(len(word) <= SHORT for word in held):
            return worded("; {0} holds {1}", request.lang, field.name, ", ".join(sorted(held)))
    return ""


FEW, SHORT = 20, 16
"""So many values of a field are told, where none is longer than so many letters."""


def _named(request: Request, table: Table, rows: Iterable[Row]) -> list[Row]:
    """Return the rows that refer to what was asked for by name; none where nothing was, or they do not."""
    for field in table.references() if request.names else ():
        kind = table.fields[field].refers_to
        row = named(kind, request.names[0]) if kind != "index" else None
        if row and (own := [each for each in rows if row["id"] in ids(each.get(field))]):
            return own
    return []


def _nearest_places(request: Request) -> list[str]:
    """Return what places may have been meant where no place is called as those that were asked for."""
    asked = request.values("place")
    if not asked:
        return []
    known, table = store.table("places"), schema.table("places")
    countries = schema.table("countries")
    wrong = [
        name
        for name in asked
        if not (resolve(known, name, table) or resolve(store.table("countries"), name, countries))
    ]
    near = [name for each in wrong for name in nearest_names(each, [(known, table)])[:1]]
    return [table.label(row) for name in near if (row := resolve(known, name, table))]


def _asked(request: Request, lang: str) -> Iterator[str]:
    if request.names:
        yield worded("of {}", lang, quoted(request.names[0]))
    for option, words in _ASKED.items():
        if values := request.values(option):
            plain = option in ("year", "as_of", "kind", "framework")
            yield worded(words, lang, worded(" or ", lang).join(map(shown if plain else quoted, values)))
    for option in commands()[request.command].options:
        if OPTIONS[option].takes not in Takes.WITHOUT_VALUE and option not in (*_ASKED, *_OTHERWISE):
            for value in request.values(option):
                yield worded("with {}", lang, f"{request.written(option)} {quoted(value)}")
    since, until = request.option("since"), request.option("until")
    if since and until:
        yield worded("from {} to {}", lang, since, until)
    elif since or until:
        yield worded("since {}", lang, since) if since else worded("until {}", lang, until)


def _span(table: Table, rows: Iterable[Row]) -> tuple[str, str] | None:
    """Return the first and the last year that any of a table's rows falls in, or None where they are not dated.

    What was still to come when the sources were read, a plan or a target, is no more than its beginning, if that.
    """
    field = table.first(roles.DATE)
    rows = [row for row in rows if row.get("status") not in NOT_HELD]  # announced is not recorded
    read = store.edition()["read"]
    seen = table.first(roles.SEEN)
    known = (
        [when for row in rows for when in ([row[field]] if row[field] else row[seen] if seen else ())] if field else []
    )
    bounds = [bounds for when in known if (bounds := dates.bounds(when))[0] <= read]
    first = min((begin for begin, _ in bounds if begin != dates.FIRST_DAY), default="")
    last = max((begin if end[:4] > read[:4] else end for begin, end in bounds), default="")
    return (first[:4], last[:4]) if first and last else None
