"""The data package, validated by frictionless and read by pandas."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aseanrok import store
from conftest import TINY, Program, put

Peer = Callable[[str], ModuleType]


def problems(report: Any) -> list[str]:
    return [error.message for task in report.tasks for error in task.errors] + [
        error.message for error in report.errors
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, program: Program) -> Path:
    made = tmp_path_factory.mktemp("package") / "aseanrok"
    assert program("export", "--format", "datapackage", "-o", str(made)).returncode == 0
    return made


def test_frictionless_finds_nothing_wrong(folder: Path, peer: Peer) -> None:
    package = peer("frictionless").Package(folder / "datapackage.json")
    report = package.validate()
    assert (problems(report), report.warnings, report.valid) == ([], [], True)
    row = next(row for row in package.get_resource("meetings").read_rows() if row["id"] == "mekong-rok-fmm-7")
    assert row["frameworks"] == ["mekong"]


def test_frictionless_finds_a_reference_that_leads_nowhere(folder: Path, peer: Peer, tmp_path: Path) -> None:
    """The description says enough for a mistake to be found: what no error is found in is not unchecked."""
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    kept = [each for each in about["resources"] if each["name"] in ("offices", "holders", "countries", "institutions")]
    for each in kept:
        text = (folder / each["path"]).read_text(encoding="utf-8")
        if each["name"] == "holders":
            text = text.replace(",asean-chair,", ",nobody,")
        (tmp_path / each["path"]).write_text(text, encoding="utf-8")
        del each["bytes"], each["hash"]
    (tmp_path / "datapackage.json").write_text(json.dumps({**about, "resources": kept}), encoding="utf-8")
    report = peer("frictionless").Package(tmp_path / "datapackage.json").validate()
    assert any("foreign key" in each.lower() for each in problems(report))


def test_the_rows_in_one_file_are_valid_too(program: Program, peer: Peer, tmp_path: Path) -> None:
    path = tmp_path / "mekong.json"
    assert program("timeline", "mekong", "--format", "datapackage", "-o", str(path)).returncode == 0
    report = peer("frictionless").Package(path).validate()
    assert (problems(report), report.valid) == ([], True)


def test_hostile_texts_come_back_whole(peer: Peer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from aseanrok.__main__ import run
    from aseanrok.edition import build

    tables = tmp_path / "tables"
    build(tables, TINY)
    put(tables, monkeypatch)
    assert run(["export", "--format", "datapackage", "-o", str(tmp_path / "package")]) == 0
    package = peer("frictionless").Package(tmp_path / "package" / "datapackage.json")
    report = package.validate()
    assert problems(report) == []
    for name in ("meetings", "conflicts", "sources"):
        read = [row.to_dict() for row in package.get_resource(name).read_rows()]
        assert read == store.table(name)


def test_pandas_reads_it_with_its_types(folder: Path, peer: Peer) -> None:
    pandas = peer("pandas")
    frame = pandas.read_csv(folder / "contributions.csv", converters={"sources": json.loads})
    assert str(frame["value"].dtype) in ("float64", "int64")
    assert frame["sources"].tolist() == [row["sources"] for row in store.table("contributions")]
    assert "한-아세안 협력기금" in set(pandas.read_csv(folder / "funds.csv")["name_ko"])
