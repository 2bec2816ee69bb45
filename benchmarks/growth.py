"""How the commands grow with the archive: synthetic records through the real edition and the real commands.

    python benchmarks/growth.py
    python benchmarks/growth.py --sizes 1000,10000 --runs 5 --out docs/performance.md

The records are invented but valid: they are written as data files, checked and published as the project's own, and
read by a copy of the package that holds their tables in the place of the project's. Needs the network for nothing.
"""

from __future__ import annotations

import argparse
import compileall
import json
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import database
from measure import Measured, Program, interleaved
from report import deliver, machine, number, table, unrest

import aseanrok
from aseanrok.edition import build
from aseanrok.edition.canonical import canonical
from aseanrok.tables import RECORDS

ROWS = "40"  # what is asked for stays the same; what it is looked for in grows

FRAMEWORKS = ("asean-rok", "apt", "eas", "arf", "mekong", "bimp-eaga", "admm-plus", "asean")
COUNTRIES = ("BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "VNM", "TLS", "KOR")
TOPICS = ("Trade", "Forestry", "Health", "Energy", "Transport", "Culture", "Education", "Water", "Cyber", "Tourism")
BODIES = ("Summit", "Foreign Ministers' Meeting", "Senior Officials' Meeting", "Working Group", "Dialogue")

SCRIPT = """\
import sys
from aseanrok.__main__ import main
sys.exit(main())
"""

# What the exported database is asked: the same rows as `timeline --framework mekong -n 40` and `search`.
BY_INDEX = f"""\
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute(
    "select date, place, id, title from timeline_frameworks join timeline on timeline.rowid = row "
    "where framework = 'mekong' order by row limit {ROWS}"
):
    print(*row, sep="  ")
"""
BY_WORDS = f"""\
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute(
    "select records.id, records.title from records_fts join records on records.rowid = records_fts.rowid "
    "where records_fts match 'cooperation fund' limit {ROWS}"
):
    print(*row, sep="  ")
"""


# --- an archive of any size -----------------------------------------------------------------------------------------


def archive(size: int) -> dict[str, list[dict[str, Any]]]:
    """Return `size` invented records, table by table, as their blocks hold them."""
    countries = [
        {"id": f"country-{code.lower()}", "name": f"Land {code}", "iso2": code[:2], "iso3": code} for code in COUNTRIES
    ]
    frameworks = [{"id": id, "name": f"Framework {id}"} for id in FRAMEWORKS]
    size -= len(countries) + len(frameworks)
    share = {"sources": 25, "documents": 15, "milestones": 10, "statistics": 10, "series": 2}
    count = {name: max(1, size * part // 100) for name, part in share.items()}
    meetings = size - sum(count.values())
    each = -(-meetings // count["series"])
    made = {
        "frameworks": frameworks,
        "countries": countries,
        "series": [
            {
                "id": f"series-{n}",
                "name": f"Series {n} {BODIES[n % 5]}",
                "meeting_name": f"{_topic(n)} {BODIES[n % 5]}",
                "level": "ministerial",
                "frameworks": [_framework(n)],
            }
            for n in range(count["series"])
        ],
        "meetings": [
            {
                "id": f"meeting-{n}",
                "series": f"series-{n // each}",
                "ordinal": n % each + 1,
                "date": _day(n % each, each),
                "city": f"City {n % 97}",
                "country": COUNTRIES[n % 12],
                "mode": "in-person",
                "outcomes": [f"Agreed to begin {_topic(n + k).lower()} work {n}" for k in range(n % 3)],
            }
            for n in range(meetings)
        ],
        "documents": [
            {
                "id": f"document-{n}",
                "title": f"Joint Statement {n} on {_topic(n)}",
                "kind": "joint-statement",
                "frameworks": [_framework(n)],
                "adopted": _day(n % 500, 500),
            }
            for n in range(count["documents"])
        ],
        "milestones": [
            {
                "id": f"milestone-{n}",
                "title": f"Launch of {_topic(n)} project {n}",
                "kind": "launch",
                "date": _day(n % 300, 300)[:7],
                "frameworks": [_framework(n)],
            }
            for n in range(count["milestones"])
        ],
        "statistics": [
            {
                "id": f"statistic-{n}",
                "name": f"{_topic(n)} figure {n}",
                "value": 1000 + n,
                "unit": "USD",
                "about": _framework(n),
                "indicator": "trade",
                "frameworks": [_framework(n)],
                "period": str(1990 + n % 35),
            }
            for n in range(count["statistics"])
        ],
    }
    return {**{name: list(_finished(rows, count["sources"])) for name, rows in made.items()},
            "sources": [_source(n) for n in range(count["sources"])]}  # fmt: skip


def _finished(rows: list[dict[str, Any]], sources: int) -> Iterator[dict[str, Any]]:
    """Yield blocks with what every record has; between them the rows of a table cite every source."""
    for n, row in enumerate(rows):
        about = "the cooperation fund" if n % 100 == 7 else _topic(n).lower()
        summary = f"Record {n}: what was agreed on {about}, by whom, and what it was to lead to in the years after."
        cited = sorted({n % sources, (n + len(rows)) % sources})
        yield {**row, "summary": summary, "sources": [{"source": f"source-{m}", "at": f"page {n}"} for m in cited]}


def _source(n: int) -> dict[str, Any]:
    return {
        "id": f"source-{n}",
        "title": f"Page {n} on {_topic(n)}",
        "publisher": f"Ministry {n % 12}",
        "kind": "official",
        "language": "en",
        "url": f"https://example.org/{n}",
        "read": "2026-01-01",
    }


def _topic(n: int) -> str:
    return TOPICS[n % len(TOPICS)]


def _framework(n: int) -> str:
    return FRAMEWORKS[n % len(FRAMEWORKS)]


def _day(n: int, of: int) -> str:
    """Return the n-th of `of` days spread over the years 1990 to 2025."""
    day = n * 36 * 12 * 28 // of
    return f"{1990 + day // (12 * 28)}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}"


def write(folder: Path, size: int) -> None:
    """Write an archive as data files in their canonical form."""
    folder.mkdir()
    rows = archive(size)
    for name in RECORDS:  # a table of which nothing is invented is empty
        records = [RECORDS[name].model_validate(row) for row in rows.get(name, ())]
        (folder / f"{name}.toml").write_text(canonical(name, records), encoding="utf-8", newline="\n")
    (folder / "edition.toml").write_text('version = "2026.01"\nread = "2026-01-01"\n', encoding="utf-8")


# --- measuring ------------------------------------------------------------------------------------------------------


class Grown(NamedTuple):
    """What was measured on an archive of one size."""

    size: int
    build: float  # seconds
    tables: float  # MB on disk
    taken: dict[str, Measured]


def grown(size: int, runs: int, folder: Path) -> Grown:
    """Build an edition of `size` records in a folder and measure the commands on it."""
    write(folder / "data", size)
    package = folder / "lib" / "aseanrok"
    shutil.copytree(Path(aseanrok.__file__).parent, package, ignore=shutil.ignore_patterns("data", "published"))
    compileall.compile_dir(package, quiet=2)
    tables = package / "published"
    begun = time.perf_counter()
    build(tables, folder / "data")
    took = time.perf_counter() - begun
    names = json.loads((tables / "edition.json").read_bytes())["tables"]
    database.write(folder / "x.db", {name: json.loads((tables / f"{name}.json").read_bytes()) for name in names})
    for name, text in (("aseanrok", SCRIPT), ("by-index", BY_INDEX), ("by-words", BY_WORDS)):
        (folder / name).write_text(text, encoding="utf-8")
    taken = interleaved(programs(folder, f"document-{size // 10}"), runs)
    return Grown(size, took, sum(path.stat().st_size for path in tables.iterdir()) / 1e6, taken)


def programs(folder: Path, id: str) -> Iterator[Program]:
    """Yield what is measured on an edition."""
    environ = {"PYTHONPATH": str(folder / "lib")}
    ours = [sys.executable, str(folder / "aseanrok")]
    filtered = [*ours, "timeline", "--framework", "mekong", "-n", ROWS]
    yield Program("pass", [sys.executable, "-c", "pass"], environ=environ)
    yield Program("filter", filtered, environ=environ)
    yield Program("filter, terminal", filtered, terminal=True, environ=environ)
    yield Program("show", [*ours, "show", id], environ=environ)
    yield Program("search", [*ours, "search", "cooperation fund", "-n", ROWS], environ=environ)
    yield Program("plain", [*ours, "timeline"], environ=environ)
    yield Program("jsonl", [*ours, "timeline", "--format", "jsonl"], environ=environ)
    yield Program("table", [*ours, "timeline"], terminal=True, environ=environ)
    yield Program("export", [*ours, "export", "--json"], environ=environ)
    yield Program("by index", [sys.executable, str(folder / "by-index"), str(folder / "x.db")])
    yield Program("by words", [sys.executable, str(folder / "by-words"), str(folder / "x.db")])


LINES = (
    (f"`timeline --framework mekong -n {ROWS}`, piped: ms", lambda one: number(one.taken["filter"].ms)),
    ("the same, peak MiB", lambda one: number(one.taken["filter"].mib)),
    ("the same on a terminal: ms", lambda one: number(one.taken["filter, terminal"].ms)),
    ("`show ID`: ms", lambda one: number(one.taken["show"].ms)),
    (f"`search 'cooperation fund' -n {ROWS}`: ms", lambda one: number(one.taken["search"].ms)),
    ("`timeline`, all rows, piped: ms to the first line", lambda one: number(one.taken["plain"].first_ms)),
    ("the same, to the last", lambda one: number(one.taken["plain"].ms)),
    ("the same, peak MiB", lambda one: number(one.taken["plain"].mib)),
    ("`timeline --format jsonl`: ms to the first line", lambda one: number(one.taken["jsonl"].first_ms)),
    ("the same, to the last", lambda one: number(one.taken["jsonl"].ms)),
    ("the same, peak MiB", lambda one: number(one.taken["jsonl"].mib)),
    ("`timeline` on a terminal: ms to the first screen", lambda one: number(one.taken["table"].first_ms)),
    ("the same, to the last", lambda one: number(one.taken["table"].ms)),
    ("`export --json`: ms", lambda one: number(one.taken["export"].ms)),
    (f"SQLite, {ROWS} rows by index: ms", lambda one: number(one.taken["by index"].ms)),
    (f"SQLite, {ROWS} rows by words (FTS5): ms", lambda one: number(one.taken["by words"].ms)),
    ("`python -c pass`: ms", lambda one: number(one.taken["pass"].ms)),
    ("tables on disk: MB", lambda one: number(one.tables)),
    ("check and build of the edition: seconds", lambda one: number(one.build)),
)
"""What the report says of every size."""


def written(all_: list[Grown], runs: int) -> str:
    """Return the report as Markdown."""
    rows = [(line, *(value(one) for one in all_)) for line, value in LINES]
    text = f"aseanrok {aseanrok.__version__}; {machine(sys.executable)}. Medians of {runs} rounds.\n\n"
    text += unrest(one.taken["pass"] for one in all_)
    return text + table(("records", *(f"{one.size:,}" for one in all_)), rows)


def main() -> None:
    parser = argparse.ArgumentParser(description="How the commands grow with the archive.")
    parser.add_argument("--sizes", default="1000,10000,100000", metavar="A,B", help="numbers of records")
    parser.add_argument("--runs", type=int, default=9, metavar="N", help="rounds (9)")
    parser.add_argument("--out", metavar="FILE", help="write there; between the marks of a page that has them")
    asked = parser.parse_args()
    all_ = []
    for size in map(int, asked.sizes.split(",")):
        with TemporaryDirectory() as folder:
            all_.append(grown(size, asked.runs, Path(folder)))
    deliver(written(all_, asked.runs), asked.out, "growth")


if __name__ == "__main__":
    main()
