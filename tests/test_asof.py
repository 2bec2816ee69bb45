"""What held on a day: `--as-of`, and `members --matrix`."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aseanrok import asof, dates, membership, rhythm, schema, store, tables
from aseanrok.cli.answer import answer
from aseanrok.cli.topics import DATES
from aseanrok.errors import UsageFailure
from aseanrok.output import format_of, names
from conftest import TEXT, Program

DAYS = st.dates().map(lambda day: day.isoformat()).filter(lambda day: day >= "1000")
POINTS = st.builds(lambda day, length: day[:length], DAYS, st.sampled_from([4, 7, 10]))


READING = [name for name in names() if format_of(name).for_people]
TABLES = [name for name, table in tables.PUBLISHED.items() if table.command and "as_of" in table.command.filters]


def ask(command: str, options: dict[str, Any]) -> None:
    """Run a command; an option with one value is given as that value."""
    answer(command, {name: [value] if isinstance(value, str) else value for name, value in options.items()})


def rows(capsys: pytest.CaptureFixture[str], command: str, **options: Any) -> list[dict[str, Any]]:
    ask(command, {"json": True, **options})
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def member(**values: Any) -> dict[str, Any]:
    row = {"framework": "gulf", "country": "AAA", "name": "Aland", "name_ko": None, "role": "member", "joined": None}
    return {**row, "left": None, "founding": False, **values}


def test_the_frameworks_of_a_country_are_those_of_the_day(program: Program) -> None:
    assert program("frameworks", "laos", "--as-of", "1990", "-q").stdout == ""
    assert program("frameworks", "Timor-Leste", "--as-of", "2020", "-q").stdout.split() == ["arf"]
    for partner in ("usa", "eu", "japan"):
        assert program("frameworks", partner, "--as-of", "1984", "-q").stdout == "", "a partner belongs to none"
    for country, day in (("laos", "2012"), ("russia", "2005"), ("cambodia", "1999-06-01")):
        found = program("frameworks", country, "--as-of", day, "-q").stdout.split()
        belonging = json.loads(program("members", "--country", country, "--as-of", day, "--json").stdout)
        assert found == sorted({each["framework"] for each in belonging if each["role"] in ("member", "participant")})


# --- certain, perhaps, undated ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "end", "day", "holds"),
    [
        ("1995-07-28", None, "1995-07-27", None),
        ("1995-07-28", None, "1995-07-28", "yes"),
        ("1995-07", None, "1995-06-30", None),
        ("1995-07", None, "1995-07-30", "perhaps"),
        ("1995-07", None, "1995-07-31", "yes"),
        ("1995", None, "1995-12-30", "perhaps"),
        ("1995", None, "1995-12-31", "yes"),
        (None, None, "1995-01-01", "undated"),
        ("1995", "1999", "1998-12-31", "yes"),
        ("1995", "1999", "1999-01-01", "perhaps"),
        ("1995", "1999", "1999-12-31", None),
        ("1995", "1999-05-01", "1999-04-30", "yes"),
        ("1995", "1999-05-01", "1999-05-01", None),
        (None, "1999", "1999-05-01", "perhaps"),
    ],
)
def test_what_a_partial_date_leaves_open_is_perhaps(
    begin: str | None, end: str | None, day: str, holds: str | None
) -> None:
    assert asof.holds_on(begin, end, day) == holds


@given(POINTS, DAYS)
def test_what_began_for_certain_may_have_begun_and_once_certain_stays_so(begin: str, day: str) -> None:
    first, last = dates.bounds(begin)
    assert (asof.holds_on(begin, None, day) is None) == (day < first)
    assert (asof.holds_on(begin, None, day) == "yes") == (day >= last)


def test_of_a_table_that_says_nothing_else_held_what_had_begun() -> None:
    days = {"past": "1995", "perhaps": "1999-05", "to come": "1999-05-11", "undated": None}
    rows = [{"id": id, "date": date} for id, date in days.items()]
    held = asof.rows(schema.table("milestones"), rows, store.table, "1999-05-10", "2026-11-25")
    assert {row["id"]: row["holds"] for row in held} == {"past": "yes", "perhaps": "perhaps", "undated": "undated"}


# --- members ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("tiny")
def test_members_are_those_who_had_joined_and_not_left(capsys: pytest.CaptureFixture[str]) -> None:
    def then(day: str) -> dict[str, str]:
        return {row["country"]: row["holds"] for row in rows(capsys, "members", names="gulf", as_of=day)}

    assert then("1989") == {}
    assert then("1990-06-01") == {"AAA": "perhaps"}
    assert then("1990") == then("1995-07-27") == {"AAA": "yes"}
    assert then("1995-07-28") == {"AAA": "yes", "BBB": "yes"}
    assert len(rows(capsys, "members", as_of="2000")) == 3, "an observer is listed where no framework is named"


def test_asean_had_ten_members_and_a_day_later_eleven(program: Program) -> None:
    ten = program("members", "asean", "--as-of", "2025-10-25")
    assert ten.stdout.count("\n") == 1 + 10
    beside = ("11 dialogue partners (--kind dialogue-partner)", "1 observer (--kind observer)")
    assert ten.stderr == "; ".join(["10 members", *(f"not listed: {of}" for of in beside)]) + "\n"
    eleven = program("members", "asean", "--as-of", "2025-10-26")
    assert eleven.stdout.count("\n") == 1 + 11 and "Timor-Leste" in eleven.stdout
    assert program("members", "asean", "--as-of", "2025-10-25", "-q").stdout.count("\n") == 10


@pytest.mark.usefixtures("tiny")
def test_who_stands_beside_a_framework_is_told_of_and_listed_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    ask("members", {"names": "gulf"})
    told = capsys.readouterr()
    assert told.err == "2 members; not listed: 1 observer (--kind observer)\n"
    assert "CCC" not in told.out
    ask("members", {"names": "gulf", "json": True})
    assert capsys.readouterr().err == "", "a program reads the rows"
    assert [row["country"] for row in rows(capsys, "members", names="gulf", kind="observer")] == ["CCC"]
    assert [row["country"] for row in rows(capsys, "members", names="gulf", country="CCC")] == ["CCC"]


def test_members_are_counted_with_what_is_not_known() -> None:
    known = [
        member(joined="1990"),
        member(joined="1995", holds="perhaps"),
        member(country="BBB", holds="undated"),
        member(country="CCC", role="observer", holds="yes"),
    ]
    listed = membership.belonging(known)
    assert membership.counted(known, listed) == (
        "2 members, 1 more perhaps; when 1 of them joined is not recorded; not listed: 1 observer (--kind observer)"
    )
    gone = [member(joined="1990", left="1999"), member(joined="1990")]
    assert membership.counted(gone, gone) == "1 member, 1 more until they left"
    partners = [member(role="donor"), member(role="donor")]
    assert membership.counted(partners, membership.belonging(partners)) == "2 donors"


def test_a_founding_member_belongs_since_the_framework_does_and_nobody_before() -> None:
    gulf = [{"id": "gulf", "established": "1990-05-01"}]
    members = [member(founding=True), member(country="BBB")]
    assert asof.members(members, gulf, "1990-04-30") == []
    assert [row["holds"] for row in asof.members(members, gulf, "1990-05-01")] == ["yes", "undated"]


# --- frameworks, funds, documents, statistics ------------------------------------------------------------------------


@pytest.mark.usefixtures("tiny")
def test_frameworks_tell_how_many_belonged(capsys: pytest.CaptureFixture[str]) -> None:
    gulf, harbour = rows(capsys, "frameworks", as_of="1995-07-28")
    assert (gulf["members"], gulf["members_perhaps"]) == (2, None), "an observer is no member"
    assert (harbour["members"], harbour["holds"]) == (None, "undated"), "not recorded is not nought"
    (gulf,) = rows(capsys, "frameworks", names="gulf", as_of="1990-02-01")
    assert (gulf["members"], gulf["members_perhaps"]) == (0, 1)


@pytest.mark.usefixtures("tiny")
def test_funds_tell_the_annual_contribution_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    assert rows(capsys, "funds", as_of="1990") == []
    (fund,) = rows(capsys, "funds", as_of="1993-06")
    assert fund["annual"] == "1.5 million USD"
    assert (fund["annual_value"], fund["annual_unit"], fund["annual_period"]) == (1500000, "USD", "1992/1994")
    (fund,) = rows(capsys, "funds", names="GF", as_of="1999-12-31")
    assert fund["annual"] == "2 million USD (pledged)"
    (fund,) = rows(capsys, "funds", as_of="1991")
    assert (fund["annual"], fund["annual_before"]) == (None, None)


def contribution(period: str, stated: str, **values: Any) -> dict[str, Any]:
    known = {"fund": "f", "kind": "annual", "status": "contributed", "contributor": "AAA", "value": 1, "unit": "USD"}
    return {**known, "period": period, "stated": stated, "stated_ko": stated, **values}


def test_a_sum_holds_for_its_years_and_no_others() -> None:
    fund = [{"id": "f", "established": "1990"}]
    parts = [
        contribution("../1999", "one"),
        contribution("2000/..", "two"),
        contribution("2005", "three"),
        contribution("2000/2009", "ten", kind="total"),
    ]

    def annual(day: str, parts: list[dict[str, Any]] = parts) -> tuple[str | None, str | None]:
        (row,) = asof.funds(fund, parts, day)
        return row["annual"], row["annual_before"]

    assert annual("1998-12-31") == (None, None), "since when it was paid is not known"
    assert annual("1999-06-01") == ("one", None)
    assert annual("2004-06-01") == ("two", None)
    assert annual("2005-06-01") == ("three", None), "the newer sum replaces the one still running"
    assert annual("2001-01-01", [contribution("2000", "one")]) == (None, "one, 2000")
    both = [contribution("2000", "one"), contribution("2000", "nine", contributor="BBB", status="pledged")]
    assert annual("2000-01-01", both) == ("one (AAA); nine (BBB, pledged)", None)


@pytest.mark.usefixtures("tiny")
def test_documents_tell_whether_they_were_in_force_and_for_whom(capsys: pytest.CaptureFixture[str]) -> None:
    def state(day: str) -> tuple[str, list[str], list[str], list[str]]:
        (row,) = rows(capsys, "documents", names="lighthouse-agreement", as_of=day)
        return row["state"], row["in_force_for"], row["not_yet_in_force_for"], row["perhaps_in_force_for"]

    assert rows(capsys, "documents", names="lighthouse-agreement", as_of="1996-01-14") == []
    assert state("1996-01-15") == ("not yet in force", [], ["AAA", "BBB", "CCC"], [])
    assert state("1997-02-10") == ("perhaps in force", [], ["BBB", "CCC"], ["AAA"])
    assert state("1997-02") == ("in force for some", ["AAA"], ["BBB", "CCC"], [])
    assert state("1998") == ("in force for some", ["AAA", "BBB"], ["CCC"], [])
    declaration = rows(capsys, "documents", as_of="1995")
    assert [(row["id"], row["state"], row["in_force_for"]) for row in declaration] == [
        ("gulf-declaration", "adopted", [])
    ]


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"entries": ["1999"]}, "in force"),
        ({"entries": ["2001"]}, "not yet in force"),
        ({"entries": ["1999", "2001: AAA"]}, "in force for some"),
        ({"entries": ["1999: AAA"]}, "in force"),
        ({"not_in_force_for": ["AAA"]}, "not yet in force"),
        ({"period": "2001/2005"}, "to come"),
        ({"period": "1996/2000"}, "running"),
        ({"period": "1996/1999"}, "over"),
        ({"period": "1996/.."}, "running"),
        ({"signed": "1995"}, "signed"),
        ({}, "adopted"),
    ],
)
def test_the_state_of_a_document(values: dict[str, Any], state: str) -> None:
    row = {"id": "d", "date": "1995", "not_in_force_for": [], "period": None, "signed": None, **values}
    entries = [
        {"document": "d", "date": date, "countries": [code] if code else []}
        for date, _, code in (entry.partition(": ") for entry in row.pop("entries", ()))
    ]
    others = [{"document": "other", "date": "1999", "countries": []}]
    assert asof.documents([row], [*entries, *others], "2000-06-01")[0]["state"] == state


def figure(period: str | None, **values: Any) -> dict[str, Any]:
    return {
        "about": "gulf",
        "indicator": "trade",
        "name": "Trade",
        "unit": "USD",
        "basis": None,
        "period": period,
    } | values


def test_statistics_are_the_newest_of_each_kind_whose_period_had_ended() -> None:
    known = [
        figure("1999"),
        figure("2000"),
        figure("2000", basis="customs"),
        figure("1998", name="Imports"),
        figure("1999/.."),
        figure(None, name="Undated"),
    ]

    def periods(day: str) -> list[str]:
        return [row["period"] for row in asof.statistics(known, day, "2001-02-03")]

    assert periods("1999-12-30") == ["1998"]
    assert periods("1999-12-31") == ["1999", "1998"]
    assert periods("2000-12-31") == ["2000", "2000", "1998"]
    assert periods("2001-02-03") == ["1999/..", "2000", "1998"], "known only when its source was read"


# --- the option ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.usefixtures("tiny")
def test_what_it_adds_is_explained_chosen_sorted_and_in_every_format(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    added = list(schema.table(table).as_of)
    for name in added:
        assert f"`{name}`" in DATES, name
    documented = list(schema.table(table).fields)
    held = rows(capsys, table, as_of="1999-12-31")
    assert all(list(row) == documented + added for row in held)
    for format_ in TEXT:
        ask(table, {"format": format_, "as_of": "1999-12-31", "pager": False})
        text = capsys.readouterr().out
        assert text or not held
        if format_ == "toml" and held:
            assert tomllib.loads(text)[table]
    for name in added:
        ask(table, {"fields": name, "sort": name, "as_of": "1999-12-31", "format": "csv"})
        assert capsys.readouterr().out.startswith(f"{name}\r\n")


@pytest.mark.usefixtures("tiny")
def test_a_column_that_would_say_nothing_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    ask("members", {"names": "gulf", "as_of": "1995"})
    assert "Holds" not in capsys.readouterr().out
    ask("members", {"names": "gulf", "as_of": "1990-06-01"})
    assert "perhaps" in capsys.readouterr().out
    ask("documents", {"as_of": "1991"})
    assert "in force for" not in capsys.readouterr().out


@pytest.mark.parametrize("format_", [*READING, "json"])
@pytest.mark.usefixtures("tiny")
def test_a_day_after_the_newest_act_is_warned_of(format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    # The sources were read in 2001; what they tell of ends before that.
    warning = "The newest act recorded is of 1 June 2000; what came after is not known.\n"
    ask("statistics", {"as_of": "2000-06-02", "format": format_})
    assert capsys.readouterr().err == (warning if format_ in READING else "")
    ask("statistics", {"as_of": "2000-06-01", "format": format_})
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        ("2001-13", "--as-of: '2001-13' is not a date"),
        ("1999/2001", "--as-of: '1999/2001' is not one day; write 2019, 2019-11 or 2019-11-25"),
        ("1999/..", "--as-of: '1999/..' is not one day"),
    ],
)
@pytest.mark.usefixtures("tiny")
def test_only_a_day_a_month_or_a_year_will_do(day: str, problem: str) -> None:
    with pytest.raises(UsageFailure) as refused:
        ask("members", {"as_of": day})
    assert refused.value.message.startswith(problem)


# --- matrix ----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("tiny")
def test_a_matrix_has_a_row_a_country_and_a_column_a_framework(capsys: pytest.CaptureFixture[str]) -> None:
    cells = {row["country"]: row["gulf"] for row in rows(capsys, "members", matrix=True)}
    assert cells == {"AAA": "1990", "BBB": "1995", "CCC": "observer"}
    assert rows(capsys, "members", matrix=True, as_of="1990-06-01")[0]["gulf"] == "1990?"
    ask("members", {"matrix": True, "lang": "ko"})
    assert capsys.readouterr().out.startswith("명칭")
    for format_ in TEXT:
        ask("members", {"matrix": True, "format": format_})
        text = capsys.readouterr().out
        assert "1995" in text and ("GT" in text or format_ not in READING), format_
    ask("members", {"matrix": True, "fields": "name,gulf", "sort": "-gulf", "format": "csv"})
    assert capsys.readouterr().out.split() == ["name,gulf", "People's", "Republic", "of", "Aland,observer",
                                               "Beland,1995", "Aland,1990"]  # fmt: skip


def test_the_cells_of_a_matrix() -> None:
    def cell(*rows: dict[str, Any]) -> str:
        ((row,), _) = membership.matrix(rows, ["gulf"])
        found: str = row["gulf"]
        return found

    assert cell(member(joined="1995-07-28")) == "1995"
    assert cell(member()) == "member"
    assert cell(member(role="dialogue-partner", joined="1991")) == "dialogue-partner"
    assert cell(member(joined="1995", left="1999-05")) == "1995-1999"
    assert cell(member(role="observer", joined="1990", left="1995"), member(joined="1995")) == "1995"
    assert cell(member(joined="1995"), member(role="observer", joined="1990", left="1995")) == "1995"
    assert membership.matrix([], ["gulf"]) == ([], [])


def test_the_matrix_of_the_real_frameworks_fits_a_hundred_columns(program: Program) -> None:
    text = program("members", "--matrix", "--format", "table", "--width", "100").stdout
    assert text.startswith("Name ") and max(map(len, text.splitlines())) <= 100
    assert len(text.splitlines()) == 2 + len({row["country"] for row in store.table("members")})


# --- offices ---------------------------------------------------------------------------------------------------------


def holder(id: str, tenure: str | None, *shown: str, office: str = "coordinator") -> dict[str, Any]:
    return {"id": id, "office": office, "tenure": tenure, "in_office": list(shown)}


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        ("1990-01-01", {"first": "perhaps"}),
        ("1996-01-01", {"second": "undated"}),
        ("2013-06-01", {"third": "yes"}),  # the fourth began some day after it
        ("2016-03-01", {"fourth": "undated"}),
        ("2017-12-31", {"fourth": "yes"}),  # shown in office before, and until 2018
        ("2018-08-03", {"fifth": "yes"}),
    ],
)
def test_of_an_office_one_holds_it_and_nobody_who_came_later(day: str, holds: dict[str, str]) -> None:
    known = [
        holder("first", None, "1989-11-02", "1991-06"),
        holder("second", "../1997"),
        holder("third", "2012/2015"),
        holder("fourth", "../2018-08-03", "2016-06"),
        holder("fifth", "2018-08-03/2021"),
        holder("other", "../2020", office="chair"),
    ]
    found = {row["id"]: row["holds"] for row in asof.holders(known, day)}
    assert found.pop("other") == "undated" and found == holds


def test_offices_are_called_by_their_names_in_the_order_of_their_holders(program: Program) -> None:
    assert (
        "ASEAN-Korea Centre" in program("offices").stdout and "대화조정국" in program("offices", "--lang", "ko").stdout
    )
    assert "대화조정국" in program("offices", "--as-of", "2017", "--lang", "ko").stdout
    (row,) = json.loads(program("offices", "asean-rok-country-coordinator", "--as-of", "2017", "--json").stdout)
    assert row["name"] == "Cambodia" and row["holds"] == "yes" and row["office"] == "asean-rok-country-coordinator"
    names = [row["name"] for row in json.loads(program("offices", "asean-rok-country-coordinator", "--json").stdout)]
    assert names[:3] == ["Indonesia", "Philippines", "Singapore"] and names.index("Cambodia") > names.index("Lao PDR")
    centre = program("offices", "asean-korea-centre-secretary-general").stdout
    assert re.search(r"^ +6 +2024-04-16/\.\. .*Kim Jae-shin", centre, re.MULTILINE)
    assert "Ordinal" not in program("offices", "asean-rok-country-coordinator").stdout


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        ("1998-02-24", {"first": "yes"}),
        ("1998-02-25", {"second": "yes"}),
        ("2003-05-01", {"third": "yes"}),  # handed over to it on that day
        ("2008-07-01", {"third": "perhaps"}),
        ("2008-07-31", {"fourth": "yes"}),  # which had begun by then for certain
        ("2009-12-31", {"fourth": "perhaps"}),  # the last day of the year in which its time ended
        ("2010-01-01", {"fifth": "undated"}),
        ("2013-03-04", {"fifth": "yes"}),  # its last day, whenever it began
        ("2013-03-05", {}),
        ("2014-06-30", {"sixth": "yes"}),
        ("2015-01-01", {}),
    ],
)
def test_on_its_last_day_one_still_holds_an_office_that_is_not_handed_over_on_it(
    day: str, holds: dict[str, str]
) -> None:
    known = [
        holder("first", "1993-02-25/1998-02-24"),
        holder("second", "1998-02-25/2003-05-01"),
        holder("third", "2003-05-01/2008-07"),
        holder("fourth", "2008-07/2009"),
        holder("fifth", "../2013-03-04"),
        holder("sixth", "2014"),
        holder("other", "2003-04-30/2003-05-02", office="chair"),
    ]
    found = {row["id"]: row["holds"] for row in asof.holders(known, day) if row["id"] != "other"}
    if day == "2008-07-01":
        assert found.pop("fourth") == "perhaps"
    assert found == holds


def test_whose_beginning_is_not_recorded_follows_whoever_held_it_to_the_day_before() -> None:
    before = {"id": "a", "office": "o", "tenure": "2016/2019-05-01", "in_office": []}
    after = {"id": "b", "office": "o", "tenure": "../2021", "in_office": []}
    for day, holds in (("2018-05-01", {"a": "yes"}), ("2019-05-01", {"a": "yes"}), ("2019-05-02", {"b": "undated"})):
        assert {row["id"]: row["holds"] for row in asof.holders([before, after], day)} == holds


@pytest.mark.parametrize(
    ("office", "day", "name", "filters"),
    [
        ("rok-president", "1998-02-24", "Kim Young-sam", ()),
        ("rok-president", "1998-02-25", "Kim Dae-jung", ()),
        ("rok-president", "2017-03-10", "Park Geun-hye", ()),
        ("rok-president", "2017-03-11", None, ()),
        ("asean-secretary-general", "2012-12-31", "Surin Pitsuwan", ()),
        ("asean-secretary-general", "1993-01-01", "Ajit Singh", ()),
        ("asean-korea-centre-secretary-general", "2018-04-16", "Lee Hyuk", ()),
        ("asean-korea-centre-secretary-general", "2018-04-16", None, ("--match", "Young-sun")),
        ("amro-director", "2019-05-26", "Chang Junhong", ()),
        ("amro-director", "2019-05-27", "Toshinori Doi", ()),
        ("asean-chair", "2006-07-28", "Philippines", ()),
        ("asean-chair", "2006-07-28", None, ("--country", "Malaysia")),  # a filter gives nobody the office
        ("asean-chair", "2009-12-31", "Thailand", ()),
        ("asean-chair", "2010-01-01", "Viet Nam", ()),
        ("rok-foreign-minister", "2006-11-10", "Ban Ki-moon", ()),
        ("rok-foreign-minister", "2006-11-11", None, ()),
    ],
)
def test_who_held_an_office_on_the_day_it_changed_hands(
    office: str, day: str, name: str | None, filters: tuple[str, ...], program: Program
) -> None:
    done = program("offices", office, "--as-of", day, "--json", *filters)
    assert [(row["name"], row["holds"]) for row in json.loads(done.stdout)] == ([(name, "yes")] if name else [])


def test_a_title_ends_on_the_day_that_the_sources_print(program: Program) -> None:
    row = next(row for row in store.table("holders") if row["id"] == "rok-president-kim-young-sam")
    assert row["title"].endswith("25 February 1993 - 24 February 1998") and "1998년 2월 24일" in row["title_ko"]
    card = program("show", "rok-president-kim-dae-jung").stdout
    assert re.search(r"Before +Kim Young-sam, until 24 February 1998", card)


@pytest.mark.parametrize("turn", [1, -1])
def test_in_the_matrix_what_still_holds_comes_before_what_was_left(turn: int) -> None:
    beside = {"framework": "asean", "country": "X", "name": "X", "name_ko": None, "role": "member"}
    rows = [{**beside, "joined": "1999", "left": "2005"}, {**beside, "joined": "2010", "left": None}]
    rows += [{**beside, "joined": "2012", "left": None, "role": "observer"}]
    found, columns = membership.matrix(rows[::turn], ["asean"])
    assert (found[0]["asean"], columns) == ("2010", ["asean"])


def yearly(*years: int, day: str = "-05-10") -> list[dict[str, Any]]:
    return [{"date": f"{year}{day}", "status": "held", "ordinal": number} for number, year in enumerate(years, 1)]


def test_of_a_series_that_has_not_met_for_two_years_nothing_is_expected() -> None:
    met = yearly(2019, 2020, 2021)
    for today, expected in (("2021-06-01", 2022), ("2023-12-31", 2022), ("2024-01-01", None)):
        found = rhythm.following(met, today)
        assert (found and found[:2]) == (expected and (expected, 4)), today
    assert rhythm.following(yearly(2019, 2021), "2021-06-01") is None
    assert rhythm.following(yearly(2018, 2020, 2021), "2021-06-01") is None


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("offices --as-of 2027-02-20", "holds", "perhaps"),
        ("members --as-of 1999-01-15", "holds", "perhaps"),
        ("documents --as-of 2019", "state", "running"),
        ("frameworks --as-of 1995", "members", "7"),
        ("projects --as-of 2020-03", "holds", "perhaps"),
        ("funds --as-of 2019", "annual_value", "14000000"),
    ],
)
def test_what_a_day_adds_to_rows_is_a_field_as_any_other(line: str, field: str, value: str, program: Program) -> None:
    words = line.split()
    whole = json.loads(program(*words, "--json").stdout)
    wanted = [row for row in whole if str(row[field]) == value]
    assert 0 < len(wanted) < len(whole), {row[field] for row in whole}
    kept = program(*words, "--where", f"{field.upper()}={value}", "--json")
    assert json.loads(kept.stdout) == wanted
    others = json.loads(program(*words, "--where", f"{field}!={value}", "--json").stdout)
    assert len(others) + len(wanted) == len(whole)
    counted = {str(row[field]): row["count"] for row in json.loads(program(*words, "--by", field, "--json").stdout)}
    assert counted[value] == len(wanted)


@pytest.mark.parametrize("option", ["--where=holds=perhaps", "--fields=holds", "--sort=holds", "--by=holds"])
@pytest.mark.parametrize("command", ["offices", "members", "documents", "projects"])
def test_what_only_a_day_adds_is_refused_without_one(command: str, option: str, program: Program) -> None:
    done = program(command, option)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        "have 'holds' on a day alone: " in done.stderr
        and "--as-of 2019-11-25" in done.stderr
        and done.stderr.count("\n") == 1
    )


def test_a_condition_on_what_held_says_nothing_of_offices_it_leaves_out(program: Program) -> None:
    whole = program("offices", "--as-of", "2026-11-26").stderr.splitlines()
    slip = program("frameworks", "--as-of", "2019", "--where", "memebrs=3")
    assert slip.returncode == 2 and "no field 'memebrs' in frameworks. Did you mean 'members'" in slip.stderr
    told = program("offices", "--as-of", "2026-11-26", "--where", "holds=perhaps").stderr.splitlines()
    assert {each for each in told if "who held it" in each} == {each for each in whole if "who held it" in each}


def test_the_matrix_names_every_framework_by_a_short_name_in_either_language(program: Program) -> None:
    wide = ("members", "--matrix", "--format", "table", "--width", "100")
    headings = program(*wide).stdout.splitlines()[0].split()
    assert {"ADMM-Plus", "APT", "ASEAN", "BIMP-EAGA-ROK", "EAS", "Mekong-ROK"} <= {*headings}
    korean = program(*wide, "--lang", "ko").stdout.splitlines()[0].split()
    assert {"아세안", "아세안+3", "한-메콩", "동아시아정상회의", "ARF"} <= {*korean}
    assert program("members", "--matrix", "-f", "csv").stdout.startswith("country,name,name_ko,admm-plus,apt,")


@pytest.mark.parametrize("name", ["laos", "라오스"])
def test_a_membership_is_matched_by_any_name_of_its_country(name: str, program: Program) -> None:
    for framework in ("asean", "mekong"):
        (row,) = json.loads(program("members", framework, "--match", name, "--json").stdout)
        assert row["country"] == "LAO"
    (entry,) = json.loads(program("members", "rcep", "--match", name, "--json").stdout)
    assert "LAO" in entry["countries"]


def test_of_an_agreement_what_is_matched_is_for_whom_it_entered_into_force(program: Program) -> None:
    (row,) = json.loads(program("members", "rcep", "--match", "Indonesia", "--json").stdout)
    assert row["countries"] == ["IDN"]


def test_who_was_only_seen_in_office_is_found_by_the_year_of_that(program: Program) -> None:
    assert "asean-chair-1998" in program("offices", "--year", "1998", "-q").stdout.split()
    assert "asean-chair-1998" in program("offices", "asean-chair", "--since", "1997", "--until", "1999", "-q").stdout
    assert "asean-chair-1998" not in program("offices", "--year", "2001", "-q").stdout


def test_a_country_is_asked_for_by_its_names_in_what_a_day_adds(program: Program) -> None:
    line = ("documents", "--as-of", "2012", "--where")
    assert program(*line, "in_force_for=ROK", "-q").stdout == program(*line, "in_force_for=KOR", "-q").stdout != ""
    assert program(*line, "in_force_for=zz").returncode == 2


def test_for_whom_an_agreement_was_in_force_is_no_yes_where_it_may_not_have_been(program: Program) -> None:
    done = program("members", "aktiga-third-protocol", "--as-of", "2023-11-15", "--json")
    assert [(row["countries"], row["holds"]) for row in json.loads(done.stdout)] == [
        (["KOR"], "yes"),
        (["VNM"], "perhaps"),
    ]
    assert "perhaps" in program("members", "aktiga-third-protocol", "--as-of", "2023-11-15").stdout
    for words in (("aktiga",), ("--matrix",)):
        assert "The newest act recorded is of " in program("members", *words, "--as-of", "2030").stderr
