"""A source checkout: tables that are older than the facts or the rules they are made from are made again.

An installed package has no sources beside it; there nothing is looked at but one file's name.
"""

from __future__ import annotations

import os

from aseanrok import store
from aseanrok.errors import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = os.path.join(store.PACKAGE, "data")
STAMP = "inputs.txt"
RULES = ("model", "tables", "edition", "words", "search")
"""The rooms whose code the tables depend on, besides `dates.py`, `roles.py` and `wording.py`."""


def refresh() -> None:
    """Make the tables of a checkout again where any input of theirs has changed; raise InvalidData where one is wrong.

    What counts is what the files hold, not which is newer: a file that was put back, deleted or added counts as well.
    Where the tables cannot be written, those that are there are read.
    """
    if not _is_checkout():
        return
    stamp = os.path.join(store.PUBLISHED, STAMP)
    told = _told(stamp)
    quick = "\n".join(_looks())
    if told and told[0] == quick:
        return
    content = _digest()
    if not told or told[1] != content:
        try:
            _build()
        except OSError as error:
            if told:
                return  # what is there is older, and better than nothing
            raise Failure(f"cannot build the tables in {store.PUBLISHED}: {error.strerror}") from None
    try:
        from pathlib import Path

        from aseanrok.edition import replace

        replace(Path(stamp), f"{content}\n{quick}\n")
    except OSError:
        pass  # a checkout that cannot be written looks again at the next command


def _is_checkout() -> bool:
    """Say whether this is the project's own source tree, and not a copy of the package inside another's."""
    root = os.path.dirname(os.path.dirname(store.PACKAGE))
    try:
        with open(os.path.join(root, "pyproject.toml"), encoding="utf-8") as file:
            return 'name = "aseanrok"' in file.read(4096)
    except (OSError, UnicodeDecodeError):
        return False


def _told(stamp: str) -> tuple[str, str] | None:
    """Return how the inputs looked when the tables were made, and their digest; None where that is not known."""
    try:
        with open(stamp, encoding="utf-8") as file:
            content, _, looks = file.read().partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return looks.rstrip("\n"), content


def _inputs() -> Iterator[os.DirEntry[str]]:
    for folder, ending in ((DATA, ".toml"), *((os.path.join(store.PACKAGE, room), ".py") for room in RULES)):
        with os.scandir(folder) as entries:
            yield from sorted((entry for entry in entries if entry.name.endswith(ending)), key=lambda entry: entry.name)
    with os.scandir(store.PACKAGE) as entries:
        yield from (entry for entry in entries if entry.name in ("dates.py", "roles.py", "wording.py"))


def _looks() -> Iterator[str]:
    """Yield the name, the size and the time of every input, and of the tables, so that a lost table is noticed."""
    for entry in _inputs():
        status = entry.stat()
        yield f"{entry.path[len(store.PACKAGE) :]} {status.st_size} {status.st_mtime_ns}"
    try:
        with os.scandir(store.PUBLISHED) as entries:
            yield " ".join(sorted(entry.name for entry in entries if entry.name != STAMP))
    except OSError:
        yield "no tables"


def _digest() -> str:
    """Return one word for what all inputs hold, and for which tables there are."""
    import hashlib

    digest = hashlib.sha256()
    for entry in _inputs():
        digest.update(f"{entry.path[len(store.PACKAGE) :]}\n".encode())
        with open(entry.path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def _build() -> None:
    from pathlib import Path

    from aseanrok.edition import build

    build(Path(store.PUBLISHED))
    store.forget()
