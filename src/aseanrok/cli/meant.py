"""The series that a query means, by its words; none where they may mean several, or more than the name of a series."""

from __future__ import annotations

from aseanrok import dates, store
from aseanrok.cli.listed import is_year
from aseanrok.search.ask import Library
from aseanrok.search.lookup import FACTS
from aseanrok.search.question import Question, Term
from aseanrok.values import Row, Value
from aseanrok.views import NOT_HELD
from aseanrok.words.common import ASKED, BESIDE, COMMON, NEWEST, ROK, UNSAID, bare
from aseanrok.words.tokens import KnownNames, tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = ("name", "name_ko", "abbreviation", "title", "title_ko", "aliases")
"""The fields that say what a series or a meeting is called."""

AT = {name: at for at, name in enumerate(FACTS)}
"""Where a fact of a record stands among those that a search reads."""


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
    terms = [question.terms[at] for at in own]
    named = called(terms, library, "series")
    if len(named) != 1 or not any(_is_all(name, terms, question, library) for name in names(named[0], library.names)):
        return None
    return Meant(named[0], own[0], own[-1] + 1, tuple(at for at in rest if at not in own))


def _is_all(name: str, terms: Iterable[Term], question: Question, library: Library) -> bool:
    """Say whether terms are all of a folded name but what goes without saying: 4th Mekong summit, ARF ministers.

    Who says ASEAN and not the ROK means another meeting, though none but that with the ROK is recorded.
    """
    said = {word for term in terms for needle in term.whole for word in needle.split()}
    left = [word for word in name.split() if word not in said and word not in COMMON]
    if "asean" in said and ROK in left:
        return False
    ids = {needle.strip(" @") for group in question.groups for needle in group.needles}
    return all(word in UNSAID or not ids.isdisjoint(library.names.things.get(word, ())) for word in left)


def called(terms: Iterable[Term], library: Library, table: str) -> list[Row]:
    """Return the records of a table of whose names one holds all of some terms."""
    terms = list(terms)
    records = library.records
    found = set.intersection(*(set().union(*map(records.holding, term.whole)) for term in terms))
    ids = [facts[0] for facts in map(records.facts, found) if facts[AT["table"]] == table]
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
    """Say whether a query is what some record is called, or that and a year in which it was; no meeting put off is."""
    records = library.records
    years = [stem for stem in question.stems if is_year(stem)]
    found = {number for key in question.keys for number, _ in records.called(key)}
    for number, _ in records.called(_key(question.stems, years)) if years else ():
        date = records.facts(number)[AT["date"]]
        if date and any(dates.overlap(date, year) for year in years):
            found.add(number)
    return any(records.facts(number)[AT["status"]] not in NOT_HELD[1:] for number in found)


def _key(stems: Iterable[str], without: Iterable[str]) -> str:
    return "".join(stem for stem in stems if stem not in without)
