"""What every test may use: the program as a user runs it, and a tiny invented archive."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from aseanrok import checkout, schema, store
from aseanrok.cli import grammar
from aseanrok.output import formats

# What this process reads of the tables must be what the programs it starts read of them.
checkout.refresh()

HERE = Path(__file__).parent
TINY = HERE / "tiny"

# On a busy machine a deadline fails for no fault of the code; `.ci/run` asks for the profile without any.
settings.register_profile("ci", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# A suite in the background of a shell is born deaf to the keys of a terminal, and so would be every program that it
# starts; those that test what Ctrl-C does must hear it.
for number, heard in ((signal.SIGINT, signal.default_int_handler), (signal.SIGQUIT, signal.SIG_DFL)):
    if signal.getsignal(number) == signal.SIG_IGN:
        signal.signal(number, heard)

CLEAN = {"PATH", "HOME", "SYSTEMROOT", "TMPDIR"}

END = b"\x04the program has ended\x04"
"""What `screen` writes behind what a program wrote."""

Program = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def program() -> Program:
    """Run the program in a process of its own, with nothing in its environment but what the test names."""

    def run(*arguments: str, stdin: str = "", text: bool = True, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "aseanrok", *arguments],
            input=stdin if text else stdin.encode(),
            capture_output=True,
            text=text,
            encoding="utf-8" if text else None,
            env={name: os.environ[name] for name in CLEAN & set(os.environ)} | environ,
            timeout=60,
        )

    return run


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
        [sys.executable, "-m", "aseanrok", *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=env,
        cwd=folder,
    )
    # A terminal that its last writer closes may drop what was not read yet: it is closed once a last word was read.
    ended = threading.Thread(target=lambda: (process.wait(), os.write(follower, END)))
    ended.start()
    read = b""
    while not read.endswith(END):
        read += os.read(leader, 65536)
    ended.join()
    os.close(follower)
    os.close(leader)
    text = read.removesuffix(END).decode()
    assert process.returncode == code or code is None, text
    return text.replace("\r\n", "\n")


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put the edition of the tiny archive in the place of the real one; give the folder of its tables."""
    from aseanrok.edition import build

    tables = tmp_path / "tables"
    build(tables, TINY)
    put(tables, monkeypatch)
    yield tables


def put(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put an edition in the place of the real one; what was read of the real one is put aside."""
    monkeypatch.setattr(store, "PUBLISHED", str(tables))
    monkeypatch.setattr(checkout, "refresh", lambda: None)  # or a checkout would make its own tables there
    for module, name in (
        (store, "_read"),
        (store, "_files"),
        (store, "_parts"),
        (schema, "_known"),
        (grammar, "_made"),
    ):
        monkeypatch.setattr(module, name, {})


LIBRARIES = {"xlsx": "xlsxwriter", "ics": "icalendar"}
"""The libraries that formats are written with."""


TEXT = tuple(name for name, known in formats().items() if not (known.extra or known.binary))
"""The formats that are text and need no library of their own; tests/peers opens the others."""


def golden(name: str, text: str) -> None:
    """Compare a text with a file one can read; `UPDATE_GOLDEN=1` writes the file, to be looked at before it is kept."""
    path = HERE / "golden" / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8")


# What was taken away is opened in tests/peers by the programs it is for: `pip install -e ".[peers]"`. Where one is
# missing its tests are left out, and the last lines of the run name it; with ASEANROK_PEERS=all, as `.ci/run` has it,
# that fails.
_MISSING: set[str] = set()


def _left_out(name: str) -> None:
    if os.environ.get("ASEANROK_PEERS") == "all":
        pytest.fail(f"{name} is not installed")
    _MISSING.add(name)
    pytest.skip(f"{name} is not installed")


@pytest.fixture(scope="session")
def peer() -> Callable[[str], ModuleType]:
    """Give a library by its name: `peer("openpyxl")`."""

    def imported(name: str) -> ModuleType:
        try:
            return import_module(name)
        except ModuleNotFoundError as error:
            if error.name not in (name, name.partition(".")[0]):
                raise
            _left_out(error.name)
            raise

    return imported


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the path of a Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        _left_out("chromium")
    return str(path)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None] | None:
    """Name what was missing, so that nobody takes its silence for a success."""
    if _MISSING:
        terminalreporter.section("not checked")
        terminalreporter.line(
            f"not installed: {', '.join(sorted(_MISSING))}; pip install -e '.[peers]' brings all but a browser"
        )
    return None
