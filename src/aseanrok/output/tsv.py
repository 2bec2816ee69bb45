"""TSV: a header, one record a line; tabs and line ends inside a value become blanks."""

from __future__ import annotations

from aseanrok.output import Format
from aseanrok.views import View, cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = Format(
    70,
    "tab-separated, lines end in LF; a quotation mark is a letter and encloses nothing",
    (".tsv",),
    called=("tab", "tabs"),
)


_BREAKS = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


def left_out(view: View) -> list[str]:
    """Return what is said of lines that are empty, as a row of one column without a value is."""
    if len(view.listing.columns) > 1:
        return []
    (name,) = view.listing.columns
    view.listing.rows = rows = list(view.listing.rows)  # they are read twice
    empty = sum(not cell(row.get(name)).strip() for row in rows)
    lines = "1 line is" if empty == 1 else f"{empty:,} lines are"
    return [f"{lines} empty, without {name}, and many readers skip such: -f csv keeps them"] if empty else []


def render(view: View) -> Iterator[str]:
    """Yield a header and a line for each row."""
    yield "\t".join(view.listing.columns) + "\n"
    for row in view.listing.rows:
        yield "\t".join(_one_line(cell(row.get(name))) for name in view.listing.columns) + "\n"


def _one_line(text: str) -> str:
    """Return a text without what would begin another cell or, to some reader, another line; all else is kept."""
    return text.replace("\r\n", "\n").translate(_BREAKS)
