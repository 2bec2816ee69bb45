"""Why a record was found: the field that holds the words, what stands there, and where the words stand in it."""

from __future__ import annotations

from aseanrok import dates
from aseanrok.search.lookup import Index
from aseanrok.search.question import Question, Term
from aseanrok.search.ranking import apart, ways
from aseanrok.words.tokens import KnownNames, Token, is_syllabic, tokenise

LONGEST = 160
"""A longer text is cut to the part around the words."""

YEAR = 4
"""A year has so many digits."""

SENTENCES = ("summary", "summary_ko", "note", "note_ko")
"""The fields that tell of a record in sentences."""

KOREAN_TITLES = ("title_ko", "name_ko")
"""The fields that hold the title of a record in Korean."""

OTHER = 0.9
"""What a passage weighs that is in the other language."""

_CUT, _STOP = "...", ". "

Span = tuple[int, int]


class Reasons:
    """Why records answer one question."""

    def __init__(self, index: Index, question: Question, names: KnownNames) -> None:
        self._index = index
        self._question = question
        self._names = names
        self._ways = [ways(question, at) for at in range(len(question.terms))]

    def passage(self, number: int, lang: str = "en") -> tuple[str, str]:
        """Return the field and the text that hold most of what the title does not hold.

        The title if it holds all. Of a record with an amount this, in a language, unless only a sentence holds a word.
        """
        amount = self._index.amount(number, lang)
        if amount and self._is_told_by_facts(number):
            return amount  # who finds a figure by its name and its year wants to read it
        title, label = self._title(number, lang)
        open_ = [
            at for at, term in enumerate(self._question.terms) if not any(needle in title for needle in term.whole)
        ]
        if not open_:
            return label
        wanted = [self._ways[at] for at in open_]
        (field, text, folded), *others = self._index.passages(number)
        best = _weight(folded, wanted) * (OTHER if lang == "ko" else 1)
        date = self._index.facts(number)[2]
        for other, told, line in others:
            found = _weight(line, wanted)
            if not found or other == "id":
                continue  # an id says nothing that is not said elsewhere
            if other not in SENTENCES and self._is_asked_by_its_heading(told, line, open_):
                found += 1.5  # `signed`, `in force`: who asks so wants the day that stands there
            elif date and told == dates.in_words(date):
                found /= 2  # every hit is shown with its date
            if (not told.isascii() and any(map(is_syllabic, told))) != (lang == "ko"):
                found *= OTHER  # of two that say the same, the one in the reader's language
            if found > best or (found == best > 0 and len(told) < len(text) // 2):  # of two the one read at a glance
                best, field, text = found, other, told
        if not best:
            apart_ = ((other, told) for other, told, line in others if self._is_apart(line, open_))
            field, text = next(apart_, (field, text))
        return field, text if len(text) <= LONGEST else _around(text, self._first(text))

    def _title(self, number: int, lang: str) -> tuple[str, tuple[str, str]]:
        """Return the title that a reader sees, folded, and the field and the text of it."""
        if lang == "ko":
            for field, told, line in self._index.passages(number):
                if field in KOREAN_TITLES:
                    return line, (field, told)
        return self._index.title(number), self._index.label(number)

    def _is_asked_by_its_heading(self, text: str, line: str, terms: list[int]) -> bool:
        """Say whether a passage says a year, and a word of the question stands in its heading and not in itself."""
        if not names_a_year(text):
            return False
        needles = [needle for at in terms for needle in self._question.terms[at].whole if needle in line]
        if not needles:
            return False
        shown = self._shown(text)
        return any(needle not in shown for needle in needles)

    def lacks(self, text: str) -> bool:
        """Say whether a text shows not all words of the question."""
        shown = self._shown(text)
        return any(not any(needle in shown for needle in term.whole) for term in self._question.terms)

    def _shown(self, text: str) -> str:
        return f" {' '.join(word.stem for word in tokenise(text, self._names))} "

    def _is_told_by_facts(self, number: int) -> bool:
        """Say whether a record holds every word that it holds without what is told of it in sentences."""
        passages = list(self._index.passages(number))
        told = [folded for field, _, folded in passages if field in SENTENCES]
        if not told:
            return True
        facts = [folded for field, _, folded in passages if field not in SENTENCES]
        return all(_stands(known, facts) or not _stands(known, told) for known in self._ways)

    def _is_apart(self, line: str, terms: list[int]) -> bool:
        return any(apart(line, self._question.terms[at]) >= 0 for at in terms)

    def _first(self, text: str) -> int:
        """Return where the first of the words stands in a text, or where it begins: no sentence after it is read."""
        start = 0
        for sentence in text.split(_STOP):
            if spans := self.marks(sentence):
                return start + spans[0][0]
            start += len(sentence) + len(_STOP)
        return 0

    def marks(self, text: str) -> list[Span]:
        """Return where the words of the question stand in a text, in order and apart from each other."""
        return marks(text, self._question, self._names)


def names_a_year(text: str) -> bool:
    """Say whether a year stands in a text, as in every date that is told in words."""
    return any(len(word) == YEAR and word.isdigit() for word in text.replace(",", " ").split())


def _stands(known: list[tuple[str, float]], lines: list[str]) -> bool:
    return any(needle in line for line in lines for needle, _ in known)


def _weight(line: str, terms: list[list[tuple[str, float]]]) -> float:
    """Return how much of some terms a passage holds, each by what may stand in its place."""
    weight = 0.0
    for known in terms:
        for needle, quality in known:
            if needle in line:
                weight += quality
                break
    return weight


def _around(text: str, first: int) -> str:
    """Return the part of a text around the first of the words, begun and ended between words."""
    start = max(0, min(first - LONGEST // 3, len(text) - LONGEST))
    end = min(len(text), start + LONGEST)
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = text.rfind(" ", start + 1, end) if " " in text[start + 1 : end] else end
    return (f"{_CUT} " if start else "") + text[start:end] + (f" {_CUT}" if end < len(text) else "")


def marks(text: str, question: Question, names: KnownNames) -> list[Span]:
    """Return where the words of a question stand in a text, in order and apart from each other."""
    found = tokenise(text, names)
    spans: list[Span] = []
    for term in question.terms:
        for needle in term.whole:
            if is_syllabic(needle.strip()[0]):
                spans += _syllables(text, needle.strip().replace(" ", ""))
            else:
                stems = needle.split()
                spans += [
                    (found[at].start, found[at + len(stems) - 1].end)
                    for at in range(len(found) - len(stems) + 1)
                    if found[at].stem == stems[0] and [word.stem for word in found[at : at + len(stems)]] == stems
                ]
        spans += _whole_or_begun(found, term)
    ids = {needle.strip().removeprefix("@") for group in question.groups for needle in group.needles}
    if ids:
        spans += [(found[first].start, found[last - 1].end) for id, first, last in names.mentioned(found) if id in ids]
    return _merged(spans)


def _whole_or_begun(found: list[Token], term: Term) -> list[Span]:
    spans = []
    for at, word in enumerate(found):
        if f" {word.stem} ".startswith(term.parts) or f" {word.literal} ".startswith(term.parts):
            spans.append((word.start, word.end))
        joined = word.literal
        for other in found[at + 1 : at + 5] if term.literal.startswith(joined) else ():
            joined += other.literal
            if joined == term.literal:
                spans.append((word.start, other.end))
    return spans


def _syllables(text: str, needle: str) -> list[Span]:
    """Return where syllables follow each other in a text, whatever blanks and marks stand between them."""
    places = [at for at, character in enumerate(text) if is_syllabic(character)]
    squeezed = "".join(text[at] for at in places)
    spans = []
    at = squeezed.find(needle)
    while at >= 0:
        spans.append((places[at], places[at + len(needle) - 1] + 1))
        at = squeezed.find(needle, at + len(needle))
    return spans


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
