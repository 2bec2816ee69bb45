"""Which record a name means, in one table or in any."""

from __future__ import annotations

from aseanrok import dates, roles, schema, store
from aseanrok.errors import NotFound, quoted, typed
from aseanrok.names import did_you_mean, names, nearest, resolve
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.words import squeezed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Protocol

    class Asked(Protocol):
        """A call that is answered, and beside whose answer something may be said."""

        command: str

        @property
        def lang(self) -> str:
            """The language of names."""

        def tell(self, said: Callable[[str], str]) -> None:
            """Say something of the answer."""


CODE = 2
"""So many letters has the shorter code of a country."""


def named(table: str, name: str) -> Row | None:
    """Return the row of a table that answers to a name, or None; an id is found without reading the table.

    A code of a country that is a word as well is written in capitals: `in` beside Laos is not India.
    """
    if table == "countries" and len(name) == CODE and name.islower():
        from aseanrok.words.common import COMMON  # only what may be such a code needs it

        if name in COMMON:
            return None
    found: Iterator[Row] = iter(store.rows_where(table, "id", (name,)) if "id" in schema.table(table).fields else ())
    return next(found, None) or resolve(store.table(table), name, schema.table(table))


def joins(word: str) -> bool:
    """Say whether a word only asks or joins, as a sign alone does; a code that is such a word is in capitals: MY."""
    from aseanrok.words.common import COMMON  # only words beside a name need it

    if not any(map(str.isalnum, word)):
        return True
    return word.casefold() in COMMON and not (word.isupper() and named("countries", word))


def codes(words: Sequence[str]) -> list[str]:
    """Return those of some words that are codes of countries in capitals, and that a search takes to join: MY."""
    from aseanrok.words.common import COMMON  # only words beside a name need it

    found = [word for word in words if len(word) == CODE and word.isupper() and word.casefold() in COMMON]
    return [] if len(found) == len(words) else [word for word in found if not joins(word)]


def alike(row: Row, name: str, table: Table) -> list[Row]:
    """Return the rows of a table that are called as one of them is; none where that is its id."""
    wanted = squeezed(name)
    rows = store.table(table.name) if row["id"] != name else ()
    return [each for each in rows if any(squeezed(known) == wanted for known in names(each, table))]


def find(name: str) -> Row | None:
    """Return the row of the record that answers to a name, with the name of its table, or None.

    Of several of one table that are called so, a figure year by year, the newest is meant.
    """
    if row := store.record(name):
        return row
    for table in schema.tables():
        if table.has_records and (row := named(table.name, name)):
            called = alike(row, name, table) or [row]
            when = table.first(roles.DATE)
            row = max(called, key=lambda each: _ends(each[when])) if when else called[0]
            return {"table": table.name, **row}
    return None


def _ends(when: str | None) -> str:
    """Return the day on which a time ends, so that a year is newer than its first half."""
    return dates.bounds(when)[1] if when else ""


def _tell_of_others(row: Row, name: str, asked: Asked) -> None:
    """Tell whoever asked by a name of the others of a table that are called so, where there are any."""
    table = schema.table(row["table"])
    if len(called := alike(row, name, table)) < 2:
        return
    from aseanrok.wording import worded  # only where there are others is something said

    when = table.first(roles.DATE)
    is_newest = when and [_ends(each[when]) for each in called].count(_ends(row[when])) == 1
    said = "{} is the newest of {} that are called {}: {}" if is_newest else "{} is one of {} called {}: {}"
    line = f"aseanrok {table.name} --match {typed(name)}"
    asked.tell(lambda lang: worded(said, lang, row["id"], len(called), quoted(name), line))


def record(name: str, asked: Asked) -> Row:
    """Return the row of the record that answers to a name, as `find` does; raise NotFound, with the nearest, else.

    Where others are called so, whoever asked is told.
    """
    if row := find(name):
        if row["id"] != name:  # an id is that of one alone
            _tell_of_others(row, name, asked)
        return row
    if name in schema.published():
        raise NotFound(f"no record {quoted(name)}: that is a table; `aseanrok export {name}` has its rows")
    if len(name) == CODE and named("countries", name.upper()):
        raise NotFound(f"no record {quoted(name)}{did_you_mean([name.upper()])}", [name.upper()])
    close = nearest(name, store.ids("index"))
    if not close and " " in name:  # no id has a blank, and whoever writes one means what something is called
        close = nearest(name, (each for _, called, others in store.names("index") for each in (called, *others)))
    raise NotFound(f"no record {quoted(name)}{did_you_mean(close)}", close)
