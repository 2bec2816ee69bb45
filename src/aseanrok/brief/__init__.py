"""A brief: the page about a framework, a country or a fund that somebody can be handed.

Each line is made of records, and names by a footnote the source that it rests on; nothing else stands in it. There is
none for a day gone by: what a record says of itself, and which source was read, is of the edition it stands in.

`page` says what a brief is made of; `framework`, `country` and `fund` what is told of each; `markdown` and `word`
write it.
"""

from __future__ import annotations

from aseanrok.brief.country import of_country
from aseanrok.brief.draft import Draft
from aseanrok.brief.framework import of_framework
from aseanrok.brief.fund import of_fund
from aseanrok.brief.page import Page
from aseanrok.values import Row

TOLD = {"frameworks": of_framework, "countries": of_country, "funds": of_fund}
"""What a brief is made of, by the table of the record."""


def brief(row: Row, lang: str, today: str, *, full: bool) -> Page:
    """Return the brief of a framework, a country or a fund, as it stands on an ISO day; `full` leaves nothing out."""
    return TOLD[row["table"]](row, Draft(lang, today, full=full))
