"""What of the words of a question is passed over though it would turn what is asked, and how that is told."""

from __future__ import annotations

from aseanrok.cli.options import OPTIONS
from aseanrok.dateforms import THIS, TODAY
from aseanrok.errors import quoted
from aseanrok.search.question import FILTERS, QUOTED
from aseanrok.wording import worded
from aseanrok.words import MINUS, QUOTES, bound
from aseanrok.words.common import COMMON, TELLING, forms, unasked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


_THIS = "this"
_OPENING = "([{,;/&+|"
"""Behind these a minus is meant as one, and behind a word or what ends one, (ROK)-ASEAN, as a hyphen."""

NUMBERS = "looked for as numbers alone: {}"
"""What is said of a time: its numbers are looked for like other words."""


def passed_over(
    words: Sequence[str], today: str, telling: Collection[str] = TELLING, codes: Sequence[str] = ()
) -> dict[str, str]:
    """Return the words and signs that are not looked for, each with the option that asks what it asks, or nothing.

    `latest` and `|` have none; what bounds a time has one: `since 2019`, `>2018`. Where nothing else stands beside
    them they are looked for, and nothing is passed over. `codes` are those of countries that are told as well.
    """
    times = _times(words, today)
    free = ['""' if _is_filter(word) else word for word in words]  # what is asked by its value is asked
    others = [word for word in unasked(free, telling) if times.keys().isdisjoint(forms(word))]
    return {**dict.fromkeys((*others, *codes, *signs(words, times)), ""), **times}


def _is_filter(word: str) -> bool:
    name, colon, _ = word.lstrip(MINUS).partition(":")
    return bool(colon) and name.casefold() in FILTERS


def signs(words: Sequence[str], times: Collection[str] = ()) -> list[str]:
    """Return the signs among words that are not looked for; none that are part of one of some times."""
    if not any(letter.isalnum() or letter == '"' for word in words for letter in word):
        return []
    plain = (word for word in words if not _is_filter(word))
    found = {word: sign for word in plain if (sign := _sign(word)) and not any(time.startswith(word) for time in times)}
    if any(".." in time for time in times):
        from aseanrok.words.spans import BETWEEN

        found = {word: sign for word, sign in found.items() if word not in BETWEEN}  # 2019 ~ 2021
    return list(found.values())


def not_looked_for(passed: Mapping[str, str], lang: str, options: Collection[str] | None = None) -> str:
    """Return what is said of words that are passed over; nothing where none are.

    Where `options` are those that a command takes, no other is said to ask anything.
    """
    if options is not None:
        flags = {OPTIONS[name].flags[0] for name in options}
        passed = {word: asks if flags.issuperset(asks.split()[::2]) else "" for word, asks in passed.items()}
    numbers = [word for word in passed if any(map(str.isdecimal, word))]
    told = (("not looked for: {}", [word for word in passed if word not in numbers]), (NUMBERS, numbers))
    return "; ".join(_said(sentence, words, passed, lang) for sentence, words in told if words)


def _said(sentence: str, words: Sequence[str], passed: Mapping[str, str], lang: str) -> str:
    said = worded(sentence, lang, ", ".join(map(quoted, words)))
    asks = " ".join(dict.fromkeys(asks for word in words if (asks := passed[word])))
    return said + (worded(", which {} asks", lang, asks) if asks else "")


def unquoted(text: str) -> str:
    """Return a query with nothing in its quotes: what stands there is looked for as it is."""
    said, at = "", 0
    while at < len(text):
        closed = text.find(QUOTED[text[at]], at + 1) if text[at] in QUOTED else -1
        if closed > 0:  # a minus before it, which acts, goes with it
            said = (said[:-1] if said[-1:] in (*MINUS,) else said) + '"" '
        else:
            said += text[at]
        at = closed + 1 if closed > 0 else at + 1
    return said


def _times(words: Sequence[str], today: str) -> dict[str, str]:
    """Return the words that ask for a time, each with its option."""
    if not any(_may_be_time(word.casefold()) for word in words):
        return {}
    from aseanrok.cli.spans import spanning  # only words with a date may bound a time

    return spanning(words, today)


def _may_be_time(word: str) -> bool:
    return word in (*TODAY, *THIS, _THIS) or any(map(str.isdecimal, word))


def without_this(text: str) -> str:
    """Return a query without the words `this year` and `this month`, which no record holds, if others stand there."""
    words, kept = text.split(), []
    for at, word in enumerate(words):
        begun, ended = (" ".join(words[each : each + 2]).casefold() for each in (at, at - 1 if at else len(words)))
        if begun.strip("?!.,") not in THIS and ended.strip("?!.,") not in THIS:
            kept.append(word)
    return " ".join(kept) or text


def _field(word: str) -> str:
    """Return what a word begins with as a filter does and that is none, of those that ask: `date:` of `date:2019`."""
    name, _, value = word.partition(":")
    return f"{name}:" if value[:1].isalnum() and not COMMON.isdisjoint(forms(name)) else ""


def _sign(word: str) -> str:
    """Return what of a word is a sign that a search does not act upon: a minus before no word or behind a
    sign, `(-laos)`, or `|`, `sum*`.
    """
    if word[:1] in (*MINUS, "~") and not any(map(str.isalnum, word)):
        return word
    for at in range(1, len(word) - 1):
        before, after = word[at - 1], word[at + 1]
        is_begun = before in _OPENING or (at == 1 and before in QUOTES)
        if word[at] in MINUS and after.isalnum() and is_begun:
            return word[at:].rstrip(")]\"'")
    return _field(word) or bound(word)
