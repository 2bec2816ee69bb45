"""Pipes, terminals, code pages, files, full disks: nothing is lost, cut, coloured or half written."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import select
import signal
import subprocess
import sys
import time
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest

from aseanrok import store
from aseanrok.cli import streams
from conftest import Program, screen

COMMAND = [sys.executable, "-m", "aseanrok"]


# --- pipes -----------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "get_blocking"), reason="no streams that do not block")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("line", ["timeline", "timeline -f sqlite", "export"])
def test_a_pipe_that_does_not_block_is_waited_for(line: str, unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    environ = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen([*COMMAND, *line.split()], stdout=writing, stderr=subprocess.PIPE, env=environ) as process:
        os.close(writing)
        time.sleep(1)  # it is full before anything is read
        with open(reading, "rb") as pipe:
            content = pipe.read()
    whole = subprocess.run([*COMMAND, *line.split()], capture_output=True, check=True).stdout
    assert (process.returncode, content) == (0, whole) and len(whole) > 2**17


@pytest.mark.parametrize(
    "parts", [("akcf\nmekong\n",), ("akcf\n", "mekong\n"), ("akcf\nmek", "ong\n"), ("", "akcf\nmekong")]
)
def test_names_from_a_pipe_that_does_not_block_are_waited_for(parts: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    with subprocess.Popen([*COMMAND, "show", "-", "-q"], stdin=reading, stdout=subprocess.PIPE) as process:
        os.close(reading)
        for part in parts:
            time.sleep(0.3)  # the program waits by then
            os.write(writing, part.encode())
        os.close(writing)
        assert process.communicate()[0] == b"akcf\nmekong\n"
    assert process.returncode == 0


def test_a_descriptor_that_does_not_block_gets_all(program: Program) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    line = [*COMMAND, "timeline", "-f", "csv", "-o", f"/dev/fd/{writing}"]
    with subprocess.Popen(line, pass_fds=[writing]) as process:
        os.close(writing)
        time.sleep(1)  # it is full before anything is read
        with open(reading, "rb") as pipe:
            content = pipe.read()
    whole = program("timeline", "-f", "csv", text=False).stdout
    assert (process.returncode, content) == (0, whole) and len(whole) > 2**17


def test_a_pipe_gets_a_line_a_record_whatever_terminal_stands_behind_it(program: Program) -> None:
    plain = program("timeline").stdout
    assert plain.count("\n") == len(store.table("timeline")) + 1
    assert "\u2026" not in plain and "\x1b" not in plain
    settings = ("COLUMNS=40", "COLUMNS=0", "TERM=dumb", "GITHUB_ACTIONS=true", "FORCE_COLOR=0", "NO_COLOR=1",
                "ASEANROK_WIDTH=30")  # fmt: skip
    for setting in settings:
        assert program("timeline", **dict([setting.split("=")])).stdout == plain, setting
    no_terminal = subprocess.run(
        ["setsid", *COMMAND, "timeline"], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert no_terminal.stdout == plain


@pytest.mark.parametrize(
    "arguments", ["timeline", "export --json", "show akcf", "timeline -f csv", "--help", "--version"]
)
def test_a_reader_that_goes_away_ends_the_program_silently(arguments: str) -> None:
    line = f'"{sys.executable}" -m aseanrok {arguments} | true; echo "${{PIPESTATUS[0]}}"'
    for _ in range(3):
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
        assert done.stderr == ""
        assert done.stdout in ("141\n", "0\n"), "a short answer may be written before the reader goes"
    if "export" in arguments:
        assert done.stdout == "141\n"


@pytest.mark.parametrize(
    "arguments",
    [
        "timeline",
        "export --json",
        "show akcf",
        "timeline -f csv",
        "--version",
        "help dates",
        "timeline -f table",
        "funds -q",
        "--help",
    ],
)
@pytest.mark.parametrize("target", [">/dev/full", ">&-"])
def test_output_that_does_not_arrive_is_an_error(arguments: str, target: str) -> None:
    line = f'"{sys.executable}" -m aseanrok {arguments} {target}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
    assert done.returncode == 74
    assert done.stderr.startswith("aseanrok: cannot write output: ")
    assert done.stderr.count("\n") == 1 + ("--json" in arguments)


@pytest.mark.parametrize("target", ["2>/dev/full", "2>&-"])
def test_an_error_nobody_can_read_keeps_its_exit_code(target: str) -> None:
    line = f'"{sys.executable}" -m aseanrok timeline --framework nowhere {target}'
    assert subprocess.run(["bash", "-c", line], capture_output=True).returncode == 2


@pytest.mark.parametrize("words", ["funds -q", "export -f csv", "cite akcf", "page"])
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("/dev/stderr", "2>&-"),
        ("/dev/fd/2", "2>&-"),
        ("/proc/self/fd/2", "2>&-"),
        ("/dev/fd/0", "<&-"),
        ("/dev/stdin", "<&-"),
        ("/dev/fd/1", ">&-"),
        ("/dev/fd/7", "7>&-"),
    ],
)
def test_what_is_written_to_a_number_that_is_closed_is_an_error(words: str, name: str, target: str) -> None:
    line = f'"{sys.executable}" -m aseanrok {words} -o {name} {target}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (74, "")
    assert target == "2>&-" or "aseanrok: cannot write " in done.stderr


# --- colour and width ------------------------------------------------------------------------------------------------


def test_a_terminal_gets_styles_and_no_color_takes_all_of_them() -> None:
    assert "\x1b[1m" in screen("timeline", "-n", "3")
    for environ in ({"NO_COLOR": "1"}, {"CLICOLOR": "0"}, {"TERM": "dumb"}):
        assert "\x1b" not in screen("timeline", "-n", "3", **environ), environ
    assert "\x1b" not in screen("timeline", "-n", "3", "--color", "never", CLICOLOR_FORCE="1")


def test_colour_in_a_pipe_is_only_for_who_asks(program: Program) -> None:
    assert "\x1b[" in program("timeline", "-n", "3", "-f", "table", CLICOLOR_FORCE="1").stdout
    assert "\x1b[" in program("timeline", "-n", "3", "-f", "table", "--color", "always").stdout
    for environ in ({}, {"FORCE_COLOR": "0"}, {"CLICOLOR_FORCE": "0"}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}):
        assert "\x1b" not in program("timeline", "-n", "3", "-f", "table", **environ).stdout, environ


@pytest.mark.parametrize(
    ("when", "environ", "terminal", "colored"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"NO_COLOR": "0"}, True, False),
        ("auto", {"FORCE_COLOR": "false"}, False, False),
        ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ("auto", {"CLICOLOR": "0"}, True, False),
    ],
)
def test_who_decides_on_colour(when: str, environ: dict[str, str], terminal: bool, colored: bool) -> None:
    assert streams.color(when, environ, terminal=terminal) is colored


@pytest.mark.parametrize("columns", ["0", "1", "20", "40", "80", "200", "abc"])
def test_no_width_loses_a_title(columns: str) -> None:
    letters = "".join(screen("timeline", "--framework", "mekong", COLUMNS=columns, NO_COLOR="1").split())
    for row in store.table("timeline"):
        if "mekong" in row["frameworks"]:
            for word in row["title"].split():
                assert word in letters or columns in ("1", "20"), (columns, word)
            assert row["id"].replace("-", "") in letters.replace("-", "")


def test_the_terminals_own_width_is_used_and_a_narrow_one_gets_records() -> None:
    wide = screen("timeline", "--framework", "mekong", columns=200, NO_COLOR="1")
    narrow = screen("timeline", "--framework", "mekong", columns=40, NO_COLOR="1")
    assert max(map(len, wide.splitlines())) > 120
    assert max(map(len, narrow.splitlines())) <= 40
    assert "Title: 1st Mekong-ROK" in narrow
    accessible = screen("timeline", "--framework", "mekong", columns=200, ACCESSIBLE="1", NO_COLOR="1")
    assert "Title: 1st Mekong-ROK" in accessible and "\u2500" not in accessible


# --- text ------------------------------------------------------------------------------------------------------------


def test_control_characters_of_a_query_do_not_reach_the_terminal(program: Program) -> None:
    done = program("search", "\x1b]0;xyzzyq\x07 \u202e qqzzx")
    assert "\x1b" not in done.stderr and "\u202e" not in done.stderr
    assert r"\x1b" in done.stderr


@pytest.mark.parametrize("encoding", ["cp949", "cp1252", "ascii", "utf-8", "utf-16"])
def test_no_code_page_stops_the_program_and_no_letter_is_lost(encoding: str, program: Program) -> None:
    for format_ in ("plain", "table", "md", "records"):
        done = program("countries", "-f", format_, text=False, PYTHONIOENCODING=encoding)
        assert done.returncode == 0 and not done.stderr, format_
        written = done.stdout.decode(encoding)  # type: ignore[attr-defined]
        usual = program("countries", "-f", format_).stdout
        assert "?" not in written.replace("?", "", usual.count("?"))
        if "utf" in encoding:
            assert written == usual
        elif format_ == "plain":
            assert unescaped(written) == usual
    done = program("countries", "--json", text=False, PYTHONIOENCODING=encoding)
    rows = json.loads(done.stdout.decode(encoding))  # type: ignore[attr-defined]
    assert rows == json.loads(program("countries", "--json").stdout)
    assert any(row["name_ko"] == "베트남" for row in rows)


def unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


@pytest.mark.parametrize("arguments", ["countries -f jsonl", "countries -f toml", "schema", "help --json"])
def test_a_format_with_escapes_holds_every_letter_in_every_encoding(arguments: str, program: Program) -> None:
    done = program(*arguments.split(), PYTHONIOENCODING="ascii")
    assert done.returncode == 0 and done.stdout.isascii()
    usual = program(*arguments.split()).stdout
    if "toml" in arguments:
        assert tomllib.loads(done.stdout) == tomllib.loads(usual)
    elif "jsonl" in arguments:
        assert list(map(json.loads, done.stdout.splitlines())) == list(map(json.loads, usual.splitlines()))
    else:
        assert json.loads(done.stdout) == json.loads(usual)


@pytest.mark.parametrize(
    ("format_", "encoding"), [("csv", "ascii"), ("csv", "ascii:strict"), ("tsv", "ascii"), ("excel", "ascii")]
)
def test_a_letter_that_cannot_be_written_is_an_error_where_a_format_has_no_escapes(
    format_: str, encoding: str, program: Program
) -> None:
    done = program("countries", "-f", format_, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stdout) == (74, "")
    assert re.fullmatch(
        r"aseanrok: cannot write output: '\\u[0-9a-f]{4}' \(U\+[0-9A-F]{4}\) is not in ascii; "
        r"set PYTHONIOENCODING=utf-8, or name a file: --output FILE\n",
        done.stderr,
    )
    fits = program("countries", "-f", "tsv", "--fields", "id", PYTHONIOENCODING="ascii")
    assert fits.returncode == 0 and fits.stdout.isascii()


def test_what_becomes_of_letters_is_for_the_environment_to_say(program: Program) -> None:
    done = program("countries", "-f", "csv", PYTHONIOENCODING="ascii:replace")
    assert done.returncode == 0 and "???" in done.stdout
    assert "베트남" in program("countries", "-f", "csv", PYTHONIOENCODING=":replace").stdout
    strict = program("countries", "-n", "1", "--lang", "ko", PYTHONIOENCODING="ascii:strict")
    assert (strict.returncode, strict.stdout) == (74, "") and "set PYTHONIOENCODING=utf-8" in strict.stderr
    numbers = program("countries", "-n", "1", "--lang", "ko", PYTHONIOENCODING="ascii:xmlcharrefreplace")
    assert numbers.returncode == 0 and "&#54840;" in numbers.stdout


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_form_with_a_mark_has_one_where_the_encoding_begins_with_its_own(encoding: str, program: Program) -> None:
    usual, marked = (
        program("funds", "-f", "excel", text=False, PYTHONIOENCODING=each).stdout.decode(each)  # type: ignore[attr-defined]
        for each in ("utf-8", encoding)
    )
    assert usual == f"\ufeff{marked}"


def test_a_form_with_a_mark_is_written_without_it_where_an_encoding_has_none(program: Program) -> None:
    done = program("countries", "-f", "excel", text=False, PYTHONIOENCODING="euc-kr")
    usual = program("countries", "-f", "excel", text=False).stdout.decode().removeprefix("\ufeff")  # type: ignore[attr-defined]
    assert (done.returncode, done.stdout.decode("euc-kr")) == (0, usual)  # type: ignore[attr-defined]


@pytest.mark.parametrize("format_", ["csv", "tsv"])
def test_a_terminal_shows_lines_and_tabs_as_they_are(format_: str) -> None:
    shown = screen("countries", "-f", format_, "-n", "1", "--fields", "id,name")
    assert shown.replace("\t", ",").replace("\r", "") == "id,name\naustralia,Australia\n"


@pytest.mark.parametrize("arguments", [["search", "한강"], ["countries", "--match", "베트남"], ["members", "한메콩"]])
def test_words_are_words_in_a_locale_without_their_letters(arguments: list[str], program: Program) -> None:
    done = program(*arguments, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    usual = program(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (usual.returncode, usual.stdout, usual.stderr)


def test_a_file_has_its_name_in_a_locale_without_its_letters(program: Program, tmp_path: Path) -> None:
    for words in ((), ("--force",)):
        path = str(tmp_path / "한강.csv")
        done = program("funds", "-o", path, *words, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert done.returncode == 0 and [found.name for found in tmp_path.iterdir()] == ["한강.csv"]


# --- standard input --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("<&-", "standard input is closed"),
        (
            "< <(printf 'akcf\\n\\xc7\\xd1\\n')",
            "standard input is not utf-8 in line 2; PYTHONIOENCODING says what it is in",
        ),
    ],
)
def test_standard_input_that_cannot_be_read_is_one_line(given: str, said: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m aseanrok show - {given}'], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"aseanrok: {said}\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_names_are_read_in_the_encodings_that_say_so(encoding: str, program: Program) -> None:
    done = subprocess.run(
        [*COMMAND, "show", "-", "-q"], input="\n베트남\r\nakcf\n".encode(encoding), capture_output=True
    )
    assert done.stdout.split() == [b"viet-nam", b"akcf"], done.stderr
    done = subprocess.run(
        [*COMMAND, "show", "-", "-q"],
        input="베트남".encode("cp949"),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp949"},
    )
    assert done.stdout.split() == [b"viet-nam"], done.stderr


def test_korean_is_korean_in_the_posix_locale(program: Program) -> None:
    done = program("countries", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "베트남" in done.stdout


def test_lines_end_as_their_format_has_it(program: Program) -> None:
    done = program("timeline", "-f", "csv", text=False)
    body: bytes = done.stdout  # type: ignore[assignment]
    assert body.count(b"\r\n") == body.count(b"\n") == len(list(csv.reader(io.StringIO(body.decode(), newline=""))))
    for format_ in ("tsv", "json", "jsonl", "plain", "md"):
        assert b"\r" not in program("timeline", "-f", format_, text=False).stdout  # type: ignore[operator]


def test_what_a_user_types_in_brackets_comes_back_as_typed(program: Program) -> None:
    for words in ("[red]xyzzyq", "[/red]xyzzyq", ":smile: xyzzyq", "[qqzzl=qqzzx:///qqzzy]xyzzyq"):
        done = program("search", words)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert words in done.stderr


# --- signals --------------------------------------------------------------------------------------------------------


def test_interrupting_ends_with_130() -> None:
    code = (
        "import sys, aseanrok.__main__ as m, aseanrok.store as s\n"
        "def stop(*given): raise KeyboardInterrupt\n"
        "s._load = stop\n"
        "sys.exit(m.run(['timeline']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("blocking", [True, False])
@pytest.mark.parametrize(
    ("line", "into"),
    [
        ("timeline", "stdout"),
        ("timeline --json", "stdout"),
        ("search summit -f table", "stdout"),
        ("timeline -f csv -o", "descriptor"),
        ("export -f sqlite -o", "descriptor"),
        ("check nosuch", "stderr"),
    ],
)
def test_interrupting_ends_a_program_that_waits_for_a_full_pipe(line: str, into: str, blocking: bool) -> None:
    """Nobody reads the pipe, as while `less` shows its first page: one Ctrl-C is enough."""
    reading, writing = os.pipe()
    if into == "stderr":  # an error is short: the pipe is full before it
        os.set_blocking(writing, False)
        with suppress(BlockingIOError):
            while os.write(writing, bytes(4096)):
                pass
    os.set_blocking(writing, blocking)
    usual = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    named = [f"/dev/fd/{writing}"] if into == "descriptor" else []
    streams = usual | ({} if named else {into: writing})
    with subprocess.Popen([*COMMAND, *line.split(), *named], pass_fds=(writing,), **streams) as process:
        while select.select((), (writing,), (), 0)[1] and process.poll() is None:
            time.sleep(0.05)
        time.sleep(0.5)  # it is full, and the program waits by then
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(10) == 130
        finally:
            process.kill()
    os.close(reading)
    os.close(writing)


def test_nothing_is_lost_where_streams_are_unbuffered(program: Program) -> None:
    """A raw file may take a part of what it is given, and say so; it is written to until it has all."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "aseanrok", "timeline"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={"PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1"},
        )
    assert done.returncode == 74 and b"No space left" in done.stderr
    unbuffered = program("export", "--format", "sqlite", text=False, PYTHONUNBUFFERED="1").stdout
    assert unbuffered == program("export", "--format", "sqlite", text=False).stdout
    command = f"{sys.executable} -m aseanrok export --json | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}"
    piped = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    assert piped.stdout == "141\n"


@pytest.mark.parametrize("encoding", ["idna", "undefined", "punycode", "idna:replace", "undefined:ignore"])
@pytest.mark.parametrize("line", ["funds", "funds -f csv", "zzzz", "cite -", "--version", "--help", ""])
def test_a_codec_that_encodes_no_text_is_told_in_one_line(encoding: str, line: str, program: Program) -> None:
    done = program(*line.split(), PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stdout) == (2, "")
    name = encoding.partition(":")[0]
    assert done.stderr == f"aseanrok: PYTHONIOENCODING: {name!r} is no encoding of text; utf-8 is one\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7", "hz", "iso2022_kr", "cp037", "utf-8-sig", "unicode_escape"])
def test_an_odd_codec_of_text_is_written_in(encoding: str, program: Program) -> None:
    done = program("funds", "--json", text=False, PYTHONIOENCODING=encoding)
    assert done.returncode == 0 and json.loads(done.stdout.decode(encoding))[0]["id"] == "akcf"
