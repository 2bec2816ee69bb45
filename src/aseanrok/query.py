"""Pure functions over rows: resolve a name, filter, sort, choose fields. No files, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from aseanrok import dates
from aseanrok.errors import UsageFailure
from aseanrok.fold import fold, squeezed

Row = dict[str, Any]

NAMES = ("id", "name", "title", "term", "abbreviation", "name_ko", "title_ko", "official_name", "short_name",
         "iso2", "iso3")  # fmt: skip
"""The fields by which a person may call a record, besides its aliases."""

WHEN = ("date", "period", "established", "announced", "joined", "agreed", "published")
"""The field that dates a row: the first of these it has."""

KIND = ("kind", "level", "sector", "indicator", "role")
"""The field `--kind` asks about: the first of these a row has."""


def names(row: Row) -> list[str]:
    """Return everything a record answers to."""
    return [row[field] for field in NAMES if row.get(field)] + list(row.get("aliases") or ())


def resolve(rows: Iterable[Row], name: str) -> Row | None:
    """Return the row that answers to a name, whatever its case, hyphens and blanks; an id wins over another name."""
    wanted = squeezed(name)
    found = None
    for row in rows:
        if row.get("id") == name:
            return row
        if found is None and wanted and any(squeezed(known) == wanted for known in names(row)):
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


def known_or_fail(what: str, value: str, rows: Sequence[Row]) -> Row:
    """Return the row that answers to a value of an option; raise UsageFailure naming the known ids."""
    if row := resolve(rows, value):
        return row
    close = nearest_names(value, rows)
    raise UsageFailure(f"no {what} {value!r}{did_you_mean(close)}{known([row['id'] for row in rows])}", close)


def nearest_names(value: str, rows: Sequence[Row]) -> list[str]:
    """Return the names closest to a misspelt one, at most one for each record."""
    owners: dict[str, str] = {}
    for row in rows:
        for name in names(row):
            owners.setdefault(name, row["id"])
    first: dict[str, str] = {}
    for name in nearest(value, owners, 6):
        first.setdefault(owners[name], name)
    return list(first.values())[:3]


def choice_or_fail(what: str, value: str, choices: Sequence[str]) -> str:
    """Return a choice, whatever its case; raise UsageFailure naming the known ones."""
    for choice in choices:
        if fold(choice) == fold(value):
            return choice
    close = nearest(value, choices)
    raise UsageFailure(f"no {what} {value!r}{did_you_mean(close)}{known(choices)}", close)


def did_you_mean(close: Sequence[str]) -> str:
    """Return the end of an error message that offers the nearest words."""
    return f". Did you mean {' or '.join(repr(word) for word in close)}?" if close else "."


def known(words: Sequence[str]) -> str:
    """Return the end of an error message that lists what is known, where that is short."""
    return f" Known: {', '.join(words)}." if words and len(words) <= 40 else ""


def date_or_fail(what: str, value: str) -> str:
    """Return a date somebody typed; raise UsageFailure saying how one is written."""
    try:
        return dates.check(value.strip())
    except ValueError as error:
        raise UsageFailure(f"{what}: {error}") from None


def dated(row: Row) -> str | None:
    """Return the date a row is filtered and sorted by, as EDTF."""
    return _first(row, WHEN)


def kind(row: Row) -> str | None:
    """Return what kind of thing a row is."""
    return _first(row, KIND)


def _first(row: Row, fields: Sequence[str]) -> str | None:
    """Return the value of the first of these fields that a row has."""
    return next((row[field] for field in fields if field in row), None)


def disputes(marked: Sequence[tuple[str, str]]) -> str:
    """Return where to read about values on which sources differ, each given by the id of its record and its field."""
    ids = {id for id, _ in marked}
    if len(ids) == 1:
        return f"* sources differ: aseanrok conflicts {ids.pop()}"
    return f"* sources differ, on {len(marked)} of these values: aseanrok conflicts ID"


STALE = 365
"""After this many days an edition is old enough to say so."""


def stale(read: str, today: str) -> str | None:
    """Return a warning where the sources were last read more than a year ago; both are ISO days."""
    days = dates.days_between(read, today)
    if days <= STALE:
        return None
    return f"The sources were last read on {dates.in_words(read)}, {days} days ago; what came since is not recorded."


def of_frameworks(rows: Iterable[Row], ids: Iterable[str]) -> Iterator[Row]:
    """Yield the rows that belong to one of the frameworks."""
    wanted = set(ids)
    return (
        row
        for row in rows
        if not wanted.isdisjoint(row.get("frameworks") or ()) or row.get("framework", row.get("id")) in wanted
    )


def between(rows: Iterable[Row], since: str | None, until: str | None) -> Iterator[Row]:
    """Yield the rows whose date may fall between two dates, both included; undated rows are left out."""
    first = dates.bounds(since)[0] if since else dates.FIRST_DAY
    last = dates.bounds(until)[1] if until else dates.LAST_DAY
    for row in rows:
        when = dated(row)
        if when:
            begins, ends = dates.bounds(when)
            if begins <= last and first <= ends:
                yield row


def of_kind(rows: Iterable[Row], wanted: str) -> Iterator[Row]:
    """Yield the rows of one kind."""
    return (row for row in rows if kind(row) == wanted)


def of_country(rows: Iterable[Row], code: str) -> Iterator[Row]:
    """Yield the rows that took place in a country or concern it; `code` is ISO 3166-1 alpha-3."""
    fields = ("country", "contributor", "iso3")
    lists = ("countries", "not_in_force_for")
    return (
        row
        for row in rows
        if any(row.get(field) == code for field in fields) or any(code in (row.get(field) or ()) for field in lists)
    )


def at_place(rows: Iterable[Row], place: str) -> Iterator[Row]:
    """Yield the rows whose place, city or venue holds these words."""
    wanted = squeezed(place)
    return (
        row for row in rows if any(wanted in squeezed(row.get(field) or "") for field in ("place", "city", "venue"))
    )


def matching(rows: Iterable[Row], text: str) -> Iterator[Row]:
    """Yield the rows that hold these words, in this order, in any of their fields."""
    wanted = squeezed(text)
    return (row for row in rows if any(wanted in squeezed(word) for word in words(row)))


def words(row: Row) -> Iterable[str]:
    """Yield every text a row holds."""
    for value in row.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from value


def sort(rows: Sequence[Row], by: Sequence[str], types: dict[str, str]) -> list[Row]:
    """Return rows sorted by fields, the first the strongest; `-date` is newest first; empty values come last."""
    done = list(rows)
    for field in reversed(by):
        name = field.removeprefix("-")
        filled = [row for row in done if row.get(name) not in (None, "", [])]
        empty = [row for row in done if row.get(name) in (None, "", [])]
        done = sorted(filled, key=_key(name, types.get(name, "text")), reverse=field.startswith("-")) + empty
    return done


def _key(name: str, type: str) -> Any:
    if type == "date":
        return lambda row: dates.order(row[name])
    if type in ("integer", "number", "boolean"):
        return lambda row: row[name]
    return lambda row: [
        (not part.isdigit(), int(part) if part.isdigit() else 0, part)
        for part in _parts(fold(" ".join(row[name]) if isinstance(row[name], list) else str(row[name])))
    ]


def _parts(text: str) -> list[str]:
    """Divide `summit 10` into words and numbers, so that 2 comes before 10."""
    parts: list[str] = []
    for character in text:
        if parts and parts[-1][-1].isdigit() == character.isdigit() and character != " ":
            parts[-1] += character
        else:
            parts.append(character)
    return parts


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
