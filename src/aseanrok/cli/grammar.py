"""The command line as data: every command and argument, declared once and without Typer; the options stand beside.

The commands that list a table are declared with the table, and read from what was published of it. The reader, the
Typer app, the completion, the help, the man page and the documentation are made from this grammar.
Plain classes: `typing` and `enum` would take a third of the time in which a completion answers.
"""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.options import EVERYWHERE, OPTIONS, SHARED, Words
from aseanrok.errors import InvalidData
from aseanrok.output import meant, names
from aseanrok.roles import GROUPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class Count:
    """How many words an argument takes."""

    NONE_OR_ONE = "?"
    NAME = "name"  # none, or one name of a word or several: East Asia Summit
    ANY = "*"
    SOME = "+"


class Argument:
    """What stands after a command: what it is called, its help, how many words, and what completes it.

    `table` is where the name of a record is looked for, and `field` the field of the rows that holds the id of it.
    Where a `minus` may begin a word, what begins with one and is no option is a word as well.
    """

    __slots__ = ("count", "field", "help", "metavar", "minus", "table", "words")

    def __init__(
        self,
        metavar: str,
        help: str,
        count: str = Count.NONE_OR_ONE,
        words: str | None = None,
        table: str = "",
        field: str = "",
        minus: bool = False,
    ) -> None:
        self.metavar = metavar
        self.minus = minus
        self.help = help
        self.count = count
        self.words = words
        self.table = table
        self.field = field


class Command:
    """A command: the group it is listed under, its one-line help, and what it takes.

    `rows` says whether it answers with rows, and so takes the shared options; `table` is the one it lists, if any.
    `meant` are other words that people type for it.
    """

    __slots__ = ("argument", "group", "help", "meant", "options", "rows", "table")

    def __init__(
        self,
        group: str,
        help: str,
        options: tuple[str, ...] = (),
        argument: Argument | None = None,
        rows: bool = True,
        table: str = "",
        meant: str = "",
    ) -> None:
        self.meant = tuple(meant.split())
        self.group = group
        self.help = help
        self.options = options
        self.argument = argument
        self.rows = rows
        self.table = table


SHELLS = ("bash", "zsh", "fish", "powershell")
BRIEFED = ("frameworks", "countries", "funds")
"""The tables whose records a brief is made of."""

TOPICS = ("formats", "dates", "exit-codes", "environment", "sources")

_VERBS = {
    "next": Command(
        "Find",
        "What was last, what is announced or to be expected, what is overdue.",
        ("framework",),
        Argument(
            "ABOUT",
            "A framework, a country, a series, or words of its name.",
            Count.NAME,
            "frameworks countries series",
        ),
        meant="upcoming 다음 일정",
    ),
    "anniversaries": Command(
        "Find",
        "What happened a round number of years before a day to come.",
        ("framework", "country", "on", "year", "all"),
        Argument("ABOUT", "Frameworks, countries or other things.", Count.ANY, "frameworks countries"),
        meant="기념일",
    ),
    "compare": Command(
        "Find",
        "Two things or more side by side: frameworks, funds, countries.",
        (),
        Argument("NAME", "Names or ids: apt eas.", Count.SOME, Words.RECORDS),
        meant="비교",
    ),
    "open": Command(
        "Find",
        "The address of a thing; opened where there is a browser.",
        (),
        Argument("ID", "Documents, funds, institutions, sources; or any records.", Count.SOME, Words.RECORDS),
        rows=False,
    ),
    "search": Command(
        "Find",
        "Records that hold these words, the best first.",
        ("framework", "since", "until", "year", "kind", "country", "full"),
        Argument("WORDS", 'Words, "a phrase", -not, table:meetings, year:2019.', Count.SOME, minus=True),
        meant="find lookup 검색 찾기",
    ),
    "show": Command(
        "Find",
        "Everything known about one record or several.",
        ("url", "full"),
        Argument(
            "ID", "Ids, as every listing prints them; - reads them from standard input.", Count.SOME, Words.RECORDS
        ),
        meant="info get view describe 보기",
    ),
    "brief": Command(
        "Take away",
        "A page to hand on: a framework, a country or a fund, with footnotes.",
        ("output", "force", "full", "lang", "pager"),
        Argument("NAME", "Frameworks, countries, funds: mekong, Laos, akcf.", Count.SOME, Words.BRIEFED),
        rows=False,
        meant="report summary 요약",
    ),
    "cite": Command(
        "Take away",
        "What cites a record: for a footnote, BibTeX, CSL-JSON or RIS.",
        ("style", "output", "force", "lang", "pager"),
        Argument("ID", "Ids of any records; - reads them from standard input.", Count.SOME, Words.RECORDS),
        rows=False,
        meant="citation reference 인용",
    ),
    "changes": Command(
        "Trust",
        "What was added, corrected, merged or removed between two editions.",
        ("framework", "kind", "match", "where", "by"),
        Argument(
            "OLD..NEW",
            "Two editions, 2026.11..2026.12, or the older of two; without any, the newest two.",
            words=Words.EDITIONS,
        ),
        meant="변경",
    ),
    "export": Command(
        "Take away",
        "Every table, or the named ones, in one file or many.",
        (),
        Argument(
            "TABLE",
            "Published tables; without any, all of them, or in a flat format the index.",
            Count.ANY,
            Words.TABLES,
        ),
        meant="dump download 내보내기",
    ),
    "fields": Command(
        "Take away",
        "The fields of a published table, and what they mean.",
        (),
        Argument("TABLE", "A published table; without one, every table.", words=Words.TABLES),
    ),
    "schema": Command(
        "Take away",
        "The published tables as JSON Schema.",
        (),
        Argument("TABLE", "A published table; without one, what export prints.", words=Words.TABLES),
        rows=False,
    ),
    "page": Command(
        "Take away",
        "Everything in one HTML file, to look at and to pass on.",
        ("output", "force", "lang"),
        rows=False,
    ),
    "check": Command("Extend", "Check the data files; every problem is named.", ("fix",), rows=False),
    "completion": Command(
        "Extend",
        "Print a script that completes words in a shell.",
        (),
        Argument("SHELL", f"One of {', '.join(SHELLS)}.", words=Words.SHELLS),
        rows=False,
    ),
    "help": Command(
        "Extend",
        "Explain a command or a topic.",
        ("json",),
        Argument("TOPIC", f"A command, or one of {', '.join(TOPICS)}.", words=Words.TOPICS),
        rows=False,
        meant="도움말 도움",
    ),
}
"""The commands that do something else than list a table."""

_made: dict[str, Command] = {}


def commands() -> Mapping[str, Command]:
    """Return every command by its name, group after group, as the help lists them."""
    if not _made:
        listings = {name: _listing(name, *parts) for name, *parts in store.commands()}
        everything = {**listings, **_VERBS}
        for group in GROUPS:
            _made.update({name: command for name, command in everything.items() if command.group == group})
    return _made


def without_tables() -> None:
    """Leave only the commands that need no tables: `check` tells what is wrong where none could be made."""
    _made.update(_VERBS)


def _listing(
    name: str, group: str, help: str, filters: str, metavar: str, about: str, table: str, field: str, meant: str
) -> Command:
    # What a name is held against is of one table; else it may be a record of the command's own as well.
    words = table if field else f"{table} {name}".strip()
    argument = Argument(metavar, about, Count.NAME, words, table=table or name, field=field) if metavar else None
    card = ("full",) if argument and not field else ()  # a name shows a card
    if unknown := [option for option in filters.split() if option not in OPTIONS]:
        raise InvalidData(f"tables/{name}.py: {name}: command: no option is called {unknown[0]!r}; it is no filter")
    return Command(group, help, (*filters.split(), "where", "by", *card), argument, table=name, meant=meant)


def merged(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was written before a command and after it as one: an option is the same in both places."""
    both = {name: [*before[name], *after[name]] for name in before if isinstance(after.get(name), (list, tuple))}
    return {**before, **after, **both}


def before_command(name: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was written before a command as it is after it, where an option of its own is written so: -f."""
    taken = options_of(name)
    own = {flag: each for each in taken for flag in OPTIONS[each].flags}
    return {each if each in taken else own.get(OPTIONS[each].flags[0], each): value for each, value in options.items()}


def options_of(name: str) -> tuple[str, ...]:
    """Return the names of the options a command takes, its own first."""
    command = commands()[name]
    return command.options + (SHARED if command.rows else ()) + EVERYWHERE


def asked_by_time(name: str) -> str:
    """Return the option of a command that a date after it stands for, the first that takes one; nothing where none."""
    return next((option for option in commands()[name].options if option in ("as_of", "since", "year")), "")


def is_word(word: str, command: str | None) -> bool:
    """Say whether something that begins with a minus is a word of a command's argument all the same: `-mekong`.

    Two hyphens always begin an option, and so does one before a letter that is an option; its value may follow at once
    where it can be nothing else: `-n5`, `-fjson`, `-ox.csv`. The whole name of an option after one hyphen is a slip.
    """
    about = _VERBS.get(command or "")
    if about is None or about.argument is None or not about.argument.minus or word.startswith("--") or len(word) < 2:
        return False
    flags = {flag: name for name in options_of(command or "") for flag in OPTIONS[name].written()}
    return f"-{word.partition('=')[0]}" not in (*flags, "--help") and not _is_option(word, flags)


def _is_option(word: str, flags: Mapping[str, str]) -> bool:
    """Say whether one hyphen and what follows are an option, with its value or before another one: `-qn5`."""
    flag, value = word[:2], word[2:]
    if flag not in flags or not value:
        return flag in flags or word == "-h"
    if (option := flags[flag]) == "quiet":
        return _is_option(f"-{value}", flags)
    if value.startswith("="):
        return True
    if option == "limit":
        return value.lstrip("-")[:1].isdecimal()
    if option == "output":  # -oda is development aid, -oda.csv a file
        return any(mark in value for mark in "./\\")
    return value.lower() in names() or meant(value) is not None
