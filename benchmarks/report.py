"""What was measured -> Markdown, printed or put into its place in a page."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Sequence

from measure import Measured

_VERSIONS = """\
import importlib.metadata as metadata, platform
libraries = [f"{name} {metadata.version(name)}" for name in ("typer", "pydantic")]
print(", ".join([f"Python {platform.python_version()}", *libraries]))
"""


def machine(python: str) -> str:
    """Return what the numbers were taken on: processor, system, Python and the libraries that decide the start."""
    versions = subprocess.run([python, "-c", _VERSIONS], check=True, capture_output=True, text=True).stdout.strip()
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; {versions}"


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.partition(":")[2].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown processor"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; the first column is words, the others are numbers."""
    cells = [list(headings), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    rule = ["-" * widths[0], *("-" * (wide - 1) + ":" for wide in widths[1:])]
    first, *rest = cells
    return "".join(_line(row, widths) for row in (first, rule, *rest))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [row[0].ljust(widths[0]), *(cell.rjust(wide) for cell, wide in zip(row[1:], widths[1:], strict=True))]
    return f"| {' | '.join(cells)} |\n"


def number(value: float) -> str:
    """Return a number with as many digits as say something: 0.45, 5.2, 13, 1,204."""
    return f"{value:.2f}" if value < 1.5 else f"{value:.1f}" if value < 20 else f"{value:,.0f}"


def unrest(idle: Iterable[Measured]) -> str:
    """Return a warning where the smallest program did not take the same time in every round; else nothing."""
    worst = max(one.spread for one in idle)
    if worst < 0.15:
        return ""
    return f"The machine was not quiet: the middle half of `python -c pass` lies {worst:.0%} of its median apart.\n\n"


def deliver(text: str, path: str | None, block: str) -> None:
    """Print a report; or put it into a file: between its own marks where the file has them, else as the whole file."""
    if path is None:
        sys.stdout.write(text)
        return
    begin, end = (f"<!-- {block}: {edge} -->" for edge in ("begin", "end"))
    page = ""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            page = file.read()
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if found and closed:
        text = f"{before}{begin}\n\n{text}\n{end}{after}"
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
