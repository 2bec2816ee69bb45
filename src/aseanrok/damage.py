"""Which file is not as it was made or installed: asked where an answer failed, for it reads them all."""

from __future__ import annotations

import errno
import os
import sys
import zlib
from traceback import walk_tb

from aseanrok.errors import InvalidData, opened, unread

PACKAGE = os.path.dirname(os.path.abspath(__file__))  # the reader of its tables, which knows it, may be what is damaged


def damage(*only: str) -> InvalidData | None:
    """Return what is wrong with the first file of the edition that is not as it was made; None where all are.

    Where some are named, only those are read. Of `edition.json`, which holds the sums of all others, it sees what has
    another shape.
    """
    from aseanrok.store import PUBLISHED, damaged, edition, unreadable

    try:
        about = edition()
        if not (isinstance(about["sums"], dict) and _is_day(about["read"]) and _is_day(about.get("newest"))):
            return damaged("edition.json")
        for name, sum in ((name, about["sums"].get(name)) for name in only or about["sums"]):
            with opened(os.path.join(PUBLISHED, name)) as file:
                if zlib.crc32(file.read()) != sum:
                    return damaged(name)
    except InvalidData as failure:
        return failure
    except OSError as error:
        return unreadable(os.path.basename(error.filename or "edition.json"), error)
    return None


def broken() -> InvalidData | None:
    """Return what is wrong with the first file that is not as it was made, or installed; None where all are."""
    try:
        wrong = damage()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  a module that reads the edition is itself not whole
        wrong = None
    return wrong or changed()


def changed(below: str = "") -> InvalidData | None:
    """Return what is wrong with the first file of the package that is not as it was installed; None where all are.

    Only files whose paths in the package begin so are read. What was installed tells the record that stands beside the
    package; where there is none, as in a checkout, nothing is known.
    """
    beside, name = os.path.split(PACKAGE)
    records = [each for each in _records(beside) if each.startswith(f"{name}-")]
    version = getattr(sys.modules[__package__ or name], "__version__", "")  # it imports us, further on
    if (own := f"{name}-{version}.dist-info") in records:  # an older one may have been left behind
        records = [own]
    return _unlike(_sums(beside, records[0]), beside, f"{name}/{below}") if len(records) == 1 else None


def _unlike(sums: dict[str, str], beside: str, below: str) -> InvalidData | None:
    """Return what is wrong with the first of some files beside each other that has another sum."""
    for path, sum in sums.items():
        if not path.startswith(below):
            continue
        import binascii
        import hashlib

        path = os.path.join(beside, path)
        try:
            with opened(path) as file:
                digest = hashlib.sha256(file.read()).digest()
            found = binascii.b2a_base64(digest, newline=False).decode().rstrip("=").translate(_SAFE)
        except FileNotFoundError:
            found = ""
        except OSError as error:
            return unread(path, error)
        if found != sum:
            return _not_whole(path)
    return None


def _not_whole(path: str) -> InvalidData:
    return InvalidData(f"{path} is {'damaged' if os.path.exists(path) else 'missing'}; install aseanrok again")


_SAFE = str.maketrans("+/", "-_")


def _records(beside: str) -> list[str]:
    """Return the names of the folders that tell what was installed beside each other."""
    try:
        return [each for each in os.listdir(beside) if each.endswith(".dist-info")]
    except OSError:
        return []


def _sums(beside: str, record: str) -> dict[str, str]:
    """Return each file that a record names, and its sum."""
    try:
        with open(os.path.join(beside, record, "RECORD"), encoding="utf-8") as file:
            lines = [line.partition(",") for line in file.read().splitlines()]
    except (OSError, ValueError):
        return {}
    known = ((path, rest) for path, _, rest in lines if rest.startswith("sha256="))
    return {path: rest.removeprefix("sha256=").partition(",")[0] for path, rest in known}


def part(error: Exception) -> InvalidData | None:
    """Return what is wrong with the file of the package that an error says is not whole; None where it says of none."""
    path = _met(error) if isinstance(error, SyntaxError) else getattr(error, "path", None)
    if isinstance(error, ModuleNotFoundError):
        path = f"{os.path.join(os.path.dirname(PACKAGE), *(error.name or '').split('.'))}.py"
    if not path or not path.startswith(os.path.join(PACKAGE, "")):
        return None
    return _not_whole(path)


def _met(error: Exception) -> str:
    """Return the file in which an error was met: that could not be compiled, or that ran."""
    path = ""
    for frame, _ in walk_tb(error.__traceback__):
        if frame.f_code.co_name == "source_to_code":  # of the interpreter's own import
            path = str(frame.f_locals.get("path"))
        elif "<" not in frame.f_code.co_filename:
            path = frame.f_code.co_filename
    return (isinstance(error, SyntaxError) and error.filename) or path


def closed(error: Exception) -> InvalidData | None:
    """Return that a folder of the package may not be read, in which an import found nothing; None where it may."""
    path = os.path.join(os.path.dirname(PACKAGE), *(getattr(error, "name", None) or "").split("."))
    for folder in (path, os.path.dirname(path)):
        if folder.startswith(PACKAGE) and os.path.isdir(folder) and not os.access(folder, os.R_OK | os.X_OK):
            return InvalidData(f"{folder} cannot be read: {os.strerror(errno.EACCES)}")
    return None


def loaded(error: Exception) -> InvalidData | None:
    """Return what is wrong with the compiled file that was loaded when an error came; None where none was."""
    for frame, _ in walk_tb(error.__traceback__):
        if frame.f_code.co_name == "_compile_bytecode":  # of the interpreter's own import
            return _badly_compiled(frame.f_locals["bytecode_path"])
    return None


def compiled(below: str = PACKAGE) -> InvalidData | None:
    """Return what is wrong with the first compiled file of a folder that is not what its source compiles to.

    The record of what was installed has no sum of what the interpreter makes. None where all are whole.
    """
    from importlib.util import cache_from_source

    for folder, _, names in os.walk(below):
        for path in (os.path.join(folder, name) for name in names if name.endswith(".py")):
            if _is_compiled_otherwise(path, made := cache_from_source(path)):
                return _badly_compiled(made)
    return None


def _is_compiled_otherwise(path: str, made: str) -> bool:
    """Say whether a compiled file is of this source, as it is now, and is not what that compiles to."""
    import marshal

    try:
        with opened(made) as file:
            content = file.read()
        with opened(path) as file:
            meant = compile(file.read(), path, "exec", dont_inherit=True)
        about = os.stat(path)
    except (OSError, SyntaxError, ValueError):
        return False
    stamp = (int(about.st_mtime) & 0xFFFFFFFF, about.st_size)
    if content[8:16] != b"".join(each.to_bytes(4, "little") for each in stamp):
        return False  # of another source: it is made again before it is used
    try:
        return bool(marshal.loads(content[16:]) != meant)
    except Exception:  # noqa: BLE001  what is not whole may say so in any way
        return True


def _badly_compiled(path: str) -> InvalidData:
    return InvalidData(f"{path} is damaged; remove it, or install aseanrok again")


def library(error: Exception) -> str:
    """Return the library that an error says is missing or not whole, or in which it arose and is not; or nothing."""
    path = _met(error)
    above = max((each for each in sys.path if each and path.startswith(os.path.join(each, ""))), key=len, default=path)
    own = path[len(above) :].strip(os.sep).partition(os.sep)[0]
    name = ""
    if isinstance(error, (SyntaxError, SystemError)):  # it cannot be read, or does not fit another
        name = own
    elif isinstance(error, AttributeError) and isinstance(error.obj, type(os)):  # which lacks what it should hold
        name = getattr(error.obj, "__name__", "")
    elif isinstance(error, ImportError):
        name = error.name or ""
    if _is_library(name := name.partition(".")[0]):  # of a module, or of a file
        return name
    if not _is_library(own):
        return ""
    is_damaged = any(_unlike(_sums(above, each), above, own) for each in _records(above))
    return own.partition(".")[0] if is_damaged or compiled(os.path.join(above, own)) else ""


def _is_library(name: str) -> bool:
    return name not in ("", "aseanrok") and name not in sys.stdlib_module_names


def _is_day(value: object) -> bool:
    """Say whether a value has the form of an ISO day."""
    return isinstance(value, str) and [part.isdecimal() and len(part) for part in value.split("-")] == [4, 2, 2]
