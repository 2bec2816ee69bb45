"""What a reader wants to know first of a framework, a fund, a series or a country: a few lines, each with its day.

What is said of a day to come, or of one that has passed, depends on the day it is asked on, which is an argument.
"""

from __future__ import annotations

from aseanrok import dates, schema, store
from aseanrok.cards.called import dated, doubt, named
from aseanrok.membership import standings
from aseanrok.values import Row
from aseanrok.views import NOT_HELD, Section, status_of
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Lines = list[tuple[str, str]]

SERIES = 8
"""So many series a short card tells of."""

PLANS = {"plan-of-action": "Plan of action", "work-plan": "Work plan"}
"""The kinds of documents that say what is done in which years, the one that counts first."""


def glance(whole: Row, lang: str, today: str, *, full: bool) -> Section | None:
    """Return the first part of a card, or None for a record that few others belong to."""
    tell = _TOLD.get(whole["table"])
    lines = tell(whole, lang, today, full) if tell else []
    lines += _differing(whole, lang) if tell else []
    return Section(worded("At a glance", lang), facts=tuple(lines)) if lines else None


def _framework(whole: Row, lang: str, today: str, full: bool) -> Lines:
    series = store.rows_naming("series", "frameworks", whole["id"])
    known: dict[str, list[Row]] = {each["id"]: [] for each in series}
    for meeting in store.rows_where("meetings", "series", known) if series else ():
        known[meeting["series"]].append(meeting)
    level = schema.table("series").fields["level"]
    series.sort(key=lambda each: (level.rank(each["level"]), -len(known[each["id"]])))
    met = [each for each in series if known[each["id"]]]
    shown = met if full or len(met) <= SERIES + 1 else met[:SERIES]
    lines = [(short_name(each, whole, lang), told(known[each["id"]], today, lang)) for each in shown]
    if rest := len(series) - len(shown):
        others = "No meeting recorded" if len(shown) == len(met) else "… others"
        lines.append((worded(others, lang), worded("{} series: {}", lang, rest, f"aseanrok series {whole['id']}")))
    lines += _plans(whole, lang, today)
    for fund in store.rows_naming("funds", "frameworks", whole["id"]):
        if newest := schema.table("funds").worded(fund, "newest_sum", lang):
            name = fund["abbreviation"] or schema.table("funds").label(fund, lang)
            lines.append((worded("Fund ({})", lang, name), newest))
    return lines


def short_name(series: Row, framework: Row, lang: str) -> str:
    """Return what a series is called on its framework's card: without the framework's name before it."""
    name = schema.table("series").label(series, lang)
    before = [framework["name"], framework["name_ko"], framework["abbreviation"], *framework["aliases"]]
    for known in sorted(filter(None, before), key=len, reverse=True):
        if name.startswith(f"{known} "):
            rest = name[len(known) + 1 :]
            return rest[0].upper() + rest[1:]
    return name


def told(meetings: Iterable[Row], today: str, lang: str = "en") -> str:
    """Return how a series stands: how many meetings were held, the last, and what was announced or put off after it."""
    meetings = list(meetings)
    dated = sorted((each for each in meetings if each["date"]), key=lambda each: dates.bounds(each["date"])[1])
    held = [each for each in dated if each["status"] not in NOT_HELD]
    last = held[-1] if held else None
    parts = []
    if last:
        count = sum(each["status"] not in NOT_HELD for each in meetings)  # those without a date were held as well
        # Where fewer are recorded than its number says there were, they are not all that were held.
        is_all = not last["ordinal"] or last["ordinal"] <= count
        told = "{} held; last {}" if is_all else "{} recorded; last {}"
        parts.append(worded(told, lang, count, _meeting(last, lang)))
    after = [each for each in dated if each["status"] in NOT_HELD and (last is None or _is_after(each, last))]
    parts += [_standing(each, today, lang) for each in after]
    return "; ".join(parts)


def _is_after(meeting: Row, last: Row) -> bool:
    return dates.bounds(meeting["date"])[0] > dates.bounds(last["date"])[1]


def _standing(meeting: Row, today: str, lang: str) -> str:
    """Return what became of a meeting that is not known to have been held."""
    status, number = meeting["status"], _number(meeting, lang)
    when = dated(meeting, lang)
    which = f"{number} ({when})" if number else when
    if status != "announced":
        return f"{which} {status_of(status, lang)}"
    if late := unreported(meeting, today, lang):
        return worded("{} announced{}", lang, which, late)
    return worded("next {}, announced", lang, _meeting(meeting, lang))


def _meeting(meeting: Row, lang: str) -> str:
    """Return a meeting within its series: `13th, 11 July 2025, Kuala Lumpur, Malaysia`."""
    which = _number(meeting, lang)
    when = dated(meeting, lang)
    is_virtual = meeting["mode"] == "virtual"
    place = (lang == "ko" and meeting.get("place_ko")) or meeting["place"]
    where = worded("virtual", lang) if is_virtual else place
    where = where and where + doubt(meeting, "mode" if is_virtual else "place", lang)
    return ", ".join(part for part in (which, when, where) if part)


def unreported(meeting: Row, today: str, lang: str) -> str:
    """Return what is said of a meeting that was announced for a day that has passed; nothing of any other."""
    if meeting.get("status") != "announced" or not meeting["date"] or dates.bounds(meeting["date"])[1] >= today:
        return ""
    return worded(", no report recorded", lang)


def _number(meeting: Row, lang: str) -> str:
    return f"{number}{doubt(meeting, 'ordinal', lang)}" if (number := nth(meeting, lang)) else ""


def nth(meeting: Row, lang: str) -> str:
    from aseanrok.words.english import ordinal  # no other card counts meetings

    number = meeting["ordinal"]
    return (f"제{number}차" if lang == "ko" else ordinal(number)) if number else ""


def _plans(whole: Row, lang: str, today: str) -> Lines:
    """Return the plans in force on a day; where none is, the newest, and that its years are over."""
    documents = store.rows_naming("documents", "frameworks", whole["id"])
    plans = [each for each in documents if each["kind"] in PLANS and each["period"]]
    plans.sort(key=lambda each: (list(PLANS).index(each["kind"]), dates.bounds(each["period"])[1]))
    replaced = {each["replaces"] for each in documents}
    running = [each for each in plans if dates.bounds(each["period"])[0] <= today <= dates.bounds(each["period"])[1]]
    running = [each for each in running if each["id"] not in replaced] or running
    newest = [each for each in plans if each["kind"] == plans[0]["kind"]][-1:]
    lines = []
    for plan in running or newest:
        title = schema.table("documents").label(plan, lang)
        years = dates.in_words(plan["period"])
        parts = [title if years in title else f"{title} ({years})"]
        if plan["date"] and plan["date"] != plan["period"]:
            parts.append(worded("adopted {}", lang, dated(plan, lang)))
        if plan not in running:
            begun = dates.bounds(plan["period"])[0] <= today
            parts.append(worded("over, no later one recorded" if begun else "to come", lang))
        lines.append((worded(PLANS[plan["kind"]], lang), ", ".join(parts)))
    return lines


def _fund(whole: Row, lang: str, today: str, full: bool) -> Lines:
    newest = schema.table("funds").worded(whole, "newest_sum", lang)
    lines = [(worded("Newest sum", lang), newest)] if newest else []
    if projects := sum(each["table"] == "projects" for each in whole.get("relations", ())):
        count = worded("{} recorded", lang, projects)
        lines.append((worded("Projects", lang), f"{count}: aseanrok projects {whole['id']}"))
    return lines


def _series(whole: Row, lang: str, today: str, full: bool) -> Lines:
    meetings = store.rows_where("meetings", "series", (whole["id"],))
    return [(worded("Meetings", lang), told(meetings, today, lang))] if meetings else []


def _country(whole: Row, lang: str, today: str, full: bool) -> Lines:
    lines = []
    members = [row for row in store.rows_where("members", "country", (whole["iso3"],)) if not row["left"]]
    for heading, own in standings(members, lang, schema.table("members").fields["role"].words):
        ids = list(dict.fromkeys(row["framework"] for row in own))
        known = {row["id"]: row["abbreviation"] for row in store.rows_where("frameworks", "id", ids)}
        names = zip(ids, named(ids, "frameworks", lang), strict=True)
        which = ", ".join(name if lang == "ko" else known[id] or name for id, name in names)
        lines.append((heading, which))
    hosted = [row for row in store.rows_where("meetings", "country", (whole["iso3"],)) if row["status"] not in NOT_HELD]
    if hosted:
        last = max(hosted, key=lambda row: dates.bounds(row["date"])[1] if row["date"] else "")
        title = schema.table("meetings").label(last, lang)
        newest = f"{title}, {dated(last, lang)}" if last["date"] else title
        told = "{} meeting; last {}" if len(hosted) == 1 else "{} meetings; last {}"
        lines.append((worded("Host of", lang), worded(told, lang, len(hosted), newest)))
    return lines


def _differing(whole: Row, lang: str) -> Lines:
    """Return on how many points sources differ, and the command that lists them."""
    if whole["table"] == "frameworks":
        count, of = len(store.rows_naming("conflicts", "frameworks", whole["id"])), f"--framework {whole['id']}"
    elif whole["table"] == "series":  # also about its meetings, as the command lists them
        ids = [row["id"] for row in store.rows_where("meetings", "series", (whole["id"],))]
        count, of = len(store.rows_where("conflicts", "about", (whole["id"], *ids))), whole["id"]
    else:
        count, of = len(whole.get("conflicts", ())), whole["id"]
    if not count:
        return []
    points = "on {} point: {}" if count == 1 else "on {} points: {}"
    return [(worded("Sources differ", lang), worded(points, lang, count, f"aseanrok conflicts {of}"))]


_TOLD: dict[str, Callable[[Row, str, str, bool], Lines]] = {
    "frameworks": _framework,
    "funds": _fund,
    "series": _series,
    "countries": _country,
}
