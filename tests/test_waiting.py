"""A long answer says how far it is: after a second, on a terminal, and leaves nothing of that there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import Program, screen

SAID = re.compile(r"aseanrok: (\d+)%")


def shown(*arguments: str, folder: Path, code: int = 0) -> str:
    """Return what a terminal is shown while every answer counts as a long one."""
    return screen(*arguments, folder=folder, code=code, PYTHONPATH=impatient(folder))


def impatient(folder: Path) -> str:
    """Return a folder of modules that makes every answer a long one."""
    (modules := folder / "modules").mkdir(exist_ok=True)
    text = "import aseanrok.cli.waiting\naseanrok.cli.waiting.AFTER = 0\n"
    (modules / "sitecustomize.py").write_text(text, encoding="utf-8")
    return str(modules)


LONG = {
    "export -o x.xlsx": "xlsxwriter",
    "export -o x.db": "",
    "export -f datapackage -o x": "",
    "export -f datapackage -o x.json": "",
    "page -o x.html": "",
    "export statistics -f table -o x": "",
    "export statistics -f table --width 150 -o x": "",
}


@pytest.mark.parametrize("line", LONG)
def test_a_long_answer_says_how_far_it_is_and_wipes_it(line: str, tmp_path: Path) -> None:
    if LONG[line]:
        pytest.importorskip(LONG[line])
    seen = shown(*line.split(), folder=tmp_path)
    parts = [int(part) for part in SAID.findall(seen)]
    assert len(parts) > 5 and parts == sorted(parts) and parts[-1] <= 100
    left = ""
    for piece in seen.split("\r"):  # what the terminal shows in the end
        left = piece + left[len(piece) :]
    assert not SAID.search(left), left
    assert re.search(r"^x(\.\w+)?: ([\d,]+ (table|file|row)s|written) *$", left, re.MULTILINE)


def test_nobody_else_is_told(program: Program, tmp_path: Path) -> None:
    done = program("export", "-o", str(tmp_path / "x.db"), PYTHONPATH=impatient(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert not SAID.search(shown("timeline", "-q", "-o", "ids", folder=tmp_path)), "who wants no words gets none"
    assert not SAID.search(shown("timeline", folder=tmp_path)), "an answer that is seen says it itself"


def test_an_error_stands_alone(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()
    seen = shown("export", "-o", "x.db", folder=tmp_path, code=2)
    assert seen.rpartition("\r")[2] == "aseanrok: --output: x.db exists; --force replaces it\n"


def test_what_takes_no_second_says_nothing(tmp_path: Path) -> None:
    assert not SAID.search(screen("export", "funds", "-o", "x.db", folder=tmp_path))
