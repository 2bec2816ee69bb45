"""Records as a search reads them: columns with a line of text for each record, scanned as they are.

Reading a row of fields for each record would take longer than the search itself; only what is shown is unpacked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

OWN, NAMES, FACTS, TOLD, BODY, AROUND = range(6)
"""What a passage says of a record: its name, its other names, when and where and of what kind, what came of it and
who took part, prose, and what stands around it."""

# Folded text holds letters, digits, blanks and the = @ - of codes and ids; these can stand between its parts.
_PASSAGE, _TIER, _RECORD, _FIELD, _ITEM = "|", "/", "\n", "\t", ","
_LISTS = ("frameworks", "countries")
_FACTS = ("id", "table", "date", "frameworks", "kind", "countries", "title", "title_ko")


class Passage(NamedTuple):
    """A text of a record, the field it stands in, its tier, and the words it is found by."""

    tier: int
    field: str
    text: str
    stems: Sequence[str]


class Record(NamedTuple):
    """A record before it is packed: its facts, the keys of its id, its name and its other names, its passages."""

    facts: Mapping[str, Any]
    names: tuple[Sequence[str], Sequence[str], Sequence[str]]
    passages: Sequence[Passage]


def pack(records: Iterable[Record]) -> dict[str, Any]:
    """Return the columns: facts, names, text and passages. The first passage of each record is its title.

    The names are one text, since a name is looked for in all of them at once.
    """
    columns: dict[str, list[str]] = {"facts": [], "names": [], "text": [], "passages": []}
    for record in records:
        passages = sorted(record.passages, key=lambda passage: passage.tier)
        tiers = [
            "".join(f" {' '.join(passage.stems)} {_PASSAGE}" for passage in passages if passage.tier == tier)
            for tier in range(AROUND + 1)
        ]
        columns["facts"].append(_FIELD.join(_packed(record.facts.get(name)) for name in _FACTS))
        columns["names"].append(_TIER.join(f"{_PASSAGE}{_PASSAGE.join(names)}{_PASSAGE}" for names in record.names))
        columns["text"].append(_TIER.join(tiers))
        # The title stands among the facts.
        texts = ["", *(passage.text for passage in passages[1:])]
        columns["passages"].append(
            _FIELD.join(part for passage, text in zip(passages, texts, strict=True) for part in (passage.field, text))
        )
    return {**columns, "names": _RECORD.join(columns["names"])}


def _packed(value: Any) -> str:
    return _ITEM.join(value) if isinstance(value, list) else value or ""


class Prepared:
    """The columns, read: records by their number, in the order of the edition's index."""

    def __init__(self, columns: Mapping[str, Any], passages: Callable[[], Sequence[str]]) -> None:
        """Take the columns; the passages are asked for when one is shown."""
        self._facts: list[str] = columns["facts"]
        self._names: str = columns["names"]
        self._passages = passages
        self.lines: list[str] = columns["text"]
        """The folded text of each record: its passages, those that say most first."""

    def __len__(self) -> int:
        return len(self._facts)

    def tier(self, number: int, at: int) -> int:
        """Return the tier of a place in the folded text of a record."""
        return self.lines[number].count(_TIER, 0, at)

    def title(self, number: int) -> str:
        """Return the folded title of a record: words between blanks."""
        line = self.lines[number]
        return line[: line.find(_PASSAGE)]

    def called(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield each record that goes by the key of a name, with 0 for its id, 1 for its name, 2 for another name."""
        names = self._names
        needle = f"{_PASSAGE}{name}{_PASSAGE}"
        at = names.find(needle) if name else -1
        while at >= 0:
            start = names.rfind(_RECORD, 0, at) + 1
            yield names.count(_RECORD, 0, at), names.count(_TIER, start, at)
            end = names.find(_RECORD, at)
            at = names.find(needle, end) if end >= 0 else -1

    def facts(self, number: int) -> list[str]:
        """Return the facts of a record as they are packed: its id, table and date come first."""
        return self._facts[number].split(_FIELD)

    def row(self, number: int) -> dict[str, Any]:
        """Return the facts of a record: id, table, date, frameworks, kind, countries, title, title_ko."""
        packed = dict(zip(_FACTS, self.facts(number), strict=True))
        lists = {name: packed[name].split(_ITEM) if packed[name] else [] for name in _LISTS}
        return {name: value or None for name, value in packed.items()} | lists

    def passages(self, number: int) -> Iterator[tuple[str, str, str]]:
        """Yield the field, the text and the folded text of each passage of a record, its title first."""
        parts = self._passages()[number].split(_FIELD)
        parts[1] = self.row(number)["title"]
        return zip(parts[::2], parts[1::2], self.lines[number].replace(_TIER, "").split(_PASSAGE), strict=False)
