"""`aseanrok search`: the records people mean by some words, the best first."""

from __future__ import annotations

import os

from aseanrok import output, roles, schema, store
from aseanrok.cli import streams
from aseanrok.cli.listed import KEEPING, by_framework_and_time, countries, each, kinds, once
from aseanrok.cli.matched import count
from aseanrok.cli.passages import asked, passage
from aseanrok.cli.passed import not_looked_for, passed_over, signs, unquoted, without_this
from aseanrok.cli.records import codes
from aseanrok.cli.request import Request
from aseanrok.errors import NotAll, UsageFailure, quoted
from aseanrok.names import in_english
from aseanrok.search.ask import Answer, Library, ask, library, remaining
from aseanrok.search.lookup import Index
from aseanrok.search.passage import Reasons
from aseanrok.search.question import Group, Question, parse
from aseanrok.search.ranking import ALIAS, NEAR, Hit
from aseanrok.search.ranking import search as ranked
from aseanrok.values import Row
from aseanrok.views import Listing, View
from aseanrok.wording import worded
from aseanrok.words.common import MOST_WORDS, NEXT, TELLING, forms, parts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from aseanrok.cli.missing import Missing

SCREENFUL = 20
"""How many records a terminal is shown at most where --limit says nothing."""


_TELLING = TELLING - NEXT | {"or"}
"""What is told of words that would change what is asked: what comes next is told by a line of its own."""

BEST = 200
"""Among so many of what is found a record is looked for that is called by all of the query."""

LEAST, AROUND, RECORD = 4, 6, 4
"""At least so many are shown; around them stand so many lines, and beside the title of each that is no row so many."""


HELP = """\
Records that hold all of these words, in any field, in English or Korean; the best first.

Case, accents, hyphens, blanks and plurals make no difference, and a thing is found by all its names: Laos finds
Lao PDR. Words that ask (where, when, last, who chaired, 개최지) need not stand there: what is found tells it. Where no
record holds a word, the nearest one is looked for, and the answer says so. Where none holds all of the words, those
that hold most are shown with the words they lack, and the best for each word that none of them holds, or for each of
several countries; the exit code is then 1. A terminal shows what fits on it, and how many there are.

\b
  "a phrase"                            these words side by side
  -word                                 not this word
  table:meetings framework:mekong       only such records; with a minus before it, only others
  country:Laos kind:summit year:2019    one of several values of a name is enough
  id:akcf                               records whose id holds this

Put a query with quotes or a minus into the shell's own quotes.

\b
Examples:
  aseanrok search "cooperation fund"
  aseanrok search 한강선언
  aseanrok search 'table:meetings "foreign ministers" -mekong'
  aseanrok search akcf --full --json"""


def run(request: Request) -> View:
    """Return the records that hold the words; raise NotFound where none comes near."""
    if (many := count(" ".join(request.names))) > MOST_WORDS:
        raise UsageFailure(f"a search takes at most {MOST_WORDS} words; these are {many:,}")
    known = library(store.search_column, store.search_names)
    quiet = bool(request.flag("quiet"))  # ids alone could not say that they are a guess
    text, allowed = without_this(" ".join(request.names)), _allowed(request, known)
    if ":" in text:
        from aseanrok.cli.within import within

        text = within(text, known.kinds, request.today)
    told, missed = _not_so(known, text, request)
    if not told:
        request.did_nothing("lang")  # no word of it is said
    answer = without_number(known, missed, allowed) if missed else None
    failure = told if answer else ""
    answer = answer or ask(known, text, allowed, guess=not quiet)
    if not answer.hits and (quiet or not answer.near):
        from aseanrok.cli.unfound import nothing  # only a query that finds nothing needs it

        raise nothing(request, known, answer, told)
    return _view(request, known, answer, told, failure)


def without_number(known: Library, missed: Missing, allowed: set[int] | None) -> Answer | None:
    """Return what there is beside a meeting that is not recorded: what holds the other words; None where nothing does.

    It is the same for people and for machines, and none of it is what was asked for.
    """
    if missed.question is None:
        return None
    left = remaining(known, missed.question, allowed)
    hits = ranked(known.records, missed.question, left).hits[:NEAR]
    holding = set().union(*map(known.records.holding, missed.number.whole))
    near = tuple(hit if hit.number in holding else hit.replace(missing=(missed.number.shown,)) for hit in hits)
    return Answer(missed.question, (), near) if near else None


def _not_so(known: Library, text: str, request: Request) -> tuple[str, Missing | None]:
    """Return what a query takes for granted and no record bears out, in a line; and more of a meeting not recorded."""
    question = parse(text, known.names)
    said = [term.whole[0] for term in question.terms]
    is_next = any(not NEXT.isdisjoint(forms(word)) for word in parts(text))
    if not is_next and not any(word.strip().isdecimal() or word.startswith(" =") for word in said):
        return "", None
    from aseanrok.cli.meant import is_name  # only a query with a number or a country needs it

    if is_name(question, known):
        return "", None
    if any(word.strip().isdecimal() for word in said):
        from aseanrok.cli.missing import missing

        if found := missing(question, known, request.today, request.lang):
            return found.line, found
    if any(word.startswith(" =") for word in said):
        from aseanrok.cli.premise import refuted

        if line := refuted(question, known, request.lang):
            return line, None
    if is_next:
        return worded("what comes next: {}", request.lang, f"aseanrok next {_next_of(question, known)}".strip()), None
    return "", None


def _next_of(question: Question, known: Library) -> str:
    """Return the id of the framework whose next meeting is asked for, or of that of the series; or nothing."""
    from aseanrok.cli.meant import meant

    named = (_framework_of(group) for group in sorted(question.groups, key=lambda group: group.first - group.last))
    if of := next(filter(None, named), ""):
        return of
    found = meant(question, known, ())
    return found.series["frameworks"][0] if found and found.series["frameworks"] else ""


def _framework_of(group: Group) -> str:
    """Return the id of the framework that words of a query name, or of the series that they name; or nothing."""
    ids = [needle.strip().removeprefix("@") for needle in group.needles]
    named = [id for row in store.rows_where("series", "id", ids) for id in row["frameworks"]]
    named += [row["id"] for row in store.rows_where("frameworks", "id", ids)]
    return named[0] if named else ""


def _allowed(request: Request, known: Library) -> set[int] | None:
    """Return the numbers of the records that the options leave; None without such options.

    What a record is called, a meeting, is as good a kind as its own, a summit: the column of kinds has both.
    """
    if not request.is_given(*KEEPING):
        return None
    index = known.records
    found = [{**index.row(number), "number": number} for number in range(len(index))]
    if codes := set(countries(request)):
        found = [row for row in found if not codes.isdisjoint(row["countries"])]
    if written := each("--kind", request.values("kind")):
        fields = [table.fields[name] for table in schema.tables() if (name := table.first(roles.KIND))]
        names = [in_english(name, *fields) for name in written]
        from aseanrok.cli.within import called_table

        held = {index.row(number)["kind"] for number in range(len(index))}
        tables = [called_table(name, known.kinds) for name in names]
        meant = [{of} if of else kinds([name], held)[0] for of, name in zip(tables, names, strict=True)]
        wanted: set[str] = set().union(*once("--kind", written, meant))
        found = [row for row in found if row["kind"] in wanted or row["table"] in wanted]
    tests = list(by_framework_and_time(request, schema.table("search")))
    return {row["number"] for row in found if all(test(row) for test in tests)}


def _view(request: Request, known: Library, answer: Answer, not_so: str, failure: str) -> View:
    found = answer.hits or answer.near
    lang = request.rows_lang
    limit = request.number("limit")
    fits = limit is None and not request.is_given("output", "quiet") and streams.is_terminal()
    limit = SCREENFUL if fits else limit
    # Sorting wants all of them; otherwise only what is shown is worth a passage.
    shown = found if request.is_given("sort", "reverse") else found[:limit]
    full = bool(request.flag("full"))
    name = request.format
    reasons = Reasons(known.records, answer.question, known.names)
    rows = [_row(known.records, reasons, hit, lang, full=full) for hit in shown]
    table = schema.table("search").without(*(() if answer.near else ("missing",)), *(() if full else ("record",)))
    if not request.is_for_people:
        doubts = roles.DOUBTS
        rows = [{**row, **{of: [each for each in row[of] if each in table.fields] for of in doubts}} for row in rows]
    if request.is_for_people:
        headings = asked(" ".join(request.names), answer.question)
        for row in rows:  # what a reader has just read in the title is not said again
            said = passage(row, reasons, headings, lang)
            is_read = said in (table.label(row, lang), row["id"]) and not request.is_given("fields")
            row["snippet"] = "" if is_read else said
        if not request.is_given("fields"):
            rows = [_placed(known.records, hit, row, lang) for hit, row in zip(shown, rows, strict=True)]
    columns = ("table", "date", "title", "id", "missing", "snippet") if answer.near else table.listing
    listing = request.listing(rows, table, columns)
    if full and not (name and output.format_of(name).whole and "record" in listing.columns):
        request.did_nothing("full")
    told = list(listing.rows)[:limit]
    if fits and request.is_for_people and not request.is_given("pager", "sort", "reverse", "fields"):
        told = told[: _screenful(listing.replace(rows=told), request)]
    if request.is_for_people and not listing.chosen:
        told = [{**row, "table": known.kinds[row["table"]][lang == "ko"]} for row in told]
        listing = listing.replace(titles={"table": "종류" if lang == "ko" else "Kind"})
    listing = listing.replace(rows=told, marks=reasons.marks)
    not_asked = _passed(known.records, answer, request)
    if answer.near:
        head = "\n".join(filter(None, (not_so if not failure else "", not_asked))) or None
        from aseanrok.cli.unfound import not_all

        return View(listing, head=head, failure=NotAll(failure or not_all(request, answer)))
    if request.flag("quiet"):  # beside ids stands only what they do not answer
        return View(listing, head=f"{not_asked}{_of_cards(answer, lang)}".removeprefix("; ") or None)
    return View(listing, head="\n".join(filter(None, (not_so, _head(answer, len(told), lang, not_asked)))))


def _screenful(listing: Listing, request: Request) -> int:
    """Return how many hits stand on a screen with the line that counts them: the best are seen without a page."""
    from aseanrok.output._layout import plan_of  # only a terminal has a screen to fill
    from aseanrok.output.plain import width

    drawn = request.format in (None, "table")  # of what is only written no option says how wide it is
    wide = streams.width(request.number("width", 20) if drawn else None, os.environ)
    plan = plan_of(listing, wide)
    room, count = streams.height() - AROUND, 0
    for row in listing.rows:
        label, said = listing.cell(row, "title"), row["snippet"]
        if plan:
            label += "" if "id" in plan.columns else f"  {row['id']}"
            title = max(1, plan.widths[plan.columns.index("title")] * 6 // 7)  # lines end between words
            room -= -(-width(label) // title) + -(-width(said) // max(10, wide - plan.indent("title") - 2))
        else:
            room -= RECORD + -(-width(label) // wide) + -(-width(said) // wide)
        if room < 0 and count >= LEAST:
            break
        count += 1
    return count


def _row(index: Index, reasons: Reasons, hit: Hit, lang: str, *, full: bool) -> Row:
    row = index.row(hit.number)
    field, snippet = reasons.passage(hit.number, lang)
    more: Row = {"record": store.record(row["id"])} if full else {}
    return {**row, "score": hit.score, "field": field, "snippet": snippet, "missing": list(hit.missing), **more}


def _placed(index: Index, hit: Hit, row: Row, lang: str) -> Row:
    """Return a hit as a reader sees it: with the city behind its title, for where it was may decide."""
    name = "title_ko" if lang == "ko" and row["title_ko"] else "title"
    city = index.city(hit.number, name) if "place" not in row["derived"] else ""  # a title has no mark for what is not
    said = "" if row["snippet"] == city else row["snippet"]
    doubts = [*row["disputed"], *(["title"] if "place" in row["disputed"] else [])]
    return {**row, name: f"{row[name]}, {city}", "snippet": said, "disputed": doubts} if city else row


def _head(answer: Answer, shown: int, lang: str, not_asked: str) -> str:
    count = len(answer.hits)
    said = worded("1 record" if count == 1 else "{} records", lang, f"{count:,}")
    if shown < count:
        said += worded(", {} of them shown; --limit {} shows all", lang, shown, count)
    if left_out := [" ".join(term.shown for term in each.terms) for each in answer.question.without]:
        said += worded("; without {}", lang, ", ".join(map(quoted, left_out)))
    said += (f"; {not_asked}" if not_asked else "") + _of_cards(answer, lang)
    if answer.slips:
        from aseanrok.cli.unfound import some

        slips = some(answer.slips, lang)
        instead = worded("showing results for {}: no record holds {}", lang, quoted(answer.question.text), slips)
        said = f"{instead}\n{said}"
    return said


def _of_cards(answer: Answer, lang: str) -> str:
    """Return what is said of words that ask for what a card tells, behind what else is said; nothing without any."""
    if not answer.asked:
        return ""
    from aseanrok.cli.unfound import some

    return worded("; {} is told by their cards, where it is recorded", lang, some(answer.asked, lang))


def _passed(index: Index, answer: Answer, request: Request) -> str:
    """Return what tells of the words of a query that are not looked for; of a name, which is found whole, its signs."""
    text = " ".join(request.names)
    words = unquoted(text).split()
    is_name = bool(answer.hits) and answer.hits[0].score >= ALIAS and without_this(text) == text
    telling = TELLING | {"or"} if request.flag("quiet") else _TELLING
    over = dict.fromkeys(signs(words), "") if is_name else passed_over(words, request.today, telling, codes(words))
    best = [index.row(hit.number) for hit in answer.hits[:BEST]] if over else []
    titles = {row[name] for row in best for name in ("title", "title_ko")}
    return "" if text in titles else not_looked_for(over, request.rows_lang)
