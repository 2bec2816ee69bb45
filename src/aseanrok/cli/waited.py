"""Files that do not block, as some parents leave a pipe: what is to come, and room to write, is waited for."""

from __future__ import annotations

import io
import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, BinaryIO, TextIO


class _Waited(io.FileIO):
    def write(self, content: Any, /) -> int:
        from select import select  # most files block

        while (count := super().write(content)) is None:
            select((), (self,), ())
        return count


def writer(file: BinaryIO | TextIO) -> BinaryIO:
    """Return a file of bytes that writes where one that does not block does, and waits for it; it closes nothing."""
    return io.BufferedWriter(_Waited(file.fileno(), "w", closefd=False))


def whole(file: BinaryIO) -> bytes:
    """Return all of a file that does not block, also what is still to come."""
    from select import select

    number, content, more = file.fileno(), b"", b" "
    while more:
        select((number,), (), ())
        try:
            content += (more := os.read(number, 65536))
        except BlockingIOError:  # somebody else has read it
            continue
    return content
