"""What the card of a figure tells of the year before."""

from __future__ import annotations

from aseanrok import store
from aseanrok.values import Row
from aseanrok.wording import worded

YEAR = 4
"""A period of so many letters is a year."""

APART = ("rank", "percent")
"""Units of which one is not so much more or less than another."""


def year_before(figure: Row, lang: str) -> list[tuple[str, str]]:
    """Return the same figure of the year before, by the same count, and how much more or less this one is.

    Nothing where none is recorded, or where one of the two is not exact or below nought.
    """
    period = figure["period"] or ""
    if len(period) != YEAR or figure["unit"] in APART or not _is_exact(figure):
        return []
    same = {name: figure[name] for name in ("name", "basis", "unit")} | {"period": str(int(period) - 1)}
    for row in store.rows_where("statistics", "about", (figure["about"],)):
        if _is_exact(row) and all(row[name] == value for name, value in same.items()):
            stated = (lang == "ko" and row["stated_ko"]) or row["stated"]
            change = (figure["value"] - row["value"]) / row["value"]
            phrase = "{}: {} [{}]; {} more in {}" if change >= 0 else "{}: {} [{}]; {} less in {}"
            said = worded(phrase, lang, row["period"], stated, row["id"], f"{abs(change):.1%}", period)
            return [(worded("Year before", lang), f"{said} [{worded('derived', lang)}]")]
    return []


def _is_exact(figure: Row) -> bool:
    return (figure["value"] or 0) > 0 and not figure["qualifier"]
