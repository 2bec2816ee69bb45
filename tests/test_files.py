"""Files: whole or not at all, several or none, and nothing replaced, followed or left behind that nobody asked for."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from aseanrok.cli.files import write_file, write_folder
from aseanrok.errors import CannotWrite, Failure
from conftest import Program, screen

SLOW = """\
import os, sys, time
from aseanrok.cli.files import write_file
def pieces():
    yield "half"
    print("ready", flush=True)
    while not os.path.exists(sys.argv[2]):
        time.sleep(0.005)
    yield sys.argv[3]
try:
    write_file(sys.argv[1], pieces(), force="force" in sys.argv)
except KeyboardInterrupt:
    sys.exit(130)
except Exception as failure:
    sys.exit(str(failure))
"""
"""Writes a file, tells when half of it is written, and waits for a file `go` to come."""


def writer(path: Path, go: Path, *words: str) -> subprocess.Popen[str]:
    """Start a writer and wait until it is half done."""
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(path), str(go), *(words or ("",))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole_in_the_format_of_its_name(program: Program, tmp_path: Path) -> None:
    files = {"x.csv", "x.json", "x.jsonl", "x.md", "x.tsv", "x.toml", "x.txt"}
    for name in files:
        path = tmp_path / name
        assert program("countries", "-o", str(path)).returncode == 0
        format_ = name[2:].replace("txt", "plain")
        assert path.read_bytes() == program("countries", "-f", format_, text=False).stdout
    assert set(names(tmp_path)) == files


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
    assert names(tmp_path) == ["x.csv"]


def test_a_file_that_cannot_be_written_is_an_error(program: Program, tmp_path: Path) -> None:
    done = program("countries", "-o", str(tmp_path / "no" / "such" / "x.csv"))
    assert done.returncode == 74 and done.stderr.startswith("aseanrok: cannot write ")
    done = program("countries", "-o", str(tmp_path))
    assert done.returncode == 2 and "is a folder" in done.stderr


NO_FILES = [
    ("countries -o no/", "no/ is a folder; name a file in it"),
    ("countries -o x/", "x/ is a folder, which is not there; leave out the last /"),
    ("countries -o f/", "f is no folder; leave out the last /"),
    ("countries -o nowhere/", "nowhere is no folder; leave out the last /"),
    ("countries -o loop", "loop is a link that leads to itself; name a file"),
    ("countries -o loop --force", "loop is a link that leads to itself; name a file"),
    ("export funds offices -f csv -o f/", "f/ is no folder; several tables need one"),
    ("export funds offices -f csv -o nowhere/", "nowhere/ is no folder; several tables need one"),
    ("export funds offices -f csv -o loop --force", "loop is no folder; several tables need one"),
]
"""What cannot be written to, beside a folder, a file, a link that leads nowhere and one that leads to itself."""


@pytest.mark.parametrize(("line", "said"), NO_FILES)
def test_what_is_no_file_is_called_what_it_is(
    line: str, said: str, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("no").mkdir()
    Path("f").write_text("old", encoding="utf-8")
    Path("nowhere").symlink_to("gone")
    Path("loop").symlink_to("loop")
    done = program(*line.split())
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"aseanrok: --output: {said}\n")
    assert names(tmp_path) == ["f", "loop", "no", "nowhere"]
    assert Path("f").read_text(encoding="utf-8") == "old" and Path("loop").is_symlink()


@pytest.mark.parametrize("name", ["x.xlsm", "x.yaml", "x.docx", "x.csv.old"])
def test_an_ending_that_is_no_format_is_refused_with_those_that_are(
    name: str, program: Program, tmp_path: Path
) -> None:
    done = program("countries", "-o", str(tmp_path / name))
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert f"no format is called .{name.rpartition('.')[2]}" in done.stderr and "there are .txt, .md" in done.stderr
    near = {"x.xlsm": ".xlsx", "x.yaml": ".json", "x.docx": ".html"}.get(name)
    assert (f", the nearest is {near}" in done.stderr) == (near is not None)
    assert names(tmp_path) == []
    assert program("countries", "-o", str(tmp_path / name), "--format", "csv").returncode == 0
    assert (tmp_path / name).read_bytes().startswith(b"id,name")


def test_a_name_without_an_ending_and_ids_alone_ask_for_no_format(program: Program, tmp_path: Path) -> None:
    for words in (("x",), ("report.2019",), ("x.ids", "-q")):
        assert program("countries", "-o", str(tmp_path / words[0]), *words[1:]).returncode == 0


# --- what is no file -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["-", "/dev/stdout", "/dev/fd/1", "/dev//stdout", "/dev//fd/1", "/dev/./stdout", "//dev/stdout"]
)
def test_standard_output_has_its_usual_names(name: str, program: Program, tmp_path: Path) -> None:
    usual = program("countries", "-f", "csv", text=False).stdout
    assert program("countries", "-f", "csv", "-o", name, text=False).stdout == usual
    # Opened by its name, a file that the shell holds open would be emptied, or refused because it exists.
    path = tmp_path / "x"
    line = f'cd "{tmp_path}"; echo before > x; "{sys.executable}" -m aseanrok countries -f csv -o {name} >> x'
    assert subprocess.run(["bash", "-c", line], capture_output=True).stderr == b""
    assert path.read_bytes() == b"before\n" + usual  # type: ignore[operator]
    assert names(tmp_path) == ["x"]


def test_a_number_of_a_stream_that_is_open_is_written_to(program: Program, tmp_path: Path) -> None:
    usual = program("countries", "-f", "csv", text=False).stdout
    for name, into in (("/dev/fd/3", "3>"), ("/dev/stderr", "2>"), ("//dev/stderr", "2>")):
        line = f'cd "{tmp_path}"; "{sys.executable}" -m aseanrok countries -f csv -o {name} {into}x'
        assert subprocess.run(["bash", "-c", line]).returncode == 0
        assert (tmp_path / "x").read_bytes() == usual


def device(folder: Path, name: str, minor: int) -> Path:
    """Return a device that a regression cannot harm: root, who could put a file in its place, gets one of their own."""
    if os.geteuid() != 0:
        return Path("/dev", name)
    try:
        os.mknod(folder / name, stat.S_IFCHR | 0o666, os.makedev(1, minor))
        (folder / name).open("wb").close()
    except OSError:
        pytest.skip("no device can be made here")
    return folder / name


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="it takes two users")
@pytest.mark.parametrize("format_", ["csv", "datapackage"])
def test_files_of_others_that_cannot_be_removed_get_no_second_name(
    format_: str, program: Program, tmp_path: Path
) -> None:
    for above in (tmp_path, *tmp_path.parents[:3]):  # the folders of the tests are their user's alone
        above.chmod(above.stat().st_mode | 0o055)
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o1777)
    words = ("export", "meetings", "series", "-f", format_, "-o", str(folder))
    assert program(*words).returncode == 0
    for file in folder.iterdir():
        file.chmod(0o666)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    code = (
        "import os, sys; from aseanrok.cli import files\n"
        "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "try: files.write_folder(sys.argv[1], {name: ['new'] for name in os.listdir(sys.argv[1])}, force=True)\n"
        "except Exception as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True)
    assert done.stdout.endswith(": Operation not permitted\n"), done
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


@pytest.mark.parametrize(
    "words",
    ["timeline -n 1 -o --force", "export -o -q", "page -o --force", "export meetings funds -f csv --output --json"],
)
def test_an_option_in_the_place_of_a_name_is_no_file(
    words: str, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = program(*words.split())
    option = words.split()[-1]
    told = f"aseanrok: --output: {option} is an option; name a file before it, or write ./{option} to call it so\n"
    assert (done.returncode, done.stdout, done.stderr.splitlines(keepends=True)[0]) == (2, "", told)
    assert not [*tmp_path.iterdir()]
    assert program("countries", "-o", f"./{option}", "-f", "csv").returncode == 0
    assert [file.name for file in tmp_path.iterdir()] == [option]


@pytest.mark.skipif(sys.platform != "linux", reason="the numbers of devices are those of Linux")
def test_a_device_is_written_to_and_stays_one(program: Program, tmp_path: Path) -> None:
    null, full = device(tmp_path, "null", 3), device(tmp_path, "full", 7)
    for words in ((), ("--force",)):
        done = program("countries", "-o", str(null), *words)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        done = program("countries", "-o", str(full), *words)
        assert (done.returncode, done.stderr) == (74, f"aseanrok: cannot write {full}: No space left on device\n")
    assert null.is_char_device() and full.is_char_device()


def test_a_named_pipe_is_written_to_as_it_is(program: Program, tmp_path: Path) -> None:
    pipe = tmp_path / "x.pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert program("countries", "-f", "csv", "-o", str(pipe)).returncode == 0
    reader.join(timeout=30)
    assert read == [program("countries", "-f", "csv", text=False).stdout]
    assert pipe.is_fifo() and names(tmp_path) == ["x.pipe"]


# --- others who write ------------------------------------------------------------------------------------------------


def test_of_four_who_write_one_file_one_does(tmp_path: Path) -> None:
    path, go = tmp_path / "x.csv", tmp_path / "go"
    writers = [writer(path, go, f"the {number}") for number in range(4)]
    go.touch()
    ends = [(process.wait(timeout=30), *process.communicate()) for process in writers]
    assert sorted(code for code, _, _ in ends) == [0, 1, 1, 1]
    winner = next(number for number, end in enumerate(ends) if end[0] == 0)
    assert path.read_text(encoding="utf-8") == f"halfthe {winner}"
    assert all("exists; --force replaces it" in error for code, _, error in ends if code)
    assert names(tmp_path) == ["go", "x.csv"]


def test_nobody_can_guess_where_a_file_is_written_first(tmp_path: Path) -> None:
    seen = set()
    for number in range(2):
        path, go = tmp_path / f"{number}.csv", tmp_path / f"go-{number}"
        process = writer(path, go)
        (beside,) = set(names(tmp_path)) - {"0.csv", "go-0"}
        assert str(process.pid) not in beside and path.name not in beside
        seen.add(beside)
        go.touch()
        process.communicate(timeout=30)
    assert len(seen) == 2
    assert path.read_text(encoding="utf-8") == "half"


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".csv")
    write_file(str(path), ["text"], force=False)
    write_file(str(path), [b"bytes"], force=True)
    assert path.read_bytes() == b"bytes"


# --- what a replaced file was ----------------------------------------------------------------------------------------


def test_a_replaced_file_keeps_its_mode_and_the_links_to_it(program: Program, tmp_path: Path) -> None:
    real = tmp_path / "real.csv"
    link = tmp_path / "link.csv"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to("real.csv")
    assert program("countries", "-o", str(link), "--force").returncode == 0
    assert link.is_symlink() and real.read_text(encoding="utf-8").startswith("id,name")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert names(tmp_path) == ["link.csv", "real.csv"]


def test_what_few_may_read_is_not_open_to_all_while_it_is_replaced(tmp_path: Path) -> None:
    path, go = tmp_path / "x.csv", tmp_path / "go"
    path.touch(mode=0o600)
    process = writer(path, go, "", "force")
    for found in tmp_path.iterdir():
        assert stat.S_IMODE(found.stat().st_mode) == 0o600, found
    go.touch()
    process.communicate(timeout=30)


def test_a_new_file_is_as_open_as_others_are(tmp_path: Path) -> None:
    write_file(str(tmp_path / "x"), ["text"], force=False)
    (tmp_path / "y").touch()
    assert (tmp_path / "x").stat().st_mode == (tmp_path / "y").stat().st_mode


# --- what breaks off -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGXCPU])
def test_a_signal_leaves_nothing_and_ends_the_program(number: signal.Signals, old: bool, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    if old:
        path.write_text("old", encoding="utf-8")
    process = writer(path, tmp_path / "go", "", "force")
    assert len(names(tmp_path)) == 1 + old
    process.send_signal(number)
    _, error = process.communicate(timeout=30)
    assert (process.returncode, error) == (130 if number == signal.SIGINT else -number, "")
    assert names(tmp_path) == ["x.csv"] * old
    assert not old or path.read_text(encoding="utf-8") == "old"


def test_a_signal_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    path, go = tmp_path / "x.csv", tmp_path / "go"
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        process = writer(path, go)
    finally:
        signal.signal(signal.SIGHUP, before)
    process.send_signal(signal.SIGHUP)
    go.touch()
    process.communicate(timeout=30)
    assert process.returncode == 0 and path.exists()


def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise RuntimeError

    path = tmp_path / "x.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        write_file(str(path), pieces(), force=True)
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["x.csv"]


# --- folders ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["table", "plain", "records", "md", "csv", "excel", "tsv", "jsonl", "toml"])
def test_several_tables_go_into_a_folder_in_every_format(format_: str, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "d"
    done = program("export", "funds", "offices", "-f", format_, "-o", str(folder))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [name.partition(".")[0] for name in names(folder)] == ["funds", "offices"]
    for path in folder.iterdir():
        alone = program("export", path.stem, "-f", format_, text=False)
        assert path.read_bytes() == alone.stdout, path


def test_a_file_of_a_folder_says_what_asks_for_it(program: Program, tmp_path: Path) -> None:
    program("export", "meetings", "glossary", "-f", "html", "-n", "2", "-o", str(tmp_path / "pages"))
    for name in ("meetings", "glossary"):
        page = (tmp_path / "pages" / f"{name}.html").read_text(encoding="utf-8")
        assert f"<code>aseanrok export {name} --limit 2</code>" in page


def test_a_folder_is_written_whole_or_not_at_all(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "offices.csv").write_text("old", encoding="utf-8")
    words = ("export", "funds", "offices", "-f", "csv", "-o", str(folder))
    done = program(*words)
    assert done.returncode == 2 and "offices.csv exists; --force replaces it" in done.stderr
    assert names(folder) == ["offices.csv"]
    assert program(*words, "--force").returncode == 0
    assert names(folder) == ["funds.csv", "offices.csv"]
    (folder / "offices.csv").unlink()
    (folder / "offices.csv").mkdir()
    (folder / "funds.csv").write_text("old", encoding="utf-8")
    done = program(*words, "--force")
    assert done.returncode == 2 and "offices.csv is a folder" in done.stderr
    assert (folder / "funds.csv").read_text(encoding="utf-8") == "old"


def test_two_tables_are_not_written_to_one_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / "funds.csv").write_text("old", encoding="utf-8")
    (tmp_path / "offices.csv").symlink_to("funds.csv")
    one, other = tmp_path / "funds.csv", tmp_path / "offices.csv"
    done = program("export", "funds", "offices", "-f", "csv", "-o", str(tmp_path), "--force")
    said = f"{one} and {other} are one file; take the link away"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"aseanrok: --output: {said}\n")
    assert (names(tmp_path), one.read_text(encoding="utf-8")) == (["funds.csv", "offices.csv"], "old")


def test_a_file_that_is_to_go_is_not_written_to_by_another_name(tmp_path: Path) -> None:
    old = tmp_path / "old.csv"
    old.write_text("old", encoding="utf-8")
    (tmp_path / "a.csv").symlink_to("old.csv")
    with pytest.raises(Failure, match=r"a\.csv and .*old\.csv are one file"):
        write_folder(str(tmp_path), {"a.csv": ["a"]}, force=True, without=[str(old)])
    assert (names(tmp_path), old.read_text(encoding="utf-8")) == (["a.csv", "old.csv"], "old")


def test_a_file_that_came_meanwhile_takes_the_others_back(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "d"

    def pieces() -> Iterator[str]:
        yield "b"
        (folder / "b.csv").write_text("theirs", encoding="utf-8")

    with pytest.raises(Failure, match=r"b\.csv exists"):
        write_folder(str(folder), {"a.csv": ["a"], "b.csv": pieces()}, force=False)
    assert names(folder) == ["b.csv"]


def test_with_force_what_was_replaced_comes_back_where_the_rest_cannot_follow(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "b"
        (tmp_path / "b.csv").mkdir()

    (tmp_path / "a.csv").write_text("old", encoding="utf-8")
    with pytest.raises(CannotWrite, match=r"b\.csv"):
        write_folder(str(tmp_path), {"a.csv": ["a"], "b.csv": pieces()}, force=True)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.csv", "b.csv"]


def test_what_was_taken_away_comes_back_where_the_rest_cannot_follow(tmp_path: Path) -> None:
    for name in ("a.csv", "old.csv"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    gone = [str(tmp_path / "old.csv"), str(tmp_path / "never.csv")]
    with pytest.raises(CannotWrite, match=r"never\.csv"):
        write_folder(str(tmp_path), {"a.csv": ["a"]}, force=True, without=gone)
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in names(tmp_path)} == {
        "a.csv": "old",
        "old.csv": "old",
    }


def test_a_failure_leaves_no_folder_that_was_made_for_the_files(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite, match="No space left"):
        write_folder(str(tmp_path / "a" / "d"), {"a.csv": ["a"], "b.csv": pieces()}, force=False)
    assert names(tmp_path) == []


def test_one_file_and_a_folder_are_told_apart(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    done = program("export", "funds", "offices", "-o", str(path))
    assert done.returncode == 2 and "is the name of one file; several tables need a folder" in done.stderr
    path.write_text("old", encoding="utf-8")
    done = program("export", "funds", "offices", "-f", "csv", "-o", str(path))
    assert done.returncode == 2 and "is no folder; several tables need one" in done.stderr
    done = program("export", "funds", "offices", "-f", "csv", "-o", str(tmp_path / "d"), "-q")
    assert done.returncode == 2 and "--quiet does nothing" in done.stderr
    assert names(tmp_path) == ["x.csv"]


@pytest.mark.parametrize(
    ("format_", "name", "said"),
    [
        ("csv", "x.csv", "several tables as csv are a folder of files; name one without an ending"),
        ("md", "x.md", "several tables as md are a folder of files; name one without an ending"),
        ("datapackage", "x.zip", " is called as a file; name a folder"),
    ],
)
def test_no_folder_is_called_as_a_file(format_: str, name: str, said: str, program: Program, tmp_path: Path) -> None:
    words = ("export", "funds", "offices", "-f", format_, "-o")
    done = program(*words, str(tmp_path / name))
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and said in done.stderr
    assert not names(tmp_path)
    assert program(*words, f"{tmp_path / name}/").returncode == 0, "a name with a stroke is a folder's"
    assert program(*words, str(tmp_path / name), "--force").returncode == 0, "and so is one that is there"
    assert program(*words, str(tmp_path / "aseanrok-2026.12")).returncode == 0


# --- what is told ----------------------------------------------------------------------------------------------------


def test_somebody_at_a_terminal_is_told_what_was_written(program: Program, tmp_path: Path) -> None:
    assert screen("funds", "-f", "csv", "-o", "x.csv", folder=tmp_path) == "x.csv: 5 rows\n"
    assert screen("funds", "-n", "1", "-f", "csv", "-o", "y.csv", folder=tmp_path) == "y.csv: 1 row\n"
    assert screen("timeline", "--sort", "-date", "-n", "2", "-o", "z.json", folder=tmp_path) == "z.json: 2 rows\n"
    assert screen("export", "-o", "all.json", folder=tmp_path) == "all.json: written\n"
    assert screen("export", "funds", "offices", "-f", "csv", "-o", "d", folder=tmp_path) == "d: 2 files\n"
    again = screen("export", "funds", "places", "-f", "csv", "-o", "d", "--force", folder=tmp_path)
    assert again == "d: 2 files; offices.csv was there before\n", "it may be of an older edition"
    screen("export", "funds", "offices", "-f", "datapackage", "-o", "p", folder=tmp_path)
    again = screen("export", "funds", "offices", "-f", "csv", "-o", "p", "--force", folder=tmp_path)
    assert again == "p: 2 files; datapackage.json was there before\n", "it describes files that are no more"
    assert screen("funds", "-q", "-o", "ids", folder=tmp_path) == ""
    assert program("funds", "-f", "csv", "-o", str(tmp_path / "piped.csv")).stderr == ""


def test_the_name_of_a_file_is_told_in_one_short_line(program: Program, tmp_path: Path) -> None:
    there = tmp_path / "x\ny.md"
    there.write_text("kept")
    done = program("funds", "-o", str(there))
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "x\\ny.md exists" in done.stderr
    done = program("funds", "-o", str(tmp_path / ("x" * 20_000)) + ".md")
    assert done.returncode == 74 and done.stderr.count("\n") == 1 and len(done.stderr) < 400


def test_the_name_of_a_pipe_asks_for_no_format(program: Program, tmp_path: Path) -> None:
    pipe = tmp_path / "x.json"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    done = program("funds", "-f", "csv", "-o", str(pipe))
    told, _ = reader.communicate(timeout=30)
    assert done.returncode == 0, done.stderr
    assert told.startswith(b"id,name,")


def test_an_export_of_no_table_in_a_flat_format_says_that_it_is_the_index(program: Program) -> None:
    assert "the index of all records" in program("export", "-f", "csv").stderr
    assert program("export", "funds", "-f", "csv").stderr == "" == program("export", "--json").stderr
    assert "in a flat format the index" in " ".join(program("export", "--help").stdout.split())


@pytest.mark.parametrize(
    "line",
    [
        "timeline -f csv -o a.csv.gz",
        "timeline -q -o a.gz",
        "cite akcf --style bibtex -o a.bib.xz",
        "export -f tsv -o a.7z",
        "funds -f csv -o a.zip",
        "funds -q -o a.tar",
    ],
)
def test_nothing_is_called_packed_that_is_not(line: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "aseanrok", *line.split()], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert "nothing here is packed as" in done.stderr
