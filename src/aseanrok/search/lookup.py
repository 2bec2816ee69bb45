"""What a search reads of its index: the lines of its own words, and those of the records it finds.

A column is bytes, or anything that gives the same bytes slice by slice; nothing is read that no slice asks for.
"""

from __future__ import annotations

from itertools import accumulate

from aseanrok.slices import Sorted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from aseanrok.slices import Content


# Folded text holds letters, digits, blanks and the = @ - of codes and ids; these can stand between its parts.
PASSAGE, TIER, FIELD, ITEM, WHICH = "|", "/", "\t", ",", "/"
FACTS = ("id", "table", "date", "frameworks", "kind", "countries", "title", "title_ko", "status", "derived", "disputed")
AMOUNT = ("amount", "says", "says_ko")  # the field that holds an amount, and how it reads in both languages
CITY = ("city", "city_ko")  # where it took place or stands, behind a title in either language that does not say so
PLACE = "{:09d}{:09d}\n"
"""Where a record begins among the facts and in the text: lines of one length, so that each is found by counting."""

_LISTS = ("frameworks", "countries", "derived", "disputed")
_TITLE = FACTS.index("title")
_DIGITS, _LINE = 9, len(PLACE.format(0, 0))
_END = b"\n"
_MANY = 600
"""A column that was asked for more lines than these is read whole: then it is asked for all, as by a filter."""


class Column:
    """A column with a line for each record; only a line that is asked for is read and becomes text."""

    def __init__(self, content: Content, place: Callable[[int], int]) -> None:
        """Take the column, and what says where the line of a number begins; that of the last number is the end."""
        self._content = content
        self._place = place
        self._asked = 0
        self._whole: list[bytes] = []

    def line(self, number: int) -> str:
        """Return the line of a record."""
        if self._asked < _MANY:
            self._asked += 1
            return self._content[self._place(number) : self._place(number + 1) - 1].decode()
        if not self._whole:
            self._whole = self._content[:].split(_END)
        return self._whole[number].decode()


class Things:
    """What the data call things: the ids that go by the key of a name, each read when it is asked for."""

    def __init__(self, content: Content) -> None:
        self._content = content[:]
        self._lines = Sorted(self._content)

    def __getitem__(self, name: str) -> list[str]:
        return [id.decode() for id in self._lines.of(name)]

    def __contains__(self, name: str) -> bool:
        return bool(self._lines.of(name))

    def __iter__(self) -> Iterator[str]:
        return (line.partition(FIELD)[0] for line in self._content.decode().splitlines())

    def get(self, name: str, default: Sequence[str]) -> Sequence[str]:
        """Return the ids of what goes by a name."""
        return self[name] or default


class Index:
    """The columns, read: records by their number, in the order of the edition's index table."""

    def __init__(
        self, column: Callable[[str], Content], weights: Mapping[str, float], newest: Iterable[str] = ()
    ) -> None:
        """Take what gives a column by its name, how near to the top the records of a table come, and of which tables
        the newest record comes first.
        """
        starts = column("starts")[:]

        def place(first: int) -> Callable[[int], int]:
            return lambda number: int(starts[number * _LINE + first : number * _LINE + first + _DIGITS])

        self._count = len(starts) // _LINE - 1  # the last says where the others end
        self._facts = Column(column("facts"), place(0))
        self._text = Column(column("text"), place(_DIGITS))
        self._stems = Sorted(column("stems"))
        self._keys = Sorted(column("keys"))
        self._known: dict[int, list[str]] = {}
        self._told: dict[int, tuple[str, str]] = {}
        self.weights = weights
        self.newest = frozenset(newest)

    def __len__(self) -> int:
        return self._count

    def holding(self, needle: str) -> set[int]:
        """Return the numbers of the records whose folded text holds some characters: words, or the part of one."""
        words = needle.split(" ")
        last = len(words) - 1
        known = [self._with(word, begun=at > 0, ended=at < last) for at, word in enumerate(words) if word]
        found = set.intersection(*known) if known else set()
        return found if len(known) == 1 else {number for number in found if needle in self.line(number)}

    def _with(self, word: str, *, begun: bool, ended: bool) -> set[int]:
        """Return the records that hold a word; or one that begins so, or ends so, where the needle does not say."""
        if begun:
            lines = self._stems.beginning(f"{word}{FIELD}" if ended else word)
        else:
            lines = (line for known, line in self._stems.within(word) if not ended or known.endswith(word))
        gaps = (line.partition(FIELD.encode())[2].split() for line in lines)
        return {number for each in gaps for number in accumulate(map(int, each))}

    def line(self, number: int) -> str:
        """Return the folded text of a record: its passages, those that say most first."""
        return self._texts(number)[0]

    def _texts(self, number: int) -> tuple[str, str]:
        if number not in self._told:
            line, _, passages = self._text.line(number).partition(FIELD)
            self._told[number] = line, passages
        return self._told[number]

    def title(self, number: int) -> str:
        """Return the folded title of a record: words between blanks."""
        line = self.line(number)
        return line[: line.find(PASSAGE)]

    def called(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield each record that goes by the key of a name, with 0 for its id, 1 for its name, 2 for another name."""
        for known in self._keys.of(name) if name else ():
            number, _, which = known.decode().partition(WHICH)
            yield int(number), int(which)

    def facts(self, number: int) -> list[str]:
        """Return the facts of a record as they are packed: its id, table and date come first."""
        if number not in self._known:
            self._known[number] = self._facts.line(number).split(FIELD)
        return self._known[number]

    def row(self, number: int) -> dict[str, Any]:
        """Return the facts of a record by their names, those that may be several as lists."""
        row: dict[str, Any] = {name: value or None for name, value in zip(FACTS, self.facts(number), strict=False)}
        for name in _LISTS:
            row[name] = row[name].split(ITEM) if row[name] else []
        return row

    def label(self, number: int) -> tuple[str, str]:
        """Return the field that names a record, and what it says."""
        return self._texts(number)[1].partition(FIELD)[0], self.facts(number)[_TITLE]

    def amount(self, number: int, lang: str) -> tuple[str, str] | None:
        """Return the field that holds the amount of a record, and how it reads; None where it has none."""
        field, says, korean = self.facts(number)[len(FACTS) : len(FACTS) + len(AMOUNT)]
        return (field, korean if lang == "ko" else says) if field else None

    def city(self, number: int, title: str) -> str:
        """Return what stands behind a title, `title` or `title_ko`, to say where a record took place; or nothing."""
        return self.facts(number)[-1 if title == "title_ko" else -2]

    def passages(self, number: int) -> Iterator[tuple[str, str, str]]:
        """Yield the field, the text and the folded text of each passage of a record, its title first."""
        line, told = self._texts(number)
        parts = told.split(FIELD)
        parts[1] = self.facts(number)[_TITLE]
        return zip(parts[::2], parts[1::2], line.replace(TIER, "").split(PASSAGE), strict=False)
