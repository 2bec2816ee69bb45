"""Dates as people write them -> EDTF: `27 Nov 2019`, `2019.11.27`, `2019년 11월`, `2019..2021`."""

from __future__ import annotations

from aseanrok import dates
from aseanrok.errors import UsageFailure, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class NoSuchDate(ValueError):
    """A date, or a span of dates, by its form, and none by the calendar: 2019-02-30, 2020..2019."""


TODAY = ("today", "now", "오늘", "지금")
"""Words for the day it is."""

THIS = {"this year": 4, "올해": 4, "금년": 4, "this month": 7, "이달": 7}
"""Words for the year and the month it is, with how much of the day they are."""

_MONTHS = {name.lower(): number for number, name in enumerate(dates.MONTHS, start=1)}
_MARKS = str.maketrans({"년": "-", "월": "-", "일": " ", ".": "-", "/": "-", ",": " "})


_DIVIDING = ("-", "/")
"""The marks that stand between the parts of a date, and never before or after them."""

_OPENING = ("...", "..", "~")
"""The marks that may stand before or after a date alone: `..2018`, `2012..`."""


def understood(text: str, today: str) -> str:
    """Return the date somebody wrote, as EDTF; raise ValueError saying how one is written, or NoSuchDate.

    `today` is the day it is, as an ISO day. `2019/2021`, `2019..2021` and `2019-2021` are spans of time, `2019/11` is
    a month.
    """
    text = text.strip().replace("년도", "년")
    if said := _said(text.lower(), today):
        return said
    try:
        return dates.check(text)
    except ValueError as error:
        wrong = error
    for mark in ("...", "..", " - ", " to ", "~", " until ", "–"):
        begin, found, end = text.partition(mark)
        if found:
            first = _point(begin, today) if begin.strip() else dates.OPEN
            last = _point(end, today) if end.strip() else dates.OPEN
            if (
                first
                and last
                and {first, last} != {dates.OPEN}
                and (mark in _OPENING or dates.OPEN not in (first, last))
            ):
                return _checked(f"{first}/{last}", text) if first != last else first
    years = text.split("-")
    if [len(year) for year in years] == [4, 4] and all(year.isascii() and year.isdecimal() for year in years):
        return _checked("/".join(dict.fromkeys(years)), text)
    if point := _point(text, today):
        return _checked(point, text)
    raise wrong


def one_end(when: str, side: int | None, what: str, ways: tuple[str, str]) -> str:
    """Return a day, month or year as it is; of a span that is open on the other side its beginning, 0, or its end, 1.

    Raises UsageFailure for other spans: `what` was written, and the `ways` in which a beginning and an end are asked
    for.
    """
    ends = when.split("/")
    if len(ends) == 1:
        return when
    if side is not None and ends[1 - side] == dates.OPEN:
        return ends[side]
    known = (way.format(end) for way, end in zip(ways, ends, strict=True) if end != dates.OPEN)
    raise UsageFailure(f"{what} is a span; write {' '.join(known)}")


def _said(text: str, today: str) -> str | None:
    return today if text in TODAY else today[: THIS[text]] if text in THIS else None


def _checked(edtf: str, typed: str) -> str:
    """Return what is a date by its form; raise NoSuchDate, in the words typed, where the calendar has no such one."""
    try:
        return dates.check(edtf)
    except ValueError as error:
        raise NoSuchDate(str(error).replace(repr(edtf), quoted(typed))) from None


def _point(text: str, today: str) -> str | None:
    """Return a single date as EDTF, or None where the text is none."""
    text = text.strip().lower()
    if said := _said(text, today):
        return said
    if text.translate(_MARKS)[:1] in _DIVIDING or text[-1:] in _DIVIDING:  # -2019 is another year, and 2019- a span
        return None
    numbers = " ".join(text.translate(_MARKS).replace("-", " ").split()).split()
    named = [word for word in numbers if not word.isdecimal()]
    if not numbers or not all(number.isascii() for number in numbers):
        return None
    if not named:
        return _of_numbers(numbers)
    if len(named) == 1 and (month := _month(named[0])):
        rest = [_without_suffix(word) for word in numbers if word not in named]
        return _of_named_month(rest, month)
    plain = [_without_suffix(word) for word in numbers]
    months = [month for word in plain if not word.isdecimal() and (month := _month(word))]
    rest = [word for word in plain if word.isdecimal()]
    return _of_named_month(rest, months[0]) if len(months) == 1 and len(rest) == len(plain) - 1 else None


def _without_suffix(word: str) -> str:
    """Return `27` for `27th`."""
    return word[:-2] if word[:-2].isdecimal() and word[-2:] in ("st", "nd", "rd", "th") else word


def _month(word: str) -> int | None:
    """Return the number of a month by its name or the first letters of it, three at least."""
    return next((number for name, number in _MONTHS.items() if len(word) >= 3 and name.startswith(word)), None)


def _of_numbers(numbers: Sequence[str]) -> str | None:
    year, *rest = numbers
    if len(year) != 4 or len(rest) > 2 or any(len(number) > 2 for number in rest):
        return None
    return "-".join([year, *(number.zfill(2) for number in rest)])


def _of_named_month(rest: Sequence[str], month: int) -> str | None:
    years = [number for number in rest if len(number) == 4]
    days = [number for number in rest if len(number) <= 2]
    if len(years) != 1 or len(days) != len(rest) - 1 or len(days) > 1:
        return None
    return "-".join([years[0], f"{month:02d}", *(day.zfill(2) for day in days)])
