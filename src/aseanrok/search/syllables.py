"""Korean words of a query as they are meant: a syllable joined to its neighbour, a name and its topic divided."""

from __future__ import annotations

from aseanrok.words.common import COMMON
from aseanrok.words.tokens import KnownNames, Token, bare, is_syllabic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KOREA = "한"
"""What Korea is called in one syllable."""


def syllables(found: Sequence[Token], typed: str) -> list[Token]:
    """Join a Korean syllable that stands alone to its neighbour: `한-메콩`, `한 메콩`, `제주 한-아세안`."""
    done: list[Token] = []
    for at, word in enumerate(found):
        before = done[-1] if done else None
        following = found[at + 1] if at + 1 < len(found) else None
        if before and _is_part(before, word) and not (following and _leads(before, word, following, typed)):
            done[-1] = Token(before.stem + word.stem, before.literal + word.literal, before.start, word.end)
        else:
            done.append(word)
    return done


def _is_part(one: Token, other: Token) -> bool:
    """Say whether one of two neighbouring words is a Korean syllable that belongs to the other."""
    is_asked = one.literal in COMMON or other.literal in COMMON
    return _is_korean(one) and _is_korean(other) and not is_asked and 1 in (len(one.stem), len(other.stem))


def _leads(before: Token, word: Token, following: Token, typed: str) -> bool:
    """Say whether a syllable belongs to the word that follows: it is Korea, or a hyphen binds it to that word alone."""
    if len(word.stem) > 1 or not _is_part(word, following) or typed[before.end : word.start].strip():
        return False
    return word.stem == KOREA or bool(typed[word.end : following.start].strip())


def topics(found: Sequence[Token], names: KnownNames) -> Iterator[Token]:
    """Divide a Korean word that is the name of a thing and a topic: 아세안사무총장."""
    if not any(map(_is_korean, found)):
        yield from found
        return
    from aseanrok.words.topics import ending, meanings

    for word in found:
        plain = bare(word.stem) if _is_korean(word) else ""
        topic = ending(plain) if plain and plain not in names.things else ""
        name = plain.removesuffix(topic)
        if topic and name in names.things and not meanings(plain)[1]:
            middle = word.start + len(name)
            yield Token(name, name, word.start, middle)
            yield Token(topic, topic, middle, middle + len(topic))
        else:
            yield word


def _is_korean(word: Token) -> bool:
    return is_syllabic(word.stem[0])
