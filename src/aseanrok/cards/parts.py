"""The parts that any card may have: lists, rows that belong to the record, relations, disputes, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aseanrok import dates, roles, schema, store
from aseanrok.cards.short import FEW, MOST, Cut
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.views import Listing, Section, standing, telling


def lists(whole: Row, table: Table, lang: str, disputes: dict[str, str]) -> Iterator[Section]:
    """Yield a part for each field that a card shows as a list: outcomes, priorities."""
    for name, field in table.fields.items():
        if field.card == roles.LIST and whole.get(name):
            yield Section(field.titled(lang) + disputes.get(name, ""), items=tuple(whole[name]))


def belongings(whole: Row, lang: str, shown: str | None, disputes: dict[str, str], cut: Cut) -> Iterator[Section]:
    """Yield a part for each table with rows that belong to the record; `shown` is one that is shown already."""
    for table in schema.tables():
        rows = whole.get(table.name)
        if table.belongs and rows and table.name != shown:
            heading = table.belongs["heading_ko" if lang == "ko" else "heading"] or table.titled(lang)
            command, more = cut.listed_by(table.name), ""
            columns = table.belongs["columns"]
            if not cut.full and len(rows) > cut.most and table.name == "statistics":
                count, rows = len(rows), _newest(rows)
                heading += f" ({count}건 중 최신)" if lang == "ko" else f" (the newest of {count})"
                more = cut.said(count - len(rows), command)
            if not cut.full and len(rows) > FEW and any(row.get("note") for row in rows):
                columns = [name for name in columns if name != "note"]
                more = f"\u2026 {'유의 사항' if lang == 'ko' else 'notes'}: aseanrok {cut.whole_card}"
            used = table.as_read(telling(columns, rows, table))
            listing = Listing(rows, used, table, lang)
            most = MOST if table.name == "members" else 0  # who belongs is asked for first
            newest = table.name == "contributions"
            part = cut.part(Section(heading, listing=listing), command, newest=newest, most=most)
            yield part.replace(heading=part.heading + disputes.get(table.name, ""), more=part.more or more)


def _newest(figures: Iterable[Row]) -> list[Row]:
    """Return the newest figure of what is measured most, and of each other thing that is measured."""
    kinds: dict[str, list[Row]] = {}
    for row in figures:
        kinds.setdefault(row["indicator"], []).append(row)
    newest = [max(rows, key=lambda row: _end(row["period"])) for rows in kinds.values()]
    return sorted(newest, key=lambda row: -len(kinds[row["indicator"]]))[:FEW]


def _end(period: str | None) -> tuple[str, str]:
    """Return a sort key for the period of a figure: the later it ends, and the longer it is, the more it tells."""
    if not period:
        return "", ""
    first, last = dates.bounds(period)
    return last, "" if first == dates.FIRST_DAY else first


UNSAID = ("framework", "about", "figure")
"""Relations that a card tells otherwise: in a fact, or as rows that belong to the record."""


def relations(whole: Row, lang: str, shown: str | None, cut: Cut) -> Iterator[Section]:
    """Yield a part for each word by which records belong to this one, those that lead before the others."""
    told = {row["id"] for table in schema.tables() if table.belongs for row in whole.get(table.name, ()) if "id" in row}
    groups: dict[str, list[Row]] = {}
    for relation in whole.get("relations", ()):
        if relation["table"] != shown and relation["relation"] not in UNSAID and relation["to"] not in told:
            groups.setdefault(relation["relation"], []).append(relation)
    for name in sorted(groups, key=lambda name: (groups[name][0]["rank"], name)):
        tables = {relation["table"] for relation in groups[name]}
        command = cut.listed_by(tables.pop()) if len(tables) == 1 and name == "projects" else ""
        part = Section(name[0].upper() + name[1:], items=tuple(map(related, groups[name])))
        yield cut.part(part, command, most=cut.aside)


def related(relation: Row) -> str:
    """Return a record as another's card names it: `2nd Mekong-ROK Summit, 13 November 2020 [mekong-rok-summit-2]`."""
    when = f", {dates.in_words(relation['date'])}" if relation["date"] else ""
    return f"{relation['title']}{standing(relation)}{when} [{relation['to']}]"


def named(ids: Iterable[str], table: str, lang: str = "en") -> list[str]:
    """Return what the records of some ids are called, in the order of the ids."""
    ids = list(ids)
    known = {row["id"]: schema.table(table).label(row, lang) for row in store.rows_where(table, "id", ids)}
    return [known.get(id, id) for id in ids]


def countries_named(codes: Iterable[str]) -> list[str]:
    """Return countries by their short names, in the order of their ISO 3166-1 alpha-3 codes."""
    codes = list(codes)
    known = {row["iso3"]: row["short_name"] or row["name"] for row in store.rows_where("countries", "iso3", codes)}
    return [known.get(code, code) for code in codes]


def differing(whole: Row) -> Iterator[Section]:
    """Yield a part for each conflict: what each source says, which is followed, and why."""
    conflicts = whole.get("conflicts", ())
    ids = [each["source"] for conflict in conflicts for each in conflict["statements"]]
    known = {row["id"]: row for row in store.rows_where("sources", "id", ids)} if ids else {}
    for conflict in conflicts:
        says = tuple(_statement(each, known[each["source"]]) for each in conflict["statements"])
        if conflict["id"] == whole["id"]:  # the card itself says which is followed, and why
            yield Section("Statements", items=says)
            continue
        follows = f"Followed: {conflict['follows']}. {conflict['because']}"
        what = "A misprint" if conflict["kind"] == "misprint" else "Sources differ"
        yield Section(f"{what}: {conflict['question']} [{conflict['id']}]", items=(*says, follows))


def _statement(statement: Row, source: Row) -> str:
    followed = " (followed)" if statement["followed"] else ""
    corrected = f"; since corrected ({dates.in_words(statement['corrected'])})" if statement["corrected"] else ""
    return f"{statement['says']}{followed} - {source['publisher']}: {source['title']}, {statement['at']}{corrected}"


ORDER = ("official", "agency", "reference", "press")
"""The sources who know best come first."""


def sources(whole: Row, lang: str, cut: Cut) -> list[Section]:
    """Return the last part of a card: what the record rests on, and where in each source."""
    places: dict[str, list[str]] = {}
    for citation in whole.get("citations", ()):
        places.setdefault(citation["source"], []).append(place(citation))
    for conflict in whole.get("conflicts", ()) if whole["table"] == "conflicts" else ():
        for statement in conflict["statements"] if conflict["id"] == whole["id"] else ():
            places.setdefault(statement["source"], []).append(statement["at"])
    if not places:
        return []
    known = {row["id"]: row for row in store.rows_where("sources", "id", places)}
    ordered = sorted(places, key=lambda id: ORDER.index(known[id]["kind"]))
    items = tuple(f"{_source(known[id])}. {'; '.join(dict.fromkeys(places[id]))}." for id in ordered)
    links = tuple(known[id]["url"] for id in ordered)
    return [
        cut.part(Section(schema.table("sources").titled(lang), items=items, links=links, quiet=True), most=cut.aside)
    ]


def _source(row: Row) -> str:
    when = f", {dates.in_words(row['published'])}" if row["published"] else ""
    return f"{row['publisher']}: {row['title']}; {row['kind']}{when}"


def place(citation: Row) -> str:
    """Return where in a source a fact stands, and which fields of the record it supports."""
    of = ", ".join(citation["fields"]) or citation["part"]
    return f"{citation['at']} ({of})" if of else str(citation["at"])
