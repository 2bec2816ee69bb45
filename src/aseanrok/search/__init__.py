"""Search: which records people mean by some words, and why. Pure functions over prepared text: no files, no clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import NamedTuple

from aseanrok.fold.prepared import Prepared
from aseanrok.fold.words import COMMON, Names, words
from aseanrok.search.question import Question, parse
from aseanrok.search.ranking import Findings, Hit, search

FIELDS = (
    ("id", "text", "Id of the record."),
    ("table", "text", "Table the record stands in."),
    ("title", "text", "What it is called."),
    ("date", "date", "The date it is listed under."),
    ("frameworks", "list", "Ids of the frameworks it belongs to."),
    ("score", "integer", "How well it answers: 1000 where its id is the query, 900 and more where its name is."),
    ("field", "text", "The field that holds the words, or most of those that the title does not hold."),
    ("snippet", "text", "What stands there; of a long text, the part around the words."),
)
"""The fields of a hit: name, type, description."""

MISSING = ("missing", "list", "Words of the query that the record does not hold; only where none holds all of them.")
RECORD = ("record", "text", "The row of the record in its own table; only with --full.")


class Library(NamedTuple):
    """All that a search reads; the vocabulary only where a word is not found."""

    prepared: Prepared
    names: Names
    countries: Mapping[str, str]  # as they are shown, by what they are typed
    vocabulary: Callable[[], Mapping[str, int]]


class Answer(NamedTuple):
    """What a query found. Where slips were corrected, `question` is the corrected one and `slips` names them."""

    question: Question
    hits: tuple[Hit, ...]
    near: tuple[Hit, ...] = ()
    slips: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def ask(library: Library, text: str, allowed: Iterable[int] | None = None, *, guess: bool = True) -> Answer:
    """Return what a query finds among all records, or among those whose numbers are `allowed`.

    Where a word stands in no record, the nearest words are looked for instead, but never a country; `guess` allows it.
    """
    question = parse(text, library.names)
    left = None if allowed is None else frozenset(allowed)
    if question.filters:
        from aseanrok.search.filters import passing

        passed = passing(library.prepared, question.filters, library.names)
        left = passed if left is None else left & passed
    findings = search(library.prepared, question, left)
    if findings.hits or not findings.unknown:
        return Answer(question, tuple(findings.hits), tuple(findings.near))
    from aseanrok.search.slips import suggested  # only a slip needs it

    if guess and (better := _corrected(library, question, findings, left)):
        return better
    offered = [
        word for term in findings.unknown for word in suggested(term.literal, library.vocabulary(), library.countries)
    ]
    unknown = tuple(term.shown for term in findings.unknown)
    return Answer(question, (), tuple(findings.near), (), unknown, tuple(dict.fromkeys(offered))[:3])


def _corrected(library: Library, question: Question, findings: Findings, left: frozenset[int] | None) -> Answer | None:
    """Return what the nearest words find in the place of those that no record holds; None where they find nothing."""
    from aseanrok.search.slips import corrected

    vocabulary = library.vocabulary()
    slips = tuple(term.shown for term in findings.unknown)
    nearest = [
        [word for word in corrected(term.literal, vocabulary, library.countries) if word not in COMMON]
        for term in findings.unknown
    ]
    for meant_words in product(*nearest):
        text = question.text
        for term, meant_word in zip(findings.unknown, meant_words, strict=True):
            for word in words(text):
                if word.literal == term.literal:
                    text = text[: word.start] + meant_word + text[word.end :]
                    break
        meant = parse(text, library.names)
        if hits := search(library.prepared, meant, left).hits:
            return Answer(meant, tuple(hits), slips=slips)
    return None
