"""How a listing fits on a terminal: which columns stand side by side, how wide, and what stands under the label."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.dates import shortened
from aseanrok.output.plain import width
from aseanrok.values import Row, Value
from aseanrok.views import Listing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NARROW = 60
"""Below this many columns a table becomes records."""

GAP = 2
_HANGING = 40  # what hangs under a label gets at least so much
_DATE = 16  # where room is short, a range of more than this many columns goes over two lines
_LEAST = 14  # a column of text narrower than this is a column of single words


class Screen(Value):
    """What is known of a terminal."""

    __slots__ = ("boxes", "color", "unicode", "width")

    def __init__(self, width: int, color: bool, unicode: bool = True, boxes: bool = True) -> None:
        self.width = width
        self.color = color
        self.unicode = unicode
        self.boxes = boxes


class Plan(Value):
    """Which columns stand side by side and how wide, and which fields stand under the label.

    What stands under the label begins where it does and runs to the edge of the screen.
    """

    __slots__ = ("available", "columns", "under", "widths")

    def __init__(
        self, columns: tuple[str, ...], widths: tuple[int, ...], under: tuple[str, ...], available: int
    ) -> None:
        self.columns = columns
        self.widths = widths
        self.under = under
        self.available = available

    def indent(self, label: str | None) -> int:
        """Return where the column of the label begins, or nearer to the left where little room would be left of it."""
        at = self.columns.index(label) if label in self.columns else 0
        begin = sum(self.widths[:at]) + GAP * at
        return min(begin, max(0, self.available - _HANGING))


def plan_of(listing: Listing, available: int, least: int = NARROW) -> Plan | None:
    """Return how a listing fits, or None where only records do; with less room than `least`, they always do."""
    if available < least or not listing.columns:
        return None
    label = label_of(listing)
    under = tuple(name for name in _below(listing) if label)
    spare = tuple(name for name in listing.columns if label and listing.has(name, roles.SPARE))
    ways = [under, (*under, *spare)] if spare else [under]
    # An id that was asked for by name keeps its column.
    if label and not listing.chosen and "id" in listing.columns:
        ways += [(*way, "id") for way in ways]
    for down in ways:
        names = tuple(name for name in listing.columns if name not in down)
        if widths := _fit(listing, names, available, beside=down):
            return Plan(names, widths, down, available)
    return None


def is_code(item: str) -> bool:
    return len(item) == 3 and item.isupper()


def label_of(listing: Listing) -> str | None:
    return _first(listing, roles.LABEL)


def _wide(listing: Listing) -> str | None:
    """Return the column that gets what room is left."""
    return _first(listing, roles.WIDE) or _first(listing, roles.LABEL)


def _first(listing: Listing, role: str) -> str | None:
    return next((name for name in listing.columns if listing.has(name, role)), None)


_BELOW = (roles.ITEMS, roles.BELOW, roles.PASSAGE)


def _below(listing: Listing) -> list[str]:
    """Return the fields that stand under the label, where there is more room than beside it."""
    return [name for name in listing.columns if any(listing.has(name, role) for role in _BELOW)]


def _fit(listing: Listing, names: Sequence[str], available: int, beside: Sequence[str]) -> tuple[int, ...] | None:
    """Return a width for each column, or None where words would have to be broken.

    Ids and dates get what they need, the other columns what they ask for up to a quarter of the screen, and the label
    what is left. An id that hangs under the label, `beside` it where there is room, widens it but never asks for room.
    """
    headings = headings_of(listing, names)
    at = names.index(_wide(listing) or names[-1])
    left = available - GAP * (len(names) - 1)
    for broken in (False, True):
        natural = _natural(listing, names, headings, at, "id" in beside, broken=broken)
        if sum(natural) <= left:
            return tuple(natural)
    # Things side by side share the room; elsewhere one column says what the row is, and gets most of it.
    share = available // 4 if _wide(listing) else (available - natural[0]) // max(len(names) - 1, 1) - GAP
    widths = [
        wide if listing.has(name, roles.WHOLE) else min(wide, max(share, _LEAST))
        for name, wide in zip(names, natural, strict=True)
    ]
    widths[at] = min(natural[at], left - sum(widths) + widths[at])
    return tuple(widths) if widths[at] >= min(natural[at], available // 3) else None


def _natural(
    listing: Listing, names: Sequence[str], headings: Sequence[str], at: int, has_id: bool, *, broken: bool
) -> list[int]:
    """Return how wide each column would be if it had all the room; `at` is the one that gets what is left."""
    natural = [
        max([width(heading), *(_widest(cell_of(listing, row, name, broken=broken)) for row in listing.rows)])
        for name, heading in zip(names, headings, strict=True)
    ]
    if has_id:
        label = label_of(listing) or names[at]
        ids = (width(cell_of(listing, row, label)) + GAP + width(listing.cell(row, "id")) for row in listing.rows)
        natural[names.index(label)] = max([natural[names.index(label)], *ids])
    return natural


def _widest(cell: str) -> int:
    return width(cell) if "\n" not in cell else max(map(width, cell.split("\n")))


def headings_of(listing: Listing, names: Sequence[str]) -> list[str]:
    known = dict(zip(listing.columns, listing.headings(), strict=True))
    return [known[name] for name in names]


def items_of(listing: Listing, row: Row, name: str) -> list[str]:
    """Return what hangs under a label: each outcome by itself, any other field after its heading."""
    value = listing.value(row, name)
    if value in (None, "", []):
        return []
    if listing.has(name, roles.PASSAGE):
        return [value]
    mark = listing.mark(row, name)
    if listing.has(name, roles.ITEMS):
        return [*value[:-1], value[-1] + mark]
    (title,) = headings_of(listing, (name,))
    return [f"{title}: {', '.join(value) if isinstance(value, list) else value}{mark}"]


def cell_of(listing: Listing, row: Row, name: str, *, broken: bool = True) -> str:
    """Return a value as a screen shows it: a range of days shortened, a long one in two lines where it is `broken`."""
    if not listing.is_date(name):
        return listing.cell(row, name)
    when = shortened(listing.bare(row, name))
    if broken and len(when) > _DATE and "/" in when:
        when = when.replace("/", "/\n", 1)
    return when + listing.mark(row, name)
