"""The file itself: the shell, with the styles, the scripts and the data in their places."""

from __future__ import annotations

import base64
import hashlib
import os
import re

from aseanrok.errors import InvalidData, opened
from aseanrok.page.columns import gathered
from aseanrok.page.packing import packed, packed_texts
from aseanrok.page.plain import plain

HERE = os.path.dirname(__file__)

PICTURES = (
    "pictures.js", "pictures_frame.js", "pictures_scales.js", "pictures_lanes.js", "pictures_timeline.js",
    "pictures_series.js", "pictures_money.js", "pictures_figures.js", "pictures_members.js",
)  # fmt: skip
STYLES = ("page.css", "pictures.css")
SCRIPTS = (
    "bzip2.js", "published.js", "archive.js", "dates.js", "elements.js", "phrases.js",
    "words.js", "signs.js", "amounts.js", "texts.js", "question.js", "dateforms.js", "within.js", "slips.js",
    "search.js", "missing.js", "premise.js", "spans.js", "passed.js", "reasons.js",
    *PICTURES,
    "sorting.js", "tables.js", "parts.js", "others.js", "force.js", "evidence.js", "citing.js", "cards.js",
    "filters.js", "find.js", "views.js", "addresses.js", "redrawing.js", "app.js",
)  # fmt: skip
"""The files of this folder that make the one style and the one script of the page, in their order."""


SHELL, BARE, BOOT = "shell.html", ("bare.css", "bare.js"), "boot.js"
"""What holds everything, the style of the plain tables and what shows them, and what unpacks the rest and uses it."""


def page(lang: str = "en") -> str:
    """Return the whole archive as one HTML file that opens in a language; the same edition gives the same bytes."""
    style, script, boot = (lean(text) for text in (_joined(STYLES), _joined(SCRIPTS), _file(BOOT)))
    bare_style, bare = (lean(_file(name)) for name in BARE)
    carried = gathered(lang)
    texts = packed_texts(carried.pop("strings"))
    data, length = packed({**carried, "style": style, "script": script})
    parts = {
        "lang": lang,
        "policy": _policy((bare_style, style), (bare, boot, script)),
        "style": bare_style,
        "bare": bare,
        "plain": plain(lang),
        "length": str(length),
        "data": data,
        "texts": texts,
        "boot": boot,
    }
    pieces = _file(SHELL).split("{{")
    filled = (parts[name] + rest for name, _, rest in (piece.partition("}}") for piece in pieces[1:]))
    return "".join((pieces[0], *filled))


def _policy(styles: tuple[str, ...], scripts: tuple[str, ...]) -> str:
    """Return what a browser may do with the page: use these styles, run these scripts, show pictures in it, no more."""
    looks, runs = (" ".join(f"'{_sum(text)}'" for text in texts) for texts in (styles, scripts))
    return (
        f"default-src 'none'; style-src {looks}; script-src {runs}; img-src data:; base-uri 'none'; form-action 'none'"
    )


def lean(text: str) -> str:
    """Return styles or scripts without their comments and indents, which stay in the files of this folder.

    Nor does a line end where the next one goes on in any case; a comment at the end of a line needs that end.
    """
    lines = map(str.strip, re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).splitlines())
    kept = (line for line in lines if line and not line.startswith("//"))
    return "".join(line if line[-1] in ",;{" and "//" not in line else f"{line}\n" for line in kept)


def _sum(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _joined(names: tuple[str, ...]) -> str:
    return "".join(_file(name) for name in names)


def _file(name: str) -> str:
    path = os.path.join(HERE, name)
    with opened(path) as file:
        content = file.read()
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise InvalidData(f"{path} is damaged; install aseanrok again") from None
