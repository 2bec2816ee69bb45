"""Policies that shape the relations."""

from __future__ import annotations

from aseanrok import dates, roles
from aseanrok.model import field as fields
from aseanrok.model.base import CountryCode, Id, Named, Text
from aseanrok.model.field import Reference, field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Argument, Command, Table, record_columns, records_of
from aseanrok.search.index import Tier


class Policy(Named):
    """A policy of one government, or of ASEAN, that shapes the relations."""

    announced: PartialDate | None = field("When it was announced.", "발표", default=None, roles=(roles.DATE,))
    announced_at: Id | None = field(
        "Id of the meeting where it was announced.", "발표 회의", default=None, card=roles.NONE, tier=Tier.CONTEXT,
        reference=Reference(
            ("meetings",), "announced at", "announced here", ranks=(6, 9), dates="announced",
            outcome="Announced", ko=("발표된 회의", "이 회의에서 발표"),
        ),
    )  # fmt: skip
    announced_by: Text | None = field("Who announced it.", "발표자", default=None, tier=Tier.CONTENT)
    country: CountryCode | None = fields.country("ISO 3166-1 alpha-3 code of whose policy it is.")
    pillars: tuple[Text, ...] = field(
        "Its pillars or lines of effort.", "추진 축", default=(), card=roles.LIST, tier=Tier.CONTENT
    )
    announced_by_ko: Text | None = fields.korean("announcer", "발표자")
    pillars_ko: tuple[Text, ...] = fields.korean("pillars", "추진 축", default=())
    succeeds: Id | None = field(
        "Id of the policy it follows.", "선행 정책", default=None, card=roles.NONE, tier=Tier.CONTEXT,
        reference=Reference(("policies",), "follows", "followed by", ko=("선행 정책", "후속 정책")),
    )  # fmt: skip
    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)


TABLE = Table(
    name="policies",
    about="Policies that shape the relations.",
    rank=150,
    singular="policy",
    name_ko="정책",
    record=Policy,
    columns=record_columns(Policy),
    listing=("announced", "id", "name"),
    items=records_of("policies"),
    order=lambda row: (dates.order(str(row["announced"] or "9999")), row["id"]),
    weight=1.0,
    mentioned=True,
    subject=True,
    on_framework=True,
    command=Command(
        group="Read",
        rank=120,
        help="National policies such as the New Southern Policy; or one of them.",
        text="""\
Policies that shape the relations, such as the New Southern Policy; or one of them.

\b
Examples:
  aseanrok policies
  aseanrok policies new-southern-policy""",
        filters=("framework", "since", "until", "year", "country", "match"),
        argument=Argument(metavar="POLICY", help="A policy: new-southern-policy."),
    ),
)
