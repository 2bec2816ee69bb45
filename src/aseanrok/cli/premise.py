"""What a query takes for granted and no record bears out: that a country chaired a series of meetings, or hosted it."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cards.called import countries_named
from aseanrok.search.question import Question
from aseanrok.values import Row
from aseanrok.views import NOT_HELD
from aseanrok.wording import worded
from aseanrok.words.tokens import bare

CHAIR = frozenset(("chair", "chairs", "chaired", "chairing", "cochair", "cochairs", "cochaired", "의장", "의장국"))
ARTICLE = ("ROK", "USA", "Philippines")
"""The countries that a sentence names with an article."""

HOST = frozenset(("host", "hosts", "hosted", "hosting", "주최", "주최국", "개최국"))
"""The words that ask who chaired, and who was the host."""


def refuted(question: Question, lang: str) -> str:
    """Return the line that says that no meeting of what is named was chaired by a country, or held there."""
    words = {form for term in question.terms for form in (term.literal, bare(term.literal))}
    asked = [ask for ask in (CHAIR, HOST) if ask & words]
    codes = {term.whole[0].strip()[1:] for term in question.terms if term.whole[0].startswith(" =")}
    series = _series(question) if asked and len(codes) == 1 else None
    if series is None:
        return ""
    country = countries_named(codes, "en")[0], countries_named(codes, lang)[0]
    said_of = f"the {country[1]}" if country[1] in ARTICLE else country[1]
    held = [row for row in store.rows_where("meetings", "series", (series["id"],)) if row["status"] not in NOT_HELD]
    name = schema.table("series").label(series, lang)
    if CHAIR in asked:
        known = [row for row in held if row["chairs"]]
        if not known or any(f"({country[0]})" in chair for row in known for chair in row["chairs"]):
            return ""
        said = "{}: of {} meetings recorded, {} say who chaired, and none names {}"
        return worded(said, lang, name, len(held), len(known), said_of)
    known = [row for row in held if row["country"]]
    if not known or any(row["country"] in codes for row in known):
        return ""
    return worded("{}: of {} meetings recorded, none was held in {}", lang, name, len(held), said_of)


def _series(question: Question) -> Row | None:
    """Return the series that a query names, or the highest one of the framework that it names."""
    ids = [needle.strip().removeprefix("@") for group in question.groups for needle in group.needles]
    if found := store.rows_where("series", "id", ids):
        return found[0]
    frameworks = store.rows_where("frameworks", "id", ids)
    own = store.rows_naming("series", "frameworks", frameworks[0]["id"]) if frameworks else []
    level = schema.table("series").fields["level"]
    return min(own, key=lambda row: level.rank(row["level"]), default=None)
