"""A record -> its card: everything known about one thing, what belongs to it, its sources and its conflicts.

What a card shows of a field, the table declares; only frameworks, countries and sources have parts of their own.
"""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.cards.called import countries_named, named
from aseanrok.cards.glance import glance, unreported
from aseanrok.cards.parts import belongings, differing, lists, related, relations, sources
from aseanrok.cards.short import BRIEFING, MOST, Cut
from aseanrok.cards.special import MET, beyond, held_in, hosted, is_of_rok, listed_under, met, resting
from aseanrok.cards.whole import full
from aseanrok.rows import by_number
from aseanrok.schema import Field, Table
from aseanrok.values import Row
from aseanrok.views import Card, Listing, Section, standing, text
from aseanrok.wording import date, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["card", "full"]


COVERED = ("not_recorded", "looked_for")
"""What the card of a series says of its coverage, and not once more of the series."""

SHORT = 3
"""A card that begins with how many points are in dispute tells of so many about the thing itself."""


def card(
    row: Row, lang: str = "en", own_rows: Listing | None = None, *, whole_length: bool = True, today: str = ""
) -> Card:
    """Return the card of a record; `own_rows` are rows that the command itself was asked for, and are never cut.

    `today` is an ISO day, by default the one the sources were last read on. Without `whole_length` long parts are cut.
    """
    whole = full(row)
    today = today or store.edition()["read"]
    cut = Cut(whole, full=whole_length, lang=lang)
    table = schema.table(whole["table"])
    disputes = _disputed(whole, lang)
    shown = own_rows.table.name if own_rows else None
    first = glance(whole, lang, today, full=whole_length) if cut.is_briefing else None
    sections = [cut.part(section, most=MOST) for section in lists(whole, table, lang, disputes)]
    if own_rows is not None:
        sections += met(own_rows, lang)
    elif table.name == "series":
        own = by_number(store.rows_where("meetings", "series", (whole["id"],)))
        about = schema.table("meetings")
        listing = Listing(own, about.as_read(MET), about, lang)
        sections += [cut.part(part, f"meetings {whole['id']}", newest=True) for part in met(listing, lang)]
    sections += belongings(whole, lang, shown, disputes, cut)
    sections += relations(whole, lang, cut)
    sections += _of_its_own(whole, lang, cut)
    if not whole_length and first is not None:
        itself = [each for each in whole.get("conflicts", ()) if each["about"] == whole["id"]]
        whole = {**whole, "conflicts": itself[: 0 if table.name == "frameworks" else SHORT]}
    sections += differing(whole, lang)
    sections += sources(whole, lang, cut) if table.name != "sources" else resting(whole["id"], lang, cut)
    called = _called(whole, table, lang)
    marked = disputes.get(called, "")
    if called in (whole.get("derived") or ()):  # no source has a name in the language
        marked = f" [{worded('worded here', lang)}]{marked}"
    return Card(
        title=table.label(whole, lang) + standing(whole, lang) + marked,
        kind=f"{table.name_ko if lang == 'ko' else table.singular} {whole['id']}",
        summary=beyond(whole, lang) if table.name == "coverage" else table.worded(whole, "summary", lang),
        facts=tuple(_facts(whole, table, lang, disputes, today)),
        sections=tuple(sections),
        glance=first,
        link=whole.get("url") or whole.get("website") or "",
    )


def _called(whole: Row, table: Table, lang: str) -> str:
    """Return the field that holds what a record is called in a language: that of its label, or its Korean twin."""
    label = table.first(roles.LABEL) or ""
    return f"{label}_ko" if lang == "ko" and whole.get(f"{label}_ko") else label


def _of_its_own(whole: Row, lang: str, cut: Cut) -> list[Section]:
    if whole["table"] == "frameworks":
        return listed_under(whole, lang, cut)
    if whole["table"] == "places":
        return held_in(whole, lang, cut)
    return hosted(whole, lang, cut) if whole["table"] == "countries" else []


def _disputed(whole: Row, lang: str) -> dict[str, str]:
    """Return, for each field on which sources differ, what is written beside its value."""
    ids: dict[str, list[str]] = {}
    for conflict in whole.get("conflicts", ()):
        for name in conflict["disputes"] if conflict["about"] == whole["id"] else ():
            ids.setdefault(name, []).append(conflict["id"])
    told = {name: f" [{worded('disputed', lang)}: {', '.join(found)}]" for name, found in ids.items()}
    # What is told again of another record is in dispute there.
    return {**{name: f" [{worded('disputed', lang)}]" for name in whole.get("disputed", ())}, **told}


def _facts(whole: Row, table: Table, lang: str, disputes: dict[str, str], today: str) -> list[tuple[str, str]]:
    """Return what is said of a record in a line each: heading and value."""
    facts = []
    told = {"newest_sum", "held", "last", "next"} if table.name in BRIEFING else set()  # at a glance, above
    told.update(COVERED if whole.get("coverage") else ())  # below
    if about := store.find(whole["about"]) if whole.get("about") else None:
        facts.append((worded("About", lang), related({**about, "to": about["id"], "date": None}, lang)))
    label, heading = table.first(roles.LABEL) or "", _called(whole, table, lang)
    for name, field in table.fields.items():
        if name == heading != label:  # it stands above; here the English name does
            here = f" [{worded('worded here', lang)}]" if label in whole.get("derived", ()) else ""
            facts.append((table.fields[label].titled(lang), f"{whole[label]}{here}{disputes.get(label, '')}"))
            continue
        value = whole.get(name)
        says = value not in (None, "", []) and value is not False  # 0 is a value, and equals False
        says = says and (value != field.usual or roles.APART in field.roles)
        if field.card == roles.FACT and name not in told and says:
            mark = "worded here" if name.endswith("_ko") else "derived"
            derived = f" [{worded(mark, lang)}]" if name in whole.get("derived", ()) else ""
            late = unreported(whole, today, lang) if name == "status" else ""
            said = _value(field, _said(table, whole, name, lang), lang)
            facts.append((field.titled(lang), said + late + derived + disputes.get(name, "")))
        elif (field.is_expected(whole) or (name == "for_rok" and is_of_rok(whole))) and value in (None, "", []):
            facts.append((field.titled(lang), worded("not recorded", lang)))
    known = schema.table("coverage")
    for measured in whole.get("coverage", ()):  # what is missing and where it was looked for stand together
        names = [name for name in COVERED if measured[name]]
        facts.extend((known.fields[name].titled(lang), text(known.worded(measured, name, lang))) for name in names)
    facts += _beside(whole, table.name, lang)
    if whole.get("frameworks"):
        facts.append((worded("Frameworks", lang), ", ".join(named(whole["frameworks"], "frameworks", lang))))
    return facts


def _beside(whole: Row, table: str, lang: str) -> list[tuple[str, str]]:
    """Return what a card tells of others of its kind: the year before a figure, who held an office before and after."""
    if table == "statistics":
        from aseanrok.cards.figures import year_before  # each only where it is told

        return year_before(whole, lang)
    if table in ("holders", "offices"):
        from aseanrok.cards import held

        return held.around(whole, lang) if table == "holders" else held.unheld(whole, lang)
    return []


def _said(table: Table, whole: Row, name: str, lang: str) -> Any:
    """Return a value in a language; dates and shares are worded where they are laid out."""
    field = table.fields[name]
    return whole[name] if field.type in ("date", "number") else table.worded(whole, name, lang)


def _value(field: Field, value: Any, lang: str) -> str:
    if roles.SHARE in field.roles:
        return f"{value:.0%}"
    if field.type == "date":
        return date(value, lang)
    if roles.COUNTRY in field.roles and roles.NAME not in field.roles:
        return ", ".join(countries_named(value if isinstance(value, list) else [value], lang))
    if isinstance(value, list):
        return field.parted.join(value)
    return text(value)
