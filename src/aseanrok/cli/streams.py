"""Where text goes: a stream, a pager, or a file written whole. Decides colour and width; knows no formats."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys

from aseanrok.errors import CannotWrite, UsageFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ON = ("1", "true", "yes", "on")


class _Closed(io.TextIOBase):
    """Stands for a standard output that was closed before the program began (`>&-`): writing to it is an error."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "standard output is closed")


def is_terminal() -> bool:
    """Say whether standard output is a terminal."""
    return sys.stdout.isatty()


def color(when: str, environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Decide on colour: --color, then NO_COLOR, CLICOLOR_FORCE and FORCE_COLOR, CLICOLOR, TERM, the terminal."""
    if when != "auto":
        return when == "always"
    if environ.get("NO_COLOR"):
        return False
    for name in ("CLICOLOR_FORCE", "FORCE_COLOR"):
        if environ.get(name, "0").lower() not in ("", "0", "false"):
            return True
    return terminal and environ.get("CLICOLOR") != "0" and environ.get("TERM") != "dumb"


def width(wanted: int | None, environ: Mapping[str, str]) -> int:
    """Return the width of a table: --width, ASEANROK_WIDTH, COLUMNS, the terminal, 80; never below 20."""
    if wanted is not None:
        return wanted
    for name in ("ASEANROK_WIDTH", "COLUMNS"):
        value = environ.get(name, "")
        if value.isascii() and value.isdigit() and len(value) < 7 and int(value) > 0:  # no screen is a million wide
            return max(20, int(value))
    return max(20, _size()[0])


def height() -> int:
    """Return the height of the terminal in lines."""
    return _size()[1]


def _size() -> tuple[int, int]:
    # shutil.get_terminal_size would believe COLUMNS=0; only standard output is asked, whatever stands around it.
    try:
        columns, lines = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (OSError, ValueError):
        columns, lines = 0, 0
    return columns or 80, lines or 24


def wrapped(text: str, width: int) -> str:
    """Return text broken between words, so that no line is wider than that; a longer word keeps its length."""
    from textwrap import fill  # only a note on a terminal needs it

    return "\n".join(fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.splitlines())


def is_unicode() -> bool:
    """Say whether standard output can write every letter."""
    return _is_utf(getattr(sys.stdout, "encoding", None))


def _is_utf(encoding: str | None) -> bool:
    return (encoding or "").lower().replace("-", "").startswith("utf")


def _escaped(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2)), error.end


codecs.register_error("json", _escaped)


def prepare() -> None:
    """Make the standard streams write what they are given: UTF-8 into pipes, line ends as they are, no crash."""
    if sys.stdout is None:
        sys.stdout = _Closed()
    else:
        encoding = None if sys.stdout.isatty() or os.environ.get("PYTHONIOENCODING") else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace", newline="")  # type: ignore[union-attr]
    if sys.stderr is not None:
        sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def visible(text: str) -> str:
    """Return text with control characters and bidirectional marks shown, so that none of them runs on a terminal."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character in "\n\u3000" else _shown(character) for character in text
    )


def _shown(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def write(pieces: Iterable[str], *, json: bool = False) -> None:
    """Write text to standard output; raise CannotWrite where it does not arrive.

    In a code page that lacks a letter, JSON keeps it as an escape; other formats show a question mark.
    """
    if json and not is_unicode():
        sys.stdout.reconfigure(errors="json")  # type: ignore[union-attr]
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise not_written("output", error) from None


def tell(text: str) -> None:
    """Write a line to standard error; where that cannot be written there is nobody to tell."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def not_written(what: str, error: OSError) -> CannotWrite:
    """Return the failure to tell of: what could not be written, and why."""
    return CannotWrite(f"cannot write {what}: {error.strerror or error}")


def write_file(path: str, pieces: Iterable[str], *, force: bool) -> None:
    """Write a file beside its place and rename it; refuse to replace one without `force`."""
    if os.path.isdir(path):
        raise UsageFailure(f"--output: {path} is a folder; name a file in it")
    if not force and os.path.lexists(path):
        raise UsageFailure(f"--output: {path} exists; --force replaces it")
    if os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe has nothing beside it
        beside = path
    else:
        path = os.path.realpath(path)
        beside = f"{path}.{os.getpid()}.part"
    try:
        try:
            with open(beside, "w", encoding="utf-8", newline="") as file:
                file.writelines(pieces)
            if beside != path:
                if os.path.exists(path):
                    os.chmod(beside, os.stat(path).st_mode & 0o7777)
                os.replace(beside, path)
        except BaseException:
            if beside != path and os.path.exists(beside):
                os.unlink(beside)
            raise
    except OSError as error:
        raise not_written(path, error) from None


def paged(pieces: Iterable[str], environ: Mapping[str, str]) -> None:
    """Write to the pager where the text is longer than the screen, else straight to the terminal."""
    lines = height() - 1
    start: list[str] = []
    rest: Iterator[str] = iter(pieces)
    while sum(piece.count("\n") for piece in start) <= lines and (piece := next(rest, None)) is not None:
        start.append(piece)
    pager = environ.get("ASEANROK_PAGER", environ.get("PAGER", "less")).strip()
    if sum(piece.count("\n") for piece in start) <= lines or pager in ("", "cat"):
        write(_chain(start, rest))
        return
    import shlex
    import subprocess

    try:
        process = subprocess.Popen(
            shlex.split(pager),
            stdin=subprocess.PIPE,
            # -F quits where all fits, -R keeps colour, -X leaves the text on the screen; a LESS of one's own holds.
            env={"LESS": "FRX", "LESSCHARSET": "utf-8", **environ},
        )
    except (OSError, ValueError):
        write(_chain(start, rest))
        return
    assert process.stdin is not None
    try:
        for piece in _chain(start, rest):
            process.stdin.write(piece.encode("utf-8"))
        process.stdin.close()
    except BrokenPipeError:
        pass  # the reader has seen enough
    while True:
        try:
            process.wait()
            return
        except KeyboardInterrupt:
            continue  # Ctrl-C belongs to the pager while it runs


def _chain(start: list[str], rest: Iterator[str]) -> Iterator[str]:
    yield from start
    yield from rest


def wants_boxes(environ: Mapping[str, str]) -> bool:
    """Say whether tables may be drawn: not where ACCESSIBLE asks for plain records."""
    return environ.get("ACCESSIBLE", "").lower() not in _ON
