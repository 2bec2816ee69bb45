"""What is recorded of each series and each table, and what is known not to be.

A series is measured against its own highest number only: how many meetings there were beyond it, nobody here knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from aseanrok import dates
from aseanrok.edition.archive import Archive, citations, date, ordinal, title
from aseanrok.edition.timeline import acts
from aseanrok.model.base import Record
from aseanrok.model.vocabulary import Status

SPANS = ("statistics", "programmes", "projects")
"""The tables whose dates are periods: a year is then as exact as it should be."""


class Covered(NamedTuple):
    """What is recorded of one series or table; a share is between 0 and 1, None where nothing could have it."""

    id: str
    kind: str
    name: str
    name_ko: str | None
    frameworks: list[str]
    records: int
    first: str | None
    last: str | None
    exact_day: float | None
    two_sources: float | None
    highest: int | None
    ordinals: list[str]
    holes: list[str]
    not_recorded: str | None
    read: str | None


def covered(archive: Archive) -> Iterator[Covered]:
    """Yield what is recorded of every table, of the timeline, and of every series."""
    for table, records in archive.tables.items():
        if table not in ("sources", "conflicts"):  # they are what the others are measured by
            yield _covered(archive, table, "table", list(records.values()), spans=table in SPANS)
    told = list(acts(archive))
    yield _covered(archive, "timeline", "table", [act.record for act in told], when=[act.date for act in told])
    for series in archive.series.values():
        own = archive.meetings_of.get(series.id, [])
        held = [meeting.date for meeting in own if meeting.date and meeting.status is Status.HELD]
        found = _covered(archive, series.id, "series", own, when=held)
        numbers = sorted({meeting.ordinal for meeting in own if meeting.ordinal})
        holes = sorted(set(range(1, max(numbers, default=0))) - set(numbers))
        yield found._replace(
            name=title(series),
            name_ko=series.name_ko,
            frameworks=list(series.frameworks),
            highest=max(numbers, default=None),
            ordinals=[str(number) for number in numbers],
            holes=[str(number) for number in holes],
            not_recorded=in_words(holes) or None,
        )


def _covered(
    archive: Archive, id: str, kind: str, records: Sequence[Record], *, when: Iterable[str] | None = None,
    spans: bool = False,
) -> Covered:  # fmt: skip
    if when is None:
        when = [
            str(known)
            for record in records
            if (known := date(record)) and getattr(record, "status", Status.HELD) is Status.HELD
        ]
    when = [str(edtf) for edtf in when]
    # A date without a beginning has no first day, and one that is still running no last.
    begun = [start for start in (edtf.partition("/")[0] for edtf in when) if start != dates.OPEN]
    ended = [end for end in (edtf.rpartition("/")[2] for edtf in when) if end != dates.OPEN]
    resting = [{citation.source for _, citation in citations(record)} for record in records]
    return Covered(
        id, kind, id.capitalize(), None, [], len(records),
        first=min(begun, key=dates.order, default=None),
        last=max([*begun, *ended], key=lambda point: dates.bounds(point)[1], default=None),
        exact_day=None if spans else share(map(exact, when)),
        two_sources=share(len(sources) > 1 for sources in resting),
        highest=None, ordinals=[], holes=[], not_recorded=None,
        read=max((str(archive.sources[id].read) for id in set().union(*resting)), default=None),
    )  # fmt: skip


def exact(edtf: str) -> bool:
    """Say whether a date is a day, or runs from a day to a day."""
    return all(len(point) == 10 for point in edtf.split("/"))


def share(answers: Iterable[bool]) -> float | None:
    """Return how many of the answers are yes, in hundredths rounded down: 1 means all, never nearly all."""
    known = list(answers)
    return sum(known) * 100 // len(known) / 100 if known else None


def in_words(numbers: Sequence[int]) -> str:
    """Return `3rd to 9th, 20th`; two that follow each other are named one by one."""
    said: list[str] = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        names = [ordinal(number) for _, number in run]
        said += [f"{names[0]} to {names[-1]}"] if len(names) > 2 else names
    return ", ".join(said)
