"""The quick reader: a well-formed command line, read from the grammar without Typer.

Importing Typer and building a command takes two thirds of a reading command's time. A line that is plainly right needs
neither; anything else (help, a slip, an unusual spelling) is left to Typer, which has the words for it. A test holds
both readings equal.
"""

from __future__ import annotations

from aseanrok.cli.grammar import OPTIONS, SHARED, Count, Takes, commands, merged, options_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any


def parse(arguments: Sequence[str]) -> tuple[str, dict[str, Any]] | None:
    """Return the command and what somebody wrote after it, or None where Typer should read the line.

    An option without a value is True, any other the list of its values, however often it was written.
    """
    words = iter(arguments)
    before: dict[str, Any] = {}
    name = _read(words, SHARED, before, [], stop=True)
    if name is None or name not in commands():
        return None
    own: dict[str, Any] = {}
    names: list[str] = []
    if _read(words, options_of(name), own, names, stop=False) is None:
        return None
    argument = commands()[name].argument
    most = 0 if argument is None else 1 if argument.count == Count.NONE_OR_ONE else len(names)
    if len(names) > most or (argument and argument.count == Count.SOME and not names):
        return None
    if names:
        own["names"] = names
    return name, merged(before, own)


def _read(
    words: Iterator[str], options: Sequence[str], values: dict[str, Any], names: list[str], *, stop: bool
) -> str | None:
    """Read options into values: up to the first other word, which is returned, or to the end, collecting them."""
    flags = {flag: option for option in options for flag in OPTIONS[option].flags}
    for word in words:
        if not word.startswith("-") or word == "-":
            if stop:
                return word
            names.append(word)
            continue
        flag, equals, value = word.partition("=")
        if flag not in flags or (equals and not flag.startswith("--")):
            return None
        option = flags[flag]
        if OPTIONS[option].takes in Takes.WITHOUT_VALUE:
            if equals:
                return None
            values[option] = True
            continue
        if not equals and (value := next(words, None)) is None:  # type: ignore[assignment]
            return None
        values.setdefault(option, []).append(value)
    return None if stop else ""
