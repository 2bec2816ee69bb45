"""Runs a command and writes its answer: in which format, to which place, with how much colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module

from aseanrok import dates, output, store
from aseanrok.cli import streams
from aseanrok.cli.clock import today
from aseanrok.cli.grammar import commands
from aseanrok.cli.request import Request
from aseanrok.errors import UsageFailure
from aseanrok.names import choice_or_fail
from aseanrok.views import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WHEN = ("auto", "always", "never")
STALE = 365
"""After this many days an edition is old enough to say so."""


def module(command: str) -> Any:
    """Return the module that runs a command: its own, or the one that lists any table; `run(request)` does the work."""
    package = "aseanrok.cli.commands"
    own = os.path.join(os.path.dirname(__file__), "commands", f"{command}.py")
    return import_module(f"{package}.{command if os.path.exists(own) else 'listing'}")


def explained(command: str) -> str:
    """Return the help of a command: what its table says of it, or its module."""
    from inspect import getdoc

    from aseanrok import schema

    if table := commands()[command].table:
        return schema.table(table).help
    return getdoc(module(command).run) or ""


def answer(command: str, options: Mapping[str, Any]) -> None:
    """Run a command and write what it answers: a view, or text of its own."""
    request = Request(command, options)
    when = choice_or_fail("colour", request.option("color") or "auto", WHEN)
    pager = request.flag("pager")
    path = request.option("output")
    if request.flag("force") and not path:
        raise UsageFailure("--force goes with --output")
    result: View | Iterable[str] | None = module(command).run(request)
    terminal = path is None and streams.is_terminal()
    name = request.format or request.usual_format or ("table" if terminal else "plain")
    pieces = _pieces(result, request, name, when=when, terminal=terminal)
    refuse_unused(request, name)
    if result is None:
        return
    if path:
        streams.write_file(path, pieces, force=bool(request.flag("force")))
    elif terminal and pager is not False and output.format_of(name).for_people:
        streams.paged(pieces, os.environ)
    else:
        streams.write(pieces, json=name in ("json", "jsonl"))
    if isinstance(result, View) and sys.stderr and not request.flag("quiet"):
        seen = terminal and sys.stderr.isatty()
        width = streams.width(request.number("width", 20), os.environ)
        if request.note and output.format_of(name).for_people:
            streams.tell(streams.wrapped(request.note, width) if seen else request.note)
        for note in _notes(result, reads=output.format_of(name).for_people, terminal=seen):
            streams.tell(streams.wrapped(note, width) if seen else note)
    if isinstance(result, View) and result.failure:
        raise result.failure


def refuse_unused(request: Request, format: str) -> None:
    """Raise UsageFailure where an option was written that did nothing: whoever wrote it expects that it did."""
    if unused := request.unused():
        of = f"{request.command} {' '.join(request.names[:2])}".strip()
        verb = "does" if len(unused) == 1 else "do"
        raise UsageFailure(f"{' and '.join(unused)} {verb} nothing for `{of}` as {format}; leave it out")


def _notes(view: View, *, reads: bool, terminal: bool) -> Iterator[str]:
    """Yield what a reader should know besides the answer; of an old edition only somebody at a terminal is told."""
    if view.note:
        yield view.note
    if reads and (marked := view.disputed()):
        ids = {id for id, _ in marked}
        if len(ids) == 1:
            yield f"* sources differ: aseanrok conflicts {ids.pop()}"
        else:
            yield f"* sources differ, on {len(marked)} of these values: aseanrok conflicts ID"
    if terminal:
        read = store.edition()["read"]
        days = dates.days_between(read, today())
        if days > STALE:
            last = dates.in_words(read)
            yield f"The sources were last read on {last}, {days} days ago; what came since is not recorded."


def _pieces(
    result: View | Iterable[str] | None, request: Request, name: str, *, when: str, terminal: bool
) -> Iterable[str]:
    if result is None:
        return ()
    if not isinstance(result, View):
        return result
    if request.flag("quiet"):
        return _ids(result)
    if name == "table":
        from aseanrok.output.table import Screen, render

        screen = Screen(
            streams.width(request.number("width", 20), os.environ),
            streams.color(when, os.environ, terminal=terminal),
            streams.is_unicode() or not terminal,
            streams.wants_boxes(os.environ),
        )
        return render(result, screen)
    pieces = output.renderer(name)(result)
    return map(streams.visible, pieces) if terminal else pieces


def _ids(view: View) -> Iterator[str]:
    for id in dict.fromkeys(view.listing.table.id_of(row) for row in view.listing.rows):
        yield f"{id}\n"
