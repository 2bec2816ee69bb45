"""The index of a search: records as columns, with a line of folded text for each, scanned as they are.

Reading a row of fields for each record would take longer than the search itself; only what is shown is unpacked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum

from aseanrok.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Tier(IntEnum):
    """How much a word counts by where it stands in a record; the first counts most."""

    TITLE = 0  # what the record is called
    NAME = 1  # its other names, its id
    FACT = 2  # when, where, of what kind
    CONTENT = 3  # what came of it, who took part
    PROSE = 4  # summary, note
    CONTEXT = 5  # what stands around it: the names of records that belong to it


# Folded text holds letters, digits, blanks and the = @ - of codes and ids; these can stand between its parts.
_PASSAGE, _TIER, _FIELD, _ITEM = "|", "/", "\t", ","
_END = b"\n"
_LISTS = ("frameworks", "countries")
_FACTS = ("id", "table", "date", "frameworks", "kind", "countries", "title", "title_ko", "status")
_AMOUNT = ("amount", "says", "says_ko")  # the field that holds an amount, and how it reads in both languages
_TITLE = _FACTS.index("title")


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


COLUMNS = ("facts", "keys", "text", "passages")
"""What an index is made of: each column a text with a line for each record."""


def pack(records: Iterable[Entry]) -> dict[str, str]:
    """Return the columns of an index. The first passage of each record is its title."""
    columns: dict[str, list[str]] = {name: [] for name in COLUMNS}
    for record in records:
        passages = sorted(record.passages, key=lambda passage: passage.tier)
        tiers = [
            "".join(f" {' '.join(passage.stems)} {_PASSAGE}" for passage in passages if passage.tier == tier)
            for tier in Tier
        ]
        columns["facts"].append(_FIELD.join(_packed(record.facts.get(name)) for name in (*_FACTS, *_AMOUNT)))
        columns["keys"].append(_TIER.join(f"{_PASSAGE}{_PASSAGE.join(names)}{_PASSAGE}" for names in record.names))
        columns["text"].append(_TIER.join(tiers))
        # The title stands among the facts.
        texts = ["", *(passage.text for passage in passages[1:])]
        columns["passages"].append(
            _FIELD.join(part for passage, text in zip(passages, texts, strict=True) for part in (passage.field, text))
        )
    return {name: "".join(f"{line}\n" for line in lines) for name, lines in columns.items()}


def _packed(value: Any) -> str:
    return _ITEM.join(value) if isinstance(value, list) else value or ""


class Column:
    """A column of the index, with a line for each record.

    It is searched as it was read. Only a line that is asked for becomes text, and the column is taken apart only for
    one in which nothing was found.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._starts: dict[int, int] = {}  # of the lines in which something was found
        self._lines: list[bytes] = []

    def __len__(self) -> int:
        return len(self._apart())

    def line(self, number: int) -> str:
        """Return the line of a record."""
        if (start := self._starts.get(number)) is not None:
            return self._content[start : self._content.index(_END, start)].decode()
        return self._apart()[number].decode()

    def places(self, needle: str) -> Iterator[tuple[int, int]]:
        """Yield each record whose line holds some characters, with the place of the first of them in the line."""
        content, wanted = self._content, needle.encode()
        find, count = content.find, content.count
        number = start = 0  # the line that is looked at next, and where it begins
        at = find(wanted)
        while at >= 0:
            number += count(_END, start, at)
            start = content.rfind(_END, start, at) + 1 or start
            self._starts[number] = start
            yield number, at - start
            number, start = number + 1, find(_END, at) + 1
            at = find(wanted, start)

    def _apart(self) -> list[bytes]:
        if not self._lines:
            self._lines = self._content.split(_END)[:-1]  # the last line is ended as well
        return self._lines


class Index:
    """The columns, read: records by their number, in the order of the edition's index table."""

    def __init__(
        self, column: Callable[[str], bytes], weights: Mapping[str, float], newest: Iterable[str] = ()
    ) -> None:
        """Take what gives a column by its name, how near to the top the records of a table come, and of which tables
        the newest record comes first.
        """
        self._column = column
        self._facts = Column(column("facts"))
        self._keys = Column(column("keys"))
        self._text = Column(column("text"))
        self._passages: Column | None = None
        self._lines: dict[int, str] = {}
        self.weights = weights
        self.newest = frozenset(newest)

    def __len__(self) -> int:
        return len(self._facts)

    def holding(self, needle: str) -> set[int]:
        """Return the numbers of the records whose folded text holds some characters."""
        return {number for number, _ in self._text.places(needle)}

    def line(self, number: int) -> str:
        """Return the folded text of a record: its passages, those that say most first."""
        if number not in self._lines:
            self._lines[number] = self._text.line(number)
        return self._lines[number]

    def tier(self, number: int, at: int) -> int:
        """Return the tier of a place in the folded text of a record."""
        return self.line(number).count(_TIER, 0, at)

    def title(self, number: int) -> str:
        """Return the folded title of a record: words between blanks."""
        line = self.line(number)
        return line[: line.find(_PASSAGE)]

    def called(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield each record that goes by the key of a name, with 0 for its id, 1 for its name, 2 for another name."""
        needle = f"{_PASSAGE}{name}{_PASSAGE}"
        for number, _ in self._keys.places(needle) if name else ():
            line = self._keys.line(number)
            yield number, line.count(_TIER, 0, line.find(needle))

    def facts(self, number: int) -> list[str]:
        """Return the facts of a record as they are packed: its id, table and date come first."""
        return self._facts.line(number).split(_FIELD)

    def row(self, number: int) -> dict[str, Any]:
        """Return the facts of a record: id, table, date, frameworks, kind, countries, title, title_ko, status."""
        packed = dict(zip(_FACTS, self.facts(number), strict=False))
        lists = {name: packed[name].split(_ITEM) if packed[name] else [] for name in _LISTS}
        return {name: value or None for name, value in packed.items()} | lists

    def label(self, number: int) -> tuple[str, str]:
        """Return the field that names a record, and what it says."""
        return self._packed_passages(number).partition(_FIELD)[0], self.facts(number)[_TITLE]

    def amount(self, number: int, lang: str) -> tuple[str, str] | None:
        """Return the field that holds the amount of a record, and how it reads; None where it has none."""
        field, says, korean = self.facts(number)[len(_FACTS) :]
        return (field, korean if lang == "ko" else says) if field else None

    def passages(self, number: int) -> Iterator[tuple[str, str, str]]:
        """Yield the field, the text and the folded text of each passage of a record, its title first."""
        parts = self._packed_passages(number).split(_FIELD)
        parts[1] = self.facts(number)[_TITLE]
        return zip(parts[::2], parts[1::2], self.line(number).replace(_TIER, "").split(_PASSAGE), strict=False)

    def _packed_passages(self, number: int) -> str:
        if self._passages is None:
            self._passages = Column(self._column("passages"))
        return self._passages.line(number)
