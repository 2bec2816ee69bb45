"""Who represented the Republic of Korea at a meeting, as its chairs and its sentences say."""

from __future__ import annotations

import re
from typing import Any

from aseanrok.model.archive import Archive
from aseanrok.model.column import of

_ROK = "the (?:ROK|Republic of Korea)"
_BY = re.compile(rf"(?:^|[.;:] )([^.;:]+?),? (represented|was to represent) {_ROK}\b")
_OF = re.compile(rf"{_ROK[4:]}(?:, [^.;]+,)? was represented by ([^.;,]+)")
_CHAIR = " (ROK)"
_TITLES = {"President": "대통령", "Foreign Minister": "장관", "Minister": "장관"}


def _said(meeting: Any) -> str | None:
    """Return who represented the ROK: of its chairs the Korean one, or whom a sentence names; None where none does."""
    if chair := next((each for each in meeting.chairs if each.endswith(_CHAIR)), None):
        return str(chair.removesuffix(_CHAIR))
    for text in filter(None, (meeting.summary, meeting.note)):
        if found := _BY.search(text):
            return found[1] if found[2] == "represented" else f"{found[1]} (announced)"
        if found := _OF.search(text):
            return found[1]
    return None


def _said_ko(meeting: Any, archive: Archive) -> str | None:
    """Return the same in Korean, where the person held an office that is recorded with the Korean name."""
    said = _said(meeting)
    for holder in archive.holders.values() if said else ():
        if holder.name_ko and said and said.endswith(holder.name):
            title = said.removesuffix(holder.name).strip()
            if not title or title in _TITLES:
                return " ".join(filter(None, (holder.name_ko, _TITLES.get(title))))
    return None


FOR_ROK = of(
    "for_rok", "text", "Who represented the Republic of Korea, as its chairs or its summary say.", "한국 대표",
    lambda meeting, _: _said(meeting), heading="For the ROK", tier=None, roles=("spare",),
)  # fmt: skip
FOR_ROK_KO = of(
    "for_rok_ko", "text", "The same in Korean, where the name is known.", "한국 대표(한국어)", _said_ko,
    heading="For the ROK, in Korean", card="none", tier=None,
)  # fmt: skip
