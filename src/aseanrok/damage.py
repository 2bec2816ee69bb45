"""Which file is not as it was made or installed: asked where an answer failed, for it reads them all."""

from __future__ import annotations

import os
import sys
import zlib

from aseanrok import __version__
from aseanrok.errors import InvalidData, opened, unread

PACKAGE = os.path.dirname(os.path.abspath(__file__))  # the reader of its tables, which knows it, may be what is damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


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
    for path, sum in _installed(os.path.basename(PACKAGE) + "/" + below):
        import binascii
        import hashlib

        path = os.path.join(os.path.dirname(PACKAGE), path)
        try:
            with opened(path) as file:
                digest = hashlib.sha256(file.read()).digest()
            found = binascii.b2a_base64(digest, newline=False).decode().rstrip("=").translate(_SAFE)
        except FileNotFoundError:
            found = ""
        except OSError as error:
            return unread(path, error)
        if found != sum:
            return InvalidData(f"{path} is {'damaged' if found else 'missing'}; install aseanrok again")
    return None


_SAFE = str.maketrans("+/", "-_")


def _installed(below: str) -> Iterator[tuple[str, str]]:
    """Yield each file that the record of the package names, and its sum."""
    beside, name = os.path.split(PACKAGE)
    try:
        folders = [each for each in os.listdir(beside) if each.startswith(f"{name}-") and each.endswith(".dist-info")]
        own = f"{name}-{__version__}.dist-info"  # an older one may have been left behind
        with open(os.path.join(beside, own if own in folders else folders[0], "RECORD"), encoding="utf-8") as file:
            lines = file.read().splitlines() if own in folders or len(folders) == 1 else []
    except (OSError, ValueError, IndexError):
        return
    for line in lines:
        path, _, rest = line.partition(",")
        if path.startswith(below) and rest.startswith("sha256="):
            yield path, rest.removeprefix("sha256=").partition(",")[0]


def part(error: Exception) -> InvalidData | None:
    """Return what is wrong with the file of the package that an error says is not whole; None where it says of none."""
    path = error.filename if isinstance(error, SyntaxError) else getattr(error, "path", None)
    if isinstance(error, ModuleNotFoundError):
        path = f"{os.path.join(os.path.dirname(PACKAGE), *(error.name or '').split('.'))}.py"
    if not path or not path.startswith(os.path.join(PACKAGE, "")):
        return None
    return InvalidData(f"{path} is {'damaged' if os.path.exists(path) else 'missing'}; install aseanrok again")


def loaded(error: Exception) -> InvalidData | None:
    """Return what is wrong with the compiled file that was loaded when an error came; None where none was."""
    found = error.__traceback__
    while found is not None:
        if found.tb_frame.f_code.co_name == "_compile_bytecode":  # of the interpreter's own import
            return _badly_compiled(found.tb_frame.f_locals["bytecode_path"])
        found = found.tb_next
    return None


def compiled() -> InvalidData | None:
    """Return what is wrong with the first compiled file of the package that is not what its source compiles to.

    The record of what was installed has no sum of what the interpreter makes. None where all are whole.
    """
    import marshal
    from importlib.util import cache_from_source

    for folder, _, names in os.walk(PACKAGE):
        for path in (os.path.join(folder, name) for name in names if name.endswith(".py")):
            try:
                with opened(made := cache_from_source(path)) as file:
                    content = file.read()
                with opened(path) as file:
                    meant = compile(file.read(), path, "exec", dont_inherit=True)
                about = os.stat(path)
            except (OSError, SyntaxError, ValueError):
                continue
            stamp = (int(about.st_mtime) & 0xFFFFFFFF, about.st_size)
            if content[8:16] != b"".join(each.to_bytes(4, "little") for each in stamp):
                continue  # of another source: it is made again before it is used
            try:
                is_whole = marshal.loads(content[16:]) == meant
            except Exception:  # noqa: BLE001  what is not whole may say so in any way
                is_whole = False
            if not is_whole:
                return _badly_compiled(made)
    return None


def _badly_compiled(path: str) -> InvalidData:
    return InvalidData(f"{path} is damaged; remove it, or install aseanrok again")


def library(error: Exception) -> str:
    """Return the library that an error says is missing or not whole, or nothing."""
    if isinstance(error, SyntaxError):
        path = error.filename or ""
        above = max(
            (each for each in sys.path if each and path.startswith(os.path.join(each, ""))), key=len, default=path
        )
        name = path[len(above) :].strip(os.sep).partition(os.sep)[0]
    elif isinstance(error, AttributeError):  # of a module, which lacks what it should hold
        name = getattr(error.obj, "__name__", "") if isinstance(error.obj, type(os)) else ""
    else:
        name = (error.name or "") if isinstance(error, ImportError) else ""
    name = name.partition(".")[0]  # of a module, or of a file
    return "" if name in ("", "aseanrok") or name in sys.stdlib_module_names else name


def _is_day(value: object) -> bool:
    """Say whether a value has the form of an ISO day."""
    return isinstance(value, str) and [part.isdecimal() and len(part) for part in value.split("-")] == [4, 2, 2]
