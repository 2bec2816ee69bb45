"""Dated acts that are neither a meeting nor a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import model_validator

from aseanrok import roles
from aseanrok.model import field as fields
from aseanrok.model.act import Act
from aseanrok.model.archive import Archive
from aseanrok.model.base import CountryCode, Id, Record, Text
from aseanrok.model.column import after
from aseanrok.model.field import Reference, field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import PLACE, PLACE_KO, Argument, Command, Table, by_date, record_columns, records_of
from aseanrok.model.vocabulary import MilestoneKind
from aseanrok.search.index import Tier


class Milestone(Record):
    """A dated act that is neither a meeting nor a document."""

    label: ClassVar[str] = "title"
    is_act: ClassVar[bool] = True

    title: Text = field("What happened.", "제목", card=roles.NONE, tier=Tier.TITLE, roles=(roles.NAME, roles.LABEL))
    title_ko: Text | None = field(
        "The same in Korean, where an official wording is known.", "한국어 제목", default=None, heading="Korean title",
        tier=Tier.TITLE, roles=(roles.NAME,),
    )  # fmt: skip
    kind: MilestoneKind = field("What kind of act it was.", "종류", tier=Tier.FACT, roles=(roles.KIND,))
    date: PartialDate | None = field(
        "When it happened; at a meeting, the meeting's date.", "일자", default=None, tier=Tier.FACT,
        roles=(roles.DATE,),
    )  # fmt: skip
    meeting: Id | None = field(
        "Id of the meeting where it happened.", "회의", default=None, card=roles.NONE, tier=Tier.CONTEXT,
        reference=Reference(("meetings",), "at", "milestone", ranks=(2, 9), dates="date",
                            ko=("열린 회의", "주요 사건")),
    )  # fmt: skip
    summary_ko: Text | None = fields.korean("summary", "개요")
    city: Text | None = fields.city()
    country: CountryCode | None = fields.country("ISO 3166-1 alpha-3 code of the country it took place in.")
    countries: tuple[CountryCode, ...] = fields.countries("Codes of the countries it concerns.", "관련 국가")
    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if (self.date is None) == (self.meeting is None):
            raise ValueError("a milestone has a date, or a meeting whose date it shares, and not both")
        return self

    def is_outcome(self, frameworks: tuple[str, ...]) -> bool:
        """Say whether it belongs to one of the frameworks of the meeting where it happened, and so to its outcomes."""
        return not set(self.frameworks).isdisjoint(frameworks)

    def acts(self, archive: Archive) -> Iterator[Act]:
        """Yield the milestone itself, where no meeting has it among its outcomes."""
        meeting = archive.get(self.meeting)
        if self.date and not (meeting and self.is_outcome(meeting.listed_frameworks)):
            yield Act(self.date, self.title, str(self.kind), self, self, "date", self.title_ko, self.countries)


TABLE = Table(
    name="milestones",
    about="Dated acts that are neither a meeting nor a document, oldest first.",
    rank=70,
    singular="milestone",
    name_ko="주요 사건",
    record=Milestone,
    columns=after(record_columns(Milestone), "meeting", PLACE, PLACE_KO),
    listing=("date", "kind", "place", "id", "title"),
    items=records_of("milestones"),
    order=by_date(),
    weight=0.84,
    command=Command(
        group="Read",
        rank=130,
        help="Dated acts that are neither a meeting nor a document.",
        text="""\
Dated acts that are neither a meeting nor a document: proposals, changes of status, appointments.

\b
Examples:
  aseanrok milestones --kind status
  aseanrok milestones --framework mekong""",
        filters=("framework", "since", "until", "year", "kind", "country", "place", "match"),
        argument=Argument(metavar="MILESTONE", help="A milestone by its id."),
    ),
)
