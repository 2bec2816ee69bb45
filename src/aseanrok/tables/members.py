"""Members and participants of each framework: one row for each country's place in one."""

from __future__ import annotations

from typing import Any, NamedTuple

from aseanrok import dates, roles
from aseanrok.model.archive import Archive
from aseanrok.model.column import StandsFor, columns_of, of, through
from aseanrok.model.field import Reference
from aseanrok.model.table import SOURCES, Argument, Belonging, Command, Table, Within
from aseanrok.model.vocabulary import Holds
from aseanrok.search.index import Tier
from aseanrok.tables.frameworks import Framework, Membership


class Member(NamedTuple):
    """A membership, with the framework it stands in."""

    framework: Framework
    membership: Membership


def _country(member: Member, archive: Archive) -> Any:
    return archive.by_code.get(member.membership.country)


def _sources(member: Member, archive: Archive) -> list[str]:
    cited = member.membership.sources or member.framework.sources
    return list(dict.fromkeys(citation.source for citation in cited))


_MEMBERSHIP = {column.name: column for column in through(columns_of(Membership), lambda member: member.membership)}

TABLE = Table(
    name="members",
    about="Members and participants of each framework.",
    rank=30,
    singular="membership",
    name_ko="회원국",
    columns=(
        of("framework", "text", "Id of the framework.", "협의체", lambda member, _: member.framework.id,
           roles=(roles.WHOLE,), reference=Reference(("frameworks",))),
        _MEMBERSHIP["country"],
        of("name", "text", "Name of the country.", "명칭",
           lambda member, archive: country.name if (country := _country(member, archive)) else None,
           tier=Tier.TITLE, roles=(roles.LABEL, roles.NAME)),
        of("name_ko", "text", "Korean name of the country, where known.", "한국어 명칭",
           lambda member, archive: country.name_ko if (country := _country(member, archive)) else None,
           heading="Korean name", roles=(roles.NAME,)),
        *(column for name, column in _MEMBERSHIP.items() if name != "country"),
        SOURCES._replace(value=_sources),
    ),
    listing=("framework", "country", "joined", "left", "role", "name"),
    key="country",
    items=lambda archive: (Member(each, part) for each in archive.frameworks.values() for part in each.members),
    order=lambda row: (row["framework"], dates.order(str(row["joined"] or "9999")), row["name"]),
    disputable=True,
    stands_for=lambda member: StandsFor(
        member.framework, ("members",), date="joined", countries=(member.membership.country,)
    ),
    as_of=(of("holds", "text", "Whether it belonged on that day: yes, perhaps or undated.", "해당",
              words=Holds.words()),),
    as_of_listing=("framework", "country", "joined", "role", "holds", "name"),
    belongs=Belonging(field="framework", columns=("name", "joined", "left", "role", "note")),
    within=Within("framework", ("name", "role", "joined", "note")),
    command=Command(
        group="Read",
        rank=70,
        help="Who belongs to which framework, and since when.",
        text="""\
Who belongs to which framework, since when, and as what.

Of a framework that is named, those who belong are listed and counted; its dialogue partners, observers and donors
are listed by --kind and --country, and where no framework is named. With --as-of, `holds` is `perhaps` where the
day falls into a year or month of joining, and `undated` where no joining is recorded. Of an agreement that is named
(rcep) it is listed when it entered into force, and for whom: `aseanrok fields entries` has the fields of that.

\b
Examples:
  aseanrok members asean
  aseanrok members asean --as-of 2025-10-25
  aseanrok members asean --kind dialogue-partner
  aseanrok members --country ROK
  aseanrok members --matrix""",
        filters=("as_of", "since", "until", "year", "kind", "country", "match", "matrix"),
        argument=Argument(
            metavar="FRAMEWORK", help="Only of this framework.", table="frameworks", field="framework"
        ),
    ),
)  # fmt: skip
