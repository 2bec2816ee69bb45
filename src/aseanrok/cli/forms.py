"""Which format somebody means, by a name or by the ending of a file, and the line that what leaves says it answers."""

from __future__ import annotations

import os

from aseanrok import output
from aseanrok.cli.options import OPTIONS, Takes
from aseanrok.errors import UsageFailure, quoted, shown, typed
from aseanrok.names import choice_or_fail, did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def by_name(name: str) -> str:
    """Return the format of a name; raise UsageFailure with the one that people call so."""
    known = output.names()
    rather = None if name.lower() in known else output.meant(name)
    if rather:
        raise UsageFailure(f"no format {quoted(name)}{did_you_mean([rather])}", [rather])
    return choice_or_fail("format", name, known)


def is_no_file(path: str) -> bool:
    """Say whether a path is a device, a named pipe or a folder, whose name asks for nothing."""
    return os.path.exists(path) and not os.path.isfile(path)


def ending_of(path: str) -> str:
    """Return the ending that a file is called with, `.csv`; nothing where it has none, or one without a letter."""
    ending = os.path.splitext(path)[1]
    return ending if any(map(str.isalpha, ending)) else ""


PACKED = (".gz", ".tgz", ".bz2", ".xz", ".zst", ".lz4", ".7z", ".rar", ".zip", ".tar")
"""Endings of files that are packed, which nothing here writes."""


def refuse_packed(path: str) -> None:
    """Raise UsageFailure where a file is called as one that is packed: whoever opens it would unpack it."""
    if (ending := ending_of(path)).lower() in PACKED and not is_no_file(path):
        raise UsageFailure(f"--output: nothing here is packed as {ending}; leave it out, and pack the file afterwards")


def refuse_ending(path: str, *, bare: bool) -> None:
    """Raise UsageFailure where the name of a file asks for a format that there is not; `bare` ids have none."""
    ending = ending_of(path)
    if bare:
        refuse_packed(path)
    if bare or not ending or is_no_file(path):
        return
    known = ", ".join(ending for about in output.formats().values() for ending in about.endings)
    rather = output.meant(ending)
    near = f", the nearest is {output.format_of(rather).ending}" if rather else ""
    raise UsageFailure(
        f"--output: no format is called {shown(ending)}{near}; there are {known}, or name one with --format"
    )


_HOW = ("format", "json", "output", "force", "width", "color", "quiet", "pager", "version")
"""Options that say how an answer is written, and not what it is."""

_TIMES = ("since", "until", "year", "as_of", "on")
"""Options whose values are times: what is written `today` is another day tomorrow."""


def line(command: str, options: Mapping[str, Any]) -> str:
    """Return the line that asks for some rows, as somebody writes it who asks for them again."""
    words = ["aseanrok", command, *options.get("names", ())]
    for name, about in OPTIONS.items():
        if name in options and name not in _HOW:
            flag = about.flags[0]
            read = _dated if name in _TIMES else _bounded if name == "where" else str
            is_flag = about.takes in Takes.WITHOUT_VALUE
            given = [()] if is_flag else [(read(value),) for value in options[name]]
            words += [word for value in given for word in (flag, *value)]
    return " ".join(typed(word, whole=True) for word in words)


def _dated(time: str) -> str:
    """Return a time that was written in words as a date."""
    from aseanrok.cli.clock import today
    from aseanrok.dateforms import understood

    try:
        return time if time[:1].isdigit() else understood(time, today())
    except ValueError:
        return time


def _bounded(condition: str) -> str:
    """Return a condition with the date that bounds it: `date<=today`."""
    from aseanrok.cli.where import parted

    name, operator, value = parted(condition)
    return f"{name}{operator}{_dated(value)}" if operator[:1] in ("<", ">") else condition
