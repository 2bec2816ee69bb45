"""A record -> its card: everything known about one thing, what belongs to it, its sources and its conflicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aseanrok import dates, store
from aseanrok.views import DATES, LABELS, SHARES, Card, Listing, Row, Section, heading, label, text

HIDDEN = {
    "id", "table", "name", "title", "term", "question", "summary", "sources", "frameworks", "city", "country", "series",
    "documents", "meeting", "agreed_at", "established_at", "announced_at", "amends", "implements", "succeeds", "fund",
    "parts", "about", "outcomes", "priorities", "areas", "pillars", "value", "unit", "qualifier", "statements",
    "field", "iso2", "short_name", "citations", "relations", "conflicts", "countries_", "ordinal", "disputed",
    "disputes", "ordinals", "holes",
}  # fmt: skip
"""Fields that a card shows elsewhere: in its heading, its lists or among its relations."""

PLAIN = (("confidence", "high"), ("status", "held"))
"""What goes without saying."""

BULLETS = ("outcomes", "priorities", "areas", "pillars")

ORDER = ("series", "at", "meeting", "agreed at", "established at", "announced at")


def full(row: Row) -> Row:
    """Return a record with everything that belongs to it: the row, and lists of rows that point at it."""
    id = row["id"]
    if row["table"] == "coverage":  # its id is that of the series or table it measures
        return row
    belongings = {
        name: [other for other in store.table(name) if other[key] == id and other is not row]
        for name, key in (
            ("contributions", "fund"),
            ("members", "framework"),
            ("statistics", "about"),
            ("relations", "id"),
            ("citations", "id"),
            *((("coverage", "id"),) if row["table"] == "series" else ()),
        )
    }
    about = [conflict for conflict in store.table("conflicts") if conflict["about"] == id or conflict["id"] == id]
    statements = store.table("statements")
    belongings["conflicts"] = [
        {**conflict, "statements": [s for s in statements if s["conflict"] == conflict["id"]]} for conflict in about
    ]
    return {**row, **{name: rows for name, rows in belongings.items() if rows}}


def card(row: Row, lang: str = "en", own_rows: Listing | None = None) -> Card:
    """Return the card of a record; `own_rows` are rows that the command itself found to belong to it."""
    whole = full(row)
    table = whole["table"]
    documented = [field["name"] for field in store.fields(table)]
    disputes = _disputed(whole)
    facts = [
        (heading(name, lang), _fact(name, whole[name]) + disputes.get(name, ""))
        for name in documented
        if name not in HIDDEN and whole.get(name) not in (None, "", [], False) and (name, whole[name]) not in PLAIN
    ]
    if "about" in whole and (about := store.find(whole["about"])):
        facts.insert(0, (heading("about", lang), _related({"to": about["id"], "title": about["title"], "date": None})))
    if table == "documents":  # its date is that of its signature or adoption, which say more
        facts = [fact for fact in facts if fact[0] != heading("date", lang)]
    for measured in whole.get("coverage", ()):
        if measured["not_recorded"]:
            facts.append((heading("not_recorded", lang), measured["not_recorded"]))
    if whole.get("frameworks"):
        facts.append((heading("frameworks", lang), ", ".join(_names(whole["frameworks"], "frameworks", lang))))
    sections = [*_bullets(whole, lang, disputes)]
    if own_rows is not None and (count := sum(1 for _ in own_rows.rows)):
        sections.append(Section(f"{heading(own_rows.table, lang)} ({count})", listing=own_rows))
    sections += _belongings(whole, lang, own_rows.table if own_rows else None, disputes)
    sections += _hosted(whole, lang)
    sections += _differing(whole)
    sections += _sources(whole, lang)
    return Card(
        title=label(whole, lang) + next((disputes[name] for name in LABELS if name in disputes), ""),
        kind=f"{SINGULAR.get(table, table)} {whole['id']}",
        summary=_beyond(whole) if table == "coverage" else whole.get("summary"),
        facts=tuple(facts),
        sections=tuple(sections),
    )


SINGULAR = {
    "frameworks": "framework", "countries": "country", "series": "series", "meetings": "meeting",
    "milestones": "milestone", "documents": "document", "funds": "fund", "projects": "project",
    "institutions": "institution", "programmes": "programme", "policies": "policy", "statistics": "statistic",
    "glossary": "term", "sources": "source", "conflicts": "conflict", "coverage": "coverage of",
}  # fmt: skip


def _disputed(whole: Row) -> dict[str, str]:
    """Return, for each field on which sources differ, what is written beside its value."""
    ids: dict[str, list[str]] = {}
    for conflict in whole.get("conflicts", ()):
        for name in conflict["disputes"] if conflict["about"] == whole["id"] else ():
            ids.setdefault(name, []).append(conflict["id"])
    return {name: f" [disputed: {', '.join(found)}]" for name, found in ids.items()}


def _beyond(whole: Row) -> str:
    """Return what coverage cannot tell, so that nobody takes it for completeness."""
    if whole["kind"] == "table":
        return "What is recorded; how much there is beyond it is not known from here."
    if whole["highest"] is None:
        return "Its meetings carry no numbers; how many there were is not known from here."
    return f"Measured against the highest number recorded, {whole['highest']}; what came after is not known from here."


def _fact(name: str, value: Any) -> str:
    if name in SHARES:
        return f"{value:.0%}"
    if name in ("date", "read") or name in DATES:
        return dates.in_words(value)
    if name in ("not_in_force_for", "countries"):
        return ", ".join(_names(value, "countries"))
    if name == "country":
        return ", ".join(_names([value], "countries"))
    if name == "in_force":
        return "; ".join(_entry(entry) for entry in value)
    return ", ".join(value) if isinstance(value, list) else text(value)


def _entry(entry: str) -> str:
    when, _, codes = entry.partition(": ")
    return dates.in_words(when) + (f" for {', '.join(_names(codes.split(', '), 'countries'))}" if codes else "")


def _names(ids: Iterable[str], table: str, lang: str = "en") -> list[str]:
    key = "iso3" if table == "countries" else "id"
    known = {row[key]: row.get("short_name") or label(row, lang) for row in store.table(table)}
    return [known.get(id, id) for id in ids]


def _bullets(whole: Row, lang: str, disputes: dict[str, str]) -> list[Section]:
    return [
        Section(heading(name, lang) + disputes.get(name, ""), items=tuple(whole[name]))
        for name in BULLETS
        if whole.get(name)
    ]


def _belongings(whole: Row, lang: str, shown: str | None, disputes: dict[str, str]) -> list[Section]:
    sections = []
    for name, columns in (
        ("contributions", ("period", "stated", "kind", "status", "note")),
        ("members", ("joined", "role", "name")),
        ("statistics", ("period", "stated", "basis", "name")),
    ):
        if name != shown and (rows := whole.get(name)):
            title = heading("figures" if name == "statistics" else name, lang) + disputes.get(name, "")
            used = tuple(column for column in columns if any(row.get(column) for row in rows))
            sections.append(Section(title, listing=Listing(rows, used, name, lang)))
    groups: dict[str, list[Row]] = {}
    for relation in whole.get("relations", ()):
        if relation["table"] == shown or relation["relation"] in ("framework", "about", "figure"):
            continue
        groups.setdefault(relation["relation"], []).append(relation)
    for name in sorted(groups, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name)):
        items = tuple(_related(relation) for relation in groups[name])
        sections.append(Section(name[0].upper() + name[1:], items=items))
    return sections


def _related(relation: Row) -> str:
    when = f", {dates.in_words(relation['date'])}" if relation["date"] else ""
    return f"{relation['title']}{when} [{relation['to']}]"


def _hosted(whole: Row, lang: str) -> list[Section]:
    """Return, for a framework or a country, what the index knows of it."""
    table = whole["table"]
    if table == "frameworks":
        kept = ("series", "funds", "institutions", "programmes", "policies")
        rows = [row for row in store.table("index") if whole["id"] in row["frameworks"]]
        sections = [
            Section(
                heading(name, lang),
                items=tuple(f"{row['title']} [{row['id']}]" for row in rows if row["table"] == name),
            )
            for name in kept
        ]
        acts = [row for row in store.table("timeline") if whole["id"] in row["frameworks"]]
        more = f"{len(acts)} dated acts: aseanrok timeline --framework {whole['id']}"
        return [*(section for section in sections if section.items), Section("Timeline", items=(more,))]
    if table == "countries":
        code = whole["iso3"]
        members = [row for row in store.table("members") if row["country"] == code]
        acts = [row for row in store.table("timeline") if row["country"] == code]
        sections = []
        if members:
            columns = ("framework", "role", "joined")
            sections.append(Section(heading("members", lang), listing=Listing(members, columns, "members", lang)))
        if acts:
            listing = Listing(acts, ("date", "id", "title"), "timeline", lang)
            sections.append(Section(f"Held there ({len(acts)})", listing=listing))
        return sections
    return []


def _differing(whole: Row) -> list[Section]:
    sections = []
    known = {row["id"]: row for row in store.table("sources")}
    for conflict in whole.get("conflicts", ()):
        own = conflict["id"] == whole["id"]
        says = tuple(
            f"{s['says']}{' (followed)' if s['followed'] else ''} - "
            f"{known[s['source']]['publisher']}: {known[s['source']]['title']}, {s['at']}"
            for s in conflict["statements"]
        )
        if own:  # the card itself says which is followed, and why
            sections.append(Section("Statements", items=says))
            continue
        follows = f"Followed: {conflict['follows']}. {conflict['because']}"
        what = "A misprint" if conflict["kind"] == "misprint" else "Sources differ"
        sections.append(Section(f"{what}: {conflict['question']} [{conflict['id']}]", items=(*says, follows)))
    return sections


def _sources(whole: Row, lang: str) -> list[Section]:
    if whole["table"] == "sources":
        return _resting(whole["id"], lang)
    known = {row["id"]: row for row in store.table("sources")}
    places: dict[str, list[str]] = {}
    for citation in whole.get("citations", ()):
        places.setdefault(citation["source"], []).append(_place(citation))
    if whole["table"] == "conflicts":  # a conflict rests on what its statements quote
        for statement in store.table("statements"):
            if statement["conflict"] == whole["id"]:
                places.setdefault(statement["source"], []).append(statement["at"])
    ordered = sorted(places, key=lambda id: ("official", "agency", "reference", "press").index(known[id]["kind"]))
    items = tuple(f"{_source(known[id])}. {'; '.join(dict.fromkeys(places[id]))}. {known[id]['url']}" for id in ordered)
    return [Section(heading("sources", lang), items=items, quiet=True)] if items else []


def _source(row: Row) -> str:
    when = f", {dates.in_words(row['published'])}" if row["published"] else ""
    return f"{row['publisher']}: {row['title']}; {row['kind']}{when}"


def _place(citation: Row) -> str:
    of = ", ".join(citation["fields"]) or citation["part"]
    return f"{citation['at']} ({of})" if of else str(citation["at"])


def _resting(source: str, lang: str) -> list[Section]:
    """Return what rests on a source, table by table, each record once with every place it rests on."""
    places: dict[str, list[str]] = {}
    for citation in store.table("citations"):
        if citation["source"] == source:
            places.setdefault(citation["id"], []).append(_place(citation))
    for statement in store.table("statements"):
        if statement["source"] == source:
            places.setdefault(statement["conflict"], []).append(statement["at"])
    groups: dict[str, list[str]] = {}
    for row in store.table("index"):
        if row["id"] in places:
            where = "; ".join(dict.fromkeys(places[row["id"]]))
            groups.setdefault(row["table"], []).append(f"{row['title']} [{row['id']}] - {where}")
    return [Section(f"{heading(table, lang)} ({len(items)})", items=tuple(items)) for table, items in groups.items()]
