"""A table that was damaged is said to be damaged: one line, exit code 3, and no answer that is half of one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipapp
from collections.abc import Callable
from pathlib import Path

import pytest

import aseanrok
from aseanrok import store
from conftest import CLEAN

PACKAGE = Path(aseanrok.__file__).parent

Ran = tuple[int, str, str]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package with nothing of a checkout beside it."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(PACKAGE, folder / "aseanrok", ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return folder


def run(path: Path, *arguments: str, **environ: str) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "aseanrok", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={name: os.environ[name] for name in CLEAN & set(os.environ)} | environ | {"PYTHONPATH": str(path)},
    )
    return done.returncode, done.stdout, done.stderr


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def halved(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def cut_at_a_line(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[: len(lines) * 2 // 3]) or b"x")


def other(path: Path) -> None:
    path.write_bytes(b"<html>not found</html>\n")


def bytes_of_no_letter(path: Path) -> None:
    path.write_bytes(b"\xff\xfe" * 40)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def brackets(path: Path) -> None:
    path.write_bytes(b"[" * 100_000 + b"]" * 100_000)


DAMAGES = (emptied, halved, cut_at_a_line, other, bytes_of_no_letter, a_folder, a_pipe, brackets)

READ = {
    "timeline.json": ["timeline", "--json"],
    "fields.json": ["timeline"],
    "funds.json": ["show", "akcf"],
    "frameworks.json": ["timeline", "--framework", "Mekong-ROK"],
    "commands.txt": ["timeline", "-q"],
    "version.txt": ["--version"],
    "edition.json": ["--version", "--json"],
    "search-text.txt": ["search", "fund"],
    "search-starts.txt": ["search", "fund"],
    "search-stems.txt": ["search", "fund"],
    "search-keys.txt": ["search", "fund"],
    "search-facts.txt": ["search", "fund"],
    "search-names.json": ["search", "fund"],
}


@pytest.fixture
def damaged(installed: Path) -> Callable[[str], Path]:
    """Give a published file to damage; put it back afterwards."""
    kept: list[tuple[Path, bytes]] = []

    def path(name: str) -> Path:
        found = installed / "aseanrok" / "published" / name
        kept.append((found, found.read_bytes()))
        return found

    yield path  # type: ignore[misc]
    for found, content in kept:
        if found.is_dir():
            found.rmdir()
        elif found.is_fifo():
            found.unlink()
        found.write_bytes(content)


def replaced(path: Path, before: bytes, after: bytes, times: int = -1) -> None:
    """Put some bytes of a file in the place of others, which have to stand in it."""
    content = path.read_bytes()
    path.write_bytes(content.replace(before, after, times))
    assert path.read_bytes() != content


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", READ)
def test_damage_is_called_damage(
    name: str, damage: Callable[[Path], None], installed: Path, damaged: Callable[[str], Path]
) -> None:
    path = damaged(name)
    damage(path)
    code, told, errors = run(installed, *READ[name])
    assert (code, told) == (3, "")
    lines = errors.splitlines()
    assert lines[0].startswith(f"aseanrok: {path} is damaged")
    assert lines[0].endswith("; install aseanrok again")
    assert len(lines) == 1 + ("--json" in READ[name])


@pytest.mark.parametrize(
    ("name", "before", "after", "line"),
    [
        ("search-facts.txt", b"\n", b"", "search mekong forest 2019"),
        ("search-text.txt", "회".encode(), b"\xed\x9a", "search 회의"),
        ("commands.txt", b"\n", b"", "brief laos"),
        ("fields.json", b'"type":"text"', b'"typo":"text"', "schema"),
        ("edition.json", b'"read":"2', b'"read":["2', "meetings mekong-rok-fmm"),
        ("relations.json", b'"to":', b'"ot":', "show akcf"),
        ("funds.json", b'"id":"akcf"', b'"id":"akcx"', "show akcf"),
        ("projects.json", b'"id":', b'"di":', "projects --by what"),
        ("entries.json", b'"date":"', b'"date":["', "compare apt eas"),
    ],
)
def test_damage_within_a_file_is_no_traceback(
    name: str, before: bytes, after: bytes, line: str, installed: Path, damaged: Callable[[str], Path]
) -> None:
    path = damaged(name)
    replaced(path, before, after)
    code, _, errors = run(installed, *line.split())
    assert code in (1, 2, 3) and len(errors.splitlines()) == 1 and errors.startswith("aseanrok: ")


@pytest.mark.parametrize(
    ("name", "before", "after", "line"),
    [
        ("commands.txt", b"until", b"u7til", "timeline -n 1"),
        ("commands.txt", b"timeline\t", b"timelinf\t", "timeline -n 1"),
        ("commands.txt", b"timeline\t", b"\xef\xbb\xbftimeline\t", "timeline -n 1"),
        ("commands.txt", b"timeline\t", b"xyz\t", "timeline -n 1"),
        ("funds.json", b'"id":"mkcf"', b'"id":"akcf"', "compare akcf mkcf"),
    ],
)
def test_damage_is_no_slip_of_the_reader(
    name: str, before: bytes, after: bytes, line: str, installed: Path, damaged: Callable[[str], Path]
) -> None:
    path = damaged(name)
    replaced(path, before, after, 1)
    assert run(installed, *line.split()) == (3, "", f"aseanrok: {path} is damaged; install aseanrok again\n")


def test_what_is_damaged_is_told_of_an_answer_that_failed(installed: Path, damaged: Callable[[str], Path]) -> None:
    path = damaged("fields.json")
    path.write_bytes(path.read_bytes().replace(b'"type":"text"', b'"typo":"text"'))
    told = f"aseanrok: {path} is damaged; install aseanrok again\n"
    assert run(installed, "schema") == (3, "", told)


@pytest.mark.parametrize("content", [b"[]", b"without meetings"])
def test_a_table_that_is_not_described_is_no_slip_of_the_caller(
    content: bytes, installed: Path, damaged: Callable[[str], Path]
) -> None:
    path = damaged("fields.json")
    if content != b"[]":
        lines = path.read_bytes().split(b",\n")
        content = b",\n".join(line for line in lines if not line.startswith(b'{"name":"meetings"'))
        assert content != path.read_bytes()
    path.write_bytes(content)
    told = f"aseanrok: {path} is damaged; install aseanrok again\n"
    for line in (
        "export meetings -f jsonl",
        "export meetings -f csv",
        "fields meetings",
        "schema meetings",
        "meetings",
    ):
        assert run(installed, *line.split()) == (3, "", told), line


@pytest.mark.parametrize(
    ("name", "before", "after", "asked"),
    [
        ("fields.json", b'{"name":"meetings"', b'{"name":"mootings"', "data.rows('meetings')"),
        ("fields.json", b'{"name":"meetings"', b'{"name":5', "data.rows('meetings')"),
        ("edition.json", b'"timeline":', b'"timeline":"', "repr(data)"),
        ("edition.json", b'"tables":{', b'"tables":[], "was":{', "repr(data)"),
        ("edition.json", b'"frameworks":', b'"frameworks":null, "was":', "repr(data)"),
        ("funds.json", b"[\n{", b"[\n{},\n{", "data.rows('funds')"),
        ("funds.json", b'},\n{"id":"mkcf"', b', "was":"mkcf"', "data.rows('funds')"),
        ("funds.json", b'{"id":"akcf",', b'{"id":"akcf"', "data.rows('funds')"),
    ],
)
def test_a_library_call_names_the_file_that_is_damaged(
    name: str, before: bytes, after: bytes, asked: str, installed: Path, damaged: Callable[[str], Path]
) -> None:
    path = damaged(name)
    replaced(path, before, after)
    script = f"import aseanrok\ndata = aseanrok.load()\ntry: {asked}\nexcept Exception as error: print(repr(error))"
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(installed)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environ)
    assert done.stdout == f"InvalidData('{path} is damaged; install aseanrok again')\n", done.stderr


@pytest.mark.parametrize("arguments", [["timeline", "-f", "csv"], ["timeline", "-f", "jsonl"], ["export", "timeline"]])
def test_a_table_cut_short_is_no_shorter_table(
    arguments: list[str], installed: Path, damaged: Callable[[str], Path]
) -> None:
    cut_at_a_line(damaged("timeline.json"))
    code, told, errors = run(installed, *arguments)
    assert code == 3 and "timeline.json is damaged" in errors
    assert "1991" not in told


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.replace(b'"title":', b'"title"', 1),  # no JSON
        lambda content: content.replace(b"Summit", b"Submit", 1),  # JSON, but not what was published
        lambda content: content.replace(b"Summit", b"Summi\xff", 1),  # no text
    ],
)
def test_export_copies_no_table_that_was_changed(
    change: Callable[[bytes], bytes], installed: Path, damaged: Callable[[str], Path]
) -> None:
    path = damaged("timeline.json")
    path.write_bytes(change(path.read_bytes()))
    code, told, errors = run(installed, "export", "timeline", "--json")
    assert code == 3 and f"{path} is damaged" in errors and not told.endswith("}\n")


def test_a_missing_table_is_missing(installed: Path, damaged: Callable[[str], Path]) -> None:
    path = damaged("funds.json")
    path.unlink()
    code, told, errors = run(installed, "funds")
    assert (code, told, errors) == (3, "", f"aseanrok: {path} is missing; install aseanrok again\n")


def test_a_table_that_may_not_be_read_is_no_output_that_cannot_be_written(
    installed: Path, damaged: Callable[[str], Path]
) -> None:
    path = damaged("funds.json")
    path.unlink()
    path.symlink_to(path)  # even root cannot follow it
    try:
        code, told, errors = run(installed, "funds")
    finally:
        path.unlink()
    assert (code, told) == (3, "") and errors.startswith(f"aseanrok: {path} is damaged (")


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of open files to set")
def test_too_many_open_files_are_no_damage() -> None:
    code = (
        "import os\nfrom aseanrok.__main__ import run\nimport aseanrok.cli.answer, aseanrok.cli.listings\n"
        "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))\n"
        "while True:\n    try: os.open(os.devnull, os.O_RDONLY)\n    except OSError: break\n"
        "run(['open', 'akcf'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "cannot be read: Too many open files\n" in done.stderr and "install" not in done.stderr, done.stderr


def test_a_zipapp_says_that_it_cannot_read_its_tables(installed: Path, tmp_path: Path) -> None:
    zipapp.create_archive(installed, tmp_path / "a.pyz", main="aseanrok.__main__:main")
    environ = {name: os.environ[name] for name in CLEAN & set(os.environ)}
    done = subprocess.run([sys.executable, tmp_path / "a.pyz", "funds"], capture_output=True, text=True, env=environ)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert done.stderr.startswith(f"aseanrok: {tmp_path / 'a.pyz'}{os.sep}")
    assert done.stderr.endswith("Not a directory; install aseanrok again\n")


def test_an_installed_copy_never_writes(installed: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in (installed / "aseanrok" / "published").iterdir()}
    assert run(installed, "funds")[0] == 0
    assert {path.name: path.stat().st_mtime_ns for path in (installed / "aseanrok" / "published").iterdir()} == before


def test_every_text_file_says_where_it_ends() -> None:
    for name in os.listdir(store.PUBLISHED):
        if name.endswith(".txt"):
            with open(os.path.join(store.PUBLISHED, name), "rb") as file:
                assert file.read().endswith(store.END_OF_TEXT), name
