"""The line on a terminal that says how far an answer is that takes longer than a second; it does not stay."""

from __future__ import annotations

import time

from aseanrok import progress
from aseanrok.cli import streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

AFTER = 1.0
"""Seconds: what is there sooner needs no line."""


class Waiting:
    """While it lasts, a terminal is told how much is done: `aseanrok: 44%`, on standard error alone."""

    def __enter__(self) -> Self:
        self._from = time.monotonic() + AFTER
        progress.listen(self._tell)
        return self

    def _tell(self, part: float) -> None:
        if time.monotonic() >= self._from:
            streams.passing(f"aseanrok: {part:.0%}")

    def __exit__(self, *raised: object) -> None:
        progress.listen(None)
        streams.passing("")
