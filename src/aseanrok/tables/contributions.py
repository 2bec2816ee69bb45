"""Money given to the funds."""

from __future__ import annotations

from typing import Any, ClassVar

from aseanrok import dates, roles
from aseanrok.model import field as fields
from aseanrok.model.base import CountryCode, Id, Quantity, Record, Text
from aseanrok.model.column import after, amount
from aseanrok.model.field import Reference, field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Argument, Belonging, Command, Table, record_columns, records_of
from aseanrok.model.vocabulary import ContributionKind, ContributionStatus
from aseanrok.search.index import Tier


class Contribution(Quantity, Record):
    """Money given to a fund, or promised."""

    label: ClassVar[str] = "title"
    has_period: ClassVar[bool] = True
    filled_in: ClassVar[tuple[str, ...]] = ("title", "title_ko", "frameworks")

    fund: Id = field(
        "Id of the fund.", "기금", card=roles.NONE, tier=Tier.CONTEXT, roles=(roles.WHOLE,),
        reference=Reference(("funds",), "fund", ko=("기금", "")),
    )  # fmt: skip
    title: Text | None = field(
        "What it is called, made from the fund, the kind and the period.", "제목", default=None, card=roles.NONE,
        tier=Tier.TITLE, roles=(roles.LABEL,),
    )  # fmt: skip
    title_ko: Text | None = field(
        "The same in Korean.", "한국어 제목", default=None, heading="Korean title", card=roles.NONE, tier=Tier.TITLE,
    )  # fmt: skip
    period: PartialDate = field(
        "The year or years it is for; `2019/..` is from 2019 on.", "기간", tier=Tier.FACT, roles=(roles.DATE,)
    )
    kind: ContributionKind = field(
        "annual: in each year; total: over the period; single: paid once.", "종류", tier=Tier.FACT, roles=(roles.KIND,)
    )
    status: ContributionStatus = field(
        "Made or pledged.", "상태", default=ContributionStatus.CONTRIBUTED, tier=Tier.FACT, usual="contributed"
    )
    contributor: CountryCode = field(
        "ISO 3166-1 alpha-3 code of the contributor.",
        "출연국",
        default="KOR",
        tier=None,
        usual="KOR",
        roles=(roles.COUNTRY, roles.WHOLE, roles.APART),
    )
    frameworks: tuple[Id, ...] = fields.frameworks(default=())  # its fund's, filled in


_COLUMNS = {column.name: column for column in after(record_columns(Contribution), "period", *amount(lambda each: each))}


def _order(row: dict[str, Any]) -> Any:
    return row["fund"], dates.order(str(row["period"])), row["value"], row["id"]


TABLE = Table(
    name="contributions",
    about="Money given to the funds, by period.",
    rank=110,
    singular="contribution",
    name_ko="출연",
    record=Contribution,
    columns=tuple(_COLUMNS.values()),
    listing=("fund", "period", "kind", "status", "contributor", "stated"),
    items=records_of("contributions"),
    order=_order,
    belongs=Belonging(field="fund", columns=("period", "contributor", "stated", "kind", "status", "note"), part=True),
    weight=0.8,
    newest_first=True,
    by_name=False,
    command=Command(
        group="Read",
        rank=40,
        help="Money given to the funds, by period.",
        text="""\
Money given to the funds, by period; or to one fund.

\b
Examples:
  aseanrok contributions
  aseanrok contributions akcf --chart
  aseanrok contributions akcf --format excel --output akcf.csv""",
        filters=("since", "until", "year", "kind", "country", "match", "chart"),
        argument=Argument(metavar="FUND", help="Only to this fund.", table="funds", field="fund"),
    ),
)
