"""RIS: what EndNote, Mendeley and RefWorks read; a tag a line, lines as the format wants them."""

from __future__ import annotations

from aseanrok import dates
from aseanrok.cite import Entry, edition, points
from aseanrok.cite.notes import note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

END = "\r\n"


def render(entries: Iterable[Entry], lang: str = "en") -> Iterator[str]:
    """Yield a reference for each work."""
    for entry in entries:
        yield "".join(f"{tag}  - {value}{END}" for tag, value in _lines(entry))


def _lines(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if entry.is_press else "ELEC"
    yield "ID", entry.key
    if entry.author and not entry.is_press:
        # A comma would part a family name from the others.
        yield "AU", entry.author.replace(",", " -")
    yield "TI", entry.title
    if entry.author:
        yield "T2" if entry.is_press else "PB", entry.author
    if entry.date:
        first = points(entry.date)[0]
        yield "PY", f"{first[0]}"
        # The format has no place for where a time ends, but one for what else is to be said of a date.
        yield "DA", _day(first) + (dates.in_words(entry.date) if "/" in entry.date else "")
    if entry.place:
        yield "CY", entry.place
    if entry.url:
        yield "UR", entry.url.replace(";", "%3B")  # which parts one address from the next
    if entry.read:
        yield "Y2", _day(points(entry.read)[0])
    if entry.language:
        yield "LA", entry.language
    if facts := note(entry):
        yield "N1", facts
    yield "N1", edition()
    yield "ER", ""


def _day(parts: list[int]) -> str:
    """Return a date as RIS writes it, what is not known left empty: `2019/11//`."""
    year, *rest = parts
    month, day = (*(f"{part:02d}" for part in rest), "", "")[:2]
    return f"{year}/{month}/{day}/"
