"""The calendar, read back by icalendar."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aseanrok import schema, store
from aseanrok.__main__ import run
from aseanrok.output import renderer
from aseanrok.views import Listing, View
from conftest import Program
from hostile import TEXTS, put_hostile

Peer = Callable[[str], ModuleType]


@pytest.fixture
def read(peer: Peer, tmp_path: Path) -> Callable[..., Any]:
    icalendar = peer("icalendar")

    def made(*line: str) -> Any:
        path = tmp_path / "x.ics"
        path.unlink(missing_ok=True)
        assert run([*line, "-o", str(path)]) == 0
        content = path.read_bytes()
        assert max(map(len, content.split(b"\r\n"))) <= 75
        assert content.count(b"\n") == content.count(b"\r\n")
        content.decode()
        return icalendar.Calendar.from_ical(content)

    return made


def test_what_was_asked_ends_no_calendar(read: Callable[..., Any]) -> None:
    calendar = read("meetings", "--where", "title!=WEEKEND: x", "-n", "2")
    assert len(events(calendar)) == 2 and "WEEKEND: x" in calendar["X-WR-CALDESC"]


def events(calendar: Any) -> list[Any]:
    assert not calendar.errors
    found = calendar.walk("VEVENT")
    assert not any(event.errors for event in found)
    uids = [str(event["uid"]) for event in found]
    assert len(set(uids)) == len(uids)
    return list(found)


@pytest.mark.parametrize(
    "line",
    [
        ("timeline",),
        ("meetings",),
        ("anniversaries", "--year", "2027"),
        ("next",),
        ("documents",),
        ("export", "holders"),
        ("members", "asean"),
    ],
    ids=lambda line: line[0],
)
def test_what_is_known_to_the_day_is_an_event_and_the_rest_is_said(
    read: Callable[..., Any], program: Program, line: tuple[str, ...]
) -> None:
    found = events(read(*line))
    field = {"documents": "date", "members": "joined", "export": "tenure"}.get(line[0], "date")
    rows = program(*line, "-f", "tsv", "--fields", field).stdout.splitlines()[1:]
    exact = [date for date in rows if all(len(end) == 10 for end in date.split("/"))]
    assert sorted(str(event.decoded("dtstart")) for event in found) == sorted(date[:10] for date in exact)
    ends = sorted(str(event.decoded("dtend") - datetime.timedelta(days=1)) for event in found)
    assert ends == sorted(date[-10:] for date in exact)
    told = program(*line, "-f", "ics").stderr
    assert (f"{len(rows) - len(exact):,} row" in told) == (len(rows) != len(exact))
    assert all(type(event.decoded("dtstart")) is datetime.date for event in found), "whole days"


def test_an_event_says_what_it_is_where_and_by_whom_it_is_said(read: Callable[..., Any]) -> None:
    (event,) = events(read("show", "mekong-rok-fmm-13"))
    row = store.record("mekong-rok-fmm-13")
    assert row is not None
    sources = store.rows_where("sources", "id", row["sources"])
    assert (str(event["summary"]), str(event["uid"])) == (row["title"], "mekong-rok-fmm-13@aseanrok")
    assert str(event["location"]) == row["place"] and event["status"] == "CONFIRMED"
    said = str(event["description"])
    assert "aseanrok show mekong-rok-fmm-13" in said and store.edition()["version"] in said
    assert all(source["url"] in said for source in sources) and str(event["url"]) in {each["url"] for each in sources}
    assert event["categories"].cats == ["Mekong-ROK Cooperation"]


def test_what_was_not_held_does_not_read_as_held(read: Callable[..., Any]) -> None:
    by_id = {str(event["uid"]).partition("@")[0]: event for event in events(read("meetings"))}
    for row in store.table("meetings"):
        if row["id"] in by_id:
            event = by_id[row["id"]]
            wanted = {"held": "CONFIRMED", "announced": "TENTATIVE"}.get(row["status"], "CANCELLED")
            assert event["status"] == wanted
            assert (f"({row['status']})" in str(event["summary"])) == (row["status"] != "held")


def test_a_meeting_is_one_event_from_whichever_table_it_comes(read: Callable[..., Any]) -> None:
    first = {str(event["uid"]) for event in events(read("meetings", "mekong-rok-fmm"))}
    second = {str(event["uid"]) for event in events(read("timeline", "mekong"))}
    assert first and first <= second


def test_anniversaries_and_korean(read: Callable[..., Any]) -> None:
    english = events(read("anniversaries", "--year", "2027"))
    assert all(str(event["summary"]).partition(" years in ")[0].isdecimal() for event in english)
    assert all(event["rrule"] == {"FREQ": ["YEARLY"]} for event in english), "an anniversary comes every year"
    korean = events(read("meetings", "mekong-rok-fmm", "--lang", "ko"))
    assert {"제1차 한-메콩 외교장관회의", "제2차 한-메콩 외교장관회의"} & {str(event["summary"]) for event in korean}
    assert any("대한민국" in str(event.get("location")) for event in korean)


def test_no_clock_is_in_it(peer: Peer, program: Program) -> None:
    peer("icalendar")
    first = program("timeline", "mekong", "-f", "ics").stdout
    time.sleep(1.1)
    assert program("timeline", "mekong", "-f", "ics").stdout == first
    stamps = {line for line in first.splitlines() if line.startswith("DTSTAMP")}
    assert stamps == {f"DTSTAMP:{store.edition()['read'].replace('-', '')}T000000Z"}


def test_what_has_no_day_is_refused_in_one_line(peer: Peer, program: Program, tmp_path: Path) -> None:
    peer("icalendar")
    for line, code, said in (
        (("glossary",), 2, "rows of `glossary` have no date"),
        (("timeline", "--year", "1900"), 1, "there are no rows"),
        (("show", "mekong-donor-countries-meeting-1992"), 1, "the one row is not known to the day"),
    ):
        done = program(*line, "-o", str(tmp_path / "x.ics"))
        assert (done.returncode, done.stderr.count("\n")) == (code, 1) and said in done.stderr
    assert not list(tmp_path.iterdir())


def test_what_is_hostile_is_text(read: Callable[..., Any], tiny: Path) -> None:
    put_hostile(tiny)
    found = events(read("export", "meetings"))
    assert len(found) == len(TEXTS)
    for text, event in zip(TEXTS, found, strict=True):
        assert str(event["summary"]).split() == text.split() or not text.isprintable()
        known = "UID DTSTAMP DTSTART DTEND SUMMARY LOCATION DESCRIPTION CATEGORIES STATUS TRANSP URL"
        assert set(event) <= set(known.split())


def test_what_is_only_announced_is_tentative_and_no_two_events_share_a_name(peer: Peer) -> None:
    icalendar = peer("icalendar")
    row = next(row for row in store.table("projects") if row["confidence"] == "announced") | {"period": "2027-03-01"}
    table = schema.table("projects")
    view = View(Listing([row, row | {"confidence": "high"}], tuple(table.fields), table), asked="aseanrok projects")
    found = events(icalendar.Calendar.from_ical("".join(map(str, renderer("ics")(view)))))
    assert [str(event["status"]) for event in found] == ["TENTATIVE", "CONFIRMED"]


def test_what_a_calendar_in_a_folder_lacks_is_told(peer: Peer, program: Program, tmp_path: Path) -> None:
    peer("icalendar")
    alone = program("export", "meetings", "-f", "ics", "-o", str(tmp_path / "meetings.ics")).stderr
    told = program("export", "meetings", "funds", "-f", "ics", "-o", str(tmp_path / "days")).stderr.splitlines()
    assert f"meetings.ics: {alone.strip()}" in told and any(line.startswith("funds.ics: ") for line in told)
    assert b"CALDESC:aseanrok export meetings\\n" in (tmp_path / "days" / "meetings.ics").read_bytes()
