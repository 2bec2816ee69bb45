"""Text with styles for a terminal: broken between words, and drawn with the codes that terminals understand.

Only bold, dim, one colour and links are used. A library of terminal output brings all the others as well, and takes
longer to import than a listing takes to answer.
"""

from __future__ import annotations

from aseanrok.output.plain import width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

BOLD = "1"
DIM = "2"
DIM_BOLD = "1;2"
MARKED = "1;31"
"""Styles, as ECMA-48 numbers them (Select Graphic Rendition); "" is none. A marked text is bold and red."""


class Styled:
    """A text whose parts have a style each; a `link` is opened by all of it."""

    __slots__ = ("_parts", "link")

    def __init__(self, text: str, style: str = "", link: str = "") -> None:
        self._parts = [(text, style)] if text else []
        self.link = link

    @property
    def plain(self) -> str:
        """The text without its styles."""
        return "".join([text for text, _ in self._parts])

    def add(self, text: str, style: str = "") -> Self:
        """Add a text behind, and return the whole."""
        if not text:
            return self
        if self._parts and self._parts[-1][1] == style:
            text = self._parts.pop()[0] + text
        self._parts.append((text, style))
        return self

    def join(self, other: Styled) -> Self:
        """Add a styled text behind, and return the whole."""
        for text, style in other._parts:
            self.add(text, style)
        return self

    def part(self, start: int, end: int) -> Styled:
        """Return what stands between two places."""
        made = Styled("", link=self.link)
        at = 0
        for text, style in self._parts:
            if cut := text[max(0, start - at) : max(0, end - at)]:
                made._parts.append((cut, style))
            at += len(text)
        return made

    def lines(self, wide: int) -> list[Styled]:
        """Return the text in lines of so many columns."""
        text = self.plain
        if "\n" not in text and width(text) <= wide:
            return [self]
        return [self.part(start, end) for start, end in _lines(text, wide)]

    def drawn(self, color: bool) -> str:
        """Return the text of one line, with the codes of its styles where it is in `color`."""
        if not color:
            return self.plain
        line = "".join([f"\x1b[{style}m{text}\x1b[0m" if style else text for text, style in self._parts])
        if not self.link:
            return line
        # The lines of a broken text are one link to a terminal that knows they are.
        return f"\x1b]8;id={_name(self.link)};{self.link}\x1b\\{line}\x1b]8;;\x1b\\"


def _name(link: str) -> str:
    """Return a short name of a link, the same in every run."""
    import zlib

    return f"{zlib.crc32(link.encode()):08x}"


def _lines(text: str, wide: int) -> Iterator[tuple[int, int]]:
    """Yield where the lines of a text begin and end, of so many columns each: broken at its own breaks and at blanks.

    Only a word that is wider than a line is broken in itself, from a line of its own on.
    """
    begin = 0
    for whole in text.split("\n"):
        after = begin + len(whole)
        if width(whole) > wide:
            for start, end in _words(text, begin, after):
                if width(text[begin:end]) <= wide:
                    continue
                if begin < start:
                    yield begin, begin + len(text[begin:start].rstrip())
                    begin = start
                while width(text[begin:end]) > wide:
                    cut = _fitting(text, begin, end, wide)
                    yield begin, cut
                    begin = cut
            yield begin, begin + len(text[begin:after].rstrip())
        else:
            yield begin, after
        begin = after + 1


def _words(text: str, begin: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield where the words between two places of a text begin and end."""
    for word in text[begin:after].split():
        start = text.index(word, begin)
        begin = start + len(word)
        yield start, begin


def _fitting(text: str, begin: int, end: int, wide: int) -> int:
    """Return up to where so many columns are filled: at least one letter, and no mark apart from its letter."""
    cut, filled = begin, 0
    while cut < end and (cut == begin or filled + width(text[cut]) <= wide):
        filled += width(text[cut])
        cut += 1
    return cut
