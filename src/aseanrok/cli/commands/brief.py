"""`aseanrok brief`: the page about a framework, a country or a fund that somebody can be handed."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.brief import brief
from aseanrok.brief.markdown import render
from aseanrok.cli.endings import chosen
from aseanrok.cli.grammar import BRIEFED
from aseanrok.cli.records import named
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound, quoted, typed
from aseanrok.names import did_you_mean, nearest_names
from aseanrok.signals import ENDING, Signals
from aseanrok.values import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

ENDINGS = {"markdown": (".md", ".markdown"), "docx": (".docx",), "html": (".html", ".htm")}

HELP = """\
The page about a framework, a country or a fund that somebody can be handed: how it stands, what met last and what is
next, plans and agreements in force, money and the years not recorded, figures with who counted, points in dispute,
what is announced; and for each statement its source as a footnote.

It is Markdown. --output x.docx writes a Word document with footnotes, x.html a page to print: pandoc makes both, and
has to be installed (pandoc, or pip install pypandoc-binary). --full leaves nothing out.

\b
Examples:
  aseanrok brief mekong
  aseanrok brief laos akcf --lang ko
  aseanrok brief asean-rok --full --output asean-rok.md"""


def run(request: Request) -> Iterable[str | bytes]:
    """Return briefs as Markdown, or as the bytes of a document that pandoc makes of it."""
    form = chosen(request, ENDINGS) or "markdown"
    rows = {row["id"]: row for row in map(_record, request.names)}.values()  # named twice, told once
    lang, full, today = request.lang, bool(request.flag("full")), request.today_known
    pages = [brief(row, lang, today, full=full) for row in rows]
    if form == "markdown":
        return render(pages)
    from aseanrok.brief.word import made  # only a document needs pandoc

    # Whatever ends us while pandoc works ends pandoc as well.
    with Signals("SIGINT", *ENDING):
        return [made(pages, form)]


def _record(name: str) -> Row:
    for table in BRIEFED:
        if row := named(table, name):
            return {"table": table, **row}
    if store.find(name):
        raise NotFound(f"no framework, country or fund {quoted(name)}. `aseanrok show {typed(name)}` tells of it.")
    close = nearest_names(name, [(store.table(table), schema.table(table)) for table in BRIEFED])
    raise NotFound(f"no framework, country or fund {quoted(name)}{did_you_mean(close)}", close)
