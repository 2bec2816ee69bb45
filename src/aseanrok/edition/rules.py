"""What must hold between records: each function here that has no underscore is a rule, and is run by itself.

A rule takes the archive, and where it asks for it the `edition`; it yields every problem, and stops at none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from aseanrok import roles
from aseanrok.edition.load import Problem
from aseanrok.edition.names import called
from aseanrok.model.archive import Archive, citations, named, parts
from aseanrok.model.base import Part, Record
from aseanrok.model.field import declarations, references
from aseanrok.model.vocabulary import Confidence, Mode, SourceKind, Status
from aseanrok.tables import TABLES
from aseanrok.tables.sources import are_independent
from aseanrok.tables.timeline import OF_EACH
from aseanrok.words import natural, squeezed

Rule = Callable[..., Iterator[Problem]]

WAITING: set[Rule] = set()


def _waits(rule: Rule) -> Rule:
    """Let a rule that finds faults where another record is missing wait until every block is read."""
    WAITING.add(rule)
    return rule


def _problem(table: str, record: Record, field: str, problem: str) -> Problem:
    return Problem(f"{table}.toml", record.id, field, problem)


def ids_are_unique(archive: Archive) -> Iterator[Problem]:
    """No id stands in two tables."""
    first: dict[str, str] = {}
    for table, record in archive:
        if record.id in first:
            yield _problem(table, record, "id", f"also in {first[record.id]}.toml; ids are unique over all tables")
        first.setdefault(record.id, table)


def references_lead_somewhere(archive: Archive) -> Iterator[Problem]:
    """What names a record names one that is there, in the right table, and not itself."""
    for table, record in archive:
        known = references(type(record))
        for field, id in named(record):
            targets = known[field].tables
            if id not in archive:
                yield _problem(table, record, field, f"no record {id!r}")
            elif targets and archive.table_of(id) not in targets:
                yield _problem(table, record, field, f"{id!r} is in {archive.table_of(id)}, not in {targets[0]}")
            elif id == record.id:
                yield _problem(table, record, field, "it names itself")


def what_is_said_is_published(archive: Archive) -> Iterator[Problem]:
    """No record says what no answer would tell: a field that its table leaves out."""
    columns = {name: {column.name for column in table.columns} for name, table in TABLES.items()}
    for table, record in archive:
        for field in record.model_fields_set - columns[table]:
            if declarations(type(record))[field].published:
                yield _problem(table, record, field, f"no column of {table} holds it, so nobody would read it")


@_waits
def country_codes_are_known(archive: Archive) -> Iterator[Problem]:
    """No two countries have one code, and every code is a country's."""
    for field in ("iso2", "iso3"):
        codes = Counter(getattr(country, field) for country in archive.countries.values())
        for code in (code for code, count in codes.items() if code and count > 1):
            yield Problem("countries.toml", code, field, "used twice")
    for table, record in archive:
        if table != "countries":
            for field, code in dict.fromkeys(_country_codes(record)):
                if code not in archive.by_code:
                    yield _problem(table, record, field, f"no country has the code {code!r}")


def _country_codes(part: Part) -> Iterator[tuple[str, str]]:
    """Yield every country code of a record and of its parts, with the field it stands in."""
    for name, declared in declarations(type(part)).items():
        if roles.COUNTRY in declared.roles:
            value = getattr(part, name)
            yield from ((name, code) for code in ((value,) if isinstance(value, str) else value or ()))
    for _, inner in parts(part):
        yield from _country_codes(inner)


def citations_name_sources_and_fields(archive: Archive) -> Iterator[Problem]:
    """What is cited is a source, and what it supports a field of the record."""
    for table, record in archive:
        for part, citation in citations(record):
            if citation.source not in archive.sources:
                yield _problem(table, record, f"{part or 'sources'}.source", f"no source {citation.source!r}")
            if part:
                continue
            for field in citation.fields:
                if field not in type(record).model_fields:
                    yield _problem(table, record, "sources.for", f"no field {field!r} in {table}")


@_waits
def sources_are_used_and_stand_once(archive: Archive) -> Iterator[Problem]:
    """Something rests on every source, and no two have one address."""
    for source in archive.sources.values():
        if source.id not in archive.resting_on:
            yield _problem("sources", source, "", "nothing rests on it; leave it out")
    for url, count in Counter(source.url for source in archive.sources.values()).items():
        if count > 1:
            names = ", ".join(source.id for source in archive.sources.values() if source.url == url)
            yield Problem("sources.toml", names, "url", f"the same address twice: {url}")


def high_confidence_is_earned(archive: Archive) -> Iterator[Problem]:
    """High confidence rests on an official source, or on two publishers; copies of one report are one."""
    for table, record in archive:
        if not record.is_measured or record.confidence is not Confidence.HIGH:
            continue
        cited = [source for id in {each.source for each in record.sources} if (source := archive.sources.get(id))]
        official = any(source.kind is SourceKind.OFFICIAL for source in cited)
        if cited and not official and not are_independent(cited):
            yield _problem(table, record, "confidence", "high needs an official source or two independent ones")


def derived_fields_exist(archive: Archive) -> Iterator[Problem]:
    """What is said to be derived is a field of the record."""
    for table, record in archive:
        for field in record.derived:
            if field not in type(record).model_fields:
                yield _problem(table, record, "derived", f"no field {field!r} in {table}")


def names_hold_a_letter(archive: Archive) -> Iterator[Problem]:
    """What a record is called has a letter or a digit, or nobody could ask for it."""
    for table, record in archive:
        for name in called(record):
            if not squeezed(name):
                yield _problem(table, record, "", f"it is called {name!r}, which holds no letter and no digit")


def names_are_unique(archive: Archive) -> Iterator[Problem]:
    """Within a table no two records answer to one name."""
    for table in (name for name, known in TABLES.items() if known.unique_names):
        owner: dict[str, str] = {}
        for record in archive.tables[table].values():
            own = (
                ("id", record.id),
                (record.label, record.called),
                ("abbreviation", getattr(record, "abbreviation", "")),
            )
            names = {name.casefold(): field for field, name in reversed(own) if name}
            names = {name.casefold(): "aliases" for name in record.aliases} | names
            for name, field in names.items():
                if owner.setdefault(name, record.id) != record.id:
                    yield _problem(table, record, field, f"{name!r} is already a name of {owner[name]}")


def meetings_are_numbered_in_their_order(archive: Archive) -> Iterator[Problem]:
    """Of the meetings held in a series no two have one number, and a later number no earlier date."""
    for series in archive.series.values():
        held = [
            meeting
            for meeting in archive.naming("series", series.id)
            if meeting.ordinal is not None and meeting.status is Status.HELD
        ]
        held.sort(key=lambda meeting: (meeting.ordinal, natural(meeting.id)))
        for before, after in pairwise(held):
            if before.ordinal == after.ordinal:
                yield _problem("meetings", after, "ordinal", f"{before.id} has the same number in {series.id}")
            elif before.date and after.date and before.date.earliest > after.date.latest:
                yield _problem("meetings", after, "date", f"{after.date} is before {before.date} of {before.id}")


def memberships_follow_each_other(archive: Archive) -> Iterator[Problem]:
    """A country leaves a framework no earlier than it joined, and is not twice in it as the same."""
    for framework in archive.frameworks.values():
        lasting = Counter((each.country, each.role) for each in framework.members if not each.left)
        for (country, role), times in lasting.items():
            if times > 1:
                yield _problem("frameworks", framework, "members", f"{country} is there {times} times as {role}")
        for each in framework.members:
            if each.joined and each.left and each.left.latest < each.joined.earliest:
                what = f"{each.country} left in {each.left}, before it joined in {each.joined}"
                yield _problem("frameworks", framework, "members", what)


def documents_are_adopted_once(archive: Archive) -> Iterator[Problem]:
    """A document is adopted at one meeting, and enters into force no earlier than it was signed."""
    adopted = Counter(id for meeting in archive.meetings.values() for id in meeting.documents)
    for document in archive.documents.values():
        if adopted[document.id] > 1:
            yield _problem("documents", document, "", "adopted at two meetings; leave it in one")
        signed = document.signed or document.adopted
        for entry in document.entry_into_force:
            if signed and signed.earliest > entry.date.latest:
                yield _problem("documents", document, "entry_into_force", f"{entry.date} is before {signed}")


@_waits
def documents_are_dated(archive: Archive) -> Iterator[Problem]:
    """A document has a date, of its own or of the meeting that adopted it."""
    for document in archive.documents.values():
        if not document.listed_date:
            yield _problem("documents", document, "adopted", "no date, and no meeting adopted it")


def totals_add_up(archive: Archive) -> Iterator[Problem]:
    """A total is the sum of its parts, or says why not."""
    for total in archive.statistics.values():
        counted = [archive.statistics[id] for id in total.parts if id in archive.statistics]
        if not counted:
            continue
        if len({part.unit for part in (total, *counted)}) > 1:
            yield _problem("statistics", total, "parts", "they are not counted in the same unit")
        elif sum(part.number for part in counted) != total.number and not total.note:
            yield _problem(
                "statistics", total, "value", "it is not the sum of its parts; correct it, or say why in note"
            )


def virtual_meetings_have_no_city(archive: Archive) -> Iterator[Problem]:
    """A virtual meeting took place in no city."""
    for meeting in archive.meetings.values():
        if meeting.mode is Mode.VIRTUAL and meeting.city:
            yield _problem("meetings", meeting, "city", "a virtual meeting has a host country at most")


def conflicts_name_sources_and_fields(archive: Archive) -> Iterator[Problem]:
    """A conflict's statements have sources, and its field is one of the record it is about."""
    for conflict in archive.conflicts.values():
        for statement in conflict.statements:
            if statement.source not in archive.sources:
                yield _problem("conflicts", conflict, "statements.source", f"no source {statement.source!r}")
        if conflict.field and conflict.about in archive:
            about = archive[conflict.about]
            if conflict.field not in type(about).model_fields:
                yield _problem("conflicts", conflict, "field", f"{conflict.about} has no field {conflict.field!r}")
        if conflict.countries and conflict.field not in OF_EACH:
            yield _problem(
                "conflicts", conflict, "countries", f"only of a field that has a part for each: {', '.join(OF_EACH)}"
            )


@_waits
def records_belong_to_a_framework(archive: Archive) -> Iterator[Problem]:
    """What may belong to frameworks belongs to one."""
    for table, record in archive:
        if "frameworks" in type(record).model_fields and not record.listed_frameworks:
            yield _problem(table, record, "frameworks", "it belongs to none")


def held_meetings_are_past(archive: Archive, edition: Mapping[str, Any]) -> Iterator[Problem]:
    """No meeting is held after the day the sources were last read."""
    for meeting in archive.meetings.values():
        if meeting.status is Status.HELD and meeting.date and meeting.date.earliest > edition["read"]:
            yield _problem(
                "meetings", meeting, "date",
                f"{meeting.date} is after {edition['read']}, `read` in edition.toml: the day the sources were last "
                "read. Correct the date; or move `read`, where a source printed after the meeting was read later; or, "
                'where its sources only announce it, say status = "announced"',
            )  # fmt: skip


def members_came_and_went_by_then(archive: Archive, edition: Mapping[str, Any]) -> Iterator[Problem]:
    """Nobody joined or left a framework after the day the sources were last read: what is to come is told in a note."""
    for framework in archive.frameworks.values():
        for member in framework.members:
            for did in ("joined", "left"):
                if (when := getattr(member, did)) and when.earliest > edition["read"]:
                    told = f"{member.country} {did} in {when}, after {edition['read']}, `read` in edition.toml"
                    yield _problem("frameworks", framework, "members", f"{told}; what is only announced goes in `note`")


def sources_are_read_by_then(archive: Archive, edition: Mapping[str, Any]) -> Iterator[Problem]:
    """No source was read after the day the sources were last read."""
    newest = max(archive.sources.values(), key=lambda source: source.read.latest, default=None)
    if newest and newest.read.earliest > edition["read"]:
        yield Problem("edition.toml", "", "read", f"{newest.id} was read on {newest.read}; write the day of the newest")


@_waits
def no_records_are_lost(archive: Archive, edition: Mapping[str, Any]) -> Iterator[Problem]:
    """A table, or a framework, has as many records as the edition says it must have."""
    counts = Counter(framework for _, record in archive for framework in record.listed_frameworks)
    counts.update({table: len(records) for table, records in archive.tables.items()})
    for name, number in edition["least"].items():
        if name not in archive.tables and name not in archive.frameworks:
            yield Problem("edition.toml", "least", name, "no table and no framework is called so")
        elif counts[name] < number:
            yield Problem("edition.toml", "least", name, f"{counts[name]} records where {number} were; were some lost?")
