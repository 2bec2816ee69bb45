"""One form for every spelling of the same words, so that what is typed finds what is written."""

from __future__ import annotations

import unicodedata
from itertools import groupby

QUOTES = "'\"`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00b4\u2032\u2033"

# Quotes go, hyphens and dashes become blanks; what is left is letters and numbers.
_NO_QUOTES = dict.fromkeys(map(ord, QUOTES), None)

DOTS = "\u318d\u119e"
"""The middle dot that Korean keyboards write, which Unicode takes for a letter, and what it makes of it."""

_NO_DOTS = dict.fromkeys(map(ord, DOTS), " ")


def fold(text: str) -> str:
    """Return text without case, accents, width, quotes and punctuation; words are divided by one blank.

    `Foreign Ministers\u2019 Meeting`, `foreign ministers' meeting` and full-width letters give the same words.
    """
    if not text.isascii():
        text = text.translate(_NO_DOTS)
        text = unicodedata.normalize("NFKD", text)
        text = "".join(character for character in text if not unicodedata.combining(character))
        text = unicodedata.normalize("NFC", text)
    text = text.casefold().translate(_NO_QUOTES)
    return " ".join("".join(character if character.isalnum() else " " for character in text).split())


def narrow(text: str) -> str:
    """Return text with full-width letters, digits, blanks and tildes as plain ones, and every other letter as typed."""
    for wave in "\u301c\u223c":  # what Korean keyboards write for a tilde
        text = text.replace(wave, "~")
    letters = (unicodedata.normalize("NFKC", each) if "\uff00" <= each <= "\uffef" else each for each in text)
    return unicodedata.normalize("NFC", "".join(letters).replace("\u3000", " "))


def compatible(text: str) -> str:
    """Return text with every letter as the plain one that it stands for (NFKC), but lone Korean ones and their dot."""
    parts = groupby(text, lambda letter: "\u3131" <= letter <= "\u318e")
    return "".join("".join(part) if alone else unicodedata.normalize("NFKC", "".join(part)) for alone, part in parts)


def squeezed(text: str) -> str:
    """Return folded text without its blanks: `Han-River`, `han river` and `hanriver` are one."""
    return fold(text).replace(" ", "")


DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
"""What looks like a hyphen and is none: editors, phones and keyboards put them in its place."""

MINUS = f"-!{DASHES}"
"""The signs that leave out what follows."""

NOT = "\u2260\u226e\u226f\u00ac"
PATTERN = "*^|"
BOUNDS = f"<>=\u2264\u2265{NOT}{PATTERN}"
"""The signs that bound what is asked, or ask for its contrary or for a pattern, wherever they stand."""


def turning(text: str) -> str:
    """Return the sign by which a text asks for something else than its words, or nothing: `-laos`, `>2019`, `sum*`."""
    said = text.lstrip()
    return said[0] if len(said) > 1 and said[0] in MINUS else bound(said)


def bound(text: str) -> str:
    """Return the first sign that bounds what a text asks, or a tilde before a word; nothing where none does."""
    for at, letter in enumerate(text):
        if letter in BOUNDS:
            return letter
        if letter == "~":  # 2014~2017 and 서울~부산 are from one to the other
            before, after = text[:at][-1:], text[at + 1 : at + 2]
            if (after.isalpha() and not before.isalnum()) or ("a" <= before.casefold() <= "z" and after.isalnum()):
                return letter
    return ""


def natural(text: str) -> list[tuple[bool, int, str]]:
    """Return a sort key that puts `summit-2` before `summit-10`."""
    pieces: list[str] = []
    for character in text:
        if pieces and pieces[-1][-1].isdecimal() == character.isdecimal():
            pieces[-1] += character
        else:
            pieces.append(character)
    return [(piece.isdecimal(), int(piece) if piece.isdecimal() else 0, piece) for piece in pieces]
