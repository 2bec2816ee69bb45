"""What could run on a terminal is shown there, and does not run: in errors, and in what the data hold."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aseanrok import store
from conftest import Program
from test_store import PACKAGE
from test_streams import screen

HOSTILE = "a\x1b[31m\x07\u202eb"


@pytest.mark.parametrize(
    "arguments",
    [
        ("funds", "-o", f"{HOSTILE}/x.csv"),
        ("funds", "-o", f"{HOSTILE}.csv"),
        ("show", HOSTILE),
        ("funds", "--fields", HOSTILE),
        ("--format", HOSTILE, "funds"),
        (HOSTILE,),
        ("funds", f"--{HOSTILE}"),
    ],
    ids=range(7),
)
def test_an_error_shows_what_it_repeats(arguments: tuple[str, ...], tmp_path: Path, program: Program) -> None:
    (tmp_path / f"{HOSTILE}.csv").touch()
    arguments = tuple(str(tmp_path / word) if word.endswith(".csv") else word for word in arguments)
    done = program(*arguments)
    assert done.returncode and done.stderr
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stderr + done.stdout), done.stderr


@pytest.mark.parametrize("added", ["\x1b[", "\n", "\r"])
def test_a_note_shows_what_it_repeats(added: str, program: Program) -> None:
    done = program("timeline", "--framework", f"me{added}kong", "--since", "2090")
    assert done.returncode == 0 and done.stderr.count("\n") == 1
    assert {*added} & {*done.stderr.rstrip("\n")} <= {"["} and "kong" in done.stderr


@pytest.mark.parametrize("format_", ["plain", "json", "csv", "tsv", "table", "records", "md"])
def test_what_the_data_hold_does_not_run_on_a_terminal(format_: str, tmp_path: Path) -> None:
    """A checked edition holds no such character; a table that somebody else made may."""

    copy = tmp_path / "aseanrok"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    path = copy / "published" / "funds.json"
    content = path.read_text(encoding="utf-8")
    name = store.table("funds")[0]["name"]
    path.write_text(content.replace(name, f"{name[:5]}\\u001b[31m\\u0007{name[5:]}"), encoding="utf-8")
    shown = screen("funds", "-f", format_, "--fields", "id,name", NO_COLOR="1", PYTHONPATH=str(tmp_path))
    assert "\x07" not in shown and "\x1b[31m" not in shown
    assert name[5:10] in shown
