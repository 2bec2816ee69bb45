"""The workbook, opened by openpyxl as Excel would open it."""

from __future__ import annotations

import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aseanrok import schema, store
from aseanrok.__main__ import run
from aseanrok.output import left_out, renderer, together
from aseanrok.output.plain import width
from aseanrok.views import Listing, View, cell
from conftest import Program
from hostile import TEXTS, put_hostile

Peer = Callable[[str], ModuleType]


@pytest.fixture
def openpyxl(peer: Peer) -> ModuleType:
    peer("xlsxwriter")
    return peer("openpyxl")


def book(openpyxl: Any, path: Path) -> Any:
    return openpyxl.load_workbook(path)


def cells(sheet: Any) -> list[list[Any]]:
    return [[each.value for each in row] for row in sheet.iter_rows(min_row=2)]


def test_every_table_is_a_sheet_with_every_value_as_it_is(openpyxl: Any, tmp_path: Path) -> None:
    path = tmp_path / "all.xlsx"
    assert run(["export", "-o", str(path)]) == 0
    read = book(openpyxl, path)
    tables = [schema.table(name) for name in schema.published()]
    assert read.sheetnames == [*(table.titled("en") for table in tables), "About this file"]
    for table in tables:
        sheet = read[table.titled("en")]
        first = table.as_read(table.listing)
        heads = [each.value for each in sheet[1]]
        assert heads[: len(first)] == [table.fields[name].heading for name in first]
        assert Counter(heads) == Counter(field.heading for field in table.fields.values()), "nothing is hidden"
        assert all(each.font.bold for each in sheet[1])
        assert sheet.freeze_panes in ("A2", "B2", "C2")
        rows = store.table(table.name)
        assert sheet.auto_filter.ref.endswith(str(len(rows) + 1)) and sheet.max_row == len(rows) + 1
        rest = [name for name in table.fields if name not in table.listing]
        for row, found in zip(rows, cells(sheet), strict=True):
            for name, value in zip((*table.as_read(table.listing), *rest), found, strict=True):
                wanted = row[name]
                if wanted in (None, "", []):
                    assert value is None
                elif isinstance(wanted, (bool, int, float)):
                    assert value == wanted and isinstance(value, bool) == isinstance(wanted, bool), (table.name, name)
                else:
                    shown = cell(wanted)
                    assert value == shown or value.startswith(f"{shown} ("), (table.name, name, value)
    kinds = {each.data_type for sheet in read for row in sheet.iter_rows() for each in row}
    assert kinds == {"s", "n", "b"}, "no date, no formula, no error"


def test_a_listing_carries_its_sources_and_what_it_is_of(openpyxl: Any, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    assert run(["contributions", "mkcf", "-o", str(path)]) == 0
    read = book(openpyxl, path)
    assert read.sheetnames == ["Contributions", "Sources", "About this file"]
    named = {id for row in store.rows_where("contributions", "fund", ("mkcf",)) for id in row["sources"]}
    assert {row[0] for row in cells(read["Sources"])} == named
    head = [each.value for each in read["Sources"][1]]
    for line in read["Sources"].iter_rows(min_row=2):
        at = line[head.index("Address")]
        assert at.hyperlink.target.partition("#")[0] == at.value.partition("#")[0]
    about = [
        " | ".join(str(value) for value in row if value) for row in read["About this file"].iter_rows(values_only=True)
    ]
    edition = store.edition()
    assert edition["version"] in about[0]
    assert about[1] == "aseanrok contributions mkcf"
    assert "Contributions | 9 rows" in about
    assert "* | sources differ: aseanrok conflicts ID" in about
    assert any(line.startswith("Contributions | ") and line.endswith(" | value | *~") for line in about)


def test_a_star_is_shown_behind_a_number_that_stays_one(openpyxl: Any, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    assert run(["contributions", "mkcf", "-o", str(path)]) == 0
    sheet = book(openpyxl, path)["Contributions"]
    marked = [each for row in sheet.iter_rows() for each in row if '"' in each.number_format]
    assert {each.number_format for each in marked} >= {'@" *"', '#,##0" *~"'}
    assert all("*" not in str(each.value) and "~" not in str(each.value) for each in marked)


def test_a_month_stays_a_month_and_columns_fit_korean(openpyxl: Any, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    assert run(["timeline", "mekong", "--lang", "ko", "-o", str(path)]) == 0
    sheet = book(openpyxl, path).worksheets[0]
    assert (sheet.title, sheet["A1"].value, sheet["B1"].value) == ("연표", "일자", "제목")
    dates = [row[0] for row in cells(sheet)]
    assert all(isinstance(date, str) for date in dates) and "1992-12" in dates
    head = [each.value for each in sheet[1]]
    at = head.index("한국어 제목")
    longest = max(width(row[at] or "") for row in cells(sheet))
    letter = sheet.cell(1, at + 1).column_letter
    assert sheet.column_dimensions[letter].width >= min(60, longest)


def test_what_is_hostile_is_text(openpyxl: Any, tiny: Path, tmp_path: Path) -> None:
    put_hostile(tiny)
    path = tmp_path / "x.xlsx"
    assert run(["meetings", "-o", str(path)]) == 0
    sheet = book(openpyxl, path)["Meetings"]
    head = [each.value for each in sheet[1]]
    found = [row[head.index("Title")] for row in sheet.iter_rows(min_row=2)]
    assert {each.data_type for each in found} == {"s"}
    # A control character is written _x0007_ there, as Excel itself writes it, and openpyxl leaves it so.
    shown = [
        "".join(each if each >= " " or each in "\n\t" else f"_x{ord(each):04X}_" for each in text) for text in TEXTS
    ]
    assert [each.value for each in found] == shown
    assert [each.value for each in found if each.hyperlink] == ["https://example.org/a?b=1&c=<d>"]


def test_a_cell_that_excel_cannot_hold_is_refused_and_nothing_is_cut(
    openpyxl: Any, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_hostile(tiny, "가" * 40_000)
    path = tmp_path / "x.xlsx"
    assert run(["meetings", "-o", str(path)]) == 2
    told = capsys.readouterr().err
    assert "title of 'hostile-0' has 40,000 letters" in told and "32,767" in told and told.count("\n") == 1
    assert not path.exists()


def test_a_cell_as_long_as_excel_holds_is_whole(openpyxl: Any, tiny: Path, tmp_path: Path) -> None:
    put_hostile(tiny, "가" * 32_000)
    path = tmp_path / "x.xlsx"
    assert run(["meetings", "--fields", "title", "-o", str(path)]) == 0
    assert len(book(openpyxl, path)["Meetings"]["A2"].value) == 32_000


def test_links_beyond_what_excel_holds_are_text_and_said(openpyxl: Any, tmp_path: Path) -> None:
    long = f"https://example.org/{'a' * 2100}"
    rows = [{"url": f"https://example.org/{number}"} for number in range(65_531)] + [{"url": long}]
    view = View(Listing(rows, ("url",), schema.table("sources")))
    (said,) = left_out("xlsx")(view)
    assert said == "2 addresses are text and no links: Excel holds links of 2,079 letters, 65,530 on a sheet"
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"".join(renderer("xlsx")(view)))  # type: ignore[arg-type]
    with zipfile.ZipFile(path) as parts:  # openpyxl looks for each link among all of them: a minute
        assert parts.read("xl/worksheets/sheet1.xml").count(b"<hyperlink ") == 65_530
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    addresses = [address for (address,) in sheet.iter_rows(min_row=2, max_col=1, values_only=True)]
    assert addresses == [row["url"] for row in rows]


def test_what_is_to_be_known_of_the_rows_stands_in_the_sheet_about_it(
    openpyxl: Any, program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "x.xlsx"
    assert program("contributions", "akcf", "--by", "year", "-o", str(path)).returncode == 0
    told = [row[0].value or "" for row in book(openpyxl, path).worksheets[-1].iter_rows()]
    assert any(each.startswith("An annual sum counts once for each year of its period.") for each in told)


@pytest.mark.parametrize("names", [["x" * 40, "X" * 40, "history", "a/b[c]"]])
def test_the_names_of_sheets_are_such_as_excel_takes(openpyxl: Any, tmp_path: Path, names: list[str]) -> None:
    table = schema.table("funds")
    views = [View(Listing([], ("id",), table.renamed(name))) for name in names]
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"".join(together("xlsx")(views)))  # type: ignore[arg-type]
    found = book(openpyxl, path).sheetnames[:-1]
    assert len(found) == 4 == len({name.casefold() for name in found})
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in found) and "history" not in found


def test_the_same_rows_are_the_same_bytes(peer: Peer, program: Program, tmp_path: Path) -> None:
    peer("xlsxwriter")
    for name in ("a", "b"):
        assert program("funds", "-o", str(tmp_path / f"{name}.xlsx")).returncode == 0
        time.sleep(1.1)  # a clock in it would tick
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_sheet_about_it_says_which_years_are_not_recorded(openpyxl: Any, tmp_path: Path) -> None:
    for lang, head, thing in (
        ("en", "Years not recorded", "ASEAN-ROK Cooperation Fund"), ("ko", "기록 없는 연도", "한-아세안 협력기금"),
    ):  # fmt: skip
        path = tmp_path / f"{lang}.xlsx"
        assert run(["contributions", "akcf", "--sort", "-value", "--lang", lang, "-o", str(path)]) == 0
        about = book(openpyxl, path).worksheets[-1]
        lines = [[value for value in row if value] for row in about.iter_rows(values_only=True)]
        at = next(number for number, line in enumerate(lines) if line and line[-1] == head)
        said = lines[at + 1]
        assert said[1].startswith(thing) and said[-1] == "1991-2003, 2005-2008, 2011-2013, 2024-2026"


def test_a_share_is_shown_as_one_and_a_number_that_excel_would_round_is_text(openpyxl: Any, tmp_path: Path) -> None:
    table = schema.table("coverage")
    rows = [row | {"records": 10**16} for row in store.table("coverage")[:2]]
    path = tmp_path / "x.xlsx"
    view = View(Listing(rows, ("id", "records", "exact_day"), table, chosen=True))
    path.write_bytes(b"".join(renderer("xlsx")(view)))  # type: ignore[arg-type]
    _, count, share = next(book(openpyxl, path).worksheets[0].iter_rows(min_row=2))
    assert count.value == str(10**16) and share.number_format == "0%" and isinstance(share.value, (int, float))
