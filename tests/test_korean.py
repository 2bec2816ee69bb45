"""The tool in Korean: no word is left in English that has a Korean one, and Korean finds what English finds."""

from __future__ import annotations

import json
import re

import pytest

from aseanrok import schema, store
from aseanrok.cli.streams import preferred
from aseanrok.model.vocabulary import Word
from aseanrok.wording import date
from aseanrok.words import squeezed
from aseanrok.words.korean import amount, in_order
from conftest import Program


def test_every_word_of_every_vocabulary_has_its_korean() -> None:
    vocabularies = Word.__subclasses__()
    assert len(vocabularies) > 12
    for vocabulary in vocabularies:
        for word, ko in vocabulary.words().items():
            assert word.isascii() and not ko.isascii(), (vocabulary, word, ko)


def test_what_a_field_with_words_holds_has_its_korean() -> None:
    missing = []
    for table in schema.tables():
        for name, field in table.fields.items():
            values = {row[name] for row in store.table(table.name) if field.words and row[name]}
            missing += [(table.name, name, value) for value in values if str(field.worded(value, "ko")).isascii()]
    assert not missing


def test_every_word_by_which_records_belong_together_has_its_korean() -> None:
    word = schema.table("relations").fields["relation"]
    said = {row["relation"] for row in store.table("relations")}
    assert {name for name in said if word.worded(name, "ko") == name} <= {"framework", "fund", "about"}
    assert word.worded("replaced by", "ko") == "대체 문서"


def test_cities_of_more_than_one_meeting_have_korean_names_or_are_known_to_lack_them() -> None:
    lacking = {"Cha-am Hua Hin", "Penang", "Luang Prabang", "Yangon", "Manado", "Langkawi", "Labuan Bajo", "Ha Long"}
    lacking |= {
        "Makati City",
        "Semarang",
        "Yogyakarta",
        "Melaka",
        "Selangor",
        "Buriram",
        "Surabaya",
        "Pasay",
        "Mandalay",
        "Clark",
    }
    cities = [row["city"] for row in store.table("meetings") if row["city"]]
    known = {row["name"] for row in store.table("places")} | {row["name"] for row in store.table("countries")}
    assert {city for city in cities if cities.count(city) > 1} - known <= lacking


@pytest.mark.parametrize("table", ["timeline", "meetings"])
def test_a_place_is_asked_for_in_either_language(table: str, program: Program) -> None:
    pairs = [
        ("부산", "Busan"),
        ("서울", "Seoul"),
        ("하노이", "Ha Noi"),
        ("푸켓", "Phuket"),
        ("호치민", "Ho Chi Minh City"),
    ]
    for ko, en in pairs:
        korean = json.loads(program(table, "--place", ko, "--json").stdout)
        english = json.loads(program(table, "--place", en, "--json").stdout)
        assert korean and korean == english, ko


def test_a_kind_and_a_country_are_asked_for_in_korean(program: Program) -> None:
    korean = program("documents", "--kind", "협정", "--json").stdout
    assert json.loads(korean) == json.loads(program("documents", "--kind", "agreement", "--json").stdout) != []
    korean = program("timeline", "--country", "라오스", "--json").stdout
    assert json.loads(korean) == json.loads(program("timeline", "--country", "Laos", "--json").stdout) != []


@pytest.mark.parametrize("width", ["100", "80", "60"])
@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("show mekong-rok-fmm-7", ["2017년 9월 1일", "대한민국 부산", "대면", "회의체"], ["in-person", "Busan, ROK"]),
        ("show mkcf", ["기금 mkcf", "2013년 6월 30일", "약 500만 달러", "출처 간 이견", "채택"],
         ["Sources differ", "30 June 2013 [", "million USD *"]),
        ("show laos", ["국가", "라오스", "회원국"], ["Held there", "member "]),
        ("show akfta-entry-into-force", ["진술", "대상 차이", "채택"], ["Statements", "(followed)", "About"]),
        ("meetings --year 2020", ["화상"], ["virtual", "in-person"]),
        ("timeline --year 2020", ["화상, 베트남"], ["hosted by"]),
        ("contributions akcf", ["연간", "출연", "1,400만 달러"], ["annual", "million"]),
        ("documents --kind agreement --as-of 2008", ["발효"], ["in force", "signed"]),
        ("statistics --framework asean-rok --year 2023", ["1,871억 7,900만 달러"], ["billion"]),
        ("sources --year 2024 -n 9", ["언론"], ["press ", "official "]),
        ("coverage --kind series --framework asean-rok", ["미기록: 제1차"], [": 1st"]),
        ("members --matrix", ["대화상대국"], ["dialogue-partner", "participant"]),
        ("offices --as-of 2019", ["태국", "브루나이"], ["Thailand", "Brunei D"]),
        ("next", ["직전"], ["announced", " last "]),
        ("funds", ["2,000만 달러", "공약"], ["million", "pledged"]),
        ("funds --as-of 2024", ["2022년 약 500만 달러 (추산"], ["million", "worked out"]),
        ("compare apt eas", ["협의체", "최근 정상회의", "2025년 10월 27일"], ["Latest", "Members", "Kind"]),
    ],
)  # fmt: skip
def test_listings_and_cards_say_in_korean_what_has_korean(
    asked: str, told: list[str], untold: list[str], width: str, program: Program
) -> None:
    done = program(*asked.split(), "--lang", "ko", "--format", "table", "--width", width)
    assert done.returncode == 0, done.stderr
    joined = " ".join(done.stdout.split())
    assert [word for word in told if word.replace(" ", "") not in joined.replace(" ", "")] == []
    assert [word for word in untold if word in done.stdout] == []


def test_machines_are_told_the_same_in_every_language(program: Program) -> None:
    plain = program("meetings", "--year", "2019", "--json").stdout
    for environ in ({"LANG": "ko_KR.UTF-8"}, {"ASEANROK_LANG": "ko"}):
        assert program("meetings", "--year", "2019", "--json", **environ).stdout == plain
        assert program("meetings", "--year", "2019", "--format", "csv", **environ).stdout.startswith("id,")


def test_the_environment_chooses_the_language_and_the_option_comes_before_it(program: Program) -> None:
    english = program("funds").stdout
    korean = program("funds", "--lang", "ko").stdout
    assert english != korean
    assert program("funds", LANG="ko_KR.UTF-8").stdout == korean
    assert program("funds", ASEANROK_LANG="ko").stdout == korean
    assert program("funds", LANG="ko_KR.UTF-8", ASEANROK_LANG="en").stdout == english
    assert program("funds", LANG="kok_IN").stdout == english, "Konkani is not Korean"
    assert program("funds", LANG="ko_KR.UTF-8", LC_ALL="C.UTF-8").stdout == english
    assert program("funds", "--lang", "en", LANG="ko_KR.UTF-8").stdout == english
    assert "ASEANROK_LANG" in program("help", "environment").stdout


def test_the_first_variable_that_is_set_decides() -> None:
    assert preferred({}) == "en"
    assert preferred({"LANG": "ko"}) == "ko"
    assert preferred({"LANG": "ko_KR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}) == "en"
    assert preferred({"LC_ALL": "", "LANG": "ko_KR.UTF-8"}) == "ko"


@pytest.mark.parametrize(
    ("edtf", "ko"),
    [
        ("2011", "2011년"),
        ("2011-10", "2011년 10월"),
        ("2011-10-28", "2011년 10월 28일"),
        ("2009-06-01/2009-06-02", "2009년 6월 1일-2일"),
        ("2009-06-30/2009-07-02", "2009년 6월 30일-7월 2일"),
        ("2009-12-30/2010-01-02", "2009년 12월 30일-2010년 1월 2일"),
        ("2019/2021", "2019년-2021년"),
        ("2012/..", "2012년부터"),
        ("../2018", "2018년까지"),
        ("2012/2012-06", "2012년-2012년 6월"),
        ("2021-04-16/2024-04", "2021년 4월 16일-2024년 4월"),
    ],
)
def test_dates_are_written_as_korean_writes_them(edtf: str, ko: str) -> None:
    assert date(edtf, "ko") == ko


@pytest.mark.parametrize(
    ("number", "unit", "qualifier", "ko"),
    [
        ("14000000", "USD", None, "1,400만 달러"),
        ("187179000000", "USD", "about", "약 1,871억 7,900만 달러"),
        ("6700000000", "KRW", None, "67억 원"),
        ("420", "projects", "more than", "420개 사업 초과"),
        ("123456789", "USD", None, "1억 2,345만 6,789 달러"),
        ("4.3", "percent", "up to", "최대 4.3퍼센트"),
        ("1200000000000", "USD", None, "1조 2,000억 달러"),
        ("9500", "people", None, "9,500명"),
        ("3", "gardens", None, "3 gardens"),
    ],
)
def test_amounts_are_counted_in_ten_thousands(number: str, unit: str, qualifier: str | None, ko: str) -> None:
    from decimal import Decimal

    assert amount(Decimal(number), unit, qualifier) == ko


def test_a_card_says_at_a_glance_dates_as_korean_writes_them(program: Program) -> None:
    glance = program("mekong", "--lang", "ko").stdout.partition("\n\n한눈에\n")[2].partition("\n\n")[0]
    assert "제13차, 2025년 7월 11일, 말레이시아 쿠알라룸푸르" in glance
    assert not re.search(r"\d{4}-\d\d(?!\d)", glance)


def test_numbers_of_meetings_run_together() -> None:
    assert in_order([3, 4, 5, 9, 12, 13]) == "제3차-제5차, 제9차, 제12차, 제13차"


def test_a_name_stands_once_in_each_language_where_both_are_columns(program: Program) -> None:
    rows = program("countries", "--lang", "ko", "--match", "Laos").stdout.splitlines()
    assert len(rows) == 2 and rows[1].count("라오스") == rows[1].count("Lao PDR") == 1


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("members asean", "회원국 11"),
        ("funds", "출처 간 이견"),
        ("search 한강", "건"),
        ("contributions akcf --by year", "연간 출연은 그 기간의 해마다"),
        ("next mekong", "회의체의 주기만으로"),
        ("documents --as-of 2026-11-20 -n 1", "그 뒤의 일은 알 수 없음"),
        ("anniversaries --on 2026-01-03", "주년 없음"),
    ],
)
def test_what_is_said_beside_an_answer_is_korean_too(asked: str, told: str, program: Program) -> None:
    english, korean = (program(*asked.split(), "--lang", lang).stderr for lang in ("en", "ko"))
    assert told in korean and told not in english
    assert not re.search(r"\b(the|of|and|not|from)\b", korean)


# --- no English inside a Korean answer -------------------------------------------------------------------------------


def test_entries_into_force_and_what_was_looked_for_are_told_in_korean(program: Program) -> None:
    rcep = next(line for line in program("show", "rcep", "--lang", "ko").stdout.splitlines() if line.startswith("발효"))
    assert (
        "2022년 2월 1일(대한민국)" in rcep
        and "2023년 6월 2일(필리핀)" in rcep
        and not re.search("[A-Za-z]", rcep.partition(" [")[0])
    )
    (dialogue,) = store.rows_where("series", "id", ("asean-rok-dialogue",))
    for command in (("show", "asean-rok-dialogue"), ("coverage", "asean-rok-dialogue")):
        text = program(*command, "--lang", "ko").stdout
        line = next(line for line in text.splitlines() if line.startswith("조사 기록"))
        assert "제3차-제7차, 제9차-제14차, 제30차: " in line and "3rd" not in line
        assert date(dialogue["looked_for"][0][-len("2026-11-26") :], "ko") in line


def test_a_rank_is_an_ordinal(program: Program) -> None:
    known = [row for row in store.table("statistics") if row["unit"] == "rank"]
    assert known
    for row in known:
        assert re.fullmatch(r"\d+(st|nd|rd|th)", row["stated"]) and row["stated_ko"] == f"{row['value']}위"
    assert not re.search(r"\d rank", program("statistics", "--match", "rank").stdout)


READ = f"출처 열람 {date(store.edition()['read'], 'ko')}까지"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("zanzibar", f"'zanzibar'에 대한 기록 없음 ({READ})"),
        ("zanzibar quagga", f"'zanzibar quagga'에 대한 기록 없음: 'zanzibar', 'quagga'을(를) 담은 기록 없음 ({READ})"),
        (
            "mekong-rok summit zanzibar",
            f"'zanzibar': 본문에 없는 말({READ}); 아래는 나머지 말을 담은 기록",
        ),
        ("Vietnm", "'Vietnm'에 대한 기록 없음. 비슷한 말: 'Vietnam'."),
        ("table:metings x", "'table:metings x'에 대한 기록 없음: 'metings' table 없음. 비슷한 말: 'table:meetings'."),
    ],
)
def test_a_search_that_finds_nothing_says_so_in_korean(query: str, said: str, program: Program) -> None:
    done = program("search", query, ASEANROK_LANG="ko")
    assert done.returncode == 1 and done.stderr.splitlines()[0] == f"aseanrok: {said}"


def test_a_brief_of_a_fund_and_what_is_next_are_korean_where_korean_is_recorded(program: Program) -> None:
    told = program("brief", "mkcf", "--lang", "ko").stdout
    assert "- **우선 분야**: 문화·관광; 인적자원 개발;" in told
    assert "| 농업·농촌 개발 | 1 \\~ | 39만 4,005 달러 \\~ (1건 중 1건) |" in told
    names = {row["id"]: row["name_ko"] for row in store.table("series") if row["name_ko"]}
    lines = program("next", "--lang", "ko").stdout.splitlines()
    told = [(line, names[line.split()[-1]]) for line in lines if line.split()[-1] in names]
    assert len(told) > 2 and all(name in line for line, name in told)


def test_a_term_of_several_words_goes_by_its_korean_name(program: Program) -> None:
    lines = program("glossary", "--lang", "ko").stdout.splitlines()
    terms = {line.split()[-1]: line for line in lines}
    assert terms["term-mekong-countries"].startswith("메콩 5개국")
    assert terms["term-acs"].startswith("ACS"), "an abbreviation is what is explained"
    assert program("show", "term-mekong-countries", "--lang", "ko").stdout.startswith("메콩 5개국\n")


@pytest.mark.parametrize(
    "line",
    [
        ["search", "mekong 2019"],
        ["search", "laos trade"],
        ["search", "2nd mekong summit"],
        ["offices", "--as-of", "2012"],
        ["offices", "asean-chair", "--as-of", "2012"],
    ],
)
def test_a_language_is_refused_where_no_word_has_one(line: list[str], program: Program) -> None:
    done = program(*line, "-f", "csv", "--lang", "ko")
    assert (done.returncode, done.stdout) == (2, "") and "--lang does nothing" in done.stderr


@pytest.mark.parametrize("line", [["search", "next mekong summit"], ["search", "9th mekong summit"]])
def test_a_language_is_that_of_a_line_beside_rows(line: list[str], program: Program) -> None:
    done = program(*line, "-f", "csv", "--lang", "ko")
    assert done.returncode != 2 and done.stdout and "회의" in done.stderr


def test_the_holder_who_is_not_recorded_is_told_of_in_the_language_asked_for(program: Program) -> None:
    done = program("offices", "rok-ambassador-to-asean", "--as-of", "1990", "-f", "csv", "--lang", "ko")
    assert done.returncode == 0 and done.stdout and "재임자 기록 없음" in done.stderr


@pytest.mark.parametrize("wide", ["45", "59", "99", "140"])
@pytest.mark.parametrize("table", ["meetings", "milestones", "documents", "funds", "programmes"])
def test_no_width_makes_english_of_what_has_korean(table: str, wide: str, program: Program) -> None:
    """Of a list each item stands on a line of its own, in the language that was asked for."""
    listed = schema.table(table).listing
    rows = [row for row in store.table(table)[:40] if any(f"{name}_ko" in row for name in listed)]
    asked = [table, "--lang", "ko", "-n", "40", "-f", "table", "--width", wide]
    shown = squeezed(program(*asked).stdout)
    for row in rows:
        for name in listed:
            items = row.get(f"{name}_ko") if isinstance(row.get(name), list) else ()
            for item in items or ():
                assert squeezed(item) in shown, (row["id"], item)


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("timeline --by place", "카자흐스탄"),
        ("members --by name", "호주"),
        ("funds --by administrator", "ASEAN-Korea Programme Management Team(AKPMT)"),
    ],
)
def test_groups_of_what_has_a_korean_name_have_it(line: str, first: str, program: Program) -> None:
    done = program(*line.split(), "--lang", "ko")
    assert any(each.startswith(first) for each in done.stdout.splitlines()), done.stdout


def test_every_heading_of_a_korean_card_is_korean_in_markdown(program: Program) -> None:
    for id in ("laos", "mekong", "akcf"):
        headings = [
            each for each in program("show", id, "--lang", "ko", "-f", "md").stdout.splitlines() if each[:3] == "## "
        ]
        assert headings and not [each for each in headings if each.isascii()], id


def test_a_card_tells_the_english_name_once_and_the_korean_above(program: Program) -> None:
    for id, korean, english in (
        ("australia", "호주", "Australia"),
        ("mekong-rok-fmm-7", "제7차 한-메콩 외교장관회의", "7th Mekong-ROK Foreign Ministers' Meeting"),
    ):
        shown = program("show", id, "--lang", "ko").stdout.splitlines()
        assert shown[0] == korean and not any(line.endswith(f"  {korean}") for line in shown[1:])
        assert sum(line.endswith(f"  {english}") for line in shown) == 1


def test_the_middle_dot_that_korean_keyboards_write_divides_words(program: Program) -> None:
    for query in ("한ㆍ중ㆍ일", "정치ㆍ안보"):
        done = program("search", query, "-q")
        assert done.stdout == program("search", query.replace("ㆍ", "·"), "-q").stdout != "" and done.stderr == ""
    assert program("show", "한ㆍ아세안협력기금", "-q").stdout == "akcf\n"
    assert "ㆍ" in program("search", "zzqqㆍzzqq").stderr


def test_a_table_that_is_shown_has_its_korean_name_in_every_form(program: Program) -> None:
    names = json.loads(program("coverage", "--json", "--fields", "id,kind,name,name_ko").stdout)
    tables = {row["id"]: (row["name"], row["name_ko"]) for row in names if row["kind"] != "series"}
    assert {"all", "meetings", "timeline"} < set(tables)
    shown = program("show", *tables, "--fields", "id,title,title_ko", "--json").stdout
    assert {row["id"]: (row["title"], row["title_ko"]) for row in json.loads(shown)} == tables
    assert "연표" in program("show", "timeline", "--fields", "id,title", "--lang", "ko").stdout


@pytest.mark.parametrize("query", ["busan ㄱ", "협력기ㄱ busan", "busan -ㅎ", "12차ㄴ busan"])
def test_a_letter_that_is_typed_alone_is_told_as_it_was_typed(query: str, program: Program) -> None:
    letter = next(each for each in query if "ㄱ" <= each <= "ㅎ")
    assert letter in program("search", query).stderr


def test_how_a_meeting_stands_is_told_once(program: Program) -> None:
    """Also where its English name, which the timeline holds with it, stands for a Korean one that is not recorded."""
    told = program("timeline", "--where", "status=announced", "--lang", "ko", "--fields", "title").stdout
    assert "ASEAN-ROK Commemorative Summit (2029) (예정)\n" in told and "(announced)" not in told
    both = program("timeline", "--where", "status=postponed", "--lang", "ko", "--fields", "title,title_ko").stdout
    line = next(line for line in both.splitlines() if line.startswith("3rd Mekong-ROK Summit"))
    assert line.split("  ")[0] == "3rd Mekong-ROK Summit (postponed)" and line.endswith(" (연기)")


@pytest.mark.parametrize(
    "line", [["next", "-n", "3"], ["anniversaries", "--all", "-n", "3"], ["search", "summit", "-n", "3"]]
)
def test_the_forms_for_machines_have_the_korean_that_readers_are_shown(line: list[str], program: Program) -> None:
    shown = program(*line, "--lang", "ko", "-f", "md").stdout
    rows = json.loads(program(*line, "--json").stdout)
    assert any(row["title_ko"] for row in rows) and all(row["title_ko"] in shown for row in rows if row["title_ko"])
    if line[0] != "search":
        assert all(row["place_ko"] in shown for row in rows if row["place_ko"]) and any(row["place_ko"] for row in rows)
    assert program(*line, "--fields", "title_ko", "-f", "csv").stdout.splitlines()[1] == (rows[0]["title_ko"] or "")


def test_what_a_source_supports_is_called_in_korean_on_cards_too(program: Program) -> None:
    whole = program("show", "akcf", "apt-cooperation-fund", "--full", "--lang", "ko").stdout
    assert not re.findall(r"\([a-z_, ]*\b(?:value|fund|period|contributor)\b[a-z_, ]*\)", whole)
    assert "(값, 기금)" in whole
