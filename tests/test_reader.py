"""The quick reader reads a line as Typer does, or leaves it to Typer."""

from __future__ import annotations

import subprocess
import sys
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aseanrok.cli.app import app, command
from aseanrok.cli.app import given as written
from aseanrok.cli.grammar import before_command, commands, merged, options_of
from aseanrok.cli.options import OPTIONS, SHARED, Takes
from aseanrok.cli.reader import parse

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=6)


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command line, mostly right: shared options, a command, its options and words in any order."""

    def some(names: tuple[str, ...]) -> list[list[str]]:
        parts = []
        for name in draw(st.lists(st.sampled_from(names), max_size=4)) if names else []:
            option = OPTIONS[name]
            flag = draw(st.sampled_from(option.written()))
            if option.takes in Takes.WITHOUT_VALUE:
                parts.append([flag])
                continue
            value = draw(st.sampled_from(["mekong", "-date", "a,b", "2019"]) | WORDS)
            attached = draw(st.booleans())
            parts.append([f"{flag}={value}"] if attached else [flag, value])
        return parts

    name = draw(st.sampled_from(list(commands())))
    words = [[word] for word in draw(st.lists(WORDS, max_size=2))]
    after = draw(st.permutations([*some(options_of(name)), *words]))
    return [*chain(*some(SHARED)), name, *chain(*after)]


def by_typer(arguments: list[str]) -> tuple[str, dict[str, Any]] | None:
    """Return what Typer reads in a line, or None where it refuses it."""
    from typer.main import get_command

    group = get_command(app)
    try:
        with group.make_context("aseanrok", list(arguments)) as root:
            shared = written({name: root.params[name] for name in SHARED})
            name, _, rest = group.resolve_command(root, [*root._protected_args, *root.args])
            with command(name).make_context(name, rest, parent=root) as own:
                return name, merged(before_command(name, shared), written(own.params))
    except Exception:  # noqa: BLE001  every refusal of Typer counts alike
        return None


@given(lines())
def test_both_ways_read_the_same(arguments: list[str]) -> None:
    straight = parse(arguments)
    if straight is not None:
        assert alike(straight) == alike(by_typer(arguments))


def alike(read: tuple[str, dict[str, Any]] | None) -> object:
    """Return what was read with its lists as tuples, as Typer hands them on or not."""
    return read and (read[0], {key: tuple(v) if isinstance(v, list) else v for key, v in read[1].items()})


@pytest.mark.parametrize(
    "line",
    [
        "timeline --framework mekong",
        "--json timeline -n 5 --sort -date",
        "timeline --framework mekong --framework apt --since=2019",
        "meetings mekong-rok-fmm --lang ko -f md",
        "show akcf mkcf --json",
        "search cooperation fund",
        "export --format json",
        "show -",
        "meetings east asia summit",
        "timeline --no-pager",
    ],
)
def test_what_people_type_goes_straight_through(line: str) -> None:
    assert parse(line.split()) is not None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "--help",
        "timeline -h",
        "timelin",
        "timeline --frame x",
        "show",
        "timeline -n",
        "-n5 timeline",
        "timeline -- x",
        "fields meetings funds",
        "timeline --json=1",
    ],
)
def test_anything_else_is_left_to_typer(line: str) -> None:
    assert parse(line.split()) is None


def test_a_plain_reading_command_does_without_typer() -> None:
    code = (
        "import sys\nfrom aseanrok.__main__ import run\n"
        "run(['timeline', '-n', '1'])\nsys.stderr.write(str('typer' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr == "False"


@pytest.mark.parametrize("before", [["-f", "ris"], ["--format=ris"], ["-fris"]])
def test_an_option_before_a_command_is_the_same_as_after_it(
    before: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    from aseanrok.__main__ import run

    assert run([*before, "cite", "asean"]) == run(["cite", "asean", *before]) == 0
    both = capsys.readouterr().out
    assert both[: len(both) // 2] == both[len(both) // 2 :] != ""
