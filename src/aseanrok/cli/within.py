"""The filters within a query by the names that options take: `kind:정상회의`, `framework:메콩`, `year:2019년`."""

from __future__ import annotations

from aseanrok import roles, schema
from aseanrok.cli.grammar import options_of
from aseanrok.cli.records import named
from aseanrok.dateforms import understood
from aseanrok.errors import UsageFailure, quoted, typed
from aseanrok.names import in_english
from aseanrok.search.question import FILTERS, QUOTED
from aseanrok.words import MINUS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def within(text: str, kinds: Mapping[str, Sequence[str]], today: str) -> str:
    """Return a query with the values of its filters as the index has them; what names nothing stays as it was typed.

    `kinds` are what a record of each table is called. Raises UsageFailure for an option that is written as a filter and
    is none: `since:2019`.
    """
    words: list[str] = []
    for word in _whole(text.split(" ")):
        is_phrase = " ".join(words).count('"') % 2  # what stands in quotes is looked for as it is
        words.append(word if is_phrase else _plain(word, kinds, today))
    return " ".join(words)


def _whole(words: Sequence[str]) -> Iterator[str]:
    """Yield words, and as one those of a filter whose value stands in quotes: `framework:"ASEAN Plus Three"`."""
    rest = iter(words)
    for word in rest:
        name, _, value = word.partition(":")
        end = QUOTED.get(value[:1]) if name.lstrip(MINUS).casefold() in FILTERS else None
        parts = [word]
        while end and end not in " ".join(parts)[len(name) + 2 :] and (more := next(rest, None)) is not None:
            parts.append(more)
        yield " ".join(parts)


def called_table(kind: str, kinds: Mapping[str, Sequence[str]]) -> str | None:
    """Return the table whose records are called so, `meeting`, where that is asked for as a kind and is none: a summit.

    `kinds` are what a record of each table is called, as the column of kinds says it.
    """
    own = (each.fields[name] for each in schema.tables() if each.has_records and (name := each.first(roles.KIND)))
    if any(kind.casefold() in field.words for field in own):
        return None
    return next((table for table, called in kinds.items() if kind.casefold() in (table, *called)), None)


def _plain(word: str, kinds: Mapping[str, Sequence[str]], today: str) -> str:
    name, colon, value = word.partition(":")
    field = name.lstrip(MINUS).casefold()
    if len(value) > 1 and value[-1] == QUOTED.get(value[0]):
        value = f'"{value[1:-1]}"'
    if colon and field in FILTERS and not value.strip('" '):
        raise UsageFailure(f"{quoted(word)} needs a value at once behind it, as in year:2019")
    if not (colon and value.strip() and field):
        return word
    if field not in FILTERS:
        if field.replace("-", "_") in options_of("search") and field.isascii():
            raise UsageFailure(f"{quoted(word)} is no filter within a search; --{field} {typed(value)} is an option")
        return word
    if field == "kind" and (table := called_table(value.strip('"'), kinds)):
        return f"{name[: -len(field)]}table:{table}"
    if len(value) > 1 and value[0] == value[-1] == '"':
        return f'{name}:"{_value(field, value[1:-1], kinds, today)}"'
    return f"{name}:{_value(field, value, kinds, today)}"


def _value(field: str, value: str, kinds: Mapping[str, Sequence[str]], today: str) -> str:
    if field == "kind":
        return in_english(value, *(each.fields[kind] for each in schema.tables() if (kind := each.first(roles.KIND))))
    if field == "table":
        return next((table for table, called in kinds.items() if value.casefold() in (table, *called)), value)
    if field == "framework":
        return str(row["id"]) if (row := named("frameworks", value)) else value
    if field == "year":
        try:
            return understood(value, today)
        except ValueError:
            return value
    return value
