"""What the card of an office, and of who held it, tells of the others who did."""

from __future__ import annotations

from aseanrok import dates, store, tenure
from aseanrok.cards.called import doubt
from aseanrok.values import Row
from aseanrok.wording import date, worded


def around(holder: Row, lang: str) -> list[tuple[str, str]]:
    """Return the last who is known to have held an office before a holder, and the first after it."""
    rows = store.rows_where("holders", "office", (holder["office"],))
    known = sorted((row for row in rows if tenure.began(row)), key=lambda row: dates.order(tenure.began(row)))
    at = next((at for at, row in enumerate(known) if row["id"] == holder["id"]), None)
    if at is None:
        return []
    before = [(worded("Before", lang), _called(row, *tenure.parting(row), lang)) for row in known[:at][-1:]]
    return before + [
        (worded("After", lang), _called(row, "since {}", tenure.began(row), lang)) for row in known[at + 1 : at + 2]
    ]


def _called(holder: Row, phrase: str, when: str, lang: str) -> str:
    name = (lang == "ko" and holder["name_ko"]) or holder["name"]
    if not when or when == dates.OPEN:
        return f"{name} [{holder['id']}]"
    marks = doubt(holder, "tenure", lang)
    said = date(when, lang) if when == holder["tenure"] else worded(phrase, lang, date(when, lang))  # a whole year
    return f"{name}, {said}{marks} [{holder['id']}]"


def unheld(office: Row, lang: str) -> list[tuple[str, str]]:
    """Return for which times it is not recorded who held an office, in a line; nothing where it is for all."""
    spans = tenure.gaps(office.get("holders", ()))
    said = ", ".join(worded("from {} to {}", lang, date(begin, lang), date(end, lang)) for begin, end in spans)
    return [(worded("Not recorded", lang), worded("who held it {}", lang, said))] if said else []
