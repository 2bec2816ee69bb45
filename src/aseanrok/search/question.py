"""What somebody typed -> what is looked for: words, phrases, what is not wanted, and filters. Any string is valid."""

from __future__ import annotations

from itertools import pairwise

from aseanrok import dates
from aseanrok.search.sums import Sum, end_of_sum, sums
from aseanrok.values import Value
from aseanrok.words import MINUS, compatible, squeezed
from aseanrok.words.common import ADJECTIVES, COMMON, SAID, SAME, bare
from aseanrok.words.stem import stem
from aseanrok.words.tokens import KnownNames, Token, is_syllabic, key, tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FILTERS = ("table", "framework", "year", "country", "kind", "id")
"""The words that make a filter when a colon follows: `table:meetings`."""

PART = 4
"""A Latin word shorter than this is looked for as a whole: `red` is not half of `reduction`."""

QUOTED = dict(zip('"\u201c\u201e\u201f\u00ab\u300c\u300e', '"\u201d\u201d\u201d\u00bb\u300d\u300f', strict=True))


class Term(Value):
    """One thing every hit must hold: as typed, and what to find in a row's text for a whole word or for its part."""

    __slots__ = ("literal", "parts", "shown", "whole")

    def __init__(self, shown: str, literal: str, whole: tuple[str, ...], parts: tuple[str, ...] = ()) -> None:
        self.shown = shown
        self.literal = literal
        self.whole = whole
        self.parts = parts


class Group(Value):
    """Neighbouring terms that together are one name: what finds it by another name stands for all of them."""

    __slots__ = ("first", "last", "needles")

    def __init__(self, first: int, last: int, needles: tuple[str, ...]) -> None:
        self.first = first
        self.last = last
        self.needles = needles


class Filter(Value):
    """`table:meetings`, or with a minus before it, what is not wanted."""

    __slots__ = ("field", "value", "wanted")

    def __init__(self, field: str, value: str, wanted: bool = True) -> None:
        self.field = field
        self.value = value
        self.wanted = wanted


class Question(Value):
    """A query, understood."""

    __slots__ = ("filters", "groups", "keys", "pairs", "stems", "terms", "text", "without")

    def __init__(
        self,
        text: str,
        terms: tuple[Term, ...] = (),
        groups: tuple[Group, ...] = (),
        pairs: tuple[Group, ...] = (),
        without: tuple[Question, ...] = (),
        filters: tuple[Filter, ...] = (),
        keys: tuple[str, ...] = (),
        stems: tuple[str, ...] = (),
    ) -> None:
        self.text = text
        self.terms = terms
        self.groups = groups
        self.pairs = pairs  # what two terms would be in one word, for where nothing else is found
        self.without = without  # whatever answers one of these is not wanted
        self.filters = filters
        self.keys = keys  # what the name of a record would be, if the query is one
        self.stems = stems  # every word in the order typed, for phrases

    def only(self, kept: Sequence[int]) -> Question:
        """Return the question with only some of its terms, by their places; no more is it the name of a record."""
        place = {at: number for number, at in enumerate(kept)}

        def left(groups: tuple[Group, ...]) -> tuple[Group, ...]:
            spans = ((group, [place[at] for at in range(group.first, group.last) if at in place]) for group in groups)
            return tuple(group.replace(first=now[0], last=now[-1] + 1) for group, now in spans if now)

        terms = tuple(self.terms[at] for at in kept)
        words = {word for term in terms for needle in term.whole for word in needle.split()}
        stems = tuple(stem for stem in self.stems if stem in words)
        return self.replace(
            terms=terms, groups=left(self.groups), pairs=tuple(_pairs(terms)), keys=("".join(stems),), stems=stems
        )


class Piece(Value):
    """A part of a query: a word, or what stands in quotes; wanted or not, and of a filter its value."""

    __slots__ = ("filter", "quoted", "text", "wanted")

    def __init__(self, text: str, wanted: bool, quoted: bool, filter: str | None = None) -> None:
        self.text = text
        self.wanted = wanted
        self.quoted = quoted
        self.filter = filter


def parse(text: str, names: KnownNames) -> Question:
    """Return what a query asks for; nothing that can be typed is an error."""
    typed = text = compatible(text)
    for said, meant in SAID.items():
        text = text.replace(said, meant)
    found = [piece.replace(text=_in_words(piece.text)) if piece.filter is None else piece for piece in pieces(text)]
    words = [piece for piece in found if piece.filter is None]
    without = (_asked([piece], names) for piece in words if not piece.wanted)
    question = _asked([piece for piece in words if piece.wanted], names)
    return question.replace(
        text=text.strip(),
        keys=question.keys if text == typed else (*question.keys, key(tokenise(typed, names))),
        without=tuple(question for question in without if question.terms),
        filters=tuple(Filter(piece.filter, piece.text, piece.wanted) for piece in found if piece.filter is not None),
    )


def _asked(asked: Sequence[Piece], names: KnownNames) -> Question:
    """Return what words and phrases ask for."""
    typed = " ".join(piece.text for piece in asked if not piece.quoted)
    free = _meant(sums(tokenise(typed, names), typed), typed, names)
    phrases = [_quoted(piece.text, names) for piece in asked if piece.quoted and tokenise(piece.text, names)]
    everything = tokenise(" ".join(piece.text for piece in asked), names)
    kept = [at for at, word in enumerate(free) if not {word.literal, bare(word.literal)} & COMMON]
    if not kept and not phrases:
        kept = list(range(len(free)))
    terms = [_term(free[at], typed, names) for at in kept]
    terms += phrases
    return Question(
        "",
        terms=tuple(terms),
        groups=tuple(_groups(free, kept, names)),
        pairs=tuple(_pairs(terms)),
        keys=_keys(" ".join(piece.text for piece in asked), everything),
        stems=tuple(word.stem for word in everything),
    )


def _meant(found: list[Token], typed: str, names: KnownNames) -> list[Token]:
    """Return words as they are meant: of Korean a syllable joined to its neighbour, a name and its topic divided."""
    if not any(is_syllabic(word.stem[0]) for word in found):
        return found
    from aseanrok.search.syllables import syllables, topics  # a query in English does without it

    return list(topics(syllables(found, typed), names))


def _keys(text: str, found: Sequence[Token]) -> tuple[str, ...]:
    """Return what the name of a record would be; of `AMME+3` the plus says more than its letters in one word."""
    return tuple(dict.fromkeys((key(found), *(() if "+" in text else (squeezed(text),)))))


def pieces(text: str) -> Iterator[Piece]:
    """Divide a query at its blanks, quotes and filters; a quote that is never closed is none."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        wanted = True
        if text[at] in MINUS and at + 1 < len(text) and not text[at + 1].isspace():
            wanted = False
            at += 1
        field = _filter(text, at)
        if field:
            at += len(field) + 1
        closed = text.find(QUOTED[text[at]], at + 1) if at < len(text) and text[at] in QUOTED else -1
        if closed > 0:
            yield Piece(text[at + 1 : closed], wanted, quoted=True, filter=field)
            at = closed + 1
        else:
            end = at + 1
            if not wanted and not field:
                end = max(end, end_of_sum(text, at))  # of `-USD 200 billion` all is not wanted
            while end < len(text) and not text[end].isspace():
                end += 1
            yield Piece(text[at:end].strip(), wanted, quoted=False, filter=field)
            at = end


def _in_words(piece: str) -> str:
    """Return a date as the data write it: `2019-11-27` is 27 November 2019."""
    if len(piece) in (7, 10) and piece[:4].isdigit() and piece[4] == "-":
        try:
            return dates.in_words(dates.check(piece))
        except ValueError:
            pass
    return piece


def _filter(text: str, at: int) -> str | None:
    """Return the name of the filter that begins here; a colon before a blank makes none (`From Farm to Table: ...`)."""
    for name in FILTERS:
        value = at + len(name) + 1
        if text[at:value].casefold() == f"{name}:" and text[value : value + 1].strip():
            return name
    return None


def _term(word: Token, typed: str, names: KnownNames) -> Term:
    shown = typed[word.start : word.end]
    if isinstance(word, Sum):
        # Without a digit it stands inside other numbers: `천만 달러` in `5천만 달러`.
        written = _phrase(tokenise(shown, names)).whole if any(map(str.isdigit, shown)) else ()
        return Term(shown, word.literal, (f" {word.stem} ", *written))
    if is_syllabic(word.stem[0]):
        return _korean(word, shown, names)
    parts = []
    if len(word.literal) >= PART and not word.literal.isdigit():
        parts.append(f" {word.literal}")
        if not word.stem.startswith("="):
            codes = {code for name, code in names.countries.items() if name.startswith(word.literal)}
            parts += [f" ={code} " for code in sorted(codes)]
    others = next((line for line in SAME if word.stem in line), ())
    code = ADJECTIVES.get(word.literal)
    whole = dict.fromkeys((word.stem, *others, *([f"={code}"] if code else ())))
    return Term(shown, word.literal, tuple(f" {stem_} " for stem_ in whole), tuple(parts))


def _korean(word: Token, shown: str, names: KnownNames) -> Term:
    """Return a term for a Korean word, by what means the same in Korean and in English, with a particle or without."""
    from aseanrok.words.topics import ending, meanings  # a query in English does without it

    whole = {word.stem: None}
    plain = bare(word.stem)
    for stem_ in dict.fromkeys((word.stem, plain)):
        others, english = meanings(stem_)
        whole.update(dict.fromkeys(others))
        whole.update({f" {' '.join(each.stem for each in tokenise(text, names))} ": None for text in english})
        if others or english:
            return Term(shown, word.literal, tuple(whole), () if stem_ == word.stem else (stem_,))
    if topic := ending(plain):
        whole.update({plain.removesuffix(topic) + other: None for other in meanings(topic)[0]})
    return Term(shown, word.literal, tuple(whole), () if plain == word.stem else (plain,))


def _quoted(typed: str, names: KnownNames) -> Term:
    """Return a term for what stands between quotes: words side by side, or an amount however it is written."""
    found = tokenise(typed, names)
    first, *others = sums(found, typed)
    return _term(first, typed, names) if isinstance(first, Sum) and not others else _phrase(found)


def _phrase(found: Sequence[Token]) -> Term:
    """Return a term for words side by side; Korean at either end may go on."""
    needle = " ".join(word.stem for word in found)
    while True:
        # Korean words of a text run together, so those of a phrase do.
        joined = _run_together(needle)
        if joined == needle:
            break
        needle = joined
    start = "" if is_syllabic(needle[0]) else " "
    end = "" if is_syllabic(needle[-1]) else " "
    literal = " ".join(word.literal for word in found)
    return Term(f'"{literal}"' if len(found) > 1 else literal, literal, (f"{start}{needle}{end}",))


def _run_together(needle: str) -> str:
    for at, character in enumerate(needle):
        if character == " " and is_syllabic(needle[at - 1]) and is_syllabic(needle[at + 1]):
            return needle[:at] + needle[at + 1 :]
    return needle


def _groups(free: Sequence[Token], kept: Sequence[int], names: KnownNames) -> Iterator[Group]:
    """Yield the names that neighbouring words make."""
    place = {at: number for number, at in enumerate(kept)}
    spans: dict[tuple[int, int], dict[str, None]] = {}
    for id, first, last in names.mentioned(free):
        spans.setdefault((first, last), {})[f" @{id} "] = None
    for at, word in enumerate(free):
        for id in names.things.get(word.literal, ()):
            spans.setdefault((at, at + 1), {})[f" @{id} "] = None
    for (first, last), needles in spans.items():
        numbers = [place[at] for at in range(first, last) if at in place]
        if numbers:
            yield Group(numbers[0], numbers[-1] + 1, tuple(needles))


def _pairs(terms: Sequence[Term]) -> Iterator[Group]:
    for at, (first, second) in enumerate(pairwise(terms)):
        both = first.literal + second.literal
        if both.isascii() and both.isalpha():
            yield Group(at, at + 2, (f" {stem(both)} ",))
