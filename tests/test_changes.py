"""`changes`: what is otherwise than in an edition before, and the digests that past editions are kept as."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aseanrok import past, store
from aseanrok.changes import changes, of_digest, of_tables
from aseanrok.cli.records import find
from aseanrok.edition import check
from aseanrok.edition.digest import EDITIONS, compared, current, digest, ids, read, write
from aseanrok.edition.load import read_edition
from aseanrok.edition.publish import publish
from aseanrok.tables import PUBLISHED
from conftest import TINY, Program, put

PAST = sorted(EDITIONS.glob("*.json.gz"))
CHANGELOG = Path(__file__).parent.parent / "CHANGELOG.md"


def rows(program: Program, *arguments: str) -> Any:
    done = program("changes", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


# --- what is kept -----------------------------------------------------------------------------------------------------


def test_every_edition_that_was_released_is_kept() -> None:
    """Where this fails a release was cut without its digest: `python -m aseanrok.edition.digest`, then commit."""
    _, *released = re.split(r"^## (?=\d)", CHANGELOG.read_text(encoding="utf-8"), flags=re.MULTILINE)
    editions = {version for section in released for version in re.findall(r"Edition (\d{4}\.\d{2})", section)}
    assert editions <= {path.name.removesuffix(".json.gz") for path in PAST}


def test_an_edition_that_was_released_does_not_change() -> None:
    """Where this fails facts have changed since the release: raise `version` in edition.toml."""
    for path in PAST:
        kept = read(path)
        if kept["version"] == store.edition()["version"]:
            assert kept == current()


@pytest.mark.parametrize("path", PAST, ids=lambda path: str(path.name))
def test_a_digest_is_small_and_made_the_same_again(path: Path, tmp_path: Path) -> None:
    content = read(path)
    assert path.stat().st_size < 300_000
    assert path.name == f"{content['version']}.json.gz"
    again, twice = write(content, tmp_path).read_bytes(), write(content, tmp_path).read_bytes()
    assert again == twice
    assert read(tmp_path / path.name) == content


@pytest.mark.parametrize("path", PAST, ids=lambda path: str(path.name))
def test_every_id_of_every_past_edition_leads_somewhere(path: Path) -> None:
    known = set(store.ids("index"))
    gone = ids(read(path)) - known
    assert all((row := find(id)) and row["id"] in known for id in gone)


def test_an_id_that_was_merged_shows_the_record_that_took_its_place(program: Program) -> None:
    done = program("show", "mkcf-rainwater-health-facilities", "--json")
    assert json.loads(done.stdout)[0]["id"] == "mkcf-rainwater-rural-schools"


# --- what is compared -------------------------------------------------------------------------------------------------


def test_the_first_edition_and_the_second(program: Program) -> None:
    found = rows(program, "2026.11..2026.12")
    told = {(row["what"], row["id"], row["field"]): row for row in found}
    assert len(told) == len(found)
    refined = told["refined", "amm-24", "date"]
    assert (refined["before"], refined["after"]) == ("1991-07", "1991-07-19/1991-07-20")
    assert told["merged", "asean-chair-2009", None]["after"] == "asean-chair-2008"
    moved = told["moved", "asean-chair-2010", "table"]
    assert (moved["before"], moved["after"]) == ("milestones", "holders")
    assert ("added", "akcf", None) not in told
    # What an edition had without ids is not taken for new.
    assert not [row for row in found if row["table"] == "contributions"]
    reason = told["corrected", "mekong-rok-fmm-1", "date"]["reason"]
    assert reason.endswith("(mekong-rok-fmm-1-date)")
    assert [row["what"] for row in found] == sorted(
        (row["what"] for row in found), key=["corrected", "refined", "merged", "removed", "moved", "added"].index
    )


def test_one_edition_is_compared_with_the_newest(program: Program) -> None:
    everything = rows(program, "2026.11")
    assert everything == rows(program, "2026.11..") != []
    assert {row["edition"] for row in everything} == {store.edition()["version"]}
    newest = max(version for path in PAST if (version := read(path)["version"]) < store.edition()["version"])
    assert rows(program) == rows(program, newest)


def test_filters_leave_what_is_asked_for(program: Program) -> None:
    found = rows(
        program, "2026.11", "--kind", "corrected,refined", "--framework", "mekong", "--where", "table=meetings"
    )
    assert found and {(row["what"] in ("corrected", "refined"), row["table"]) for row in found} == {(True, "meetings")}
    counts = {row["what"]: row["count"] for row in rows(program, "2026.11", "--by", "what")}
    assert counts["merged"] == len(rows(program, "2026.11", "--kind", "통합"))


def test_a_reader_is_told_how_much_and_what_is_not_compared(program: Program) -> None:
    told = program("changes", "2026.11", "--kind", "merged").stderr.splitlines()
    assert re.fullmatch(r"2026\.11 to \d{4}\.\d{2}: \d+ records? merged", told[0])
    assert told[1] == "Not compared: contributions, which had no ids in 2026.11"
    korean = program("changes", "2026.11", "--kind", "corrected", "--lang", "ko").stdout
    assert "정정" in korean and "상태" in korean and "개최" in korean


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("2025.01", "no edition '2025.01'; there are 2026.11, "),
        ("2026.11..2025.01", "no edition '2025.01'; there are 2026.11, "),
        ("2026.11..2026.11", "'2026.11..2026.11': 2026.11 is not older than 2026.11; write 202"),
        ("..2026.11", "'..2026.11': there is no edition before 2026.11; write 202"),
    ],
)
def test_editions_that_cannot_be_compared_are_told(program: Program, words: str, why: str) -> None:
    done = program("changes", words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"aseanrok: {why}")


SHAPES = [
    gzip.compress(json.dumps({"version": "2026.11", "tables": tables, "former": {}, "without_ids": []}).encode())
    for tables in ({"meetings": 5}, {"meetings": {"a": 5}}, {"meetings": {"rows": 5, "fields": []}})
]
"""Digests that are JSON and hold what no digest holds."""


def misfit(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return the digest of an edition in whose table of meetings something is otherwise than in any digest."""
    content = read(PAST[0])
    change(content["tables"]["meetings"])
    return gzip.compress(json.dumps(content).encode(), 1)


MISFITS = [
    misfit(lambda table: next(iter(table["rows"].values())).pop()),
    misfit(lambda table: table.update(fields=table["fields"][:3])),
    misfit(lambda table: table["rows"].update({"nowhere/x": next(iter(table["rows"].values()))})),
    misfit(lambda table: [row.__setitem__(table["fields"].index("date"), 5) for row in table["rows"].values()]),
    misfit(lambda table: [row.__setitem__(table["fields"].index("date"), {}) for row in table["rows"].values()]),
]
"""Digests whose rows have another length, or other values, than their fields."""


DEEP = gzip.compress(b"[" * 200_000)


def test_a_damaged_digest_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from aseanrok.__main__ import run

    monkeypatch.setattr(past, "EDITIONS", str(tmp_path))
    for content in (
        PAST[0].read_bytes()[:-100],
        gzip.compress(b"{}"),
        gzip.compress(b"[1]"),
        DEEP,
        b"",
        next(path for path in PAST if "2026.11" not in path.name).read_bytes(),  # another edition's
        *SHAPES,
        *MISFITS,
    ):
        (tmp_path / "2026.11.json.gz").write_bytes(content)
        assert run(["changes"]) == 3
        told = f"aseanrok: {tmp_path / '2026.11.json.gz'} is damaged; install aseanrok again\n"
        assert capsys.readouterr().err == told


# --- the comparison itself, on the tiny archive ----------------------------------------------------------------------


def tiny_digest() -> dict[str, Any]:
    archive, problems = check(TINY)
    assert problems == []
    return digest(read_edition(TINY)[0], publish(archive))


@pytest.mark.usefixtures("tiny")
def test_an_edition_is_what_its_digest_says() -> None:
    kept = json.loads(json.dumps(tiny_digest()))
    assert changes(of_digest(kept), of_digest(kept)) == []
    assert changes(of_digest(kept), of_tables("2001.03", store.table)) == []


@pytest.mark.usefixtures("tiny")
def test_each_kind_of_change_is_told() -> None:
    now = of_tables("2001.03", store.table)
    kept = tiny_digest()
    meetings = kept["tables"]["meetings"]
    id, values = next((id, row) for id, row in meetings["rows"].items() if row[meetings["fields"].index("date")])
    at = {name: number for number, name in enumerate(meetings["fields"])}

    def told(name: str, before: object) -> list[tuple[str, str, str | None, str | None, str | None]]:
        old = json.loads(json.dumps(kept))
        old["tables"]["meetings"]["rows"][id][at[name]] = before
        found = changes(of_digest(old), now)
        return [(row["what"], row["id"], row["field"], row["before"], row["after"]) for row in found]

    date = values[at["date"]]
    assert told("date", date[:4]) == [("refined", id, "date", date[:4], date)]
    assert told("date", "1999") == [("corrected", id, "date", "1999", date)]
    assert told("date", None) == [("added", id, "date", None, date)]
    assert told("chairs", [*values[at["chairs"]], "Nobody"]) == [("removed", id, "chairs", "Nobody", None)]
    del kept["tables"]["meetings"]["rows"][id]
    assert [(row["what"], row["id"], row["field"]) for row in changes(of_digest(kept), now)] == [("added", id, None)]
    kept["tables"]["meetings"]["rows"]["gone"] = values
    assert ("removed", "gone") in {(row["what"], row["id"]) for row in changes(of_digest(kept), now)}


def test_the_facts_of_every_table_of_records_are_kept() -> None:
    for name, table in PUBLISHED.items():
        assert bool(compared(table)) == bool(table.record or table.belongs), name
    assert not {"summary", "note", "sources", "derived"} & {
        name for table in PUBLISHED.values() for name in compared(table)
    }


def test_an_edition_without_one_before_it_has_nothing_to_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from aseanrok.__main__ import run
    from aseanrok.edition import build

    build(tmp_path / "tables", TINY)
    put(tmp_path / "tables", monkeypatch)
    (tmp_path / "editions").mkdir()
    monkeypatch.setattr(past, "EDITIONS", str(tmp_path / "editions"))
    assert run(["changes"]) == 2
    assert capsys.readouterr().err == "aseanrok: there is no edition before 2001.02 to compare it with\n"


def test_conflicts_of_kept_editions_belong_to_the_frameworks_of_what_they_are_about(program: Program) -> None:
    kept = program("changes", "2026.11..2026.12", "--json").stdout
    newest = program("changes", "2026.11..2027.01", "--json").stdout
    wanted = {row["id"]: row["frameworks"] for row in json.loads(newest) if row["table"] == "conflicts"}
    conflicts = [row for row in json.loads(kept) if row["table"] == "conflicts"]
    found = {row["id"]: row["frameworks"] for row in conflicts}
    asked = {row["id"]: row["question"] for row in store.table("conflicts")}
    assert all(row["title_ko"] for row in conflicts if asked.get(row["id"]) == row["title"])
    assert sum(bool(each) for each in found.values()) > 90
    assert {id: each for id, each in found.items() if id in wanted and wanted[id] != each} == {}
    mekong = program("changes", "2026.11..2026.12", "--framework", "mekong", "--where", "table=conflicts", "-q").stdout
    assert sorted(mekong.split()) == sorted(id for id, each in found.items() if "mekong" in each) != []
