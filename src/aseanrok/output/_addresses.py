"""Addresses of pages inside values: where one begins and ends, and the one of a row."""

from __future__ import annotations

from aseanrok.schema import Table
from aseanrok.values import Row

_BEGINS = ("https://", "http://")
_AFTER = ".,;:!?'\""  # marks that end a sentence, and no address


def is_address(value: object) -> bool:
    """Say whether a value is the address of a page, and nothing else."""
    return isinstance(value, str) and value.startswith(_BEGINS) and not any(map(str.isspace, value))


def with_address(word: str) -> tuple[str, str, str]:
    """Return a word as what stands before an address in it, the address, or nothing, and what stands after it."""
    start = word.find("http")
    if start < 0 or not word[start:].startswith(_BEGINS):
        return word, "", ""
    address = word[start:].rstrip(_AFTER)
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1].rstrip(_AFTER)
    return word[:start], address, word[start + len(address) :]


def address_of(row: Row, table: Table) -> str:
    """Return the address of the thing that a row is about, or nothing."""
    return next((str(row[name]) for name in table.fields if is_address(row.get(name))), "")
