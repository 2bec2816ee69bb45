"""The nearest words of the vocabulary to one that nobody wrote. What is a guess is said to be one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from aseanrok.words import fold, squeezed

_SHORTEST = 4


def corrected(word: str, vocabulary: Mapping[str, int], countries: Iterable[str], most: int = 3) -> list[str]:
    """Return the words of a vocabulary that a slip may have been meant for, the nearest and commonest first.

    Where a country is as near as the nearest word, none is returned: a country is offered, never put in a word's place.
    """
    wanted = _letters(word)
    if any(character.isdigit() for character in word):
        return []
    near = []
    for known, count in vocabulary.items():
        far = _far(wanted, _letters(known))
        if far is not None:
            near.append((far, known[0] != word[0], abs(len(known) - len(word)), -count, known))
    near.sort()
    if near and any((far := _far(wanted, _letters(name))) is not None and far <= near[0][0] for name in countries):
        return []
    return [known for *_, known in near[:most]]


_LONG = 8
"""Two words of so many letters that differ in one are one word and its slip; of shorter ones, both are words."""


def is_slip(word: str, meant: str) -> bool:
    """Say whether a word is a slip of another, rather than another word that lies near it: `cited` is none of `cites`.

    In a short word letters are swapped, doubled, left out or put in, inside it; one in the place of another, or one
    more at its end, makes another word: trade and trace, county and counts, plan and plane.
    """
    if len(word) >= _LONG or not word.isascii():
        return True
    if len(word) == len(meant):
        return sorted(word) == sorted(meant)
    return word[0] == meant[0] and word[-1] == meant[-1]


def suggested(word: str, vocabulary: Mapping[str, int], countries: Mapping[str, str], most: int = 3) -> list[str]:
    """Return what to offer for a word nobody wrote, countries first."""
    wanted = _letters(squeezed(word))
    near = [(far, name) for plain, name in countries.items() if (far := _far(wanted, _letters(plain))) is not None]
    names = (name for _, name in sorted(near))
    return list(dict.fromkeys([*names, *corrected(fold(word), vocabulary, (), most)]))[:most]


def _letters(word: str) -> str:
    # A Korean syllable is two or three letters; a slip is in one of them.
    return word if word.isascii() else unicodedata.normalize("NFD", word)


def _far(wanted: str, known: str) -> int | None:
    """Return how many slips lie between two words, or None where more than a slip does."""
    if len(wanted) < _SHORTEST:
        return None
    allowed = 1 if len(wanted) < 8 else 2 if len(wanted) < 14 else 3
    if abs(len(wanted) - len(known)) > allowed:
        return None
    # A letter that only one of them has is a slip by itself; most words are done with here.
    if len(set(wanted) - set(known)) > allowed or len(set(known) - set(wanted)) > allowed:
        return None
    far = _distance(wanted, known, allowed)
    if far <= allowed:
        return far
    # `phen` and `penh`: all the letters, in another order.
    return 1 if wanted[0] == known[0] and sorted(wanted) == sorted(known) else None


def _distance(a: str, b: str, allowed: int) -> int:
    """Return how many letters must be added, left out, changed or swapped; counting stops after `allowed`."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(b, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > allowed:
            return allowed + 1
    return row[-1]
