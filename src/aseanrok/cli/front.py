"""The front door: words that are no command are answered all the same, by the command that was meant."""

from __future__ import annotations

from aseanrok.cli.grammar import commands
from aseanrok.cli.options import OPTIONS, SHARED
from aseanrok.cli.reader import wants_value
from aseanrok.errors import typed

LONGEST_LINE = 80
"""So many letters of a line are told; nobody reads more, and a terminal should not be filled with them."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def meant(arguments: Sequence[str]) -> list[str] | None:
    """Return the command line that was meant by words that are no command; None where they may be a misspelt one.

    Another word for a command is that command: `stats trade`, `연표 메콩`; a slip of one is none.
    A day or a year is what happened then; `today` what was last and what is next; the exact name of a thing is its
    card; anything else is searched. Options keep their places around the words.
    """
    before, words, after = _parted(arguments)
    if not words or words[0] in commands():
        return None
    command = _command(" ".join(words), words)
    if command and any(map(_is_time, command)) and any(map(_is_time, (*before, *after))):
        command = ["timeline", *words]  # beside a time that is typed, the words stand as they are
    return [*before, *command, *after] if command else None


def _is_time(word: str) -> bool:
    return word.partition("=")[0] in ("--since", "--until", "--year")


def _command(text: str, words: Sequence[str]) -> list[str] | None:
    if not text.isascii():  # some systems write Korean in letters that are put together
        from unicodedata import normalize

        text, words = normalize("NFC", text), [normalize("NFC", word) for word in words]
    other = next((name for name, command in commands().items() if words[0].lower() in command.meant), "")
    if other and (words[0].isascii() or _goes_on(other, words[1:])):
        return [other, *words[1:]]
    from aseanrok.cli.about import date
    from aseanrok.cli.clock import today
    from aseanrok.dateforms import TODAY

    if text.lower() in TODAY:
        return ["next"]
    if when := date(text, today()):
        since, _, until = when.partition("/")
        spans = [("--since", since), ("--until", until or since)]
        return ["timeline", *(part for flag, day in spans if day != ".." for part in (flag, day))]
    if found := called(text):
        return ["show", found]
    line = text.split()
    if line and line[0] in commands() and (_is_near(words[0]) or not _is_written(line[0])):
        return line  # it stands in quotes, or with a word before it that is empty
    if _is_near(words[0]) and (len(words) == 1 or not _is_written(words[0])):
        return None
    return ["search", text]


def _goes_on(command: str, words: Sequence[str]) -> bool:
    """Say whether words may stand after the Korean name of a command, 연표 메콩; 국가 조정관 is searched as it stands.

    Korean has no plural that would tell a command from a word of the trade.
    """
    from aseanrok import schema
    from aseanrok.cli.about import date
    from aseanrok.cli.clock import today
    from aseanrok.cli.records import named

    if command in ("search", "help") or not words or called(" ".join(words)):
        return True
    tables = schema.published()  # 내보내기 funds
    kinds = schema.subjects()
    return all(date(word, today()) or word in tables or any(named(kind, word) for kind in kinds) for word in words)


def _is_written(word: str) -> bool:
    """Say whether any record holds a word as it stands, so that it is no slip."""
    from aseanrok import store

    return word.casefold() in store.search_names("words")


def called(text: str) -> str | None:
    """Return the id of the one thing that is called so, in any table; None where there is none."""
    from aseanrok import schema, store
    from aseanrok.names import resolve

    if found := store.find(text):
        return str(found["id"])
    # Of two that are called alike the one that a search puts first is meant.
    for table in sorted(schema.tables(), key=lambda table: -table.by_name):
        if table.by_name and (row := resolve(store.table(table.name), text, table)):
            return str(row["id"])
    return None


def _is_near(word: str) -> bool:
    """Say whether a word is a slip of a command's name."""
    from difflib import get_close_matches

    return bool(get_close_matches(word.lower(), commands(), 1, 0.75))


def _parted(arguments: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Divide a line into the shared options before the words, the words, and the options after them."""
    flags = {flag for name in SHARED for flag in OPTIONS[name].written()}
    before: list[str] = []
    rest = list(arguments)
    while rest and rest[0].startswith("-") and rest[0] != "-":
        word = rest.pop(0)
        if word == "--" and not any(each.startswith("-") for each in rest):
            return before, rest, []
        if word.partition("=")[0] not in flags and word[:2] not in flags:  # -fjson, and -qn2
            return [], [], []
        before += [word, *rest[: (wants := wants_value(word, SHARED))]]
        del rest[:wants]
    words: list[str] = []
    while rest and not rest[0].startswith("-"):
        words.append(rest.pop(0))
    return before, words, rest


def said(arguments: Sequence[str]) -> str:
    """Return the line that tells which command was run."""
    line = f"= aseanrok {line_of(arguments)}"
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}..."


def line_of(arguments: Sequence[str]) -> str:
    """Return words as a line that a shell takes apart again."""
    return " ".join(map(typed, arguments))
