"""Where the heavy libraries may be imported, and where nothing may be printed.

Who may import whom within the package is a contract of import-linter, in `pyproject.toml`.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import aseanrok

ROOT = Path(aseanrok.__file__).parent

RICH = {"output/_page.py"}
TYPER = {"cli/app.py", "__main__.py"}
HEAVY = {"pydantic", "pydantic_core", "tomllib", "tomli_w"}
HEAVY_ROOMS = {"edition", "model", "tables"}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


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


def test_heavy_libraries_stay_in_their_rooms() -> None:
    for path in modules():
        tops = {name.split(".")[0] for name in imported(path)}
        where = path.relative_to(ROOT).as_posix()
        assert "rich" not in tops or where in RICH, where
        assert "typer" not in tops or where in TYPER, where
        assert not tops & HEAVY or room(path) in HEAVY_ROOMS or where == "output/toml_.py", where


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
