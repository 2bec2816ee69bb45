"""What a query asks for and the records do not hold: a meeting by a number that none has, or that was not held then.

What is said here is said only where it is sure: of one series, that the query names in full, or that alone is called
by its words. Where several may be meant, nothing is said.
"""

from __future__ import annotations

from aseanrok import dates, schema, store
from aseanrok.cards.glance import told
from aseanrok.cli.listed import is_year
from aseanrok.cli.meant import Meant, called, meant, names
from aseanrok.cli.numbered import is_ordinal
from aseanrok.search.ask import Library
from aseanrok.search.question import Question, Term
from aseanrok.values import Row, Value
from aseanrok.views import NOT_HELD, status_of
from aseanrok.wording import date, worded


class Missing(Value):
    """The line that says what is not recorded, the number that it is about, and the question without it.

    There is no such question where a meeting is recorded that was not held: it is found by its number.
    """

    __slots__ = ("line", "number", "question")

    def __init__(self, line: str, number: Term, question: Question | None) -> None:
        self.line = line
        self.number = number
        self.question = question


def missing(question: Question, library: Library, today: str, lang: str) -> Missing | None:
    """Return what is to be said of a meeting that a query asks for by its number; None where nothing is."""
    years = [at for at, term in enumerate(question.terms) if is_year(_said(term))]
    numbers = [at for at, term in enumerate(question.terms) if is_ordinal(_said(term)) and not _is_named(question, at)]
    found = meant(question, library, [*years, *numbers]) if len(numbers) == 1 else None
    if found is None or not _is_its(question, numbers[0], found):
        return None
    at, wanted = numbers[0], [_said(question.terms[year]) for year in years]
    number = int(_said(question.terms[at]))
    none = unrecorded(found.series, number, today, lang)
    line = none or _in_another_year(found.series, number, wanted, lang)
    if not line or _is_another(question.terms[found.first : found.last], number, wanted, library):
        return None
    own = store.rows_where("meetings", "series", (found.series["id"],)) if none else ()
    is_put_off = any(row["ordinal"] == number for row in own)
    kept = [each for each in range(len(question.terms)) if each != at]
    return Missing(line, question.terms[at], None if is_put_off else question.only(kept))


def unrecorded(series: Row, number: int, today: str, lang: str) -> str:
    """Return the line that says that a meeting of a series is not recorded, or was not held; else nothing."""
    own = store.rows_where("meetings", "series", (series["id"],))
    named = [row for row in own if row["ordinal"] == number]
    numbers = [row["ordinal"] for row in own if row["ordinal"]]
    which, name = _nth(number, lang), schema.table("series").label(series, lang)
    known = f"{told(own, today, lang)}; aseanrok meetings {series['id']}"
    if named and all(row["status"] in NOT_HELD[1:] for row in named):
        status = status_of(named[0]["status"], lang)
        when = date(named[0]["date"], lang) if named[0]["date"] else worded("no date", lang)
        return worded("the {} {} was not held: {}, {}; {}", lang, which, name, status, when, known)
    # Any of the meetings that carry no number may be the one; where none carries one, those that were held are counted.
    others = len([row for row in own if not row["ordinal"] and not _is_before_the_last(row, own, number)])
    counted = others if numbers else sum(row["status"] not in NOT_HELD for row in own)
    if not own or named or number < 1 or (counted and number <= max(numbers, default=0) + counted):
        return ""
    read = date(store.edition()["read"], lang)
    said = "no {} {} is recorded, sources read to {}: {}"
    if number <= others:  # it may be the one that is announced
        said = "no {} {} is recorded as held, sources read to {}: {}"
    return worded(said, lang, which, name, read, known)


def _is_before_the_last(meeting: Row, own: list[Row], number: int) -> bool:
    """Say whether a meeting came before one of its series with a lower number than this: then it is not that one."""
    if not meeting["date"]:
        return False
    last = dates.bounds(meeting["date"])[1]
    return any(
        row["ordinal"] and row["ordinal"] < number and row["date"] and dates.bounds(row["date"])[0] > last
        for row in own
    )


def _in_another_year(series: Row, number: int, years: list[str], lang: str) -> str:
    """Return the line that says that a meeting was not held in the year that is asked for, and which was."""
    own = [row for row in store.rows_where("meetings", "series", (series["id"],)) if row["status"] not in NOT_HELD]
    named = [row for row in own if row["ordinal"] == number]
    if len(years) != 1 or len(named) != 1 or not named[0]["date"]:
        return ""
    if any(dates.overlap(named[0]["date"], year) for year in years):
        return ""
    label = schema.table("meetings").label
    then = [row for row in own if row["date"] and any(dates.overlap(row["date"], year) for year in years)]
    line = worded("the {} was on {}", lang, label(named[0], lang), date(named[0]["date"], lang))
    others = ", ".join(f"{label(row, lang)} ({date(row['date'], lang)})" for row in then)
    return f"{line}; {', '.join(years)}: {others}" if others else line


def _is_its(question: Question, at: int, found: Meant) -> bool:
    """Say whether a number is the one of a meeting of the series: 4th, fourth, 제4차, or a bare one beside the name."""
    if at not in (found.first - 1, found.last):
        return False
    shown, text = question.terms[at].shown.casefold(), question.text.casefold()
    if f"on the {shown}" in text:
        return False  # a day
    if shown.endswith(("st", "nd", "rd", "th")) or f"{shown}차" in text or f"제{shown}회" in text:
        return True
    return shown.isdecimal() and not found.others


def _is_another(terms: tuple[Term, ...], number: int, years: list[str], library: Library) -> bool:
    """Say whether a meeting of any series, or a document, goes by the words and the number, in the years if any."""
    first = terms[0].whole[0].lstrip()
    for table in ("meetings", "documents"):
        for row in called(terms, library, table):
            is_so = row.get("ordinal") == number or any(
                f" {number} {first}" in name for name in names(row, library.names)
            )
            if is_so and (not years or any(row["date"] and dates.overlap(row["date"], year) for year in years)):
                return row.get("status") not in NOT_HELD
    return False


def _is_named(question: Question, at: int) -> bool:
    """Say whether a number is part of a name: that of ASEAN Plus Three."""
    return any(group.first <= at < group.last for group in question.groups)


def _said(term: Term) -> str:
    return term.whole[0].strip()


def _nth(number: int, lang: str) -> str:
    from aseanrok.words.english import ordinal

    return f"제{number}차" if lang == "ko" else ordinal(number)
