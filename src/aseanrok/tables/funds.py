"""Cooperation funds."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.model import field as fields
from aseanrok.model.base import Id, Named, PartialDate, Text
from aseanrok.model.column import of
from aseanrok.model.field import field
from aseanrok.model.table import Argument, Command, Table, by_id, record_columns, records_of
from aseanrok.model.vocabulary import Holds
from aseanrok.search.index import Tier


class Fund(Named):
    """A cooperation fund."""

    established: PartialDate | None = fields.established()
    established_at: Id | None = fields.established_at()
    administrator: Text | None = field("Who manages it.", "관리 기관", default=None)
    priorities: tuple[Text, ...] = field(
        "Areas it pays for.", "중점 분야", default=(), card=roles.LIST, tier=Tier.CONTENT
    )
    documents: tuple[Id, ...] = fields.documents("Ids of the texts it works under.")
    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)


TABLE = Table(
    name="funds",
    about="Cooperation funds.",
    rank=100,
    singular="fund",
    name_ko="기금",
    record=Fund,
    columns=record_columns(Fund),
    listing=("id", "abbreviation", "established", "name"),
    items=records_of("funds"),
    order=by_id,
    as_of=(
        of("holds", "text", "Whether it existed on that day: yes, perhaps or undated.", "해당", words=Holds.words()),
        of("annual", "text", "The yearly sum for the year of that day.", "연간 출연"),
        of("annual_period", "date", "The years that sum is for.", "출연 기간", heading="Paid in"),
        of("annual_value", "number", "That sum written out.", "연간 출연액"),
        of("annual_unit", "text", "Its unit.", "단위"),
        of("annual_before", "text", "Where none is recorded, the newest before.", "직전 출연", heading="Last known"),
    ),
    as_of_listing=("id", "established", "holds", "annual", "annual_period", "annual_before", "name"),
    weight=1.0,
    mentioned=True,
    unique_names=True,
    on_framework=True,
    command=Command(
        group="Read",
        rank=30,
        help="Cooperation funds, or one with its contributions and priorities.",
        text="""\
Cooperation funds, or one with its contributions, priorities and projects.

\b
Examples:
  aseanrok funds
  aseanrok funds akcf
  aseanrok funds mkcf --json
  aseanrok funds --as-of 2020-06""",
        filters=("framework", "match", "as_of"),
        argument=Argument(metavar="FUND", help="A fund: akcf, MKCF."),
    ),
)
