"""Korean words of a query as they are meant: a syllable joined to its neighbour, a name and what it is of divided."""

from __future__ import annotations

from aseanrok.words.common import COMMON, bare
from aseanrok.words.tokens import KnownNames, Token, is_syllabic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KOREA = "한"
"""What Korea is called in one syllable."""

PART = 2
"""A part of a word that is a word of its own has so many syllables, or more."""


def syllables(found: Sequence[Token], typed: str) -> list[Token]:
    """Join a Korean syllable that stands alone to its neighbour: `한-메콩`, `한 메콩`, `제주 한-아세안`."""
    done: list[Token] = []
    for at, word in enumerate(found):
        before = done[-1] if done else None
        following = found[at + 1] if at + 1 < len(found) else None
        joins = before and _is_part(before, word) and not _ends(before, word, typed)
        if before and joins and not (following and _leads(before, word, following, typed)):
            done[-1] = Token(before.stem + word.stem, before.literal + word.literal, before.start, word.end)
        else:
            done.append(word)
    return done


def _is_part(one: Token, other: Token) -> bool:
    """Say whether one of two neighbouring words is a Korean syllable that belongs to the other."""
    is_asked = not COMMON.isdisjoint((one.literal, other.literal, bare(one.literal), bare(other.literal)))
    return _is_korean(one) and _is_korean(other) and not is_asked and 1 in (len(one.stem), len(other.stem))


def _ends(before: Token, word: Token, typed: str) -> bool:
    """Say whether a syllable after a word and a blank is a word of its own: 배 of `인적교류 배`."""
    return len(before.stem) > 1 and len(word.stem) == 1 and not typed[before.end : word.start].strip()


def _leads(before: Token, word: Token, following: Token, typed: str) -> bool:
    """Say whether a syllable belongs to the word that follows: it is Korea, or a hyphen binds it to that word alone."""
    if len(word.stem) > 1 or not _is_part(word, following) or typed[before.end : word.start].strip():
        return False
    return word.stem == KOREA or bool(typed[word.end : following.start].strip())


def topics(found: Sequence[Token], names: KnownNames) -> Iterator[Token]:
    """Divide a Korean word that is the name of a thing and a topic, or more: 아세안사무총장, 신남방정책특별위원회.

    What is more than the name is a word of its own, so that it is told where no record holds it.
    """
    if not any(map(_is_korean, found)):
        yield from found
        return
    for word in found:
        places = _divided(word, names) if _is_korean(word) else ()
        if not places:
            yield word
        for first, last in places:
            part = word.stem[first:last]
            yield Token(part, part, word.start + first, word.start + last)


def _divided(word: Token, names: KnownNames) -> list[tuple[int, int]]:
    """Return where the parts of a word stand; none where it is one."""
    from aseanrok.words.topics import ending, meanings

    plain = bare(word.stem)
    if plain in names.things or meanings(plain)[1]:
        return []
    topic = ending(plain)
    name = plain.removesuffix(topic)
    if topic and name in names.things:
        return [(0, len(name)), (len(name), len(plain))]
    within = [known for known in names.long if known in plain]
    if not within:
        return []
    inside = max(within, key=lambda known: (len(known), -plain.find(known)))
    first = plain.find(inside)
    last = first + len(inside)
    parts = [each for each in ((0, first), (first, last), (last, len(plain))) if each[1] - each[0] >= PART]
    return parts if len(parts) > 1 else []


def _is_korean(word: Token) -> bool:
    return is_syllabic(word.stem[0])
