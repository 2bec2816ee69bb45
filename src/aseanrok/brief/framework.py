"""The brief of a framework: two pages."""

from __future__ import annotations

from collections.abc import Iterator

from aseanrok import schema, store
from aseanrok.brief import disputes, figures, meetings, money, offices, texts
from aseanrok.brief.draft import Draft, marks
from aseanrok.brief.page import Line, Page, Part, Said
from aseanrok.membership import BELONGING
from aseanrok.values import Row

NAMED = 12
"""So many members are named; of more their number is told."""

SERIES, AGREEMENTS, TEXTS, SUMS, FIGURES, DISPUTES = 9, 6, 3, 2, 7, 3
"""How much of each part fits two pages."""


def of_framework(row: Row, draft: Draft) -> Page:
    """Return what somebody has to know of a framework who speaks for it tomorrow."""
    known = texts.known(row, draft)
    grid, others = texts.agreements(known, draft, AGREEMENTS)
    newest = texts.newest(known, draft, TEXTS)
    measured, more = figures.newest(row["id"], draft, FIGURES)
    parts = [
        Part(draft.word("Standing"), _standing(row, draft)),
        meetings.last_and_next(row, draft, SERIES),
        Part(draft.word("Announced"), announced(row, known, draft)),
        Part(draft.word("Plans and texts"), [*texts.plans(known, draft), *([newest] if newest else [])]),
        Part(draft.word("Agreements"), grid=grid, rest=others),
        Part(draft.word("Money"), money.of_framework(row, draft, SUMS)),
        Part(draft.word("Figures"), grid=measured, rest=more),
    ]
    conflicts = store.rows_naming("conflicts", "frameworks", row["id"])
    return draft.page(row, [*parts, disputes.disputed(conflicts, draft, DISPUTES)])


def _standing(row: Row, draft: Draft) -> Iterator[Line]:
    if row["summary"]:
        said = schema.table("frameworks").worded(row, "summary", draft.lang)
        yield Line(draft.word("What it is"), draft.said(said, row, "summary"))
    since = f"{draft.day(row['established'])}{marks(row, 'established')}"
    yield Line(draft.word("Since"), draft.said(since, row, "established"))
    members = [each for each in store.rows_where("members", "framework", (row["id"],)) if not each["left"]]
    own = [each for each in members if each["role"] in BELONGING]
    if own:
        names = ", ".join((draft.lang == "ko" and each["name_ko"]) or each["name"] for each in own)
        count = draft.word("{} members", len(own))
        text = f"{count}: {names}" if len(own) <= NAMED or draft.full else count
        yield Line(draft.word("Members"), draft.joint(text, own))
    for role in dict.fromkeys(each["role"] for each in members if each not in own):
        beside = [each for each in members if each["role"] == role]
        names = ", ".join((draft.lang == "ko" and each["name_ko"]) or each["name"] for each in beside)
        yield Line(_role(role, draft), draft.joint(f"{len(beside)}: {names}", beside))
    yield from offices.of_framework(row, draft)


def _role(role: str, draft: Draft) -> str:
    from aseanrok import schema

    said = str(schema.table("members").fields["role"].worded(role, draft.lang)).replace("-", " ")
    return f"{said[0].upper()}{said[1:]}"


def announced(row: Row, documents: list[Row], draft: Draft) -> list[Line]:
    """Return what is announced: meetings, pledges, plans that have not begun; or that nothing is recorded."""
    found = meetings.announced(store.rows_naming("meetings", "frameworks", row["id"]), draft)
    for fund in store.rows_naming("funds", "frameworks", row["id"]):
        sums = store.rows_where("contributions", "fund", (fund["id"],))
        found += [money.pledged(each, fund, draft) for each in money.pledges(sums, draft)]
    return found or [Line(draft.word("Meetings"), Said(draft.word("none recorded for a day to come")))]
