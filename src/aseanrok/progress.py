"""How far something long is: whoever does it says so here, and whoever wants to know is told. Nothing is printed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    Thing = TypeVar("Thing")

_listeners: list[Callable[[float], None]] = []


def listen(listener: Callable[[float], None] | None) -> None:
    """Let a function be told from here on how much is done, from 0 to 1; None lets nobody be told."""
    _listeners[:] = [listener] if listener else []


def through(
    things: Sequence[Thing], sizes: Sequence[int] | None = None, *, begin: float = 0, end: float = 1
) -> Iterator[Thing]:
    """Yield things one by one, and tell before each how much is done: from `begin` to `end` of the whole work.

    `sizes` say how long each takes, measured by the others; without them all take as long.
    """
    whole = sum(sizes) if sizes else len(things)
    done = 0
    for number, thing in enumerate(things):
        for listener in _listeners:
            listener(begin + (end - begin) * done / (whole or 1))
        done += sizes[number] if sizes else 1
        yield thing


def reached(part: float) -> None:
    """Tell that so much of the whole is done."""
    for listener in _listeners:
        listener(part)
