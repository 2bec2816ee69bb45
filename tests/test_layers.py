"""Who may import whom: each room only those below it. A module nobody placed fails."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import aseanrok

ROOT = Path(aseanrok.__file__).parent

# From the top down. A room may import the rooms below it, and its own modules.
ROOMS = (
    ("__main__",),
    ("cli",),
    ("output",),
    ("cards",),
    ("views",),
    ("search",),
    ("query", "asof"),
    ("store",),
    ("edition",),
    ("model",),
    ("fold",),
    ("dates",),
    ("errors",),
    ("__init__",),
)
# Lazy on purpose: the store rebuilds a checkout's tables, and load() gives the models.
ABOVE = {("__init__", "edition")}
RICH = {"output/table.py"}
TYPER = {"cli/app.py", "__main__.py", "cli/commands/help.py"}
HEAVY = {"pydantic", "tomllib", "tomli_w"}


def modules() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if "tables" not in path.parts)


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def height(name: str) -> int:
    return next(i for i, rooms in enumerate(ROOMS) if name in rooms)


def test_every_module_stands_in_a_room() -> None:
    placed = {name for rooms in ROOMS for name in rooms}
    assert {room(path) for path in modules()} == placed


def test_each_room_imports_only_those_below_it() -> None:
    wrong = []
    for path in modules():
        here = room(path)
        for name in imported(path):
            parts = name.split(".")
            if parts[0] != "aseanrok" or len(parts) < 2:
                continue
            there = parts[1] if parts[1] in {room(other) for other in modules()} else "__init__"
            if there != here and height(there) <= height(here) and (here, there) not in ABOVE:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong


def test_heavy_libraries_stay_in_their_rooms() -> None:
    for path in modules():
        tops = {name.split(".")[0] for name in imported(path)}
        where = path.relative_to(ROOT).as_posix()
        assert "rich" not in tops or where in RICH, where
        assert "typer" not in tops or where in TYPER, where
        assert not tops & HEAVY or room(path) in ("edition", "model") or where == "output/toml_.py", where


def test_only_the_standard_library_and_the_declared_dependencies_are_imported() -> None:
    allowed = set(sys.stdlib_module_names) | {"aseanrok", "typer", "rich", "pydantic", "pydantic_core", "tomli_w"}
    assert {name.split(".")[0] for path in modules() for name in imported(path)} <= allowed


def test_nothing_prints_past_the_streams() -> None:
    printing = {
        path.relative_to(ROOT).as_posix()
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert not printing
