"""Series of meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import Field

from aseanrok import dates, roles
from aseanrok.model import field as fields
from aseanrok.model.archive import Archive
from aseanrok.model.base import Id, Named, Part, Text
from aseanrok.model.column import Column, StandsFor, of
from aseanrok.model.field import Reference, field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Argument, Command, Table, by_id, record_columns, records_of
from aseanrok.model.vocabulary import Level, Status
from aseanrok.search.index import Tier
from aseanrok.wording import date
from aseanrok.words.english import in_words
from aseanrok.words.korean import in_order


class Searched(Part):
    """Meetings of a series that were looked for and not found, so that nobody looks twice."""

    ordinals: tuple[Annotated[int, Field(ge=1, le=9999, strict=True)], ...] = field(
        "The numbers looked for.", "차수", min_length=1
    )
    where: Text = field("Where they were looked for.", "조사처")
    day: PartialDate = field("When they were looked for.", "조사일")


class Series(Named):
    """A series of meetings."""

    meeting_name: Text = field(
        "What one of its meetings is called, after the ordinal.", "회의 명칭", card=roles.NONE, tier=None
    )
    level: Level = field("Who meets.", "급", tier=Tier.FACT, roles=(roles.KIND,))
    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)
    frequency: Text | None = field(
        "How often it meets.",
        "주기",
        default=None,
        words={
            "annual": "매년",
            "every two years": "격년",
            "every two or three years": "2~3년마다",
            "twice a year": "연 2회",
        },
    )
    agreed: PartialDate | None = field(
        "When it was agreed to hold the series.", "합의", default=None, roles=(roles.DATE,)
    )
    agreed_at: Id | None = field(
        "Id of the meeting that agreed to hold the series.", "합의 회의", default=None, card=roles.NONE,
        tier=Tier.CONTEXT,
        reference=Reference(
            ("meetings",), "agreed at", "series agreed here", ranks=(4, 9), dates="agreed",
            outcome="Agreed to hold", ko=("합의된 회의", "이 회의에서 합의된 회의체"),
        ),
    )  # fmt: skip
    searched: tuple[Searched, ...] = field(
        "Numbers that were looked for and not found.", "조사 기록", default=(), published=False
    )
    known_until: PartialDate | None = field(
        "The date of the newest page about it that was read; what came later is not known.",
        "최근 자료 시점",
        default=None,
        tier=None,
    )


LOOKED_FOR = of(
    "looked_for", "list", "Numbers that were looked for and not found: where, and when.", "조사 기록",
    lambda series, _: [f"{in_words(each.ordinals)}: {each.where}, {each.day}" for each in series.searched],
    tier=None, roles=(roles.PHRASES,),
)  # fmt: skip


LOOKED_FOR_KO = of(
    "looked_for_ko", "list", "The same in Korean.", "한국어 조사 기록",
    lambda series, _: [
        f"{in_order(each.ordinals)}: {each.where}, {date(str(each.day), 'ko')}" for each in series.searched
    ],
    heading="Looked for, in Korean", card=roles.NONE, tier=None, roles=(roles.PHRASES,),
)  # fmt: skip


def _held(series: Any, archive: Archive) -> list[Any]:
    """Return the meetings of a series that were held, in the order of their dates."""
    own = (meeting for meeting in archive.naming("series", series.id) if meeting.status is Status.HELD)
    return sorted(own, key=lambda meeting: dates.order(meeting.date or "9999"))


def _dated(series: Any, archive: Archive) -> list[Any]:
    return [meeting for meeting in _held(series, archive) if meeting.date]


def _first(series: Any, archive: Archive) -> Any:
    return next(iter(_dated(series, archive)), None)


def _last(series: Any, archive: Archive) -> Any:
    return next(reversed(_dated(series, archive)), None)


def _next(series: Any, archive: Archive) -> Any:
    own = (each for each in archive.naming("series", series.id) if each.status is Status.ANNOUNCED and each.date)
    last = _last(series, archive)
    after = (each for each in own if last is None or dates.order(each.date) > dates.order(last.date))
    return min(after, key=lambda meeting: dates.order(meeting.date), default=None)


def _date_of(name: str, about: str, name_ko: str, meeting: Callable[[Any, Archive], Any], heading: str = "") -> Column:
    """Return a column with the date of one of the meetings of a series."""

    def value(series: Any, archive: Archive) -> str | None:
        found = meeting(series, archive)
        return found and str(found.date)

    def rests_on(series: Any, archive: Archive) -> StandsFor | None:
        found = meeting(series, archive)
        return found and StandsFor(found, ("date",))

    return of(name, "date", about, name_ko, value, heading=heading, tier=None, rests_on=rests_on)


HELD = (
    of("held", "integer", "How many of its meetings are recorded as held.", "개최 수",
       lambda series, archive: len(_held(series, archive)), tier=None),
    _date_of("first", "The first of them that is dated.", "처음", _first),
    _date_of("last", "The last of them.", "마지막", _last),
    _date_of("next", "The next that is announced, whether or not its day has passed.", "예정", _next, "Announced"),
)  # fmt: skip

_COLUMNS = record_columns(Series)

TABLE = Table(
    name="series",
    about="Series of meetings.",
    rank=50,
    singular="series",
    name_ko="회의체",
    record=Series,
    columns=(*_COLUMNS[:-1], LOOKED_FOR, LOOKED_FOR_KO, *HELD, _COLUMNS[-1]),
    listing=("level", "held", "last", "next", "id", "name"),
    items=records_of("series"),
    command=Command(
        group="Read",
        rank=25,
        help="Series of meetings: how many were held, the last, the next.",
        text="""\
Series of meetings: who meets, how many meetings are recorded as held, the last, and the next that is announced.
With a name, the series of a framework, or one series with all its meetings. When each met first: --fields first,name.

\b
Examples:
  aseanrok series mekong
  aseanrok series --kind summit
  aseanrok series asean-rok-dialogue
  aseanrok series mekong --chart
  aseanrok series --sort -last -n 5""",
        filters=("framework", "kind", "match", "chart"),
        argument=Argument(metavar="SERIES", help="A series, or a framework."),
    ),
    order=by_id,
    weight=0.97,
    mentioned=True,
    unique_names=True,
    subject=True,
    on_framework=True,
)
