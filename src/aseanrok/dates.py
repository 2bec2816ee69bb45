"""Partial dates: EDTF level 0 and intervals, as precise as their source and no more.

A date here is its EDTF string: `2011`, `2011-10`, `2011-10-28`, `2009-06-01/2009-06-02`, `2012/..` (still running),
`../1999` (beginning not known). Everything is string arithmetic on ISO days, so that nothing needs importing.
"""

from __future__ import annotations

from aseanrok.errors import quoted

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"
OPEN = ".."

# Compiled on first use: reading commands without a date filter never need it.
_POINT = r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?"

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month of the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def days_between(first: str, last: str) -> int:
    """Return how many days an ISO day lies after another; negative where it lies before."""
    return _number(last) - _number(first)


def _number(day: str) -> int:
    # Counted from 1 March, so that the leap day comes last and every month begins where a straight line puts it.
    year, month = int(day[:4]), int(day[5:7])
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + int(day[8:])


def following(edtf: str) -> str:
    """Return the year after a year, the month after a month, the day after a day; raise ValueError after the last."""
    if edtf == LAST_DAY[: len(edtf)]:
        raise ValueError(f"nothing is after {edtf}")
    year, month, day = _numbers(edtf)
    if day and day < days_in_month(year, month):
        return f"{year:04d}-{month:02d}-{day + 1:02d}"
    year, month = (year + 1, 1) if month in (0, 12) else (year, month + 1)
    return f"{year:04d}-{month:02d}-01"[: len(edtf)]


def preceding(edtf: str) -> str:
    """Return the year before a year, the month before a month, the day before a day; raise ValueError at the first."""
    if edtf == FIRST_DAY[: len(edtf)]:
        raise ValueError(f"nothing is before {edtf}")
    year, month, day = _numbers(edtf)
    if day > 1:
        return f"{year:04d}-{month:02d}-{day - 1:02d}"
    year, month = (year - 1, 12) if month in (0, 1) else (year, month - 1)
    return f"{year:04d}-{month:02d}-{days_in_month(year, month)}"[: len(edtf)]


def _numbers(edtf: str) -> tuple[int, int, int]:
    year, month, day = [*map(int, edtf.split("-")), 0, 0][:3]
    return year, month, day


ONE = "2019, 2019-11 or 2019-11-25"
SPAN = "2019, 2019-11, 2019-11-25 or 2019-11-25/2019-11-26"
"""How a date is written, and how where it may be a span."""


def check(edtf: str) -> str:
    """Return `edtf` unchanged if it is a partial date this project writes; raise ValueError saying what is wrong."""
    import re  # only a date that somebody wrote is checked

    if not isinstance(edtf, str):  # a year as a number, or what a notebook has for nothing
        raise ValueError(f"{quoted(str(edtf))} is no text, and so no date; write {SPAN} in quotes")
    start, slash, end = edtf.partition("/")
    for point in (start, end) if slash else (start,):
        if slash and point == OPEN:
            continue
        match = re.fullmatch(_POINT, point, re.ASCII)
        if not match or match[1] == "0000":
            raise ValueError(f"{quoted(edtf)} is not a date; write {SPAN}")
        if match[3] and int(match[3]) > days_in_month(int(match[1]), int(match[2])):
            raise ValueError(f"{edtf!r} names a day that {point[:7]} does not have")
    if slash:
        if start == end == OPEN:
            raise ValueError(f"{edtf!r} says nothing; an interval needs a beginning or an end")
        if start == end:
            raise ValueError(f"{edtf!r} begins and ends at once; write {start}")
        if bounds(edtf)[0] > bounds(edtf)[1]:
            raise ValueError(f"{edtf!r} ends before it begins")
    return edtf


def bounds(edtf: str) -> tuple[str, str]:
    """Return the first and the last day a partial date may mean, as ISO days that compare as strings."""
    start, slash, end = edtf.partition("/")
    if not slash:
        end = start
    return FIRST_DAY if start == OPEN else _first(start), LAST_DAY if end == OPEN else _last(end)


def _first(point: str) -> str:
    return point + FIRST_DAY[len(point) :]


def _last(point: str) -> str:
    if len(point) == 10:
        return point
    if len(point) == 4:
        return point + "-12-31"
    return f"{point}-{days_in_month(int(point[:4]), int(point[5:7])):02d}"


def overlap(a: str, b: str) -> bool:
    """Say whether two partial dates may share a day: `2009` overlaps `2009-06`, and `2012/..` overlaps `2020`."""
    first_a, last_a = bounds(a)
    first_b, last_b = bounds(b)
    return first_a <= last_b and first_b <= last_a


def order(edtf: str) -> tuple[str, str]:
    """Return a sort key: by beginning, the less precise first, then by end; an unknown beginning comes first."""
    # str() because a PartialDate without a slash would give itself back, and compare by this very key.
    start, _, end = str(edtf).partition("/")
    return ("" if start == OPEN else start), end


def precision(edtf: str) -> str:
    """Return `year`, `month`, `day` or `interval`."""
    if "/" in edtf:
        return "interval"
    return {4: "year", 7: "month", 10: "day"}[len(edtf)]


def in_words(edtf: str) -> str:
    """Return a date as people write it: `27 November 2019`, `1-2 June 2009`, `October 2011`, `since 2012`."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point_in_words(start)
    if end == OPEN:
        return "since " + _point_in_words(start)
    if start == OPEN:
        return "until " + _point_in_words(end)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}-{_point_in_words(end)}"
    if len(start) == len(end) == 4:
        return f"{start}-{end}"
    if len(start) == len(end) == 10 and start[:4] == end[:4]:
        return f"{_point_in_words(start)[:-5]} - {_point_in_words(end)}"
    return f"{_point_in_words(start)} - {_point_in_words(end)}"


def _point_in_words(point: str) -> str:
    year, _, rest = point.partition("-")
    month, _, day = rest.partition("-")
    words = [year]
    if month:
        words.insert(0, MONTHS[int(month) - 1])
    if day:
        words.insert(0, str(int(day)))
    return " ".join(words)


def shortened(edtf: str) -> str:
    """Return an interval with what its end shares with its beginning left out, as ISO 8601 allows: `2009-06-01/02`."""
    start, slash, end = edtf.partition("/")
    if slash and len(start) == len(end) == 10:
        for shared in (8, 5):
            if start[:shared] == end[:shared]:
                return f"{start}/{end[shared:]}"
    return edtf
