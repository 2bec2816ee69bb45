"""How a listing fits on a terminal: which columns stand side by side, how wide, and what stands under the label."""

from __future__ import annotations

from collections.abc import Sequence

from aseanrok import roles
from aseanrok.dates import shortened
from aseanrok.output.plain import width
from aseanrok.values import Row, Value
from aseanrok.views import STAR, Listing

NARROW = 60
"""Below this many columns a table becomes records."""

GAP = 2
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
    """Which columns stand side by side and how wide, and which fields stand under the label."""

    __slots__ = ("columns", "under", "widths")

    def __init__(self, columns: tuple[str, ...], widths: tuple[int, ...], under: tuple[str, ...]) -> None:
        self.columns = columns
        self.widths = widths
        self.under = under


def plan_of(listing: Listing, available: int) -> Plan | None:
    """Return how a listing fits, or None where only records do."""
    if available < NARROW or not listing.columns:
        return None
    label = label_of(listing)
    under = tuple(name for name in _below(listing) if label)
    # An id that was asked for by name keeps its column.
    for down in (under, *(((*under, "id"),) if not listing.chosen else ())):
        names = tuple(name for name in listing.columns if name not in down)
        if label and (widths := _fit(listing, names, available)):
            # The label reads best right after the date; chosen columns, and those around a wide one, keep their order.
            kept = listing.chosen or _wide(listing) != label
            order = names if kept else sorted(names, key=lambda name: (name != "date", name != label))
            return Plan(tuple(order), tuple(widths[names.index(name)] for name in order), down)
        if not label and (widths := _fit(listing, names, available)):
            return Plan(names, widths, ())
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


def _fit(listing: Listing, names: Sequence[str], available: int) -> tuple[int, ...] | None:
    """Return a width for each column, or None where words would have to be broken.

    Ids and dates get what they need, the other columns what they ask for up to a quarter of the screen, and the label
    what is left.
    """
    natural = [
        max([width(heading), *(width(cell_of(listing, row, name)) for row in listing.rows)])
        for name, heading in zip(names, headings_of(listing, names), strict=True)
    ]
    at = names.index(_wide(listing) or names[-1])
    under = names.index(label_of(listing) or names[at])  # the column that the rest hangs in
    below = [name for name in _below(listing) if name not in names]
    ids = [0]
    hanging = [width(item) + 2 for row in listing.rows for name in below for item in items_of(listing, row, name)]
    if "id" in listing.columns and "id" not in names:  # it hangs there as well, and is not to be broken
        ids += [width(listing.cell(row, "id")) for row in listing.rows]
    natural[under] = max([natural[under], *hanging, *ids])
    left = available - GAP * (len(names) - 1)
    if sum(natural) <= left:
        return tuple(natural)
    # Things side by side share the room; elsewhere one column says what the row is, and gets most of it.
    share = available // 4 if _wide(listing) else (available - natural[0]) // max(len(names) - 1, 1) - GAP
    widths = [
        wide if listing.has(name, roles.WHOLE) else min(wide, max(share, _LEAST))
        for name, wide in zip(names, natural, strict=True)
    ]
    widths[under] = max(widths[under], *ids)
    widths[at] = min(natural[at], left - sum(widths) + widths[at])
    return tuple(widths) if widths[at] >= min(natural[at], available // 3) else None


def headings_of(listing: Listing, names: Sequence[str]) -> list[str]:
    known = dict(zip(listing.columns, listing.headings(), strict=True))
    return [known[name] for name in names]


def items_of(listing: Listing, row: Row, name: str) -> list[str]:
    """Return what hangs under a label: each outcome by itself, any other field after its heading."""
    value = listing.table.worded(row, name, listing.lang)
    if not value:
        return []
    if listing.has(name, roles.PASSAGE):
        return [value]
    star = STAR if listing.is_disputed(row, name) else ""
    if listing.has(name, roles.ITEMS):
        return [*value[:-1], value[-1] + star]
    (title,) = headings_of(listing, (name,))
    return [f"{title}: {', '.join(value) if isinstance(value, list) else value}{star}"]


def cell_of(listing: Listing, row: Row, name: str) -> str:
    cell = listing.cell(row, name)
    if not listing.is_date(name):
        return cell
    bare = cell.removesuffix(STAR)
    return shortened(bare) + cell[len(bare) :]
