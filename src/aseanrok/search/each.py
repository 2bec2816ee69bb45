"""Countries that are named beside other words: where records hold all of it by chance alone, the best of each."""

from __future__ import annotations

from aseanrok.search.ranking import OTHERS, Hit, search, ways

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from aseanrok.search.lookup import Index
    from aseanrok.search.question import Question

COUNTRY, ROK = " =", " =KOR "
"""How the needle of a country begins, and the one that nearly every record holds."""


def named(question: Question) -> list[int]:
    """Return the places of the countries that are asked for beside each other and other words; none where it is one."""
    terms = question.terms
    found = [at for at, term in enumerate(terms) if term.whole[0].startswith(COUNTRY) and term.whole[0] != ROK]
    return found if len({terms[at].whole[0] for at in found}) > 1 and len(found) < len(terms) else []


def best(index: Index, question: Question, left: frozenset[int] | None, hits: Sequence[Hit]) -> list[Hit]:
    """Return of each country the best records that hold it with the other words, and what each of them lacks.

    None where a hit is of all of them, or where nothing but the hits is found.
    """
    countries = named(question)
    if not countries or any(_tells(index, question, hit.number) for hit in hits):
        return []
    held = {at: set().union(*map(index.holding, question.terms[at].whole)) for at in countries}
    known: dict[int, Hit] = {}
    for at in countries:
        kept = [each for each in range(len(question.terms)) if each == at or each not in countries]
        for hit in search(index, question.only(kept), left).hits[:OTHERS]:
            lacks = tuple(question.terms[each].shown for each in countries if hit.number not in held[each])
            if lacks and (hit.number not in known or hit.score > known[hit.number].score):
                known[hit.number] = hit.replace(missing=lacks)
    return sorted(known.values(), key=lambda hit: -hit.score)


def _tells(index: Index, question: Question, number: int) -> bool:
    """Say whether a record is of all the countries: its title names each."""
    title = index.title(number)
    return all(any(needle in title for needle, _ in ways(question, at)) for at in named(question))
