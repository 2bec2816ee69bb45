"""Signals that end the program while something is half done: what was begun is put in order first."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self


ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGXCPU", "SIGALRM", "SIGUSR1", "SIGUSR2")
"""What ends a program and can be waited for, beside Ctrl-C."""


class Stopped(BaseException):
    """A signal came that ends the program. It is raised where the program was, so that every `finally` runs."""


class Signals:
    """While it lasts, a signal that would end the program is raised as Stopped, once; on leaving it has its way.

    A signal that was ignored (`nohup`) stays ignored. After `hold` no signal is raised any more: it waits for the end.
    A thread beside the main one hears of none.
    """

    def __init__(self, *names: str) -> None:
        self._numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]  # Windows has no SIGHUP
        self._before: dict[int, Any] = {}
        self._came = 0
        self._held = False

    def hold(self) -> Self:
        """Let signals wait from here on: what follows is short, and is not to be done by half."""
        self._held = True
        return self

    def __enter__(self) -> Self:
        with suppress(ValueError):  # which a thread is told that is not the main one
            for number in self._numbers:
                if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
                    self._before[number] = signal.signal(number, self._stop)
        return self

    def _stop(self, number: int, frame: object) -> None:
        first, self._came = not self._came, self._came or number
        if first and not self._held:
            raise Stopped

    def __exit__(self, *raised: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)
        if self._came == signal.SIGINT:
            raise KeyboardInterrupt
        if self._came:
            os.kill(os.getpid(), self._came)  # whoever waits for us sees that the signal ended us
