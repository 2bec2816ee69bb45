"""Money in a brief: what was given to a fund and when, what is pledged, of which years nothing is recorded."""

from __future__ import annotations

from collections.abc import Sequence

from aseanrok import dates, schema, store
from aseanrok.brief.draft import Draft, ends, marks
from aseanrok.brief.page import Grid, Line, Said
from aseanrok.cards.called import countries_named
from aseanrok.values import Row
from aseanrok.wording import date

ALONE = "KOR"
"""Whose contributions go without the name of the contributor."""


def of_framework(framework: Row, draft: Draft, most: int) -> list[Line]:
    """Return a line for each fund of a framework: its newest sums, its pledges, the years not recorded."""
    lines = []
    for fund in store.rows_naming("funds", "frameworks", framework["id"]):
        sums = _sums(fund)
        paid = [row for row in sums if row["status"] != "pledged"][::-1][: draft.most(most)]
        said = [draft.said(_sum(row, draft), row, "stated", "value") for row in [*paid, *pledges(sums, draft)]]
        if gaps := missing(fund, sums, draft.today):
            said.append(Said(draft.word("years not recorded: {}", gaps)))
        lines.append(Line(fund["abbreviation"] or draft.called("funds", fund), *said))
    return lines or [Line(draft.word("Funds"), Said(draft.word("none recorded")))]


def newest(fund: Row, draft: Draft) -> list[Said]:
    """Return the newest sum that was given to a fund, and what is pledged."""
    sums = _sums(fund)
    paid = [row for row in sums if row["status"] != "pledged"][-1:]
    return [draft.said(_sum(row, draft), row, "stated", "value") for row in [*paid, *pledges(sums, draft)]]


def by_year(fund: Row, draft: Draft) -> tuple[Grid, str]:
    """Return every sum given to a fund or pledged, the oldest first, and the years of which none is recorded."""
    sums = _sums(fund)
    table = schema.table("contributions")
    rows = [
        (
            Said(f"{date(row['period'], draft.lang)}{marks(row, 'period')}"),
            draft.said(_who(row, draft) + draft.amount(row), row, "stated", "value", "period"),
            Said(", ".join(str(table.worded(row, name, draft.lang)) for name in ("kind", "status") if row[name])),
        )
        for row in sums
    ]
    gaps = missing(fund, sums, draft.today)
    headings = tuple(map(draft.word, ("Years", "Sum", "Basis")))
    return Grid(headings, rows, (26, 44, 30)), draft.sentence(
        draft.word("years whose sum is not recorded: {}", gaps) if gaps else ""
    )


def pledges(sums: Sequence[Row], draft: Draft) -> list[Row]:
    """Return what is pledged for years that are not over."""
    return [row for row in sums if row["status"] == "pledged" and ends(row["period"]) >= draft.today]


def pledged(row: Row, fund: Row, draft: Draft) -> Line:
    """Return a pledge as a line of what is announced."""
    name = fund["abbreviation"] or draft.called("funds", fund)
    return Line(
        draft.day(row["period"]),
        draft.said(f"{name}, {draft.word('pledged {}', draft.amount(row))}", row, "stated", "value"),
    )


def missing(fund: Row, sums: Sequence[Row], today: str) -> str:
    """Return the years since a fund was founded of which no sum is recorded; nothing of one that is not paid yearly."""
    if not any(row["kind"] == "annual" for row in sums):
        return ""
    known = {year for row in sums if row["kind"] != "total" and row["status"] != "pledged" for year in _years(row)}
    begun = fund["established"] or sums[0]["period"]
    first = int(begun.removeprefix(f"{dates.OPEN}/")[:4])  # where it is not known when, it was there by then
    return _spans([year for year in range(first, int(today[:4]) + 1) if year not in known])


def _sums(fund: Row) -> list[Row]:
    rows = store.rows_where("contributions", "fund", (fund["id"],))
    return sorted(rows, key=lambda row: dates.order(row["period"]))


def _years(row: Row) -> range:
    first, last = dates.bounds(row["period"])
    return range(int(first[:4]), int(last[:4]) + 1)


def _spans(years: Sequence[int]) -> str:
    """Return years as they are read: `1991-2003, 2024`."""
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][1] + 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in spans)


def _who(row: Row, draft: Draft) -> str:
    return "" if row["contributor"] == ALONE else f"{countries_named([row['contributor']], draft.lang)[0]}: "


def _sum(row: Row, draft: Draft) -> str:
    """Return a sum with its years: `20 million USD in 2023`, `pledged: 32 million USD in 2027`."""
    years = f"{date(row['period'], draft.lang)}{marks(row, 'period')}"
    form = "{} in {}" if row["kind"] == "single" or "/" not in row["period"] else "{} a year in {}"
    form = "{} in all in {}" if row["kind"] == "total" else form
    text = _who(row, draft) + draft.word(form, draft.amount(row), years)
    return draft.word("pledged {}", text) if row["status"] == "pledged" else text
