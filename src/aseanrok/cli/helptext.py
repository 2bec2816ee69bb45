"""What `--help` prints, of the program and of a command: drawn from the grammar.

It looks as the help of Typer does, and is drawn without it: importing Typer takes two thirds of the time of a help.
"""

from __future__ import annotations

import os

from aseanrok.cli import streams
from aseanrok.cli.grammar import Argument, Count, commands, options_of
from aseanrok.cli.options import EVERYWHERE, ONCE, OPTIONS, SHARED, Option, Takes
from aseanrok.roles import GROUPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FLAGS = ("-h", "--help")
_WIDEST, _NARROWEST = 98, 50
_INDENT = "  "

ABOUT = """\
Relations between ASEAN and the Republic of Korea, 1989 to today: who met when, what came of it, what it cost, and \
where it is written. Offline; every fact has its source.

\b
Examples:
  aseanrok timeline --framework mekong
  aseanrok meetings mekong-rok-fmm
  aseanrok search "cooperation fund"
  aseanrok export --format json > aseanrok.json"""

_MORE = "`aseanrok help formats`, `dates`, `exit-codes`, `environment` and `sources` explain the rest."


def asked(arguments: Sequence[str]) -> str | None:
    """Return the command whose help alone a line asks for, "" for that of the program; None where it asks for more."""
    *before, last = arguments
    if last not in FLAGS or len(before) > 1:
        return None
    return next((word if word in commands() else None for word in before), "")


def text(command: str) -> str:
    """Return the help of a command, or of the program where it is ""; as wide as the screen, up to 100 columns."""
    wide = max(min(streams.width(None, os.environ) - len(_INDENT), _WIDEST), _NARROWEST)
    return "".join(f"{line}\n" for line in (_of_command(command, wide) if command else _of_program(wide)))


def _of_program(wide: int) -> Iterator[str]:
    yield "Usage: aseanrok [OPTIONS] COMMAND [ARGS]..."
    yield from _paragraphs(ABOUT, wide)
    yield from _options((*SHARED, *EVERYWHERE), wide)
    for group in GROUPS:
        yield from _list(group, [(name, it.help) for name, it in commands().items() if it.group == group], wide)
    yield from _paragraphs(f"{ONCE}\n\n{_MORE}", wide)


def _of_command(name: str, wide: int) -> Iterator[str]:
    from aseanrok.cli.answer import explained  # help of the program itself needs no command

    argument = commands()[name].argument
    yield f"Usage: aseanrok {name} [OPTIONS]{f' {_written(argument)}' if argument else ''}"
    yield from _paragraphs(explained(name), wide)
    if argument:
        yield from _list("Arguments", [(argument.metavar, argument.help)], wide)
    yield from _options(options_of(name), wide)


def _written(argument: Argument) -> str:
    """Return an argument as a usage names it: `[ABOUT]`, `[TABLE]...`, `WORDS...`."""
    shown = argument.metavar if argument.count == Count.SOME else f"[{argument.metavar}]"
    return f"{shown}..." if argument.count in (Count.ANY, Count.SOME) else shown


def _options(names: Iterable[str], wide: int) -> Iterator[str]:
    rows = [(_flags(OPTIONS[name]), OPTIONS[name].help) for name in names]
    yield from _list("Options", [*rows, (", ".join(FLAGS), "Show this message and exit.")], wide)


def _flags(option: Option) -> str:
    """Return how an option is written, the short way first: `-f, --format FORMAT`, `--pager / --no-pager`."""
    between = " / " if option.takes == Takes.SWITCH else ", "
    flags = between.join(sorted(option.written(), key=lambda flag: flag.startswith("--")))
    return f"{flags} {option.metavar}" if option.metavar else flags


def _paragraphs(text: str, wide: int) -> Iterator[str]:
    """Yield paragraphs, each after an empty line; one that begins with a \\b keeps its lines as they are."""
    for part in text.split("\n\n"):
        yield ""
        whole = part.startswith("\b\n")
        said = part.removeprefix("\b\n") if whole else streams.wrapped(" ".join(part.split()), wide - len(_INDENT))
        yield from (f"{_INDENT}{line}" for line in said.splitlines())


def _list(heading: str, rows: Sequence[tuple[str, str]], wide: int) -> Iterator[str]:
    """Yield names and what is said of each beside them, under a heading."""
    yield ""
    yield f"{heading}:"
    begin = max(len(name) for name, _ in rows) + 2 * len(_INDENT)
    for name, said in rows:
        lead = f"{_INDENT}{name}"
        for line in streams.wrapped(said, wide - begin).splitlines():
            yield f"{lead:{begin}}{line}"
            lead = ""
