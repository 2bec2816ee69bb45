"""Numbers and sums of money in a text, in the ways both languages write them, each as one word for all of them.

`USD 200 billion`, `2천억 달러`, `2000억 달러` and `$200bn` are one; so are `64,319` and `6만 4,319`, `천만 달러` and
`1,000만 달러`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from aseanrok.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

BIG = {"만": 10**4, "억": 10**8, "조": 10**12}
SMALL = {"십": 10, "백": 100, "천": 1000}
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "bn": 10**9, "tn": 10**12, "m": 10**6, "b": 10**9, "k": 10**3,
}  # fmt: skip
CURRENCIES = {
    "usd": "usd", "us$": "usd", "$": "usd", "dollar": "usd", "dollars": "usd", "미화": "usd", "달러": "usd",
    "미달러": "usd", "불": "usd", "krw": "krw", "₩": "krw", "won": "krw", "원": "krw", "eur": "eur", "€": "eur",
    "euro": "eur", "euros": "eur", "유로": "eur",
}  # fmt: skip

_NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_BEFORE = r"(?P<before>US\$|USD|KRW|EUR|[$₩€]|미화)\s?"
_GROUP = rf"{_NUMBER}(?:[십백천](?:{_NUMBER})?)*[만억조]"
_BARE = r"(?:천백?십?|백십?|십)[만억조]"
_KOREAN = (
    # What several of it are, `수천만` and `수 천만`, is no number; and in `32 백만` another one goes before.
    rf"(?P<korean>(?:{_GROUP}|(?<![0-9수몇]\s){_BARE})(?:\s?(?:{_GROUP}|{_BARE}))*(?:\s?{_NUMBER}(?:[십백천](?:{_NUMBER})?)*)?"
    rf"|{_NUMBER}[천백](?=\s?(?:미?달러|불|원|유로|명)))"
)
_LATIN = rf"(?P<number>{_NUMBER})(?:\s?(?P<scale>thousand|million|billion|trillion|[mbt]n|[mbk])(?![a-z]))?"
_AFTER = r"여?\s?(?P<after>USD|KRW|EUR|US dollars?|dollars?|won|euros?|미?달러|불|원|유로)(?![a-z])"
# A Korean number ends where a word begins that is none of what it counts: `2019 만남` and `제3조` hold none.
_END = r"여?\s?(?:명|건|개)|여|(?![가-힣])|(?=[이을를은는의에로과와도]|규모|수준|상당|가량|정도|대|톤|위|퍼|초과|미만)"
AMOUNT = rf"(?<![0-9A-Za-z가-힣.,])(?<!제)(?:{_BEFORE})?(?:{_KOREAN}|{_LATIN})(?:{_AFTER}|{_END})"
WORD = r"(?:여?\s?[명건개])|(?![가-힣])"
PIECE = rf"(?P<number>{_NUMBER})|(?P<small>[십백천])|(?P<big>[만억조])"
"""The patterns are read by the page as well: nothing in them is Python alone but the names of groups."""

_AMOUNT, _PIECE, _WORD = re.compile(AMOUNT, re.IGNORECASE), re.compile(PIECE), re.compile(WORD)

LONG = 5
"""A plain number of fewer digits, as a year is, stays the word it was."""


class Amount(Value):
    """A number in a text: where it stands, the word for it, and the word for it with its currency."""

    __slots__ = ("end", "start", "words")

    def __init__(self, start: int, end: int, words: tuple[str, ...]) -> None:
        self.start = start
        self.end = end
        self.words = words  # the one that says most is the last


def amounts(text: str) -> Iterator[Amount]:
    """Yield the numbers of a text that are written as amounts, in order; dates, years and ordinals are none."""
    for found in _AMOUNT.finditer(text):
        number, scale = found["number"], (found["scale"] or "").lower()
        currency = CURRENCIES.get((found["before"] or found["after"] or "").lower().removeprefix("us "), "")
        if found["korean"]:
            if not currency and not _is_number(found["korean"], text, found.end("korean")):
                continue
            value = _korean(found["korean"])
        elif not (scale or currency or "," in number or len(number.partition(".")[0]) >= LONG):
            continue
        elif len(scale) == 1 and not currency:
            continue  # 5m is no sum of money, and 3b is a paragraph
        else:
            value = Decimal(number.replace(",", "")) * SCALES.get(scale, 1)
        yield Amount(found.start(), found.end(), words(value, currency))


def words(value: Decimal, currency: str = "") -> tuple[str, ...]:
    """Return the words by which a number is found: the number alone, and with its currency."""
    plain = f"n{value.normalize():f}".replace(".", "p")
    return (plain, plain + currency.lower()) if currency else (plain,)


def _is_number(korean: str, text: str, end: int) -> bool:
    """Say whether a Korean number without a currency is one: without a digit only as a word, or before what it counts.

    `천만에` and `백만장자` are none, and 백조 is a swan.
    """
    return korean[0].isdigit() or (korean[-1] != "조" and _WORD.match(text, end) is not None)


def _korean(text: str) -> Decimal:
    """Return the number that Korean writes in groups of ten thousand: `1조 2,345억`, `2천억`, `6만 4,319`."""
    total = section = Decimal(0)
    number: Decimal | None = None
    for piece in _PIECE.finditer(text):
        if piece["number"]:
            number = Decimal(piece["number"].replace(",", ""))
        elif piece["small"]:
            section += (1 if number is None else number) * SMALL[piece["small"]]
            number = None
        else:
            total += (section + (number or 0)) * BIG[piece["big"]]
            section, number = Decimal(0), None
    return total + section + (number or 0)
