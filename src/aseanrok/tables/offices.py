"""Offices that are held for a term: a country coordinator, an ambassador, a secretary-general."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.model import field as fields
from aseanrok.model.base import Id, Named, Text
from aseanrok.model.field import Reference, field
from aseanrok.model.table import Argument, Command, Table, by_id, record_columns, records_of
from aseanrok.search.index import Tier


class Office(Named):
    """An office that is held for a term."""

    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)
    institution: Id | None = field(
        "Id of the institution it belongs to.", "기관", default=None, card=roles.NONE, tier=Tier.CONTEXT,
        reference=Reference(("institutions",), "institution", "office", ko=("기관", "직위")),
    )  # fmt: skip
    on_timeline: bool = field(
        "Whether taking it is an act of the relations, and so on the timeline.", "연표 수록", default=True, tier=None,
        strict=True, card=roles.NONE,
    )  # fmt: skip
    rotation: Text | None = field("How long a term is, and who follows whom.", "임기", default=None)
    rotation_ko: Text | None = fields.korean("rotation", "임기")


TABLE = Table(
    name="offices",
    about="Offices that are held for a term.",
    rank=170,
    singular="office",
    name_ko="직위",
    record=Office,
    columns=record_columns(Office),
    listing=("id", "name"),
    items=records_of("offices"),
    command=Command(
        group="Read",
        rank=85,
        help="Who holds which office, and who held it on a day.",
        text="""\
Offices that are held for a term, each with the newest holder known: ASEAN's country coordinator for the ROK, the
ROK's ambassador to ASEAN, the head of the ASEAN-Korea Centre, the chair and the Secretary-General of ASEAN, and
others. With a name, all holders of one office; with --as-of, who held it on that day.

Where no end is recorded, it is told when a source last shows them in office; `holds` is `perhaps` where that was more
than a year before the day.

\b
Examples:
  aseanrok offices
  aseanrok offices asean-rok-country-coordinator
  aseanrok offices --as-of 2019-09-01
  aseanrok offices asean-chair --as-of 2015""",
        filters=("framework", "since", "until", "year", "country", "match", "as_of"),
        argument=Argument(metavar="OFFICE", help="An office: asean-chair, 대화조정국; or a country."),
    ),
    order=by_id,
    weight=0.97,
    mentioned=True,
    unique_names=True,
    subject=True,
    on_framework=True,
)
