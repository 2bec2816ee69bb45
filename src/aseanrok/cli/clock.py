"""The day it is. Nothing else asks the clock, so that an answer can be had again: SOURCE_DATE_EPOCH sets it."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


_END = 4_102_444_800
"""The first second of 2100."""


def today(environ: Mapping[str, str] = os.environ) -> str:
    """Return the day it is, as an ISO day; SOURCE_DATE_EPOCH is that day in seconds since 1970.

    What is no such number, or none of this century, is passed over: no archive and no document is of such a day.
    """
    import time

    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12 and int(epoch) < _END:
        return time.strftime("%Y-%m-%d", time.gmtime(int(epoch)))
    return time.strftime("%Y-%m-%d", time.localtime())
