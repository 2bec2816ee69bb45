"""Rows -> text: one format, one module, each with a `FORMAT` that says what it is and a `render` that yields text,
or the bytes of a format that is no text.

A module in this folder is a format of its name (`csv_` is csv). Nothing here prints, and only `table` knows Rich.
"""

from __future__ import annotations

import os

from aseanrok.errors import Failure, UsageFailure, wants_memory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    from aseanrok.views import View

    Renderer = Callable[[View], Iterator[str | bytes]]
    Together = Callable[[Iterable[View]], Iterator[str | bytes]]
    InFolder = Callable[[Iterable[View]], Mapping[str, Iterable[str | bytes]]]


class Format:
    """What a format is: its line in the help, the endings of its files, for whom it is."""

    __slots__ = (
        "binary", "called", "dated", "ending", "endings", "escape", "extra", "fixed", "folder", "for_people", "help",
        "is_utf8", "rank", "sourced", "together", "whole", "worded",
    )  # fmt: skip

    def __init__(
        self,
        rank: int,
        help: str,
        endings: tuple[str, ...] = (),
        *,
        ending: str = "",
        together: bool = False,
        folder: bool = False,
        for_people: bool = False,
        whole: bool = False,
        worded: bool = False,
        sourced: bool = False,
        escape: str = "",
        called: tuple[str, ...] = (),
        extra: str = "",
        is_utf8: bool = False,
        dated: bool = False,
        fixed: bool = False,
        binary: bool = False,
    ) -> None:
        self.rank = rank  # its place in the help
        self.help = help
        self.endings = endings  # the names of files that ask for it
        if not (ending or endings):
            raise ValueError(f"a format needs an ending, such as .csv: {help!r}")
        self.ending = ending or endings[0]  # what a file of it is called in a folder of tables
        self.together = together  # one file of it holds several tables: `together(views)`
        self.folder = folder  # it may be a folder of files that know each other: `folder(views)`
        self.for_people = for_people  # chosen columns and cards; the others hold every field of every row
        self.worded = worded or for_people  # headings and words are those of a language
        self.sourced = sourced  # it carries what its rows rest on and what was asked: it goes through them twice
        self.dated = dated  # it holds days, and a table without dates cannot be one
        self.fixed = fixed  # what it says of a row it has names of its own for: --fields chooses nothing
        self.binary = binary  # it is no text, and no file of it may be called .txt
        self.called = called  # what people type who mean it
        self.is_utf8 = is_utf8  # it says itself that it is UTF-8, whatever the stream is in
        self.extra = extra  # what brings the library it needs: pip install 'aseanrok[extra]'
        # Whose escape stands for a letter that an encoding lacks: json, toml, xml, or nobody's.
        self.escape = escape or ("json" if for_people else "")
        self.whole = whole  # it can hold a record with everything that belongs to it


def names() -> list[str]:
    """Return the names of the formats; no format is imported."""
    here = os.listdir(os.path.dirname(__file__))
    return sorted(name[:-3].rstrip("_") for name in here if name.endswith(".py") and not name.startswith("_"))


def format_of(name: str) -> Format:
    """Return what a format is; raise Failure where a module in this folder does not say it."""
    module = _module(name)
    if not (hasattr(module, "FORMAT") and hasattr(module, "render")):
        file = f"output/{module.__name__.rpartition('.')[2]}.py"
        raise Failure(f"{file}: no FORMAT or no render; the name of a module that is no format begins with _")
    known: Format = module.FORMAT
    return known


def formats() -> dict[str, Format]:
    """Return every format by its name, as the help lists them."""
    return dict(sorted(((name, format_of(name)) for name in names()), key=lambda known: known[1].rank))


def of_file(path: str) -> str | None:
    """Return the name of the format that a file's ending asks for, or None."""
    lower = path.lower()
    return next((name for name, known in formats().items() if lower.endswith(known.endings)), None)


def nearest(path: str) -> str | None:
    """Return the name of the format that a file's ending asks for, or comes near; or None."""
    return of_file(path) or meant(os.path.splitext(path)[1])


def renderer(name: str) -> Renderer:
    """Return the function that turns a view into a format's text; that of `table` wants a screen as well."""
    render: Renderer = _module(name).render
    return render


def together(name: str) -> Together:
    """Return the function that turns several views into one file, of a format that is `together`."""
    render: Together = _module(name).together
    return render


def in_folder(name: str) -> InFolder:
    """Return the function that turns views into files, by their names, of a format that may be a folder."""
    render: InFolder = _module(name).folder
    return render


def description(name: str) -> tuple[str, Callable[[bytes], dict[str, str]]] | None:
    """Return which file of a folder of a format names the others, and what reads from it their names and SHA-256.

    None for a format whose files know nothing of each other.
    """
    module = _module(name)
    return (module.DESCRIPTION, module.files_of) if hasattr(module, "DESCRIPTION") else None


def left_out(name: str) -> Callable[[View], list[str]]:
    """Return the function that says in lines what of a view a format cannot carry; most carry all."""
    said: Callable[[View], list[str]] = getattr(_module(name), "left_out", lambda view: [])
    return said


def meant(word: str) -> str | None:
    """Return the name of the format that people mean by another word, or None: `word` is html, `.ical` is ics."""
    word = word.lower().removeprefix(".")
    return next((name for name, known in formats().items() if word in known.called), None)


def library(module: str, form: str, extra: str) -> Any:
    """Return a library that only one form needs, by its module: `library("xlsxwriter", "xlsx", "xlsx")`.

    Raises UsageFailure, which says how to get it, where it is not installed, or is and cannot be imported: whatever
    its own code raises, it is none of ours.
    """
    from importlib import import_module

    try:
        return import_module(module)
    except Exception as error:
        if wants_memory(error):
            raise
        lacking = error.name if isinstance(error, ModuleNotFoundError) else None
        if lacking and "." not in lacking:  # where a part of one is missing, it is not whole
            what = "a library that" if lacking == module else f"{lacking}, which"
            raise UsageFailure(f"{form} needs {what} is not installed: pip install 'aseanrok[{extra}]'") from None
        why = f"{type(error).__name__}: {' '.join(str(error).split())}"
        again = f"pip install --force-reinstall 'aseanrok[{extra}]'"
        raise UsageFailure(f"{form} needs {module}, which is installed and cannot be used ({why}): {again}") from None


def _module(name: str) -> Any:
    package = f"{__name__}.{name}"
    try:
        return __import__(package, fromlist=("FORMAT",))
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        return __import__(f"{package}_", fromlist=("FORMAT",))  # a module of the standard library has the name
