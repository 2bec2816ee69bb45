"""A meeting by its series and its number: `asean-rok-summit 26`, `26th ASEAN-ROK Summit`, `제26차 정상회의`."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cli.request import named
from aseanrok.values import Row
from aseanrok.words.tokens import tokenise


def numbered(name: str) -> Row | None:
    """Return the meeting that a name means by its series and its number, or None."""
    if (found := of_series(name)) is None:
        return None
    series, number = found
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
        from aseanrok.cli.by_words import one_called  # only words that are no name need it

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
    found = sorted(row["id"] for row in _meetings(ids, int(number)))
    return sorted(found, key=lambda id: not id.startswith(f"{of}-"))[:3]


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
        if len(words) == 1 and _is_number(words[0].stem):
            return rest, words[0].stem
    before = name.rstrip("0123456789")
    number = name[len(before) :]
    return (before.rstrip(" -"), number) if _is_number(number) else ("", "")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 4
