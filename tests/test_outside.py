"""What other people's lists print, beside what is recorded here: tests/outside.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import aseanrok
from aseanrok import dates

Row = dict[str, Any]

LISTS: list[Row] = tomllib.loads((Path(__file__).parent / "outside.toml").read_text(encoding="utf-8"))["list"]
WHICH = {"series", "number", "meeting", "milestone", "document", "framework", "country", "office", "holder"}
TOLD = {"day", "place", "signed", "in_force", "joined", "since", "last", "during"}
REASONS = {"differs", "conflict", "missing"}


def rows(outside: Row) -> list[Row]:
    return [{"series": outside.get("series"), **row} if "number" in row else row for row in outside["rows"]]


def folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+|\band\b", " ", text.casefold()).split())


def names(record: Any) -> set[str]:
    return {folded(name) for name in (record.name, record.name_ko or record.name, *record.aliases)}


def same_day(printed: str, recorded: str) -> bool:
    """Say whether one of two dates lies within the other, which is then only less exact."""
    (first, last), (begin, end) = dates.bounds(printed), dates.bounds(recorded)
    return (first <= begin and end <= last) or (begin <= first and last <= end)


class Recorded:
    """The data as a user loads them, and what they say of the rows of a list."""

    def __init__(self) -> None:
        self.data = aseanrok.load()
        self.numbered = {(one.series, one.ordinal): one for one in self.data.meetings.values() if one.ordinal}
        self.towns = {place.name: place for place in self.data.places.values()}
        self.lands = {name: code for code, land in self.data.by_code.items() for name in names(land)}

    def find(self, row: Row) -> Any:
        """Return the record that a row speaks of, or None."""
        if "number" in row:
            return self.numbered.get((row["series"], row["number"]))
        if "holder" in row:
            land = self.data.by_code.get(self.lands.get(folded(row["holder"]), ""))
            called = {folded(row["holder"])} | (names(land) if land else set())
            held = [one for one in self.data.holders.values() if one.office == row["office"] and names(one) & called]
            then = [one for one in held if "during" in row and one.tenure and one.tenure.overlaps(row["during"])]
            return next(iter(then or held), None)
        kind = next(kind for kind in ("meeting", "milestone", "document", "framework") if kind in row)
        return getattr(self.data, kind + "s").get(row[kind])

    def same_place(self, printed: str, city: str | None, country: str | None) -> bool:
        """Say whether a place as printed is the recorded one, by any of their names, or only more or less exact."""
        known = names(self.towns[city]) if city in self.towns else {folded(city or "")}
        parts = [folded(part) for part in printed.split(", ")]
        lands = {self.lands[part] for part in parts if part in self.lands}
        towns = {part for part in parts if part not in self.lands}
        if not city:  # a town of the recorded country says more, and nothing else
            lands |= {town.country for town in self.towns.values() if names(town) & towns}
            return lands == {country}
        return folded(printed) in known or (lands <= {country} and towns <= known)

    def told(self, row: Row, record: Any) -> Iterator[tuple[str, str, str | None, bool]]:
        """Yield what a row says of its record: a field, what is printed, what is recorded, whether they agree."""
        land = self.lands[folded(row["country"])] if "country" in row else None
        begin, _, end = (getattr(record, "tenure", None) or "").partition("/")
        recorded: dict[str, tuple[str, str | None]] = {"since": ("tenure", begin)}
        if "day" in row:
            recorded["day"] = "date", record.date
        if "signed" in row:
            recorded["signed"] = "signed", record.signed or self.adopted(record.id)
        if "in_force" in row:
            entries = [one.date for one in record.entry_into_force if not land or land in one.countries]
            recorded["in_force"] = "entry_into_force", next(iter(entries), None)
        if "joined" in row:
            joined = [
                one.joined for one in record.members if one.country == land and one.role in ("member", "participant")
            ]
            recorded["joined"] = "members", next(iter(joined), None)
        for key, (field, day) in recorded.items():
            if key in row:
                yield field, row[key], day, bool(day) and same_day(row[key], str(day))
        if "last" in row:
            yield "tenure", row["last"], f"until {end}", bool(end) and same_day(row["last"], end)
        if "during" in row:
            yield "tenure", row["during"], record.tenure, bool(record.tenure) and record.tenure.overlaps(row["during"])
        if "place" in row:
            here = ", ".join(filter(None, (record.city, record.country)))
            yield "city", row["place"], here, self.same_place(row["place"], record.city, record.country)

    def adopted(self, document: str) -> str | None:
        return next((one.date for one in self.data.meetings.values() if document in one.documents), None)

    def differences(self, row: Row) -> Iterator[str]:
        """Yield a line for each thing that is otherwise here without a reason, and for a reason that is not needed."""
        which = " ".join(str(row[key]) for key in row if key in WHICH)
        record = self.find(row)
        if record is None:
            if "missing" not in row:
                yield f"{which}: is not recorded here"
            return
        if "missing" in row:
            yield f"{which}: is recorded here; `missing` is no longer true"
        unlike = [each for each in self.told(row, record) if not each[3]]
        reasons = {"differs", "conflict"} & row.keys()
        if reasons and not unlike:
            yield f"{which}: nothing differs; `{', '.join(reasons)}` is no longer needed"
        for field, printed, here, _ in unlike:
            conflict = self.data.conflicts.get(row.get("conflict", ""))
            if "conflict" in row and (conflict is None or (conflict.about, conflict.field) != (record.id, field)):
                yield f"{which}: no conflict {row['conflict']} is about {record.id}: {field}"
            elif not reasons:
                yield f"{which}: {printed} there, {here or 'nothing'} here ({record.id}: {field})"


@pytest.fixture(scope="module")
def recorded() -> Recorded:
    return Recorded()


@pytest.mark.parametrize("outside", LISTS, ids=lambda outside: outside["name"])
def test_a_list_says_what_is_recorded_or_why_not(outside: Row, recorded: Recorded) -> None:
    lines = [line for row in rows(outside) for line in recorded.differences(row)]
    if lines:
        pytest.fail("\n".join([f"{outside['name']}, {outside['url']}", *lines]), pytrace=False)


def test_the_lists_are_many_and_each_can_be_found_again() -> None:
    assert len(LISTS) >= 25
    assert sum(len(outside["rows"]) for outside in LISTS) >= 400
    assert len({outside["name"] for outside in LISTS}) == len(LISTS)
    for outside in LISTS:
        assert outside.keys() - {"series", "note"} == {"name", "title", "publisher", "url", "read", "rows"}
        assert len({str(row) for row in outside["rows"]}) == len(outside["rows"]), outside["name"]
        for row in rows(outside):
            assert row.keys() <= WHICH | TOLD | REASONS and row.keys() & TOLD, row


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ({"series": "eas-summit", "number": 1, "day": "2005-12-15"}, "2005-12-15 there, 2005-12-14 here"),
        ({"series": "eas-summit", "number": 1, "place": "Manila"}, "Manila there, Kuala Lumpur, MYS here"),
        ({"series": "eas-summit", "number": 1, "place": "Thailand"}, "Thailand there, Kuala Lumpur, MYS here"),
        ({"series": "arf-meeting", "number": 27, "place": "Phuket"}, "Phuket there, VNM here"),
        ({"series": "eas-summit", "number": 99, "day": "2104"}, "is not recorded here"),
        ({"series": "eas-summit", "number": 1, "day": "2005", "missing": "why"}, "`missing` is no longer true"),
        ({"series": "eas-summit", "number": 1, "day": "2005-12", "differs": "why"}, "`differs` is no longer needed"),
        ({"series": "eas-summit", "number": 7, "day": "2013", "conflict": "eas-6-place"}, "no conflict eas-6-place is"),
        ({"framework": "asean", "country": "Viet Nam", "joined": "1997"}, "1997 there, 1995-07-28 here"),
        ({"document": "rcep", "country": "Korea", "in_force": "2022-01-01"}, "2022-01-01 there, 2022-02-01 here"),
        ({"office": "asean-secretary-general", "holder": "Ong Keng Yong", "last": "2008-01-01"}, "until 2007-12-31"),
        ({"office": "asean-chair", "holder": "Laos", "during": "2017"}, "2017 there, 2004/2005 here"),
    ],
)
def test_a_slip_is_told_in_one_line(row: Row, line: str, recorded: Recorded) -> None:
    (said,) = recorded.differences(row)
    assert line in said


@pytest.mark.parametrize(
    "row",
    [
        {"series": "eas-summit", "number": 1, "day": "2005-12-12/2005-12-14", "place": "Malaysia"},
        {"series": "asean-summit", "number": 16, "day": "2010-04", "place": "Hanoi, Vietnam"},
        {"series": "arf-meeting", "number": 27, "place": "Ha Noi"},  # by video, and only the country is recorded
        {"series": "eas-summit", "number": 99, "day": "2104", "missing": "why"},
        {"series": "eas-summit", "number": 1, "day": "2006", "differs": "why"},
        {"series": "eas-summit", "number": 8, "day": "2013-11-10", "conflict": "eas-summit-8-date"},
        {"office": "asean-secretary-general", "holder": "Ong Keng Yong", "last": "2007-12-31"},
    ],
)
def test_what_is_less_exact_or_has_its_reason_is_no_slip(row: Row, recorded: Recorded) -> None:
    assert list(recorded.differences(row)) == []
