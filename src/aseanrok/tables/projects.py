"""Projects the funds pay for."""

from __future__ import annotations

from typing import ClassVar

from aseanrok import roles
from aseanrok.model import field as fields
from aseanrok.model.base import CountryCode, Id, Named, PartialDate, Quantity, Text
from aseanrok.model.column import after, amount, of
from aseanrok.model.field import Reference, field
from aseanrok.model.table import Argument, Command, Table, by_id, record_columns, records_of
from aseanrok.search.index import Tier


class Project(Named):
    """A project paid by a fund."""

    has_period: ClassVar[bool] = True

    fund: Id = field(
        "Id of the fund that pays.", "기금", card=roles.NONE, tier=Tier.CONTEXT, roles=(roles.WHOLE,),
        reference=Reference(("funds",), "paid by", "paid by it"),
    )  # fmt: skip
    period: PartialDate | None = field("When it ran.", "기간", default=None, roles=(roles.DATE,))
    sector: Text | None = field("The fund's priority area it belongs to.", "분야", default=None, roles=(roles.KIND,))
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
    listing=("fund", "period", "budget", "id", "name"),
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
    as_of=(of("holds", "text", "Whether it ran on that day: yes, perhaps or undated.", "해당"),),
    as_of_listing=("fund", "period", "budget", "holds", "id", "name"),
    order=by_id,
    weight=0.9,
)
