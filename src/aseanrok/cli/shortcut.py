"""The straight way through: a well-formed command line, read from the grammar without Typer.

Importing Typer and building a command takes two thirds of a reading command's time. A line that is plainly right needs
neither; anything else (help, a slip, an unusual spelling) is left to Typer, which has the words for it. A test holds
both readings equal.
"""

from __future__ import annotations

from aseanrok.cli.grammar import COMMANDS, OPTIONS, OUTPUT, options_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any


def parse(arguments: Sequence[str]) -> tuple[str, dict[str, Any]] | None:
    """Return the command and the options somebody wrote, or None where Typer should read the line."""
    words = iter(arguments)
    values: dict[str, Any] = {}
    name = _read(words, OUTPUT, values, stop=True)
    if name is None or name not in COMMANDS:
        return None
    own: dict[str, Any] = {"names": []}
    if _read(words, options_of(name), own, stop=False) is None:
        return None
    names = own.pop("names")
    argument = COMMANDS[name].argument
    arity = argument.arity if argument else ""
    if (arity == "+" and not names) or len(names) > (0 if arity == "" else 1 if arity == "?" else len(names)):
        return None
    if names:
        own["names"] = names[0] if arity == "?" else names
    # What stands nearer to the command wins.
    return name, {**values, **own}


def _read(words: Iterator[str], options: Sequence[str], values: dict[str, Any], *, stop: bool) -> str | None:
    """Read options into values: up to the first other word, which is returned, or to the end, collecting them."""
    flags = {flag: option for option in options for flag in OPTIONS[option].flags}
    for word in words:
        if not word.startswith("-") or word == "-":
            if stop:
                return word
            values["names"].append(word)
            continue
        flag, equals, value = word.partition("=")
        if flag not in flags or (equals and not flag.startswith("--")):
            return None
        option = flags[flag]
        type_ = OPTIONS[option].type
        if type_ in ("flag", "switch"):
            if equals:
                return None
            values[option] = True
            continue
        if not equals:
            value = next(words, "")
        if not value:
            return None
        if type_ == "list":
            values.setdefault(option, []).append(value)
        else:
            values[option] = value
    return None if stop else ""
