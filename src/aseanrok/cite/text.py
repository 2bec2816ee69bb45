"""Text: a line for each citation, as a footnote has it."""

from __future__ import annotations

from aseanrok.cite import Entry, Fact, edition
from aseanrok.wording import date, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def render(entries: Iterable[Entry], lang: str = "en") -> Iterator[str]:
    """Yield a line for each fact and the work it rests on, or for the work alone."""
    for entry in entries:
        for fact in entry.facts or (None,):
            yield f"{line(entry, fact, lang)}; {_recorded(entry, fact, lang)}.\n"


def line(entry: Entry, fact: Fact | None = None, lang: str = "en") -> str:
    """Return a work in a line: by whom, its title, where and when, where in it, its address, when it was read."""
    parts = [entry.author, quoted(entry.title, lang), entry.place]
    when = date(entry.date, lang) if entry.date else ""
    parts.append(f"{when} ({entry.doubt})" if entry.doubt else when)
    parts.append(fact.at if fact else "")
    parts.append(entry.url)
    parts.append(worded("read {}", lang, date(entry.read, lang)) if entry.read else "")
    work = ", ".join(part for part in parts if part)
    return f"{fact.said}: {work}" if fact else work


def quoted(title: str, lang: str) -> str:
    """Return a title in the quotation marks of a language; one that has marks of its own inside keeps them."""
    if lang == "ko":
        return f"\u300c{title}\u300d"
    return f"\u201c{title}\u201d"


def _recorded(entry: Entry, fact: Fact | None, lang: str) -> str:
    return f"{edition(lang)}, {fact.id if fact else entry.key}"
