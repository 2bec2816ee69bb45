"""The last line of a card: what people ask of such a record and it does not tell, and where more may stand."""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.schema import Field
from aseanrok.values import Row
from aseanrok.wording import date, worded
from aseanrok.words.common import ASKED
from aseanrok.words.stem import stem

YEAR = 4
"""A date begins with so many digits of its year."""


def beyond(whole: Row, lang: str) -> str:
    """Return up to when the sources were read, which fields that people ask for are empty, and how to look further.

    What a card does not tell another one may: a summit's nothing of the fund that was raised there.
    """
    said = [worded("From sources read to {}.", lang, date(store.edition()["read"], lang))]
    if empty := [field.titled(lang) for field in unrecorded(whole)]:
        said.append(worded("Not recorded here: {}.", lang, ", ".join(empty)))
    year = _year(whole)
    words = f"aseanrok search {worded('WORDS', lang)}{f' --year {year}' if year else ''}"
    said.append(worded("Other cards may tell more: {}", lang, words))
    return " ".join(said)


def unrecorded(whole: Row) -> list[Field]:
    """Return the fields that a card of this table shows, that people ask for and that this record leaves empty.

    Of dates only those that are expected are missing: what was adopted need not be signed.
    """
    table = schema.table(whole["table"])
    asked = {stem(word) for word in ASKED}
    found = []
    for name, field in table.fields.items():
        if field.card == roles.NONE or not field.searched or whole.get(name) not in (None, "", [], False):
            continue
        is_asked = any(stem(word) in asked for word in field.heading.lower().split())
        if field.is_expected(whole) or (is_asked and not field.expected and field.type != "date"):
            found.append(field)
    return found


def _year(whole: Row) -> str:
    """Return the year of an act or a figure that has one date; a thing that goes on has none."""
    name = schema.table(whole["table"]).first(roles.DATE)
    when = str(whole.get(name or "") or "")
    years = {each[:YEAR] for each in when.split("/")}
    return years.pop() if when and len(years) == 1 and whole["table"] not in schema.subjects() else ""
