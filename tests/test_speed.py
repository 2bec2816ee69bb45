"""What a command costs, in things that can be counted: modules imported, files opened, patterns compiled.

No milliseconds here: those are in `benchmarks/`, run by people on quiet machines. What is counted is the same
everywhere, and a guard that fails names what came in. Every command is run in an interpreter of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

import pytest

import aseanrok
from aseanrok import page, past, schema, store
from aseanrok.checkout import STAMP
from aseanrok.cli.answer import module
from aseanrok.cli.grammar import Count, commands
from aseanrok.output import format_of, names, renderer
from conftest import CLEAN, LIBRARIES

PACKAGE = str(Path(aseanrok.__file__).parent)

# Tells what one command line imported and opened. It imports nothing before the command that could count as its own.
COUNTER = """\
import sys
before = set(sys.modules)
opened = []
sys.addaudithook(lambda event, values: opened.append(values[0]) if event == "open" else None)
from aseanrok.__main__ import run
code = run(sys.argv[2:])
found = {"code": code, "modules": sorted(set(sys.modules) - before), "opened": [x for x in opened if type(x) is str]}
import json
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(found, file)
"""

# Tells which modules compiled a pattern: [the module, whether while it was imported].
PATTERNS = """\
import json, re, sys
compiled = []
compile_ = re._compiler.compile
def watched(pattern, flags=0):
    by, importing, frame = None, False, sys._getframe(1)
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        by = by or (None if name.partition(".")[0] == "re" else name)
        importing = importing or (frame.f_code.co_name == "<module>" and name != "__main__")
        frame = frame.f_back
    compiled.append([by, importing])
    return compile_(pattern, flags)
re._compiler.compile = watched
from aseanrok.__main__ import run
run(sys.argv[2:])
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(compiled, file)
"""

# Tells which files were read from beginning to end.
WHOLE = """\
import json, sys
from aseanrok import store
from aseanrok.__main__ import run
run(sys.argv[2:])
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(sorted(store._files), file)
"""

# Tells which tables were parsed whole.
PARSED = WHOLE.replace("store._files", "store._read")

EXAMPLES = {
    "search": ("cooperation",), "show": ("akcf",), "completion": ("bash",), "open": ("akcf",),
    "compare": ("apt", "eas"), "cite": ("akcf",),
    "brief": ("akcf",),
}  # fmt: skip
"""Words for the commands that need some."""

EDITION = ("check", "new")
"""The commands that read the facts themselves, and pay for Pydantic and TOML."""

MODES = {"piped": (), "json": ("--json",), "csv": ("--format", "csv")}

# Each costs more than a command's own work: 70 ms for Pydantic, 45 for Typer, 14 for tomllib and for the package's
# metadata, 3 to 20 for every other. `aseanrok.edition`, `aseanrok.model` and `aseanrok.tables` bring the first two in.
FORBIDDEN = {
    "pydantic", "pydantic_core", "aseanrok.edition", "aseanrok.model", "aseanrok.tables", "tomllib", "tomli_w",
    "typer", "rich", "importlib.metadata", "importlib.resources", "dataclasses", "inspect", "decimal",
    "argparse", "asyncio", "concurrent", "difflib", "email", "http", "locale", "logging", "multiprocessing", "pathlib",
    "platform", "shutil", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "unittest", "urllib", "uuid", "xml",
    "zipfile",
}  # fmt: skip

NEEDED = {
    # Rich itself imports the others, the last two up to 14.3 alone.
    "table": {"rich", "dataclasses", "inspect", "decimal", "logging", "platform"},
    "toml": {"tomli_w", "decimal"},
    "sqlite": {"sqlite3"},
}
"""What a format cannot be written without."""

CARD = (
    "index", "fields", "contributions", "holders", "members", "statistics", "relations", "citations", "conflicts",
    "statements", "frameworks", "sources",
)  # fmt: skip
"""The tables that belong to a record whatever its own is."""


GRAMMAR = "commands.txt"
"""The commands of the tables, a line each: what every command line is read with."""

PLACES = "rows.txt"
"""Where in the tables the rows stand that hold an id: whoever looks for a row looks there first."""

SEARCH = ("starts", "stems", "keys", "facts", "text", "things")
"""The columns of the index: where a record begins, its words, what things are called, what a hit is shown with,
and the names that texts mention."""


OTHERS = {
    "next": ("meetings", "series", "edition", "holders", "members"),  # who chairs in the year, where it takes part
    "anniversaries": ("timeline",), "offices": ("holders", "offices"),
    "open": ("index", "funds"), "cite": ("index", "funds", "citations", "sources", "edition"),
    "brief": (
        "citations", "conflicts", "contributions", "countries", "documents", "edition", "frameworks", "funds",
        "meetings", "projects", "relations", "series", "sources", "statements", "statistics",
    ),
}  # fmt: skip
"""The tables of commands that answer from another table than their own."""


NAMED = ("documents", "entries", "projects")
"""The tables of what a card names and says more of than its name."""


def tables(command: str) -> set[str]:
    """Return the files a command needs: its own table, as a rule, and the description of the fields."""
    if command in ("completion", "help"):
        return set()
    if command in ("fields", "schema"):
        return {"fields.json"}
    if command == "search":
        return {*(f"search-{name}.txt" for name in SEARCH), "search-names.json", "fields.json"}
    if command == "show":  # all that belongs to one record; of what it names since when it is in force, or how much
        return {f"{name}.json" for name in ("edition", "funds", *NAMED, *CARD)}  # the edition says what day was read
    if command == "export":
        return {f"{name}.json" for name in ("edition", "fields", *schema.published())}
    if command == "page":  # everything there is, the words of the search, and what the page itself is made of
        published = {f"{name}.json" for name in ("edition", "fields", *schema.published())}
        made = (*page.BARE, page.BOOT, page.SHELL, *page.SCRIPTS, *page.STYLES)
        return {
            *published,
            "search-names.json",
            "search-texts.json",
            *(f"../page/{name}" for name in made),
        }
    if command == "compare":  # two cards, and what is asked first of a framework: its meetings, texts, funds
        listed = [table.name for table in schema.tables() if table.on_framework]
        return {f"{name}.json" for name in ("meetings", "timeline", "edition", "entries", *listed, *CARD)}
    if command == "changes":  # every fact, and those of the edition before
        told = {f"{table.name}.json" for table in schema.tables() if table.has_records or table.belongs}
        return {*told, "index.json", "edition.json", "fields.json", f"../editions/{past.editions()[-2]}.json.gz"}
    if command in OTHERS:
        return {f"{name}.json" for name in OTHERS[command]} | (set() if command == "open" else {"fields.json"})
    return {f"{command}.json", "fields.json"}


class Counted(NamedTuple):
    """What one command line did."""

    code: int
    modules: frozenset[str]
    read: frozenset[str]  # files of the package that are not code

    def among(self, names: set[str]) -> set[str]:
        """Return the modules that are, or are part of, those named."""
        return {module for module in self.modules for name in names if f"{module}.".startswith(f"{name}.")}


@cache
def counted(*arguments: str, completing: bool = False) -> Counted:
    """Run a command line and count. The same one is run once in a session."""
    found = told(COUNTER, *arguments, completing=completing)
    inside = [path for path in found["opened"] if path.startswith(PACKAGE) and not path.endswith(".py")]
    # The first run after a change writes byte code as well; whether anything has changed only a checkout asks.
    read = {os.path.relpath(path, store.PUBLISHED) for path in inside if "__pycache__" not in path} - {STAMP, PLACES}
    return Counted(found["code"], frozenset(found["modules"]), frozenset(read))


def told(script: str, *arguments: str, completing: bool = False) -> Any:
    """Run a script with a place to write, and the arguments of a command line; return what it wrote."""
    environ = {name: os.environ[name] for name in (CLEAN | {"PYTHONPATH"}) & set(os.environ)}
    if completing:
        environ["ASEANROK_COMPLETE"] = "1"
    with NamedTemporaryFile() as report:
        done = subprocess.run(
            [sys.executable, "-c", script, report.name, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environ,
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(report.read())


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    """Have the tables built before anything is counted: building them imports Pydantic."""
    assert told(COUNTER, "timeline")["code"] == 0


def line(command: str, mode: str = "piped") -> tuple[str, ...]:
    """Return the command line that stands for a command."""
    argument = commands()[command].argument
    if argument and argument.count == Count.SOME:
        assert command in EXAMPLES, f"{command} wants a word; give it one in EXAMPLES"
    return (command, *EXAMPLES.get(command, ()), *MODES[mode])


READING = [name for name in commands() if name not in EDITION]
LISTING = [name for name in READING if commands()[name].rows]


# --- modules ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("command", LISTING)
def test_a_reading_command_imports_none_of_the_expensive_modules(command: str, mode: str) -> None:
    done = counted(*line(command, mode))
    assert done.code == 0
    assert not done.among(FORBIDDEN)


@pytest.mark.parametrize("arguments", ["timeline --framework mekong", "search fund", "show akcf"])
def test_what_is_read_as_plain_text_needs_no_patterns(arguments: str) -> None:
    # `re` brings `enum`, `json` brings `re`, the types of `collections.abc` bring `collections`, and `importlib` brings
    # `warnings`: together a third of the time of a listing.
    heavy = {"re", "json", "enum", "collections", "functools", "importlib", "warnings", "typing"}
    assert not counted(*arguments.split()).among(heavy)


@pytest.mark.parametrize("format_", names())
def test_a_format_imports_what_it_is_written_with_and_no_more(format_: str) -> None:
    if (library := LIBRARIES.get(format_)) and not find_spec(library):
        pytest.skip(f"{library} is not installed")
    done = counted("timeline", "--framework", "mekong", "--format", format_)
    assert done.code == 0
    # What a library of its own imports is not ours to say.
    ours = {"aseanrok.edition", "aseanrok.model", "aseanrok.tables", "pydantic", "typer", "rich", "tomllib"}
    assert not done.among(ours if format_of(format_).extra else FORBIDDEN - NEEDED.get(format_, set()))
    # excel is csv guarded, jsonl is json by lines, and all share the words of `plain`.
    assert renderer(format_).__module__ in done.modules


@pytest.mark.parametrize("command", ["timeline", "show"])
def test_a_terminal_imports_of_rich_what_it_draws_with(command: str) -> None:
    done = counted(*line(command), "--format", "table", "--color", "always")
    assert "rich.console" in done.modules
    if command == "timeline":  # whose columns are laid out here
        brings = "import sys, rich.color, rich.console, rich.text; print('rich.table' in sys.modules)"
        brought = subprocess.run([sys.executable, "-c", brings], capture_output=True, text=True).stdout
        assert str("rich.table" in done.modules) == brought.strip(), "Rich 14.3 imports its tables itself"
    assert not done.among({"rich.markdown", "rich.syntax", "rich.traceback", "rich.progress", "rich.live", "pygments"})


@pytest.mark.parametrize("command", READING)
def test_of_the_commands_only_the_one_that_runs_is_imported(command: str) -> None:
    run = {name for name in counted(*line(command)).modules if name.startswith("aseanrok.cli.commands.")}
    assert run == {module(command).__name__}


def test_help_imports_no_command_and_reads_no_table() -> None:
    done = counted("--help")
    assert done.code == 0
    assert not [name for name in done.modules if name.startswith("aseanrok.cli.commands.")]
    facts = {"aseanrok.edition", "aseanrok.model", "aseanrok.tables"}
    assert not done.among(FORBIDDEN | facts | {"re", "typing", "enum"})
    assert done.read == {GRAMMAR}
    assert counted("timeline", "--help").read == {GRAMMAR, "fields.json"}
    assert not counted("timeline", "--help").among(FORBIDDEN)


def test_version_and_completion_answer_before_anything_is_imported() -> None:
    # `typing`, `re` and `json` would each take longer than the answer.
    rooms = {"aseanrok.names", "aseanrok.rows", "aseanrok.views"}
    heavy = FORBIDDEN | rooms | {"typing", "re", "json", "collections", "enum"}
    for done in (
        counted("--version"),
        counted("tim", completing=True),
        counted("timeline", "--fra", completing=True),
        counted("timeline", "--framework", "mek", completing=True),
        counted("show", "akc", completing=True),
    ):
        assert done.code == 0
        assert not done.among(heavy)


# A ceiling is what was counted in November 2026 on Python 3.11 to 3.13, and four more for the next Python. Lower it
# when the count falls. Raise it only for a module that does work every such command needs; say here which and why.
CEILINGS = {
    "version": (13, ("--version",), False),
    "completion of a command": (16, ("tim",), True),
    "completion of an id": (16, ("show", "akc"), True),
    "listing": (39, ("timeline", "--framework", "mekong"), False),
    "filtered by date": (57, ("timeline", "--since", "2019"), False),
    "search": (51, ("search", "cooperation"), False),  # the words, the names and the ranking are modules of their own
    # `glance` says how a thing stands, `short` cuts what is long, and the fixed words of cards stand apart so that they
    # can be said in Korean: three modules beside the parts they are about.
    "card": (48, ("show", "akcf"), False),
    # Rows are found by `slices` and read by `jsontext`, which spare all others the package that writes JSON.
    "json": (60, ("timeline", "--json"), False),
    "csv": (59, ("timeline", "--format", "csv"), False),
    "export": (59, ("export", "--json"), False),
    # 100 of them are Rich and what it imports, with Rich 14.3 logging and platform for its console. Of our own,
    # `_layout` fits a table to the screen and `_page` draws; `forms` is for a format that was named.
    "terminal": (178, ("timeline", "--format", "table"), False),
    "help": (26, ("--help",), False),
}


@pytest.mark.parametrize("kind", CEILINGS)
def test_no_more_modules_than_the_ceiling(kind: str) -> None:
    most, arguments, completing = CEILINGS[kind]
    done = counted(*arguments, completing=completing)
    assert done.code == 0
    assert len(done.modules) <= most, sorted(done.modules)


# --- files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", READING)
def test_a_command_reads_only_the_tables_it_needs(command: str) -> None:
    assert counted(*line(command)).read == {GRAMMAR, *tables(command)}


def test_a_filter_by_name_reads_the_table_that_knows_the_name() -> None:
    own = {GRAMMAR, "timeline.json", "fields.json"}
    assert counted("timeline", "--framework", "mekong").read == own | {"frameworks.json"}
    assert counted("timeline", "--country", "Laos").read == own | {"countries.json"}
    assert counted("timeline", "--since", "2019", "--place", "Seoul").read == own | {"countries.json", "places.json"}
    index = {*(f"search-{name}.txt" for name in SEARCH), "search-names.json"}
    assert counted("timeline", "--match", "fund").read == own | index


LINES = ["show akcf", "show mekong-rok-summit-1", "search cooperation", "meetings mekong-rok-fmm"]


@pytest.mark.parametrize("arguments", LINES)
def test_of_the_tables_a_command_reads_the_rows_it_needs(arguments: str) -> None:
    # A card asks of every table whether rows of it belong to the record.
    assert set(told(WHOLE, *arguments.split())) <= {GRAMMAR, "fields.json", "search-names.json", "edition.json"}


def test_of_a_listing_only_the_rows_of_the_framework_are_parsed() -> None:
    # `_read` holds the tables that were parsed from beginning to end.
    assert "timeline" not in told(PARSED, "timeline", "--framework", "mekong")
    assert "timeline" in told(PARSED, "timeline", "--since", "2019")


def test_one_table_is_exported_without_reading_the_others() -> None:
    needed = {GRAMMAR, "edition.json", "fields.json", "timeline.json"}
    assert counted("export", "timeline", "--json").read == needed


def test_version_and_completion_read_a_line_of_text_at_most() -> None:
    assert counted("--version").read == {"version.txt"}
    assert counted("tim", completing=True).read == {GRAMMAR}
    assert counted("show", "akc", completing=True).read == {GRAMMAR, "ids.txt"}
    assert counted("timeline", "--framework", "mek", completing=True).read == {GRAMMAR, "ids.txt"}


# --- patterns --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", ["timeline", "timeline --framework mekong -f csv", "search fund", "show akcf"])
def test_no_pattern_is_compiled_but_those_of_json(arguments: str) -> None:
    assert {by for by, _ in told(PATTERNS, *arguments.split())} <= {"json.scanner", "json.decoder", "json.encoder"}


def test_the_pattern_of_a_date_is_compiled_when_a_date_is_given() -> None:
    def own(*arguments: str) -> list[list[object]]:
        return [found for found in told(PATTERNS, *arguments) if found[0].startswith("aseanrok")]

    assert own("timeline", "-f", "table") == []
    assert own("timeline", "--since", "2019") == [["aseanrok.dates", False]]
