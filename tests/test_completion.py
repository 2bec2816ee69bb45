"""Completion as shells ask for it: quotes, commas, `=`, names of files, descriptions; each shell runs its script."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shlex import quote

import pytest

from aseanrok import past, store
from aseanrok.__main__ import run
from aseanrok.cite import STYLES
from aseanrok.cli.grammar import commands, options_of
from aseanrok.cli.options import OPTIONS
from aseanrok.cli.shells import complete
from aseanrok.output import names
from aseanrok.search.ask import library
from aseanrok.words import fold
from conftest import CLEAN, LIBRARIES, Program

BASH = shutil.which("bash")
ZSH = shutil.which("zsh")
FISH = shutil.which("fish")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["timeline", "--framework", "mekong,asean-"], ["mekong,asean-rok"]),
        (["timeline", "--framework=mekong,asean-"], ["--framework=mekong,asean-rok"]),
        (["timeline", "--framework", "mekong,mek"], []),  # none twice
        (["timeline", "--framework", '"mek'], ["mekong"]),
        (["timeline", "--framework", "'mek"], ["mekong"]),
        (["timeline", '--framework="mek'], ["--framework=mekong"]),
        (["countries", "Lao\\ P"], ["Lao PDR"]),
        (["countries", "Viet N"], ["Viet Nam"]),
        (["frameworks", "APT"], ["APT"]),
        (["countries", "라"], ["라오스"]),
        (["timeline", "--sort", "date,-dis"], ["date,-disputed"]),
        (["timeline", "--fields", "-dat"], []),
        (["timeline", "--fields", "date,dat"], []),
        (["timeline", "--output", ""], []),
        (["timeline", "--format", "''"], complete(["timeline", "--format", ""])),
        (["timeline", "--framework", "zzz"], []),
        (["meetings", "mekong-rok-s"], ["mekong-rok-som", "mekong-rok-summit", "mekong-rok-som-2019"]),
        (["contributions", "ak"], ["akcf"]),
    ],
)
def test_words_are_completed_as_they_are_typed(words: list[str], found: list[str]) -> None:
    assert complete(words)[: max(1, len(found))] == found


def test_a_shell_that_shows_descriptions_is_given_them(program: Program) -> None:
    for shell in ("zsh", "fish", "powershell"):
        told = program("timeline", "--framework", "mek", ASEANROK_COMPLETE=shell).stdout
        assert told == "mekong\tMekong-ROK Cooperation\n"
        assert "timeline\tEvery dated act, oldest first.\n" in program("ti", ASEANROK_COMPLETE=shell).stdout
        assert program("--json", "--rev", ASEANROK_COMPLETE=shell).stdout == "--reverse\tTurn the order round.\n"
    assert program("timeline", "--framework", "mek", ASEANROK_COMPLETE="bash").stdout == "mekong\n"
    assert program("countries", "라", ASEANROK_COMPLETE="bash").stdout == "라오스\n"
    assert program("countries", "라", ASEANROK_COMPLETE="bash", PYTHONIOENCODING="ascii").stdout == ""
    source = "aju-news-investment-agreement-signed-2009"
    assert program("cite", source, ASEANROK_COMPLETE="zsh").stdout == f"{source}\t한·아세안 FTA협정 사실상 완료\n"
    assert program("cite", source, ASEANROK_COMPLETE="zsh", PYTHONIOENCODING="ascii").stdout == f"{source}\n"
    assert program("--version", ASEANROK_COMPLETE="").stdout.startswith("aseanrok "), "an empty variable says nothing"


def in_shell(*command: str, folder: Path) -> str:
    """Run a shell in a folder with hostile names, with the program on its path; return what it prints."""
    for name in ("a b.csv", "$(touch pwned).csv", ";rm.csv", "plain.csv", "timeline"):
        (folder / name).touch()
    program = folder / "bin" / "aseanrok"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m aseanrok "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environ = {name: os.environ[name] for name in CLEAN & set(os.environ)} | {"LC_ALL": "C.UTF-8", "HOME": str(folder)}
    environ["PATH"] = f"{program.parent}:{environ['PATH']}"
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environ, cwd=folder, stdin=subprocess.DEVNULL
    )
    assert done.stderr == ""
    return done.stdout


BASH_LINES = [
    # A line, what of its end bash would replace, and what is to stand there.
    ("timeline --format=cs", "cs", "csv"),
    ("timeline --format=", "", "|".join(names())),
    ("timeline --framework=mekong,asean-", "mekong,asean-", "mekong,asean-rok"),
    ("timeline --framework mekong,asean-", "mekong,asean-", "mekong,asean-rok"),
    ("timel", "timel", "timeline"),
    ("timeline --framework zzz", "zzz", ""),
    ("countries Lao\\ P", "Lao\\ P", "Lao\\ PDR|Lao\\ People\\'s\\ Democratic\\ Republic"),
    ('countries "Lao P', "Lao P", "Lao PDR|Lao People's Democratic Republic"),
    ("countries 'Lao P", "Lao P", "Lao PDR|Lao People'\\''s Democratic Republic"),
]


@pytest.mark.skipif(not BASH, reason="no bash")
@pytest.mark.parametrize("options", [[], ["--posix"], ["-eu"]])
@pytest.mark.parametrize(("line", "replaced", "found"), BASH_LINES)
def test_bash_completes(line: str, replaced: str, found: str, options: list[str], tmp_path: Path) -> None:
    script = (
        'enable -n compopt; eval "$(aseanrok completion bash)"; '
        f"COMP_LINE={quote(f'aseanrok {line}')}; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=(aseanrok x x); COMP_CWORD=2; "
        f"_aseanrok aseanrok {quote(replaced)} x; "
        'IFS="|"; echo "${COMPREPLY[*]-}"'
    )
    assert in_shell("bash", *options, "-c", script, folder=tmp_path) == f"{found}\n"


@pytest.mark.skipif(not BASH, reason="no bash")
@pytest.mark.parametrize("before", ["-o ", "--output ", "--output="])
def test_bash_without_compopt_completes_files_and_quotes_them(before: str, tmp_path: Path) -> None:
    """Bash 3.2 is told the names of files; a later one asks for its own completion of them."""
    words = before.replace("=", " = ")
    script = (
        '{} eval "$(aseanrok completion bash)"; compopt() {{ echo "compopt $*"; }}; {}'
        f"COMP_WORDS=(aseanrok timeline {words} '\\$'); COMP_LINE='aseanrok timeline {before}\\$'; "
        "COMP_POINT=${{#COMP_LINE}}; COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); "
        "_aseanrok aseanrok '\\$'; echo \"${{COMPREPLY[*]}}\""
    )
    without = script.format("enable -n compopt;", "unset -f compopt;")
    assert in_shell("bash", "-c", without, folder=tmp_path) == "\\$\\(touch\\ pwned\\).csv\n"
    assert in_shell("bash", "-c", script.format("", ""), folder=tmp_path) == "compopt -o default\n\n"


def test_the_bash_script_holds_nothing_that_bash_3_2_does_not_know(program: Program) -> None:
    script = program("completion", "bash").stdout
    for later in ("@(", "mapfile", "readarray", "declare -A", "${word,,}", "|&", "< <(", "local -n"):
        assert later not in script, later


@pytest.mark.skipif(not FISH, reason="no fish")
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("timeline --format=cs", "--format=csv"),
        ("timeline --framework mekong,asean-", "mekong,asean-rok\tASEAN-ROK Dialogue Relations"),
        ("timel", "timeline\tEvery dated act, oldest first."),
        ("timeline -o pl", "plain.csv"),
        ("timeline --output=pl", "--output=plain.csv"),
        ('timeline --country "Viet N', "Viet Nam\tviet-nam"),
    ],
)
def test_fish_completes(line: str, found: str, tmp_path: Path) -> None:
    script = f"aseanrok completion fish | source; complete -C 'aseanrok {line}'"
    told = in_shell("fish", "--no-config", "-c", script, folder=tmp_path)
    assert told.strip() == found


ZSH_DRIVER = """\
zmodload zsh/zpty
zpty -b z zsh -f -i
zpty -w z 'ORDER'
zpty -w z 'finish() { print -r -- "$BUFFER" > $HOME/line.new; mv $HOME/line.new $HOME/line }'
zpty -w z 'zle -N finish; bindkey "^F" finish; print READ""Y'
zpty -r z out '*READY*'
zpty -n -w z $'LINE\\t\\x06'
for ((i = 0; i < 100; i++)) { [[ -e $HOME/line ]] && break; sleep 0.1 }
cat $HOME/line
zpty -d z
"""
# What is typed stands in the line; Tab completes it, and ^F writes it down.


@pytest.mark.skipif(not ZSH, reason="no zsh")
@pytest.mark.parametrize(
    ("order", "line", "found"),
    [
        (
            "autoload -Uz compinit; compinit -u; SCRIPT",
            "aseanrok timeline --format=cs",
            "aseanrok timeline --format=csv ",
        ),
        ("SCRIPT; autoload -Uz compinit; compinit -u", "aseanrok timel", "aseanrok timeline "),
        ("SCRIPT", "aseanrok timeline --framework mekong,asean-", "aseanrok timeline --framework mekong,asean-rok "),
        ("SCRIPT", "aseanrok timeline --output=pl", "aseanrok timeline --output=plain.csv "),
        ("SCRIPT", "aseanrok timeline -o a", "aseanrok timeline -o a\\ b.csv "),
    ],
)
def test_zsh_completes(order: str, line: str, found: str, tmp_path: Path) -> None:
    script = ZSH_DRIVER.replace("ORDER", order.replace("SCRIPT", 'eval "$(aseanrok completion zsh)"')).replace(
        "LINE", line
    )
    assert in_shell("zsh", "-f", "-c", script, folder=tmp_path).rstrip("\r\n") == found


def test_what_a_command_refuses_is_not_offered(program: Program) -> None:
    def offered(*words: str) -> list[str]:
        return program(*words, ASEANROK_COMPLETE="1").stdout.split()

    assert "corrected" in offered("changes", "--kind", "c")
    assert "before" in offered("changes", "--fields", "b")
    assert "years" in offered("anniversaries", "--fields", "y")


# --- what is offered and what is taken -----------------------------------------------------------------------------

NAMED = {"show": ["akcf", "mkcf"], "search": ["fund"], "compare": ["akcf", "mkcf"], "cite": ["akcf"], "open": ["akcf"]}
NAMED |= {"brief": ["bkcf"], "export": ["funds"]}


def called(command: str, *more: str) -> list[str]:
    return [command, *NAMED.get(command, []), *more]


def takes(*words: str) -> str:
    """Return why a line is refused, or nothing."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in before)
    try:
        code = run(list(words))
        sys.stderr.seek(0)
        return "" if code in (0, 1) else sys.stderr.read()
    finally:
        sys.stdout, sys.stderr = before


def having(option: str) -> list[str]:
    return [name for name in commands() if option in options_of(name)]


@pytest.mark.parametrize("command", having("format"))
def test_a_format_is_offered_where_it_can_be_given(command: str) -> None:
    offered = complete(called(command, "--format", ""))
    rows = ["-n", "1"] if command not in ("export", "show") else []
    for name in names():
        if (library := LIBRARIES.get(name)) and not find_spec(library):
            continue
        refused = takes(*called(command, "-f", name, *rows))
        assert (name in offered) == (not refused), (name, refused)


@pytest.mark.parametrize("option", ["fields", "sort", "where", "kind"])
@pytest.mark.parametrize("command", having("fields"))
def test_every_field_and_kind_that_is_offered_is_taken(command: str, option: str) -> None:
    if option not in options_of(command):
        return
    offered = complete(called(command, f"--{option}", ""))
    if (command, option) in (("compare", "fields"), ("compare", "sort")):
        assert not offered, "what there is depends on what is found"
        return
    assert offered
    rows = ["-f", "csv"] if command in ("show", "export") else []
    if option == "where":
        words = [word for field in offered for word in ("--where", f"{field}=")]
        refused = takes(*called(command, *words))
        assert "no field" not in refused, refused
    else:
        assert not (refused := takes(*called(command, f"--{option}", ",".join(offered), *rows))), refused


@pytest.mark.parametrize("command", having("by"))
def test_the_fields_of_groups_are_offered(command: str, program: Program) -> None:
    by = complete(called(command, "--by", ""))[0]
    group = json.loads(program(*called(command, "--by", by, "--json")).stdout)[0]
    assert complete(called(command, "--by", by, "--fields", "")) == [*group]


@pytest.mark.parametrize("command", having("by"))
def test_rows_are_grouped_by_what_is_offered_and_by_nothing_else(command: str) -> None:
    offered = complete(called(command, "--by", ""))
    assert len(offered) == len(set(offered))
    for word in {*offered, "year", "country", "kind", "place"}:
        refused = takes(*called(command, "--by", word))
        assert (word in offered) == (not refused), (word, refused)


@pytest.mark.parametrize("command", [name for name in commands() if commands()[name].argument])
def test_a_word_that_is_offered_after_a_command_is_taken(command: str) -> None:
    offered = complete([command, ""])
    argument = commands()[command].argument
    assert argument and bool(offered) == bool(argument.words or argument.table), command
    for word in (*offered[:2], *offered[-1:]):
        if command in ("compare", "open"):  # takes two; opens a browser
            continue
        assert not (refused := takes(command, word)), refused
    if command == "changes":
        assert offered == past.editions()[:-1]


def test_further_words_are_offered_where_they_are_taken() -> None:
    assert complete(["search", "x", "--fields", "r"]) == []
    assert complete(["search", "x", "--full", "--fields", "r"]) == ["record"]
    assert "newest_sum" in complete(["export", "funds", "--fields", "n"])
    assert {"Laos", "Lao PDR"} <= set(complete(["next", "La"]))
    assert "mekong-rok-fmm" in complete(["next", "mekong-rok-"])
    assert complete(["cite", "akcf", "--style", ""]) == list(STYLES)
    assert complete(["meetings", "--by", "y"]) == ["year"]
    assert complete(["members", "--matrix", "--fields", "c"]) == ["country"]
    assert complete(["timeline", "--matrix", "--fields", "da"]) == ["date"]  # which has no such option
    assert complete(["members", "--match", "--matrix", "--fields", "fr"]) == ["framework"]  # a word that is looked for


GIVEN = [
    "--json",
    "--format csv",
    "--format md",
    "-q",
    "--by year",
    "--chart",
    "--url",
    "--matrix",
    "--year 2019",
    "-n 1",
]
GIVEN += ["--fields id", "--since 2019", "--full"]
VALUES = {"format": "plain", "fields": "title", "sort": "title", "limit": "1", "output": "/dev/null", "width": "50"}
VALUES |= {"color": "always", "lang": "ko", "framework": "asean", "since": "2018", "until": "2030", "year": "2019"}
VALUES |= {"kind": "x", "country": "Laos", "place": "Seoul", "match": "asean", "as_of": "2020", "by": "country"}
VALUES |= {"where": "id=x"}


@pytest.mark.parametrize("command", ["statistics", "members", "meetings", "show"])
def test_an_option_is_not_offered_beside_one_that_excludes_it(command: str) -> None:
    """Whatever is wrong with a value, no refusal says of two options that they do not go together."""
    compared = 0
    for given in (each for each in GIVEN if _is_of(command, each)):
        line = called(command, *given.split())
        offered = [flag for flag in complete([*line, "--"]) if flag.startswith("--")]
        for name in (
            name for name in options_of(command) if name not in ("version", "force", "pager", "width", "color")
        ):
            flag = OPTIONS[name].flags[0]
            value = [VALUES[name]] if name in VALUES else []
            wrong = [
                word
                for word in ("contradict", "beside --", "times;", "and not as")
                if word in takes(*line, flag, *value)
            ]
            if flag in offered:
                assert not wrong, (line, flag, value)
            compared += bool(wrong)
    assert compared > 10


def _is_of(command: str, given: str) -> bool:
    flag = given.split()[0]
    return any(flag in OPTIONS[name].flags for name in options_of(command))


@pytest.mark.parametrize(
    ("line", "absent", "present"),
    [
        ("timeline -n 3", {"--limit", "-n"}, {"--json", "--framework", "-f"}),
        ("timeline --json", {"--format", "-f", "--quiet", "-q", "--chart", "--width", "--lang", "--json"}, {"--sort"}),
        ("timeline --format csv", {"--pager", "--no-pager", "--lang", "--width", "--chart"}, {"--fields", "--by"}),
        ("timeline --format md", {"--width", "--color", "--chart", "--json"}, {"--lang", "--fields"}),
        ("timeline --format=table", {"--format"}, {"--width", "--color"}),
        ("show akcf --url", {"--full", "--json", "--quiet", "--limit"}, {"--output"}),
        ("timeline --framework mekong", set(), {"--framework", "--year", "--since"}),
        ("timeline --year 2019", {"--since", "--until"}, {"--year"}),
        ("statistics --by year", {"--by", "--chart", "--quiet"}, {"--sort", "--where"}),
        ("--json", {"--format", "--quiet"}, {"--sort", "--help"}),
    ],
)
def test_what_would_be_refused_is_not_offered(line: str, absent: set[str], present: set[str]) -> None:
    offered = {*complete([*line.split(), "-"])}
    assert not absent & offered and present <= offered


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("funds akcf", []),
        ("countries Viet", []),
        ("help timeline", []),
        ("statistics --by year --fields", ["year", "count"]),
        ("statistics --chart --format", ["plain", "table"]),
        ("statistics --by year --sort", ["year", "count"]),
        ("members --matrix --fields", ["country", "name", "name_ko", "apt", "mekong", "disputed"]),
        ("compare akcf mkcf bk", ["bkcf"]),
        ("show akcf", ["asean-rok", "mkcf"]),
        ("statistics --by year --where", ["id", "value"]),
        ("members --matrix --by", []),
    ],
)
def test_what_is_offered_goes_with_what_stands_before_it(line: str, found: list[str]) -> None:
    words = line.split()
    offered = complete(words if words[-1] == "bk" else [*words, ""])
    assert {*found} <= {*offered} and (bool(offered) == bool(found))
    many = {"akcf", "--where", "--matrix"} & {*words}
    assert "akcf" not in offered and (many or len(offered) < 4)


def test_what_would_be_refused_is_not_offered_as_a_value() -> None:
    assert complete(["timeline", "--where", "id,ti"]) == []
    assert complete(["timeline", "--json", "--lang", ""]) == complete(["timeline", "-q", "--lang="]) == []
    assert complete(["timeline", "--lang", ""]) == ["en", "ko"]


def test_fields_that_a_day_adds_are_completed_beside_it() -> None:
    assert complete(["offices", "--as-of", "2019", "--sort", "ho"]) == ["holds"]
    assert complete(["documents", "--as-of", "2019", "--where", "sta"]) == ["state"]
    assert complete(["documents", "--where", "sta"]) == []


def test_an_agreement_after_members_completes_the_fields_of_what_it_is_answered_with() -> None:
    assert complete(["members", "rcep", "--fields", "co"]) == ["countries"]
    assert complete(["members", "asean", "--fields", "co"]) == ["country"]
    assert complete(["members", "akfta", "--fields", "co"]) == ["country"]  # for whom it is in force is not recorded


def test_a_series_completes_the_fields_of_its_meetings() -> None:
    assert complete(["series", "mekong-rok-summit", "--fields", "ti"]) == ["title", "title_ko"]
    assert complete(["series", "--fields", "ti"]) == []


@pytest.mark.parametrize(("other", "command"), [("연표", "timeline"), ("Stats", "statistics"), ("회의", "meetings")])
def test_after_another_word_for_a_command_is_completed_as_after_it(other: str, command: str) -> None:
    assert complete([other, "--fr"]) == ["--framework"]
    for rest in (["--kind", ""], ["mek"], ["--sort", "-da"]):
        assert complete([other, *rest]) == complete([command, *rest])


def test_search_completes_the_kinds_that_it_filters_by() -> None:
    records = library(store.search_column, store.search_names).records
    kinds = {kind for number in range(len(records)) if (kind := records.row(number)["kind"])}
    offered = complete(["search", "--kind", ""])
    assert {*offered} <= kinds and {*map(fold, offered)} == {*map(fold, kinds)}
    assert len({*map(fold, offered)}) == len(offered), "`Health` and `health` are one"
    assert complete(["search", "--kind", "summ"]) == ["summit"]
