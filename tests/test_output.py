"""Every format renders the same rows; the whole text is compared with a file one can read."""

from __future__ import annotations

import csv
import io
import json
import tomllib
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from aseanrok import schema, store
from aseanrok.cards import card
from aseanrok.cli.request import Request
from aseanrok.output import formats, names, renderer
from aseanrok.output.plain import width
from aseanrok.output.table import Screen
from aseanrok.output.table import render as table
from aseanrok.views import Listing, View
from conftest import golden

TEXT = tuple(name for name in names() if name != "table")


def listing(name: str = "meetings", *, every: bool = False) -> View:
    about = schema.table(name)
    return View(Listing(store.table(name), tuple(about.fields) if every else about.listing, about))


def rendered(name: str, view: View) -> str:
    return "".join(renderer(name)(view))


@pytest.mark.parametrize("name", TEXT)
@pytest.mark.usefixtures("tiny")
def test_a_listing_in_each_format(name: str) -> None:
    golden(f"meetings.{name}", rendered(name, listing(every=name not in ("plain", "records", "md"))))


@pytest.mark.parametrize("columns", [200, 100, 60, 40, 20])
@pytest.mark.usefixtures("tiny")
def test_a_table_at_each_width(columns: int) -> None:
    text = "".join(table(listing(), Screen(columns, color=False)))
    golden(f"meetings.table.{columns}", text)
    assert max(map(width, text.splitlines())) <= columns


@pytest.mark.parametrize("columns", [100, 40])
@pytest.mark.usefixtures("tiny")
def test_a_card_at_each_width(columns: int) -> None:
    view = View(listing("funds").listing, cards=tuple(map(whole, ("gulf-fund", "gulf", "lighthouse-agreement"))))
    text = "".join(table(view, Screen(columns, color=False)))
    golden(f"cards.table.{columns}", text)
    assert max(map(width, text.splitlines())) <= columns


@pytest.mark.parametrize("name", ["plain", "md"])
@pytest.mark.usefixtures("tiny")
def test_a_card_in_the_other_reading_formats(name: str) -> None:
    cards = tuple(map(whole, ("gulf-fund", "gulf", "aland", "gulf-summit-2", "gazette", "gulf-fund-founding")))
    golden(f"cards.{name}", rendered(name, View(listing().listing, cards=cards)))


@pytest.mark.usefixtures("tiny")
def test_colour_adds_styles_and_changes_no_letter() -> None:
    import re

    plain = "".join(table(listing(), Screen(100, color=False)))
    colored = "".join(table(listing(), Screen(100, color=True)))
    assert "\x1b[" not in plain
    assert "\x1b[1m" in colored
    assert [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", colored).splitlines()] == plain.splitlines()


@pytest.mark.usefixtures("tiny")
def test_a_page_that_cannot_write_unicode_is_drawn_without_it() -> None:
    text = "".join(table(listing("countries"), Screen(100, color=False, unicode=False)))
    assert "\u2500" not in text and "---" in text


@pytest.mark.usefixtures("tiny")
def test_every_published_table_has_the_same_rows_in_every_format() -> None:
    for name in schema.published():
        rows = store.table(name)
        view = listing(name, every=True)
        assert json.loads(rendered("json", view)) == rows
        assert [json.loads(line) for line in rendered("jsonl", view).splitlines()] == rows
        assert tomllib.loads(rendered("toml", view)) == {name: [known(row) for row in rows]}
        for format_ in ("csv", "excel"):
            cells = list(csv.reader(io.StringIO(rendered(format_, view).removeprefix("\ufeff"), newline="")))
            assert cells[0] == list(view.listing.columns)
            assert len(cells) == len(rows) + 1
        assert rendered("tsv", view).count("\n") == len(rows) + 1
        assert rendered("plain", view).count("\n") == len(rows) + 1
        assert rendered("md", view).count("\n") == len(rows) + 2
        assert rendered("records", view).count("\n\n") == max(0, len(rows) - 1)
        drawn = set("".join(table(listing(name), Screen(100, color=False))).split())
        for row in rows:
            shown = listing(name).listing
            for column in shown.columns:
                if not shown.is_date(column):
                    cell = shown.cell(row, column).replace("; ", " ")
                    assert set(cell.split()) <= drawn, (name, column)


@pytest.mark.usefixtures("tiny")
def test_an_empty_listing_is_valid_in_every_format() -> None:
    meetings = schema.table("meetings")
    empty = View(Listing([], meetings.listing, meetings))
    assert json.loads(rendered("json", empty)) == []
    assert rendered("jsonl", empty) == "" == rendered("records", empty)
    assert tomllib.loads(rendered("toml", empty)) == {"meetings": []}
    assert rendered("csv", empty) == ",".join(meetings.listing) + "\r\n"
    assert rendered("plain", empty) == "  ".join(empty.listing.headings()) + "\n"
    assert "Date" in "".join(table(empty, Screen(100, color=False)))


FORMULAS = ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "\t=1", "\r=1"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_excel_gets_no_formula_and_csv_gets_the_value(cell: str) -> None:
    view = View(Listing([{"id": cell}], ("id",), schema.table("index")))
    assert next(csv.reader([rendered("excel", view).split("\r\n", 1)[1]]))[0].startswith("'")
    assert f"'{cell[0]}" not in rendered("csv", view)


def test_excel_keeps_negative_numbers() -> None:
    view = View(Listing([{"value": -4.5}], ("value",), schema.table("statistics")))
    assert rendered("excel", view) == "\ufeffvalue\r\n-4.5\r\n"


def test_markdown_keeps_every_mark_inside_its_cell() -> None:
    view = View(Listing([{"title": "a|b *c* `d` [e](f)\n<g>"}], ("title",), schema.table("timeline")))
    row = rendered("md", view).splitlines()[2]
    assert row == r"| a\|b \*c\* \`d\` \[e\](f)<br>\<g\> |"


def test_korean_columns_are_as_wide_as_they_look() -> None:
    rows = [{"id": "a", "name": "한-아세안센터"}, {"id": "b", "name": "Centre"}]
    lines = rendered("plain", View(Listing(rows, ("name", "id"), schema.table("institutions")))).splitlines()
    assert len({width(line[: line.rindex(" ")]) for line in lines}) == 1


def whole(id: str) -> Any:
    row = store.record(id)
    assert row is not None
    return card(row)


def known(value: Any) -> Any:
    return {key: item for key, item in value.items() if item is not None}


@pytest.mark.usefixtures("tiny")
def test_cards_in_korean_use_korean_names() -> None:
    row = store.record("gulf-summit")
    assert row is not None
    assert card(row, "ko").title == "걸프 정상회의"
    assert "걸프 정상회의" in "".join(table(View(listing().listing, (card(row, "ko"),)), Screen(60, color=False)))


def test_no_format_is_without_a_module_and_no_module_without_a_format() -> None:
    folder = Path(str(__import__("aseanrok.output", fromlist=["x"]).__file__)).parent
    modules = {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")}
    assert {renderer(name).__module__.removeprefix("aseanrok.output.") for name in formats()} == modules
    assert set(formats()) == set(names())


@pytest.mark.parametrize("name", ["jsonl", "json", "csv", "tsv", "excel"])
def test_a_long_table_goes_through_without_being_held(name: str, tiny: Path) -> None:
    rows = store.text("timeline").splitlines()[1:-1]
    many = [row.rstrip(",") for row in rows] * 2500
    (tiny / "timeline.json").write_text("[\n" + ",\n".join(many) + "\n]", encoding="utf-8")
    tracemalloc.start()
    listing = Request("timeline", {"format": [name], "framework": ["gulf"]}).listing()
    pieces = sum(1 for _ in renderer(name)(View(listing)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert pieces > 15_000
    assert peak < 2_000_000, "the rows of this table take ten times as much"
