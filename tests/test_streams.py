"""Pipes, terminals, code pages, files, full disks: nothing is lost, cut, coloured or half written."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from aseanrok import store
from aseanrok.cli import streams
from conftest import Program

COMMAND = [sys.executable, "-m", "aseanrok"]


def screen(
    *arguments: str,
    columns: int = 100,
    lines: int = 5000,
    code: int | None = 0,
    folder: Path | None = None,
    **environ: str,
) -> str:
    """Return what the program writes to a terminal of that size; it must leave with `code`, where one is given."""
    leader, follower = pty.openpty()
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    # In 1970 no edition is old; only the test that is about old editions sets another day.
    env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "PAGER": "cat"}
    env |= {"SOURCE_DATE_EPOCH": "0", **environ}
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdin=follower, stdout=follower, stderr=follower, env=env, cwd=folder
    )
    os.close(follower)
    read = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        read += piece
    os.close(leader)
    assert process.wait(timeout=60) == code or code is None, read.decode()
    return read.decode().replace("\r\n", "\n")


# --- pipes -----------------------------------------------------------------------------------------------------------


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


def test_a_long_answer_goes_through_the_pager_and_a_short_one_does_not() -> None:
    pager = f"{sys.executable} -c \"import sys; print('PAGED', len(sys.stdin.readlines()))\""
    assert screen("timeline", lines=10, PAGER=pager).startswith("PAGED ")
    assert screen("timeline", lines=10, PAGER="cat", ASEANROK_PAGER=pager).startswith("PAGED ")
    assert "PAGED" not in screen("timeline", "--no-pager", lines=10, PAGER=pager)
    assert "PAGED" not in screen("timeline", "-n", "1", lines=24, PAGER=pager)
    assert "Mekong" in screen("timeline", lines=10, PAGER="no-such-pager-anywhere")


# --- text ------------------------------------------------------------------------------------------------------------


def test_control_characters_of_a_query_do_not_reach_the_terminal(program: Program) -> None:
    done = program("search", "\x1b]0;title\x07 \u202e xyzzyq")
    assert "\x1b" not in done.stderr and "\u202e" not in done.stderr
    assert r"\x1b" in done.stderr


@pytest.mark.parametrize("encoding", ["cp949", "cp1252", "ascii", "utf-8"])
def test_no_code_page_stops_the_program_and_json_is_complete_in_all(encoding: str, program: Program) -> None:
    for format_ in ("plain", "table", "csv", "md", "records"):
        done = program("countries", "-f", format_, text=False, PYTHONIOENCODING=encoding)
        assert done.returncode == 0 and not done.stderr, format_
        assert done.stdout.decode(encoding)
    done = program("countries", "--json", text=False, PYTHONIOENCODING=encoding)
    rows = json.loads(done.stdout.decode(encoding))  # type: ignore[attr-defined]
    assert rows == json.loads(program("countries", "--json").stdout)
    assert any(row["name_ko"] == "베트남" for row in rows)


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
    for words in ("[red]xyzzyq", "[/red]xyzzyq", ":smile: xyzzyq", "[link=file:///etc/passwd]xyzzyq"):
        done = program("search", words)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert words in done.stderr


# --- files -----------------------------------------------------------------------------------------------------------


def test_a_file_is_written_whole_in_the_format_of_its_name(program: Program, tmp_path: Path) -> None:
    names = {"x.csv", "x.json", "x.jsonl", "x.md", "x.tsv", "x.toml", "x.txt"}
    for name in names:
        path = tmp_path / name
        assert program("countries", "-o", str(path)).returncode == 0
        format_ = name[2:].replace("txt", "plain")
        assert path.read_bytes() == program("countries", "-f", format_, text=False).stdout
    assert {path.name for path in tmp_path.iterdir()} == names


def test_a_file_is_replaced_only_by_force_and_survives_a_failure(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("old", encoding="utf-8")
    done = program("countries", "-o", str(path))
    assert done.returncode == 2 and "exists; --force replaces it" in done.stderr
    assert path.read_text(encoding="utf-8") == "old"
    done = program("countries", "-o", str(path), "--force", "--sort", "nonsense")
    assert done.returncode == 2 and path.read_text(encoding="utf-8") == "old"
    assert program("countries", "-o", str(path), "--force").returncode == 0
    assert path.read_text(encoding="utf-8").startswith("id,name")
    assert [found.name for found in tmp_path.iterdir()] == ["x.csv"]


def test_a_file_that_cannot_be_written_is_an_error(program: Program, tmp_path: Path) -> None:
    done = program("countries", "-o", str(tmp_path / "no" / "such" / "x.csv"))
    assert done.returncode == 74 and done.stderr.startswith("aseanrok: cannot write ")
    done = program("countries", "-o", str(tmp_path))
    assert done.returncode == 2 and "is a folder" in done.stderr
    done = program("countries", "-o", "/dev/full", "--force")
    assert done.returncode == 74 and "No space left" in done.stderr


def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    def pieces() -> object:
        yield "half"
        raise RuntimeError

    path = tmp_path / "x.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        streams.write_file(str(path), pieces(), force=True)  # type: ignore[arg-type]
    assert path.read_text(encoding="utf-8") == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["x.csv"]


def test_interrupting_ends_with_130() -> None:
    code = (
        "import sys, aseanrok.__main__ as m, aseanrok.store as s\n"
        "def stop(name): raise KeyboardInterrupt\n"
        "s._load = stop\n"
        "sys.exit(m.run(['timeline']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
