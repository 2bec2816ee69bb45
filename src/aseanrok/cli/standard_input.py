"""What is handed over on standard input, as lines: in UTF-8, or in what the environment or the text itself says."""

from __future__ import annotations

import codecs
import os
import sys

from aseanrok import store
from aseanrok.cli.waited import whole
from aseanrok.errors import UsageFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def read_lines(tell: Callable[[str], None], *, waits: bool) -> list[str]:
    """Return the lines of standard input, blank ones left out; where it does not block, reading `waits` for them.

    `tell` says what else is left out: the heading of a column of ids.

    Raises UsageFailure where there is none, or no text.
    """
    if sys.stdin is None:
        raise UsageFailure("standard input is closed")
    try:
        content = whole(sys.stdin.buffer) if waits else sys.stdin.buffer.read()
    except OSError as error:
        raise UsageFailure(f"cannot read standard input: {error.strerror or error}") from None
    given = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    encoding = sys.stdin.encoding if given or sys.stdin.isatty() else "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # what > of PowerShell writes
        encoding = "utf-16"
    try:
        lines = content.decode(encoding).splitlines()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        known = encoding.removesuffix("-sig")
        raise UsageFailure(
            f"standard input is not {known} in line {line}; PYTHONIOENCODING says what it is in"
        ) from None
    if not (names := [line.strip() for line in lines if line.strip()]):
        tell("standard input is empty: nothing is asked for")
    return _without_heading(names, tell)


def _without_heading(lines: list[str], tell: Callable[[str], None]) -> list[str]:
    if lines[:1] != ["id"] or not lines[1:] or not store.find(lines[1]):
        return lines
    tell("standard input: its first line, 'id', is a heading and not looked for")
    return lines[1:]
