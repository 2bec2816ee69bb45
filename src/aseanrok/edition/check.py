"""Runs the rules of the data, and says whether a file is in its canonical form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from inspect import isfunction, signature
from pathlib import Path
from typing import Any

from aseanrok.edition import rules
from aseanrok.edition.canonical import MARK, canonical, lost_comments
from aseanrok.edition.load import Problem
from aseanrok.model.archive import Archive
from aseanrok.model.base import Record

RULES: dict[str, rules.Rule] = {
    name: known
    for name, known in vars(rules).items()
    if isfunction(known) and known.__module__ == rules.__name__ and not name.startswith("_")
}
"""Every rule by its name, in the order in which they are told."""


def problems(archive: Archive, edition: Mapping[str, Any], unread: Collection[str] = ()) -> list[Problem]:
    """Return every problem between the records of an archive; `edition` is empty where its file cannot be read.

    `unread` are the ids of blocks that are no records yet, as each of them has a problem of its own. What only follows
    from their absence is no problem.
    """
    found: list[Problem] = []
    for rule in RULES.values():
        of_edition = "edition" in signature(rule).parameters
        if not (unread and rule in rules.WAITING) and (edition or not of_edition):
            found.extend(rule(archive, edition) if of_edition else rule(archive))
    return [problem for problem in found if not any(repr(id) in problem.problem for id in unread)]


def form(folder: Path, table: str, records: Mapping[str, Record]) -> Iterator[Problem]:
    """Yield a problem where a data file is not written in its canonical form, or holds a comment."""
    path = folder / f"{table}.toml"
    if path.exists() and (text := path.read_text(encoding="utf-8")) != canonical(table, records.values()):
        comments = list(lost_comments(table, text))
        yield from (Problem(path.name, "", f"line {line}", COMMENT) for line in comments)
        if not comments:
            what = "it begins with a byte order mark" if text.startswith(MARK) else "not in canonical form"
            yield Problem(path.name, "", "", f"{what}; `aseanrok check --fix` rewrites it")


COMMENT = "the comment would be lost when the file is rewritten; move it into `note` of its record"
