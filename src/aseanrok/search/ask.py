"""Search: which records people mean by some words, and why. Pure functions over index text: no files, no clock."""

from __future__ import annotations

from itertools import islice, product

from aseanrok.search.lookup import Index, Things
from aseanrok.search.question import Question, Term, parse
from aseanrok.search.ranking import ALIAS, Findings, Hit, search
from aseanrok.values import Value
from aseanrok.words.common import ASKED, COMMON, bare
from aseanrok.words.tokens import KnownNames, tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from aseanrok.slices import Content


LONG = 8
"""Two words of so few letters together may stand side by side by chance."""


SLIPS = 10
"""A query with more slips than these is none that was typed by hand: it is not mended."""

MOST = 30
"""In so many ways at most the slips of a query are read."""

FEW = 3
"""Where no more records hold the words that ask for a field, they hold them by chance."""


class Library(Value):
    """All that a search reads; the vocabulary only where a word is not found."""

    __slots__ = ("countries", "kinds", "names", "records", "vocabulary")

    def __init__(
        self,
        records: Index,
        names: KnownNames,
        countries: Mapping[str, str],
        kinds: Mapping[str, Sequence[str]],
        vocabulary: Callable[[], Mapping[str, int]],
    ) -> None:
        self.records = records
        self.names = names
        self.countries = countries  # as they are shown, by what they are typed
        self.kinds = kinds  # what a record of each table is called, in English and in Korean
        self.vocabulary = vocabulary


def library(column: Callable[[str], Content], read: Callable[[str], Any]) -> Library:
    """Return what a search reads: `column` gives a column of the index, `read` what else there is, each by its name."""
    known = read("names")
    return Library(
        Index(column, known["weights"], known["newest"]),
        KnownNames(known["countries"], Things(column("things")), known["pairs"]),
        known["shown"],
        known["kinds"],
        lambda: read("words"),
    )


class Answer(Value):
    """What a query found. Where slips were corrected, `question` is the corrected one and `slips` names them.

    `asked` are words that no hit need hold, for they ask for what a card tells: its place, its chair, its sum. Where a
    record holds all words by `chance`, those `near` are of each of the countries that are named.
    """

    __slots__ = ("asked", "chance", "hits", "near", "question", "slips", "suggestions", "unknown")

    def __init__(
        self,
        question: Question,
        hits: tuple[Hit, ...],
        near: tuple[Hit, ...] = (),
        slips: tuple[str, ...] = (),
        unknown: tuple[str, ...] = (),
        suggestions: tuple[str, ...] = (),
        asked: tuple[str, ...] = (),
        chance: bool = False,
    ) -> None:
        self.asked = asked
        self.chance = chance
        self.question = question
        self.hits = hits
        self.near = near
        self.slips = slips
        self.unknown = unknown
        self.suggestions = suggestions


def ask(
    library: Library, text: str, allowed: Iterable[int] | None = None, *, guess: bool = True, asking: bool = True
) -> Answer:
    """Return what a query finds among all records, or among those whose numbers are `allowed`.

    Where a word stands in no record, the nearest words are looked for instead, but never a country; `guess` allows it.
    Words that ask for a field need not stand in a record where `asking` allows it.
    """
    question = parse(text, library.names)
    left = remaining(library, question, allowed)
    findings = search(library.records, question, left)
    is_name = findings.hits and findings.hits[0].score >= ALIAS
    if len(findings.hits) <= FEW and guess and not is_name and (each := _of_each(library, question, left, findings)):
        return each
    if len(findings.hits) <= FEW and asking and not is_name and (without := _without_asked(library, question, left)):
        # What is called by all of the words stays first.
        first = [hit for hit in findings.hits if _is_called(library, question, hit.number)]
        own = {hit.number for hit in first}
        return without.replace(hits=(*first, *(hit for hit in without.hits if hit.number not in own)))
    if findings.hits or not findings.unknown:
        return Answer(question, tuple(findings.hits), tuple(findings.near))
    from aseanrok.search.slips import suggested  # only a slip needs it

    if guess and len(findings.unknown) <= SLIPS and (better := _corrected(library, question, findings, left)):
        return better
    offered = [
        word for term in findings.unknown for word in suggested(term.literal, library.vocabulary(), library.countries)
    ]
    unknown = tuple(term.shown for term in findings.unknown)
    return Answer(question, (), tuple(findings.near), (), unknown, tuple(dict.fromkeys(offered))[:3])


def _of_each(library: Library, question: Question, left: frozenset[int] | None, findings: Findings) -> Answer | None:
    """Return the best records of each country that is named beside others and other words; None where they are one."""
    if sum(term.whole[0].startswith(" =") for term in question.terms) < 2:  # most questions
        return None
    from aseanrok.search.each import best

    hits = best(library.records, question, left, findings.hits)
    if not hits:
        return None
    own = {hit.number for hit in hits}
    others = tuple(hit for hit in (*findings.hits, *findings.near) if hit.number not in own)
    unknown = tuple(term.shown for term in findings.unknown)
    return Answer(question, (), (*hits, *others), unknown=unknown, chance=bool(findings.hits))


def remaining(library: Library, question: Question, allowed: Iterable[int] | None) -> frozenset[int] | None:
    """Return the numbers of those `allowed` records that the filters of a question leave; None where all are left."""
    left = None if allowed is None else frozenset(allowed)
    if question.filters:
        from aseanrok.search.filters import passing

        passed = passing(library.records, question.filters, library.names)
        left = passed if left is None else left & passed
    return left


def _is_called(library: Library, question: Question, number: int) -> bool:
    """Say whether a record is called by all words of a question: by its title, or by its id."""
    if library.records.facts(number)[0] == question.text.strip().lower():
        return True
    title = library.records.title(number)
    return all(any(needle in title for needle in term.whole) for term in question.terms)


def _is_beside(library: Library, question: Question, slip: Term, word: str) -> bool:
    """Say whether records hold a word beside the neighbour of a slip: `lumpur` of `Kuala Lumpor`."""
    from aseanrok.words.stem import stem

    at = question.terms.index(slip)
    beside = [(question.terms[at - 1], "{} {}")] if at else []
    beside += [(question.terms[at + 1], "{1} {0}")] if at + 1 < len(question.terms) else []
    names = (form.format(term.whole[0].strip(), stem(word)) for term, form in beside if term.literal.isalpha())
    return any(len(name) > LONG and library.records.holding(f" {name} ") for name in names)


def _without_asked(library: Library, question: Question, left: frozenset[int] | None) -> Answer | None:
    """Return what a query finds without the words that ask for a field; None where it has none, or finds nothing."""
    asked = [term for term in question.terms if {term.literal, bare(term.literal)} & ASKED]
    kept = tuple(at for at, term in enumerate(question.terms) if term not in asked)
    if not asked or not kept:
        return None
    meant = question.only(kept)
    hits = search(library.records, meant, left).hits
    return Answer(meant, tuple(hits), asked=tuple(term.shown for term in asked)) if hits else None


def _corrected(library: Library, question: Question, findings: Findings, left: frozenset[int] | None) -> Answer | None:
    """Return what the nearest words find in the place of those that no record holds; None where they find nothing."""
    from aseanrok.search.slips import corrected, is_slip

    vocabulary = library.vocabulary()
    slips = tuple(term.shown for term in findings.unknown)
    nearest = [
        [
            word
            for word in corrected(term.literal, vocabulary, library.countries)
            if word not in COMMON and (is_slip(term.literal, word) or _is_beside(library, question, term, word))
        ]
        for term in findings.unknown
    ]
    for meant_words in islice(product(*nearest), MOST):
        text = question.text
        for term, meant_word in zip(findings.unknown, meant_words, strict=True):
            for word in tokenise(text):
                if word.literal == term.literal:
                    text = text[: word.start] + meant_word + text[word.end :]
                    break
        meant = parse(text, library.names)
        if hits := search(library.records, meant, left).hits:
            return Answer(meant, tuple(hits), slips=slips)
    return None
