"""Every option that is accepted acts, or is refused in one line: every command, option, format and place of the answer.

The matrix is made from the grammar and the formats, so that a new command, option or format is in it by itself. An
option acts where, for one of its values, the answer is another than without it.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.util import find_spec
from inspect import signature
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest

from aseanrok import past, roles, schema, store
from aseanrok.__main__ import run
from aseanrok.cli.forms import line as line_of
from aseanrok.cli.grammar import Count, commands, options_of
from aseanrok.cli.options import OPTIONS, SHARED, Takes
from aseanrok.cli.reader import parse
from aseanrok.output import formats, renderer
from conftest import LIBRARIES, put

ROWS = 12
"""Rows kept of a long table, spread over it: enough to be sorted, cut and filtered, and drawn in no time."""

SHORTENED = ("timeline", "meetings", "documents", "statistics", "milestones", "glossary", "institutions", "coverage")

ENDINGS = {"cite": "bib", "brief": "md"}
"""Of commands that write no format of listings, an ending that asks for one of theirs."""

PROMISES = {
    "color": "never and auto are kept wherever nothing is coloured",
    "pager": "--no-pager is kept wherever nothing is paged",
    "force": "it is a leave, and changes nothing where no file stands in the way",
    "version": "it is answered instead of the command",
    "fix": "it writes into the data files",
    "full": "it is a leave as well: a card of which nothing is cut is whole without it",
}
"""Options that a comparison of two answers does not tell of, and why; each has a test of its own."""


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Put an edition with a few rows of each long table in the place of the real one."""
    tables = tmp_path_factory.mktemp("few") / "tables"
    copytree(store.PUBLISHED, tables)
    for name in schema.published():
        path = tables / f"{name}.json"
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.rstrip(",") for line in lines if line.startswith("{")]
        # What cards and filters look names up in is kept whole.
        if name == "index":
            rows = [row for row in rows if json.loads(row)["table"] in ("funds", "frameworks", "contributions")]
            path.write_text("[\n" + ",\n".join(rows) + "\n]", encoding="utf-8")
        elif len(rows) > 40 and name in SHORTENED:
            kept = _few(rows)
            path.write_text("[\n" + ",\n".join(kept) + "\n]", encoding="utf-8")
    kept = {
        row["id"] for name in SHORTENED for row in json.loads((tables / f"{name}.json").read_bytes()) if "id" in row
    }
    with pytest.MonkeyPatch.context() as patch:
        put(tables, patch)
        patch.setattr(past, "EDITIONS", str(_past(tables.parent / "editions", kept)))
        patch.setenv("PAGER", "cat")
        patch.setenv("SOURCE_DATE_EPOCH", "1893456000")  # 1 January 2030
        patch.setenv("ASEANROK_WIDTH", "100")
        yield tables


def _past(folder: Path, kept: set[str]) -> Path:
    """Return a folder with the edition before this one: of long tables what is still there, and a few rows more."""
    folder.mkdir()
    version = past.editions()[0]
    content = past.digest(version)
    for table in content["tables"].values():
        if len(table["rows"]) > 40:
            some = list(table["rows"])[:: len(table["rows"]) // ROWS]
            table["rows"] = {id: row for id, row in table["rows"].items() if id in kept or id in some}
    (folder / f"{version}{past.ENDING}").write_bytes(gzip.compress(json.dumps(content).encode()))
    return folder


def _few(rows: list[str]) -> list[str]:
    """Return some rows spread over a table, most of them of days that have a round anniversary in 2030."""
    round_years = [row for row in rows if re.match(r"\d{3}[05]-\d\d", str(json.loads(row).get("date")))]
    some = [*round_years[:: max(1, len(round_years) // (ROWS - 2))][: ROWS - 2], *rows[:: len(rows) // ROWS]][:ROWS]
    beside = rows[rows.index(some[0]) + 1]  # two that stand together are of one series, and can be sorted
    return sorted(dict.fromkeys([*some, beside]), key=rows.index)


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def said(*arguments: str, terminal: bool = False, stdin: str = "") -> tuple[int, str, str]:
    """Run a line in this process; return its exit code and what it wrote."""
    kind = Terminal if terminal else io.TextIOWrapper
    before = sys.stdin, sys.stdout, sys.stderr
    out, err = kind(io.BytesIO(), encoding="utf-8"), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    sys.stdout, sys.stderr = out, err
    try:
        code = run(list(arguments))
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    told = []
    for stream in (out, err):
        stream.flush()
        told.append(_text(stream.buffer.getvalue(), arguments))  # type: ignore[attr-defined]
    return code, told[0], told[1]


def _text(content: bytes, asked: Sequence[str]) -> str:
    """Return what was written, of a packed file what is in it, without the line asked, which it repeats."""
    if content.startswith(b"PK"):
        with ZipFile(io.BytesIO(content)) as packed:
            content = b"".join(packed.read(name) for name in packed.namelist())
    text = content.decode(errors="replace").replace("\r\n ", "")  # a calendar folds its lines
    repeated = line_of(*read) if (read := parse(asked)) else ""
    for written in (repeated, escape(repeated), repeated.replace(",", "\\,").replace(";", "\\;")):
        text = text.replace(written, "") if written else text
    return text


def lines(command: str) -> Iterator[list[str]]:
    """Yield a command as it is called: alone, with a name, with two."""
    about = commands()[command]
    argument = about.argument
    if argument is None or argument.count != Count.SOME:
        yield [command]
    if argument is None:
        return
    if command == "changes":
        yield [command, past.editions()[0]]
        return
    if command == "search":
        yield [command, "table:funds", "cooperation"]
        return
    if command in ("next", "anniversaries"):  # whether something is left of what is named depends on the few rows
        return
    if command == "compare":
        yield [command, "akcf", "mkcf"]
        return
    if command == "completion":
        yield [command, "bash"]
        return
    if command == "help":
        yield [command, "timeline"]
        return
    listed = "meetings" if command == "series" else about.table
    names = ["akcf", "mkcf"] if command in ("show", "cite", "brief") else _names(argument.table or about.table, listed)
    names = _names("frameworks", "timeline") if command == "timeline" else names  # what its rows are about
    yield [command, names[0]]
    if argument.count in (Count.ANY, Count.SOME):
        yield [command, *names[:2]]


def _names(table: str, listed: str) -> list[str]:
    """Return ids of a table, those first that most of the rows listed name; or names of tables."""
    if not table:
        return ["funds", "frameworks"]
    named = Counter(item for row in store.table(listed) for value in row.values() for item in _texts(value))
    return sorted((row["id"] for row in store.table(table)), key=lambda id: -named[id])


def _texts(value: object) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def classes() -> list[str]:
    """Return a format of each class: for whom it is, what it holds and carries, whether it wants a screen."""
    found: dict[object, str] = {}
    for name, about in formats().items():
        about_rows = (about.for_people, about.whole, about.worded, about.sourced, about.together, about.dated)
        if not about.extra or find_spec(LIBRARIES[name]):
            found.setdefault((*about_rows, len(signature(renderer(name)).parameters)), name)
    return list(found.values())


def places(line: Sequence[str], folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield where and how an answer may go: into a pipe, in a format of each class, as ids, into a file."""
    yield "pipe", []
    taken = options_of(line[0])
    if "format" in taken:
        for name in classes():
            yield name, ["--format", name]
    if "quiet" in taken:
        yield "quiet", ["-q"]
    if "output" in taken:
        if line[0] != "export" or len(line) < 3:
            yield "file", ["-o", _file(line[0], folder)]
        else:
            yield "folder", ["-f", "csv", "-o", str(folder / "answer.csv")]
    yield "terminal", []


def _file(command: str, folder: Path) -> str:
    """Return the name of a file that a command writes."""
    return str(folder / f"answer.{ENDINGS.get(command, 'csv')}")


def answer(line: Sequence[str], place: str, folder: Path) -> tuple[int, str, str, str]:
    """Return what a line answers, the content of its file or folder included; nothing is left of them."""
    code, out, err = said(*line, terminal=place == "terminal", stdin="akcf\nmkcf\n")
    target = next(folder.glob("answer.*"), folder / "answer.csv")
    files = sorted(target.iterdir()) if target.is_dir() else [target] if target.exists() else []
    written = "".join(path.read_text(encoding="utf-8", errors="replace") for path in files)
    for path in files:
        path.unlink()
    if target.is_dir():
        target.rmdir()
    return code, out, err, written


_answers: dict[str, tuple[int, str, str, str]] = {}


def plain_answer(line: Sequence[str], place: str, folder: Path) -> tuple[int, str, str, str]:
    """Return what a line answers; the same one is asked once, wherever its file is."""
    key = " ".join([place, *line]).replace(str(folder), "")
    if key not in _answers:
        _answers[key] = answer(line, place, folder)
    return _answers[key]


def values(option: str, line: Sequence[str], folder: Path) -> list[list[str]]:
    """Return ways to write an option, one of which makes a difference wherever the option can make one."""
    about = OPTIONS[option]
    flag = about.flags[0]
    if about.takes == Takes.SWITCH or about.takes == Takes.FLAG:
        return [[flag]]
    known = {
        "format": list(formats()),
        "fields": _fields(*line) if option in ("fields", "sort") else [],
        "sort": [sign + name for name in (_fields(*line) if option == "sort" else []) for sign in ("-", "")],
        "limit": ["1", "0"],
        "width": ["20", "45", "200"],
        "color": ["always"],
        "lang": ["ko"],
        "output": [_file(line[0], folder)],
        "framework": [row["id"] for row in store.table("frameworks")],
        "country": ["KOR", "LAO", "USA"],
        "kind": _kinds(line) if option == "kind" else [],
        "since": ["2019", "2100"],
        "until": ["2000", "1900"],
        "year": ["2019", "1900"],
        "place": ["seoul", "nowhere"],
        "match": ["fund", "nowhere"],
        "as_of": ["2012", "1900"],
        "where": [f"{name}=nowhere" for name in _fields(*line)] if option == "where" else [],
        "by": _fields(*line) if option == "by" else [],
        "style": ["text", "bibtex", "csl", "ris"],
        "on": ["2026-11-27", "2024-02-29"],
    }
    assert option in known, f"say which values of --{option} make a difference"
    return [[flag, value] for value in known[option]]


@cache
def _fields(*line: str) -> list[str]:
    """Return the fields of an answer: an error lists them."""
    _, _, err = said(*line, "--fields", "nosuchfield", "-f", "csv", "-o", "x")
    if "Known: " in err:
        return err.rpartition("Known: ")[2].strip(".\n").split(", ")
    return list(schema.table(commands()[line[0]].table or "index").fields)


def _kinds(line: Sequence[str]) -> list[str]:
    if line[0] == "changes":
        return ["removed", "merged"]
    table = schema.table("index" if line[0] == "search" else commands()[line[0]].table)
    field = table.first(roles.KIND)
    return sorted({str(row[field]) for row in store.table(table.name) if row[field]}) if field else ["summit"]


def is_refused(found: tuple[int, str, str, str], option: str, shown: str, beside: Sequence[str] = ()) -> bool:
    """Say whether a line was refused for an option, or what it stands beside: one line names it, nothing is written."""
    code, out, err, written = found
    if code != 2:
        return False
    told = [text for text in err.splitlines() if not text.startswith('{"error"')]
    assert (out, written, len(told)) == ("", "", 1), (shown, err)
    return any(flag in told[0] for flag in (*OPTIONS[option].flags, *beside))


CASES = [(command, option) for command in commands() for option in options_of(command) if option not in PROMISES]


@pytest.mark.parametrize(("command", "option"), CASES)
@pytest.mark.usefixtures("few")
def test_an_option_acts_or_is_refused(command: str, option: str, tmp_path: Path) -> None:
    for line in lines(command):
        for place, how in places(line, tmp_path):
            if set(OPTIONS[option].flags) & set(how) or (option, place) == ("json", "json"):
                continue  # it is there already
            base = plain_answer([*line, *how], place, tmp_path)
            if (
                base[0] == 2
                or (base[0] == 1 and not base[1])
                or (option == "json" and base[1].startswith('{\n"edition"'))
                or (option in ("sort", "reverse") and base[1].count("BEGIN:VEVENT") == 1)
            ):
                continue  # not to be had, as a calendar of rows without a day, or JSON already, or a single event
            beside = {flag for about in OPTIONS.values() if set(about.flags) & set(how) for flag in about.flags}
            for value in values(option, line, tmp_path):
                found = answer([*line, *how, *value], place, tmp_path)
                shown = f"{' '.join([*line, *how, *value])} ({place})"
                if is_refused(found, option, shown, beside) or (found[0] != 2 and found != base):
                    break
            else:
                pytest.fail(f"does nothing, and is not refused: {shown}: {found[2]}")


@pytest.mark.parametrize(
    "command", [name for name in commands() if "limit" in options_of(name) and commands()[name].rows]
)
@pytest.mark.usefixtures("few")
def test_a_limit_takes_the_first_rows_whatever_is_asked(command: str) -> None:
    for line in lines(command):
        for how in (["--json"], ["-f", "csv"], ["-f", "md"]):
            code, whole, _ = said(*line, *how)
            limited, some, told = said(*line, *how, "-n", "1")
            if limited == 2:
                assert code == 2 or "--limit" in told, told
            elif code == 0 and whole.strip() not in ("", "[]"):
                assert limited == 0 and some.strip() not in ("", "[]") and "recorded from" not in told, (line, how)
                assert len(some) <= len(whole)


@pytest.mark.usefixtures("few")
def test_an_option_that_says_nothing_is_refused() -> None:
    for command in commands():
        for line in lines(command):
            for option in options_of(command):
                if OPTIONS[option].takes not in Takes.WITHOUT_VALUE:
                    flag = OPTIONS[option].flags[0]
                    for value in ("", " ", "\u3000"):
                        found = said(*line, flag, value)
                        assert is_refused((*found, ""), option, f"{line} {flag} {value!r}"), (line, flag, found)


@pytest.mark.usefixtures("few")
def test_an_option_before_a_command_that_does_not_take_it_is_refused() -> None:
    for command in commands():
        own = {flag for option in options_of(command) for flag in OPTIONS[option].flags}
        for option in (each for each in SHARED if OPTIONS[each].flags[0] not in own):
            value = [] if OPTIONS[option].takes in Takes.WITHOUT_VALUE else ["json"]
            found = said(OPTIONS[option].flags[0], *value, *next(iter(lines(command))))
            assert is_refused((*found, ""), option, command), (command, option, found)
