"""Rows -> text: one format, one module, each with a `render(view)` that yields pieces of text.

Nothing here prints, and only `table` knows Rich.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aseanrok.views import View

    Renderer = Callable[[View], Iterator[str]]

FORMATS = {
    "table": "table",
    "plain": "plain",
    "records": "records",
    "tsv": "tsv",
    "csv": "csv_",
    "excel": "excel",
    "json": "json_",
    "jsonl": "jsonl",
    "md": "md",
    "toml": "toml_",
}
"""Every format, and the module that writes it."""

READING = ("table", "plain", "records", "md")
"""The formats for people: chosen columns, and cards. The others hold every field of every row."""

STRUCTURED = ("json", "jsonl", "toml")
"""The formats that hold a record with everything that belongs to it."""

BY_ENDING = {
    ".txt": "plain",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "md",
    ".toml": "toml",
}
"""The format a file's name asks for."""


def renderer(name: str) -> Renderer:
    """Return the function that turns a view into a format's text; `table` wants a screen and is called by its own."""
    from importlib import import_module

    render: Renderer = import_module(f"aseanrok.output.{FORMATS[name]}").render
    return render
