"""The database, opened by the programs it is for: sqlite-utils, Datasette, pandas."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aseanrok import store
from conftest import Program

Peer = Callable[[str], ModuleType]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, program: Program) -> Path:
    made = tmp_path_factory.mktemp("database") / "aseanrok.db"
    assert program("export", "-o", str(made)).returncode == 0
    return made


def test_sqlite_utils_reads_its_schema_and_searches_it(path: Path, peer: Peer) -> None:
    database = peer("sqlite_utils").Database(path)
    meetings = database["meetings"]
    assert meetings.pks == ["id"]
    assert meetings.columns_dict["ordinal"] is int
    assert database["contributions"].columns_dict["value"] is float
    assert ("series", "series", "id") in {
        (key.column, key.other_table, key.other_column) for key in meetings.foreign_keys
    }
    assert meetings.get("mekong-rok-fmm-7")["date"] == "2017-09-01"
    found = list(database["texts"].search('"외교장관회의"'))
    assert "meetings" in {row["table"] for row in found}


def test_datasette_serves_it(path: Path, peer: Peer) -> None:
    datasette = peer("datasette.app").Datasette
    with closing(sqlite3.connect(path)) as database:
        (metadata,) = database.execute("SELECT datasette FROM edition").fetchone()
    served = datasette([str(path)], metadata=json.loads(metadata))

    async def got(address: str) -> Any:
        answer = await served.client.get(address)
        assert answer.status_code == 200, (address, answer.text[:500])
        return answer

    async def visit() -> None:
        rows = (await got("/aseanrok/meetings.json?_shape=array&_size=max")).json()
        assert {row["id"] for row in rows} == {row["id"] for row in store.table("meetings")}
        page = (await got("/aseanrok/meetings")).text
        assert "Meetings, held or announced, oldest first." in page
        assert "Creative Commons" in page or "CC0-1.0" in page
        assert '<a href="fields?table=meetings">' in page
        assert "Building or address." in (await got("/aseanrok/fields?table=meetings")).text
        row = (await got("/aseanrok/meetings?id=mekong-rok-fmm-7")).text
        # A reference is a link, and says what it leads to.
        assert '<a href="/aseanrok/series/mekong-rok-fmm">Mekong-ROK Foreign Ministers&#39; Meeting</a>' in row
        await got("/aseanrok/meetings/mekong-rok-fmm-7")
        hits = (await got("/aseanrok/texts.json?_search=%EC%A0%95%EC%83%81%ED%9A%8C%EC%9D%98&_shape=array")).json()
        assert hits
        assert all("정상회의" in " ".join(map(str, row.values())) for row in hits)
        await got("/aseanrok")

    asyncio.run(visit())


def test_pandas_reads_a_query(path: Path, peer: Peer) -> None:
    pandas = peer("pandas")
    with closing(sqlite3.connect(path)) as database:
        frame = pandas.read_sql("SELECT fund, value FROM contributions WHERE unit = 'USD'", database)
    assert str(frame["value"].dtype) == "float64"
    assert frame["value"].sum() == sum(row["value"] for row in store.table("contributions") if row["unit"] == "USD")
