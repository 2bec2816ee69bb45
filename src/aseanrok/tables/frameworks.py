"""Frameworks in which ASEAN and the Republic of Korea meet, and who belongs to them."""

from __future__ import annotations

from collections.abc import Iterator

from aseanrok import roles
from aseanrok.model.act import Act, in_korean
from aseanrok.model.archive import Archive
from aseanrok.model.base import Citation, CountryCode, Id, Named, Part, Text
from aseanrok.model.column import of
from aseanrok.model.field import country, established, established_at, field, korean
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Argument, Command, Table, by_id, record_columns, records_of
from aseanrok.model.vocabulary import Holds, MemberRole
from aseanrok.search.index import Tier


class Membership(Part):
    """A country's place in a framework."""

    country: CountryCode = country("ISO 3166-1 alpha-3 code of the country.", default=...)
    role: MemberRole = field(
        "What the country is in the framework.",
        "지위",
        default=MemberRole.MEMBER,
        tier=None,
        roles=(roles.KIND,),
        usual="member",
    )
    joined: PartialDate | None = field(
        "When it joined; empty where not recorded.", "가입", default=None, roles=(roles.DATE,)
    )
    left: PartialDate | None = field("When it left.", "탈퇴", default=None)
    founding: bool | None = field(
        "Whether it was there from the beginning; empty where not known.",
        "창립 회원",
        default=None,
        tier=None,
        strict=True,
    )
    note: Text | None = field("What a reader must know before quoting it.", "유의", default=None, roles=(roles.WIDE,))
    sources: tuple[Citation, ...] = field(
        "Sources; without any, the framework's hold.", "출처", default=(), tier=None, published=False
    )


class Framework(Named):
    """A frame in which ASEAN and the Republic of Korea meet."""

    established: PartialDate | None = established()
    established_at: Id | None = established_at()
    areas: tuple[Text, ...] = field(
        "Areas of cooperation.", "협력 분야", default=(), card=roles.LIST, tier=Tier.CONTENT
    )
    areas_ko: tuple[Text, ...] = korean("areas", "협력 분야", default=())
    members: tuple[Membership, ...] = field("Its members or participants.", "회원국", default=(), published=False)

    @property
    def listed_frameworks(self) -> tuple[str, ...]:
        """A framework belongs to itself."""
        return (self.id,)

    def acts(self, archive: Archive) -> Iterator[Act]:
        """Yield its establishment, and who joined it later."""
        yield from super().acts(archive)
        for member in self.members:
            if member.joined and not member.founding and member.role in JOINING:
                country = archive.by_code[member.country]
                what = f"{country.name} joins {self.abbreviation or self.name}"
                ko = in_korean("{}, {} 가입", country.name_ko, self.name_ko)
                yield Act(member.joined, what, "membership", self, None, "members", ko, (member.country,))


JOINING = (MemberRole.MEMBER, MemberRole.PARTICIPANT)
"""The roles a country takes by joining; a dialogue partnership has milestones of its own."""


TABLE = Table(
    name="frameworks",
    about="Frameworks in which ASEAN and the Republic of Korea meet.",
    rank=20,
    singular="framework",
    name_ko="협의체",
    record=Framework,
    columns=record_columns(Framework),
    listing=("id", "abbreviation", "established", "name"),
    items=records_of("frameworks"),
    order=by_id,
    as_of=(
        of("holds", "text", "Whether it existed on that day: yes, perhaps or undated.", "해당", words=Holds.words()),
        of("members", "integer", "How many belonged to it on that day for certain.", "회원국"),
        of("members_perhaps", "integer", "How many more perhaps did.", "미확정 회원국", heading="Perhaps"),
    ),
    as_of_listing=("id", "abbreviation", "established", "holds", "members", "members_perhaps", "name"),
    weight=1.0,
    mentioned=True,
    unique_names=True,
    subject=True,
    command=Command(
        group="Read",
        rank=60,
        help="ASEAN-ROK, ASEAN Plus Three, Mekong-ROK and the others; or one of them.",
        text="""\
The frameworks in which ASEAN and the Republic of Korea meet, or one of them.

\b
Examples:
  aseanrok frameworks
  aseanrok frameworks mekong
  aseanrok frameworks ASEAN+3
  aseanrok frameworks --as-of 1999""",
        filters=("match", "as_of"),
        argument=Argument(metavar="FRAMEWORK", help="A framework: mekong, apt, ASEAN+3."),
    ),
)
