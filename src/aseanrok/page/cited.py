"""What a citation is worded with, so that the page copies what `aseanrok cite` prints."""

from __future__ import annotations

from aseanrok.cite.text import quoted
from aseanrok.rows import AMOUNTS
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WORDS = (
    "aseanrok, data edition {}", "read {}", "worked out", "sources differ", "sources differ on: {}",
    "worked out here: {}",
)  # fmt: skip


def wording() -> dict[str, Any]:
    """Return the fixed words by their English, in each language, and the fields that hold amounts."""
    gap = "{}"
    words = {lang: {word: worded(word, lang) for word in WORDS} | {gap: quoted(gap, lang)} for lang in ("en", "ko")}
    return {**words, "amounts": AMOUNTS}
