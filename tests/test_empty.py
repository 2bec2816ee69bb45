"""An empty answer says what was asked and which span is recorded: nothing is not never."""

from __future__ import annotations

import pytest

from conftest import Program


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("meetings --year 1950", "no meetings in 1950; meetings are recorded from 1967 to 2026"),
        ("meetings --year 1950 --json", "no meetings in 1950; meetings are recorded from 1967 to 2026"),
        ("meetings --place Atlantis -f csv", "no meetings at 'Atlantis'; meetings are recorded from 1967 to 2026"),
        (
            "timeline --since 2090 --until 2091 --framework mekong",
            "no acts of mekong from 2090 to 2091; acts are",
        ),
        ("timeline --country Laos --until 1901", "no acts of 'Laos' until 1901; acts are recorded from"),
        ("countries --match zzzz", "no countries that hold 'zzzz'\n"),
        (
            "contributions akcf --year 1985",
            "no contributions of 'akcf' in 1985; those of 'akcf' are recorded from 1990 to",
        ),
        ("documents --as-of 1900", "no documents on 1900; documents are recorded from"),
        ("funds --where name=x", "no funds with --where 'name=x'; funds are recorded from"),
        ("meetings mekong --year 1950", "no meetings of 'mekong' in 1950; those of 'mekong' are recorded from 2011 to"),
        (
            "members rcep --country Myanmar",
            "no entries of 'rcep' of 'Myanmar'; those of 'rcep' are recorded from 2022",
        ),
        ("offices --match zzzz", "no holders that hold 'zzzz'; holders are recorded from"),
        ("statistics --year 1900 --match akcf", "statistics are recorded from 1980 to 2026\n"),
        ("contributions mkcf --year 1990", "those of 'mkcf' are recorded from 2013 to 2022\n"),
        ("next mekong --framework asean", "no meetings of 'mekong' of asean; those of 'mekong' are recorded from 2011"),
        ("next china --framework mekong --json", "no meetings of 'china' of mekong; meetings are recorded from 1967"),
        ("meetings --year 1950 --lang ko", "1950년 회의 없음; 1967년부터 2026년까지 기록되어 있음"),
    ],
)
def test_an_empty_answer_says_what_was_asked_and_what_is_recorded(arguments: str, said: str, program: Program) -> None:
    done = program(*arguments.split())
    assert done.returncode == 0 and said in done.stderr
    assert done.stderr.count("\n") == 1 + done.stderr.count(" is an agreement:")


def test_an_answer_with_rows_says_nothing_of_the_kind(program: Program) -> None:
    for arguments in (
        "meetings --year 2019",
        "meetings --year 2019 -f csv",
        "meetings --limit 0",
        "meetings --year 1950 -q",
    ):
        assert "recorded from" not in program("meetings", *arguments.split()).stderr


def test_who_joined_in_no_year_is_told_how_to_ask_who_belonged_then(program: Program) -> None:
    assert "--as-of 2019 tells what held then" in program("members", "asean", "--year", "2019").stderr
    assert "--as-of" not in program("meetings", "--year", "1950").stderr
