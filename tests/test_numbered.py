"""A meeting named by its series and its number, however that is written."""

from __future__ import annotations

import pytest

from aseanrok import store
from aseanrok.cli.numbered import numbered
from conftest import Program

NAMES = ("asean-rok-summit 26", "asean-rok-summit-26", "26th asean-rok-summit")


@pytest.mark.parametrize("name", [*NAMES, "제26차 asean-rok-summit"])
def test_a_number_may_stand_before_and_after(name: str) -> None:
    row = numbered(name)
    assert row and (row["series"], row["ordinal"]) == ("asean-rok-summit", 26)


def test_no_listing_of_meetings_answers_with_others_for_one_that_is_not_recorded(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from aseanrok.__main__ import run
    from aseanrok.cli.missing import unrecorded

    asked = 0
    for series in store.table("series"):
        numbers = [row["ordinal"] or 0 for row in store.rows_where("meetings", "series", (series["id"],))]
        if not any(numbers) or not unrecorded(series, max(numbers) + 1, store.edition()["read"], "en"):
            continue  # one that carries no number may be it
        asked += 1
        names = (
            f"{max(numbers) + 1}th {series['name']}",
            f"제{max(numbers) + 1}차 {series['name_ko'] or series['id']}",
        )
        for name in names:
            assert run(["meetings", name, "-q"]) == 1, name
            assert capsys.readouterr().out == "", name
    assert asked > 50


def test_what_tells_one_thing_from_another_may_not_be_lacking(program: Program) -> None:
    found = program("series", "asean-rok labour ministers")
    assert found.stderr.startswith("nothing is called 'asean-rok labour ministers'; in series, these hold its words:\n")


@pytest.mark.parametrize(
    ("name", "meeting"),
    [
        ("2nd mekong summit", "mekong-rok-summit-2"),
        ("13th mekong foreign ministers", "mekong-rok-fmm-13"),
        ("twenty-sixth asean-rok summit", "asean-rok-summit-26"),
        ("제26차 한-아세안 정상회의", "asean-rok-summit-26"),
        ("first asean summit", "asean-summit-1"),
        ("twenty fifth asean-rok summit", "asean-rok-summit-25"),
        ("twenty second ASEAN Summit", "asean-summit-22"),
        ("the 2nd asean-rok summit", "asean-rok-summit-2"),
        ("19th eas", "eas-summit-19"),
        ("admm-plus-11", "admm-plus-meeting-11"),
    ],
)
def test_a_number_in_letters_or_beside_words_of_a_series_is_its_number(
    program: Program, name: str, meeting: str
) -> None:
    done = program("meetings", name, "-q")
    assert (done.returncode, done.stdout) == (0, f"{meeting}\n")


@pytest.mark.parametrize("name", ["14th mekong foreign ministers", "twenty-seventh asean-rok summit"])
def test_a_number_beside_words_of_a_series_that_is_not_recorded_is_no_other(program: Program, name: str) -> None:
    done = program("meetings", name, "-q")
    assert (done.returncode, done.stdout) == (1, "") and "is recorded" in done.stderr
