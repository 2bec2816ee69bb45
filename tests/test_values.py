"""What people type as values: every spelling of one thing is one thing, and what is wrong is told in one short line."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from shutil import copytree

import pytest

from aseanrok import store
from aseanrok.cli.grammar import commands, options_of
from aseanrok.cli.options import OPTIONS, Takes
from conftest import Program, put
from test_options import few, said  # noqa: F401 - the fixture of a few rows is asked for by name

LONG = "x" * 5_000
DIGITS = "9" * 5_000


def line(text: str) -> list[str]:
    return text.split(" ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("timeline --year ２０１９", "timeline --year 2019"),
        ("timeline -n ５", "timeline -n 5"),
        ("timeline --framework mekong，apt", "timeline --framework mekong,apt"),
        ("timeline --framework ＭＥＫＯＮＧ", "timeline --framework mekong"),
        ("timeline --since ２０１９-０６", "timeline --since 2019-06"),
        ("timeline --format ｃｓｖ", "timeline --format csv"),
        ("timeline --format CSV", "timeline --format csv"),
        ("timeline --fields Date,ID -f csv", "timeline --fields date,id -f csv"),
        ("timeline --sort -Date -q", "timeline --sort -date -q"),
        (unicodedata.normalize("NFD", "meetings --country 라오스"), "meetings --country 라오스"),
        (unicodedata.normalize("NFD", "funds 한-아세안협력기금"), "funds 한-아세안협력기금"),
        ("timeline --country Laos,Thailand", "timeline --country Laos --country Thailand"),
        ("timeline --kind summit,signing", "timeline --kind signing --kind summit"),
        ("search -- -mekong summit", "search -mekong summit"),
        ("search -mekong summit -n 3", "search -n3 -mekong summit"),
        ("search -nuclear fund", "search -- -nuclear fund"),
        ("search -official visit", "search -- -official visit"),
        ("search --no-pager -fund summit -q", "search -q -- -fund summit"),
        ("timeline --json -n 1", "timeline -fjson -n1"),
        ("timeline --json -n 1", "timeline -f=json -n=1"),
        ("timeline -q -n 2", "-n=2 timeline -q"),
        ("timeline -q -n 2", "timeline -qn=2"),
        ("search mekong -q -n 2", "search mekong -qn2"),
        ("search mekong -q -n 2", "search mekong -qn=2"),
        ("search mekong -f csv -n 3", "search mekong -fCSV -n=3"),
        ("search mekong -f csv -n 3", "search mekong -f=csv -n3"),
        ("search -oda mekong", "search -- -oda mekong"),
    ],
)
def test_every_spelling_of_one_thing_is_one_thing(typed: str, meant: str) -> None:
    found = said(*line(typed))
    assert found[0] == 0 and found[1].count("\n") > 1, found[2]
    assert found == said(*line(meant))


def test_a_query_of_the_help_leaves_out_what_it_says(program: Program) -> None:
    for arguments in (["-mekong summit"], ["summit -mekong"], ["-mekong", "summit"], ["--", "-mekong", "summit"]):
        done = program("search", *arguments, "--json", "-n", "500") if "--" not in arguments else program(
            "search", "--json", "-n", "500", *arguments
        )  # fmt: skip
        titles = [row["title"] for row in json.loads(done.stdout)]
        assert len(titles) > 10 and not any("Mekong" in title for title in titles)


@pytest.mark.parametrize(
    "line",
    [
        ("export", "meetings", "documents", "-o", "a\nb.csv"),
        ("timeline", "-o", "x.a\nb"),
        ("cite", "akcf", "-o", "x.a\nb"),
        ("timeline", "--json", "-f", "a\nb"),
        ("timeline", "--json", "--color", " Always "),
        ("meetings", "busan 2019", "-q", "--by", "year"),
        ("search", "since:2019\n"),
        ("frameworks", "me\nkong", "--sort", "date"),
        ("meetings", "busan 2019", "--place", "ha\nnoi"),
        ("compare", "a\nb", "north", "korea"),
        ("search", "-json=a\nb"),
        ("timeline", "--country", "a\r\nb"),
    ],
)
def test_an_error_is_one_line_whatever_was_typed(line: tuple[str, ...], program: Program) -> None:
    done = program(*line)
    told = [each for each in done.stderr.splitlines() if not each.startswith('{"error"')]
    assert (done.returncode in (1, 2), done.stdout, len(told)) == (True, "", 1) and told[0].startswith("aseanrok: ")


@pytest.mark.parametrize("word", ["-ox.csv", "-o=x.csv", "-qox.txt", "-qo=x.txt"])
@pytest.mark.parametrize("line", [("search", "mekong"), ("timeline",)])
def test_a_file_may_stand_at_once_after_its_option(
    word: str, line: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said(*line, word)[:2] == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == [f"x.{word[-3:]}"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("timeline ——framework mekong", "'——framework' begins with a dash that is no hyphen; write --framework"),
        ("timeline —framework mekong", "'—framework' begins with a dash that is no hyphen; write --framework"),
        ("timeline －－json", "'－－json' begins with a dash that is no hyphen; write --json"),
        ("show –json akcf", "'–json' begins with a dash that is no hyphen; write --json"),
        ("timeline -limit 1", "'-limit' begins with one hyphen; write --limit"),
        ("-limit=1 timeline", "'-limit=1' begins with one hyphen; write --limit"),
        ("timeline -output x.csv", "'-output' begins with one hyphen; write --output"),
        ("show -full akcf", "'-full' begins with one hyphen; write --full"),
        ("search mekong -limit 1", "'-limit' begins with one hyphen; write --limit; to leave out the word, write -- "),
        ("search -json mekong", "'-json' begins with one hyphen; write --json; to leave out the word, write -- before"),
        ("search mekong -n-1", "--limit: '-1' is not a whole number"),
        ("search mekong -fmarkdown", "no format 'markdown'. Did you mean 'md'?"),
        ("funds --as-of -2019", "--as-of: '-2019' is not a date; write 2019, 2019-11 or 2019-11-25"),
        ("timeline --since -2019", "--since: '-2019' is not a date; write 2019, 2019-11 or 2019-11-25"),
        ("timeline --until yesterday", "--until: 'yesterday' is not a date; write 2019, 2019-11 or 2019-11-25"),
        ("timeline --where date=x", "--where: date: 'x' is not a date; write 2019, 2019-11, 2019-11-25 or 2019-11-25/"),
        (
            "documents --as-of 2019 --fields zzz",
            "no field 'zzz' in documents. `aseanrok fields documents` lists them, and --as-of adds holds, state",
        ),
        ("timeline −n 5", "'−n' begins with a dash that is no hyphen; write -n"),
        ("search ——no-pager x", "'——no-pager' begins with a dash that is no hyphen; write --no-pager"),
        ("timeline --fields -date", "--fields: '-date' begins with a minus, which belongs to --sort"),
        ("timeline --sort date,-date", "--sort names 'date' twice; once is enough"),
        ("timeline --fields date,id,date", "--fields names 'date' twice; once is enough"),
        ("timeline --fields ,", "--fields: ',' names nothing at all"),
        ("timeline --since 2020 --until 2019", "--since 2020 is after --until 2019"),
        ("timeline --year 2019 --since 2019", "--year and --since contradict each other; use one of them"),
        ("timeline --year ,", "--year: ',' names nothing at all"),
        ("timeline --kind ,", "--kind: ',' names nothing at all"),
        ("timeline --country ,,", "--country: ',,' names nothing at all"),
        ("timeline --framework ，", "--framework: ',' names nothing at all"),
        ("timeline --country laos,", "--country: 'laos,' names nothing beside a comma"),
        ("timeline --fields id,", "--fields: 'id,' names nothing beside a comma"),
        ("timeline --sort -date,,title", "--sort: '-date,,title' names nothing beside a comma"),
        ("timeline --where date,=2019", "--where: 'date,' names nothing beside a comma"),
        ("timeline --where=-date=2019", "--where: '-date' begins with a minus, which belongs to --sort"),
        ("timeline --framework mekong,mekong", "--framework is given twice: 'mekong'; once is enough"),
        ("timeline --framework apt --framework APT", "--framework 'apt' and 'APT' are one; once is enough"),
        ("timeline --country laos,LAO", "--country 'laos' and 'LAO' are one; once is enough"),
        ("timeline --place Laos --place LAO", "--place 'Laos' and 'LAO' are one; once is enough"),
        ("timeline --place seoul --place 서울", "--place 'seoul' and '서울' are one; once is enough"),
        ("timeline --place xyz --place XYZ", "--place 'xyz' and 'XYZ' are one; once is enough"),
        ("export members -f csv --fields holds", "rows of members have 'holds' on a day alone: aseanrok members"),
        ("members --as-of 2012 --where holds,role=yes", "--where: 'holds,role=yes' names 2 fields; write a condition"),
        ("funds akcf --as-of 2015 --where id=mkcf", "--where does nothing for `funds akcf` as plain; leave it out, or"),
        ("documents rcep --as-of 2022 --where title=RCEP", "--where does nothing for `documents rcep` as plain; leave"),
        ("series mekong-rok-fmm --where id=zzz --kind x", "--kind does nothing for `series mekong-rok-fmm` as plain; "),
        ("members --matrix --as-of 2012 --sort holds", "no field 'holds' in members. Known: country, name, name_ko, "),
        ("members --as-of 2012 --by role --sort holds", "no field 'holds' in members. Known: role, count."),
        ("timeline --kind summit,Summit", "--kind 'summit' and 'Summit' are one; once is enough"),
        ("search fund --kind meeting,meetings", "--kind 'meeting' and 'meetings' are one; once is enough"),
        ("timeline --year 2019,2019", "--year is given twice: '2019'; once is enough"),
        ("anniversaries --year 2027 --year 2027", "--year is given twice: '2027'; once is enough"),
        ("timeline --where date=2019 --where date=2019", "--where is given twice: 'date=2019'; once is enough"),
        ("timeline --where country=Laos --where country=LAO", "--where 'country=Laos' and 'country=LAO' are one; once"),
        ("timeline --where date=2019-11 --where date=2019.11", "--where 'date=2019-11' and 'date=2019.11' are one; o"),
        ("documents --where kind=declaration --where kind=선언", "--where 'kind=declaration' and 'kind=선언' are one"),
        ("meetings --where place=Busan --where place=부산", "--where 'place=Busan' and 'place=부산' are one; once is"),
        ("meetings --where date>=2019 --where date>=2019-01", "--where 'date>=2019' and 'date>=2019-01' are one; on"),
        ("projects --where budget_value>=1,000 --where budget_value>=1000", "--where 'budget_value>=1,000' and 'budge"),
        ("timeline --match ???", "--match: '???' holds no letter and no digit"),
        ("timeline --place -", "--place: '-' holds no letter and no digit"),
        ("timeline -n 9223372036854775808", "--limit: '9223372036854775808' is not a whole number"),
        ("timeline -n", "-n needs a value"),
        ("search mekong -n", "-n needs a value"),
        ("search -laos mekong --framework", "--framework needs a value"),
        ("meetings mekong laos --framework", "--framework needs a value"),
        ("show akcf mkcf -qn", "-n needs a value"),
        ("timeline --json=1", "--json takes no value"),
        ("fields a b", "`fields` takes only one TABLE; 'b' is too much"),
        ("--limit abc check", "--limit does nothing for `check`, which does not take it; leave it out"),
        ("--json completion bash", "--json does nothing for `completion`, which does not take it; leave it out"),
        ("timeline --json -q", "--json does nothing beside --quiet, which prints ids alone; leave it out"),
        ("timeline --fields id -q", "--fields does nothing beside --quiet, which prints ids alone; leave it out"),
        ("timeline -q -o x.docx", "--quiet writes one a line, and 'x.docx' asks for a format; name it .txt"),
        ("timeline -q -o x.json", "--quiet writes one a line, and 'x.json' asks for a format; name it .txt"),
        ("timeline --color always", "--color does nothing for `timeline` as plain; leave it out; --format table"),
        ("timeline --pager", "--pager does nothing for `timeline` as plain; leave it out; pages are of text on a term"),
        ("brief mekong -f docx", "no option '-f' of `brief`; the ending of --output chooses the form"),
        ("funds akcf --match zzzz", "--match does nothing for `funds akcf` as plain; leave it out, or leave out the"),
        ("funds akcf -f csv --sort id", "--sort does nothing for `funds akcf` as csv; leave it out, or leave out the"),
        ("show akcf AKCF --reverse", "--reverse does nothing for `show akcf AKCF` as plain; leave it out"),
        ("show akcf -n 1", "--limit does nothing for `show akcf` as plain; leave it out"),
        ("show akcf --url --json", "--json does nothing beside --url, which prints addresses alone; leave it out"),
        ("search fund --full", "--full does nothing for `search fund` as plain; leave it out"),
        ("timeline --version --sort date", "--sort does nothing beside --version; leave it out"),
        ("timeline --version -- mekong", "mekong does nothing beside --version; leave it out"),
        ("--version -- --lang ko", "--lang does nothing beside --version; leave it out"),
        ("meetings mekong-rok-summit-1 --by year -f csv --since 2099", "--since does nothing for `meetings mekong-r"),
        ("documents asean-declaration --as-of 2026 --by kind --year 1801", "--year does nothing for `documents asean"),
        ("meetings 'latest busan' --json --lang ko", "--lang does nothing for `meetings"),
        ("--help=formats", "--help takes no value"),
        ("timeline -h=json", "-h takes no value"),
        ("timeline -q=1", "-q takes no value"),
        ("-q= timeline", "-q takes no value"),
        ("timeline -q-n", "no option '-q-n' of `timeline`"),
        ("--version --json=1", "--json takes no value"),
        ("--version --no-pager=1", "--no-pager takes no value"),
        ("timeline --where =x", "--where: '=x' names no field; write field=value"),
        ("timeline --where >=5", "--where: '>=5' names no field; write field=value"),
        ("timeline --where !=x", "--where: '!=x' names no field; write field=value"),
        ("funds akcf --as-of 2019 --where anual_value>1", "no field 'anual_value' in funds. Did you mean 'annual_"),
        ("frameworks mekong --as-of 2019 --where holds", "--where: 'holds' has no operator"),
        ("--pager", "--pager does nothing without a command; `aseanrok --help` lists the commands"),
        ("--color always --no-pager", "--color does nothing without a command; `aseanrok --help` lists the commands"),
        ("search " + "x:" * 101, "a search takes at most 100 words; these are 101"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_in_one_line(typed: str, told: str) -> None:
    code, out, err = said(*line(typed))
    assert (code, out) == (2, "")
    told_lines = [text for text in err.splitlines() if not text.startswith('{"error"')]
    assert len(told_lines) == 1 and told_lines[0].startswith(f"aseanrok: {told}"), err


@pytest.mark.parametrize(
    ("typed", "rather"),
    [
        ("funds -f excel --lang ko", "the names of fields, and Korean headings stand in .html, .ics, .md, .txt, .xlsx"),
        ("timeline --json --width 80", "; --format table has a width"),
        ("timeline --color always", "; --format table draws in colour"),
        ("timeline --full", "; a card has more: name one thing"),
        ("--json page", "which does not take it; leave it out"),
        ("--json brief mekong", "; the ending of --output chooses the form, as in its --help"),
    ],
)  # fmt: skip
def test_what_is_refused_is_told_with_what_does_it(typed: str, rather: str) -> None:
    code, _, err = said(*line(typed))
    assert code == 2 and err.splitlines()[0].endswith(rather), err


@pytest.mark.parametrize(
    "word", ["x" * 600, "9" * 600, "가" * 600, "[/red]" + "x" * 600], ids=["letters", "digits", "hangul", "marks"]
)
@pytest.mark.usefixtures("few")
def test_no_error_repeats_more_than_can_be_read(word: str) -> None:
    typed, with_it = [[word], [f"--{word}", "funds"]], set()
    for command in commands():
        typed += [[command, word], [command, f"--{word}"]]
        needed = ["x"] if command in ("search", "show") else []
        for name in sorted({*options_of(command)} - {"output"} - with_it):
            if OPTIONS[name].takes not in Takes.WITHOUT_VALUE:
                typed.append([command, *needed, OPTIONS[name].flags[0], word])
                with_it.add(name)
    refused = 0
    for arguments in typed:
        code, _, err = said(*arguments)
        if code:
            refused += 1
            assert len(err.splitlines()[0]) < 1000 and word[:70] not in err, arguments[0]
    assert refused > 60


@pytest.mark.parametrize("name", ["COLUMNS", "ASEANROK_WIDTH"])
@pytest.mark.parametrize("number", [DIGITS, "-1", "0", "1e9", "99999999999999999999", "٣"], ids=lambda text: text[:5])
def test_no_number_of_the_environment_is_too_large(name: str, number: str, program: Program) -> None:
    done = program("timeline", "-n", "1", "--format", "table", **{name: number})
    assert (done.returncode, bool(done.stdout)) == (0, True) and "Traceback" not in done.stderr
    assert len(done.stdout) < 100_000


@pytest.mark.parametrize("name", ["COLUMNS", "ASEANROK_WIDTH"])
def test_no_table_is_narrower_than_twenty_columns(name: str, program: Program) -> None:
    told = {program("timeline", "-n", "3", "-f", "table", **{name: width}).stdout for width in ("1", "5", "20")}
    assert len(told) == 1 and told != {program("timeline", "-n", "3", "-f", "table", **{name: "21"}).stdout}


@pytest.mark.parametrize("number", ["x", "-1", "1e9", "4102444800", DIGITS, "٣"], ids=lambda text: text[:5])
@pytest.mark.parametrize("line", ["next", "timeline -n 1", "mekong"])
def test_a_day_that_is_no_number_is_refused(line: str, number: str, program: Program) -> None:
    done = program(*line.split(), SOURCE_DATE_EPOCH=number)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("aseanrok: SOURCE_DATE_EPOCH: ") and len(done.stderr) < 200
    for day in ("0", "4102444799", ""):
        assert program("timeline", "-n", "1", SOURCE_DATE_EPOCH=day).returncode == 0


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("timeline --format cvs", ["csv"]),
        ("timeline --country Loas", ["Laos"]),
        ("timeline --framework mekon", ["mekong"]),
        ("meetngs", ["meetings"]),
        ("timeline --contry Laos", ["--country"]),
        ("show akfc", ["akcf"]),
        ("timeline --kind sumit", ["summit"]),
        ("timeline --fields tilte", ["title"]),
        ("timeline --country Atlantis", []),
        ("timeline --format xml", []),
        ("timeline --framework narnia", []),
        ("show nosuch", []),
        ("timeline --lang fr", []),
        ("zebra", []),
    ],
)
def test_only_what_is_near_is_offered(typed: str, near: list[str]) -> None:
    _, _, err = said(*line(typed), "--json") if "--format" not in typed else said(*line(typed))
    if "--format" in typed:
        assert all(repr(word) in err for word in near) and ("Did you mean" in err) is bool(near)
    else:
        assert json.loads(err.splitlines()[-1])["error"]["did_you_mean"][:1] == near


@pytest.mark.parametrize(
    ("typed", "as_json"),
    [
        ("show nosuch --json", True),
        ("--json show nosuch", True),
        ("show nosuch --format=json", True),
        ("show nosuch -fjson", True),
        ("show nosuch -f JSON", True),
        ("show nosuch -o x.json", True),
        ("show nosuch --output=x.json", True),
        ("timeline --json --framewrk x", True),
        ("--json timelin", True),
        ("search json zzqqx", False),
        ("show nosuch json", False),
        ("search zzqqx -- --json", False),
        ("--json show nosuch -f csv", True),
        ("show nosuch -o x.json -f csv", False),
        ("timeline --match --json --framewrk x", False),
        ("timeline --kind json", False),
    ],
)
def test_an_error_is_json_as_well_where_the_line_asks_for_json(typed: str, as_json: bool) -> None:
    code, out, err = said(*line(typed))
    assert code and out == ""
    assert ('{"error"' in err) is as_json, err
    assert len(err.splitlines()) == 1 + as_json


@pytest.mark.parametrize("command", commands())
def test_the_version_is_told_before_and_after_every_command(command: str) -> None:
    whole = said("--version")
    assert whole[0] == 0 and whole[1].startswith("aseanrok ")
    assert said(command, "--version") == whole == said("--version", command)
    assert json.loads(said("--json", "--version")[1]) == json.loads(said(command, "--version", "--json")[1])
    assert "--version" in said(command, "--help")[1]


@pytest.mark.parametrize("promise", [["--no-pager"], ["--color", "never"], ["--color=auto"]])
def test_what_is_only_promised_stands_beside_the_version(promise: list[str], program: Program) -> None:
    plain = program("--version").stdout
    assert program("--version", *promise).stdout == program(*promise, "--version").stdout == plain != ""


def test_a_word_is_no_version() -> None:
    code, out, told = said("timeline", "--place", "--version")
    assert (code, out) == (2, "") and "--place: '--version' begins with '-'" in told
    assert said("timeline", "--match", "version")[1].startswith("Date")
    assert said("search", "--", "--version")[1:] != said("--version")[1:]


@pytest.mark.parametrize("command", commands())
def test_help_is_no_docstring(command: str, program: Program) -> None:
    stripped = program(command, "--help", PYTHONOPTIMIZE="2")
    assert stripped.returncode == 0 and "Examples:" in stripped.stdout
    assert stripped.stdout == program(command, "--help").stdout


ESCAPE = "\x1b]0;title\x07\u202e"


def test_no_escape_runs_on_standard_error() -> None:
    for arguments in (["show", ESCAPE], ["zzqqx" + ESCAPE], ["search", "zzqqx" + ESCAPE],
                      ["timeline", "--framework", ESCAPE], ["timeline", f"--{ESCAPE}"],
                      ["funds", "a", ESCAPE]):  # fmt: skip
        code, _, err = said(*arguments)
        assert code and err.splitlines()[-1].startswith("aseanrok: ")
        assert all(character.isprintable() for line in err.splitlines() for character in line), ascii(err)


def test_no_escape_of_a_record_runs_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = tmp_path / "tables"
    copytree(store.PUBLISHED, tables)
    path = tables / "timeline.json"
    (first, *_) = store.table("timeline")
    row = {**first, "title": f"before {ESCAPE} after"}
    path.write_text("[\n" + json.dumps(row) + "\n]", encoding="utf-8")
    put(tables, monkeypatch)
    for how in ("plain", "table", "records", "md", "csv", "tsv", "json"):
        _, out, _ = said("timeline", "-f", how, "--color", "never", "--no-pager", terminal=True)
        assert "before" in out and "after" in out, how
        assert all(character.isprintable() or character in "\t\r" for line in out.split("\n") for character in line), (
            how
        )
    assert ESCAPE in said("timeline", "-f", "csv")[1], "a file and a pipe get the value"


def test_blank_lines_name_nothing_to_show() -> None:
    code, out, err = said("show", "-", "-q", stdin="\n  \nakcf\n\n\t\n mkcf \n\n")
    assert (code, out, err) == (0, "akcf\nmkcf\n", "")


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("date,title=2019", "names 2 fields"),
        ("title~", "has no words after the ~"),
        ("country=Narnia", "no country 'Narnia'"),
        ("ordinal=nan", "is a number, and 'nan' is none"),
        ("ordinal>=1_0", "is a number"),
        ("ordinal=١", "is a number"),
        ("ordinal>=inf", "is a number"),
    ],
)
def test_a_condition_that_says_nothing_is_refused_in_a_line(condition: str, said: str, program: Program) -> None:
    done = program("meetings", "--where", condition)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("aseanrok: --where: ") and said in done.stderr


@pytest.mark.parametrize(
    ("command", "one", "other"),
    [
        ("meetings", "date=2019/..", "date=../2019"),
        ("meetings", "date=2019..", "date=..2019"),
        ("statistics", "value!=-0.2", "value!=0.2"),
        ("statistics", "value>=-5", "value>=5"),
        ("statistics", "value!=1.000", "value!=1,000"),
    ],
)
def test_conditions_that_differ_by_a_sign_alone_are_two(command: str, one: str, other: str, program: Program) -> None:
    alone = [set(program(command, "-q", "--where", each).stdout.split()) for each in (one, other)]
    assert alone[0] and alone[1]
    assert set(program(command, "-q", "--where", one, "--where", other).stdout.split()) == alone[0] & alone[1]


@pytest.mark.parametrize(
    ("table", "korean", "english"),
    [("documents", "kind=협정", "kind=agreement"), ("meetings", "frameworks=한-메콩 협력", "frameworks=mekong")],
)
def test_a_condition_may_be_korean(table: str, korean: str, english: str, program: Program) -> None:
    assert program(table, "--where", korean).stdout == program(table, "--where", english).stdout != ""


def test_a_format_and_the_name_of_a_file_agree(program: Program, tmp_path: Path) -> None:
    for format_, name in (("json", "x.csv"), ("csv", "x.md"), ("md", "x.xlsx"), ("sqlite", "x.txt")):
        done = program("funds", "-f", format_, "-o", str(tmp_path / name))
        assert done.returncode == 2 and "contradict each other" in done.stderr
    assert "called as a file" in program("export", "-f", "datapackage", "-o", str(tmp_path / "x.zip")).stderr
    assert not list(tmp_path.iterdir())
    for format_, name in (("excel", "x.csv"), ("tsv", "x.txt"), ("json", "x.json")):
        assert program("funds", "-f", format_, "-o", str(tmp_path / name)).returncode == 0


def test_groups_are_korean_where_korean_is_asked_for(program: Program) -> None:
    told = program("documents", "--by", "kind", "--lang", "ko").stdout
    assert told.startswith("종류") and "건수" in told and "협정" in told and "agreement" not in told


@pytest.mark.parametrize(("word", "told"), [("ㅁㅁ", "'ㅁㅁ'"), ("\udcff", r"'\udcff'")])
def test_a_word_is_told_as_it_was_typed(word: str, told: str) -> None:
    for command in ("meetings", "show", "funds", "brief"):
        code, out, err = said(command, word)
        assert (code, out) == (1, "") and told in err and err.count("\n") == 1, command


def test_full_width_letters_are_letters() -> None:
    assert said("show", "ｍｅｋｏｎｇ", "-q")[1] == said("show", "mekong", "-q")[1] == "mekong\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("timeline --country=-laos", "no country '-laos'. Did you mean 'Laos'?"),
        ("timeline --country laos,-thailand", "no country '-thailand'. Did you mean 'thailand'?"),
        ("search mekong --country=-laos", "no country '-laos'. Did you mean 'Laos'?"),
        ("timeline --country la*", "no country 'la*'."),
        ("timeline --framework=-mekong", "no framework '-mekong'. Did you mean 'mekong'?"),
        ("timeline --kind=-summit", "no kind '-summit'. Did you mean 'summit'?"),
        ("timeline --kind !summit", "no kind '!summit'. Did you mean 'summit'?"),
        ("timeline --place=-Seoul", "--place: '-Seoul' begins with '-'; --where place!=... asks for the others"),
        (
            "meetings --where date=~2019",
            "--where: '~2019' begins with '~'; date~2019 holds letters, date<=2019",
        ),
        ("meetings busan|seoul", "aseanrok: 'busan|seoul' is a pattern, and none is understood; leave '|' out"),
        ("timeline --match -laos", "--match: '-laos' begins with '-'; a search leaves out what -word names"),
        ("timeline --where country=-laos", "--where: '-laos' begins with '-'; country!=laos asks for the others"),
        ("timeline --where kind=summit*", "'summit*' is a pattern, and none is understood; kind~WORDS holds words"),
        ("timeline --where title~s*t", "'s*t' is a pattern, and none is understood; title~WORDS holds words"),
        ("timeline --where kind=!summit", "--where: '!summit' begins with '!'; kind!=summit asks for the others"),
        ("timeline --framework=-10+3", "no framework '-10+3'"),
        ("timeline --match=-2019", "--match: '-2019' begins with '-'"),
        ("timeline --match >2019", "--match: '>2019' is a time; --since 2020 asks for it"),
        ("timeline --match 2019-", "--match: '2019-' is a time; --since 2019 asks for it"),
        ("glossary --match 2019..", "--match: '2019..' is a time; leave its sign out"),
        (
            "timeline --match laos|cambodia",
            "--match: 'laos|cambodia' is a pattern, and none is understood; leave '|' out",
        ),
        ("timeline --match budget>5", "--match: 'budget>5' holds '>'; leave it out"),
        ("timeline --place ^busan", "--place: '^busan' is a pattern, and none is understood; leave '^' out"),
        (
            "timeline --place \u2010busan",
            "--place: '\u2010busan' begins with '\u2010'; --where place!=... asks for the others",
        ),
        ("timeline --framework \u2260mekong", "no framework '\u2260mekong'. Did you mean 'mekong'?"),
        ("timeline --framework mekong|", "no framework 'mekong|'. Did you mean 'mekong'?"),
        ("timeline --country ~laos", "no country '~laos'. Did you mean 'Laos'?"),
        ("timeline --kind \u2260summit", "no kind '\u2260summit'. Did you mean 'summit'?"),
        ("timeline --where kind=\u2260summit", "begins with '\u2260'; kind!=summit asks for the others"),
        ("timeline --where place=~busan", "--where: '~busan' begins with '~'; place!=busan asks for the others"),
        ("timeline --where title~as>ean", "--where: 'as>ean' holds '>'; leave it out"),
        (
            "timeline --where date~2019*",
            "--where: '2019*' is a pattern, and none is understood; date~WORDS holds words",
        ),
        ("meetings \u2260laos", "'\u2260laos' begins with '\u2260'"),
        ("show \u2260laos", "no record '\u2260laos'"),
        ("search mekong country:\u2260laos", "no country '\u2260laos'"),
        ("timeline --country=--laos", "no country '--laos'. Did you mean 'Laos'?"),
        ("timeline --country \u2013laos", "no country '\u2013laos'. Did you mean 'Laos'?"),
        ("timeline --kind \u2013meeting", "no kind '\u2013meeting'. Did you mean 'meeting'?"),
        ("timeline --place Seoul*", "--place: 'Seoul*' is a pattern, and none is understood"),
        ("timeline --kind summit*", "no kind 'summit*'. Did you mean 'summit'?"),
        ("timeline --where country=<laos", "--where: '<laos' begins with '<'"),
        ("timeline --where title~-zanzibar", "--where: '-zanzibar' begins with '-'; leave '-' out"),
        ("timeline !laos", "nothing called '!laos'. Did you mean 'Laos'?"),
        ("next !mekong", "nothing called '!mekong'. Did you mean 'mekong'"),
        ("search mekong country:-laos", "no country '-laos'"),
        ("search kind:-summit", "no kind '-summit'. Did you mean 'kind:summit'?"),
        ("contributions --where value>=1,5", "--where: value is a number, and '1,5' is none"),
        ("contributions --where value>=0,500", "--where: value is a number, and '0,500' is none"),
        ("contributions --where value>=20,000,00", "--where: value is a number, and '20,000,00' is none"),
    ],
)
def test_a_sign_that_asks_for_the_opposite_is_not_passed_over(line: str, told: str, program: Program) -> None:
    done = program(*line.split())
    assert done.returncode in (1, 2) and done.stdout == "" and told in done.stderr


def test_what_is_not_wanted_is_left_out_by_either_sign(program: Program) -> None:
    without = program("search", "mekong", "-laos", "-q").stdout
    assert without != program("search", "mekong", "-q").stdout
    for sign in "!\u2013\u2014\u2212":
        assert program("search", "mekong", f"{sign}laos", "-q").stdout == without
    assert program("timeline", "--country", "- laos").returncode == 2
    # What a row holds with its sign may be asked for so.
    assert program("meetings", "--where", "id~-summit-", "-q").stdout
    # A number may be below nought.
    assert program("statistics", "--where", "stated=-0.2 billion USD", "-q").stdout
    assert program("contributions", "--where", "value>=1,000,000", "-q").stdout


def test_the_city_of_a_place_is_a_place_to_a_condition(program: Program) -> None:
    whole = program("meetings", "--where", "place=Seoul, ROK", "-q").stdout.split()
    assert program("meetings", "--where", "place=Seoul", "-q").stdout.split() == whole != []
    others = program("meetings", "--where", "place!=Seoul", "-q").stdout.split()
    assert sorted([*whole, *others]) == sorted(program("meetings", "-q").stdout.split())


def test_a_span_of_days_holds_no_year_across_its_stroke(program: Program) -> None:
    found = json.loads(program("meetings", "--where", "date~2019", "--json").stdout)
    assert len(found) > 20 and all("2019" in row["date"] for row in found)


def test_whether_something_is_so_is_asked_by_either_sign(program: Program) -> None:
    asked = program("members", "--where", "founding=yes", "-f", "csv").stdout
    assert asked.count("\n") > 50 and asked == program("members", "--where", "founding~yes", "-f", "csv").stdout


def test_words_that_turn_a_question_match_as_they_stand(program: Program) -> None:
    for words in (
        "mekong not laos",
        "mekong since 2020",
        "laos or thailand",
        "메콩 2019년 이후로",
        "mekong (not laos)",
    ):
        assert program("timeline", "--match", words, "-q").stdout == ""
    assert (
        "mekong-rok-plan-of-action-2017-2020"
        in program("documents", "--match", "mekong plan 2017 to 2020", "-q").stdout
    )
    (rice, *_) = program("statistics", "--match", "Emergency Rice Reserve since 2017", "-q").stdout.split()
    assert rice.startswith("rice-rok-apterr")


@pytest.mark.parametrize(
    "line", ["meetings mekong-rok-fmm-7 -q --year 2017", "funds akcf -q --match korea", "show mekong -q -n 1"]
)
def test_where_a_name_is_the_reason_quiet_is_not_blamed(line: str, program: Program) -> None:
    done = program(*line.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert "does nothing for `" in done.stderr and "quiet" not in done.stderr
