"""records -> published tables: flat, JSON-safe rows whose fields are documented where they are made.

A field that a record has takes its description from the model; a field made here says its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from aseanrok import dates
from aseanrok.edition.archive import Archive, citations, date, frameworks, title
from aseanrok.edition.canonical import natural
from aseanrok.edition.columns import (
    Column,
    Json,
    Row,
    acts_in_order,
    by_date,
    by_id,
    json_safe,
    own,
    quantity,
    through,
)
from aseanrok.edition.coverage import covered
from aseanrok.edition.disputes import disputed, disputed_act, marks
from aseanrok.edition.relations import relations
from aseanrok.edition.timeline import acts
from aseanrok.model import records as r
from aseanrok.model.base import Record
from aseanrok.model.vocabulary import Mode


class Published(NamedTuple):
    """A published table: what it holds, its columns, and what its rows are made from."""

    about: str
    columns: tuple[Column, ...]
    items: Callable[[Archive], Iterable[Any]]
    order: Callable[[Row], Any]


def publish(archive: Archive) -> dict[str, list[Row]]:
    """Return the rows of every published table, in their published order."""
    return {
        name: sorted(
            ({column.name: column.value(item, archive) for column in table.columns} for item in table.items(archive)),
            key=table.order,
        )
        for name, table in PUBLISHED.items()
    }


def fields() -> dict[str, Any]:
    """Return what every published table holds: `{table: {about, fields: [{name, type, description}]}}`."""
    return {
        name: {
            "about": table.about,
            "fields": [
                {"name": column.name, "type": column.type, "description": column.description}
                for column in table.columns
            ],
        }
        for name, table in PUBLISHED.items()
    }


# --- columns made here ----------------------------------------------------------------------------------------------

SOURCES = Column(
    "sources", "list", "Ids of the sources it rests on; `citations` says where in each.",
    lambda record, archive: list(dict.fromkeys(citation.source for citation in record.sources)),
)  # fmt: skip
DISPUTED = Column(
    "disputed", "list", "Names of its fields on which sources differ; `conflicts` tells how.",
    lambda record, archive: disputed(record, archive, _names(archive.table_of(record.id))),
)  # fmt: skip
TAIL = own(Record, "summary", "note", "confidence")
END = (*TAIL, SOURCES, DISPUTED)


def _names(table: str) -> list[str]:
    return [column.name for column in PUBLISHED[table].columns]


def place(record: Any, archive: Archive) -> str | None:
    """Return a place as people read it: `Busan, ROK`; a city that is its own country is named once."""
    city, code = getattr(record, "city", None), getattr(record, "country", None)
    country = archive.by_code.get(code) if code else None
    name = (country.short_name or country.name) if country else None
    return ", ".join(dict.fromkeys(part for part in (city, name) if part)) or None


def place_and_mode(record: Any, archive: Archive) -> str | None:
    """Return a place with the mode where not in person: `Seoul, ROK (hybrid)`, `virtual, hosted by Viet Nam`."""
    where, mode = place(record, archive), getattr(record, "mode", None)
    if mode is Mode.VIRTUAL:
        return f"{mode}, hosted by {where}" if where else str(mode)
    return f"{where} ({mode})" if where and mode is Mode.HYBRID else where


PLACE = Column("place", "text", "City and country as people read them.", place)
ADOPTED_AT = Column(
    "meeting", "text", "Id of the meeting that adopted or signed it.",
    lambda document, archive: meeting.id if (meeting := archive.adopted_at.get(document.id)) else None,
)  # fmt: skip
IN_FORCE = Column(
    "in_force", "list", "When it entered into force; for whom, where not for all at once.",
    lambda document, archive: [
        ": ".join(filter(None, (str(entry.date), ", ".join(entry.countries)))) for entry in document.entry_into_force
    ],
)  # fmt: skip


def _records(table: str) -> Callable[[Archive], Iterable[Record]]:
    return lambda archive: archive.tables[table].values()


NAMED = ("name", "name_ko", "abbreviation")

# --- tables whose rows are parts of records -------------------------------------------------------------------------


class Of(NamedTuple):
    """A part of a record, with the record it stands in."""

    owner: Any
    part: Any


def _part(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return through(columns, lambda item: item.part)


def _sources_of_part(item: Of, archive: Archive) -> Json:
    return list(dict.fromkeys(citation.source for citation in item.part.sources or item.owner.sources))


def _country_name(item: Any, archive: Archive) -> str | None:
    country = archive.by_code.get(item.part.country)
    return title(country) if country else None


MEMBERS = (
    Column("framework", "text", "Id of the framework.", lambda item, _: item.owner.id),
    *_part(own(r.Membership, "country")),
    Column("name", "text", "Name of the country.", _country_name),
    Column(
        "name_ko", "text", "Korean name of the country, where known.",
        lambda item, archive: getattr(archive.by_code.get(item.part.country), "name_ko", None),
    ),
    *_part(own(r.Membership, "role", "joined", "left", "founding", "note")),
    SOURCES._replace(value=_sources_of_part),
)  # fmt: skip

CONTRIBUTIONS = (
    Column("fund", "text", "Id of the fund.", lambda item, _: item.owner.id),
    *_part(own(r.Contribution, "period")),
    *_part(quantity()),
    *_part(own(r.Contribution, "kind", "status", "contributor", "note")),
    SOURCES._replace(value=_sources_of_part),
)

STATEMENTS = (
    Column("conflict", "text", "Id of the conflict.", lambda item, _: item.owner.id),
    *_part(own(r.Statement, "says", "source", "at")),
    Column("followed", "boolean", "Whether the data follows it.", lambda item, _: item.part.says == item.owner.follows),
)


class Cited(NamedTuple):
    """A citation, with the record and the part of it that it supports."""

    id: str
    table: str
    part: str
    source: str
    at: str
    fields: list[str]


def _cited(archive: Archive) -> Iterator[Cited]:
    cited = (
        Cited(record.id, table, part, citation.source, citation.at, list(citation.fields))
        for table, record in archive
        for part, citation in citations(record)
    )
    # The parts of one record often rest on one place; it is named once.
    return (first for first, _ in groupby(cited))


def _of(name: str, type: str, description: str) -> Column:
    return Column(name, type, description, lambda item, _: getattr(item, name))


CITATIONS = (
    _of("id", "text", "Id of the record."),
    _of("table", "text", "Table of the record."),
    _of("source", "text", "Id of the source."),
    _of("at", "text", "Where in the source."),
    _of("fields", "list", "The fields it supports; none means the record as a whole."),
    _of("part", "text", "The part of the record it supports: members or contributions; empty for the record itself."),
)

ACTS = ("meetings", "milestones", "documents")

RELATIONS = (
    _of("id", "text", "Id of the record."),
    _of("relation", "text", "What the other record is to it."),
    _of("to", "text", "Id of the other record."),
    Column("table", "text", "Table of the other record.", lambda item, archive: archive.table_of(item.to)),
    Column("title", "text", "What the other record is called.", lambda item, archive: title(archive[item.to])),
    Column(
        "date", "date", "Date of the other record, where it is an act.",
        lambda item, archive: date(archive[item.to]) if archive.table_of(item.to) in ACTS else None,
    ),
)  # fmt: skip

# --- timeline and index ---------------------------------------------------------------------------------------------


TIMELINE = (
    _of("date", "date", "When it happened: an EDTF date as precise as its source."),
    _of("title", "text", "What happened."),
    _of("kind", "text", "What kind of act: summit, ministerial, signing, entry-into-force, establishment, ..."),
    Column("frameworks", "list", "Ids of the frameworks it belongs to.", lambda act, _: list(frameworks(act.record))),
    Column(
        "place", "text", "City and country as people read them, with the mode where not in person.",
        lambda act, archive: place_and_mode(act.where, archive),
    ),
    Column(
        "country", "text", "ISO 3166-1 alpha-3 code of the country it took place in.",
        lambda act, _: getattr(act.where, "country", None),
    ),
    Column("mode", "text", "How a meeting was held.", lambda act, _: json_safe(getattr(act.record, "mode", None))),
    Column("outcomes", "list", "What came out of it.", lambda act, _: list(getattr(act.record, "outcomes", ()))),
    Column("id", "text", "Id of the record it comes from.", lambda act, _: act.record.id),
    _of("table", "text", "Table of that record."),
    Column("sources", "list", "Ids of the sources it rests on.", lambda act, a: SOURCES.value(act.record, a)),
    Column(
        "title_ko", "text", "Its official Korean name, where known.",
        lambda act, _: getattr(act.record, "title_ko", None),
    ),
    Column("confidence", "text", "high, medium or announced.", lambda act, _: str(act.record.confidence)),
    DISPUTED._replace(value=lambda act, archive: disputed_act(act, archive, _names("timeline"))),
)  # fmt: skip


class Entry(NamedTuple):
    """A record with the name of its table."""

    table: str
    record: Any


def _record(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return through(columns, lambda item: item.record)


INDEX = (
    *_record(own(Record, "id")),
    _of("table", "text", "Table the record stands in."),
    Column("date", "date", "The date it is listed under.", lambda item, _: date(item.record)),
    Column("title", "text", "What it is called.", lambda item, _: title(item.record)),
    Column("frameworks", "list", "Ids of the frameworks it belongs to.", lambda e, _: list(frameworks(e.record))),
    *_record((PLACE,)),
    Column(
        "country", "text", "ISO 3166-1 alpha-3 code of its country.",
        lambda item, _: getattr(item.record, "country", None) or getattr(item.record, "iso3", None),
    ),
    *_record(own(Record, "summary")),
    *_record((SOURCES,)),
    DISPUTED._replace(value=lambda item, archive: disputed(item.record, archive, _names("index"))),
)  # fmt: skip

# --- glossary: every abbreviation of a record, and the terms that are none ------------------------------------------


class Word(NamedTuple):
    """A word and what it stands for."""

    term: str
    expansion: str
    record: Any
    about: str | None


def _words(archive: Archive) -> Iterator[Word]:
    for term in archive.glossary.values():
        yield Word(term.term, term.expansion, term, None)
    for _, record in archive:
        if abbreviation := getattr(record, "abbreviation", None):
            yield Word(abbreviation, title(record), record, record.id)


GLOSSARY = (
    Column("id", "text", "Id of the record that explains it.", lambda word, _: word.record.id),
    _of("term", "text", "The word or abbreviation."),
    _of("expansion", "text", "What it stands for."),
    Column("name_ko", "text", "The same in Korean, where known.", lambda w, _: getattr(w.record, "name_ko", None)),
    _of("about", "text", "Id of the record it is the abbreviation of."),
    Column("summary", "text", "What it is.", lambda word, _: word.record.summary),
    Column("sources", "list", "Ids of the sources it rests on.", lambda word, a: SOURCES.value(word.record, a)),
)

FACTS = Column(
    "facts", "integer", "Number of records that rest on it.",
    lambda source, archive: len(archive.resting_on.get(source.id, ())),
)  # fmt: skip

STATEMENTS_IN_WORDS = Column(
    "statements", "list", "What each source says, with the id of the source.",
    lambda conflict, _: [f"{statement.says} ({statement.source})" for statement in conflict.statements],
)  # fmt: skip
STATED_BY = Column(
    "sources", "list", "Ids of the sources that make the statements.",
    lambda conflict, _: list(dict.fromkeys(statement.source for statement in conflict.statements)),
)  # fmt: skip
DISPUTES = Column(
    "disputes", "list", "Fields it puts in question, in the record and in the rows made from it; none for a misprint.",
    lambda conflict, archive: list(marks(conflict, archive[conflict.about])),
)  # fmt: skip
CONFLICT_FRAMEWORKS = Column(
    "frameworks", "list", "Ids of the frameworks of the record it is about.",
    lambda conflict, archive: list(frameworks(archive[conflict.about])),
)  # fmt: skip

COVERAGE = (
    _of("id", "text", "Id of the series, or name of the table."),
    _of("kind", "text", "series or table."),
    _of("name", "text", "What it is called."),
    _of("name_ko", "text", "Korean name, where known."),
    _of("frameworks", "list", "Ids of the frameworks a series belongs to."),
    _of("records", "integer", "Number of its records; of the timeline, its rows."),
    _of("first", "date", "The earliest date recorded; of what was announced and not held, none."),
    _of("last", "date", "The latest date recorded."),
    _of("exact_day", "number", "Share of its dates that are exact to the day; none where its dates are periods."),
    _of("two_sources", "number", "Share of its records that rest on two sources or more."),
    _of("highest", "integer", "The highest number of a meeting recorded; none for meetings without numbers."),
    _of("ordinals", "list", "The numbers recorded."),
    _of("holes", "list", "The numbers below the highest that are not recorded; the meetings may well have been held."),
    _of("not_recorded", "text", "The same in words."),
    _of("read", "date", "The day the newest of its sources was read."),
)

PUBLISHED: dict[str, Published] = {
    "timeline": Published("Every dated act, oldest first.", TIMELINE, acts, acts_in_order),
    "frameworks": Published(
        "Frameworks in which ASEAN and the Republic of Korea meet.",
        (*own(r.Framework, "id", *NAMED, "established", "areas", "website", "aliases"), *END),
        _records("frameworks"),
        by_id,
    ),
    "members": Published(
        "Members and participants of each framework.",
        MEMBERS,
        lambda archive: (Of(f, member) for f in archive.frameworks.values() for member in f.members),
        lambda row: (row["framework"], dates.order(str(row["joined"] or "9999")), row["name"]),
    ),
    "countries": Published(
        "Countries.",
        (*own(r.Country, "id", *NAMED, "official_name", "short_name", "iso2", "iso3", "aliases"), *END),
        _records("countries"),
        by_id,
    ),
    "series": Published(
        "Series of meetings.",
        (*own(r.Series, "id", *NAMED, "level", "frameworks", "frequency", "agreed", "agreed_at", "aliases"), *END),
        _records("series"),
        by_id,
    ),
    "meetings": Published(
        "Meetings, held or announced, oldest first.",
        (
            *own(r.Meeting, "id", "series", "ordinal", "title", "title_ko", "status", "date"),
            PLACE,
            *own(r.Meeting, "city", "venue", "country", "mode", "frameworks", "chairs", "documents", "outcomes"),
            *END,
        ),
        _records("meetings"),
        by_date("series"),
    ),
    "milestones": Published(
        "Dated acts that are neither a meeting nor a document, oldest first.",
        (
            *own(r.Milestone, "id", "title", "title_ko", "kind", "date", "meeting"),
            PLACE,
            *own(r.Milestone, "city", "country", "countries", "frameworks"),
            *END,
        ),
        _records("milestones"),
        by_date(),
    ),
    "documents": Published(
        "Declarations, statements, plans, agreements and other texts, oldest first.",
        (
            *own(r.Document, "id", "title", "title_ko", "abbreviation", "kind"),
            Column("date", "date", "When it was signed or adopted.", lambda document, _: date(document)),
            *own(r.Document, "adopted", "signed"),
            ADOPTED_AT,
            PLACE,
            *own(r.Document, "city", "country"),
            IN_FORCE,
            *own(r.Document, "not_in_force_for", "period", "amends", "implements", "frameworks", "url", "aliases"),
            *END,
        ),
        _records("documents"),
        by_date(),
    ),
    "funds": Published(
        "Cooperation funds.",
        (
            *own(r.Fund, "id", *NAMED, "established", "established_at", "administrator", "priorities", "documents"),
            *own(r.Fund, "frameworks", "website", "aliases"),
            *END,
        ),
        _records("funds"),
        by_id,
    ),
    "contributions": Published(
        "Money given to the funds, by period.",
        CONTRIBUTIONS,
        lambda archive: (Of(fund, part) for fund in archive.funds.values() for part in fund.contributions),
        lambda row: (row["fund"], dates.order(str(row["period"])), row["value"]),
    ),
    "projects": Published(
        "Projects the funds paid for.",
        (
            *own(r.Project, "id", *NAMED, "fund", "period", "sector", "implementer", "countries"),
            Column("budget", "text", "What it cost the fund.", lambda p, _: p.budget.stated if p.budget else None),
            *own(r.Project, "frameworks", "website", "aliases"),
            *END,
        ),
        _records("projects"),
        by_id,
    ),
    "institutions": Published(
        "Standing bodies and offices.",
        (
            *own(r.Institution, "id", *NAMED, "kind", "established", "established_at"),
            PLACE,
            *own(r.Institution, "city", "country", "frameworks", "documents", "website", "aliases"),
            *END,
        ),
        _records("institutions"),
        by_id,
    ),
    "programmes": Published(
        "Programmes by name.",
        (
            *own(r.Programme, "id", *NAMED, "sector", "period", "partners", "fund"),
            *own(r.Programme, "frameworks", "website", "aliases"),
            *END,
        ),
        _records("programmes"),
        by_id,
    ),
    "policies": Published(
        "Policies that shape the relations.",
        (
            *own(r.Policy, "id", *NAMED, "announced", "announced_at", "announced_by", "country", "pillars", "succeeds"),
            *own(r.Policy, "frameworks", "website", "aliases"),
            *END,
        ),
        _records("policies"),
        lambda row: (dates.order(str(row["announced"] or "9999")), row["id"]),
    ),
    "statistics": Published(
        "Figures, each with the period it is for and who counted.",
        (
            *own(r.Statistic, "id", "name", "name_ko", "about", "indicator", "period"),
            *quantity(),
            *own(r.Statistic, "basis", "parts", "frameworks"),
            *END,
        ),
        _records("statistics"),
        lambda row: (row["about"], row["indicator"], dates.order(str(row["period"] or "")), natural(str(row["id"]))),
    ),
    "glossary": Published(
        "Abbreviations and terms.",
        GLOSSARY,
        _words,
        lambda row: (str(row["term"]).casefold(), row["id"]),
    ),
    "sources": Published(
        "Pages and publications the facts rest on.",
        (*own(r.Source, "id", "title", "publisher", "kind", "language", "url", "published", "read"), FACTS, *TAIL[:2]),
        _records("sources"),
        by_id,
    ),
    "citations": Published(
        "Which record rests on which source, and where in it.",
        CITATIONS,
        _cited,
        lambda row: (natural(str(row["id"])), row["part"]),
    ),
    "conflicts": Published(
        "Questions on which sources differ, or one errs.",
        (
            *own(r.Conflict, "id", "question", "about", "field", "kind"),
            STATEMENTS_IN_WORDS,
            *own(r.Conflict, "follows", "because"),
            CONFLICT_FRAMEWORKS,
            STATED_BY,
            DISPUTES,
        ),
        _records("conflicts"),
        by_id,
    ),
    "statements": Published(
        "What each source says in a conflict.",
        STATEMENTS,
        lambda archive: (Of(c, statement) for c in archive.conflicts.values() for statement in c.statements),
        lambda row: natural(str(row["conflict"])),
    ),
    "relations": Published(
        "How records belong together, from both sides.",
        RELATIONS,
        relations,
        lambda row: (natural(str(row["id"])), row["relation"], dates.order(str(row["date"] or "9999")), row["to"]),
    ),
    "coverage": Published(
        "What is recorded of each table and each series, and what is not.",
        COVERAGE,
        covered,
        lambda row: (row["kind"] != "table", row["kind"] == "series" and natural(str(row["id"]))),
    ),
    "index": Published(
        "Every record of every table, in one list.",
        INDEX,
        lambda archive: (Entry(table, record) for table, record in archive),
        lambda row: (list(PUBLISHED).index(str(row["table"])), natural(str(row["id"]))),
    ),
}
"""Every published table by name, in the order an export holds them."""
