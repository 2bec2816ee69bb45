"""A card briefs: how a thing stands comes first, long parts are cut and say what shows them, nothing looks held."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from aseanrok import schema, store
from aseanrok.cards import card
from aseanrok.cards.parts import UNSAID
from aseanrok.output import renderer
from aseanrok.output.plain import width
from aseanrok.output.table import Screen
from aseanrok.output.table import render as table
from aseanrok.views import Listing, View
from conftest import Program, put

READ = ("table", "plain", "records", "md")
BRIEFED = ("asean-rok", "mekong", "akcf", "mkcf", "thailand", "asean-rok-summit", "mekong-rok-summit")


def drawn(id: str, columns: int = 100, *, color: bool = False, full: bool = False, today: str = "") -> str:
    row = store.record(id)
    assert row is not None
    shown = card(row, whole_length=full, today=today)
    index = schema.table("index")
    return "".join(table(View(Listing([row], ("id",), index), (shown,)), Screen(columns, color=color)))


@pytest.mark.parametrize(
    ("id", "noun"), [("akcf", "funds"), ("mekong", "frameworks"), ("lao-pdr", "countries"), ("mpac-2025", "documents")]
)
def test_show_and_the_noun_print_the_same_card(id: str, noun: str, program: Program) -> None:
    short = program("show", id)
    assert short.returncode == 0 and short.stdout == program(noun, id).stdout
    whole = program("show", id, "--full")
    assert whole.stdout == program(noun, id, "--full").stdout
    assert len(whole.stdout) >= len(short.stdout)


@pytest.mark.parametrize("id", ["ammtc-rok", "asean-rok-security-dialogue", "aem-rok", "asean-rok"])
def test_a_card_tells_every_relation_of_the_thing(id: str, program: Program) -> None:
    (whole,) = json.loads(program("show", id, "--json").stdout)
    text = program("show", id, "--full").stdout
    told = [relation for relation in whole["relations"] if relation["relation"] not in UNSAID]
    assert [each for each in told if each["to"] not in text] == []


def noted() -> list[tuple[str, str]]:
    """Return whose card has a row with a note, and the note: of memberships, contributions, offices that were held.

    A figure has a card of its own, which has its note.
    """
    found = []
    for owned in schema.tables():
        if owned.belongs and "note" in owned.fields and (owned.belongs["part"] or not owned.has_records):
            for row in (each for each in store.table(owned.name) if each["note"]):
                found.append((row[owned.belongs["field"]], row["note"]))
                if owned.name == "members":
                    (country,) = store.rows_where("countries", "iso3", (row["country"],))
                    found.append((country["id"], row["note"]))
    return found


def test_a_whole_card_has_every_note_of_its_rows_and_a_short_one_says_so() -> None:
    notes = noted()
    assert len(notes) > 50
    for id in dict.fromkeys(id for id, _ in notes):
        own = {note for each, note in notes if each == id}
        short, whole = (" ".join(drawn(id, 400, full=full).split()) for full in (False, True))
        assert [note for note in own if note not in whole] == [], id
        assert f"aseanrok show {id} --full" in short or not [note for note in own if note not in short], id


@pytest.mark.parametrize("id", BRIEFED)
def test_a_card_begins_with_how_the_thing_stands(id: str) -> None:
    text = drawn(id)
    head, _, rest = text.partition("At a glance")
    assert rest and len(head.splitlines()) < 9
    assert len(text.splitlines()) < len(drawn(id, full=True).splitlines()) or id == "mekong-rok-summit"


def test_the_longest_card_is_read_at_one_sitting() -> None:
    assert len(drawn("asean-rok").splitlines()) < 100
    assert "…" not in drawn("asean-rok", full=True)


def test_a_framework_tells_of_its_series_its_plan_and_its_money() -> None:
    glance = drawn("mekong", 200).partition("At a glance")[2].partition("\n\n")[0]
    assert re.search(r"Summit +2 held; last 2nd, 13 November 2020, virtual; 3rd \(26 October 2021\) postponed", glance)
    assert "Plan of action" in glance and "MKCF" in glance
    count = sum("mekong" in row["frameworks"] for row in store.table("conflicts"))
    assert f"on {count} points: aseanrok conflicts --framework mekong" in glance


@pytest.mark.parametrize("id", BRIEFED)
def test_every_command_a_card_names_runs_and_lists_something(id: str, program: Program) -> None:
    row = store.record(id)
    assert row is not None
    text = "".join(
        renderer("plain")(View(Listing([row], ("id",), schema.table("index")), (card(row, whole_length=False),)))
    )
    commands = {match.strip() for match in re.findall(r"aseanrok ([a-z][^\n;]*)", text)}
    assert commands
    for command in commands:
        done = program(*shlex.split(command))
        assert done.returncode == 0 and done.stdout.count("\n") > 1, command


def test_a_count_on_a_card_is_the_count_of_the_command_beside_it(program: Program) -> None:
    counted = re.findall(r"(\d+): aseanrok ([a-z]+ [^\n]*--framework[^\n]*)", program("show", "asean-rok").stdout)
    assert len(counted) > 3
    for count, command in counted:
        assert int(count) == len(json.loads(program(*command.split(), "--json").stdout)), command


def test_what_was_announced_for_a_day_that_has_passed_says_that_nothing_is_known() -> None:
    before, after = (drawn("asean-summit-49", today=day) for day in ("2026-11-01", "2026-12-01"))
    assert "announced, no report recorded" in after and "no report" not in before
    assert "next 49th, 10-12 November 2026" in drawn("asean", 200, today="2026-11-01")
    assert "49th (10-12 November 2026) announced, no report recorded" in drawn("asean", 200, today="2026-12-01")


@pytest.mark.parametrize("format_", READ)
@pytest.mark.parametrize(
    "arguments",
    ["meetings mekong-rok-summit", "meetings --framework mekong --year 2021", "timeline --framework mekong --year 2021",
     "show mekong-rok-summit", "show mekong-rok-summit-3", "search mekong-rok-summit-3"],
)  # fmt: skip
def test_what_was_not_held_says_so_in_every_form(arguments: str, format_: str, program: Program) -> None:
    wide = ("--width", "100") if format_ == "table" else ()
    done = program(*arguments.split(), "--format", format_, *wide)
    told = " ".join(done.stdout.replace("\\", "").split())
    told = told.replace("Summit, virtual (", "Summit (")  # a search names the city of its hits
    assert "3rd Mekong-ROK Summit (postponed)" in told
    assert told.count("3rd Mekong-ROK Summit") == told.count("3rd Mekong-ROK Summit (postponed)")


def test_only_what_was_held_is_counted_as_held(program: Program) -> None:
    assert "Meetings (2 held, 1 postponed)" in program("show", "mekong-rok-summit").stdout
    assert "Meetings (2 held, 1 postponed)" in program("meetings", "mekong-rok-summit").stdout
    for table_ in ("meetings", "timeline", "index"):
        rows = [row for row in store.table(table_) if row["id"] == "mekong-rok-summit-3"]
        assert {row["status"] for row in rows} == {"postponed"}


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
@pytest.mark.parametrize("id", ["akcf", "mekong"])
def test_an_address_is_whole_and_on_a_line_of_its_own(id: str, columns: int) -> None:
    lines = drawn(id, columns, full=True).splitlines()
    known = {row["url"] for row in store.table("sources")} | {row["website"] for row in store.table("funds")}
    addresses = [line.split()[-1] for line in lines if "://" in line]
    assert addresses and known.issuperset(addresses)
    for line in lines:
        assert width(line) <= columns or line.strip() in known


def test_titles_open_their_address_where_the_terminal_shows_styles() -> None:
    assert "\x1b]8;" in drawn("akcf", color=True)
    assert "\x1b" not in drawn("akcf")


@pytest.mark.usefixtures("tiny")
def test_rows_that_name_a_thing_are_found_without_reading_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [row for row in store.table("timeline") if "gulf" in row["frameworks"]]
    put(Path(store.PUBLISHED), monkeypatch)
    assert expected and store.rows_naming("timeline", "frameworks", "gulf") == expected
    assert store.rows_naming("timeline", "frameworks", "gul") == []


def test_parts_that_are_not_cut_say_nothing_of_it() -> None:
    assert "…" not in drawn("mekong-rok-summit-1")


def test_nought_is_a_value(program: Program) -> None:
    for name, heading in (("two_publishers", "Two publishers"), ("official", "Official")):
        none = next(row for row in store.table("coverage") if row[name] == 0)
        assert re.search(rf"^ *{heading} +0%$", program("coverage", none["id"]).stdout, re.MULTILINE)
    empty = next(row for row in store.table("coverage") if row["records"] == 0)
    assert re.search(r"^ *Records +0$", program("coverage", empty["id"]).stdout, re.MULTILINE)


# --- a series -------------------------------------------------------------------------------------------------------


def test_a_series_counts_as_many_meetings_as_it_lists(program: Program) -> None:
    for series in ("asean-rok-dialogue", "asean-rok-summit", "mekong-rok-fmm"):
        text = program("meetings", series).stdout
        held = re.search(r"Meetings +(\d+) (?:held|recorded); last", text)
        listed = re.search(r"^Meetings \((\d+)[^)]*\)$", text, re.MULTILINE)
        assert held and listed and held[1] == listed[1], series


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(
    "id", ["asean-rok-dialogue", "bimp-eaga-rok-som", "mekong-rok-fmm", "asean-korea-centre-council"]
)
def test_no_line_of_a_card_stands_on_it_twice(id: str, lang: str, program: Program) -> None:
    head = program("show", id, "--lang", lang).stdout.partition("(")[0]
    facts = [line for line in program("show", id, "--lang", lang).stdout.splitlines() if re.match(r"\S.*?  +\S", line)]
    assert head and len(facts) == len(set(facts))


def test_a_meeting_without_a_date_stands_at_its_number(program: Program) -> None:
    for command in ("meetings asean-rok-dialogue", "show asean-rok-dialogue --full"):
        numbers = [
            int(each) for each in re.findall(r"(\d+)[a-z]{2} ASEAN-ROK Dialogue  ", program(*command.split()).stdout)
        ]
        assert 8 in numbers and numbers == sorted(numbers)
    rows = json.loads(program("meetings", "asean-rok-dialogue", "--json").stdout)
    assert [row["ordinal"] for row in rows] == sorted(row["ordinal"] for row in rows)
    back = json.loads(program("meetings", "asean-rok-dialogue", "--json", "--sort", "-date").stdout)
    assert back[-1]["ordinal"] == 8, "what has no date comes last where dates were asked for"


# --- what is asked first, and not recorded --------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_is_asked_first_is_said_to_be_unrecorded_and_not_left_out(lang: str, program: Program) -> None:
    words = {"en": ("In force", "Place", "Chairs", "not recorded"), "ko": ("발효", "장소", "의장", "기록 없음")}[lang]
    force, place, chairs, unrecorded = words

    def says(id: str, heading: str) -> bool:
        text = program("show", id, "--lang", lang).stdout
        return re.search(rf"^{heading} +{unrecorded}$", text, re.MULTILINE) is not None

    def of(table: str, **values: object) -> str:
        return next(
            row["id"] for row in store.table(table) if all(row[name] == value for name, value in values.items())
        )

    assert says(of("documents", kind="agreement", in_force=[]), force)
    assert not says(of("documents", kind="report", in_force=[]), force), "nobody asks when a report enters into force"
    assert says(of("documents", kind="agreement", place=None), place)
    assert says(of("institutions", place=None), place)
    assert says(of("meetings", status="held", mode=None, place=None), place)
    assert not says(of("meetings", mode="virtual", place=None), place), "what met on screens met nowhere"
    assert says(of("meetings", status="held", chairs=[]), chairs)
    assert not says(of("meetings", status="announced", chairs=[]), chairs)


def test_the_card_of_a_country_tells_what_it_did_with_the_rok(program: Program) -> None:
    told = program("show", "philippines").stdout.partition("With the ROK")[2].partition("\n\n")[0]
    assert all(act in told for act in ("diplomatic-relations-philippines-1949", "Signing of The Free Trade Agreement"))
    assert "rcep" in told and "eas-summit" not in told, "what it entered, and not what was held there"
    assert "With the ROK" not in program("show", "korea").stdout


def test_the_card_of_who_held_an_office_names_who_did_before_and_after(program: Program) -> None:
    told = program("show", "rok-foreign-minister-yoon-young-kwan").stdout
    assert "Choi Sung-hong, until 27 February 2003 [derived] [rok-foreign-minister-choi-sung-hong]" in told
    assert "Ban Ki-moon, since 16 January 2004 [disputed] [rok-foreign-minister-ban-ki-moon]" in told
    year = program("show", "asean-chair-2019").stdout
    assert "Singapore, 2018 [asean-chair-2018]" in year and "Viet Nam, 2020 [asean-chair-2020]" in year


def test_the_card_of_a_figure_tells_the_year_before_by_the_same_count(program: Program) -> None:
    told = program("show", "trade-asean-rok-2022").stdout
    assert "2021: 176.5 billion USD [trade-asean-rok-2021]; 17.5% more in 2022 [derived]" in told
    assert "8.8% less" not in told
    assert "2022년 2,074억 1,800만 달러" in program("show", "trade-asean-rok-2023", "--lang", "ko").stdout
    assert "Year before" not in program("show", "trade-asean-rok-2024").stdout, "another count is no comparison"


def test_the_card_of_a_city_tells_what_took_place_there(program: Program) -> None:
    told = program("show", "jeju").stdout
    held = [row["id"] for row in store.table("meetings") if row["city"] == "Jeju" and row["status"] == "held"]
    assert held and all(id in told for id in held)
    assert "What took place there" not in program("show", "mekong").stdout


@pytest.mark.parametrize("framework", ["asean", "apt", "eas", "arf", "mekong"])
def test_who_stands_beside_a_framework_is_no_member_of_it(framework: str, program: Program) -> None:
    rows = [row for row in store.table("members") if row["framework"] == framework]
    own = [row for row in rows if row["role"] in ("member", "participant")]
    card = program("show", framework).stdout.split("\n\n")
    members = next(part for part in card if part.startswith("Members"))
    assert own == rows or members.startswith(f"Members ({len(own)})")
    for role in {row["role"] for row in rows} - {"member", "participant"}:
        of_role = [row for row in rows if row["role"] == role]
        still = sum(not row["left"] for row in of_role)
        lists = f"aseanrok members {framework} --kind {role}"
        told = any(part.startswith("Beside them") and f"{still}: {lists}\n" in f"{part}\n" for part in card)
        assert told == (still > 0)
        assert len(program(*lists.split()[1:], "--fields", "country", "-f", "tsv").stdout.splitlines()) - 1 == len(
            of_role
        )
        full = program("show", framework, "--full").stdout.split("\n\n")
        assert any(part.startswith(role.replace("-", " ").capitalize()) for part in full)


def test_what_a_country_belongs_to_is_not_called_its_members(program: Program) -> None:
    assert "\nFrameworks" in program("show", "laos").stdout and "\nMembers" not in program("show", "laos").stdout
    compared = program("compare", "mekong", "laos").stdout.splitlines()
    told = {line.partition("  ")[0]: line for line in compared}
    assert told["Members"].split()[1:] == ["6"] and told["Latest summit"].endswith("virtual")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_card_of_a_conflict_asks_its_question_once(lang: str, program: Program) -> None:
    id = "mekong-rok-fmm-1-date"
    question = store.rows_where("conflicts", "id", (id,))[0]["question"]
    assert program("show", id, "--lang", lang).stdout.count(question) == 1
