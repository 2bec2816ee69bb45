"""What a shell may complete: plain words, without Typer, from the grammar and the published tables."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.grammar import COMMANDS, OPTIONS, OUTPUT, SHELLS, TOPICS, Option, options_of
from aseanrok.output import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FIXED = {
    "formats": tuple(FORMATS),
    "colors": ("auto", "always", "never"),
    "languages": ("en", "ko"),
    "shells": SHELLS,
    "topics": (*TOPICS, *COMMANDS),
    "files": (),
}


def complete(words: Sequence[str]) -> list[str]:
    """Return what the last of these words may become; the words before it are those after the program's name."""
    *before, incomplete = words or ("",)
    command = next((word for word in _positional(before) if word in COMMANDS), None)
    known = {flag: option for name in _names(command) for flag, option in _flags(name)}
    flag, equals, begun = incomplete.partition("=")
    if equals and (option := known.get(flag)):
        return [f"{flag}={word}" for word in _values(option.words, command, begun)]
    if before and (option := known.get(before[-1])) and option.type not in ("flag", "switch"):
        return _values(option.words, command, incomplete)
    if incomplete.startswith("-"):
        return _starting([*known, "--help"], incomplete)
    if command is None:
        return _starting(COMMANDS, incomplete)
    argument = COMMANDS[command].argument
    return _values(argument.words, command, incomplete) if argument else []


def _names(command: str | None) -> tuple[str, ...]:
    return options_of(command) if command else OUTPUT


def _flags(name: str) -> list[tuple[str, Option]]:
    option = OPTIONS[name]
    off = [(f"--no-{name}", option)] if option.type == "switch" else []
    return [*((flag, option) for flag in option.flags), *off]


def _positional(words: Sequence[str]) -> Iterable[str]:
    """Yield the words that are neither options nor their values."""
    takes = {flag for name in OPTIONS for flag, option in _flags(name) if option.type not in ("flag", "switch")}
    value = False
    for word in words:
        if not value and not word.startswith("-"):
            yield word
        value = word in takes


def _values(words: str | None, command: str | None, incomplete: str) -> list[str]:
    if words is None:
        return []
    if words in _FIXED:
        return _starting(_FIXED[words], incomplete)
    if words == "tables":
        return _starting(store.published(), incomplete)
    if words == "records":
        return _ids("index", incomplete)
    if words == "fields":
        begun, comma, last = incomplete.rpartition(",")
        minus = "-" if last.startswith("-") else ""
        names = [minus + field["name"] for field in store.fields(_table(command))]
        return [begun + comma + name for name in _starting(names, last)]
    if words == "kinds":
        from aseanrok.query import kind

        return _starting(sorted({kind(row) or "" for row in store.table(_table(command))} - {""}), incomplete)
    return _ids(words, incomplete)


def _table(command: str | None) -> str:
    return command if command and command in store.published() else "timeline"


def _ids(table: str, incomplete: str) -> list[str]:
    return _starting(store.ids(table), incomplete)


def _starting(words: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]
