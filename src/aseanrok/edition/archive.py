"""All records together, with what follows from other records filled in: the date of a declaration adopted at a
meeting, the title of a meeting that has only its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from aseanrok.edition.load import DATA, Problem, read_all
from aseanrok.errors import InvalidData
from aseanrok.model import records as r
from aseanrok.model.base import Citation, Record

Tables = dict[str, dict[str, Record]]
R = TypeVar("R", bound=Record)


class Archive:
    """The records of every table, read on first touch.

    Each table is a mapping from id to record: `archive.meetings["mekong-rok-fmm-7"].date`. Values that follow from
    other records are filled in. Raises InvalidData, naming every problem, when a file cannot be read.
    """

    def __init__(self, folder: Path = DATA) -> None:
        self._folder = folder

    @classmethod
    def of(cls, tables: Tables) -> Archive:
        """Return an archive of records already read."""
        archive = cls()
        archive.__dict__["tables"] = completed(tables)
        return archive

    @cached_property
    def tables(self) -> Tables:
        """Every table by name: table -> id -> record."""
        tables, problems = read_all(self._folder)
        if problems:
            raise InvalidData(said(problems))
        return completed(tables)

    def _table(self, model: type[R]) -> Mapping[str, R]:
        name = next(name for name, known in r.TABLES.items() if known is model)
        return cast("Mapping[str, R]", self.tables[name])

    @property
    def frameworks(self) -> Mapping[str, r.Framework]:
        return self._table(r.Framework)

    @property
    def countries(self) -> Mapping[str, r.Country]:
        return self._table(r.Country)

    @property
    def series(self) -> Mapping[str, r.Series]:
        return self._table(r.Series)

    @property
    def meetings(self) -> Mapping[str, r.Meeting]:
        return self._table(r.Meeting)

    @property
    def milestones(self) -> Mapping[str, r.Milestone]:
        return self._table(r.Milestone)

    @property
    def documents(self) -> Mapping[str, r.Document]:
        return self._table(r.Document)

    @property
    def funds(self) -> Mapping[str, r.Fund]:
        return self._table(r.Fund)

    @property
    def projects(self) -> Mapping[str, r.Project]:
        return self._table(r.Project)

    @property
    def institutions(self) -> Mapping[str, r.Institution]:
        return self._table(r.Institution)

    @property
    def programmes(self) -> Mapping[str, r.Programme]:
        return self._table(r.Programme)

    @property
    def policies(self) -> Mapping[str, r.Policy]:
        return self._table(r.Policy)

    @property
    def statistics(self) -> Mapping[str, r.Statistic]:
        return self._table(r.Statistic)

    @property
    def glossary(self) -> Mapping[str, r.Term]:
        return self._table(r.Term)

    @property
    def sources(self) -> Mapping[str, r.Source]:
        return self._table(r.Source)

    @property
    def conflicts(self) -> Mapping[str, r.Conflict]:
        return self._table(r.Conflict)

    def __iter__(self) -> Iterator[tuple[str, Record]]:
        """Yield every record with the name of its table."""
        for table, records in self.tables.items():
            for record in records.values():
                yield table, record

    def __getitem__(self, id: str) -> Record:
        """Return the record with this id; raise KeyError where there is none."""
        return self._by_id[id][1]

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def table_of(self, id: str) -> str:
        """Return the name of the table a record stands in; raise KeyError where there is none."""
        return self._by_id[id][0]

    @cached_property
    def _by_id(self) -> dict[str, tuple[str, Record]]:
        return {record.id: (table, record) for table, record in self}

    @cached_property
    def adopted_at(self) -> dict[str, Record]:
        """The meeting that adopted or signed a document, by the id of the document."""
        return {id: meeting for meeting in self.meetings.values() for id in meeting.documents}

    @cached_property
    def meetings_of(self) -> dict[str, list[r.Meeting]]:
        """The meetings of a series, by the id of the series, in the order of the file."""
        meetings: dict[str, list[r.Meeting]] = {}
        for meeting in self.meetings.values():
            meetings.setdefault(meeting.series or "", []).append(meeting)
        return meetings

    @cached_property
    def resting_on(self) -> dict[str, set[str]]:
        """The ids of the records that rest on a source, by the id of the source."""
        resting: dict[str, set[str]] = {}
        for _, record in self:
            for _, citation in citations(record):
                resting.setdefault(citation.source, set()).add(record.id)
        for conflict in self.conflicts.values():
            for statement in conflict.statements:
                resting.setdefault(statement.source, set()).add(conflict.id)
        return resting

    @cached_property
    def disputes(self) -> dict[str, list[r.Conflict]]:
        """The conflicts about a record, by the id of the record."""
        about: dict[str, list[r.Conflict]] = {}
        for conflict in self.conflicts.values():
            about.setdefault(conflict.about, []).append(conflict)
        return about

    @cached_property
    def by_code(self) -> dict[str, r.Country]:
        """Countries by ISO 3166-1 alpha-3 code."""
        return {country.iso3: country for country in self.countries.values()}


def citations(record: Record) -> Iterator[tuple[str, Citation]]:
    """Yield a record's citations, each with the field of the part it stands in ("" for the record itself)."""
    for citation in record.sources:
        yield "", citation
    for field in ("members",):
        for part in getattr(record, field, ()):
            for citation in part.sources:
                yield field, citation


def said(problems: list[Problem]) -> str:
    """Return problems as people read them, one a line."""
    return "\n".join(str(problem) for problem in problems)


def title(record: Record) -> str:
    """Return what a record is called."""
    return str(getattr(record, record.label))


def frameworks(record: Record) -> tuple[str, ...]:
    """Return the ids of the frameworks a record belongs to; a framework belongs to itself."""
    return (record.id,) if isinstance(record, r.Framework) else getattr(record, "frameworks", ())


def date(record: Record) -> str | None:
    """Return the date a record is listed under, as EDTF, or None."""
    field = dated_by(record)
    return str(getattr(record, field)) if field else None


DATED_BY = ("date", "signed", "adopted", "established", "announced", "period", "agreed", "published")
"""The fields that date a record, the first of them it has."""


def dated_by(record: Record) -> str | None:
    """Return the name of the field a record takes its date from, or None where it has no date."""
    return next((field for field in DATED_BY if getattr(record, field, None)), None)


def ordinal(number: int) -> str:
    """Return `1st`, `2nd`, `13th`, `22nd`."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def the(name: str) -> str:
    """Return a name with its article."""
    return name if name.lower().startswith("the ") else f"the {name}"


def completed(tables: Tables) -> Tables:
    """Return the tables with every value that follows from another record filled in.

    A reference that does not resolve is passed over here: the checks name it.
    """
    meetings = cast("dict[str, r.Meeting]", tables["meetings"])
    series = cast("dict[str, r.Series]", tables["series"])
    documents = cast("dict[str, r.Document]", tables["documents"])

    adopted_at = {id: meeting for meeting in meetings.values() for id in meeting.documents}
    done: Tables = {name: dict(records) for name, records in tables.items()}
    for id, document in documents.items():
        if meeting := adopted_at.get(id):
            own = document.signed or document.adopted
            field = "signed" if VERBS.get(document.kind) == "Signed" else "adopted"
            when = {field: meeting.date} if own is None else {}
            place = {} if document.city or document.country else {"city": meeting.city, "country": meeting.country}
            done["documents"][id] = document.model_copy(update=when | place)
    for table, field, at, _ in CAME_OUT:
        for id, record in tables[table].items():
            if (meeting := meetings.get(getattr(record, at) or "")) and getattr(record, field) is None:
                done[table][id] = record.model_copy(update={field: meeting.date})
    for id, record in tables["milestones"].items():
        milestone = cast("r.Milestone", record)
        if meeting := meetings.get(milestone.meeting or ""):
            place = {} if milestone.city or milestone.country else {"city": meeting.city, "country": meeting.country}
            done["milestones"][id] = milestone.model_copy(update={"date": meeting.date} | place)
    came_out = _came_out(tables)
    for id, meeting in meetings.items():
        update: dict[str, Any] = {"outcomes": (*came_out.get(id, ()), *meeting.outcomes)}
        if of := series.get(meeting.series or ""):
            update["frameworks"] = of.frameworks
            if meeting.title is None:
                update["title"] = f"{ordinal(meeting.ordinal or 0)} {of.meeting_name}"
                if meeting.title_ko is None and of.name_ko:
                    update["title_ko"] = f"제{meeting.ordinal}차 {of.name_ko}"
        done["meetings"][id] = meeting.model_copy(update=update)
    return done


VERBS = {"agreement": "Signed", "protocol": "Signed", "mou": "Signed", "chairmans-statement": "Issued"}
"""What is done to a document of a kind, where it is not adopted."""


CAME_OUT = (
    ("frameworks", "established", "established_at", "Established"),
    ("funds", "established", "established_at", "Established"),
    ("institutions", "established", "established_at", "Established"),
    ("policies", "announced", "announced_at", "Announced"),
    ("series", "agreed", "agreed_at", "Agreed to hold"),
)
"""What else may come out of a meeting: a table, the field that takes the meeting's date, the field that names the
meeting, and what was done there."""


def _came_out(tables: Tables) -> dict[str, list[str]]:
    """Return, by the id of a meeting, what other records say came out of it."""
    out: dict[str, list[str]] = {}
    for meeting in cast("dict[str, r.Meeting]", tables["meetings"]).values():
        for id in meeting.documents:
            if isinstance(document := tables["documents"].get(id), r.Document):
                did = VERBS.get(document.kind, "Adopted")
                out.setdefault(meeting.id, []).append(f"{did} {the(document.title)}")
    for table, _, at, did in CAME_OUT:
        for record in tables[table].values():
            if id := getattr(record, at):
                out.setdefault(id, []).append(f"{did} {the(title(record))}")
    for milestone in cast("dict[str, r.Milestone]", tables["milestones"]).values():
        held = cast("r.Meeting | None", tables["meetings"].get(milestone.meeting or ""))
        if held is not None:
            own = frameworks(tables["series"].get(held.series or "", held))
            if is_outcome(milestone, own):
                out.setdefault(held.id, []).append(milestone.title)
    return out


def is_outcome(milestone: r.Milestone, own: tuple[str, ...]) -> bool:
    """Say whether a milestone at a meeting belongs to one of the meeting's `own` frameworks, and so to its outcomes."""
    return not set(milestone.frameworks).isdisjoint(own)
