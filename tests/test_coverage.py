"""How much is recorded, and what is not: never more than the records can tell."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from aseanrok import load, store
from aseanrok.cards import card, full
from aseanrok.cli.answer import answer
from aseanrok.edition import build
from aseanrok.tables import RECORDS
from aseanrok.tables.coverage import exact, share
from aseanrok.tables.sources import are_independent
from aseanrok.words.english import in_words
from conftest import TINY, Program, put


def row(id: str) -> dict[str, Any]:
    return next(row for row in store.table("coverage") if row["id"] == id)


@pytest.mark.usefixtures("tiny")
def test_a_series_is_measured_against_its_highest_number() -> None:
    gulf = row("gulf-summit")
    assert gulf["ordinals"] == ["1", "2", "10"]
    assert gulf["holes"] == ["3", "4", "5", "6", "7", "8", "9"] and gulf["not_recorded"] == "3rd to 9th"
    assert (gulf["records"], gulf["highest"], gulf["first"], gulf["last"]) == (3, 10, "1991", "2000-06-01")
    assert (gulf["exact_day"], gulf["two_publishers"], gulf["read"]) == (0.33, 0.33, "2001-02-03")


@pytest.mark.usefixtures("tiny")
def test_every_table_is_measured_and_the_timeline() -> None:
    tables = [row["id"] for row in store.table("coverage") if row["kind"] == "table"]
    assert tables == [*(table for table in RECORDS if table not in ("sources", "conflicts")), "timeline"]
    assert row("meetings")["records"] == 4 and row("milestones")["first"] is None
    assert row("statistics")["exact_day"] is None, "a year is as exact as a figure's period should be"
    assert row("timeline")["records"] == len(store.table("timeline"))


def test_a_meeting_that_was_not_held_has_a_number_and_no_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TINY, tmp_path / "data")
    path = tmp_path / "data" / "meetings.toml"
    block = '\n[[meeting]]\nid = "gulf-summit-12"\nseries = "gulf-summit"\nordinal = 12\nstatus = "announced"\n'
    block += 'date = "2003"\nconfidence = "announced"\nsources = [\n    { source = "gazette", at = "page 9" },\n]\n'
    text = path.read_text(encoding="utf-8")
    before, harbour = text.split('\n[[meeting]]\nid = "harbour-night"')
    path.write_text(f'{before}{block}\n[[meeting]]\nid = "harbour-night"{harbour}', encoding="utf-8")
    build(tmp_path / "tables", tmp_path / "data")
    put(tmp_path / "tables", monkeypatch)
    gulf = row("gulf-summit")
    assert (gulf["highest"], gulf["last"]) == (12, "2000-06-01")
    assert gulf["not_recorded"] == "3rd to 9th, 11th"


@pytest.mark.parametrize(
    ("publishers", "independent"),
    [
        (["Hankyung (Yonhap)", "WOW TV (Yonhap)"], False),
        (["Hankyung", "Hankyung (Yonhap)"], False),
        (["Yonhap (copy on namu.news)", "Hankyung (Yonhap)"], False),
        (["ASEAN Secretariat", "docslib.org (copy of the ASEAN text)"], False),
        (["A school (encyclopedia copy)", "A blog (encyclopedia copy)"], False),
        (["Hankyung (Yonhap)", "VietnamPlus (VNA)"], True),
        (["Hankyung (Yonhap)", "WOW TV (Yonhap)", "Dong-A Ilbo"], True),
        (["Dong-A Ilbo"], False),
    ],
)
def test_copies_of_one_report_are_one_publisher(publishers: list[str], independent: bool) -> None:
    known = next(iter(load().sources.values()))
    assert are_independent([known.model_copy(update={"publisher": name}) for name in publishers]) is independent


def test_all_records_together_come_first() -> None:
    (first, *others) = store.table("coverage")
    assert (first["id"], first["kind"]) == ("all", "all")
    assert first["records"] == sum(each["records"] for each in others if each["kind"] == "table") - len(
        store.table("timeline")
    ), "the acts of the timeline are records told again"
    series = [each for each in others if each["kind"] == "series"]
    recorded, missing = (sum(len(each[name]) for each in series) for name in ("ordinals", "holes"))
    assert first["numbers"] == recorded * 100 // (recorded + missing) / 100


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([], ""),
        ([3], "3rd"),
        ([3, 20], "3rd, 20th"),
        ([1, 2], "1st, 2nd"),
        ([1, 2, 3, 5], "1st to 3rd, 5th"),
        ([11, 12, 13, 21, 22], "11th to 13th, 21st, 22nd"),
    ],
)
def test_numbers_in_words(numbers: list[int], words: str) -> None:
    assert in_words(numbers) == words


def test_nearly_all_is_not_all() -> None:
    assert share([True] * 999 + [False]) == 0.99
    assert share([True] * 999) == 1
    assert share([]) is None


@pytest.mark.parametrize(
    ("edtf", "is_exact"),
    [("2000-05-31", True), ("2000-05-31/2000-06-01", True), ("2000-05", False), ("2000", False), ("2000/..", False)],
)
def test_a_date_is_exact_to_the_day_or_it_is_not(edtf: str, is_exact: bool) -> None:
    assert exact(edtf) is is_exact


# --- as a reader meets it --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("tiny")
def test_a_series_says_which_of_its_meetings_are_not_recorded(capsys: pytest.CaptureFixture[str]) -> None:
    answer("meetings", {"names": ["gulf-summit"]})
    text = capsys.readouterr().out
    assert "Not recorded  3rd to 9th\n" in text and "not held" not in text.lower()
    series = store.record("gulf-summit")
    assert series and full(series)["coverage"][0]["holes"] == ["3", "4", "5", "6", "7", "8", "9"]


@pytest.mark.usefixtures("tiny")
def test_coverage_of_one_thing_says_what_it_cannot_tell(capsys: pytest.CaptureFixture[str]) -> None:
    answer("coverage", {"names": ["Gulf Summit"]})
    text = capsys.readouterr().out
    assert text.startswith("Gulf Summit\ncoverage of gulf-summit\n\nMeasured against the highest number recorded, 10;")
    told = [re.sub("  +", " ", line) for line in text.splitlines()]
    assert {"Exact day 33%", "First 1991 [disputed]", "Official 66%", "Numbers 30%", "Not recorded 3rd to 9th"} <= {
        *told
    }
    answer("coverage", {"names": ["meetings"]})
    assert "how much there is beyond it is not known from here" in capsys.readouterr().out
    unnumbered = {**row("gulf-summit"), "table": "coverage", "highest": None}
    assert card(unnumbered).summary == "Its meetings carry no numbers; how many there were is not known from here."


@pytest.mark.usefixtures("tiny")
def test_coverage_is_filtered_and_shares_are_percentages_for_readers_only(capsys: pytest.CaptureFixture[str]) -> None:
    answer("coverage", {"kind": ["series"], "framework": ["gulf"]})
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Gulf Summit  3        2000-06-01  33%        33%             66%       30%      gulf-summit  3rd to 9th"
    ]
    answer("coverage", {"kind": ["series"], "json": True})
    assert json.loads(capsys.readouterr().out)[0]["exact_day"] == 0.33


def test_nothing_claims_to_be_complete(program: Program) -> None:
    for arguments in (("coverage",), ("coverage", "asean-rok-summit"), ("coverage", "-h"), ("help", "sources")):
        assert "complete" not in program(*arguments).stdout.lower()


def test_the_real_series_and_their_holes_are_those_of_their_meetings() -> None:
    for measured in store.table("coverage"):
        if measured["kind"] == "series":
            own = [meeting for meeting in store.table("meetings") if meeting["series"] == measured["id"]]
            numbers = {meeting["ordinal"] for meeting in own} - {None}
            assert measured["records"] == len(own)
            assert {int(number) for number in measured["ordinals"]} == numbers
            assert {int(hole) for hole in measured["holes"]} == set(range(1, max(numbers, default=0))) - numbers
