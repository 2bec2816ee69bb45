"""Filters and sorts over rows, each with what is kept beside what is not."""

from __future__ import annotations

import pytest

from aseanrok import rows, schema
from aseanrok.cli.where import condition
from aseanrok.groups import grouped
from aseanrok.names import resolve
from aseanrok.words.english import ordinal
from test_options import said

TIMELINE = schema.table("timeline")


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        ("2019-11-25", "2019-11-25", ["2019-11-25", "2019-11", "2019", "2019-11-24/2019-11-26", "2012/.."]),
        (None, "2019-11-25", ["2019-11-24", "2019-11-25", "2019-11", "2019", "2019-11-24/2019-11-26", "2012/..",
         "../1999"]),
        ("2019-11-25", None, ["2019-11-25", "2019-11-26", "2019-11", "2019", "2019-11-24/2019-11-26", "2012/.."]),
        ("2019-11-26", "2019-11-26", ["2019-11-26", "2019-11", "2019", "2019-11-24/2019-11-26", "2012/.."]),
    ],
)  # fmt: skip
def test_the_first_and_the_last_day_belong_to_a_span(since: str | None, until: str | None, kept: list[str]) -> None:
    known = ["2019-11-24", "2019-11-25", "2019-11-26", "2019-11", "2019", "2019-11-24/2019-11-26", "2012/..", "../1999"]
    test = rows.between(since, until, TIMELINE)
    assert [date for date in known if test({"date": date})] == [date for date in known if date in kept]
    assert not test({"date": None})


def test_the_last_day_is_kept_by_the_program() -> None:
    _, out, _ = said("timeline", "--until", "2019-11-25", "--since", "2019-11-25", "--fields", "date", "-f", "tsv")
    assert "2019-11-25" in out.splitlines() and "2019-11-26" not in out.splitlines()


TYPES = {"name": "text", "count": "integer", "date": "date", "names": "list"}


def ordered(by: str, *values: object) -> list[object]:
    field = by.removeprefix("-")
    return [row[field] for row in rows.ordered([{field: value} for value in values], [by], TYPES)]


def test_what_is_empty_comes_last_whatever_the_order() -> None:
    assert ordered("name", "b", None, "a", "") == ["a", "b", None, ""]
    assert ordered("-name", "b", None, "a", "") == ["b", "a", None, ""]
    assert ordered("count", 2, None, 0) == [0, 2, None]
    assert ordered("-count", 0, None, 2) == [2, 0, None]
    assert ordered("names", [], ["b"], ["a"]) == [["a"], ["b"], []]
    assert ordered("-date", "2011", None, "2012") == ["2012", "2011", None]


def test_numbers_in_words_are_numbers() -> None:
    assert ordered("name", "summit 10", "summit 2", "summit 1") == ["summit 1", "summit 2", "summit 10"]
    assert ordered("-name", "11th", "111th", "2nd") == ["111th", "11th", "2nd"]
    assert ordered("name", "summit-10", "summit-9", "Summit 9a") == ["summit-9", "Summit 9a", "summit-10"]


def test_the_eleventh_of_every_hundred_is_no_first() -> None:
    said_ = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 101: "101st"}
    said_ |= {111: "111th", 112: "112th", 113: "113th", 122: "122nd", 1011: "1011th"}
    assert {number: ordinal(number) for number in said_} == said_


def test_a_country_is_looked_for_in_lists_as_well() -> None:
    documents = schema.table("documents")
    assert any(documents.fields[name].type == "list" for name in documents.having("country")), "a list of countries"
    (name,) = [name for name in documents.having("country") if documents.fields[name].type == "list"][:1]
    test = rows.of_countries(["LAO"], documents)
    assert test({name: ["KOR", "LAO"]}) and not test({name: ["KOR"]}) and not test({name: []})


def test_the_order_of_the_first_field_is_the_strongest() -> None:
    found = rows.ordered(
        [{"name": n, "count": c} for n, c in (("b", 1), ("a", 2), ("a", 1))], ["name", "-count"], TYPES
    )
    assert [(row["name"], row["count"]) for row in found] == [("a", 2), ("a", 1), ("b", 1)]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("date>2019", ["2020", "2019/2021", "2012/.."]),
        ("date>=2019", ["2019", "2019-11", "2019/2021", "2020", "2012/.."]),
        ("date<2019", ["2018", "2012/.."]),
        ("date>=2019/..", ["2019", "2019-11", "2019/2021", "2020", "2012/.."]),
        ("date<=2019", ["2018", "2019", "2019-11", "2019/2021", "2012/.."]),
        ("date>2019-11", ["2019", "2019/2021", "2020", "2012/.."]),
        ("date<2019-11", ["2018", "2019", "2019/2021", "2012/.."]),
    ],
)
def test_a_condition_on_a_date_keeps_what_may_meet_it(asked: str, kept: list[str]) -> None:
    test = condition(asked, TIMELINE, lambda what, when: when)
    dates = ["2018", "2019", "2019-11", "2019/2021", "2020", "2012/..", None]
    assert {when for when in dates if test({"date": when})} == {*kept}


@pytest.mark.parametrize("turn", [1, -1])
def test_a_name_as_it_stands_comes_before_one_without_the_rok(turn: int) -> None:
    both = [{"id": "rok", "name": "X", "name_ko": "한-가나"}, {"id": "own", "name": "Y", "name_ko": "가나"}][::turn]
    table = schema.table("series")
    assert [found and found["id"] for found in (resolve(both, "가나", table), resolve(both, "한-가나", table))] == [
        "own",
        "rok",
    ]
    alone = [row for row in both if row["id"] == "rok"]
    assert [found and found["id"] for found in (resolve(alone, "가나", table), resolve(alone, "나", table))] == [
        "rok",
        None,
    ]


def test_what_is_only_pledged_or_for_several_years_is_counted_and_not_added() -> None:
    one = {"fund": "f", "kind": "single", "status": "contributed", "period": "2019", "value": 5, "unit": "USD"}
    known = [one, {**one, "status": "pledged"}, {**one, "kind": "total"}, {**one, "value": None}]
    known += [{**one, "kind": "annual", "period": "2020/2022"}]
    (group,), _, _ = grouped(known, schema.table("contributions"), "fund")
    assert group == {"fund": "f", "count": 5, "total": 20, "unit": "USD", "without_amount": 1}
    years, _, _ = grouped(known, schema.table("contributions"), "year")
    assert [(row["year"], row["count"], row["total"]) for row in years] == [
        ("2019", 4, 5), ("2020", 1, 5), ("2021", 1, 5), ("2022", 1, 5),
    ]  # fmt: skip
    mixed, _, _ = grouped([one, {**one, "unit": "KRW"}], schema.table("contributions"), "fund")
    assert (mixed[0]["unit"], mixed[0]["total"]) == ("several", None)
    tenths = [{**one, "value": value} for value in (0.1, 0.2, 0.7)]
    (two,), _, _ = grouped(tenths[:2], schema.table("contributions"), "fund")
    (three,), _, _ = grouped(tenths, schema.table("contributions"), "fund")
    assert (two["total"], three["total"]) == (0.3, 1), "as they are added up on paper"
