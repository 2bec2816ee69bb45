"""Standing bodies and offices."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.model import field as fields
from aseanrok.model.base import CountryCode, Id, Named, Text
from aseanrok.model.column import after
from aseanrok.model.field import field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import PLACE, PLACE_KO, Argument, Command, Table, by_id, record_columns, records_of
from aseanrok.model.vocabulary import InstitutionKind
from aseanrok.search.index import Tier


class Institution(Named):
    """A standing body or office."""

    kind: InstitutionKind = field("What kind of body it is.", "종류", tier=Tier.FACT, roles=(roles.KIND,))
    established: PartialDate | None = fields.established()
    established_at: Id | None = fields.established_at()
    city: Text | None = fields.city("City of its seat.")
    country: CountryCode | None = fields.country("ISO 3166-1 alpha-3 code of its seat.")
    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)
    documents: tuple[Id, ...] = fields.documents("Ids of the texts it rests on.")


TABLE = Table(
    name="institutions",
    about="Standing bodies and offices.",
    rank=130,
    singular="institution",
    name_ko="기관",
    record=Institution,
    columns=after(record_columns(Institution), "established_at", PLACE._replace(expected=True), PLACE_KO),
    listing=("id", "established", "place", "name"),
    items=records_of("institutions"),
    order=by_id,
    weight=0.97,
    mentioned=True,
    unique_names=True,
    subject=True,
    on_framework=True,
    command=Command(
        group="Read",
        rank=100,
        help="Standing bodies and offices, or one of them.",
        text="""\
Standing bodies and offices, or one of them.

\b
Examples:
  aseanrok institutions
  aseanrok institutions asean-korea-centre""",
        filters=("framework", "since", "until", "year", "kind", "country", "place", "match"),
        argument=Argument(metavar="INSTITUTION", help="An institution: asean-korea-centre."),
    ),
)
