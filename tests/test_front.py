"""Whatever is typed is answered: by a card, by what happened then, or by a search."""

from __future__ import annotations

import pytest

from conftest import Program

DAY = "1795737600"  # 27 November 2026, in seconds since 1970


@pytest.mark.parametrize(
    ("words", "line", "first"),
    [
        (("mekong",), "= aseanrok show mekong", "Mekong-ROK Cooperation"),
        (("MKCF",), "= aseanrok show mkcf", "Mekong-ROK Cooperation Fund"),
        (("라오스",), "= aseanrok show lao-pdr", "Lao PDR"),
        (("South", "Korea"), "= aseanrok show republic-of-korea", "Republic of Korea"),
        (("mekong-rok-fmm-7",), "= aseanrok show mekong-rok-fmm-7", "7th Mekong-ROK Foreign Ministers' Meeting"),
        (("2019",), "= aseanrok timeline --since 2019 --until 2019", "Date"),
        (("27", "November", "2019"), "= aseanrok timeline --since 2019-11-27 --until 2019-11-27", "Date"),
        (("han", "river", "summit"), "= aseanrok search 'han river summit'", "Kind"),
        (("today",), "= aseanrok next", "Date"),
    ],
)
def test_words_that_are_no_command_are_answered(
    program: Program, words: tuple[str, ...], line: str, first: str
) -> None:
    done = program(*words, SOURCE_DATE_EPOCH=DAY)
    assert done.returncode == 0
    assert done.stderr.splitlines()[0] == line
    assert done.stdout.startswith(first)


def test_the_line_it_names_gives_the_same(program: Program) -> None:
    assert program("mekong").stdout == program("show", "mekong").stdout
    assert program("--json", "akcf").stdout == program("show", "akcf", "--json").stdout
    assert program("mekong", "--json").stdout == program("show", "mekong", "--json").stdout


@pytest.mark.parametrize(("word", "meant"), [("timelin", "timeline"), ("serch", "search"), ("confilcts", "conflicts")])
def test_a_slip_of_a_command_is_no_question(program: Program, word: str, meant: str) -> None:
    done = program(word)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"Did you mean '{meant}'" in done.stderr


def test_a_listing_takes_what_it_is_about(program: Program) -> None:
    for one, two in (
        (("timeline", "mekong"), ("timeline", "--framework", "mekong")),
        (("timeline", "Laos"), ("timeline", "--country", "Laos")),
        (("timeline", "2019"), ("timeline", "--year", "2019")),
        (("documents", "mekong"), ("documents", "--framework", "mekong")),
        (("meetings", "2019"), ("meetings", "--year", "2019")),
        (("conflicts", "mekong"), ("conflicts", "--framework", "mekong")),
        (("series", "apt"), ("series", "--framework", "apt")),
    ):
        assert program(*one).stdout == program(*two).stdout != "", one
    nothing = program("timeline", "mekonk")
    assert nothing.returncode == 1 and "'mekong'" in nothing.stderr
