"""Every format renders the same rows; the whole text is compared with a file one can read."""

from __future__ import annotations

import csv
import io
import json
import tomllib
import tracemalloc
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from aseanrok import schema, store
from aseanrok.__main__ import run
from aseanrok.cards import card
from aseanrok.cli.request import Request
from aseanrok.output import format_of, formats, names, renderer
from aseanrok.output.plain import width
from aseanrok.output.table import Screen
from aseanrok.output.table import render as table
from aseanrok.views import Listing, View
from conftest import TEXT, Program, golden
from hostile import put_hostile


def listing(name: str = "meetings", *, every: bool = False) -> View:
    about = schema.table(name)
    return View(Listing(store.table(name), tuple(about.fields) if every else about.listing, about))


def rendered(name: str, view: View) -> str:
    return "".join(renderer(name)(view))


@pytest.mark.parametrize("name", [name for name in TEXT if name != "table"])
@pytest.mark.usefixtures("tiny")
def test_a_listing_in_each_format(name: str) -> None:
    golden(f"meetings.{name}", rendered(name, listing(every=not format_of(name).for_people)))


@pytest.mark.parametrize("columns", [200, 100, 60, 40, 20])
@pytest.mark.usefixtures("tiny")
def test_a_table_at_each_width(columns: int) -> None:
    text = "".join(table(listing(), Screen(columns, color=False)))
    golden(f"meetings.table.{columns}", text)
    # An address is not broken: a terminal lets it run on, and it can still be clicked and copied.
    lines = [line for line in text.splitlines() if not line.strip().startswith(("http://", "https://"))]
    assert max(map(width, lines)) <= columns


@pytest.mark.parametrize("columns", [100, 40])
@pytest.mark.usefixtures("tiny")
def test_a_card_at_each_width(columns: int) -> None:
    view = View(listing("funds").listing, cards=tuple(map(whole, ("gulf-fund", "gulf", "lighthouse-agreement"))))
    text = "".join(table(view, Screen(columns, color=False)))
    golden(f"cards.table.{columns}", text)
    # An address is not broken: a terminal lets it run on, and it can still be clicked and copied.
    lines = [line for line in text.splitlines() if not line.strip().startswith(("http://", "https://"))]
    assert max(map(width, lines)) <= columns


@pytest.mark.parametrize("name", ["plain", "md", "html"])
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


def test_markdown_keeps_what_other_dialects_read_as_more_than_text() -> None:
    texts = ["$x$ ~~y~~ H~2~O ^z^ &amp; &#35; R&D", "1. one", "2019) two", "# three", "+ four", "- five", "5 million"]
    view = View(Listing([{"title": text} for text in texts], ("title",), schema.table("timeline")))
    assert [line[2:-2] for line in rendered("md", view).splitlines()[2:]] == [
        r"\$x\$ \~\~y\~\~ H\~2\~O \^z\^ \&amp; \&#35; R&D",
        r"1\. one",
        r"2019\) two",
        r"\# three",
        r"\+ four",
        r"\- five",
        "5 million",
    ]


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


def test_every_name_of_a_file_asks_for_one_format() -> None:
    known = formats()
    endings = Counter(ending for each in known.values() for ending in each.endings)
    assert {ending for ending, count in endings.items() if count > 1} == set(), "asked for by two formats"
    silent = {name: each.ending for name, each in known.items() if each.ending not in endings}
    assert silent == {}, "say it in `endings` as well, or a file of that name is refused"


@pytest.mark.parametrize("name", [name for name, known in formats().items() if known.for_people])
@pytest.mark.usefixtures("tiny")
def test_what_is_for_people_draws_cards(name: str) -> None:
    shown = (whole("gulf-fund"), whole("gulf-declaration"))
    screen = (Screen(100, color=False),) if name == "table" else ()
    pieces = [list(renderer(name)(View(listing().listing, cards), *screen)) for cards in ((), shown)]
    assert pieces[0] != pieces[1], "it renders `view.cards` as well"
    if all(isinstance(piece, str) for piece in pieces[1]):
        assert all(word in "".join(pieces[1]) for word in ("Gulf Fund", "Nets", "Gulf Declaration"))


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


# --- Markdown --------------------------------------------------------------------------------------------------------


def links(markdown: str) -> list[str]:
    """Return where the links of a text lead, as a renderer of CommonMark with tables has them."""
    from markdown_it import MarkdownIt

    tokens = [child for token in MarkdownIt().enable("table").parse(markdown) for child in token.children or ()]
    return [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]


def test_every_address_leads_where_it_leads_in_markdown() -> None:
    from markdown_it import MarkdownIt

    same = MarkdownIt().normalizeLink
    sources = schema.table("sources")
    urls = [row["url"] for row in store.table("sources")]
    assert len(urls) > 500
    table = rendered("md", View(Listing(store.table("sources"), ("id", "url"), sources)))
    # A letter may be written as its number, so that no reader takes `&amp;` in an address for a sign.
    assert [link.replace("&%61mp;", "&amp;") for link in links(table)] == [same(url) for url in urls]
    assert not any("&amp;" in line for line in table.splitlines())
    text = "\n\n".join(rendered("md", View(listing().listing, (whole(id),))) for id in ("akcf", "mekong-rok-fmm-7"))
    cited = [
        part for part in text.replace("<", " ").replace(">", " ").split() if part.startswith(("https://", "http://"))
    ]
    assert links(text) == [same(url) for url in cited] and any("m_5466" in url for url in links(text))


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("see https://example.org/a_b_c.", ["https://example.org/a_b_c"]),
        ("(https://example.org/a_(b)).", ["https://example.org/a_(b)"]),
        ("https://example.org/a; https://example.org/b_c_", ["https://example.org/a", "https://example.org/b_c_"]),
        ("http://example.org/?a=1&b=2*3*4", ["http://example.org/?a=1&b=2*3*4"]),
        ("https://example.org/a|b", ["https://example.org/a%7Cb"]),
        ("https://example.org/한", ["https://example.org/%ED%95%9C"]),
        ("no address: http, https:/x, a_b_c", []),
    ],
)
def test_an_address_in_a_text_is_a_link(written: str, leads: list[str]) -> None:
    rows = [{"title": written}]
    assert links(rendered("md", View(Listing(rows, ("title",), schema.table("timeline"))))) == leads


# --- lists in one cell -----------------------------------------------------------------------------------------------


def parted(cell: str) -> list[str]:
    """Take a list apart as `aseanrok help formats` says."""
    parts, at = [""], 0
    while at < len(cell):
        if cell[at] == "\\":
            parts[-1] += cell[at + 1]
            at += 2
        elif cell[at : at + 2] == "; ":
            parts.append("")
            at += 2
        else:
            parts[-1] += cell[at]
            at += 1
    return parts


@pytest.mark.parametrize("format_", ["csv", "excel", "tsv"])
def test_a_list_in_one_cell_can_be_taken_apart_again(format_: str) -> None:
    lists = [
        ["a; b", "c"], ["a;b", "c;"], ["a\\", "b"], ["a\\; b"], [";", ";;"], ["한; 강", "x"], ["; a"], ["\\\\; ", "b"],
    ]  # fmt: skip
    known = [item for row in store.table("conflicts") for item in [row["statements"]]]
    assert any("; " in text for items in known for text in items)
    for items in [*lists, *known]:
        view = View(Listing([{"statements": items}], ("statements",), schema.table("conflicts")))
        text = rendered(format_, view).removeprefix("\ufeff")
        cell = text.split("\n")[1] if format_ == "tsv" else list(csv.reader(io.StringIO(text, newline="")))[1][0]
        assert parted(cell.removeprefix("'") if format_ == "excel" else cell) == items


def test_a_tab_and_a_line_end_do_not_part_a_cell_of_tsv() -> None:
    rows = [{"id": "a", "title": "one\ttwo\nthree\r\nfour  five\u3000six\u00a0seven"}]
    text = rendered("tsv", View(Listing(rows, ("title", "id"), schema.table("timeline"))))
    assert text == "title\tid\none two three four  five\u3000six\u00a0seven\ta\n"


@pytest.mark.parametrize("columns", [20, 21, 24, 33, 60, 61])
@pytest.mark.parametrize("id", ["akcf", "mekong", "mekong-rok-fmm", "asean-rok-summit-1"])
def test_no_line_of_a_card_is_wider_than_the_screen(id: str, columns: int) -> None:
    text = "".join(table(View(listing().listing, (whole(id),)), Screen(columns, color=False)))
    # An address is not broken: a terminal lets it run on, and it can still be clicked and copied.
    lines = [line for line in text.splitlines() if not line.strip().startswith(("http://", "https://"))]
    assert max(map(width, lines)) <= columns


@pytest.mark.parametrize(("letters", "told"), [(32_760, ""), (32_761, "outcomes of 'hostile-0' has 32,768 letters")])
def test_a_cell_that_excel_would_cut_is_refused(
    letters: int, told: str, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_hostile(tiny, "가" * letters)
    path = tmp_path / "x.csv"
    assert run(["meetings", "-f", "excel", "-o", str(path)]) == (2 if told else 0)
    assert path.exists() == (not told) and told in capsys.readouterr().err


def test_a_tab_inside_a_value_begins_no_column() -> None:
    view = View(Listing([{"id": "a\tb\nc", "name": "d"}], ("id", "name"), schema.table("funds")))
    assert "".join(renderer("tsv")(view)) == "id\tname\na b c\td\n"


@pytest.mark.parametrize("into", [(), ("-o",)])
def test_empty_lines_of_a_table_of_one_column_are_told(program: Program, tmp_path: Path, into: tuple[str, ...]) -> None:
    words = [*into, str(tmp_path / "x.tsv")] if into else ["-f", "tsv"]
    done = program("timeline", "--fields", "place", *words)
    lines = ((tmp_path / "x.tsv").read_text("utf-8") if into else done.stdout).split("\n")[1:-1]
    assert done.returncode == 0 and len(lines) == len(store.table("timeline"))
    told = f"{lines.count('')} lines are empty, without place, and many readers skip such: -f csv keeps them\n"
    assert done.stderr == told
    assert program("timeline", "--fields", "place,id", "-f", "tsv").stderr == ""
    assert program("timeline", "--fields", "id", "-f", "tsv").stderr == ""
