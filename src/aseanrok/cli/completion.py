"""What a shell may complete: plain words, without Typer, from the grammar and the published tables."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.grammar import BRIEFED, SHELLS, TOPICS, Argument, Count, commands, options_of
from aseanrok.cli.options import COLORS, LANGUAGES, OPTIONS, SHARED, Option, Takes, Words
from aseanrok.output import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from aseanrok.schema import Table

    Candidates = list[tuple[str, str]]
    """What a word may become, each with what that is, where something is said of it."""


def candidates(words: Sequence[str], *, described: bool = False) -> Candidates:
    """Return what the last of some words may become, each with what that is; `described` says it of records as well."""
    *before, incomplete = words or [""]
    return _candidates(before, incomplete, described)


def _candidates(before: list[str], incomplete: str, described: bool) -> Candidates:
    command = _command(before)
    known = {flag: option for name in _names(command) for flag, option in _flags(name)}
    flag, equals, begun = incomplete.partition("=")
    if equals and (option := known.get(flag)):
        found = _values(option, _Place(command, before), begun, described)
        return [(f"{flag}={word}", about) for word, about in found]
    if before and (option := known.get(before[-1])) and option.takes not in Takes.WITHOUT_VALUE:
        return _values(option, _Place(command, before), incomplete, described)
    if incomplete.startswith("-"):
        from aseanrok.cli.beside import refused

        without = refused(_given(command, before))
        flags = [
            (flag, option.help) for name in _names(command) if name not in without for flag, option in _flags(name)
        ]
        return _starting([*flags, ("--help", "Show this help.")], incomplete)
    if command is None:
        return _starting([(name, known.help) for name, known in commands().items()], incomplete)
    argument = commands()[command].argument
    words = list(_positional(before))[1:]
    if argument is None or (words and argument.count not in (Count.ANY, Count.SOME)):
        return []  # one name is all that it takes
    return [
        found for found in _values(argument, _Place(command, before), incomplete, described) if found[0] not in words
    ]


def _command(words: Sequence[str]) -> str | None:
    """Return the command that words begin with, by its own name or by another word for it: 연표."""
    known = commands()
    others = {word: name for name, command in known.items() for word in command.meant}
    found = (word if word in known else others.get(word.lower()) for word in _positional(words))
    return next(filter(None, found), None)


def _given(command: str | None, before: Sequence[str]) -> dict[str, str]:
    """Return the options that stand before a word, each with its last value; a flag has none."""
    names = {flag: name for name in _names(command) for flag, _ in _flags(name)}
    given: dict[str, str] = {}
    words = iter(before)
    for word in words:
        flag, equals, value = word.partition("=")
        if name := names.get(flag):
            takes_none = equals or OPTIONS[name].takes in Takes.WITHOUT_VALUE
            given[name] = value if takes_none else next(words, "")
    return given


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


class _Place:
    """Where a word stands: after which command, and which words."""

    def __init__(self, command: str | None, before: Sequence[str]) -> None:
        self.command = command
        self.before = before

    @property
    def table(self) -> str:
        """The table whose rows the command answers with, or nothing; before a command it is the timeline."""
        if self.command is None:
            return "timeline"
        if self.command == "export":
            return next((word for word in _positional(self.before) if word in _published()), "index")
        name = next(iter([*_positional(self.before)][1:2]), "").lower()
        if self.command == "members" and _is_agreement(name):
            return "entries"
        if self.command == "series" and store.rows_where("series", "id", (name,)):
            return "meetings"  # its own
        own = _ANSWERS.get(self.command) or commands()[self.command].table
        return own or (self.command if store.described(self.command) else "")


def _is_agreement(name: str) -> bool:
    """Say whether it is recorded for whom what is named entered into force: `members` answers with that."""
    return any(entry["countries"] for entry in store.rows_where("entries", "document", (name,)))


_ANSWERS = {"next": "calendar", "anniversaries": "calendar", "offices": "holders", "show": "index"}
"""The commands that answer with rows of another table than the one they are called by."""

_NAMED = {"timeline": "frameworks countries", "coverage": Words.MEASURED}
"""The commands that list what has no names of its own, and what is named after them."""


def _values(taken: Option | Argument, place: _Place, incomplete: str, described: bool) -> Candidates:
    words = _NAMED.get(place.command or "", taken.words) if isinstance(taken, Argument) else taken.words
    if words is None or words == Words.FILES or (isinstance(taken, Option) and _is_refused(taken, place)):
        return []
    if taken is OPTIONS["by"]:
        return _starting([*_groups(place), *_fields(place)], incomplete)
    if isinstance(taken, Option) and (words == Words.FIELDS or taken.takes == Takes.LIST):
        # Several, with commas: the last one is being written, and none is wanted twice.
        begun, comma, last = incomplete.rpartition(",")
        minus = "-" if taken is OPTIONS["sort"] and last.startswith("-") else ""
        if taken is OPTIONS["where"]:  # one, asked of the rows themselves
            return [] if comma else _starting(_fields(place, grouped=False), last)
        found = _words(words, place, last.removeprefix(minus), described)
        written = {name.lstrip("-") for name in begun.split(",")}
        return [(f"{begun}{comma}{minus}{word}", about) for word, about in found if word not in written]
    return _words(words, place, incomplete, described)


def _is_refused(option: Option, place: _Place) -> bool:
    """Say whether an option that is being written is refused beside the others that stand before it."""
    from aseanrok.cli.beside import refused

    given = _given(place.command, place.before)
    others = {name: value for name, value in given.items() if OPTIONS[name] is not option}
    return any(OPTIONS[name] is option for name in refused(others))


def _words(words: str, place: _Place, incomplete: str, described: bool) -> Candidates:
    if words == Words.FORMATS:
        return _starting([(name, "") for name in _formats(place)], incomplete)
    if words == Words.BRIEFED:
        return [word for table in BRIEFED for word in _records(table, incomplete, described)]
    if words == Words.FIELDS:
        return _starting(_fields(place), incomplete)
    if words == Words.KINDS:
        from aseanrok import roles, schema
        from aseanrok.words import fold

        if not (name := place.table):
            return []
        known = schema.table(name)
        asked = [each for each in schema.tables() if each.has_records] if place.command == "search" else [known]
        kinds = {kind for each in asked if (field := each.first(roles.KIND)) for kind in _kinds(each, field)}
        one = {fold(kind): (kind, "") for kind in sorted(kinds)}  # `Health` and `health` are one
        return _starting(list(one.values()), incomplete)
    return [word for part in words.split() for word in _part(part, incomplete, described)]


def _kinds(table: Table, field: str) -> Iterable[str]:
    """Return the kinds of a table's rows; what is worked out when it is asked for has the words that it may have."""
    return (row[field] for row in store.table(table.name) if row[field]) if table.is_read else table.fields[field].words


def _part(part: str, incomplete: str, described: bool) -> Candidates:
    if part in _FIXED:
        return _starting([(word, "") for word in _FIXED[part]()], incomplete)
    return _records(part, incomplete, described)


_FIXED: dict[str, Callable[[], Iterable[str]]] = {
    Words.COLORS: lambda: COLORS,
    Words.LANGUAGES: lambda: LANGUAGES,
    Words.SHELLS: lambda: SHELLS,
    Words.TOPICS: lambda: (*TOPICS, *commands()),
    Words.TABLES: lambda: _published(),
    Words.STYLES: lambda: _styles(),
    Words.EDITIONS: lambda: _editions(),
    Words.MEASURED: lambda: (row["id"] for row in store.table("coverage")),
}


def _styles() -> Iterable[str]:
    from aseanrok.cite import STYLES

    return STYLES


def _published() -> list[str]:
    from aseanrok.schema import published

    return published()


def _editions() -> list[str]:
    from aseanrok.past import editions

    return editions()[:-1]  # the newest is what the others are compared with


def _formats(place: _Place) -> list[str]:
    """Return the formats that a command can give: one that needs days only where rows have them, and none that is
    always the same beside --fields.
    """
    from aseanrok import output, roles, schema
    from aseanrok.cli.beside import DRAWN

    if "--chart" in place.before:
        return list(DRAWN)
    dated = place.command is None or (place.table and schema.table(place.table).first(roles.DATE))
    about, chosen = output.formats(), "fields" in _given(place.command, place.before)
    return [name for name in names() if (dated or not about[name].dated) and not (chosen and about[name].fixed)]


def _fields(place: _Place, *, grouped: bool = True) -> Candidates:
    from aseanrok.schema import table

    if not place.table:
        return []
    known, given = table(place.table), _given(place.command, place.before)
    if grouped and (by := given.get("by")):
        from aseanrok.groups import columns as of_groups

        return [(each, "") for each in of_groups(known, by)]
    known = known.on_day() if "as_of" in given else known
    if grouped and "matrix" in given:
        columns = dict.fromkeys((row["framework"] for row in store.table("members")), "")
        known = known.with_columns(columns, ("country", "name", "name_ko", "disputed"))
    if place.command == "search" and "full" not in given:
        known = known.without("missing", "record")
    return [(each, field.description) for each, field in known.fields.items()]


def _groups(place: _Place) -> Candidates:
    """Return what rows may be grouped by besides their own fields: year, country, where they have them."""
    from aseanrok.groups import WORDS
    from aseanrok.schema import table

    if not place.table:
        return []
    known = table(place.table)
    return [(word, "") for word, role in WORDS.items() if word not in known.fields and known.first(role)]


def _records(table: str, incomplete: str, described: bool) -> Candidates:
    """Return the ids that begin so, or else the names people call the records: `Laos`, `한-메콩`."""
    found = _starting([(id, "") for id in store.ids(table)], incomplete)
    if found and not described:
        return found
    names = store.names(table)
    if found:
        return _starting([(id, called) for id, called, _ in names], incomplete)
    return _starting([(name, id) for id, called, others in names for name in (called, *others)], incomplete)


def _starting(words: Iterable[tuple[str, str]], incomplete: str) -> Candidates:
    return [(word, about) for word, about in words if word.startswith(incomplete)]
