"""Projects in a brief: those under way, and how many there are of each sector or country, with recorded budgets."""

from __future__ import annotations

from collections.abc import Sequence

from aseanrok import asof, schema, store
from aseanrok.brief.draft import Draft, ends, marks
from aseanrok.brief.page import Grid, Said
from aseanrok.cards.parts import countries_named
from aseanrok.groups import NOT_RECORDED, grouped
from aseanrok.values import Row
from aseanrok.views import WORKED_OUT
from aseanrok.wording import date


def of_country(iso3: str, draft: Draft, most: int) -> tuple[Grid, str]:
    """Return the projects in a country, those for it alone and those under way first, with periods and budgets."""
    rows = [row for row in store.table("projects") if iso3 in row["countries"]]
    running = {row["id"] for row in asof.running(rows, "period", draft.today)}
    rows.sort(key=lambda row: (row["id"] not in running, len(row["countries"]), ends(row["period"]) == ""))
    shown = rows[: draft.most(most)]
    funds = {row["id"]: row for row in store.table("funds")}
    grid = [
        (
            Said(draft.called("projects", row)),
            Said(_fund(funds[row["fund"]], draft) if row["fund"] else draft.word("not recorded")),
            draft.said(_period(row, draft, now=row["id"] in running), row, "period"),
            draft.said(draft.amount(row, "budget"), row, "budget", "budget_value")
            if row["budget"]
            else Said(draft.amount(row, "budget")),
        )
        for row in shown
    ]
    headings = tuple(map(draft.word, ("Project", "Fund", "Period", "Budget")))
    return Grid(headings, grid, (46, 12, 24, 18)), draft.sentence(draft.rest(len(rows) - len(shown), "projects"))


def _fund(row: Row, draft: Draft) -> str:
    return row["abbreviation"] or draft.called("funds", row)


def _period(row: Row, draft: Draft, *, now: bool) -> str:
    if not row["period"]:
        return draft.word("not recorded")
    when = f"{date(row['period'], draft.lang)}{marks(row, 'period')}"
    return when if now else f"{when} ({draft.word('over')})" if ends(row["period"]) < draft.today else when


def counted(projects: Sequence[Row], by: str, draft: Draft, most: int) -> tuple[Grid, str]:
    """Return how many projects there are by a field, with the budgets that are recorded, added up."""
    groups, _, _ = grouped(projects, schema.table("projects"), by)
    groups.sort(key=lambda group: (group[by] == NOT_RECORDED, -group["count"]))
    shown = groups[: draft.most(most)]
    rows: list[tuple[Said, ...]] = []
    for group in shown:
        name = group[by]
        if name == NOT_RECORDED:
            name = draft.word(name)
        elif by == "country":
            name = countries_named([name], draft.lang)[0]
        known = group["count"] - group["without_amount"]
        total = (
            f"{group['total']:,.0f} {group['unit']} {WORKED_OUT}"
            if group["total"] is not None
            else draft.word("not recorded")
        )
        budgets = draft.word("{} (of {})", total, known) if known else total
        rows.append((Said(name), Said(f"{group['count']} {WORKED_OUT}"), Said(budgets)))
    headings = (
        schema.table("projects").fields["sector" if by == "sector" else "countries"].titled(draft.lang),
        draft.word("Projects"),
        draft.word("Budgets recorded"),
    )
    several = "a project of several countries stands under each with its whole budget"
    rest = draft.sentence(
        draft.rest(len(groups) - len(shown), "groups"), draft.word(several) if by == "country" and rows else ""
    )
    return Grid(headings, rows, (46, 16, 38)), rest
