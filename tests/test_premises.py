"""What a search says is not so: nothing of a meeting that is recorded, nor of a country that did chair or host."""

from __future__ import annotations

import pytest

from aseanrok import dates, store
from aseanrok.cli.missing import missing
from aseanrok.cli.premise import refuted
from aseanrok.search.ask import Library, ask, library
from aseanrok.search.question import parse
from aseanrok.views import NOT_HELD

TODAY = "2026-11-26"
STEP = 7
"""Every so many of the questions are searched for; of all of them it is asked what is said."""


@pytest.fixture(scope="module")
def known() -> Library:
    return library(store.search_column, store.search_names)


def titles(row: dict[str, object]) -> list[str]:
    return [title for title in (row["title"], row["title_ko"]) if isinstance(title, str)]


def test_nothing_is_said_not_to_be_recorded_of_a_meeting_by_its_own_title(known: Library) -> None:
    for row in store.table("meetings"):
        years = sorted({bound[:4] for bound in dates.bounds(row["date"])}) if row["date"] else []
        for title in titles(row):
            for text in (title, *(f"{title} {year}" for year in years)):
                question = parse(text, known.names)
                said = missing(question, known, TODAY, "en")
                # The line that says that it was postponed is true of one that was.
                if said is not None:
                    assert row["status"] in NOT_HELD[1:] and "was not held" in said.line and not said.question, text
                assert not refuted(question, known, "en"), text


def test_a_meeting_is_found_first_by_its_own_title(known: Library) -> None:
    shared: dict[str, int] = {}
    for row in store.table("meetings"):
        for title in titles(row):
            shared[title] = shared.get(title, 0) + 1
    for row in store.table("meetings")[::STEP]:
        for title in titles(row):
            ids = [known.records.facts(hit.number)[0] for hit in ask(known, title).hits]
            assert row["id"] in ids[: 1 if shared[title] == 1 else 3], title


def test_no_country_that_chaired_or_was_the_host_is_said_not_to_have(known: Library) -> None:
    called = {row["iso3"]: {row["name"], row["short_name"] or row["name"]} for row in store.table("countries")}
    codes = {name: row["iso3"] for row in store.table("countries") for name in (*called[row["iso3"]], *row["aliases"])}
    series = {row["id"]: row["name"] for row in store.table("series")}
    did: set[tuple[str, str]] = set()
    for row in store.table("meetings"):
        chairs = {codes.get(chair.rpartition("(")[2].rstrip(")")) for chair in row["chairs"]}
        did |= {(row["series"], code) for code in (*chairs, row["country"]) if row["series"] and code in called}
    assert len(did) > 200
    for id, code in sorted(did):
        for name in sorted(called[code] | ({"Laos"} if code == "LAO" else set())):
            for text in (f"{name} chaired {series[id]}", f"{series[id]} hosted by {name}"):
                assert not refuted(parse(text, known.names), known, "en"), text


def test_what_is_said_of_a_series_by_its_own_name_is_of_that_series(known: Library) -> None:
    lines = 0
    for row in store.table("series"):
        for name in filter(None, (row["name"], row["name_ko"])):
            said = missing(
                parse(f"제97차 {name}" if name == row["name_ko"] else f"97th {name}", known.names), known, TODAY, "en"
            )
            assert said is None or row["name"] in said.line, name
            lines += said is not None
            for asked in ("Fiji chaired", "Fiji hosted"):
                line = refuted(parse(f"{asked} {name}", known.names), known, "en")
                assert line.startswith(f"{row['name']}: ") or not line, name
    assert lines > 50
