"""`--quiet`: what it prints `show -` takes, whatever lists it; where no row is a record, it is refused."""

from __future__ import annotations

import io
import sys

import pytest

from aseanrok import past, schema
from aseanrok.__main__ import run
from aseanrok.cli.grammar import Count, commands, options_of
from conftest import Program, screen

NAMED = {"search": ["fund"], "compare": ["akcf", "mkcf"], "show": ["akcf"], "changes": [past.editions()[0]]}
OTHERS = [["members", "mekong"], ["conflicts", "akcf"], ["series", "mekong-rok-fmm"], ["coverage", "--kind", "table"]]
OTHERS += [["timeline", "--by", by] for by in ("year", "kind", "frameworks", "country")]


def lines() -> list[list[str]]:
    found = []
    for name in commands():
        argument = commands()[name].argument
        assert name in NAMED or not (argument and argument.count == Count.SOME and commands()[name].rows), name
        if "quiet" in options_of(name) and name not in ("export", "help"):
            found.append([name, *NAMED.get(name, [])])
    return found + OTHERS


@pytest.mark.parametrize("line", lines(), ids=" ".join)
def test_what_quiet_prints_show_takes(
    line: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")
    code = run([*line, "-q"])
    printed, told = capsys.readouterr()
    if code:
        assert (code, printed) == (2, "") and "--quiet prints ids, and none of these rows is a record" in told
        assert line[0] in ("fields", "compare") or "--by" in line
        return
    assert printed
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(printed.encode())))
    assert run(["show", "-", "-q"]) == 0, capsys.readouterr().err[:500]
    assert capsys.readouterr().out


def test_of_a_table_show_says_how_much_is_recorded(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "meetings", "akcf"]) == 0
    assert "coverage of meetings" in (said := capsys.readouterr().out) and "ASEAN-ROK Cooperation Fund" in said
    assert run(["show", "meetings", "--json"]) == 0
    assert '"kind": "table"' in capsys.readouterr().out
    assert run(["show", "meetings", "-f", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("meetings,coverage,,Meetings,")
    for words in (["cite", "meetings"], ["show", "relations"]):
        assert run(words) == 1
        said = capsys.readouterr().err
        assert f"no record '{words[1]}': that is a table; `aseanrok export {words[1]}` has its rows" in said
    assert "relations" in schema.published()


def test_a_table_is_shown_beside_records_with_chosen_fields(program: Program) -> None:
    done = program("show", "meetings", "akcf", "--fields", "id")
    assert (done.returncode, done.stderr, done.stdout.split()) == (0, "", ["Id", "meetings", "akcf"])


def test_a_search_gives_all_ids_to_a_terminal_too(program: Program) -> None:
    assert screen("search", "summit", "-q").split() == program("search", "summit", "-q").stdout.split()
