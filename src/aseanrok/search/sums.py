"""Numbers in a query that are written as amounts: each becomes one word, whatever the way it is written."""

from __future__ import annotations

from aseanrok.words.tokens import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MARKS = (*"만억조천$₩€,", "illion", "thousand", "bn", "mn", "usd", "krw", "eur", "dollar", "won", "달러", "불", "원")
"""What stands in every query that holds a sum or a large number, besides its digits."""


class Sum(Token):
    """A number in a query, as one word for all ways to write it."""

    __slots__ = ()


def sums(found: Sequence[Token], typed: str) -> list[Token]:
    """Put one word in the place of those that together are a number or a sum: `2천억 달러`, `USD 200 billion`."""
    if not _may_hold(typed):
        return list(found)
    from aseanrok.words.amounts import amounts  # it compiles a pattern that most queries do without

    done = list(found)
    for each in amounts(typed):
        within = [at for at, word in enumerate(done) if word.start < each.end and word.end > each.start]
        if within:
            word = each.words[-1]
            done[within[0] : within[-1] + 1] = [Sum(word, word, each.start, each.end)]
    return done


def end_of_sum(typed: str, start: int) -> int:
    """Return where the sum ends that begins at a place of a query; the place itself where none does."""
    if not _may_hold(typed[start:]):
        return start
    from aseanrok.words.amounts import amounts

    first = next(amounts(typed[start:]), None)
    return start + first.end if first and first.start == 0 else start


def _may_hold(typed: str) -> bool:
    """Say whether a query may hold a number written as an amount: more than a year or a day, or a Korean number."""
    if any(f"{small}{big}" in typed for small in "십백천" for big in "만억조"):
        return True
    if not any(map(str.isdigit, typed)):
        return False
    folded = typed.casefold()
    digits = "".join(character if character.isdigit() else " " for character in typed.replace(",", "")).split()
    return any(map(folded.__contains__, MARKS)) or any(len(run) > 4 for run in digits)
