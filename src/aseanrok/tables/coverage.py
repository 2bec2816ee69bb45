"""What is recorded of each table and each series, and what is known not to be.

A series is measured against its own highest number only: how many meetings there were beyond it, nobody here knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from aseanrok import dates, roles
from aseanrok.model.archive import Archive, citations
from aseanrok.model.base import Record
from aseanrok.model.column import StandsFor, of
from aseanrok.model.field import Reference
from aseanrok.model.table import Argument, Command, Table
from aseanrok.model.vocabulary import Measured, SourceKind, Status
from aseanrok.tables.series import LOOKED_FOR, LOOKED_FOR_KO
from aseanrok.tables.sources import are_independent
from aseanrok.tables.timeline import acts
from aseanrok.words import natural
from aseanrok.words.english import in_words
from aseanrok.words.korean import in_order


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
    two_publishers: float | None
    official: float | None
    highest: int | None
    numbers: float | None
    ordinals: list[str]
    holes: list[str]
    not_recorded: str | None
    not_recorded_ko: str | None
    looked_for: list[str]
    looked_for_ko: list[str]
    known_until: str | None
    read: str | None
    first_of: StandsFor | None
    last_of: StandsFor | None


KINDS = list(Measured.words())
"""What is measured, in the order it is listed."""

NOT_HELD = (Status.ANNOUNCED, Status.POSTPONED, Status.CANCELLED)


def covered(archive: Archive) -> Iterator[Covered]:
    """Yield what is recorded of all records together, of every table, of the timeline, and of every series."""
    from aseanrok.tables import TABLES  # whole only when all of them are

    series = [_of_series(archive, each) for each in archive.series.values()]
    yield _of_all(archive, series)
    for table, records in archive.tables.items():
        record = archive.records[table]
        if record.is_measured:
            found = _covered(archive, table, "table", list(records.values()), periods=record.has_period)
            yield found._replace(name_ko=TABLES[table].name_ko)
    told = list(acts(archive))
    found = _covered(
        archive,
        "timeline",
        "table",
        [act.record for act in told],
        when=[(act.date, StandsFor(act.record, (act.dated_by,))) for act in told],
    )
    yield found._replace(name_ko=TABLES["timeline"].name_ko)
    yield from series


def _of_all(archive: Archive, series: Sequence[Covered]) -> Covered:
    records = [record for _, record in archive if record.is_measured]
    dated = [each for each in map(_dated, records) if each and not each[1].record.has_period]
    found = _covered(archive, "all", "all", records, when=dated)
    recorded = [True for each in series for _ in each.ordinals]
    missing = [False for each in series for _ in each.holes]
    return found._replace(name="All records", name_ko="전체 기록", numbers=share([*recorded, *missing]))


def _of_series(archive: Archive, series: Any) -> Covered:
    own = archive.naming("series", series.id)
    held = [meeting for meeting in own if meeting.status is Status.HELD]
    numbers = sorted({meeting.ordinal for meeting in own if meeting.ordinal})
    holes = sorted(set(range(1, max(numbers, default=0))) - set(numbers))
    looked_for: Any = LOOKED_FOR.value(series, archive)
    looked_for_ko: Any = LOOKED_FOR_KO.value(series, archive)
    return _covered(archive, series.id, "series", own, when=[each for each in map(_dated, held) if each])._replace(
        name=series.called,
        name_ko=series.name_ko,
        frameworks=list(series.frameworks),
        highest=max(numbers, default=None),
        numbers=share([*(True for _ in numbers), *(False for _ in holes)]),
        ordinals=[str(number) for number in numbers],
        holes=[str(number) for number in holes],
        not_recorded=in_words(holes) or None,
        not_recorded_ko=in_order(holes) or None,
        looked_for=looked_for,
        looked_for_ko=looked_for_ko,
        known_until=series.known_until,
    )


Dated = tuple[str, StandsFor]
"""A date, and the record that it is of."""


def _dated(record: Record) -> Dated | None:
    return (record.listed_date, StandsFor(record, (record.dated_by,))) if record.listed_date else None


def _covered(
    archive: Archive, id: str, kind: str, records: Sequence[Record], *, when: Iterable[Dated] | None = None,
    periods: bool = False,
) -> Covered:  # fmt: skip
    if when is None:
        held = (record for record in records if getattr(record, "status", None) not in NOT_HELD)
        when = [each for each in map(_dated, held) if each]
    when = [(str(edtf), record) for edtf, record in when]
    # A date without a beginning has no first day, and one that is still running no last.
    begun = [(edtf.partition("/")[0], record) for edtf, record in when if not edtf.startswith(dates.OPEN)]
    ended = [(edtf.rpartition("/")[2], record) for edtf, record in when if not edtf.endswith(dates.OPEN)]
    first, first_of = min(begun, key=lambda each: dates.order(each[0]), default=(None, None))
    last, last_of = max([*begun, *ended], key=lambda each: dates.bounds(each[0])[1], default=(None, None))
    resting = [{citation.source for _, citation in citations(record)} for record in records]
    cited = [[archive.sources[id] for id in ids] for ids in resting]
    return Covered(
        id, kind, id.capitalize(), None, [], len(records),
        first=first, first_of=first_of, last=last, last_of=last_of,
        exact_day=None if periods else share(exact(edtf) for edtf, _ in when),
        two_publishers=share(map(are_independent, cited)),
        official=share(any(source.kind is SourceKind.OFFICIAL for source in sources) for sources in cited),
        highest=None, numbers=None, ordinals=[], holes=[], not_recorded=None, not_recorded_ko=None, looked_for=[],
        looked_for_ko=[], known_until=None,
        read=max((str(archive.sources[id].read) for id in set().union(*resting)), default=None),
    )  # fmt: skip


def _of_a_series(covered: Covered, dated: StandsFor | None) -> StandsFor | None:
    """Return what a date rests on where that is a meeting of the series: of a whole table it would tell nothing."""
    return dated if covered.kind == "series" else None


def exact(edtf: str) -> bool:
    """Say whether a date is a day, or runs from a day to a day."""
    return all(len(point) == 10 for point in edtf.split("/"))


def share(answers: Iterable[bool]) -> float | None:
    """Return how many of the answers are yes, in hundredths rounded down: 1 means all, never nearly all."""
    known = list(answers)
    return sum(known) * 100 // len(known) / 100 if known else None


TABLE = Table(
    name="coverage",
    about="What is recorded of each table and each series, and what is not.",
    rank=250,
    singular="coverage of",
    name_ko="수록 범위",
    columns=(
        of("id", "text", "Id of the series, name of the table, or all.", "식별자", heading="Id", card=roles.NONE,
           roles=(roles.NAME, roles.WHOLE)),
        of("kind", "text", "series, table, or all: every record together.", "종류", roles=(roles.KIND,),
           words=Measured.words()),
        of("name", "text", "What it is called.", "명칭", card=roles.NONE, roles=(roles.NAME, roles.LABEL)),
        of("name_ko", "text", "Korean name, where known.", "한국어 명칭", heading="Korean name", roles=(roles.NAME,)),
        of("frameworks", "list", "Ids of the frameworks a series belongs to.", "협의체", card=roles.NONE,
           reference=Reference(("frameworks",))),
        of("records", "integer", "Number of its records; of the timeline, its rows.", "기록 수"),
        of("first", "date", "The earliest date recorded; of what was announced and not held, none.", "처음",
           rests_on=lambda covered, _: _of_a_series(covered, covered.first_of)),
        of("last", "date", "The latest date recorded.", "마지막",
           rests_on=lambda covered, _: _of_a_series(covered, covered.last_of)),
        of("exact_day", "number", "Share of its dates that are exact to the day; none where its dates are periods.",
           "일자 확정", roles=(roles.SHARE,)),
        of("two_publishers", "number", "Share of its records that rest on two publishers or more; copies of one report "
           "are one publisher.", "복수 발행처", roles=(roles.SHARE,)),
        of("official", "number", "Share of its records that rest on an official source.", "공식 출처",
           roles=(roles.SHARE,)),
        of("highest", "integer", "The highest number of a meeting recorded; none for meetings without numbers.",
           "최고 차수"),
        of("numbers", "number", "Share of the numbers up to the highest that are recorded.", "차수 수록률",
           roles=(roles.SHARE,)),
        of("ordinals", "list", "The numbers recorded.", "수록 차수", card=roles.NONE),
        of("holes", "list", "The numbers below the highest that are not recorded; they may well have been held.",
           "빠진 차수", card=roles.NONE),
        of("not_recorded", "text", "The same in words.", "미기록", roles=(roles.BELOW,)),
        of("not_recorded_ko", "text", "The same in Korean.", "한국어 미기록", card=roles.NONE),
        of("looked_for", "list", "Numbers that were looked for and not found: where, and when.", "조사 기록"),
        of("looked_for_ko", "list", "The same in Korean.", "한국어 조사 기록", heading="Looked for, in Korean",
           card=roles.NONE),
        of("known_until", "date", "The date of the newest page about it that was read; what came later is not known.",
           "최근 자료 시점"),
        of("read", "date", "The day the newest of its sources was read.", "열람일"),
    ),
    listing=("records", "last", "exact_day", "two_publishers", "official", "numbers", "id", "name", "not_recorded"),
    items=covered,
    disputable=True,
    stands_for=lambda _: None,
    order=lambda row: (KINDS.index(str(row["kind"])), row["kind"] == "series" and natural(str(row["id"]))),
    command=Command(
        group="Trust",
        help="What is recorded of each series and table, and what is not.",
        text="""\
What is recorded of each table and each series of meetings: how many dates are exact to the day, how much rests on
two publishers and on an official source, and which numbers of a series are not recorded. The first row is all of it.

Shares are rounded down. A series is measured against its highest recorded number: what took place beyond it, or
between meetings that carry no number, cannot be told from here.

\b
Examples:
  aseanrok coverage
  aseanrok coverage asean-rok-summit
  aseanrok coverage --kind series --framework mekong""",
        filters=("framework", "kind", "match"),
        argument=Argument(metavar="NAME", help="A series (asean-rok-summit) or a table (meetings)."),
    ),
)  # fmt: skip
