"""One stem for a word, its plural, its simple inflections, its number and its American spelling."""

from __future__ import annotations

# "One" is left out: it counts less often than it stands for somebody.
_UNITS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
"""The words that another number may follow: twenty-fourth."""

NUMBERS = {
    **{word: str(number) for number, word in enumerate(_UNITS, start=2)},
    **{word: str(number) for number, word in enumerate(_ORDINALS, start=1)},
    **{word: str(number) for word, number in TENS.items()},
    "thirtieth": "30", "fortieth": "40", "fiftieth": "50",
}  # fmt: skip

# American spelling, as the stem leaves it: endings first, then the words whose ending says nothing.
ENDINGS = (
    ("tre", "ter"), ("ogue", "og"), ("gramme", "gram"), ("isation", "ization"),
    ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"),
)  # fmt: skip
SPELLINGS = {"defence": "defense", "licence": "license", "offence": "offense", "metre": "meter"}


def stem(word: str) -> str:
    """Return the form that a folded word shares with its plural, its simple inflections and its other spellings.

    `centres` and `center`, `programme` and `program`, `first`, `1st` and `1` are one. A stem is no English word; it is
    only ever compared with another stem.
    """
    return _stems[word]


class _Stems(dict[str, str]):
    """The stem of each word, found out once."""

    def __missing__(self, word: str) -> str:
        self[word] = _stem(word)
        return self[word]


_stems = _Stems()


def _stem(word: str) -> str:
    if word in NUMBERS:
        return NUMBERS[word]
    if word[0].isdigit():
        return _number(word)
    if len(word) < 4 or not word.isascii():
        return word
    word = _singular(word)
    word = SPELLINGS.get(word, word)
    for british, american in ENDINGS:
        if word.endswith(british):
            word = word[: -len(british)] + american
            break
    if word.endswith("our") and len(word) > 5:
        word = word[:-3] + "or"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def _number(word: str) -> str:
    for suffix in ("st", "nd", "rd", "th"):
        if word.endswith(suffix) and word[:-2].isdigit():
            word = word[:-2]
    # The month of 2019-09 is the one of 2019-9; the zeros of 1,000 stay.
    return word.lstrip("0") or "0" if word.isdigit() and len(word) == 2 else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "is")) and (len(word) < 5 or not word.endswith("us")):
        return word[:-1]
    return word
