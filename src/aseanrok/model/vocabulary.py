"""The closed vocabularies of the data. A word stands here once; choices, checks and documentation derive from it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed vocabulary: what the data and the formats of machines say, and `ko`, its Korean."""

    ko: str

    def __new__(cls, word: str, ko: str) -> Self:
        made = str.__new__(cls, word)
        made._value_ = word
        made.ko = ko
        return made

    @classmethod
    def words(cls) -> dict[str, str]:
        """Return the Korean of every word of the vocabulary."""
        return {str(word): word.ko for word in cls}


class Confidence(Word):
    """How well a record is supported."""

    HIGH = "high", "높음"  # an official source, or two independent ones
    MEDIUM = "medium", "보통"  # one agency or reference work
    ANNOUNCED = "announced", "사전 보도"  # only a report from before the event


class SourceKind(Word):
    """Who speaks in a source; who knows best comes first."""

    OFFICIAL = "official", "공식"
    AGENCY = "agency", "통신사"
    REFERENCE = "reference", "참고 자료"
    PRESS = "press", "언론"


class Level(Word):
    """Who meets in a series; whose meetings are told first comes first."""

    SUMMIT = "summit", "정상회의"
    MINISTERIAL = "ministerial", "장관회의"
    SENIOR_OFFICIALS = "senior-officials", "고위관리회의"
    WORKING = "working-level", "실무회의"
    BUSINESS = "business", "경제인 회의"
    FORUM = "forum", "포럼"


class Mode(Word):
    """How a meeting was held."""

    IN_PERSON = "in-person", "대면"
    VIRTUAL = "virtual", "화상"
    HYBRID = "hybrid", "대면·화상 병행"


class Status(Word):
    """Whether a meeting took place."""

    HELD = "held", "개최"
    ANNOUNCED = "announced", "예정"
    POSTPONED = "postponed", "연기"
    CANCELLED = "cancelled", "취소"


class MilestoneKind(Word):
    """What a milestone is."""

    STATUS = "status", "관계 격상"  # a partnership begins or is raised
    MEMBERSHIP = "membership", "가입"  # a member or participant joins
    DIPLOMATIC_RELATIONS = "diplomatic-relations", "수교"
    PROPOSAL = "proposal", "제안"
    LAUNCH = "launch", "출범"
    APPOINTMENT = "appointment", "임명"
    DESIGNATION = "designation", "지정"  # a year or a city is given a name
    ROLE = "role", "역할"  # a chair, a co-chair, a coordinator
    ANNOUNCEMENT = "announcement", "발표"
    VISIT = "visit", "방문"
    EVENT = "event", "행사"
    CALL = "call", "공모"  # for proposals; its date runs from the opening to the deadline


class DocumentKind(Word):
    """What a document is."""

    DECLARATION = "declaration", "선언"
    JOINT_STATEMENT = "joint-statement", "공동성명"
    CHAIRMANS_STATEMENT = "chairmans-statement", "의장성명"
    PLAN_OF_ACTION = "plan-of-action", "행동계획"
    AGREEMENT = "agreement", "협정"
    PROTOCOL = "protocol", "의정서"
    MOU = "mou", "양해각서"
    TERMS_OF_REFERENCE = "terms-of-reference", "운영규정"
    WORK_PLAN = "work-plan", "작업계획"
    FRAMEWORK = "framework", "기본 틀"
    REPORT = "report", "보고서"
    MASTER_PLAN = "master-plan", "종합계획"
    STRATEGY = "strategy", "전략"


class InstitutionKind(Word):
    """What an institution is."""

    INTERNATIONAL_ORGANISATION = "international-organisation", "국제기구"
    DIPLOMATIC_MISSION = "diplomatic-mission", "재외공관"
    CULTURAL_CENTRE = "cultural-centre", "문화원"
    SECRETARIAT = "secretariat", "사무국"
    FUND_MANAGEMENT = "fund-management", "기금 관리"
    BUSINESS = "business", "경제단체"
    RESEARCH = "research", "연구"
    MINISTRY = "ministry", "정부 부처"


class Sector(Word):
    """The pillar a programme or project belongs to."""

    POLITICAL_SECURITY = "political-security", "정치·안보"
    ECONOMIC = "economic", "경제"
    SOCIO_CULTURAL = "socio-cultural", "사회·문화"
    CONNECTIVITY = "connectivity", "연계성"
    HEALTH = "health", "보건"
    ENVIRONMENT = "environment", "환경"
    EDUCATION = "education", "교육"
    YOUTH = "youth", "청년"
    MEDIA = "media", "미디어"
    DIGITAL = "digital", "디지털"
    AGRICULTURE = "agriculture", "농업"
    DISASTER = "disaster-management", "재난 관리"


class MemberRole(Word):
    """What a country is in a framework."""

    MEMBER = "member", "회원국"
    PARTICIPANT = "participant", "참가국"
    DIALOGUE_PARTNER = "dialogue-partner", "대화상대국"
    OBSERVER = "observer", "옵서버"
    DONOR = "donor", "공여국"


class ContributionKind(Word):
    """What a contribution's amount is for."""

    ANNUAL = "annual", "연간"  # so much in each year of the period
    TOTAL = "total", "총액"  # so much over the whole period
    SINGLE = "single", "일회"  # paid once


class ContributionStatus(Word):
    """Whether a contribution has been made."""

    CONTRIBUTED = "contributed", "출연"
    PLEDGED = "pledged", "공약"

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


class ConflictKind(Word):
    """Why statements differ."""

    CONTRADICTION = "contradiction", "상충"
    OUTDATED = "outdated", "낡은 정보"
    BASIS = "basis", "집계 기준"  # two ways of counting
    ROUNDING = "rounding", "반올림"
    MISPRINT = "misprint", "오기"
    SCOPE = "scope", "대상 차이"  # the statements are about different things


# --- what is worked out, and not written in a data file --------------------------------------------------------------


class Holds(Word):
    """Whether something held on the day of `--as-of`."""

    YES = "yes", "해당"
    PERHAPS = "perhaps", "불확실"
    UNDATED = "undated", "시점 미상"


class State(Word):
    """What a document was on the day of `--as-of`."""

    IN_FORCE = "in force", "발효"
    FOR_SOME = "in force for some", "일부 발효"
    PERHAPS = "perhaps in force", "발효 불확실"
    NOT_YET = "not yet in force", "미발효"
    TO_COME = "to come", "시작 전"
    RUNNING = "running", "이행 중"
    OVER = "over", "종료"
    SIGNED = "signed", "서명"
    ADOPTED = "adopted", "채택"


class Expected(Word):
    """How it is known that a meeting comes."""

    LAST = "last", "직전"
    ANNOUNCED = "announced", "예정"
    EXPECTED = "expected", "예상"
    OVERDUE = "overdue", "기한 경과"


class Changed(Word):
    """What became of a value or a record from one edition to another."""

    CORRECTED = "corrected", "정정"
    REFINED = "refined", "구체화"  # a date that is more exact, and lies within what was said before
    MERGED = "merged", "통합"
    REMOVED = "removed", "삭제"
    MOVED = "moved", "이동"
    ADDED = "added", "추가"


class Measured(Word):
    """What coverage measures."""

    ALL = "all", "전체"
    TABLE = "table", "표"
    SERIES = "series", "회의체"


class ActKind(Word):
    """What an act of the timeline is, where it is neither a meeting of a series nor a milestone."""

    MEETING = "meeting", "회의"
    SIGNING = "signing", "서명"
    ADOPTION = "adoption", "채택"
    ENTRY_INTO_FORCE = "entry-into-force", "발효"
    ESTABLISHMENT = "establishment", "설립"
    POLICY = "policy", "정책"
    PROGRAMME = "programme", "프로그램"
    OFFICE = "office", "취임"
