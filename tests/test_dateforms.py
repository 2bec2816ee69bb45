"""Dates as people write them are understood, and what is no date is said to be none."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aseanrok import dates
from aseanrok.dateforms import understood

TODAY = "2026-11-25"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2019", "2019"),
        ("2019-11", "2019-11"),
        ("2019.11.27", "2019-11-27"),
        ("2019. 11. 27.", "2019-11-27"),
        ("2019/11", "2019-11"),
        ("2019/11/27", "2019-11-27"),
        ("Nov 2019", "2019-11"),
        ("november 2019", "2019-11"),
        ("27 November 2019", "2019-11-27"),
        ("November 27, 2019", "2019-11-27"),
        ("27th Nov 2019", "2019-11-27"),
        ("2019년 11월 27일", "2019-11-27"),
        ("2019년 11월", "2019-11"),
        ("2019년", "2019"),
        ("today", TODAY),
        ("오늘", TODAY),
        ("2019..2021", "2019/2021"),
        ("2019/2021", "2019/2021"),
        ("2019 to Nov 2020", "2019/2020-11"),
        ("2019~2021", "2019/2021"),
        ("..2018", "../2018"),
        ("2012..", "2012/.."),
        ("2019-11-25/2019-11-26", "2019-11-25/2019-11-26"),
        ("5.5.2019", None),
        ("2019-13", None),
        ("2019-02-30", None),
        ("30 February 2019", None),
        ("mekong", None),
        ("-2019", None),
        ("2019-", None),
        ("/2019", None),
        ("2019-11/", None),
        ("..-2019", None),
        ("7", None),
        ("11/27/2019", None),
        ("", None),
        ("to", None),
    ],
)
def test_a_date_is_read_as_it_was_meant(text: str, edtf: str | None) -> None:
    if edtf is None:
        with pytest.raises(ValueError, match="2019"):
            understood(text, TODAY)
    else:
        assert understood(text, TODAY) == edtf


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert dates.check(understood(text, TODAY))


@given(st.dates())
def test_a_day_in_words_is_that_day(day: object) -> None:
    assert understood(dates.in_words(str(day)), TODAY) == str(day)
