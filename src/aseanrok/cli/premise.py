"""What a query takes for granted and no record bears out: that a country chaired a series of meetings, or hosted it."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cards.called import countries_named
from aseanrok.cli.listed import is_year
from aseanrok.cli.meant import Meant, meant
from aseanrok.errors import typed
from aseanrok.search.ask import Library
from aseanrok.search.question import Question
from aseanrok.values import Row
from aseanrok.views import NOT_HELD
from aseanrok.wording import worded
from aseanrok.words.common import CHAIR, HOST, bare
from aseanrok.words.english import ARTICLE
from aseanrok.words.tokens import KnownNames, tokenise

FEW = 2
"""What is told of fewer meetings says nothing of the others."""


def refuted(question: Question, library: Library, lang: str) -> str:
    """Return the line that says that no meeting of what is named was chaired by a country, or held there.

    Of a country alone it says what lists the meetings that were held there.
    """
    words = [{term.literal, bare(term.literal)} for term in question.terms]
    asking = [at for at, forms in enumerate(words) if not forms.isdisjoint(CHAIR | HOST)]
    asked = [ask for ask in (CHAIR, HOST) if any(not words[at].isdisjoint(ask) for at in asking)]
    named = [group for group in question.groups if group.last - group.first > 1]
    countries = [
        at
        for at, term in enumerate(question.terms)
        if term.whole[0].startswith(" =") and not any(group.first <= at < group.last for group in named)
    ]
    if len(asked) != 1 or len(countries) != 1:
        return ""
    years = [at for at, term in enumerate(question.terms) if is_year(term.whole[0].strip())]
    aside = [*asking, *countries, *years]
    code = question.terms[countries[0]].whole[0].strip()[1:]
    if asked[0] is HOST and len(aside) == len(question.terms):
        when = "".join(f" --year {question.terms[at].whole[0].strip()}" for at in years)
        place = typed(countries_named((code,), "en")[0])
        return worded("meetings held there: {}", lang, f"aseanrok meetings --place {place}{when}")
    found = meant(question, library, aside)
    series = found.series if found else _of_framework(question, aside)
    if series is None:
        return ""
    own = store.rows_where("meetings", "series", (series["id"],))
    if found is None or _is_framework(question, found):  # all of its meetings may be meant: EAS
        own = [row for id in series["frameworks"] for row in store.rows_naming("meetings", "frameworks", id)]
    if any(_names(row, code, library.names) for row in own):
        return ""
    held = [row for row in own if row["status"] not in NOT_HELD and row["series"] == series["id"]]
    by_chair = asked[0] is CHAIR
    known = [row for row in held if row["chairs" if by_chair else "country"]]
    if len(known) < FEW:
        return ""
    country = countries_named((code,), lang)[0]
    said = "{}: of {} meetings recorded, {} say who chaired, and none names {}"
    if not by_chair:
        said = "{}: of {} meetings recorded, {} say in which country, and none was held in {}"
    name = schema.table("series").label(series, lang)
    of = f"the {country}" if country in ARTICLE else country
    return worded(said, lang, name, len(held), len(known), of)


def _is_framework(question: Question, found: Meant) -> bool:
    """Say whether what names a series is what a framework is called as well."""
    spans = [group for group in question.groups if (group.first, group.last) == (found.first, found.last)]
    ids = [needle.strip().removeprefix("@") for group in spans for needle in group.needles]
    return bool(store.rows_where("frameworks", "id", ids))


def _names(meeting: Row, code: str, known: KnownNames) -> bool:
    """Say whether a meeting was in a country, or names it in any form where it tells its chairs and its place."""
    texts = [*meeting["chairs"], meeting["place"] or ""]
    return meeting["country"] == code or any(
        word.stem == f"={code}" for text in texts for word in tokenise(text, known)
    )


def _of_framework(question: Question, aside: list[int]) -> Row | None:
    """Return the highest series of the framework that is all that a query names; None where several are as high."""
    rest = [at for at in range(len(question.terms)) if at not in aside]
    group = next((each for each in question.groups if rest == list(range(each.first, each.last))), None)
    ids = [needle.strip().removeprefix("@") for needle in group.needles] if group else []
    frameworks = store.rows_where("frameworks", "id", ids)
    own = store.rows_naming("series", "frameworks", frameworks[0]["id"]) if len(frameworks) == 1 else []
    rank = schema.table("series").fields["level"].rank
    highest = min((rank(row["level"]) for row in own), default=None)
    first = [row for row in own if rank(row["level"]) == highest]
    return first[0] if len(first) == 1 else None
