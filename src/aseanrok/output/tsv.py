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


def render(view: View) -> Iterator[str]:
    """Yield a header and a line for each row."""
    yield "\t".join(view.listing.columns) + "\n"
    for row in view.listing.rows:
        yield "\t".join(" ".join(cell(row.get(name)).split()) for name in view.listing.columns) + "\n"
