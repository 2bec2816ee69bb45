"""Kinds of questions that people asked, and what the answer must say: agreements, offices, chairs, premises."""

from __future__ import annotations

import json
import re

import pytest

from aseanrok import schema, store, tenure
from aseanrok.__main__ import run
from conftest import Program


def test_an_agreement_that_a_card_names_says_since_when_it_is_in_force(program: Program) -> None:
    said = program("show", "afoco").stdout
    assert "18 November 2011; was in force from 5 August 2012 until 4 August 2016 [asean-rok-forest-coop" in said
    assert "22 September 2015; in force since 27 April 2018 [afoco-agreement-2015]" in said
    korean = program("show", "akfta", "--lang", "ko").stdout
    assert "2009년 5월 1일(대한민국 외 6개국) 발효 [aktisa]" in korean
    assert "entry into force not recorded [asean-rok-framework-agreement-2005]" in program("show", "akfta").stdout


def test_an_amended_agreement_says_by_what_later_day(program: Program) -> None:
    brief = program("brief", "apt").stdout
    of_2014 = next(line for line in brief.splitlines() if "(CMIM) Agreement (2014)" in line and line.startswith("|"))
    assert "17 July 2014; the agreement amended again 23 June 2020, 31 March 2021" in of_2014
    last = next(line for line in brief.splitlines() if "(CMIM) Agreement (2021)" in line and line.startswith("|"))
    assert "amended again" not in last


def test_a_sum_that_a_card_names_says_how_much(program: Program) -> None:
    said = program("show", "contributions-three-funds-2027").stdout
    for sum in ("32 million USD [akcf-annual-2027]", "10 million USD [mkcf-", "6 million USD [bkcf-annual-2027]"):
        assert sum in said


def test_what_another_relation_tells_is_not_told_again_as_see_also(program: Program) -> None:
    said = program("show", "cmim-agreement").stdout
    assert said.count("[cmim-amendment-2014]") == 1


def test_the_day_for_the_rok_comes_first(program: Program) -> None:
    (force,) = (line for line in program("show", "rcep").stdout.splitlines() if line.startswith("In force "))
    assert force.split()[2:] and force.index("1 February 2022 for ROK") < force.index("1 January 2022")


def test_members_of_an_agreement_are_those_it_is_in_force_for(program: Program) -> None:
    done = program("members", "rcep")
    assert done.returncode == 0
    assert re.search(r"^2022-02-01 +ROK$", done.stdout, re.MULTILINE)
    assert "'rcep' is an agreement: shown is when it entered into force, and for whom" in done.stderr
    then = program("members", "rcep", "--as-of", "2022-01-15", "--json")
    assert [row["date"] for row in json.loads(then.stdout)] == ["2022-01-01"]
    assert program("members", "han-river-declaration").returncode == 1
    counted = program("members", "rcep", "--by", "countries", "--format", "csv").stdout.splitlines()
    assert "'rcep' is an agreement: counted is when" in program("members", "rcep", "--by", "countries").stderr
    assert [row.split() for row in program("members", "rcep", "--by", "countries").stdout.splitlines()[1:]] == [
        row.split(",") for row in counted[1:]
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "who held it on 1 January 2022 is not recorded; before: Lim Sung-nam (until November 2021); after: Kwon",
        ),
        ("ko", "2022년 1월 1일 당시 재임자 기록 없음; 직전: 임성남(~2021년 11월); 다음: 권희석(2022년 2월 28일~)"),
    ],
)
def test_an_office_without_a_known_holder_says_who_came_before_and_after(
    lang: str, said: str, program: Program
) -> None:
    line = ("offices", "rok-ambassador-to-asean", "--as-of", "2022-01-01", "--lang", lang)
    assert said in program(*line).stderr
    assert said in program("offices", "--as-of", "2022-01-01", "--lang", lang).stderr


@pytest.mark.parametrize(
    "line",
    [
        ("2019", "-n", "2"),
        ("2019", "-n", "0"),
        ("2019", "--by", "country"),
        ("2017-04", "--country", "Thailand"),
        ("2017-04", "--where", "country=Thailand"),
        ("2019", "--match", "Moon"),
        ("2017-04", "--match", "foreign"),
        ("2017-04", "-n", "1"),
    ],
)
def test_a_holder_who_is_left_out_of_the_answer_is_recorded_all_the_same(
    line: tuple[str, ...], program: Program
) -> None:
    whole = program("offices", "--as-of", line[0]).stderr.splitlines()
    told = program("offices", "--as-of", *line).stderr.splitlines()
    assert {each for each in told if "who held it" in each} <= {*whole}


def test_who_has_no_end_recorded_is_told_with_when_a_source_last_shows_it_in_office(program: Program) -> None:
    newest = {row["office"]: row for row in json.loads(program("offices", "--json").stdout)}
    ambassador, centre = newest["rok-ambassador-to-asean"], newest["asean-korea-centre-secretary-general"]
    assert ambassador["last_seen"] == ambassador["in_office"][-1] and not ambassador["tenure"]
    assert centre["tenure"].endswith("/..") and centre["last_seen"] == "2026-02-11"
    assert newest["asean-chair"]["last_seen"] is None, "an end is recorded"
    for lang, heading, said, last in (
        ("en", "Last seen", "2025", "last seen 16 March 2023"),
        ("ko", "마지막 재임 확인", "2025년", "2023년 3월 16일 마지막 재임 확인"),
    ):
        told = ("--lang", lang)
        listed = program("offices", *told).stdout.splitlines()
        assert heading in listed[0] and "2024-05-27" not in "".join(listed)
        assert any(ambassador["id"] in line and ambassador["last_seen"] in line for line in listed)
        card = program("show", ambassador["id"], *told).stdout
        assert re.search(f"{heading} +{said}", card) and last in card
        assert heading in program("offices", "rok-ambassador-to-asean", *told).stdout


@pytest.mark.parametrize(("day", "holds"), [("2026-11-26", "yes"), ("2027-06-01", "perhaps")])
def test_who_was_last_seen_in_office_long_before_a_day_perhaps_held_it_then(
    day: str, holds: str, program: Program
) -> None:
    line = ("offices", "asean-korea-centre-secretary-general", "--as-of", day)
    (row,) = json.loads(program(*line, "--json").stdout)
    assert (row["holds"], row["last_seen"]) == (holds, "2026-02-11")
    assert "2026-02-11 " in program(*line).stdout


def test_who_was_only_seen_in_office_did_not_leave_it_on_that_day(program: Program) -> None:
    assert "Lee Jang-keun (last seen 2025)" in program("offices", "--as-of", "2027-06-01").stderr


def test_the_card_of_an_office_tells_its_gaps(program: Program) -> None:
    said = program("show", "rok-ambassador-to-asean").stdout
    assert "who held it from 12 June 2011 to September 2012, from November 2021 to 28 February 2022" in said


def held(id: str, tenure: str | None, *days: str) -> dict[str, object]:
    return {"id": id, "office": "light", "tenure": tenure, "in_office": list(days)}


def test_a_gap_lies_between_the_last_day_known_of_one_and_the_first_of_the_next() -> None:
    rows = [held("a", "2001-02-03/2003-04"), held("b", None, "2004-05-06", "2005-01-02"), held("c", "2005-01-03/..")]
    assert tenure.gaps(rows) == [("2003-04", "2004-05-06")]
    assert tenure.gaps([held("a", "2001/2003"), held("b", "2003/..")]) == []
    before, after = tenure.neighbours(rows, "2003-12-01")
    assert before and after and (before["id"], after["id"]) == ("a", "b")


def test_the_meetings_of_a_series_say_who_chaired_and_who_came_for_the_rok(program: Program) -> None:
    wide = program("meetings", "asean-rok-summit", "--format", "table", "--width", "160").stdout
    row = next(line for line in wide.splitlines() if "18th ASEAN-ROK Summit" in line)
    assert "Thongloun Sisoulith (Lao PDR)" in row and "President Park Geun-hye" in row
    narrow = program("meetings", "asean-rok-summit", "--format", "table", "--width", "80").stdout
    narrow = " ".join(narrow.split())
    assert "Chairs: Thongloun Sisoulith (Lao PDR); For the ROK: President Park Geun-hye" in narrow
    of_26 = narrow.rpartition("26th ASEAN-ROK Summit")[2].partition("Sources")[0]
    assert "Lee Jae Myung (ROK)" in of_26 and "For the ROK" not in of_26  # nobody twice


def test_projects_of_one_fund_tell_their_sector_where_there_is_room_and_not_the_fund(program: Program) -> None:
    wide = program("projects", "akcf", "--format", "table", "--width", "120").stdout.splitlines()[0]
    assert wide.split() == ["Name", "Period", "Sector", "Budget"]
    for narrow in ("62", "80", "100"):  # elsewhere it stands under the name
        shown = program("projects", "akcf", "--format", "table", "--width", narrow).stdout
        assert "Sector" not in shown.splitlines()[0] and "\nSector: Culture and tourism\n" in shown
    assert "Fund" in program("projects", "2020", "--format", "table", "--width", "120").stdout.splitlines()[0]


@pytest.mark.parametrize(
    ("lang", "words", "said", "first"),
    [
        ("en", "fourth commemorative summit", "no 4th ASEAN-ROK Commemorative Summit is recorded as", "commemorative"),
        ("ko", "제4차 한-아세안 특별정상회의", "제4차 한-아세안 특별정상회의 개최 기록 없음", "commemorative"),
        ("en", "3rd Mekong-ROK summit held", "the 3rd Mekong-ROK Summit was not held: postponed", "mekong-rok-summit"),
        ("en", "fourth asean-rok summit 2024", "2024: 25th ASEAN-ROK Summit (10 October 2024)", "asean-rok-summit-25"),
        ("en", "27th ASEAN-Korea summit", "no 27th ASEAN-ROK Summit is recorded, sources", "asean-rok-summit"),
        ("en", "4th mekong summit table:documents", "no 4th Mekong-ROK Summit is recorded", "mekong-han-river"),
        ("en", "Laos chaired mekong summit", "none names the Lao PDR", ""),
        ("en", "East Asia Summit chaired by Korea", "say who chaired, and none names the ROK", ""),
        ("en", "Indonesia hosted the mekong-rok summit", "none was held in Indonesia", "mekong-rok-summit"),
        ("ko", "ARF 외교장관회의 의장국 한국", "의장이 기록된 19건에 대한민국 의장 없음", ""),
        ("en", "East Asia Summit hosted by Korea", "none was held in the ROK", ""),
    ],
)
def test_what_a_question_takes_for_granted_in_vain_is_said(
    lang: str, words: str, said: str, first: str, program: Program
) -> None:
    done = program("search", words, "--lang", lang)
    assert said in done.stderr
    assert first in done.stdout.splitlines()[1] if first else done.stdout


SAYS_NOT = (
    "is recorded, sources", "is recorded as held", "was not held", " was on ", "none names", "none was held",
    "기록 없음", "개최되지 않음",
)  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "20th ASEAN-ROK summit", "20th ASEAN-ROK summit 2018", "제15차 한-아세안 정상회의", "제20차 동아시아정상회의",
        "24th summit", "제24차 정상회의", "4th summit 2024", "20th foreign ministers", "asean plus three summit 2023",
        "asean plus three finance ministers 2020", "ASEAN Plus Three Ministers on Energy Meeting",
        "25th anniversary commemorative summit", "20th anniversary asean-rok commemorative summit",
        "30th anniversary commemorative summit 2019", "60th ASEAN Ministerial Meeting on Rural Development",
        "Chairman's Statement of the 2nd East Asia Summit Foreign Ministers' Meeting 2012",
        "1st ASEAN Ministerial Meeting on the Environment 1981", "ASEAN-ROK summit 27 November", "three mekong summits",
        "3rd RCEP ministerial meeting", "First Meeting of the Senior Officials of ASEAN and the Republic of Korea",
        "Laos chaired Meeting of ASEAN Plus Three Tourism Ministers", "ROK chaired ASEAN-ROK Health Ministers' Meeting",
        "Malaysia chaired ASEAN Foreign Ministers' Retreat", "Korea hosted ASEAN Regional Forum experts workshop",
        "ROK hosted ASEAN Defence Ministers' Meeting-Plus working group",
        "32nd ASEAN Ministers on Energy", "9th ASEAN digital ministers meeting", "30th ASEAN Finance Ministers",
        "Plan of Action 2016-2020 adopted at the 17th ASEAN-ROK Summit", "Fiji hosted ASEAN Ministers on Energy",
        "Thailand chaired mekong summit", "ASEAN+3 energy ministers on the 23rd",
        "ARF chaired by Korea",  # some of its other meetings were
    ],
)  # fmt: skip
def test_what_may_be_so_is_not_said_to_be_otherwise(words: str, program: Program) -> None:
    said = program("search", words).stderr
    assert not [told for told in SAYS_NOT if told in said]


@pytest.mark.parametrize("words", ["4th mekong summit", "27th asean-rok summit", "4th mekong-rok summit year:2019"])
def test_a_meeting_that_is_not_recorded_leaves_the_same_to_people_and_to_machines(words: str, program: Program) -> None:
    machine = program("search", words, "--json")
    people = program("search", words, "--format", "table", "--width", "400")
    assert people.returncode == machine.returncode == program("search", words, "-q").returncode == 1
    ids = [row["id"] for row in json.loads(machine.stdout)]
    assert ids and [id for line in people.stdout.splitlines()[1:] for id in line.split() if id in ids] == ids
    if "year:" in words:
        assert "2020" not in people.stdout and "2021" not in people.stdout


@pytest.mark.parametrize(
    ("lang", "words", "id", "said"),
    [
        ("en", "where is ASEAN Culture House", "asean-culture-house", "Place: Busan, ROK"),
        ("en", "ASEAN-ROK FMM 2019 venue", "asean-rok-fmm-22", "Place: Bangkok, Thailand"),
        ("en", "who chaired apt summit 2023", "apt-summit-26", "Chairs: Joko Widodo (Indonesia)"),
        ("en", "RCEP entry into force", "rcep", "In force: 1 February 2022 for ROK; 1 January 2022 for"),
        ("ko", "한-아세안 FTA 서명", "aktiga", "서명일: 2006년 8월 24일"),
        ("ko", "한-인니 CEPA 발효일", "indonesia-korea-cepa", "발효: 2023년 1월 1일"),
        ("ko", "행동계획 채택", "asean-rok-plan-of-action-2026-2030", "채택일: 2025년 7월 10일"),
    ],
)
def test_a_hit_shows_the_field_that_was_asked_for(lang: str, words: str, id: str, said: str, program: Program) -> None:
    hits = program("search", words, "--lang", lang).stdout.splitlines()
    assert any(id in line.split() and said in line for line in hits)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("HEAT TEAM scholarship", {"term-heat", "team-programme", "heat-phase-1"}),
        ("아세안 사이버쉴드 디지털혁신 플래그십", {"kadif", "asean-cyber-shield"}),
        ("AKCF quagga", {"akcf"}),
    ],
)
def test_who_names_two_things_sees_both(words: str, ids: set[str], program: Program) -> None:
    done = program("search", words, "--json")
    assert done.returncode == 1
    assert ids <= {hit["id"] for hit in json.loads(done.stdout)}


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("10+3 summit", "apt-summit"), ("ASEAN+3 summit", "apt-summit"), ("Kuala Lumpor", "kuala-lumpur"),
        ("Siem Reep", "siem-reap"), ("Vientianne", "vientiane"), ("Burma", "myanmar"), ("Mekong-Korea", "mekong"),
        ("역대 한-아세안 정상회의", "asean-rok-summit"), ("다음 한-메콩 외교장관회의", "mekong-rok-fmm"),
        ("한-아세안 정상회의 개최지", "asean-rok-summit"), ("메콩 정상회의 몇 번", "mekong-rok-summit"),
        ("현 주아세안 대사", "rok-ambassador-to-asean"), ("올해 한-아세안 정상회의", "asean-rok-summit"),
        ("dates of mekong summits", "mekong-rok-summit"), ("Korea TAC accession date", "term-tac"),
    ],
)  # fmt: skip
def test_everyday_words_and_old_spellings_find_the_thing_first(words: str, id: str, program: Program) -> None:
    done = program("search", words, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["id"] == id


def test_a_place_with_a_slip_is_offered(program: Program) -> None:
    assert "Did you mean 'Kuala Lumpur'?" in program("meetings", "--place", "Kuala Lumpor").stderr


@pytest.mark.parametrize(
    ("line", "id"),
    [
        (("show", "Mekong-Korea"), "framework mekong"),
        (("show", "10+3"), "framework apt"),
        (("meetings", "ASEAN-Korea summit"), "series asean-rok-summit"),
    ],
)
def test_korea_in_a_name_is_the_rok(line: tuple[str, ...], id: str, program: Program) -> None:
    assert program(*line).stdout.splitlines()[1] == id


def test_a_search_that_finds_nothing_names_the_options_that_left_records_out(program: Program) -> None:
    assert "'akcf' --framework eas" in program("search", "akcf", "--framework", "eas").stderr
    assert "'mekong methane' --until 1999" in program("search", "mekong methane", "--until", "1999").stderr


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("kind:정상회의 2019", "kind:summit 2019"),
        ("framework:메콩 summit", "framework:mekong summit"),
        ("year:2019년 summit", "year:2019 summit"),
        ("table:회의 mekong", "table:meetings mekong"),
    ],
)
def test_a_filter_within_a_query_takes_the_names_that_options_take(program: Program, query: str, same: str) -> None:
    assert program("search", query, "-q").stdout == program("search", same, "-q").stdout != ""


def test_of_several_values_of_a_filter_one_is_enough(program: Program) -> None:
    both = program("search", "table:meetings table:documents mekong", "-q").stdout.split()
    one, other = (
        program("search", f"table:{table} mekong", "-q").stdout.split() for table in ("meetings", "documents")
    )
    assert sorted(both) == sorted([*one, *other]) and one and other


def test_an_option_that_is_written_as_a_filter_and_is_none_says_how_it_is_written(program: Program) -> None:
    done = program("search", "since:2019 mekong")
    assert (done.returncode, done.stdout) == (2, "") and "--since 2019" in done.stderr


def test_a_search_says_which_words_it_leaves_out(program: Program) -> None:
    assert "; without 'oresults'" in program("search", "mekong", "-oresults", "-n", "1").stderr
    assert "without" not in program("search", "mekong", "-n", "1").stderr
    done = program("search", "mekong", "-help")
    assert (done.returncode, done.stdout) == (2, "") and "write --help" in done.stderr


def test_holders_of_offices_are_counted_as_they_are_filtered(program: Program) -> None:
    counted = {
        row["country"]: row["count"] for row in json.loads(program("offices", "--by", "country", "--json").stdout)
    }
    for country in ("KOR", "PHL", "THA"):
        assert counted[country] == len(program("offices", "--country", country, "-q").stdout.split()) > 1


def test_of_several_that_are_called_alike_the_newest_is_shown_and_all_are_listed(program: Program) -> None:
    name = "Trade volume, ASEAN-ROK"
    done = program("show", name)
    assert done.stdout.splitlines()[1] == "statistic trade-asean-rok-2024"
    count = sum(row["name"] == name for row in store.table("statistics"))
    told = f"trade-asean-rok-2024 is one of {count} called '{name}': aseanrok statistics --match '{name}'\n"
    assert told in done.stderr, "two are of the newest year"
    for others in (["show", "-q"], ["show", "--json"], ["show", "--url"], ["cite"], ["open"], ["compare", "akcf"]):
        assert program(*others, name).stderr == told, others
    exports = program("show", "Exports of the ROK to ASEAN").stderr
    assert exports.startswith("exports-rok-to-asean-2025 is the newest of "), "a year is newer than its first half"
    listed = program("statistics", name, "-q").stdout.split()
    assert len(listed) == count > 40 and "trade-asean-rok-2024" in listed


def test_a_word_that_joins_is_no_country(program: Program) -> None:
    done = program("show", "in", "laos")
    assert (done.returncode, done.stdout) == (1, "") and done.stderr.startswith("aseanrok: no record 'in'")
    assert program("show", "IN").stdout.splitlines()[1] == "country india"


@pytest.mark.parametrize("asked", ["laos --kind meeting", "laos kind:meeting", "라오스 --kind 회의"])
def test_what_a_hit_is_called_is_a_kind_to_search_for(asked: str, program: Program) -> None:
    same = program("search", "laos", "table:meetings", "-q").stdout.split()
    assert sorted(program("search", *asked.split(), "-q").stdout.split()) == sorted(same) != []


@pytest.mark.parametrize("day", ["11-27", "27 November", "Nov 27", "11월 27일"])
def test_a_day_of_every_year_is_written_as_people_write_it(day: str, program: Program) -> None:
    done = program("anniversaries", "--on", day, "-q", SOURCE_DATE_EPOCH="1790000000")
    assert "mekong-rok-summit-1" in done.stdout.split()
    wrong = program("anniversaries", "--on", "30-feb", SOURCE_DATE_EPOCH="1790000000")
    assert (wrong.returncode, wrong.stdout, wrong.stderr) == (2, "", "aseanrok: '30-feb' is no day of 2026\n")


def test_groups_are_told_as_their_field_is(program: Program) -> None:
    assert program("members", "--by", "founding").stdout.splitlines()[1].split() == ["yes", "80"]
    assert program("members", "--by", "founding", "--lang", "ko").stdout.splitlines()[1].startswith("예 ")
    assert json.loads(program("members", "--by", "founding", "--json").stdout)[0]["founding"] is True
    shares = [row["official"] for row in json.loads(program("coverage", "--by", "official", "--json").stdout)]
    assert shares == [*sorted(shares[:-1]), "not recorded"]
    shown = program("coverage", "--by", "official", "--sort", "-official").stdout.splitlines()
    assert shown[1].startswith("100%") and shown[-1].startswith("not recorded")
    counts = [row["facts"] for row in json.loads(program("sources", "--by", "facts", "--json").stdout)]
    assert counts == sorted(counts) and counts[:2] == [1, 2]


@pytest.mark.parametrize(
    ("line", "table"), [("offices asean-chair", "holders"), ("meetings mekong-rok-fmm", "meetings")]
)
def test_what_belongs_to_one_thing_is_counted_by_any_field(
    line: str, table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in schema.table(table).fields:
        code = run([*line.split(), "--by", name])
        told = capsys.readouterr()
        assert (code, "Count" in told.out) == (0, True), (name, told.err)


def test_a_count_is_no_value_of_a_record(program: Program) -> None:
    counted = program("projects", "--by", "disputed")
    assert "*" not in counted.stdout + counted.stderr and "\ncountries " in counted.stdout
    by_status = program("meetings", "apt-summit", "--by", "status").stdout
    held, postponed = re.search(r"held +(\d+)\n +postponed +(\d+)", by_status).groups()  # type: ignore[union-attr]
    assert f"Meetings ({int(held) + int(postponed)})\n" in by_status


@pytest.mark.parametrize("how", ["-f csv", "-f jsonl", "--json", "-f toml", "-f csv --fields id"])
@pytest.mark.parametrize("named", ["meetings mekong-rok-fmm", "series mekong-rok-fmm", "offices asean-chair"])
def test_a_limit_takes_the_first_of_what_belongs_to_one_thing(named: str, how: str, program: Program) -> None:
    ids = program(*named.split(), "-q").stdout.split()
    few = program(*named.split(), *how.split(), "-n", "3")
    assert (few.returncode, few.stderr) == (0, "") and len(ids) > 3
    assert [id for id in ids if re.search(rf"\b{id}(?![-\w])", few.stdout)] == ids[:3]


@pytest.mark.parametrize("asked", ["url=https://asean.org/?p=12345", "url~view.do?seq=999999"])
def test_an_address_that_is_asked_for_may_hold_an_equals_sign(asked: str, program: Program) -> None:
    done = program("sources", "--where", asked, "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    held = next(row for row in store.table("sources") if "?seq=" in row["url"])
    assert program("sources", "--where", f"url={held['url']}", "-q").stdout.split() == [held["id"]]
    assert program("sources", "--where", "url=https://asean.org/*").returncode == 2


@pytest.mark.parametrize(
    "line", ["2012 --until 2015", "2012 --since=2010", "2012..2014 --until 2013", "2012 --year 2012"]
)
def test_a_time_without_a_command_stands_beside_one_that_is_typed(line: str, program: Program) -> None:
    done = program(*line.split(), "-q")
    assert (done.returncode, done.stderr) == (0, f"= aseanrok timeline {line} -q\n")
    assert done.stdout == program("timeline", *line.split(), "-q").stdout != ""


def test_what_differs_by_capital_letters_is_one_group(program: Program) -> None:
    (line,) = [
        line
        for line in program("funds", "--by", "priorities", "-f", "csv").stdout.splitlines()
        if line.casefold().startswith("environment,")
    ]
    held = program("funds", "--where", "priorities=environment", "-q").stdout.split()
    assert line == f"Environment,{len(held)}" and len(held) > 1


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("who chaired mekong summit", "chaired"),
        ("when akcf founded", "founded"),
        ("total 100만 달러", "total"),
        ("인프라 사업 규모", "규모"),
    ],
)
def test_ids_alone_are_of_all_that_is_found_and_tell_which_word_the_cards_answer(
    words: str, asks: str, program: Program
) -> None:
    found = [row["id"] for row in json.loads(program("search", words, "--json").stdout)]
    alone = program("search", words, "-q")
    assert alone.returncode == 0 and alone.stdout.split() == found and len(found) > 5
    assert alone.stderr == f"'{asks}' is told by their cards, where it is recorded\n"
