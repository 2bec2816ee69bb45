"""What a command answers where nothing is called as the name that was given: the rows that hold its words."""

from __future__ import annotations

from itertools import combinations

from aseanrok import roles, schema, store
from aseanrok.cli import spans
from aseanrok.cli.about import date
from aseanrok.cli.front import line_of
from aseanrok.cli.grammar import Count, asked_by_time, commands
from aseanrok.cli.matched import count, found, turns
from aseanrok.cli.numbered import one_called
from aseanrok.cli.read_as import MEANT, read_as
from aseanrok.cli.records import joins, named
from aseanrok.cli.request import Request
from aseanrok.dateforms import THIS, TODAY, NoSuchDate, understood
from aseanrok.dates import OPEN
from aseanrok.errors import NotFound, UsageFailure, quoted
from aseanrok.names import in_english
from aseanrok.rows import holding
from aseanrok.schema import Table
from aseanrok.views import View
from aseanrok.words.common import MOST_WORDS, NEWEST, WITHOUT, WITHOUT_AFTER
from aseanrok.words.spans import AFTER_IT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def by_words(run: Callable[[Request], Any], request: Request) -> tuple[Request, View, str] | None:
    """Return what a command answers to the words of a name that nothing has: the call meant, and how it is read.

    Words that only one thing has in its names mean it. A word that is a date, a kind, a framework, a country or a place
    stands for its option, any other is looked for as by --match. None where nothing is found so; raises UsageFailure
    where a word and an option that was written contradict each other.
    """
    argument = commands()[request.command].argument
    if argument and argument.count == Count.SOME and not argument.minus and len(request.names) > 1:
        _refuse_apart(request)
    if argument is None or argument.count != Count.NAME or "match" not in commands()[request.command].options:
        return None
    name = next(iter(request.names), "")
    if not name or len(name) > LONGEST or count(name) > MOST_WORDS:
        return None
    options = _as_options(request)
    ways: list[Request | None]
    if options is not None and not options.is_given("match"):
        ways = [options]
    elif _may(request):
        words = None if request.is_given("match") else request.instead(names=[], match=list(request.names))
        ways = [_as_one(request), options, words]
    else:
        ways = []
    for meant in filter(None, ways):
        try:
            view: View = run(meant)
        except UsageFailure as wrong:  # of words after a command, which stand in no option
            said = wrong.message if request.is_given("match") else wrong.message.removeprefix("--match: ")
            raise UsageFailure(said, wrong.did_you_mean) from None
        if {*meant.unused()} & {*MEANT}:
            continue  # a card of one thing is not filtered: what stands beside its name is not true of it
        if view.cards:
            return meant, view, read_as(request, meant, view)
        rows = list(view.listing.rows)
        # Where every word stands for an option, that nothing is recorded is the answer.
        if rows or not meant.is_given("match"):
            return meant, view.replace(listing=view.listing.replace(rows=rows)), read_as(request, meant, view)
    return _but_for_filters(run, request)


def _but_for_filters(run: Callable[[Request], Any], request: Request) -> tuple[Request, View, str] | None:
    """Return an empty answer where the words mean something, and what was written beside them leaves nothing of it."""
    written = [option for option in (*MEANT, "where") if request.is_given(option)]
    found = by_words(run, request.instead(**{option: [] for option in written})) if written else None
    if found is None:
        return None
    if found[0].is_given("match") and "match" in written:
        words = " ".join(found[0].values("match"))
        _refuse_both(request, {"match": [words]}, {"match": words}, "match", "match")
    meant = found[0].instead(**{option: request.values(option) for option in written})
    view: View = run(meant)
    return None if {*meant.unused()} & {*written} else (meant, view, read_as(request, meant, view))


MOST_APART = 8
"""Of so many names it is looked whether some are one."""


def _refuse_apart(request: Request) -> None:
    """Raise NotFound where words that were taken one by one are together what one thing is called: north korea."""
    from aseanrok.cli.front import called

    words = request.names[:MOST_APART]
    for first, last in sorted(combinations(range(len(words) + 1), 2), key=lambda part: part[0] - part[1]):
        is_name = all(any(map(str.isalnum, words[at])) for at in (first, last - 1) if last > first)
        if last - first > 1 and is_name and called(name := " ".join(words[first:last])):
            line = line_of(["aseanrok", request.command, *words[:first], name, *words[last:]])
            raise NotFound(f"{quoted(name)} is one name of several words, and stands in quotes: {line}", [name])


def _may(request: Request) -> bool:
    """Say whether the words of a name may be looked for: one alone is mostly a slip, unless records hold it whole."""
    name = request.names[0]
    is_year = not asked_by_time(request.command) and date(name, request.today)  # which no option takes
    return " " in name or bool((is_year or not any(map(str.isdigit, name))) and found(name))


LONGEST = 1000
"""A longer name was pasted by mistake."""

BESIDE = {"since": ("since", "year"), "until": ("until", "year"), "year": ("year", "since", "until")}
"""The options that contradict a word that stands for one of these; any other word contradicts only its own option."""


def _as_one(request: Request) -> Request | None:
    """Return the call with the one thing in whose names all words stand; None where there is none, or several."""
    name = request.names[0]
    if request.is_given(*(each for each in MEANT if each in commands()[request.command].options)):
        return None  # a card is of one thing, and is not filtered
    argument = commands()[request.command].argument
    tables = dict.fromkeys(each for each in (argument.table if argument else "", request.table.name) if each)
    if " " not in name:  # a topic, but where it tells one series from all others
        tables = dict.fromkeys(each for each in tables if each == "series")
    row = one_called(name, [schema.table(each) for each in tables])
    return request.instead(names=[row["id"]]) if row else None


def _as_options(request: Request) -> Request | None:
    """Return the call with the options that words of its name stand for; None where none of them is one's value.

    One word may be the name of a thing that the rows are about: `projects mkcf 2019`.
    """
    meant: dict[str, list[str]] = {option: [] for option in (*MEANT, "names")}
    typed: dict[str, str] = {}
    words = spans.parted(" ".join(request.names).split(), request.today)
    if turns(name := request.names[0]) and any(map(holding(name), store.table(request.table.name))):
        return None  # rows hold it as it stands: a title with `no` in it
    _refuse_without(request, words)
    _refuse_one(request, words)
    for at, word in enumerate(words):
        # What only joins is no thing: `in` is not India, whose code it is.
        stands_for = [("match", word)] if _is_common(word) else _stands_for(request, word)
        for option, value in _in_time(request, words, at) or stands_for:
            meant[option] += [value] * (value not in meant[option])
            typed.setdefault(option, word)
    if not any(meant[option] for option in MEANT[:-1]):
        return None
    meant["match"] = [word for word in meant["match"] if not _is_common(word) and word not in AFTER_IT]
    if len(meant["names"]) > 1:
        typed.setdefault("match", typed["names"])
        meant["match"] += meant["names"]
        meant["names"] = []
    for option in MEANT:
        for other in BESIDE.get(option, (option,)) if meant[option] else ():
            _refuse_both(request, meant, typed, option, other)
    meant["match"] = [" ".join(meant["match"])] if meant["match"] else []
    return request.instead(**{"names": [], **{option: words for option, words in meant.items() if words}})


def _is_common(word: str) -> bool:
    return joins(word) and word.casefold() not in (*NEWEST, *THIS)


def _in_time(request: Request, words: list[str], at: int) -> list[tuple[str, str]]:
    """Return the option that a date and the word beside it stand for, `since 2016`; none where there is none such.

    Raises UsageFailure where the command is asked about one day alone, with the condition that asks of a time.
    """
    found, is_of_a_day = spans.of(words, at, request.today), asked_by_time(request.command) == "as_of"
    found = None if is_of_a_day and words[at - 1].casefold() in spans.OF_A_DAY else found  # as of 2019
    if not found or found[0] in commands()[request.command].options:
        return [found] if found else []
    if is_of_a_day and (field := request.table.first(roles.DATE)):
        rather = f"{field}{'>=' if found[0] == 'since' else '<='}{found[1]}"
        line = line_of(["aseanrok", request.command, "--where", rather])
        raise UsageFailure(f"`{request.command}` takes one day, as --as-of; of a time asks {line}")
    return []


def _refuse_without(request: Request, words: list[str]) -> None:
    """Raise UsageFailure where words ask for what is not of something, with what does: `not laos`."""
    for at, word in enumerate(words):
        after = [other for other in words[at + 1 :] if not _is_common(other)]
        beside = after[:1] if word.casefold() in WITHOUT else []
        beside += words[at - 1 : at] if at and word.startswith(WITHOUT_AFTER) else []
        for other in beside:
            option, value = _stands_for(request, other)[0]
            fields = [name for name in _fields_of(option, request.table) if name in request.table.fields]
            line = [part for name in fields for part in ("--where", f"{name}!={value}")]
            rather = ["aseanrok", request.command, *line] if line else ["aseanrok", "search", "WORDS", f"-{other}"]
            said = quoted(f"{word} {other}" if other in after else f"{other} {word}")
            raise UsageFailure(f"{said}: words after `{request.command}` keep what they name; {line_of(rather)}")


def _refuse_one(request: Request, words: list[str]) -> None:
    """Raise UsageFailure where a word among others is the id of one row: it is shown whole, and not filtered."""
    table = request.table
    for word in words if len(words) > 1 and table.key == "id" else ():
        is_row = "-" in word and any(store.rows_where(table.name, "id", (word,)))
        if is_row and _stands_for(request, word)[0][0] == "match":
            raise UsageFailure(
                f"{quoted(word)} is one {table.singular}, and no word beside it is asked of it; aseanrok show {word}"
            )


def _fields_of(option: str, table: Table) -> list[str]:
    """Return the fields that an option asks."""
    roles_of = {"country": roles.COUNTRY, "kind": roles.KIND}
    return ["frameworks", "framework"] if option == "framework" else table.having(roles_of.get(option, ""))


def _refuse_both(
    request: Request, meant: Mapping[str, list[str]], typed: Mapping[str, str], option: str, other: str
) -> None:
    """Raise UsageFailure where words that stand for options, or one and an option beside it, cannot both be meant."""
    value = meant[option][0]
    stands = f"{quoted(typed[option])} stands for {_as_written(request, option, value)}"
    beside = [each for each in meant[other] if (each, option) != (value, other)]
    if beside and {option, other} - SEVERAL:
        others = _as_written(request, other, beside[0])
        raise UsageFailure(f"{stands}, and another word for {others}; leave one of them out")
    given = request.values(other) if request.is_given(other) else []
    if any(_stands_for(request, each) != [(option, value)] for each in given):
        others = _as_written(request, other, given[0])
        raise UsageFailure(f"{stands}, and {others} stands beside it; leave one of them out")


def _as_written(request: Request, option: str, value: str) -> str:
    return line_of([request.written(option), value])


SEVERAL = {"framework", "country", "kind", "place", "year", "match"}
"""The options that several words may stand for together."""


def _stands_for(request: Request, word: str) -> list[tuple[str, str]]:
    """Return the options that a word stands for, each with its value; --match where it is the value of none.

    A date is the first option of the command that takes one. Raises UsageFailure where it is one by its form alone.
    """
    options = commands()[request.command].options
    if word.lstrip(".~")[:1].isdigit() or word.lower() in (*TODAY, *THIS):
        try:
            since, slash, until = understood(word, request.today).partition("/")
        except NoSuchDate as error:
            raise UsageFailure(str(error)) from None
        except ValueError:
            return [("match", word)]
        if asked_by_time(request.command) == "as_of" and not slash:
            return [("as_of", since)]
        if "year" in options and not slash and len(since) == 4:
            return [("year", since)]
        span = (("since", since), ("until", until if slash else since))
        return [part for part in span if part[1] != OPEN] if {"since", "until"} <= {*options} else [("match", word)]
    if "kind" in options and (kind := _kind(request, word)):
        return [("kind", kind)]
    for option, table, field in NAMED:
        if option in options and (row := named(table, word)):
            return [(option, str(row[field]))]
    about = next((row for table in schema.subjects() if (row := named(table, word))), None)
    return [("names", str(about["id"])) if about else ("match", word)]


NAMED = (("framework", "frameworks", "id"), ("country", "countries", "id"), ("place", "places", "name"))
"""The options whose values are names: in which table these stand, and the field that is the value."""


def _kind(request: Request, word: str) -> str | None:
    """Return the kind of the command's rows that a word names, in either language."""
    table = request.table
    if "kind" not in commands()[request.command].options or not (field := table.first(roles.KIND)):
        return None
    wanted = in_english(word, table.fields[field]).lower()
    return wanted if any(row.get(field) == wanted for row in store.table(table.name)) else None
