"""CSV as Excel opens it: a byte order mark, so that Korean is Korean, and no cell that Excel takes for a formula."""

from __future__ import annotations

from aseanrok.output import Format
from aseanrok.output.csv_ import lines
from aseanrok.views import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = Format(
    60, "CSV as Excel opens it: with a byte order mark, and no cell it could take for a formula", ending=".csv"
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(view: View) -> Iterator[str]:
    """Yield a byte order mark, then CSV whose cells are guarded by an apostrophe where they need it."""
    yield "\ufeff"
    yield from lines(view, _guarded)


def _guarded(cell: str) -> str:
    # A negative number is a number to Excel as well; only text could be run.
    return f"'{cell}" if cell.startswith(_FORMULA) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
