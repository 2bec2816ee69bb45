"""What the script of the page carries as letters of a script element, packed with LZMA; `boot.js` unpacks it."""

from __future__ import annotations

import base64
import json

from aseanrok.errors import UsageFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FILTERS = [{"id": 0x4000000000000001, "preset": 9, "lc": 4, "lp": 0, "pb": 0, "dict_size": 1 << 23, "nice_len": 273}]
"""LZMA without a header, as `boot.js` reads it: four bits of the letter before count, none of its place."""

_HARMLESS = str.maketrans("<&", ",.")


def packed(carried: dict[str, Any]) -> tuple[str, int]:
    """Return what is carried as text that a script element may hold, and how many bytes it is unpacked.

    Raises UsageFailure where Python was built without LZMA.
    """
    try:
        import lzma
    except ModuleNotFoundError:
        raise UsageFailure("a page is packed with LZMA, which this Python was built without") from None
    text = json.dumps(carried, ensure_ascii=False, separators=(",", ":")).encode()
    content = lzma.compress(text, lzma.FORMAT_RAW, filters=FILTERS)
    # Four bytes are five letters, none of which means anything in HTML: a twentieth less than base64.
    letters = base64.b85encode(content + bytes(-len(content) % 4)).decode().translate(_HARMLESS)
    return letters, len(text)
