"""What people call things: which record, which word of a list somebody means, and what comes near to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aseanrok import roles
from aseanrok.errors import UsageFailure
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.words import fold, squeezed

TYPE_CHECKING = False
if TYPE_CHECKING:
    pass


def names(row: Row, table: Table) -> list[str]:
    """Return everything a record answers to."""
    return [row[field] for field in table.having(roles.NAME) if row.get(field)] + list(row.get("aliases") or ())


def resolve(rows: Iterable[Row], name: str, table: Table) -> Row | None:
    """Return the row that answers to a name, whatever its case, hyphens and blanks; an id wins over another name."""
    wanted = squeezed(name)
    found = None
    for row in rows:
        if row.get("id") == name:
            return row
        if found is None and wanted and any(squeezed(known) == wanted for known in names(row, table)):
            found = row
    return found


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Return the known words closest to a misspelt one, the closest first; never more than `most`."""
    from difflib import get_close_matches  # only a slip needs it

    spelled: dict[str, str] = {}
    for word in known:
        spelled.setdefault(fold(word), word)
    wanted = fold(name)
    close = get_close_matches(wanted, spelled, most, 0.6) if wanted else []
    begun = [word for word in spelled if wanted and word.startswith(wanted) and word not in close]
    return [spelled[word] for word in [*close, *begun][:most]]


def nearest_names(value: str, tables: Iterable[tuple[Sequence[Row], Table]]) -> list[str]:
    """Return the names closest to a misspelt one, at most one for each record."""
    owners: dict[str, str] = {}
    for rows, table in tables:
        for row in rows:
            for name in names(row, table):
                owners.setdefault(name, row["id"])
    first: dict[str, str] = {}
    for name in nearest(value, owners, 6):
        first.setdefault(owners[name], name)
    return list(first.values())[:3]


def known_or_fail(what: str, value: str, rows: Sequence[Row], table: Table) -> Row:
    """Return the row that answers to a value of an option; raise UsageFailure naming the known ids."""
    if row := resolve(rows, value, table):
        return row
    close = nearest_names(value, [(rows, table)])
    raise UsageFailure(f"no {what} {value!r}{did_you_mean(close)}{known([row['id'] for row in rows])}", close)


def choice_or_fail(what: str, value: str, choices: Sequence[str]) -> str:
    """Return a choice, whatever its case; raise UsageFailure naming the known ones."""
    for choice in choices:
        if fold(choice) == fold(value):
            return choice
    close = nearest(value, choices)
    raise UsageFailure(f"no {what} {value!r}{did_you_mean(close)}{known(choices)}", close)


def fields_or_fail(wanted: str, documented: Sequence[str], table: str) -> list[str]:
    """Return the fields named in `date,title`; raise UsageFailure naming the known ones."""
    chosen = [name.strip() for name in wanted.split(",") if name.strip()]
    for name in chosen:
        if name.removeprefix("-") not in documented:
            close = nearest(name, documented)
            raise UsageFailure(f"no field {name!r} in {table}{did_you_mean(close)}{known(documented)}", close)
    if not chosen:
        raise UsageFailure(f"no field named.{known(documented)}")
    return chosen


def did_you_mean(close: Sequence[str]) -> str:
    """Return the end of an error message that offers the nearest words."""
    return f". Did you mean {' or '.join(repr(word) for word in close)}?" if close else "."


def known(words: Sequence[str]) -> str:
    """Return the end of an error message that lists what is known, where that is short."""
    return f" Known: {', '.join(words)}." if words and len(words) <= 40 else ""
