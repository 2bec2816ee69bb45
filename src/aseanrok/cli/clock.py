"""The day it is. Nothing else asks the clock, so that an answer can be had again: SOURCE_DATE_EPOCH sets it."""

from __future__ import annotations

import os

from aseanrok.errors import UsageFailure, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


_END = 4_102_444_800
"""The first second of 2100."""


def today(environ: Mapping[str, str] = os.environ) -> str:
    """Return the day it is, as an ISO day; SOURCE_DATE_EPOCH is that day in seconds since 1970.

    Raises UsageFailure where that is no such number, or none before 2100: no archive and no document is of such a day.
    """
    import time

    if epoch := environ.get("SOURCE_DATE_EPOCH", ""):
        if not (epoch.isascii() and epoch.isdigit() and len(epoch) < 12 and int(epoch) < _END):
            raise UsageFailure(f"SOURCE_DATE_EPOCH: {quoted(epoch)} is no number of seconds from 1970 to 2099")
        return time.strftime("%Y-%m-%d", time.gmtime(int(epoch)))
    return time.strftime("%Y-%m-%d", time.localtime())
