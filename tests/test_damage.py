"""A file of an installed package that is not as it was installed is told to be damaged or missing: one line, exit 3."""

from __future__ import annotations

import base64
import ctypes
import hashlib
import importlib.metadata
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import aseanrok
from test_store import emptied, halved, run

PACKAGE = Path(aseanrok.__file__).parent


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package with the record of its files beside it, as an installer writes it."""
    folder = tmp_path_factory.mktemp("whole")
    shutil.copytree(PACKAGE, folder / "aseanrok", ignore=shutil.ignore_patterns("__pycache__", ".*"))
    record = folder / f"aseanrok-{aseanrok.__version__}.dist-info" / "RECORD"
    record.parent.mkdir()
    lines = []
    for path in sorted((folder / "aseanrok").rglob("*.*")):
        sum = base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).decode().rstrip("=")
        lines.append(f"{path.relative_to(folder).as_posix()},sha256={sum},{path.stat().st_size}\n")
    record.write_text("".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def part(whole: Path) -> Iterator[Callable[[str], Path]]:
    """Give a file of the copy to damage; put it back afterwards."""
    given: list[str] = []
    yield lambda name: given.append(name) or whole / "aseanrok" / name  # type: ignore[func-returns-value]
    for name in given:
        shutil.copy(PACKAGE / name, whole / "aseanrok" / name)


def removed(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [removed, emptied, halved])
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("words/tokens.py", "search busan"),
        ("output/md.py", "show mekong -f md"),
        ("output/plain.py", "timeline -n 2"),
        ("cli/request.py", "timeline -n 2"),
        ("page/shell.html", "page"),
        ("page/tables.js", "page"),
        ("editions/2026.12.json.gz", "changes"),
        ("editions/2026.12.json.gz", "changes 2026.11..2026.12"),
    ],
)
def test_a_part_of_the_program_that_is_not_whole_is_told(
    name: str, line: str, damage: Callable[[Path], None], whole: Path, part: Callable[[str], Path]
) -> None:
    path = part(name)
    damage(path)
    what = "damaged" if path.exists() else "missing"
    assert run(whole, *line.split()) == (3, "", f"aseanrok: {path} is {what}; install aseanrok again\n")


@pytest.mark.parametrize("line", ["timeline -n 2", "show nosuch", "--version"])
@pytest.mark.parametrize("damage", [removed, emptied, halved])
@pytest.mark.parametrize("name", ["store.py", "jsontext.py", "damage.py", "cli/streams.py", "cli/__init__.py"])
def test_damage_is_told_of_what_tells_it(
    name: str, damage: Callable[[Path], None], line: str, whole: Path, part: Callable[[str], Path]
) -> None:
    path = part(name)
    damage(path)
    code, _, told = run(whole, *line.split())
    if code not in (0, 1):  # it may not have been needed
        what = "missing" if not path.exists() and name != "damage.py" else "damaged"
        assert (code, told) == (3, f"aseanrok: {path} is {what}; install aseanrok again\n")
    else:
        assert told in ("", "aseanrok: no record 'nosuch'.\n")


@pytest.mark.parametrize("damage", [removed, emptied, halved])
def test_where_not_even_the_errors_can_be_read_the_package_is_named(
    damage: Callable[[Path], None], whole: Path, part: Callable[[str], Path]
) -> None:
    damage(part("errors.py"))
    assert run(whole, "--version") == (3, "", "aseanrok: the package aseanrok is damaged; install it again\n")


def without_privileges() -> None:
    """Take from the superuser what lets them read every file, once another program is run."""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="the superuser reads every file")
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("errors.py", "--version"),
        ("store.py", "timeline -n 2"),
        ("cli/streams.py", "timeline -n 2"),
        ("cli/answer.py", "timeline -n 2 -f json"),
        ("output/_page.py", "funds -f table"),
        ("output/_page.py", "funds -f table -o FILE"),
        ("edition/rules.py", "check"),
    ],
)
def test_a_file_that_may_not_be_read_is_named(
    name: str, line: str, whole: Path, part: Callable[[str], Path], tmp_path: Path
) -> None:
    path = part(name)
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "aseanrok", *line.replace("FILE", str(tmp_path / "x.txt")).split()],
            capture_output=True,
            text=True,
            preexec_fn=without_privileges,
            env={"PYTHONPATH": str(whole), "PYTHONPYCACHEPREFIX": str(tmp_path)},
        )
    finally:
        path.chmod(mode)
    said = f"{path} cannot be read: Permission denied; install aseanrok again"
    if name == "errors.py":
        said = "the package aseanrok is damaged; install it again"
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout, lines[0]) == (3, "", f"aseanrok: {said}")
    assert [json.loads(each)["error"]["message"] for each in lines[1:]] == ([said] if "json" in line else [])


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="it takes a file that a disk does not give back")
@pytest.mark.parametrize("name", ["errors.py", "store.py", "cli/streams.py", "cli/reader.py"])
def test_a_file_that_the_disk_does_not_give_back_is_named(
    name: str, whole: Path, part: Callable[[str], Path], tmp_path: Path
) -> None:
    path = part(name)
    path.unlink()
    path.symlink_to("/proc/self/mem")
    code, out, told = run(whole, "timeline", "-n", "2", PYTHONPYCACHEPREFIX=str(tmp_path))
    path.unlink()
    line = f"{path} cannot be read: Input/output error; install aseanrok again"
    if name == "errors.py":
        line = "the package aseanrok is damaged; install it again"
    assert (code, out, told) == (3, "", f"aseanrok: {line}\n")


@pytest.mark.parametrize("damage", [removed, emptied, halved])
def test_the_records_of_a_damaged_package_are_told_to_be_damaged(
    damage: Callable[[Path], None], whole: Path, part: Callable[[str], Path]
) -> None:
    path = part("data/funds.toml")
    damage(path)
    code = "from aseanrok import errors, load\ntry: load()['akcf']\nexcept errors.InvalidData as error: print(error)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(whole)})
    what = "damaged" if path.exists() else "missing"
    assert done.stdout == f"{path} is {what}; install aseanrok again\n", done.stderr


@pytest.mark.parametrize("folder", ["src", "lib"])
def test_damage_is_told_wherever_the_package_is_installed(folder: str, whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path / folder)
    path = tmp_path / folder / "aseanrok" / "published" / "frameworks.json"
    path.write_text(path.read_text("utf-8").replace('"id":"mekong"', '"id":"mekonk"'), encoding="utf-8")
    line = f"aseanrok: {path} is damaged; install aseanrok again\n"
    assert run(tmp_path / folder, "timeline", "--framework", "mekong") == (3, "", line)


@pytest.mark.parametrize("record", ["two", "none"])
@pytest.mark.parametrize(
    ("name", "damage"),
    [("cli/listed.py", halved), ("cli/listed.py", emptied), ("cli/listed.py", removed), ("page/tables.js", halved)],
)
def test_damage_is_told_where_an_older_record_was_left_or_none_is(
    name: str, damage: Callable[[Path], None], record: str, whole: Path, tmp_path: Path
) -> None:
    shutil.copytree(whole, tmp_path / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    (own,) = (tmp_path / "lib").glob("*.dist-info")
    if record == "two":
        shutil.copytree(own, tmp_path / "lib" / "aseanrok-0.1.0.dist-info")
        (tmp_path / "lib" / "aseanrok-0.1.0.dist-info" / "RECORD").write_text("")
    elif name.endswith(".py"):
        shutil.rmtree(own)
    path = tmp_path / "lib" / "aseanrok" / name
    damage(path)
    words = ("timeline", "-n", "2") if name.endswith(".py") else ("page", "-o", str(tmp_path / "x.html"))
    what = "damaged" if path.exists() else "missing"
    assert run(tmp_path / "lib", *words) == (3, "", f"aseanrok: {path} is {what}; install aseanrok again\n")


def changed_in_the_code(path: Path) -> None:
    """Give another name to something that is asked for while the module runs."""
    path.write_bytes(path.read_bytes().replace(b"filtered", b"filterek").replace(b"divide", b"dividq"))


@pytest.mark.parametrize("damage", [halved, changed_in_the_code])
def test_a_compiled_file_that_is_not_whole_is_named(
    damage: Callable[[Path], None], whole: Path, tmp_path: Path
) -> None:
    shutil.copytree(whole, tmp_path / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    words = ("timeline", "-n", "2", "-f", "table")
    assert run(tmp_path / "lib", *words)[0] == 0
    (path,) = (tmp_path / "lib" / "aseanrok" / "cli" / "__pycache__").glob("request.*.pyc")
    damage(path)
    line = f"aseanrok: {path} is damaged; remove it, or install aseanrok again\n"
    assert run(tmp_path / "lib", *words) == (3, "", line)


@pytest.mark.parametrize("module", ["rich.cells", "typer.core"])
def test_a_compiled_file_of_a_library_that_is_not_whole_is_named(module: str, tmp_path: Path) -> None:
    prefix = {"PYTHONPYCACHEPREFIX": str(tmp_path)}
    words = ("timeline", "-n", "2", "-f", "table") if module == "rich.cells" else ("timeline", "--nonsense")
    package = str(PACKAGE.parent)
    assert run(Path(package), *words, **prefix)[0] in (0, 2)
    folder, name = module.split(".")
    (path,) = tmp_path.rglob(f"{folder}/{name}.*.pyc")
    halved(path)
    line = f"aseanrok: {path} is damaged; remove it, or install aseanrok again\n"
    assert run(Path(package), *words, **prefix) == (3, "", line)


def zeroed(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:1000] + bytes(512) + content[1512:])


def renamed(path: Path) -> None:
    """Give other names to what is asked for while the module runs."""
    path.write_bytes(path.read_bytes().replace(b"def plain(", b"def plaid("))


def asking_too_much(path: Path) -> None:
    """Ask of a module of Python what it has not."""
    path.write_bytes(path.read_bytes().replace(b"re.compile(", b"re.compilf("))


@pytest.mark.parametrize("damage", [zeroed, renamed, asking_too_much, changed_in_the_code])
def test_a_library_of_which_a_file_is_another_is_named(damage: Callable[[Path], None], tmp_path: Path) -> None:
    (folder,) = importlib.metadata.distribution("rich").locate_file("rich").parent.glob("rich-*.dist-info")
    for each in (folder, folder.parent / "rich"):
        shutil.copytree(each, tmp_path / each.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PACKAGE, tmp_path / "aseanrok", ignore=shutil.ignore_patterns("__pycache__", ".*"))
    words = ("timeline", "-n", "1", "-f", "table")
    assert run(tmp_path, *words)[0] == 0
    path = tmp_path / "rich" / "text.py"
    damage(path if damage is not changed_in_the_code else Path(importlib.util.cache_from_source(str(path))))
    told = "aseanrok: rich is damaged, which aseanrok needs; install aseanrok again\n"
    assert run(tmp_path, *words) == (3, "", told)


def test_too_little_memory_to_look_for_damage_is_no_damage(whole: Path) -> None:
    lacking = whole / "zlib.py"
    lacking.write_text("raise ImportError('libz.so.1: failed to map segment from shared object')\n", encoding="utf-8")
    try:
        assert run(whole, "show", "nonsense") == (1, "", "aseanrok: no record 'nonsense'.\n")
    finally:
        lacking.unlink()


@pytest.mark.parametrize("content", ["dfe x():\n", "raise SystemError('one version of it is incompatible')\n"])
def test_a_library_is_named_wherever_it_stands(content: str, whole: Path) -> None:
    lacking = whole / "rich.py"
    lacking.write_text(content, encoding="utf-8")
    try:
        told = "aseanrok: rich is damaged, which aseanrok needs; install aseanrok again\n"
        assert run(whole, "timeline", "-n", "1", "-f", "table") == (3, "", told)
    finally:
        lacking.unlink()


def test_of_a_whole_copy_what_failed_is_told(whole: Path) -> None:
    assert run(whole, "show", "nonsense") == (1, "", "aseanrok: no record 'nonsense'.\n")
    assert run(whole, "show", "mekong", "-f", "nonsense")[0] == 2
    assert run(whole, "changes", "2026.11..2026.12")[0] == 0


@pytest.mark.parametrize(
    ("library", "line"),
    [("rich", "timeline -n 1 -f table"), ("tomli_w", "timeline -n 1 -f toml"), ("typer", "timeline --nonsense")],
)
def test_a_library_that_is_not_whole_is_named(library: str, line: str, whole: Path) -> None:
    lacking = whole / f"{library}.py"
    lacking.write_text("", encoding="utf-8")
    try:
        told = f"aseanrok: {library} is damaged, which aseanrok needs; install aseanrok again\n"
        assert run(whole, *line.split()) == (3, "", told)
    finally:
        lacking.unlink()


@pytest.mark.parametrize(
    ("library", "line"),
    [("rich", "timeline -n 1 -f table"), ("tomli_w", "timeline -n 1 -f toml"), ("pydantic_core", "check")],
)
def test_a_library_that_is_missing_is_named(library: str, line: str, whole: Path) -> None:
    lacking = whole / f"{library}.py"
    lacking.write_text(f"raise ModuleNotFoundError('none', name={library!r})\n", encoding="utf-8")
    try:
        told = f"aseanrok: {library} is missing, which aseanrok needs; install aseanrok again\n"
        assert run(whole, *line.split()) == (3, "", told)
    finally:
        lacking.unlink()


def test_what_another_package_says_of_itself_is_not_read(whole: Path, tmp_path: Path) -> None:
    other = tmp_path / "other-1.0.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1.0\n", encoding="utf-8")
    (other / "entry_points.txt").write_bytes(b"[pydantic]\nother = \xff\xfe\n")
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(whole), str(tmp_path)))}
    for line, code in (("check", 0), ("timelin", 2)):
        done = subprocess.run(
            [sys.executable, "-m", "aseanrok", line],
            env=environ,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert (done.returncode, "Traceback" in done.stderr, done.stderr.count("\n") < 3) == (code, False, True), (
            done.stderr
        )
