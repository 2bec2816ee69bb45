"""Countries, with every name they are known by."""

from __future__ import annotations

from typing import Any

from aseanrok import roles
from aseanrok.model.archive import Archive
from aseanrok.model.base import CountryCode, Named, Text
from aseanrok.model.column import after, of
from aseanrok.model.field import field
from aseanrok.model.table import Argument, Command, Table, by_id, record_columns, records_of
from aseanrok.model.vocabulary import MemberRole
from aseanrok.search.index import Tier


class Country(Named):
    """A country."""

    official_name: Text | None = field(
        "Full official name in English.", "공식 명칭", default=None, tier=Tier.NAME, roles=(roles.NAME,)
    )
    short_name: Text | None = field(
        "Name as tables print it, where shorter: ROK.", "약칭", default=None, card=roles.NONE, tier=Tier.NAME,
        roles=(roles.NAME,),
    )  # fmt: skip
    iso2: str = field(
        "ISO 3166-1 alpha-2 code.", "ISO 2", pattern=r"^[A-Z]{2}$", heading="ISO 2", card=roles.NONE, tier=None,
        roles=(roles.NAME, roles.WHOLE),
    )  # fmt: skip
    iso3: CountryCode = field(
        "ISO 3166-1 alpha-3 code.", "ISO 3", heading="ISO 3", tier=None,
        roles=(roles.NAME, roles.COUNTRY, roles.WHOLE),
    )  # fmt: skip


def _joined(country: Any, archive: Archive) -> str | None:
    """Return when a country became a member of ASEAN; a founding member did when ASEAN was established."""
    if (asean := archive.get("asean")) is None:
        return None
    members: Any = asean
    for member in members.members:
        if member.country == country.iso3 and member.role is MemberRole.MEMBER:
            return str(member.joined or (members.established if member.founding else "")) or None
    return None


JOINED = of(
    "joined_asean", "date", "When it joined ASEAN; empty where it did not.", "아세안 가입", _joined,
    heading="Joined ASEAN", tier=Tier.FACT, also="joined ASEAN member, 아세안 가입",
)  # fmt: skip


TABLE = Table(
    name="countries",
    about="Countries.",
    rank=40,
    singular="country",
    name_ko="국가",
    record=Country,
    columns=after(record_columns(Country), "iso3", JOINED),
    listing=("iso3", "joined_asean", "name_ko", "id", "name"),
    items=records_of("countries"),
    order=by_id,
    weight=0.97,
    unique_names=True,
    subject=True,
    command=Command(
        group="Read",
        rank=80,
        help="Countries, or one with its memberships and what it hosted.",
        text="""\
Countries, or one with its memberships and what took place there. Any of its names will do.

\b
Examples:
  aseanrok countries
  aseanrok countries Laos
  aseanrok countries 베트남""",
        filters=("match",),
        argument=Argument(metavar="COUNTRY", help="A country by any of its names: Laos, LAO, viet-nam."),
    ),
)
