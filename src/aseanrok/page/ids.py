"""The ids of the records, said by the words of their rows, which most of them are made of.

The code of an id is a letter for how many of its parts the id above it begins with (a for none), then its other parts:
a capital for a word of its row, or the part itself after a hyphen. Z is the first word, where the year of a date is;
the others are counted from behind the last one taken (A is the next, and after the last comes the first). Under
`aju-news-summit-2009`, `aju-news-eas-foreign-ministers-2011` of the row "2011-07-22, EAS foreign ministers: ..." is
`cDAAZ`.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LETTERS, _FIRST = 26, "Z"


def coded(ids: Sequence[str], texts: Sequence[Sequence[str]]) -> str:
    """Return the ids of a table in codes, by the texts of each row."""
    codes = []
    above: list[str] = []
    for id, said in zip(ids, texts, strict=True):
        parts = id.split("-")
        codes.append("".join(_code(parts, above, _words(said))))
        above = parts
    return " ".join(codes)


def _code(parts: list[str], above: list[str], words: list[str]) -> Iterator[str]:
    same = next((at for at, (one, other) in enumerate(zip(parts, above, strict=False)) if one != other), len(above))
    same = min(same, len(parts), _LETTERS - 1)
    yield chr(ord("a") + same)
    next_ = 0
    for part in parts[same:]:
        if part in words[:1]:
            yield _FIRST
            continue
        away = [(at - next_) % len(words) for at, word in enumerate(words) if word == part]
        if away and min(away) < _LETTERS - 1:
            yield chr(ord("A") + min(away))
            next_ += min(away) + 1
        else:
            yield f"-{part}"


def _words(texts: Sequence[str]) -> list[str]:
    return re.findall("[a-z0-9]+", " ".join(texts).lower().replace("'", "").replace("’", ""))
