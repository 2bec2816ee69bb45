"""The edition of a tiny invented archive: what it publishes, and every way in which facts are refused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from aseanrok import edition
from aseanrok.edition.check import RULES
from aseanrok.edition.complete import completed
from aseanrok.edition.load import read_all, read_edition
from aseanrok.edition.write import replace
from aseanrok.errors import CannotWrite, InvalidData
from aseanrok.model.archive import Archive
from aseanrok.tables import RECORDS
from aseanrok.words import natural
from conftest import HERE, TINY, golden


def published(folder: Path) -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}


def test_everything_published_reads_as_the_golden_edition(tiny: Path) -> None:
    tables = published(tiny)
    text = "".join(
        f"== {name}\n" + "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in tables[name])
        for name in (about["name"] for about in tables["fields"] if not about.get("unread"))
    )
    golden("edition.txt", text)


def test_every_published_row_has_the_documented_fields(tiny: Path) -> None:
    tables = published(tiny)
    for about in tables["fields"]:
        name, documented = about["name"], [field["name"] for field in about["fields"]]
        assert all(field["description"] for field in about["fields"]), name
        assert about.get("unread") or all(list(row) == documented for row in tables[name]), name


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        edition.build(tmp_path / name, TINY)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


CASES: dict[str, dict[str, str]] = {
    case["name"]: case for case in tomllib.loads((HERE / "refused.toml").read_text(encoding="utf-8"))["case"]
}


def broken(tmp_path: Path, *names: str) -> Path:
    """Return a copy of the tiny archive with each of these cases in it."""
    folder = tmp_path / "data"
    shutil.copytree(TINY, folder)
    for name in names:
        case = CASES[name]
        path = folder / f"{case['table']}.toml"
        text = path.read_text(encoding="utf-8")
        assert text.count(case["before"]) == 1, "the case no longer changes one place"
        path.write_text(text.replace(case["before"], case["after"]), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", CASES, ids=lambda name: name.replace(" ", "-"))
def test_facts_that_break_a_rule_are_refused_by_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidData) as refused:
        edition.build(tmp_path / "tables", broken(tmp_path, name))
    assert CASES[name]["problem"] in refused.value.message.splitlines()
    assert not (tmp_path / "tables").exists(), "a refused edition writes nothing"


@pytest.mark.parametrize("name", RULES)
def test_every_rule_refuses_a_case(name: str, tmp_path: Path) -> None:
    rule = RULES[name]
    for number, case in enumerate(CASES):
        folder = broken(tmp_path / str(number), case)
        archive = Archive(completed(read_all(folder)[0]), RECORDS)
        about = (read_edition(folder)[0],) if "edition" in signature(rule).parameters else ()
        if any(str(problem) == CASES[case]["problem"] for problem in rule(archive, *about)):
            return
    pytest.fail(f"no case in refused.toml is refused by {name}")


def test_a_day_to_come_is_no_day_on_which_sources_were_read() -> None:
    assert edition.check(TINY, today="2001-02-02")[1] == [], "in Seoul it may be tomorrow"
    (told,) = edition.check(TINY, today="2001-01-31")[1]
    assert str(told) == "edition.toml: read: 2001-02-03 is still to come; today is 2001-01-31"


def test_a_list_whose_only_part_is_wrong_is_not_told_to_be_empty(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "meetings.toml"
    before, after = '    { source = "gazette", at = "page 4" },\n', '    { source = "gazette" },\n'
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    assert problems_of(folder) == ["meetings.toml: gulf-summit-2: sources.0.at: Field required"]


def test_a_country_with_a_comma_in_its_name_is_one_country(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    countries = folder / "countries.toml"
    text = countries.read_text(encoding="utf-8")
    countries.write_text(text.replace('short_name = "Aland"', 'short_name = "Aland, Republic of"'), encoding="utf-8")
    edition.build(tmp_path / "tables", folder)
    titles = [row["title"] for row in json.loads((tmp_path / "tables" / "timeline.json").read_text(encoding="utf-8"))]
    assert "Entry into force of the Agreement on Lighthouses for Aland, Republic of" in titles


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    names = ("a dead reference", "in force before it was signed", "a formula")
    with pytest.raises(InvalidData) as refused:
        edition.build(tmp_path / "tables", broken(tmp_path, *names))
    told = refused.value.message
    assert all(problem in told for problem in ("outcomes.1", "documents: no record", "entry_into_force: 1995"))


def test_a_file_with_a_byte_order_mark_is_read_and_another_encoding_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(TINY, folder)
    path = folder / "countries.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    archive, _ = edition.check(folder)
    assert "aland" in archive.countries
    path.write_bytes("아란".encode("cp949"))
    _, problems = edition.check(folder)
    assert "countries.toml: it is not UTF-8; save it as UTF-8" in map(str, problems)


def test_a_file_of_no_table_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(TINY, folder)
    (folder / "meeting.toml").write_text("", encoding="utf-8")
    _, problems = edition.check(folder)
    told = "meeting.toml: no such table; the files are conflicts.toml, contributions.toml, countries.toml"
    assert str(problems[0]).startswith(told)


def test_fix_rewrites_what_is_out_of_form_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(TINY, folder)
    path = folder / "countries.toml"
    kept = path.read_text(encoding="utf-8")
    path.write_text(kept.replace('id = "beland"\nname = "Beland"', 'name = "Beland"\nid = "beland"'), encoding="utf-8")
    assert edition.rewrite(folder) == ["countries.toml"]
    assert path.read_text(encoding="utf-8") == kept
    assert edition.rewrite(folder) == []


def test_numbers_in_ids_are_numbers() -> None:
    assert sorted(["summit-10", "summit-2", "summit"], key=natural) == ["summit", "summit-2", "summit-10"]


def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(TINY, folder)
    return folder


def problems_of(folder: Path) -> list[str]:
    return [str(problem) for problem in edition.check(folder)[1]]


OUT_OF_FORM = ('id = "beland"\nname = "Beland"', 'name = "Beland"\nid = "beland"')


def out_of_form(folder: Path) -> Path:
    """Change the order of two fields of a file; return it."""
    path = folder / "countries.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(*OUT_OF_FORM), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ('id = "aland"', '# what of it?\nid = "aland"', 4),
        ('id = "aland"', 'id = "aland"  # what of it?', 4),
        ("# countries: one", "# My countries: one", 1),
        ("# countries: one", "# countries: see the mail of 3 May\n# countries: one", 1),
        ("part one.\n", "part one. See the mail of 3 May.\n", 1),
    ],
)
def test_fix_loses_no_comment(before: str, after: str, line: int, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = out_of_form(folder)
    text = path.read_text(encoding="utf-8").replace(before, after, 1)
    path.write_text(text, encoding="utf-8")
    problem = f"countries.toml: line {line}: the comment would be lost when the file is rewritten; move it into `note`"
    with pytest.raises(InvalidData) as refused:
        edition.rewrite(folder)
    assert refused.value.message.startswith(problem) and "\n" not in refused.value.message
    assert path.read_text(encoding="utf-8") == text
    assert [told.startswith(problem) for told in problems_of(folder)] == [True]


def test_a_hash_in_a_text_is_no_comment(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = out_of_form(folder)
    text = path.read_text(encoding="utf-8")
    for value in ('"No. # 1, \\"#\\""', "'a # b'", '"""two # "# quotes"""', "'''it's # one'''"):
        path.write_text(text.replace('name = "Beland"', f'note = {value}\nname = "Beland"'), encoding="utf-8")
        assert edition.rewrite(folder) == ["countries.toml"], value
        assert "#" in path.read_text(encoding="utf-8").partition("Beland")[2]


def test_fix_keeps_a_link_and_a_mode(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = out_of_form(folder)
    elsewhere = tmp_path / "elsewhere.toml"
    path.rename(elsewhere)
    elsewhere.chmod(0o640)
    path.symlink_to(elsewhere)
    assert edition.rewrite(folder) == ["countries.toml"]
    assert path.is_symlink() and elsewhere.stat().st_mode & 0o777 == 0o640
    assert OUT_OF_FORM[0] in elsewhere.read_text(encoding="utf-8")
    assert sorted(each.name for each in folder.iterdir()) == sorted(each.name for each in TINY.iterdir())


def test_fix_leaves_a_read_only_file_and_then_every_other(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = out_of_form(folder)
    other = folder / "meetings.toml"
    other.write_text(other.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    path.chmod(0o444)
    before = path.read_bytes(), other.read_bytes()
    with pytest.raises(CannotWrite) as refused:
        edition.rewrite(folder)
    assert refused.value.message == f"cannot write {path}: Permission denied"
    assert (path.read_bytes(), other.read_bytes()) == before


def test_fix_drops_no_record_that_it_cannot_read(tmp_path: Path) -> None:
    for change in (('name = "Beland"', "name = 5"), ('iso3 = "BBB"', 'iso3 = "bbb"'), ("[[country]]", "[[county]]")):
        folder = copied(tmp_path / str(len(change[0])))
        path = out_of_form(folder)
        text = path.read_text(encoding="utf-8").replace(*change)
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InvalidData):
            edition.rewrite(folder)
        assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "edition.toml: it cannot be read: No such file or directory"),
        (b"version = ", "edition.toml: Invalid value (at end of document)"),
        (b"\xb0\xa1", "edition.toml: it is not UTF-8; save it as UTF-8"),
        (b'version = "2001.02"\nread = "soon"', "edition.toml: read: 'soon' is not a date"),
        (b'version = "2001.02"\nread = "2001"', "edition.toml: read: '2001' is not a day; write 2026-11-25"),
        (b'version = "2001.02"\nread = 2001-02-03', "edition.toml: read: Input should be a valid string"),
        (b'version = "2001.2"\nread = "2001-02-03"', "edition.toml: version: String should match pattern"),
        (b'version = "2001.02"\nread = "2001-02-03"\nleast = { funds = "1" }', "edition.toml: least.funds: "),
        (b'version = "2001.02"\nread = "2001-02-03"\nwhat = 1', "edition.toml: what: Extra inputs are not permitted"),
        (b"x = " + b"[" * 500 + b"]" * 500, "edition.toml: "),
        (b"x = " + b"9" * 5000, "edition.toml: a number in it is too long to be read"),
    ],
)
def test_what_is_wrong_with_the_edition_is_named(content: bytes | None, problem: str, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "edition.toml"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    told = problems_of(folder)
    assert told and told[0].startswith(problem), told
    assert all(each.startswith("edition.toml: ") for each in told)


def test_an_edition_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "edition.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert problems_of(folder) == []


BOUNDS = [
    ("[" * 500 + "]" * 500, "statistics.toml: its brackets stand too deep in each other"),
    ("9" * 5000, "statistics.toml: a number in it is too long to be read"),
    ("1e99999999999999999999", "statistics.toml: a number in it is too long to be read"),
    ("1e99999999", "value: Decimal input should have no more than 15 digits in total"),
    ("1e-99999999", " no more than 15 digits in total"),
    ("9" * 16, "value: Decimal input should have no more than 15 digits in total"),
    ("9223372036855", ": a figure written out has no more than 18 digits"),
    ("-1000000000000.5", ": a figure written out has no more than 18 digits"),
    ("nan", "value: Input should be a finite number"),
    ("-inf", "value: Input should be a finite number"),
]


@pytest.mark.parametrize(("value", "problem"), BOUNDS, ids=[value[:12] for value, _ in BOUNDS])
def test_a_number_and_a_depth_have_bounds(value: str, problem: str, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "statistics.toml"
    text = path.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("value = "))
    path.write_text(text.replace(first, f"value = {value}", 1), encoding="utf-8")
    told = problems_of(folder)
    assert len(told) == 1 and told[0].endswith(problem), told


def test_a_member_without_a_country_is_none(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "frameworks.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('country = "AAA", ', ""), encoding="utf-8")
    (told,) = problems_of(folder)
    assert told.startswith("frameworks.toml: ") and told.endswith(": members.0.country: Field required")


def test_an_ordinal_has_bounds(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "meetings.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ordinal = 2\n", f"ordinal = {'9' * 4000}\n", 1), encoding="utf-8")
    assert any(told.endswith("ordinal: Input should be less than or equal to 9999") for told in problems_of(folder))


def test_one_slip_is_told_alone(tmp_path: Path) -> None:
    for number, name in enumerate(("countries.toml", "sources.toml", "frameworks.toml", "meetings.toml")):
        folder = copied(tmp_path / str(number))
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8") + "\n[[\n", encoding="utf-8")
        told = problems_of(folder)
        assert len(told) == 1 and told[0].startswith(f"{name}: ") and "at line" in told[0]


def test_one_block_that_is_wrong_is_told_alone(tmp_path: Path) -> None:
    filled = (path for path in TINY.glob("*.toml") if "\n[[" in path.read_text(encoding="utf-8"))
    for number, name in enumerate(sorted(path.name for path in filled)):
        folder = copied(tmp_path / str(number))
        path = folder / name
        text = path.read_text(encoding="utf-8")
        word = text.partition("[[")[2].partition("]]")[0]
        path.write_text(text.replace(f"[[{word}]]\nid", f"[[{word}]]\nnonsense = 1\nid", 1), encoding="utf-8")
        told = problems_of(folder)
        assert len(told) == 1 and told[0].endswith("nonsense: Extra inputs are not permitted"), told


def test_a_table_without_a_file_is_named_and_an_empty_file_is_enough(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "places.toml").unlink()
    assert problems_of(folder) == ["places.toml: no such file; an empty one says that nothing is recorded"]
    (folder / "places.toml").write_text("", encoding="utf-8")
    assert edition.rewrite(folder) == ["places.toml"]
    assert problems_of(folder) == []


def test_a_byte_order_mark_is_named_and_taken_away(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "funds.toml"
    content = path.read_bytes()
    path.write_bytes("\ufeff".encode() + content.replace(b"\n", b"\r\n"))  # as Notepad saves it
    assert problems_of(folder) == ["funds.toml: it begins with a byte order mark; `aseanrok check --fix` rewrites it"]
    assert edition.rewrite(folder) == ["funds.toml"]
    assert (path.read_bytes(), problems_of(folder)) == (content, [])


def test_a_link_that_leads_nowhere_is_no_missing_file(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "contributions.toml").unlink()
    (folder / "contributions.toml").symlink_to(tmp_path / "nowhere")
    assert problems_of(folder) == ["contributions.toml: it cannot be read: No such file or directory"]


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "funds.toml").unlink()
    (folder / "funds.toml").mkdir()
    assert problems_of(folder) == ["funds.toml: it cannot be read: Is a directory"]


@pytest.mark.parametrize("name", ["funds.toml", "edition.toml"])
def test_a_pipe_or_what_leads_to_one_is_refused_and_not_waited_for(name: str, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / name).unlink()
    os.mkfifo(tmp_path / "pipe")
    (folder / name).symlink_to(tmp_path / "pipe")
    problem = f"{name}: it is a device or a pipe; a data file is a plain file"
    script = (
        "import sys; from pathlib import Path; from aseanrok import edition\n"
        "print(*edition.check(Path(sys.argv[1]))[1], sep='\\n')\n"
        "if sys.argv[2] == 'funds.toml': edition.rewrite(Path(sys.argv[1]))"
    )
    command = [sys.executable, "-c", script, str(folder), name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20)
    assert done.stdout == f"{problem}\n"
    assert done.stderr.endswith(f"InvalidData: {problem}\n") == (name == "funds.toml")
    assert (tmp_path / "pipe").is_fifo() and (folder / name).is_symlink()


def test_nothing_is_put_in_the_place_of_a_pipe_or_a_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        (tmp_path / f"{name}.toml").symlink_to(name)
        for path in (tmp_path / name, tmp_path / f"{name}.toml"):
            with pytest.raises(OSError, match="not a plain file"):
                replace(path, "text")
    assert (tmp_path / "pipe").is_fifo() and (tmp_path / "folder").is_dir()
    assert len(list(tmp_path.iterdir())) == 4, "nothing is left beside them"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Minister Kim Su represented the ROK.", "Minister Kim Su"),
        ("Kim Su was to represent the ROK.", "Kim Su (announced)"),
        ("The ROK was represented by Kim Su.", "Kim Su"),
        ("Prime Minister Kim Su, not the President, represented the ROK.", "Prime Minister Kim Su"),
        ("Kim Su was in Port A; he was to represent the ROK here too.", None),
        ("It is not recorded who represented the ROK.", None),
        ("No minister represented the ROK.", None),
        ("Several took part, among them Lee, represented the ROK Navy.", None),
        ("The ROK was represented by nobody.", None),
    ],
)
def test_only_a_person_represents_the_rok(sentence: str, who: str | None, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "meetings.toml"
    before = 'outcomes = ["Agreed on | pipes'
    path.write_text(path.read_text("utf-8").replace(before, f'summary = "{sentence}"\n{before}'), encoding="utf-8")
    edition.rewrite(folder)
    edition.build(tmp_path / "tables", folder)
    rows = json.loads((tmp_path / "tables" / "meetings.json").read_text(encoding="utf-8"))
    assert {row["for_rok"] for row in rows if row["id"] == "gulf-summit-2"} == {who}


def test_the_newest_sum_of_a_fund_keeps_the_words_of_its_unit(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "contributions.toml"
    text = path.read_text(encoding="utf-8")
    before = 'unit = "USD"\nfund = "gulf-fund"\nperiod = "1995/.."\n'
    path.write_text(
        text.replace(before, before.replace("USD", "USD in kind").replace("1995/..", "1996")), encoding="utf-8"
    )
    for path in folder.glob("*.toml"):  # of whom it is told
        path.write_text(path.read_text(encoding="utf-8").replace('"AAA"', '"KOR"'), encoding="utf-8")
    edition.rewrite(folder)
    edition.build(tmp_path / "tables", folder)
    (fund,) = json.loads((tmp_path / "tables" / "funds.json").read_text(encoding="utf-8"))
    assert fund["newest_sum"].endswith("; pledged 2 million USD in kind for 1996")
