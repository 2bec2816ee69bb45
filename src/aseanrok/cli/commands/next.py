"""`aseanrok next`: what was last, what is announced, what may be expected, and what is overdue."""

from __future__ import annotations

from aseanrok import dates, roles, schema, store
from aseanrok.cli.about import about_part
from aseanrok.cli.about import date as time
from aseanrok.cli.front import line_of
from aseanrok.cli.listed import by_framework_and_time
from aseanrok.cli.records import named
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound, UsageFailure, quoted
from aseanrok.rhythm import following, is_overdue
from aseanrok.values import Row
from aseanrok.views import View, telling
from aseanrok.wording import date, worded

HELP = """\
What was held last, and what comes next: announced meetings, meetings that a yearly series leads one to expect,
and what is overdue: announced for a day that has passed, or expected by a time of the year that has passed, and
not recorded as held. It may have been held; no source that was read tells of it.

ASEAN's chair of that year stands beside it where it is recorded.

What is expected follows from the rhythm of a series alone; no source announces it.

\b
Examples:
  aseanrok next
  aseanrok next asean-rok
  aseanrok next mekong --json"""

LAST = 3
"""So many of the newest meetings are told first, each of another series."""

ORDER = ("last", "overdue", "announced", "expected")
"""What was, what should have been, what is to come."""

CHAIR = "asean-chair"
"""The office that is held by another country each year; who holds it in the year to come is known before."""


def run(request: Request) -> View:
    """Return what was held last, and what comes next or is overdue."""
    today = request.today_known
    meetings = store.table("meetings")
    table = schema.table("calendar")
    told, tests = "", list(by_framework_and_time(request, schema.table("meetings")))
    if request.names:
        _refuse_time(request.names[0], today)
        test, told = about_part(request.names[0], schema.table("meetings"), today, request.lang)
        tests.append(test)
        if not told:
            request.did_nothing("lang")  # no word of it is said
    kept = [row for row in meetings if all(test(row) for test in tests)]
    if request.names and not kept and not request.is_given("framework"):
        what = "`next` takes a framework, a country or a series: aseanrok next asean-rok"
        raise NotFound(f"no meetings of {quoted(request.names[0])} are recorded; {what}")
    ids = {row["series"] for row in kept}
    found = [*_last(kept, today), *_announced(kept, today), *_expected(kept, ids, today)]
    found.sort(key=lambda row: (ORDER.index(row["what"]), dates.order(row["date"]), row["title"]))
    found = _chaired(found)
    shown = telling(("date", "what", "place", "chair", "since", "id", "title"), found, table)
    known = store.edition()["read"]
    listing = request.listing(found, table.hanging("place"), shown)
    lang = listing.lang
    said = [
        worded(
            "What is expected follows from the rhythm of a series alone. Sources read to {}.", lang, date(known, lang)
        )
    ]
    if any(row["what"] == "overdue" for row in found):
        said.append(worded("Overdue: its time has passed and no report is recorded; it may have been held.", lang))
    if not found and not request.is_given("quiet"):
        from aseanrok.cli.empty import said as none_said  # only an answer with nothing in it needs it

        none = none_said(request, schema.table("meetings"))
        told, said = "\n".join(filter(None, (told, none))), []
    return View(listing, note=" ".join(reversed(said)), head=told or None)


def _refuse_time(name: str, today: str) -> None:
    """Raise UsageFailure for a time that stands after `next`: what comes next is of no time but from now on."""
    if any(named(kind, name) for kind in schema.subjects()):
        return
    if any(time(word, today) for word in (name, *name.split())):
        line = line_of(["aseanrok", "timeline", *name.split()])
        raise UsageFailure(f"`next` takes no time, it tells what comes from now on; {line}")


def _row(what: str, date: str, meeting: Row, **changes: str | None) -> Row:
    """Return a row of the calendar made from a meeting, with what of it is not certain."""
    row = {name: meeting.get(name) for name in ("title", "title_ko", "place", "place_ko", "frameworks", "id")}
    made = {"date": date, "what": what, "years": None, "since": None, **row, **changes}
    same = (name for name in schema.table("calendar").fields if name in row and made[name] == row[name])
    told = {"since" if made["since"] else "date": "date", **{name: name for name in same}}
    return {**made, **{of: [name for name, own in told.items() if own in meeting[of]] for of in roles.DOUBTS}}


def _last(meetings: list[Row], today: str) -> list[Row]:
    """Return the newest meetings that were held, one of each series."""
    held = [
        row for row in meetings if row["status"] == "held" and row["date"] and dates.bounds(row["date"])[0] <= today
    ]
    held.sort(key=lambda row: dates.bounds(row["date"])[1])
    newest = {row["series"] or row["id"]: row for row in held}
    told = sorted(newest.values(), key=lambda row: dates.bounds(row["date"])[1])
    return [_row("last", row["date"], row) for row in told[-LAST:]]


def _announced(meetings: list[Row], today: str) -> list[Row]:
    """Return what was announced, and says whether its day has passed without a report."""
    numbered = (row for row in meetings if row["series"] and row["ordinal"])
    held = {(row["series"], row["ordinal"]) for row in numbered if row["status"] == "held"}
    announced = [
        row
        for row in meetings
        if row["status"] == "announced" and row["date"] and (row["series"], row["ordinal"]) not in held
    ]
    return [
        _row("announced" if dates.bounds(row["date"])[1] >= today else "overdue", row["date"], row)
        for row in announced
        if dates.bounds(row["date"])[1] >= _year_before(today)
    ]


def _chaired(rows: list[Row]) -> list[Row]:
    """Return rows with the country that is recorded to chair ASEAN in the year of what is to come.

    Where that country is known to belong to none of the frameworks, as in Mekong-ROK, its chair says nothing.
    """
    known = {row["tenure"]: row for row in store.rows_where("holders", "office", (CHAIR,))}
    members: dict[str, set[str]] = {}
    for member in store.table("members"):
        members.setdefault(member["framework"], set()).add(member["country"])
    chaired = []
    for row in rows:
        chair = known.get(row["date"][:4]) if row["what"] != "last" else None
        if chair and not any(chair["country"] in members.get(each, {chair["country"]}) for each in row["frameworks"]):
            chair = None
        names = {name: chair[of] if chair else None for name, of in (("chair", "name"), ("chair_ko", "name_ko"))}
        chaired.append({**row, **names})
    return chaired


def _year_before(day: str) -> str:
    return f"{int(day[:4]) - 1}{day[4:]}"


def _expected(meetings: list[Row], ids: set[str], today: str) -> list[Row]:
    """Return, of each series that has met every year of late, the meeting that follows its last."""
    found = []
    for series in store.rows_where("series", "id", [id for id in ids if id]):
        own = [row for row in meetings if row["series"] == series["id"]]
        known = following(own, today)
        if known is None:
            continue
        year, number, last = known
        title = f"{_nth(number)} {series['meeting_name']}" if number else f"{series['name']} ({year})"
        what = "overdue" if is_overdue(own, year, today) else "expected"
        name = series["name_ko"]
        korean = name and (f"제{number}차 {name}" if number else f"{name} ({year})")
        where = {"place": None, "place_ko": None}
        names = {"title": title, "title_ko": korean, "id": series["id"]}
        found.append(_row(what, str(year), last, since=last["date"], **names, **where))
    return found


def _nth(number: int) -> str:
    from aseanrok.words.english import ordinal

    return ordinal(number)
