"""The pager: shows a long answer on a terminal page by page. Where it fails the answer is printed without it."""

from __future__ import annotations

import codecs
import os
import signal
import sys
from contextlib import suppress

from aseanrok.cli import letters, streams
from aseanrok.output.plain import width
from aseanrok.signals import ENDING, Signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterable, Iterator, Mapping
    from typing import IO

_USUAL = "less"
# F quits where all fits, R keeps colour, X leaves the text on the screen; the prompt says how to leave.
_LESS = r"FRX -Pslines %lt-%lb?L of %L.?e, the end.  (q leaves, h helps)"


def paged(pieces: Iterable[str], environ: Mapping[str, str], *, escape: str = "json") -> None:
    """Write to the pager where the text is higher than the screen, else straight to the terminal.

    Ctrl-C is the pager's while it runs. A pager that cannot be run, or that fails, loses nothing: the answer is
    printed all the same, and a line on standard error says why.
    """
    most = streams.height() - 1
    shown: list[str] = []
    rest = iter(pieces)
    rows, begun = 0, ""
    while rows <= most and (piece := next(rest, None)) is not None:
        shown.append(piece)
        *lines, begun = (begun + piece).split("\n")
        rows += sum(map(_rows, lines))
    rows += _rows(begun) if begun else 0
    pager, why = wanted(environ), None
    if rows > most and pager:
        errors = streams.handler(escape)
        if not streams.is_unicode() and (not escape or environ.get("PYTHONIOENCODING")):
            shown += rest  # nothing is shown of what cannot be written
            letters.check(shown, sys.stdout.encoding, errors)
        why = _run(pager, shown, rest, environ, errors)
        if why is None:
            return
    streams.write([*shown, *rest], escape=escape)
    if why and (pager != _USUAL or "PAGER" in environ):  # nobody asked for the usual one
        streams.tell(f"aseanrok: the pager {pager!r} {why}; the answer stands above without it")


def wanted(environ: Mapping[str, str]) -> str:
    """Return the pager that an environment asks for; of `cat`, which pages nothing, an empty text."""
    pager = environ.get("ASEANROK_PAGER", environ.get("PAGER", _USUAL)).strip()
    return "" if pager == "cat" else pager


def _rows(line: str) -> int:
    """Return how many rows of the terminal a line fills: one that is too long goes on in the next."""
    if "\x1b" in line:  # a style of a table fills nothing
        import re

        line = re.sub(r"\x1b\[[0-9;]*m", "", line)
    return max(1, -(-width(line.expandtabs()) // streams.columns()))


def command(pager: str, *, windows: bool = os.name == "nt") -> list[str] | str:
    """Return how a pager is run. What is the name of a file is all of it, blanks too; Windows reads its own quotes."""
    if os.path.isfile(pager):
        return [pager]
    if windows:
        return pager
    import shlex

    return shlex.split(pager)


def environment(environ: Mapping[str, str], encoding: str) -> dict[str, str]:
    """Return the environment of the pager: `less` shows colour as colour, whatever LESS says besides."""
    # -R comes first: a LESS may end in a prompt, which would swallow it.
    less = f"-R {environ['LESS']}" if "LESS" in environ else _LESS
    charset = {"LESSCHARSET": "utf-8"} if encoding.lower().replace("-", "") == "utf8" else {}
    return {**charset, **environ, "LESS": less}


def _run(pager: str, shown: list[str], rest: Iterator[str], environ: Mapping[str, str], errors: str) -> str | None:
    """Show the pieces in a pager, and add those of `rest` that were taken to `shown`; return why it failed, or None."""
    import subprocess

    interrupted: list[int] = []
    # With a signal that ends us the pager ends before us: left behind, it would share the keyboard with the shell.
    with Signals(*ENDING):
        # A function and not SIG_IGN, which the pager would inherit.
        restored = {signal.SIGINT: signal.signal(signal.SIGINT, lambda number, frame: interrupted.append(number))}
        for name, way in (("SIGPIPE", signal.SIG_IGN), ("SIGCHLD", signal.SIG_DFL)):  # ignored, no exit code is kept
            if number := getattr(signal, name, None):
                restored[number] = signal.signal(number, way)
        try:
            encoding = sys.stdout.encoding
            try:
                process = subprocess.Popen(command(pager), stdin=subprocess.PIPE, env=environment(environ, encoding))
            except (OSError, ValueError, IndexError) as error:
                return f"cannot be run ({getattr(error, 'strerror', None) or error})"
            code = _feed(process, shown, rest, codecs.getincrementalencoder(encoding)(errors))
        finally:
            for number, before in restored.items():
                signal.signal(number, before)
    if code == 0 or interrupted:
        return None
    return f"failed (exit code {code})" if code > 0 else f"failed (signal {-code})"


def _feed(
    process: subprocess.Popen[bytes], shown: list[str], rest: Iterator[str], encoder: codecs.IncrementalEncoder
) -> int:
    """Write the pieces to the pager and wait until it ends; return its exit code."""
    assert process.stdin is not None
    try:
        for piece in _kept(shown, rest):
            try:
                process.stdin.write(encoder.encode(piece, final=piece == ""))
            except OSError:
                break  # the reader has seen enough
        _close(process.stdin)
        return process.wait()
    except BaseException:
        _end(process)
        raise


def _kept(shown: list[str], rest: Iterator[str]) -> Iterator[str]:
    """Yield the pieces, those of `rest` added to `shown` as they are made, and at the end an empty one."""
    yield from tuple(shown)
    for piece in rest:
        shown.append(piece)
        yield piece
    yield ""


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError):  # what was still to be written nobody reads
        pipe.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the pager, by force where it does not listen."""
    import subprocess

    process.terminate()
    try:
        process.wait(timeout=2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin is not None:
        _close(process.stdin)
