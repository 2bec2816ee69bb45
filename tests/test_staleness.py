"""An edition that has grown old says so to somebody at a terminal, and never to a program."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aseanrok import store
from aseanrok.dates import days_between, in_words
from conftest import Program, screen


@given(st.dates(), st.dates())
def test_days_are_counted_as_the_calendar_counts_them(first: datetime.date, last: datetime.date) -> None:
    assert days_between(first.isoformat(), last.isoformat()) == (last - first).days


def epoch(days: int) -> str:
    """Return a day so long after the newest act that is recorded, in seconds since 1970."""
    read = datetime.datetime.fromisoformat(store.edition()["newest"]).replace(tzinfo=datetime.UTC)
    return str(int((read + datetime.timedelta(days=days)).timestamp()))


@pytest.mark.parametrize("days", [-400, 0, 365])
def test_an_edition_of_a_year_is_not_old(days: int) -> None:
    assert "days ago" not in screen("funds", "-n", "1", SOURCE_DATE_EPOCH=epoch(days))


def test_after_a_year_an_edition_is_old() -> None:
    told = screen("funds", "-n", "1", columns=200, SOURCE_DATE_EPOCH=epoch(366), NO_COLOR="1")
    newest = in_words(store.edition()["newest"])
    assert f"The newest act recorded is of {newest}, 366 days ago; what came since is not recorded.\n" in told


def test_the_newest_act_is_one_that_took_place_and_not_the_day_of_reading() -> None:
    about = store.edition()
    held = [row for row in store.table("timeline") if row["status"] in (None, "held")]
    assert about["newest"] <= about["read"]
    assert any(row["date"].endswith(about["newest"][-5:]) for row in held)


def test_a_terminal_is_told_and_a_pipe_is_not(program: Program) -> None:
    assert "400 days ago" in screen("funds", "-n", "1", SOURCE_DATE_EPOCH=epoch(400))
    assert "days ago" not in screen("funds", "-n", "1", SOURCE_DATE_EPOCH=epoch(365))
    narrow = screen("funds", "-n", "1", columns=30, SOURCE_DATE_EPOCH=epoch(400), NO_COLOR="1")
    assert max(map(len, narrow.splitlines())) <= 30 and "days ago" in " ".join(narrow.split())
    assert "days ago" not in screen("funds", "-q", SOURCE_DATE_EPOCH=epoch(400))
    assert "SOURCE_DATE_EPOCH: 'soon' is no number" in screen("funds", "-n", "1", code=2, SOURCE_DATE_EPOCH="soon")
    assert "days ago" not in program("funds", SOURCE_DATE_EPOCH=epoch(400)).stderr
