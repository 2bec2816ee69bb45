"""What the script of the page carries as letters of a script element, packed with LZMA; `boot.js` unpacks it."""

from __future__ import annotations

import json

from aseanrok.errors import UsageFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FILTERS = [{"id": 0x4000000000000001, "preset": 9, "lc": 4, "lp": 0, "pb": 0, "dict_size": 1 << 23, "nice_len": 273}]
"""LZMA without a header, as `boot.js` reads it: four bits of the letter before count, none of its place."""

LETTERS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) != "<")
"""Every letter of ASCII that is seen, and the space: in a script element only `<` means something to HTML."""

_PAIRS, _BITS = len(LETTERS) ** 2, 13


def packed(carried: dict[str, Any]) -> tuple[str, int]:
    """Return what is carried as text that a script element may hold, and how many bytes it is unpacked.

    Raises UsageFailure where Python was built without LZMA.
    """
    try:
        import lzma
    except ModuleNotFoundError:
        raise UsageFailure("a page is packed with LZMA, which this Python was built without") from None
    text = json.dumps(carried, ensure_ascii=False, separators=(",", ":")).encode()
    return lettered(lzma.compress(text, lzma.FORMAT_RAW, filters=FILTERS)), len(text)


def lettered(content: bytes) -> str:
    """Return bytes as letters: two for 13 bits, the lowest first, or for 14 where a pair is left to say so.

    There are 8836 pairs for 8192 numbers of 13 bits. So a number under 644 takes the next bit along: with it, it is
    either itself or 8192 more. A byte takes 1.22 letters that way; in base64 it takes 1.33.
    """
    spare = _PAIRS - (1 << _BITS)
    pairs = [high + low for low in LETTERS for high in LETTERS]
    letters = []
    waiting = count = 0
    for byte in content + bytes(2):
        waiting |= byte << count
        count += 8
        if count > _BITS:
            taken = _BITS if waiting & ((1 << _BITS) - 1) >= spare else _BITS + 1
            letters.append(pairs[waiting & ((1 << taken) - 1)])
            waiting >>= taken
            count -= taken
    return "".join(letters)
