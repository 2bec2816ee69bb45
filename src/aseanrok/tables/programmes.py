"""Programmes by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from aseanrok import dates, roles
from aseanrok.model import field as fields
from aseanrok.model.act import Act, in_korean
from aseanrok.model.archive import Archive
from aseanrok.model.base import Id, Named, Text
from aseanrok.model.field import Reference, field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Argument, Command, Table, by_id, record_columns, records_of
from aseanrok.model.vocabulary import Sector
from aseanrok.search.index import Tier
from aseanrok.words.english import the


class Programme(Named):
    """A programme or project line that is run under a framework."""

    has_period: ClassVar[bool] = True

    sector: Sector = field("What it is about.", "분야", roles=(roles.KIND,))
    period: PartialDate | None = field(
        "When it ran; `2012/..` runs since 2012.", "기간", default=None, roles=(roles.DATE,)
    )
    partners: tuple[Text, ...] = field("Who runs it with whom.", "협력 기관", default=())
    fund: Id | None = field(
        "Id of the fund that pays.", "기금", default=None, card=roles.NONE, tier=Tier.CONTEXT,
        reference=Reference(("funds",), "paid by", "programmes paid by it", ko=("재원", "지원 프로그램")),
    )  # fmt: skip
    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)

    def acts(self, archive: Archive) -> Iterator[Act]:
        """Yield its beginning, where that is known."""
        start = (self.period or dates.OPEN).partition("/")[0]
        if start != dates.OPEN:
            ko = in_korean("{} 시작", self.name_ko)
            yield Act(start, f"Beginning of {the(self.name)}", "programme", self, None, "period", ko)


TABLE = Table(
    name="programmes",
    about="Programmes by name.",
    rank=140,
    singular="programme",
    name_ko="프로그램",
    record=Programme,
    columns=record_columns(Programme),
    listing=("period", "sector", "id", "name"),
    items=records_of("programmes"),
    order=by_id,
    weight=0.95,
    mentioned=True,
    subject=True,
    on_framework=True,
    command=Command(
        group="Read",
        rank=110,
        help="Programmes by name, or one of them.",
        text="""\
Programmes by name, or one of them.

\b
Examples:
  aseanrok programmes
  aseanrok programmes --kind youth""",
        filters=("framework", "since", "until", "year", "kind", "match"),
        argument=Argument(metavar="PROGRAMME", help="A programme by its id or name."),
    ),
)
