"""What the script of the page carries as letters of script elements.

The script itself and the columns are packed with LZMA, which `boot.js` unpacks; the texts with bzip2, which makes them
a twelfth smaller than LZMA does, but not the others: `bzip2.js` unpacks them.
"""

from __future__ import annotations

import json

from aseanrok.errors import UsageFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FILTERS = [{"id": 0x4000000000000001, "preset": 9, "lc": 3, "lp": 0, "pb": 0, "dict_size": 1 << 23, "nice_len": 273}]
"""LZMA without a header, as `boot.js` reads it: three bits of the letter before count, none of its place."""

SHORT = "\t\n" + "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) != "<")
"""Every letter of ASCII that is seen, and white space: in a script element only `<` means something to HTML."""

LONG = "".join(map(chr, range(0xA0, 0x800)))
"""The letters that UTF-8 writes in two bytes."""


def packed(carried: dict[str, Any]) -> tuple[str, int]:
    """Return what is carried as text that a script element may hold, and how many bytes it is unpacked.

    Raises UsageFailure where Python was built without LZMA.
    """
    try:
        import lzma
    except ImportError:
        raise UsageFailure("a page is packed with LZMA, which this Python was built without") from None
    content = _json(carried)
    return lettered(lzma.compress(content, lzma.FORMAT_RAW, filters=FILTERS)), len(content)


def packed_texts(texts: list[str]) -> str:
    """Return texts as text that a script element may hold.

    Raises UsageFailure where Python was built without bzip2.
    """
    try:
        import bz2
    except ImportError:
        raise UsageFailure("a page is packed with bzip2, which this Python was built without") from None
    return lettered(bz2.compress(_json(texts)))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def lettered(content: bytes) -> str:
    """Return bytes as letters, the lowest bits first: a short one for 7 bits, a long one for 12 or 13.

    Seven bits that are no short letter take five more along, and are a long one if their number is low enough, or else
    one bit more. A byte takes 1.18 bytes of the page that way; in base64 it takes 1.33.
    """
    letters = []
    waiting = count = 0
    for byte in content + bytes(2):
        waiting |= byte << count
        count += 8
        while count >= _MOST:
            letter, taken = _LETTERS[waiting & ((1 << _MOST) - 1)]
            letters.append(letter)
            waiting >>= taken
            count -= taken
    return "".join(letters)


_MOST = 13


def _letter(bits: int) -> tuple[str, int]:
    """Return the letter for what the next 13 bits begin with, and how many of them it is for."""
    first = bits & 127
    if first < len(SHORT):
        return SHORT[first], 7
    number = (first - len(SHORT)) * 32 + (bits >> 7 & 31)
    alone = 2 * 32 * (128 - len(SHORT)) - len(LONG)
    if number < alone:
        return LONG[number], 12
    return LONG[2 * number - alone + (bits >> 12)], 13


_LETTERS = [_letter(bits) for bits in range(1 << _MOST)]
