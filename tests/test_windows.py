"""Without what only POSIX has: every module is imported, and commands answer, as on Windows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MISSING = """\
import os, signal, sys

for name in ("fcntl", "termios", "pty", "tty", "resource", "pwd", "grp", "readline", "syslog"):
    sys.modules[name] = None  # an import of it fails
for name in ("SIGHUP", "SIGQUIT", "SIGPIPE", "SIGALRM", "SIGUSR1", "SIGCHLD", "pause", "alarm"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in (
    "O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK", "O_DIRECTORY", "fork", "forkpty", "getuid", "geteuid", "getgid", "getpgid",
    "killpg", "fchown", "chown", "lchown", "mkfifo", "openpty", "login_tty", "setsid", "uname", "statvfs", "getppid",
):
    if hasattr(os, name):
        delattr(os, name)
"""

EVERY = """
import pathlib, importlib, aseanrok
root = pathlib.Path(aseanrok.__file__).parent
for path in sorted(root.rglob("*.py")):
    name = ".".join(("aseanrok", *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__")
    if name != "aseanrok.__main__":
        importlib.import_module(name)
import aseanrok.__main__
print("all")
"""

RUN = """
import subprocess, sys
from aseanrok.__main__ import main
sys.argv[0] = "aseanrok"
main()
"""


def without(script: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    # The names are taken away once Python's own modules, which know the system they are on, are there.
    early = "import subprocess, tempfile, shutil, pathlib, typing, zipfile, sqlite3, hashlib\n"
    return subprocess.run(
        [sys.executable, "-c", early + MISSING + script, *arguments],
        capture_output=True, text=True, encoding="utf-8", cwd=folder, timeout=120, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_every_module_is_imported(tmp_path: Path) -> None:
    done = without(EVERY, folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "all\n"), done.stderr[-800:]


@pytest.mark.parametrize(
    "line",
    [
        "timeline mekong --json", "show akcf", "search fund -f csv", "export funds offices -f csv -o d", "check",
        "export funds -f datapackage -o p", "funds -o x.csv", "funds -o x.db", "funds -o x.html", "page -o p.html",
        "cite akcf -o x.bib", "brief bkcf -o b.md", "help formats", "timeline --help", "completion powershell", "nope",
    ],
)  # fmt: skip
def test_commands_answer(line: str, tmp_path: Path) -> None:
    done = without(RUN, *line.split(), folder=tmp_path)
    assert "Traceback" not in done.stderr, done.stderr[-800:]
    assert done.returncode == (2 if line == "nope" else 0), done.stderr
    if "-o" in line:
        made = tmp_path / line.split()[-1]
        assert made.exists()
        again = without(RUN, *line.split(), folder=tmp_path)
        assert again.returncode == 2 and "--force replaces it" in again.stderr
        assert without(RUN, *line.split(), "--force", folder=tmp_path).returncode == 0
        assert not list(tmp_path.rglob("*.part"))


def test_pandoc_is_run_and_ended(tmp_path: Path) -> None:
    fake = tmp_path / "pandoc"
    fake.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    fake.chmod(0o755)
    script = f"import os; os.environ['PATH'] = {str(tmp_path)!r} + ':/bin:/usr/bin'\n"
    script += "import aseanrok.brief.word; aseanrok.brief.word.LIMIT = 1\n" + RUN
    done = without(script, "brief", "bkcf", "-o", "x.docx", folder=tmp_path)
    assert done.returncode == 74 and "did not end in 1 seconds" in done.stderr
