"""A file of which only some parts are read: it gives them as slices, like the bytes that it holds."""

from __future__ import annotations

import os


class Slices:
    """The bytes of a file without its last line, which says that nothing was cut off."""

    def __init__(self, path: str, end: bytes) -> None:
        """Open a file; raise OSError where that cannot be, and ValueError where it does not end with that line."""
        self._path = path
        self._file = open(path, "rb")  # noqa: SIM115 - as long as slices are asked for
        whole = os.fstat(self._file.fileno()).st_size
        self._size = max(0, whole - len(end))
        before = min(1, self._size)  # the line before it was ended as well
        if self[self._size - before : whole] != b"\n"[:before] + end:
            raise ValueError

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        start = part.start or 0
        try:
            self._file.seek(start)
            return self._file.read((self._size if part.stop is None else part.stop) - start)
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._path) from None
