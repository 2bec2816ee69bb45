"""What a query asks for and the records do not hold: a meeting by a number that none has, or that was not held then."""

from __future__ import annotations

from collections.abc import Iterator

from aseanrok import dates, schema, store
from aseanrok.cards.glance import told
from aseanrok.search.ask import Library
from aseanrok.search.question import Question
from aseanrok.search.ranking import search
from aseanrok.values import Row, Value
from aseanrok.views import NOT_HELD, status_of
from aseanrok.wording import date, worded
from aseanrok.words.stem import NUMBERS

FIRST_HITS = 3
"""Among so many of the records that hold the other words the series must be."""


class Missing(Value):
    """The line that says what is not recorded, and the question without the number that it is about."""

    __slots__ = ("line", "question")

    def __init__(self, line: str, question: Question) -> None:
        self.line = line
        self.question = question


def missing(question: Question, library: Library, today: str, lang: str) -> Missing | None:
    """Return what is to be said of a meeting that a query asks for by its number; None where nothing is."""
    years = [at for at, term in enumerate(question.terms) if _is_year(term.whole[0].strip())]
    for series, at in _numbered(question, library, years):
        number = int(question.terms[at].whole[0].strip())
        line = unrecorded(series, number, today, lang)
        wanted = [question.terms[year].whole[0].strip() for year in years]
        line = line or _in_another_year(series, number, wanted, lang)
        if line:
            return Missing(line, question.only([each for each in range(len(question.terms)) if each != at]))
    return None


def unrecorded(series: Row, number: int, today: str, lang: str) -> str:
    """Return the line that says that a meeting of a series is not recorded, or was not held; else nothing."""
    own = store.rows_where("meetings", "series", (series["id"],))
    named = [row for row in own if row["ordinal"] == number]
    numbers = [row["ordinal"] for row in own if row["ordinal"]]
    which, name = _nth(number, lang), schema.table("series").label(series, lang)
    known = f"{told(own, today, lang)}; aseanrok meetings {series['id']}"
    if named and named[0]["status"] in NOT_HELD[1:]:
        status = status_of(named[0]["status"], lang)
        when = date(named[0]["date"], lang) if named[0]["date"] else worded("no date", lang)
        return worded("the {} {} was not held: {}, {}; {}", lang, which, name, status, when, known)
    # Meetings that carry no numbers are counted.
    if not own or named or number <= (0 if numbers else len(own)):
        return ""
    read = date(store.edition()["read"], lang)
    return worded("no {} {} is recorded, sources read to {}: {}", lang, which, name, read, known)


def _in_another_year(series: Row, number: int, years: list[str], lang: str) -> str:
    """Return the line that says that a meeting was not held in the year that is asked for, and which was."""
    own = [row for row in store.rows_where("meetings", "series", (series["id"],)) if row["date"]]
    named = next((row for row in own if row["ordinal"] == number), None)
    if named is None or not years or any(dates.overlap(named["date"], year) for year in years):
        return ""
    label = schema.table("meetings").label
    then = [row for row in own if row["status"] not in NOT_HELD and any(dates.overlap(row["date"], y) for y in years)]
    line = worded("the {} was on {}", lang, label(named, lang), date(named["date"], lang))
    others = ", ".join(f"{label(row, lang)} ({date(row['date'], lang)})" for row in then)
    return "; ".join(filter(None, (line, f"{', '.join(years)}: {others or worded('none recorded', lang)}")))


def _numbered(question: Question, library: Library, years: list[int]) -> Iterator[tuple[Row, int]]:
    """Yield the series that a query names beside a number, the longest name first, and the place of the number."""
    numbers = [at for at, term in enumerate(question.terms) if _is_number(term.whole[0].strip())]
    for group in sorted(question.groups, key=lambda group: group.first - group.last):
        for at in (at for at in (group.first - 1, group.last) if at in numbers):
            ids = [needle.strip().removeprefix("@") for needle in group.needles]
            if not (found := store.rows_where("series", "id", ids)):
                return  # the longest name beside a number is the one that is meant
            yield from ((series, at) for series in found)
    for at in numbers:
        others = [each for each in range(len(question.terms)) if each != at and each not in years]
        if others and _is_ordinal(question, at):
            hits = search(library.records, question.only(others), None).hits[:FIRST_HITS]
            ids = [library.records.facts(hit.number)[0] for hit in hits]
            yield from ((series, at) for series in store.rows_where("series", "id", ids)[:1])


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 4


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) == 4


def _is_ordinal(question: Question, at: int) -> bool:
    """Say whether a number was typed as the one of a meeting: 4th, fourth, 제4차."""
    shown = question.terms[at].shown.casefold()
    return shown.rstrip("stndrh") != shown or shown in NUMBERS or f"{shown}차" in question.text


def _nth(number: int, lang: str) -> str:
    from aseanrok.words.english import ordinal

    return f"제{number}차" if lang == "ko" else ordinal(number)
