"""The pager: it has the keyboard while it runs, ends when we do, and loses nothing where it fails."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aseanrok import store
from aseanrok.cli.pager import command, environment
from conftest import screen

LONG = len(store.table("timeline"))


def script(path: Path, text: str) -> str:
    """Return a pager that runs a script."""
    path.write_text(text, encoding="utf-8")
    return f"'{sys.executable}' '{path}'"


class Terminal:
    """The program on a terminal of its own, with somebody at the keyboard."""

    def __init__(self, *arguments: str, **environ: str) -> None:
        self.leader, follower = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "aseanrok", *arguments],
            env={"PATH": os.environ["PATH"], "TERM": "xterm", "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "0", **environ},
            preexec_fn=lambda: os.login_tty(follower),
        )
        os.close(follower)
        self.seen = ""

    def type(self, keys: str) -> None:
        os.write(self.leader, keys.encode())

    def until(self, words: str = "") -> str:
        """Return what was shown, up to some words or to the end."""
        while not words or words not in self.seen:
            if not select.select([self.leader], [], [], 20)[0]:
                self.process.kill()
                raise AssertionError(f"nothing more came after {self.seen[-300:]!r}")
            try:
                self.seen += os.read(self.leader, 65536).decode("utf-8", "replace")
            except OSError:
                assert not words, self.seen
                break
        return self.seen

    def end(self) -> int:
        self.until()
        os.close(self.leader)
        return self.process.wait(timeout=30)


def test_a_long_answer_goes_through_the_pager_and_a_short_one_does_not() -> None:
    pager = f"{sys.executable} -c \"import sys; print('PAGED', len(sys.stdin.readlines()))\""
    assert screen("timeline", lines=10, PAGER=pager).startswith("PAGED ")
    assert screen("timeline", lines=10, PAGER="cat", ASEANROK_PAGER=pager).startswith("PAGED ")
    assert "PAGED" not in screen("timeline", "--no-pager", lines=10, PAGER=pager)
    assert "PAGED" not in screen("timeline", "-n", "1", lines=24, PAGER=pager)


@pytest.mark.parametrize(
    ("columns", "lines", "paged"), [(80, 24, True), (80, 60, False), (4000, 24, False), (20, 60, True)]
)
def test_a_line_that_goes_on_over_several_rows_counts_as_them(columns: int, lines: int, paged: bool) -> None:
    pager = f"{sys.executable} -c \"print('PAGED')\""
    words = ("cite", "akcf", "--lang", "ko")
    assert ("PAGED" in screen(*words, columns=columns, lines=lines, PAGER=pager)) == paged


def test_colours_fill_no_row() -> None:
    pager = f"{sys.executable} -c \"print('PAGED')\""
    words = ("countries", "--fields", "id,name", "--color", "always")
    rows = screen(*words, columns=70, PAGER="cat").count("\n")
    assert "PAGED" not in screen(*words, columns=70, lines=rows + 1, PAGER=pager)
    assert "PAGED" in screen(*words, columns=70, lines=rows, PAGER=pager)


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("ascii:strict", "is not in ascii; set PYTHONIOENCODING=utf-8, or name a file: --output FILE"),
        ("ascii:nosuch", "cannot write output: unknown error handler name 'nosuch'; set PYTHONIOENCODING=utf-8"),
    ],
)
def test_what_cannot_be_written_is_told_before_a_pager_shows_it(encoding: str, told: str) -> None:
    pager = f"{sys.executable} -c \"print('PAGED')\""
    seen = screen("timeline", "--lang", "ko", lines=10, PAGER=pager, PYTHONIOENCODING=encoding, code=74)
    assert told in seen and "PAGED" not in seen and "Traceback" not in seen
    assert "PAGED" in screen("timeline", lines=10, PAGER=pager, PYTHONIOENCODING="ascii:replace")


def test_a_form_has_its_own_escapes_in_the_pager_too(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    pager = script(tmp_path / "pager.py", f"import sys; open({str(seen)!r}, 'wb').write(sys.stdin.buffer.read())")
    screen("timeline", "--lang", "ko", "-f", "html", lines=10, PAGER=pager, PYTHONIOENCODING="ascii")
    assert "<title>&#50672;&#54364;</title>" in seen.read_text(encoding="ascii")


def test_a_citation_that_cannot_be_written_is_refused_on_a_terminal_as_in_a_pipe() -> None:
    line = ("cite", "mekong-rok-summit-1", "--style", "bibtex")
    for rows, pager in ((200, "cat"), (5, f"{sys.executable} -c \"print('PAGED')\"")):
        seen = screen(*line, lines=rows, PAGER=pager, PYTHONIOENCODING="ascii", code=74)
        assert "is not in ascii; set PYTHONIOENCODING=utf-8" in seen and "@" not in seen and "PAGED" not in seen


def test_an_encoding_begins_once_in_the_pager(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    pager = script(tmp_path / "pager.py", f"import sys; open({str(seen)!r}, 'wb').write(sys.stdin.buffer.read())")
    screen("timeline", "--lang", "ko", lines=10, PAGER=pager, PYTHONIOENCODING="utf-8-sig")
    assert seen.read_bytes().startswith(b"\xef\xbb\xbf") and "\ufeff" not in seen.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("pager", ["", " ", "cat"])
def test_no_pager_and_cat_are_none(pager: str) -> None:
    assert screen("timeline", lines=10, PAGER=pager) == screen("timeline", "--no-pager", lines=10)


def test_no_program_is_started_for_cat(tmp_path: Path) -> None:
    cat = tmp_path / "cat"
    cat.write_text("#!/bin/sh\necho STARTED\n", encoding="utf-8")
    cat.chmod(0o755)
    assert "STARTED" not in screen("timeline", lines=10, PAGER="cat", PATH=f"{tmp_path}:{os.environ['PATH']}")


@pytest.mark.parametrize(
    ("pager", "why"),
    [
        ("no-such-pager-anywhere", "cannot be run (No such file or directory)"),
        ("false", "failed (exit code 1)"),
        ("sh -c 'head -n 1; kill -SEGV $$'", "failed (signal 11)"),
        ("'less", "cannot be run (No closing quotation)"),
    ],
)
@pytest.mark.parametrize("rows", ["12", str(LONG)])  # what fits into a pipe, and what does not
def test_a_pager_that_fails_loses_nothing_and_is_told_of(pager: str, why: str, rows: str) -> None:
    whole = screen("timeline", "-f", "plain", "-n", rows, "--no-pager", lines=10)
    seen = screen("timeline", "-f", "plain", "-n", rows, lines=10, PAGER=pager)
    said = f"aseanrok: the pager {pager!r} {why}; the answer stands above without it\n"
    assert said in seen
    assert seen.replace(said, "").endswith(whole)


def test_a_pager_that_fails_is_told_of_where_nobody_asks_for_its_end() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        seen = screen("timeline", "-f", "plain", "-n", "12", lines=10, PAGER="false")
    finally:
        signal.signal(signal.SIGCHLD, before)
    assert "the pager 'false' failed (exit code 1)" in seen


def test_nobody_is_told_of_a_usual_pager_that_is_missing(tmp_path: Path) -> None:
    seen = Terminal("timeline", PATH=str(tmp_path)).until()
    assert "Mekong-ROK" in seen and "pager" not in seen


def test_ctrl_c_is_the_pagers_from_the_first_byte(tmp_path: Path) -> None:
    pager = script(
        tmp_path / "pager.py",
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, lambda *_: print('INTERRUPTED', flush=True))\n"
        "print('READY', flush=True)\n"
        "signal.pause()\n"  # the program waits as well, with more to write than a pipe holds
        "print('PAGED', len(sys.stdin.readlines()))\n",
    )
    terminal = Terminal("timeline", "-f", "plain", PAGER=pager)
    terminal.until("READY")
    time.sleep(0.3)
    terminal.type("\x03")
    assert terminal.end() == 0
    assert "INTERRUPTED" in terminal.seen and f"PAGED {LONG + 1}\r\n" in terminal.seen


def test_a_pager_that_ctrl_c_ends_has_shown_enough(tmp_path: Path) -> None:
    pager = script(
        tmp_path / "pager.py", "import signal\nsignal.signal(2, signal.SIG_DFL)\nprint('READY')\nsignal.pause()\n"
    )
    terminal = Terminal("timeline", "-f", "plain", PAGER=f"env PYTHONUNBUFFERED=1 {pager}")
    terminal.until("READY")
    terminal.type("\x03")
    assert terminal.end() == 0
    assert "Mekong" not in terminal.seen and "failed" not in terminal.seen


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1])
def test_the_pager_does_not_outlive_the_program(number: signal.Signals, tmp_path: Path) -> None:
    pager = script(
        tmp_path / "pager.py", "import os, time\nprint('READY', os.getpid(), '.', flush=True)\ntime.sleep(60)\n"
    )
    terminal = Terminal("timeline", PAGER=pager)
    pid = int(terminal.until(" .").split("READY ")[1].split()[0])
    terminal.process.send_signal(number)
    assert terminal.end() == -number
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_pager_that_was_left_early_is_no_failure() -> None:
    # A spelling that Typer reads, which lets a closed pipe end the program.
    for words in (("timeline",), ("timeline", "-fplain")):
        seen = screen(*words, lines=10, PAGER="head -n 1")
        assert seen.count("\n") <= 3 and "pager" not in seen


@pytest.mark.skipif(shutil.which("less") is None, reason="needs less")
@pytest.mark.parametrize("less", [None, "", "-j10", "-Psmy prompt", "FX"])
def test_less_shows_colour_as_colour_and_how_to_leave(less: str | None) -> None:
    terminal = Terminal("timeline", PAGER="less", **({} if less is None else {"LESS": less}))
    seen = terminal.until("\x1b[K")
    terminal.type("q")
    assert terminal.end() == 0
    assert "ESC[" not in terminal.seen and "\x1b[1m" in seen
    if less is None:
        assert "(q leaves, h helps)" in terminal.seen
    if less == "-Psmy prompt":
        assert "my prompt" in terminal.seen


def test_a_pager_is_run_as_the_system_quotes(tmp_path: Path) -> None:
    assert command("less -R '-P a b'", windows=False) == ["less", "-R", "-P a b"]
    assert command(r"C:\tools\less.exe -R", windows=True) == r"C:\tools\less.exe -R"
    path = tmp_path / r"C:\some tools\less.exe"
    path.touch()
    for windows in (True, False):
        assert command(str(path), windows=windows) == [str(path)]


def test_less_is_told_of_utf_8_only_where_it_gets_it() -> None:
    assert environment({}, "utf-8")["LESSCHARSET"] == "utf-8"
    assert environment({"LESSCHARSET": "latin1"}, "UTF-8")["LESSCHARSET"] == "latin1"
    assert "LESSCHARSET" not in environment({}, "euc_kr")


@pytest.mark.parametrize(
    ("browser", "opens"),
    [("firefox '%s", False), (" ", False), ("nobrowser %s", False), ("false %s", False), ("true %s", True)],
)
def test_an_address_is_printed_whatever_the_browser_is_called(browser: str, opens: bool) -> None:
    shown = Terminal("open", "akcf", BROWSER=browser)
    assert "https://" in shown.until()
    assert shown.end() == 0 and "Traceback" not in shown.seen
    assert ("no browser has opened it" not in shown.seen) == opens


@pytest.mark.parametrize("pager", ["cat", ""])
def test_to_page_where_nothing_pages_is_refused(pager: str) -> None:
    done = screen("timeline", "--pager", columns=100, code=2, PAGER=pager)
    assert "aseanrok: --pager does nothing" in done
