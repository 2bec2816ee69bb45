"""The command line as a user meets it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import jsonschema
import pytest

from aseanrok import schema, store
from aseanrok.cli.answer import explained, module
from aseanrok.cli.grammar import SHELLS, TOPICS, commands, options_of
from aseanrok.cli.manpage import manpage
from aseanrok.cli.options import OPTIONS, SHARED
from aseanrok.cli.shells import complete
from aseanrok.cli.topics import TOPICS as TOPIC_TEXTS
from aseanrok.output import format_of
from aseanrok.output.plain import width
from aseanrok.roles import GROUPS
from conftest import TEXT, Program

LISTINGS = [name for name, command in commands().items() if command.rows and name in schema.published()]


def examples(name: str) -> list[str]:
    return [line.strip() for line in explained(name).partition("Examples:")[2].splitlines() if line.strip()]


def in_shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as a shell runs it, with the program of this interpreter."""
    program = f'aseanrok() {{ "{sys.executable}" -m aseanrok "$@"; }}; set -o pipefail; {line}'
    return subprocess.run(["bash", "-c", program], capture_output=True, text=True, cwd=folder, timeout=60)


# --- every command ---------------------------------------------------------------------------------------------------


def test_the_grammar_names_the_modules_and_no_others() -> None:
    folder = Path(str(import_module("aseanrok.cli.commands").__file__)).parent
    own = {path.stem for path in folder.glob("*.py")} - {"__init__", "listing"}
    # What has no module of its own lists the table of its name.
    assert own | {name for name, command in commands().items() if command.table == name} == set(commands())
    for name in commands():
        assert module(name).run.__module__ == f"aseanrok.cli.commands.{name if name in own else 'listing'}"
    assert {command.group for command in commands().values()} == set(GROUPS)
    assert {option for name in commands() for option in options_of(name)} == set(OPTIONS)


@pytest.mark.parametrize("name", commands())
def test_help_explains_every_command_and_its_options(name: str, program: Program) -> None:
    done = program(name, "-h")
    assert done.returncode == 0 and not done.stderr
    assert "Examples:" in done.stdout
    flags = {flag for option in options_of(name) for flag in OPTIONS[option].flags}
    assert flags <= set(re.findall(r"--?[a-z-]+", done.stdout))
    assert done.stdout == program("help", name).stdout or name in TOPICS
    # A line that asks for more is read by Typer, and explained all the same.
    assert program("--limit", "3", name, "-h").stdout == done.stdout


@pytest.mark.parametrize("name", commands())
def test_every_example_in_the_help_runs(name: str, tmp_path: Path) -> None:
    lines = examples(name)
    assert lines, "a command without an example"
    for line in lines:
        (tmp_path / ".config/fish/completions").mkdir(parents=True, exist_ok=True)
        done = in_shell(line.replace("~", str(tmp_path)), tmp_path)
        assert done.returncode == 0, (line, done.stderr)
        assert done.stdout or ">" in line or "--output" in line or "eval " in line, line


def test_help_of_the_program_lists_every_command_and_runs_none(program: Program) -> None:
    done = program("--help")
    assert done.returncode == 0
    assert done.stdout == program("help").stdout
    for name, command in commands().items():
        assert re.search(rf"^  {name}\s+{re.escape(command.help[:20])}", done.stdout, re.MULTILINE), name


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_who_asks_nothing_is_told_in_one_screen_what_to_ask(lang: str, program: Program, tmp_path: Path) -> None:
    done = program(ASEANROK_LANG=lang)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) <= 20 and max(map(width, lines)) <= 80
    explained = [line for line in lines if line.startswith("  aseanrok ")]
    assert len({width(line) - width(line[2:].partition("  ")[2].lstrip()) for line in explained}) == 1, "one column"
    asked = [line.strip().partition("  ")[0] for line in lines if line.startswith("  aseanrok ")]
    assert len(asked) > 5
    for line in asked:
        said = in_shell(line, tmp_path)
        assert (said.returncode, bool(said.stdout)) == (0, " -o " not in line), (line, said.stderr)
    assert lang == "ko" or store.version()[1:] in done.stdout


@pytest.mark.parametrize("topic", TOPICS)
def test_topics_are_explained(topic: str, program: Program) -> None:
    done = program("help", topic)
    assert done.returncode == 0 and len(done.stdout.splitlines()) > 10
    assert max(map(len, done.stdout.splitlines())) <= 120


@pytest.mark.parametrize("topic", TOPICS)
def test_every_example_in_a_topic_runs(topic: str, tmp_path: Path) -> None:
    for line in re.findall(r"^  (aseanrok .*)$", TOPIC_TEXTS[topic](), re.MULTILINE):
        done = in_shell(line, tmp_path)
        assert done.returncode == 0 and (done.stdout or "--output" in line), (line, done.stderr)


def test_help_as_json_is_the_command_tree(program: Program) -> None:
    tree = json.loads(program("help", "--json").stdout)
    assert [command["name"] for command in tree["commands"]] == list(commands())
    timeline = tree["commands"][0]
    assert {option["name"] for option in timeline["options"]} == set(options_of("timeline"))


def test_version_says_what_the_data_are(program: Program) -> None:
    edition = store.edition()
    done = program("--version")
    assert re.fullmatch(
        rf"aseanrok \d+\.\d+\.\d+ \(data edition {edition['version']}, {edition['records']} records, "
        rf"sources read {edition['read']}\)\n",
        done.stdout,
    )
    assert json.loads(program("--version", "--json").stdout)["records"] == edition["records"]
    for name in ("timeline", "stats", "연표"):
        assert program(name, "--version").stdout == done.stdout


# --- shared options --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LISTINGS)
def test_every_listing_takes_every_shared_option(name: str, program: Program, tmp_path: Path) -> None:
    first, second, *_ = schema.table(name).fields
    target = tmp_path / "listing"
    done = program(
        name, "--format", "json", "--fields", f"{first},{second}", "--sort", f"-{first}", "--reverse",
        "--limit", "3", "--output", str(target), "--color", "never", "--no-pager",
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    rows = json.loads(target.read_text(encoding="utf-8"))
    assert len(rows) <= 3 and all(list(row) == [first, second] for row in rows)
    assert rows or not store.table(name)
    # These two say nothing to a machine's format, and are refused there.
    drawn = program(
        name, "--format", "table", "--width", "80", "--lang", "ko", "--limit", "3", "--output", str(target), "--force"
    )
    assert (drawn.returncode, drawn.stdout) == (0, "")
    assert max(map(width, target.read_text(encoding="utf-8").splitlines())) <= 80
    assert program(name, "-n", "3", "-q").stdout.count("\n") in ((1, 2, 3) if rows else (0,))
    assert set(SHARED) <= set(options_of(name))


@pytest.mark.parametrize(
    ("arguments", "refused"),
    [
        (
            ("timeline", "--json", "--width", "80"),
            "--width does nothing for `timeline` as json; leave it out; --format table has a width",
        ),
        (
            ("policies", "kasi", "--since", "2019"),
            "--since does nothing for `policies kasi` as plain; leave it out, or leave out the name",
        ),
        (("timeline", "--limit", "1", "--limit", "2"), "--limit is given 2 times; once is enough"),
        (("timeline", "--match", ""), "--match needs a value; leave it out where it should say nothing"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_an_option_that_would_do_nothing_is_refused(arguments: tuple[str, ...], refused: str, program: Program) -> None:
    done = program(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == f"aseanrok: {refused}"


@pytest.mark.parametrize("name", LISTINGS)
def test_every_listing_speaks_every_format(name: str, program: Program) -> None:
    for format_ in TEXT:
        done = program(name, "-f", format_, "-n", "2")
        assert done.returncode == 0 and done.stdout, (name, format_)
        reads = format_of(format_).for_people
        assert not done.stderr or (reads and done.stderr.startswith(("* sources differ", "~ "))), (name, format_)


def test_options_before_the_command_are_the_same_as_after_it(program: Program) -> None:
    after = program("timeline", "--json", "-n", "2").stdout
    assert program("--json", "-n", "2", "timeline").stdout == after == program("--json", "timeline", "-n2").stdout


def test_rows_are_sorted_by_time_and_by_number(program: Program) -> None:
    done = program("meetings", "mekong-rok-fmm", "--fields", "ordinal", "--sort", "-ordinal", "--json", "-n", "2")
    ordinals = [row["ordinal"] for row in json.loads(done.stdout)]
    assert ordinals == sorted(ordinals, reverse=True) and ordinals[0] >= 11
    dates = [row["date"] for row in json.loads(program("timeline", "--sort", "-date", "--json").stdout)]
    assert dates[0] > dates[-1]


# --- filters ---------------------------------------------------------------------------------------------------------


def rows(program: Program, *arguments: str) -> list[dict[str, object]]:
    done = program(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    answer: list[dict[str, object]] = json.loads(done.stdout)
    return answer


def test_frameworks_by_any_name_repeated_or_in_a_list(program: Program) -> None:
    both = rows(program, "timeline", "--framework", "mekong,apt")
    assert both == rows(program, "timeline", "--framework", "ASEAN+3", "--framework", "MEKONG-rok")
    assert {name for row in both for name in row["frameworks"]} >= {"mekong", "apt"}  # type: ignore[attr-defined]


def test_dates_are_filtered_by_overlap(program: Program) -> None:
    june = rows(program, "meetings", "--since", "2009-06", "--until", "2009-06")
    assert {"asean-rok-commemorative-summit-2009"} <= {str(row["id"]) for row in june}
    assert rows(program, "meetings", "--year", "2009") == rows(
        program, "meetings", "--since", "2009", "--until", "2009"
    )


@pytest.mark.parametrize("name", ["Laos", "Lao PDR", "LAO", "la", "라오스", "lao-pdr", "LAOS"])
def test_a_country_by_any_of_its_names(name: str, program: Program) -> None:
    places = {row["country"] for row in rows(program, "meetings", "--country", name)}
    assert places == {"LAO"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ROK", "KOR"),
        ("Korea", "KOR"),
        ("South Korea", "KOR"),
        ("Republic of Korea", "KOR"),
        ("한국", "KOR"),
        ("DPRK", "PRK"),
        ("North Korea", "PRK"),
        ("Burma", "MMR"),
        ("East Timor", "TLS"),
        ("Vietnam", "VNM"),
    ],
)
def test_no_country_answers_for_another(name: str, code: str, program: Program) -> None:
    (row,) = rows(program, "countries", name)
    assert row["iso3"] == code


def test_place_kind_and_match(program: Program) -> None:
    assert all("Busan" in str(row["place"]) for row in rows(program, "timeline", "--place", "busan"))
    assert {row["kind"] for row in rows(program, "timeline", "--kind", "summit")} == {"summit"}
    assert "han-river-declaration" in {row["id"] for row in rows(program, "documents", "--match", "hanriver decl")}


@pytest.mark.parametrize(
    ("option", "one", "other"),
    [
        ("--country", "Laos", "베트남"),
        ("--kind", "summit", "signing"),
        ("--place", "busan", "seoul"),
        ("--year", "2009", "2019"),
        ("--framework", "mekong", "apt"),
    ],
)
def test_a_filter_that_is_repeated_keeps_what_one_of_its_values_keeps(
    option: str, one: str, other: str, program: Program
) -> None:
    first, second = rows(program, "timeline", option, one), rows(program, "timeline", option, other)
    both = rows(program, "timeline", option, one, option, other)
    assert first and second
    assert both == [row for row in store.table("timeline") if row in first or row in second]


def test_an_empty_filter_is_done_and_prints_an_empty_listing(program: Program) -> None:
    assert rows(program, "timeline", "--until", "1900") == []
    plain = program("timeline", "--until", "1900")
    assert plain.returncode == 0 and plain.stdout.startswith("Date") and plain.stdout.count("\n") == 1


# --- things by name --------------------------------------------------------------------------------------------------


def test_a_series_shows_its_meetings(program: Program) -> None:
    text = program("meetings", "mekong-rok-fmm").stdout
    for number in ("1st", "2nd", "3rd", *(f"{n}th" for n in range(4, 12))):
        assert f"{number} Mekong-ROK Foreign Ministers' Meeting" in text
    assert "Bandar Seri Begawan" in text and "virtual" in text and "hybrid" in text


def test_a_card_has_what_belongs_to_the_thing(program: Program) -> None:
    akcf = program("funds", "AKCF", "--full").stdout
    assert all(word in akcf for word in ("7 million USD", "14 million USD", "20 million USD", "420", "Sources"))
    mkcf = program("show", "mekong-rok-cooperation-fund").stdout
    assert "on-traditional security challenges" in mkcf and "14.42 million USD" in mkcf
    assert "Sources differ" in mkcf and "2012" in mkcf and "June 2013" in mkcf


def test_a_card_in_a_machine_format_holds_all_that_belongs_to_the_record(program: Program) -> None:
    (fund,) = json.loads(program("funds", "akcf", "--json").stdout)
    assert fund["table"] == "funds"
    assert {"contributions", "citations", "relations", "statistics"} <= set(fund)
    (show,) = json.loads(program("show", "akcf", "--json").stdout)
    assert show == fund
    assert program("funds", "akcf", "-q").stdout == "akcf\n"
    assert program("funds", "akcf", "-f", "csv").stdout.splitlines()[1].startswith("akcf,ASEAN-ROK Cooperation Fund,")


def test_show_reads_ids_from_standard_input(program: Program) -> None:
    ids = program("funds", "--quiet").stdout
    shown = program("show", "-", "--json", stdin=ids)
    assert [record["id"] for record in json.loads(shown.stdout)] == ids.split()


def test_show_prints_addresses(program: Program) -> None:
    done = program("show", "mekong-rok-summit-1", "--url")
    assert "https://www.mofa.go.kr/eng/wpge/m_5466/contents.do" in done.stdout.splitlines()


def test_the_address_of_a_source_is_its_own(program: Program) -> None:
    source = store.table("sources")[0]
    assert program("show", source["id"], "--url").stdout == f"{source['url']}\n"


def test_records_of_two_tables_print_each_its_own_fields(program: Program) -> None:
    fund, framework = json.loads(program("show", "akcf", "mekong", "--json").stdout)
    (alone,) = json.loads(program("show", "mekong", "--json").stdout)
    assert framework == alone and "newest_sum" in fund and "newest_sum" not in framework


# --- export ----------------------------------------------------------------------------------------------------------


def test_export_holds_every_table_and_the_edition(program: Program) -> None:
    whole = json.loads(program("export", "--format", "json").stdout)
    assert list(whole) == ["edition", *schema.published()]
    assert all(whole[name] == store.table(name) for name in schema.published())
    assert whole["edition"]["version"] == store.edition()["version"]
    assert len(whole["index"]) == store.edition()["records"]


def test_export_flat_is_the_index_or_one_table_or_a_folder(program: Program, tmp_path: Path) -> None:
    index = program("export", "--format", "csv").stdout
    assert index.startswith("id,table,date,title,frameworks,place,country,status,summary,sources")
    assert program("export", "members", "-f", "csv").stdout.startswith("framework,country,")
    several = program("export", "meetings", "funds", "-f", "csv")
    assert several.returncode == 2 and "--output FOLDER" in several.stderr
    folder = tmp_path / "tables"
    assert program("export", "meetings", "funds", "-f", "excel", "-o", str(folder)).returncode == 0
    assert {path.name for path in folder.iterdir()} == {"meetings.csv", "funds.csv"}
    assert (folder / "funds.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    again = program("export", "meetings", "funds", "-f", "excel", "-o", str(folder))
    assert again.returncode == 2 and "--force" in again.stderr


def test_what_is_printed_keeps_to_the_schema(program: Program) -> None:
    whole = json.loads(program("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(whole)
    jsonschema.validate(json.loads(program("export", "--json").stdout), whole)
    timeline = json.loads(program("schema", "timeline").stdout)
    jsonschema.validate(json.loads(program("timeline", "--json").stdout), timeline)
    assert timeline["items"]["properties"]["date"]["description"]


PRINTED = {
    "members": ["members asean --as-of 2019", "members --matrix", "members --matrix --as-of 2012", "members"],
    "funds": ["funds --as-of 2019", "funds akcf", "funds akcf --as-of 2019", "show akcf mkcf"],
    "frameworks": ["frameworks --as-of 2010", "frameworks mekong"],
    "documents": ["documents --as-of 2010", "documents han-river-declaration"],
    "statistics": ["statistics --as-of 2010"],
    "meetings": ["meetings mekong-rok-fmm", "meetings mekong-rok-fmm-7"],
    "series": ["show mekong-rok-fmm"],
    "coverage": ["coverage", "coverage asean-rok-summit"],
    "conflicts": ["conflicts disaster-ministers-1-mode"],
    "search": ["search fund", "search akcf --full -n 3"],
    "fields": ["fields"],
    "compared": ["compare akcf mkcf", "compare laos thailand"],
    "calendar": ["next", "anniversaries"],
    "changes": ["changes 2026.11", "changes 2026.11 --kind merged"],
    "entries": ["members aktiga-third-protocol --as-of 2023-11-15", "members rcep"],
}


@pytest.mark.parametrize("table", PRINTED)
def test_what_a_command_prints_keeps_to_the_schema_of_its_table(table: str, program: Program) -> None:
    described = json.loads(program("schema", table).stdout)
    jsonschema.Draft202012Validator.check_schema(described)
    for line in PRINTED[table]:
        printed = json.loads(program(*line.split(), "--json").stdout)
        assert printed
        jsonschema.validate(printed, described)


# --- errors ----------------------------------------------------------------------------------------------------------

WRONG = {
    ("timelin",): (2, "no command 'timelin'. Did you mean 'timeline'?"),
    ("timeline", "--framewrk", "x"): (2, "no option '--framewrk' of `timeline`. Did you mean '--framework'?"),
    ("timeline", "--framework", "mekon"): (2, "no framework 'mekon'. Did you mean 'mekong'"),
    ("timeline", "--format", "jsn"): (2, "no format 'jsn'. Did you mean 'json'"),
    ("timeline", "--fields", "dat"): (2, "no field 'dat' in timeline. Did you mean 'date'"),
    ("timeline", "--by", "year", "--sort", "country"): (2, "no field 'country' in these rows of timeline. Known: year"),
    ("members", "--matrix", "--fields", "note"): (2, "no field 'note' in these rows of members. Known: country"),
    ("search", "summit", "--fields", "record"): (2, "no field 'record' in these rows of search. Known: id"),
    ("timeline", "--sort", "-dates"): (2, "no field 'dates' in timeline. Did you mean 'date'"),
    ("timeline", "--country", "Loas"): (2, "no country 'Loas'. Did you mean 'Laos'"),
    ("timeline", "--country", "Atlantis"): (2, "no country 'Atlantis'."),
    ("timeline", "--kind", "sumit"): (2, "no kind 'sumit'. Did you mean 'summit'"),
    ("timeline", "--since", "2019-13"): (2, "--since: '2019-13' is not a date; write 2019, 2019-11 or"),
    ("timeline", "--year", "19"): (2, "--year: '19' is not a year; write 2019"),
    ("timeline", "--limit", "-1"): (2, "--limit: '-1' is not a whole number from 0 to 1,000,000"),
    ("timeline", "--limit", "many"): (2, "--limit: 'many' is not a whole number from 0 to 1,000,000"),
    ("timeline", "-f", "table", "--width", "10"): (2, "--width: '10' is not a whole number from 20 to 1,000,000"),
    ("timeline", "--color", "sometimes"): (2, "no colour 'sometimes'. Known: auto, always, never."),
    ("timeline", "--lang", "fr"): (2, "no language 'fr'. Known: en, ko."),
    ("timeline", "--force"): (2, "--force goes with a file: --output FILE"),
    ("fields", "meetings", "funds"): (2, "`fields` takes only one TABLE; 'funds' is too much"),
    ("timeline", "mekong", "zzzz"): (1, "nothing called 'mekong zzzz'."),
    ("export", "meeting"): (2, "no table 'meeting'. Did you mean 'meetings'"),
    ("show",): (2, "`show` needs ID; `aseanrok show --help` explains it"),
    ("show", "akcf", "/", "mkcf"): (1, "no record '/'."),
    ("compare", "akcf", "?"): (1, "no record '?'."),
    ("show", "akfc"): (1, "no record 'akfc'. Did you mean 'akcf'"),
    ("funds", "akfc"): (1, "nothing called 'akfc'. Did you mean 'akcf'"),
    ("meetings", "asean-rok-sumit"): (1, "nothing called 'asean-rok-sumit'. Did you mean 'asean-rok-summit'"),
    ("search", "xyzzyxyzzy"): (1, "nothing found for 'xyzzyxyzzy'"),
    ("search", "[/red]xyzzy"): (1, "nothing found for '[/red]xyzzy'"),
    ("help", "format"): (2, "no topic 'format'. Did you mean 'formats'"),
    ("completion",): (2, "completion for which shell? bash, zsh, fish, powershell"),
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_an_error_is_one_line_that_says_what_would_be_right(arguments: tuple[str, ...], program: Program) -> None:
    code, message = WRONG[arguments]
    done = program(*arguments)
    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.startswith(f"aseanrok: {message}"), done.stderr
    assert done.stderr.count("\n") == 1


def test_an_error_is_json_as_well_where_json_was_asked_for(program: Program) -> None:
    for arguments in (("show", "akfc", "--json"), ("--json", "show", "akfc"), ("show", "akfc", "-f", "json")):
        done = program(*arguments)
        line, found = done.stderr.splitlines()
        assert line.startswith("aseanrok: no record 'akfc'")
        error = json.loads(found)["error"]
        assert error["code"] == "not-found" and "akcf" in error["did_you_mean"]


# --- completion ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "candidates"),
    [
        (["tim"], {"timeline"}),
        (["timeline", "--framework", "mek"], {"mekong"}),
        (["timeline", "--framework=mek"], {"--framework=mekong"}),
        (["timeline", "--form"], {"--format"}),
        (["timeline", "-f", "js"], {"json", "jsonl"}),
        (["timeline", "--fields", "date,ti"], {"date,title", "date,title_ko"}),
        (["meetings", "--sort", "-ord"], {"-ordinal"}),
        (["timeline", "--country", "vie"], {"viet-nam"}),
        (["meetings", "mekong-rok-f"], {"mekong-rok-fmm"}),
        (["show", "mekong-rok-summit-1"], {"mekong-rok-summit-1"}),
        (["export", "meet"], {"meetings"}),
        (["--format", "md", "fun"], {"funds"}),
        (["completion", "z"], {"zsh"}),
        (["timeline", "--kind", "sum"], {"summit"}),
        (["--no-p"], {"--no-pager"}),
    ],
)
def test_words_are_completed(words: list[str], candidates: set[str]) -> None:
    assert candidates <= set(complete(words))
    assert all(found.startswith(words[-1]) for found in complete(words))


def test_completion_answers_the_shells(program: Program) -> None:
    assert program("timeline", "--framework", "mek", ASEANROK_COMPLETE="1").stdout == "mekong\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_a_completion_script_is_printed_and_is_valid(shell: str, program: Program, tmp_path: Path) -> None:
    script = program("completion", shell).stdout
    assert "ASEANROK_COMPLETE" in script
    if checker := shutil.which(shell):
        path = tmp_path / "script"
        path.write_text(script, encoding="utf-8")
        assert subprocess.run([checker, "-n", str(path)], capture_output=True).returncode == 0


def test_the_man_page_tells_all_that_help_tells(tmp_path: Path) -> None:
    page = manpage("2001.02")
    assert page.replace("\n", "").isprintable()
    for name in commands():
        assert f".B aseanrok {name}" in page
        said = [line.strip() for line in explained(name).partition("\b")[2].splitlines()]
        for line in (*examples(name), *(line for line in said if line not in ("", "\b", "Examples:"))):
            assert line.replace("-", r"\-") in page, line
    for option in OPTIONS.values():
        assert all(flag.replace("-", r"\-") in page for flag in option.flags)
    if reader := shutil.which("groff"):
        path = tmp_path / "aseanrok.1"
        path.write_text(page, encoding="utf-8")
        read = subprocess.run([reader, "-man", "-Tutf8", "-ww", "-k", str(path)], capture_output=True, text=True)
        assert (read.returncode, read.stderr) == (0, "")
        assert "aseanrok timeline --framework mekong" in read.stdout.replace("\u2212", "-")


def test_every_published_table_has_columns_for_readers() -> None:
    for name in schema.published():
        table = schema.table(name)
        assert table.listing and set(table.listing) <= set(table.fields)


def test_blank_lines_are_no_ids(program: Program) -> None:
    done = program("show", "-", "-q", stdin="\n  \nakcf\n\n mkcf \n")
    assert (done.stdout, done.stderr) == ("akcf\nmkcf\n", "")


def test_the_command_tree_may_be_of_one_command(program: Program) -> None:
    tree = json.loads(program("help", "timeline", "--json").stdout)
    assert [command["name"] for command in tree["commands"]] == ["timeline"]
    assert program("help", "nosuch", "--json").returncode == 2


def test_an_export_of_one_table_prints_its_ids(program: Program) -> None:
    done = program("export", "funds", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == [row["id"] for row in store.table("funds")]
