"""Small values of named parts, for the reading path.

`typing.NamedTuple` would say the same in fewer lines; importing it, and making twenty of them, takes a quarter of the
time in which a listing answers.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Self

    Row = dict[str, Any]
else:
    Row = dict
"""A row of a published table: the names of its fields and their values, as JSON holds them."""


def keyed(rows: Iterable[Row], of: str, key: str) -> list[tuple[str, Row]]:
    """Return rows that belong to records, each with what it goes by: `asean/TLS`.

    Of several that would go by the same, an observer that became a member, the last does, and those before it by
    `asean/TLS/1` and so on.
    """
    rows = list(rows)
    names = [f"{row[of]}/{row[key]}" for row in rows]
    return [
        (f"{name}/{names[: at + 1].count(name)}" if name in names[at + 1 :] else name, row)
        for at, (name, row) in enumerate(zip(names, rows, strict=True))
    ]


class Value:
    """A value made of the parts named in `__slots__`; two are equal where their parts are."""

    __slots__: tuple[str, ...] = ()

    def replace(self, **changes: Any) -> Self:
        """Return the value with some of its parts changed."""
        made = object.__new__(type(self))
        for name in self.__slots__:
            setattr(made, name, changes.get(name, getattr(self, name)))
        return made

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self.__slots__))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"
