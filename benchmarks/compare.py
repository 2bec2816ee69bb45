"""Compare whole commands with their peers on the same rows, and with the targets.

    python benchmarks/compare.py                          ours, and the peers found on PATH
    python benchmarks/compare.py --peers build/peers      makes environments there first, ours and the peers' apart
    python benchmarks/compare.py --peers build/peers --out docs/performance.md

Every round runs every program once. `x` is the median of the ratios to `python -c pass` in the same round, and so are
the ratios of the targets. Nothing but the making of the environments needs the network. Needs a POSIX system.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import database
from measure import Measured, Program, ProgramFailed, interleaved, peak, run
from report import deliver, machine, number, table, unrest

PROJECT = Path(__file__).parent.parent
FRAMEWORK = "mekong"
WORDS = "cooperation fund"

HELLO = """\
import typer
def main(name: str = "world") -> None:
    print(f"Hello {name}")
typer.run(main)
"""


class Target(NamedTuple):
    """What is to be reached: a program's time over another's, or its own memory in MiB."""

    what: str
    program: str
    over: str | None  # None: memory
    most: float


PASS = "python -c pass"
OURS, SCREEN = "timeline", "timeline, terminal"
TARGETS = (
    Target("timeline, piped / `python -c pass`", OURS, PASS, 3),
    Target("timeline, terminal / `python -c pass`", SCREEN, PASS, 6),
    Target("show, piped / `python -c pass`", "show", PASS, 3.2),
    Target("search / `python -c pass`", "search", PASS, 3.5),
    Target("first screen / `python -c pass`", "first screen", PASS, 2.2),
    Target("timeline, piped / Typer hello world with one option", OURS, "Typer hello world", 0.9),
    Target("timeline, piped / sqlite-utils query, same rows", OURS, "sqlite-utils query", 0.45),
    Target("timeline, terminal / sqlite-utils --table", SCREEN, "sqlite-utils --table, terminal", 0.70),
    Target("search / sqlite-utils FTS search", "search", "sqlite-utils search", 0.48),
    Target("export JSON / sqlite-utils, same rows", "export index as JSON", "sqlite-utils rows", 0.50),
    Target("`--version` / `python -c pass`", "--version", PASS, 1.15),
    Target("completion of a command / `python -c pass`", "completion of a command", PASS, 1.25),
    Target("completion of a framework / `python -c pass`", "completion of a framework", PASS, 1.25),
    Target("`--help` / `python -c pass`", "--help", PASS, 2),
    Target("`--help` of a command / `python -c pass`", "--help of a command", PASS, 2.2),
    Target("peak memory, piped", OURS, None, 18),
    Target("peak memory, terminal", SCREEN, None, 21),
)


class Environments(NamedTuple):
    """Where the programs are: the interpreter ours runs in, and the folder of the Python peers, if there is one."""

    python: str
    peers: str | None

    @property
    def ours(self) -> str:
        """The script a user starts."""
        return os.path.join(os.path.dirname(self.python), "aseanrok")

    def find(self, name: str) -> str | None:
        """Return a peer's program, or None where it is absent."""
        return shutil.which(name, path=self.peers) if self.peers else shutil.which(name)

    def tool(self, name: str) -> str | None:
        """Return a program that is no Python, from PATH."""
        return shutil.which(name)


def environments(folder: str | None) -> Environments:
    """Return the environments; with a folder, those made in it: ours from this checkout, and the peers'."""
    if folder is None:
        return Environments(sys.executable, None)
    ours, peers = (os.path.join(os.path.abspath(folder), name) for name in ("aseanrok", "peers"))
    for where, packages in ((ours, [str(PROJECT)]), (peers, ["sqlite-utils", "csvkit", "norwegianblue"])):
        python = os.path.join(where, "bin", "python")
        if not os.path.exists(python):
            subprocess.run([sys.executable, "-m", "venv", where], check=True)
            # An old pip writes scripts that import `re` before anything else.
            subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", "pip"], check=True)
        # A folder is installed anew each time, whatever its version.
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    return Environments(os.path.join(ours, "bin", "python"), os.path.join(peers, "bin"))


class Files(NamedTuple):
    """The same rows in the forms the peers read."""

    csv: str
    json: str
    index: str
    database: str
    hello: str
    home: str


def exported(here: Environments, folder: Path) -> tuple[Files, dict[str, Any]]:
    """Write the edition's tables in every form a peer needs; return where they are, and the tables."""
    files = Files(*(str(folder / name) for name in ("timeline.csv", "timeline.json", "index.json", "x.db", "hello.py")),
                  home=str(folder / "home"))  # fmt: skip

    def ask(*words: str) -> bytes:
        return subprocess.run([here.ours, *words], check=True, capture_output=True).stdout

    tables = json.loads(ask("export", "--format", "json"))
    Path(files.csv).write_bytes(ask("timeline", "--format", "csv"))
    Path(files.json).write_bytes(ask("timeline", "--format", "json"))
    Path(files.index).write_bytes(ask("export", "index", "--format", "jsonl"))
    database.write(Path(files.database), {name: rows for name, rows in tables.items() if isinstance(rows, list)})
    Path(files.hello).write_text(HELLO, encoding="utf-8")
    # norwegianblue takes its rows from the network, or from what it fetched the same day.
    for cache in (".cache", "Library/Caches"):
        place = Path(files.home, cache, "norwegianblue")
        place.mkdir(parents=True)
        name = f"{datetime.now(UTC):%Y-%m-%d}-https-endoflife-date-api-timeline-json.json"
        rows = [
            {"cycle": row["id"], "release": row["date"], "place": row["place"] or "", "title": row["title"]}
            for row in tables["timeline"]
            if FRAMEWORK in row["frameworks"]
        ]
        (place / name).write_text(json.dumps(rows), encoding="utf-8")
    return files, tables


def own(here: Environments, files: Files) -> Iterator[Program]:
    """Yield the interpreter, the smallest Typer program, and our commands."""
    timeline = [here.ours, "timeline", "--framework", FRAMEWORK]
    completing = {"ASEANROK_COMPLETE": "1"}
    yield Program(PASS, [here.python, "-c", "pass"])
    yield Program("Typer hello world", [here.python, files.hello, "--name", "you"])
    yield Program(OURS, timeline)
    yield Program(SCREEN, timeline, terminal=True)
    yield Program("timeline --json", [*timeline, "--json"])
    yield Program("timeline --format csv", [*timeline, "--format", "csv"])
    yield Program("search", [here.ours, "search", WORDS])
    yield Program("show", [here.ours, "show", "akcf"])
    yield Program("show, terminal", [here.ours, "show", "akcf"], terminal=True)
    yield Program("export index as JSON", [here.ours, "export", "index", "--json"])
    yield Program("export everything as JSON", [here.ours, "export", "--json"])
    yield Program("first screen", [here.ours])
    yield Program("--version", [here.ours, "--version"])
    yield Program("--help", [here.ours, "--help"])
    yield Program("--help of a command", [here.ours, "timeline", "--help"])
    yield Program("completion of a command", [here.ours, "time"], environ=completing)
    yield Program("completion of a framework", [here.ours, "timeline", "--framework", "mek"], environ=completing)


def peers(here: Environments, files: Files) -> Iterator[tuple[str, Program | None]]:
    """Yield what every peer is asked, by name; None where the peer is absent."""
    like = f"select date, place, id, title, outcomes from timeline where frameworks like '%\"{FRAMEWORK}\"%'"
    every = "select * from [index]"
    pick = f'.[] | select(.frameworks | index("{FRAMEWORK}")) | [.date, .place, .id, .title] | @tsv'
    found = f"(^|; ){FRAMEWORK}(;|$)"
    phrase = (
        "select records.id, records.title from records_fts join records on records.rowid = records_fts.rowid "
        f"where records_fts match '{WORDS}'"
    )
    asked: tuple[tuple[str, str | None, Sequence[str], bool], ...] = (
        ("sqlite-utils query", here.find("sqlite-utils"), ["query", files.database, like, "--csv"], False),
        ("sqlite-utils --table, terminal", here.find("sqlite-utils"), ["query", files.database, like, "--table"], True),
        ("sqlite-utils search", here.find("sqlite-utils"), ["search", files.database, "records", WORDS], False),
        ("sqlite-utils rows", here.find("sqlite-utils"), ["rows", files.database, "index"], False),
        ("csvgrep (csvkit)", here.find("csvgrep"), ["-c", "frameworks", "-r", found, files.csv], False),
        ("jq select", here.tool("jq"), ["-r", pick, files.json], False),
        ("sqlite3 query", here.tool("sqlite3"), ["-csv", files.database, like], False),
        ("sqlite3 search", here.tool("sqlite3"), ["-csv", files.database, phrase], False),
        ("sqlite3 rows as JSON", here.tool("sqlite3"), ["-json", files.database, every], False),
        ("norwegianblue (eol)", here.find("eol"), ["timeline"], False),
        ("norwegianblue (eol), terminal", here.find("eol"), ["timeline"], True),
    )
    for name, path, words, terminal in asked:
        home = {"HOME": files.home}
        yield name, Program(name, [path, *words], terminal, home) if path else None


def check_rows(programs: Sequence[Program], tables: dict[str, Any]) -> None:
    """Raise ProgramFailed where a program that is asked for the framework's acts leaves one out."""
    wanted = {row["id"].encode() for row in tables["timeline"] if FRAMEWORK in row["frameworks"]}
    asked = ("timeline", "sqlite-utils query", "csvgrep", "jq", "sqlite3 query", "norwegianblue")
    for program in programs:
        # On a terminal a narrow column may break an id in two.
        if program.name.startswith(asked) and not program.terminal:
            output = run(program).output
            if missing := [id for id in wanted if id not in output]:
                raise ProgramFailed(f"{program.name} leaves out {len(missing)} of {len(wanted)} rows")


def written(
    taken: dict[str, Measured], absent: list[str], here: Environments, tables: dict[str, Any], *, runs: int
) -> str:
    """Return the report as Markdown."""
    edition = tables["edition"]
    rows = sum(FRAMEWORK in row["frameworks"] for row in tables["timeline"])
    versions = [text for name in ("sqlite-utils", "csvgrep", "eol") if (text := version(here.find(name)))]
    versions += [text for name in ("jq", "sqlite3") if (text := version(here.tool(name)))]
    base = taken[PASS]
    text = (
        f"aseanrok {edition['tool']}, edition {edition['version']}; {machine(here.python)}. Peers: "
        f"{', '.join(versions) or 'none'}. Medians of {runs} rounds; `timeline` is "
        f"`timeline --framework {FRAMEWORK}`, {rows} rows of {len(tables['timeline'])}.\n\n"
    )
    text += unrest([base])
    text += table(("", "measured", "to reach", "verdict"), (judged(target, taken) for target in TARGETS))
    # What needs less than the process that starts it is charged with that.
    least = peak(Program("nothing", [shutil.which("true") or "/bin/true"])) * 1.02
    measured = [
        (name, number(one.ms), number(one.over(base)), f"{one.mib:.0f}" if one.mib > least else f"< {least:.0f}")
        for name, one in taken.items()
    ]
    text += "\n" + table(("command", "ms", "x", "MiB"), [*measured, *((name, "absent", "-", "-") for name in absent)])
    return text


def judged(target: Target, taken: dict[str, Measured]) -> tuple[str, str, str, str]:
    """Return a row of the table of targets."""
    unit = "" if target.over else " MiB"
    least = f"<= {target.most:g}{unit}"
    if missing := [name for name in (target.program, target.over) if name and name not in taken]:
        return target.what, "-", least, f"not measured: {missing[0]} is absent"
    one = taken[target.program]
    value = one.over(taken[target.over]) if target.over else one.mib
    return target.what, number(value) + unit, least, "reached" if value <= target.most else "missed"


def version(path: str | None) -> str | None:
    """Return the name and version of a program, or None where it is absent."""
    if path is None:
        return None
    told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout.split()
    number_ = next((word for word in told if any(digit.isdigit() for digit in word)), "")
    name = os.path.basename(path)
    return f"{name} {number_.strip(',').removeprefix(f'{name}-')}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare whole commands with their peers, and with the targets.")
    parser.add_argument("--runs", type=int, default=25, metavar="N", help="rounds (25)")
    parser.add_argument("--peers", metavar="DIR", help="make environments in DIR: ours, and the peers'")
    parser.add_argument("--out", metavar="FILE", help="write there; between the marks of a page that has them")
    asked = parser.parse_args()
    here = environments(asked.peers)
    if not os.path.exists(here.ours):
        parser.error(f"no {here.ours}: install the project there, or name a folder with --peers")
    with TemporaryDirectory() as folder:
        files, tables = exported(here, Path(folder))
        found = dict(peers(here, files))
        programs = [*own(here, files), *(program for program in found.values() if program)]
        check_rows(programs, tables)
        taken = interleaved(programs, asked.runs)
    absent = [name for name, program in found.items() if program is None]
    deliver(written(taken, absent, here, tables, runs=asked.runs), asked.out, "compare")


if __name__ == "__main__":
    main()
