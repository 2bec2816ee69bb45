"""The index of a search, made with the edition: what a search reads of it, `search.lookup` says.

`facts` and `text` hold a line for each record, and `starts` where these begin; `stems` and `keys` hold a line for each
word of all texts and for each name, with the records that it stands in or names. So a search reads the lines of its
own words and those of the records it finds.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import accumulate, pairwise

from aseanrok.search.lookup import AMOUNT, CITY, FACTS, FIELD, ITEM, PASSAGE, PLACE, TIER, WHICH
from aseanrok.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any


class Tier(IntEnum):
    """How much a word counts by where it stands in a record; the first counts most."""

    TITLE = 0  # what the record is called
    NAME = 1  # its other names, its id
    FACT = 2  # when, where, of what kind
    CONTENT = 3  # what came of it, who took part
    PROSE = 4  # summary, note
    CONTEXT = 5  # what stands around it: the names of records that belong to it


class Passage(Value):
    """A text of a record, the field it stands in, its tier, and the words it is found by."""

    __slots__ = ("field", "stems", "text", "tier")

    def __init__(self, tier: int, field: str, text: str, stems: Sequence[str]) -> None:
        self.tier = tier
        self.field = field
        self.text = text
        self.stems = stems


class Entry(Value):
    """A record before it is packed: its facts, the keys of its id, its name and its other names, its passages."""

    __slots__ = ("facts", "names", "passages")

    def __init__(
        self,
        facts: Mapping[str, Any],
        names: tuple[Sequence[str], Sequence[str], Sequence[str]],
        passages: Sequence[Passage],
    ) -> None:
        self.facts = facts
        self.names = names
        self.passages = passages


def pack(records: Iterable[Entry]) -> dict[str, str]:
    """Return the columns of an index. The first passage of each record is its title."""
    facts: list[str] = []
    text: list[str] = []
    stems: dict[str, list[int]] = {}
    keys: dict[str, list[str]] = {}
    for number, record in enumerate(records):
        passages = sorted(record.passages, key=lambda passage: passage.tier)
        tiers = [
            "".join(f" {' '.join(passage.stems)} {PASSAGE}" for passage in passages if passage.tier == tier)
            for tier in Tier
        ]
        # The title stands among the facts.
        said = ["", *(passage.text for passage in passages[1:])]
        told = [part for each in zip((passage.field for passage in passages), said, strict=True) for part in each]
        facts.append(FIELD.join(_packed(record.facts.get(name)) for name in (*FACTS, *AMOUNT, *CITY)) + "\n")
        text.append(FIELD.join([TIER.join(tiers), *told]) + "\n")
        for stem in {stem for passage in passages for stem in passage.stems}:
            stems.setdefault(stem, []).append(number)
        named = {name: which for which, names in reversed(list(enumerate(record.names))) for name in names if name}
        for name, which in named.items():
            keys.setdefault(name, []).append(f"{number}{WHICH}{which}")
    return {
        "facts": "".join(facts),
        "text": "".join(text),
        "starts": "".join(map(PLACE.format, _starts(facts), _starts(text))),
        "stems": sorted_lines({stem: _gaps(numbers) for stem, numbers in stems.items()}),
        "keys": sorted_lines(keys),
    }


def _packed(value: Any) -> str:
    return ITEM.join(value) if isinstance(value, list) else value or ""


def _starts(lines: Sequence[str]) -> Iterator[int]:
    """Yield where each line begins, in bytes, and where the last one ends."""
    return accumulate((len(line.encode()) for line in lines), initial=0)


def _gaps(numbers: Sequence[int]) -> list[str]:
    """Return numbers in ascending order, each as what it is more than the one before: short, for there are many."""
    return [str(number - before) for before, number in pairwise((0, *numbers))]


def sorted_lines(known: Mapping[str, Sequence[str]]) -> str:
    """Return what belongs to each word as a line of its own, in the order in which a line is found by halving."""
    lines = (f"{word}{FIELD}{' '.join(values)}\n" for word, values in known.items())
    return "".join(sorted(lines, key=str.encode))
