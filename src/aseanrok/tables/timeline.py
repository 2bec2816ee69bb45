"""The timeline: every dated act of every table, each told once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from aseanrok import dates, roles
from aseanrok.model.archive import Archive
from aseanrok.model.base import Record
from aseanrok.model.column import json_safe, of
from aseanrok.model.field import Reference, references
from aseanrok.model.table import PLACE_KO, SOURCES, STATUS, Argument, Command, StandsFor, Table, place, place_ko
from aseanrok.model.vocabulary import ActKind, Confidence, DocumentKind, Level, MilestoneKind, Mode, Status
from aseanrok.tables.documents import parties_in_a_sentence
from aseanrok.tables.milestones import Milestone
from aseanrok.words import natural
from aseanrok.words.english import the

JOINING = ("member", "participant")
"""The roles a country takes by joining; a dialogue partnership has milestones of its own."""

ISSUED = {DocumentKind.REPORT: ("Publication", "발간"), DocumentKind.CHAIRMANS_STATEMENT: ("Issue", "발표")}
"""What the appearance of a document is called, where it is not adopted."""


class Act(NamedTuple):
    """A dated act: `where` is the record that knows its place, or None; `dated_by` the field its date comes from."""

    date: str
    title: str
    kind: str
    record: Any
    table: str
    where: Record | None
    dated_by: str
    title_ko: str | None = None


def acts(archive: Archive) -> Iterator[Act]:
    """Yield every dated act, each once: what a meeting adopted or founded is among that meeting's outcomes."""
    yield from _meetings(archive)
    yield from _milestones(archive)
    yield from _documents(archive)
    yield from _foundings(archive)
    yield from _programmes(archive)
    yield from _memberships(archive)
    yield from _offices(archive)


def _meetings(archive: Archive) -> Iterator[Act]:
    for meeting in archive.meetings.values():
        if meeting.date:
            series = archive.get(meeting.series)
            kind = str(series.level) if series else "meeting"  # type: ignore[attr-defined]
            held = meeting.status is Status.HELD
            title = meeting.called if held else f"{meeting.called} ({meeting.status})"
            korean = "{}" if held else f"{{}} ({meeting.status.ko})"
            yield Act(
                meeting.date, title, kind, meeting, "meetings", meeting, "date", _ko(korean, meeting.title_ko)
            )  # fmt: skip


def _ko(phrase: str, *names: str | None) -> str | None:
    """Return a phrase in Korean around names, or None where one of them has no Korean name."""
    return phrase.format(*names) if all(names) else None


def is_outcome(milestone: Milestone, frameworks: tuple[str, ...]) -> bool:
    """Say whether a milestone at a meeting belongs to one of the meeting's frameworks, and so to its outcomes."""
    return not set(milestone.frameworks).isdisjoint(frameworks)


def _milestones(archive: Archive) -> Iterator[Act]:
    for milestone in archive.milestones.values():
        meeting = archive.get(milestone.meeting)
        if milestone.date and not (meeting and is_outcome(milestone, meeting.listed_frameworks)):
            yield Act(
                milestone.date, milestone.title, str(milestone.kind), milestone, "milestones", milestone, "date",
                milestone.title_ko,
            )  # fmt: skip


def _documents(archive: Archive) -> Iterator[Act]:
    for document in archive.documents.values():
        name = the(document.title)
        if not any(getattr(meeting, "date", None) for meeting in archive.naming("documents", document.id)):
            if document.signed:
                what, ko = f"Signing of {name}", _ko("{} 서명", document.title_ko)
                yield Act(document.signed, what, "signing", document, "documents", document, "signed", ko)
            if document.adopted:
                did, korean = ISSUED.get(document.kind, ("Adoption", "채택"))
                what, ko = f"{did} of {name}", _ko(f"{{}} {korean}", document.title_ko)
                yield Act(document.adopted, what, "adoption", document, "documents", document, "adopted", ko)
        for entry in document.entry_into_force:
            for_whom = f" for {parties_in_a_sentence(archive, entry.countries)}" if entry.countries else ""
            what = f"Entry into force of {name}{for_whom}"
            parties = [archive.by_code[code].name_ko for code in entry.countries if code in archive.by_code]
            ko = _ko("{} 발효 ({})", document.title_ko, ", ".join(parties)) if parties and all(parties) else None
            ko = ko if parties else _ko("{} 발효", document.title_ko)
            yield Act(entry.date, what, "entry-into-force", document, "documents", None, "entry_into_force", ko)


FOUNDING = {
    "established": ("Establishment", "establishment", "설립"), "announced": ("Announcement", "policy", "발표")
}  # fmt: skip
"""What it is called, its kind, and its Korean, where a thing began outside any meeting, by the field that dates it."""


def _foundings(archive: Archive) -> Iterator[Act]:
    for table, record in archive:
        for field, reference in references(type(record)).items():
            when = getattr(record, reference.dates) if reference.dates in FOUNDING else None
            if when and not getattr(record, field):
                what, kind, korean = FOUNDING[reference.dates]
                # A policy's country is whose it is, not where it was announced.
                where = record if reference.dates == "established" else None
                title, ko = f"{what} of {the(record.called)}", _ko(f"{{}} {korean}", getattr(record, "name_ko", None))
                yield Act(when, title, kind, record, table, where, reference.dates, ko)


def _programmes(archive: Archive) -> Iterator[Act]:
    for programme in archive.programmes.values():
        start = (programme.period or dates.OPEN).partition("/")[0]
        if start != dates.OPEN:
            what, ko = f"Beginning of {the(programme.name)}", _ko("{} 시작", programme.name_ko)
            yield Act(start, what, "programme", programme, "programmes", None, "period", ko)


def _memberships(archive: Archive) -> Iterator[Act]:
    for framework in archive.frameworks.values():
        for member in framework.members:
            if member.joined and not member.founding and member.role in JOINING:
                country = archive.by_code[member.country]
                what = f"{country.name} joins {framework.abbreviation or framework.name}"
                ko = _ko("{}, {} 가입", country.name_ko, framework.name_ko)
                yield Act(member.joined, what, "membership", framework, "frameworks", None, "members", ko)


def _offices(archive: Archive) -> Iterator[Act]:
    for holder in archive.holders.values():
        office = archive.offices[holder.office]
        start = (holder.tenure or dates.OPEN).partition("/")[0]
        # An appointment that is a milestone of its own is told there.
        told = any(id in archive.milestones for id in holder.related)
        if start != dates.OPEN and office.on_timeline and not told:
            title, ko = f"{holder.name} becomes {office.name}", _ko("{}, {} 취임", holder.name_ko, office.name_ko)
            yield Act(start, title, "office", holder, "holders", None, "tenure", ko)


def _place(act: Act, archive: Archive) -> str | None:
    """Return a place with the mode where not in person: `Seoul, ROK (hybrid)`, `virtual, hosted by Viet Nam`."""
    where, mode = place(act.where, archive), getattr(act.where, "mode", None)
    if mode is Mode.VIRTUAL:
        return f"{mode}, hosted by {where}" if where else str(mode)
    return f"{where} ({mode})" if where and mode is Mode.HYBRID else where


def _place_ko(act: Act, archive: Archive) -> str | None:
    """Return the same in Korean: `대한민국 서울 (대면·화상 병행)`, `화상, 베트남 주최`."""
    where, mode = place_ko(act.where, archive), getattr(act.where, "mode", None)
    if mode is Mode.VIRTUAL:
        return f"{mode.ko}, {where} 주최" if where else mode.ko
    return f"{where} ({mode.ko})" if where and mode is Mode.HYBRID else where


KINDS = {**MilestoneKind.words(), **Level.words(), **ActKind.words()}
"""The Korean of every kind of act."""

TABLE = Table(
    name="timeline",
    about="Every dated act, oldest first.",
    rank=10,
    singular="act",
    name_ko="연표",
    columns=(
        of("date", "date", "When it happened: an EDTF date as precise as its source.", "일자", roles=(roles.DATE,)),
        of("title", "text", "What happened.", "제목", roles=(roles.LABEL,)),
        of("kind", "text", "What kind of act: summit, ministerial, signing, entry-into-force, establishment, ...",
           "종류", roles=(roles.KIND,), words=KINDS),
        of("frameworks", "list", "Ids of the frameworks it belongs to.", "협의체",
           lambda act, _: list(act.record.listed_frameworks), reference=Reference(("frameworks",))),
        of("place", "text", "City and country as people read them, with the mode where not in person.", "장소", _place,
           roles=(roles.PLACE,), made_of=("city", "country", "mode")),
        of("country", "text", "ISO 3166-1 alpha-3 code of the country it took place in.", "국가",
           lambda act, _: getattr(act.where, "country", None), roles=(roles.COUNTRY, roles.WHOLE)),
        of("mode", "text", "How a meeting was held.", "방식",
           lambda act, _: json_safe(getattr(act.record, "mode", None)), words=Mode.words()),
        STATUS._replace(value=lambda act, archive: STATUS.value(act.record, archive)),
        of("outcomes", "list", "What came out of it.", "결과", lambda act, _: list(getattr(act.record, "outcomes", ())),
           roles=(roles.ITEMS,)),
        of("id", "text", "Id of the record it comes from.", "식별자", lambda act, _: act.record.id, heading="Id",
           roles=(roles.WHOLE,), reference=Reference(())),
        of("table", "text", "Table of that record.", "표", roles=(roles.TABLE,)),
        SOURCES._replace(value=lambda act, archive: SOURCES.value(act.record, archive)),
        of("title_ko", "text", "The same in Korean, where the names in it are known.", "한국어 제목",
           heading="Korean title"),
        of("confidence", "text", "high, medium or announced.", "신뢰도", lambda act, _: str(act.record.confidence),
           words=Confidence.words()),
        PLACE_KO._replace(value=_place_ko),
    ),
    listing=("date", "title", "place", "id", "outcomes"),
    items=acts,
    # On one day the meeting stands before what happened there.
    order=lambda row: (
        dates.order(str(row["date"])), row["table"] != "meetings", natural(str(row["id"])), row["title"]
    ),
    disputable=True,
    stands_for=lambda act: StandsFor(act.record, (act.dated_by,)),
    command=Command(
        group="Read",
        rank=10,
        help="Every dated act, oldest first.",
        text="""\
Every dated act, oldest first: meetings, documents, foundings, entries into force.

A date is as precise as its source. Filters keep whatever may fall in the time asked for.

\b
Examples:
  aseanrok timeline mekong
  aseanrok timeline --framework mekong,apt
  aseanrok timeline --since 2019 --until 2021-06
  aseanrok timeline --since 2015 --chart
  aseanrok timeline --country Laos --format csv""",
        filters=("framework", "since", "until", "year", "kind", "country", "place", "match", "chart"),
        argument=Argument(metavar="ABOUT", help="What the rows are about: mekong, Laos, akcf, 2019."),
    ),
)  # fmt: skip
