"""What a command answers where nothing is called as the name that was given: the rows that hold its words."""

from __future__ import annotations

from aseanrok.cli.grammar import Count, commands
from aseanrok.cli.request import Request
from aseanrok.errors import quoted
from aseanrok.schema import Table
from aseanrok.views import View
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def by_words(run: Callable[[Request], Any], request: Request) -> tuple[Request, View] | None:
    """Return what a command answers to the words of a name that nothing has, as to --match, and that call; else None.

    Ids alone could not say that nothing is called so, and one word that names nothing is a slip: of them it is told.
    """
    if (words := _as_words(request)) is None:
        return None
    view: View = run(words)
    rows, lang = list(view.listing.rows), view.listing.lang
    told = "nothing is called {}; {} that hold these words:"
    head = worded(told, lang, quoted(request.names[0]), what(words.table, lang))
    return (words, view.replace(listing=view.listing.replace(rows=rows), head=head)) if rows else None


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
