"""Whatever is typed is answered: by a card, by what happened then, or by a search."""

from __future__ import annotations

import json
import shlex
import unicodedata
from pathlib import Path

import pytest

from aseanrok import store
from aseanrok.cli.grammar import commands
from conftest import Program

DAY = "1795737600"  # 27 November 2026, in seconds since 1970


OF_A_DAY = 'Of any year: aseanrok anniversaries --on 11-26, search "26 November"'


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


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("-fjson mekong", "-f json mekong"),
        ("-n2 stats laos", "-n 2 stats laos"),
        ("-qn2 2019", "-q -n 2 2019"),
        ("-qfjson 2019", "-q -f json 2019"),
        ("-n5 검색 부산", "-n 5 검색 부산"),
        ("-qn 2 2019", "-q -n 2 2019"),
        ("-qn2 -- stats laos", "-q -n 2 stats laos"),
    ],
)
def test_short_options_in_one_word_stand_before_any_word(program: Program, glued: str, apart: str) -> None:
    one, other = (program(*line.split()) for line in (glued, apart))
    assert (one.returncode, one.stdout) == (other.returncode, other.stdout)
    assert one.stderr.splitlines()[1:] == other.stderr.splitlines()[1:]
    assert program("-x" + glued[1:].split()[0], *glued.split()[1:]).returncode == 2


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
    ("words", "meant"),
    [("mettings mekong", "meetings"), ("projets forest laos", "projects"), ("meetins mekong --json", "meetings")],
)
def test_a_slip_of_a_command_before_other_words_is_none_either(program: Program, words: str, meant: str) -> None:
    done = program(*words.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert f"Did you mean '{meant}'" in done.stderr.splitlines()[0]


@pytest.mark.parametrize("words", ["meeting minutes", "officers training", "services trade", "programme youth"])
def test_a_word_that_records_hold_is_no_slip_of_a_command(program: Program, words: str) -> None:
    assert program(*words.split()).stderr.startswith(f"= aseanrok search '{words}'\n")


@pytest.mark.parametrize(
    ("words", "run"),
    [
        ("연표 메콩", "timeline mekong"),
        ("연표", "timeline"),
        ("회의 2019", "meetings 2019"),
        ("검색 부산", "search 부산"),
        ("도움말", "help"),
        ("도움말 formats", "help formats"),
        ("비교 apt eas", "compare apt eas"),
        ("인용 akcf", "cite akcf"),
        ("주요사건", "milestones"),
        ("통계 라오스", "statistics laos"),
    ],
)
def test_the_korean_name_of_a_command_is_that_command(program: Program, words: str, run: str) -> None:
    done = program(*words.split())
    assert done.stderr.startswith(f"= aseanrok {run.split()[0]}")
    assert done.stdout == program(*run.split()).stdout != ""


@pytest.mark.parametrize("words", ["기금 협력", "회의 장소", "국가 조정국"])
def test_a_korean_word_before_what_no_command_takes_is_looked_for(program: Program, words: str) -> None:
    assert program(*words.split()).stderr.startswith(f"= aseanrok search '{words}'\n")


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
        (
            "timeline --on 2013-06-01",
            f"no option '--on' of `timeline`. Did you mean '--since' or '--until'? {OF_A_DAY}",
        ),
        ("funds --url", "no option '--url' of `funds`; `show` takes it"),
        ("anniversaries --matrix", "no option '--matrix' of `anniversaries`; `members` takes it"),
        (
            "--since 2019 timeline",
            "no option '--since' before a command; it stands after one: aseanrok timeline --since",
        ),
        (
            "--as-of 2019 offices",
            "no option '--as-of' before a command; it stands after one: aseanrok offices --as-of",
        ),
        ("--matrix funds", "no option '--matrix' of `funds`; `members` takes it"),
        ("–n 3 timeline", "'–n' begins with a dash that is no hyphen; write -n"),
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
        ("statistics trade 2019", "statistics --kind trade --year 2019"),
        ("statistics 무역 2019", "statistics --kind trade --year 2019"),
        ("statistics 교역 2019", "statistics --kind trade --year 2019"),
        ("documents 공동성명 메콩", "documents --framework mekong --kind joint-statement"),
        ("documents 메콩 2019", "documents --framework mekong --year 2019"),
        ("timeline 메콩 정상회담", "timeline --framework mekong --kind summit"),
        ("meetings eas ..2009", "meetings --framework eas --until 2009"),
        ("meetings eas 2009-2011", "meetings --framework eas --since 2009 --until 2011"),
        ("members asean 2005", "members asean --as-of 2005"),
        ("members 2005", "members --as-of 2005"),
        ("members asean 2005-03-01 라오스", "members asean --country lao-pdr --as-of 2005-03-01"),
        ("members asean rok", "members asean --country republic-of-korea"),
        ("funds 2012", "funds --as-of 2012"),
        ("frameworks asean 2012", "frameworks asean --as-of 2012"),
        ("frameworks 2012", "frameworks --as-of 2012"),
        ("documents signed 2019", "documents --year 2019 --match signed"),
        ("timeline since november 2019", "timeline --since 2019-11"),
        ("timeline after november 2019", "timeline --since 2019-12"),
        ("timeline before 1 march 2000", "timeline --until 2000-02-29"),
        ("timeline mekong since 2020 until may 2022", "timeline --framework mekong --since 2020 --until 2022-05"),
        ("timeline 2019년부터 2020년 3월까지", "timeline --since 2019 --until 2020-03"),
        ("meetings laos 2019년 11월", "meetings --country lao-pdr --since 2019-11 --until 2019-11"),
    ],
)
@pytest.mark.parametrize("more", [[], ["-q"], ["--json"]])
def test_words_stand_for_options(program: Program, typed: str, run: str, more: list[str]) -> None:
    done = program(*typed.split(), *more)
    same = program(*run.split(), *more)
    assert (done.returncode, done.stdout) == (0, same.stdout) and (same.stdout or more == ["-q"])
    words = " ".join(typed.split()[1:])
    assert f"{words!r} is read as aseanrok {run}" in done.stderr.splitlines()


@pytest.mark.parametrize("line", ["projects forest", "statistics tourism", "glossary trade", "timeline forest fund"])
def test_ids_are_of_the_same_rows(program: Program, line: str) -> None:
    rows, quiet = program(*line.split(), "--json"), program(*line.split(), "-q")
    assert quiet.stdout.split() == [row["id"] for row in json.loads(rows.stdout)] != []
    command, _, words = line.partition(" ")
    assert f"nothing is called {words!r}; in {command}, these hold its words:" in quiet.stderr.splitlines()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("statistics trade 2018 --year 2019", "'2018' stands for --year 2018, and --year 2019 stands beside it"),
        ("statistics trade 2018 --year 2019 -q", "'2018' stands for --year 2018, and --year 2019 stands beside it"),
        ("timeline mekong 2019 --until 2018", "'2019' stands for --year 2019, and --until 2018 stands beside it"),
        ("meetings eas 2019 --since 2020", "'2019' stands for --year 2019, and --since 2020 stands beside it"),
        ("meetings eas 2019.. --year 2020", "'2019..' stands for --since 2019, and --year 2020 stands beside it"),
        ("meetings busan 2019 --place Seoul", "'busan' stands for --place Busan, and --place Seoul stands beside it"),
        ("members asean 2005 --as-of 2006", "'2005' stands for --as-of 2005, and --as-of 2006 stands beside it"),
        ("documents signed 2019 --match x", "'signed' stands for --match signed, and --match x stands beside it"),
        ("meetings eas 2019.. 2018..", "'2019..' stands for --since 2019, and another word for --since 2018"),
        ("meetings eas 2019 2020..", "'2020..' stands for --since 2020, and another word for --year 2019"),
    ],
)
def test_words_and_options_that_contradict_each_other_are_named(program: Program, line: str, told: str) -> None:
    done = program(*line.split())
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"aseanrok: {told}; leave one of them out\n")


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("statistics trade 2019 --year 2019", "statistics trade 2019"),
        ("meetings busan 2019 --place 부산", "meetings busan 2019"),
        ("documents mekong 2019 --framework 한-메콩", "documents mekong 2019"),
        ("projects mkcf 2022 --year 2022", "projects mkcf 2022"),
        ("meetings eas 2009 2010", "meetings --framework eas --year 2009 --year 2010"),
    ],
)
def test_a_word_may_say_what_an_option_says(program: Program, line: str, same: str) -> None:
    assert program(*line.split()).stdout == program(*same.split()).stdout != ""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("meetings 2020..2019", "'2020..2019' ends before it begins"),
        ("meetings eas 2020-2019", "'2020-2019' ends before it begins"),
        ("2020..2019", "'2020..2019' ends before it begins"),
        ("timeline 2019-02-30", "'2019-02-30' names a day that 2019-02 does not have"),
        (
            "timeline --year 2019..2020",
            "--year: '2019..2020' is not a year; write 2019, or a span as --since and --until",
        ),
        ("timeline --since 2019..2020", "--since: '2019..2020' is a span; write --since 2019 --until 2020"),
        ("timeline --until 2019-2020", "--until: '2019-2020' is a span; write --since 2019 --until 2020"),
        ("timeline --since ..2020", "--since: '..2020' is a span; write --until 2020"),
        ("timeline --until 2020..", "--until: '2020..' is a span; write --since 2020"),
        ("timeline --where date>=..2019", "--where: '..2019' is a span; write --where 'date<=2019'"),
        ("meetings --where date<=2019..", "--where: '2019..' is a span; write --where 'date>=2019'"),
        (
            "offices --where tenure<2019/2020",
            "--where: '2019/2020' is a span; write --where 'tenure>=2019' --where 'tenure<=2020'",
        ),
        ("next 2027", "`next` takes no time, it tells what comes from now on; aseanrok timeline 2027"),
        ("next mekong 2027", "`next` takes no time, it tells what comes from now on; aseanrok timeline mekong 2027"),
        ("anniversaries 2027", "'2027' is a time; --year 2027 asks for its anniversaries"),
        ("anniversaries mekong 2019-11", "'2019-11' is a time; --year 2019 asks for its anniversaries"),
    ],
)
def test_a_time_that_cannot_be_meant_is_told(program: Program, line: str, told: str) -> None:
    done = program(*line.split())
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"aseanrok: {told}\n")


def test_a_span_of_years_is_a_span(program: Program) -> None:
    for written in ("2009-2011", "2009..2011"):
        assert program("timeline", written, "-q").stdout == program("timeline", "2009/2011", "-q").stdout != ""
    assert program("timeline", "2009-2009", "-q").stdout == program("timeline", "2009", "-q").stdout


def test_of_what_has_no_members_that_is_said(program: Program) -> None:
    done = program("members", "asean-rok")
    assert (done.returncode, done.stdout) == (1, "") and "no members of asean-rok are recorded" in done.stderr


def test_what_is_not_looked_for_is_told(program: Program) -> None:
    assert "; not looked for: 'last'" in program("meetings", "last", "3", "-n", "1").stderr
    assert "; not looked for: 'last'" in program("search", "last", "summit", "-n", "1").stderr
    assert "not looked for" not in program("search", "last", "-n", "1").stderr
    signs = [row["title"] for row in store.table("sources") if {"-", "&", "+"} & {*row["title"].split()}]
    assert len(signs) > 5 and not any("not looked for" in program("search", title, "-n", "1").stderr for title in signs)


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


@pytest.mark.parametrize("framework", store.ids("frameworks"))
def test_the_timeline_of_a_framework_is_all_of_it_by_whichever_name(program: Program, framework: str) -> None:
    asked = program("timeline", "--framework", framework, "-q").stdout
    assert program("timeline", framework, "-q").stdout == asked
    assert (
        program("timeline", next(iter(store.rows_where("frameworks", "id", (framework,))))["name"], "-q").stdout
        == asked
    )


def test_the_timeline_of_a_thing_has_what_refers_to_it_and_not_where_it_belongs(program: Program) -> None:
    for name, acts in (
        ("akcf", {"akcf"}),
        (
            "asean-secretary-general",
            {row["id"] for row in store.rows_where("holders", "office", ["asean-secretary-general"])},
        ),
        ("tac-1976", {"rok-accedes-to-tac-2004", "asean-summit-1"}),
        ("aktiga", {"aktiga", "aktiga-third-protocol", "aem-rok-4"}),
        ("apt-summit-1", {"apt-summit-1"}),
    ):
        told = set(program("timeline", name, "-q").stdout.split())
        dated = {row["id"] for row in store.table("timeline")}
        assert acts & dated <= told and not told & ({*store.ids("frameworks")} - {name}), name


def test_a_year_after_anniversaries_is_told_how_it_is_asked_for(program: Program) -> None:
    done = program("anniversaries", "mekong", "2027")
    assert (done.returncode, done.stdout) == (2, "") and "--year 2027" in done.stderr


@pytest.mark.parametrize("word", ["", " ", "\n", "\u3000"])
def test_a_word_that_says_nothing_is_refused(program: Program, word: str) -> None:
    done = program(word)
    assert (done.returncode, done.stdout) == (2, "") and done.stderr.splitlines()[-1].endswith("is empty")
    assert store.find("") is None


@pytest.mark.parametrize("word", ["..", "...", "~", "-"])
def test_a_mark_alone_is_no_time(program: Program, word: str) -> None:
    done = program("meetings", word)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"aseanrok: nothing called {word!r}.\n")


def test_a_korean_word_for_a_kind_is_read_wherever_a_kind_is(program: Program) -> None:
    for korean, english in (
        ("search mekong --kind 정상회담", "search mekong --kind summit"),
        ("statistics --where indicator=무역", "statistics --where indicator=trade"),
        ("statistics --kind 무역", "statistics --kind trade"),
        ("documents --kind 협정,양해각서", "documents --kind agreement,mou"),
    ):
        assert program(*korean.split()).stdout == program(*english.split()).stdout != ""


def test_of_what_has_no_dates_a_year_is_a_word(program: Program) -> None:
    for command in ("countries", "coverage", "glossary", "conflicts"):
        done = program(command, "2019")
        assert done.stdout == program(command, "--match", "2019").stdout
        assert f"nothing is called '2019'; in {command}, these hold its words:" in done.stderr.splitlines()


def test_an_open_span_begins_and_ends_as_a_day_does(program: Program) -> None:
    for one, other in (("--since 2019..", "--since 2019"), ("--until ..2019", "--until 2019")):
        assert program("timeline", *one.split(), "-q").stdout == program("timeline", *other.split(), "-q").stdout != ""


def test_today_is_a_day_among_words(program: Program) -> None:
    day = program("members", "asean", "오늘", SOURCE_DATE_EPOCH=DAY)
    assert "'asean 오늘' is read as aseanrok members asean --as-of 2026-11-27" in day.stderr.splitlines()
    assert day.stdout == program("members", "asean", "--as-of", "2026-11-27").stdout != ""
    assert "not looked for: 'now':" in program("series", "mekong", "now").stderr  # of which no day is asked


def test_a_joining_word_in_capitals_may_be_a_code(program: Program) -> None:
    both = program("anniversaries", "laos", "MY", "--all", "-q").stdout
    assert both == program("anniversaries", "laos", "malaysia", "--all", "-q").stdout != ""
    assert both != program("anniversaries", "laos", "--all", "-q").stdout
    assert "--framework mekong --country malaysia" in program("timeline", "mekong MY").stderr
    for line in ("timeline mekong In 2019", "timeline The mekong", "timeline mekong And 2019"):
        plain = program(*line.lower().split())
        assert program(*line.split()).stdout == plain.stdout != ""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("meetings mekong upcoming", "; not looked for: 'upcoming'"),
        ("timeline mekong before laos", "; not looked for: 'before'"),
        ("meetings 다음 메콩", "; not looked for: '다음'"),
        ("timeline 메콩 올해", "is read as aseanrok timeline --framework mekong --year 20"),
        ("timeline laos this year", "is read as aseanrok timeline --country lao-pdr --year 20"),
        ("search date:2019 busan", "; not looked for: 'date:'"),
        ("search mekong not laos", "; not looked for: 'not'"),
        ("search mekong or laos", "; not looked for: 'or'"),
        ("search mekong since 2020", "; not looked for: 'since', which --since 2020 asks"),
        ("search summit before 2010", "; not looked for: 'before', which --until 2009 asks"),
        ("search 메콩 2020년부터", "; not looked for: '부터', which --since 2020 asks"),
        ("anniversaries mekong latest", "not looked for: 'latest'"),
        ("search summit before covid", "; not looked for: 'before'"),
        ("search exactly when summit", "; not looked for: 'exactly'"),
        ("search 메콩 이후 정상회의", "; not looked for: '이후'"),
        ("search trade since 2019 versus 2020", "; not looked for: 'versus', 'since', which --since 2019 asks\n"),
        ("search laos MY", "; not looked for: 'MY'"),
        ("search next summit -q", "not looked for: 'next'\n"),
        ("search next-busan", "what comes next: aseanrok next\n"),
        ("search 현 의장국", "; not looked for: '현'"),
        ("search 늘어난 교역", "; not looked for: '늘어난'"),
        ("series summit since 2019", "; not looked for: 'since'\n"),
        ("series --match 2019~", "--match: '2019~' is a time; leave its sign out\n"),
        ("search mekong > 2018", "; looked for as numbers alone: '>2018', which --since 2019 asks"),
        ("search mekong >=2018", "; looked for as numbers alone: '>=2018', which --since 2018 asks"),
        ("search mekong \u22642018", "; looked for as numbers alone: '\u22642018', which --until 2018 asks"),
        ("search mekong 2018-", "; looked for as numbers alone: '2018-', which --since 2018 asks"),
        ("search laos | cambodia", "; not looked for: '|'"),
        ("search summit \u2260laos", "; not looked for: '\u2260'"),
        ("search busan - summit", "; not looked for: '-'"),
        ("search sum* laos", "; not looked for: '*'"),
        ("search budget>1000000", "; not looked for: '>'"),
        ("timeline mekong ! laos", "; not looked for: '!'"),
        ("search summit \u2011laos", "; without 'laos'"),
        ("timeline mekong > 2018", "is read as aseanrok timeline --framework mekong --since 2019\n"),
        ("timeline laos by 2019", "is read as aseanrok timeline --country lao-pdr --until 2019\n"),
        ("timeline laos as of 2019", "is read as aseanrok timeline --country lao-pdr --until 2019\n"),
        ("members asean as of 1998", "is read as aseanrok members asean --as-of 1998\n"),
        ("timeline mekong 2018-", "is read as aseanrok timeline --framework mekong --since 2018\n"),
    ],
)
def test_a_word_that_would_change_the_question_is_told_where_it_is_not_looked_for(
    line: str, told: str, program: Program
) -> None:
    assert told in program(*line.split()).stderr


def test_beside_ids_it_is_told_what_they_do_not_answer(program: Program) -> None:
    assert program("search", "mekong", "not", "laos", "-q").stderr == "not looked for: 'not'\n"
    assert program("search", "mekong", "-q").stderr == ""
    told = "'2019..2021', which --since 2019 --until 2021 asks"
    assert told in program("search", "mekong", "2019..2021").stderr
    for words in ("this year", "This  Year"):
        assert "not looked for: 'this year', which --year" in program("search", f"mekong {words}").stderr.lower()
    assert "'>2019', which --since 2020 asks" in program("search", "mekong", ">2019").stderr
    for query, told in (
        ("메콩 2019년 이후의", "'이후', which --since 2019 asks"),
        ("메콩 2019년도이후로", "'이후', which --since 2019 asks"),
        ("올해의 메콩", "'올해의'"),
        ("mekong (not laos)", "'not'"),
        ("mekong and/or laos", "'or'"),
        ("busan not-summit", "'not'"),
        ("mekong-or-busan", "'or'"),
        ("since-2019 summit", "'since'"),
        ("laos (-cambodia)", "'-cambodia'"),
        ("laos,-cambodia", "'-cambodia'"),
        ("busan year~2019", "'~'"),
        ("busan 'not seoul'", "'not'"),
        ("busan \u2018since 2019\u2019", "'since', which --since 2019 asks"),
        ('"busan" - "seoul"', "'-'"),
        ("fund ~ 2019", "'~'"),
        ("2019\u223c \ubd80\uc0b0", "'2019~', which --since 2019 asks"),
        ("2019\u301c2021 busan", "'2019~2021', which --since 2019 --until 2021 asks"),
        ("2019\u2013 busan", "'2019\u2013', which --since 2019 asks"),
        ("by 2019 busan", "'by', which --until 2019 asks"),
        ("as of 2019 busan", "'as of', which --until 2019 asks"),
        ("- laos", "'-'"),
        ("\u2260 akcf", "'\u2260'"),
        ("laos >", "'>'"),
        ("busan year>=2019", "'>'"),
        ("mekong (since 2019)", "'since', which --since 2019 asks"),
        ("mekong 2017 to 2020", "'2017..2020', which --since 2017 --until 2020 asks"),
        ("mekong from 2017 to 2020", "'from', 'to', which --since 2017 --until 2020 asks"),
        ("mekong 2019 ~ 2021", "'2019..2021', which --since 2019 --until 2021 asks"),
        ("mekong between 2021 and 2019", "'between', 'and'\n"),
    ):
        said = "looked for as numbers alone" if any(map(str.isdecimal, told.partition(",")[0])) else "not looked for"
        assert f"{said}: {told}" in program("search", query).stderr, query
    for query in (
        "\uc11c\uc6b8~\ubd80\uc0b0",
        "ASEAN--ROK summit",
        "\ud55c\uad6d(ROK)-\uc544\uc138\uc548 \uc815\uc0c1\ud68c\uc758",
        "U.S.-China",
        "5%-6% trade",
        'asean summit -"foreign ministers"',
        "is this yearly",
        "10:30",
        "follow-up meeting",
        "ASEAN-ROK summit",
        "2017-2019 summit",
    ):
        assert "not looked for" not in program("search", query).stderr, query
    for query in ("mekong since 2019-13", "summit 2019 22", "akcf 2023 14 million"):
        assert program("search", query).returncode in (0, 1), "no such day is no error of a search"
    near = program("search", "mekong", "zzzqq", "not", "laos")
    assert near.returncode == 1 and near.stderr.startswith("not looked for: 'not'\n")
    assert "is part of the name of" in program("anniversaries", "summit", "-q").stderr
    assert program("search", "mekong", "not", "laos", "-q", "--lang", "ko").stderr == "찾지 않은 말: 'not'\n"
    assert program("search", "mekong", "-q", "--lang", "ko").returncode == 2, "nothing is told, in no language"


def test_words_to_match_that_are_not_looked_for_are_told(program: Program) -> None:
    assert program("meetings", "--match", "summit", "-q").stderr == ""
    for option in ("-q", "--json"):
        assert program("meetings", "--match", "latest summit", option).stderr == "not looked for: 'latest'\n"
        assert program("meetings", "--match", "laos this year", option).stderr == "not looked for: 'this year'\n"
        assert program("meetings", "--match", "summit - laos", option).stderr == "not looked for: '-'\n"
    assert program("timeline", "--match", "not-laos", "-q").stdout == ""
    assert program("meetings", "latest summit", "-q").stderr.count("not looked for") == 1
    for words in ("not summit", "summit since 2019"):  # rows hold them so, or do not
        assert "not looked for" not in program("meetings", "--match", words).stderr


def test_what_stands_in_quotes_is_looked_for_as_it_is(program: Program) -> None:
    assert "not looked for" not in program("search", '"in not force" mekong').stderr
    plain = program("search", "framework:apt year:2019", "-q").stdout
    for query in ('framework:"ASEAN Plus Three" year:2019', "framework:\u201cASEAN Plus Three\u201d year:2019"):
        assert program("search", query, "-q").stdout == plain != ""
    title = "From Floating Farm to Table: Enhancing Food Security"
    assert program("search", title, "-q").stdout == "bkcf-floating-farm-south-papua\n"
    assert program("search", "\u201cvision since:2019\u201d").returncode == 1
    for blank in "\t\n\u00a0":
        query = f"busan{blank}kind:\uc815\uc0c1\ud68c\uc758"
        assert program("search", query, "-q").stdout == program("search", "busan kind:summit", "-q").stdout != ""
    day = program("search", "year:2019-11-27", "-q").stdout
    assert program("search", 'year:"27 November 2019"', "-q").stdout == day != ""
    korean = program("search", "!kind:\uc815\uc0c1\ud68c\uc758 busan", "-q").stdout
    assert korean == program("search", "!kind:summit busan", "-q").stdout != ""


def test_words_that_rows_hold_as_they_stand_are_no_question_of_what_is_without(program: Program) -> None:
    for words in ("no joint declaration", "goods without Thailand"):
        done = program("sources", words, "-q")
        assert len(done.stdout.split()) == 1 and "not looked for" not in done.stderr, words
    assert program("timeline", "not laos").returncode == 2


def test_our_country_in_korean_is_the_rok(program: Program) -> None:
    ours = program("search", "우리나라 교역", "-q")
    assert ours.stdout == program("search", "한국 교역", "-q").stdout != program("search", "교역", "-q").stdout


def test_the_value_of_a_filter_is_looked_for_and_not_told_as_passed_over(program: Program) -> None:
    for words in ("year:today", "year:올해 summit", "id:or", "-year:today summit"):
        assert "not looked for" not in program("search", "-n", "1", "--", words).stderr, words
    told = program("search", "year:2019 or mekong", "-n", "1").stderr
    assert "; not looked for: 'or'" in told


def test_what_acts_is_not_told_as_passed_over(program: Program) -> None:
    for line in (
        ["meetings", "laos MY"],
        ["timeline", "laos since today"],
        ["timeline", "laos until now"],
        ["search", "id:-akcf"],
    ):
        assert "not looked for" not in program(*line).stderr, line


def test_a_title_that_holds_a_time_is_no_question_of_one(program: Program) -> None:
    title = "Rice given by the ROK through the ASEAN Plus Three Emergency Rice Reserve since 2017"
    done = program("search", *title.split(), "-n", "1")
    assert title in done.stdout and "not looked for" not in done.stderr


def test_a_sign_alone_joins_words_and_between_dates_makes_a_span(program: Program) -> None:
    plain = program("timeline", "mekong laos", "-q").stdout
    for sign in ("&", "/", "+", "·", ",", "-", "\u2013"):
        assert program("timeline", f"mekong {sign} laos", "-q").stdout == plain != ""
    span = program("timeline", "mekong 2019..2021", "-q").stdout
    for words in (
        "mekong 2019 to 2021",
        "mekong from 2019 to 2021",
        "mekong 2019 - 2021",
        "mekong 2019 ~ 2021",
        "메콩 2019년 ~ 2021년",
        "mekong 2019 .. 2021",
    ):
        assert program("timeline", words, "-q").stdout == span != ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("laos from 2019 to this year", "'this year', 'from', which --until 2026 --since 2019 asks"),
        ("laos this year since 2018", "'this year', 'since', which --until 2026 --since 2018 asks"),
        ("laos this year 2018+", "'this year', which --until 2026 asks"),
        ("laos until 2025 this year", "'this year', 'until'"),
        ("laos 올해 >2018", "'올해', which --until 2026 asks"),
        ("summit this year", "'this year', which --year 2026 asks"),
    ],
)
def test_this_year_beside_one_end_of_a_time_is_the_other(program: Program, words: str, told: str) -> None:
    done = program("search", words, SOURCE_DATE_EPOCH=DAY)
    assert done.returncode == 0 and f"not looked for: {told}" in done.stderr


def test_what_a_meeting_adopted_and_what_it_rests_on_are_listed_by_its_id(program: Program) -> None:
    assert program("documents", "mekong-rok-fmm-1", "-q").stdout.split() == ["han-river-declaration"]
    (meeting,) = json.loads(program("meetings", "mekong-rok-fmm-7", "--json").stdout)
    assert set(program("sources", "mekong-rok-fmm-7", "-q").stdout.split()) == set(meeting["sources"])
    documents = json.loads(program("documents", "--json").stdout)
    of_series = {each["id"] for each in documents if (each["meeting"] or "").startswith("asean-rok-summit-")}
    assert of_series and of_series <= set(program("documents", "asean-rok-summit", "-q").stdout.split())
    nothing = program("projects", "mekong-rok-fmm-1")
    assert nothing.returncode == 1 and "nothing in projects is told by the meeting mekong-rok-fmm-1" in nothing.stderr


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (
            "policies southern --match asean",
            "'southern' stands for --match southern, and --match asean stands beside it",
        ),
        (
            "frameworks mekong laos --match arf",
            "'mekong laos' stands for --match 'mekong laos', and --match arf stands b",
        ),
        ("anniversaries mekong today", "'today' is a time; --on 2026-11-26 asks for its anniversaries"),
        ("anniversaries not laos", "'not laos': words after `anniversaries` keep what they name; leave 'not' out"),
        ("anniversaries 라오스 제외", "'라오스 제외': words after `anniversaries` keep what they name"),
        ("funds since 2013", "`funds` takes one day, as --as-of; of a time asks aseanrok funds --where 'established>="),
        ("frameworks until 2012", "`frameworks` takes one day, as --as-of; of a time asks aseanrok frameworks --where"),
    ],
)
def test_words_that_a_command_cannot_do_are_refused(line: str, why: str, program: Program) -> None:
    done = program(*line.split(), SOURCE_DATE_EPOCH="1795694400")
    assert (done.returncode, done.stdout) == (2, "") and done.stderr.startswith(f"aseanrok: {why}"), done.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("meetings mekong 2019 --match seoul", "no meetings in 2019 of mekong that hold 'seoul'; "),
        ("statistics trade --match zzzz", "no statistics of kind trade that hold 'zzzz'; "),
        ("timeline mekong agreed --until 1990", "no acts of mekong that hold 'agreed' until 1990; "),
        ("meetings mekong forum --year 1995 --json", "no meetings of 'mekong-rok-business-forum' in 1995; "),
    ],
)
def test_a_filter_that_leaves_nothing_of_what_words_mean_is_done(line: str, told: str, program: Program) -> None:
    done = program(*line.split())
    assert done.returncode == 0 and told in done.stderr and "is read as aseanrok" in done.stderr
    if line.startswith(("meetings mekong 2019", "statistics")):
        assert program(*line.split(), "--by", "year", "-f", "csv").stdout.splitlines() == ["year,count"]


def test_what_words_are_read_as_is_told_in_the_language_of_the_answer(program: Program) -> None:
    for line in ("funds mekong cooperation fund", "documents han river declaration 2011", "series mekong foreign"):
        assert "다음으로 읽음: aseanrok " in program(*line.split(), "--lang", "ko").stderr


@pytest.mark.parametrize("words", ["president culture", "thailand culture", "chair korea"])
def test_two_words_of_which_a_name_holds_one_are_no_name(program: Program, words: str) -> None:
    told = program("meetings", *words.split(), "-q").stderr
    assert f"nothing is called {words!r}" in told or "--match" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("chairman's statement",), "= aseanrok search "),
        (("documents", "chairman's mekong"), '"chairman\'s mekong" is read as '),
    ],
)
def test_a_line_that_is_told_can_be_pasted(program: Program, words: tuple[str, ...], told: str) -> None:
    done = program(*words)
    (line,) = (line.removeprefix(told) for line in done.stderr.splitlines() if line.startswith(told))
    told_words = shlex.split(line.removeprefix("aseanrok "))
    again = program(*(told_words if told_words[0] in commands() else ["search", *told_words]))
    assert again.stdout == done.stdout != ""


@pytest.mark.parametrize("line", ["--help 연표", "-h TIMELINE", "help 연표", "연표 --help", "-hq timeline"])
def test_the_help_of_a_command_is_found_by_its_other_words(program: Program, line: str) -> None:
    assert program(*line.split()).stdout == program("timeline", "--help").stdout


@pytest.mark.parametrize("line", ["--help {}", "timeline --help {}", "timeline {} --help"])
def test_beside_help_a_form_acts_and_what_cannot_is_told(program: Program, line: str, tmp_path: Path) -> None:
    plain = program(*line.format("").split())
    for asked in ("-f json", "--format=JSON", "-fjson"):
        assert program(*line.format(asked).split()).stdout == program(*line.format("--json").split()).stdout
    for asked, flags in (("-f csv", "-f"), ("--lang ko", "--lang"), (f"-o {tmp_path}/x --lang=ko", "-o, --lang")):
        done = program(*line.format(asked).split())
        assert (done.returncode, done.stdout) == (0, plain.stdout)
        assert done.stderr == f"aseanrok: beside --help without effect: {flags}\n"
    assert not any(tmp_path.iterdir()) and plain.stderr == ""


@pytest.mark.parametrize("line", ["help nonsense", "schema nonsense", "fields nonsense"])
def test_a_topic_or_a_table_that_there_is_not_says_which_there_are(program: Program, line: str) -> None:
    assert "timeline" in program(*line.split()).stderr.partition("Known: ")[2]


def test_an_address_is_opened_once(program: Program) -> None:
    assert program("open", "rok", "laos").stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            ["brief", "north", "korea"],
            "'north korea' is one name of several words, and stands in quotes: aseanrok brief",
        ),
        (["compare", "apt", "east", "asia", "summit"], "stands in quotes: aseanrok compare apt 'east asia summit'"),
        (["cite", "mekong", "rok", "cooperation"], "stands in quotes: aseanrok cite 'mekong rok cooperation'"),
        (["show", "akcf", "nosuch", "thing"], "no record 'nosuch'."),
    ],
)
def test_a_name_of_several_words_where_several_names_stand_is_told(
    line: list[str], told: str, program: Program
) -> None:
    done = program(*line)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1) and told in done.stderr


@pytest.mark.parametrize("line", [["", "timeline"], ["timeline laos"], ["statistics trade"], ["timeline mekong 2019"]])
def test_a_command_in_quotes_or_after_an_empty_word_is_that_command(line: list[str], program: Program) -> None:
    done, meant = program(*line), program(*" ".join(line).split())
    assert done.stdout == meant.stdout != "" and done.stderr.startswith(f"= aseanrok {' '.join(line).strip()}\n")


def test_a_command_in_letters_that_are_put_together_is_the_command(program: Program) -> None:
    for word in ("연표", "검색"):
        assert program(unicodedata.normalize("NFD", word), "메콩").stdout == program(word, "메콩").stdout != ""


def test_of_a_country_without_figures_it_is_told_that_there_are_none(program: Program) -> None:
    done = program("statistics", "china")
    assert done.returncode == 0 and "no statistics of 'china'" in done.stderr


def test_conflicts_of_a_framework_are_all_of_it_by_its_id_as_well(program: Program) -> None:
    assert program("conflicts", "asean-rok", "-q").stdout == program("conflicts", "ASEAN-ROK", "-q").stdout
    assert len(program("conflicts", "asean-rok", "-q").stdout.split()) > 50


def test_a_record_that_a_table_does_not_tell_of_is_not_called_unknown(program: Program) -> None:
    done = program("funds", "aktiga")
    assert (done.returncode, done.stdout) == (1, "") and "nothing called" not in done.stderr
    assert "aseanrok show aktiga" in done.stderr


@pytest.mark.parametrize("country", ["Laos", "Cambodia", "Viet Nam", "Brunei"])
def test_when_a_country_joined_asean_is_told_by_the_first_hit(program: Program, country: str) -> None:
    first = program("search", f"when did {country} join ASEAN", "--json")
    rows = json.loads(first.stdout)
    told = [row["id"] for row in rows[:2]]
    assert {row["table"] for row in rows[:2]} & {"countries", "conflicts"}, told


@pytest.mark.parametrize("place", ["busan", "부산", "Phnom Penh", "seoul"])
def test_the_timeline_of_a_place_is_what_took_place_there(program: Program, place: str) -> None:
    assert program("timeline", place, "-q").stdout == program("timeline", "--place", place, "-q").stdout != ""
    assert program("anniversaries", place, "--all", "-q").stdout != ""


def test_a_code_that_is_a_word_names_no_country_in_a_question(program: Program) -> None:
    assert len(program("conflicts", "india", "-q").stdout.split()) < 10


@pytest.mark.parametrize(("one", "other"), [("Pusan", "Busan"), ("Naypyidaw", "Nay Pyi Taw"), ("자카르타", "Jakarta")])
def test_a_place_is_found_by_each_of_its_names_and_by_no_other(program: Program, one: str, other: str) -> None:
    assert program("timeline", "--place", one, "-q").stdout == program("timeline", "--place", other, "-q").stdout != ""


def test_what_joins_the_names_of_anniversaries_is_no_name(program: Program) -> None:
    both = program("anniversaries", "laos", "and", "cambodia", "--all", "-q").stdout
    assert both == program("anniversaries", "laos", "cambodia", "--all", "-q").stdout != ""


@pytest.mark.parametrize(
    "line",
    [
        "institutions amro busan",
        "programmes p-link 1950",
        "policies new-southern-policy 1999 --country laos --match zzz",
        "institutions asean-korea-centre seoul --kind summit",
    ],
)
def test_the_card_of_one_thing_is_no_answer_to_what_stands_beside_its_name(program: Program, line: str) -> None:
    done = program(*line.split())
    assert (done.returncode, done.stdout) == (1, "") and done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [name for name, known in commands().items() if known.argument and known.table])
def test_two_names_and_a_word_that_is_an_option_are_an_answer_or_a_line(program: Program, command: str) -> None:
    for words in ("akcf mkcf 2019", "laos cambodia mekong", "asean-rok-summit eas-summit 2019", "amro afoco summit"):
        done = program(command, *words.split())
        assert "Traceback" not in done.stderr and done.returncode in (0, 1, 2), words
