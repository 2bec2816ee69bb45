"""What an empty answer says: what was asked, and which span is recorded, so that nobody takes nothing for never."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from aseanrok import dates, roles, store
from aseanrok.cli.request import Request
from aseanrok.errors import quoted
from aseanrok.schema import Table

_ASKED: dict[str, tuple[str, str]] = {
    "year": ("in {}", "{}년"),
    "framework": ("of {}", "{}"),
    "kind": ("of kind {}", "종류 {}"),
    "country": ("of {}", "{}"),
    "place": ("at {}", "장소 {}"),
    "match": ("that hold {}", "{} 포함"),
    "as_of": ("on {}", "{} 기준"),
}
"""What a filter asks for, in English and in Korean."""


def said(request: Request, table: Table) -> str:
    """Return `no meetings in 1985; meetings are recorded from 1976 to 2026`, for the filters of a call."""
    korean = request.lang == "ko"
    what = (table.name_ko if korean else "acts" if table.name == "timeline" else table.name).lower()
    asked = " ".join(_asked(request, korean=korean))
    span = _span(table)
    if korean:
        known = f"; {span[0]}년부터 {span[1]}년까지 기록되어 있음" if span else ""
        return f"{asked + ' ' if asked else ''}{what} 없음{known}"
    years = f"in {span[0]}" if span and span[0] == span[1] else f"from {span[0]} to {span[1]}" if span else ""
    known = f"; {what} are recorded {years}" if span else ""
    return f"no {what}{' ' + asked if asked else ''}{known}"


def _asked(request: Request, *, korean: bool) -> Iterator[str]:
    if request.names:
        name = quoted(request.names[0])
        yield name if korean else f"of {name}"
    for option, words in _ASKED.items():
        if values := request.values(option):
            plain = option in ("year", "as_of", "kind", "framework")
            listed = _or(values if plain else map(quoted, values), korean=korean)
            yield words[korean].format(listed)
    since, until = request.option("since"), request.option("until")
    if korean and (since or until):
        yield f"{since or ''}~{until or ''}"
    elif since and until:
        yield f"from {since} to {until}"
    elif since or until:
        yield f"since {since}" if since else f"until {until}"


def _or(words: Iterable[str], *, korean: bool) -> str:
    join: Callable[[Iterable[str]], str] = (", " if korean else " or ").join
    return join(words)


def _span(table: Table) -> tuple[str, str] | None:
    """Return the first and the last year that any row of a table falls in, or None where its rows are not dated."""
    field = table.first(roles.DATE)
    bounds = [dates.bounds(row[field]) for row in store.table(table.name) if row[field]] if field else []
    first = min((begin for begin, _ in bounds if begin != dates.FIRST_DAY), default="")
    last = max((begin if end == dates.LAST_DAY else end for begin, end in bounds), default="")
    return (first[:4], last[:4]) if first and last else None
