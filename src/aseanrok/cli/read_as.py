"""What is said above an answer to words: how they are read, as the line that asks it."""

from __future__ import annotations

from aseanrok.cli import spans
from aseanrok.cli.front import line_of
from aseanrok.cli.grammar import commands
from aseanrok.cli.matched import turns
from aseanrok.cli.passed import not_looked_for, passed_over
from aseanrok.cli.request import Request
from aseanrok.dateforms import TODAY
from aseanrok.errors import quoted
from aseanrok.schema import Table
from aseanrok.views import View
from aseanrok.wording import worded
from aseanrok.words.common import TELLING

MEANT = ("framework", "country", "kind", "place", "since", "until", "year", "as_of", "match")
"""The options that a word of a name may stand for."""

TIMES = ("since", "until", "year", "as_of")
"""Those of them that a day may stand for."""

MOST_TOLD = 300
"""So many letters are told of the line that words stand for; nobody reads more."""


def read_as(request: Request, meant: Request, view: View) -> str:
    """Return how the words of a call are read, which is what `meant` asks, and which of them are passed over."""
    lang, name = view.listing.lang, quoted(request.names[0])
    given = [option for option in MEANT if meant.is_given(option)]
    over = passed_over(request.names[0].split(), request.today, TELLING.union(spans.SPANNING))
    if meant.is_given(*TIMES):  # what asks for a time is done
        over = {word: asks for word, asks in over.items() if not asks and word.casefold() not in TODAY}
    if given == ["match"] and turns(request.names[0]):
        over = {}  # rows hold all as it stands
    more = f"; {said}" if (said := not_looked_for(over, lang, commands()[request.command].options)) else ""
    if given == ["match"]:
        called = what(meant.table, lang) if lang == "ko" else request.command
        return worded("nothing is called {}; in {}, these hold its words{}:", lang, name, called, more)
    line = [part for option in given for value in meant.values(option) for part in (meant.written(option), value)]
    line = [*meant.names, *line]
    told = line_of(["aseanrok", request.command, *line])
    told = told if len(told) <= MOST_TOLD else f"{told[:MOST_TOLD]}..."
    return worded("{} is read as {}", lang, name, told) + more


def what(table: Table, lang: str) -> str:
    """Return what the rows of a table are called: `meetings`, `acts`, `회의`."""
    return (table.name_ko if lang == "ko" else "acts" if table.name == "timeline" else table.name).lower()
