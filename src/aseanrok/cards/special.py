"""The parts that only the cards of frameworks, countries, sources and series have."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cards.parts import place
from aseanrok.values import Row
from aseanrok.views import Listing, Section
from aseanrok.wording import worded


def listed_under(whole: Row, lang: str) -> list[Section]:
    """Return what belongs to a framework: its series, funds and the like by name, and how many dated acts."""
    rows = [row for row in store.table("index") if whole["id"] in row["frameworks"]]
    sections = []
    for table in schema.tables():
        items = tuple(f"{_title(row, lang)} [{row['id']}]" for row in rows if row["table"] == table.name)
        if table.on_framework and items:
            sections.append(Section(table.titled(lang), items=items))
    acts = sum(whole["id"] in row["frameworks"] for row in store.table("timeline"))
    more = worded("{} dated acts: {}", lang, acts, f"aseanrok timeline --framework {whole['id']}")
    return [*sections, Section(schema.table("timeline").titled(lang), items=(more,))]


def hosted(whole: Row, lang: str) -> list[Section]:
    """Return where a country belongs, and what took place there."""
    members = store.rows_where("members", "country", (whole["iso3"],))
    acts = store.rows_where("timeline", "country", (whole["iso3"],))
    sections = []
    if members:
        table = schema.table("members")
        listing = Listing(members, ("framework", "role", "joined"), table, lang)
        sections.append(Section(table.titled(lang), listing=listing))
    if acts:
        listing = Listing(acts, ("date", "id", "title"), schema.table("timeline"), lang)
        sections.append(Section(f"{worded('Held there', lang)} ({len(acts)})", listing=listing))
    return sections


def resting(source: str, lang: str) -> list[Section]:
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
        Section(f"{schema.table(table).titled(lang)} ({len(items)})", items=tuple(items))
        for table, items in groups.items()
    ]


def _title(row: Row, lang: str) -> str:
    return str((lang == "ko" and row["title_ko"]) or row["title"])


def beyond(whole: Row, lang: str = "en") -> str:
    """Return what coverage cannot tell, so that nobody takes it for completeness."""
    if whole["kind"] == "table":
        return worded("What is recorded; how much there is beyond it is not known from here.", lang)
    if whole["highest"] is None:
        return worded("Its meetings carry no numbers; how many there were is not known from here.", lang)
    known = "Measured against the highest number recorded, {}; what came after is not known from here."
    return worded(known, lang, whole["highest"])
