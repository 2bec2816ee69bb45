"""The standard streams: what they can show, what is read from them and written to them. Knows no formats."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys

from aseanrok.errors import CannotWrite, Failure, UsageFailure, is_of_program, quoted, shown, unread, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO, TextIO

MARK = "\ufeff"
"""What a form begins with that says by it what it is encoded in: CSV for Excel."""

_OFF = ("", "0", "false", "no", "off")


class _Closed(io.TextIOBase):
    """Stands for a standard output that was closed before the program began (`>&-`): writing to it is an error."""

    encoding = "utf-8"

    @property
    def buffer(self) -> _Closed:
        return self

    def write(self, text: str | bytes) -> int:
        raise OSError(errno.EBADF, "standard output is closed")


def is_waited_for(file: BinaryIO | TextIO | None) -> bool:
    """Say whether a file does not block, so that its reader or writer has to wait for it."""
    try:
        return file is not None and not os.get_blocking(file.fileno())
    except (AttributeError, OSError, ValueError):  # Windows has no such files, and others no number
        return False


def _patient(stream: TextIO) -> TextIO:
    """Return a stream as it is, or where it does not block one that is waited for."""
    if not is_waited_for(stream):
        return stream
    from aseanrok.cli.waited import writer  # most streams block

    return io.TextIOWrapper(writer(stream), stream.encoding, stream.errors, line_buffering=bool(stream.line_buffering))


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


def columns() -> int:
    """Return the width of the terminal in columns."""
    return _size()[0]


def _size() -> tuple[int, int]:
    # shutil.get_terminal_size would believe COLUMNS=0; only standard output is asked, whatever stands around it.
    try:
        columns, lines = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (OSError, ValueError):
        columns, lines = 0, 0
    return columns or 80, lines or 24


def wrapped(text: str, width: int) -> str:
    """Return text broken between words, so that no line is wider than that; a longer word keeps its length."""
    from aseanrok.output.plain import width as cells  # only a note on a terminal needs it

    done = []
    for line in text.splitlines():
        begun = ""
        for word in line.split():
            if begun and cells(begun) + 1 + cells(word) > width:
                done.append(begun)
                begun = ""
            begun = f"{begun} {word}" if begun else word
        done.append(begun)
    return "\n".join(done)


def is_unicode() -> bool:
    """Say whether standard output can write every letter."""
    return _is_utf(getattr(sys.stdout, "encoding", None))


def _is_utf(encoding: str | None) -> bool:
    return (encoding or "").lower().replace("-", "").startswith("utf")


# How a letter that an encoding lacks is written: \uXXXX twice beyond the first plane, as JSON has it, or once, as TOML.
def _as_json(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2)), error.end


def _as_toml(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    codes = map(ord, error.object[error.start : error.end])
    return "".join(f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}" for code in codes), error.end


codecs.register_error("json", _as_json)
codecs.register_error("toml", _as_toml)
_ESCAPES = ("json", "toml", "xmlcharrefreplace", "strict")


def prepare() -> None:
    """Make the standard streams write what they are given: UTF-8 into pipes, line ends as they are, no crash.

    Raises UsageFailure where what the environment names encodes no text; that can be told then.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        # A stream that is closed leaves its number free; the next file to be opened would stand in its place.
        # What stands there cannot be written to: `-o /dev/fd/2` fails, as it does for any other number that is closed.
        while (number := os.open(os.devnull, os.O_RDONLY)) < 3:
            pass
        os.close(number)
    sys.stdout, sys.stderr = (stream and _patient(stream) for stream in (sys.stdout, sys.stderr))
    wrong = ""
    encoding, _, errors = os.environ.get("PYTHONIOENCODING", "").partition(":")
    if encoding:
        from aseanrok.cli.letters import carries_text  # nearly nobody names one

        wrong = "" if carries_text(encoding) else encoding
    if wrong:
        encoding = errors = ""
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.reconfigure(encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = _Closed()
    elif _is_raw(out := sys.stdout):
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(out.buffer), encoding=out.encoding, errors=out.errors)
    if not isinstance(sys.stdout, _Closed):
        sys.stdout.reconfigure(  # type: ignore[union-attr]
            encoding=None if sys.stdout.isatty() or encoding else "utf-8",
            errors=errors or "json",  # what is to become of letters is the user's to say
            newline="",
        )
    if sys.stderr is not None:
        sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if wrong:
        raise UsageFailure(f"PYTHONIOENCODING: {quoted(wrong)} is no encoding of text; utf-8 is one")


def _is_raw(out: TextIO) -> bool:
    """Say whether the program's own output is unbuffered (PYTHONUNBUFFERED): what is written may arrive in part."""
    return isinstance(out.buffer, io.RawIOBase) and out is sys.__stdout__


def argument(word: str) -> str:
    """Return a word of the command line as text: in a locale without its letters it came as bytes, which are UTF-8."""
    if word.isascii() or not any("\udc80" <= character <= "\udcff" for character in word):
        return word
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeDecodeError:
        return word


def given(names: Iterable[str]) -> Iterator[str]:
    """Yield the names a command was given, and in the place of `-` the lines of standard input."""
    for name in dict.fromkeys(names):  # a second - has nothing left to read
        if name != "-":
            yield name
        else:
            from aseanrok.cli.standard_input import read_lines  # only a line with a - reads it

            yield from read_lines(tell, waits=is_waited_for(sys.stdin))


def handler(escape: str) -> str:
    """Return what is to become of letters that an encoding lacks: the environment says it, or else the format."""
    return os.environ.get("PYTHONIOENCODING", "").partition(":")[2] or escape or "strict"


def write(pieces: Iterable[str | bytes], *, escape: str = "json") -> None:
    """Write text, or the bytes of what is no text, to standard output; raise CannotWrite where it does not arrive.

    A letter that the encoding lacks is written as `escape` has it, "json" or "toml"; "" says that the format has no
    way to write it, and then nothing is written.
    """
    errors = sys.stdout.errors
    pieces = (piece for piece in pieces if piece != MARK or _takes_mark())
    if errors in _ESCAPES:
        if errors != (wanted := handler(escape)):
            sys.stdout.reconfigure(errors=wanted)  # type: ignore[union-attr]
        if wanted == "strict" and not is_unicode():
            pieces = list(pieces)
            from aseanrok.cli.letters import check

            check(pieces, sys.stdout.encoding, wanted)
    try:
        for piece in pieces:
            if isinstance(piece, str):
                sys.stdout.write(piece)
            else:
                sys.stdout.flush()
                sys.stdout.buffer.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (UnicodeEncodeError, LookupError) as error:  # as PYTHONIOENCODING wants it
        if isinstance(error, (KeyError, IndexError)):  # of what is written, not of how
            raise
        raise CannotWrite(f"cannot write output: {error}; set PYTHONIOENCODING=utf-8") from None
    except OSError as error:
        raise not_written("output", error) from None


def _takes_mark() -> bool:
    """Say whether a mark may stand before what is written to standard output."""
    from aseanrok.cli.letters import takes_mark  # most forms begin with a letter

    return takes_mark(sys.stdout.encoding)


def tell(text: str) -> None:
    """Write a line to standard error; where that cannot be written there is nobody to tell."""
    passing("")
    _tell(f"{visible(text)}\n")


_passing = [""]


def passing(line: str) -> None:
    """Show a line of plain letters on a terminal's standard error that does not stay: whatever comes next wipes it."""
    if line != _passing[0]:
        # Blanks, which every terminal knows.
        wiped = f"\r{' ' * len(_passing[0])}\r" if _passing[0] else ""
        _passing[0] = line
        _tell(f"{wiped}{line}")


def _tell(text: str) -> None:
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def not_written(what: str, error: OSError) -> Failure:
    """Return the failure to tell of: what could not be written, and why; or read, of the program, to make it."""
    if error.filename is not None and is_of_program(str(error.filename)):
        return unread(str(error.filename), error)
    return CannotWrite(f"cannot write {shown(what)}: {error.strerror or error}")


def wants_boxes(environ: Mapping[str, str]) -> bool:
    """Say whether tables may be drawn: not where ACCESSIBLE asks for plain records."""
    return environ.get("ACCESSIBLE", "").lower() in _OFF


def preferred(environ: Mapping[str, str]) -> str:
    """Return the language of an environment: that of ASEANROK_LANG, else Korean where the locale is Korean."""
    for name in ("ASEANROK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            language = value.lower().replace(".", "_").replace("-", "_").partition("_")[0]
            return "ko" if language in ("ko", "kor", "korean") else "en"  # kok is Konkani
    return "en"
