"""data/*.toml -> records: every problem of every file is collected, none stops the reading."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from aseanrok.model.base import Record
from aseanrok.model.records import TABLES, block

DATA = Path(__file__).parent.parent / "data"


class Problem(NamedTuple):
    """One thing that is wrong with the facts, and where."""

    file: str
    id: str
    field: str
    problem: str

    def __str__(self) -> str:
        return ": ".join(part for part in self if part)


def read_table(path: Path) -> tuple[dict[str, Record], list[Problem]]:
    """Return a data file's records by id, in file order, and what is wrong with it.

    A record that is not valid, or whose id was used above it, is left out and named in the problems.
    """
    table = path.stem
    model = TABLES[table]
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError:
        return {}, [Problem(path.name, "", "", "it is not UTF-8; save it as UTF-8")]
    except tomllib.TOMLDecodeError as error:
        return {}, [Problem(path.name, "", "", str(error))]
    word = block(table)
    problems = [
        Problem(path.name, key, "", f"unknown; a block here begins with [[{word}]]") for key in content if key != word
    ]
    blocks = content.get(word, [])
    if not isinstance(blocks, list) or not all(isinstance(values, dict) for values in blocks):
        return {}, [*problems, Problem(path.name, word, "", f"a block here begins with [[{word}]]")]
    records: dict[str, Record] = {}
    for number, values in enumerate(blocks, start=1):
        name = str(values.get("id", f"block {number}"))
        try:
            record = model.model_validate(values)
        except ValidationError as error:
            problems.extend(_explained(path.name, name, error))
            continue
        if record.id in records:
            problems.append(Problem(path.name, name, "id", "used by an earlier block; ids are unique"))
            continue
        records[record.id] = record
    return records, problems


def _explained(file: str, name: str, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False, include_input=False):
        field = ".".join(str(part) for part in detail["loc"])
        yield Problem(file, name, field, detail["msg"].removeprefix("Value error, "))


def read_all(folder: Path = DATA) -> tuple[dict[str, dict[str, Record]], list[Problem]]:
    """Return the records of every table (table -> id -> record), and every problem of their files."""
    tables: dict[str, dict[str, Record]] = {}
    problems: list[Problem] = []
    known = {f"{table}.toml" for table in TABLES}
    problems.extend(
        Problem(path.name, "", "", f"no such table; the files are {', '.join(sorted(known))}")
        for path in sorted(folder.glob("*.toml"))
        if path.name not in known | {"edition.toml"}
    )
    for table in TABLES:
        path = folder / f"{table}.toml"
        if path.exists():
            tables[table], found = read_table(path)
            problems.extend(found)
        else:
            tables[table] = {}
    return tables, problems


def read_edition(folder: Path = DATA) -> Mapping[str, Any]:
    """Return `edition.toml`: the calendar version, and the day the sources were last read."""
    return tomllib.loads((folder / "edition.toml").read_text(encoding="utf-8"))
