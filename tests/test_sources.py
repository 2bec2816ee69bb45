"""Where facts are written: what rests on a source, and the sources a card ends with."""

from __future__ import annotations

import pytest

from aseanrok import store
from aseanrok.cards import card
from aseanrok.cli.answer import answer
from conftest import Program


@pytest.mark.usefixtures("tiny")
def test_the_listing_names_publisher_kind_language_date_and_number_of_facts(capsys: pytest.CaptureFixture[str]) -> None:
    answer("sources", {})
    heading, almanac, _ = capsys.readouterr().out.splitlines()
    assert heading.split() == ["Title", "Id", "Kind", "Language", "Published", "Facts", "Publisher"]
    assert almanac.endswith("  almanac  reference  en        2000       7      Almanac House")


@pytest.mark.usefixtures("tiny")
def test_a_source_lists_each_record_that_rests_on_it_once_with_its_places() -> None:
    for source in store.table("sources"):
        sections = card({"table": "sources", **source}).sections
        items = [item for section in sections for item in section.items]
        assert len(items) == source["facts"] == len(set(items))
    almanac = store.record("almanac")
    assert almanac
    assert [(section.heading, *section.items) for section in card(almanac).sections] == [
        (
            "Meetings (2)",
            "1st Gulf Summit [gulf-summit-1] - year 1991 (date)",
            "10th Gulf Summit [gulf-summit-10] - year 2000",
        ),
        ("Documents (1)", "Gulf Declaration [gulf-declaration] - year 1991 (adopted)"),
        ("Funds (1)", "Gulf Fund [gulf-fund] - year 1991 (established)"),
        ("Contributions (1)", "GF, annual pledge, since 1995 (AAA) [gulf-fund-annual-1995] - year 1995"),
        (
            "Conflicts (2)",
            "When was the Gulf Fund founded? [gulf-fund-founding] - year 1992",
            "In which year did the leaders first meet? [gulf-summit-1-date] - year 1990",
        ),
    ]


def test_a_source_counts_what_it_lists(program: Program) -> None:
    for source in store.table("sources"):
        sections = card({"table": "sources", **source}).sections
        assert sum(len(section.items) for section in sections) == source["facts"], source["id"]


@pytest.mark.usefixtures("tiny")
def test_a_card_ends_with_numbered_sources_the_official_first() -> None:
    summit = store.record("gulf-summit-1")
    assert summit
    last = card(summit).sections[-1]
    assert last.heading == "Sources" and last.quiet
    assert last.items == (
        "Ministry of Gulfs: Gazette; official. page 3.",
        "Almanac House: Almanac of the Gulf; reference, 2000. year 1991 (date).",
    )
    assert last.links == ("https://example.org/gazette?a=1&b=2", "https://example.org/almanac")


@pytest.mark.usefixtures("tiny")
def test_a_card_names_the_sources_of_the_rows_that_belong_to_the_record() -> None:
    fund = store.record("gulf-fund")
    assert fund
    official, reference = card(fund).sections[-1].items
    assert official.startswith("Ministry of Gulfs: Gazette; official. page 6")
    assert reference.endswith(" reference, 2000. year 1991 (established); year 1995 (contributions).")


def test_the_numbers_are_printed_in_a_pipe_as_well(program: Program) -> None:
    text = program("show", "mkcf").stdout
    sources = text.partition("\nSources\n")[2].splitlines()
    assert [line.split(".")[0].strip() for line in sources] == [str(number + 1) for number in range(len(sources))]
    kinds = [next(kind for kind in ("official", "agency", "reference", "press") if f"; {kind}" in line)
             for line in sources]  # fmt: skip
    assert kinds == sorted(kinds, key=("official", "agency", "reference", "press").index)
