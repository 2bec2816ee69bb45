"""The man page, made from the grammar, the commands' own help and the topics; the wheel carries it."""

from __future__ import annotations

from aseanrok import __version__
from aseanrok.cli.answer import explained
from aseanrok.cli.grammar import Count, commands
from aseanrok.cli.options import EVERYWHERE, ONCE, OPTIONS, SHARED, Option
from aseanrok.cli.topics import TOPICS
from aseanrok.roles import GROUPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def manpage(edition: str) -> str:
    """Return `aseanrok.1` as roff, for a data edition such as `2026.11`."""
    return "\n".join(_lines(edition)) + "\n"


def _lines(edition: str) -> Iterator[str]:
    yield f'.TH ASEANROK 1 "" "aseanrok {__version__}, data edition {edition}" "User Commands"'
    yield ".SH NAME"
    yield r"aseanrok \- relations between ASEAN and the Republic of Korea, with a source for every fact"
    yield ".SH SYNOPSIS"
    yield ".B aseanrok"
    yield r"[\fIoptions\fR] \fIcommand\fR [\fIarguments\fR]"
    yield ".SH DESCRIPTION"
    yield _text(
        "An offline reference: timelines, meetings, funds, documents, membership and figures from 1989 to today. A "
        "listing shows a table; with a name it shows everything known about the one thing. Every fact names its source."
    )
    for group in GROUPS:
        yield f'.SH "COMMANDS: {group.upper()}"'
        for name, command in commands().items():
            if command.group == group:
                yield from _command(name)
    yield '.SH "SHARED OPTIONS"'
    yield _text(ONCE)
    for name in (*SHARED, *EVERYWHERE):
        yield from _option(name, OPTIONS[name])
    for topic, said in TOPICS.items():
        yield f'.SH "{topic.upper().replace("-", " ")}"'
        yield ".nf"
        # The topic's own first line is the heading that stands above it already.
        yield from (_text(line) for line in said().splitlines()[2:])
        yield ".fi"


def _command(name: str) -> Iterator[str]:
    command = commands()[name]
    argument = command.argument
    shown = f" [{argument.metavar}]{'...' if argument.count in (Count.ANY, Count.SOME) else ''}" if argument else ""
    yield ".TP"
    yield rf".B aseanrok {name}{_text(shown)}"
    about, _, lines = explained(name).partition("\b")
    yield _text(" ".join(about.split()))
    for option in command.options:
        yield ".br"
        yield _text(f"{', '.join(OPTIONS[option].flags)}: {OPTIONS[option].help}")
    yield ".nf"
    yield from (_text(line) for line in map(str.strip, lines.splitlines()) if line not in ("", "\b", "Examples:"))
    yield ".fi"


def _option(name: str, option: Option) -> Iterator[str]:
    yield ".TP"
    yield rf"\fB{_text(', '.join(option.written()))}\fR" + (
        rf" \fI{_text(option.metavar)}\fR" if option.metavar else ""
    )
    yield _text(option.help)


def _text(text: str) -> str:
    """Return text that roff prints as it stands."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{text}" if text.startswith((".", "'")) else text
