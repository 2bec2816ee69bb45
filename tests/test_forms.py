"""Forms for the programs people use: how they are asked for, and what is said where one cannot be had."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from aseanrok.cli.topics import TOPICS, USES
from aseanrok.output import formats, meant
from conftest import LIBRARIES, Program, screen

# Runs the program where a library is not installed, as the base install is.
WITHOUT = """\
import sys
sys.modules.update(dict.fromkeys(sys.argv[1].split(",")))
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name in missing:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
missing = set(sys.argv[1].split(","))
for name in missing:
    del sys.modules[name]
sys.meta_path.insert(0, Finder())
from aseanrok.__main__ import run
sys.exit(run(sys.argv[2:]))
"""


def without_libraries(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT, ",".join(LIBRARIES.values()), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", env={"PATH": os.environ["PATH"]})


def test_every_format_with_a_library_of_its_own_is_known() -> None:
    assert set(LIBRARIES) == {name for name, about in formats().items() if about.extra}


@pytest.mark.parametrize("name", LIBRARIES)
@pytest.mark.parametrize("line", [("timeline",), ("show", "mekong-rok-fmm-13"), ("search", "mekong summit")])
def test_a_missing_library_is_one_line_that_says_how_to_get_it(
    name: str, line: tuple[str, ...], tmp_path: Path
) -> None:
    for how in (("-o", f"x.{name}"), ("-f", name)):
        done = without_libraries(*line, *how, folder=tmp_path)
        extra = formats()[name].extra
        said = f"aseanrok: {name} needs a library that is not installed: pip install 'aseanrok[{extra}]'\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", said)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", LIBRARIES)
@pytest.mark.parametrize(
    "content",
    [
        "from os import nosuch",
        "def",
        "raise RuntimeError('one\\ntwo')",
        "1 / 0",
        "raise OSError(5, 'x.so')",
        "import sys; sys.nosuch",
        "import logging.nosuch",
    ],
)
def test_a_library_that_cannot_be_imported_is_one_line(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / f"{LIBRARIES[name]}.py").write_text(content)
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-m", "aseanrok", "timeline", "-f", name]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environ)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert f"{name} needs {LIBRARIES[name]}, which is installed and cannot be used (" in done.stderr


def test_every_other_form_needs_no_library(tmp_path: Path) -> None:
    for name, about in formats().items():
        if not about.extra:
            path = str(tmp_path / f"funds-{name}")  # a database is no text
            assert without_libraries("funds", "-f", name, "-o", path, folder=tmp_path).returncode == 0, name
    assert without_libraries("help", "formats", folder=tmp_path).returncode == 0


def test_a_workbook_is_not_poured_over_a_terminal() -> None:
    said = screen("funds", "-f", "xlsx", code=2)
    assert said == "aseanrok: xlsx is not text; name a file: -o funds.xlsx\n"


def test_what_people_call_a_format_leads_to_it(program: Program) -> None:
    for name, about in formats().items():
        for word in about.called:
            assert meant(word) == name and meant(f".{word.upper()}") == name
            assert word not in formats(), word
    for word, name in (("markdown", "md"), ("text", "plain"), ("Word", "html"), ("icalendar", "ics"), ("xls", "xlsx")):
        done = program("funds", "--format", word)
        assert (done.returncode, done.stderr) == (2, f"aseanrok: no format {word!r}. Did you mean {name!r}?\n")


def test_the_help_says_what_serves_whom() -> None:
    said = TOPICS["formats"]()
    for use in ("Word", "Excel", "mail", "a calendar", "a thesis", "a database", "a notebook", "a script"):
        assert f"\n  for {use} " in said and f"for {use}" in USES
    for name, about in formats().items():
        assert f"\n  {name} " in said
        assert not about.extra or f"pip install 'aseanrok[{about.extra}]'" in said


def test_the_page_says_the_line_that_was_asked(program: Program) -> None:
    page = program(
        "timeline", "--framework", "mekong", "--since", "2019", "-n", "3", "-f", "html", "--lang", "ko"
    ).stdout
    assert "<code>aseanrok timeline -n 3" in page or "--limit 3" in page
    assert "--framework mekong" in page and "--since 2019" in page and "--format" not in page
    assert '<html lang="ko">' in page and "3행" in page


def test_the_page_of_one_thing_is_in_the_language_that_was_asked(program: Program) -> None:
    page = program("funds", "akcf", "-f", "html", "--lang", "ko").stdout
    assert '<html lang="ko">' in page and "* 출처 간 이견" in page and "sources differ" not in page


def test_a_column_beside_its_korean_stays_english_on_a_page_in_korean(program: Program) -> None:
    line = ("meetings", "mekong-rok-summit-1", "--fields", "id,outcomes,outcomes_ko")
    (meeting,) = json.loads(program(*line, "--json").stdout)
    page = html.unescape(program(*line, "-f", "html", "--lang", "ko").stdout)
    assert meeting["outcomes"] and all(f"<li>{item}</li>" in page for item in meeting["outcomes"])
    assert page.count("; ".join(meeting["outcomes_ko"])) == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "utf-16"])
def test_html_is_what_it_says_it_is_whatever_the_stream_is_in(encoding: str, program: Program) -> None:
    for line in (("frameworks", "-f", "html", "--lang", "ko"), ("page", "--lang", "ko")):
        page = program(*line, text=False, PYTHONIOENCODING=encoding).stdout.decode("utf-8")
        assert re.search("charset=.?utf-8", page) and "한-메콩" in page


@pytest.mark.parametrize("form", ["csv", "tsv", "excel"])
def test_a_form_that_has_but_the_index_of_a_record_says_so(form: str, program: Program) -> None:
    told = "what the index has of each; json, jsonl and toml have all its fields\n"
    assert program("show", "akcf", "mkcf", "-f", form).stderr == told
    assert program("show", "akcf", "-f", form, "--fields", "id,title").stderr == ""
    assert "administrator" not in program("show", "akcf", "-f", form).stdout
    for whole in ("json", "jsonl", "toml"):
        done = program("show", "akcf", "-f", whole)
        assert "administrator" in done.stdout and done.stderr == ""


def test_what_was_asked_stands_whole_in_a_file_however_long_it_is(program: Program, tmp_path: Path) -> None:
    long = f"title!={'a' * 1000}z"
    for name in ("f.html", "f.ics"):
        assert program("meetings", "--where", long, "-o", str(tmp_path / name)).returncode == 0
        text = (tmp_path / name).read_text(encoding="utf-8").replace("\n ", "")
        assert f"{'a' * 1000}z" in text


@pytest.mark.parametrize("line", ["members asean --as-of today", "documents --as-of 오늘", "anniversaries --on today"])
def test_a_day_that_was_asked_for_by_a_word_stands_in_the_file(line: str, program: Program, tmp_path: Path) -> None:
    path = tmp_path / "f.html"
    assert program(*line.split(), "-o", str(path)).returncode == 0
    command, flag = line.split()[0], line.split()[-2]
    assert re.search(rf"aseanrok {command}[^·<]* {flag} [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}", path.read_text("utf-8"))


def test_a_word_for_a_day_in_a_condition_is_a_date_in_a_file(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "f.html"
    conditions = ("--where", "date<=today", "--where", "title!=today")
    assert program("timeline", *conditions, "-o", str(path), SOURCE_DATE_EPOCH="1795737600").returncode == 0
    asked = "aseanrok timeline --where 'date<=2026-11-27' --where 'title!=today'"
    assert html.escape(asked) in path.read_text("utf-8") or asked in html.unescape(path.read_text("utf-8"))
