"""The table of relations, made again from the fields by which records name each other.

A rule says of such a field what the record it names is to the one it stands in, or the other way round. What no field
tells is told beside the rules.
"""

from __future__ import annotations

from aseanrok import dates, store
from aseanrok.page import plain
from aseanrok.words import natural

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from aseanrok.values import Row

    Said = tuple[str, str, str]

NAME = "relations"
TOLD = ("id", "relation", "to", "rank")
"""The columns that are made again: which record, what to it is which other, and its place on a card."""


def relations(records: dict[str, Row]) -> dict[str, Any] | None:
    """Return what makes the table again; None where that would not be the table itself.

    That is the rules; the rank of each word; and what no field tells, by its word: told of both records, or of the
    first. A rule is a table, its field, a word, and whether the record named is told it of (0) or tells it (1).
    """
    rows = store.table(NAME)
    words: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        words.setdefault((row["id"], row["to"]), set()).add(row["relation"])
    rules: list[list[Any]] = []
    made: set[Said] = set()
    for table, field, pairs in _naming():
        for back in (0, 1):
            turned = [pair[::-1] if back else pair for pair in pairs]
            for word in sorted(set.intersection(*(words.get(pair, set()) for pair in turned))):
                rules.append([table, field, word, back])
                made.update((one, word, other) for one, other in turned)
    said = [(row["id"], row["relation"], row["to"]) for row in rows]
    untold = {each: None for each in said if each not in made}
    both: dict[str, list[list[str]]] = {}
    more: dict[str, list[list[str]]] = {}
    for one, word, other in untold:
        if (other, word, one) not in untold:
            more.setdefault(word, []).append([one, other])
        elif [other, one] not in both.setdefault(word, []):
            both[word].append([one, other])
    ranks = {row["relation"]: row["rank"] for row in rows}
    again = sorted({*made, *untold}, key=lambda each: _order(each, records))
    if again != said or any(row["rank"] != ranks[row["relation"]] for row in rows):
        return None
    return {"rules": rules, "ranks": ranks, "both": both, "more": more}


def _naming() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Yield each table and field that name records, with what names what."""
    for table in plain.tables():
        rows = store.table(table.name)
        for field in rows[0] if rows else ():
            if pairs := [(row["id"], id) for row in rows for id in _ids(row[field])]:
                yield table.name, field, pairs


def _ids(value: Any) -> Sequence[str]:
    if isinstance(value, str):
        return (value,)
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else ()


def _order(said: Said, records: dict[str, Row]) -> tuple[Any, ...]:
    id, word, to = said
    date = records[to].get("date") if to in records else None
    return natural(id), word, dates.order(str(date or "9999")), to
