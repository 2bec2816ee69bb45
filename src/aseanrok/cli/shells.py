"""What each shell is told when it asks how the last word of a line goes on: its quotes are read, and names written."""

from __future__ import annotations

import os
import sys

from aseanrok.cli.completion import candidates
from aseanrok.cli.options import OPTIONS, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DESCRIBED = ("zsh", "fish", "powershell")
"""The shells that show what a candidate is."""


def told(shell: str, words: Sequence[str]) -> list[str]:
    """Return what a shell is told, a line for each thing that the last of its words may become.

    Behind a tab stands what that is, for those that show it. The script of bash calls itself "line": its words are the
    line up to the cursor and what of its end is to be replaced, and it is told what to put there.
    """
    if shell == "line":
        line, replaced = (*words, "", "")[:2]
        (_, *typed), is_file = words_of(line)
        if is_file or not typed:
            return []
        read = [Typed(word).text for word in typed]
        names = [name for name, _ in candidates(read)] or _files(read)
        return behind(typed[-1], replaced, list(filter(_can_write, names)))
    *before, last = words or [""]
    if shell != "fish":  # which hands over the words before the last one without their quotes
        before = [Typed(word, shell).text for word in before]
    found = candidates([*before, Typed(last, shell).text], described=shell in _DESCRIBED)
    return [
        f"{word}\t{about}" if shell in _DESCRIBED and about and _can_write(about) else word
        for word, about in found
        if _can_write(word)
    ]


def complete(words: Sequence[str]) -> list[str]:
    """Return what the last of these words may become; the words before it are those after the program's name.

    They may have quotes around them, and the last one an opening quote, as shells hand them over.
    """
    return [word for word, _ in candidates([Typed(word).text for word in words])]


def _can_write(word: str) -> bool:
    """Say whether standard output has every letter of a word: a shell would put into the line what stands for one."""
    try:
        word.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        return False
    return True


def _files(words: Sequence[str]) -> list[str]:
    """Return the files and folders that the last word may become, where it stands after an option that names one.

    Only bash 3.2 asks for them; the other shells have a way of their own.
    """
    flags = [flag for option in OPTIONS.values() if option.words == Words.FILES for flag in option.written()]
    flag, equals, path = words[-1].partition("=")
    if flag not in flags or not equals:
        if len(words) < 2 or words[-2] not in flags:
            return []
        flag, equals, path = "", "", words[-1]
    folder, slash, name = path.rpartition("/")
    try:
        known = sorted(os.listdir(f"{folder}{slash}" or "."))
    except OSError:
        return []
    begun = f"{flag}{equals}{folder}{slash}"
    return [f"{begun}{each}" for each in known if each.startswith(name) and (name or each[0] != ".")]


_OPENING = {"'": "'", '"': '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"'}
"""What opens quotes, and which; the curved ones do in PowerShell alone."""

_SPECIAL = " \t\n\"'\\$&|;<>()*?[]{}!`#~^"
"""What has a meaning to bash outside quotes."""

_PARTING = " \t\n<>|&;()"
"""What ends a word."""

_LIVE = {"": "$`*?[{!", '"': "$`!"}
"""What bash puts something else in the place of, where it stands without a backslash."""


class Typed:
    """A word as it was typed, read up to its end.

    `text` is what a program is handed, `quote` the quotes that are open at the end (`'`, `"`, `$'` or none), `is_live`
    says that the shell puts something else in the place of a part of it. The word ends before the first of the letters
    that part words, where these are given, and `end` says where.
    """

    __slots__ = ("end", "is_live", "quote", "text")

    def __init__(self, word: str, shell: str = "", parting: str = "") -> None:
        self.quote, self.is_live = "", False
        escape = "`" if shell == "powershell" else "\\"
        text, at = [], 0
        while at < len(word):
            letter, following, quote = word[at], word[at + 1 : at + 2], self.quote
            shut = quote[-1:] and (_OPENING.get(letter) if shell == "powershell" else letter) == quote[-1:]
            at += 1
            is_doubled = shut and shell == "powershell" and following == letter
            if is_doubled or (letter == escape and self._escapes(following, shell)):
                text.append(following)
                at += 1
            elif shut:
                self.quote = ""
            elif quote:
                text.append(letter)
                self.is_live |= letter in _LIVE.get(quote, "")
            elif letter in "'\"" or (shell == "powershell" and letter in _OPENING):
                self.quote = _OPENING[letter]
            elif letter == "$" and following and following in "'\"" and shell not in ("fish", "powershell"):
                self.quote = "$'" if following == "'" else '"'
                at += 1
            elif letter in parting:
                at -= 1
                break
            else:
                text.append(letter)
                self.is_live |= letter in _LIVE[""] or (letter == "~" and len(text) == 1)
        self.text, self.end = "".join(text), at

    def _escapes(self, following: str, shell: str) -> bool:
        """Say whether an escape sign takes the meaning of what follows, within the quotes that are open."""
        if self.quote == "'":
            return shell == "fish" and following != "" and following in "\\'"
        return self.quote != '"' or shell == "powershell" or (following != "" and following in '\\"$`\n')


def words_of(line: str) -> tuple[list[str], bool]:
    """Return the words of a line of bash as they were typed, the last one the one that is being typed, maybe empty.

    Beside them stands whether that one names a file which the shell itself reads or writes; no other such name is
    among the words.
    """
    words: list[str] = []
    at, is_file = 0, False
    while True:
        word = line[at : at + Typed(line[at:], parting=_PARTING).end]
        at += len(word) + 1
        if at > len(line):
            return [*words, word], is_file
        parting = line[at - 1]
        is_number = parting in "<>" and word.isdecimal()  # 2>FILE
        if word and not is_file and not is_number:
            words.append(word)
        is_file = parting in "<>" or (is_file and not word)


def behind(word: str, replaced: str, found: Sequence[str]) -> list[str]:
    """Return what bash is to put in the place of the end of a word, one text for each name that the word may become.

    `replaced` is that end, which begins after quotes that are open. Where names begin alike, bash puts in what their
    texts have in common: a half of what stands for one letter is never that, so that what they share may stand among
    them.
    """
    begun = Typed(word.removesuffix(replaced))
    if begun.is_live:
        return []
    rest = [name.removeprefix(begun.text) for name in found if name.startswith(begun.text)]
    texts = [_text(each, begun.quote) for each in rest]
    common = _text(_common(rest), begun.quote)
    whole = [_ended(text, begun.quote) for text in texts]
    return whole if len(rest) < 2 or _common(texts) == common else [common, *whole]


def _common(texts: Iterable[str]) -> str:
    least, most = min(texts, default=""), max(texts, default="")
    return next((least[:at] for at, letter in enumerate(least) if most[at : at + 1] != letter), least)


def _text(name: str, quote: str) -> str:
    """Return letters as they are written within quotes."""
    if not quote:
        return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in name)
    if quote == "'":
        text = name.replace("'", "'\\''")
    elif quote == "$'":
        text = name.replace("\\", "\\\\").replace("'", "\\'")
    else:
        text = "".join(f"\\{letter}" if letter in '\\"$`' else letter for letter in name)
        text = text.replace("!", '"\\!"')  # only outside them does a backslash before it vanish
    # Bash takes a quote at the beginning for the one that stands there already.
    return f"{quote}{text}" if text.startswith(quote) else text


def _ended(text: str, quote: str) -> str:
    """Return a text with its quotes closed, where bash would take its last letter for the quote that closes them."""
    return text + quote[-1:] if quote and text.endswith(quote[-1:]) else text
