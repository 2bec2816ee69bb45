"""Which records hold what a question asks for, the best first: one scan of the index text, and no index."""

from __future__ import annotations

from itertools import pairwise
from math import log

from aseanrok.search.lookup import TIER, Index
from aseanrok.search.question import Question, Term
from aseanrok.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ID, NAME, ALIAS, OTHERWISE = 1000, 950, 900, 880
"""Scores of records whose id, name or other name is the query, and the highest score of all others."""

TIERS = (10.0, 9.0, 7.0, 4.0, 3.0, 1.0)
"""What a word weighs in a passage of each tier, from a record's name down to what stands around it."""

NAMED, KIND = 0.5, 1.0
"""What it adds that a word of the question is the record's own name, and that one is its kind: `summit`."""

_BACKWARDS = str.maketrans("0123456789", "9876543210")

MENTIONED, PART = 0.8, 0.4
"""What a thing weighs where it goes by another name, and a word where it is only the beginning of one."""


class Hit(Value):
    """A record by its number, how well it answers (1000 at most), and the words of the query that it does not hold."""

    __slots__ = ("missing", "number", "score")

    def __init__(self, number: int, score: int, missing: tuple[str, ...] = ()) -> None:
        self.number = number
        self.score = score
        self.missing = missing


class Findings(Value):
    """Records that hold all that was asked for; if none does, those that hold most, and the words that none holds."""

    __slots__ = ("hits", "near", "unknown")

    def __init__(self, hits: Sequence[Hit], near: Sequence[Hit] = (), unknown: tuple[Term, ...] = ()) -> None:
        self.hits = hits
        self.near = near
        self.unknown = unknown


NEAR, NEARLY = 20, 0.6
"""So many records are shown that do not hold all words, and what share of the score of the first each has at least."""

FEW, OTHERS = 5, 3
"""So many of them are shown whatever their score, and so many for each word that none of them holds."""

MANY = 150
"""A word that more records hold than these leads only to those that are called so."""

Found = dict[int, tuple[str, ...]]
"""Records by their number, with the words they miss."""


def search(index: Index, question: Question, allowed: frozenset[int] | None = None) -> Findings:
    """Return the records that answer a question, best first, ties by date.

    `allowed` are the numbers of the records that filters have left; a word is unknown where no record at all holds it.
    """
    return _Search(index, question, allowed).findings()


class _Search:
    """One scan of the index text."""

    def __init__(self, index: Index, question: Question, allowed: frozenset[int] | None) -> None:
        self._index = index
        self._question = question
        self._allowed = allowed
        self._unwanted: set[int] | None = None
        self._ways = [ways(question, at) for at in range(len(question.terms))]
        # The word as a whole in every record: how rare it is, and where to begin.
        self._whole = [set().union(*map(index.holding, term.whole)) for term in question.terms]
        shares = [log(1 + len(index) / (1 + len(held))) for held in self._whole]
        self._shares = [share / (sum(shares) or 1) for share in shares]
        stems = question.stems
        # The records that one word of the question names outright: `ASEAN` of `who chairs ASEAN`.
        self._named = {number for word in set(stems) for number, _ in index.called(word)} if len(stems) > 1 else set()
        self._phrase = f" {' '.join(stems)} " if len(stems) > 1 else ""
        self._pairs = [f" {first} {second} " for first, second in pairwise(stems)]
        self._needles = {needle for term in question.terms for needle in term.whole}
        self._kinds: dict[str, bool] = {"": False}

    def findings(self) -> Findings:
        """Return what the scan finds; ways that cost more are tried only where the plain ones find nothing."""
        exact = self._exact()
        hits, held = self._hits(exact)
        if hits:
            return Findings(self._ranked(hits, exact))
        unknown = tuple(term for term, numbers in zip(self._question.terms, held, strict=True) if not numbers)
        near = self._best(self._ranked(self._left(self._most(held)), exact))
        return Findings((), self._with_others(near, held, exact), unknown)

    def numbers(self) -> set[int]:
        """Return the records that answer, in no order."""
        return set(self._hits(self._exact())[0])

    def _hits(self, exact: Iterable[int]) -> tuple[Found, list[set[int]]]:
        """Return the records that answer; where none does, what holds each term."""
        if hits := self._left(_whole(self._all_held().union(exact))):
            return hits, []
        terms = range(len(self._ways))
        self._ways = [ways(self._question, at, pairs=True) for at in terms]
        held = [self._held(at) or self._apart(at) for at in terms]
        return self._left(_whole(set(held[0]).intersection(*held[1:]))) if held else {}, held

    def _all_held(self) -> set[int]:
        """Return the records that hold every term, the rarest looked for first."""
        if not self._ways:
            everything = set(range(len(self._index)))
            return everything if self._question.filters or self._question.without else set()
        rarest, *others = sorted(range(len(self._ways)), key=lambda at: len(self._whole[at]))
        candidates = self._held(rarest)
        for at in others:
            if not candidates:
                break
            candidates &= self._held(at)
        return candidates

    def _held(self, at: int) -> set[int]:
        """Return the records that hold a term in any way."""
        others = (needle for needle, quality in self._ways[at] if quality != 1.0)
        return self._whole[at].union(*map(self._index.holding, others))

    def _apart(self, at: int) -> set[int]:
        """Return the records that write as several words what was typed as one: `hanriver`, `han river`."""
        term = self._question.terms[at]
        return {number for number in range(len(self._index)) if apart(self._index.line(number), term) >= 0}

    def _most(self, held: list[set[int]]) -> Found:
        """Return the records that hold half of the words or more, with the words they miss.

        One word alone is enough only of two that stand in no record together, and both somewhere.
        """
        terms = self._question.terms
        least = 1 if len(terms) == 2 and all(held) else 2
        near: Found = {}
        for number in set().union(*held):
            missing = self._missing(number, held)
            # A letter or a digit alone says too little.
            told = sum(len(term.literal) > 1 for term, numbers in zip(terms, held, strict=True) if number in numbers)
            if told >= least and len(terms) >= 2 * len(missing):
                near[number] = missing
        return near

    def _best(self, near: list[Hit]) -> list[Hit]:
        """Return of the records that hold most the few that answer nearly as well as the first."""
        return [hit for at, hit in enumerate(near) if at < FEW or hit.score >= near[0].score * NEARLY][:NEAR]

    def _with_others(self, near: list[Hit], held: list[set[int]], exact: dict[int, int]) -> list[Hit]:
        """Return these records with the best that hold the words none of them holds: who names two things sees both."""
        terms = self._question.terms
        others: Found = {}
        for at, numbers in enumerate(held):
            literal = terms[at].literal
            if literal.isdigit() or len(literal) < 2 or any(hit.number in numbers for hit in near):
                continue
            if len(numbers) > MANY:
                word = terms[at].whole[0].strip()
                numbers = numbers & {number for number, _ in self._index.called(word)}
            found = {number: self._missing(number, held) for number in numbers}
            others.update({hit.number: hit.missing for hit in self._ranked(self._left(found), exact)[:OTHERS]})
        return self._ranked({**{hit.number: hit.missing for hit in near[: NEAR - len(others)]}, **others}, exact)

    def _missing(self, number: int, held: list[set[int]]) -> tuple[str, ...]:
        terms = zip(self._question.terms, held, strict=True)
        return tuple(term.shown for term, numbers in terms if number not in numbers)

    def _left(self, found: Found) -> Found:
        """Return what filters and unwanted words leave: a word leaves out what it would find."""
        if found and self._unwanted is None:
            without = (_Search(self._index, question, self._allowed) for question in self._question.without)
            self._unwanted = set().union(*(each.numbers() for each in without))
        return {
            number: missing
            for number, missing in found.items()
            if (self._allowed is None or number in self._allowed) and number not in (self._unwanted or ())
        }

    def _exact(self) -> dict[int, int]:
        """Return the records that are called what was asked for, with 0 for an id, 1 for a name, 2 for another name."""
        found: dict[int, int] = {}
        for name in self._question.keys:
            for number, which in self._index.called(name):
                found[number] = min(which, found.get(number, which))
        return found

    def _ranked(self, found: Found, exact: dict[int, int]) -> list[Hit]:
        ordered = []
        for number, missing in found.items():
            id, table, date, _, kind, *_ = self._index.facts(number)
            weight = self._index.weights[table]
            if number in exact:
                # A page that is called what it tells of comes after the thing itself.
                own = (ID, NAME, ALIAS)[exact[number]] if table != "sources" else OTHERWISE
                score = min(ID, own + round(40 * weight))
            else:
                score = self._score(number, weight, kind)
            # An interval comes after the day it begins on; what has no date comes last. Of some tables the newest is
            # wanted first.
            when = date.translate(_BACKWARDS) if table in self._index.newest else date.replace("/", " ")
            ordered.append((-score, not date, when, id, Hit(number, score, missing)))
        return [hit for *_, hit in sorted(ordered)]

    def _score(self, number: int, weight: float, kind: str) -> int:
        """Return what a record's words are worth as an answer, below the scores of names."""
        if not self._ways:
            return 0
        line = self._index.line(number)
        words = 0.0
        for at, share in enumerate(self._shares):
            words += share * self._weight(line, at)
        title = self._index.title(number)
        own = sum(needle in title for needle in self._needles)
        if self._phrase and self._phrase in title:
            own = len(self._question.stems)
        covered = min(1.0, own / max(1, title.count(" ") - 1 - title.count("@")))
        if number in self._named:
            covered = max(covered, NAMED)
        if kind not in self._kinds:
            self._kinds[kind] = any(
                term.literal in (kind, f"{kind}s") or f" {kind} " in term.whole for term in self._question.terms
            )
        together = self._together(line) if self._phrase else 0.0
        return min(OTHERWISE, round((words + 3 * covered + together + KIND * self._kinds[kind]) * weight * 50))

    def _weight(self, line: str, term: int) -> float:
        """Return what one term weighs in a record: how it stands there, and where."""
        best = 0.0
        for needle, quality in self._ways[term]:
            if quality == PART and best:
                break  # a part counts only where nothing else does
            if (at := line.find(needle)) >= 0:
                best = max(best, quality * _tier(line, at))
        if not best and (at := apart(line, self._question.terms[term])) >= 0:
            best = MENTIONED * _tier(line, at)
        return best

    def _together(self, line: str) -> float:
        """Return what it adds that the words stand side by side in their order, all of them or two and two."""
        if (at := line.find(self._phrase)) >= 0:
            return 0.3 * _tier(line, at)
        places = [at for pair in self._pairs if (at := line.find(pair)) >= 0]
        return sum(0.15 * _tier(line, at) for at in places) / len(self._pairs)


def _tier(line: str, at: int) -> float:
    """Return what a place in the folded text of a record weighs: what stands first says most."""
    return TIERS[line.count(TIER, 0, at)]


def _whole(numbers: Iterable[int]) -> Found:
    return dict.fromkeys(numbers, ())


def ways(question: Question, at: int, *, pairs: bool = False) -> list[tuple[str, float]]:
    """Return what to look for in the place of a term, and what each is worth: the word, its other names, its parts."""
    term = question.terms[at]
    groups = question.groups + (question.pairs if pairs else ())
    named = [needle for group in groups if group.first <= at < group.last for needle in group.needles]
    return [
        *((needle, 1.0) for needle in term.whole),
        *((needle, MENTIONED) for needle in named),
        *((needle, PART) for needle in term.parts),
    ]


def apart(line: str, term: Term) -> int:
    """Return where a text writes as several words what was typed as one, or -1."""
    if len(term.literal) == 1:
        return -1  # one letter is never several words
    forms = (term.literal, term.whole[0].strip())
    squeezed = line.replace(" ", "")
    if " " in forms[1] or not any(form in squeezed for form in forms):
        return -1
    pieces = line.split(" ")
    place = 0
    for first, begun in enumerate(pieces):
        joined = ""
        for piece in pieces[first : first + len(term.literal)] if begun else ():
            joined += piece
            if joined in forms:
                return place
            if len(joined) > len(term.literal):
                break
        place += len(begun) + 1
    return -1
