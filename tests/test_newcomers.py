"""What newcomers asked who had read no more than `--help`, and what the program must not do with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Program


def found(program: Program, *words: str) -> list[dict[str, Any]]:
    """Return the records that a search answers with."""
    rows: list[dict[str, Any]] = json.loads(program("search", *words, "--json").stdout)
    return rows


# --- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "lacking"),
    [("신남방정책수영장", "수영장"), ("신남방정책수영장은", "수영장"), ("제주한아세안센터수영장", "수영장")],
)
def test_a_part_of_a_korean_word_that_no_record_holds_is_said(asked: str, lacking: str, program: Program) -> None:
    done = program("search", asked, "--lang", "ko")
    assert done.returncode == 1
    assert f"'{lacking}'" in done.stderr


def test_a_syllable_after_a_korean_word_is_no_part_of_it(program: Program) -> None:
    done = program("search", "교역 인적교류 뷁", "--lang", "ko")
    assert (done.returncode, "'뷁'" in done.stderr) == (1, True)


@pytest.mark.parametrize("words", ["모든 나라와 수교", "각각 몇 배 수교", "어디어디 수교 알려줘"])
def test_words_that_ask_in_korean_are_passed_over(words: str, program: Program) -> None:
    assert found(program, words) == found(program, "수교")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HEAT PhD", "HEAT doctorate"),
        ("quickest approval", "fastest approved"),
        ("trade grew", "trade increased"),
        ("maritime drill", "maritime exercise"),
        ("yearly report", "annual report"),
    ],
)
def test_words_that_mean_the_same_find_the_same(one: str, other: str, program: Program) -> None:
    assert {row["id"] for row in found(program, one)} == {row["id"] for row in found(program, other)} != set()


# --- hits -----------------------------------------------------------------------------------------------------------


def test_the_city_of_a_meeting_stands_behind_its_title_for_people_alone(program: Program) -> None:
    told = program("search", "arf eminent persons").stdout
    assert "Experts and Eminent Persons, Seoul" in told and "Persons, Kuala Lumpur " in told
    assert "저명인사(EEP) 회의, 서울" in program("search", "지역안보포럼 전문가", "--lang", "ko").stdout
    assert "(2019), Busan" in program("search", "26 November").stdout
    assert "Seoul" not in program("search", "arf eminent persons", "--fields", "title").stdout
    titles = {row["id"]: row["title"] for row in found(program, "arf eminent persons")}
    assert titles["arf-eep-16"] == "16th Meeting of the ASEAN Regional Forum Experts and Eminent Persons"


def test_who_asks_what_a_country_hosted_is_told_what_lists_it(program: Program) -> None:
    assert "meetings held there: aseanrok meetings --place ROK\n" in program("search", "hosted by Korea").stderr
    told = program("search", "hosted by Laos 2024").stderr
    assert "aseanrok meetings --place 'Lao PDR' --year 2024" in told
    assert program("meetings", "--place", "Lao PDR", "--year", "2024").returncode == 0


def test_a_city_that_the_title_names_is_not_named_again(program: Program) -> None:
    named = [line for line in program("search", "table:milestones Seoul").stdout.splitlines() if "Seoul" in line]
    assert named and not any(line.partition(", Seoul")[0].count("Seoul") for line in named if ", Seoul  " in line)


def test_a_korean_reader_is_shown_the_korean_passage(program: Program) -> None:
    told = program("search", "수교", "--lang", "ko").stdout
    assert "한국-태국 수교" in told and "Thailand and the ROK establish diplomatic relations" not in told
    assert "외교관계가 단절되었다" in told
    assert "Thailand and the ROK establish" in program("search", "수교 태국", "--json").stdout


def test_of_several_countries_beside_other_words_the_best_of_each_is_shown(program: Program) -> None:
    done = program("search", "strategic partnership Philippines Singapore")
    assert done.returncode == 1
    first = done.stdout.splitlines()[1]
    assert "philippines-rok-strategic-partnership-2024" in first and "Singapore" in first
    assert "few records hold all of" in done.stderr or "no record holds all of" in done.stderr
    lacking = {word for row in found(program, "investment Korea Indonesia Myanmar") for word in row["missing"]}
    assert lacking == {"Indonesia", "Myanmar"}


def test_a_record_that_tells_of_several_countries_in_one_breath_is_a_hit(program: Program) -> None:
    told = found(program, "state visits Singapore Philippines")
    assert told[0]["id"] == "state-visits-singapore-philippines-2026" and "missing" not in told[0]


# --- cards ----------------------------------------------------------------------------------------------------------


def test_the_last_line_of_a_card_says_what_it_lacks_and_where_more_may_stand(program: Program) -> None:
    told = " ".join(program("show", "arf-eep-8").stdout.split())
    assert "Not recorded here: Outcomes" in told
    assert "Other cards may tell more: aseanrok search WORDS --year 2014" in told
    korean = " ".join(program("show", "arf-eep-8", "--lang", "ko").stdout.split())
    assert "여기에 기록 없음: 결과" in korean
    assert "다른 카드에 더 있을 수 있음: aseanrok search 낱말 --year 2014" in korean


def test_a_card_calls_nothing_unrecorded_that_another_card_tells(program: Program) -> None:
    summit = program("show", "asean-rok-commemorative-summit-2009").stdout
    assert "is not recorded" not in summit and "search WORDS --year 2009" in summit
    assert "akcf" in {row["id"].partition("-")[0] for row in found(program, "cooperation fund", "--year", "2009")}


@pytest.mark.parametrize("id", ["akcf", "asean-rok", "asean-korea-centre", "thailand"])
def test_more_of_a_thing_that_goes_on_is_of_no_year(id: str, program: Program) -> None:
    assert "more: aseanrok search WORDS" in (told := program("show", id).stdout) and "WORDS --year" not in told


# --- commands -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["timeline --on 11-26", "timeline --day 11-26", "meetings --on 2019-11-26"])
def test_a_day_of_any_year_is_asked_of_what_knows_it(line: str, program: Program) -> None:
    done = program(*line.split())
    assert done.returncode == 2
    assert "Did you mean '--since'" in done.stderr
    assert 'Of any year: aseanrok anniversaries --on 11-26, search "26 November"' in done.stderr


def test_a_day_without_a_year_has_anniversaries_with_city_and_card(program: Program) -> None:
    told = program("anniversaries", "--on", "11-26").stdout
    (summit,) = (line for line in told.splitlines() if "ASEAN-ROK Commemorative Summit (2019)" in line)
    assert "Busan, ROK" in summit and "asean-rok-commemorative-summit-2019" in summit
    assert program("anniversaries", "--on", "13-45").returncode == 2


def test_an_office_tells_what_is_noted_of_each_holder_and_the_card(program: Program) -> None:
    told = program("offices", "asean-korea-centre-secretary-general").stdout
    (first,) = (line for line in told.splitlines() if line.startswith("  - Cho Young-jai"))
    assert "[asean-korea-centre-secretary-general-cho-young-jai]: The first" in first
    assert "former ambassador to Italy" in first


def test_countries_side_by_side_tell_what_each_is_to_the_rok(program: Program) -> None:
    rows = {row["field"]: row for row in json.loads(program("compare", "philippines", "singapore", "--json").stdout)}
    relations = rows["Diplomatic relations with the ROK"]
    assert (relations["philippines"], relations["singapore"]) == ("3 March 1949", "8 August 1975")
    assert rows["Partnership with the ROK"]["philippines"].endswith("a strategic partnership, 7 October 2024")
    agreement = rows["Agreement with the ROK alone"]
    assert "in force since 31 December 2024" in agreement["philippines"] and "2 March 2006" in agreement["singapore"]
    assert "billion USD" in rows["Trade"]["philippines"] and "visitors" in rows["Visitors"]["singapore"]
    korean = program("compare", "캄보디아", "베트남", "--lang", "ko").stdout
    assert "한국과의 수교" in korean and "1975년 4월 5일" in korean
    assert "with the ROK" not in program("compare", "akcf", "mkcf").stdout
    assert program("compare", "laos", "rok").returncode == 0
