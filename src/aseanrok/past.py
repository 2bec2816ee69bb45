"""Reads the facts of the editions before this one, as they were kept: a file each."""

from __future__ import annotations

import os

from aseanrok import store
from aseanrok.errors import InvalidData, opened, unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

EDITIONS = os.path.join(store.PACKAGE, "editions")
ENDING = ".json.gz"


def editions() -> list[str]:
    """Return the editions of which there are facts, oldest first; the last is the one whose tables are here."""
    newest: str = store.edition()["version"]
    kept = sorted(name.removesuffix(ENDING) for name in os.listdir(EDITIONS) if name.endswith(ENDING))
    return [*(each for each in kept if each != newest), newest]


def digest(version: str) -> dict[str, Any]:
    """Return the facts of an edition before this one: `version`, `tables`, `former`, `without_ids`, `whole`."""
    import json
    import zlib

    path = _path(version)
    try:
        with opened(path) as file:
            content: dict[str, Any] = json.loads(zlib.decompress(file.read(), wbits=31))
        whole = all(isinstance(content[name], dict) for name in ("tables", "former")) and "without_ids" in content
        whole = whole and content["version"] == version
    except OSError as error:
        raise unread(path, error, "is damaged ({})") from None
    except (ValueError, KeyError, TypeError, RecursionError, zlib.error):
        whole = False
    if not whole:
        raise damaged(version)
    return content


def damaged(*versions: str) -> InvalidData:
    """Return what to say of the facts of an edition, or of one of several, that are not as they were made."""
    return InvalidData(f"{' or '.join(map(_path, versions))} is damaged; install aseanrok again")


def _path(version: str) -> str:
    return os.path.join(EDITIONS, f"{version}{ENDING}")
