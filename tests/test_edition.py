"""The edition of a tiny invented archive: what it publishes, and every way in which facts are refused."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from aseanrok import edition
from aseanrok.errors import InvalidData
from aseanrok.words import natural
from conftest import HERE, TINY, golden


def published(folder: Path) -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}


def test_everything_published_reads_as_the_golden_edition(tiny: Path) -> None:
    tables = published(tiny)
    text = "".join(
        f"== {name}\n" + "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in tables[name])
        for name in (about["name"] for about in tables["fields"] if not about.get("unread"))
    )
    golden("edition.txt", text)


def test_every_published_row_has_the_documented_fields(tiny: Path) -> None:
    tables = published(tiny)
    for about in tables["fields"]:
        name, documented = about["name"], [field["name"] for field in about["fields"]]
        assert all(field["description"] for field in about["fields"]), name
        assert about.get("unread") or all(list(row) == documented for row in tables[name]), name


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        edition.build(tmp_path / name, TINY)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


CASES: dict[str, dict[str, str]] = {
    case["name"]: case for case in tomllib.loads((HERE / "refused.toml").read_text(encoding="utf-8"))["case"]
}


def broken(tmp_path: Path, *names: str) -> Path:
    """Return a copy of the tiny archive with each of these cases in it."""
    folder = tmp_path / "data"
    shutil.copytree(TINY, folder)
    for name in names:
        case = CASES[name]
        path = folder / f"{case['table']}.toml"
        text = path.read_text(encoding="utf-8")
        assert text.count(case["before"]) == 1, "the case no longer changes one place"
        path.write_text(text.replace(case["before"], case["after"]), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", CASES, ids=lambda name: name.replace(" ", "-"))
def test_facts_that_break_a_rule_are_refused_by_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidData) as refused:
        edition.build(tmp_path / "tables", broken(tmp_path, name))
    assert CASES[name]["problem"] in refused.value.message.splitlines()
    assert not (tmp_path / "tables").exists(), "a refused edition writes nothing"


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    names = ("a dead reference", "in force before it was signed", "a formula")
    with pytest.raises(InvalidData) as refused:
        edition.build(tmp_path / "tables", broken(tmp_path, *names))
    told = refused.value.message
    assert all(problem in told for problem in ("outcomes.1", "documents: no record", "entry_into_force: 1995"))


def test_a_file_with_a_byte_order_mark_is_read_and_another_encoding_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(TINY, folder)
    path = folder / "countries.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    archive, _ = edition.check(folder)
    assert "aland" in archive.countries
    path.write_bytes("아란".encode("cp949"))
    _, problems = edition.check(folder)
    assert "countries.toml: it is not UTF-8; save it as UTF-8" in map(str, problems)


def test_a_file_of_no_table_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(TINY, folder)
    (folder / "meeting.toml").write_text("", encoding="utf-8")
    _, problems = edition.check(folder)
    told = "meeting.toml: no such table; the files are conflicts.toml, contributions.toml, countries.toml"
    assert str(problems[0]).startswith(told)


def test_fix_rewrites_what_is_out_of_form_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(TINY, folder)
    path = folder / "countries.toml"
    kept = path.read_text(encoding="utf-8")
    path.write_text(kept.replace('id = "beland"\nname = "Beland"', 'name = "Beland"\nid = "beland"'), encoding="utf-8")
    assert edition.rewrite(folder) == ["countries.toml"]
    assert path.read_text(encoding="utf-8") == kept
    assert edition.rewrite(folder) == []


def test_numbers_in_ids_are_numbers() -> None:
    assert sorted(["summit-10", "summit-2", "summit"], key=natural) == ["summit", "summit-2", "summit-10"]
