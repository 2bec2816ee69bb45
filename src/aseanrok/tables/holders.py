"""Who held an office, from when to when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from pydantic import model_validator

from aseanrok import dates, roles
from aseanrok.model import field as fields
from aseanrok.model.act import Act, in_korean
from aseanrok.model.archive import Archive
from aseanrok.model.base import CountryCode, Id, Record, Text
from aseanrok.model.column import after, of
from aseanrok.model.field import Reference, field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Belonging, Table, record_columns, records_of
from aseanrok.model.vocabulary import Holds
from aseanrok.search.index import Tier


class Holder(Record):
    """Who held an office, from when to when."""

    has_period: ClassVar[bool] = True
    filled_in: ClassVar[tuple[str, ...]] = ("title", "title_ko", "frameworks")

    label: ClassVar[str] = "title"

    office: Id = field(
        "Id of the office.", "직위", card=roles.NONE, tier=Tier.CONTEXT, roles=(roles.WHOLE,),
        reference=Reference(("offices",), "office", ko=("직위", "")),
    )  # fmt: skip
    title: Text | None = field(
        "Who held what and when, in one line; made from the name, the office and the tenure.", "제목", default=None,
        card=roles.NONE, tier=Tier.TITLE, roles=(roles.LABEL,),
    )  # fmt: skip
    title_ko: Text | None = field(
        "The same in Korean.", "한국어 제목", default=None, heading="Korean title", card=roles.NONE, tier=Tier.TITLE,
    )  # fmt: skip
    name: Text = field(
        "The person; of an office that a country holds, the country.", "성명", card=roles.NONE, tier=Tier.TITLE,
        roles=(roles.NAME,),
    )  # fmt: skip
    name_ko: Text | None = field(
        "The same in Korean, where a source gives it.", "한국어 성명", default=None, heading="Korean name",
        tier=Tier.TITLE, roles=(roles.NAME,),
    )  # fmt: skip
    country: CountryCode | None = fields.country("ISO 3166-1 alpha-3 code of the holder's country.")
    ordinal: int | None = field(
        "Which holder in order, where a source counts them.",
        "대수",
        default=None,
        ge=1,
        le=9999,
        strict=True,
        tier=None,
        roles=(roles.WHOLE,),
    )
    tenure: PartialDate | None = field(
        "From when to when: `1993-02-25/1998-02-24`, the end being the last day on which it was held, or the day on "
        "which it was handed over to the next; `2024-04-16/..` is still in office.", "임기", default=None,
        tier=Tier.FACT, roles=(roles.DATE, roles.LASTS),
    )  # fmt: skip
    in_office: tuple[PartialDate, ...] = field(
        "Days, months or years on which a source shows it in office, where its tenure is not wholly known.",
        "재임 확인", default=(), tier=None, roles=(roles.SEEN,),
    )  # fmt: skip
    frameworks: tuple[Id, ...] = fields.frameworks(default=())  # its office's, filled in

    @model_validator(mode="after")
    def _is_seen_on_days(self) -> Self:
        if open_ := next((when for when in self.in_office if dates.OPEN in when), None):
            raise ValueError(f"in_office: {open_!r} is open; write when a source shows it, or a tenure")
        return self

    def acts(self, archive: Archive) -> Iterator[Act]:
        """Yield the taking of the office, where that is told of it and no milestone tells it."""
        office = archive.offices[self.office]
        start = (self.tenure or dates.OPEN).partition("/")[0]
        told = any(id in archive.milestones for id in self.related)
        if start != dates.OPEN and office.on_timeline and not told:
            ko = in_korean("{}, {} 취임", self.name_ko, office.name_ko)
            yield Act(start, f"{self.name} becomes {office.name}", "office", self, None, "tenure", ko)


def _last_seen(holder: Holder, archive: Archive) -> str | None:
    """Return when a source last shows somebody in office of whom no end is recorded: `..` holds when it was written."""
    end = (holder.tenure or "").partition("/")[2]
    if holder.tenure and end != dates.OPEN:
        return None
    written = [archive.sources[each.source].published for each in holder.sources] if holder.tenure else []
    begun = [holder.tenure.partition("/")[0]] if holder.tenure else []
    known = map(str, filter(None, (*begun, *holder.in_office, *written)))
    return max(known, key=lambda day: dates.order(day.rpartition("/")[2]), default=None)


LAST_SEEN = of(
    "last_seen", "date", "When a source last shows it in office, where no end is recorded: of one `still in office`, "
    "when the newest of its sources was written.", "마지막 재임 확인", _last_seen, tier=None,
)  # fmt: skip


def _order(row: dict[str, Any]) -> Any:
    begin, _, end = str(row["tenure"] or "").partition("/")
    # Whose beginning is not recorded stands where it was first shown in office, or where its time ended.
    known = [begin] if begin not in ("", dates.OPEN) else list(row["in_office"]) or [end] * bool(end)
    return row["office"], dates.order(min(known, key=dates.order)) if known else ("9999", ""), row["id"]


TABLE = Table(
    name="holders",
    about="Who held an office, from when to when.",
    rank=180,
    singular="holder",
    name_ko="역대 재임",
    record=Holder,
    columns=after(record_columns(Holder), "in_office", LAST_SEEN),
    listing=("office", "ordinal", "tenure", "last_seen", "id", "name"),
    items=records_of("holders"),
    order=_order,
    as_of=(
        of("holds", "text", "Whether it held the office on that day: yes or perhaps.", "해당", words=Holds.words()),
    ),
    as_of_listing=("office", "ordinal", "tenure", "last_seen", "holds", "id", "name"),
    belongs=Belonging(
        field="office", columns=("ordinal", "tenure", "in_office", "last_seen", "name", "note"), part=True
    ),
    weight=0.9,
    newest_first=True,
)
