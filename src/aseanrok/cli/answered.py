"""What a command answers: for what is named, or where nothing is called so, for the words of the name."""

from __future__ import annotations

from itertools import chain

from aseanrok.cli.grammar import Count, commands
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound, quoted
from aseanrok.schema import Table
from aseanrok.views import View
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def answered(run: Callable[[Request], Any], request: Request) -> tuple[Request, Any]:
    """Return what a command answers to a call, and the call: where it names nothing, its words as those of --match.

    Ids alone could not say that nothing is called so, and one word that names nothing is a slip: of them it is told.
    """
    try:
        return request, run(request)
    except NotFound:
        if (words := _as_words(request)) is None:
            raise
        view, empty = looked_into(run(words))
        if empty:
            raise
        lang = view.listing.lang
        told = worded(
            "nothing is called {}; {} that hold these words:", lang, quoted(request.names[0]), what(words.table, lang)
        )
        return words, view.replace(head=told)


def _as_words(request: Request) -> Request | None:
    """Return a call for what holds the words that it names; None where they are no words, or may not be looked for."""
    argument = commands()[request.command].argument
    several = argument is not None and argument.count == Count.NAME and any(" " in name for name in request.names)
    if not several or "match" not in commands()[request.command].options or request.is_given("match", "quiet"):
        return None
    return request.instead(names=[], match=list(request.names))


def what(table: Table, lang: str) -> str:
    """Return what the rows of a table are called: `meetings`, `acts`, `회의`."""
    return (table.name_ko if lang == "ko" else "acts" if table.name == "timeline" else table.name).lower()


def looked_into(view: View) -> tuple[View, bool]:
    """Return an answer, and whether it is rows and there are none; rows from a file are still read one at a time."""
    rows = view.listing.rows
    if view.cards or isinstance(rows, list):
        return view, not (view.cards or rows)
    rest = iter(rows)
    for first in rest:
        return view.replace(listing=view.listing.replace(rows=chain((first,), rest))), False
    return view.replace(listing=view.listing.replace(rows=())), True
