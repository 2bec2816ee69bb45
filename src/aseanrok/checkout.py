"""A source checkout: tables that are older than the facts or the rules they are made from are made again.

An installed package has no sources beside it: it never makes tables, and never writes.
"""

from __future__ import annotations

import os

from aseanrok import store
from aseanrok.errors import CannotWrite, InvalidData, Unread, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DATA = os.path.join(store.PACKAGE, "data")
STAMP = ".inputs"
"""The file beside the tables that says what they were made from. Its ending keeps it out of the wheel."""

ROOMS = ("model", "tables", "edition", "words", "search")
MODULES = ("dates.py", "errors.py", "roles.py", "signals.py", "slices.py", "values.py", "wording.py")
"""The code the tables depend on: whatever the room `edition` imports."""


def refresh() -> str | None:
    """Make the tables of a checkout again where any input of theirs has changed; return what is to be told of it.

    What counts is what the files hold, not which is newer: a file that was put back, deleted or added counts as well.
    Where the tables cannot be written, those that are there are read, and that is told. Raises InvalidData where a
    fact is wrong or cannot be read, Unread where a part of the program cannot be; CannotWrite where there are no
    tables and none can be written.
    """
    if not is_checkout():
        return None
    lock = None
    try:
        if _stamp()[1] == _looks():
            return None
        lock = _lock()
        return _refreshed()
    except OSError as error:
        is_fact = str(error.filename).startswith(DATA)
        wrong = InvalidData if is_fact else Unread
        raise wrong(f"{error.filename} cannot be read: {error.strerror}") from None
    finally:
        if lock is not None:
            os.close(lock)


def _refreshed() -> str | None:
    looks = _looks()  # before the files are read: what is saved while they are is seen at the next command
    content = _digest()
    told, seen = _stamp()
    if seen == looks:  # another command has made them while this one waited
        return None
    from contextlib import suppress
    from pathlib import Path

    from aseanrok.edition import made
    from aseanrok.edition.write import place, replace, write

    target = Path(store.PUBLISHED)
    if told == content and _of_tables(seen) == _of_tables(looks):
        with suppress(OSError):  # the tables are right; a checkout that cannot be written reads its inputs every time
            replace(target / STAMP, f"{content}\n{looks}")
        return None
    try:
        _try_to_write()
        files = made()
        files[STAMP] = f"{content}\n{_of_inputs(looks)}{_listed({name: len(files[name].encode()) for name in files})}"
        write(target, files, STAMP)
    except OSError as error:
        why = f"{place(error, store.PUBLISHED)} cannot be written: {error.strerror or error}"
        if not os.path.exists(os.path.join(store.PUBLISHED, "version.txt")):
            raise CannotWrite(f"there are no tables yet, and {why}") from None
        changed = (
            "the facts have changed, but"
            if told not in ("", content)
            else "the tables may not be those of the facts, and"
        )
        return visible(f"{changed} {why}; read are the tables made before", kept="\u3000")
    return None


def _try_to_write() -> None:
    """Raise OSError where there is no place for the tables: known at once, and not after they were made."""
    import errno
    from tempfile import TemporaryFile

    if os.path.lexists(store.PUBLISHED) and not os.path.isdir(store.PUBLISHED):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), store.PUBLISHED)
    os.makedirs(store.PUBLISHED, exist_ok=True)
    size = 0
    with os.scandir(store.PUBLISHED) as entries:
        for entry in entries:
            if entry.name.endswith((".json", ".txt", STAMP)) and entry.is_dir(follow_symlinks=False):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), entry.path)
            size += entry.stat(follow_symlinks=False).st_size
    with TemporaryFile(dir=store.PUBLISHED) as file:
        file.write(bytes(size))


def is_checkout() -> bool:
    """Say whether this is the project's own source tree, and not a copy of the package inside another's."""
    root, source = os.path.split(os.path.dirname(store.PACKAGE))
    if source != "src" or not os.path.isfile(os.path.join(root, "hatch_build.py")):
        return False
    try:
        with open(os.path.join(root, "pyproject.toml"), encoding="utf-8", errors="replace") as file:
            lines = ["".join(line.partition("#")[0].split()).replace("'", '"') for line in file]
    except OSError:
        return False
    section = ""
    for line in lines:
        section = line if line.startswith("[") else section
        if section == "[project]" and line == 'name="aseanrok"':
            return True
    return False


def made_from() -> str:
    """Return a digest of what the tables were made from; nothing of an installed package, whose tables never change."""
    return _stamp()[0]


def _stamp() -> tuple[str, str]:
    """Return the digest of what the tables were made from, and how it looked; two empty texts where nothing says so."""
    path = os.path.join(store.PUBLISHED, STAMP)
    if not os.path.isfile(path):  # a pipe would be waited for
        return "", ""
    try:
        with open(path, encoding="utf-8") as file:
            content, _, looks = file.read().partition("\n")
    except (OSError, UnicodeDecodeError):
        return "", ""
    return content, looks


def _inputs() -> Iterator[os.DirEntry[str]]:
    for folder, ending in ((DATA, ".toml"), *((os.path.join(store.PACKAGE, room), ".py") for room in ROOMS)):
        with os.scandir(folder) as entries:
            own = (entry for entry in entries if entry.name.endswith(ending) and entry.name[0] != ".")
            yield from sorted(own, key=lambda entry: entry.name)
    with os.scandir(store.PACKAGE) as entries:
        yield from sorted((entry for entry in entries if entry.name in MODULES), key=lambda entry: entry.name)


def _looks() -> str:
    """Return the name, the size and the times of every input, and the name and the size of every table."""
    looks = []
    for entry in _inputs():
        try:
            seen = entry.stat()
        except FileNotFoundError:  # a link that leads nowhere
            seen = entry.stat(follow_symlinks=False)
        # A file put back with an older time, or saved with the time it had, was changed (`ctime`) all the same.
        looks.append(f"{entry.path[len(store.PACKAGE) :]} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns}\n")
    try:
        with os.scandir(store.PUBLISHED) as entries:
            sizes = {entry.name: entry.stat(follow_symlinks=False).st_size for entry in entries if entry.name[0] != "."}
    except (FileNotFoundError, NotADirectoryError):
        sizes = {}
    return "".join(looks) + _listed(sizes)


_TABLES = "tables:\n"


def _listed(sizes: Mapping[str, int]) -> str:
    return _TABLES + "".join(f"{name} {sizes[name]}\n" for name in sorted(sizes))


def _of_inputs(looks: str) -> str:
    return looks.partition(_TABLES)[0]


def _of_tables(looks: str) -> str:
    return looks.partition(_TABLES)[2]


def _digest() -> str:
    """Return one word for what all inputs hold."""
    import hashlib

    digest = hashlib.sha256()
    for entry in _inputs():
        content = b""
        try:
            if entry.is_file():  # a pipe would be waited for
                with open(entry.path, "rb") as file:
                    content = file.read()
        except OSError:  # the check of the facts names it
            pass
        digest.update(f"{entry.path[len(store.PACKAGE) :]}\n{len(content)}\n".encode(errors="surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def _lock() -> int | None:
    """Let one command at a time make the tables: another waits here, and then finds them made. Return what to close."""
    try:
        import fcntl

        os.makedirs(store.PUBLISHED, exist_ok=True)
        folder = os.open(store.PUBLISHED, os.O_RDONLY)
        fcntl.flock(folder, fcntl.LOCK_EX)
    except (ImportError, OSError):  # no such locks here; each file is still replaced at once
        return None
    return folder
