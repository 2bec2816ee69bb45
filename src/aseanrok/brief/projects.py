"""Projects in a brief: those under way, and how many there are of each sector or country, with recorded budgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from aseanrok import schema, store, tenure
from aseanrok.brief.draft import Draft, ends, marks
from aseanrok.brief.page import Grid, Line, Said
from aseanrok.cards.called import countries_named
from aseanrok.groups import NOT_RECORDED, grouped
from aseanrok.values import Row
from aseanrok.views import WORKED_OUT
from aseanrok.wording import date


def of_country(iso3: str, draft: Draft, most: int) -> tuple[Grid, str]:
    """Return the projects in a country, those for it alone and those under way first, with periods and budgets."""
    rows = [row for row in store.table("projects") if iso3 in row["countries"]]
    running = {row["id"] for row in tenure.running(rows, "period", draft.today)}
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


def by_sector(projects: Sequence[Row], draft: Draft, most: int) -> tuple[Grid, str]:
    """Return how many projects there are of each sector, with the budgets that are recorded, added up."""
    groups, _, _ = grouped(projects, schema.table("projects"), "sector")
    groups.sort(key=lambda group: (group["sector"] == NOT_RECORDED, -group["count"]))
    shown = groups[: draft.most(most)]
    rows = []
    for group in shown:
        known = group["count"] - group["without_amount"]
        total = draft.word("in several currencies" if known else "not recorded")
        if group["total"] is not None:
            total = f"{_sum(group, draft.lang)} {WORKED_OUT}"
        total = draft.word("{} ({} of {})", total, known, group["count"]) if known else total
        sector = schema.table("projects").worded(group, "sector", draft.lang)
        name = sector if group["sector"] != NOT_RECORDED else draft.word(NOT_RECORDED)
        rows.append((Said(name), Said(f"{group['count']} {WORKED_OUT}"), Said(total)))
    headings = tuple(map(draft.word, ("Sector", "Projects", "Budgets recorded")))
    rest = draft.sentence(draft.rest(len(groups) - len(shown), "sectors"))
    return Grid(headings, rows, (46, 16, 38)), rest


def _sum(group: Row, lang: str) -> str:
    if lang != "ko":
        return f"{group['total']:,.0f} {group['unit']}"
    from aseanrok.words.korean import amount

    return amount(Decimal(round(group["total"])), group["unit"])


def by_country(projects: Sequence[Row], draft: Draft, most: int) -> Iterator[Line]:
    """Yield in how many projects each country has a part, those with most first."""
    counts = Counter(code for row in projects for code in row["countries"])
    shown = counts.most_common(draft.most(most))
    if shown:
        names = countries_named([code for code, _ in shown], draft.lang)
        told = ", ".join(f"{name} {count}" for name, (_, count) in zip(names, shown, strict=True))
        yield Line(draft.word("By country"), Said(f"{told} {WORKED_OUT}"))
