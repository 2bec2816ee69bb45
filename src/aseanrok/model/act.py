"""An act: something that happened on a day, as the timeline tells it."""

from __future__ import annotations

from typing import Any, NamedTuple


class Act(NamedTuple):
    """A dated act: `where` is the record that knows its place, or None; `dated_by` the field its date comes from.

    `concerns` are the codes of the countries that it is about by name, wherever it took place.
    """

    date: str
    title: str
    kind: str
    record: Any
    where: Any
    dated_by: str
    title_ko: str | None = None
    concerns: tuple[str, ...] = ()


def in_korean(phrase: str, *names: str | None) -> str | None:
    """Return a phrase in Korean around names, or None where one of them has no Korean name."""
    return phrase.format(*names) if all(names) else None


FOUNDING = {
    "established": ("Establishment", "establishment", "설립"), "announced": ("Announcement", "policy", "발표")
}  # fmt: skip
"""What it is called, its kind, and its Korean, where a thing began outside any meeting, by the field that dates it."""
