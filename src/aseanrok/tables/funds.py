"""Cooperation funds."""

from __future__ import annotations

from typing import Any

from aseanrok import dates, roles
from aseanrok.model import field as fields
from aseanrok.model.archive import Archive
from aseanrok.model.base import Id, Named, Text
from aseanrok.model.column import after, of
from aseanrok.model.field import field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Argument, Command, Table, by_id, record_columns, records_of
from aseanrok.model.vocabulary import ContributionKind, ContributionStatus, Holds
from aseanrok.search.index import Tier
from aseanrok.tables.conflicts import Conflict
from aseanrok.wording import date, worded


class Fund(Named):
    """A cooperation fund."""

    established: PartialDate | None = fields.established()
    established_at: Id | None = fields.established_at()
    administrator: Text | None = field("Who manages it.", "관리 기관", default=None)
    priorities: tuple[Text, ...] = field(
        "Areas it pays for.", "중점 분야", default=(), card=roles.LIST, tier=Tier.CONTENT
    )
    administrator_ko: Text | None = fields.korean("administrator", "관리 기관")
    priorities_ko: tuple[Text, ...] = fields.korean("priorities", "중점 분야", default=())
    documents: tuple[Id, ...] = fields.documents("Ids of the texts it works under.")
    frameworks: tuple[Id, ...] = fields.frameworks(min_length=1)


DONOR = "KOR"
"""Whose sums a fund is listed with: the relations are those of the ROK."""


def _newest(fund: Any, archive: Archive) -> list[Any]:
    """Return the newest sum the ROK gave for a year and what it pledged for later; else the newest of any kind."""
    given = [each for each in archive.contributions.values() if each.fund == fund.id and each.contributor == DONOR]
    yearly = [each for each in given if each.kind is ContributionKind.ANNUAL] or given
    paid = [each for each in yearly if each.status is ContributionStatus.CONTRIBUTED]
    last = max(paid, key=_until, default=None)
    coming = [each for each in yearly if each not in paid and (last is None or _until(each) > _until(last))]
    coming.sort(key=_until)
    return ([last] if last else []) + coming


def _in_english(fund: Any, archive: Archive) -> str | None:
    return "; ".join(_told(each, archive) for each in _newest(fund, archive)) or None


def _in_korean(fund: Any, archive: Archive) -> str | None:
    return "; ".join(_told_ko(each, archive) for each in _newest(fund, archive)) or None


def _until(contribution: Any) -> tuple[str, str]:
    return dates.bounds(contribution.period)[1], dates.bounds(contribution.period)[0]


def _told(contribution: Any, archive: Archive) -> str:
    """Return a sum with its years and how far it may be trusted: `5 million USD in 2022 (sources differ)`."""
    kind = {ContributionKind.ANNUAL: " a year", ContributionKind.TOTAL: " in all"}.get(contribution.kind, "")
    kind = kind if _is_of_several_years(contribution) or kind == " in all" else ""
    when = dates.in_words(contribution.period)
    pledged = "pledged " if contribution.status is ContributionStatus.PLEDGED else ""
    doubts = _doubts(contribution, archive, "en")
    before = "" if when[:5] in ("since", "until") else "for " if pledged and kind != " in all" else "in "
    told = f"{pledged}{contribution.stated}{kind} {before}{when}"
    return told + (f" ({', '.join(doubts)})" if doubts else "")


def _told_ko(contribution: Any, archive: Archive) -> str:
    """Return the same in Korean: `2022년 500만 달러 (출처 간 이견)`, `2027년 1,000만 달러 공약`."""
    yearly = contribution.kind is ContributionKind.ANNUAL and _is_of_several_years(contribution)
    kind = "연 " if yearly else "총 " if contribution.kind is ContributionKind.TOTAL else ""
    pledged = " 공약" if contribution.status is ContributionStatus.PLEDGED else ""
    doubts = _doubts(contribution, archive, "ko")
    told = f"{date(contribution.period, 'ko')} {kind}{contribution.stated_ko}{pledged}"
    return told + (f" ({', '.join(doubts)})" if doubts else "")


def _is_of_several_years(contribution: Any) -> bool:
    return "/" in contribution.period


def _doubts(contribution: Any, archive: Archive, lang: str) -> list[str]:
    """Return what a reader must know of a sum before quoting it."""
    disputed = any(
        isinstance(each, Conflict) and each.field in ("value", "unit")
        for each in archive.naming("about", contribution.id)
    )
    doubts = ["worked out"] * ("value" in contribution.derived) + ["sources differ"] * disputed
    return [worded(doubt, lang) for doubt in doubts]


NEWEST = (
    of(
        "newest_sum", "text", "The newest sum the ROK gave to it, with its year, and what it pledged for later ones.",
        "최근 출연", _in_english, tier=None,
    ),
    of("newest_sum_ko", "text", "The same in Korean.", "한국어 최근 출연", _in_korean, tier=None, card=roles.NONE),
)  # fmt: skip


TABLE = Table(
    name="funds",
    about="Cooperation funds.",
    rank=100,
    singular="fund",
    name_ko="기금",
    record=Fund,
    columns=after(record_columns(Fund), "administrator", *NEWEST),
    listing=("abbreviation", "established", "newest_sum", "id", "name"),
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
    subject=True,
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
