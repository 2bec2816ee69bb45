"""Points in dispute in a brief: what each source says, which is followed and why."""

from __future__ import annotations

from collections.abc import Iterable

from aseanrok import schema, store
from aseanrok.brief.draft import Draft
from aseanrok.brief.page import Line, Part, Said
from aseanrok.values import Row

KINDS = ("contradiction", "basis", "scope", "outdated", "rounding")
"""The kinds of conflicts that are told, the most serious first; a misprint puts nothing in dispute."""

STATEMENTS = 3
"""So many statements of one conflict are told."""


def disputed(conflicts: Iterable[Row], draft: Draft, most: int) -> Part:
    """Return conflicts, first those about what the brief tells of; of others about that the questions alone."""
    table = schema.table("conflicts")
    found = [row for row in conflicts if row["kind"] in KINDS]
    found.sort(key=lambda row: (row["about"] not in draft.shown, KINDS.index(row["kind"])))
    shown = found[: draft.most(most)]
    own = {row["id"] for row in found}
    beside = [row for row in store.rows_where("conflicts", "about", draft.shown) if row["kind"] in KINDS]
    asked = " ".join(table.label(row, draft.lang) for row in beside if row["id"] not in own)
    rest = [draft.rest(len(found) - len(shown), "points in dispute")]
    rest += [draft.word("on what is told above: {}", asked)] if asked else []
    rest += [] if found or asked else [draft.word("none recorded")]
    lines = [Line(table.label(row, draft.lang), *_statements(row, draft)) for row in shown]
    return Part(draft.word("Points in dispute"), lines, rest=draft.sentence(*rest))


def about(row: Row) -> list[Row]:
    """Return the conflicts about a record, the sums and figures that belong to it, and what a country is part of."""
    ids = [row["id"]]
    ids += [each["id"] for each in store.rows_where("contributions", "fund", (row["id"],))]
    ids += [each["id"] for each in store.rows_where("statistics", "about", (row["id"],))]
    ids += [each["id"] for each in store.rows_where("projects", "fund", (row["id"],))]
    found = store.rows_where("conflicts", "about", ids)
    return found + (store.rows_naming("conflicts", "countries", row["iso3"]) if "iso3" in row else [])


def _statements(row: Row, draft: Draft) -> Iterable[Said]:
    said = store.rows_where("statements", "conflict", (row["id"],))
    said.sort(key=lambda each: not each["followed"])
    for each in said[: draft.most(STATEMENTS)]:
        who = draft.publisher(each["source"]) + (f"; {draft.word('followed')}" if each["followed"] else "")
        yield draft.cited(f"{each['says']} ({who})", each["source"])
    followed = any(each["followed"] for each in said)
    why = draft.word("why: {}", row["because"])
    yield Said(why if followed else f"{draft.word('followed')}: {row['follows']}; {why}")
