"""`data.rows()`, and the page that shows how a notebook uses it: its blocks run, and print what it says."""

from __future__ import annotations

import contextlib
import io
import os
import re
from pathlib import Path
from typing import Any

import pytest

import aseanrok
from aseanrok import schema, store
from aseanrok.errors import UsageFailure
from aseanrok.model.partial_date import PartialDate

PAGE = Path(__file__).parent.parent / "docs" / "python.md"
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$(?:\n\n^```text\n(?P<said>.*?)^```$)?", re.MULTILINE | re.DOTALL)
LIBRARIES = "\n## pandas\n"
"""From this heading on the blocks use libraries of others; tests/peers runs them."""


def run_page(folder: Path, monkeypatch: pytest.MonkeyPatch, *, whole: bool) -> None:
    """Run the blocks of the page one after the other, and hold what each prints against what it says."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MPLBACKEND", "agg")
    names: dict[str, Any] = {"__name__": "__notebook__"}
    text = PAGE.read_text(encoding="utf-8")
    end = len(text) if whole else text.index(LIBRARIES)
    printed = []
    for block in BLOCK.finditer(text, 0, end):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(compile(block["code"], str(PAGE), "exec"), names)
        printed.append((block, out.getvalue()))
    if os.environ.get("UPDATE_GOLDEN"):
        for block, said in reversed(printed):
            if block["said"] is not None:
                text = text[: block.start("said")] + said + text[block.end("said") :]
        PAGE.write_text(text, encoding="utf-8")
        return
    assert [said for _, said in printed] == [block["said"] or "" for block, _ in printed]


def test_the_page_prints_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_page(tmp_path, monkeypatch, whole=False)


def test_rows_are_those_of_the_command() -> None:
    data = aseanrok.load()
    for name in schema.published():
        assert data.rows(name) == store.table(name)


def test_rows_are_the_callers_own() -> None:
    data = aseanrok.load()
    data.rows("timeline")[0]["frameworks"].append("mine")
    data.rows("timeline")[0]["title"] = "mine"
    row = data.rows("timeline")[0]
    assert "mine" not in row["frameworks"] and row["title"] != "mine"


def test_a_table_that_there_is_not_is_told_with_those_there_are() -> None:
    with pytest.raises(
        UsageFailure, match=r"no table 'timelin'\. Did you mean 'timeline'\? Known: timeline, frameworks, "
    ):
        aseanrok.load().rows("timelin")


@pytest.mark.parametrize("value", [2019, None, float("nan"), b"2011", "x", ["2019"]])
def test_what_is_no_date_is_refused_in_words(value: Any) -> None:
    date = PartialDate("2011")
    for call in (PartialDate, date.overlaps):
        with pytest.raises(ValueError, match="write 2019, 2019-11, 2019-11-25 or 2019-11-25/2019-11-26"):
            call(value)
    with pytest.raises((TypeError, ValueError), match=r"not supported between|is not a date"):
        _ = date < value


@pytest.mark.parametrize("name", [5, None, b"timeline"])
def test_a_name_that_is_no_text_is_no_table(name: Any) -> None:
    with pytest.raises(UsageFailure, match=r"no table .+ Known: timeline, frameworks, "):
        aseanrok.load().rows(name)
    with pytest.raises(KeyError, match=r"is no class of records; these are Framework, Country"):
        aseanrok.load().of(name)


def test_the_data_say_what_they_hold() -> None:
    said = repr(aseanrok.load())
    assert said.startswith(
        f"<aseanrok data, edition {store.edition()['version']}: timeline {len(store.table('timeline')):,}, "
    )
    assert all(f"{name} {len(store.table(name)):,}" in said for name in schema.published())
