"""What is called by words: a meeting by its series and number (`26th ASEAN-ROK Summit`), one record by its names."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cli.matched import found
from aseanrok.cli.records import named
from aseanrok.names import names
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.words import fold
from aseanrok.words.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def numbered(name: str) -> Row | None:
    """Return the meeting that a name means by its series and its number, or None."""
    if (known := of_series(name)) is None:
        return None
    series, number = known
    return next(iter(_meetings((series["id"],), number)), None)


def of_series(name: str) -> tuple[Row, int] | None:
    """Return the series and the number that a name is made of, or None."""
    of, number = _parted(name)
    if not (of and number):
        return None
    series = named("series", of)
    if series is None and (framework := named("frameworks", of)):  # the EAS is a summit
        series = named("series", framework["name"])
    if series is None and " " in of:
        series = one_called(of, [schema.table("series")])
    return (series, int(number)) if series else None


def near(name: str) -> list[str]:
    """Return the ids of meetings of a number whose series begins with what was named, or is of the framework."""
    of, number = _parted(name)
    if not (of and number):
        return []
    framework = named("frameworks", of)
    ids = [
        row["id"]
        for row in store.table("series")
        if row["id"].startswith(f"{of}-") or (framework and framework["id"] in row["frameworks"])
    ]
    # Those that are called after it come first.
    near_ = sorted(row["id"] for row in _meetings(ids, int(number)))
    return sorted(near_, key=lambda id: not id.startswith(f"{of}-"))[:3]


def _meetings(series: list[str] | tuple[str, ...], number: int) -> list[Row]:
    return [row for row in store.rows_where("meetings", "series", series) if row["ordinal"] == number]


def _parted(name: str) -> tuple[str, str]:
    """Return what stands before a number at the end of a name, or after one at its beginning, and the number."""
    first, _, rest = name.strip().removeprefix("the ").partition(" ")
    second, _, others = rest.partition(" ")
    if others and len(tokenise(f"{first} {second}")) == 1:  # twenty first
        first, rest = f"{first} {second}", others
    if rest and not first.isdecimal():  # `26` alone may be a day
        words = tokenise(first)  # 26th, twenty-sixth, 제26차
        if len(words) == 1 and is_ordinal(words[0].stem):
            return rest, words[0].stem
    before = name.rstrip("0123456789")
    number = name[len(before) :]
    return (before.rstrip(" -"), number) if is_ordinal(number) else ("", "")


def is_ordinal(text: str) -> bool:
    """Say whether a text is a number that a meeting may have: no year."""
    return text.isascii() and text.isdecimal() and len(text) < 4


def one_called(name: str, tables: Iterable[Table]) -> Row | None:
    """Return the one record of the first of some tables in whose names the words of a name stand, or None."""
    ids, words = found(name), {fold(word) for word in name.split()}
    for table in tables:
        rows = store.rows_where(table.name, "id", ids) if table.by_name else []
        held = [row for row in rows if _is_called(row, table, words)]
        if len(held) == 1:
            return held[0]
    return None


def _is_called(row: Row, table: Table, words: set[str]) -> bool:
    """Say whether one of a record's names, its id apart, holds nearly all of the words that were given."""
    known = [name for name in names(row, table) if name != row["id"]]
    lacking = min((words - {*fold(name).split()} for name in known), key=len, default=words)
    # What tells one thing from another may not be lacking: of ASEAN and the ROK is not of ASEAN Plus Three.
    return len(lacking) <= len(words) // 3 and not any(
        _is_number_word(word) or any(named(kind, word) for kind in schema.subjects()) for word in lacking
    )


def _is_number_word(word: str) -> bool:
    """Say whether a word is a number, in letters as well: second, 19th."""
    return any(token.stem.isdecimal() for token in tokenise(word))
