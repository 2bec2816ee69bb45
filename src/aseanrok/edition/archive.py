"""The records of a folder of data files, read on first touch."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from aseanrok.edition.complete import completed
from aseanrok.edition.load import DATA, Problem, read_all
from aseanrok.errors import InvalidData
from aseanrok.model.archive import Archive, Tables
from aseanrok.tables import RECORDS


class LazyArchive(Archive):
    """An archive that reads its files when a table is first touched.

    Raises InvalidData, naming every problem, when a file cannot be read.
    """

    def __init__(self, folder: Path = DATA) -> None:
        super().__init__({}, RECORDS)
        self._folder = folder

    @cached_property
    def tables(self) -> Tables:
        """Every table by name: table -> id -> record."""
        tables, problems = read_all(self._folder)
        if problems:
            raise InvalidData(said(problems))
        return completed(tables)


def said(problems: list[Problem]) -> str:
    """Return problems as people read them, one a line."""
    return "\n".join(str(problem) for problem in problems)
