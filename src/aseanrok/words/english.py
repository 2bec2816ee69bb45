"""Small words of English: ordinals, articles, lists."""

from __future__ import annotations

from itertools import groupby

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ARTICLE = ("Lao PDR", "Philippines", "ROK", "UK", "USA")
"""The countries that a sentence names with an article."""


def ordinal(number: int) -> str:
    """Return `1st`, `2nd`, `13th`, `22nd`."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def in_words(numbers: Sequence[int]) -> str:
    """Return `3rd to 9th, 20th`; two that follow each other are named one by one."""
    said: list[str] = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        names = [ordinal(number) for _, number in run]
        said += [f"{names[0]} to {names[-1]}"] if len(names) > 2 else names
    return ", ".join(said)


def the(name: str) -> str:
    """Return a name with its article."""
    return name if name.lower().startswith("the ") else f"the {name}"


def listed(names: Iterable[str]) -> str:
    """Return `Brunei, Laos and Thailand`."""
    known = list(names)
    return " and ".join(filter(None, (", ".join(known[:-1]), *known[-1:])))
