"""What is handed over on standard input, as lines: in UTF-8, or in what the environment or the text itself says."""

from __future__ import annotations

import codecs
import os
import sys
from contextlib import suppress

from aseanrok.errors import UsageFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


def _whole(file: BinaryIO) -> bytes:
    """Return all of a file; of one that does not block, as some parents leave a pipe, what is still to come as well."""
    try:
        waits = os.get_blocking(number := file.fileno())
    except (AttributeError, OSError, ValueError):  # Windows has no such streams, and others no number
        waits = True
    if waits:
        return file.read()
    from select import select  # most streams block

    content, more = b"", b" "
    while more:
        select((number,), (), ())
        with suppress(BlockingIOError):  # somebody else has read it
            content += (more := os.read(number, 65536))
    return content


def read_lines() -> list[str]:
    """Return the lines of standard input, blank ones left out; raise UsageFailure where there is none, or no text."""
    if sys.stdin is None:
        raise UsageFailure("standard input is closed")
    try:
        content = _whole(sys.stdin.buffer)
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
    return [line.strip() for line in lines if line.strip()]
