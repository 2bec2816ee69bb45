"""Rows and lines that are read by themselves are those that reading everything would find."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aseanrok import jsontext, store
from aseanrok.slices import Slices, Sorted

LETTERS = "ab=@-9한강"
WORDS = st.dictionaries(st.text(LETTERS, min_size=1, max_size=9), st.text("0123 ", max_size=900), max_size=40)


@given(WORDS, st.text(LETTERS, min_size=1, max_size=4))
def test_a_word_is_found_among_sorted_lines_however_long_they_are(words: dict[str, str], asked: str) -> None:
    lines = sorted(f"{word}\t{values}\n".encode() for word, values in words.items())
    known = Sorted(b"".join(lines))
    for word in (*words, asked):
        assert known.of(word) == words.get(word, "").encode().split()
    assert [*known.beginning(asked)] == [line[:-1] for line in lines if line.startswith(asked.encode())]
    assert {word for word, _ in known.within(asked)} == {word for word in words if asked in word}


def test_a_file_gives_the_slices_of_its_bytes(tmp_path: Path) -> None:
    content = "한강 declaration\nsecond\n".encode()
    (tmp_path / "some").write_bytes(content)
    slices = Slices(str(tmp_path / "some"), (tmp_path / "some").open("rb"))
    for part in (slice(None), slice(3), slice(4, 9), slice(9, None), slice(len(content), None), slice(0, 0)):
        assert slices[part] == content[part]
    assert slices.lines(content.index(b"s"), 5)[:1] == [b"second\n"]


@pytest.mark.usefixtures("tiny")
def test_rows_are_found_where_they_are_said_to_stand() -> None:
    tables = {name: json.loads(Path(store.PUBLISHED, f"{name}.json").read_text(encoding="utf-8")) for name in TABLES}
    ids = {row["id"] for row in tables["index"]}
    for name, rows in tables.items():
        for field in rows[0] if rows else ():
            if all(isinstance(row[field], str | None) for row in rows):
                for value in {*ids, *(row[field] for row in rows)} - {None}:
                    assert store.rows_where(name, field, (value,)) == [row for row in rows if row[field] == value]
            elif all(isinstance(row[field], list) for row in rows):
                for id in ids:
                    assert store.rows_naming(name, field, id) == [row for row in rows if id in row[field]]


TABLES = ("index", "meetings", "relations", "citations", "series", "members", "statements", "conflicts", "timeline")


def test_a_table_that_is_another_than_was_published_is_read_whole(tiny: Path) -> None:
    path = tiny / "meetings.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    changed = [{**row, "note": "told anew"} for row in rows]
    text = ",\n".join(json.dumps(row, separators=(",", ":"), ensure_ascii=False) for row in changed)
    path.write_text(f"[\n{text}\n]", encoding="utf-8")
    assert [store.rows_where("meetings", "id", (row["id"],)) for row in rows] == [[row] for row in changed]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)


@given(VALUES, st.sampled_from(["", " ", "\n"]))
def test_json_is_read_as_the_package_reads_it(value: object, around: str) -> None:
    text = around + json.dumps(value, ensure_ascii=False) + around
    assert jsontext.read(text.encode("utf-8", "replace")) == json.loads(text.encode("utf-8", "replace"))


@pytest.mark.parametrize("text", [b"", b"[1,]", b"{", b"[1] 2", b"nul", b'"a', b"\xff", b"[1]]"])
def test_what_is_no_json_is_refused(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    for scan in (jsontext._scan, None):  # a Python without the scanner reads the same
        monkeypatch.setattr(jsontext, "_scan", scan)
        with pytest.raises(ValueError):
            jsontext.read(text)


@given(st.text())
def test_a_text_is_quoted_as_the_package_quotes_it(text: str) -> None:
    assert jsontext.quoted(text) == json.dumps(text, ensure_ascii=False)
