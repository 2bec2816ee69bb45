"""What held on a day: who belonged, what was in force, what was known. Pure functions over published rows.

A day is an ISO day. Where a partial date leaves it open, the answer is `perhaps`, and where no beginning is recorded it
is `undated`: neither is ever turned into a yes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from aseanrok import dates, roles
from aseanrok.membership import BELONGING
from aseanrok.schema import Table
from aseanrok.tenure import PERHAPS, YES, begun, holders, holds_on, running
from aseanrok.values import Row
from aseanrok.wording import date, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def after(day: str, newest: str, lang: str = "en") -> str | None:
    """Return a warning where the day asked for lies after the newest act that is recorded."""
    if day <= newest:
        return None
    return worded("The newest act recorded is of {}; what came after is not known.", lang, date(newest, lang))


# --- members and frameworks ------------------------------------------------------------------------------------------


def members(rows: Iterable[Row], frameworks: Iterable[Row], day: str) -> list[Row]:
    """Return the memberships that held on a day, each with `holds`.

    A founding member joined when its framework was established, and nobody belonged to a framework before that.
    """
    founded = {row["id"]: row["established"] for row in frameworks}
    kept = []
    for row in rows:
        since = founded.get(row["framework"])
        if not row["joined"] and holds_on(since, None, day) is None:
            continue
        if holds := holds_on(row["joined"] or (since if row["founding"] else None), row["left"], day):
            kept.append({**row, "holds": holds})
    return kept


def frameworks(rows: Iterable[Row], memberships: Sequence[Row], day: str) -> list[Row]:
    """Return the frameworks that existed on a day, each with `holds` and the number of its members then."""
    rows = list(rows)
    then = [row for row in members(memberships, rows, day) if row["role"] in BELONGING]
    known = {row["framework"] for row in memberships}
    unsure = {
        each["framework"] for each in memberships if each["role"] in BELONGING and "joined" in each.get("disputed", ())
    }
    kept = []
    for row in rows:
        if holds := holds_on(row["established"], None, day):
            own = [member["holds"] for member in then if member["framework"] == row["id"]]
            differ = ["members"] if row["id"] in unsure else []
            perhaps = own.count(PERHAPS)
            # Where no membership is recorded, the number is not known, and not nought.
            count = len(own) - perhaps if row["id"] in known else None
            counted = {"members": count, "members_perhaps": perhaps or None}
            kept.append({**row, "disputed": [*row.get("disputed", ()), *differ], "holds": holds, **counted})
    return kept


# --- funds -----------------------------------------------------------------------------------------------------------


def funds(rows: Iterable[Row], contributions: Sequence[Row], day: str) -> list[Row]:
    """Return the funds that existed on a day, each with `holds` and the annual contribution in force.

    `annual` is the sum for the year the day falls in; where none is recorded, `annual_before` is the newest before.
    """
    kept = []
    for row in rows:
        holds = holds_on(row["established"], None, day)
        if not holds:
            continue
        annual = [part for part in contributions if part["fund"] == row["id"] and part["kind"] == "annual"]
        paid = _newest([part for part in annual if _paid(part["period"], day)])
        one = paid[0] if len(paid) == 1 else {}
        told = {name: f"annual_{name}" for name in ("period", "value", "unit")}  # of what is stated the words tell
        doubts = {
            of: [*row.get(of, ()), *(told[each] for each in one.get(of, ()) if each in told)] for of in roles.DOUBTS
        }
        before = [] if paid else _newest([part for part in annual if dates.bounds(part["period"])[1] < day])
        kept.append(
            {
                **row,
                **doubts,
                "holds": holds,
                "annual": "; ".join(_sum(part, alone=len(paid) == 1) for part in paid) or None,
                "annual_ko": "; ".join(_sum(part, alone=len(paid) == 1, lang="ko") for part in paid),
                "annual_period": one.get("period"),
                "annual_value": one.get("value"),
                "annual_unit": one.get("unit"),
                "annual_before": "; ".join(
                    f"{_sum(part, alone=len(before) == 1, period=True)}, {part['period']}" for part in before
                )
                or None,
                "annual_before_ko": "; ".join(
                    f"{date(part['period'], 'ko')} {_sum(part, alone=len(before) == 1, lang='ko', period=True)}"
                    for part in before
                ),
            }
        )
    return kept


def _paid(period: str, day: str) -> bool:
    """Say whether a sum was paid on a day for certain: one paid until 2018, since an unknown year, was paid in 2018."""
    start, slash, end = period.partition("/")
    if slash and start == dates.OPEN:
        period = end
    first, last = dates.bounds(period)
    return first <= day <= last


def _newest(parts: Sequence[Row]) -> list[Row]:
    """Return the sum of each contributor whose period began last."""
    newest: dict[str, Row] = {}
    for part in parts:
        known = newest.get(part["contributor"])
        if known is None or dates.order(part["period"]) > dates.order(known["period"]):
            newest[part["contributor"]] = part
    return list(newest.values())


def _sum(part: Row, *, alone: bool, lang: str = "en", period: bool = False) -> str:
    """Return a sum in words with what makes it doubtful, or where it is told its `period`."""
    told = {"value", *(["period"] if period else [])}
    doubts = [part["status"]] * (part["status"] != "contributed")
    doubts += [said for of, said in roles.DOUBTS.items() if not told.isdisjoint(part.get(of, ()))]
    words = ([] if alone else [part["contributor"]]) + [worded(doubt, lang) for doubt in doubts]
    stated = part["stated_ko" if lang == "ko" else "stated"]
    return f"{stated} ({', '.join(words)})" if words else str(stated)


# --- documents -------------------------------------------------------------------------------------------------------


def documents(rows: Iterable[Row], entries: Iterable[Row], day: str) -> list[Row]:
    """Return the documents that existed on a day, each with `holds`, its `state`, and for whom it was in force.

    A state is `in force`, `in force for some`, `perhaps in force` or `not yet in force` where an entry into force is
    recorded, until the period is over that the document covers; `to come`, `running` or `over` where it covers one and
    none is; otherwise `signed` or `adopted`, which says nothing of its force.
    """
    entries_of: dict[str, list[Row]] = {}
    for entry in entries:
        entries_of.setdefault(entry["document"], []).append(entry)
    kept = []
    for row in rows:
        if not (holds := holds_on(row["date"], None, day)):
            continue
        entered: dict[str, list[str]] = {YES: [], PERHAPS: [], "no": []}
        answers = []
        for entry in entries_of.get(row["id"], ()):
            answer = holds_on(entry["date"], None, day) or "no"
            answers.append(answer)
            entered[answer] += entry["countries"]
        entered["no"] += row["not_in_force_for"]
        answers += ["no"] * bool(row["not_in_force_for"])
        kept.append(
            {
                **row,
                "holds": holds,
                "state": _force(answers) if answers and not is_over(row, day) else course(row, day),
                "in_force_for": entered[YES],
                "not_yet_in_force_for": entered["no"],
                "perhaps_in_force_for": entered[PERHAPS],
            }
        )
    return kept


def _force(answers: Sequence[str]) -> str:
    if YES in answers:
        return "in force" if set(answers) == {YES} else "in force for some"
    return "perhaps in force" if PERHAPS in answers else "not yet in force"


def is_over(row: Row, day: str) -> bool:
    """Say whether the period that a document covers had ended before a day."""
    return bool(row["period"]) and dates.bounds(row["period"])[1] < day


def course(row: Row, day: str) -> str:
    """Return how a document stood on a day by its period, `to come`, `running` or `over`; or that it was signed."""
    if row["period"]:
        return "over" if is_over(row, day) else "to come" if day < dates.bounds(row["period"])[0] else "running"
    return "signed" if row["signed"] else "adopted"


# --- statistics ------------------------------------------------------------------------------------------------------


def statistics(rows: Iterable[Row], day: str, read: str) -> list[Row]:
    """Return the newest figure of each kind whose period had ended by a day; figures without a period are left out.

    Figures are of one kind where record, indicator, name, unit and basis are the same. A period that is still running
    ends, for this purpose, on the day the sources were read: only then was its figure what it is.
    """
    newest: dict[tuple[Any, ...], list[Row]] = {}
    ends: dict[tuple[Any, ...], str] = {}
    for row in rows:
        if not row["period"]:
            continue
        end = dates.bounds(row["period"])[1]
        end = read if end == dates.LAST_DAY else end
        kind = tuple(row[name] for name in ("about", "indicator", "name", "unit", "basis"))
        if end > day or end < ends.get(kind, ""):
            continue
        if end > ends.get(kind, ""):
            newest[kind] = []
        ends[kind] = end
        newest[kind].append(row)
    return [row for found in newest.values() for row in found]


def _held(found: list[Row], every: list[Row], day: str) -> list[Row]:
    """Return which of the holders found held an office on a day; those who were not found may have held it as well."""
    held = {row["id"]: row["holds"] for row in holders(every, day)}
    return [{**row, "holds": held[row["id"]]} for row in found if row["id"] in held]


def columns(chosen: Sequence[str], added: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the columns a reader is shown: of those `--as-of` adds, only the ones that tell something."""
    rows, added = list(rows), set(added)
    silent: tuple[Any, ...] = (None, "", [], YES)
    return tuple(name for name in chosen if name not in added or any(row.get(name) not in silent for row in rows))


Read = Callable[[str], list[Row]]

HELD: dict[str, Callable[[list[Row], Read, str, str], list[Row]]] = {
    "frameworks": lambda found, read, day, known: frameworks(found, read("members"), day),
    "members": lambda found, read, day, known: members(found, read("frameworks"), day),
    "funds": lambda found, read, day, known: funds(found, read("contributions"), day),
    "documents": lambda found, read, day, known: documents(found, read("entries"), day),
    "projects": lambda found, read, day, known: running(found, "period", day),
    "holders": lambda found, read, day, known: _held(found, read("holders"), day),
    "statistics": lambda found, read, day, known: statistics(found, day, known),
}
"""What held on a day of the tables of which that is more than what had begun."""


def rows(table: Table, found: list[Row], read: Read, day: str, known: str) -> list[Row]:
    """Return what of a table's rows held on a day; `read` gives other tables, `known` is the day sources were read.

    Where nothing else is said of a table, what had begun by its date held, and what lasts while it ran.
    """
    if own := HELD.get(table.name):
        return own(found, read, day, known)
    date = table.first(roles.DATE)
    assert date, "a declaration is refused whose rows are asked about a day and have no date"
    return running(found, date, day) if roles.LASTS in table.fields[date].roles else begun(found, date, day)
