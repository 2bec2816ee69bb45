"""The timeline: every dated act of every table, each told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from aseanrok.edition.archive import Archive, is_outcome, the, title
from aseanrok.model.base import Record
from aseanrok.model.vocabulary import DocumentKind, Status


class Act(NamedTuple):
    """A dated act: one row of the timeline. `where` is the record that knows its place, or None."""

    date: str
    title: str
    kind: str
    record: Any
    table: str
    where: Record | None


JOINING = ("member", "participant")
"""The roles a country takes by joining; a dialogue partnership has milestones of its own."""

ISSUED = {DocumentKind.REPORT: "Publication", DocumentKind.CHAIRMANS_STATEMENT: "Issue"}
"""What the appearance of a document is called, where it is not adopted."""


def acts(archive: Archive) -> Iterator[Act]:
    """Yield every dated act, each once: what a meeting adopted or founded is among that meeting's outcomes."""
    yield from _meetings(archive)
    yield from _milestones(archive)
    yield from _documents(archive)
    yield from _foundings(archive)
    yield from _policies(archive)
    yield from _programmes(archive)
    yield from _memberships(archive)


def _meetings(archive: Archive) -> Iterator[Act]:
    for meeting in archive.meetings.values():
        if meeting.date:
            series = archive.series.get(meeting.series or "")
            kind = str(series.level) if series else "meeting"
            suffix = "" if meeting.status is Status.HELD else f" ({meeting.status})"
            yield Act(meeting.date, title(meeting) + suffix, kind, meeting, "meetings", meeting)


def _milestones(archive: Archive) -> Iterator[Act]:
    for milestone in archive.milestones.values():
        meeting = archive.meetings.get(milestone.meeting or "")
        if milestone.date and not (meeting and is_outcome(milestone, meeting.frameworks)):
            yield Act(milestone.date, milestone.title, str(milestone.kind), milestone, "milestones", milestone)


def _documents(archive: Archive) -> Iterator[Act]:
    for document in archive.documents.values():
        name = the(document.title)
        meeting = archive.adopted_at.get(document.id)
        if meeting is None or not getattr(meeting, "date", None):
            if document.signed:
                yield Act(document.signed, f"Signing of {name}", "signing", document, "documents", document)
            if document.adopted:
                what = ISSUED.get(document.kind, "Adoption")
                yield Act(document.adopted, f"{what} of {name}", "adoption", document, "documents", document)
        for entry in document.entry_into_force:
            parties = f" for {_countries(archive, entry.countries)}" if entry.countries else ""
            what = f"Entry into force of {name}{parties}"
            yield Act(entry.date, what, "entry-into-force", document, "documents", None)


def _countries(archive: Archive, codes: Iterable[str]) -> str:
    known = (archive.by_code[code] for code in codes)
    names = [country.short_name or country.name for country in known]
    names = [the(name) if name in ("ROK", "USA", "Philippines") else name for name in names]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _foundings(archive: Archive) -> Iterator[Act]:
    for table in ("frameworks", "funds", "institutions"):
        for record in archive.tables[table].values():
            when = getattr(record, "established", None)
            if when and not getattr(record, "established_at", None):
                yield Act(when, f"Establishment of {the(title(record))}", "establishment", record, table, record)


def _policies(archive: Archive) -> Iterator[Act]:
    for policy in archive.policies.values():
        if policy.announced and not policy.announced_at:
            # A policy's country is whose it is, not where it was announced.
            yield Act(policy.announced, f"Announcement of {the(policy.name)}", "policy", policy, "policies", None)


def _programmes(archive: Archive) -> Iterator[Act]:
    for programme in archive.programmes.values():
        start = (programme.period or "..").partition("/")[0]
        if start != "..":
            yield Act(start, f"Beginning of {the(programme.name)}", "programme", programme, "programmes", None)


def _memberships(archive: Archive) -> Iterator[Act]:
    for framework in archive.frameworks.values():
        for member in framework.members:
            if member.joined and not member.founding and member.role in JOINING:
                name = title(archive.by_code[member.country])
                of = framework.abbreviation or framework.name
                yield Act(member.joined, f"{name} joins {of}", "membership", framework, "frameworks", None)
