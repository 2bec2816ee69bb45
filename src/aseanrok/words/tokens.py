"""A text as the words a search compares: stems, countries by their codes, Korean without its blanks."""

from __future__ import annotations

import unicodedata

from aseanrok.dates import MONTHS
from aseanrok.values import Value
from aseanrok.words import DOTS, QUOTES, fold
from aseanrok.words.common import PARTICLES, bare
from aseanrok.words.stem import TENS, stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Protocol

    class Names(Protocol):
        """The ids of what goes by the key of a name: a dictionary, or what reads the same from a file."""

        def __contains__(self, name: str, /) -> bool: ...
        def __getitem__(self, name: str, /) -> Sequence[str]: ...
        def __iter__(self) -> Iterator[str]: ...
        def get(self, name: str, default: Sequence[str], /) -> Sequence[str]: ...


LONGEST_NAME = 12
"""A name of more words than this is a title; nobody mentions it in full."""

LONGEST_COUNTRY = 6
COUNTERS = ("차", "회", "년", "일")  # after a number they say which, as `th` does
MONTH_STEMS = {str(number): stem(name.lower()) for number, name in enumerate(MONTHS, start=1)}
_APART = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) not in QUOTES}
PLUS = "plus"
"""What a `+` between a name and a digit is: `ASEAN+3` is `ASEAN Plus Three`."""


class Token(Value):
    """A word and where it stands: `stem` is compared (`=LAO` is a country), `literal` is the word as folded."""

    __slots__ = ("end", "literal", "start", "stem")

    def __init__(self, stem: str, literal: str, start: int, end: int) -> None:
        self.stem = stem
        self.literal = literal
        self.start = start
        self.end = end


class KnownNames:
    """What the data call things: names of countries -> their codes, names of other records -> their ids."""

    def __init__(
        self,
        countries: Mapping[str, str] | None = None,
        things: Names | None = None,
        pairs: Iterable[str] = (),
        *,
        firsts: Iterable[str] | None = None,
        capitals: Iterable[str] = (),
    ) -> None:
        """Take names by their keys (see `key`), and the pairs of words that the data also write as one (`ha noi`).

        When an edition is built, `firsts` are the first words of the things' names, and `capitals` the names that are
        one word in capitals: a TASK is a programme, a task is none.
        """
        self.countries = countries or {}
        self.things: Names = things if things is not None else {}
        self.pairs = frozenset(pairs)
        self.firsts = None if firsts is None else frozenset(firsts)
        self.capitals = frozenset(capitals)
        korean = sorted((name for name in self.countries if is_syllabic(name[0])), key=len, reverse=True)
        # Two syllables stand inside too many other words to be taken for a country there.
        self.inside = [name for name in korean if len(name) > 2]
        self.whole = frozenset(korean)
        self.begin = frozenset(name[:length] for name in self.countries for length in (1, 2, 3))
        self._long: list[str] | None = None

    @property
    def long(self) -> list[str]:
        """The names of things that may stand inside a Korean word."""
        if self._long is None:
            self._long = [
                name for name in self.things if len(name) > 3 and is_syllabic(name[0]) and is_syllabic(name[-1])
            ]
        return self._long

    def mentioned(self, words: Sequence[Token], text: str = "") -> Iterator[tuple[str, int, int]]:
        """Yield the things these words name: id, first word, and the word after the last."""
        for first, word in enumerate(words):
            if self.firsts is None or word.stem in self.firsts:
                joined = ""
                for last in range(first, min(first + LONGEST_NAME, len(words))):
                    joined += words[last].stem
                    if joined in self.capitals and text[word.start : words[last].end].islower():
                        continue
                    for id in self.things.get(joined, ()):
                        yield id, first, last + 1
            if is_syllabic(word.stem[0]):
                for name in self.long:
                    if name in word.stem and name != word.stem:
                        for id in self.things[name]:
                            yield id, first, first + 1


def is_syllabic(character: str) -> bool:
    """Say whether a character is of a script that is searched by syllables: Korean, Chinese, Japanese."""
    return "\u1100" <= character <= "\u11ff" or "\u2e80" <= character <= "\ud7ff" or "\uf900" <= character <= "\ufaff"


def key(words: Iterable[Token]) -> str:
    """Return what two spellings of one name share: its stems without blanks."""
    return "".join(word.stem for word in words)


def tokenise(text: str, names: KnownNames | None = None, *, stored: bool = False) -> list[Token]:
    """Return the words of a text.

    In a `stored` text neighbouring Korean words run together, as people write them without noticing, and `us` is no
    country; in a query it may be.
    """
    found = _numbered(_plain(text), names.pairs if names else frozenset())
    if names is not None:
        found = list(_with_countries(found, names, text if stored else text.upper()))
    return list(_joined(found)) if stored else found


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words begin and end; a change of script divides a word, a quote inside it does not."""
    if text.isascii() and "+" not in text:  # most texts: half the time of going through their letters
        yield from _ascii_runs(text)
        return
    start, end, kind = -1, -1, False
    for at, character in enumerate(text):
        if character.isalnum() and character not in DOTS:
            syllabic = character > "\u10ff" and is_syllabic(character)
            if start >= 0 and syllabic is not kind:
                yield start, end
                start = -1
            if start < 0:
                start, kind = at, syllabic
            end = at + 1
        elif start >= 0 and unicodedata.combining(character):
            end = at + 1
        elif start >= 0 and character not in QUOTES:
            yield start, end
            start = -1
            if character == "+" and end == at and text[at + 1 : at + 2].isdecimal():
                yield at, at + 1
    if start >= 0:
        yield start, end


def _ascii_runs(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for word in text.translate(_APART).split():
        if piece := word.strip(QUOTES):
            start = text.index(piece, end)
            end = start + len(piece)
            yield start, end


def _plain(text: str) -> Iterator[Token]:
    before = ""
    until = -1
    for start, end in _runs(text):
        piece = text[start:end] if text[start] != "+" else PLUS
        for literal in (piece.lower(),) if piece.isascii() and piece.isalnum() else fold(piece).split():
            if is_syllabic(literal[0]):
                if before[-1:].isdigit() and until == start:
                    literal = _uncounted(literal)
                if before and until == start and literal in PARTICLES:
                    literal = ""  # ASEAN의
                if literal:
                    yield Token(literal, literal, end - len(literal) if end - start >= len(literal) else start, end)
            else:
                yield Token(stem(literal), literal, start, end)
            before = literal
        until = end


def _uncounted(literal: str) -> str:
    """Leave out what counts a number: 2019년, 7차, 제3회; 회의 is a word of its own."""
    for counter in COUNTERS:
        if literal.startswith(counter) and not literal.startswith("회의"):
            return literal[len(counter) :]
    return literal


def _numbered(found: Iterator[Token], pairs: frozenset[str]) -> list[Token]:
    """Join `twenty-fourth`, `co-operation`, `Ha Noi`, and leave out the particle before a Korean ordinal."""
    done: list[Token] = []
    for word in found:
        before = done[-1] if done else None
        if before is None:
            done.append(word)
        elif before.literal in TENS and word.stem in "123456789" and word.literal.isalpha():
            number = str(TENS[before.literal] + int(word.stem))
            done[-1] = Token(number, before.literal + word.literal, before.start, word.end)
        elif (before.literal == "co" and word.literal[0] == "o") or f"{before.literal} {word.literal}" in pairs:
            literal = before.literal + word.literal
            done[-1] = Token(stem(literal), literal, before.start, word.end)
        elif word.literal == "월" and before.stem in MONTH_STEMS:
            done[-1] = Token(MONTH_STEMS[before.stem], before.literal, before.start, word.end)
        elif before.literal == "제" and word.stem.isdigit():
            done[-1] = word
        elif not (word.literal in COUNTERS and before.stem.isdigit()):
            done.append(word)
    return done


def _with_countries(found: Sequence[Token], names: KnownNames, text: str) -> Iterator[Token]:
    """Put the code of a country in the place of its name, the longest name first."""
    at = 0
    while at < len(found):
        word = found[at]
        if is_syllabic(word.stem[0]):
            following = found[at + 1].stem if at + 1 < len(found) else ""
            yield from _korean(word, following, names)
            at += 1
            continue
        if word.stem[:3] not in names.begin:
            yield word
            at += 1
            continue
        joined, span, code = "", found[at : at + 1], ""
        for part in range(at, min(len(found), at + LONGEST_COUNTRY)):
            joined += found[part].stem
            known = names.countries.get(joined)
            if known and not _is_pronoun(text[word.start : found[part].end]):
                span, code = found[at : part + 1], known
        literal = "".join(each.literal for each in span)
        yield Token(f"={code}", literal, word.start, span[-1].end) if code else word
        at += len(span)


def _is_pronoun(name: str) -> bool:
    return len(name) == 2 and not name.isupper()


def _korean(word: Token, following: str, names: KnownNames) -> Iterator[Token]:
    stem = word.stem
    if stem == "인도" and following.startswith("태평양"):
        yield word  # Indo-Pacific, not India
        return
    plain = stem if stem in names.whole else bare(stem)
    if plain in names.whole:
        yield Token(f"={names.countries[plain]}", stem, word.start, word.end)
        return
    for name in names.inside:
        at = stem.find(name)
        if at >= 0:
            start, end = word.start + at, word.start + at + len(name)
            if at:
                yield from _korean(Token(stem[:at], stem[:at], word.start, start), "", names)
            yield Token(f"={names.countries[name]}", name, start, end)
            if rest := stem[at + len(name) :]:
                yield from _korean(Token(rest, rest, end, word.end), following, names)
            return
    yield word


def _joined(found: Iterable[Token]) -> Iterator[Token]:
    before: Token | None = None
    for word in found:
        if before and is_syllabic(before.stem[0]) and is_syllabic(word.stem[0]):
            before = Token(before.stem + word.stem, before.literal + word.literal, before.start, word.end)
            continue
        if before:
            yield before
        before = word
    if before:
        yield before
