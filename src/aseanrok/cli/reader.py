"""The quick reader: a well-formed command line, read from the grammar without Typer.

Importing Typer and building a command takes two thirds of a reading command's time. A line that is plainly right needs
neither; anything else (help, a slip, an unusual spelling) is left to Typer, which has the words for it. A test holds
both readings equal.
"""

from __future__ import annotations

from itertools import islice

from aseanrok.cli.grammar import Count, before_command, commands, is_word, merged, options_of
from aseanrok.cli.options import EVERYWHERE, OPTIONS, SHARED, Takes, promises
from aseanrok.errors import UsageFailure, quoted, typed
from aseanrok.words import DASHES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any


def parse(arguments: Sequence[str]) -> tuple[str, dict[str, Any]] | None:
    """Return the command and what somebody wrote after it, or None where Typer should read the line.

    An option without a value is True, the opposite of a switch False, any other the list of its values, however often
    it was written.
    """
    words = iter(arguments)
    before: dict[str, Any] = {}
    name = _read(words, (*SHARED, *EVERYWHERE), before, [], command=None)
    if name is None or name not in commands():
        return None
    own: dict[str, Any] = {}
    names: list[str] = []
    if _read(words, options_of(name), own, names, command=name) is None:
        return None
    argument = commands()[name].argument
    most = 0 if argument is None else 1 if argument.count == Count.NONE_OR_ONE else len(names)
    if len(names) > most or (argument and argument.count == Count.SOME and not names):
        return None
    if names:
        own["names"] = one_name(names) if argument and argument.count == Count.NAME else names
    if any(own.get(option, on) is not on for option, on in before.items() if isinstance(on, bool)):
        return None  # a switch and its opposite
    return name, merged(before_command(name, before), own)


def one_name(words: Sequence[str]) -> list[str]:
    """Return the words after a command that takes one name as that name: `East Asia Summit`."""
    return [" ".join(words)] if words else []


def _read(
    words: Iterator[str], options: Sequence[str], values: dict[str, Any], names: list[str], *, command: str | None
) -> str | None:
    """Read options into values: up to the command, which is returned, or after one to the end, collecting the words."""
    flags = {flag: option for option in options for flag in OPTIONS[option].written()}
    for word in words:
        if word[:1] in DASHES and word:
            return None
        if not word.startswith("-") or word == "-" or is_word(word, command):
            if command is None:
                return word
            names.append(word)
            continue
        flag, equals, value = word.partition("=")
        if flag not in flags:
            return None
        option = flags[flag]
        if OPTIONS[option].takes in Takes.WITHOUT_VALUE:
            if equals:
                return None
            on = flag in OPTIONS[option].flags  # not the opposite of a switch
            if values.setdefault(option, on) != on:
                return None
            continue
        if not equals and (value := next(words, None)) is None:  # type: ignore[assignment]
            return None
        values.setdefault(option, []).append(value)
    return None if command is None else ""


HELP, UNKNOWN, VALUED = "help", "?", "="
"""What asks for help instead of an answer, what is no option at all, and what takes no value and has one: as names."""


def glance(arguments: Sequence[str]) -> dict[str, Any]:
    """Return the options that stand in a line, whatever else is wrong with it; no command has to run.

    The word that stands where a command should is there as `command`.
    """
    parts: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    command: dict[str, str] = {}
    for word, name, value in _seen(arguments):
        if name is None:
            command.setdefault("command", word)
        elif name in (UNKNOWN, VALUED):
            continue
        elif value is None:
            parts[bool(command)][name] = not word.startswith("--no-")
        elif value:
            parts[bool(command)].setdefault(name, []).append(value)
    return {**merged(*parts), **command}


def asks_to_check(arguments: Sequence[str]) -> bool:
    """Say whether the command of a line is `check`, or its help is asked for; no table is looked at."""
    words = (word for word, name, _ in _seen(arguments) if name is None)
    return "check" in ((command := next(words, "")), next(words, "") if command == "help" else "")


def _seen(arguments: Sequence[str]) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the words and options of a line: as it is written, the name of an option, its value where it takes one."""
    flags: dict[str, str] = {"--help": HELP, "-h": HELP}
    for known, option in OPTIONS.items():  # the first that is written so: the others are of single commands
        flags.update({flag: known for flag in option.written() if flag not in flags})
    command: str | None = None
    words = iter(arguments)
    for word in words:
        if word == "--":
            yield from ((each, UNKNOWN, None) for each in words)
            return
        if word[:1] != "-" or word == "-" or is_word(word, command):
            command = command or word
            yield word, None, None
            continue
        while word[2:] and word[2] != "=" and (name := flags.get(word[:2], "")) and not _has_value(name):
            yield word[:2], name, None  # -qn5 is -q and -n5
            word = f"-{word[2:]}"
        flag, equals, value = word.partition("=")
        if not word.startswith("--") and flag not in flags:
            flag, equals, value = word[:2], word[2:], word[2:]
        name = flags.get(flag, UNKNOWN)
        if name != UNKNOWN and equals == "=" and (name == HELP or not _has_value(name)):
            yield flag, VALUED, value
        elif name in (HELP, UNKNOWN) or not _has_value(name):
            yield flag, UNKNOWN if equals else name, None
        else:
            yield flag, name, value if equals else next(words, "")


def beside_version(arguments: Sequence[str]) -> tuple[bool, list[str]]:
    """Return whether a line that asks for the version wants it as JSON, and what else has no part in that.

    The name of a command may stand there, and no other word.
    """
    as_json = False
    wrong: list[str] = []
    seen: list[str] = []
    for flag, name, value in _seen(arguments):
        if name == VALUED:
            raise _valued(flag)
        if name == "json" or (name == "format" and _is_json(value or "")):
            as_json = True
        elif name is None:
            wrong += [flag] if seen or not _command_of(flag) else []
            seen.append(flag)
        elif name != "version" and not promises(name, False if flag.startswith("--no-") else value):
            wrong.append(flag)
    return as_json, wrong


def refuse_opposites(arguments: Sequence[str]) -> None:
    """Raise UsageFailure where a switch is written with its opposite: `--pager --no-pager`."""
    written: dict[str, str] = {}
    for flag, name, value in _seen(arguments):
        if name == VALUED:
            raise _valued(flag)
        if name in (None, HELP, UNKNOWN) or value is not None:
            continue
        if (other := written.setdefault(name, flag)) != flag:
            raise UsageFailure(f"{other} and {flag} contradict each other")


def _valued(flag: str) -> UsageFailure:
    return UsageFailure(f"{flag} takes no value")


def no_command(word: str) -> UsageFailure:
    """Return what is wrong with a word that stands where a command should, and the nearest ones."""
    from aseanrok.names import did_you_mean, nearest

    close = nearest(word, commands())
    return UsageFailure(f"no command {quoted(word)}{did_you_mean(close)} `aseanrok --help` lists them.", close)


def asked_help(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the line that a line with `--help` in it stands for, whatever else it says; nothing where it has none.

    And the options that say how it should be told, and cannot. Raises UsageFailure where the word that should be a
    command is none.
    """
    found = glance(arguments)
    if not found.get(HELP):
        return [], []
    word = found.get("command", "")
    if word and word not in commands():
        if not (known := _command_of(word)):
            raise no_command(word)
        word = known
    words = [word] if word else []
    forms = found.get("format", [])
    how = {"output", "lang"} if all(map(_is_json, forms)) else {"output", "lang", "format"}
    idle = [flag for flag, name, _ in _seen(arguments) if name in how]
    as_json = found.get("json") or any(map(_is_json, forms))
    return ["help", *words, "--json"] if as_json else [*words, "--help"], idle


def _command_of(word: str) -> str:
    """Return the command of a name, or of another word for it; "" of other words."""
    folded = word.lower()
    return next((name for name, about in commands().items() if folded == name or folded in about.meant), "")


def wants_json(arguments: Sequence[str]) -> bool:
    """Say whether a line asks for JSON: `--json`, `--format json`, or a file of that name."""
    options = glance(arguments)
    if options.get("json"):
        return True
    if named := options.get("format"):
        return _is_json(str(named[-1]))
    return str(options.get("output", [""])[-1]).casefold().endswith(".json")


def _is_json(format: str) -> bool:
    """Say whether a format is named JSON, in any way in which it is understood."""
    from aseanrok.words import fold  # only an error and the version ask

    return fold(format) == "json"


def apart(arguments: Sequence[str], command: str) -> tuple[list[str], list[str]]:
    """Return what follows a command as Typer takes it: the options with their values, and the words.

    Where the last option lacks its value there are no words: what is put after it would be taken for one.
    """
    options: list[str] = []
    found: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            found += words
        elif is_word(word, command) or not word.startswith("-") or word == "-":
            found.append(word)
        else:
            value = list(islice(words, wants := wants_value(word, options_of(command))))
            options += [word, *value]
            if wants and not value:
                return options, []
    return options, found


def _has_value(name: str) -> bool:
    return name != HELP and OPTIONS[name].takes not in Takes.WITHOUT_VALUE


def refuse_dashes(arguments: Sequence[str]) -> None:
    """Raise UsageFailure where an option has other dashes than it is written with: one that no keyboard has, or one
    hyphen for two.
    """
    flags = {flag.lstrip("-"): flag for option in OPTIONS.values() for flag in option.written()}
    flags["help"] = "--help"
    command = next((word for word in arguments if word in commands()), None)
    words = iter(arguments)
    for word in words:
        if word == "--":
            return
        flag = flags.get(word.lstrip(DASHES + "-").partition("=")[0])
        if flag and word[:1] in DASHES:
            raise UsageFailure(f"{quoted(word)} begins with a dash that is no hyphen; write {flag}")
        if flag and word[:1] == "-" and word[1:2] != "-" and len(flag) > 2 and not is_word(word, command):
            argument = commands()[command].argument if command else None
            leaves = argument and argument.minus
            rather = f"; to leave out the word, write -- before it: -- {typed(word)}" if leaves else ""
            raise UsageFailure(f"{quoted(word)} begins with one hyphen; write {flag}{rather}")
        if wants_value(word, OPTIONS):
            next(words, None)


def spaced(arguments: Sequence[str]) -> Iterator[str]:
    """Yield a line with `-o=x` as `-o x`, and `-qo=x` as `-qo x`: to Typer the mark would belong to the value."""
    words = iter(arguments)
    for word in words:
        flags, equals, value = word.partition("=")
        if word == "--":
            yield word
            yield from words
        elif equals and not flags.startswith("--") and wants_value(flags, OPTIONS):
            yield from (flags, value)
        else:
            yield word
            yield from islice(words, wants_value(word, OPTIONS))


def wants_value(word: str, options: Iterable[str]) -> bool:
    """Say whether the word after this one is a value: after `--limit`, `-n` and `-qn`."""
    takes = {flag: _has_value(name) for name in options for flag in OPTIONS[name].flags}
    letters = [takes.get(f"-{letter}") for letter in word[1:]] if word[:1] == "-" and word[1:2] != "-" else []
    return takes.get(word, letters == [False] * (len(letters) - 1) + [True])
