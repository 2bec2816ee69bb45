"""Figures, each with the period it is for and who counted."""

from __future__ import annotations

from typing import Any, ClassVar

from aseanrok import dates, roles
from aseanrok.model import field as fields
from aseanrok.model.base import Id, Named, Quantity, Text
from aseanrok.model.column import after, amount
from aseanrok.model.field import Reference, field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Argument, Belonging, Command, Table, record_columns, records_of
from aseanrok.search.index import Tier
from aseanrok.words import natural

INDICATORS = {
    "trade": "교역", "exports": "수출", "imports": "수입", "trade-surplus": "무역수지 흑자", "trade-share": "교역 비중",
    "exports-share": "수출 비중", "trade-target": "교역 목표", "tariff-lines": "관세 품목", "investment": "투자",
    "cumulative-investment": "누적 투자", "oda": "공적개발원조", "infrastructure": "기반 시설", "visitors": "방문객",
    "residents": "체류자", "students": "유학생", "companies": "기업", "projects": "사업",
    "projects-approved": "승인 사업",
    "projects-running": "진행 사업", "projects-completed": "완료 사업", "projects-waiting": "대기 사업",
    "proposals": "제안서", "grant-limit": "지원 한도", "drawing-limit": "인출 한도",
    "budget": "예산", "funding": "재원", "contributions": "출연",
    "members": "회원국", "areas": "협력 분야", "mechanisms": "협의체", "measures": "조치", "programmes": "프로그램",
    "staff": "직원", "rank": "순위", "market-share": "시장 점유율", "workers": "근로자",
    "services-trade": "서비스 교역", "fta-utilisation": "자유무역협정 활용률",
}  # fmt: skip
"""The Korean of what is measured; the list is open."""


class Statistic(Quantity, Named):
    """A figure for a period."""

    has_period: ClassVar[bool] = True

    about: Id = field(
        "Id of the record it measures.",
        "대상",
        card=roles.NONE,
        tier=Tier.CONTEXT,
        reference=Reference((), "about", "figure", ko=("대상", "통계")),
    )
    indicator: Id = field(
        "What is measured: trade, investment, visitors, projects, ...", "지표", roles=(roles.KIND,), words=INDICATORS
    )
    period: PartialDate | None = field(
        "What period or moment it is for.", "기간", default=None, tier=Tier.FACT, roles=(roles.DATE,)
    )
    basis: Text | None = field("Who counted, and how; empty where the source does not say.", "집계 기준", default=None)
    parts: tuple[Id, ...] = field(
        "Ids of the figures that add up to it.", "구성 수치", default=(), card=roles.NONE, tier=Tier.CONTEXT,
        reference=Reference(("statistics",), "part", "part of", ko=("구성 수치", "합계")),
    )  # fmt: skip
    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)


def _order(row: dict[str, Any]) -> Any:
    return row["about"], row["indicator"], dates.order(str(row["period"] or "")), natural(str(row["id"]))


TABLE = Table(
    name="statistics",
    about="Figures, each with the period it is for and who counted.",
    rank=160,
    singular="statistic",
    name_ko="통계",
    record=Statistic,
    columns=after(record_columns(Statistic), "period", *amount(lambda each: each)),
    listing=("period", "stated", "basis", "id", "name"),
    items=records_of("statistics"),
    order=_order,
    as_of_listing=("about", "period", "stated", "basis", "id", "name"),
    belongs=Belonging(
        field="about", columns=("period", "stated", "basis", "name"), heading="Figures", heading_ko="통계"
    ),
    weight=0.8,
    newest_first=True,
    by_name=False,
    command=Command(
        group="Read",
        rank=90,
        meant=("stats", "stat", "figures"),
        help="Figures, each with its period and its source.",
        text="""\
Figures, each with the period it is for, who counted, and its source.

\b
Examples:
  aseanrok statistics
  aseanrok statistics --framework mekong
  aseanrok statistics --kind trade --format csv
  aseanrok statistics --kind trade --chart
  aseanrok statistics --kind trade --as-of 2015""",
        filters=("framework", "since", "until", "year", "kind", "match", "as_of", "chart"),
        argument=Argument(metavar="STATISTIC", help="A figure by its id."),
    ),
)
