"""The page for notebooks, with pandas, a chart, and DuckDB."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from test_python import run_page


def test_the_whole_page_prints_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, peer: Callable[[str], ModuleType]
) -> None:
    for library in ("pandas", "duckdb", "matplotlib"):
        peer(library)
    run_page(tmp_path, monkeypatch, whole=True)
    assert (tmp_path / "mkcf.png").read_bytes()[:4] == b"\x89PNG"
    assert (tmp_path / "meetings.parquet").read_bytes()[:4] == b"PAR1"
