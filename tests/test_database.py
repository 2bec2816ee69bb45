"""`--format sqlite`: a database that says what it holds, in which every reference leads somewhere."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from aseanrok import schema, store
from conftest import Program, screen


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, program: Program) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("database") / "aseanrok.db"
    found = program("export", "-o", str(path))
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
    with closing(sqlite3.connect(path)) as opened:
        opened.row_factory = sqlite3.Row
        yield opened


def tables(database: sqlite3.Connection) -> set[str]:
    return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_every_table_is_there_with_every_value(database: sqlite3.Connection) -> None:
    for table in schema.tables():
        found = [dict(row) for row in database.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')]
        for row in found:
            row.pop("row", None)
            for name, field in table.fields.items():
                if field.type == "list":
                    row[name] = json.loads(row[name])
                elif field.type == "boolean" and row[name] is not None:
                    assert row[name] in (0, 1)
                    row[name] = bool(row[name])
        assert found == store.table(table.name), table.name


def test_every_reference_leads_to_a_row_that_is_there(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [tuple(row) for row in database.execute("PRAGMA integrity_check")] == [("ok",)]
    known = {
        (table, row["from"]): (row["table"], row["to"])
        for table in tables(database)
        for row in database.execute(f'PRAGMA foreign_key_list("{table}")')
    }
    for table in schema.tables():
        for name, field in table.fields.items():
            values = [row[name] for row in store.table(table.name) if row[name]]
            if not field.refers_to or not values:
                continue
            if field.type == "list":
                assert known[f"{table.name}_{name}", f"{name}_id"] == (field.refers_to, "id")
                (pairs,) = database.execute(f'SELECT count(*) FROM "{table.name}_{name}"').fetchone()
                assert pairs == sum(len(set(value)) for value in values)
            else:
                assert known[table.name, name] == (field.refers_to, "id")
    assert known["meetings", "country"] == ("countries", "iso3")
    assert known["meetings_sources", "meetings_id"] == ("meetings", "id")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("INSERT INTO meetings (id, series) VALUES ('x', 'no-such-series')")


def test_the_columns_have_their_types(database: sqlite3.Connection) -> None:
    row = database.execute("SELECT typeof(value), typeof(unit), typeof(sources) FROM contributions LIMIT 1").fetchone()
    assert tuple(row) == ("real", "text", "text")
    plan = " ".join(
        row["detail"] for row in database.execute("EXPLAIN QUERY PLAN SELECT * FROM meetings WHERE date > '2020'")
    )
    assert "USING INDEX meetings_date_index" in plan


FOUND = "WHERE row IN (SELECT rowid FROM texts_fts WHERE texts_fts MATCH ?)"


@pytest.mark.parametrize(("words", "id"), [("정상회의", "asean-rok-summit-10"), ("Cooperation Fund", "akcf")])
def test_words_are_found_in_both_languages(database: sqlite3.Connection, words: str, id: str) -> None:
    found = {row["id"] for row in database.execute(f"SELECT id FROM texts {FOUND}", (f'"{words}"',))}
    assert id in found


def test_a_word_of_two_syllables_is_found_by_like(database: sqlite3.Connection) -> None:
    query = "SELECT city FROM texts JOIN meetings USING (id) WHERE texts.text LIKE '%부산%'"
    assert "Busan" in {row["city"] for row in database.execute(query)}


def test_it_says_which_edition_it_is_and_what_its_fields_mean(database: sqlite3.Connection) -> None:
    (edition,) = database.execute("SELECT * FROM edition")
    assert (edition["version"], edition["licence"]) == (store.edition()["version"], "CC0-1.0")
    said = {(row["table"], row["name"]): row for row in database.execute("SELECT * FROM fields")}
    assert set(said) == {(table.name, name) for table in schema.tables() for name in table.fields}
    assert said["meetings", "series"]["refers_to"] == "series.id"
    assert said["meetings", "date"]["heading_ko"] == "일자"
    metadata = json.loads(edition["datasette"])["databases"]["aseanrok"]["tables"]
    assert metadata["meetings"]["label_column"] == "title"


def test_no_page_of_it_is_empty(database: sqlite3.Connection) -> None:
    assert tuple(database.execute("PRAGMA freelist_count").fetchone()) == (0,)


def test_the_same_edition_makes_the_same_bytes(program: Program) -> None:
    first, second = (program("export", "--format", "sqlite", text=False).stdout for _ in range(2))
    assert first == second
    assert first[:16] == b"SQLite format 3\0"  # type: ignore[comparison-overlap]


@pytest.mark.parametrize("ending", ["db", "sqlite", "sqlite3"])
def test_a_listing_is_a_database_of_one_table(program: Program, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"mekong.{ending}"
    assert program("meetings", "--framework", "mekong", "--fields", "id,series,date", "-o", str(path)).returncode == 0
    with closing(sqlite3.connect(path)) as database:
        assert {"meetings", "edition", "fields"} <= tables(database)
        assert "series" not in tables(database)
        # What it refers to was left out: the column is there, and no reference to nowhere.
        assert database.execute("PRAGMA foreign_key_list(meetings)").fetchall() == []
        assert database.execute("SELECT date FROM meetings WHERE id = 'mekong-rok-fmm-7'").fetchone() is not None


def test_rows_left_out_break_no_reference(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "few.db"
    assert program("export", "meetings", "series", "-n", "3", "-o", str(path)).returncode == 0
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert [database.execute(f"SELECT count(*) FROM {name}").fetchone() for name in ("meetings", "series")] == [
            (3,),
            (3,),
        ]


@pytest.mark.parametrize(
    "line",
    [("search", "cooperation", "fund"), ("fields",), ("compare", "apt", "eas"), ("contributions", "--by", "year")],
)
def test_answers_that_are_no_table_of_the_edition_are_databases_too(
    program: Program, tmp_path: Path, line: tuple[str, ...]
) -> None:
    path = tmp_path / "answer.db"
    assert program(*line, "-o", str(path)).returncode == 0
    rows = json.loads(program(*line, "--json").stdout)
    with closing(sqlite3.connect(path)) as database:
        name = {"compare": "compared"}.get(line[0], line[0])
        assert database.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (len(rows),)


@pytest.mark.parametrize(("table", "field"), [("contributions", "value"), ("sources", "facts")])
def test_groups_of_numbers_are_numbers(program: Program, tmp_path: Path, table: str, field: str) -> None:
    path = tmp_path / "groups.db"
    assert program(table, "--by", field, "-o", str(path)).returncode == 0
    groups = [row[field] for row in json.loads(program(table, "--by", field, "--json").stdout)]
    with closing(sqlite3.connect(path)) as database:
        assert [value for (value,) in database.execute(f'SELECT "{field}" FROM "{table}" ORDER BY 1')] == groups
        assert {*database.execute(f'SELECT DISTINCT typeof("count") FROM "{table}"')} == {("integer",)}


@pytest.mark.parametrize(("table", "field"), [("meetings", "ordinal"), ("members", "founding")])
def test_groups_of_what_is_not_always_recorded_are_texts(
    program: Program, tmp_path: Path, table: str, field: str
) -> None:
    path = tmp_path / "groups.db"
    assert program(table, "--by", field, "-o", str(path)).returncode == 0
    groups = [row[field] for row in json.loads(program(table, "--by", field, "--json").stdout)]
    texts = [value if isinstance(value, str) else json.dumps(value) for value in groups]
    with closing(sqlite3.connect(path)) as database:
        assert [value for (value,) in database.execute(f'SELECT "{field}" FROM "{table}" ORDER BY rowid')] == texts
    (resource,) = json.loads(program(table, "--by", field, "-f", "datapackage").stdout)["resources"]
    (declared,) = (each for each in resource["schema"]["fields"] if each["name"] == field)
    assert declared["type"] == "string" and [row[field] for row in resource["data"]] == texts


def test_a_file_is_replaced_only_by_force(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_text("mine", encoding="utf-8")
    refused = program("export", "-o", str(path))
    assert (refused.returncode, path.read_text(encoding="utf-8")) == (2, "mine")
    assert refused.stderr == f"aseanrok: --output: {path} exists; --force replaces it\n"
    assert program("export", "-o", str(path), "--force").returncode == 0
    assert path.read_bytes()[:6] == b"SQLite"
    assert [each.name for each in tmp_path.iterdir()] == ["mine.db"]


def test_a_terminal_is_shown_no_database() -> None:
    assert "sqlite is not text; name a file: -o export.db" in screen("export", "--format", "sqlite", code=2)


def test_an_old_sqlite_is_told_of(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from aseanrok.__main__ import run

    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.34.1")
    assert run(["funds", "-f", "sqlite"]) == 2
    assert capsys.readouterr().err == "aseanrok: sqlite needs SQLite 3.36 or later; this Python has 3.34.1\n"


def test_no_file_is_needed_beside_the_one_that_is_asked_for(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "all.db"
    found = program("export", "-o", str(path), TMPDIR="/proc", SQLITE_TMPDIR="/proc")
    assert (found.returncode, found.stderr) == (0, "")


def test_what_sqlite_cannot_do_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from aseanrok.__main__ import run

    def limited(*where: str, **options: None) -> sqlite3.Connection:
        opened = connect(*where, **options)
        opened.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 50)
        return opened

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", limited)
    assert run(["funds", "-o", str(tmp_path / "funds.db")]) == 74
    assert capsys.readouterr().err == "aseanrok: SQLite cannot make the database: query string is too large\n"
    assert not list(tmp_path.iterdir())


def test_somebody_at_a_terminal_is_told_how_many_tables(tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    assert screen("export", "funds", "countries", "-o", str(path)).splitlines()[-1] == f"{path}: 2 tables"
