"""What must hold between records. Every check yields problems; none stops at the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from aseanrok import roles
from aseanrok.edition.canonical import canonical, lost_comments
from aseanrok.edition.load import Problem
from aseanrok.model.archive import Archive, citations, named, parts
from aseanrok.model.base import Part, Record
from aseanrok.model.field import declarations, references
from aseanrok.model.vocabulary import Confidence, Mode, SourceKind, Status
from aseanrok.tables import TABLES
from aseanrok.words import natural


def problems(archive: Archive, edition: Mapping[str, Any], unread: Collection[str] = ()) -> list[Problem]:
    """Return every problem between the records of an archive; `edition` is empty where its file cannot be read.

    `unread` are the ids of blocks that are no records yet, as each of them has a problem of its own. What only follows
    from their absence is no problem.
    """
    found: list[Problem] = []
    for check in (*_OF_WHAT_IS_THERE, *(() if unread else _OF_WHAT_IS_MISSING)):
        found.extend(check(archive))
    if edition:
        found.extend(_future(archive, edition["read"]))
        if not unread:
            found.extend(_least(archive, edition["least"]))
    return [problem for problem in found if not any(repr(id) in problem.problem for id in unread)]


def form(folder: Path, table: str, records: Mapping[str, Record]) -> Iterator[Problem]:
    """Yield a problem where a data file is not written in its canonical form, or holds a comment."""
    path = folder / f"{table}.toml"
    if path.exists() and (text := path.read_text(encoding="utf-8")) != canonical(table, records.values()):
        comments = list(lost_comments(table, text))
        yield from (Problem(path.name, "", f"line {line}", COMMENT) for line in comments)
        if not comments:
            yield Problem(path.name, "", "", "not in canonical form; `aseanrok check --fix` rewrites it")


COMMENT = "the comment would be lost when the file is rewritten; move it into `note` of its record"


def _problem(table: str, record: Record, field: str, problem: str) -> Problem:
    return Problem(f"{table}.toml", record.id, field, problem)


def _ids(archive: Archive) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for table, record in archive:
        if record.id in first:
            yield _problem(table, record, "id", f"also in {first[record.id]}.toml; ids are unique over all tables")
        first.setdefault(record.id, table)


def _references(archive: Archive) -> Iterator[Problem]:
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


def _codes(archive: Archive) -> Iterator[Problem]:
    for code, count in Counter(country.iso3 for country in archive.countries.values()).items():
        if count > 1:
            yield Problem("countries.toml", code, "iso3", "used twice")
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


def _citations(archive: Archive) -> Iterator[Problem]:
    for table, record in archive:
        for part, citation in citations(record):
            if citation.source not in archive.sources:
                yield _problem(table, record, f"{part or 'sources'}.source", f"no source {citation.source!r}")
            if part:
                continue
            for field in citation.fields:
                if field not in type(record).model_fields:
                    yield _problem(table, record, "sources.for", f"no field {field!r} in {table}")


def _sources_used(archive: Archive) -> Iterator[Problem]:
    for source in archive.sources.values():
        if source.id not in archive.resting_on:
            yield _problem("sources", source, "", "nothing rests on it; leave it out")
    for url, count in Counter(source.url for source in archive.sources.values()).items():
        if count > 1:
            names = ", ".join(source.id for source in archive.sources.values() if source.url == url)
            yield Problem("sources.toml", names, "url", f"the same address twice: {url}")


def _confidence(archive: Archive) -> Iterator[Problem]:
    for table, record in archive:
        if not record.is_measured or record.confidence is not Confidence.HIGH:
            continue
        cited = {citation.source for citation in record.sources}
        kinds = {archive.sources[id].kind for id in cited if id in archive.sources}
        if kinds and len(cited) < 2 and SourceKind.OFFICIAL not in kinds:
            yield _problem(table, record, "confidence", "high needs an official source or two independent ones")


def _derived(archive: Archive) -> Iterator[Problem]:
    for table, record in archive:
        for field in record.derived:
            if field not in type(record).model_fields:
                yield _problem(table, record, "derived", f"no field {field!r} in {table}")


def _names(archive: Archive) -> Iterator[Problem]:
    """Within a table no two records answer to one name."""
    for table in (name for name, known in TABLES.items() if known.unique_names):
        owner: dict[str, str] = {}
        for record in archive.tables[table].values():
            names = (record.id, record.called, getattr(record, "abbreviation", None), *record.aliases)
            for name in {name.casefold() for name in names if name}:
                if owner.setdefault(name, record.id) != record.id:
                    yield _problem(table, record, "aliases", f"{name!r} is already a name of {owner[name]}")


def _ordinals(archive: Archive) -> Iterator[Problem]:
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


def _documents(archive: Archive) -> Iterator[Problem]:
    adopted = Counter(id for meeting in archive.meetings.values() for id in meeting.documents)
    for document in archive.documents.values():
        if adopted[document.id] > 1:
            yield _problem("documents", document, "", "adopted at two meetings; leave it in one")
        signed = document.signed or document.adopted
        for entry in document.entry_into_force:
            if signed and signed.earliest > entry.date.latest:
                yield _problem("documents", document, "entry_into_force", f"{entry.date} is before {signed}")


def _undated(archive: Archive) -> Iterator[Problem]:
    for document in archive.documents.values():
        if not document.listed_date:
            yield _problem("documents", document, "adopted", "no date, and no meeting adopted it")


def _totals(archive: Archive) -> Iterator[Problem]:
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


def _modes(archive: Archive) -> Iterator[Problem]:
    for meeting in archive.meetings.values():
        if meeting.mode is Mode.VIRTUAL and meeting.city:
            yield _problem("meetings", meeting, "city", "a virtual meeting has a host country at most")


def _conflicts(archive: Archive) -> Iterator[Problem]:
    for conflict in archive.conflicts.values():
        for statement in conflict.statements:
            if statement.source not in archive.sources:
                yield _problem("conflicts", conflict, "statements.source", f"no source {statement.source!r}")
        if conflict.field and conflict.about in archive:
            about = archive[conflict.about]
            if conflict.field not in type(about).model_fields:
                yield _problem("conflicts", conflict, "field", f"{conflict.about} has no field {conflict.field!r}")


def _frameworks(archive: Archive) -> Iterator[Problem]:
    for table, record in archive:
        if "frameworks" in type(record).model_fields and not record.listed_frameworks:
            yield _problem(table, record, "frameworks", "it belongs to none")


def _future(archive: Archive, read: str) -> Iterator[Problem]:
    for meeting in archive.meetings.values():
        if meeting.status is Status.HELD and meeting.date and meeting.date.earliest > read:
            yield _problem(
                "meetings", meeting, "date",
                f"{meeting.date} is after {read}, `read` in edition.toml: the day the sources were last read. Correct "
                "the date; or move `read`, where a source printed after the meeting was read later; or, where its "
                'sources only announce it, say status = "announced"',
            )  # fmt: skip


def _least(archive: Archive, least: Mapping[str, int]) -> Iterator[Problem]:
    """Yield a problem where a table, or a framework, has fewer records than the edition says it must have."""
    counts = Counter(framework for _, record in archive for framework in record.listed_frameworks)
    counts.update({table: len(records) for table, records in archive.tables.items()})
    for name, number in least.items():
        if counts[name] < number:
            yield Problem("edition.toml", "least", name, f"{counts[name]} records where {number} were; were some lost?")


_OF_WHAT_IS_THERE = (
    _ids, _references, _citations, _confidence, _derived, _names, _ordinals, _documents, _totals, _modes, _conflicts,
)  # fmt: skip
_OF_WHAT_IS_MISSING = (_codes, _sources_used, _undated, _frameworks)
"""Checks that find faults where another record is missing: they wait until every block is read."""
