"""What a query asks for and the records do not hold: a meeting of a series by a number that none of it has."""

from __future__ import annotations

from collections.abc import Iterator

from aseanrok import schema, store
from aseanrok.search.question import Question
from aseanrok.values import Row
from aseanrok.wording import date, worded


def missing(question: Question, lang: str) -> str:
    """Return the line that says which meeting of a query is not recorded, or nothing."""
    lines = (unrecorded(series, number, lang) for series, number in _numbered(question))
    return next(filter(None, lines), "")


def unrecorded(series: Row, number: int, lang: str) -> str:
    """Return the line that says that a meeting of a series is not recorded, or nothing where it may be."""
    own = store.rows_where("meetings", "series", (series["id"],))
    numbers = [row["ordinal"] for row in own if row["ordinal"]]
    # Meetings that carry no numbers are counted.
    if not own or number in numbers or number <= (0 if numbers else len(own)):
        return ""
    which = f"제{number}차" if lang == "ko" else _nth(number)
    name, read = schema.table("series").label(series, lang), date(store.edition()["read"], lang)
    told = "no {} {} is recorded, sources read to {}; those that are: {}"
    return worded(told, lang, which, name, read, f"aseanrok meetings {series['id']}")


def _numbered(question: Question) -> Iterator[tuple[Row, int]]:
    """Yield the series that a query names beside a number, the longest name first."""
    for group in sorted(question.groups, key=lambda group: group.first - group.last):
        beside = [at for at in (group.first - 1, group.last) if 0 <= at < len(question.terms)]
        numbers = [question.terms[at].whole[0].strip() for at in beside]
        for number in numbers:
            if number.isascii() and number.isdecimal() and len(number) < 4:
                ids = [needle.strip().removeprefix("@") for needle in group.needles]
                if not (found := store.rows_where("series", "id", ids)):
                    return  # the longest name beside a number is the one that is meant
                yield from ((series, int(number)) for series in found)


def _nth(number: int) -> str:
    from aseanrok.words.english import ordinal

    return ordinal(number)
