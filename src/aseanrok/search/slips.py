"""The nearest words of the vocabulary to one that nobody wrote. What is a guess is said to be one."""

from __future__ import annotations

from aseanrok.words import fold, squeezed
from aseanrok.words.slips import apart, letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SHORTEST = 4


def corrected(word: str, vocabulary: Mapping[str, int], countries: Iterable[str], most: int = 3) -> list[str]:
    """Return the words of a vocabulary that a slip may have been meant for, the nearest and commonest first.

    Where a country is as near as the nearest word, none is returned: a country is offered, never put in a word's place.
    """
    wanted = letters(word)
    if any(character.isdigit() for character in word):
        return []
    near = []
    for known, count in vocabulary.items():
        far = _far(wanted, letters(known))
        if far is not None:
            near.append((far, known[0] != word[0], abs(len(known) - len(word)), -count, known))
    near.sort()
    if near and any((far := _far(wanted, letters(name))) is not None and far <= near[0][0] for name in countries):
        return []
    return [known for *_, known in near[:most]]


LONG = 8
"""Two words of so many letters that differ in one are one word and its slip; of shorter ones, both are words."""


def is_slip(word: str, meant: str) -> bool:
    """Say whether a word is a slip of another, rather than another word that lies near it: `cited` is none of `cites`.

    In a short word letters are swapped, doubled, left out or put in, inside it; one in the place of another, or one
    more at its end, makes another word: trade and trace, county and counts, plan and plane.
    """
    if len(word) >= LONG or not word.isascii():
        return True
    if len(word) == len(meant):
        return sorted(word) == sorted(meant)
    return word[0] == meant[0] and word[-1] == meant[-1]


def suggested(word: str, vocabulary: Mapping[str, int], countries: Mapping[str, str], most: int = 3) -> list[str]:
    """Return what to offer for a word nobody wrote, countries first."""
    wanted = letters(squeezed(word))
    near = [(far, name) for plain, name in countries.items() if (far := _far(wanted, letters(plain))) is not None]
    names = (name for _, name in sorted(near))
    return list(dict.fromkeys([*names, *corrected(fold(word), vocabulary, (), most)]))[:most]


def _far(wanted: str, known: str) -> int | None:
    """Return how many slips lie between two words; None where one of them is too short to be a slip of anything."""
    return apart(wanted, known) if len(wanted) >= SHORTEST else None
