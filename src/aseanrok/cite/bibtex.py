"""BibTeX, as biblatex and the older styles read it: `date` as precise as it is known, and `year` beside it."""

from __future__ import annotations

from aseanrok import dates
from aseanrok.cite import Entry, edition
from aseanrok.cite.notes import note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ESCAPED = str.maketrans(
    {
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",  # BibTeX counts even a brace behind a backslash
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "&%$#_"},
    }
)
_LIGATURES = (("--", "-{}-"), ("``", "`{}`"), ("''", "'{}'"), ("?`", "?{}`"), ("!`", "!{}`"))
"""Signs that TeX makes another one of where they stand together; so often, for there may be three of them."""
_IN_ADDRESS = str.maketrans({mark: f"%{ord(mark):02X}" for mark in "{}\\ "})


def render(entries: Iterable[Entry], lang: str = "en") -> Iterator[str]:
    """Yield an entry for each work, a blank line between them."""
    for number, entry in enumerate(entries):
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(entry) if value)
        yield f"{chr(10) if number else ''}@misc{{{entry.key},\n{fields}}}\n"


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    # Braces of their own: a ministry is no person with a family name, and a title keeps its capitals.
    yield "author", f"{{{_text(entry.author)}}}" if entry.author else ""
    yield "title", f"{{{_text(entry.title)}}}"
    if entry.date:
        yield "date", entry.date
        yield "year", entry.date.removeprefix(f"{dates.OPEN}/")[:4]
    yield "address", _text(entry.place)
    yield "url", entry.url.translate(_IN_ADDRESS)  # read as it stands, without any escape
    yield "urldate", entry.read or ""
    yield "language", entry.language or ""
    yield "note", _text(edition())
    yield "annote", _text(note(entry))


def _text(text: str) -> str:
    text = text.translate(_ESCAPED)
    for together, apart in _LIGATURES * 2:
        text = text.replace(together, apart)
    return text
