"""Sums and groups, any field as a filter, what is next, what is remembered, side by side, and who held an office."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from aseanrok import roles, schema, store
from aseanrok.cli.grammar import commands
from aseanrok.rhythm import is_overdue
from conftest import Program

DAY = "1795737600"  # 27 November 2026, in seconds since 1970


def rows(program: Program, *arguments: str) -> Any:
    done = program(*arguments, "--json", SOURCE_DATE_EPOCH=DAY)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_rows_are_counted_by_year_country_and_kind(program: Program) -> None:
    for table, by in (("meetings", "country"), ("documents", "kind"), ("timeline", "year"), ("projects", "fund")):
        whole, groups = rows(program, table), rows(program, table, "--by", by)
        assert len({group[by] for group in groups}) == len(groups) > 1
        counted = sum(group["count"] for group in groups)
        assert counted == len(whole) if table != "projects" else counted >= len(whole)


def test_an_annual_sum_counts_for_the_years_that_were_asked(program: Program) -> None:
    counted = {row["year"]: row["total"] for row in rows(program, "contributions", "--year", "2019", "--by", "year")}
    whole = {row["year"]: row["total"] for row in rows(program, "contributions", "--by", "year")}
    assert "2020" not in counted and counted["2019"] == whole["2019"]
    (akcf,) = rows(program, "contributions", "akcf", "--year", "2019", "--by", "fund")
    assert akcf["total"] == 14_000_000
    told = "each year of its period that is asked for"
    assert told in program("contributions", "--year", "2019", "--by", "year").stderr
    assert told not in program("contributions", "--by", "year").stderr
    assert told not in program("contributions", "--year", "2004", "--by", "year").stderr, "no sum of other years too"
    drawn = program("contributions", "--year", "2019", "--chart").stdout
    assert "  2019" in drawn and "  2020" not in drawn
    # A sum of a year never stands below the words of another part.
    lines = program("contributions", "mkcf", "--chart", "--sort", "-value").stdout.splitlines()
    assert [line.strip()[:4] for line in lines[lines.index("  over several years") + 1 :]][:2] == ["2013", "2013"]


def test_groups_have_words_in_korean_and_those_of_nothing_come_last(program: Program) -> None:
    korean = program("projects", "--by", "year", "--lang", "ko", "--sort", "-year").stdout.splitlines()
    assert korean[-1].startswith("기록 없음") and korean[1].startswith("20")
    assert "여럿" in program("projects", "--by", "fund", "--lang", "ko").stdout


def test_what_runs_over_several_years_is_said_to_count_in_its_first(program: Program) -> None:
    told = "What runs over several years counts in its first."
    assert told in program("programmes", "--by", "year").stderr
    assert "첫해에 넣음" in program("offices", "--by", "year", "--lang", "ko").stderr
    ended = program("programmes", "--where", "id=undp-korea-mekong-resilience-lao", "--by", "year")
    assert ended.stdout.splitlines()[-1].split() == ["2025", "1"] and told not in ended.stderr
    assert told not in program("meetings", "--by", "year").stderr, "a meeting of two days runs over no two years"


def test_where_nothing_differs_nothing_is_unrecorded(program: Program) -> None:
    for by in ("disputed", "derived"):
        groups = [group[by] for group in rows(program, "meetings", "--by", by)]
        assert groups[-1] == "none recorded" and "not recorded" not in groups


def test_annual_sums_count_in_each_of_their_years(program: Program) -> None:
    groups = {group["year"]: group for group in rows(program, "contributions", "akcf", "--by", "year")}
    assert groups["2019"]["total"] == groups["2020"]["total"] == 14_000_000
    assert "2005" not in groups, "a year whose sum is not recorded is no nought"
    fund = rows(program, "contributions", "akcf", "--by", "fund")
    assert [group["fund"] for group in fund] == ["akcf"]
    assert "once for each year" in program("contributions", "--by", "year").stderr


def test_different_units_are_not_added_up(program: Program) -> None:
    groups = {group["fund"]: group for group in rows(program, "projects", "--by", "fund")}
    assert groups["akcf"]["unit"] == "several" and groups["akcf"]["total"] is None


def test_any_field_filters(program: Program) -> None:
    assert {row["city"] for row in rows(program, "meetings", "--where", "city=Busan")} == {"Busan"}
    big = rows(program, "projects", "--where", "budget_value>=5,000,000", "--where", "budget_unit=USD")
    assert big and all(row["budget_value"] >= 5_000_000 and row["budget_unit"] == "USD" for row in big)
    assert all(row["countries"].count("LAO") for row in rows(program, "projects", "--where", "countries=Laos"))
    undated = rows(program, "meetings", "--where", "chairs=")
    assert undated and not any(row["chairs"] for row in undated)
    late = rows(program, "documents", "--where", "date>=2020")
    assert late and all(row["date"][:4] >= "2020" or "/" in row["date"] for row in late)
    assert rows(program, "meetings", "--where", "date=Nov 2019") == rows(program, "meetings", "--where", "date=2019-11")
    for wrong in ("city", "nothing=1", "title>5", "ordinal=seven", "date=never", "mode=hybridd", "frameworks=zzz"):
        done = program("meetings", "--where", wrong)
        assert done.returncode == 2 and done.stderr.count("\n") == 1, wrong


@pytest.mark.parametrize(
    "table",
    [
        name
        for name, command in commands().items()
        if {"by", "country"} <= {*command.options} and schema.table(name).first(roles.COUNTRY)
    ],
)
def test_a_country_counts_the_rows_that_are_listed_for_it(program: Program, table: str) -> None:
    groups = {group["country"]: group["count"] for group in rows(program, table, "--by", "country")}
    for country in ("KHM", "LAO", "KOR"):
        assert groups.get(country, 0) == len(rows(program, table, "--country", country)), country


def test_what_is_grouped_by_a_word_of_the_sums_keeps_it(program: Program) -> None:
    assert {group["unit"] for group in rows(program, "statistics", "--by", "unit")} >= {"USD", "KRW"}
    (fund,) = rows(program, "contributions", "--by", "unit")
    assert fund["unit"] == "USD" and fund["total"] > 100_000_000
    assert program("contributions", "--by", "unit").stdout.splitlines()[0].split("  ")[0] == "Unit"


def test_a_condition_takes_true_and_false_and_a_country_by_its_names(program: Program) -> None:
    assert (
        rows(program, "members", "--where", "founding=yes") == rows(program, "members", "--where", "founding=예") != []
    )
    assert "is true or false" in program("members", "--where", "founding=maybe").stderr
    assert rows(program, "meetings", "--where", "country~Laos") == rows(program, "meetings", "--where", "country=LAO")
    assert "Did you mean 'hybrid'" in program("meetings", "--where", "mode=hybridd").stderr


def test_a_card_that_is_left_without_rows_says_what_was_asked(program: Program) -> None:
    for line, none in (
        ("meetings mekong-rok-fmm --year 2022", "no meetings of 'mekong-rok-fmm' in 2022"),
        ("offices asean-chair --year 1950", "no holders of 'asean-chair' in 1950"),
    ):
        assert program(*line.split()).stderr.startswith(none)
    assert "no meetings" not in program("meetings", "mekong-rok-fmm", "--year", "2021").stderr
    held = len(rows(program, "meetings", "mekong-rok-fmm"))
    assert f"Meetings ({held})" in program("meetings", "mekong-rok-fmm", "--by", "mode").stdout


def test_an_amount_is_sorted_by_what_it_is(program: Program) -> None:
    values = [
        row["budget_value"] for row in rows(program, "projects", "--sort", "-budget") if row["budget_unit"] == "USD"
    ]
    assert values == sorted(values, reverse=True)


def test_what_comes_next_is_announced_expected_or_overdue(program: Program) -> None:
    found = rows(program, "next", "asean-rok")
    by = {row["what"] for row in found}
    assert {"last"} < by <= {"last", "announced", "expected", "overdue"}
    groups = [what for what in ("last", "overdue", "announced", "expected") if what in by]
    assert list(dict.fromkeys(row["what"] for row in found)) == groups
    for what in groups:
        years = [row["date"][:4] for row in found if row["what"] == what]
        assert years == sorted(years)
    assert "rhythm" in program("next").stderr


def test_anniversaries_are_round_unless_asked_otherwise(program: Program) -> None:
    found = rows(program, "anniversaries", "--year", "2029")
    assert found and all(row["years"] % 5 == 0 for row in found)
    assert any(row["id"] == "mekong-rok-summit-1" and row["years"] == 10 for row in found)
    assert len(rows(program, "anniversaries", "--year", "2029", "--all")) > len(found)
    day = rows(program, "anniversaries", "--on", "2026-11-27")
    assert {row["date"] for row in day} == {"2026-11-27"}
    assert program("anniversaries", "--on", "2026-11-27", "--year", "2026").returncode == 2


def test_two_things_stand_side_by_side(program: Program) -> None:
    table = {row["field"]: row for row in rows(program, "compare", "apt", "eas")}
    assert table["Abbreviation"] == {"field": "Abbreviation", "apt": "APT", "eas": "EAS"}
    assert {"Members", "Latest summit", "Established"} <= set(table)
    kinds = {row["field"]: row for row in rows(program, "compare", "akfta", "laos")}
    assert (kinds["Record"]["akfta"], kinds["Record"]["lao-pdr"]) == ("document", "country")
    assert kinds["Kind"]["akfta"] == "agreement"
    assert program("compare", "apt").returncode == 2
    assert program("compare", "apt", "nothing").returncode == 1


@pytest.mark.parametrize(
    ("day", "office", "holder"),
    [
        ("2019-09-01", "asean-rok-country-coordinator", "Brunei Darussalam"),
        ("2015", "asean-chair", "Malaysia"),
        ("2026-11-01", "asean-korea-centre-secretary-general", "Kim Jae-shin"),
        ("2020-06", "asean-secretary-general", "Lim Jock Hoi"),
        ("2016-01", "rok-president", "Park Geun-hye"),
    ],
)
def test_who_held_an_office_on_a_day(program: Program, day: str, office: str, holder: str) -> None:
    held = {row["office"]: row["name"] for row in rows(program, "offices", "--as-of", day)}
    assert held[office] == holder


def test_what_is_compared_with_itself_stands_once(program: Program) -> None:
    assert program("compare", "akcf", "akcf", "mkcf").stdout == program("compare", "akcf", "mkcf").stdout != ""


def test_an_office_by_name_lists_its_holders(program: Program) -> None:
    shown = program("offices", "대화조정국").stdout
    assert "Country Coordinator" in shown and "Thailand" in shown and "Brunei" in shown


def test_the_address_of_a_thing_is_printed(program: Program) -> None:
    assert program("open", "akcf").stdout == "https://www.aseanrokfund.com\n"
    assert program("open", "mofa-asean-overview").stdout.startswith("https://www.mofa.go.kr/")
    assert program("open", "nothing-of-the-kind").returncode == 1


def test_next_tells_of_each_series_its_last_meeting_once_and_who_chairs_in_the_year_of_the_next(
    program: Program,
) -> None:
    found = rows(program, "next", "asean-rok-summit")
    assert [row["what"] for row in found].count("last") == 1
    expected = next(row for row in found if row["what"] in ("expected", "overdue"))
    assert expected["title"].startswith("27th") and expected["date"] == "2026" and expected["chair"] == "Philippines"
    assert "필리핀" in program("next", "asean-rok-summit", "--lang", "ko").stdout
    known = {row["tenure"] for row in store.rows_where("holders", "office", ("asean-chair",))}
    for row in rows(program, "next", "asean-rok"):
        assert bool(row["chair"]) == (row["what"] != "last" and row["date"][:4] in known), row
    assert not any(row["chair"] for row in rows(program, "next", "mekong")), "the Philippines is no Mekong country"


def test_the_last_meetings_of_a_framework_are_of_different_series(program: Program) -> None:
    last = [row["id"] for row in rows(program, "next", "asean-rok") if row["what"] == "last"]
    series = [store.record(id) or {} for id in last]
    assert len(last) == 3 and len({each["series"] for each in series}) == 3


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_who_gave_is_said_where_others_gave_than_the_rok(lang: str, program: Program) -> None:
    heading = {"en": "Contributor", "ko": "출연국"}[lang]
    for command in ("contributions", "show"):
        text = program(command, "apt-cooperation-fund", "--lang", lang).stdout
        assert heading in text and {"CHN", "JPN", "KOR"} <= set(text.split())
        assert heading not in program(command, "akcf", "--lang", lang).stdout
    assert heading in program("contributions", "--lang", lang).stdout


def test_documents_say_where_they_were_signed_and_whether_they_are_in_force(program: Program) -> None:
    known = {row["id"]: row for row in rows(program, "documents")}
    assert known["rcep"]["force"] == "in force" and known["akfta"]["force"] == "in force"
    assert known["asean-rok-forest-cooperation-agreement"]["force"] == "over"
    assert known["aktiga-first-protocol"]["force"] is None, "nothing is recorded of its entry into force"
    assert not any(row["force"] for row in known.values() if not row["in_force"] and not row["not_in_force_for"])
    text = program("documents", "--kind", "agreement").stdout
    assert "in force" in text
    assert "Kuala Lumpur, Malaysia" in text
    korean = program("documents", "--kind", "agreement", "--lang", "ko").stdout
    assert "발효" in korean and "말레이시아 쿠알라룸푸르" in korean
    assert "Force" not in program("documents", "--kind", "report").stdout.split("\n")[0]
    for line in program("documents", "--kind", "agreement", "--format", "table", "--width", "80").stdout.splitlines():
        assert len(line) <= 80 and not line.startswith("Id "), "a table, and not a list of records"


def ids(program: Program, *arguments: str) -> set[str]:
    return set(program(*arguments, "--quiet").stdout.split())


def test_match_finds_what_search_finds(program: Program) -> None:
    for table, words in (
        ("statistics", "유학생"),
        ("statistics", "students"),
        ("conflicts", "2019 trade"),
        ("documents", "투자 협정"),
        ("meetings", "busan 2019"),
        ("projects", "라오스"),
    ):
        found = {row["id"] for row in rows(program, "search", words) if row["table"] == table}
        assert found and found <= ids(program, table, "--match", words), words
        korean = program(table, "--match", words, "--lang", "ko", "--fields", "id").stdout.split()
        assert found <= set(korean), words


def test_a_name_of_several_words_needs_no_quotes(program: Program) -> None:
    for words in ("offices 한아세안센터 사무총장", "meetings East Asia Summit", "members asean plus three"):
        command, *name = words.split()
        done = program(command, *name, "--lang", "ko")
        assert done.returncode == 0 and done.stdout == program(command, " ".join(name), "--lang", "ko").stdout
    assert "조영재" in program("offices", "한아세안센터", "사무총장", "--lang", "ko").stdout
    # Whatever stands between and around them, and however the line is read.
    whole = program("meetings", "east", "asia", "summit", "--year", "2009").stdout
    assert whole == program("meetings", "east", "--year=2009", "asia", "--", "summit").stdout


def test_where_nothing_is_called_so_its_words_are_looked_for(program: Program) -> None:
    for words, lang, told in (
        ("trade 2019", "en", "nothing is called 'trade 2019'; in conflicts, these hold its words:\n"),
        ("교역 2019", "ko", "'교역 2019'의 이름을 가진 것 없음; 이 말을 모두 담은 이견:\n"),
    ):
        done = program("conflicts", *words.split(), "--lang", lang)
        assert done.returncode == 0 and "trade-2016-2019-basis" in done.stdout
        assert done.stderr == told
    for arguments in (("conflicts", "trade", "zzzz"), ("conflicts", "trade", "zzzz", "-q"), ("meetings", "sumit")):
        assert program(*arguments).returncode == 1, arguments


def test_an_office_is_found_by_what_it_is_an_office_of(program: Program) -> None:
    holders = {row["id"] for row in rows(program, "offices", "asean-korea-centre-secretary-general")}
    assert holders and holders == {row["id"] for row in rows(program, "offices", "asean-korea-centre")}
    korean = program("offices", "한-아세안센터", "--lang", "ko").stdout
    assert "조영재" in korean


def test_what_a_command_cannot_list_leads_on(program: Program) -> None:
    for line, told in (
        (
            "members asean-korea-centre",
            (
                "no members of asean-korea-centre are recorded, only those of frameworks; "
                "aseanrok show asean-korea-centre tells more"
            ),
        ),
        (
            "next asean-chair",
            (
                "no meetings of 'asean-chair' are recorded; `next` takes a framework, a country or a series: "
                "aseanrok next asean-rok"
            ),
        ),
    ):
        for lang in ("en", "ko"):
            done = program(*line.split(), "--lang", lang)
            assert (done.returncode, done.stdout, done.stderr) == (1, "", f"aseanrok: {told}\n")


def test_a_meeting_is_found_by_its_series_and_its_number(program: Program) -> None:
    card = program("meetings", "asean-rok-summit-26").stdout
    for name in ("asean-rok-summit 26", "26th ASEAN-ROK Summit", "제26차 한-아세안 정상회의"):
        assert program("meetings", name).stdout == card != "", name
    assert program("meetings", "asean-rok-summit-99").returncode == 1


def test_a_hit_says_its_amount_where_its_title_says_the_rest(program: Program) -> None:
    for lang, completed, given in (
        ("en", "9 projects; Mekong Institute", "14 million USD; sources differ"),
        ("ko", "9개 사업; Mekong Institute", "1,400만 달러; 출처 간 이견"),
    ):
        for words, id, told in (
            ("MKCF projects completed 2021", "projects-mkcf-completed-2021-07", completed),
            ("akcf annual contribution 2019", "akcf-annual-2019-2021", given),
        ):
            found = program("search", words, "--lang", lang).stdout.splitlines()
            assert any(id in line and line.endswith(told) for line in found), (words, found)
    hit = rows(program, "search", "MKCF projects completed 2021", "-n", "1")[0]
    assert (hit["field"], hit["snippet"]) == ("stated", "9 projects; Mekong Institute")


def test_a_kind_that_is_none_names_the_kinds_there_are(program: Program) -> None:
    for table, kind, lang in (
        ("statistics", "visitors", "en"),
        ("timeline", "summit", "ko"),
        ("projects", "Environment", "en"),
    ):
        done = program(table, "--kind", "bogus", "--lang", lang)
        assert (done.returncode, done.stdout) == (2, "") and done.stderr.count("\n") == 1
        assert f" {kind}," in done.stderr.partition("no kind 'bogus'. Known:")[2]


def test_a_style_of_citation_is_asked_for_like_a_format(program: Program) -> None:
    styled = program("cite", "akcf", "--style", "bibtex").stdout
    assert styled.startswith("@")
    for asked in (("-f", "bibtex"), ("--format", "bibtex"), ("--format=BibTeX",)):
        assert program("cite", "akcf", *asked).stdout == styled, asked
    assert "no style 'word'. Known: text, bibtex, csl, ris." in program("cite", "akcf", "-f", "word").stderr


def test_anniversaries_of_several_things_and_of_none_beside_them(program: Program) -> None:
    def found(*names: str) -> set[str]:
        return {row["id"] for row in rows(program, "anniversaries", *names, "--all", "--year", "2027")}

    house = found("asean-culture-house")
    assert "asean-culture-house" in house and "asean-rok" not in house
    assert house == found("asean", "culture", "house")
    both = found("asean-culture-house", "mekong")
    assert both == house | found("mekong") and both > house
    assert "asean-rok" in found("asean-rok")


def test_match_still_holds_the_words_as_they_stand(program: Program) -> None:
    assert "mekong-han-river-declaration" in ids(program, "documents", "--match", "hanriver decl")
    assert not ids(program, "statistics", "--match", "zzzz")
    # What only a search understands keeps nothing here that does not hold it.
    assert not ids(program, "meetings", "--match", "year:2019 mekong")


def test_a_word_that_is_a_kind_a_framework_or_a_year_means_its_option(program: Program) -> None:
    for line, lang, meant in (
        ("statistics trade", "en", "statistics --kind trade"),
        ("statistics 방문객 2019", "ko", "statistics --kind visitors --year 2019"),
        ("meetings eas 2009", "en", "meetings --framework eas --year 2009"),
        ("offices 대통령 2009", "ko", "offices --year 2009 --match 대통령"),
    ):
        done = program(*line.split(), "--lang", lang)
        assert done.returncode == 0 and done.stderr.split("\n")[0].endswith(f" aseanrok {meant}")
        assert done.stdout and done.stdout == program(*meant.split(), "--lang", lang).stdout
    assert "이명박" in program("offices", "대통령", "2009", "--lang", "ko").stdout
    assert program("meetings", "mekng").returncode == 1, "a slip stays one"
    none = program("statistics", "trade", "1960")
    assert "no statistics in 1960 of kind trade" in none.stderr and len(none.stdout.splitlines()) <= 1


def test_a_sum_is_found_however_it_is_written(program: Program) -> None:
    wanted = ids(program, "search", "USD 200 billion")
    assert "trade-target-asean-rok-2014" in wanted
    for words in (
        "2천억 달러",
        "2000억 달러",
        "2,000억 달러",
        "2천억불",
        "200 billion USD",
        "$200bn",
        "US$200 billion",
    ):
        assert ids(program, "search", words) == wanted, words
    for words in ("6만 4,319명", "64,319", "64319"):
        assert ids(program, "search", words) == {"students-asean-in-rok-2020"}, words
    assert program("search", "2019 만두").returncode == 1 and program("search", "999억 달러").returncode == 1


def test_a_figure_that_is_found_is_told_the_newest_first(program: Program) -> None:
    told = program("search", "한-아세안 교역액 2019", "--lang", "ko").stdout
    assert "약 1,530억 달러" in told and "1,565억 달러" in told
    years = [row["date"] for row in rows(program, "search", "Trade volume, ASEAN-ROK")[:6]]
    assert years == sorted(years, reverse=True)


def test_who_held_an_office_in_a_year_is_found(program: Program) -> None:
    for words, lang, held in (
        ("secretary-general of ASEAN in 2015", "en", "Le Luong Minh"),
        ("한국 대통령 2009", "ko", "이명박"),
        ("대화조정국 2010", "ko", "라오스"),
        ("who is the current secretary-general of ASEAN", "en", "Kao Kim Hourn"),
    ):
        told = program("search", words, "--lang", lang).stdout.splitlines()[:6]
        assert any(held in line for line in told), (words, told)


def test_a_series_is_overdue_once_its_time_of_the_year_has_passed() -> None:
    met = [{"date": day, "status": "held"} for day in ("2023-09-06", "2024-10-10", "2025-10-27")]
    for day, overdue in (("2026-10-27", False), ("2026-10-28", True), ("2027-01-01", True), ("2025-12-31", False)):
        assert is_overdue(met, 2026, day) is overdue, day
    # Of what is known only to a month or a year, no day has passed before that has.
    assert not is_overdue([{"date": "2025", "status": "held"}], 2026, "2026-12-31")
    assert not is_overdue([*met, {"date": "2025-11", "status": "held"}], 2026, "2026-11-30")
    assert is_overdue([*met, {"date": "2025-12-30", "status": "postponed"}], 2026, "2026-10-28")


def test_a_country_after_a_listing_keeps_what_concerns_measures_or_holds_it(program: Program) -> None:
    assert "diplomatic-relations-lao-pdr-1995" in ids(program, "timeline", "laos", "--year", "1995")
    assert "trade-lao-pdr-rok-2022" in ids(program, "statistics", "laos")
    assert "eas" in ids(program, "frameworks", "laos") and "mekong" not in ids(program, "frameworks", "philippines")
    assert ids(program, "frameworks", "usa") == {"admm-plus", "arf", "eas"}, "it is a dialogue partner of ASEAN"
    assert ids(program, "sources", "akcf") > {"mission-asean"}
    refused = program("funds", "laos")
    assert refused.returncode == 2 and "`funds` takes no country" in refused.stderr


def test_a_short_name_is_a_whole_part_of_a_place(program: Program) -> None:
    assert not any("busan" in id for id in ids(program, "timeline", "--place", "USA"))
    assert program("timeline", "--place", "USA").stdout.count("USA") == 1


@pytest.mark.parametrize(
    "country", ["Laos", "Lao PDR", "라오스", "LAO", "Vietnam", "South Korea", "한국", "Brunei Darussalam"]
)
def test_a_country_is_a_place_by_all_its_names(country: str, program: Program) -> None:
    for command in ("meetings", "timeline"):
        found = ids(program, command, "--place", country)
        assert len(found) > 10 and {*found} <= {*ids(program, command, "--country", country)}
    assert ids(program, "meetings", "--place", "Korea") == ids(program, "meetings", "--place", "ROK")
    assert ids(program, "meetings", "--place", "인도") == ids(program, "meetings", "--place", "IND")


@pytest.mark.parametrize(("word", "place"), [("Noi", "Ha Noi"), ("Hua", "Hua Hin"), ("nay", "Nay Pyi Taw")])
def test_a_short_word_of_a_place_is_found(word: str, place: str, program: Program) -> None:
    assert ids(program, "meetings", "--place", word) == ids(program, "meetings", "--place", place) != []


def test_partners_and_observers_do_not_belong(program: Program) -> None:
    told = [line.strip() for line in program("countries", "usa").stdout.splitlines()]
    assert "Belongs to           ADMM-Plus, ARF, EAS" in told
    assert "Dialogue partner of  ASEAN" in told
    korean = program("countries", "timor-leste", "--lang", "ko").stdout
    assert [line.split()[:2] for line in korean.splitlines() if "참여" in line][:1] == [["옵서버", "참여"]]
    assert len(program("countries", "asean", "-q").stdout.split()) == 11
    brief = program("brief", "canada").stdout
    assert "**Belongs to**: ARF" in brief
    assert "**Dialogue partner of**: ASEAN (" in brief


def test_the_card_of_a_city_counts_what_its_listings_list(program: Program) -> None:
    card = program("show", "hua-hin").stdout
    for table, heading in (("timeline", "What took place there"), ("documents", "Documents")):
        assert f"{heading} ({len(rows(program, table, '--place', 'hua-hin'))})" in card


@pytest.mark.parametrize("word", ["commemorative", "특별정상회의"])
def test_a_word_that_one_series_alone_has_in_its_name_means_it(word: str, program: Program) -> None:
    series = "asean-rok-commemorative-summit"
    for command in ("next", "series", "meetings", "anniversaries --all --year 2029"):
        by_part, by_id = (program(*command.split(), name) for name in (word, series))
        assert by_id.stdout and by_part.stdout == by_id.stdout, command
        assert word in by_part.stderr and series in by_part.stderr, command
        assert not by_id.stderr.startswith(repr(word))


def test_a_word_that_several_series_have_in_their_names_means_all_and_they_are_told(program: Program) -> None:
    for words in (("next", "foreign", "minister"), ("anniversaries", "foreign", "ministers")):
        told = program(*words).stderr
        assert "apt-fmm, asean-rok-fmm" in told and "is part of the name of" in told
    assert all(row["id"].startswith("eas-fmm") for row in rows(program, "next", "eas", "foreign"))
    told = program("next", "meeting").stderr
    assert re.search(r" and \d+ more: aseanrok series --match meeting$", told, re.MULTILINE)
    for command in ("next", "anniversaries"):
        assert "nothing called 'mekon'" in program(command, "mekon").stderr, "a slip, and no word of a name"


def test_anniversaries_of_a_country_are_of_what_it_did_as_its_timeline_has_it(program: Program) -> None:
    for name in ("Laos", "라오스"):
        found = rows(program, "anniversaries", "--country", name, "--all", "--year", "2025")
        did = {row["id"] for row in rows(program, "timeline", "--country", name, "--until", "2024")}
        assert "diplomatic-relations-lao-pdr-1995" in {row["id"] for row in found} <= did
    assert program("anniversaries", "--country", "Atlantis").returncode == 2
    assert "restore diplomatic relations" in program("anniversaries", "laos", "--year", "2025").stdout


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("since 2016", "--since 2016"),
        ("2016년 이후", "--since 2016"),
        ("laos until 2016", "--country lao-pdr --until 2016"),
        ("from 2016 to 2017", "--since 2016 --until 2017"),
        ("between 2016 and 2017", "--since 2016 --until 2017"),
        ("before 2016", "--until 2015"),
        ("after 2016", "--since 2017"),
        ("in 2016", "--year 2016"),
        ("trade in 2016", "--year 2016 --match trade"),
    ],
)
def test_what_joins_words_after_a_listing_is_read_as_people_mean_it(words: str, line: str, program: Program) -> None:
    done = program("meetings", *words.split())
    assert f"{words!r} is read as aseanrok meetings {line}\n" in done.stderr
    assert done.stdout == program("meetings", *line.split()).stdout


@pytest.mark.parametrize(
    ("words", "rather"),
    [
        ("timeline not laos", "'country!=lao-pdr' --where 'countries!=lao-pdr'"),
        ("timeline mekong except laos", "timeline --where 'country!=lao-pdr'"),
        ("timeline 라오스 제외", "timeline --where 'country!=lao-pdr'"),
        ("documents without agreements", "search WORDS -agreements"),
        ("documents not agreement", "documents --where 'kind!=agreement'"),
        ("documents not mekong", "documents --where 'frameworks!=mekong'"),
        ("meetings not akcf", "search WORDS -akcf"),
    ],
)
def test_what_is_not_so_is_refused_with_what_asks_for_it(words: str, rather: str, program: Program) -> None:
    done = program(*words.split())
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert rather in done.stderr and "keep what they name" in done.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--on 2027", "is not one day"),
        ("--on 2027-05", "is not one day"),
        ("--year 2027-05", "is not a year"),
        ("--year today", "is not a year"),
        ("--on 2026-11-27 --all", "leave --all out"),
        ("2027-05", "--year 2027 asks"),
        ("2027-05-01", "--on 2027-05-01 asks"),
    ],
)
def test_anniversaries_take_a_day_as_a_day_and_a_year_as_a_year(program: Program, line: str, said: str) -> None:
    done = program("anniversaries", *line.split())
    assert (done.returncode, done.stdout) == (2, "") and said in done.stderr


def test_a_year_from_the_29th_of_february_ends_on_a_day_that_there_is(program: Program) -> None:
    done = program("anniversaries", "rok-president", SOURCE_DATE_EPOCH="1835438400")
    assert "to 28 February 2029" in done.stderr
