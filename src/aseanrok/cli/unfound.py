"""What a search says where nothing holds all of the words: what was looked for, what comes near, up to which day."""

from __future__ import annotations

from aseanrok import store
from aseanrok.cli.listed import KEEPING
from aseanrok.errors import NotFound, quoted
from aseanrok.names import did_you_mean, nearest
from aseanrok.search.filters import unknown
from aseanrok.wording import date, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from aseanrok.cli.request import Request
    from aseanrok.search.ask import Answer, Library

NAMED = 3
"""So many of the words that stand nowhere are named."""


def some(words: Iterable[str], lang: str = "en") -> str:
    """Return words as an error repeats them, and no more than can be read."""
    told = list(words)
    shown = told if len(told) == NAMED + 1 else told[:NAMED]  # to name one more takes no more room
    others = worded(" or {} others", lang, len(told) - len(shown)) if len(told) > len(shown) else ""
    return worded(" or ", lang).join(map(quoted, shown)) + others


def nothing(request: Request, known: Library, answer: Answer, not_so: str) -> NotFound:
    """Return the one line that says what was not found, and what comes near it."""
    lang = request.lang
    message = worded("nothing found for {}", lang, _sought(request))
    if not_so:
        return NotFound(f"{message}: {not_so}")
    if wrong := unknown(known.records, answer.question.filters, known.names):
        filter, values = wrong
        close = [f"{filter.field}:{value}" for value in nearest(filter.value, values)]
        none = worded("no {0} {1}", lang, filter.field, quoted(filter.value))
        return NotFound(f"{message}: {none}{did_you_mean(close, lang)}", close)
    if answer.unknown and len(answer.question.terms) > 1:
        message += f": {worded('no record holds {}', lang, some(answer.unknown, lang))}"
    elif len(answer.question.terms) > 1:
        is_filtered = request.is_given(*KEEPING) or answer.question.filters or answer.question.without
        left = "of the records that the filters leave none holds these words together"
        message += f": {worded(left if is_filtered else 'no record holds these words together', lang)}"
    if close := list(answer.suggestions):
        return NotFound(message + did_you_mean(close, lang), close)
    read = worded("sources read to {}", lang, date(store.edition()["read"], lang))
    return NotFound(f"{message} ({read})")


def not_all(request: Request, answer: Answer) -> str:
    """Return what is said below records that hold most of the words: and which of them no record has, up to when."""
    asked, read = _sought(request), date(store.edition()["read"], request.lang)
    if answer.unknown:
        said = "no text holds the word {}, in sources read to {}; shown is what holds the other words"
        told = worded(said, request.lang, some(answer.unknown, request.lang), read)
        return told + (did_you_mean(list(answer.suggestions), request.lang) if answer.suggestions else "")
    if answer.chance:
        few = "few records hold all of {}, in sources read to {}; shown first is the best of each country"
        return worded(few, request.lang, asked, read)
    return worded("no record holds all of {}, in sources read to {}; these hold most of it", request.lang, asked, read)


def _sought(request: Request) -> str:
    """Return what was looked for as it was typed: the words, and the options that leave records out."""
    given = [(option, value) for option in KEEPING for value in request.values(option)]
    asked = [quoted(" ".join(request.names)), *(f"{request.written(option)} {value}" for option, value in given)]
    return " ".join(asked)
