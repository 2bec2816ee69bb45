"""How far a misspelt word lies from a known one: letters added, left out, changed or swapped."""

from __future__ import annotations

import unicodedata


def letters(word: str) -> str:
    """Return a word as the letters a slip happens in: a Korean syllable is two or three of them."""
    return word if word.isascii() else unicodedata.normalize("NFD", word)


def apart(wanted: str, known: str) -> int | None:
    """Return how many slips lie between two words, or None where more than a slip does: the longer, the more.

    Three Korean syllables have up to nine letters and may be a name: what lies two letters off is another one.
    """
    allowed = 1 if len(wanted) < (8 if wanted.isascii() else 10) else 2 if len(wanted) < 14 else 3
    if abs(len(wanted) - len(known)) > allowed:
        return None
    # A letter that only one of them has is a slip by itself; most words are done with here.
    if len(set(wanted) - set(known)) > allowed or len(set(known) - set(wanted)) > allowed:
        return None
    slips = _distance(wanted, known, allowed)
    if slips <= allowed:
        return slips
    # `phen` and `penh`: all the letters, in another order.
    return 1 if wanted[:1] == known[:1] and sorted(wanted) == sorted(known) else None


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
