"""What follows from other records: the date of a declaration adopted at a meeting, the title of a meeting that has only
its number, what came out of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, TypeVar

from aseanrok import dates
from aseanrok.model.act import in_korean
from aseanrok.model.base import Record
from aseanrok.model.field import Reference, references
from aseanrok.tables.contributions import Contribution
from aseanrok.tables.countries import Country
from aseanrok.tables.documents import VERBS, Document
from aseanrok.tables.holders import Holder
from aseanrok.tables.meetings import Meeting
from aseanrok.tables.milestones import Milestone
from aseanrok.wording import date
from aseanrok.words.english import ordinal, the

CAME_ABOUT = {
    "Adopted": "채택", "Signed": "서명", "Issued": "발표",
    "Established": "설립", "Agreed to hold": "개최 합의", "Announced": "발표",
}  # fmt: skip
"""The Korean of what a meeting did to a thing that came about there."""

Tables = dict[str, dict[str, Record]]
R = TypeVar("R", bound=Record)


def completed(tables: Tables) -> Tables:
    """Return the tables with every value that follows from another record filled in.

    A reference that does not resolve is passed over here: the checks name it.
    """
    done = {name: dict(records) for name, records in tables.items()}
    for records in (_documents, _dated_by_meetings, _sources, _milestones, _contributions, _holders, _meetings):
        for table, id, values in records(tables):
            done[table][id] = done[table][id].model_copy(update=values)
    return done


Values = Iterator[tuple[str, str, dict[str, Any]]]


def _documents(tables: Tables) -> Values:
    """Yield the date and the place of the documents that a meeting adopted or signed."""
    for document, field, meeting in _of_meetings(tables):
        yield "documents", document.id, ({field: meeting.date} if field else {}) | _place(document, meeting)


def _of_meetings(tables: Tables) -> Iterator[tuple[Document, str, Meeting]]:
    """Yield the documents of meetings, the field of a date that one takes from its meeting, and the meeting."""
    for meeting in _of(tables, Meeting):
        for id in meeting.documents:
            document = tables["documents"].get(id)
            if isinstance(document, Document):
                field = "signed" if VERBS.get(document.kind) == "Signed" else "adopted"
                yield document, "" if document.signed or document.adopted else field, meeting


def _place(record: Document | Milestone, meeting: Meeting) -> dict[str, Any]:
    return {} if record.city or record.country else {"city": meeting.city, "country": meeting.country}


def _named_meetings(tables: Tables) -> Iterator[tuple[str, Record, Reference, Meeting]]:
    """Yield every record that took its date from a meeting it names, with its table, the reference and the meeting."""
    for table, records in tables.items():
        for record in records.values():
            for field, reference in references(type(record)).items():
                meeting = tables["meetings"].get(getattr(record, field)) if reference.dates else None
                if isinstance(meeting, Meeting):
                    yield table, record, reference, meeting


def _dated_by_meetings(tables: Tables) -> Values:
    for table, record, reference, meeting in _named_meetings(tables):
        if getattr(record, reference.dates) is None:
            yield table, record.id, {reference.dates: meeting.date}


def _sources(tables: Tables) -> Values:
    """Yield a source of the date of what takes it from a meeting, where none of its own is one."""
    given: list[tuple[str, Record, str, Meeting]] = [("documents", *of) for of in _of_meetings(tables) if of[1]]
    for table, record, reference, meeting in _named_meetings(tables):
        if reference.dates and getattr(record, reference.dates) is None:
            given.append((table, record, reference.dates, meeting))
    for table, record, field, meeting in given:
        of_the_date = [each for each in meeting.sources if "date" in each.fields]
        telling = of_the_date or [each for each in meeting.sources if not each.fields]
        own = {each.source for each in record.sources if not each.fields or field in each.fields}
        if telling and meeting.date and own.isdisjoint(each.source for each in telling):
            more = telling[0].model_copy(update={"fields": (field,)})
            yield table, record.id, {"sources": (*record.sources, more)}


def _milestones(tables: Tables) -> Values:
    for milestone in _of(tables, Milestone):
        meeting = tables["meetings"].get(milestone.meeting or "")
        if isinstance(meeting, Meeting):
            yield "milestones", milestone.id, _place(milestone, meeting)


def _contributions(tables: Tables) -> Values:
    for each in _of(tables, Contribution):
        if fund := tables["funds"].get(each.fund):
            name = getattr(fund, "abbreviation", None) or fund.called
            title = f"{name}, {each.kind} {each.status.noun}, {dates.in_words(each.period)}"
            by = "" if each.contributor == "KOR" else f" ({each.contributor})"
            korean = f"{name}, {each.kind.ko} {each.status.ko}, {date(each.period, 'ko')}{by}"
            values = {"title": title + by, "title_ko": korean, "frameworks": fund.listed_frameworks}
            yield "contributions", each.id, values


def _holders(tables: Tables) -> Values:
    for holder in _of(tables, Holder):
        if office := tables["offices"].get(holder.office):
            known = holder.tenure or (holder.in_office[0] if len(holder.in_office) == 1 else None)
            title = ", ".join(filter(None, (holder.name, office.called, known and dates.in_words(known))))
            # An office that a country holds has the country for a holder.
            named = next((each for each in _of(tables, Country) if each.called == holder.name), None)
            name_ko = holder.name_ko or (named and named.name_ko)
            korean = (name_ko, getattr(office, "name_ko", None))
            ko = ", ".join((*map(str, korean), *([date(known, "ko")] if known else []))) if all(korean) else None
            values = {"title": title, "name_ko": name_ko, "title_ko": ko, "frameworks": office.listed_frameworks}
            yield "holders", holder.id, values


def _meetings(tables: Tables) -> Values:
    came_out = _outcomes(tables)
    for meeting in _of(tables, Meeting):
        told = [*came_out.get(meeting.id, ()), *zip_longest(meeting.outcomes, meeting.outcomes_ko)]
        values: dict[str, Any] = {"outcomes": tuple(english for english, _ in told)}
        if any(korean for _, korean in told):
            values["outcomes_ko"] = tuple(korean or english for english, korean in told)
        if series := _series(tables, meeting):
            values["frameworks"] = series.frameworks
            if meeting.title is None:
                values["title"] = f"{ordinal(meeting.ordinal or 0)} {series.meeting_name}"
                if meeting.title_ko is None and series.name_ko:
                    values["title_ko"] = f"제{meeting.ordinal}차 {series.name_ko}"
                    values["derived"] = (*meeting.derived, "title_ko")
        yield "meetings", meeting.id, values


def _outcomes(tables: Tables) -> dict[str, list[tuple[str, str | None]]]:
    """Return, by the id of a meeting, what other records say came out of it, in English and where known in Korean."""
    out: dict[str, list[tuple[str, str | None]]] = {}
    for meeting in _of(tables, Meeting):
        for id in meeting.documents:
            if isinstance(document := tables["documents"].get(id), Document):
                did = VERBS.get(document.kind, "Adopted")
                signed = document.signed and not (meeting.date and not meeting.date.overlaps(document.signed))
                if did == "Signed" and document.adopted and not signed:  # of its kind, and there only adopted
                    did = "Adopted"
                out.setdefault(meeting.id, []).append(_came_about(did, document))
    for _, record, reference, meeting in _named_meetings(tables):
        if reference.outcome:
            out.setdefault(meeting.id, []).append(_came_about(reference.outcome, record))
    for milestone in _of(tables, Milestone):
        held = tables["meetings"].get(milestone.meeting or "")
        if isinstance(held, Meeting):
            series = _series(tables, held)
            if milestone.is_outcome(series.frameworks if series else held.frameworks):
                out.setdefault(held.id, []).append((milestone.title, milestone.title_ko))
    return out


def _came_about(did: str, record: Record) -> tuple[str, str | None]:
    """Return that a meeting adopted, signed or established a thing."""
    ko = getattr(record, "title_ko", None) or getattr(record, "name_ko", None)
    return f"{did} {the(record.called)}", in_korean(f"{{}} {CAME_ABOUT[did]}", ko)


def _series(tables: Tables, meeting: Meeting) -> Any:
    return tables["series"].get(meeting.series or "")


def _of(tables: Tables, record: type[R]) -> Iterator[R]:
    for records in tables.values():
        yield from (known for known in records.values() if isinstance(known, record))
