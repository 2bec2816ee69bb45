"""The brief of a country: what there is between it and the ROK, in a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aseanrok import dates, schema, store
from aseanrok.brief import disputes, figures, meetings, money, offices, projects, texts
from aseanrok.brief.draft import Draft, marks
from aseanrok.brief.page import Line, Page, Part, Said
from aseanrok.membership import BELONGING, standings
from aseanrok.values import Row

AGREEMENTS, PROJECTS, FIGURES, HOSTED, DISPUTES, ACTS = 4, 6, 4, 4, 3, 3
"""How much of each part fits a page."""

WITH = "KOR"
"""With whom there is what is told of."""

BETWEEN = {"asean": "asean-rok"}
"""Who belongs to the one is part of the other, which has no members of its own."""


def of_country(row: Row, draft: Draft) -> Page:
    """Return what somebody has to know who is asked: what do we have with Laos?"""
    iso3 = row["iso3"]
    agreed, others = texts.of_country(iso3, draft, AGREEMENTS)
    carried, more_projects = projects.of_country(iso3, draft, PROJECTS)
    measured, more = figures.newest(row["id"], draft, FIGURES)
    hosted = store.rows_where("meetings", "country", (iso3,))
    announced = meetings.announced(hosted, draft)
    none = [Line(draft.word("Meetings"), Said(draft.word("none recorded for a day to come")))]
    parts = [
        Part(draft.word("Standing"), [*_standing(row, draft), *offices.of_country(iso3, draft)]),
        Part(draft.word("Agreements in force"), texts.for_all(_belongs_to(iso3), draft, AGREEMENTS), agreed, others),
        Part(draft.word("Projects"), _funds(iso3, draft), carried, more_projects),
        Part(draft.word("Figures"), grid=measured, rest=more),
        _hosted(hosted, draft),
        Part(draft.word("Announced"), announced or none),
    ]
    return draft.page(row, [*parts, disputes.disputed(disputes.about(row), draft, DISPUTES)])


def _belongs_to(iso3: str) -> dict[str, str | None]:
    """Return what a country belongs to, not only speaks with, and since when; the ROK also to what is between."""
    rows = [each for each in store.rows_where("members", "country", (iso3,)) if not each["left"]]
    belongs = {each["framework"]: each["joined"] for each in rows if each["role"] in BELONGING}
    between = {each["framework"]: each["joined"] for each in rows} if iso3 == WITH else belongs
    return belongs | {other: between[id] for id, other in BETWEEN.items() if id in between}


def _standing(row: Row, draft: Draft) -> Iterator[Line]:
    """Yield since when there are relations, and what the country belongs to, with the day it joined."""
    acts = [each for each in store.table("milestones") if row["iso3"] in each["countries"]]
    if not draft.full:  # what concerns the two alone
        acts = [each for each in acts if set(each["countries"]) <= {row["iso3"], WITH}]
    kinds: dict[str, list[Said]] = {}
    for each in sorted(acts, key=lambda act: dates.order(act["date"]) if act["date"] else ("", "")):
        told = f"{draft.called('milestones', each)} ({draft.day(each['date'])}{marks(each, 'date')})"
        kind = str(schema.table("milestones").worded(each, "kind", draft.lang)).replace("-", " ")
        kinds.setdefault(f"{kind[0].upper()}{kind[1:]}", []).append(draft.said(told, each, "date"))
    for kind, said in kinds.items():
        yield Line(kind, *(said if draft.full else said[-ACTS:]))
    members = [each for each in store.rows_where("members", "country", (row["iso3"],)) if not each["left"]]
    known = {each["id"]: each for each in store.table("frameworks")}
    for heading, own in standings(members, draft.lang, schema.table("members").fields["role"].words):
        said_of = []
        for each in own:
            framework = known[each["framework"]]
            name = framework["abbreviation"] if draft.lang == "en" else None
            role = schema.table("members").worded(each, "role", draft.lang) if each["role"] == "participant" else ""
            name = name or schema.table("frameworks").label(framework, draft.lang)
            joined = f"{draft.day(each['joined'])}{marks(each, 'joined')}"
            said_of.append(draft.joint(f"{name} ({', '.join(filter(None, (role, joined)))})", [each]))
        yield Line(heading, *said_of)


def _funds(iso3: str, draft: Draft) -> Iterator[Line]:
    """Yield how many projects each fund has there, and what was last given to it."""
    counts = Counter(row["fund"] for row in store.table("projects") if iso3 in row["countries"] and row["fund"])
    for fund in store.rows_where("funds", "id", counts) if counts else ():
        newest = money.newest(fund, draft)
        said = [Said(draft.word("projects: {}", counts[fund["id"]]))]
        yield Line(fund["abbreviation"] or draft.called("funds", fund), *said, *newest)


def _hosted(hosted: Sequence[Row], draft: Draft) -> Part:
    """Return the newest meetings that took place there."""
    shown = meetings.held(hosted, draft, HOSTED)
    lines = [
        Line(
            f"{draft.day(row['date'])}{marks(row, 'date')}",
            draft.said(draft.called("meetings", row), row, "date", "city"),
        )
        for row in shown
    ]
    rest = draft.sentence(draft.rest(meetings.count(hosted) - len(shown), "meetings"))
    return Part(draft.word("Meetings held there"), lines, rest=rest)
