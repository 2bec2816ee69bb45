"""The command line as data: every command, argument and option, declared once and without Typer.

The commands that list a table are declared with the table, and read from what was published of it. The reader, the
Typer app, the completion, the help, the man page and the documentation are made from this grammar.
Plain classes: `typing` and `enum` would take a third of the time in which a completion answers.
"""

from __future__ import annotations

from aseanrok import store
from aseanrok.output import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class Takes:
    """What an option takes: nothing, its opposite as well (`--pager`, `--no-pager`), one value, or one and more."""

    FLAG = "flag"
    SWITCH = "switch"
    TEXT = "text"
    NUMBER = "number"
    LIST = "list"

    WITHOUT_VALUE = (FLAG, SWITCH)


class Count:
    """How many words an argument takes."""

    NONE_OR_ONE = "?"
    ANY = "*"
    SOME = "+"


class Words:
    """What completes an option or an argument: ids of a table by its name, or one of these."""

    FILES = "files"
    FORMATS = "formats"
    COLORS = "colors"
    LANGUAGES = "languages"
    FIELDS = "fields"
    KINDS = "kinds"
    TABLES = "tables"
    RECORDS = "index"
    SHELLS = "shells"
    TOPICS = "topics"


class Option:
    """An option: how it is written, its line in the help, what it takes, and what completes it."""

    __slots__ = ("flags", "help", "metavar", "takes", "words")

    def __init__(
        self,
        flags: tuple[str, ...],
        help: str,
        takes: str = Takes.TEXT,
        metavar: str | None = None,
        words: str | None = None,
    ) -> None:
        self.flags = flags
        self.help = help
        self.takes = takes
        self.metavar = metavar
        self.words = words

    def written(self) -> tuple[str, ...]:
        """Return every way the option is written, the opposite of a switch among them."""
        off = tuple(f"--no-{flag[2:]}" for flag in self.flags if self.takes == Takes.SWITCH)
        return self.flags + off


class Argument:
    """What stands after a command: what it is called, its help, how many words, and what completes it.

    `table` is where the name of a record is looked for, and `field` the field of the rows that holds the id of it.
    """

    __slots__ = ("count", "field", "help", "metavar", "table", "words")

    def __init__(
        self,
        metavar: str,
        help: str,
        count: str = Count.NONE_OR_ONE,
        words: str | None = None,
        table: str = "",
        field: str = "",
    ) -> None:
        self.metavar = metavar
        self.help = help
        self.count = count
        self.words = words
        self.table = table
        self.field = field


class Command:
    """A command: the group it is listed under, its one-line help, and what it takes.

    `rows` says whether it answers with rows, and so takes the shared options; `table` is the one it lists, if any.
    """

    __slots__ = ("argument", "group", "help", "options", "rows", "table")

    def __init__(
        self,
        group: str,
        help: str,
        options: tuple[str, ...] = (),
        argument: Argument | None = None,
        rows: bool = True,
        table: str = "",
    ) -> None:
        self.group = group
        self.help = help
        self.options = options
        self.argument = argument
        self.rows = rows
        self.table = table


OPTIONS = {
    # How an answer is written.
    "format": Option(("--format", "-f"), f"One of {', '.join(names())}.", metavar="FORMAT", words=Words.FORMATS),
    "json": Option(("--json",), "Short for --format json.", Takes.FLAG),
    "fields": Option(("--fields",), "Only these fields, in this order.", metavar="A,B", words=Words.FIELDS),
    "sort": Option(("--sort",), "Sort by these fields; -date is newest first.", metavar="A,-B", words=Words.FIELDS),
    "reverse": Option(("--reverse",), "Turn the order round.", Takes.FLAG),
    "limit": Option(("--limit", "-n"), "At most N rows.", Takes.NUMBER, metavar="N"),
    "output": Option(("--output", "-o"), "Write to FILE, in UTF-8.", metavar="FILE", words=Words.FILES),
    "force": Option(("--force",), "Replace FILE where it exists.", Takes.FLAG),
    "width": Option(("--width",), "Fit a table to N columns, 20 or more.", Takes.NUMBER, metavar="N"),
    "color": Option(("--color",), "Colour: auto, always or never.", metavar="WHEN", words=Words.COLORS),
    "quiet": Option(("--quiet", "-q"), "Ids only, one a line.", Takes.FLAG),
    "lang": Option(("--lang",), "Names in en or ko.", metavar="LANG", words=Words.LANGUAGES),
    "pager": Option(("--pager",), "Page a long answer on a terminal, or not.", Takes.SWITCH),
    # What is listed.
    "framework": Option(
        ("--framework",), "Only this framework; repeat it, or give a,b.", Takes.LIST, metavar="NAME", words="frameworks"
    ),
    "since": Option(("--since",), "From this date on: 2019, 2019-11, 2019-11-25.", metavar="DATE"),
    "until": Option(("--until",), "Up to this date, itself included.", metavar="DATE"),
    "year": Option(("--year",), "Only what falls, or may fall, in this year.", metavar="YYYY"),
    "kind": Option(("--kind",), "Only this kind.", metavar="KIND", words=Words.KINDS),
    "country": Option(("--country",), "Only this country: Laos, LAO, Lao PDR.", metavar="NAME", words="countries"),
    "place": Option(("--place",), "Only where the place holds these words.", metavar="WORDS"),
    "match": Option(("--match",), "Only rows that hold these words.", metavar="WORDS"),
    "as_of": Option(("--as-of",), "What held on this day: 2011-07-01; 2011 is its last day.", metavar="DATE"),
    "where": Option(
        ("--where",),
        "Only rows that meet this: budget_value>=500000, country=Laos; may be repeated.",
        Takes.LIST,
        metavar="FIELD=VALUE",
        words=Words.FIELDS,
    ),
    "by": Option(
        ("--by",), "Count, and add up, by year, country, kind or a field.", metavar="FIELD", words=Words.FIELDS
    ),
    # Of single commands.
    "on": Option(("--on",), "Only this day: 2026-11-27, today.", metavar="DAY"),
    "all": Option(("--all",), "Also anniversaries that are not round.", Takes.FLAG),
    "matrix": Option(("--matrix",), "Countries by frameworks: the year each joined, or its role.", Takes.FLAG),
    "url": Option(("--url",), "Print the addresses of its sources, one a line.", Takes.FLAG),
    "full": Option(("--full",), "With each hit the whole row of its record, in json, jsonl or toml.", Takes.FLAG),
    "fix": Option(("--fix",), "Rewrite data files in their canonical form.", Takes.FLAG),
}

SHARED = (
    "format", "json", "fields", "sort", "reverse", "limit", "output", "force", "width", "color", "quiet", "lang",
    "pager",
)  # fmt: skip
"""The shared options: taken before a command and after it, the nearer one wins."""

GROUPS = ("Read", "Find", "Take away", "Trust", "Extend")
"""The groups of commands, in the order help lists them."""

SHELLS = ("bash", "zsh", "fish", "powershell")
TOPICS = ("formats", "dates", "exit-codes", "environment", "sources")

_VERBS = {
    "next": Command(
        "Find",
        "What was last, what is announced or to be expected, what is overdue.",
        ("framework",),
        Argument("ABOUT", "A framework, a country or a series.", words="frameworks"),
    ),
    "anniversaries": Command(
        "Find",
        "What happened a round number of years before a day to come.",
        ("framework", "on", "year", "all"),
        Argument("ABOUT", "A framework, a country or another thing.", words="frameworks"),
    ),
    "compare": Command(
        "Find",
        "Two things or more side by side: frameworks, funds, countries.",
        (),
        Argument("NAME", "Names or ids: apt eas.", Count.SOME, Words.RECORDS),
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
        Argument("WORDS", 'Words, "a phrase", -not, table:meetings, year:2019.', Count.SOME),
    ),
    "show": Command(
        "Find",
        "Everything known about one record or several.",
        ("url",),
        Argument(
            "ID", "Ids, as every listing prints them; - reads them from standard input.", Count.SOME, Words.RECORDS
        ),
    ),
    "export": Command(
        "Take away",
        "Every table, or the named ones, in one file or many.",
        (),
        Argument("TABLE", "Published tables; without any, all of them.", Count.ANY, Words.TABLES),
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
    "check": Command("Extend", "Check the data files; every problem is named.", ("fix",), rows=False),
    "completion": Command(
        "Extend",
        "Print a script that completes words in a shell.",
        (),
        Argument("SHELL", "bash, zsh, fish or powershell.", words=Words.SHELLS),
        rows=False,
    ),
    "help": Command(
        "Extend",
        "Explain a command or a topic.",
        ("json",),
        Argument("TOPIC", "A command, or one of formats, dates, exit-codes, environment, sources.", words=Words.TOPICS),
        rows=False,
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
    name: str, group: str, help: str, filters: str, metavar: str, about: str, table: str, field: str
) -> Command:
    argument = Argument(metavar, about, words=table or name, table=table or name, field=field) if metavar else None
    return Command(group, help, (*filters.split(), "where", "by"), argument, table=name)


def merged(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was written before a command and after it: what stands nearer to it wins."""
    kept = {name: value for name, value in before.items() if not (name in _FORMAT and _FORMAT & after.keys())}
    return {**kept, **after}


_FORMAT = {"format", "json"}
"""Options that say the same thing in two ways."""


def options_of(name: str) -> tuple[str, ...]:
    """Return the names of the options a command takes, its own first."""
    command = commands()[name]
    return command.options + (SHARED if command.rows else ())
