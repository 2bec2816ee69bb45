"""`--format datapackage`: CSV files in a folder, and a description that programs read; or one file with all in it."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from aseanrok import schema, store
from conftest import Program


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, program: Program) -> Path:
    folder = tmp_path_factory.mktemp("package") / "aseanrok-2026.12"
    found = program("export", "--format", "datapackage", "-o", str(folder))
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
    return folder


def described(folder: Path) -> Any:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def test_every_table_is_a_file_with_every_value(package: Path) -> None:
    resources = {each["name"]: each for each in described(package)["resources"]}
    assert set(resources) == set(schema.published())
    assert {path.name for path in package.iterdir()} == {"datapackage.json", *(f"{name}.csv" for name in resources)}
    read = {"array": json.loads, "integer": int, "number": float, "boolean": {"true": True, "false": False}.get}
    for name, resource in resources.items():
        content = (package / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        rows = list(csv.reader(content.decode().splitlines(keepends=True)))
        fields = resource["schema"]["fields"]
        assert rows[0] == [field["name"] for field in fields]
        values = [
            {
                field["name"]: read.get(field["type"], str)(cell) if cell else None
                for field, cell in zip(fields, row, strict=True)
            }
            for row in rows[1:]
        ]
        # An empty text and nothing are one thing in CSV.
        expected = [
            {field: None if value == "" else value for field, value in row.items()} for row in store.table(name)
        ]
        assert values == expected


def test_it_says_what_it_is_and_what_its_fields_mean(package: Path) -> None:
    about = described(package)
    edition = store.edition()
    assert (about["version"], about["created"]) == (edition["version"], f"{edition['read']}T00:00:00Z")
    assert about["licenses"][0]["name"] == "CC0-1.0"
    assert len(about["sources"]) == len(store.table("sources"))
    meetings = next(each["schema"] for each in about["resources"] if each["name"] == "meetings")
    assert meetings["primaryKey"] == ["id"]
    leads = {each["fields"][0]: each["reference"] for each in meetings["foreignKeys"]}
    assert leads["series"] == {"resource": "series", "fields": ["id"]}
    assert leads["country"] == {"resource": "countries", "fields": ["iso3"]}
    documents = next(each["schema"] for each in about["resources"] if each["name"] == "documents")
    assert {"fields": ["replaces"], "reference": {"resource": "", "fields": ["id"]}} in documents["foreignKeys"]
    said = {field["name"]: field for field in meetings["fields"]}
    for name, field in schema.table("meetings").fields.items():
        assert said[name]["description"].startswith(field.description)


def test_of_a_listing_only_its_own_sources_are_told(program: Program) -> None:
    about = json.loads(program("funds", "akcf", "--format", "datapackage").stdout)
    (resource,) = about["resources"]
    assert resource["data"] == [row for row in store.table("funds") if row["id"] == "akcf"]
    assert len(about["sources"]) == len(resource["data"][0]["sources"])
    assert "foreignKeys" not in resource["schema"]


def test_the_same_edition_makes_the_same_files(program: Program, package: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert program("export", "--format", "datapackage", "-o", str(again)).returncode == 0
    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in package.iterdir()
    }


def test_where_one_file_is_in_the_way_none_is_written(program: Program, tmp_path: Path) -> None:
    line = ("export", "funds", "countries", "--format", "datapackage", "-o", str(tmp_path))
    (tmp_path / "funds.csv").write_text("mine", encoding="utf-8")
    refused = program(*line)
    assert refused.returncode == 2
    assert refused.stderr == f"aseanrok: --output: {tmp_path / 'funds.csv'} exists; --force replaces it\n"
    assert [path.name for path in tmp_path.iterdir()] == ["funds.csv"]
    assert (tmp_path / "funds.csv").read_text(encoding="utf-8") == "mine"
    assert program(*line, "--force").returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"countries.csv", "datapackage.json", "funds.csv"}


def test_a_name_that_ends_as_a_file_is_one_file(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "funds.json"
    assert program("export", "funds", "--format", "datapackage", "-o", str(path)).returncode == 0
    assert [each["name"] for each in json.loads(path.read_text(encoding="utf-8"))["resources"]] == ["funds"]


def test_near_hits_in_a_folder_are_no_success(program: Program, tmp_path: Path) -> None:
    line = ("search", "mekong", "summit", "rainwater")
    there = program(*line, "--json")
    done = program(*line, "--format", "datapackage", "-o", str(tmp_path / "hits"))
    assert (done.returncode, there.returncode) == (1, 1)
    (resource,) = described(tmp_path / "hits")["resources"]
    assert resource["name"] == "search"


# --- over an older one -----------------------------------------------------------------------------------------------


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_older_package_is_replaced_whole_and_what_is_not_ours_stays(program: Program, tmp_path: Path) -> None:
    words = ("-f", "datapackage", "-o", str(tmp_path / "p"))
    assert program("export", "funds", "offices", "places", *words).returncode == 0
    for mine in ("notes.txt", "mine.csv"):
        (tmp_path / "p" / mine).write_text("mine", encoding="utf-8")
    assert program("export", "funds", *words).returncode == 2
    assert "offices.csv" in names(tmp_path / "p"), "without --force nothing is taken away"
    assert program("export", "funds", *words, "--force").returncode == 0
    assert names(tmp_path / "p") == ["datapackage.json", "funds.csv", "mine.csv", "notes.txt"]
    assert [each["name"] for each in described(tmp_path / "p")["resources"]] == ["funds"]


def test_an_older_file_that_was_changed_is_named_and_nothing_happens(program: Program, tmp_path: Path) -> None:
    words = ("-f", "datapackage", "-o", str(tmp_path / "p"))
    assert program("export", "funds", "offices", *words).returncode == 0
    with (tmp_path / "p" / "offices.csv").open("a", encoding="utf-8") as file:
        file.write("my own line\r\n")
    before = (tmp_path / "p" / "datapackage.json").read_bytes()
    done = program("export", "funds", *words, "--force")
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert "offices.csv belongs to the older files there and was changed since" in done.stderr
    assert (tmp_path / "p" / "datapackage.json").read_bytes() == before


@pytest.mark.parametrize(
    "description",
    [
        '{"name": "theirs", "resources": [{"path": "theirs.csv", "hash": "sha256:SUM"}]}',
        '{"name": "aseanrok", "resources": [{"path": "../theirs.csv", "hash": "sha256:SUM"}]}',
        '{"name": "aseanrok", "resources": [{"path": "link.csv", "hash": "sha256:SUM"}]}',
        '{"name": "aseanrok", "resources": [{"path": "theirs.csv"}]}',
        '{"name": "aseanrok", "resources": 5}',
        "[1]",
        "not JSON",
        "[" * 100_000,
    ],
)
def test_a_description_of_another_hand_takes_no_file_away(description: str, program: Program, tmp_path: Path) -> None:
    (folder := tmp_path / "p").mkdir()
    for path in (tmp_path / "theirs.csv", folder / "theirs.csv"):
        path.write_text("theirs", encoding="utf-8")
    (folder / "link.csv").symlink_to(folder / "theirs.csv")
    total = hashlib.sha256(b"theirs").hexdigest()
    (folder / "datapackage.json").write_text(description.replace("SUM", total), encoding="utf-8")
    done = program("export", "funds", "-f", "datapackage", "-o", str(folder), "--force")
    assert (done.returncode, done.stderr) == (0, "")
    assert names(folder) == ["datapackage.json", "funds.csv", "link.csv", "theirs.csv"]
    assert (tmp_path / "theirs.csv").exists()


def test_a_pipe_that_is_called_as_the_description_is_not_waited_for(program: Program, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "datapackage.json")
    done = program("export", "funds", "-f", "datapackage", "-o", str(tmp_path), "--force")
    assert (done.returncode, done.stderr) == (2, f"aseanrok: --output: {tmp_path}/datapackage.json is not a file\n")
