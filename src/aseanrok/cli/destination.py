"""Where a file goes: the place that `--output` names, or why it cannot be had."""

from __future__ import annotations

import os
import stat

from aseanrok.cli.options import OPTIONS
from aseanrok.cli.streams import not_written
from aseanrok.errors import UsageFailure, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_SLASHES = os.sep + (os.altsep or "")


def native(path: str) -> str:
    """Return a path as the system takes it: in a locale without the letter, the bytes of UTF-8."""
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return os.fsdecode(path.encode("utf-8", "surrogateescape"))
    return path


def descriptor(path: str) -> int | None:
    """Return the number in `/dev/fd/3`: opening that could cut off the file behind it, or find it elsewhere by name."""
    path = os.path.normpath(path)  # `//dev//fd/1` is no other place
    path = f"/{path.lstrip('/')}" if path.startswith("//") else path
    folder, name = os.path.split({"/dev/stdin": "/dev/fd/0", "/dev/stderr": "/dev/fd/2"}.get(path, path))
    known = folder in ("/dev/fd", "/proc/self/fd") and name.isascii() and name.isdigit() and len(name) < 6
    return int(name) if known else None


def is_special(path: str) -> bool:
    """Say whether a path is a device, a named pipe or a socket: nothing can be put in the place of one."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _refuse_option(path: str) -> None:
    """Raise UsageFailure where an option stands in the place of a name: the name was forgotten."""
    if any(path in option.written() for option in OPTIONS.values()):
        raise UsageFailure(f"--output: {path} is an option; name a file before it, or write ./{path} to call it so")


def folder(path: str) -> str:
    """Return the path of a folder that several files go into; raise UsageFailure where it is something else."""
    _refuse_option(path)
    path = native(path)
    if os.path.lexists(path.rstrip(_SLASHES) or path) and not os.path.isdir(path):
        raise UsageFailure(f"--output: {shown(path)} is no folder; several tables need one")
    return path


def places(paths: Iterable[str], *, force: bool, without: Iterable[str] = ()) -> dict[str, str]:
    """Return for each path that of the file itself, whatever links lead to it.

    Raises UsageFailure where it is no file, is there and `force` is not given, or is one with another of the paths or
    of those `without` which they are to be: what is written there would be lost.
    """
    found = {path: _place(path, force=force) for path in paths}
    known: dict[str, str] = {}
    for path, place in (*found.items(), *((path, os.path.realpath(path)) for path in without)):
        if (other := known.setdefault(place, path)) != path:
            raise UsageFailure(f"--output: {shown(other)} and {shown(path)} are one file; take the link away")
    return found


def _place(path: str, *, force: bool) -> str:
    _refuse_option(path)
    if os.path.isdir(path):
        raise UsageFailure(f"--output: {shown(path)} is a folder; name a file in it")
    if (name := path.rstrip(_SLASHES)) != path:
        there = os.path.lexists(name)
        why = "is no folder" if there else "is a folder, which is not there"
        raise UsageFailure(f"--output: {shown(name if there else path)} {why}; leave out the last {path[-1]}")
    if is_special(path):
        raise UsageFailure(f"--output: {shown(path)} is not a file")
    try:
        place = os.path.realpath(path)
    except OSError as error:  # in a folder that is gone
        raise not_written(path, error) from None
    if os.path.islink(place):
        raise UsageFailure(f"--output: {shown(path)} is a link that leads to itself; name a file")
    if not force and os.path.lexists(path):
        raise exists(path)
    return place


def exists(path: str) -> UsageFailure:
    """Return what to say of a file that is there already."""
    return UsageFailure(f"--output: {shown(path)} exists; --force replaces it")
