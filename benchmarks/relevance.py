"""How well the search answers the queries of tests/relevance.toml: the mean reciprocal rank, and what is not first.

    python benchmarks/relevance.py

1.0 is every answer at the top; 0.5 is every answer in the second place. The tests ask for the single queries.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from aseanrok import store
from aseanrok.search.ask import Library, ask
from aseanrok.search.ask import library as opened

QUERIES = Path(__file__).parent.parent / "tests" / "relevance.toml"


class Query(NamedTuple):
    """What somebody looks for, and the ids that answer it: one of them among the first `within` hits."""

    by: str
    words: str
    wanted: tuple[str, ...]
    within: int


def queries() -> list[Query]:
    """Return the queries of the relevance suite."""
    entries = tomllib.loads(QUERIES.read_text(encoding="utf-8"))["query"]
    return [
        Query(
            entry["by"],
            entry["words"],
            tuple(entry.get("first") or entry["among"]),
            1 if "first" in entry else 3,
        )
        for entry in entries
    ]


def library() -> Library:
    """Return what the search reads of the edition."""
    return opened(store.search_column, store.search_names)


def found(library: Library, words: str) -> list[str]:
    """Return the ids of the hits, the best first."""
    return [library.records.row(hit.number)["id"] for hit in ask(library, words).hits]


def rank(ids: Sequence[str], wanted: Iterable[str]) -> int | None:
    """Return the place of the first wanted id, 1 for the first; None where none is among them."""
    places = [ids.index(id) + 1 for id in wanted if id in ids]
    return min(places, default=None)


def mean_reciprocal_rank(ranks: Iterable[int | None]) -> float:
    """Return the mean of 1/rank, 0 for what was not found."""
    each = [1 / place if place else 0.0 for place in ranks]
    return sum(each) / len(each)


def main() -> None:
    """Print the mean reciprocal rank, by who asks, and the queries whose answer is not the first hit."""
    shelf = library()
    ranks = {query: rank(found(shelf, query.words), query.wanted) for query in queries()}
    for who in dict.fromkeys(query.by for query in ranks):
        own = [place for query, place in ranks.items() if query.by == who]
        print(f"{mean_reciprocal_rank(own):.3f}  {who} ({len(own)} queries)")
    print(f"{mean_reciprocal_rank(ranks.values()):.3f}  all ({len(ranks)} queries, {len(shelf.records)} records)")
    for query, place in ranks.items():
        if place != 1:
            print(f"  {place or '-'}  {query.words}: {' or '.join(query.wanted)}")


if __name__ == "__main__":
    main()
