"""Offices in a brief: who holds one on the day it is written for, or who was last shown in it."""

from __future__ import annotations

from collections.abc import Iterator

from aseanrok import dates, schema, store, tenure
from aseanrok.brief.draft import Draft, ends, marks
from aseanrok.brief.page import Line, Said
from aseanrok.values import Row
from aseanrok.wording import date


def of_framework(framework: Row, draft: Draft) -> Iterator[Line]:
    """Yield a line for each office of a framework."""
    for office in store.rows_naming("offices", "frameworks", framework["id"]):
        holders = store.rows_where("holders", "office", (office["id"],))
        if holders:
            yield Line(schema.table("offices").label(office, draft.lang), _holder(holders, draft))


def of_country(iso3: str, draft: Draft) -> Iterator[Line]:
    """Yield the offices that a country itself has held, with the years, the newest first."""
    names = {
        row["id"]: schema.table("countries").label(row, "en") for row in store.table("countries") if row["iso3"] == iso3
    }
    own = [row for row in store.rows_where("holders", "country", (iso3,)) if row["name"] in names.values()]
    for office in store.rows_where("offices", "id", {row["office"] for row in own}):
        held = sorted((row for row in own if row["office"] == office["id"]), key=_begun, reverse=True)
        said = (draft.said(_time(row, draft), row, "tenure", "in_office") for row in held)
        yield Line(schema.table("offices").label(office, draft.lang), *said)


def _holder(holders: list[Row], draft: Draft) -> Said:
    """Return who holds an office, and since when; where nobody is known to, who was last shown in it."""
    now = tenure.holders(holders, draft.today)
    row = max(now or holders, key=_begun)
    name = (draft.lang == "ko" and row["name_ko"]) or row["name"]
    if row["tenure"] and now:
        last = draft.word("last seen {}", date(row["last_seen"], draft.lang)) if row["last_seen"] else ""
        return draft.said(", ".join(filter(None, (name, _time(row, draft), last))), row, "tenure")
    if row["tenure"]:
        return draft.said(draft.word("no holder recorded; last {}, {}", name, _time(row, draft)), row, "tenure")
    if not row["last_seen"]:
        return draft.said(f"{name}, {_time(row, draft)}", row)
    shown = date(row["last_seen"], draft.lang)
    return draft.said(draft.word("no holder recorded; {} was shown in office on {}", name, shown), row)


def _time(row: Row, draft: Draft) -> str:
    if row["tenure"]:
        return f"{date(row['tenure'], draft.lang)}{marks(row, 'tenure')}"
    shown = ", ".join(date(day, draft.lang) for day in row["in_office"])
    return draft.word("shown in office {}", shown) if shown else draft.word("time not recorded")


def _begun(row: Row) -> str:
    begin = row["tenure"].partition("/")[0] if row["tenure"] else max(row["in_office"], default="")
    if begin == dates.OPEN:
        begin = row["tenure"].partition("/")[2]
    return begin or ends(None)
