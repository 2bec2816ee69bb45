"""What a shell may complete: plain words, without Typer, from the grammar and the published tables."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.grammar import OPTIONS, SHARED, SHELLS, TOPICS, Option, Takes, Words, commands, options_of
from aseanrok.output import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def complete(words: Sequence[str]) -> list[str]:
    """Return what the last of these words may become; the words before it are those after the program's name."""
    *before, incomplete = words or ("",)
    command = next((word for word in _positional(before) if word in commands()), None)
    known = {flag: option for name in _names(command) for flag, option in _flags(name)}
    flag, equals, begun = incomplete.partition("=")
    if equals and (option := known.get(flag)):
        return [f"{flag}={word}" for word in _values(option.words, command, begun)]
    if before and (option := known.get(before[-1])) and option.takes not in Takes.WITHOUT_VALUE:
        return _values(option.words, command, incomplete)
    if incomplete.startswith("-"):
        return _starting([*known, "--help"], incomplete)
    if command is None:
        return _starting(commands(), incomplete)
    argument = commands()[command].argument
    return _values(argument.words, command, incomplete) if argument else []


def _names(command: str | None) -> tuple[str, ...]:
    return options_of(command) if command else SHARED


def _flags(name: str) -> list[tuple[str, Option]]:
    return [(flag, OPTIONS[name]) for flag in OPTIONS[name].written()]


def _positional(words: Sequence[str]) -> Iterable[str]:
    """Yield the words that are neither options nor their values."""
    takes = {flag for name in OPTIONS for flag, option in _flags(name) if option.takes not in Takes.WITHOUT_VALUE}
    value = False
    for word in words:
        if not value and not word.startswith("-"):
            yield word
        value = word in takes


def _values(words: str | None, command: str | None, incomplete: str) -> list[str]:
    if words is None or words == Words.FILES:
        return []
    if words in _FIXED:
        return _starting(_FIXED[words](), incomplete)
    if words == Words.FIELDS:
        begun, comma, last = incomplete.rpartition(",")
        minus = "-" if last.startswith("-") else ""
        names = [minus + name for name in _fields(command)]
        return [begun + comma + name for name in _starting(names, last)]
    if words == Words.KINDS:
        from aseanrok.rows import kind
        from aseanrok.schema import table

        known = table(_table(command))
        return _starting(sorted({kind(row, known) or "" for row in store.table(known.name)} - {""}), incomplete)
    return _ids(words, incomplete)


_FIXED: dict[str, Callable[[], Iterable[str]]] = {
    Words.FORMATS: names,
    Words.COLORS: lambda: ("auto", "always", "never"),
    Words.LANGUAGES: lambda: ("en", "ko"),
    Words.SHELLS: lambda: SHELLS,
    Words.TOPICS: lambda: (*TOPICS, *commands()),
    Words.TABLES: lambda: _published(),
}


def _published() -> list[str]:
    from aseanrok.schema import published

    return published()


def _fields(command: str | None) -> list[str]:
    from aseanrok.schema import table

    return list(table(_table(command)).fields)


def _table(command: str | None) -> str:
    if command in ("search", "fields"):
        return command
    return (commands()[command].table if command else "") or "timeline"


def _ids(table: str, incomplete: str) -> list[str]:
    return _starting(store.ids(table), incomplete)


def _starting(words: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]
