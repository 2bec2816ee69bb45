"""The brief: every statement is a record's, every footnote leads somewhere, nothing uncertain is told as certain."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import aseanrok
from aseanrok import schema, store
from aseanrok.__main__ import run
from aseanrok.brief import brief
from aseanrok.brief.markdown import EachTime, Listed, render
from aseanrok.brief.money import pledges
from aseanrok.brief.page import Grid, Line, Page, Part, Said
from aseanrok.dates import MONTHS, in_words
from aseanrok.wording import KOREAN
from conftest import Program, screen

TODAY = "2026-11-25"
HOW = "get it from pandoc.org or your system's packages, or pip install pypandoc-binary"
TABLES = ("frameworks", "countries", "funds")
NAMES = [(table, row["id"]) for table in TABLES for row in store.table(table)]

HOSTILE = (
    "[^1] | a_b* `c` <script>x</script> $y$ ~~z~~ H~2~O ^up^ &amp; &#35; [l](http://e.org) @cite ![i](x) \\ 한-메콩"
)


def page(id: str, lang: str = "en", *, full: bool = False) -> Page:
    row = store.record(id)
    assert row is not None
    return brief(row, lang, TODAY, full=full)


def text(id: str, lang: str = "en", *, full: bool = False) -> str:
    return "".join(render([page(id, lang, full=full)]))


def body(markdown: str) -> str:
    """Return a brief without its footnotes, and without what Markdown escapes."""
    shown = re.sub(r"(?m)^\[\^\d+\]: .*\n?", "", markdown)
    return re.sub(r"\\([^\w\s])", r"\1", re.sub(r"\[\^\d+\]", "", shown))


def statements(of: Page) -> Iterator[Said]:
    return (said for part in of.parts for said in part.statements())


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(("table", "id"), NAMES)
def test_every_footnote_that_is_named_is_there_and_every_one_there_is_named(table: str, id: str, lang: str) -> None:
    for full in (False, True):
        made = "".join(render([brief({"table": table, **row(table, id)}, lang, TODAY, full=full)]))
        named = re.findall(r"\[\^(\d+)\](?!:)", made)
        there = re.findall(r"(?m)^\[\^(\d+)\]: ", made)
        assert set(named) == set(there)
        assert there == [str(number + 1) for number in range(len(there))]
        assert list(dict.fromkeys(named)) == there  # numbered as they are met


def row(table: str, id: str) -> dict[str, object]:
    return next(iter(store.rows_where(table, "id", (id,))))


def test_a_footnote_says_who_published_what_and_when_it_was_read() -> None:
    notes = re.findall(r"(?m)^\[\^\d+\]: (.*)$", text("mekong"))
    assert (
        "Ministry of Foreign Affairs, Republic of Korea, \u201cOverview (ASEAN)\u201d, "
        "<https://www.mofa.go.kr/eng/wpge/m\u005f5466/contents.do>, read 23 November 2026."
    ) in notes


@pytest.mark.parametrize("id", ["asean-rok", "mekong", "akcf", "mkcf", "lao-pdr", "viet-nam", "eas"])
def test_every_sum_is_one_that_a_record_states_or_is_marked_as_worked_out(id: str) -> None:
    known = " ".join(
        path.read_text(encoding="utf-8") for path in Path(store.PUBLISHED).glob("*.json") if "search" not in path.name
    )
    sums = re.findall(
        r"(?:USD )?[\d.,]*\d (?:(?:million|billion|thousand) )?(?:USD|KRW|visitors|people)(?: [*~]+)?", body(text(id))
    )
    assert len(sums) > 2 or id == "eas"
    for found in sums:
        assert found.endswith("~") or found.rstrip(" *") in known, found


@pytest.mark.parametrize("id", ["asean-rok", "mekong", "akcf", "lao-pdr"])
def test_every_day_is_one_that_a_record_holds(id: str) -> None:
    held = {TODAY, store.edition()["read"], store.edition()["newest"]}
    for table in ("meetings", "milestones", "documents", "entries", "contributions", "statistics", "projects", "funds",
                  "frameworks", "members", "holders", "conflicts", "statements", "series"):  # fmt: skip
        for each in store.table(table):
            held.update(re.findall(r"\d{4}-\d\d-\d\d", json.dumps(each)))
    known = {in_words(day) for day in held}
    told = " ".join(said.text for said in statements(page(id)))
    days = re.findall(rf"(?<![-\d])(?<!- )\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}", told)
    assert days
    assert not [day for day in days if day not in known and day not in told_by_sources(id)]


def told_by_sources(id: str) -> str:
    """Return what sources say in conflicts, and what records say in words: days stand in them as well."""
    words = [json.dumps(each, ensure_ascii=False) for name in ("statements", "conflicts") for each in store.table(name)]
    return " ".join(words)


@pytest.mark.parametrize(
    ("id", "most"), [("asean-rok", 1100), ("mekong", 800), ("apt", 950), ("akcf", 750), ("lao-pdr", 700)]
)
def test_a_brief_is_brief(id: str, most: int) -> None:
    short, whole = len(body(text(id)).split()), len(body(text(id, full=True)).split())
    assert short <= most
    assert whole > short


def test_what_is_expected_is_never_said_to_be_announced() -> None:
    told = body(text("asean-rok"))
    assert "27th expected in 2026 (yearly rhythm), not recorded" in told
    assert "3rd, 26 October 2021, virtual: postponed" in body(text("mekong"))


def test_years_of_which_nothing_is_recorded_are_named() -> None:
    assert "Years whose sum is not recorded: 1991-2003, 2005-2008, 2010-2013, 2024-2026." in body(text("akcf"))
    assert "years not recorded: 2021, 2023-2026" in body(text("mekong"))


def test_what_sources_differ_on_and_what_was_worked_out_is_marked() -> None:
    told = body(text("mekong"))
    assert "about 5 million USD *~ in 2022" in told
    assert "* sources differ. ~ worked out here from other values." in told


def test_a_change_is_told_only_between_two_years_counted_in_the_same_way() -> None:
    told = body(text("lao-pdr"))
    before, after = (
        each["value"]
        for year in ("2022", "2023")
        for each in store.table("statistics")
        if each["id"] == f"trade-lao-pdr-rok-{year}"
    )
    assert f"194 million USD, {(after / before - 1) * 100:+.1f}% on 2022 ~" in told
    assert "% on" not in body(text("mekong"))  # whose figures stand alone


def test_points_in_dispute_say_who_says_what_and_which_is_followed() -> None:
    told = body(text("viet-nam")).partition("## Points in dispute")[2]
    assert "USD 45.1 billion (ROK Ministry of Trade, Industry and Energy; followed)" in told
    assert "USD 41.5 billion (Seoul Economic Daily)" in told


@pytest.mark.parametrize("country", store.ids("countries"))
def test_a_country_with_a_star_does_not_say_that_nothing_is_in_dispute(country: str) -> None:
    told, _, disputes = body(text(country)).partition("## Points in dispute")
    if "*" in told.replace("**", ""):
        assert "one recorded" not in disputes.partition("## ")[0].partition("sources differ.")[0]


@pytest.mark.parametrize("country", ["usa", "japan", "china", "european-union", "timor-leste"])
def test_an_agreement_is_told_only_of_who_may_be_a_party_to_it(country: str, program: Program) -> None:
    """Who only speaks with ASEAN is no party to what ASEAN and the ROK agreed; nor is who joined later."""
    told = program("brief", country, "--full").stdout
    assert "Forest Cooperation Org" not in told and "Second Protocol" not in told, country
    if country == "timor-leste":
        assert "Chiang Mai" not in told


def test_an_agreement_for_all_is_told_of_the_parties(program: Program) -> None:
    assert all(
        "Forest Cooperation Org" in program("brief", each, "--full").stdout for each in ("laos", "republic-of-korea")
    )
    assert "Chiang Mai" in program("brief", "japan").stdout
    assert "ASEAN Charter" not in program("brief", "republic-of-korea", "--full").stdout


def test_the_holder_of_an_office_is_told_only_where_a_source_shows_one() -> None:
    told = body(text("asean-rok"))
    assert "Thailand, since July 2024" in told
    assert "no holder recorded; Lee Jang-keun was shown in office on" in told


def test_a_korean_brief_has_korean_headings_names_and_dates() -> None:
    told = body(text("mekong", "ko"))
    assert told.startswith("# 한-메콩 협력 (Mekong-ROK Cooperation)\n\n2026년 11월 25일 기준.")
    headings = re.findall(r"(?m)^## (.*)$", told)
    assert headings and all(re.search("[가-힣]", heading) and heading.isascii() is False for heading in headings)
    labels = re.findall(r"(?m)^- \*\*(.*?)\*\*", told.partition("## 이견 사항")[0])
    assert {"개요", "수립", "회원국"} <= set(labels)
    assert "제14차 2026년 개최 예상(연례 주기), 개최 기록 없음" in told
    own = told.partition("## 이견 사항")[0]  # what sources say is in the language of the data
    assert "recorded" not in own and "announced" not in own


def test_every_fixed_word_of_a_brief_has_its_korean() -> None:
    words: list[str] = []
    for module in Path(schema.__file__).parent.joinpath("brief").glob("*.py"):
        code = module.read_text(encoding="utf-8")
        words += re.findall(r'word\(\s*"([^"]+)"[,)]', code)
        words += [
            word
            for words in re.findall(r"map\(draft.word, \((.*?)\)\)", code)
            for word in re.findall(r'"(.*?)"', words)
        ]
        words += [f"further {what} recorded: {{}}" for what in re.findall(r'draft.rest\([^"\n]*"([^"]+)"', code)]
    assert len(words) > 60
    assert not [word for word in words if word not in KOREAN]


def hostile() -> Page:
    said = Said(HOSTILE, ("mofa-asean-overview",))
    return Page(
        HOSTILE,
        HOSTILE,
        [Part(HOSTILE, [Line(HOSTILE, said, said)], Grid((HOSTILE, "b"), [(said, said)], (50, 50)), HOSTILE)],
        HOSTILE,
        "en",
        TODAY,
    )


@pytest.mark.parametrize("notes", [None, EachTime("en"), Listed("en")])
def test_a_hostile_text_stays_text(notes: EachTime | Listed | None) -> None:
    made = "".join(render([hostile()], notes=notes))
    assert "<script>" not in made and not re.search(r"(?<!\\)\$", made) and "~~z" not in made
    assert len(re.findall(r"\\\[\\?\^1\\\]", made)) == 11


def test_a_table_keeps_its_columns_whatever_stands_in_it() -> None:
    rows = [line for line in "".join(render([hostile()])).splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in rows} == {3}


def test_two_briefs_share_one_list_of_footnotes(program: Program) -> None:
    made = program("brief", "mekong", "mkcf").stdout
    assert made.count("\n# ") == 1 and made.startswith("# Mekong-ROK Cooperation")
    there = re.findall(r"(?m)^\[\^(\d+)\]: ", made)
    assert len(there) == len(set(there))


def test_word_has_a_footnote_for_each_mention_and_later_ones_refer_to_the_first() -> None:
    made = "".join(render([page("mekong")], notes=EachTime("en")))
    named = re.findall(r"\[\^(\d+)\](?!:)", made)
    assert named == [str(number + 1) for number in range(len(named))] == re.findall(r"(?m)^\[\^(\d+)\]: ", made)
    assert "Republic of Korea, as in note 1." in made


def test_any_name_will_do_and_what_has_no_brief_is_refused_in_one_line(program: Program) -> None:
    assert program("brief", "라오스").stdout.startswith("# Lao PDR")
    assert program("brief", "ASEAN+3", "--lang", "ko").stdout.startswith("# 아세안+3")
    done = program("brief", "mekon")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("aseanrok: no framework, country or fund 'mekon'. Did you mean 'mekong'")
    other = program("brief", "mekong-rok-fmm-7").stderr
    assert other == (
        "aseanrok: no framework, country or fund 'mekong-rok-fmm-7'. `aseanrok show mekong-rok-fmm-7` tells of it.\n"
    )


def test_a_file_is_written_whole_and_only_under_an_ending_that_is_known(program: Program, tmp_path: Path) -> None:
    done = program("brief", "bkcf", "-o", str(tmp_path / "x.md"))
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "x.md").read_text(encoding="utf-8") == program("brief", "bkcf").stdout
    assert program("brief", "bkcf", "-o", str(tmp_path / "x.md")).returncode == 2
    refused = program("brief", "bkcf", "-o", str(tmp_path / "x.pdf"))
    assert refused.stderr == (
        "aseanrok: --output: `brief` writes no .pdf; there are .md, .markdown, .docx, .html, .htm\n"
    )


def test_without_pandoc_one_line_says_how_to_get_it(program: Program, tmp_path: Path) -> None:
    # No program is found in an empty folder, and no package where `pypandoc` is an empty module.
    (tmp_path / "pypandoc.py").write_text("raise ImportError\n")
    file = tmp_path / "x.docx"
    done = program("brief", "bkcf", "-o", str(file), PATH=str(tmp_path), PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stderr) == (
        2,
        f"aseanrok: docx is made by pandoc, which is not installed: {HOW}\n",
    )
    assert not file.exists()


def test_on_a_terminal_a_brief_is_its_markdown() -> None:
    assert "# BIMP-EAGA-ROK Cooperation Fund" in screen("brief", "bkcf")


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("echo sorry >&2; exit 3", "ended with 3: sorry"),
        ("echo half", "what it made is not whole"),
        ("exit 0", "what it made is not whole"),
    ],
)
@pytest.mark.parametrize("form", ["docx", "html"])
def test_a_pandoc_that_fails_leaves_nothing(does: str, said: str, form: str, program: Program, tmp_path: Path) -> None:
    fake = tmp_path / "bin" / "pandoc"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\ncat >/dev/null\n{does}\n")
    fake.chmod(0o755)
    path = tmp_path / f"x.{form}"
    done = program("brief", "mekong", "-o", str(path), PATH=f"{fake.parent}:/bin:/usr/bin")
    assert done.returncode == 74 and done.stderr.count("\n") == 1
    assert f"cannot write the {form}: {fake} " in done.stderr and said in done.stderr
    assert not path.exists()
    fake.write_text("#!/no/such/interpreter\n")
    done = program("brief", "mekong", "-o", str(path), PATH=f"{fake.parent}:/bin:/usr/bin")
    assert done.returncode == 74 and f"{fake} cannot be run" in done.stderr


def test_what_pandoc_makes_is_a_word_document_or_nothing(program: Program, tmp_path: Path) -> None:
    fake, made, path = tmp_path / "bin" / "pandoc", tmp_path / "made", tmp_path / "x.docx"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\ncat >/dev/null\ncat {made}\n")
    fake.chmod(0o755)
    # A letter of what is packed; in the list of what is packed, that it is packed in a way of 1993, and secret.
    for name, damage in (("a.txt", 0), *(("word/document.xml", each) for each in (60, -75, -77))):
        with zipfile.ZipFile(made, "w") as document:
            document.writestr(name, "<w:document/>" * 40)
        content = bytearray(made.read_bytes())
        content[damage] ^= 1 if damage else 0
        made.write_bytes(content)
        done = program("brief", "mekong", "-o", str(path), PATH=f"{fake.parent}:/bin:/usr/bin")
        told = f"aseanrok: cannot write the docx: what {fake} made is not whole\n"
        assert (done.returncode, done.stderr) == (74, told) and not path.exists()


def test_a_document_is_made_from_a_folder_that_is_gone(program: Program, tmp_path: Path) -> None:
    fake, path, gone = tmp_path / "bin" / "pandoc", tmp_path / "x.html", tmp_path / "gone"
    fake.parent.mkdir()
    fake.write_text("#!/bin/sh\ncat >/dev/null\n/bin/pwd -P >/dev/null || exit 1\necho '</html>'\n")
    fake.chmod(0o755)
    line = f'mkdir {gone}; cd {gone}; rmdir {gone}; exec "$0" -m aseanrok brief mekong -o {path}'
    package = str(Path(aseanrok.__file__).parents[1])
    environ = {**os.environ, "PATH": f"{fake.parent}:{os.environ['PATH']}", "PYTHONPATH": package}
    done = subprocess.run(["sh", "-c", line, sys.executable], capture_output=True, text=True, env=environ)
    assert (done.returncode, path.read_text()) == (0, "</html>\n"), done.stderr


def test_what_ends_the_program_ends_pandoc(tmp_path: Path) -> None:
    fake = tmp_path / "pandoc"
    fake.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/number\nexec sleep 60\n")
    fake.chmod(0o755)
    command = [sys.executable, "-m", "aseanrok", "brief", "mekong", "-o", str(tmp_path / "x.docx")]
    process = subprocess.Popen(command, env={"PATH": f"{tmp_path}:/bin:/usr/bin"})
    number = tmp_path / "number"
    while not (number.exists() and number.read_text().strip()):
        time.sleep(0.05)
    time.sleep(0.5)  # it runs before the program that started it knows of it
    process.terminate()
    assert process.wait(20) == -signal.SIGTERM
    _wait_for_the_end_of(int(number.read_text()))


def _wait_for_the_end_of(process: int) -> None:
    """Return when a process is gone, or has ended and nobody has asked after it yet; fail after ten seconds."""
    until = time.monotonic() + 10
    state = Path(f"/proc/{process}/stat")
    while state.exists() and "Z" not in state.read_text().split()[2]:
        assert time.monotonic() < until, "it lives on"
        time.sleep(0.05)


def test_a_pandoc_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    fake = tmp_path / "bin" / "pandoc"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > {tmp_path}/number\nwait\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}:/bin:/usr/bin")
    monkeypatch.setattr("aseanrok.brief.word.LIMIT", 2)
    assert run(["brief", "bkcf", "-o", str(tmp_path / "x.docx")]) == 74
    assert capfd.readouterr().err == f"aseanrok: cannot write the docx: {fake} did not end in 2 seconds\n"
    _wait_for_the_end_of(int((tmp_path / "number").read_text()))
    assert not (tmp_path / "x.docx").exists()


def test_a_day_of_another_century_is_none(program: Program) -> None:
    today = program("brief", "bkcf").stdout
    assert program("brief", "bkcf", SOURCE_DATE_EPOCH="99999999999").returncode == 2
    assert program("brief", "bkcf", SOURCE_DATE_EPOCH="4102444799").stdout != today
    then = program("brief", "bkcf", SOURCE_DATE_EPOCH="0").stdout  # what came later stands in it as well
    assert f"As of {in_words(store.edition()['read'])}." in then


def test_what_is_named_twice_is_told_once(program: Program) -> None:
    assert program("brief", "mekong", "mekong").stdout == program("brief", "mekong").stdout


def test_a_pledge_for_years_that_are_over_is_no_pledge_any_more() -> None:
    draft: Any = SimpleNamespace(today="2027-06-01")
    sums = [{"status": "pledged", "period": period} for period in ("2026", "2027", "2023/2026", "2023/2028")]
    assert [row["period"] for row in pledges([*sums, {"status": "paid", "period": "2028"}], draft)] == [
        "2027",
        "2023/2028",
    ]
