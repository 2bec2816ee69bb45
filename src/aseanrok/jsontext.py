"""JSON -> values, on the way on which every command reads its tables.

The package `json` reads with a scanner written in C, and imports `re` and `enum` for what else it does: a fifth of the
time in which a listing answers. Here the scanner is asked itself. It is no part of Python's public library: where it is
missing, or made otherwise, and where it finds no value, the package has the last word.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class _Usual:
    """What `json.loads` asks of the scanner where nothing else is wanted."""

    strict = True
    object_hook = object_pairs_hook = array_hook = None
    parse_float = parse_constant = float
    parse_int = int


_scan: Callable[[str, int], tuple[Any, int]] | None
try:
    from _json import make_scanner

    _scan = make_scanner(_Usual)  # type: ignore[arg-type]
except (ImportError, AttributeError, TypeError):
    _scan = None


def read(content: bytes) -> Any:
    """Return the value that a text in JSON holds; raise ValueError or RecursionError where it is none."""
    text = content.decode()
    if _scan is not None:
        try:
            value, end = _scan(text, 0)
        except (StopIteration, SystemError):  # the second where it would tell what is wrong, and has no word for it
            end = -1
        if end == len(text):
            return value
    import json  # what follows or comes before a value: blanks are allowed, and nothing else

    return json.loads(text)


def quoted(text: str) -> str:
    """Return a text as JSON writes it, with its letters as they are."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    import json

    return json.dumps(text, ensure_ascii=False)
