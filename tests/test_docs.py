"""The documents say what is so: their console blocks are replayed, their paths and rooms exist."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import aseanrok
from aseanrok.cli.grammar import commands
from aseanrok.edition.check import problems
from aseanrok.tables import RECORDS
from conftest import screen

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def replay(block: str, folder: Path) -> str:
    """Return a console block with what the commands in it print on a terminal of 100 columns."""
    said = []
    for line in block.splitlines():
        if line.startswith("$ "):
            words = shlex.split(line[2:])
            assert words[0] == "aseanrok"
            said.append(line + "\n" + screen(*words[1:], code=None, NO_COLOR="1", folder=folder))
    return "".join(said)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_console_blocks_are_what_the_program_prints(name: str, tmp_path: Path) -> None:
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    replayed = BLOCK.sub(lambda block: replay(block[0], tmp_path), text)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(replayed, encoding="utf-8")
    assert replayed == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_files_that_documents_name_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!http)([^)#]+)", text):
        assert (ROOT / target).exists(), target
    for path in re.findall(r"`((?:src|tests|docs|benchmarks)/[\w./-]+)`", text):
        assert (ROOT / path).exists() or "published" in path, path


def test_the_architecture_names_every_room_from_the_top_down() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = re.findall(r"^\| `([\w]+)", text, re.MULTILINE)
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = (contract["layers"] for contract in rules["contracts"] if contract["type"] == "layers")
    # Rooms of one height stand in one line: "names | rows | asof".
    assert rooms == [room for layer in layers for room in re.findall(r"\w+", layer)]


def test_the_guide_to_the_data_names_every_file_and_every_check() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)\.toml`", text, re.MULTILINE)) == set(RECORDS)
    assert problems.__doc__


LINES = re.findall(r"^    (aseanrok .*)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("line", LINES)
def test_every_line_of_the_readme_answers(line: str, tmp_path: Path) -> None:
    words = shlex.split(line, comments=True)
    if ">" in words:
        words = words[: words.index(">")]
    command = [sys.executable, "-m", "aseanrok", *words[1:]]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stdout or any(path.stat().st_size for path in tmp_path.iterdir())


def test_the_readme_names_only_commands_that_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in re.findall(r"`aseanrok ([a-z]+)", text):
        assert command in commands(), command


def test_the_python_in_the_readme_runs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_the_newest_of_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\d\S*)", text, re.MULTILINE)  # what is not released yet stands above it
    assert newest and newest[1] == aseanrok.__version__
