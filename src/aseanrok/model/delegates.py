"""Who represented the Republic of Korea at a meeting, as its chairs and its sentences say."""

from __future__ import annotations

import re
from typing import Any

from aseanrok.model.archive import Archive
from aseanrok.model.column import of

_ROK = "the (?:ROK|Republic of Korea)"
_BY = re.compile(rf"(?:^|[.;:] )(?P<who>[^.;:]+?),? (?:represented|(?P<plan>was to represent)) {_ROK}\b(?! [A-Z])")
_OF = re.compile(rf"{_ROK[4:]}(?:, [^.;]+,)? was represented by (?P<who>[^.;,]+)(?P<plan>)")
_NOBODY = {
    "he", "she", "it", "they", "who", "nobody", "none", "no", "not", "neither", "nor", "is", "was", "were", "among",
}  # fmt: skip
"""With one of these words what stands before is no person: `it is not recorded who represented the ROK`."""
_BESIDE = re.compile(r", (?:who|whom|not)\b")
"""Behind these stands what else is told of somebody: `Minister Kim, who had arrived on the day before`."""
_CHAIR = " (ROK)"
_TITLES = {"President": "대통령", "Foreign Minister": "장관", "Minister": "장관"}


def _said(meeting: Any) -> str | None:
    """Return who represented the ROK: of its chairs the Korean one, or whom a sentence names; None where none does."""
    if chair := next((each for each in meeting.chairs if each.endswith(_CHAIR)), None):
        return str(chair.removesuffix(_CHAIR))
    for text in filter(None, (meeting.summary, meeting.note)):
        found = _BY.search(text) or _OF.search(text)
        who = _BESIDE.split(found["who"])[0] if found else ""
        if found and _NOBODY.isdisjoint(who.lower().split()):
            return f"{who} (announced)" if found["plan"] else who
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
