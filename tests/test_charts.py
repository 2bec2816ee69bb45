"""`--chart`: what bars show, what they never mix, and what they cannot stand beside."""

from __future__ import annotations

import re

import pytest

from aseanrok import charts, schema, store
from aseanrok.cli.answer import module
from aseanrok.cli.request import Request
from aseanrok.groups import years
from aseanrok.output._bars import Ink, render
from aseanrok.output.plain import width
from conftest import Program, screen

BARS = "▏▎▍▌▋▊▉█"


def drawn(program: Program, *arguments: str, **environ: str) -> list[str]:
    done = program(*arguments, "--chart", **environ)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def line(lines: list[str], *parts: str) -> str:
    """Return the one line that holds these parts."""
    found = [each for each in lines if all(part in each for part in parts)]
    assert len(found) == 1, (parts, lines)
    return found[0]


def long(text: str) -> float:
    """Return how many columns a bar fills."""
    return sum(1 if letter in "█░▒#.=" else BARS.find(letter) / 8 + 1 / 8 for letter in text if letter in BARS + "░▒")


def test_an_annual_sum_is_a_bar_in_each_year_and_its_number_stands_beside_it(program: Program) -> None:
    lines = drawn(program, "contributions", "akcf")
    for year in ("2015", "2016", "2017", "2018"):
        assert "7 million USD" in line(lines, f"  {year} ")
    assert long(line(lines, "  2015 ")) * 2 == pytest.approx(long(line(lines, "  2019~")), abs=0.3)
    assert "14 million USD *" in line(lines, "  2020~")


def test_years_that_are_not_recorded_say_so_and_have_no_bar(program: Program) -> None:
    lines = drawn(program, "contributions", "akcf")
    assert line(lines, "1991-2003").split() == ["1991-2003", "not", "recorded"]
    # What a filter takes away is recorded, and no gap.
    filtered = drawn(program, "contributions", "akcf", "--where", "value>=16000000")
    assert [each.split()[0] for each in filtered if "million" in each] == ["2022", "2023", "2027"]
    filtered = drawn(program, "contributions", "akcf", "--where", "value=3000000")
    assert [each.split()[0] for each in filtered[1:]] == ["2004", "2005-2008", "2009"]


def test_years_that_are_not_recorded_are_told_last_where_bars_are_not_in_the_order_of_years(program: Program) -> None:
    lines = drawn(program, "contributions", "akcf", "--sort", "-value")
    gaps = [each for each in drawn(program, "contributions", "akcf") if each.endswith("not recorded")]
    assert gaps and lines[-2 - len(gaps) : -2] == gaps
    for order in ("count", "-count"):
        sorted_by_size = drawn(program, "timeline", "--framework", "mekong", "--sort", order)
        assert line(sorted_by_size, "1993-2009  none recorded")


def test_what_is_pledged_is_told_apart_by_its_filling_and_by_a_word(program: Program) -> None:
    lines = drawn(program, "contributions", "akcf")
    pledged = line(lines, "2027")
    assert "░" in pledged and pledged.endswith(" pledged") and "█" not in pledged
    assert line(lines, "░ promised").endswith("not recorded as made or held")


def test_sums_over_several_years_stand_apart_and_are_not_added_up(program: Program) -> None:
    lines = drawn(program, "contributions", "bkcf")
    at = lines.index("  over several years")
    assert "2021/2022" in lines[at + 1] and "4 million USD *" in lines[at + 1] and "▒" in lines[at + 1]
    assert not any("▒" in each for each in lines[:at])


def test_who_gave_is_said_where_others_gave_too(program: Program) -> None:
    lines = drawn(program, "contributions", "--country", "Japan")
    assert [each for each in lines if each.strip() == "Japan"] == ["  Japan"] * 2
    assert not any("ROK" in each for each in drawn(program, "contributions", "akcf")[1:])


def test_one_chart_holds_one_unit_counted_in_one_way(program: Program) -> None:
    lines = drawn(program, "statistics", "--kind", "trade", "--where", "about=asean-rok")
    own = [row for row in store.table("statistics") if row["indicator"] == "trade" and row["about"] == "asean-rok"]
    parts: dict[str, list[str]] = {}
    heading = part = ""
    for each in lines:
        if each and not each.startswith((" ", "░", "▒")):
            heading = each
        elif each.startswith("  ") and not each.startswith("    "):
            part = each.strip()
        elif "USD" in each:
            parts.setdefault(f"{heading}|{part}", []).append(each.split()[0].rstrip("*~"))
    expected: dict[str, list[str]] = {}
    for row in own:
        expected.setdefault(f"{row['name']}|{row['basis'] or 'who counted is not recorded'}", []).append(row["period"])
    assert parts == expected


def test_an_amount_for_part_of_a_year_has_another_filling(program: Program) -> None:
    lines = drawn(program, "statistics", "--kind", "exports", "--where", "about=asean-rok")
    assert "▒" in line(lines, "1991-01/1991-04") and "▒" in line(lines, "1993-01 ")
    assert "█" in line(lines, "2025 ")


def test_acts_are_counted_by_year_and_what_was_not_held_is_not_among_them(program: Program) -> None:
    lines = drawn(program, "timeline", "--framework", "mekong")
    acts = [row for row in store.table("timeline") if "mekong" in row["frameworks"] and row["date"][:4] == "2021"]
    held = [row for row in acts if row["status"] in (None, "held")]
    year = line(lines, "  2021 ")
    assert year.split()[1] == str(len(held)) and year.endswith("+1 postponed") and len(acts) == len(held) + 1
    assert line(lines, "none recorded", "1993-2009")


def test_years_that_were_not_asked_for_and_what_conditions_leave_out_are_not_said_to_be_unrecorded(
    program: Program,
) -> None:
    lines = drawn(program, "timeline", "mekong", "--year", "2017", "--year", "2019")
    assert [each.split()[0] for each in lines[1:] if each.startswith("  20")] == ["2017", "2019"]
    assert not any("none" in each for each in lines)
    lines = drawn(program, "series", "mekong-rok-fmm", "--where", "ordinal!=7")
    assert line(lines, "  2017 ").split() == ["2017", "none"]
    assert any("none recorded" in each for each in drawn(program, "series", "asean-rok-dialogue"))


def test_series_span_the_years_from_the_first_held_to_the_last(program: Program) -> None:
    lines = drawn(program, "series", "mekong", "--width", "100")
    assert "13 held" in line(lines, "Mekong-ROK Foreign Ministers' Meeting")
    assert lines[1].split() == ["2011", "2025"]
    longest = max(lines, key=lambda each: each.count("━"))
    assert "Foreign Ministers" in longest and line(lines, "Mekong-ROK Summit").count("━") < 20


def test_one_series_counts_its_meetings_and_names_the_numbers_that_are_missing(program: Program) -> None:
    done = program("series", "asean-rok-dialogue", "--chart")
    assert "1996-2010  none recorded" in done.stdout
    assert done.stderr.strip() == "Not recorded: 3rd to 7th, 9th to 14th"


@pytest.mark.parametrize("columns", [40, 80, 160])
@pytest.mark.parametrize("asked", [["contributions"], ["timeline"], ["series"], ["statistics", "--kind", "visitors"]])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_line_is_wider_than_the_screen_and_no_number_is_lost(columns: int, asked: list[str], lang: str) -> None:
    shown = re.sub(r"\x1b\[\d+m", "", screen(*asked, "--chart", "--lang", lang, columns=columns))
    body = shown.split("\n* ")[0]
    assert max(width(each) for each in body.splitlines()) <= columns
    for row in store.table("contributions") if asked == ["contributions"] else ():
        assert row["stated_ko" if lang == "ko" else "stated"] in shown


def test_wide_letters_keep_their_columns(program: Program) -> None:
    lines = drawn(program, "contributions", "bkcf", "--lang", "ko")
    begins = {width(re.split("[█░▒]", each)[0]) for each in lines[1:] if re.search("달러.*[█░▒]", each)}
    assert len(begins) == 1
    assert line(lines, "2024-2026").endswith("기록 없음")


def test_a_stream_without_block_characters_gets_letters(program: Program) -> None:
    for encoding in ("ascii", "cp949"):
        done = program("contributions", "bkcf", "--chart", PYTHONIOENCODING=encoding, text=False)
        text = done.stdout.decode(encoding)  # type: ignore[attr-defined]
        assert "####" in text and "...." in text and "====" in text and "\\u" not in text


def test_a_pipe_gets_the_same_text_whatever_the_screen_and_no_colour(program: Program) -> None:
    narrow = program("contributions", "--chart", COLUMNS="40", FORCE_COLOR="1").stdout
    assert narrow == program("contributions", "--chart", COLUMNS="200").stdout
    assert "\x1b" not in narrow


def test_colour_says_nothing_that_is_not_said_without_it() -> None:
    coloured = screen("contributions", "--chart")
    plain = screen("contributions", "--chart", "--color", "never")
    assert "\x1b[36m" in coloured and "\x1b" not in plain
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_sort_limit_and_filters_choose_the_bars(program: Program) -> None:
    counts = drawn(program, "timeline", "--sort", "-count", "-n", "3")
    numbers = [int(each.split()[1]) for each in counts[1:4]]
    assert numbers == sorted(numbers, reverse=True) and "recorded" not in "".join(counts[1:4])
    assert len(drawn(program, "series", "--kind", "summit", "-n", "2", "--width", "120")) <= 5
    newest = drawn(program, "contributions", "akcf", "--sort", "-period", "-n", "2")
    assert [each.split()[0] for each in newest[1:4]] == ["2027", "2024-2026", "2023"]


def test_a_file_gets_the_chart_and_no_ending_of_another_format(program: Program, tmp_path: object) -> None:
    done = program("contributions", "akcf", "--chart", "-o", f"{tmp_path}/akcf.txt")
    assert (done.returncode, done.stdout) == (0, "")
    with open(f"{tmp_path}/akcf.txt", encoding="utf-8") as file:
        assert "█" in file.read()


@pytest.mark.parametrize(
    ("beside", "named"),
    [
        (["--json"], "json"),
        (["--format", "md"], "md"),
        (["-o", "x.csv"], "csv"),
        (["--by", "year"], "--by"),
        (["--quiet"], "--quiet"),
        (["--fields", "period"], "--fields"),
    ],
)
def test_what_a_chart_contradicts_is_refused_in_one_line(program: Program, beside: list[str], named: str) -> None:
    done = program("contributions", "--chart", *beside)
    assert (done.returncode, done.stdout) == (2, "")
    told = [each for each in done.stderr.splitlines() if not each.startswith('{"error"')]
    assert len(told) == 1 and "--chart" in told[0] and named in told[0]


def test_a_chart_of_one_record_is_refused(program: Program) -> None:
    done = program("statistics", "trade-asean-rok-2019", "--chart")
    assert done.returncode == 2 and "--chart does nothing" in done.stderr


def test_nothing_found_draws_nothing(program: Program) -> None:
    done = program("timeline", "--until", "1900", "--chart")
    assert (done.returncode, done.stdout) == (0, "") and done.stderr


DRAWN = [
    ("contributions",),
    ("statistics",),
    ("timeline",),
    ("series",),
    ("meetings", "mekong-rok-fmm"),
    ("documents",),
]


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("words", DRAWN, ids=" ".join)
def test_no_line_is_wider_than_the_screen(words: tuple[str, ...], lang: str) -> None:
    command, *names = words
    view = module(command).run(Request(command, {"chart": True, "lang": [lang], "names": names}))
    assert view.charts
    bars = [bar for chart in view.charts for bar in chart.bars]
    for wide in range(20, 46):
        for unicode in (True, False):
            ink = Ink(wide, unicode=unicode, color=False, lang=lang)
            lines = "".join(render(view.charts, ink)).splitlines()
            assert not [line for line in lines if width(line) > wide], wide
        if wide == 20:
            told = "".join(lines).replace(" ", "")
            parts = {part.replace(" ", "") for bar in bars for part in (bar.label, bar.number)}
            assert not [part for part in parts if part not in told], "what does not fit beside goes below"


def test_what_is_only_announced_is_filled_as_a_promise() -> None:
    table = schema.table("statistics")
    row = next(each for each in store.table("statistics") if each["period"] == "2019" and each["value"])
    for confidence, fill in (("announced", charts.PROMISED), ("high", charts.FULL)):
        (chart,) = charts.amounts([{**row, "confidence": confidence}], table, [row], str, "en")
        assert [(bar.fill, bool(bar.note)) for bar in chart.bars] == [(fill, confidence == "announced")]


def test_a_time_open_on_one_side_counts_for_its_other_end() -> None:
    assert [years(when) for when in ("../2018", "2012/..", "2012/2014", "2012-05", None)] == [
        ["2018"], ["2012"], ["2012", "2013", "2014"], ["2012"], [],
    ]  # fmt: skip
