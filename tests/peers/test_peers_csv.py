"""The flat files, opened by pandas."""

from __future__ import annotations

import io
from collections.abc import Callable
from types import ModuleType

from conftest import Program


def test_pandas_reads_every_row_and_every_letter(program: Program, peer: Callable[[str], ModuleType]) -> None:
    pandas = peer("pandas")
    written = program("export", "meetings", "--format", "csv").stdout
    frame = pandas.read_csv(io.StringIO(written), dtype=str)
    assert len(frame) == program("meetings", "--quiet").stdout.count("\n")
    assert "제1차 아세안 외교장관 회의" in set(frame["title_ko"])
