"""The brief of a fund: a page."""

from __future__ import annotations

from collections.abc import Iterator

from aseanrok import asof, schema, store, tenure
from aseanrok.brief import disputes, figures, meetings, money, projects
from aseanrok.brief.draft import Draft, marks
from aseanrok.brief.page import Line, Page, Part, Said
from aseanrok.cards.called import named
from aseanrok.values import Row
from aseanrok.wording import date

SECTORS, COUNTRIES, FIGURES, DISPUTES, TERMS = 4, 6, 3, 2, 3
"""How much of each part fits a page."""


def of_fund(row: Row, draft: Draft) -> Page:
    """Return what somebody has to know of a fund: its terms, its sums by year, its projects, who governs it."""
    sums, gaps = money.by_year(row, draft)
    own = store.rows_where("projects", "fund", (row["id"],))
    sectors, more_sectors = projects.by_sector(own, draft, SECTORS)
    measured, more = figures.newest(row["id"], draft, FIGURES)
    pledges = money.pledges(store.rows_where("contributions", "fund", (row["id"],)), draft)
    parts = [
        Part(draft.word("Standing"), _standing(row, draft)),
        Part(draft.word("Contributions"), grid=sums, rest=gaps),
        Part(
            draft.word("Projects"),
            [*_running(own, draft), *projects.by_country(own, draft, COUNTRIES)],
            sectors,
            more_sectors,
        ),
        Part(draft.word("Governing meetings"), _governing(row, draft)),
        Part(draft.word("Announced"), [money.pledged(each, row, draft) for each in pledges]),
        Part(draft.word("Figures"), grid=measured, rest=more),
    ]
    return draft.page(row, [*parts, disputes.disputed(disputes.about(row), draft, DISPUTES)])


def _standing(row: Row, draft: Draft) -> Iterator[Line]:
    if row["summary"]:
        said = schema.table("funds").worded(row, "summary", draft.lang)
        yield Line(draft.word("What it is"), draft.said(said, row, "summary"))
    founded = f"{draft.day(row['established'])}{marks(row, 'established')}"
    yield Line(draft.word("Founded"), draft.said(founded, row, "established"))
    if row["frameworks"]:
        yield Line(
            draft.word("Frameworks"), draft.said(", ".join(named(row["frameworks"], "frameworks", draft.lang)), row)
        )
    by = (
        draft.said(row["administrator"], row, "administrator")
        if row["administrator"]
        else Said(draft.word("not recorded"))
    )
    yield Line(draft.word("Run by"), by)
    if row["priorities"]:
        told = "; ".join(schema.table("funds").worded(row, "priorities", draft.lang)) + marks(row, "priorities")
        yield Line(draft.word("Priorities"), draft.said(told, row, "priorities"))
    terms = store.rows_where("documents", "id", row["documents"]) if row["documents"] else []
    if terms:
        said = (
            draft.said(f"{draft.called('documents', each)} ({_when(each, draft)})", each, "date")
            for each in asof.documents(terms, (), draft.today)
        )
        yield Line(draft.word("Terms"), *list(said)[: draft.most(TERMS)])


def _when(row: Row, draft: Draft) -> str:
    over = f", {draft.word('over')}" if row["state"] == "over" else ""
    return f"{date(row['date'], draft.lang)}{marks(row, 'date')}{over}"


def _running(own: list[Row], draft: Draft) -> Iterator[Line]:
    if not own:
        yield Line(draft.word("Projects"), Said(draft.word("none recorded")))
        return
    now = tenure.running(own, "period", draft.today)
    undated = sum(not row["period"] for row in own)
    text = draft.word(
        "{} recorded, {} of them under way; the years of {} not recorded; counted here ~ from the records of each",
        len(own),
        len(now),
        undated,
    )
    yield Line(draft.word("Projects"), Said(text))


def _governing(row: Row, draft: Draft) -> Iterator[Line]:
    """Yield the series that are about the fund, each with its last meeting and the next."""
    related = [each["to"] for each in store.rows_where("relations", "id", (row["id"],)) if each["table"] == "series"]
    found = False
    for series in store.rows_where("series", "id", related) if related else ():
        own = store.rows_where("meetings", "series", (series["id"],))
        if meetings.held(own, draft, 1):
            found = True
            yield Line(schema.table("series").label(series, draft.lang), *meetings.standing(series, own, draft))
    if not found:
        yield Line(draft.word("Meetings"), Said(draft.word("none recorded")))
