"""Search over the real data: what people ask for comes first, and every record is found by each of its names."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import aseanrok
from aseanrok.words.tokens import key, tokenise

# The benchmark prints what is asked for here.
sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from relevance import Query, found, library, mean_reciprocal_rank, queries, rank

SHELF = library()


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.words)
def test_what_people_look_for_comes_first(query: Query) -> None:
    ids = found(SHELF, query.words)
    place = rank(ids, query.wanted)
    assert place and place <= query.within, ids[:5]


def test_the_suite_is_worth_its_name() -> None:
    asked = queries()
    assert len(asked) >= 120
    assert len({query.words for query in asked}) == len(asked)
    assert len({query.by for query in asked}) >= 5
    known = {SHELF.records.row(number)["id"] for number in range(len(SHELF.records))}
    assert not [query.words for query in asked if known.isdisjoint(query.wanted)]
    assert mean_reciprocal_rank(rank(found(SHELF, query.words), query.wanted) for query in asked) >= 0.97


def called() -> Iterator[tuple[str, str]]:
    """Yield every name of every record, with its id."""
    for _, record in aseanrok.load():
        yield record.id, record.id
        yield record.called, record.id
        for field in ("abbreviation", "name_ko", "title_ko", "official_name", "short_name"):
            if name := getattr(record, field, None):
                yield name, record.id
        for name in record.aliases:
            yield name, record.id


NAMES = list(called())


def sharing(name: str) -> set[str]:
    """Return who goes by a name: some records share one, and either may come first."""
    numbers = (number for number, _ in SHELF.records.called(key(tokenise(name, SHELF.names))))
    return {SHELF.records.row(number)["id"] for number in numbers}


def test_every_record_is_found_by_its_id_its_title_and_each_other_name() -> None:
    """Of ten thousand names a quarter is asked for, in each edition another: all of them take minutes."""
    wrong = []
    for name, id in list(dict.fromkeys(NAMES))[len(NAMES) % 4 :: 4]:
        ids = found(SHELF, name)
        if id not in sharing(name) or id not in ids or ids[0] not in sharing(name):
            wrong.append((name, id, ids[:3]))
    assert not wrong


@given(st.sampled_from(NAMES), st.sampled_from([str.upper, str.lower, str.title, lambda name: f"  {name} "]))
@example(("mofa-7th-eas-fmm-outcome-2017", ""), str.upper)  # a word in it asks for a field
def test_a_name_is_found_however_its_letters_are_cased(name: tuple[str, str], change: object) -> None:
    assert found(SHELF, change(name[0]))[:1] == found(SHELF, name[0])[:1]  # type: ignore[operator]


@given(st.text(max_size=40) | st.lists(st.sampled_from([name for name, _ in NAMES]), max_size=3).map(" ".join))
def test_no_string_makes_the_search_fail(text: str) -> None:
    found(SHELF, text)
