"""The errors people see, and the exit codes they end with."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

DONE = 0
NOT_FOUND = 1
USAGE = 2
INVALID_DATA = 3
CANNOT_WRITE = 74
INTERRUPTED = 130
PIPE_CLOSED = 141


class Failure(Exception):
    """Something the person at the keyboard can act on: one line, an exit code, never a traceback.

    `code` is the word machines read (`"not-found"`), `did_you_mean` the nearest valid values.
    """

    exit_code = USAGE
    code = "usage"

    def __init__(self, message: str, did_you_mean: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.did_you_mean = tuple(did_you_mean)


class UsageFailure(Failure):
    """A word on the command line that cannot be understood."""


class NotFound(Failure):
    """What was asked for is not recorded."""

    exit_code = NOT_FOUND
    code = "not-found"


class NotRecorded(NotFound):
    """What was asked for is understood, and no record has it: to look for its words would answer something else."""


class NotAll(NotFound):
    """Nothing answers the whole question; what answers most of it is printed all the same."""

    code = "not-all"


class InvalidData(Failure):
    """Facts that break the rules; `message` holds one `file: id: field: problem` a line."""

    exit_code = INVALID_DATA
    code = "invalid-data"


class Unread(InvalidData):
    """A part of the program itself that cannot be read, without which not even the facts are checked."""


EIO, _ENOMEM, _ENFILE, _EMFILE = 5, 12, 23, 24


def opened(path: str) -> BinaryIO:
    """Return a file of this package, opened to be read; a pipe in its place is not waited for, and is empty."""
    return open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0)))


def is_of_program(path: str) -> bool:
    """Say whether a file is one that the program itself is made of: of this package, or a module of a library."""
    package = os.path.realpath(os.path.dirname(__file__))
    return path.endswith((".py", ".pyc", ".so")) or os.path.realpath(path).startswith(os.path.join(package, ""))


def unread(path: str, error: OSError, wrong: str = "cannot be read: {}") -> InvalidData:
    """Return what to say of a file of this package that cannot be read; it is whole where only too much is open."""
    if error.errno in (_ENOMEM, _ENFILE, _EMFILE):
        return InvalidData(f"{path} cannot be read: {error.strerror}")
    return InvalidData(f"{path} {wrong.format(error.strerror)}; install aseanrok again")


class CannotWrite(Failure):
    """Output that did not reach its file or stream."""

    exit_code = CANNOT_WRITE
    code = "cannot-write"


LONGEST = 60
"""No more of what somebody typed is repeated in an error."""


LONGEST_NAME = 200
"""No name that is pasted is longer than this."""


def quoted(text: str) -> str:
    """Return what somebody typed, in quotes, cut where it is too long to be read."""
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}...")


def typed(word: str, *, whole: bool = False) -> str:
    """Return a word as somebody pastes it into bash, zsh or fish; letters that are not shown as bash and zsh read them.

    A long one is cut, as in an error, unless it is wanted whole. `shlex.quote` would leave out fish, which reads a
    backslash in quotes otherwise, and nothing else here imports it.
    """
    if len(word) > LONGEST_NAME and not whole:
        word = f"{word[:LONGEST_NAME]}..."
    if not word.isprintable():
        return "$'" + "".join(map(_escaped, word)) + "'"
    if word and word[0] not in "=%" and not set(word) & set(" '\"$&|;<>()*?[]{}`\\!#~^"):
        return word
    if "'" in word and not set(word) & set('"$`\\!'):
        return f'"{word}"'
    # Outside the quotes all shells read an apostrophe and a backslash alike.
    return "'" + word.translate({ord("'"): "'\"'\"'", ord("\\"): "'\\\\'"}) + "'"


def _escaped(letter: str) -> str:
    if letter.isprintable() and letter not in "'\\!":
        return letter
    return "".join(f"\\x{byte:02x}" for byte in letter.encode("utf-8", "surrogateescape"))


def shown(path: str) -> str:
    """Return the name of a file in one line, without its middle where nobody would read it to the end."""
    text = visible(path, kept="")
    return text if len(text) <= 4 * LONGEST else f"{text[:LONGEST]}...{text[-LONGEST:]}"


def visible(text: str, kept: str = "\n\t\u3000") -> str:
    """Return text with control characters and bidirectional marks shown, so that none of them runs on a terminal.

    `kept` stay as they are: blanks that do not print.
    """
    if text.isprintable():
        return text
    if "\r\n" in text:  # lines of CSV end so
        return "\r\n".join(visible(line, kept) for line in text.split("\r\n"))
    shown = (each if each.isprintable() or each in kept else each.encode("unicode_escape").decode() for each in text)
    return "".join(shown)


def wants_memory(error: BaseException | None) -> bool:
    """Say whether an error is of too little memory, if only one that a library met while it tidied up after it.

    The interpreter's own reader of JSON ends in a SystemError where it gets no memory, which says that none was set; of
    libraries that do not fit each other one has other words. A module that is a shared library is there and cannot be
    imported.
    """
    while error is not None and not isinstance(error, MemoryError):
        if isinstance(error, SystemError) and " exception" in str(error):
            return True
        if getattr(error, "errno", None) == _ENOMEM:
            return True
        is_unmapped = any(words in str(error) for words in ("failed to map segment", "allocate memory"))
        if is_unmapped and isinstance(error, ImportError):
            return True
        error = error.__cause__ or error.__context__
    return error is not None


def no_memory() -> CannotWrite:
    """Return the failure that too little memory is."""
    return CannotWrite("there is not enough memory for this answer")
