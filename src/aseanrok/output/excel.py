"""CSV as Excel opens it: a byte order mark, so that Korean is Korean, and no cell that Excel takes for a formula."""

from __future__ import annotations

from aseanrok.output import Format
from aseanrok.output._cells import refuse_long
from aseanrok.output.csv_ import lines
from aseanrok.views import View, cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = Format(
    60, "CSV as Excel opens it: with a byte order mark, and no cell it could take for a formula", ending=".csv"
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def left_out(view: View) -> list[str]:
    """Return nothing; raise UsageFailure where a cell is too long for Excel, which would cut it."""
    view.listing.rows = rows = list(view.listing.rows)  # they are read twice
    for name in view.listing.columns:
        for row in rows:
            refuse_long(_guarded(cell(row.get(name))), row, name, "excel")
    return []


def render(view: View) -> Iterator[str]:
    """Yield a byte order mark, then CSV whose cells are guarded by an apostrophe where they need it."""
    yield "\ufeff"
    yield from lines(view, _guarded)


def _guarded(text: str) -> str:
    # A negative number is a number to Excel as well; only text could be run.
    return f"'{text}" if text.startswith(_FORMULA) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
