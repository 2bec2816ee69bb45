"""Rows filtered and sorted: the edges of a span, lists, empty values, numbers inside words."""

from __future__ import annotations

from aseanrok import dates, schema
from aseanrok.output import renderer
from aseanrok.rows import between, of_countries, ordered
from aseanrok.views import Listing, View
from aseanrok.words.english import ordinal
from conftest import Program


def test_a_span_holds_its_own_first_and_last_day() -> None:
    table = schema.table("timeline")
    kept = between("2019-11-25", "2019-11-27", table)
    days = ["2019-11-24", "2019-11-25", "2019-11-26", "2019-11-27", "2019-11-28"]
    assert [day for day in days if kept({"date": day})] == days[1:4]
    assert between(None, "2019-11-27", table)({"date": "2019-11-27/2019-11-28"})
    assert between("2019-11-27", None, table)({"date": "2019-11-26/2019-11-27"})


def test_a_country_is_found_in_a_list_as_well() -> None:
    for name in schema.published():
        table = schema.table(name)
        for field in table.fields.values():
            if "country" in field.roles:
                row = {field.name: ["KOR", "LAO"] if field.type == "list" else "LAO"}
                assert of_countries(["LAO"], table)(row), (name, field.name)
                assert not of_countries(["VNM"], table)(row), (name, field.name)


def test_what_is_empty_comes_last_whichever_way_is_sorted() -> None:
    rows: list[dict[str, object]] = [{"a": None}, {"a": "x"}, {"a": ""}, {"a": "y"}, {"a": []}]
    for by in ("a", "-a"):
        assert [row["a"] for row in ordered(rows, [by], {"a": "text"})][2:] == [None, "", []]


def test_numbers_inside_words_are_numbers() -> None:
    rows: list[dict[str, object]] = [{"a": name} for name in ("summit 10", "summit 2", "Summit 1")]
    assert [row["a"] for row in ordered(rows, ["a"], {"a": "text"})] == ["Summit 1", "summit 2", "summit 10"]


def test_teens_end_in_th_in_every_hundred() -> None:
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 112, 113, 121, 1011)
    told = "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th 112th 113th 121st 1011th"
    assert " ".join(map(ordinal, numbers)) == told


def test_a_hundred_that_no_four_hundred_divides_has_no_leap_day() -> None:
    assert [dates.days_in_month(year, 2) for year in (1900, 1999, 2000, 2004, 2100, 2400)] == [28, 28, 29, 29, 28, 29]


def test_a_tab_inside_a_value_begins_no_column() -> None:
    table = schema.table("funds")
    view = View(Listing([{"id": "a\tb\nc", "name": "d"}], ("id", "name"), table))
    assert "".join(renderer("tsv")(view)) == "id\tname\na b c\td\n"


def test_blank_lines_are_no_ids(program: Program) -> None:
    done = program("show", "-", "-q", stdin="\n  \nakcf\n\n mkcf \n")
    assert (done.stdout, done.stderr) == ("akcf\nmkcf\n", "")
