"""The command line as data: every command, argument and option, declared once and without Typer.

The Typer app, the straight way through, the completion, the help, the man page and the documentation are made from it.
Plain classes: `typing` alone would take a third of the time in which a completion answers.
"""

from __future__ import annotations

from aseanrok.output import FORMATS


class Option:
    """An option. `type` is text, number, flag, switch (`--x/--no-x`) or list; `words` is what completes it."""

    __slots__ = ("flags", "help", "metavar", "type", "words")

    def __init__(
        self,
        flags: tuple[str, ...],
        help: str,
        type: str = "text",
        metavar: str | None = None,
        words: str | None = None,
    ) -> None:
        self.flags = flags
        self.help = help
        self.type = type
        self.metavar = metavar
        self.words = words


class Argument:
    """What stands after a command. `arity` is `?` (may be left out), `+` (one or more) or `*` (any number)."""

    __slots__ = ("arity", "help", "metavar", "words")

    def __init__(self, metavar: str, help: str, arity: str = "?", words: str | None = None) -> None:
        self.metavar = metavar
        self.help = help
        self.arity = arity
        self.words = words


class Command:
    """A command: the group it is listed under, its one-line help, and what it takes.

    `rows` says whether it answers with rows, and so takes the shared options.
    """

    __slots__ = ("argument", "group", "help", "options", "rows")

    def __init__(
        self,
        group: str,
        help: str,
        options: tuple[str, ...] = (),
        argument: Argument | None = None,
        rows: bool = True,
    ) -> None:
        self.group = group
        self.help = help
        self.options = options
        self.argument = argument
        self.rows = rows


OPTIONS = {
    # How an answer is written.
    "format": Option(("--format", "-f"), f"One of {', '.join(FORMATS)}.", metavar="FORMAT", words="formats"),
    "json": Option(("--json",), "Short for --format json.", "flag"),
    "fields": Option(("--fields",), "Only these fields, in this order.", metavar="A,B", words="fields"),
    "sort": Option(("--sort",), "Sort by these fields; -date is newest first.", metavar="A,-B", words="fields"),
    "reverse": Option(("--reverse",), "Turn the order round.", "flag"),
    "limit": Option(("--limit", "-n"), "At most N rows.", "number", metavar="N"),
    "output": Option(("--output", "-o"), "Write to FILE, in UTF-8.", metavar="FILE", words="files"),
    "force": Option(("--force",), "Replace FILE where it exists.", "flag"),
    "width": Option(("--width",), "Fit a table to N columns, 20 or more.", "number", metavar="N"),
    "color": Option(("--color",), "Colour: auto, always or never.", metavar="WHEN", words="colors"),
    "quiet": Option(("--quiet", "-q"), "Ids only, one a line.", "flag"),
    "lang": Option(("--lang",), "Names in en or ko.", metavar="LANG", words="languages"),
    "pager": Option(("--pager",), "Page a long answer on a terminal, or not.", "switch"),
    # What is listed.
    "framework": Option(
        ("--framework",), "Only this framework; repeat it, or give a,b.", "list", metavar="NAME", words="frameworks"
    ),
    "since": Option(("--since",), "From this date on: 2019, 2019-11, 2019-11-25.", metavar="DATE"),
    "until": Option(("--until",), "Up to this date, itself included.", metavar="DATE"),
    "year": Option(("--year",), "Only what falls, or may fall, in this year.", metavar="YYYY"),
    "kind": Option(("--kind",), "Only this kind.", metavar="KIND", words="kinds"),
    "country": Option(("--country",), "Only this country: Laos, LAO, Lao PDR.", metavar="NAME", words="countries"),
    "place": Option(("--place",), "Only where the place holds these words.", metavar="WORDS"),
    "match": Option(("--match",), "Only rows that hold these words.", metavar="WORDS"),
    "as_of": Option(("--as-of",), "What held on this day: 2011-07-01; 2011 is its last day.", metavar="DATE"),
    # Of single commands.
    "matrix": Option(("--matrix",), "Countries by frameworks: the year each joined, or its role.", "flag"),
    "url": Option(("--url",), "Print the addresses of its sources, one a line.", "flag"),
    "full": Option(("--full",), "With each hit the whole row of its record, in json, jsonl or toml.", "flag"),
    "fix": Option(("--fix",), "Rewrite data files in their canonical form.", "flag"),
}

OUTPUT = (
    "format", "json", "fields", "sort", "reverse", "limit", "output", "force", "width", "color", "quiet", "lang",
    "pager",
)  # fmt: skip
"""The shared options: taken before a command and after it, the nearer one wins."""

_WHEN = ("since", "until", "year")
_WHERE = ("country", "place")

COMMANDS = {
    "timeline": Command("Read", "Every dated act, oldest first.", ("framework", *_WHEN, "kind", *_WHERE, "match")),
    "meetings": Command(
        "Read",
        "Meetings, or one series or meeting by name.",
        ("framework", *_WHEN, *_WHERE, "match"),
        Argument("SERIES", "A series (mekong-rok-fmm) or a meeting (mekong-rok-fmm-7).", words="series"),
    ),
    "funds": Command(
        "Read",
        "Cooperation funds, or one with its contributions and priorities.",
        ("framework", "match", "as_of"),
        Argument("FUND", "A fund: akcf, MKCF.", words="funds"),
    ),
    "contributions": Command(
        "Read",
        "Money given to the funds, by period.",
        (*_WHEN, "kind", "country", "match"),
        Argument("FUND", "Only to this fund.", words="funds"),
    ),
    "documents": Command(
        "Read",
        "Declarations, plans of action, agreements; or one of them.",
        ("framework", *_WHEN, "kind", *_WHERE, "match", "as_of"),
        Argument("DOCUMENT", "A document: han-river-declaration.", words="documents"),
    ),
    "frameworks": Command(
        "Read",
        "ASEAN-ROK, ASEAN Plus Three, Mekong-ROK and the others; or one of them.",
        ("match", "as_of"),
        Argument("FRAMEWORK", "A framework: mekong, apt, ASEAN+3.", words="frameworks"),
    ),
    "members": Command(
        "Read",
        "Who belongs to which framework, and since when.",
        (*_WHEN, "kind", "country", "match", "as_of", "matrix"),
        Argument("FRAMEWORK", "Only of this framework.", words="frameworks"),
    ),
    "countries": Command(
        "Read",
        "Countries, or one with its memberships and what it hosted.",
        ("match",),
        Argument("COUNTRY", "A country by any of its names: Laos, LAO, viet-nam.", words="countries"),
    ),
    "statistics": Command(
        "Read",
        "Figures, each with its period and its source.",
        ("framework", *_WHEN, "kind", "match", "as_of"),
        Argument("STATISTIC", "A figure by its id.", words="statistics"),
    ),
    "institutions": Command(
        "Read",
        "Standing bodies and offices, or one of them.",
        ("framework", *_WHEN, "kind", *_WHERE, "match"),
        Argument("INSTITUTION", "An institution: asean-korea-centre.", words="institutions"),
    ),
    "programmes": Command(
        "Read",
        "Programmes by name, or one of them.",
        ("framework", *_WHEN, "kind", "match"),
        Argument("PROGRAMME", "A programme by its id or name.", words="programmes"),
    ),
    "policies": Command(
        "Read",
        "National policies such as the New Southern Policy; or one of them.",
        ("framework", *_WHEN, "country", "match"),
        Argument("POLICY", "A policy: new-southern-policy.", words="policies"),
    ),
    "milestones": Command(
        "Read",
        "Dated acts that are neither a meeting nor a document.",
        ("framework", *_WHEN, "kind", *_WHERE, "match"),
        Argument("MILESTONE", "A milestone by its id.", words="milestones"),
    ),
    "glossary": Command(
        "Find",
        "What an abbreviation or a term stands for.",
        ("match",),
        Argument("TERM", "A term: AKCF, TVET.", words="glossary"),
    ),
    "search": Command(
        "Find",
        "Records that hold these words, the best first.",
        ("framework", *_WHEN, "kind", "country", "full"),
        Argument("WORDS", 'Words, "a phrase", -not, table:meetings, year:2019.', "+"),
    ),
    "show": Command(
        "Find",
        "Everything known about one record or several.",
        ("url",),
        Argument("ID", "Ids, as every listing prints them; - reads them from standard input.", "+", "records"),
    ),
    "export": Command(
        "Take away",
        "Every table, or the named ones, in one file or many.",
        (),
        Argument("TABLE", "Published tables; without any, all of them.", "*", "tables"),
    ),
    "fields": Command(
        "Take away",
        "The fields of a published table, and what they mean.",
        (),
        Argument("TABLE", "A published table; without one, every table.", words="tables"),
    ),
    "schema": Command(
        "Take away",
        "The published tables as JSON Schema.",
        (),
        Argument("TABLE", "A published table; without one, what export prints.", words="tables"),
        rows=False,
    ),
    "sources": Command(
        "Trust",
        "The pages facts rest on, or what rests on one of them.",
        ("kind", *_WHEN, "match"),
        Argument("SOURCE", "A source by its id.", words="sources"),
    ),
    "conflicts": Command(
        "Trust",
        "Where sources differ, which one is followed, and why.",
        ("framework", "kind", "match"),
        Argument("CONFLICT", "A conflict by its id, or the id of the record it is about.", words="conflicts"),
    ),
    "coverage": Command(
        "Trust",
        "What is recorded of each series and table, and what is not.",
        ("framework", "kind", "match"),
        Argument("NAME", "A series (asean-rok-summit) or a table (meetings).", words="coverage"),
    ),
    "check": Command("Extend", "Check the data files; every problem is named.", ("fix",), rows=False),
    "completion": Command(
        "Extend",
        "Print a script that completes words in a shell.",
        (),
        Argument("SHELL", "bash, zsh, fish or powershell.", "?", "shells"),
        rows=False,
    ),
    "help": Command(
        "Extend",
        "Explain a command or a topic.",
        ("json",),
        Argument("TOPIC", "A command, or one of formats, dates, exit-codes, environment, sources.", "?", "topics"),
        rows=False,
    ),
}
"""Every command, in the order help lists them."""

GROUPS = ("Read", "Find", "Take away", "Trust", "Extend")

SHELLS = ("bash", "zsh", "fish", "powershell")
TOPICS = ("formats", "dates", "exit-codes", "environment", "sources")


def options_of(name: str) -> tuple[str, ...]:
    """Return the names of the options a command takes, its own first."""
    command = COMMANDS[name]
    return command.options + (OUTPUT if command.rows else ())
