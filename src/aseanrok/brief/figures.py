"""Figures in a brief: the newest of what is measured most, each with who counted it and, where known, its change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aseanrok import asof, store
from aseanrok.brief.draft import Draft, ends
from aseanrok.brief.page import Grid, Said
from aseanrok.cards.figures import APART
from aseanrok.values import Row
from aseanrok.views import WORKED_OUT
from aseanrok.wording import date

FIRST = ("trade", "exports", "imports", "investment", "visitors", "oda", "contributions", "projects", "residents")
"""The indicators that are asked for first."""

LATELY = 10
"""What was last measured more years ago comes after everything else."""

COUNTS = 2
"""So many counts of one thing are told, where several are of the same year."""


def newest(about: str, draft: Draft, most: int) -> tuple[Grid, str]:
    """Return the newest figures about a record, and how many others there are."""
    rows = store.rows_where("statistics", "about", (about,))
    shown = _chosen(asof.statistics(rows, draft.today, store.edition()["read"]), rows, draft.today)
    cut = shown[: draft.most(most)]
    grid = []
    for row in cut:
        name = (draft.lang == "ko" and row["name_ko"]) or row["name"]
        basis = row["basis"] or draft.word("not recorded")
        grid.append(
            (
                Said(name),
                Said(date(row["period"], draft.lang)),
                draft.said(draft.amount(row) + _change(row, rows, draft), row, "value", "stated"),
                Said(basis),
            )
        )
    headings = tuple(map(draft.word, ("Figure", "Period", "Value", "Who counted")))
    return Grid(headings, grid, (36, 14, 26, 24)), draft.sentence(draft.rest(len(rows) - len(cut), "figures"))


def _chosen(rows: Iterable[Row], every: Sequence[Row], today: str) -> list[Row]:
    """Return of each thing that is measured the figures of its newest period, what is asked for most first."""
    names: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        names.setdefault((row["indicator"], row["name"]), []).append(row)
    often = {key: sum((row["indicator"], row["name"]) == key for row in every) for key in names}

    lately = f"{int(today[:4]) - LATELY}{today[4:]}"

    def rank(key: tuple[str, str]) -> tuple[bool, int, int]:
        is_old = max(ends(row["period"]) for row in names[key]) < lately
        return is_old, FIRST.index(key[0]) if key[0] in FIRST else len(FIRST), -often[key]

    ordered: list[list[Row]] = []
    for key in sorted(names, key=rank):
        last = max(ends(row["period"]) for row in names[key])
        ordered.append([row for row in names[key] if ends(row["period"]) == last][:COUNTS])
    # First one thing of each kind, then what else is measured of the kinds.
    seen: set[str] = set()
    first: list[Row] = []
    others: list[Row] = []
    for found in ordered:
        (others if found[0]["indicator"] in seen else first).extend(found)
        seen.add(found[0]["indicator"])
    return [*first, *others]


def _change(row: Row, every: Sequence[Row], draft: Draft) -> str:
    """Return by how much a yearly figure differs from that of the year before, counted in the same way."""
    if not row["period"].isdigit() or row["unit"] in APART or (row["value"] or 0) <= 0:
        return ""
    same = ("indicator", "name", "unit", "basis")
    before = [
        each
        for each in every
        if each["period"] == str(int(row["period"]) - 1)
        and (each["value"] or 0) > 0
        and all(each[name] == row[name] for name in same)
    ]
    if len(before) != 1 or not row["basis"]:  # two counts, or nobody knows whose: they may not be of one kind
        return ""
    change = (row["value"] / before[0]["value"] - 1) * 100
    return draft.word(", {:+.1f}% on {} {}", change, before[0]["period"], WORKED_OUT)
