"""Series of meetings."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.model import field as fields
from aseanrok.model.base import Id, Named, Part, PartialDate, Text
from aseanrok.model.column import of
from aseanrok.model.field import Reference, field
from aseanrok.model.table import Table, by_id, record_columns, records_of
from aseanrok.model.vocabulary import Level
from aseanrok.search.index import Tier
from aseanrok.words.english import in_words


class Searched(Part):
    """Meetings of a series that were looked for and not found, so that nobody looks twice."""

    ordinals: tuple[int, ...] = field("The numbers looked for.", "차수", min_length=1)
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
        "How often it meets.", "주기", default=None, words={"annual": "매년", "every two years": "격년"}
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
        "The day up to which its meetings were looked for.", "조사 기준일", default=None, tier=None
    )


LOOKED_FOR = of(
    "looked_for", "list", "Numbers that were looked for and not found: where, and when.", "조사 기록",
    lambda series, _: [f"{in_words(each.ordinals)}: {each.where}, {each.day}" for each in series.searched],
    tier=None, roles=(roles.PHRASES,),
)  # fmt: skip

_COLUMNS = record_columns(Series)

TABLE = Table(
    name="series",
    about="Series of meetings.",
    rank=50,
    singular="series",
    name_ko="회의체",
    record=Series,
    columns=(*_COLUMNS[:-1], LOOKED_FOR, _COLUMNS[-1]),
    listing=("id", "level", "name"),
    items=records_of("series"),
    order=by_id,
    weight=0.97,
    mentioned=True,
    unique_names=True,
    on_framework=True,
)
