"""The records: one class for each data file, and the only definition of what a record is."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import Field, model_validator

from aseanrok.model.base import Citation, CountryCode, Id, Named, Part, PartialDate, Quantity, Record, Text, Url
from aseanrok.model.vocabulary import (
    ConflictKind,
    ContributionKind,
    ContributionStatus,
    DocumentKind,
    InstitutionKind,
    Level,
    MemberRole,
    MilestoneKind,
    Mode,
    Sector,
    SourceKind,
    Status,
)

Frameworks = tuple[Id, ...]
_FRAMEWORKS = "Ids of the frameworks it belongs to."
_CITY = "City, as the source writes it."
_COUNTRY = "ISO 3166-1 alpha-3 code of the country it took place in; a virtual meeting keeps its host country."
_ESTABLISHED = "When it was established."
_ESTABLISHED_AT = "Id of the meeting that established it; its date is then the meeting's."


class Country(Named):
    """A country."""

    official_name: Text | None = Field(default=None, description="Full official name in English.")
    short_name: Text | None = Field(default=None, description="Name as tables print it, where shorter: ROK.")
    iso2: str = Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code.")
    iso3: CountryCode = Field(description="ISO 3166-1 alpha-3 code.")


class Membership(Part):
    """A country's place in a framework."""

    country: CountryCode = Field(description="ISO 3166-1 alpha-3 code of the country.")
    role: MemberRole = Field(default=MemberRole.MEMBER, description="What the country is in the framework.")
    joined: PartialDate | None = Field(default=None, description="When it joined; empty where not recorded.")
    left: PartialDate | None = Field(default=None, description="When it left.")
    founding: bool | None = Field(
        default=None, description="Whether it was there from the beginning; empty where not known."
    )
    note: Text | None = Field(default=None, description="What a reader must know before quoting it.")
    sources: tuple[Citation, ...] = Field(default=(), description="Sources; without any, the framework's hold.")


class Framework(Named):
    """A frame in which ASEAN and the Republic of Korea meet."""

    established: PartialDate | None = Field(default=None, description=_ESTABLISHED)
    established_at: Id | None = Field(default=None, description=_ESTABLISHED_AT)
    areas: tuple[Text, ...] = Field(default=(), description="Areas of cooperation.")
    members: tuple[Membership, ...] = Field(default=(), description="Its members or participants.")


class Searched(Part):
    """Meetings of a series that were looked for and not found, so that nobody looks twice."""

    ordinals: tuple[int, ...] = Field(min_length=1, description="The numbers looked for.")
    where: Text = Field(description="Where they were looked for.")
    day: PartialDate = Field(description="When they were looked for.")


class Series(Named):
    """A series of meetings."""

    meeting_name: Text = Field(description="What one of its meetings is called, after the ordinal.")
    level: Level = Field(description="Who meets.")
    frameworks: Frameworks = Field(min_length=1, description=_FRAMEWORKS)
    frequency: Text | None = Field(default=None, description="How often it meets.")
    agreed: PartialDate | None = Field(default=None, description="When it was agreed to hold the series.")
    agreed_at: Id | None = Field(default=None, description="Id of the meeting that agreed to hold the series.")
    searched: tuple[Searched, ...] = Field(default=(), description="Numbers that were looked for and not found.")
    known_until: PartialDate | None = Field(
        default=None, description="The day up to which its meetings were looked for."
    )


class Meeting(Record):
    """A meeting, held or announced."""

    label: ClassVar[str] = "title"

    series: Id | None = Field(default=None, description="Id of the series it belongs to.")
    ordinal: int | None = Field(default=None, ge=1, description="Its number in the series: 7 for the 7th.")
    title: Text | None = Field(default=None, description="What the meeting is called.")
    title_ko: Text | None = Field(default=None, description="Official Korean name, where known.")
    status: Status = Field(default=Status.HELD, description="Whether it took place.")
    date: PartialDate | None = Field(default=None, description="When it took place, as precise as the source.")
    city: Text | None = Field(default=None, description=_CITY)
    venue: Text | None = Field(default=None, description="Building or address.")
    country: CountryCode | None = Field(default=None, description=_COUNTRY)
    mode: Mode | None = Field(default=None, description="How it was held.")
    frameworks: Frameworks = Field(default=(), description=_FRAMEWORKS)
    chairs: tuple[Text, ...] = Field(default=(), description="Who chaired or co-chaired.")
    documents: tuple[Id, ...] = Field(default=(), description="Ids of the documents adopted or signed there.")
    outcomes: tuple[Text, ...] = Field(default=(), description="What came out of it, one short phrase each.")

    @model_validator(mode="after")
    def _named(self) -> Self:
        if self.title is None and (self.series is None or self.ordinal is None):
            raise ValueError("a meeting without a title needs a series and an ordinal")
        if self.series is None and not self.frameworks:
            raise ValueError("a meeting outside any series names its frameworks")
        if self.series is not None and self.frameworks:
            raise ValueError("its frameworks are those of its series; leave the field out")
        return self


class Milestone(Record):
    """A dated act that is neither a meeting nor a document."""

    label: ClassVar[str] = "title"

    title: Text = Field(description="What happened.")
    title_ko: Text | None = Field(default=None, description="The same in Korean, where an official wording is known.")
    kind: MilestoneKind = Field(description="What kind of act it was.")
    date: PartialDate | None = Field(default=None, description="When it happened; at a meeting, the meeting's date.")
    meeting: Id | None = Field(default=None, description="Id of the meeting where it happened.")
    city: Text | None = Field(default=None, description=_CITY)
    country: CountryCode | None = Field(default=None, description=_COUNTRY)
    countries: tuple[CountryCode, ...] = Field(default=(), description="Codes of the countries it concerns.")
    frameworks: Frameworks = Field(min_length=1, description=_FRAMEWORKS)

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if (self.date is None) == (self.meeting is None):
            raise ValueError("a milestone has a date, or a meeting whose date it shares, and not both")
        return self


class Entry(Part):
    """A document's entry into force for one party or several."""

    date: PartialDate = Field(description="The day it entered into force.")
    countries: tuple[CountryCode, ...] = Field(default=(), description="For whom; empty: for all parties.")


class Document(Record):
    """A declaration, a plan of action, an agreement, or another text."""

    label: ClassVar[str] = "title"

    title: Text = Field(description="Title as it is called.")
    title_ko: Text | None = Field(default=None, description="Official Korean title, where known.")
    abbreviation: Text | None = Field(default=None, description="Usual abbreviation.")
    kind: DocumentKind = Field(description="What kind of text it is.")
    frameworks: Frameworks = Field(min_length=1, description=_FRAMEWORKS)
    adopted: PartialDate | None = Field(default=None, description="When it was adopted or issued.")
    signed: PartialDate | None = Field(default=None, description="When it was signed.")
    city: Text | None = Field(default=None, description=_CITY)
    country: CountryCode | None = Field(default=None, description=_COUNTRY)
    entry_into_force: tuple[Entry, ...] = Field(default=(), description="When it entered into force, and for whom.")
    not_in_force_for: tuple[CountryCode, ...] = Field(
        default=(), description="Codes of the parties for which its source says it is not in force."
    )
    period: PartialDate | None = Field(default=None, description="The period it covers.")
    amends: Id | None = Field(default=None, description="Id of the document it amends.")
    replaces: Id | None = Field(default=None, description="Id of the document it takes the place of.")
    implements: Id | None = Field(default=None, description="Id of the document it carries out.")
    url: Url | None = Field(default=None, description="Address of the text.")


class Contribution(Quantity, Record):
    """Money given to a fund."""

    label: ClassVar[str] = "title"

    fund: Id = Field(description="Id of the fund.")
    title: Text | None = Field(default=None, description="What it is called; made from fund, kind and period.")
    period: PartialDate = Field(description="The year or years it is for; `2019/..` is from 2019 on.")
    kind: ContributionKind = Field(description="annual: in each year; total: over the period; single: paid once.")
    status: ContributionStatus = Field(default=ContributionStatus.CONTRIBUTED, description="Made or pledged.")
    contributor: CountryCode = Field(default="KOR", description="ISO 3166-1 alpha-3 code of the contributor.")


class Fund(Named):
    """A cooperation fund."""

    frameworks: Frameworks = Field(min_length=1, description=_FRAMEWORKS)
    established: PartialDate | None = Field(default=None, description=_ESTABLISHED)
    established_at: Id | None = Field(default=None, description=_ESTABLISHED_AT)
    administrator: Text | None = Field(default=None, description="Who manages it.")
    priorities: tuple[Text, ...] = Field(default=(), description="Areas it pays for.")
    documents: tuple[Id, ...] = Field(default=(), description="Ids of the texts it works under.")


class Project(Named):
    """A project paid by a fund."""

    fund: Id = Field(description="Id of the fund that pays.")
    frameworks: Frameworks = Field(min_length=1, description=_FRAMEWORKS)
    period: PartialDate | None = Field(default=None, description="When it ran.")
    sector: Text | None = Field(default=None, description="The fund's priority area it belongs to.")
    implementer: Text | None = Field(default=None, description="Who carried it out.")
    countries: tuple[CountryCode, ...] = Field(default=(), description="Codes of the countries that took part.")
    budget: Quantity | None = Field(default=None, description="What it cost the fund.")


class Institution(Named):
    """A standing body or office."""

    kind: InstitutionKind = Field(description="What kind of body it is.")
    frameworks: Frameworks = Field(min_length=1, description=_FRAMEWORKS)
    established: PartialDate | None = Field(default=None, description=_ESTABLISHED)
    established_at: Id | None = Field(default=None, description=_ESTABLISHED_AT)
    city: Text | None = Field(default=None, description="City of its seat.")
    country: CountryCode | None = Field(default=None, description="ISO 3166-1 alpha-3 code of its seat.")
    documents: tuple[Id, ...] = Field(default=(), description="Ids of the texts it rests on.")


class Programme(Named):
    """A programme or project line that is run under a framework."""

    sector: Sector = Field(description="What it is about.")
    frameworks: Frameworks = Field(min_length=1, description=_FRAMEWORKS)
    period: PartialDate | None = Field(default=None, description="When it ran; `2012/..` runs since 2012.")
    partners: tuple[Text, ...] = Field(default=(), description="Who runs it with whom.")
    fund: Id | None = Field(default=None, description="Id of the fund that pays.")


class Policy(Named):
    """A policy of one government, or of ASEAN, that shapes the relations."""

    announced: PartialDate | None = Field(default=None, description="When it was announced.")
    announced_at: Id | None = Field(default=None, description="Id of the meeting where it was announced.")
    announced_by: Text | None = Field(default=None, description="Who announced it.")
    country: CountryCode | None = Field(default=None, description="ISO 3166-1 alpha-3 code of whose policy it is.")
    frameworks: Frameworks = Field(min_length=1, description=_FRAMEWORKS)
    pillars: tuple[Text, ...] = Field(default=(), description="Its pillars or lines of effort.")
    succeeds: Id | None = Field(default=None, description="Id of the policy it follows.")


class Statistic(Quantity, Named):
    """A figure for a period."""

    about: Id = Field(description="Id of the record it measures.")
    indicator: Id = Field(description="What is measured: trade, investment, visitors, projects, ...")
    frameworks: Frameworks = Field(min_length=1, description=_FRAMEWORKS)
    period: PartialDate | None = Field(default=None, description="What period or moment it is for.")
    basis: Text | None = Field(default=None, description="Who counted, and how; empty where the source does not say.")
    parts: tuple[Id, ...] = Field(default=(), description="Ids of the figures that add up to it.")


class Office(Named):
    """An office that is held for a term: a country coordinator, an ambassador, a secretary-general."""

    frameworks: Frameworks = Field(min_length=1, description=_FRAMEWORKS)
    institution: Id | None = Field(default=None, description="Id of the institution it belongs to.")
    rotation: Text | None = Field(default=None, description="How long a term is, and who follows whom.")


class Holder(Record):
    """Who held an office, from when to when."""

    office: Id = Field(description="Id of the office.")
    name: Text = Field(description="The person; of an office that a country holds, the country.")
    name_ko: Text | None = Field(default=None, description="The same in Korean, where a source gives it.")
    country: CountryCode | None = Field(default=None, description="ISO 3166-1 alpha-3 code of the holder's country.")
    ordinal: int | None = Field(default=None, ge=1, description="Which holder in order, where a source counts them.")
    term: PartialDate | None = Field(
        default=None, description="From when to when: `2021-04-16/2024-04`; `2024-04-16/..` is still in office."
    )
    in_office: tuple[PartialDate, ...] = Field(
        default=(), description="Days, months or years on which a source shows it in office, where its term is not known."
    )


class Term(Record):
    """A word or abbreviation that is not itself a record."""

    label: ClassVar[str] = "term"

    term: Text = Field(description="The word or abbreviation.")
    expansion: Text = Field(description="What it stands for.")
    name_ko: Text | None = Field(default=None, description="The same in Korean, where known.")


class Source(Record):
    """A page or publication that facts rest on."""

    label: ClassVar[str] = "title"

    title: Text = Field(description="Title of the page or publication.")
    publisher: Text = Field(description="Who publishes it.")
    kind: SourceKind = Field(description="Who speaks: official, agency, press or reference.")
    language: str = Field(pattern=r"^[a-z]{2}$", description="ISO 639-1 code of its language.")
    url: Url = Field(description="Address.")
    published: PartialDate | None = Field(default=None, description="Its own date; empty where it shows none.")
    read: PartialDate = Field(description="The day it was read.")
    sources: tuple[Citation, ...] = Field(default=(), max_length=0, exclude=True)


class Statement(Part):
    """What one source says on a question."""

    says: Text = Field(description="What it says, as short as it can be.")
    source: Id = Field(description="Id of the source.")
    at: Text = Field(description="Where in the source.")
    corrected: PartialDate | None = Field(
        default=None, description="When the source was seen to say otherwise; empty where it still says so."
    )


class Conflict(Record):
    """A question on which sources differ, or one source errs."""

    label: ClassVar[str] = "question"

    question: Text = Field(description="What is in question.")
    about: Id = Field(description="Id of the record it is about.")
    field: Text | None = Field(default=None, description="The field of that record.")
    kind: ConflictKind = Field(description="Why the statements differ.")
    statements: tuple[Statement, ...] = Field(min_length=1, description="What each source says.")
    follows: Text = Field(description="What the data follows.")
    because: Text = Field(description="Why.")
    sources: tuple[Citation, ...] = Field(default=(), max_length=0, exclude=True)

    @model_validator(mode="after")
    def _disputed(self) -> Self:
        if len(self.statements) < 2 and self.kind is not self.kind.MISPRINT:
            raise ValueError("only a misprint may rest on a single statement")
        return self


TABLES: dict[str, type[Record]] = {
    "frameworks": Framework,
    "countries": Country,
    "series": Series,
    "meetings": Meeting,
    "milestones": Milestone,
    "documents": Document,
    "funds": Fund,
    "contributions": Contribution,
    "projects": Project,
    "institutions": Institution,
    "programmes": Programme,
    "policies": Policy,
    "statistics": Statistic,
    "offices": Office,
    "holders": Holder,
    "glossary": Term,
    "sources": Source,
    "conflicts": Conflict,
}
"""Every data file by its name (`meetings` is `data/meetings.toml`), and the record its blocks hold."""


def block(table: str) -> str:
    """Return the word a block of a data file begins with: `meeting` in `meetings.toml`."""
    return TABLES[table].__name__.lower()
