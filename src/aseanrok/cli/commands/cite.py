"""`aseanrok cite`: what a footnote, a thesis or a reference manager needs of a record."""

from __future__ import annotations

from aseanrok.cite import STYLES, entries, renderer
from aseanrok.cli import streams
from aseanrok.cli.endings import chosen
from aseanrok.cli.records import record
from aseanrok.cli.request import Request
from aseanrok.names import choice_or_fail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

HELP = """\
What cites a record: every source it rests on with publisher, title, date, the place in it, its address and the day it
was read, and the edition of the data. A source is cited by itself; so is a document, and where no address of
its text is recorded the sources it is known from follow.

Styles: text (a line each, for a footnote), bibtex, csl (CSL-JSON, for Zotero and pandoc), ris (EndNote, Mendeley). The
name of a file chooses one: x.txt, x.bib, x.json, x.ris. Dates are as precise as they are known. --lang ko is for text.

\b
Examples:
  aseanrok cite mekong-rok-summit-1
  aseanrok cite akcf mekong-han-river-declaration --output thesis.bib
  aseanrok timeline mekong --quiet | aseanrok cite - --style ris"""


def run(request: Request) -> Iterator[str]:
    """Return the citations of records, in a style."""
    named = request.option("style")
    wanted = choice_or_fail("style", named, tuple(STYLES)) if named else None
    style = chosen(request, STYLES, wanted, "--style") or "text"
    lang = request.lang if style == "text" else "en"
    found = [record(name, request) for name in dict.fromkeys(streams.given(request.names))]
    return renderer(style)(entries(found, lang), lang)
