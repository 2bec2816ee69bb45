"""How a listing stands on a terminal: nothing is cut in two, nothing is squeezed, the order is the same everywhere."""

from __future__ import annotations

import pytest

from aseanrok import schema, store
from aseanrok.output import renderer
from aseanrok.output.plain import width
from aseanrok.output.table import Screen
from aseanrok.output.table import render as table
from aseanrok.views import Listing, View

LISTED = ("timeline", "meetings", "documents", "projects", "series", "funds", "members", "statistics", "conflicts")


def listing(name: str) -> Listing:
    about = schema.table(name)
    return Listing(store.table(name), about.as_read(about.listing), about)


@pytest.mark.parametrize("columns", [60, 80, 100])
@pytest.mark.parametrize("name", ["timeline", "meetings", "documents", "projects", "series", "statistics"])
def test_an_id_is_never_cut(name: str, columns: int) -> None:
    text = "".join(table(View(listing(name)), Screen(columns, color=False)))
    words = set(text.split())
    assert max(map(width, text.splitlines())) <= columns
    assert [row["id"] for row in store.table(name) if row["id"] not in words and width(row["id"]) <= columns - 4] == []


def test_outcomes_run_to_the_edge_of_the_screen() -> None:
    for columns in (80, 100):
        lines = "".join(table(View(listing("meetings")), Screen(columns, color=False))).splitlines()
        hanging = [line for line in lines if line.lstrip().startswith("•")]
        assert max(map(width, hanging)) > columns - 4


def test_titles_are_bold_ids_faint_and_outcomes_neither() -> None:
    about = schema.table("meetings")
    row = next(row for row in store.table("meetings") if row["id"] == "mekong-rok-summit-1")
    text = "".join(table(View(Listing([row], about.listing, about)), Screen(80, color=True)))
    assert "\x1b[1m1st Mekong-ROK Summit" in text
    assert "\x1b[2mmekong-rok-summit-1\x1b[0m" in text
    outcome = next(line for line in text.splitlines() if "•" in line)
    assert "\x1b" not in outcome


@pytest.mark.parametrize("name", LISTED)
def test_columns_stand_in_one_order_on_screen_in_a_pipe_and_in_markdown(name: str) -> None:
    shown = listing(name)
    headings = shown.headings()
    plain = next(renderer("plain")(View(shown)))
    markdown = next(renderer("md")(View(shown))).strip("| \n").split(" | ")
    screen = next(iter(table(View(shown), Screen(250, color=False)))).splitlines()[0]
    assert markdown == headings
    places = [plain.index(heading) for heading in headings]
    assert places == sorted(places)
    on_screen = [heading for heading in headings if heading in screen]
    assert [screen.index(heading) for heading in on_screen] == sorted(screen.index(heading) for heading in on_screen)


def test_the_glossary_has_the_term_first() -> None:
    assert listing("glossary").headings()[0] == "Term"


@pytest.mark.parametrize(
    ("wide", "first", "second"),
    [(120, "2020-12-31/2021-01-02  Long", "2021-05-31/06-01"), (80, "2020-12-31/ ", "2021-01-02 ")],
)
def test_a_long_range_takes_two_lines_only_where_room_is_short(wide: int, first: str, second: str) -> None:
    about = schema.table("timeline")
    rows = [
        {"date": "2020-12-31/2021-01-02", "title": "Long " * 12, "id": "a"},
        {"date": "2021-05-31/2021-06-01", "title": "Short", "id": "b"},
    ]
    lines = "".join(table(View(Listing(rows, ("date", "title", "id"), about)), Screen(wide, color=False))).splitlines()
    assert lines[2].startswith(first) and lines[3].startswith(second)
    assert any(line.split()[:2] == ["2021-05-31/06-01", "Short"] for line in lines)
