"""Text inside HTML: every value is escaped, what could reorder or hide it is shown, and its language is named."""

from __future__ import annotations

import unicodedata

from aseanrok.output._addresses import with_address

_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": "<br>", "\t": " "}

# Controls, line separators and the marks that turn the direction of what follows: they are shown, and none acts.
_SHOWN = (
    *range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F),
    *range(0x2066, 0x206A), 0xFEFF, *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000),
)  # fmt: skip
_TABLE = {
    **{number: chr(number).encode("unicode_escape").decode() for number in _SHOWN},
    **{ord(mark): written for mark, written in _MARKS.items()},
}


def inline(text: str) -> str:
    """Return text as HTML, in an attribute as well; words that are written from right to left stand by themselves."""
    written = text.translate(_TABLE)
    return written if written.isascii() or not any(map(_is_leftward, text)) else f'<bdi dir="ltr">{written}</bdi>'


def _is_leftward(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL", "AN")


def link(address: str, shown: str, more: str = "") -> str:
    """Return a link; `shown` and `more`, its other attributes, are HTML already."""
    return f'<a href="{inline(address)}"{more}>{shown}</a>'


def linked(text: str) -> str:
    """Return text as HTML in which addresses are links."""
    if "http" not in text:
        return inline(text)
    words = []
    for word in text.replace("\n", " \n ").split(" "):
        before, address, after = with_address(word)
        at = link(address, inline(address)) if address else ""
        words.append(f"{inline(before)}{at}{inline(after)}")
    return " ".join(words)


def spoken(line: str, lang: str) -> str:
    """Return a line of the program as HTML, with the command in it set apart: `* sources differ: aseanrok ...`."""
    before, found, command = line.partition("aseanrok ")
    return f"{inline(before)}<code>{inline(found + command)}</code>" if found else inline(line)


def in_language(text: str, lang: str, around: str) -> str:
    """Return the attribute that names the language of a text, or nothing where it is that of what stands around it.

    `lang` is what is known of it. Where that is no other, a text with more Korean letters than others is Korean, and on
    a Korean page one without any is English.
    """
    letters = [character for character in text if character.isalpha()] if lang == around else []
    korean = sum("\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff" for character in letters)
    if letters:
        lang = "ko" if korean * 2 > len(letters) else "en" if not korean else around
    return f' lang="{inline(lang)}"' if lang != around else ""
