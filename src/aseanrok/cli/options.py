"""Every option, declared once: how it is written, what it takes, what completes it.

Plain classes, like those of the grammar, which says which command takes which option.
"""

from __future__ import annotations

from aseanrok.output import names


class Takes:
    """What an option takes: nothing, its opposite as well (`--pager`, `--no-pager`), one value, or one and more."""

    FLAG = "flag"
    SWITCH = "switch"
    TEXT = "text"
    NUMBER = "number"
    LIST = "list"

    WITHOUT_VALUE = (FLAG, SWITCH)


class Words:
    """What completes an option or an argument: ids of tables by their names ("series meetings"), or one of these."""

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
    STYLES = "styles"
    BRIEFED = "briefed"
    EDITIONS = "editions"
    MEASURED = "measured"


class Option:
    """An option: how it is written, its line in the help, what it takes, and what completes it.

    `meant` are the words people write for it, without hyphens: whoever writes one is told how the option is called.
    """

    __slots__ = ("flags", "help", "meant", "metavar", "takes", "words")

    def __init__(
        self,
        flags: tuple[str, ...],
        help: str,
        takes: str = Takes.TEXT,
        metavar: str | None = None,
        words: str | None = None,
        meant: str = "",
    ) -> None:
        self.flags = flags
        self.help = help
        self.meant = tuple(meant.split())
        self.takes = takes
        self.metavar = metavar
        self.words = words

    def written(self) -> tuple[str, ...]:
        """Return every way the option is written, the opposite of a switch among them."""
        off = tuple(f"--no-{flag[2:]}" for flag in self.flags if self.takes == Takes.SWITCH)
        return self.flags + off


COLORS = ("auto", "always", "never")
LANGUAGES = ("en", "ko")

OPTIONS = {
    # How an answer is written.
    "format": Option(
        ("--format", "-f"),
        f"One of {', '.join(names())}.",
        metavar="FORMAT",
        words=Words.FORMATS,
        meant="as type to-format",
    ),
    "json": Option(("--json",), "Short for --format json.", Takes.FLAG),
    "fields": Option(
        ("--fields",),
        "Only these fields, in this order.",
        metavar="A,B",
        words=Words.FIELDS,
        meant="columns column cols field select",
    ),
    "sort": Option(
        ("--sort",),
        "Sort by these fields; -date is newest first.",
        metavar="A,-B",
        words=Words.FIELDS,
        meant="order order-by sort-by",
    ),
    "reverse": Option(("--reverse",), "Turn the order round.", Takes.FLAG, meant="desc descending"),
    "limit": Option(
        ("--limit", "-n"), "At most N rows.", Takes.NUMBER, metavar="N", meant="last first head top max count number"
    ),
    "output": Option(
        ("--output", "-o"),
        "Write to FILE, in UTF-8.",
        metavar="FILE",
        words=Words.FILES,
        meant="out outfile to-file save",
    ),
    "force": Option(("--force",), "Replace FILE where it exists.", Takes.FLAG, meant="overwrite yes"),
    "width": Option(("--width",), "Fit a table to N columns, 20 or more.", Takes.NUMBER, metavar="N"),
    "color": Option(("--color",), "Colour: auto, always or never.", metavar="WHEN", words=Words.COLORS, meant="colour"),
    "quiet": Option(("--quiet", "-q"), "Ids only, one a line.", Takes.FLAG, meant="ids id only-ids silent"),
    "lang": Option(
        ("--lang",),
        f"Answers, also that a search finds nothing, in {' or '.join(LANGUAGES)}; other errors are in English.",
        metavar="LANG",
        words=Words.LANGUAGES,
        meant="language locale korean ko",
    ),
    "pager": Option(("--pager",), "Page a long answer on a terminal, or not.", Takes.SWITCH),
    "version": Option(("--version",), "Print the version and the data edition, and do nothing else.", Takes.FLAG),
    # What is listed.
    "framework": Option(
        ("--framework",),
        "Only this framework; repeat it, or give a,b.",
        Takes.LIST,
        metavar="NAME",
        words="frameworks",
        meant="frameworks body",
    ),
    "since": Option(
        ("--since",),
        "From this date on: 2019, 2019-11, 2019-11-25.",
        metavar="DATE",
        meant="from after start begin newer on at when date day",
    ),
    "until": Option(
        ("--until",),
        "Up to this date, itself included.",
        metavar="DATE",
        meant="to before end through older on at when date day",
    ),
    "year": Option(
        ("--year",), "Only what falls, or may fall, in this year; may be repeated.", metavar="YYYY", meant="years"
    ),
    "kind": Option(
        ("--kind",),
        "Only this kind; repeat it, or give a,b.",
        metavar="KIND",
        words=Words.KINDS,
        meant="type category level",
    ),
    "country": Option(
        ("--country",),
        "Only this country: Laos, LAO, Lao PDR; repeat it, or give a,b.",
        metavar="NAME",
        words="countries",
        meant="countries nation",
    ),
    "place": Option(
        ("--place",),
        "Only where the place holds these words; may be repeated.",
        metavar="WORDS",
        meant="city where-held venue",
    ),
    "match": Option(
        ("--match",),
        "Only rows that hold these words, or that a search finds by them.",
        metavar="WORDS",
        meant="grep contains text query find filter",
    ),
    "as_of": Option(
        ("--as-of", "--on"),
        "What held on this day: 2011-07-01; 2011 is its last day.",
        metavar="DATE",
        meant="at when date day asof",
    ),
    "where": Option(
        ("--where",),
        "Only rows that meet this: budget_value>=500000, country=Laos; may be repeated.",
        Takes.LIST,
        metavar="FIELD=VALUE",
        words=Words.FIELDS,
        meant="if having",
    ),
    "by": Option(
        ("--by",),
        "Count, and add up, by year, country, kind or a field.",
        metavar="FIELD",
        words=Words.FIELDS,
        meant="group group-by per sum",
    ),
    # Of single commands.
    "style": Option(
        ("--style", "--format", "-f"),
        "One of text, bibtex, csl, ris.",
        metavar="STYLE",
        words=Words.STYLES,
        meant="citation",
    ),
    "chart": Option(
        ("--chart",),
        "As bars: amounts, acts or meetings of each year, or what a series spans.",
        Takes.FLAG,
        meant="graph plot bars",
    ),
    "on": Option(("--on",), "Only this day: 2026-11-27, 11-27, today.", metavar="DAY", meant="day date"),
    "all": Option(("--all",), "Also anniversaries that are not round.", Takes.FLAG),
    "matrix": Option(("--matrix",), "Countries by frameworks: the year each joined, or its role.", Takes.FLAG),
    "url": Option(
        ("--url",), "Print the addresses of its sources, one a line.", Takes.FLAG, meant="link links address"
    ),
    "full": Option(
        ("--full",),
        "Long parts of a card or a brief uncut; with each hit of a search its whole row.",
        Takes.FLAG,
        meant="all long verbose details",
    ),
    "fix": Option(("--fix",), "Rewrite data files in their canonical form.", Takes.FLAG),
}

SHARED = (
    "format", "json", "fields", "sort", "reverse", "limit", "output", "force", "width", "color", "quiet", "lang",
    "pager",
)  # fmt: skip
"""The shared options: taken before a command and after it, which is the same."""

EVERYWHERE = ("version",)
"""What every command takes, and the program without one."""


def promises(name: str, value: object) -> bool:
    """Say whether an option only promises what is kept without anything to do: never to page, never to colour."""
    return (name == "pager" and value is False) or (name == "color" and value in ("auto", "never"))


REPEATED = ("framework", "country", "kind", "place", "year", "where")
"""The options that may be given several times."""

ONCE = (
    "These options stand before a command or after it, which is the same. One that takes a single value is given once; "
    f"{', '.join(f'--{name}' for name in REPEATED[:-1])} and --{REPEATED[-1]} may be repeated, and keep what one of "
    "their values keeps (--where: what meets all; place!=Seoul keeps what has no place as well). No value is given "
    "twice, and none is empty: `a,b`, never `a,,a`."
)
"""The rule of options that are given twice, as the help tells it."""
