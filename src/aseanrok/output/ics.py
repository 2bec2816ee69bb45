"""A calendar, as RFC 5545 has it: an event of whole days for each row that is known to the day; icalendar writes it.

What is known only to a month or a year has no place in a calendar: it is left out, and said.
"""

from __future__ import annotations

from collections import Counter

from aseanrok import roles, schema, store
from aseanrok.errors import NotFound, UsageFailure, visible
from aseanrok.output import Format, library
from aseanrok.output._provenance import edition, ids_of, sources
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.views import Listing, View
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

FORMAT = Format(
    110,
    "a calendar of what is known to the day; what is known to a month or a year is left out, and said",
    (".ics",),
    worded=True,
    sourced=True,
    called=("ical", "icalendar", "calendar", "ifb", "vcs", "vcal", "vcalendar"),
    extra="ics",
    dated=True,
    fixed=True,
)

_TENTATIVE = ("announced", "overdue", "expected")
_CANCELLED = ("cancelled", "postponed")  # either way it did not take place on that day


def left_out(view: View) -> list[str]:
    """Return what is said of rows without an exact day; raise a Failure where no row has one."""
    library("icalendar", "ics", "ics")  # what is missing is said before anything else
    field = _dated(view.listing.table)
    rows = list(view.listing.rows)
    exact = sum(_days(row.get(field)) is not None for row in rows)
    if not exact:
        counted = {0: "there are no rows", 1: "the one row is not known to the day"}
        said = counted.get(len(rows), f"none of the {len(rows):,} rows is known to the day")
        raise NotFound(f"ics: nothing for a calendar: {said}")
    missing = len(rows) - exact
    what = "{} row is" if missing == 1 and view.listing.lang != "ko" else "{} rows are"
    said = f"{what} not in the calendar: not known to the day"
    return [worded(said, view.listing.lang, f"{missing:,}")] if missing else []


def render(view: View) -> Iterator[str]:
    """Yield a calendar; the same rows are the same bytes whenever they are written."""
    icalendar = library("icalendar", "ics", "ics")
    listing = view.listing
    calendar = icalendar.Calendar()
    about = store.edition()
    calendar.add("prodid", f"-//aseanrok//edition {about['version']}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    told = "\n".join(filter(None, (visible(view.asked), edition(listing.lang))))
    for name, said in (("x-wr-calname", listing.table.titled(listing.lang)), ("x-wr-caldesc", told)):
        calendar.add(name, icalendar.vText(said))  # by itself it escapes only what it knows
    yield from _parted(calendar, _events(icalendar, listing))


def _parted(calendar: Any, events: Iterator[Any]) -> Iterator[str]:
    """Yield the text of a calendar an event at a time."""
    begin, end, rest = calendar.to_ical().decode().rpartition("END:")  # what was asked may hold one as well
    yield begin
    for event in events:
        yield event.to_ical().decode()
    yield end + rest


def _events(icalendar: Any, listing: Listing) -> Iterator[Any]:
    from datetime import UTC, date, datetime, timedelta

    table, lang = listing.table, listing.lang
    field = _dated(table)
    resting = ids_of((listing,))
    known = {row["id"]: row for row in sources(resting.values())}
    stamp = datetime.fromisoformat(store.edition()["read"]).replace(tzinfo=UTC)
    uid = _Names(listing)
    categories = _frameworks(lang)
    for row in listing.rows:
        days = _days(row.get(field))
        if days is None:
            continue
        cited = [known[each] for each in resting.get(id(row), ()) if each in known]
        event = icalendar.Event()
        event.add("uid", f"{uid.of(row)}@aseanrok")
        event.add("dtstamp", stamp)
        event.add("dtstart", date.fromisoformat(days[0]))
        event.add("dtend", date.fromisoformat(days[1]) + timedelta(days=1))  # the first day it is over
        if row.get(table.first(roles.YEARS) or ""):  # an anniversary comes every year
            event.add("rrule", {"freq": "yearly"})
        event.add("summary", _summary(listing, row))
        if where := _where(table, row, lang):
            event.add("location", where)
        event.add("description", "\n".join(_description(listing, row, cited)))
        if named := [categories[each] for each in row.get("frameworks") or () if each in categories]:
            event.add("categories", named)
        event.add("status", _status(table, row))
        event.add("transp", "TRANSPARENT")  # nobody is busy because of it
        if cited:
            event.add("url", cited[0]["url"])
        yield event


def _dated(table: Table) -> str:
    """Return the field that dates the rows; raise UsageFailure where there is none."""
    if field := table.first(roles.DATE):
        return field
    known = schema.table(table.name) if store.described(table.name) else None
    whole = known is None or known.further or table.fields.keys() == known.fields.keys()
    without = "" if whole else ", without --by or --matrix"
    raise UsageFailure(
        f"ics: these rows of `{table.name}` have no date; those of `timeline` and `meetings` have{without}"
    )


def _days(edtf: str | None) -> tuple[str, str] | None:
    """Return the first and the last day of a date that is known to the day at both ends, or None."""
    if not edtf:
        return None
    start, _, end = edtf.partition("/")
    return (start, end or start) if len(start) == 10 and len(end or start) == 10 else None


def _summary(listing: Listing, row: Row) -> str:
    """Return what the event is called: the thing, whether it was held, or how many years ago it was."""
    label = listing.table.first(roles.LABEL) or listing.table.key
    title = listing.replace(columns=(label,)).bare(row, label)  # by itself, in the language asked for
    if (standing := _standing(listing.table, row)) in (*_CANCELLED, *_TENTATIVE):
        said = listing.table.worded(row, listing.table.first(roles.STANDING) or "", listing.lang)
        end = f" ({said or standing})"
        title = title if title.endswith(end) else title + end
    field = listing.table.first(roles.YEARS)
    if not field or not row.get(field):
        return title
    years, year = row[field], row[_dated(listing.table)][:4]  # the event comes again, and then it is more years
    if years == 1:
        return worded("1 year in {}: {}", listing.lang, year, title)
    return worded("{} years in {}: {}", listing.lang, years, year, title)


def _where(table: Table, row: Row, lang: str) -> str:
    """Return where it is: the first field that names a place."""
    named = (str(said) for name in table.having(roles.PLACE) if (said := table.worded(row, name, lang)))
    return next(named, "")


def _standing(table: Table, row: Row) -> str:
    field = table.first(roles.STANDING)
    return str(row.get(field or "") or "")


def _status(table: Table, row: Row) -> str:
    """Return the status of an event: what was not held, or only announced, never reads as held."""
    standing = _standing(table, row)
    if standing in _CANCELLED:
        return "CANCELLED"
    return "TENTATIVE" if standing in _TENTATIVE or row.get("confidence") == "announced" else "CONFIRMED"


def _description(listing: Listing, row: Row, cited: list[Row]) -> Iterator[str]:
    """Yield the lines under an event: what it is, what came of it, where to read on, its sources, the edition."""
    table, lang = listing.table, listing.lang
    shown = (roles.STANDING, roles.KIND, roles.ITEMS)
    for name, field in table.fields.items():
        value = table.worded(row, name, lang)
        if value and any(role in field.roles for role in shown):
            yield f"{field.titled(lang)}: {'; '.join(value) if isinstance(value, list) else value}"
    if differ := [field.titled(lang) for name, field in table.fields.items() if listing.is_disputed(row, name)]:
        yield worded("sources differ on: {}", lang, ", ".join(differ))
    told = (name for role in (*shown, roles.DATE, roles.PLACE) for name in table.having(role))
    if made := [table.fields[name].titled(lang) for name in dict.fromkeys(told) if listing.is_derived(row, name)]:
        yield worded("worked out here: {}", lang, ", ".join(made))
    yield f"aseanrok show {table.id_of(row)}"
    for source in cited:
        yield f"{source['publisher']}: {source['title']} <{source['url']}>"
    yield edition(lang)


def _frameworks(lang: str) -> dict[str, str]:
    """Return what each framework is called, by its id."""
    table = schema.table("frameworks")
    return {row["id"]: table.label(row, lang) for row in store.table("frameworks")}


class _Names:
    """Names for events, the same in every answer and edition: the id of the record, and what of it an event is.

    So a calendar that takes the same meeting twice, from `meetings` and from `timeline`, or of a later edition, keeps
    one event.
    """

    def __init__(self, listing: Listing) -> None:
        self._table = listing.table
        known = store.table(self._table.name) if self._table.name in schema.published() else listing.rows
        self._counts = Counter(map(self._plain, known))
        self._years = self._table.first(roles.YEARS)
        self._given: Counter[str] = Counter()

    def of(self, row: Row) -> str:
        """Return the name of the event of a row; no two rows of an answer get the same."""
        name = self._plain(row)
        years = row.get(self._years or "")
        if years or self._counts[name] > 1:
            from zlib import crc32  # a record with several acts of one kind, or several anniversaries in a year

            about = (row.get("framework"), *(row.get("frameworks") or ()), self._table.label(row))
            name += f"{f'.{years}' if years else ''}.{crc32(repr(about).encode()):08x}"
        self._given[name] += 1
        return name if self._given[name] == 1 else f"{name}.{self._given[name]}"

    def _plain(self, row: Row) -> str:
        id = self._table.id_of(row)
        kind = self._table.first(roles.KIND)
        return f"{id}.{row[kind]}" if kind and row.get(kind) and not _standing(self._table, row) else id
