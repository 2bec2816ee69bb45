"""What cites a record: every form holds the same works, as precise as they are known, with every letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aseanrok import store
from aseanrok.cite import Entry, Fact, entries, renderer
from conftest import Program

HOSTILE = Entry(
    "hostile-2019",
    "50% of $x_1$ & {a} ~ ^ \\ #한-메콩 「」 <b>",
    "Ministry of Culture, Sports and Tourism",
    "2019-11",
    "https://example.org/a_b?x={1}&y=100%25",
    "2026-11-23",
    "ko",
    facts=(Fact("akcf", "A fund, 1990", "paragraph 1"),),
)


def drawn(style: str, *works: Entry) -> str:
    return "".join(renderer(style)(works or (HOSTILE,), "en"))


def test_a_footnote_is_one_line_with_the_fact_its_place_its_page_and_the_edition(program: Program) -> None:
    done = program("cite", "mekong-rok-fmm-7")
    first, *_ = done.stdout.splitlines()
    assert first == (
        "7th Mekong-ROK Foreign Ministers' Meeting, 1 September 2017: Ministry of Foreign Affairs, Republic of Korea, "
        "\u201cOverview (ASEAN)\u201d, Mekong-ROK Cooperation > History > Sept. 2017, "
        "https://www.mofa.go.kr/eng/wpge/m_5466/contents.do, read 23 November 2026; "
        f"aseanrok, data edition {store.edition()['version']}, mekong-rok-fmm-7."
    )
    assert done.stderr == ""


def test_a_record_is_cited_by_each_of_its_sources(program: Program) -> None:
    row = store.record("mekong-rok-summit-1")
    assert row is not None
    made = json.loads(program("cite", row["id"], "--style", "csl").stdout)
    assert [item["id"] for item in made] == row["sources"]


def test_a_source_and_a_document_are_cited_by_themselves(program: Program) -> None:
    (source,) = program("cite", "mofa-asean-overview").stdout.splitlines()
    assert source.startswith("Ministry of Foreign Affairs, Republic of Korea, \u201cOverview (ASEAN)\u201d, https://")
    (document,) = program("cite", "han-river-declaration").stdout.splitlines()
    assert document.startswith("1st Mekong-ROK Foreign Ministers' Meeting, \u201cHan-River Declaration")
    assert ", Seoul, ROK, 28 October 2011, https://www.mofa.go.kr/" in document


def test_a_document_without_an_address_is_followed_by_what_it_is_known_from() -> None:
    row = next(row for row in store.table("documents") if not row["url"])
    made = entries([{"table": "documents", **row}])
    assert [entry.key for entry in made] == [row["id"], *row["sources"]]
    assert all(entry.url for entry in made[1:])


def test_what_sources_differ_on_or_was_worked_out_says_so(program: Program) -> None:
    disputed = next(row for row in store.table("contributions") if "value" in row["disputed"])
    assert "sources differ)" in program("cite", disputed["id"]).stdout.partition(":")[0]
    put_off = next(row for row in store.table("meetings") if row["status"] == "postponed")
    text = next(row for row in store.table("documents") if "date" in row["disputed"] and row["url"])
    assert "(sources differ on: Date)" in program("cite", text["id"]).stdout
    assert "sources differ on: Date" in program("cite", text["id"], "--style", "bibtex").stdout
    assert "(postponed)" in program("cite", put_off["id"]).stdout.splitlines()[0]


def test_the_same_page_is_one_entry_with_every_fact_it_is_cited_for(program: Program) -> None:
    made = json.loads(program("cite", "-", "--style", "csl", stdin="mekong-rok-fmm-7\nmekong-rok-fmm-6\n").stdout)
    keys = [item["id"] for item in made]
    assert len(keys) == len(set(keys))
    note = next(item["note"] for item in made if item["id"] == "mofa-asean-overview")
    assert "[mekong-rok-fmm-7]" in note and "[mekong-rok-fmm-6]" in note


def test_a_month_stays_a_month_in_every_form() -> None:
    assert "November 2019" in drawn("text")
    assert "date = {2019-11}" in drawn("bibtex")
    assert json.loads(drawn("csl"))[0]["issued"] == {"date-parts": [[2019, 11]]}
    assert "DA  - 2019/11//\r\n" in drawn("ris")


def test_a_date_that_was_worked_out_says_so(program: Program) -> None:
    assert "23rd ASEAN Ministerial Meeting, 1990 (worked out): " in program("cite", "amm-23").stdout
    document = program("cite", "bkcf-guideline-4th-call")
    assert ", January 2024 (worked out here: Date), " in document.stdout


def test_a_time_keeps_both_its_ends_in_every_form() -> None:
    time, open_ = HOSTILE.replace(date="1989-08-21/1989-08-22"), HOSTILE.replace(date="2010-01-01/..")
    assert "DA  - 1989/08/21/21-22 August 1989\r\n" in drawn("ris", time)
    assert "DA  - 2010/01/01/since 1 January 2010\r\n" in drawn("ris", open_)
    assert json.loads(drawn("csl", time))[0]["issued"] == {"date-parts": [[1989, 8, 21], [1989, 8, 22]]}
    assert json.loads(drawn("csl", open_))[0]["issued"] == {"literal": "since 1 January 2010"}
    assert "date = {2010-01-01/..}" in drawn("bibtex", open_)


def test_signs_that_a_reader_joins_or_parts_at_stay_as_they_are() -> None:
    work = HOSTILE.replace(title="despite standoff -- ``Surin'' --- ?`", url="https://example.org/a;b=1")
    assert "title = {{despite standoff -{}- `{}`Surin'{}' -{}-{}- ?{}`}}" in drawn("bibtex", work)
    assert "UR  - https://example.org/a%3Bb=1\r\n" in drawn("ris", work)  # a semicolon parts addresses


def test_bibtex_escapes_what_tex_would_run_and_leaves_the_address_alone() -> None:
    text = drawn("bibtex")
    assert (
        "title = {{50\\% of \\$x\\_1\\$ \\& \\textbraceleft{}a\\textbraceright{} \\textasciitilde{} "
        "\\textasciicircum{} \\textbackslash{} \\#한-메콩 「」 <b>}}"
    ) in text
    assert "url = {https://example.org/a_b?x=%7B1%7D&y=100%25}" in text
    assert text.count("{") == text.count("}")


def test_ris_is_a_tag_a_line_and_every_reference_ends() -> None:
    made = "".join(renderer("ris")(entries({"table": "meetings", **row} for row in store.table("meetings")), "en"))
    lines = made.split("\r\n")
    assert all(line[2:6] == "  - " for line in lines if line)
    assert made.count("TY  - ") == made.count("ER  - \r\n") > 500
    assert "\n" not in made.replace("\r\n", "")


@pytest.mark.parametrize(
    ("file", "begins"), [("x.bib", "@misc{"), ("x.RIS", "TY  - "), ("x.csl.json", "[\n{"), ("x.txt", "ASEAN-ROK ")]
)
def test_the_name_of_a_file_chooses_the_form(program: Program, tmp_path: Path, file: str, begins: str) -> None:
    assert program("cite", "akcf", "-o", str(tmp_path / file)).returncode == 0
    assert (tmp_path / file).read_text(encoding="utf-8").startswith(begins)
    again = program("cite", "akcf", "-o", str(tmp_path / file))
    assert again.returncode == 2 and "exists; --force replaces it" in again.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("--style", "ris", "-o", "x.bib"), "--style ris and --output 'x.bib' contradict each other"),
        (
            ("-o", "x.doc"),
            "--output: `cite` writes no .doc; there are .txt, .bib, .json, .ris, or name one with --style",
        ),
        (("--style", "mla"), "no style 'mla'. Known: text, bibtex, csl, ris."),
        (("--style", "csl", "--lang", "ko"), "--lang does nothing for `cite akcf`; leave it out"),
    ],
)
def test_what_contradicts_itself_or_does_nothing_is_refused(program: Program, line: tuple[str, ...], said: str) -> None:
    done = program("cite", "akcf", *line)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"aseanrok: {said}\n")


def test_korean_footnotes_have_korean_names_and_dates(program: Program) -> None:
    (first, *_) = program("cite", "mekong-rok-fmm-7", "--lang", "ko").stdout.splitlines()
    assert first.startswith("제7차 한-메콩 외교장관회의, 2017년 9월 1일: ")
    assert "「Overview (ASEAN)」" in first and "2026년 11월 23일 열람" in first


def test_every_record_with_a_source_can_be_cited() -> None:
    named = [row for row in store.table("index") if row["sources"] and row["table"] != "glossary"]
    known = {table: {row["id"]: row for row in store.table(table)} for table in {row["table"] for row in named}}
    for row in named:
        assert entries([{"table": row["table"], **known[row["table"]][row["id"]]}])


def test_no_ids_are_no_items(program: Program) -> None:
    assert program("cite", "--style", "csl", "-", stdin="").stdout == "[]\n"


def test_a_work_whose_beginning_is_open_has_the_year_of_its_end() -> None:
    entry = Entry("x", "A title", "A ministry", "../2019-05", "https://example.org", None, None)
    assert "  date = {../2019-05},\n  year = {2019},\n" in "".join(renderer("bibtex")([entry], "en"))
