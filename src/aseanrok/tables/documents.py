"""Declarations, plans of action, agreements and other texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from aseanrok import dates, roles
from aseanrok.model import field as fields
from aseanrok.model.act import Act, in_korean
from aseanrok.model.archive import Archive
from aseanrok.model.base import CountryCode, Id, Part, Record, Text, Url
from aseanrok.model.column import Column, after, of
from aseanrok.model.field import Reference, field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import PLACE, PLACE_KO, Argument, Command, Table, by_date, record_columns, records_of
from aseanrok.model.vocabulary import DocumentKind, Holds, State
from aseanrok.search.index import Tier
from aseanrok.wording import date
from aseanrok.words.english import listed, the


class Entry(Part):
    """A document's entry into force for one party or several."""

    date: PartialDate = field("The day it entered into force.", "발효일", tier=None, roles=(roles.DATE,))
    countries: tuple[CountryCode, ...] = fields.countries("For whom; none: for all parties.", "발효국", tier=None)


class Document(Record):
    """A declaration, a plan of action, an agreement, or another text."""

    label: ClassVar[str] = "title"
    is_act: ClassVar[bool] = True
    tells: ClassVar[tuple[str, ...]] = ("in_force",)

    title: Text = field(
        "Title as it is called.", "제목", card=roles.NONE, tier=Tier.TITLE, roles=(roles.NAME, roles.LABEL)
    )
    title_ko: Text | None = field(
        "Korean title; one that no Korean source gives is made here, and `derived` says so.", "한국어 제목",
        default=None, heading="Korean title", tier=Tier.TITLE,
        roles=(roles.NAME,),
    )  # fmt: skip
    summary_ko: Text | None = fields.korean("summary", "개요")
    abbreviation: Text | None = field("Usual abbreviation.", "약어", default=None, tier=Tier.NAME, roles=(roles.NAME,))
    kind: DocumentKind = field("What kind of text it is.", "종류", tier=Tier.FACT, roles=(roles.KIND,))
    adopted: PartialDate | None = field("When it was adopted or issued.", "채택일", default=None, also="adopted, 채택")
    signed: PartialDate | None = field("When it was signed.", "서명일", default=None, also="signed, 서명, 체결")
    city: Text | None = fields.city()
    country: CountryCode | None = fields.country("ISO 3166-1 alpha-3 code of the country it was adopted in.")
    entry_into_force: tuple[Entry, ...] = field(
        "When it entered into force, and for whom.", "발효", default=(), published=False
    )
    not_in_force_for: tuple[CountryCode, ...] = fields.countries(
        "Codes of the parties for which its source says it is not in force.", "미발효국", tier=None
    )
    period: PartialDate | None = field("The period it covers.", "기간", default=None)
    amends: Id | None = field(
        "Id of the document it amends.", "개정 대상", default=None, card=roles.NONE, tier=Tier.CONTEXT,
        reference=Reference(("documents",), "amends", "amended by", ko=("개정 대상", "개정 문서")),
    )  # fmt: skip
    replaces: Id | None = field(
        "Id of the document it takes the place of.", "대체 대상", default=None, card=roles.NONE, tier=Tier.CONTEXT,
        reference=Reference(("documents",), "replaces", "replaced by", ko=("대체 대상", "대체 문서")),
    )  # fmt: skip
    implements: Id | None = field(
        "Id of the document it carries out.", "이행 대상", default=None, card=roles.NONE, tier=Tier.CONTEXT,
        reference=Reference(("documents",), "implements", "implemented by", ko=("이행 대상", "이행 문서")),
    )  # fmt: skip
    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)
    url: Url | None = field("Address of the text.", "주소", default=None, heading="Address", tier=None)

    def acts(self, archive: Archive) -> Iterator[Act]:
        """Yield its signing and adoption, unless a meeting of that time tells them; and its entries into force."""
        name = the(self.title)
        met = [meeting.date for meeting in archive.naming("documents", self.id) if getattr(meeting, "date", None)]
        if self.signed and not any(map(self.signed.overlaps, met)):
            ko = in_korean("{} 서명", self.title_ko)
            yield Act(self.signed, f"Signing of {name}", "signing", self, self, "signed", ko)
        if self.adopted and not any(map(self.adopted.overlaps, met)):
            did, korean = ISSUED.get(self.kind, ("Adoption", "채택"))
            ko = in_korean(f"{{}} {korean}", self.title_ko)
            yield Act(self.adopted, f"{did} of {name}", "adoption", self, self, "adopted", ko)
        for entry in self.entry_into_force:
            for_whom = f" for {parties_in_a_sentence(archive, entry.countries)}" if entry.countries else ""
            what = f"Entry into force of {name}{for_whom}"
            parties = [archive.by_code[code].name_ko for code in entry.countries if code in archive.by_code]
            ko = in_korean("{} 발효 ({})", self.title_ko, ", ".join(parties)) if parties and all(parties) else None
            ko = ko if parties else in_korean("{} 발효", self.title_ko)
            yield Act(entry.date, what, "entry-into-force", self, None, "entry_into_force", ko, entry.countries)


ISSUED = {DocumentKind.REPORT: ("Publication", "발간"), DocumentKind.CHAIRMANS_STATEMENT: ("Issue", "발표")}
"""What the appearance of a document is called, where it is not adopted."""


VERBS = {"agreement": "Signed", "protocol": "Signed", "mou": "Signed", "chairmans-statement": "Issued"}
"""What is done to a document of a kind, where it is not adopted."""


BINDING = {"kind": ("agreement", "protocol")}
"""The documents of which people ask first where they were signed, and since when they are in force."""


def _adopted_at(document: Any, archive: Archive) -> str | None:
    return next((meeting.id for meeting in archive.naming("documents", document.id) if hasattr(meeting, "mode")), None)


def _entries(document: Any) -> list[Entry]:
    """Return the entries into force of a document: that for the ROK first, then the others as they came."""
    return sorted(document.entry_into_force, key=lambda entry: "KOR" not in entry.countries)


def _in_force(document: Any, archive: Archive) -> list[str]:
    return [
        dates.in_words(entry.date) + (f" for {parties(archive, entry.countries)}" if entry.countries else "")
        for entry in _entries(document)
    ]


def _in_force_ko(document: Any, archive: Archive) -> list[str]:
    return [
        date(str(entry.date), "ko") + (f"({parties(archive, entry.countries, 'ko')})" if entry.countries else "")
        for entry in document.entry_into_force
    ]


def _force(document: Any, archive: Archive) -> str | None:
    """Return whether a document was in force when its newest source was read; None where nothing is recorded of it."""
    read = max(str(archive.sources[citation.source].read) for citation in document.sources)
    entered = [dates.bounds(str(entry.date))[1] <= read for entry in document.entry_into_force]
    if not entered and not document.not_in_force_for:
        return None
    if document.period and dates.bounds(str(document.period))[1] < read:
        return str(State.OVER)
    if not any(entered):
        return str(State.NOT_YET)
    return str(State.IN_FORCE if all(entered) and not document.not_in_force_for else State.FOR_SOME)


def parties(archive: Archive, codes: tuple[str, ...], lang: str = "en") -> str:
    """Return the countries of these codes as people name them, one after the other."""
    return ", ".join(_called(archive, codes, lang))


def parties_in_a_sentence(archive: Archive, codes: tuple[str, ...]) -> str:
    """Return the same as a sentence has it: `Brunei, the Philippines and the ROK`."""
    names = _called(archive, codes)
    return listed(f"the {name}" if name in ("ROK", "USA", "Philippines") else name for name in names)


def _called(archive: Archive, codes: tuple[str, ...], lang: str = "en") -> Iterator[str]:
    known = (archive.by_code.get(code) for code in codes)
    return ((lang == "ko" and country.name_ko) or country.short_name or country.name for country in known if country)


def _columns() -> tuple[Column, ...]:
    columns = after(
        record_columns(Document), "kind",
        of("date", "date", "When it was signed or adopted.", "일자", lambda document, _: document.listed_date,
           card=roles.NONE, tier=Tier.FACT, roles=(roles.DATE,)),
    )  # fmt: skip
    columns = after(
        columns, "signed",
        of("meeting", "text", "Id of the meeting that adopted or signed it.", "회의", _adopted_at, card=roles.NONE,
           tier=Tier.CONTEXT, reference=Reference(("meetings",))),
        PLACE._replace(expected=BINDING, roles=(*PLACE.roles, roles.BELOW)), PLACE_KO,
    )  # fmt: skip
    return after(
        columns, "country",
        of("in_force", "list", "When it entered into force, and for whom; `entries` has it as rows.", "발효", _in_force,
           heading="In force", tier=Tier.CONTENT, roles=(roles.PHRASES,), made_of=("entry_into_force",),
           expected=BINDING, also="entry into force, entered into force, 발효"),
        of("in_force_ko", "list", "The same in Korean.", "한국어 발효", _in_force_ko, heading="In force, in Korean",
           card=roles.NONE, tier=None, roles=(roles.PHRASES,), made_of=("entry_into_force",)),
        of("force", "text", "in force, in force for some, not yet in force or over, when its newest source was read; "
           "`--as-of` tells of any day.", "효력", _force, card=roles.NONE, tier=None, roles=(roles.APART,),
           words=State.words()),
    )  # fmt: skip


TABLE = Table(
    name="documents",
    about="Declarations, statements, plans, agreements and other texts, oldest first.",
    rank=80,
    singular="document",
    name_ko="문서",
    record=Document,
    columns=_columns(),
    listing=("date", "place", "kind", "force", "id", "title"),
    items=records_of("documents"),
    order=by_date(),
    as_of=(
        of("holds", "text", "Whether it existed on that day: yes, perhaps or undated.", "해당", words=Holds.words()),
        of("state", "text", "in force, in force for some, perhaps in force, not yet in force; to come, running, over; "
           "signed or adopted.", "당일 효력", words=State.words()),
        of("in_force_for", "list", "Codes of those for whom it was in force.", "발효국",
           roles=(roles.BELOW, roles.COUNTRY)),
        of("not_yet_in_force_for", "list", "Codes of those for whom it was not in force yet.", "당일 미발효국",
           heading="Not yet in force for", roles=(roles.BELOW, roles.COUNTRY)),
        of("perhaps_in_force_for", "list", "Codes of those for whom it perhaps was.", "발효 미확정국",
           heading="Perhaps in force for", roles=(roles.BELOW, roles.COUNTRY)),
    ),
    as_of_listing=(
        "date", "holds", "state", "id", "title", "in_force_for", "not_yet_in_force_for", "perhaps_in_force_for",
    ),
    weight=0.95,
    mentioned=True,
    on_framework=True,
    command=Command(
        group="Read",
        rank=50,
        help="Declarations, plans of action, agreements; or one of them.",
        text="""\
Declarations, joint statements, plans of action, agreements and other texts; or one of them.

\b
Examples:
  aseanrok documents --kind agreement
  aseanrok documents han-river-declaration
  aseanrok documents --framework asean-rok --since 2010 --sort -date
  aseanrok documents --kind agreement --as-of 2008""",
        filters=("framework", "since", "until", "year", "kind", "country", "place", "match", "as_of"),
        argument=Argument(metavar="DOCUMENT", help="A document: han-river-declaration."),
    ),
)  # fmt: skip
