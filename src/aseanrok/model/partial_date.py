"""A date of a fact, as precise as its source."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from aseanrok import dates


class PartialDate(str):
    """A date as precise as its source: an EDTF string that knows its bounds and its order.

    `PartialDate("2011-10") < PartialDate("2011-10-28")`, and both overlap `PartialDate("2011")`. Equality is that of
    the string. Raises ValueError, with a word on what to write instead, for anything else.
    """

    __slots__ = ()

    def __new__(cls, edtf: str) -> PartialDate:
        return super().__new__(cls, dates.check(edtf))

    @property
    def earliest(self) -> str:
        """The first day it may mean, as an ISO day."""
        return dates.bounds(self)[0]

    @property
    def latest(self) -> str:
        """The last day it may mean, as an ISO day."""
        return dates.bounds(self)[1]

    @property
    def precision(self) -> str:
        """`year`, `month`, `day` or `interval`."""
        return dates.precision(self)

    def overlaps(self, other: str) -> bool:
        """Say whether both may share a day; raise ValueError where the other is no date."""
        return dates.overlap(self, dates.check(other))

    def __lt__(self, other: str) -> bool:
        return dates.order(self) < _order(other) if isinstance(other, str) else NotImplemented

    def __le__(self, other: str) -> bool:
        return dates.order(self) <= _order(other) if isinstance(other, str) else NotImplemented

    def __gt__(self, other: str) -> bool:
        return dates.order(self) > _order(other) if isinstance(other, str) else NotImplemented

    def __ge__(self, other: str) -> bool:
        return dates.order(self) >= _order(other) if isinstance(other, str) else NotImplemented

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls._of_a_fact, core_schema.str_schema(strict=True))

    @classmethod
    def _of_a_fact(cls, edtf: str) -> PartialDate:
        when = cls(edtf)
        if when.latest == dates.LAST_DAY and not edtf.endswith(dates.OPEN):
            raise ValueError(f"{edtf!r} is the end of all time; write '..' for an end that is open")
        return when


def _order(other: str) -> tuple[str, str]:
    """Return by what a date is ordered; raise ValueError where a text is none."""
    return dates.order(other if isinstance(other, PartialDate) else dates.check(other))
