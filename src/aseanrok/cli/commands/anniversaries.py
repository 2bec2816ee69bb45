"""`aseanrok anniversaries`: what happened so many years before a day to come."""

from __future__ import annotations

from aseanrok import dates, roles, schema, store
from aseanrok.cli.about import about_part, series_with
from aseanrok.cli.about import date as time
from aseanrok.cli.listed import by_framework_and_time, countries, each, is_year, once
from aseanrok.cli.passed import not_looked_for, passed_over
from aseanrok.cli.records import joins, named
from aseanrok.cli.request import Request
from aseanrok.dateforms import TODAY
from aseanrok.errors import UsageFailure, quoted
from aseanrok.rows import of_countries
from aseanrok.values import Row
from aseanrok.views import NOT_HELD, View
from aseanrok.wording import date, worded
from aseanrok.words import fold
from aseanrok.words.common import WITHOUT, WITHOUT_AFTER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


HELP = """\
Anniversaries of the days to come: of every act of the timeline that is known to the day, with its years. Without
an option, the round ones (5, 10, 15 ...) of the next twelve months.

--on DAY takes one day of the year (2027-11-27, 11-27, 27 November, or today), --year a whole year; --all also those
that are not round.
Acts known only to a month stand under that month.

\b
Examples:
  aseanrok anniversaries
  aseanrok anniversaries asean-rok mekong --year 2027
  aseanrok anniversaries laos --all
  aseanrok anniversaries --on 2026-11-27
  aseanrok anniversaries --all --year 2027 --json"""

ROUND = 5
"""A round anniversary is one whose years this number divides."""


def run(request: Request) -> View:
    """Return the anniversaries that fall in the span asked for."""
    table = schema.table("calendar")
    timeline = schema.table("timeline")
    tests = list(by_framework_and_time(request, timeline, years=False))
    told = ""
    if codes := countries(request):
        tests.append(of_countries(codes, timeline))
    if request.names:
        given = _named(request.names, request.today)
        for name in given:
            if when := time(name, request.today):
                line = f"--on {when}" if len(when) == len("2027-11-27") else f"--year {when.strip('./')[:4]}"
                raise UsageFailure(f"{quoted(name)} is a time; {line} asks for its anniversaries")
            if day := _of_year(name, request.today):
                raise UsageFailure(f"{quoted(name)} is a time; --on {day[5:]} asks for its anniversaries")
        parts = [about_part(name, timeline, request.today, request.lang) for name in given]
        tests.append(lambda act: any(test(act) for test, _ in parts))
        over = {word: asks for word, asks in passed_over(request.names, request.today).items() if word not in given}
        said = not_looked_for(over, request.lang, ("year",)) if over else ""
        told = "; ".join(filter(None, ("\n".join(told for _, told in parts if told), said)))
        if not told:
            request.did_nothing("lang")  # no word of it is said
    spans = _spans(request)
    every = bool(request.flag("all")) or request.is_given("on")
    happened = (act for act in store.table("timeline") if act["status"] not in NOT_HELD)
    acts = [act for act in happened if all(test(act) for test in tests)]
    precise = 10 if all(first == last for first, last in spans) else 7  # for one day, only what is known to the day
    acts = [act for act in acts if len(act["date"].partition("/")[0]) >= precise]
    found = [row for act in acts for row in _of(act, spans) if every or row["years"] % ROUND == 0]
    found.sort(key=lambda row: (dates.order(row["date"]), -row["years"], row["title"]))
    listing = request.listing(found, table, ("date", "years", "since", "place", "id", "title"))
    lang, kind = listing.lang, "no anniversary" if every else "no round anniversary"
    first, last = (date(day, lang) for day in (min(spans)[0], max(last for _, last in spans)))
    note = None if found else worded(f"{kind} from {{}} to {{}}", lang, first, last)
    return View(listing, note=note, head=told or None)


def _named(words: tuple[str, ...], today: str) -> tuple[str, ...]:
    """Return the names that were given: words that together are a day or the name of a thing are one."""
    words = tuple({fold(word): word for word in reversed(words)}.values())[::-1]  # named twice, told once
    whole = " ".join(words)
    if len(words) > 1 and (_of_year(whole, today) or time(whole, today)):
        return (whole,)
    if len(words) > 1 and (any(named(kind, whole) for kind in schema.subjects()) or series_with(whole)):
        return (whole,)
    if without := next((word for word in words if word.casefold() in WITHOUT or word.startswith(WITHOUT_AFTER)), None):
        raise UsageFailure(f"{quoted(whole)}: words after `anniversaries` keep what they name; leave {without!r} out")
    # What only joins names nothing.
    return tuple(word for word in words if not joins(word) or word.casefold() in TODAY) or words


def _spans(request: Request) -> list[tuple[str, str]]:
    """Return the first and the last day of each time whose anniversaries are asked for."""
    on, years = request.option("on"), request.values("year")
    if on is not None and years:
        raise UsageFailure("--on and --year contradict each other; use one of them")
    if on is not None:
        if request.is_given("all"):
            raise UsageFailure("--on shows all anniversaries of its day, also without --all; leave --all out")
        return [_day(on, request)]
    if years:
        years = each("--year", years)
        return [_year(year) for year in once("--year", years, years)]
    today = request.today
    return [(today, _in(int(today[:4]) + 1, today))]


def _of_year(written: str, today: str) -> str | None:
    """Return a day of no year, `11-27`, `27 November`, `11월 27일`, as that of this year; None where it is none.

    Raises UsageFailure for one that this year does not have.
    """
    year = today[:4]
    if written[:4].isdecimal():
        return None
    try:
        days = [time(whole, today) for whole in (f"{year}-{written}", f"{written} {year}", f"{year}년 {written}")]
    except UsageFailure:
        raise UsageFailure(f"{quoted(written)} is no day of {year}") from None
    return next((day for day in days if day and len(day) == len("2027-11-27")), None)


def _day(written: str, request: Request) -> tuple[str, str]:
    ways = "2027-11-27, 11-27 or today, or a year as --year"
    try:
        first, last = dates.bounds(_of_year(written, request.today) or request.date("--on", written))
    except UsageFailure as wrong:
        raise UsageFailure(wrong.message.replace(dates.SPAN, ways)) from None
    if first != last:
        raise UsageFailure(f"--on: {quoted(written)} is not one day; write {ways}")
    return first, last


def _year(written: str) -> tuple[str, str]:
    if not is_year(written):
        raise UsageFailure(f"--year: {quoted(written)} is not a year; write 2027, or a day as --on")
    return dates.bounds(written)


def _of(act: Row, spans: list[tuple[str, str]]) -> Iterator[Row]:
    """Yield the anniversaries of an act that fall into one of some times."""
    begun = act["date"].partition("/")[0]
    for year in sorted({year for first, last in spans for year in range(int(first[:4]), int(last[:4]) + 1)}):
        years = year - int(begun[:4])
        when = _in(year, begun)
        if years < 1:
            continue
        begins, ends = dates.bounds(when)
        if any(begins <= last and first <= ends for first, last in spans):
            row = {name: act[name] for name in ("title", "title_ko", "place", "place_ko", "frameworks", "id")}
            told = schema.table("calendar").fields
            doubts = {
                of: [*(name for name in act[of] if name in told), *(["since"] if "date" in act[of] else [])]
                for of in roles.DOUBTS
            }
            whole = {
                "date": when,
                "what": "anniversary",
                "years": years,
                "since": act["date"],
                "chair": None,
                "chair_ko": None,
            }
            yield {**whole, **row, **doubts}


def _in(year: int, day: str) -> str:
    """Return a day of another year in a year: the 28th where it has no 29th of February."""
    when = f"{year}{day[4:]}"
    return f"{year}-02-28" if when.endswith("-02-29") and dates.days_in_month(year, 2) == 28 else when
