"""What is handed over on standard input, as lines: in UTF-8, or in what the environment or the text itself says."""

from __future__ import annotations

import codecs
import os
import sys

from aseanrok.cli.waited import whole
from aseanrok.errors import UsageFailure


def read_lines(*, waits: bool) -> list[str]:
    """Return the lines of standard input, blank ones left out; where it does not block, reading `waits` for them.

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
    return [line.strip() for line in lines if line.strip()]
