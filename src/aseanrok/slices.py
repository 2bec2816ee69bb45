"""Files of which only some parts are read: a line is found by what it begins with, and a row by what it holds."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO, Protocol

    class Content(Protocol):
        """Bytes, or what gives them slice by slice."""

        def __len__(self) -> int: ...
        def __getitem__(self, part: slice, /) -> bytes: ...


_END, _TAB = b"\n", b"\t"
_BLOCK = 400
"""So many bytes are looked through at once for the end of a line."""


class Slices:
    """The bytes of a file, as slices of which each is read when it is asked for."""

    def __init__(self, path: str, file: BinaryIO) -> None:
        """Take an open file, and its path for what cannot be read; it is closed when no slice is asked for any more."""
        self._path = path
        self._file = file
        self.size = self._file.seek(0, 2)

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, part: slice) -> bytes:
        start = part.start or 0
        try:
            self._file.seek(start)
            return self._file.read((self.size if part.stop is None else part.stop) - start)
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._path) from None

    def lines(self, start: int, count: int) -> list[bytes]:
        """Return some lines, the first of which begins at a place."""
        self._file.seek(start)
        return [self._file.readline() for _ in range(count)]


class Sorted:
    """Lines that begin with a word and a tab, in the order of their words: found by halving."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._size = len(content)

    def of(self, word: str) -> list[bytes]:
        """Return what stands on the line of a word, part by part; nothing where it has none."""
        return next(self.beginning(f"{word}\t"), b"").partition(_TAB)[2].split()

    def beginning(self, start: str) -> Iterator[bytes]:
        """Yield the lines that begin with some characters."""
        begun = start.encode(errors="surrogatepass")  # what is no text is found nowhere
        at = self._place(begun)
        while at < self._size and self._content[at : at + len(begun)] == begun:
            end, _ = self._line_after(at + 1)
            yield self._content[at : end - 1]
            at = end

    def within(self, part: str) -> Iterator[tuple[str, bytes]]:
        """Yield the words in which some characters stand, each with its line; this reads them all."""
        content, wanted = self._content[:], part.encode(errors="surrogatepass")
        at = content.find(wanted)
        while at >= 0:
            start, end = content.rfind(_END, 0, at) + 1, content.index(_END, at)
            word = content[start : content.index(_TAB, start)]
            if wanted in word:
                yield word.decode(), content[start:end]
            at = content.find(wanted, end)

    def _place(self, word: bytes) -> int:
        """Return where the first line begins that does not come before a word."""
        low, high = 0, self._size
        while low < high:
            middle = (low + high) // 2
            start, begun = self._line_after(middle, len(word))
            if start < self._size and begun < word:
                low = start + 1
            else:
                high = middle
        return self._line_after(low)[0]

    def _line_after(self, at: int, length: int = 0) -> tuple[int, bytes]:
        """Return where the first line begins at a place or after it, or the end, and some bytes from there on."""
        if at == 0:
            return 0, self._content[:length]
        at -= 1
        while at < self._size:
            block = self._content[at : at + _BLOCK]
            if first := block.find(_END) + 1:
                is_whole = first + length <= len(block)
                begun = block[first : first + length] if is_whole else self._content[at + first : at + first + length]
                return at + first, begun
            at += _BLOCK
        return self._size, b""


class Places:
    """Where in the tables the rows stand that hold an id: `citations.id:120*3` are three rows from byte 120 on.

    Beside the empty word stand the columns that are looked through, and how long their tables were: a table that is
    longer or shorter is another.
    """

    def __init__(self, content: Content) -> None:
        self._lines = Sorted(content)
        self._sizes = dict(each.split(b"/") for each in self._lines.of(""))
        self._known: dict[str, dict[bytes, bytes]] = {}

    def knows(self, column: str, size: int) -> bool:
        """Say whether a column is looked through, of a table of this length."""
        return int(self._sizes.get(column.encode(), -1)) == size

    def of(self, column: str, id: str) -> Iterator[tuple[int, int]]:
        """Yield where rows begin whose column holds an id, and how many follow each other there."""
        if not id:  # that line is of no row
            return
        if id not in self._known:
            self._known[id] = dict(each.split(b":") for each in self._lines.of(id))
        starts = self._known[id].get(column.encode())
        for each in starts.split(b",") if starts else ():
            start, _, count = each.partition(b"*")
            yield int(start), int(count or 1)


def lines_with(content: bytes, members: set[bytes], start: bytes) -> Iterator[bytes]:
    """Yield the rows of a table that hold one of some members of an object: a field with its value.

    Where the table begins with `start`, rows begin with this field, and no other part of them is looked through.
    """
    if content.startswith(start):
        yield from (line for line in content.split(_END) if line[1 : line.find(b'",') + 1] in members)
        return
    starts = set()
    for member in members:
        at = content.find(member)
        while at >= 0:
            # A text inside a text has its quotes escaped, so that a member is never found in one.
            if content[at - 1 : at] in (b"{", b","):
                starts.add(content.rfind(_END, 0, at) + 1)
            at = content.find(member, at + 1)
    yield from (content[at : content.index(_END, at)] for at in sorted(starts))


def lines_holding(content: bytes, part: bytes) -> Iterator[bytes]:
    """Yield the rows of a table that hold some characters."""
    at = content.find(part)
    while at >= 0:
        end = content.find(_END, at)
        yield content[content.rfind(_END, 0, at) + 1 : end]
        at = content.find(part, end)
