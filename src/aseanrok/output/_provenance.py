"""What leaves with the rows: the sources they rest on, the edition they are of, what was asked."""

from __future__ import annotations

from aseanrok import charts, dates, schema, store
from aseanrok.cards.called import countries_named, named
from aseanrok.values import Row
from aseanrok.views import MEANING, Listing, View
from aseanrok.wording import date, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def ids_of(listings: Iterable[Listing]) -> dict[int, list[str]]:
    """Return for each row, by its `id()`, the ids of the sources it rests on.

    A row names its sources itself; of one that does not, they are those of the record whose id it has.
    """
    found: dict[int, list[str]] = {}
    others: list[Row] = []
    for listing in listings:
        if listing.table.name == _TABLE:
            continue
        for row in listing.rows:
            named = row.get(_TABLE) or row.get("source") or []
            found[id(row)] = [named] if isinstance(named, str) else list(named)
            if not named and row.get("id"):
                others.append(row)
    cited: dict[str, list[str]] = {}
    for citation in store.rows_where("citations", "id", {row["id"] for row in others}) if others else ():
        cited.setdefault(citation["id"], []).append(citation["source"])
    for row in others:
        found[id(row)] = list(dict.fromkeys(cited.get(row["id"], ())))
    return found


_TABLE = "sources"


def sources(of_rows: Iterable[Sequence[str]]) -> list[Row]:
    """Return the sources that some ids name, in the order in which they are named first."""
    ids = dict.fromkeys(id for each in of_rows for id in each)
    known = {row["id"]: row for row in store.rows_where(_TABLE, "id", ids)} if ids else {}
    return [known[id] for id in ids if id in known]


def table_of_sources() -> schema.Table:
    """Return what is known of the table of sources."""
    return schema.table(_TABLE)


def edition(lang: str) -> str:
    """Return the edition in words: `aseanrok, edition 2026.11; sources read to 23 November 2026`."""
    about = store.edition()
    return worded("aseanrok, edition {}; sources read to {}", lang, about["version"], date(about["read"], lang))


def counted(listing: Listing) -> str:
    """Return in words how many rows a listing has."""
    count = len(list(listing.rows))
    return worded("1 row", listing.lang) if count == 1 else worded("{} rows", listing.lang, f"{count:,}")


def unrecorded(listing: Listing) -> list[tuple[str, ...]]:
    """Return the years that a chart of a listing would show as not recorded: thing, who gave or counted, '', years."""
    table, lang = listing.table, listing.lang
    rows = [row for row in listing.rows if row.get("period")]
    if not rows or not charts.holds_amounts(table):
        return []
    rows.sort(key=lambda row: dates.order(row["period"]))
    made = charts.amounts(rows, table, store.table(table.name), lambda id: _called(id, lang), lang)
    gaps = ((each, [bar.label for bar in each.bars if bar.size is None and not bar.marks]) for each in made)
    return [(each.heading, each.part, "", ", ".join(years)) for each, years in gaps if years]


def _called(id: str, lang: str) -> str:
    """Return the name of a fund, or of a country by its code."""
    (name,) = countries_named(named([id], "funds", lang), lang)
    return name


def marks(view: View, lang: str) -> list[str]:
    """Return what the marks mean that stand behind values of a view."""
    seen = (bool(view.disputed()), view.is_derived())
    return [
        f"{mark} {worded(said, lang)}" for (mark, said), is_seen in zip(MEANING.items(), seen, strict=True) if is_seen
    ]
