"""The parts that only the cards of frameworks, countries, cities, sources and series have."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cards.called import dated
from aseanrok.cards.force import stands
from aseanrok.cards.parts import place
from aseanrok.cards.short import MOST, Cut
from aseanrok.errors import typed
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.views import NOT_HELD, Listing, Section, status_of, telling
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

NAMED = 3
"""Up to so many things of a kind are named on a short card; of more, only their number is told."""


def listed_under(whole: Row, lang: str, cut: Cut) -> list[Section]:
    """Return what belongs to a framework: its texts, funds and the like by name, and how many dated acts.

    Its series are told at a glance, and by name only where the card is whole.
    """
    sections, counted = [], []
    for table in schema.tables():
        if not table.on_framework or (table.name == "series" and not cut.full):
            continue
        rows = store.rows_naming(table.name, "frameworks", whole["id"])
        forces = stands([row["id"] for row in rows], lang) if table.name == "documents" else {}
        items = tuple(_listed(table, row, lang, forces) for row in rows)
        if items and not cut.full and table.name != "documents":
            few = len(items) <= NAMED
            names = "; ".join(table.label(row, lang) for row in rows)
            counted.append(
                (table.titled(lang), names if few else f"{len(items)}: aseanrok {cut.listed_by(table.name)}")
            )
        elif items:
            part = Section(table.titled(lang), items=items)
            sections.append(cut.part(part, cut.listed_by(table.name), newest=table.name == "documents"))
    acts = len(store.rows_naming("timeline", "frameworks", whole["id"]))
    if not cut.full:
        acts_title = schema.table("timeline").titled(lang)
        counted.append((acts_title, f"{acts}: aseanrok timeline --framework {whole['id']}"))
        return [*sections, Section(worded("Also", lang), facts=tuple(counted))]
    more = worded("{} dated acts: {}", lang, acts, f"aseanrok timeline --framework {whole['id']}")
    return [*sections, Section(schema.table("timeline").titled(lang), items=(more,))]


def _listed(table: Table, row: Row, lang: str, forces: Mapping[str, str]) -> str:
    when = f", {dated(row, lang)}" if row.get("date") else ""
    force = f"; {forces[row['id']]}" if row["id"] in forces else ""
    return f"{table.label(row, lang)}{when}{force} [{row['id']}]"


MET = ("date", "place", "mode", "title", "chairs", "for_rok", "outcomes")
"""What a reader is shown of the meetings of a series."""


def met(meetings: Listing, lang: str) -> list[Section]:
    """Return the meetings of a series under a heading that counts apart those that were not held.

    Who chaired and who was there for the ROK is shown where it is recorded of any, and nobody twice.
    """
    rows = list(meetings.rows)
    if not rows:
        return []
    title = meetings.table.titled(lang)
    if meetings.table.is_of_groups:
        return [Section(f"{title} ({sum(row['count'] for row in rows)})", listing=meetings.replace(rows=rows))]
    if not meetings.chosen and "for_rok" in meetings.columns:
        rows = [{**row, "for_rok": None} if f"{row.get('for_rok')} (ROK)" in row["chairs"] else row for row in rows]
        told = telling(("chairs", "for_rok"), rows, meetings.table)
        kept = [name for name in meetings.columns if name not in ("chairs", "for_rok") or name in told]
        meetings = meetings.replace(columns=tuple(kept))
    known = [row.get("status") or "held" for row in rows]
    said = f"{len(rows)}"
    if set(known) - {"held"}:
        counts = {name: known.count(name) for name in ("held", *NOT_HELD) if name in known}
        said = ", ".join(
            f"{status_of(name, lang)} {count}" if lang == "ko" else f"{count} {name}" for name, count in counts.items()
        )
    return [Section(f"{title} ({said})", listing=meetings.replace(rows=rows))]


def hosted(whole: Row, lang: str, cut: Cut) -> list[Section]:
    """Return where a country belongs, and what took place there."""
    members = store.rows_where("members", "country", (whole["iso3"],))
    sections = []
    if members:
        table = schema.table("members")
        columns = telling(("framework", "role", "joined", "left", "note"), members, table)
        used = columns if cut.full else tuple(name for name in columns if name != "note")
        listing = Listing(members, used, table, lang)
        title, command = schema.table("frameworks").titled(lang), f"members --country {whole['id']}"
        part = cut.part(Section(title, listing=listing), command, most=MOST)
        sections.append(part if used == columns else part.replace(more=part.more or cut.notes))
    acts = store.rows_where("timeline", "country", (whole["iso3"],))
    return [
        *sections,
        *_with_rok(whole, lang, cut),
        *_took_place(acts, f"timeline --place {typed(whole['short_name'] or whole['name'])}", lang, cut),
    ]


def _with_rok(country: Row, lang: str, cut: Cut) -> list[Section]:
    """Return what a country and the Republic of Korea did by name: relations, treaties, what it entered."""
    code, both = country["iso3"], {country["iso3"], "KOR"}
    if code == "KOR":
        return []
    parties: dict[str, set[str]] = {}
    entered = set()
    for row in store.table("entries"):
        parties.setdefault(row["document"], set()).update(row["countries"])
        if code in row["countries"]:
            entered.add((row["document"], row["date"]))
    own = {row["id"] for row in store.table("milestones") if both <= set(row["countries"])}
    own.update(id for id, known in parties.items() if known == both)
    acts = store.rows_where("timeline", "id", own | {id for id, _ in entered})
    rows = [row for row in acts if row["id"] in own or (row["id"], row["date"]) in entered]
    listing = Listing(rows, ("date", "title", "id"), schema.table("timeline"), lang)
    part = Section(f"{worded('With the ROK', lang)} ({len(rows)})", listing=listing)
    return [cut.part(part, newest=True, most=MOST)] if rows else []


def held_in(city: Row, lang: str, cut: Cut) -> list[Section]:
    """Return what took place in a city, and what was adopted there."""
    names = {city["name"], *city["aliases"]}
    acts = [row for row in store.table("timeline") if row["place"] and _is_at(row["place"], names)]
    texts = schema.table("documents")
    rows = [row for row in store.table("documents") if row["city"] and _is_in(row["city"], names)]
    listing = Listing(rows, ("date", "title", "id"), texts, lang)
    part = cut.part(Section(f"{texts.titled(lang)} ({len(rows)})", listing=listing), f"documents --place {city['id']}",
                    newest=True, most=MOST)  # fmt: skip
    return [*_took_place(acts, f"timeline --place {city['id']}", lang, cut), *([part] if rows else [])]


def _is_at(place: str, names: set[str]) -> bool:
    """Say whether a place, as the timeline writes it, is in a city that goes by one of these names: `Seoul, ROK`."""
    begins = tuple(f"{name}{mark}" for name in names for mark in (", ", " ("))
    return place.startswith(begins) or _is_in(place.partition(",")[0].partition(" (")[0], names)


def _is_in(city: str, names: set[str]) -> bool:
    """Say whether a city goes by one of these names, or is named together with it: Hua Hin of `Cha-am Hua Hin`."""
    return city in names or any(f" {name} " in f" {city} " for name in names)


def _took_place(acts: list[Row], command: str, lang: str, cut: Cut) -> list[Section]:
    if not acts:
        return []
    listing = Listing(acts, ("date", "title", "id"), schema.table("timeline"), lang)
    part = Section(f"{worded('What took place there', lang)} ({len(acts)})", listing=listing)
    return [cut.part(part, command, newest=True, most=MOST)]


def is_of_rok(meeting: Row) -> bool:
    """Say whether a meeting that was held is one of a framework to which the ROK belongs."""
    if meeting.get("status") in NOT_HELD:
        return False
    rok = store.rows_where("members", "country", ("KOR",))
    return any(row["framework"] in meeting["frameworks"] and row["role"] != "dialogue-partner" for row in rok)


def resting(source: str, lang: str, cut: Cut) -> list[Section]:
    """Return what rests on a source, table by table, each record once with every place it rests on."""
    places: dict[str, list[str]] = {}
    for citation in store.rows_where("citations", "source", (source,)):
        places.setdefault(citation["id"], []).append(place(citation))
    for statement in store.rows_where("statements", "source", (source,)):
        places.setdefault(statement["conflict"], []).append(statement["at"])
    groups: dict[str, list[str]] = {}
    for row in store.rows_where("index", "id", places):
        where = "; ".join(dict.fromkeys(places[row["id"]]))
        groups.setdefault(row["table"], []).append(f"{_title(row, lang)} [{row['id']}] - {where}")
    return [
        cut.part(Section(f"{schema.table(table).titled(lang)} ({len(items)})", items=tuple(items)))
        for table, items in groups.items()
    ]


def _title(row: Row, lang: str) -> str:
    return str((lang == "ko" and row["title_ko"]) or row["title"])


def beyond(whole: Row, lang: str = "en") -> str:
    """Return what coverage cannot tell, so that nobody takes it for completeness."""
    if whole["kind"] != "series":
        return worded("What is recorded; how much there is beyond it is not known from here.", lang)
    if whole["highest"] is None:
        return worded("Its meetings carry no numbers; how many there were is not known from here.", lang)
    known = "Measured against the highest number recorded, {}; what came after is not known from here."
    return worded(known, lang, whole["highest"])
