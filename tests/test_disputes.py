"""Values on which sources differ are marked wherever a person reads them, and nowhere else."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from typing import Any

import pytest

from aseanrok import schema, store
from aseanrok.cards import card
from aseanrok.cli.answer import answer
from aseanrok.edition.archive import LazyArchive
from aseanrok.edition.doubts import DISPUTES
from aseanrok.errors import NotFound
from aseanrok.output import format_of
from aseanrok.tables import RECORDS
from aseanrok.tables.conflicts import Conflict
from aseanrok.views import Listing, View
from conftest import TEXT, TINY, Program

NOTE = "* sources differ: aseanrok conflicts gulf-fund\n"
WORKED_OUT = "~ worked out here from other values: no source gives it\n"


def marked(table: str) -> dict[str, list[str]]:
    return {row["id"]: row["disputed"] for row in store.table(table) if row["disputed"]}


@pytest.mark.usefixtures("tiny")
def test_rows_name_their_disputed_fields_and_a_misprint_is_no_dispute() -> None:
    assert marked("funds") == {"gulf-fund": ["established"]}
    assert marked("meetings") == {"gulf-summit-1": ["date"]} == marked("timeline")
    assert marked("index") == {"gulf-fund": ["date"], "gulf-summit-1": ["date"]}
    assert marked("frameworks") == {}, "sources agree on the areas; one of them misprints a word"
    named = {row["id"]: row["disputes"] for row in store.table("conflicts")}
    assert named == {
        "gulf-fund-founding": ["established", "date"],
        "gulf-summit-1-date": ["date"],
        "misprint-fisihng": [],
    }


@pytest.mark.parametrize(
    ("about", "field", "found"),
    [
        ("gulf-summit-1", "city", ("city", "place")),
        ("gulf-summit-1", "mode", ("mode", "place")),
        ("gulf-summit-1", "ordinal", ("ordinal", "title")),
        ("gulf-fund", "name", ("name", "title")),
        ("gulf-fund-annual-1995", "period", ("period", "date")),
        ("gulf-fund-annual-1995", "status", ("status",)),
        ("lighthouse-agreement", "signed", ("signed", "date")),
        ("lighthouse-agreement", "entry_into_force", ("entry_into_force", "date", "in_force", "in_force_ko")),
        ("visitors-1999", "value", ("value", "stated")),
        ("gulf", None, ()),
    ],
)
def test_what_is_made_from_a_disputed_field_is_disputed(about: str, field: str | None, found: tuple[str, ...]) -> None:
    archive = LazyArchive(TINY)
    known: Any = archive.conflicts["gulf-fund-founding"]
    conflict: Conflict = known.model_copy(update={"about": about, "field": field})
    assert DISPUTES.value(conflict, archive) == list(found)


@pytest.mark.parametrize("format_", TEXT)
@pytest.mark.usefixtures("tiny")
def test_a_star_stands_after_the_value_in_the_reading_formats_only(
    format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer("funds", {"format": [format_]} | ({"width": ["100"]} if format_ == "table" else {}))
    told = capsys.readouterr()
    assert ("*" in told.out) == format_of(format_).for_people
    assert told.err == (NOTE if format_of(format_).for_people else "")
    if format_ in ("table", "plain"):
        assert "1991 *" in told.out
    if format_ == "json":
        assert json.loads(told.out)[0]["established"] == "1991"
    if format_ == "csv":
        assert next(csv.DictReader(io.StringIO(told.out)))["disputed"] == "established"


@pytest.mark.usefixtures("tiny")
def test_a_value_that_is_not_shown_is_not_spoken_of(capsys: pytest.CaptureFixture[str]) -> None:
    options: dict[str, Any]
    for options in ({"fields": ["id,name"]}, {"quiet": True}, {"match": ["no such fund"]}):
        answer("funds", options)
        told = capsys.readouterr()
        assert "*" not in told.out + told.err
    row = {"id": "a", "date": None, "disputed": ["date"]}
    assert Listing([row], ("date",), schema.table("index")).cells(row) == [""]


@pytest.mark.usefixtures("tiny")
def test_the_note_says_where_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    answer("funds", {})
    assert capsys.readouterr().err == NOTE
    answer("export", {"names": ["index"], "format": ["plain"]})
    told = "* sources differ: aseanrok conflicts gulf-summit-1, aseanrok conflicts gulf-fund\n"
    assert capsys.readouterr().err == told
    answer("conflicts", {"names": ["gulf-fund"]})
    assert capsys.readouterr().out.startswith("When was the Gulf Fund founded?\nconflict gulf-fund-founding\n")
    answer("conflicts", {"names": ["gulf-summit-1-date"]})
    assert "\nconflict gulf-summit-1-date\n" in capsys.readouterr().out
    answer("conflicts", {"names": ["harbour"]})
    assert capsys.readouterr().err.startswith("no conflicts of 'harbour'")
    with pytest.raises(NotFound):
        answer("conflicts", {"names": ["harbor-nowhere"]})


def test_of_many_points_in_dispute_the_number_is_told(program: Program) -> None:
    told = r"\* sources differ, on \d{2} of these values: aseanrok conflicts ID\n" + re.escape(WORKED_OUT)
    assert re.fullmatch(told, program("timeline").stderr)


def test_a_conflict_about_one_country_marks_no_other(program: Program) -> None:
    for line in ("timeline --where id=rcep", "members rcep"):
        rows_ = json.loads(program(*line.split(), "--json").stdout)
        assert [row["countries"] for row in rows_ if "date" in row["disputed"]] == [["MYS"]], line
    told = program("members", "arf")
    assert [line[:8] for line in told.stdout.splitlines() if line.partition(" *")[1]] == ["Mongolia"]
    assert "* sources differ: aseanrok conflicts arf" in told.stderr
    assert " *" not in program("timeline", "--country", "PAK").stdout
    assert " *" in program("timeline", "--where", "id=akfta").stdout, "of all parties at once"


def test_what_is_compared_keeps_what_its_cards_say_of_it(program: Program) -> None:
    rows_ = {row["field"]: row for row in json.loads(program("compare", "akcf", "mkcf", "--json").stdout)}
    assert rows_["Priorities"]["akcf"].endswith(" [disputed: akcf-priorities-2021-2025]")
    assert "ASEAN-ROK Cooperation Fund [disputed: akcf-name]" in program("compare", "akcf", "mkcf").stdout


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("show asean-chair-2007", "After        Thailand, since July 2008 [disputed] [asean-chair-2008]"),
        ("show asean-rok-digital-ministers", "4 held; last 4th [derived] [disputed], 16-17 January 2025, Bangkok"),
        ("compare asean apt", "48th ASEAN Summit, 8 May 2026 [disputed], Cebu, Philippines"),
        ("brief thailand --full", "July 2008 - 31 December 2009 \\*"),
        ("cite asean-chair-2008", "Thailand, Chair of ASEAN, July 2008 - 31 December 2009 (sources differ): "),
        ("cite amro-director-doi", "27 May 2019 - 26 May 2022 (worked out): "),
        (
            "funds --as-of 2020 --fields id,annual_period,annual_value",
            "akcf                          2019/2021 ~  14,000,000 *",
        ),
        ("search 6th east asia summit bali -n 1", "6th East Asia Summit, Bali *"),
        ("search Toshinori Doi term -n 1", "Tenure: 27 May 2019 - 26 May 2022; worked out"),
        ("frameworks --as-of 2011-06-01 --fields id,members", "eas        16 *"),
        ("series mekong --chart", "Mekong-ROK Foreign Ministers' Meeting  13 held *"),
    ],
)
def test_what_is_in_doubt_is_so_wherever_it_is_told(line: str, told: str, program: Program) -> None:
    assert told in program(*line.split()).stdout


def test_a_matrix_has_a_star_at_the_year_alone(program: Program) -> None:
    lines = [line for line in program("members", "--matrix").stdout.splitlines() if " *" in line]
    assert [line.split()[0] for line in lines] == ["Russia", "USA", "Mongolia"]
    assert all(re.search(r"\d{4} \*", line) for line in lines)


def test_an_event_says_nothing_of_what_is_worked_out_and_not_in_it(program: Program) -> None:
    for command in ("timeline", "meetings"):
        assert "worked out" not in program(command, "--where", "id=asean-rok-summit-1", "-f", "ics").stdout, command


def test_of_many_stars_as_many_are_told(program: Program) -> None:
    done = program("timeline")
    (told,) = re.findall(r"sources differ, on (\d+) of these values", done.stderr)
    assert int(told) == len(re.findall(r" \*~?(?=  |$)", done.stdout, re.MULTILINE))


def test_a_date_that_is_told_again_keeps_its_marks(program: Program) -> None:
    (made,) = json.loads(program("timeline", "--where", "id=amm-23", "--json").stdout)
    assert "date" in made["derived"]
    for line in ("timeline --where id=amm-23", "search 23rd ASEAN Ministerial Meeting -n 1", "coverage acdm-rok"):
        done = program(*line.split())
        assert " ~" in done.stdout or "[derived]" in done.stdout, line
    differs = "2025-11-03/2025-11-06 *"
    for line in ("series --match ASEANAPOL", "next aseanapol-conference", "search 43rd ASEANAPOL conference -n 1"):
        done = program(*line.split())
        assert differs in done.stdout, line
        (told,) = (each for each in done.stderr.splitlines() if each.startswith("* sources differ: "))
        again = program(*shlex.split(told.partition(": aseanrok ")[2]))
        assert "On which days was the 43rd ASEANAPOL Conference held?" in again.stdout, line
    day = program("anniversaries", "--on", "11-26").stdout
    assert re.search(r"2026-11-26 \*  ASEAN-ROK Commemorative Summit \(2019\) .* 2019-11-26 \*", day)
    card = program("show", "aseanapol-conference").stdout
    assert "last 43rd, 3-6 November 2025 [disputed]" in card
    event = program("meetings", "--where", "id=asean-rok-jcc-8", "-f", "ics").stdout
    assert "worked out here: Date" in event.replace("\n ", "")


def test_what_was_worked_out_is_marked_and_the_mark_is_explained(program: Program) -> None:
    done = program("contributions", "mkcf")
    line = next(line for line in done.stdout.splitlines() if line.startswith("2022 "))
    assert line.endswith("about 5 million USD *~")
    assert "~ worked out here from other values: no source gives it\n" in done.stderr
    assert "pledged" in next(line for line in done.stdout.splitlines() if line.startswith("2027 "))
    assert "~" not in program("contributions", "bkcf").stderr
    # A Korean name that was made from the series and the number is no amount.
    assert not re.search(r"~(?!\d)", program("meetings", "--framework", "mekong", "--lang", "ko").stdout)
    (row,) = [row for row in store.table("contributions") if row["id"] == "mkcf-annual-2022"]
    assert {"value", "stated"} <= set(row["derived"])
    fund = next(line for line in program("funds").stdout.splitlines() if line.startswith("Mekong"))
    assert "about 5 million USD in 2022 (worked out, sources differ); pledged 10 million USD for 2027" in fund
    assert "(worked out, sources differ)" in program("funds", "--as-of", "2022-06").stdout


def test_several_conflicts_about_one_record_are_listed(program: Program) -> None:
    # The sums paid into a fund belong to it, and so do the conflicts about them.
    belonging = {"akcf", *(row["id"] for row in store.table("contributions") if row["fund"] == "akcf")}
    about = [row["id"] for row in store.table("conflicts") if row["about"] in belonging]
    assert len(about) > 1
    assert program("conflicts", "akcf", "-q").stdout.split() == about


@pytest.mark.usefixtures("tiny")
def test_a_card_names_the_conflict_beside_the_value() -> None:
    fund = store.record("gulf-fund")
    assert fund and ("Established", "1991 [disputed: gulf-fund-founding]") in card(fund).facts
    gulf = store.record("gulf")
    assert gulf
    headings = [section.heading for section in card(gulf).sections]
    assert "Areas" in headings, "a misprint leaves the value undisputed"
    assert "A misprint: How is the first area of the talks written? [misprint-fisihng]" in headings


@pytest.mark.usefixtures("tiny")
def test_a_table_marks_dates_it_shortens_and_lists_it_hangs() -> None:
    from aseanrok.output.table import Screen, render

    rows = [
        {**row, "disputed": ["date", "outcomes"]}
        for row in store.table("meetings")
        if row["id"] in ("gulf-summit-2", "gulf-summit-10")
    ]
    meetings = schema.table("meetings")
    view = View(Listing(rows, meetings.listing, meetings))
    wide = "".join(render(view, Screen(100, color=False)))
    assert "2000-05-31/06-01 *" in wide and "Agreed on a second thing *" in wide
    assert "Outcomes: *" in "".join(render(view, Screen(40, color=False)))
    assert view.disputed() == [
        ("gulf-summit-2", "date"),
        ("gulf-summit-2", "outcomes"),
        ("gulf-summit-10", "date"),
    ]


def test_every_real_conflict_about_a_field_is_marked_or_is_a_misprint() -> None:
    disputed = {(row["id"], name) for table in RECORDS for row in store.table(table)
                for name in row.get("disputed", ())}  # fmt: skip
    for conflict in store.table("conflicts"):
        if not conflict["field"] or conflict["kind"] == "misprint":
            assert conflict["disputes"] == []
            continue
        record = store.record(conflict["about"])
        assert record
        if conflict["field"] in record:
            assert (conflict["about"], conflict["field"]) in disputed, conflict["id"]


def test_the_fund_whose_founding_is_disputed(program: Program) -> None:
    listed = program("funds", "--match", "mekong")
    assert "2013-06" in listed.stdout and " *" in listed.stdout
    assert listed.stderr == "* sources differ: aseanrok conflicts mkcf\n"
    assert "2013 [disputed: mkcf-founding]" in program("funds", "mkcf").stdout


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("brunei", "brunei-joins-asean-date"),  # about ASEAN, and asks of it
        ("브루나이", "brunei-rok-relations-day"),  # about what concerns it
        ("laos", "asean-summit-10-date"),  # about what took place there
    ],
)
def test_the_conflicts_of_a_country_are_those_of_its_records(name: str, id: str, program: Program) -> None:
    found = {row["id"] for row in json.loads(program("conflicts", name, "--json").stdout)}
    assert id in found and len(found) < 20
    assert "akcf-founding" not in {row["id"] for row in json.loads(program("conflicts", "rok", "--json").stdout)}
    assert "no conflicts of 'japan'" in program("conflicts", "japan").stderr


@pytest.mark.parametrize(
    "line",
    [
        "next",
        "anniversaries --all",
        "search summit",
        "search laos --full",
        "funds --as-of 2020",
        "members --matrix",
        "timeline",
    ],
)
def test_what_is_said_to_be_doubtful_is_a_field_of_its_row(line: str, program: Program) -> None:
    rows = json.loads(program(*line.split(), "--json").stdout)
    doubted = [(row, name) for row in rows for of in ("derived", "disputed") for name in row.get(of, ())]
    assert [name for row, name in doubted if name not in row] == []
    assert doubted or line == "search laos --full"
