"""The closed vocabularies of the data. A word stands here once; choices, checks and documentation derive from it."""

from __future__ import annotations

from enum import StrEnum


class Confidence(StrEnum):
    """How well a record is supported."""

    HIGH = "high"  # an official source, or two independent ones
    MEDIUM = "medium"  # one agency or reference work
    ANNOUNCED = "announced"  # only a report from before the event


class SourceKind(StrEnum):
    """Who speaks in a source."""

    OFFICIAL = "official"
    AGENCY = "agency"
    PRESS = "press"
    REFERENCE = "reference"


class Level(StrEnum):
    """Who meets in a series."""

    SUMMIT = "summit"
    MINISTERIAL = "ministerial"
    SENIOR_OFFICIALS = "senior-officials"
    WORKING = "working-level"
    BUSINESS = "business"
    FORUM = "forum"


class Mode(StrEnum):
    """How a meeting was held."""

    IN_PERSON = "in-person"
    VIRTUAL = "virtual"
    HYBRID = "hybrid"


class Status(StrEnum):
    """Whether a meeting took place."""

    HELD = "held"
    ANNOUNCED = "announced"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class MilestoneKind(StrEnum):
    """What a milestone is."""

    STATUS = "status"  # a partnership begins or is raised
    MEMBERSHIP = "membership"  # a member or participant joins
    DIPLOMATIC_RELATIONS = "diplomatic-relations"
    PROPOSAL = "proposal"
    LAUNCH = "launch"
    APPOINTMENT = "appointment"
    DESIGNATION = "designation"  # a year or a city is given a name
    ROLE = "role"  # a chair, a co-chair, a coordinator
    ANNOUNCEMENT = "announcement"
    VISIT = "visit"
    EVENT = "event"
    CALL = "call"  # for proposals; its date runs from the opening to the deadline


class DocumentKind(StrEnum):
    """What a document is."""

    DECLARATION = "declaration"
    JOINT_STATEMENT = "joint-statement"
    CHAIRMANS_STATEMENT = "chairmans-statement"
    PLAN_OF_ACTION = "plan-of-action"
    AGREEMENT = "agreement"
    PROTOCOL = "protocol"
    MOU = "mou"
    TERMS_OF_REFERENCE = "terms-of-reference"
    WORK_PLAN = "work-plan"
    FRAMEWORK = "framework"
    REPORT = "report"
    MASTER_PLAN = "master-plan"
    STRATEGY = "strategy"


class InstitutionKind(StrEnum):
    """What an institution is."""

    INTERNATIONAL_ORGANISATION = "international-organisation"
    DIPLOMATIC_MISSION = "diplomatic-mission"
    CULTURAL_CENTRE = "cultural-centre"
    SECRETARIAT = "secretariat"
    FUND_MANAGEMENT = "fund-management"
    BUSINESS = "business"
    RESEARCH = "research"
    MINISTRY = "ministry"


class Sector(StrEnum):
    """The pillar a programme or project belongs to."""

    POLITICAL_SECURITY = "political-security"
    ECONOMIC = "economic"
    SOCIO_CULTURAL = "socio-cultural"
    CONNECTIVITY = "connectivity"
    HEALTH = "health"
    ENVIRONMENT = "environment"
    EDUCATION = "education"
    YOUTH = "youth"
    MEDIA = "media"
    DIGITAL = "digital"
    AGRICULTURE = "agriculture"
    DISASTER = "disaster-management"


class MemberRole(StrEnum):
    """What a country is in a framework."""

    MEMBER = "member"
    PARTICIPANT = "participant"
    DIALOGUE_PARTNER = "dialogue-partner"
    OBSERVER = "observer"
    DONOR = "donor"


class ContributionKind(StrEnum):
    """What a contribution's amount is for."""

    ANNUAL = "annual"  # so much in each year of the period
    TOTAL = "total"  # so much over the whole period
    SINGLE = "single"  # paid once


class ContributionStatus(StrEnum):
    """Whether a contribution has been made."""

    CONTRIBUTED = "contributed"
    PLEDGED = "pledged"

    @property
    def noun(self) -> str:
        """What is given: a contribution, or a pledge."""
        return {"contributed": "contribution", "pledged": "pledge"}[self.value]


class Scale(StrEnum):
    """The word after a figure, as the source prints it."""

    THOUSAND = "thousand"
    MILLION = "million"
    BILLION = "billion"

    @property
    def exponent(self) -> int:
        """Return the power of ten the word stands for."""
        return {"thousand": 3, "million": 6, "billion": 9}[self.value]


class Qualifier(StrEnum):
    """How exact a source says its figure is."""

    ABOUT = "about"
    MORE_THAN = "more than"
    UP_TO = "up to"


class ConflictKind(StrEnum):
    """Why statements differ."""

    CONTRADICTION = "contradiction"
    OUTDATED = "outdated"
    BASIS = "basis"  # two ways of counting
    ROUNDING = "rounding"
    MISPRINT = "misprint"
    SCOPE = "scope"  # the statements are about different things
