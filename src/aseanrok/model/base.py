"""What every record shares: its id, its words, its sources."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from aseanrok import roles
from aseanrok.model.act import FOUNDING, Act, in_korean
from aseanrok.model.field import Reference, field, korean, references
from aseanrok.model.vocabulary import Confidence, Qualifier, Scale
from aseanrok.search.index import Tier
from aseanrok.words.english import ordinal, the
from aseanrok.words.korean import amount

RANK = "rank"
"""The unit of a place in an order: `5th`, and not five of anything."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

# Curly quotes, typographic hyphens and dashes, the ellipsis, and blanks of other widths have one plain form here, so
# that a word is found and compared whatever keyboard it was typed on.
_TYPOGRAPHIC = re.compile(
    "[\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2010-\u2015\u2212\u2026\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)


_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters that Unicode calls visible and nobody sees: those that fill a place in Korean, and an empty Braille cell."""


def _visible(text: str) -> str:
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Zl", "Zp") or character in _FILLERS:
            raise ValueError(f"it holds the invisible character U+{ord(character):04X}; leave it out")
    return text


def _plain(text: str) -> str:
    if text != unicodedata.normalize("NFC", text):
        raise ValueError("write it in Unicode NFC (most editors do)")
    _visible(text)
    if found := _TYPOGRAPHIC.search(text):
        raise ValueError(f"write {found[0]!r} as a plain quote, hyphen, blank or three dots")
    if not text or text != text.strip() or "  " in text:
        raise ValueError("it is empty, or has blanks too many")
    if text[0] in "=+-@":
        raise ValueError(f"it starts with {text[0]!r}, which a spreadsheet takes for a formula")
    return text


Text = Annotated[str, AfterValidator(_plain)]
"""One line of plain text: NFC, straight quotes and hyphens, nothing a spreadsheet would run."""

Id = Annotated[str, Field(pattern=ID_PATTERN)]
"""A stable name for a record: lower-case words and numbers joined by hyphens, unique over all tables."""

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
"""An ISO 3166-1 alpha-3 code."""

Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$"), AfterValidator(_visible)]


class Part(BaseModel):
    """A value made of several fields; frozen, and closed to fields nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False, populate_by_name=True)

    @model_validator(mode="after")
    def _lists_nothing_twice(self) -> Self:
        for name, value in self:
            if isinstance(value, tuple) and (twice := [it for at, it in enumerate(value) if it in value[:at]]):
                which = f" {twice[0]!r}" if isinstance(twice[0], str) else ""
                raise ValueError(f"{name}: the same{which} twice; leave it there once")
        return self


class Citation(Part):
    """Where a fact stands: a source, and the place inside it."""

    source: Id = field("Id of the source.", "출처", reference=Reference(("sources",)))
    at: Text = field("Where in the source: section, paragraph, row.", "위치")
    fields: tuple[str, ...] = field(
        "The fields it supports; none means the record as a whole.", "항목", default=(), alias="for"
    )


def _short(value: Decimal) -> Decimal:
    """Return a figure that is not longer than it may be; older versions of Pydantic do not count places after zeros."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and abs(exponent) > 15:
        raise ValueError("a figure has no more than 15 digits in total")
    return value


_BOUND = 10**18
"""What no figure comes to, written out: a table of a database holds whole numbers up to some 9 times as much."""


class Quantity(Part):
    """A figure as its source prints it: `value = 83.2`, `scale = "billion"`, `unit = "USD"`."""

    value: Annotated[Decimal, Field(max_digits=15), AfterValidator(_short)] = field(
        "The figure, in `unit`.", "값", published=False
    )
    scale: Scale | None = field("The word the source puts after the figure.", "자릿수", default=None, published=False)
    unit: Text = field("What is counted: an ISO 4217 currency code, or a plural noun.", "단위", published=False)
    qualifier: Qualifier | None = field(
        "How exact the source says the figure is.", "한정", default=None, published=False
    )

    @model_validator(mode="after")
    def _is_writable(self) -> Self:
        if self.unit == RANK and (self.number < 1 or self.number % 1):
            raise ValueError("a rank is a whole number, of which the first is 1")
        if abs(self.number) >= _BOUND:
            raise ValueError("a figure written out has no more than 18 digits")
        return self

    @property
    def number(self) -> Decimal:
        """The figure written out, in units."""
        return self.value.scaleb(self.scale.exponent) if self.scale else self.value

    @property
    def stated(self) -> str:
        """The figure in the words of its source: `more than 420 projects`, `83.2 billion USD`; of a rank, `5th`."""
        if self.unit == RANK:
            return " ".join(filter(None, (self.qualifier, ordinal(int(self.value)))))
        figure = f"{self.value:,f}" if self.value == self.value.to_integral_value() or self.scale else f"{self.value:f}"
        return " ".join(filter(None, (self.qualifier, figure, self.scale, self.unit)))

    @property
    def stated_ko(self) -> str:
        """The same in Korean: `420개 이상 사업`, `832억 달러`."""
        return amount(self.number, self.unit, self.qualifier)


class Record(Part):
    """One block of a data file."""

    label: ClassVar[str] = "name"
    """The field that names the record to a reader."""
    filled_in: ClassVar[tuple[str, ...]] = ()
    """Fields that are filled in from other records, and that nobody writes."""
    tells: ClassVar[tuple[str, ...]] = ()
    """Columns that tell facts of its own which no column has as they are written: when it entered into force."""
    is_act: ClassVar[bool] = False
    """Whether it is something that happened on a day: its date stands beside its title."""
    is_measured: ClassVar[bool] = True
    """Whether `coverage` counts it; sources and conflicts are what the others are measured by."""
    has_period: ClassVar[bool] = False
    """Whether its date is a period: a year is then as exact as it should be."""

    id: Id = field(
        "Stable id, unique over all tables and never reused.", "식별자",
        heading="Id", card=roles.NONE, tier=Tier.NAME, roles=(roles.NAME, roles.WHOLE),
    )  # fmt: skip
    aliases: tuple[Text, ...] = field("Other names it is known by.", "다른 이름", default=(), tier=Tier.NAME)
    related: tuple[Id, ...] = field(
        "Ids of other records that belong with it.", "관련", default=(),
        reference=Reference((), "see also", "see also", ko=("함께 보기", "함께 보기")), published=False,
    )  # fmt: skip
    summary: Text | None = field("What it is, in this project's own words.", "개요", default=None, card=roles.NONE)
    note: Text | None = field("What a reader must know before quoting it.", "유의", default=None)
    confidence: Confidence = field(
        "high: official or two independent sources; medium: one agency or reference work; "
        "announced: reported only before the event.",
        "신뢰도",
        default=Confidence.HIGH, tier=None, usual="high",
    )  # fmt: skip
    derived: tuple[str, ...] = field(
        "Names of its fields that no source gives: they were worked out from other values.", "추산 항목",
        default=(), tier=None, card=roles.NONE,
    )  # fmt: skip
    sources: tuple[Citation, ...] = field(
        "Ids of the sources the record rests on.", "출처", min_length=1, card=roles.NONE, tier=None, published=False
    )

    @model_validator(mode="after")
    def _leaves_out_what_follows(self) -> Self:
        if typed := next((name for name in self.filled_in if getattr(self, name)), None):
            raise ValueError(f"{typed}: it follows from other records; leave the field out")
        return self

    @model_validator(mode="after")
    def _said_in_both(self) -> Self:
        """Refuse a text that was corrected in one language and forgotten in the other, as far as that can be seen."""
        for name in type(self).model_fields:
            english = name.removesuffix("_ko")
            korean, said = getattr(self, name), getattr(self, english, None)
            if korean and not said and name not in ("name_ko", "title_ko") and english in type(self).model_fields:
                raise ValueError(f"{name}: it says in Korean what {english} does not say")
            if name in (english, "name_ko", "title_ko") or not korean or not said:
                continue
            if isinstance(korean, tuple) and len(korean) != len(said):
                raise ValueError(f"{name} holds {len(korean)}, {english} {len(said)}; give each one")
            here, there = (", ".join(sorted(set(_YEAR.findall(str(text))))) or "none" for text in (korean, said))
            if here != there:
                raise ValueError(f"{name} names the years {here}, {english} {there}")
        return self

    @property
    def called(self) -> str:
        """What the record is called: its name, its title, its term, its question."""
        return str(getattr(self, self.label))

    @property
    def dated_by(self) -> str | None:
        """The name of the field that dates the record, the first it has of `DATED_BY`, or None."""
        return next((name for name in DATED_BY if getattr(self, name, None)), None)

    @property
    def listed_date(self) -> str | None:
        """The date the record is listed under, as EDTF, or None."""
        return str(getattr(self, self.dated_by)) if self.dated_by else None

    @property
    def listed_frameworks(self) -> tuple[str, ...]:
        """Ids of the frameworks the record belongs to."""
        return tuple(getattr(self, "frameworks", ()))

    def acts(self, archive: Any) -> Iterator[Act]:
        """Yield what the timeline tells of the record: that a thing began, unless it did at a meeting.

        `archive` holds all records, for whoever needs to know another one.
        """
        for name, reference in references(type(self)).items():
            when = getattr(self, reference.dates) if reference.dates in FOUNDING else None
            if when and not getattr(self, name):
                what, kind, korean = FOUNDING[reference.dates]
                # A policy's country is whose it is, not where it was announced.
                where = self if reference.dates == "established" else None
                ko = in_korean(f"{{}} {korean}", getattr(self, "name_ko", None))
                yield Act(when, f"{what} of {the(self.called)}", kind, self, where, reference.dates, ko)


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

DATED_BY = ("date", "signed", "adopted", "established", "announced", "period", "tenure", "agreed", "published")
"""The fields that may date a record, the one that counts first."""


class Named(Record):
    """A thing with a name of its own."""

    name: Text = field(
        "Official English name.", "명칭", card=roles.NONE, tier=Tier.TITLE, roles=(roles.NAME, roles.LABEL)
    )
    name_ko: Text | None = field(
        "Official Korean name, where known.", "한국어 명칭",
        default=None, heading="Korean name", tier=Tier.TITLE, roles=(roles.NAME,),
    )  # fmt: skip
    summary_ko: Text | None = korean("summary", "개요")
    note_ko: Text | None = korean("note", "유의")
    abbreviation: Text | None = field("Usual abbreviation.", "약어", default=None, tier=Tier.NAME, roles=(roles.NAME,))
    website: Url | None = field("Official website.", "누리집", default=None, tier=None)
