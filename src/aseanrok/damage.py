"""Which file of the package is not as it was made: asked where an answer failed, for it reads every one of them."""

from __future__ import annotations

import os
import zlib

from aseanrok.errors import InvalidData, opened
from aseanrok.store import PUBLISHED, damaged, edition, unreadable


def damage(*only: str) -> InvalidData | None:
    """Return what is wrong with the first file of the edition that is not as it was made; None where all are.

    Where some are named, only those are read. Of `edition.json`, which holds the sums of all others, it sees what has
    another shape.
    """
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


def _is_day(value: object) -> bool:
    """Say whether a value has the form of an ISO day."""
    return isinstance(value, str) and [part.isdecimal() and len(part) for part in value.split("-")] == [4, 2, 2]
