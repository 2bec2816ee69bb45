"""What changed between two editions, value by value. Pure: editions come as their digests, or as the tables at hand."""

from __future__ import annotations

from aseanrok import dates, roles, schema
from aseanrok.values import Row, Value, keyed
from aseanrok.views import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

ORDER = ("corrected", "refined", "merged", "removed", "moved", "added")
"""What happened to a value or a record; what whoever quoted it must know comes first."""


class Edition(Value):
    """The facts of an edition: table -> id -> field -> value; a row that belongs to a record goes by `asean/TLS`.

    `fields` are those that the edition has, by table; `former` the records that ids of old editions lead to;
    `without_ids` the tables whose rows cannot be told apart, `whole` those whose values are not compared. `alike` says
    whether several rows of a record that go by the same are all there; an older edition has but one of them.
    """

    __slots__ = ("alike", "fields", "former", "tables", "version", "whole", "without_ids")

    def __init__(
        self,
        version: str,
        tables: Mapping[str, Mapping[str, Row]],
        fields: Mapping[str, Iterable[str]],
        former: Mapping[str, str],
        without_ids: Iterable[str] = (),
        whole: Iterable[str] = (),
        alike: bool = True,
    ) -> None:
        self.alike = alike
        self.version = version
        self.tables = tables
        self.fields = fields
        self.former = former
        self.without_ids = tuple(without_ids)
        self.whole = tuple(whole)


def of_digest(content: Mapping[str, Any]) -> Edition:
    """Return an edition as its digest has it."""
    tables = {
        name: {id: dict(zip(table["fields"], values, strict=True)) for id, values in table["rows"].items()}
        for name, table in content["tables"].items()
    }
    fields = {name: table["fields"] for name, table in content["tables"].items()}
    former, without_ids, whole = (content[name] for name in ("former", "without_ids", "whole"))
    return Edition(content["version"], tables, fields, former, without_ids, whole, content.get("alike", False))


def of_tables(version: str, rows_of: Callable[[str], list[Row]]) -> Edition:
    """Return an edition as its published tables have it; `rows_of` gives the rows of one."""
    stands_in = {row["id"]: row["table"] for row in rows_of("index")}
    tables: dict[str, dict[str, Row]] = {}
    former: dict[str, str] = {}
    for table in schema.tables():
        if table.has_records:
            tables[table.name] = {
                row["id"]: row for row in rows_of(table.name) if stands_in.get(row["id"]) == table.name
            }
            former.update({alias: id for id, row in tables[table.name].items() for alias in row.get("aliases") or ()})
        elif table.belongs:
            field = table.belongs.get("field", "")
            tables[table.name] = dict(keyed(rows_of(table.name), field, table.key))
    fields = {name: schema.table(name).fields for name in tables}
    return Edition(version, tables, fields, former)


def changes(old: Edition, new: Edition) -> list[Row]:
    """Return what is otherwise in the newer of two editions, a row for each value, record or id."""
    new = new.replace(tables={name: _paired(old, name, rows) for name, rows in new.tables.items()})
    before, after = _places(old), _places(new)
    reasons = _reasons(old, new)
    found: list[Row] = []
    for id in [*before, *(id for id in after if id not in before)]:
        found += _of(id, before.get(id), after.get(id), old, new, reasons)
    # Of one kind they stand in the order of the tables, which is that of the records.
    return sorted(found, key=lambda row: ORDER.index(row["what"]))


def _paired(old: Edition, table: str, rows: Mapping[str, Row]) -> Mapping[str, Row]:
    """Return the rows of a table that belong to records under the ids of those of an older edition that they are.

    A country remains the observer that it was where it became a member as well; where it is one row that says another
    role, the role was corrected.
    """
    if table not in old.tables or not schema.table(table).belongs or not any("/" in id for id in rows):
        return rows
    kind, before = schema.table(table).first(roles.KIND) or "", old.tables[table]
    free, own = _by_name(before), _by_name(rows)
    found: dict[str, Row] = {}
    for name, ids in own.items():
        left = free.get(name, [])
        pairs: dict[str, str] = {}
        for alike in (True, False):
            for id in (id for id in ids if id not in pairs):
                same = (each for each in left if not alike or before[each].get(kind) == rows[id].get(kind))
                if (other := next(same, None)) is not None:
                    pairs[id] = other
                    left.remove(other)
        for at, id in enumerate(ids):
            # Of several an older edition has but the last: what stands before it may be as old.
            if id in pairs or old.alike or not any(later in pairs for later in ids[at + 1 :]):
                found[pairs.get(id) or (f"{name}/new/{at}" if name in before else id)] = rows[id]
    return found


def _by_name(ids: Iterable[str]) -> dict[str, list[str]]:
    """Return the ids of rows that belong to records by what they go by: `asean/TLS`."""
    found: dict[str, list[str]] = {}
    for id in ids:
        found.setdefault("/".join(id.split("/")[:2]), []).append(id)
    return found


def _places(edition: Edition) -> dict[str, str]:
    """Return the table in which each record stands."""
    return {id: table for table, rows in edition.tables.items() for id in rows}


def _of(
    id: str, was: str | None, now: str | None, old: Edition, new: Edition, reasons: Mapping[tuple[str, str], str]
) -> Iterator[Row]:
    """Yield what became of one record: it came, went, stands elsewhere, or has other values."""
    told: Row = {"edition": new.version}
    if was is None:
        assert now is not None
        if now not in old.without_ids:
            yield _row("added", new, now, id) | {"after": _called(new, now, id)} | told
    elif now is None:
        survivor = new.former.get(id)
        became = {"before": _called(old, was, id), "after": survivor}
        yield _row("merged" if survivor else "removed", old, was, id) | became | told
    elif was != now:
        yield _row("moved", new, now, id) | {"field": "table", "before": was, "after": now} | told
    elif was not in old.whole:
        one, other = old.tables[was][id], new.tables[now][id]
        for field in old.fields[was]:
            if field not in new.fields[now]:
                continue
            before, after = _differing(one[field], other.get(field))
            if what := _changed(was, field, before, after):
                told["reason"] = reasons.get((id, field))
                yield _row(what, new, now, id) | _values(now, _part(id), field, before, after) | told


def _values(table: str, part: str, name: str, before: Any, after: Any) -> Row:
    """Return what a field is called and what it said and says, each in Korean as well where a word of it has Korean."""
    field = schema.table(table).fields[name]
    said: Row = {"field": f"{part} {name}".strip(), "field_ko": f"{part} {field.heading_ko}".strip()}
    for side, value in (("before", before), ("after", after)):
        korean = field.worded(value, "ko")
        said[side] = text(value) or None
        said[f"{side}_ko"] = text(korean) if korean != value else None
    return said


def _differing(before: Any, after: Any) -> tuple[Any, Any]:
    """Return two values; of lists, what only one of them holds, or both where the order alone is another."""
    if not (isinstance(before, list) and isinstance(after, list)) or before == after:
        return before, after
    gone, new = [each for each in before if each not in after], [each for each in after if each not in before]
    return (gone, new) if gone or new else (before, after)


def _changed(table: str, field: str, before: Any, after: Any) -> str | None:
    """Return what happened to a value, or None where it is the same."""
    if before == after:
        return None
    if before in (None, "", []):
        return None if after in (None, "", []) else "added"
    if after in (None, "", []):
        return "removed"
    known = schema.table(table).field(field)
    return "refined" if known and known.type == "date" and _is_refined(before, after) else "corrected"


def _is_refined(before: str, after: str) -> bool:
    """Say whether a date is more exact than one that left the day open, and lies within it."""
    (first, last), (begins, ends) = dates.bounds(before), dates.bounds(after)
    return first <= begins and ends <= last and any(len(point) < len("2011-10-28") for point in before.split("/"))


def _reasons(old: Edition, new: Edition) -> dict[tuple[str, str], str]:
    """Return why a value is what it is, by the id and the field, where a conflict of either edition says so."""
    found = {}
    for edition in (old, new):
        for id, row in edition.tables.get("conflicts", {}).items():
            if row.get("field"):
                found[row["about"], row["field"]] = f"{row['because']} ({id})"
    return found


def _called(edition: Edition, table: str, id: str) -> str:
    """Return what a record is called; of a row that belongs to one, what it says."""
    row = edition.tables[table][id]
    known = schema.table(table)
    label = known.first(roles.LABEL)
    if known.belongs and "/" in id:
        told = (name for name in known.belongs["columns"] if name not in (label, "note"))
        return ", ".join(text(row[name]) for name in told if row.get(name))
    return text(row.get(label or "")) or id


def _row(what: str, edition: Edition, table: str, id: str) -> Row:
    """Return what is told of a whole record; of a row that belongs to one, that record's id and which row it is."""
    record, part, of = id.partition("/")[0], _part(id), table
    if part:
        # Of a damaged edition it may be of no table.
        of = _table_of(edition, record)
    korean = edition.tables[of][record].get(f"{schema.table(of).first(roles.LABEL)}_ko")
    return {
        "what": what, "table": table, "id": record, "field": part or None, "field_ko": None,
        "before": None, "before_ko": None, "after": None, "after_ko": None, "reason": None,
        "title": _called(edition, of, record), "title_ko": korean,
        "frameworks": _frameworks(edition, of, record),
    }  # fmt: skip


def _part(id: str) -> str:
    """Return which of the rows of a record goes by an id, TLS of `asean/TLS/1`; nothing of the record itself."""
    return id.partition("/")[2].partition("/")[0]


def _frameworks(edition: Edition, table: str, id: str) -> list[str]:
    """Return the frameworks that a record belongs to; of what a kept edition has none of, those of what it is about."""
    seen: list[str] = []
    while id not in seen:  # two may be about each other
        seen.append(id)
        row = edition.tables.get(table, {}).get(id, {})
        if table == "frameworks":
            return [id]
        if "frameworks" in row or not (about := row.get("about")):
            return row.get("frameworks") or []
        table, id = _table_of(edition, about), about
    return []


def _table_of(edition: Edition, id: str) -> str:
    return next((name for name, rows in edition.tables.items() if id in rows), "")
