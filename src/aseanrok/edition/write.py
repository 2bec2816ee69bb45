"""Files written whole: beside their place first, then renamed, so that nobody ever reads half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from aseanrok.signals import ENDING, Signals


def replace(path: Path, text: str | bytes) -> None:
    """Write a file; keep its mode and, where it is a link, the link. Raises OSError, and then nothing has changed.

    A file that may not be written is not replaced either, though its folder would allow that, and nothing is put in
    the place of a device, a pipe or a folder.
    """
    path = path.resolve()
    refuse_irreplaceable(path)
    with Signals("SIGINT", *ENDING).hold():
        beside = _beside(path, text)
        try:
            os.replace(beside, path)
        except BaseException:
            os.unlink(beside)
            raise


def refuse_irreplaceable(path: Path) -> None:
    """Raise OSError where something stands that is no plain file, or one that is read-only, even to an administrator.

    No mode stops an administrator, who could put a file in the place of `/dev/null`.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "not a plain file", str(path))
    if path.exists() and not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def place(error: OSError, meant: Path | str) -> Path | str:
    """Return what could not be written: what an error names, or the place that was `meant` where that is not there.

    A name that is not there is that of a file beside its place.
    """
    named = error.filename2 or error.filename
    return named if named and os.path.lexists(named) else meant


def write(target: Path, files: Mapping[str, str], stamp: str | None = None) -> None:
    """Make a folder hold these files and no others; raise OSError where it cannot, and leave what was there.

    The file named `stamp` says that the others are whole: it is taken away first, and put in its place last. A full
    disk shows before the first file is replaced: by then all are written.
    """
    target.mkdir(parents=True, exist_ok=True)
    names = sorted(files, key=lambda name: name == stamp)
    beside: dict[Path, str] = {}
    with Signals("SIGINT", *ENDING).hold():
        try:
            for name in names:
                beside[target / name] = _beside(target / name, files[name])
            if stamp:
                (target / stamp).unlink(missing_ok=True)
            while beside:
                path = next(iter(beside))
                os.replace(beside[path], path)
                del beside[path]
        finally:
            for left in beside.values():
                os.unlink(left)
        for path in target.iterdir():
            if path.name not in files and (path.is_symlink() or not path.is_dir()):
                path.unlink()


def _beside(path: Path, text: str | bytes) -> str:
    """Write a text beside the file it is to become, with the mode of that file; return where."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
        os.chmod(beside, path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
    except BaseException:
        os.unlink(beside)
        raise
    return beside


def _umask() -> int:
    known = os.umask(0)
    os.umask(known)
    return known
