"""Who held an office, and what ran, on a day. Pure functions over published rows.

A day is an ISO day. Where a partial date leaves it open, the answer is `perhaps`, and where no beginning is recorded it
is `undated`: neither is ever turned into a yes.
"""

from __future__ import annotations

from aseanrok import dates
from aseanrok.values import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

YES = "yes"
PERHAPS = "perhaps"
UNDATED = "undated"

LONG = 365
"""Who was last seen in office so many days before a day perhaps no longer held it."""


def holds_on(begin: str | None, end: str | None, day: str) -> str | None:
    """Return `yes`, `perhaps` or `undated` for what began and ended at partial dates; None where it did not hold.

    What ends on a day no longer holds on it. `2011` holds for certain from its last day on, and perhaps before.
    """
    ending = False
    if end:
        first, last = dates.bounds(end)
        if last <= day:
            return None
        ending = first <= day
    if not begin:
        return PERHAPS if ending else UNDATED
    first, last = dates.bounds(begin)
    if first > day:
        return None
    return PERHAPS if ending or last > day else YES


def begun(rows: Iterable[Row], field: str, day: str) -> list[Row]:
    """Return the rows that had begun by a day, each with `holds`."""
    answered = ((row, holds_on(row[field], None, day)) for row in rows)
    return [{**row, "holds": holds} for row, holds in answered if holds]


def running(rows: Iterable[Row], field: str, day: str) -> list[Row]:
    """Return the rows whose period holds a day, each with `holds`; what has no period is left out."""
    answered = ((row, _within(row[field], day)) for row in rows if row[field])
    return [{**row, "holds": holds} for row, holds in answered if holds]


def _within(period: str, day: str) -> str | None:
    """Return `yes` or `perhaps` where a period holds a day; a part that is only a year is open at its edges."""
    begin, slash, end = period.partition("/")
    if not slash:  # one date: some time in that year or month
        first, last = dates.bounds(period)
        return None if not first <= day <= last else YES if first == last else PERHAPS
    starts = dates.bounds(begin) if begin != dates.OPEN else (dates.FIRST_DAY, dates.FIRST_DAY)
    ends = dates.bounds(end) if end != dates.OPEN else (dates.LAST_DAY, dates.LAST_DAY)
    if day < starts[0] or day > ends[1]:
        return None
    return YES if starts[1] <= day <= ends[0] or len(begin) == len(end) == 4 else PERHAPS


def holders(rows: Iterable[Row], day: str) -> list[Row]:
    """Return who held an office on a day, each with `holds`: by the tenure, or by a day a source shows it in office.

    The rows are all holders of their offices. One holds an office at a time: the day on which it is handed over is the
    successor's. Whose beginning is not recorded did not hold it while another did, nor before.
    """
    rows = list(rows)
    kept = []
    for row in rows:
        if row["tenure"]:
            begin, slash, end = row["tenure"].partition("/")
            whole = not slash and len(begin) == 4  # a calendar year, as the chair of ASEAN has it
            holds = (YES if begin == day[:4] else None) if whole else _tenure(begin, end or begin, day)
            if holds == UNDATED and row["in_office"]:
                holds = _tenure(min(row["in_office"], key=dates.order), end, day) or UNDATED
            if holds == YES and end == dates.OPEN and _is_long_ago(row["last_seen"], day):
                holds = PERHAPS
        else:
            shown = [dates.bounds(known) for known in row["in_office"]]
            holds = YES if any(first <= day <= last for first, last in shown) else None
            if holds is None and shown and min(shown)[0] <= day <= max(last for _, last in shown):
                holds = PERHAPS
        if holds:
            kept.append({**row, "holds": holds})
    kept = [row for row in kept if not _gives_way(row, kept, day)]
    held = {row["office"] for row in kept if row["holds"] != UNDATED}
    return [
        row for row in kept if row["holds"] != UNDATED or not (row["office"] in held or _came_later(row, rows, day))
    ]


def _gives_way(row: Row, kept: list[Row], day: str) -> bool:
    """Say whether the last day of somebody's time is that of another who holds the office.

    Whose last day is known has it unless another holds the office for certain; of the last day of a month or a year in
    which a time ended it is enough that another perhaps does.
    """
    if not _ends_on(row, day):
        return False
    enough = (YES,) if ended(row) == day else (YES, PERHAPS)
    others = (other for other in kept if other["office"] == row["office"] and not _ends_on(other, day))
    return any(other["holds"] in enough for other in others)


def _ends_on(row: Row, day: str) -> bool:
    end = row["tenure"].partition("/")[2] if row["tenure"] else ""
    return end not in ("", dates.OPEN) and dates.bounds(end)[1] == day


def _is_long_ago(when: str, day: str) -> bool:
    last = dates.bounds(when)[1]
    return last < day and dates.days_between(last, day) > LONG


def _came_later(row: Row, rows: Iterable[Row], day: str) -> bool:
    """Say whether another is known to have held the office after a day and before the end of this holder's time."""
    end = row["tenure"].partition("/")[2] if row["tenure"] else ""
    last = dates.LAST_DAY if end in ("", dates.OPEN) else dates.bounds(end)[0]
    others = (other for other in rows if other["office"] == row["office"] and other["id"] != row["id"])
    points = (
        point
        for other in others
        for point in ((other["tenure"] or "").split("/") + list(other["in_office"]))
        if point not in ("", dates.OPEN)
    )
    return any(day < dates.bounds(point)[0] < last for point in points)


def _tenure(begin: str, end: str, day: str) -> str | None:
    """Return `yes` or `perhaps` where a term of office holds a day, and `undated` where its beginning is open.

    Its end is the last day of it, or the month or the year in which that was.
    """
    holds = holds_on(begin if begin != dates.OPEN else None, None, day)
    if holds is None or end == dates.OPEN:
        return holds
    first, last = dates.bounds(end)
    if first <= day <= last:
        return YES if first == last else PERHAPS
    return holds if day < first else None


def began(row: Row) -> str:
    """Return from when a holder is known to have held an office; where that is not recorded, nothing."""
    begin = (row["tenure"] or dates.OPEN).partition("/")[0]
    return begin if begin != dates.OPEN else min(row["in_office"], key=dates.order, default="")


def ended(row: Row) -> str:
    """Return until when a holder is known to have held an office: `..` of who holds it still, or nothing."""
    begin, slash, end = (row["tenure"] or "").partition("/")
    known = end if slash else begin
    return known or max(row["in_office"], key=lambda day: dates.bounds(day)[1], default="")


def parting(row: Row) -> tuple[str, str]:
    """Return the words for how long a holder is known to have held an office, and that date, which may be nothing."""
    return "until {}" if (row["tenure"] or "").partition("/")[2] else "last seen {}", ended(row)


def neighbours(rows: Iterable[Row], day: str) -> tuple[Row | None, Row | None]:
    """Return who is the last known to have held an office before a day, and who the first after it."""
    before = [row for row in rows if ended(row) and ended(row) != dates.OPEN and dates.bounds(ended(row))[0] <= day]
    after = [row for row in rows if began(row) and dates.bounds(began(row))[1] > day]
    last = max(before, key=lambda row: dates.bounds(ended(row))[1], default=None)
    return last, min(after, key=lambda row: dates.bounds(began(row))[0], default=None)


def gaps(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """Return the times for which nobody is known to have held an office: since when, and until when."""
    known = sorted((row for row in rows if began(row) and ended(row)), key=lambda row: dates.order(began(row)))
    found, last = [], ""
    for row in known:
        first = dates.bounds(began(row))[0]
        if last and last != dates.OPEN and _is_apart(dates.bounds(last)[1], first):
            found.append((last, began(row)))
        if last != dates.OPEN and (not last or ended(row) == dates.OPEN or _is_later(ended(row), last)):
            last = ended(row)
    return found


def _is_later(one: str, other: str) -> bool:
    return dates.bounds(one)[1] > dates.bounds(other)[1]


def _is_apart(last: str, first: str) -> bool:
    """Say whether a day lies between two ISO days."""
    return dates.days_between(last, first) > 1
