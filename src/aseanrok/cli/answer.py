"""Runs a command and writes its answer: in which format, to which place, with how much colour."""

from __future__ import annotations

import os
import sys
from itertools import chain

from aseanrok import dates, output, store
from aseanrok.cli import streams
from aseanrok.cli.clock import today
from aseanrok.cli.grammar import commands, options_of
from aseanrok.cli.options import COLORS
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound, NotRecorded, UsageFailure, quoted, visible
from aseanrok.names import choice_or_fail
from aseanrok.views import MEANING, WORKED_OUT, Book, Folder, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    Pieces = Iterable[str | bytes]

NAMED = 3
"""So many records on which sources differ are named below an answer; of more, their number is told."""
STALE = 365
"""After this many days an edition is old enough to say so."""


def module(command: str) -> Any:
    """Return the module that runs a command: its own, or the one that lists any table; `run(request)` does the work."""
    package = "aseanrok.cli.commands"
    own = os.path.join(os.path.dirname(__file__), "commands", f"{command}.py")
    name = f"{package}.{command if os.path.exists(own) else 'listing'}"
    return __import__(name, fromlist=("run",))  # importlib brings `warnings`, which no command needs


def explained(command: str) -> str:
    """Return the help of a command: what its table says of it, or its module; no docstring, which `-OO` takes away."""
    from aseanrok import schema

    if table := commands()[command].table:
        return schema.table(table).help
    text: str = module(command).HELP
    return text


def answer(command: str, options: Mapping[str, Any]) -> None:
    """Run a command and write what it answers: a view, or text of its own."""
    request = Request(command, options)
    shows_itself = streams.is_terminal() and not request.is_given("output")
    if shows_itself or request.is_given("quiet") or not (sys.stderr and sys.stderr.isatty()):
        _answer(request, command, options)
        return
    from aseanrok.cli.waiting import Waiting  # only where somebody sees it

    with Waiting():
        _answer(request, command, options)


def _answer(request: Request, command: str, options: Mapping[str, Any]) -> None:
    _refuse_elsewhere(request, options)
    today()  # where the environment names none, nothing is answered
    when = choice_or_fail("colour", request.option("color") or COLORS[0], COLORS)
    pager = request.flag("pager")
    path = request.option("output")
    if request.flag("force") and not path:
        raise UsageFailure("--force goes with a file: --output FILE")
    result: View | Book | Folder | Iterable[str]
    head = ""
    try:
        result = module(command).run(request)
    except NotFound as failure:
        from aseanrok.cli.by_words import by_words  # only a name that nothing has needs it

        if isinstance(failure, NotRecorded) or (found := by_words(module(command).run, request)) is None:
            raise
        request, result, head = found
    terminal = path is None and streams.is_terminal()
    name = request.format or request.usual_format or ("table" if terminal and commands()[command].rows else "plain")
    if path and request.is_given("format", "json"):
        from aseanrok.cli.endings import refuse_other

        refuse_other(path, name)
    if isinstance(result, Folder):
        from aseanrok.cli.folders import drawn, written

        parts, lacking = drawn(result, name, lambda view: _drawn(view, request, name, when=when), command, options)
        refuse_unused(request, name)
        written(path or "", parts, name, "", force=bool(request.flag("force")))
        for said in lacking:
            streams.tell(said)
        return
    view, empty = _looked_into(result) if isinstance(result, View) else (None, False)
    known, quiet = output.format_of(name), view is not None and request.flag("quiet")
    views: Sequence[View] = result.views if isinstance(result, Book) else (view,) if view and not quiet else ()
    is_folder = bool(views and known.folder and path and output.of_file(path) is None)
    if known.sourced and views:
        from aseanrok.cli.forms import line

        views = [each.replace(asked=line(command, options)) for each in views]
        view = view and views[0]
    left_out = [said for each in views for said in output.left_out(name)(each)]  # or nothing can be written
    count = None
    if path and view:
        from aseanrok.cli.files import counted

        count = counted(view)
    pieces: Pieces
    if isinstance(result, Book):
        pieces = output.together(name)(views)
    elif view is None:
        assert not isinstance(result, View)
        pieces = result
    else:
        pieces = _ids(view) if quiet else _drawn(view, request, name, when=when, terminal=terminal)
    # Ids and addresses have no format, whatever was chosen.
    made = view is not None or views or name == request.usual_format or not commands()[command].rows
    head = "\n".join(filter(None, (*request.told, head or (view.head if view else ""))))
    says = head or (request.lang if empty and not quiet else "")  # that nothing is there has a language
    refuse_unused(request, name, bare=not made, terminal=terminal, head=says)
    told = view if sys.stderr and not quiet else None
    if terminal or head:
        shown = _visible(pieces, f"{command}{known.ending}", name) if terminal else iter(pieces)
        pieces = chain((next(shown, ""),), shown)  # what is refused is so before anything is told
    if not path:
        _tell_head(head, request, terminal=terminal)
    if path and is_folder:
        from aseanrok.cli.folders import written

        written(path, output.in_folder(name)(views), name, head, force=bool(request.flag("force")))
    elif path:
        from aseanrok.cli.files import tell_written, write_file

        write_file(path, pieces, force=bool(request.flag("force")))
        _tell_head(head, request)  # once there is one: an error is one line
        if isinstance(result, Book):
            tell_written(path, len(result.views), "table")
        elif not quiet:
            tell_written(path, count() if count else None)
    elif terminal and pager is not False and known.for_people:
        from aseanrok.cli.pager import paged

        paged((str(piece) for piece in pieces), os.environ, escape=_escape(command, known))
    elif known.is_utf8 and not terminal:
        streams.write((piece.encode() if isinstance(piece, str) else piece) for piece in pieces)
    else:
        streams.write(pieces, escape=_escape(command, known))
    if sys.stderr and (told or left_out):
        _tell(told, request, left_out, empty=empty, reads=known.for_people, terminal=terminal)
    if view and view.failure:
        raise view.failure


def _escape(command: str, known: output.Format) -> str:
    """Return how a letter that an encoding lacks is written: a citation or a brief has no way, an explanation may."""
    own = not commands()[command].rows and commands()[command].group == "Take away"
    return "" if own else known.escape


def _tell_head(head: str, request: Request, *, terminal: bool = False) -> None:
    """Tell on standard error what stands above an answer."""
    if head:
        width = streams.width(request.number("width", 20), os.environ)
        streams.tell(streams.wrapped(head, width) if terminal and sys.stderr and sys.stderr.isatty() else head)


def _tell(
    view: View | None, request: Request, left_out: Iterable[str], *, empty: bool, reads: bool, terminal: bool
) -> None:
    """Tell on standard error what belongs to an answer and is not in it; `left_out` is what its format cannot carry."""
    seen = terminal and sys.stderr.isatty()
    width = streams.width(request.number("width", 20), os.environ)
    for note in (*left_out, *(_notes(view, request.lang, reads=reads, terminal=seen) if view else ())):
        streams.tell(streams.wrapped(note, width) if seen else note)
    if empty and view and commands()[request.command].table and request.number("limit") != 0:
        from aseanrok.cli.empty import said  # only an answer with nothing in it needs it

        streams.tell(said(request, view.listing.table))


def _looked_into(view: View) -> tuple[View, bool]:
    """Return an answer, and whether it is rows and there are none; rows from a file are still read one at a time."""
    rows = view.listing.rows
    if view.cards or isinstance(rows, list):
        return view, not (view.cards or rows)
    rest = iter(rows)
    for first in rest:
        return view.replace(listing=view.listing.replace(rows=chain((first,), rest))), False
    return view.replace(listing=view.listing.replace(rows=())), True


def refuse_unused(request: Request, format: str, *, bare: bool = False, terminal: bool = False, head: str = "") -> None:
    """Raise UsageFailure where an option was written that did nothing: whoever wrote it expects that it did.

    `bare` lines, like ids, have no format; what is told beside them has a language. Never to colour and never to page
    is only promised, and kept without anything to do.
    """
    quiet = "quiet" in request.used() and request.is_given("quiet")
    path = request.option("output") or ""
    by = next((option for option in ("url", "quiet") if (quiet or bare) and request.is_given(option)), "")
    if quiet or bare:
        if output.nearest(path) not in (None, "plain") and not request.is_given("format", "json"):
            raise UsageFailure(f"--{by} writes one a line, and {quoted(path)} asks for a format; name it .txt")
        request.did_nothing("format", "json", "fields", "width", *(() if head else ("lang",)))
    drawn = format == "table" and not (quiet or bare)
    if not drawn and choice_or_fail("colour", request.option("color") or COLORS[0], COLORS) == "always":
        request.did_nothing("color")
    if request.flag("pager"):
        from aseanrok.cli import pager

        if quiet or bare or not (terminal and output.format_of(format).for_people and pager.wanted(os.environ)):
            request.did_nothing("pager")
    if unused := request.unused():
        from aseanrok.cli.unused import refuse  # only what is refused needs it

        refuse(request, unused, format, by)


def _refuse_elsewhere(request: Request, options: Mapping[str, Any]) -> None:
    """Raise UsageFailure for an option before a command that does not take it, and for a name that says nothing."""
    taken = options_of(request.command)
    if wrong := next((name for name in options if name != "names" and name not in taken), None):
        from aseanrok.cli.unused import refuse_elsewhere

        refuse_elsewhere(request, wrong)
    if any(not name.strip() for name in request.names):
        argument = commands()[request.command].argument
        raise UsageFailure(f"`{request.command}`: {argument.metavar if argument else 'a name'} is empty")


def _notes(view: View, lang: str, *, reads: bool, terminal: bool) -> Iterator[str]:
    """Yield what a reader should know besides the answer; of an old edition only somebody at a terminal is told."""
    if reads and view.note:
        yield view.note
    if reads and (marked := view.disputed()):
        ids = list(dict.fromkeys(id for id, _ in marked))
        if len(ids) <= NAMED:
            yield _worded("* sources differ: {}", lang, ", ".join(f"aseanrok conflicts {id}" for id in ids))
        else:
            yield _worded("* sources differ, on {} of these values: aseanrok conflicts ID", lang, len(marked))
    if reads and view.is_derived():
        yield f"{WORKED_OUT} {_worded(MEANING[WORKED_OUT], lang)}"
    if terminal:
        newest = store.edition()["newest"]
        days = dates.days_between(newest, today())
        if days > STALE:
            from aseanrok.wording import date

            said = "The newest act recorded is of {}, {} days ago; what came since is not recorded."
            yield _worded(said, lang, date(newest, lang), days)


def _worded(text: str, lang: str, *parts: object) -> str:
    if lang != "ko":
        return text.format(*parts)
    from aseanrok.wording import worded

    return worded(text, lang, *parts)


def _drawn(view: View, request: Request, name: str, *, when: str, terminal: bool = False) -> Pieces:
    """Return a view in a format."""
    if view.charts is not None:
        from aseanrok.cli.charted import drawn

        return drawn(view, request, name, when=when, terminal=terminal)
    if name != "table":
        return output.renderer(name)(view)
    from aseanrok.output.table import Screen, render

    screen = Screen(
        streams.width(request.number("width", 20), os.environ),
        streams.color(when, os.environ, terminal=terminal),
        streams.is_unicode() or request.is_given("output"),
        streams.wants_boxes(os.environ),
    )
    return render(view, screen)


def _visible(pieces: Pieces, file: str, name: str) -> Iterator[str]:
    """Yield what a terminal shows: no text of a query or a record runs on it; a format that is no text is refused."""
    for piece in pieces:
        if isinstance(piece, bytes):
            raise UsageFailure(f"{name} is not text; name a file: -o {file}")
        # The escapes in a table are styles of our own: no record holds a control character, and no query stands in it.
        yield piece if name == "table" else visible(piece)


def _ids(view: View) -> Iterator[str]:
    """Yield the ids of rows, each once, as `show -` takes them; raise UsageFailure where the rows are no records."""
    table = view.listing.table
    if not table.is_of_records():
        raise UsageFailure(
            f"--quiet prints ids, and none of these rows is a record; --fields {table.key} -f tsv has names"
        )
    for id in dict.fromkeys(table.id_of(row) for row in view.listing.rows):
        yield f"{id}\n"
