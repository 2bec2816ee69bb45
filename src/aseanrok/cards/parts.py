"""The parts that any card may have: lists, rows that belong to the record, relations, disputes, sources."""

from __future__ import annotations

from aseanrok import dates, roles, schema, store
from aseanrok.cards.beyond import beyond
from aseanrok.cards.called import dated, doubt
from aseanrok.cards.force import stands
from aseanrok.cards.short import FEW, MOST, Cut
from aseanrok.membership import belonging
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.views import Listing, Section, standing, telling
from aseanrok.wording import date, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def lists(whole: Row, table: Table, lang: str, disputes: dict[str, str]) -> Iterator[Section]:
    """Yield a part for each field that a card shows as a list: outcomes, priorities."""
    for name, field in table.fields.items():
        if field.card == roles.LIST and whole.get(name):
            yield Section(field.titled(lang) + disputes.get(name, ""), items=tuple(table.worded(whole, name, lang)))


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
                heading += worded(" (the newest of {})", lang, count)
                more = cut.said(count - len(rows), command)
            if not cut.full and len(rows) > FEW and any(row.get("note") for row in rows):
                columns, more = [name for name in columns if name != "note"], cut.notes
            beside = _beside(rows, table, lang) if table.name == "members" else {}
            if beside:
                rows = belonging(rows)
                heading += f" ({sum(not row['left'] for row in rows)})"
            if table.name == "members" and not cut.full and len(rows) > MOST:
                rows = sorted(rows, key=lambda row: row["country"] != "KOR")  # whose relations they are comes first
            used = table.as_read(telling(columns, rows, table))
            listing = Listing(rows, used, table, lang)
            most = MOST if table.name == "members" else 0  # who belongs is asked for first
            newest = table.name == "contributions"
            part = cut.part(Section(heading, listing=listing), command, newest=newest, most=most)
            yield part.replace(heading=part.heading + disputes.get(table.name, ""), more=part.more or more)
            if beside and not cut.full:
                still = {name: [row for row in each if not row["left"]] for name, each in beside.items()}
                facts = [
                    (name, f"{len(each)}: aseanrok {command} --kind {each[0]['role']}")
                    for name, each in still.items()
                    if each
                ]
                if facts:
                    yield Section(worded("Beside them", lang), facts=tuple(facts))
            for title, each in beside.items() if cut.full else ():
                used = table.as_read(telling([name for name in columns if name != "role"], each, table))
                yield Section(title, listing=listing.replace(rows=each, columns=used))


def _beside(rows: list[Row], table: Table, lang: str) -> dict[str, list[Row]]:
    """Return those who do not belong to a framework, under what they are beside it: `Dialogue partners`."""
    found: dict[str, list[Row]] = {}
    inside = belonging(rows)
    for row in rows:
        if row not in inside:
            role = row["role"].replace("-", " ").capitalize() + "s"
            found.setdefault(table.worded(row, "role", lang) if lang == "ko" else role, []).append(row)
    return found


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


UNSAID = ("framework", "about", "figure", "meeting")
"""Relations that a card tells otherwise: in a fact, or as rows that belong to the record."""


SEE_ALSO = "see also"
"""The relation that says least: what another one tells is not said by it again."""


def relations(whole: Row, lang: str, cut: Cut) -> Iterator[Section]:
    """Yield a part for each word by which records belong to this one, those that lead before the others."""
    told = {row["id"] for table in schema.tables() if table.belongs for row in whole.get(table.name, ()) if "id" in row}
    groups: dict[str, list[Row]] = {}
    for relation in whole.get("relations", ()):
        if relation["relation"] not in UNSAID and relation["to"] not in told:
            groups.setdefault(relation["relation"], []).append(relation)
    said = {each["to"] for name, group in groups.items() if name != SEE_ALSO for each in group}
    groups[SEE_ALSO] = [each for each in groups.get(SEE_ALSO, ()) if each["to"] not in said]
    groups = {name: group for name, group in groups.items() if group}
    word = schema.table("relations").fields["relation"] if groups else None
    most = None if cut.full else cut.aside + 1  # of what is cut nothing is told
    shown = [each for group in groups.values() for each in group[:most]]
    told_of, known = _told(shown, lang), _known(shown)
    for name in sorted(groups, key=lambda name: (groups[name][0]["rank"], name)):
        tables = {relation["table"] for relation in groups[name]}
        command = cut.listed_by(tables.pop()) if len(tables) == 1 and name == "projects" else ""
        title = word.worded(name, lang) if word else name
        part = Section(
            title[0].upper() + title[1:],
            items=tuple(related(each | known.get(each["to"], {}), lang, told_of) for each in groups[name]),
        )
        yield cut.part(part, command, most=cut.aside)


def _known(relations: list[Row]) -> dict[str, Row]:
    """Return by id what else is known of the other records: Korean titles, and which values are doubtful."""
    rows = store.rows_where("index", "id", {each["to"] for each in relations})
    return {row["id"]: {name: row[name] for name in ("title_ko", *roles.DOUBTS)} for row in rows}


def _told(relations: list[Row], lang: str) -> Mapping[str, str]:
    """Return what a card says of some of the records that it names: since when in force, or how much."""
    told: dict[str, str] = {}
    for name in dict.fromkeys(relation["table"] for relation in relations):
        ids = [relation["to"] for relation in relations if relation["table"] == name]
        if name == "documents":
            told.update(stands(ids, lang))
        elif amount := next((field for field in AMOUNTS if field in schema.table(name).fields), ""):
            for row in store.rows_where(name, "id", ids):
                if says := (lang == "ko" and row.get(f"{amount}_ko")) or row[amount]:
                    disputed = {amount, "value", f"{amount}_value"} & set(row.get("disputed") or ())
                    told[row["id"]] = f"{says} [{worded('disputed', lang)}]" if disputed else says
    return told


AMOUNTS = ("stated", "budget")
"""The fields that say how much, in words."""


def related(relation: Row, lang: str = "en", told: Mapping[str, str] | None = None) -> str:
    """Return a record as another's card names it: `2nd Mekong-ROK Summit, 13 November 2020 [mekong-rok-summit-2]`.

    `told` is what is said of some by their ids: of a document since when it is in force, of a sum how much it is.
    """
    when = f", {dated(relation, lang)}" if relation["date"] else doubt(relation, "date", lang)  # the name tells it
    title = (lang == "ko" and relation.get("title_ko")) or relation["title"]
    said = f"; {told[relation['to']]}" if told and relation["to"] in told else ""
    return f"{title}{standing(relation, lang)}{when}{said} [{relation['to']}]"


def differing(whole: Row, lang: str = "en") -> Iterator[Section]:
    """Yield a part for each conflict: what each source says, which is followed, and why."""
    conflicts = whole.get("conflicts", ())
    ids = [each["source"] for conflict in conflicts for each in conflict["statements"]]
    known = {row["id"]: row for row in store.rows_where("sources", "id", ids)} if ids else {}
    for conflict in conflicts:
        says = tuple(_statement(each, known[each["source"]], lang) for each in conflict["statements"])
        if conflict["id"] == whole["id"]:  # the card itself says which is followed, and why
            yield Section(worded("Statements", lang), items=says)
            continue
        follows = worded("Followed: {}. {}", lang, conflict["follows"], conflict["because"])
        what = "A misprint" if conflict["kind"] == "misprint" else "Sources differ"
        yield Section(
            f"{worded(what, lang)}: {schema.table('conflicts').label(conflict, lang)} [{conflict['id']}]",
            items=(*says, follows),
        )


def _statement(statement: Row, source: Row, lang: str) -> str:
    followed = f" ({worded('followed', lang)})" if statement["followed"] else ""
    when = statement["corrected"]
    corrected = f"; {worded('since corrected', lang)} ({date(when, lang)})" if when else ""
    return f"{statement['says']}{followed} - {source['publisher']}: {source['title']}, {statement['at']}{corrected}"


def sources(whole: Row, lang: str, cut: Cut) -> list[Section]:
    """Return the last part of a card: what the record rests on, and where in each source."""
    places: dict[str, list[str]] = {}
    for citation in whole.get("citations", ()):
        places.setdefault(citation["source"], []).append(place(citation, lang))
    for conflict in whole.get("conflicts", ()) if whole["table"] == "conflicts" else ():
        for statement in conflict["statements"] if conflict["id"] == whole["id"] else ():
            places.setdefault(statement["source"], []).append(statement["at"])
    if not places:
        return []
    known = {row["id"]: row for row in store.rows_where("sources", "id", places)}
    kind = schema.table("sources").fields["kind"]  # who knows best comes first
    ordered = sorted(places, key=lambda id: kind.rank(known[id]["kind"]))
    told = {id: "; ".join(dict.fromkeys(where)) for id, where in places.items()}
    items = tuple(f"{_source(known[id], lang)}. {told[id]}." for id in ordered)
    links = tuple(known[id]["url"] for id in ordered)
    part = Section(schema.table("sources").titled(lang), items=items, links=links, quiet=True)
    part = cut.part(part, most=cut.aside)
    said = beyond(whole, lang)
    return [part.replace(more="; ".join(filter(None, (said, part.more))))]


def _source(row: Row, lang: str) -> str:
    when = f", {date(row['published'], lang)}" if row["published"] else ""
    kind = schema.table("sources").worded(row, "kind", lang)
    return f"{row['publisher']}: {row['title']}; {kind}{when}"


def place(citation: Row, lang: str = "en") -> str:
    """Return where in a source a fact stands, and which fields of the record it supports."""
    of = ", ".join(_heading(name, citation["table"], lang) for name in citation["fields"] or [citation["part"]] if name)
    return f"{citation['at']} ({of})" if of else str(citation["at"])


def _heading(name: str, table: str, lang: str) -> str:
    """Return a field as a citation names it: by its name, or in Korean by its heading."""
    if lang != "ko":
        return name
    field = schema.table(table).fields.get(name)
    known = {each.name: each.name_ko for each in schema.tables()}
    return field.heading_ko if field else known.get(name, name)
