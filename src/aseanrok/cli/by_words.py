"""What a command answers where nothing is called as the name that was given: the rows that hold its words."""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.cli.front import said
from aseanrok.cli.grammar import Count, commands
from aseanrok.cli.listed import found
from aseanrok.cli.request import Request, named
from aseanrok.errors import quoted
from aseanrok.names import names
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.views import View
from aseanrok.wording import worded
from aseanrok.words import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def by_words(run: Callable[[Request], Any], request: Request) -> tuple[Request, View] | None:
    """Return what a command answers to the words of a name that nothing has, and the call that was meant; else None.

    Words that only one thing has in its names mean it. A word that is a kind, a framework or a year stands for its
    option, any other is looked for as by --match. Ids alone could not say that nothing is called so.
    """
    if not _may(request):
        return None
    words = None if request.is_given("match") else request.instead(names=[], match=list(request.names))
    one, options = _as_one(request), _as_options(request)
    whole = options is not None and not options.is_given("match")  # every word stands for an option
    for meant in (*((options, one) if whole else (one, options)), words):
        if meant is None:
            continue
        view: View = run(meant)
        if view.cards:
            return meant, view.replace(head=_head(request, meant, view))
        rows = list(view.listing.rows)
        # Where every word stands for an option, that nothing is recorded is the answer.
        if rows or not meant.is_given("match"):
            return meant, view.replace(listing=view.listing.replace(rows=rows), head=_head(request, meant, view))
    return None


def _may(request: Request) -> bool:
    """Say whether the words of a name may be looked for: one alone is mostly a slip, unless records hold it whole."""
    argument, options = commands()[request.command].argument, commands()[request.command].options
    if argument is None or argument.count != Count.NAME or "match" not in options or request.is_given("quiet"):
        return False
    names = request.names
    if any(" " in name or _kind(request, name) for name in names):
        return True
    return not any(map(str.isdigit, "".join(names))) and any(map(found, names))


def _head(request: Request, meant: Request, view: View) -> str:
    lang, name = view.listing.lang, quoted(request.names[0])
    given = [option for option in MEANT if meant.is_given(option)]
    if meant.names:
        return worded("nothing is called {}; this is {}", lang, name, f"aseanrok {request.command} {meant.names[0]}")
    if given == ["match"]:
        return worded("nothing is called {}; {} that hold these words:", lang, name, what(meant.table, lang))
    line = [part for option in given for value in meant.values(option) for part in (f"--{option}", value)]
    return worded("nothing is called {}; this is {}", lang, name, said([request.command, *line]).removeprefix("= "))


MEANT = ("framework", "kind", "year", "match")
"""The options that a word of a name may stand for."""


def _as_one(request: Request) -> Request | None:
    """Return the call with the one thing in whose names all words stand; None where there is none, or several."""
    argument = commands()[request.command].argument
    tables = dict.fromkeys(name for name in (argument.table if argument else "", request.table.name) if name)
    for table in (schema.table(name) for name in tables):
        if table.by_name and len(request.names[0].split()) > 1:
            ids = found(request.names[0])
            held = [row["id"] for row in store.rows_where(table.name, "id", ids) if _is_called(row, table, request)]
            if len(held) == 1:
                return request.instead(names=held)
    return None


def _is_called(row: Row, table: Table, request: Request) -> bool:
    """Say whether one of a record's names, its id apart, holds nearly all of the words that were given."""
    words = {fold(word) for word in request.names[0].split()}
    known = [name for name in names(row, table) if name != row["id"]]
    return any(len(words - {*fold(name).split()}) <= len(words) // 3 for name in known)


def _as_options(request: Request) -> Request | None:
    """Return the call with the options that words of its name stand for; None where none of them is one's value."""
    options = set(commands()[request.command].options)
    meant: dict[str, list[str]] = {option: [] for option in MEANT}
    for word in " ".join(request.names).split():
        if "year" in options and len(word) == 4 and word.isascii() and word.isdigit():
            meant["year"].append(word)
        elif "kind" in options and (kind := _kind(request, word)):
            meant["kind"].append(kind)
        elif "framework" in options and (framework := named("frameworks", word)):
            meant["framework"].append(framework["id"])
        else:
            meant["match"].append(word)
    if not any(meant[option] for option in MEANT[:-1]) or request.is_given(*(name for name in MEANT if meant[name])):
        return None
    meant["match"] = [" ".join(meant["match"])] if meant["match"] else []
    return request.instead(names=[], **{option: words for option, words in meant.items() if words})


def _kind(request: Request, word: str) -> str | None:
    """Return the kind of the command's rows that a word names, in either language."""
    table = request.table
    if "kind" not in commands()[request.command].options or not (field := table.first(roles.KIND)):
        return None
    english = {ko: kind for kind, ko in table.fields[field].words.items()}
    wanted = english.get(word, word.lower())
    return wanted if any(row.get(field) == wanted for row in store.table(table.name)) else None


def what(table: Table, lang: str) -> str:
    """Return what the rows of a table are called: `meetings`, `acts`, `회의`."""
    return (table.name_ko if lang == "ko" else "acts" if table.name == "timeline" else table.name).lower()
