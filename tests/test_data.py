"""The real data: every rule holds, and facts picked from the ministry's page are found where a user looks."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal

import pytest

import aseanrok
from aseanrok import edition, store
from aseanrok.edition.complete import completed
from aseanrok.edition.load import read_all
from aseanrok.model.base import Quantity
from aseanrok.model.partial_date import PartialDate
from aseanrok.tables import RECORDS
from conftest import Program

PAGE = "mofa-asean-overview"


def test_the_data_keep_every_rule() -> None:
    archive, problems = edition.check()
    assert [str(problem) for problem in problems] == []
    assert sum(1 for _ in archive) == store.edition()["records"]


def test_every_record_is_published_once_and_in_the_index() -> None:
    archive, _ = edition.check()
    index = Counter((row["table"], row["id"]) for row in store.table("index"))
    assert index == Counter((table, record.id) for table, record in archive)
    for table in RECORDS:
        ids = {record.id for name, record in archive if name == table}
        published = {row["id"] for row in store.table(table)}
        assert ids <= published, table


def test_every_citation_names_a_place() -> None:
    known = {row["id"] for row in store.table("sources")}
    for row in store.table("citations"):
        assert row["at"] and row["source"] in known


def test_every_source_carries_something() -> None:
    assert all(row["facts"] > 0 for row in store.table("sources"))


def test_what_the_timeline_tells_is_dated_and_leads_to_its_record() -> None:
    index = {row["id"]: row["table"] for row in store.table("index")}
    for row in store.table("timeline"):
        assert PartialDate(row["date"]) and index[row["id"]] == row["table"]


DATED = ("date", "signed", "adopted", "announced", "established")


def test_an_exact_day_rests_on_a_source_that_can_give_it() -> None:
    """The ministry's history knows months; a day, be it that of a meeting, needs a source that supports the day."""
    tables, _ = read_all()
    exact = 0
    for records in completed(tables).values():
        for record in records.values():
            for field in DATED:
                when = getattr(record, field, None)
                if when is None or when.precision not in ("day", "interval") or len(when) < 10:
                    continue
                exact += 1
                supporting = [cited for cited in record.sources if not cited.fields or field in cited.fields]
                days = [cited for cited in supporting if not (cited.source == PAGE and "> History >" in cited.at)]
                assert days, (record.id, field, when)
    assert exact > 300


def test_the_timeline_rises() -> None:
    dates = [PartialDate(row["date"]) for row in store.table("timeline")]
    assert dates == sorted(dates)


# --- the page, fact by fact ------------------------------------------------------------------------------------------

HISTORY = [
    # date, id, words of the outcomes: the Mekong-ROK history as the page has it, row by row
    ("1992-12", "mekong-donor-countries-meeting-1992", ""),
    ("2010-10", "mekong-rok-fmm-proposal-2010", ""),
    ("2011-10", "mekong-rok-fmm-1", "Han-River Declaration"),
    ("2012-07", "mekong-rok-fmm-2", "2014 as the Mekong-ROK Exchange Year"),
    ("2013-05", "mekong-rok-business-forum-1", ""),
    ("2013-06", "mekong-rok-fmm-3", "Terms of Reference"),
    ("2014-05", "mekong-rok-business-forum-2", ""),
    ("2014-07", "mekong-rok-fmm-4", "1st Mekong-ROK Plan of Action (2014-2017)"),
    ("2015-07", "mekong-rok-business-forum-3", ""),
    ("2015-08", "mekong-rok-fmm-5", ""),
    ("2016-06", "mekong-rok-business-forum-4", ""),
    ("2016-07", "mekong-rok-fmm-6", ""),
    ("2017-09", "mekong-rok-fmm-7", "2nd Mekong-ROK Plan of Action (2017-2020)"),
    ("2017-10", "mekong-rok-business-forum-5", ""),
    ("2018-08", "mekong-rok-fmm-8", ""),
    ("2018-11", "mekong-rok-summit-proposal-2018", ""),
    ("2018-12", "mekong-rok-business-forum-6", ""),
    ("2019-08", "mekong-rok-fmm-9", ""),
    ("2019-10", "mekong-rok-business-forum-7", ""),
    ("2019-11", "mekong-rok-summit-1", "2021 as the Mekong-ROK Exchange Year"),
    ("2020-09", "mekong-rok-fmm-10", "3rd Mekong-ROK Plan of Action"),
    ("2020-11", "mekong-rok-summit-2", "Strategic Partnership for People, Prosperity and Peace"),
    ("2020-12", "mekong-rok-business-forum-8", ""),
    ("2021-09", "mekong-rok-fmm-11", "extend the Mekong-ROK Exchange Year until 2022"),
    ("2021-12", "mekong-rok-business-forum-9", ""),
]


@pytest.mark.parametrize(("date", "id", "outcome"), HISTORY, ids=lambda value: value or "-")
def test_the_mekong_history_of_the_page(date: str, id: str, outcome: str) -> None:
    (row,) = [row for row in store.table("timeline") if row["id"] == id]
    assert PartialDate(row["date"]).overlaps(date)
    assert "mekong" in row["frameworks"] and PAGE in row["sources"]
    assert outcome in "; ".join(row["outcomes"])


BRIEF = [
    ("1989", "1989", "sectoral dialogue"),
    ("1991", "1991-07", "dialogue partner"),
    ("1997", "1997-12", "ASEAN Plus Three Summit"),
    ("2004", "2004-11-30", "Comprehensive Cooperation Partnership"),
    ("2005", "2005", "Plan of Action"),
    ("2007", "2007", "ASEAN-Korea Centre"),
    ("2007", "2007-06", "Trade in Goods"),
    ("2009", "2009-06", "Commemorative Summit"),
    ("2009", "2009-05", "Trade in Services"),
    ("2009", "2009-09", "Investment"),
    ("2010", "2010-10-29", "Strategic Partnership for Peace and Prosperity"),
    ("2011", "2011-10", "Han-River Declaration"),
    ("2012", "2012-09", "Mission"),
    ("2014", "2014-12-11/2014-12-12", "Commemorative Summit"),
    ("2015", "2015", "17th ASEAN-ROK Summit"),
    ("2016", "2016", "18th ASEAN-ROK Summit"),
    ("2017", "2017", "19th ASEAN-ROK Summit"),
    ("2017", "2017", "ASEAN Culture House"),
    ("2018", "2018", "20th ASEAN-ROK Summit"),
    ("2019", "2019-11-25/2019-11-26", "Commemorative Summit"),
    ("2020", "2020", "21st ASEAN-ROK Summit"),
    ("2021", "2021", "22nd ASEAN-ROK Summit"),
    ("2022", "2022", "23rd ASEAN-ROK Summit"),
    ("2023", "2023", "24th ASEAN-ROK Summit"),
]


@pytest.mark.parametrize(("row", "date", "words"), BRIEF)
def test_the_brief_history_of_the_page(row: str, date: str, words: str) -> None:
    told = [
        act
        for act in store.table("timeline")
        if PartialDate(act["date"]).overlaps(date) and words in "; ".join([act["title"], *act["outcomes"]])
    ]
    assert told, f"row {row}: nothing of {date} tells of {words!r}"
    assert any(PAGE in act["sources"] for act in told)


FIGURES = [
    ("asean", 176_500_000_000, "USD", "2021"),
    ("asean", 9_770_000_000, "USD", "2020"),
    ("asean", 6_150_000_000, "USD", "2021"),
    ("mekong", 83_200_000_000, "USD", "2020"),
    ("mekong", 4_400_000_000, "USD", "2020"),
    ("mekong", 3_300_000_000, "USD", "2020"),
    ("mekong", 8_000_000, "visitors", "2019"),
    ("mekong", 6_750_000, "visitors", "2019"),
    ("mekong", 1_340_000, "visitors", "2019"),
    ("mekong", 4_400_000_000, "USD", "1987/2020"),
]


@pytest.mark.parametrize(("framework", "value", "unit", "period"), FIGURES)
def test_the_figures_of_the_page(framework: str, value: int, unit: str, period: str) -> None:
    assert [
        row
        for row in store.table("statistics")
        if row["value"] == value
        and row["period"] == period
        and any(framework in name for name in row["frameworks"])
        and (unit == "USD") == (row["unit"] == "USD")
        and PAGE in row["sources"]
    ]


def test_what_the_page_misprints_or_contradicts_is_shown() -> None:
    said = json.dumps(store.table("statements"), ensure_ascii=False)
    for words in ("AFR", "ASF", "feing", "Histroy", "2012", "8 million"):
        assert words in said, words


TEN = [
    # picked from the page by hand: how a user who knows only --help asks, and what the answer must hold
    (("search", "Culture House"), "asean-culture-house"),
    (("members", "eas"), "Russian Federation"),
    (("institutions", "asean-korea-centre"), "March 2009"),
    (("show", "aktisa"), "1 May 2009"),
    (("programmes",), "ASEAN-ROK Film Leaders Incubator"),
    (("policies", "new southern policy plus"), "2020"),
    (("frameworks", "ADMM-Plus"), "umanitarian mine action"),
    (("frameworks", "eas"), "Poverty"),
    (("funds", "mkcf"), "nfrastructure"),
    (("meetings", "mekong-rok-business-forum"), "Yangon"),
]


@pytest.mark.parametrize(("arguments", "answer"), TEN, ids=lambda value: " ".join(value) if value else "")
def test_a_user_who_knows_only_the_help_finds_the_fact(
    arguments: tuple[str, ...], answer: str, program: Program
) -> None:
    done = program(*arguments)
    assert done.returncode == 0 and answer in done.stdout


def test_the_api_and_the_tables_tell_the_same() -> None:
    data = aseanrok.load()
    for row in store.table("meetings"):
        meeting = data.meetings[row["id"]]
        assert (meeting.title, meeting.date, list(meeting.outcomes)) == (row["title"], row["date"], row["outcomes"])


@pytest.mark.parametrize(
    ("value", "stated"), [("1E+3", "1,000 USD"), ("1E-7", "0.0000001 USD"), ("83.20", "83.20 USD")]
)
def test_a_figure_is_stated_in_digits_however_it_is_written(value: str, stated: str) -> None:
    assert Quantity(value=Decimal(value), unit="USD").stated == stated
