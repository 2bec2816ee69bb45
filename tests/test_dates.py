"""Partial dates: as precise as their source, ordered, overlapping, and never quietly wrong."""

from __future__ import annotations

import calendar

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aseanrok import dates
from aseanrok.model.partial_date import PartialDate

DAYS = st.dates(min_value=__import__("datetime").date(1, 1, 1)).map(lambda day: day.isoformat())
POINTS = st.builds(lambda day, length: day[:length], DAYS, st.sampled_from((4, 7, 10)))


@st.composite
def partial(draw: st.DrawFn) -> str:
    """Any date the data may hold."""
    start, end = sorted((draw(POINTS), draw(POINTS)))
    form = draw(st.sampled_from(("point", "interval", "since", "until")))
    if form == "point":
        return start
    if form == "since":
        return f"{start}/.."
    if form == "until":
        return f"../{end}"
    assume(start != end and dates.bounds(start)[0] <= dates.bounds(end)[1])
    return f"{start}/{end}"


@given(partial())
def test_a_date_of_the_data_is_accepted_and_begins_before_it_ends(edtf: str) -> None:
    assert dates.check(edtf) == edtf
    first, last = dates.bounds(edtf)
    assert first <= last


@given(partial(), partial())
def test_overlap_has_no_direction_and_order_agrees_with_time(a: str, b: str) -> None:
    assert dates.overlap(a, b) == dates.overlap(b, a)
    if dates.bounds(a)[1] < dates.bounds(b)[0]:
        assert not dates.overlap(a, b)
        assert PartialDate(a) < PartialDate(b)


@given(st.lists(partial(), max_size=8))
def test_sorting_is_the_same_from_any_beginning(edtf: list[str]) -> None:
    there = sorted(map(PartialDate, edtf))
    back = sorted(map(PartialDate, reversed(edtf)))
    assert there == back


@given(POINTS)
def test_a_date_overlaps_the_month_and_the_year_it_lies_in(point: str) -> None:
    assert all(dates.overlap(point, point[:length]) for length in (4, 7))


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_have_the_days_of_the_calendar(year: int, month: int) -> None:
    assert dates.days_in_month(year, month) == calendar.monthrange(year, month)[1]


@given(st.text(max_size=25))
def test_any_text_is_a_date_or_is_refused_in_one_line(text: str) -> None:
    try:
        assert dates.check(text) == text
    except ValueError as error:
        assert str(error).isprintable()


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("2011-13", "is not a date"),
        ("2011-1-1", "is not a date"),
        ("11-10-28", "is not a date"),
        ("2011-10-28T00:00", "is not a date"),
        ("２０１１", "is not a date"),
        ("0000", "is not a date"),
        ("2011-02-29", "a day that 2011-02 does not have"),
        ("2012/2011", "ends before it begins"),
        ("2011/2011", "begins and ends at once"),
        ("../..", "says nothing"),
        ("", "is not a date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(wrong: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        PartialDate(wrong)


@pytest.mark.parametrize(
    ("edtf", "precision", "words", "short"),
    [
        ("2011", "year", "2011", "2011"),
        ("2011-10", "month", "October 2011", "2011-10"),
        ("2011-10-08", "day", "8 October 2011", "2011-10-08"),
        ("2009-06-01/2009-06-02", "interval", "1-2 June 2009", "2009-06-01/02"),
        ("2009-05-31/2009-06-01", "interval", "31 May - 1 June 2009", "2009-05-31/06-01"),
        ("2021/2023", "interval", "2021-2023", "2021/2023"),
        ("2012/..", "interval", "since 2012", "2012/.."),
        ("../2018-03", "interval", "until March 2018", "../2018-03"),
    ],
)
def test_a_date_in_words_is_no_more_precise_than_it_is(edtf: str, precision: str, words: str, short: str) -> None:
    assert PartialDate(edtf).precision == precision
    assert dates.in_words(edtf) == words
    assert dates.shortened(edtf) == short


def test_a_date_knows_its_bounds_and_its_neighbours() -> None:
    june = PartialDate("2009-06")
    assert (june.earliest, june.latest) == ("2009-06-01", "2009-06-30")
    assert june.overlaps("2009") and not june.overlaps("2009-07-01")
    assert PartialDate("2009") < june < PartialDate("2009-06-01") <= PartialDate("2009-06-01/2009-06-02")
    assert june >= PartialDate("2009") and june > PartialDate("../2010")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2018", "2019"),
        ("2018-12", "2019-01"),
        ("2019-01", "2019-02"),
        ("2019-11-27", "2019-11-28"),
        ("2020-02-28", "2020-02-29"),
        ("1900-02-28", "1900-03-01"),
        ("2019-12-31", "2020-01-01"),
    ],
)
def test_a_date_follows_another_of_its_kind(before: str, after: str) -> None:
    assert (dates.following(before), dates.preceding(after)) == (after, before)


def test_a_hundred_that_no_four_hundred_divides_has_no_leap_day() -> None:
    assert [dates.days_in_month(year, 2) for year in (1900, 1999, 2000, 2004, 2100, 2400)] == [28, 28, 29, 29, 28, 29]
