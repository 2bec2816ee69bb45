"""Files: written whole or not at all, several together or none, and none replaced without `force`."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress

from aseanrok.cli import destination, streams
from aseanrok.cli.streams import not_written
from aseanrok.errors import visible
from aseanrok.signals import ENDING, Signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import BinaryIO

    from aseanrok.values import Row
    from aseanrok.views import View

    Pieces = Iterable[str | bytes]

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def write_file(path: str, pieces: Pieces, *, force: bool) -> None:
    """Write a file, or to a device or a named pipe as it is.

    Raises UsageFailure where the name is a folder's, or a file's and `force` is not given; CannotWrite where the text
    did not arrive, and then nothing has changed.
    """
    path = destination.native(path)
    if (number := destination.descriptor(path)) is not None or destination.is_special(path):
        _pour(path, number, pieces)
    else:
        _write({path: pieces}, force=force)


def write_folder(folder: str, contents: Mapping[str, Pieces], *, force: bool, without: Sequence[str] = ()) -> None:
    """Write files, by their names, into a folder, which is made where it is missing: all of them, or none.

    The files `without` which it is to be, by their paths, are gone when all others are there. Raises what `write_file`
    raises.
    """
    folder = destination.folder(folder)
    paths = {os.path.join(folder, name): pieces for name, pieces in contents.items()}
    _write(paths, force=force, folder=folder, without=without)


# --- writing ---------------------------------------------------------------------------------------------------------


def _pour(path: str, number: int | None, pieces: Pieces) -> None:
    try:
        with open(path if number is None else os.dup(number), "wb") as file:
            if streams.is_waited_for(file):
                from aseanrok.cli.waited import writer  # most files block

                with writer(file) as waited:
                    _give(waited, pieces)
            else:
                _give(file, pieces)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise not_written(path, error) from None


def _give(file: BinaryIO, pieces: Pieces) -> None:
    """Write all pieces; interrupted, drop what the file still holds, which closing it would wait to be rid of."""
    try:
        file.writelines(map(_encoded, pieces))
        file.flush()
    except KeyboardInterrupt:
        os.dup2(os.open(os.devnull, os.O_WRONLY), file.fileno())
        raise


def _encoded(piece: str | bytes) -> bytes:
    return piece.encode() if isinstance(piece, str) else piece


def _write(
    contents: Mapping[str, Pieces], *, force: bool, folder: str | None = None, without: Sequence[str] = ()
) -> None:
    """Write every file beside its place, then put all of them there; a signal or an error leaves all as it was."""
    places = destination.places(contents, force=force, without=without)
    work = _Work()
    with Signals("SIGINT", *ENDING) as signals:
        try:
            # The outer `finally` runs even where a signal comes at the first line of the inner one.
            try:
                if folder is not None:
                    work.make(folder)
                for path, pieces in contents.items():
                    work.write(path, places[path], pieces)
            finally:
                signals.hold()
            work.put(force=force, without=without)
        finally:
            work.tidy()


class _Work:
    """Files on their way to their places."""

    def __init__(self) -> None:
        self._made: list[str] = []  # folders
        self._beside: list[str] = []  # every name that is gone at the end
        self._written: list[tuple[str, str, str]] = []  # the path as it was given, its place, the file beside it
        self._done = False

    def make(self, folder: str) -> None:
        """Make a folder and those above it."""
        try:
            above = os.path.abspath(folder)
            while not os.path.lexists(above):
                self._made.append(above)
                above = os.path.dirname(above)
            os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise not_written(folder, error) from None

    def write(self, path: str, place: str, pieces: Pieces) -> None:
        """Write a file beside its place. One that is to be replaced hands on its mode, and its owner where it may."""
        try:
            old = os.stat(place) if os.path.exists(place) else None
            # What few may read is not open to all while it is written.
            descriptor = os.open(beside := self._name(place), _NEW, 0o666 if old is None else 0o600)
            with open(descriptor, "wb") as file:
                file.writelines(map(_encoded, pieces))
                if old is not None:
                    _hand_on(old, beside, descriptor)
        except OSError as error:
            raise not_written(path, error) from None
        self._written.append((path, place, beside))

    def _name(self, place: str) -> str:
        """Return a name beside a place that nobody could have put something under."""
        # It does not hold the name of the file, which may be as long as a name can be.
        name = os.path.join(os.path.dirname(place), f".aseanrok-{os.urandom(8).hex()}.part")
        self._beside.append(name)
        return name

    def put(self, *, force: bool, without: Sequence[str] = ()) -> None:
        """Put every file in its place and take others away; where one cannot be, those before it are taken back."""
        back: list[tuple[str, str | None]] = []
        path = ""
        try:
            for path, place, beside in self._written:  # noqa: B007 - an error tells of the last one
                if not force:
                    _put_new(beside, place)
                    back.append((place, None))
                elif len(self._written) == 1 and not without:
                    os.replace(beside, place)
                elif (kept := self._kept(place)) is None:
                    os.replace(beside, place)
                    back.append((place, None))
                else:
                    back.append((place, kept))
                    os.replace(beside, place)
            for path in without:
                os.rename(path, kept := self._name(path))
                back.append((path, kept))
        except OSError as error:
            for known, kept in reversed(back):
                _take_back(known, kept)
            raise (
                destination.exists(path) if isinstance(error, FileExistsError) else not_written(path, error)
            ) from None
        self._done = True

    def _kept(self, place: str) -> str | None:
        """Keep what stands in a place under a name beside it, until all files are in theirs."""
        if not os.path.isfile(place):
            return None
        _refuse_of_others(place)
        name = self._name(place)
        try:
            os.link(place, name)
        except OSError:  # a file system without links
            os.rename(place, name)
        return name

    def tidy(self) -> None:
        """Remove what is not to stay: the files beside their places and, after a failure, the folders made for them."""
        for name in self._beside:
            with suppress(OSError):
                os.unlink(name)
        for folder in () if self._done else self._made:
            with suppress(OSError):
                os.rmdir(folder)


def _refuse_of_others(place: str) -> None:
    """Raise PermissionError where a file may be linked to and not removed: another's, in a folder like /tmp."""
    folder = os.stat(os.path.dirname(place) or ".")
    if folder.st_mode & stat.S_ISVTX and os.geteuid() not in (0, folder.st_uid, os.lstat(place).st_uid):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def _put_new(beside: str, place: str) -> None:
    """Give a file its name in one step; raise FileExistsError where there is one of that name, whoever made it."""
    if os.name == "nt":
        os.rename(beside, place)  # which replaces nothing there
        return
    try:
        os.link(beside, place)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: the name is taken first, by an empty file that is ours
        os.close(os.open(place, _NEW))
        try:
            os.replace(beside, place)
        except OSError:
            os.unlink(place)
            raise


def _take_back(place: str, kept: str | None) -> None:
    with suppress(OSError):  # the failure that is told is the first one
        if kept is None:
            os.unlink(place)
        else:
            os.replace(kept, place)


def _hand_on(old: os.stat_result, beside: str, descriptor: int) -> None:
    if hasattr(os, "fchown"):
        with suppress(OSError):  # only the administrator gives files away
            os.fchown(descriptor, old.st_uid, old.st_gid)
    os.chmod(beside, stat.S_IMODE(old.st_mode))


# --- what is said of it --------------------------------------------------------------------------------------------


def counted(view: View) -> Callable[[], int]:
    """Return what says how many rows a view has once they are written; until then they may still be in their file."""
    rows = view.listing.rows
    if isinstance(rows, list):
        return lambda: len(rows)
    passed = 0

    def each() -> Iterator[Row]:
        nonlocal passed
        for passed, row in enumerate(rows, start=1):  # noqa: B007 - what was counted is asked for afterwards
            yield row

    view.listing.rows = each()
    return lambda: passed


def tell_written(path: str, count: int | None, what: str = "row", more: str = "") -> None:
    """Tell somebody at a terminal what was written, and `more` of it; a log or a script did not ask."""
    if sys.stderr and sys.stderr.isatty():
        said = "written" if count is None else f"{count:,} {what}{'' if count == 1 else 's'}"
        streams.tell(f"{visible(path)}: {said}{more}")
