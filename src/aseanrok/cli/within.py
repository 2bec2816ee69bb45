"""The filters within a query by the names that options take: `kind:정상회의`, `framework:메콩`, `year:2019년`."""

from __future__ import annotations

from aseanrok import roles, schema
from aseanrok.cli.grammar import options_of
from aseanrok.cli.records import named
from aseanrok.dateforms import understood
from aseanrok.errors import UsageFailure, quoted, typed
from aseanrok.names import in_english
from aseanrok.search.question import FILTERS, Piece, pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def within(text: str, kinds: Mapping[str, Sequence[str]], today: str) -> str:
    """Return a query with the values of its filters as the index has them; what names nothing stays as it was typed.

    `kinds` are what a record of each table is called. Raises UsageFailure for an option that is written as a filter and
    is none: `since:2019`.
    """
    return " ".join(_plain(piece, kinds, today) for piece in pieces(text))


def called_table(kind: str, kinds: Mapping[str, Sequence[str]]) -> str | None:
    """Return the table whose records are called so, `meeting`, where that is asked for as a kind and is none: a summit.

    `kinds` are what a record of each table is called, as the column of kinds says it.
    """
    own = (each.fields[name] for each in schema.tables() if each.has_records and (name := each.first(roles.KIND)))
    if any(kind.casefold() in field.words for field in own):
        return None
    return next((table for table, called in kinds.items() if kind.casefold() in (table, *called)), None)


def _plain(piece: Piece, kinds: Mapping[str, Sequence[str]], today: str) -> str:
    minus, field, value = "" if piece.wanted else "-", piece.filter, piece.text
    quotes = "\u201c\u201d" if '"' in value else '""'
    if field is None and piece.quoted:  # it is looked for as it is
        return f"{minus}{quotes[0]}{value}{quotes[1]}"
    if field is None:
        name, colon, value = value.partition(":")
        if colon and not value and name in FILTERS:  # with a capital it is a word of a title: From Farm to Table: ...
            raise _empty(f"{minus}{name}:")
        option = name.casefold()
        if value.strip() and option.replace("-", "_") in options_of("search") and option.isascii():
            word = f"{minus}{name}:{value}"
            raise UsageFailure(f"{quoted(word)} is no filter within a search; --{option} {typed(value)} is an option")
        return f"{minus}{name}{colon}{value}"
    if not value.strip():
        raise _empty(f"{minus}{field}:{quotes if piece.quoted else ''}")
    value = value if piece.quoted else _bare(value)
    if field == "kind" and (table := called_table(value, kinds)):
        return f"{minus}table:{table}"
    value = _value(field, value, kinds, today)
    return f"{minus}{field}:{quotes[0]}{value}{quotes[1]}" if piece.quoted else f"{minus}{field}:{value}"


def _bare(value: str) -> str:
    """Return a value without the comma or full stop of a sentence; the two of `2019..` are its own."""
    bare = value.rstrip(",;") or value
    return bare[:-1] if bare.endswith(".") and not bare.endswith("..") else bare


def _empty(word: str) -> UsageFailure:
    return UsageFailure(f"{quoted(word)} needs a value at once behind it, as in year:2019")


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
