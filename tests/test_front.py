"""Whatever is typed is answered: by a card, by what happened then, or by a search."""

from __future__ import annotations

import pytest

from aseanrok import store
from aseanrok.cli.grammar import commands
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


@pytest.mark.parametrize(
    ("typed", "run"),
    [(("stats", "trade"), ("statistics", "trade")), (("find", "han", "river"), ("search", "han", "river"))],
)
def test_another_word_for_a_command_is_that_command(
    program: Program, typed: tuple[str, ...], run: tuple[str, ...]
) -> None:
    done = program(*typed)
    assert done.stderr.splitlines()[0] == f"= aseanrok {' '.join(run)}"
    assert done.stdout == program(*run).stdout != ""


def test_no_word_that_stands_for_a_command_is_one() -> None:
    words = [word for command in commands().values() for word in command.meant]
    assert len(words) == len(set(words)) and not {*words} & {*commands()}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("timeline --from 2019", "no option '--from' of `timeline`. Did you mean '--since'?"),
        ("timeline --columns id", "no option '--columns' of `timeline`. Did you mean '--fields'?"),
        ("timeline --on 2013-06-01", "no option '--on' of `timeline`. Did you mean '--since' or '--until'?"),
        ("funds --url", "no option '--url' of `funds`; `show` takes it"),
        ("anniversaries --matrix", "no option '--matrix' of `anniversaries`; `members` takes it"),
        (
            "--since 2019 timeline",
            "no option '--since' before a command; it stands after one: aseanrok timeline --since",
        ),
        ("series --zzz", "no option '--zzz' of `series`."),
    ],
)
def test_an_option_that_a_command_does_not_take_says_what_would_be_right(
    program: Program, line: str, said: str
) -> None:
    done = program(*line.split())
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"aseanrok: {said}\n")


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        (("offices", "country", "coordinator"), "asean-rok-country-coordinator"),
        (("meetings", "plus", "three", "transnational", "crime"), "apt-transnational-crime-ministers"),
    ],
)
def test_words_that_one_thing_alone_has_in_its_names_mean_it(program: Program, typed: tuple[str, ...], id: str) -> None:
    done = program(*typed)
    assert f"{' '.join(typed[1:])!r} is read as aseanrok {typed[0]} {id}" in done.stderr.splitlines()
    assert done.stdout == program(typed[0], id).stdout != ""


@pytest.mark.parametrize(
    ("typed", "run"),
    [
        ("meetings eas 2009 thailand", "meetings --framework eas --country thailand --year 2009"),
        ("meetings eas 2009..2011", "meetings --framework eas --since 2009 --until 2011"),
        ("meetings korea 2009", "meetings --country republic-of-korea --year 2009"),
        ("meetings mekong busan", "meetings --framework mekong --place Busan"),
        ("meetings asean-rok-dialogue 2014", "meetings asean-rok-dialogue --year 2014"),
        ("projects mkcf 2019", "projects mkcf --year 2019"),
        ("statistics trade 2019 -q", "statistics --kind trade --year 2019 -q"),
    ],
)
def test_words_stand_for_options(program: Program, typed: str, run: str) -> None:
    done = program(*typed.split())
    assert done.stdout == program(*run.split()).stdout != ""
    if "-q" not in typed:
        words = " ".join(typed.split()[1:])
        assert f"{words!r} is read as aseanrok {run}" in done.stderr.splitlines()


def test_a_framework_after_countries_is_those_who_belong_to_it(program: Program) -> None:
    told = program("countries", "mekong", "-q").stdout.split()
    members = {row["country"] for row in store.table("members") if row["framework"] == "mekong"}
    assert {*told} == {row["id"] for row in store.table("countries") if row["iso3"] in members} != set()


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


def test_a_year_after_anniversaries_is_told_how_it_is_asked_for(program: Program) -> None:
    done = program("anniversaries", "mekong", "2027")
    assert (done.returncode, done.stdout) == (2, "") and "--year 2027" in done.stderr
