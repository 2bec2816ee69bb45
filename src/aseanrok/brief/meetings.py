"""Meetings in a brief: the last and the next of each series, and what is announced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aseanrok import dates, schema, store
from aseanrok.brief.draft import Draft, ends, marks
from aseanrok.brief.page import Grid, Line, Part, Said
from aseanrok.cards.glance import nth, short_name, unreported
from aseanrok.rhythm import following, is_overdue
from aseanrok.values import Row
from aseanrok.views import NOT_HELD, status_of
from aseanrok.wording import date

OF_LATE = 3
"""Series that have met in so many years come before the others of their level."""


def last_and_next(framework: Row, draft: Draft, most: int) -> Part:
    """Return the series of a framework: the last meeting of each, and what is known of the next."""
    series = store.rows_naming("series", "frameworks", framework["id"])
    known: dict[str, list[Row]] = {each["id"]: [] for each in series}
    for meeting in store.rows_where("meetings", "series", known) if series else ():
        known[meeting["series"]].append(meeting)
    met = [each for each in series if any(map(_is_held, known[each["id"]]))]
    late = f"{int(draft.today[:4]) - OF_LATE}{draft.today[4:]}"
    level = schema.table("series").fields["level"]

    def rank(each: Row) -> tuple[object, ...]:
        own = known[each["id"]]
        return level.rank(each["level"]), max(ends(row["date"]) for row in own) < late, -len(own)

    met.sort(key=rank)
    shown = met[: draft.most(most)]
    rows = []
    for each in shown:
        last = _last(known[each["id"]])
        rows.append(
            (
                Said(short_name(each, framework, draft.lang)),
                draft.said(_meeting(last, draft), last, "date"),
                upcoming(each, known[each["id"]], draft),
            )
        )
    headings = tuple(map(draft.word, ("Series", "Last held", "Next")))
    without = len(series) - len(met)
    rest = draft.sentence(
        draft.rest(len(met) - len(shown), "series"),
        draft.word("series without a recorded meeting: {}", without) if without else "",
    )
    return Part(draft.word("Meetings: last and next"), grid=Grid(headings, rows, (30, 33, 37)), rest=rest)


def upcoming(series: Row, meetings: Sequence[Row], draft: Draft) -> Said:
    """Return what is known of the next meeting of a series: announced, put off, expected by its rhythm, or nothing."""
    last = _last(meetings)
    after = [
        row for row in meetings if row["status"] in NOT_HELD and row["date"] and ends(row["date"]) > ends(last["date"])
    ]
    if after:
        newest = max(after, key=lambda row: ends(row["date"]))
        late = unreported(newest, draft.today, draft.lang)
        status = draft.word("announced") if newest["status"] == "announced" else status_of(newest["status"], draft.lang)
        return draft.said(f"{_meeting(newest, draft)}: {status}{late}", newest, "status", "date")
    if (expected := following(meetings, draft.today)) is None:
        return Said(draft.word("not recorded"))
    year, count, _ = expected
    which = f"{nth({'ordinal': count}, draft.lang)} " if count else ""
    if is_overdue(meetings, year, draft.today):
        return Said(draft.word("{}expected in {} (yearly rhythm), not recorded", which, year))
    return Said(draft.word("{}expected in {} (yearly rhythm), not announced", which, year))


def standing(series: Row, meetings: Sequence[Row], draft: Draft) -> tuple[Said, Said]:
    """Return the last meeting of a series, and what is known of the next."""
    last, after = _last(meetings), upcoming(series, meetings, draft)
    told = draft.said(draft.word("last {}", _meeting(last, draft)), last, "date")
    return told, after.replace(text=draft.word("next: {}", after.text))


def announced(meetings: Iterable[Row], draft: Draft) -> list[Line]:
    """Return the meetings that are announced for a day to come, a line each, the nearest first."""
    found = [
        row for row in meetings if row["status"] == "announced" and row["date"] and ends(row["date"]) >= draft.today
    ]
    found.sort(key=lambda row: dates.order(row["date"]))
    return [Line(draft.day(row["date"]), draft.said(_titled(row, draft), row, "status", "date")) for row in found]


def held(meetings: Iterable[Row], draft: Draft, most: int) -> list[Row]:
    """Return the newest meetings that took place, the newest first."""
    found = sorted((row for row in meetings if _is_held(row)), key=lambda row: ends(row["date"]), reverse=True)
    return found[: draft.most(most)]


def count(meetings: Iterable[Row]) -> int:
    """Return how many meetings took place."""
    return sum(map(_is_held, meetings))


def _is_held(row: Row) -> bool:
    return row["status"] not in NOT_HELD and bool(row["date"])


def _last(meetings: Iterable[Row]) -> Row:
    return max(filter(_is_held, meetings), key=lambda row: ends(row["date"]))


def _meeting(row: Row, draft: Draft) -> str:
    """Return a meeting within its series: `13th, 11 July 2025, Kuala Lumpur, Malaysia`."""
    known = row["place_ko"] or row["place"] if draft.lang == "ko" else row["city"] or row["place"]
    place = draft.word("virtual") if row["mode"] == "virtual" else known
    when = f"{date(row['date'], draft.lang)}{marks(row, 'date')}"
    number = (which := nth(row, draft.lang)) and f"{which}{marks(row, 'ordinal')}"
    where = place and f"{place}{marks(row, 'mode' if row['mode'] == 'virtual' else 'place')}"
    return ", ".join(part for part in (number, when, where) if part)


def _titled(row: Row, draft: Draft) -> str:
    place = (draft.lang == "ko" and row["place_ko"]) or row["place"]
    return ", ".join(
        part for part in (draft.called("meetings", row), place and f"{place}{marks(row, 'place')}") if part
    )
