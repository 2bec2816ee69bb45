"""What every test may use: the program as a user runs it, and a tiny invented archive."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from aseanrok import schema, store
from aseanrok.cli import grammar

HERE = Path(__file__).parent
TINY = HERE / "tiny"

# On a busy machine a deadline fails for no fault of the code; `.ci/run` asks for the profile without any.
settings.register_profile("ci", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

CLEAN = {"PATH", "HOME", "SYSTEMROOT", "TMPDIR"}

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
    for module, name in ((store, "_read"), (store, "_files"), (schema, "_known"), (grammar, "_made")):
        monkeypatch.setattr(module, name, {})


def golden(name: str, text: str) -> None:
    """Compare a text with a file one can read; `UPDATE_GOLDEN=1` writes the file, to be looked at before it is kept."""
    path = HERE / "golden" / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8")
