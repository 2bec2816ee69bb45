"""What of the words of a question is passed over though it would turn what is asked, and how that is told."""

from __future__ import annotations

from aseanrok.dateforms import TODAY
from aseanrok.errors import quoted
from aseanrok.search.question import FILTERS, QUOTED
from aseanrok.wording import worded
from aseanrok.words import MINUS, bound
from aseanrok.words.common import TELLING, forms, unasked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


THIS_YEAR = "this year"


def passed_over(
    words: Sequence[str], today: str, telling: Collection[str] = TELLING, codes: Sequence[str] = ()
) -> dict[str, str]:
    """Return the words and signs that are not looked for, each with the option that asks what it asks, or nothing.

    `latest` and `|` have none; what bounds a time has one: `since 2019`, `>2018`. Where nothing else stands beside
    them they are looked for, and nothing is passed over. `codes` are those of countries that are told as well.
    """
    times = _times(words, today)
    others = [word for word in unasked(words, telling) if times.keys().isdisjoint(forms(word))]
    return {**dict.fromkeys((*others, *codes, *signs(words, times)), ""), **times}


def signs(words: Sequence[str], times: Collection[str] = ()) -> list[str]:
    """Return the signs among words that are not looked for; none that are part of one of some times."""
    if not any(letter.isalnum() for word in words for letter in word):
        return []
    plain = (word for word in words if word.lstrip(MINUS).partition(":")[0].casefold() not in FILTERS)
    found = {word: sign for word in plain if (sign := _sign(word)) and not any(time.startswith(word) for time in times)}
    if any(".." in time for time in times):
        from aseanrok.cli.spans import BETWEEN

        found = {word: sign for word, sign in found.items() if word not in BETWEEN}  # 2019 ~ 2021
    return list(found.values())


def not_looked_for(passed: Mapping[str, str], lang: str) -> str:
    """Return what is said of words that are passed over; nothing where none are."""
    if not passed:
        return ""
    said = worded("not looked for: {}", lang, ", ".join(map(quoted, passed)))
    asks = " ".join(dict.fromkeys(filter(None, passed.values())))
    return said + (worded(", which {} asks", lang, asks) if asks else "")


def unquoted(text: str) -> str:
    """Return a query with nothing in its quotes: what stands there is looked for as it is."""
    said, at = "", 0
    while at < len(text):
        closed = text.find(QUOTED[text[at]], at + 1) if text[at] in QUOTED else -1
        said += '""' if closed > 0 else text[at]
        at = closed + 1 if closed > 0 else at + 1
    return said


def _times(words: Sequence[str], today: str) -> dict[str, str]:
    """Return the words that ask for a time, each with its option."""
    this_year = THIS_YEAR in " ".join(words).casefold()
    has_date = any(word.casefold() in TODAY or any(map(str.isdecimal, word)) for word in words)
    if not this_year and not has_date:
        return {}
    from aseanrok.cli.spans import spanning  # only words with a date may bound a time

    this = {THIS_YEAR: f"--year {today[:4]}"} if this_year else {}
    return {**this, **spanning(words, today)}


def _sign(word: str) -> str:
    """Return what of a word is a sign that a search does not act upon: a minus before no word or behind a
    sign, `(-laos)`, or `|`, `sum*`.
    """
    if word[:1] in (*MINUS, "~") and not any(map(str.isalnum, word)):
        return word
    for at in range(1, len(word) - 1):
        before, after = word[at - 1], word[at + 1]
        if word[at] in MINUS and after.isalnum() and not before.isalnum() and before not in MINUS:
            return word[at:].rstrip(")]\"'")
    return bound(word)
