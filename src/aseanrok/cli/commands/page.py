"""`aseanrok page`: everything in one HTML file."""

from __future__ import annotations

from aseanrok.cli import streams
from aseanrok.cli.endings import chosen
from aseanrok.cli.request import Request
from aseanrok.errors import UsageFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

HELP = """\
The whole archive as one HTML file: to look at, to search, to mail and to print, in English and Korean.

It needs no network and no other file, and shows plain tables where no script may run. --lang is the language it
opens in.

\b
Examples:
  aseanrok page > aseanrok.html
  aseanrok page --lang ko --output aseanrok-ko.html"""


def run(request: Request) -> Iterator[bytes]:
    """Return the page; raise UsageFailure where a terminal would be filled with it."""
    if not request.option("output") and streams.is_terminal():
        raise UsageFailure("a page is a file to open in a browser; name one: -o aseanrok.html")
    chosen(request, {"html": (".html", ".htm")})
    lang = request.lang
    from aseanrok.damage import changed  # a part that is not whole would be written as it is
    from aseanrok.page import page  # no other command needs it

    if wrong := changed("page/"):
        raise wrong

    return iter((page(lang).encode(),))  # it says itself that it is UTF-8, whatever the stream is in
