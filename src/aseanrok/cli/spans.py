"""What words beside a date say of a span of time: `since 2016`, `after November 2019`, `2019년부터 2020년까지`."""

from __future__ import annotations

from aseanrok import dates
from aseanrok.cli.about import date
from aseanrok.dateforms import THIS
from aseanrok.errors import UsageFailure
from aseanrok.words import MINUS
from aseanrok.words.common import AROUND
from aseanrok.words.spans import AFTER_IT, BEFORE_IT, BESIDE, BETWEEN, EDGES, MOST, TAILS, UP_TO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TURNING = ("since", "after", "before", "until", "till", "이후", "이래", "이전")
"""Those of them that no name of a time has: what is of 2017 to 2020 is called so."""

OF_A_DAY = ("by", "of")
"""Words before the day that something is as of."""

SPANNING = (*TURNING, "부터", "까지")
"""Those of them that say nothing but where a time begins or ends."""

_STEPS: dict[int, Callable[[str], str]] = {1: dates.following, -1: dates.preceding, 0: str}
"""How to come to the date beside one."""


def parted(words: Sequence[str], today: str) -> list[str]:
    """Return words with those together that are one date, `27 november 1989`, and apart what Korean joins to one.

    Two dates with a sign or a word between them, `2019 - 2021` or `2019 to 2021`, are one span: `2019..2021`.
    """
    found = list(_together([part for word in words for part in _apart(word)], today))
    for at in range(len(found) - 2, -1, -1):
        if found[at] in EDGES and date(found[at + 1], today):
            found[at : at + 2] = [found[at] + found[at + 1]]
    for at in range(len(found) - 2, 0, -1):
        is_begun = at > 1 and found[at - 2].casefold() in BEFORE_IT  # from 2019 to 2021
        is_between = found[at] in BETWEEN or (found[at].casefold() in UP_TO and not is_begun)
        if is_between and date(found[at - 1], today) and date(found[at + 1], today):
            found[at - 1 : at + 2] = [f"{found[at - 1]}..{found[at + 1]}"]
    return found


def _apart(word: str) -> list[str]:
    """Return a date and the word that Korean joins to it, 2019년 and 이후 of `2019년이후의`; of another word itself."""
    for end in AFTER_IT:
        for tail in TAILS:
            begun = word.removesuffix(end + tail)
            if begun != word and (_is_of_date(begun) or not begun):
                return [*([begun] if begun else []), end]
    return [word]


def _together(words: Sequence[str], today: str) -> Iterator[str]:
    at = 0
    while at < len(words):
        lengths = range(min(MOST, len(words) - at), 1, -1)
        length = next((each for each in lengths if _is_date(words[at : at + each], today)), 1)
        yield " ".join(words[at : at + length])
        at += length


def _is_of_date(word: str) -> bool:
    """Say whether a word is a date or a part of one: 2019, 2019년, 2019년도, 11월, 2019.11."""
    return word[:1].isdecimal() and all(letter.isdecimal() or letter in "년도월일.-" for letter in word)


def _is_date(words: Sequence[str], today: str) -> bool:
    """Say whether words are one date together, and not each a date apart."""
    if any(mark in word for mark in ("/", "~", "..") for word in words):
        return False
    when = date(" ".join(words), today)
    return bool(when) and "/" not in str(when) and not all(date(word, today) for word in words)


def of(words: Sequence[str], at: int, today: str) -> tuple[str, str] | None:
    """Return `since` or `until`, and its day, for a date and the word beside it; None where the word is another."""
    if edge := _edge(words[at], today):
        return edge
    before, after = (words[each].casefold() if 0 <= each < len(words) else "" for each in (at - 1, at + 1))
    option = BEFORE_IT.get(before) or AFTER_IT.get(after)
    is_second = before == "and" and "between" in map(str.casefold, words[:at])
    if is_second or (before == "of" and at > 1 and words[at - 2].casefold() == "as"):
        option = "until"
    when = date(words[at], today) if option else None
    if not (option and when) or "/" in when:
        return None
    try:
        return option, _STEPS[BESIDE.get(before, 0)](when)
    except ValueError:  # at the ends of time
        return None


def _edge(word: str, today: str) -> tuple[str, str] | None:
    """Return `since` or `until`, and its day, for a date with a sign that bounds it: `>2018`, `2018+`, `2018-`."""
    bare = word.lstrip("<>=+\u2264\u2265")
    sign = word.removesuffix(bare)
    if not sign and word[-1:] in f"+{MINUS}":
        sign, bare = ">=", word[:-1]
    when = date(bare, today) if sign in EDGES else None
    if not when or "/" in when:
        return None
    option, step = EDGES[sign]
    try:
        return option, _STEPS[step](when)
    except ValueError:  # at the ends of time
        return None


def spanning(words: Sequence[str], today: str) -> dict[str, str]:
    """Return the words that are a span of time, or say of a date beside them that one begins or ends with it.

    With each stands the option that asks for it, or nothing where there is no such time.
    """
    try:
        return _spanning([bare for word in words if (bare := word.strip(AROUND.replace(".", "")))], today)
    except UsageFailure:  # of a date that there is not: the words are looked for
        return {}


def _spanning(words: Sequence[str], today: str) -> dict[str, str]:
    passed: dict[str, str] = {}
    found = parted(words, today)
    for word in dict.fromkeys((*words, *found)):
        if (this := THIS.get(word.casefold())) is not None:
            passed[word] = f"--year {today[:this]}" if this == len("2019") else f"--since {today[:this]}"
        if edge := _edge(word, today):
            passed[word] = "--{} {}".format(*edge)
        if any(mark in word for mark in ("..", "~", "/")) and "/" in (when := date(word, today) or ""):
            between = zip(("--since", "--until"), when.split("/"), strict=True)
            passed[word] = " ".join(f"{option} {day}" for option, day in between if day != dates.OPEN)
    for at in range(len(found)):
        if found[at] not in passed and (asked := of(found, at, today)):
            after = found[at + 1] if at + 1 < len(found) else ""
            before = "as of" if found[at - 1].casefold() == "of" else found[at - 1]
            passed[after if after in AFTER_IT else before] = "--{} {}".format(*asked)
    ends = dict(said.split() for said in passed.values() if said.count("--") == 1)
    if (year := ends.pop("--year", "")) and len(ends) == 1:  # from 2019 to this year
        other = "--until" if "--since" in ends else "--since"
        passed = {word: f"{other} {year}" if said == f"--year {year}" else said for word, said in passed.items()}
        ends[other] = year
    if len(ends) > 1 and dates.bounds(ends["--since"])[0] > dates.bounds(ends["--until"])[1]:
        return dict.fromkeys(passed, "")  # between 2021 and 2019 is no time
    return passed
