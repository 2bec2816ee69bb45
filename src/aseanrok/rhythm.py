"""What a series leads one to expect: the meeting after the last of one that has met every year of late. Pure."""

from __future__ import annotations

from aseanrok import dates
from aseanrok.values import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

RHYTHM = 3
"""A series is called yearly where its last meetings lie in so many years, one after the other."""


def following(meetings: Sequence[Row], today: str) -> tuple[int, int | None, Row] | None:
    """Return the year and the number of the meeting that a series leads one to expect, and its last one; or None.

    `meetings` are those of one series. Nothing is expected of one that has not met for two years, nor where the next
    meeting is announced already.
    """
    own = [row for row in meetings if row["date"]]
    years = sorted({int(row["date"][:4]) for row in _held(own)})[-RHYTHM:]
    if len(years) < RHYTHM or years[-1] - years[0] != RHYTHM - 1 or years[-1] < int(today[:4]) - 2:
        return None
    last = max((row for row in own if row["status"] == "held"), key=lambda row: dates.bounds(row["date"])[1])
    number = last["ordinal"] + 1 if last["ordinal"] else None
    for row in (row for row in own if row["status"] == "announced"):
        if row["ordinal"] == number if number and row["ordinal"] else row["date"][:4] == str(years[-1] + 1):
            return None
    return years[-1] + 1, number, last


def is_overdue(meetings: Sequence[Row], year: int, today: str) -> bool:
    """Say whether the time of the year has passed at which a series met in its last years, and so in a year to come.

    Of a meeting whose day is not known exactly the end of its month or year counts.
    """
    held = sorted(_held(meetings), key=lambda row: dates.bounds(row["date"])[1])[-RHYTHM:]
    latest = max((dates.bounds(row["date"])[1][4:] for row in held), default="-12-31")
    return f"{year:04}{latest}" < today


def _held(meetings: Sequence[Row]) -> list[Row]:
    return [row for row in meetings if row["status"] == "held" and row["date"] and row["date"][:4].isdigit()]
