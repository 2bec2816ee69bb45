"""How options are given: without a command, before it and after it, twice, beside `--help`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import LIBRARIES, Program, screen

KOREAN = "has the names of fields, and Korean headings stand in .html, .ics, .md, .txt, .xlsx"
NOT_LAOS = "aseanrok timeline --where 'country!=lao-pdr' --where 'countries!=lao-pdr'"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("--format xx", "--format does nothing without a command; `aseanrok --help` lists the commands"),
        ("-n 3", "--limit does nothing without a command; `aseanrok --help` lists the commands"),
        ("--output x/h.txt", "--output does nothing without a command; `aseanrok --help` lists the commands"),
        (
            "--force --pager",
            "--force and --pager do nothing without a command; `aseanrok --help` lists the commands",
        ),
        ("--lang xx", "no language 'xx'. Known: en, ko."),
        ("--lang ko --lang en", "--lang is given 2 times; once is enough"),
        ("--lang ko -q", "--quiet does nothing without a command; `aseanrok --help` lists the commands"),
        ("-n 3 timeline -n 2", "--limit is given 2 times; once is enough"),
        ("-n 3 timeline -n 3", "--limit is given 2 times; once is enough"),
        ("--lang ko show akcf --lang en", "--lang is given 2 times; once is enough"),
        ("-o a.json page -o b.html", "--output is given 2 times; once is enough"),
        ("-f csv timeline -f csv", "--format is given 2 times; once is enough"),
        ("timeline --pager --no-pager", "--pager and --no-pager contradict each other"),
        ("--no-pager timeline --pager", "--no-pager and --pager contradict each other"),
        ("--version --help", "--help does nothing beside --version; leave it out"),
        ("timeline --version --limit", "--limit does nothing beside --version; leave it out"),
        ("--version --sort=", "--sort does nothing beside --version; leave it out"),
        ("timeline --foo=3 --version", "--foo does nothing beside --version; leave it out"),
        ("timeline laos --version", "laos does nothing beside --version; leave it out"),
        ("--version xyzzy", "xyzzy does nothing beside --version; leave it out"),
        ("--json=1 --version", "--json takes no value"),
        (
            "next mekong -f csv --lang ko",
            f"--lang does nothing for `next mekong` as csv; leave it out; csv {KOREAN}",
        ),
        (
            "anniversaries laos -f toml --lang ko",
            f"--lang does nothing for `anniversaries laos` as toml; leave it out; toml {KOREAN}",
        ),
        (
            "timeline not in laos",
            f"'not laos': words after `timeline` keep what they name; {NOT_LAOS}",
        ),
        (
            "meetings mekong-rok-fmm-7 laos",
            "'mekong-rok-fmm-7' is one meeting, and no word beside it is asked of it; aseanrok show mekong-rok-fmm-7",
        ),
        ("search year: 2019", "'year:' needs a value at once behind it, as in year:2019"),
        ("anniversaries 27 November", "'27 November' is a time; --on 11-27 asks for its anniversaries"),
        ("--help mettings", "no command 'mettings'. Did you mean 'meetings'? `aseanrok --help` lists them."),
        ("mettings --help", "no command 'mettings'. Did you mean 'meetings'? `aseanrok --help` lists them."),
        ("show akcf --pager --match --no-pager", "no option '--match' of `show`"),
    ],
)
def test_what_is_given_wrongly_is_told_in_a_line(line: str, told: str, program: Program) -> None:
    done = program(*line.split())
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert done.stderr.startswith(f"aseanrok: {told}")


@pytest.mark.parametrize("line", ["--json", "--json -n 3"])
def test_json_of_no_command_is_an_error_as_json(line: str, program: Program) -> None:
    done = program(*line.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert "--json" in json.loads(done.stderr.splitlines()[1])["error"]["message"]


@pytest.mark.parametrize("line", ["--json timeline -n 2 --json", "-q timeline -n 2 -q", "--json timeline -n 2 -f json"])
def test_what_is_said_twice_without_a_value_is_said(line: str, program: Program) -> None:
    parts = line.replace("-f json", "--json").split()
    assert program(*line.split()).stdout == program(*parts[1:]).stdout != ""


def test_a_json_before_a_command_contradicts_a_format_after_it(program: Program) -> None:
    for line in ("-f csv timeline --json", "--json timeline -f csv"):
        done = program(*line.split())
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("aseanrok: --json and --format csv contradict each other\n")


def test_the_first_screen_is_korean_where_korean_is_asked_for(program: Program) -> None:
    korean, english = program("--lang", "ko"), program()
    assert (korean.returncode, korean.stderr) == (0, "") and "모든 사실에 출처가 있음" in korean.stdout
    assert program(ASEANROK_LANG="ko").stdout == korean.stdout
    assert program("--lang", "en", ASEANROK_LANG="ko").stdout == english.stdout
    assert "a source" in english.stdout
    edition = english.stdout.splitlines()[-1]
    version, records, read = edition.rstrip(".").replace(" records", "").split(", ")
    numbers = [part.rpartition(" ")[2] for part in (version, records, read)]
    assert korean.stdout.splitlines()[-1] == "자료 {}판, 기록 {}건, 출처 열람 {}.".format(*numbers)


def test_help_is_of_the_command_wherever_it_stands(program: Program) -> None:
    told = program("help", "timeline").stdout
    for line in ("timeline --help", "--help timeline", "timeline --framework nosuch -h", "-n x timeline --help"):
        assert program(*line.split()).stdout == told, line
    tree = program("help", "timeline", "--json").stdout
    for line in ("timeline --help --json", "--json timeline -h"):
        assert program(*line.split()).stdout == tree, line
    assert program("--help", "--json").stdout == program("help", "--json").stdout
    assert program("--lang", "ko", "--help").stdout == program("help").stdout
    assert program("search", "--", "--help").stderr != ""


def test_the_help_says_how_often_an_option_is_given(program: Program) -> None:
    told = " ".join(program("--help").stdout.split())
    assert "One that takes a single value is given once" in told


def test_a_topic_is_no_json(program: Program) -> None:
    done = program("help", "exit-codes", "--json")
    told = "--json has the commands, and exit-codes is a topic: aseanrok help exit-codes"
    assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (2, "", f"aseanrok: {told}")


@pytest.mark.parametrize("format", ["xlsx", "sqlite"])
def test_too_little_memory_is_told_in_a_line(format: str, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    if format in LIBRARIES:
        pytest.importorskip(LIBRARIES[format])
    told: set[tuple[int, str]] = set()
    path = tmp_path / "x"
    for megabytes in range(50, 1000, 20):  # from too little to begin with to enough
        most = megabytes << 20
        done = subprocess.run(
            [sys.executable, "-m", "aseanrok", "export", "-f", format, "-o", str(path)],
            capture_output=True,
            text=True,
            preexec_fn=lambda most=most: resource.setrlimit(resource.RLIMIT_AS, (most, most)),
        )
        assert (done.returncode == 0) == path.exists()
        if "import" in done.stderr or "initializ" in done.stderr:
            continue  # not even Python began
        told.add((done.returncode, done.stderr))
        if done.returncode == 0:
            break
    assert told == {(0, ""), (74, "aseanrok: there is not enough memory for this answer\n")}


def limited(line: str, folder: Path, what: int, most: int) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder with at most so much of a resource."""
    import resource

    return subprocess.run(
        [sys.executable, "-m", "aseanrok", *line.split()],
        capture_output=True,
        text=True,
        cwd=folder,
        preexec_fn=lambda: resource.setrlimit(what, (most, most)),
    )


@pytest.mark.parametrize("line", ["check", "timeline nosuch --kindd x", "funds -f sqlite -o x.db"])
def test_memory_for_less_than_the_program_is_told_in_a_line(line: str, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    told: set[str] = set()
    for megabytes in range(17, 30, 2):  # Python has enough to begin with from some 16
        most = megabytes << 20
        done = limited(line, tmp_path, resource.RLIMIT_AS, most)
        if done.returncode == 74:
            told.add(done.stderr.split("memory")[0])
        assert "aseanrok/__main__.py" not in done.stderr, (megabytes, done.stderr)
    assert "aseanrok: there is not enough " in told
    written = {f"aseanrok: cannot write {where}: Cannot allocate " for where in ("output", "x.db")}
    assert told <= {"aseanrok: there is not enough ", *written}


def test_in_a_folder_that_is_gone_the_file_is_named(tmp_path: Path) -> None:
    (folder := tmp_path / "gone").mkdir()
    for line, name in (("timeline -o q.csv", "q.csv"), ("export funds meetings -f csv -o d", "d")):
        done = subprocess.run(
            ["sh", "-c", f'rmdir "$PWD"; exec "$0" -m aseanrok {line}', sys.executable],
            cwd=folder,
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stdout) == (74, "")
        assert done.stderr.startswith(f"aseanrok: cannot write {name}") and len(done.stderr.splitlines()) == 1
        folder.mkdir()


def test_what_answers_most_of_a_search_has_a_code_of_its_own(program: Program) -> None:
    for words, code in (("money mkcf", "not-all"), ("zzqqx", "not-found")):
        done = program("search", words, "--json")
        assert (done.returncode, bool(done.stdout)) == (1, code == "not-all")
        assert json.loads(done.stderr.splitlines()[-1])["error"]["code"] == code
        assert code in program("help", "exit-codes").stdout


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("show akcf --url --json", "--json does nothing beside --url, which prints addresses alone; leave it out"),
        ("show akcf --url -q --full", "--quiet and --full do nothing beside --url, which prints addresses alone"),
        ("show akcf -q --lang ko", "--lang does nothing beside --quiet, which prints ids alone; leave it out"),
    ],
)
def test_the_option_beside_which_another_does_nothing_is_named(line: str, told: str, program: Program) -> None:
    done = program(*line.split())
    assert (done.returncode, done.stdout) == (2, "") and done.stderr.startswith(f"aseanrok: {told}")


def test_what_has_no_address_says_so(program: Program) -> None:
    done = program("show", "meetings", "--url")
    assert (done.returncode, done.stdout) == (1, "") and "no address of 'meetings'" in done.stderr
    beside = program("show", "akcf", "timeline", "all", "--url")
    assert (beside.returncode, beside.stdout) == (1, "") and "no address of 'timeline, all'" in beside.stderr
    assert program("show", "-", "--url", stdin="\n").returncode == 0


def test_a_refusal_to_write_is_all_that_is_told(program: Program, tmp_path: Path) -> None:
    done = program("glossary", "trade", "-o", str(tmp_path))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    done = program("glossary", "trade", "-o", str(tmp_path / "x.csv"))
    assert (done.returncode, done.stderr) == (0, "nothing is called 'trade'; in glossary, these hold its words:\n")
    done = program("glossary", "trade", "-f", "datapackage", "-o", str(tmp_path / "d"))
    assert (done.returncode, done.stderr) == (0, "nothing is called 'trade'; in glossary, these hold its words:\n")


def test_a_repeated_year_is_each_of_them_and_none_between(program: Program) -> None:
    both = program("anniversaries", "--year", "2027", "--year", "2030", "-q").stdout.split()
    alone = [program("anniversaries", "--year", year, "-q").stdout.split() for year in ("2027", "2030")]
    assert {*both} == {*alone[0], *alone[1]} and both == program(
        "anniversaries", "--year", "2027,2030", "-q"
    ).stdout.split()
    years = program("anniversaries", "--year", "2027,2030", "-f", "tsv", "--fields", "date").stdout.split()[1:]
    assert {date[:4] for date in years} == {"2027", "2030"}


@pytest.mark.parametrize("line", ["--on 0001/9999", "--on ..2027", "--year 1000/2000"])
def test_nobody_waits_for_the_anniversaries_of_ages(line: str, program: Program) -> None:
    done = program("anniversaries", *line.split())
    assert (done.returncode, done.stdout) == (2, "") and "is not " in done.stderr


def test_what_is_named_twice_is_shown_once(program: Program) -> None:
    assert program("show", "akcf", "mkcf", "akcf").stdout == program("show", "akcf", "mkcf").stdout != ""
    many = program("show", "-", "-q", stdin="akcf\n" * 50_000)
    assert (many.returncode, many.stdout) == (0, "akcf\n")


def test_no_more_is_told_of_a_line_than_can_be_read(program: Program) -> None:
    years = [str(year) for year in range(1990, 2060)]
    told = program("meetings", "eas", *years, "-q").stderr
    assert "is read as aseanrok meetings --framework eas --year 1990" in told and len(told) < 500
    assert program("meetings", "eas", "2019", "2019", "-q").stderr.endswith("--framework eas --year 2019\n")


@pytest.mark.parametrize(("word", "command"), [("stats", "statistics"), ("검색", "search"), ("연표", "timeline")])
def test_help_of_another_word_for_a_command_is_of_that_command(word: str, command: str, program: Program) -> None:
    assert program("help", word).stdout == program("help", command).stdout != ""
    assert program("help", word, "--json").stdout == program("help", command, "--json").stdout


def test_what_is_no_text_is_refused_on_a_terminal_before_anything_is_told() -> None:
    told = screen("glossary", "trade", "-f", "sqlite", code=2)
    assert told.strip() == "aseanrok: sqlite is not text; name a file: -o glossary.db"


@pytest.mark.parametrize("line", ["search busan -n 1", "search busan -n 1 --json", "timeline mekong -n 1 --json"])
def test_too_few_files_that_may_be_open_are_told_in_a_line(line: str, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    for most in range(5, 12):
        done = limited(line, tmp_path, resource.RLIMIT_NOFILE, most)
        if "aseanrok: " not in done.stderr and done.returncode == 1:
            continue  # not even Python began
        assert done.returncode in (0, 3) and "Traceback" not in done.stderr, (most, done.stderr)


def test_what_typer_would_complete_by_is_nothing_to_it(program: Program) -> None:
    plain, asked = program("timeline", "--foo"), program("timeline", "--foo", _ASEANROK_COMPLETE="complete_bash")
    assert (asked.returncode, asked.stderr) == (plain.returncode, plain.stderr) and plain.returncode == 2


def test_the_heading_of_a_column_of_ids_is_no_country(program: Program) -> None:
    column = program("timeline", "mekong", "--fields", "id", "-f", "csv", "-n", "2").stdout
    done = program("show", "-", "-q", stdin=column)
    assert done.stdout.split() == column.split()[1:]
    assert done.stderr == "standard input: its first line, 'id', is a heading and not looked for\n"
    assert program("show", "-", "-q", stdin="id\n").stdout == "indonesia\n"
    assert program("show", "-", "-q", stdin="id\nTH\n").stdout == "indonesia\nthailand\n"


def test_standard_input_without_a_line_is_said_to_be_empty(program: Program) -> None:
    for command in ("show", "cite"):
        done = program(command, "-", stdin="\n")
        assert (done.returncode, done.stderr) == (0, "standard input is empty: nothing is asked for\n")
        assert program(command, "-", "-", stdin="mkcf\n").stderr == program(command, "mkcf").stderr


def test_what_rows_are_counted_by_is_named_in_any_case(program: Program) -> None:
    for command, by in (("timeline", "Year"), ("contributions", "FUND"), ("meetings", "Country")):
        done = program(command, "--by", by, "-f", "csv")
        assert done.stdout and done.stdout == program(command, "--by", by.lower(), "-f", "csv").stdout


def test_one_day_is_asked_for_in_ways_that_are_taken(program: Program) -> None:
    for word in ("Nov", "tomorrow", "2019"):
        told = program("anniversaries", "--on", word).stderr
        assert told.endswith("write 2027-11-27, 11-27 or today, or a year as --year\n"), told
    assert "without --by" not in program("compare", "akcf", "mkcf", "-f", "ics").stderr


def test_a_matrix_is_neither_counted_nor_ids(program: Program) -> None:
    for line in (["members", "mekong", "--by", "country"], ["members", "--by", "country"], ["members", "asean", "-q"]):
        done = program(*line, "--matrix")
        assert done.returncode == 2 and "--matrix and -" in done.stderr and "contradict each other" in done.stderr


def test_what_is_told_of_an_empty_answer_has_the_language_that_is_asked_for(program: Program) -> None:
    for form in ("json", "csv", "toml"):
        done = program("meetings", "--since", "2300", "-f", form, "--lang", "ko")
        assert done.returncode == 0 and "2300~ 회의 없음" in done.stderr, form
        assert program("meetings", "--since", "2019", "-f", form, "--lang", "ko").returncode == 2, form


def test_who_left_is_not_counted_and_is_told_with_the_end(program: Program) -> None:
    assert "Observers" not in program("show", "asean").stdout
    whole = program("show", "asean", "--full").stdout
    assert re.search(r"Timor-Leste +2022-11-11 +2025-10-26 +Observer in all", whole)
    assert "observer" not in program("members", "asean").stderr
    assert "2025-10-26" in program("members", "asean", "--kind", "observer").stdout


def test_an_agreement_whose_period_is_over_is_in_force_no_more(program: Program) -> None:
    id = "asean-rok-forest-cooperation-agreement"
    for day, state in (("2013", "in force"), ("2016-08-05", "over"), ("2020", "over")):
        (row,) = json.loads(program("documents", id, "--as-of", day, "--json").stdout)
        assert row["state"] == state, day
    assert "no longer in force: 1" in program("brief", "asean-rok").stdout
    assert "on Forest Cooperation (5 August 2012)" not in program("brief", "laos", "--full").stdout
