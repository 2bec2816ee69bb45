"""Projects the funds pay for."""

from __future__ import annotations

from typing import ClassVar

from aseanrok import roles
from aseanrok.model import field as fields
from aseanrok.model.base import CountryCode, Id, Named, Quantity, Text
from aseanrok.model.column import after, amount, of
from aseanrok.model.field import Reference, field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Argument, Command, Table, by_id, record_columns, records_of
from aseanrok.model.vocabulary import Holds
from aseanrok.search.index import Tier

SECTORS = {
    "Agriculture and fisheries": "농업·수산", "Agriculture and rural development": "농업·농촌 개발",
    "Connectivity": "연계성", "Culture & tourism": "문화·관광", "Culture and tourism": "문화·관광",
    "Disaster management": "재난 관리", "Economic": "경제", "Economic recovery": "경제 회복",
    "Economic resilience": "경제 회복력", "Education": "교육", "Education & training": "교육·훈련",
    "Environment": "환경", "Health": "보건", "Human resources development": "인적자원 개발",
    "Information and communication technology": "정보통신기술", "Infrastructure": "기반 시설",
    "Non-traditional security challenges": "비전통 안보", "Safety & peace": "안전·평화", "Social welfare": "사회복지",
    "Tourism": "관광", "Water resources": "수자원",
    "digital": "디지털", "digital security": "디지털 안보", "environment": "환경", "green growth": "녹색성장",
    "health": "보건", "information and communication technology": "정보통신기술", "minerals (ASOMM)": "광물(ASOMM)",
    "people exchange": "인적 교류",
}  # fmt: skip
"""The Korean of the priority areas, and of the parts of those that name two with a stroke between them."""


class Project(Named):
    """A project paid by a fund."""

    has_period: ClassVar[bool] = True

    fund: Id = field(
        "Id of the fund that pays.", "기금", card=roles.NONE, tier=Tier.CONTEXT, roles=(roles.WHOLE,),
        reference=Reference(("funds",), "paid by", "projects", ko=("재원", "지원 사업")),
    )  # fmt: skip
    period: PartialDate | None = field("When it ran.", "기간", default=None, roles=(roles.DATE,))
    sector: Text | None = field(
        "The fund's priority area it belongs to.", "분야", default=None, roles=(roles.KIND, roles.SPARE), words=SECTORS
    )
    implementer: Text | None = field("Who carried it out.", "수행 기관", default=None, tier=Tier.CONTENT)
    countries: tuple[CountryCode, ...] = fields.countries("Codes of the countries that took part.", "참여국")
    budget: Quantity | None = field("What it cost the fund.", "예산", default=None, published=False)
    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)


TABLE = Table(
    name="projects",
    about="Projects the funds paid for.",
    rank=120,
    singular="project",
    name_ko="사업",
    record=Project,
    columns=after(record_columns(Project), "countries", *amount(lambda project: project.budget, "budget")),
    listing=("fund", "period", "sector", "budget", "id", "name"),
    items=records_of("projects"),
    command=Command(
        group="Read",
        rank=45,
        help="Projects of the funds, with their budgets; or of one fund.",
        text="""\
Projects the funds pay for: fund, period, sector, who carries them out, budget. With a name, those of a fund, of a
country or of a framework; or one project.

\b
Examples:
  aseanrok projects mkcf
  aseanrok projects --country Cambodia --sort -budget
  aseanrok projects akcf --as-of 2023
  aseanrok projects mkcf --format excel --output mkcf.csv""",
        filters=("framework", "since", "until", "year", "kind", "country", "match", "as_of"),
        argument=Argument(metavar="FUND", help="A fund, a country, a framework; or a project."),
    ),
    as_of=(of("holds", "text", "Whether it ran on that day: yes, perhaps or undated.", "해당", words=Holds.words()),),
    as_of_listing=("fund", "period", "budget", "holds", "id", "name"),
    order=by_id,
    weight=0.9,
)
