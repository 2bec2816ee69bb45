"""data/*.toml -> records: every problem of every file is collected, none stops the reading."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from aseanrok.errors import visible
from aseanrok.model.base import Record
from aseanrok.model.partial_date import PartialDate
from aseanrok.tables import RECORDS, block

DATA = Path(__file__).parent.parent / "data"


class Problem(NamedTuple):
    """One thing that is wrong with the facts, and where."""

    file: str
    id: str
    field: str
    problem: str

    def __str__(self) -> str:
        said = ": ".join(part for part in self if part)
        return "".join(visible(letter, kept="\t\u3000") for letter in said)  # an id may hold the end of a line


def read_table(path: Path) -> tuple[dict[str, Record], list[Problem]]:
    """Return a data file's records by id, in file order, and what is wrong with it.

    A record that is not valid, or whose id was used above it, is left out and named in the problems. A problem without
    an `id` is one of the file, whose records are then not known.
    """
    table = path.stem
    model = RECORDS[table]
    content, problems = _parsed(path)
    if problems:
        return {}, problems
    word = block(table)
    problems = [
        Problem(path.name, "", key, f"unknown; a block here begins with [[{word}]]") for key in content if key != word
    ]
    blocks = content.get(word, [])
    if not isinstance(blocks, list) or not all(isinstance(values, dict) for values in blocks):
        return {}, [*problems, Problem(path.name, "", word, f"a block here begins with [[{word}]]")]
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


def _parsed(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    """Return what a TOML file holds, and the one reason where it cannot be read."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would be waited for
            return {}, [Problem(path.name, "", "", "it is a device or a pipe; a data file is a plain file")]
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"), parse_float=Decimal), []
    except OSError as error:
        why = f"it cannot be read: {error.strerror}"
    except UnicodeDecodeError:
        why = "it is not UTF-8; save it as UTF-8"
    except tomllib.TOMLDecodeError as error:
        why = str(error)
    except RecursionError:
        why = "its brackets stand too deep in each other"
    except (ValueError, ArithmeticError):  # Python reads no whole number of more than 4,300 digits
        why = "a number in it is too long to be read"
    return {}, [Problem(path.name, "", "", why)]


def _explained(file: str, name: str, error: ValidationError) -> Iterator[Problem]:
    details = error.errors(include_url=False, include_input=False)
    # Of a list with one part that is wrong Pydantic says as well that it has none.
    wrong = {detail["loc"][:at] for detail in details for at in range(1, len(detail["loc"]))}
    for detail in details:
        if detail["type"] == "too_short" and detail["loc"] in wrong:
            continue
        field = ".".join(str(part) for part in detail["loc"])
        yield Problem(file, name, field, detail["msg"].removeprefix("Value error, "))


def read_all(folder: Path = DATA) -> tuple[dict[str, dict[str, Record]], list[Problem]]:
    """Return the records of every table (table -> id -> record), and every problem of their files."""
    try:
        names = sorted(name for name in os.listdir(folder) if name[0] != ".")  # an editor's own: .#meetings.toml
    except OSError as error:
        return {table: {} for table in RECORDS}, [Problem(str(folder), "", "", f"cannot be read: {error.strerror}")]
    tables: dict[str, dict[str, Record]] = {}
    known = {f"{table}.toml" for table in RECORDS}
    problems = [
        Problem(name, "", "", f"no such table; the files are {', '.join(sorted(known))}")
        for name in names
        if name.endswith(".toml") and name not in known | {"edition.toml"}
    ]
    for table in RECORDS:
        path = folder / f"{table}.toml"
        if path.name in names:  # a link that leads nowhere is a file that cannot be read, and no missing one
            tables[table], found = read_table(path)
            problems.extend(found)
        else:
            problems.append(Problem(path.name, "", "", "no such file; an empty one says that nothing is recorded"))
            tables[table] = {}
    return tables, problems


def read_edition(folder: Path = DATA) -> tuple[dict[str, Any], list[Problem]]:
    """Return `edition.toml` and what is wrong with it: the calendar version, the day the sources were last read, and
    the least number of records that tables and frameworks must have.
    """
    path = folder / "edition.toml"
    content, problems = _parsed(path)
    if problems:
        return {}, problems
    try:
        edition = Edition.model_validate(content)
    except ValidationError as error:
        return {}, list(_explained(path.name, "", error))
    return edition.model_dump(), []


class Edition(BaseModel):
    """What `edition.toml` holds."""

    model_config = ConfigDict(extra="forbid", strict=True)

    version: str = Field(pattern=r"^[0-9]{4}\.(0[1-9]|1[0-2])$")
    read: PartialDate
    least: dict[str, Annotated[int, Field(ge=0)]] = {}

    @field_validator("read")
    @classmethod
    def _day(cls, read: PartialDate) -> PartialDate:
        if read.precision != "day":
            raise ValueError(f"{str(read)!r} is not a day; write 2026-11-25")
        return read
