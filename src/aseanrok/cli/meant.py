"""The series that a query means, by its words; none where they may mean several, or more than the name of a series."""

from __future__ import annotations

from collections.abc import Iterable

from aseanrok import dates, store
from aseanrok.search.ask import Library
from aseanrok.search.question import Question, Term
from aseanrok.values import Row, Value
from aseanrok.words.common import ASKED, NEWEST
from aseanrok.words.tokens import KnownNames, bare, tokenise

_BESIDE = """\
chairman chairmans declaration joint meeting meetings press statement statements summary
공동성명 공동선언 선언 성명 의장성명 회의
"""

BESIDE = frozenset(_BESIDE.split())
"""What is said of a meeting beside its name, and is no part of another name."""

NAMES = ("name", "name_ko", "abbreviation", "title", "title_ko", "aliases")
"""The fields that say what a series or a meeting is called."""


class Meant(Value):
    """A series and the terms that name it: from the place of the first to the one after the last."""

    __slots__ = ("first", "last", "others", "series")

    def __init__(self, series: Row, first: int, last: int, others: tuple[int, ...]) -> None:
        self.series = series
        self.first = first
        self.last = last
        self.others = others  # the places of what is said beside the name


def meant(question: Question, library: Library, aside: Iterable[int]) -> Meant | None:
    """Return the one series that a query means, beside the terms that are no part of its name; None where unsure."""
    aside = set(aside)
    rest = [at for at in range(len(question.terms)) if at not in aside]
    groups = [group for group in question.groups if aside.isdisjoint(range(group.first, group.last))]
    whole = [
        group
        for group in groups
        if not any(other is not group and other.first <= group.first and group.last <= other.last for other in groups)
    ]
    for group in whole:
        ids = [needle.strip().removeprefix("@") for needle in group.needles]
        if series := store.rows_where("series", "id", ids):
            others = tuple(at for at in rest if not group.first <= at < group.last)
            sure = len(series) == 1 and all(is_beside(question.terms[at]) for at in others)
            return Meant(series[0], group.first, group.last, others) if sure else None
    own = [at for at in rest if not is_beside(question.terms[at])]
    if len(own) < 2 or own[-1] - own[0] != len(own) - 1:
        return None
    named = called([question.terms[at] for at in own], library, "series")
    others = tuple(at for at in rest if at not in own)
    return Meant(named[0], own[0], own[-1] + 1, others) if len(named) == 1 else None


def called(terms: Iterable[Term], library: Library, table: str) -> list[Row]:
    """Return the records of a table of whose names one holds all of some terms."""
    terms = list(terms)
    records = library.records
    found = set.intersection(*(set().union(*map(records.holding, term.whole)) for term in terms))
    ids = [facts[0] for facts in map(records.facts, found) if facts[1] == table]
    rows = store.rows_where(table, "id", ids)
    return [row for row in rows if any(holds(name, terms) for name in names(row, library.names))]


def names(row: Row, known: KnownNames) -> list[str]:
    """Return what a record is called, folded: words between blanks."""
    told = [value for field in NAMES if (value := row.get(field))]
    texts = [text for value in told for text in (value if isinstance(value, list) else [value])]
    return [f" {' '.join(word.stem for word in tokenise(text, known, stored=True))} " for text in texts]


def holds(name: str, terms: Iterable[Term]) -> bool:
    """Say whether a folded name holds all of some terms."""
    return all(any(needle in name for needle in term.whole) for term in terms)


def is_beside(term: Term) -> bool:
    """Say whether a term only asks something of a meeting, or names what a meeting issued."""
    forms = {term.literal, bare(term.literal)}
    return not forms.isdisjoint(BESIDE) or not forms.isdisjoint(ASKED) or not forms.isdisjoint(NEWEST)


def is_name(question: Question, library: Library) -> bool:
    """Say whether a query is what some record is called, or that and a year in which it was."""
    records = library.records
    if any(True for key in question.keys for _ in records.called(key)):
        return True
    years = [stem for stem in question.stems if is_year(stem)]
    dated = [records.facts(number)[2] for number, _ in records.called(_key(question.stems, years))] if years else []
    return any(date and dates.overlap(date, year) for date in dated for year in years)


def _key(stems: Iterable[str], without: Iterable[str]) -> str:
    return "".join(stem for stem in stems if stem not in without)


def is_year(text: str) -> bool:
    """Say whether a word is a year."""
    return text.isascii() and text.isdecimal() and len(text) == 4
