"""Runs a command and writes its answer: in which format, to which place, with how much colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

from aseanrok import store
from aseanrok.cli import streams
from aseanrok.cli.request import Request
from aseanrok.errors import UsageFailure
from aseanrok.output import READING, renderer
from aseanrok.query import choice_or_fail, disputes, stale
from aseanrok.views import View

WHEN = ("auto", "always", "never")


def module(command: str) -> Any:
    """Return the module of a command: `run(request)` does the work, its docstring is the help."""
    return import_module(f"aseanrok.cli.commands.{command}")


def answer(command: str, options: dict[str, Any]) -> None:
    """Run a command and write what it answers: a view, or text of its own."""
    request = Request(command, options)
    when = choice_or_fail("colour", options.get("color", "auto"), WHEN)
    width = streams.width(request.number("width", 20), os.environ)
    result: View | Iterable[str] | None = module(command).run(request)
    if result is None:
        return
    path = options.get("output")
    if options.get("force") and not path:
        raise UsageFailure("--force goes with --output")
    terminal = path is None and streams.is_terminal()
    name = request.format or ("table" if terminal else "plain")
    pieces = _pieces(result, request, name, when=when, width=width, terminal=terminal)
    if path:
        streams.write_file(path, pieces, force=bool(options.get("force")))
    elif terminal and name in ("table", "records", "md", "plain") and options.get("pager") is not False:
        streams.paged(pieces, os.environ)
    else:
        streams.write(pieces, json=name in ("json", "jsonl"))
    if isinstance(result, View) and sys.stderr and not options.get("quiet"):
        seen = terminal and sys.stderr.isatty()
        for note in _notes(result, reads=name in READING, terminal=seen):
            streams.tell(streams.wrapped(note, width) if seen else note)
    if isinstance(result, View) and result.failure:
        raise result.failure


def _notes(view: View, *, reads: bool, terminal: bool) -> Iterator[str]:
    """Yield what a reader should know besides the answer; of an old edition only somebody at a terminal is told."""
    if view.note:
        yield view.note
    if reads and (marked := view.disputed()):
        yield disputes(marked)
    if terminal and (old := stale(store.edition()["read"], _today(os.environ))):
        yield old


def _today(environ: Mapping[str, str]) -> str:
    """Return the day it is, as an ISO day; SOURCE_DATE_EPOCH sets it, so that output can be reproduced."""
    import time

    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isascii() and epoch.isdigit() else None
    return time.strftime("%Y-%m-%d", time.localtime() if seconds is None else time.gmtime(seconds))


def _pieces(
    result: View | Iterable[str], request: Request, name: str, *, when: str, width: int, terminal: bool
) -> Iterable[str]:
    if not isinstance(result, View):
        return result
    if request.option("quiet"):
        return _ids(result)
    if name == "table":
        from aseanrok.output.table import Screen, render

        screen = Screen(
            width,
            streams.color(when, os.environ, terminal=terminal),
            streams.is_unicode() or not terminal,
            streams.wants_boxes(os.environ),
        )
        return render(result, screen)
    pieces = renderer(name)(result)
    return map(streams.visible, pieces) if terminal else pieces


def _ids(view: View) -> Iterator[str]:
    ids = (
        next(row[name] for name in ("id", "country", "fund", "conflict") if name in row) for row in view.listing.rows
    )
    for id in dict.fromkeys(ids):
        yield f"{id}\n"
