"""CSV as RFC 4180 has it: a header, quotes doubled, lines ended by CRLF, UTF-8 without a byte order mark."""

from __future__ import annotations

import csv
import io

from aseanrok.output import Format
from aseanrok.views import View, cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORMAT = Format(50, "RFC 4180: lines end in CRLF, UTF-8 without a byte order mark", (".csv",))


def render(view: View) -> Iterator[str]:
    """Yield a header and a line for each row; lists are joined by "; "."""
    yield from lines(view, lambda value: value)


def lines(view: View, guard: Callable[[str], str]) -> Iterator[str]:
    """Yield CSV lines, each cell passed through `guard`."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(view.listing.columns)
    for row in view.listing.rows:
        writer.writerow([guard(cell(row.get(name))) for name in view.listing.columns])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()
