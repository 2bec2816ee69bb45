"""A source checkout makes its tables again where an input has changed in any way, and never for nothing."""

from __future__ import annotations

import ctypes
import gzip
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from aseanrok.checkout import MODULES, ROOMS, STAMP
from aseanrok.edition.load import read_edition
from conftest import CLEAN, HERE

ROOT = HERE.parent
TINY = HERE / "tiny"


def bind() -> None:
    """Let modes stop this process though it is an administrator's: take from it what goes past them."""
    for right in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, right, 0, 0, 0)  # PR_CAPBSET_DROP


class Checkout:
    """A copy of the project with the tiny archive for its facts, and a command run in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.package = root / "src" / "aseanrok"
        self.data = self.package / "data"
        self.published = self.package / "published"
        if self.package.exists():
            return
        source = ROOT / "src" / "aseanrok"
        shutil.copytree(source, self.package, ignore=shutil.ignore_patterns("published", "data", "__pycache__"))
        shutil.copytree(TINY, self.data)
        for name in ("pyproject.toml", "hatch_build.py"):
            shutil.copy(ROOT / name, root / name)

    def start(
        self, *arguments: str, bound: bool = False, module: str = "aseanrok", into: int | IO[str] = subprocess.PIPE
    ) -> subprocess.Popen[str]:
        environ = {name: os.environ[name] for name in CLEAN & set(os.environ)}
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdout=into,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environ | {"PYTHONPATH": str(self.root / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
            preexec_fn=bind if bound else None,
        )

    def run(self, *arguments: str, bound: bool = False) -> tuple[int, str, str]:
        process = self.start(*arguments, bound=bound)
        told, errors = process.communicate(timeout=60)
        return process.returncode, told, errors

    def change(self, name: str, before: str, after: str) -> None:
        """Write other facts into a data file: `after` in every place of `before`, which must be there."""
        path = self.data / f"{name}.toml"
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    def ids(self) -> list[str]:
        """Return the ids of the meetings, as a command prints them."""
        code, told, errors = self.run("meetings", "-q")
        assert (code, errors) == (0, "")
        return told.split()

    def made(self) -> dict[str, int]:
        """Return which file stands under each name of the tables: a table made again is another file."""
        return {path.name: path.stat().st_ino for path in self.published.iterdir() if path.name != STAMP}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    made = Checkout(tmp_path_factory.mktemp("first"))
    assert "gulf-summit-1" in made.ids()
    return made


@pytest.fixture
def checkout(first: Checkout, tmp_path: Path) -> Checkout:
    """A checkout whose tables are made."""
    shutil.copytree(first.root, tmp_path / "project")
    return Checkout(tmp_path / "project")


def kept_times(path: Path, text: str) -> None:
    """Write a file of the same size, and give it back the times it had."""
    before = path.stat()
    assert len(text.encode()) == before.st_size
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def older(path: Path, text: str) -> None:
    """Move an older file into the place of another."""
    moved = path.with_name("moved")
    moved.write_text(text, encoding="utf-8")
    os.utime(moved, (0, 0))
    os.replace(moved, path)


def future(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (4_000_000_000, 4_000_000_000))


@pytest.mark.parametrize("put", [kept_times, older, future])
def test_a_changed_fact_is_told_at_once_whatever_its_time_says(
    put: Callable[[Path, str], None], checkout: Checkout
) -> None:
    path = checkout.data / "meetings.toml"
    text = path.read_text(encoding="utf-8")
    assert '"1st Gulf' not in text
    title = next(line for line in text.splitlines() if line.startswith("city = "))
    put(path, text.replace(title, f"{title[:8]}Q{title[9:]}", 1))
    assert "Q" + title[9:-1] in checkout.run("meetings", "--fields", "id,place,city")[1]
    made = checkout.made()
    checkout.ids()
    assert checkout.made() == made, "made once, and not again"


def test_a_file_put_back_puts_the_old_tables_back(checkout: Checkout) -> None:
    path = checkout.data / "countries.toml"
    kept, aside = path.read_text(encoding="utf-8"), checkout.root / "aside"
    shutil.copy2(path, aside)
    path.write_text(kept.replace('name = "Beland"', 'name = "Newland"'), encoding="utf-8")
    assert "Newland" in checkout.run("export", "countries", "-f", "csv")[1]
    os.replace(aside, path)
    assert "Newland" not in checkout.run("export", "countries", "-f", "csv")[1]


def test_a_data_file_deleted_or_added_counts(checkout: Checkout) -> None:
    path = checkout.data / "contributions.toml"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    code, told, errors = checkout.run("meetings")
    assert (code, told) == (3, "") and errors.startswith("aseanrok: contributions.toml: no such file;")
    path.write_text(text, encoding="utf-8")
    assert checkout.run("export", "contributions", "-f", "jsonl")[1].count("\n") == 2
    (checkout.data / "notes.toml").write_text("", encoding="utf-8")
    code, told, errors = checkout.run("meetings")
    assert (code, told) == (3, "") and errors.startswith("aseanrok: notes.toml: no such table;")


def test_what_is_forgotten_in_the_declaration_of_a_table_is_told_by_every_command(checkout: Checkout) -> None:
    path = checkout.package / "tables" / "places.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('singular="place"', 'singular=""'), encoding="utf-8")
    line = "aseanrok: tables/places.py: places: singular: empty; say what one of its records is called: meeting\n"
    for command in ("check", "meetings", "fields"):
        assert checkout.run(command) == (3, "", line)


def test_only_the_command_check_answers_where_a_fact_is_wrong(checkout: Checkout) -> None:
    meetings = checkout.data / "meetings.toml"
    text = meetings.read_text(encoding="utf-8")
    meetings.write_text(text.replace('date = "1993-06"', 'date = "1993-02-30"'), encoding="utf-8")
    for line in (["check"], ["check", "--fix"]):
        assert checkout.run(*line)[0] == 3
    assert checkout.run("help", "check")[0] == checkout.run("check", "--help")[0] == 0
    target = checkout.root / "check"
    told = checkout.run("meetings")
    assert (told[0], told[1]) == (3, "") and "'1993-02-30' names a day that" in told[2]
    for line in (
        ["show", "gulf", "check"], ["search", "gulf", "check"], ["timeline", "check"], ["timeline", "--match", "check"],
        ["export", "-o", str(target)], ["cite", "gulf-summit-1", "-o", "check"], ["-o", "check", "timeline"],
    ):  # fmt: skip
        assert checkout.run(*line) == told, line
    assert not target.exists()


def test_a_program_that_runs_on_reads_what_was_made_again_by_itself_and_by_others(checkout: Checkout) -> None:
    code = '''
import subprocess, sys, aseanrok
from pathlib import Path
folder = Path(sys.argv[1])
data = aseanrok.load()
assert "Harbour Night" in str(data.rows("timeline"))
meetings, glossary = folder / "meetings.toml", folder / "glossary.toml"
meetings.write_text(meetings.read_text("utf-8").replace("Harbour Night", "Harbour Nite"), "utf-8")
term = """
[[term]]
id = "quay"
term = "QUAY"
expansion = "Quay"
sources = [
    { source = "gazette", at = "page 1" },
]
"""
glossary.write_text(glossary.read_text("utf-8") + term, "utf-8")
if sys.argv[2] == "other":
    subprocess.run([sys.executable, "-m", "aseanrok", "meetings", "-q"], check=True, stdout=subprocess.DEVNULL)
for each in (data, aseanrok.load()):
    assert "Harbour Nite" in str(each.rows("timeline")) and "Harbour Night" not in str(each.rows("meetings"))
    assert "quay" in [row["id"] for row in each.rows("glossary")]
    assert "quay" in [row["id"] for row in each.rows("index")]
'''
    for who in ("itself", "other"):
        kept = {path: path.read_bytes() for path in checkout.data.iterdir()}
        environ = os.environ | {"PYTHONPATH": str(checkout.root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-c", code, str(checkout.data), who], capture_output=True, text=True, env=environ
        )
        assert (done.returncode, done.stderr) == (0, ""), who + done.stderr
        for path, content in kept.items():
            path.write_bytes(content)


@pytest.mark.parametrize("shape", ["none", "file", "link", "pipe"])
@pytest.mark.parametrize("made", [True, False])
def test_a_folder_of_facts_that_is_none_is_told(checkout: Checkout, shape: str, made: bool) -> None:
    shutil.rmtree(checkout.data)
    if shape == "file":
        checkout.data.write_text("", encoding="utf-8")
    elif shape == "link":
        checkout.data.symlink_to(checkout.root / "nowhere")
    elif shape == "pipe":
        os.mkfifo(checkout.data)
    if not made:
        shutil.rmtree(checkout.published)
    for line in (["meetings"], ["show", "gulf", "-q"], ["--version"], ["check"]):
        code, told, errors = checkout.run(*line)
        assert (code, told) == (3, "") and re.fullmatch(r"aseanrok: \S+/data:? cannot be read: [^\n]+", errors[:-1]), (
            line
        )


def test_the_lock_of_an_editor_is_no_file_of_facts(checkout: Checkout) -> None:
    (checkout.data / ".#meetings.toml").symlink_to("somebody@somewhere.1234:5678")
    (checkout.data / ".meetings.toml.swp").write_bytes(b"\0")
    assert "gulf-summit-1" in checkout.ids()
    assert checkout.run("check")[0] == 0


def test_what_is_forgotten_in_a_format_is_told(checkout: Checkout) -> None:
    draft = checkout.package / "output" / "draft.py"
    draft.write_text("", encoding="utf-8")
    line = "aseanrok: output/draft.py: no FORMAT or no render; the name of a module that is no format begins with _\n"
    for words in (("meetings", "-f", "draft"), ("meetings", "-o", str(checkout.root / "x.csv")), ("help", "formats")):
        assert checkout.run(*words) == (2, "", line)
    draft.write_text("from aseanrok.output import Format\nFORMAT = Format(1, 'a draft')\n", encoding="utf-8")
    code, _, told = checkout.run("meetings", "-f", "draft")
    assert code and told.endswith("ValueError: a format needs an ending, such as .csv: 'a draft'\n")


def test_a_changed_rule_makes_the_tables_again(checkout: Checkout) -> None:
    for name in ("dates.py", "values.py", "model/base.py", "tables/funds.py", "edition/publish.py", "words/stem.py"):
        made = checkout.made()
        with open(checkout.package / name, "a", encoding="utf-8") as file:
            file.write("# changed\n")
        checkout.ids()
        assert checkout.made() != made, name


def test_what_makes_the_tables_is_watched(checkout: Checkout) -> None:
    script = "import sys, aseanrok.edition; print(*(n for n in sys.modules if n.startswith('aseanrok.')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    rooms = {name.split(".")[1] for name in done.stdout.split()}
    assert rooms == {*ROOMS, *(name.removesuffix(".py") for name in MODULES)}


@pytest.mark.parametrize("name", ["timeline.json", "ids.txt", "version.txt", STAMP])
def test_a_lost_or_damaged_table_is_made_again(name: str, checkout: Checkout) -> None:
    before = checkout.run("export")[1]
    (checkout.published / name).unlink()
    assert checkout.run("export")[:2] == (0, before)
    (checkout.published / name).write_bytes(b"")
    assert checkout.run("export")[:2] == (0, before)
    assert checkout.ids()


def test_nothing_changed_is_nothing_made(checkout: Checkout) -> None:
    checkout.ids()  # a copy is looked at once
    made, stamp = checkout.made(), (checkout.published / STAMP).stat().st_ino
    checkout.ids()
    assert (checkout.made(), (checkout.published / STAMP).stat().st_ino) == (made, stamp)
    for path in checkout.data.iterdir():
        os.utime(path)
    checkout.ids()
    assert checkout.made() == made, "a new time on the same facts"


def test_a_build_that_was_broken_off_is_not_taken_for_done(checkout: Checkout) -> None:
    """The facts are put back after half of the tables were made of others: the stamp had gone first."""
    path = checkout.data / "countries.toml"
    text = path.read_text(encoding="utf-8")
    kill = (
        "import os\n"
        "replace = os.replace\n"
        "def broken(a, b):\n"
        "    replace(a, b)\n"
        "    if str(b).endswith('countries.json'): os._exit(9)\n"
        "os.replace = broken\n"
        "from aseanrok.__main__ import run; run(['meetings'])"
    )
    path.write_text(text.replace('name = "Beland"', 'name = "Newland"'), encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": str(checkout.root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    assert subprocess.run([sys.executable, "-c", kill], env=environ).returncode == 9
    path.write_text(text, encoding="utf-8")
    assert "Newland" not in checkout.run("export")[1]
    assert not [name for name in checkout.made() if name.startswith(".")], "what lay beside is cleared away"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_waits_until_what_is_written_is_whole_and_nothing_is_left(number: int, checkout: Checkout) -> None:
    """A signal comes at each step of a file: as it is made, and once it is in its place."""
    environ = {**os.environ, "PYTHONPATH": str(checkout.root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    for words, table, before, after in (
        (["check", "--fix"], "countries", 'name = "Beland"', 'name =   "Beland"'),
        (["funds", "-q"], "countries", 'name = "Beland"', 'name = "Newland"'),
    ):
        for step in ("chmod", "replace"):
            checkout.change(table, before, after)
            stopped = (
                "import os, signal, sys\n"
                f"real = os.{step}\n"
                "def then(*of):\n"
                "    real(*of)\n"
                "    if 'countries' in str(of): os.kill(os.getpid(), %d)\n"
                f"os.{step} = then\n"
                "from aseanrok.__main__ import run; sys.exit(run(%r))" % (number, words)
            )
            done = subprocess.run([sys.executable, "-c", stopped], env=environ, capture_output=True, text=True)
            assert (done.returncode, done.stdout, done.stderr) == (130 if number == signal.SIGINT else -number, "", "")
            folders = (checkout.data, checkout.published)
            hidden = [each.name for folder in folders for each in folder.glob(".*") if each.name != STAMP]
            assert not hidden
            assert checkout.run("check")[0] == 0
            if words[0] == "funds":
                assert "Newland" in checkout.run("countries")[1]
                checkout.change(table, after, before)
            assert "Beland" in checkout.run("countries")[1]


def test_the_stamp_is_written_last_and_every_table_in_one_step(tmp_path: Path) -> None:
    from aseanrok.edition.write import write

    steps: list[str] = []
    replace = os.replace

    def watched(source: str, target: Path) -> None:
        assert not target.exists() or target.read_text() == "old"
        replace(source, target)
        steps.append(target.name)
        assert (tmp_path / "stamp").exists() == (len(steps) == 3)

    (tmp_path / "stamp").write_text("old")
    (tmp_path / "a.json").write_text("old")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "replace", watched)
        write(tmp_path, {"stamp": "new", "a.json": "new", "b.json": "new"}, "stamp")
    assert steps == ["a.json", "b.json", "stamp"]


def test_commands_at_once_wait_for_one_of_them(checkout: Checkout) -> None:
    checkout.change("countries", 'name = "Beland"', 'name = "Newland"')
    running = [checkout.start("export", "countries", "-f", "csv") for _ in range(6)]
    told = [process.communicate(timeout=60) for process in running]
    assert all("Newland" in out and not errors for out, errors in told)
    assert not [name for name in checkout.made() if name.startswith(".")]


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process")
def test_where_nothing_can_be_written_the_tables_made_before_are_read(checkout: Checkout) -> None:
    path = checkout.data / "countries.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('name = "Beland"', 'name = "Newland"'), encoding="utf-8")
    full = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "from aseanrok.__main__ import run; sys.exit(run(['countries', '-q']))"
    )
    environ = {**os.environ, "PYTHONPATH": str(checkout.root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    script = full.replace("'countries', '-q'", "'export', 'countries', '-f', 'csv'")
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", script], env=environ, capture_output=True, text=True)
        assert done.returncode == 0 and "Beland" in done.stdout and "Newland" not in done.stdout
        assert done.stderr.count("\n") == 1
        assert "the facts have changed, but" in done.stderr and "File too large" in done.stderr
        assert not [name for name in checkout.made() if name.startswith(".")]
    assert "Newland" in checkout.run("export", "countries", "-f", "csv")[1], "and later they are made"


@pytest.mark.parametrize("way", ["file", "nowhere", "read-only"])
@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process")
def test_where_there_are_no_tables_and_none_can_be_made_one_line_says_so(way: str, checkout: Checkout) -> None:
    shutil.rmtree(checkout.published)
    why = "Not a directory"
    if way == "file":
        checkout.published.write_text("a file in its place", encoding="utf-8")
    elif way == "nowhere":
        checkout.published.symlink_to("nowhere")
    else:
        checkout.package.chmod(0o555)
        why = "Permission denied"
    line = f"there are no tables yet, and {checkout.published} cannot be written: {why}"
    for words in (["meetings"], ["--version"], []):
        assert checkout.run(*words, bound=True) == (74, "", f"aseanrok: {line}\n")
    code, told, errors = checkout.run("meetings", "--json", bound=True)
    assert (code, told, errors.count("\n")) == (74, "", 2)
    error = {"code": "cannot-write", "message": line, "did_you_mean": []}
    assert json.loads(errors.splitlines()[1]) == {"error": error}
    code, told, errors = checkout.run("check", bound=True)
    assert (code, errors) == (0, "") and told.endswith(" records: nothing to mend\n")
    checkout.package.chmod(0o755)


@pytest.mark.parametrize("mode", [0o000, 0o444])
@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process")
def test_a_folder_that_may_not_be_read_is_named_with_the_right_reason(mode: int, checkout: Checkout) -> None:
    for folder in (checkout.published, checkout.data, checkout.package / "tables"):
        folder.chmod(mode)
        try:
            code, told, errors = checkout.run("meetings", bound=True)
        finally:
            folder.chmod(0o755)
        assert (code, told, errors.count("\n")) == (3, "", 1), errors
        assert errors.startswith(f"aseanrok: {folder}") and errors.endswith(" cannot be read: Permission denied\n")
    for folder in (checkout.package / "tables", checkout.package / "output"):
        folder.chmod(mode)
        code, told, errors = checkout.run("check", bound=True)
        folder.chmod(0o755)
        assert (code, told) == (3, "")
        assert errors.startswith(f"aseanrok: {folder}") and errors.endswith(" cannot be read: Permission denied\n")
    checkout.data.chmod(mode)
    code, told, errors = checkout.run("check", bound=True)
    checkout.data.chmod(0o755)
    assert (code, told) == (3, "") and "no such file" not in errors
    assert all("cannot be read: Permission denied" in line for line in errors.splitlines())


def test_a_room_that_is_missing_is_named_by_the_check_as_well(checkout: Checkout) -> None:
    (checkout.package / "model").rename(checkout.root / "elsewhere")
    for line in ("meetings", "check"):
        code, told, errors = checkout.run(line)
        assert (code, told) == (3, "")
        assert errors == f"aseanrok: {checkout.package / 'model'} cannot be read: No such file or directory\n"
    (checkout.root / "elsewhere").rename(checkout.package / "model")


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process")
def test_a_fact_that_cannot_be_mended_is_named_by_its_file(checkout: Checkout) -> None:
    path = checkout.data / "countries.toml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before + "\n\n", encoding="utf-8")
    checkout.data.chmod(0o555)
    code, told, errors = checkout.run("check", "--fix", bound=True)
    checkout.data.chmod(0o755)
    path.write_text(before, encoding="utf-8")
    assert (code, told, errors) == (74, "", f"aseanrok: cannot write {path}: Permission denied\n")


def test_the_notice_of_a_checkout_that_cannot_write_is_one_line_wherever_it_lies(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path / "nl\nx\x1b[31m")
    checkout.ids()
    (checkout.published / "timeline.json").unlink()
    (checkout.published / "timeline.json").mkdir()
    code, _, errors = checkout.run("countries", "-q")
    assert code == 0 and errors.count("\n") == 1 and "nl\\nx\\x1b[31m" in errors


@pytest.mark.parametrize("name", ["timeline.json", "names.txt", STAMP])
def test_a_folder_in_the_place_of_a_table_is_named_before_any_is_made(name: str, checkout: Checkout) -> None:
    checkout.ids()
    (checkout.published / name).unlink()
    (checkout.published / name).mkdir()
    (checkout.published / "notes").mkdir()  # which is in nobody's way
    made = checkout.made()
    why = f"{checkout.published / name} cannot be written: Is a directory; read are the tables made before"
    line = f"aseanrok: the tables may not be those of the facts, and {why}\n"
    code, told, errors = checkout.run("countries", "-q")
    assert (code, errors) == (0, line) and "aland" in told.split() and checkout.made() == made
    checkout.change("countries", 'name = "Beland"', 'name = "Newland"')
    line = f"aseanrok: the facts have changed, but {why}\n" if name != STAMP else line
    assert checkout.run("countries", "-q") == (0, told, line)
    (checkout.published / name).rmdir()
    assert checkout.run("countries", "-q") == (0, told, "")


def test_a_pipe_among_the_facts_is_named_and_not_waited_for(checkout: Checkout) -> None:
    path = checkout.data / "funds.toml"
    path.unlink()
    os.mkfifo(path)
    line = "aseanrok: funds.toml: it is a device or a pipe; a data file is a plain file\n"
    for words in (["meetings"], ["check"], ["check", "--fix"]):
        assert checkout.run(*words) == (3, "", line)
    assert path.is_fifo()


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_a_stamp_that_is_no_file_is_none(checkout: Checkout, make: Callable[[Path], None]) -> None:
    checkout.ids()
    (checkout.published / STAMP).unlink()
    make(checkout.published / STAMP)
    code, ids, told = checkout.run("countries", "-q")
    assert (code, told) == (0, "") and "aland" in ids.split()
    assert (checkout.published / STAMP).is_file() and not (checkout.published / STAMP).is_symlink()


def test_what_no_letter_writes_is_told_in_one_line_each(checkout: Checkout) -> None:
    odd = os.path.join(os.fsencode(checkout.data), b"\xff.toml")
    with open(odd, "wb"):
        pass
    for words in (["meetings"], ["check"]):
        code, out, told = checkout.run(*words)
        assert (code, out) == (3, "") and told.startswith("aseanrok: \\udcff.toml: no such table; the files are ")
        assert told.count("\n") == 1
    os.remove(odd)
    path = checkout.data / "funds.toml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line.startswith("id = "))
    lines[first] = 'id = "a\\nb\\r\\n\\u2028c"\n'
    path.write_text('"d\\ne" = 1\n' + "".join(lines), encoding="utf-8")
    code, _, told = checkout.run("check")
    assert code == 3 and len(told.splitlines()) == 2 and "\u2028" not in told
    assert "funds.toml: d\\ne: unknown;" in told and "funds.toml: a\\nb\\r\\n\\u2028c: id: " in told


def test_a_checkout_is_known_however_its_project_file_is_written(checkout: Checkout) -> None:
    pyproject = checkout.root / "pyproject.toml"
    text = pyproject.read_text(encoding="utf-8")
    meetings = checkout.data / "meetings.toml"
    for number, head in enumerate(('name="aseanrok"', "name = 'aseanrok' # its name", 'name  =  "aseanrok"')):
        written = text.replace("[project]\n", "[project] # caf\u00e9\n").replace('name = "aseanrok"', head, 1)
        pyproject.write_bytes(written.encode("latin-1"))
        facts = re.sub(r"Agreed on a [a-z0-9]+ thing", f"Agreed on a {number}nd thing", meetings.read_text("utf-8"))
        meetings.write_text(facts, encoding="utf-8")
        assert f"Agreed on a {number}nd thing" in checkout.run("show", "gulf-summit-2")[1]


def test_a_copy_inside_another_project_never_writes(checkout: Checkout) -> None:
    pyproject = checkout.root / "pyproject.toml"
    pyproject.write_text('[project]\nname = "other"\n\n[[tool.lock]]\nname = "aseanrok"\n', encoding="utf-8")
    with open(checkout.data / "countries.toml", "a", encoding="utf-8") as file:
        file.write("broken")
    made = checkout.made()
    assert checkout.ids()
    assert checkout.made() == made
    shutil.copy(ROOT / "pyproject.toml", pyproject)
    (checkout.root / "hatch_build.py").unlink()
    assert checkout.ids(), "a project that only names this one"


def test_nothing_but_the_tables_lies_in_their_folder(checkout: Checkout) -> None:
    (checkout.published / "junk.json").write_text("[]", encoding="utf-8")
    (checkout.published / ".timeline.json.x1").write_text("[", encoding="utf-8")
    before = set(checkout.made()) - {"junk.json", ".timeline.json.x1"}
    with open(checkout.data / "countries.toml", "a", encoding="utf-8") as file:
        file.write("\n")
    checkout.run("check", "--fix")
    checkout.ids()
    assert set(checkout.made()) == before


# --- the module that keeps an edition ---------------------------------------------------------------------------------


def keep(checkout: Checkout, *words: str, **how: Any) -> tuple[int, str, str]:
    """Run the module that keeps an edition; return its exit code and what it says."""
    process = checkout.start(*words, module="aseanrok.edition.digest", **how)
    told, errors = process.communicate(timeout=60)
    return process.returncode, told, errors


def test_an_edition_is_kept_and_replaced_only_by_force(checkout: Checkout) -> None:
    editions = checkout.package / "editions"
    before = sorted(editions.iterdir())
    code, told, errors = keep(checkout, "--help")
    assert (code, errors) == (0, "") and told.startswith("`python -m aseanrok.edition.digest` writes the digest")
    line = "aseanrok: 'nosuch' is no word of this module; there are --force and --help\n"
    assert keep(checkout, "nosuch") == (2, "", line)
    assert sorted(editions.iterdir()) == before
    path = editions / f"{read_edition(checkout.data)[0]['version']}.json.gz"
    for _ in range(2):
        assert keep(checkout) == (0, f"{path}\n", "")
    kept = path.read_bytes()
    checkout.change("countries", '"Beland"', '"Newland"')
    line = f"aseanrok: {path} exists and says something else; --force replaces it\n"
    assert keep(checkout) == (2, "", line) and path.read_bytes() == kept
    assert keep(checkout, "--force") == (0, f"{path}\n", "") and path.read_bytes() != kept
    assert sorted(editions.iterdir()) == sorted({*before, path})


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process")
def test_a_change_of_an_observer_that_became_a_member_is_told_of_each_of_the_two(checkout: Checkout) -> None:
    frameworks = checkout.data / "frameworks.toml"
    text = frameworks.read_text(encoding="utf-8")
    joined = '    { country = "BBB", joined = "1995-07-28" },\n'
    observer = '    { country = "BBB", role = "observer", joined = "1992", left = "1995-07-27" },\n'
    frameworks.write_text(text.replace(joined, observer + joined), encoding="utf-8")
    assert keep(checkout)[0] == 0
    checkout.change("edition", "2001.02", "2001.03")

    def told(lines: str) -> list[tuple[str, str, str, str]]:
        frameworks.write_text(text.replace(joined, lines), encoding="utf-8")
        code, told, errors = checkout.run("changes", "2001.02", "--json")
        assert code == 0, errors
        return [(row["what"], row["field"], row["before"], row["after"]) for row in json.loads(told)]

    assert told(observer + joined) == []
    assert told(observer.replace("1992", "1993") + joined) == [("corrected", "BBB joined", "1992", "1993")]
    assert told(observer + joined.replace("1995-07-28", "1995-07-29")) == [
        ("corrected", "BBB joined", "1995-07-28", "1995-07-29")
    ]
    assert [row[:2] for row in told(joined)] == [("removed", "BBB")]
    frameworks.write_text(text, encoding="utf-8")
    member = '    { country = "CCC", joined = "2000" },\n'
    before = '    { country = "CCC", role = "observer", joined = "1999" },\n'
    after = before.replace(" }", ', left = "2000" }') + member
    checkout.change("edition", "2001.03", "2001.02")
    assert keep(checkout, "--force")[0] == 0
    checkout.change("edition", "2001.02", "2001.03")
    joined = before
    assert told(after) == [("added", "CCC left", None, "2000"), ("added", "CCC", None, "2000, member")]


def test_when_a_text_entered_into_force_and_who_left_are_compared(checkout: Checkout) -> None:
    assert keep(checkout)[0] == 0
    for name, before, after in (
        ("edition", "2001.02", "2001.03"),
        ("documents", 'date = "1998", countries = ["BBB"]', 'date = "1999", countries = ["BBB"]'),
        ("frameworks", '"BBB", joined = "1995-07-28"', '"BBB", joined = "1995-07-28", left = "2000"'),
        ("frameworks", ", founding = true", ""),
    ):
        checkout.change(name, before, after)
    code, told, errors = checkout.run("changes", "2001.02", "--json")
    assert code == 0, errors
    assert {(row["what"], row["field"], row["before"], row["after"]) for row in json.loads(told)} == {
        ("corrected", "in_force", "1998 for Beland", "1999 for Beland"),
        ("added", "BBB left", None, "2000"),
        ("removed", "AAA founding", "yes", None),
    }


def test_nothing_stands_beside_a_framework_that_all_others_left(checkout: Checkout) -> None:
    assert "Beside them" in checkout.run("show", "gulf")[1]
    checkout.change("frameworks", 'joined = "1999" }', 'joined = "1999", left = "2000" }')
    assert "Beside them" not in checkout.run("show", "gulf")[1]


def test_what_began_nobody_knows_when_is_told_whole(checkout: Checkout) -> None:
    checkout.change("frameworks", '"BBB", joined = "1995-07-28"', '"BBB", joined = "../1999"')
    before = 'established_at = "gulf-summit-1"\n'
    checkout.change("funds", before, 'established = "../1991"\n' + before)
    (row,) = (row for row in json.loads(checkout.run("members", "--matrix", "--json")[1]) if row["country"] == "BBB")
    assert row["gulf"] == "../1999"
    code, told, errors = checkout.run("brief", "gulf-fund")
    assert (code, errors) == (0, "") and "1991, 1995-2026" in told, told


SPARSE = {
    "meetings": """
[[meeting]]
id = "undated"
title = "Undated Meeting"
country = "CCC"
frameworks = ["gulf"]
SOURCED
[[meeting]]
id = "dawn-2"
title = "2nd Dawn of the Gulf"
ordinal = 2
date = "2000-07-01"
frameworks = ["gulf"]
SOURCED
[[meeting]]
id = "dawn-2-talks"
title = "2nd Dawn Talks"
ordinal = 2
date = "2099-07-01"
status = "announced"
confidence = "announced"
frameworks = ["gulf"]
SOURCED
[[meeting]]
id = "at-old-port"
title = "Meeting at the Old Port"
date = "2000-08-01"
city = "Port (Old), East"
country = "AAA"
frameworks = ["gulf"]
SOURCED""",
    "places": """
[[place]]
id = "old-port"
name = "Port (Old), East"
country = "AAA"
SOURCED""",
    "milestones": """
[[milestone]]
id = "at-undated"
title = "Aland lights a lamp"
kind = "event"
meeting = "undated"
countries = ["AAA"]
frameworks = ["gulf"]
SOURCED
[[milestone]]
id = "lamp"
title = "Aland lights another lamp"
kind = "event"
date = "1999"
countries = ["AAA"]
frameworks = ["gulf"]
SOURCED""",
    "documents": """
[[document]]
id = "new-treaty"
title = "New Treaty"
kind = "agreement"
signed = "2000-01-15"
not_in_force_for = ["AAA"]
frameworks = ["gulf"]
SOURCED
[[document]]
id = "old-treaty"
title = "Old Treaty"
kind = "agreement"
adopted = "1991"
signed = "1998-03-01"
frameworks = ["gulf"]
SOURCED""",
    "offices": """
[[office]]
id = "boss"
name = "Boss of the Gulf"
frameworks = ["gulf"]
SOURCED""",
    "holders": """
[[holder]]
id = "boss-1"
office = "boss"
name = "Lee"
SOURCED""",
    "statistics": """
[[statistic]]
id = "balance-1998"
name = "Balance"
value = -10
unit = "USD"
about = "gulf"
indicator = "trade"
period = "1998"
basis = "Gazette"
frameworks = ["gulf"]
SOURCED
[[statistic]]
id = "balance-1999"
name = "Balance"
value = 5
unit = "USD"
about = "gulf"
indicator = "trade"
period = "1999"
basis = "Gazette"
frameworks = ["gulf"]
SOURCED""",
}
"""Records that say no more than they must, and what is seldom so."""


def test_records_that_say_little_are_answered_by_every_card_and_brief(checkout: Checkout) -> None:
    sources = 'sources = [\n    { source = "gazette", at = "page 9" },\n]\n'
    for table, blocks in SPARSE.items():
        path = checkout.data / f"{table}.toml"
        path.write_text(path.read_text(encoding="utf-8") + blocks.replace("SOURCED", sources), encoding="utf-8")
    checkout.change("meetings", '["gulf-declaration"]', '["gulf-declaration", "old-treaty"]')
    code, _, errors = checkout.run("check", "--fix")
    assert code == 0, errors
    said: dict[str, str] = {}
    lines = (
        "show north-aland", "show boss", "show old-port", "show balance-1999", "show gulf-summit-1", "brief gulf",
        "brief aland", "brief aland --full", "brief gulf --full", "compare aland north-aland", "offices boss",
        "timeline --year 1998 --fields id -f csv", "next",
    )  # fmt: skip
    for line in lines:
        code, said[line], errors = checkout.run(*line.split())
        assert code == 0, (line, errors)
    assert "1 meeting; last Undated Meeting" in said["show north-aland"]
    assert "at-old-port" in said["show old-port"]
    assert "Year before" not in said["show balance-1999"] and "% on 1998" not in said["brief gulf --full"]
    assert "Adopted the Old Treaty" in said["show gulf-summit-1"] and "Signed the Old" not in said["show gulf-summit-1"]
    assert "old-treaty" in said["timeline --year 1998 --fields id -f csv"]
    assert "2nd Dawn Talks" in said["next"]
    assert "Aland lights a lamp (not recorded)" in said["brief aland --full"]
    assert "Lee, time not recorded" in said["brief gulf"]


def test_conflicts_about_each_other_are_told_as_gone(checkout: Checkout) -> None:
    checkout.change("conflicts", 'about = "gulf-fund"\nfield = "established"\n', 'about = "gulf-summit-1-date"\n')
    checkout.change("conflicts", 'about = "gulf-summit-1"\nfield = "date"\n', 'about = "gulf-fund-founding"\n')
    assert keep(checkout)[0] == 0
    (checkout.data / "conflicts.toml").write_text("", encoding="utf-8")
    assert checkout.run("check", "--fix")[0] == 0
    checkout.change("edition", "2001.02", "2001.03")
    code, told, errors = checkout.run("changes", "2001.02", "--json")
    assert code == 0, errors
    gone = [row["id"] for row in json.loads(told) if row["what"] == "removed"]
    assert {"gulf-fund-founding", "gulf-summit-1-date"} <= set(gone), errors


def test_an_edition_that_cannot_be_kept_is_one_line_and_nothing_written(checkout: Checkout) -> None:
    editions = checkout.package / "editions"
    path = editions / f"{read_edition(checkout.data)[0]['version']}.json.gz"
    editions.chmod(0o555)
    line = f"aseanrok: cannot write {path}: Permission denied\n"
    assert keep(checkout, bound=True) == (74, "", line)
    editions.chmod(0o755)
    facts = checkout.data / "countries.toml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text + "\nbroken", encoding="utf-8")
    code, told, errors = keep(checkout)
    assert (code, told, errors.count("\n")) == (3, "", 1) and errors.startswith("aseanrok: countries.toml: ")
    facts.write_text(text, encoding="utf-8")
    old = editions / "1999.01.json.gz"
    for content in (
        next(editions.glob("*.json.gz")).read_bytes()[:-100],
        b"",
        gzip.compress(b"[1]"),
        gzip.compress(b"[" * 200_000),
    ):
        old.write_bytes(content)
        assert keep(checkout) == (3, "", f"aseanrok: {old} is damaged; `git checkout` brings it back\n")
    old.unlink()
    os.mkfifo(old)
    assert keep(checkout) == (3, "", f"aseanrok: {old} is damaged; `git checkout` brings it back\n")
    old.unlink()
    assert not path.exists() and not [each for each in editions.iterdir() if each.name.startswith(".")]
    with open("/dev/full", "w", encoding="utf-8") as full:
        code, _, errors = keep(checkout, into=full)
    assert (code, errors) == (74, "aseanrok: cannot write output: No space left on device\n")
    os.mkfifo(path.with_name("pipe"))
    os.replace(path.with_name("pipe"), path)
    assert keep(checkout, "--force") == (74, "", f"aseanrok: cannot write {path}: not a plain file\n")
    assert path.is_fifo()


def test_the_library_warns_where_it_reads_the_tables_made_before(checkout: Checkout) -> None:
    checkout.ids()
    (checkout.published / "funds.json").unlink()
    (checkout.published / "funds.json").mkdir()
    path = checkout.data / "countries.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    line = "import aseanrok\nprint(len(aseanrok.load().rows('meetings')) > 0)"
    done = subprocess.run(
        [sys.executable, "-c", line],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(checkout.root / "src"), "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ["PATH"]},
    )
    assert done.stdout == "True\n" and "UserWarning: " in done.stderr, done.stderr
    assert "read are the tables made before" in done.stderr
