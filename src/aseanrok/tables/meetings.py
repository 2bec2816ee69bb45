"""Meetings, held or announced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from pydantic import model_validator

from aseanrok import roles
from aseanrok.model import field as fields
from aseanrok.model.act import Act, in_korean
from aseanrok.model.archive import Archive
from aseanrok.model.base import CountryCode, Id, Record, Text
from aseanrok.model.column import after
from aseanrok.model.delegates import FOR_ROK, FOR_ROK_KO
from aseanrok.model.field import Reference, field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import PLACE, PLACE_KO, Argument, Command, Table, by_date, record_columns, records_of
from aseanrok.model.vocabulary import Mode, Status
from aseanrok.search.index import Tier


class Meeting(Record):
    """A meeting, held or announced."""

    label: ClassVar[str] = "title"
    is_act: ClassVar[bool] = True

    series: Id | None = field(
        "Id of the series it belongs to.", "회의체", default=None, card=roles.NONE, tier=Tier.NAME,
        reference=Reference(("series",), "series", "meeting", ranks=(1, 3), ko=("회의체", "회의")),
    )  # fmt: skip
    ordinal: int | None = field(
        "Its number in the series: 7 for the 7th.", "차수", default=None, ge=1, le=9999, strict=True, card=roles.NONE,
        tier=None, roles=(roles.WHOLE,),
    )  # fmt: skip
    title: Text | None = field(
        "What the meeting is called.", "제목", default=None, card=roles.NONE, tier=Tier.TITLE,
        roles=(roles.NAME, roles.LABEL),
    )  # fmt: skip
    title_ko: Text | None = field(
        "Korean name; `derived` names it where it was made from the series and the number.",
        "한국어 제목", default=None,
        heading="Korean title", tier=Tier.TITLE, roles=(roles.NAME,),
    )  # fmt: skip
    status: Status = field(
        "Whether it took place.", "상태", default=Status.HELD, tier=None, usual="held", roles=(roles.STANDING,)
    )
    date: PartialDate | None = field(
        "When it took place, as precise as the source.",
        "일자",
        default=None,
        tier=Tier.FACT,
        roles=(roles.DATE,),
        expected=True,
    )
    city: Text | None = fields.city()
    venue: Text | None = field("Building or address.", "회의장", default=None, tier=Tier.CONTENT, roles=(roles.PLACE,))
    country: CountryCode | None = fields.country(
        "ISO 3166-1 alpha-3 code of the country it took place in; a virtual meeting keeps its host country."
    )
    mode: Mode | None = field("How it was held.", "방식", default=None, tier=Tier.CONTENT)
    frameworks: tuple[Id, ...] = fields.frameworks(default=())
    chairs: tuple[Text, ...] = field(
        "Who chaired or co-chaired.",
        "의장",
        default=(),
        tier=Tier.CONTENT,
        expected={"status": ("held",)},
        roles=(roles.SPARE,),
    )
    documents: tuple[Id, ...] = fields.documents("Ids of the documents adopted or signed there.")
    outcomes: tuple[Text, ...] = field(
        "What came out of it, one short phrase each.", "결과", default=(), card=roles.LIST, tier=Tier.CONTENT,
        roles=(roles.ITEMS,),
    )  # fmt: skip
    outcomes_ko: tuple[Text, ...] = fields.korean("outcomes", "결과", default=(), tier=Tier.CONTENT)
    summary_ko: Text | None = fields.korean("summary", "개요")

    @model_validator(mode="after")
    def _named(self) -> Self:
        if self.title is None and (self.series is None or self.ordinal is None):
            raise ValueError("a meeting without a title needs a series and an ordinal")
        if self.series is None and not self.frameworks:
            raise ValueError("a meeting outside any series names its frameworks")
        if self.series is not None and self.frameworks:
            raise ValueError("its frameworks are those of its series; leave the field out")
        return self

    def acts(self, archive: Archive) -> Iterator[Act]:
        """Yield the meeting itself, where its date is known; one that was not held says so in its title."""
        if self.date:
            series: Any = archive.get(self.series)
            kind = str(series.level) if series else "meeting"
            held = self.status is Status.HELD
            title = self.called if held else f"{self.called} ({self.status})"
            ko = in_korean("{}" if held else f"{{}} ({self.status.ko})", self.title_ko)
            yield Act(self.date, title, kind, self, self, "date", ko)


MET = {"status": ("held",), "mode": ("in-person", "hybrid", None)}
"""The meetings that took place somewhere."""

TABLE = Table(
    name="meetings",
    about="Meetings, held or announced, oldest first.",
    rank=60,
    singular="meeting",
    name_ko="회의",
    record=Meeting,
    columns=after(
        after(record_columns(Meeting), "date", PLACE._replace(expected=MET), PLACE_KO), "chairs", FOR_ROK, FOR_ROK_KO
    ),
    listing=("date", "title", "place", "mode", "id", "outcomes"),
    items=records_of("meetings"),
    order=by_date("series"),
    weight=0.86,
    command=Command(
        group="Read",
        rank=20,
        help="Meetings, or one series or meeting by name.",
        text="""\
Meetings, oldest first; one series with all its meetings; or one meeting with what came out of it.

\b
Examples:
  aseanrok meetings mekong-rok-fmm
  aseanrok meetings mekong-rok-fmm-7
  aseanrok meetings --framework asean-rok --year 2019""",
        filters=("framework", "since", "until", "year", "country", "place", "match"),
        argument=Argument(
            metavar="SERIES",
            help="A series (mekong-rok-fmm), a meeting (mekong-rok-fmm-7), or: mekong, 2019.",
            table="series",
        ),
    ),
)
