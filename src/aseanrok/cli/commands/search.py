"""`aseanrok search`: the records people mean by some words, the best first."""

from __future__ import annotations

from aseanrok import query, store
from aseanrok.cli import streams
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound
from aseanrok.fold.prepared import Prepared
from aseanrok.fold.words import Names
from aseanrok.search import FIELDS, MISSING, RECORD, Answer, Library, ask
from aseanrok.search.passage import Reasons
from aseanrok.search.ranking import Hit
from aseanrok.views import COLUMNS, Row, View, label

SCREENFUL = 20
"""How many records a terminal is shown where --limit says nothing."""


def run(request: Request) -> View:
    """Records that hold all of these words, in any field, in English or Korean; the best first.

    Case, accents, hyphens, blanks and plurals make no difference, and a thing is found by all its names: Laos finds
    Lao PDR. Where no record holds a word, the nearest one is looked for, and the answer says so. Where none holds all
    of the words, those that hold most are shown with what they miss, and the exit code is 1.

    \b
      "a phrase"                            these words side by side
      -word                                 not this word
      table:meetings framework:mekong       only such records; with a minus before it, only others
      country:Laos kind:summit year:2019 id:akcf

    Put a query with quotes or a minus into the shell's own quotes.

    \b
    Examples:
      aseanrok search "cooperation fund"
      aseanrok search 한강선언
      aseanrok search 'table:meetings "foreign ministers" -mekong'
      aseanrok search akcf --full --json
    """
    called = store.private("search-names")
    library = Library(
        Prepared(store.private("search"), lambda: store.private("search-passages")),
        Names(called["countries"], called["things"], called["pairs"]),
        called["shown"],
        lambda: store.private("search-words"),
    )
    quiet = bool(request.option("quiet"))  # ids alone could not say that they are a guess
    answer = ask(library, " ".join(request.names), _allowed(request, library.prepared), guess=not quiet)
    if not answer.hits and (quiet or not answer.near):
        raise _nothing(request, library, answer)
    return _view(request, library, answer)


def _allowed(request: Request, prepared: Prepared) -> set[int] | None:
    """Return the numbers of the records that the options leave; None without such options."""
    if not {"framework", "since", "until", "year", "country", "kind"} & set(request.options):
        return None
    rows = [{**prepared.row(number), "number": number} for number in range(len(prepared))]
    if kind := request.option("kind"):
        kinds = sorted({row["kind"] for row in rows if row["kind"]})
        rows = list(query.of_kind(rows, query.choice_or_fail("kind", kind, kinds)))
    others = {name: value for name, value in request.options.items() if name != "kind"}
    return {row["number"] for row in Request(request.command, others).filtered(rows)}


def _view(request: Request, library: Library, answer: Answer) -> View:
    found = answer.hits or answer.near
    limit = request.number("limit")
    if limit is None and not request.option("output") and streams.is_terminal():
        limit = SCREENFUL
    # Sorting wants all of them; otherwise only what is shown is worth a passage.
    shown = found if request.option("sort") or request.option("reverse") else found[:limit]
    reasons = Reasons(library.prepared, answer.question, library.names)
    rows = [_row(request, library.prepared, reasons, hit) for hit in shown]
    if request.reads:
        lang = request.lang
        for row in rows:  # what a reader has just read in the title is not said again
            row["snippet"] = "" if row["snippet"] == label(row, lang) else row["snippet"]
    fields = (*FIELDS, *((MISSING,) if answer.near else ()), *((RECORD,) if request.option("full") else ()))
    columns = ("date", "id", "title", "missing", "snippet") if answer.near else COLUMNS["search"]
    listing = request.listing(rows, "search", columns, {name: type for name, type, _ in fields})
    told = list(listing.rows)[:limit]
    listing = listing._replace(rows=told, marks=reasons.marks)
    if answer.near:
        asked = " ".join(request.names)
        return View(listing, failure=NotFound(f"no record holds all of {asked!r}; these hold most of it"))
    return View(listing, note=_note(answer, len(told)))


def _row(request: Request, prepared: Prepared, reasons: Reasons, hit: Hit) -> Row:
    row = prepared.row(hit.number)
    field, snippet = reasons.passage(hit.number)
    more: Row = {"record": store.record(row["id"])} if request.option("full") else {}
    return {**row, "score": hit.score, "field": field, "snippet": snippet, "missing": list(hit.missing), **more}


def _note(answer: Answer, shown: int) -> str:
    count = len(answer.hits)
    said = "1 record" if count == 1 else f"{count:,} records"
    if shown < count:
        said += f", {shown} of them shown; --limit {count} shows all"
    if answer.slips:
        slips = " or ".join(map(repr, answer.slips))
        said = f"showing results for {answer.question.text!r}: no record holds {slips}\n{said}"
    return said


def _nothing(request: Request, library: Library, answer: Answer) -> NotFound:
    """Return the one line that says what was not found, and what comes near it."""
    message = f"nothing found for {' '.join(request.names)!r}"
    from aseanrok.search.filters import unknown  # only a query that finds nothing needs it

    if wrong := unknown(library.prepared, answer.question.filters, library.names):
        filter, values = wrong
        close = [f"{filter.field}:{value}" for value in query.nearest(filter.value, values)]
        return NotFound(f"{message}: no {filter.field} {filter.value!r}{query.did_you_mean(close)}", close)
    if len(answer.question.terms) > 1:
        what = " or ".join(map(repr, answer.unknown)) if answer.unknown else "these words together"
        message += f": no record holds {what}"
    close = list(answer.suggestions)
    return NotFound(message + (query.did_you_mean(close) if close else ""), close)
