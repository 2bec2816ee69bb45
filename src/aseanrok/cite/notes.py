"""What an entry of a reference manager says of the facts a work is cited for."""

from __future__ import annotations

from aseanrok.cite import Entry


def note(entry: Entry) -> str:
    """Return the facts a work is cited for: each with its place in the work, and the id of its record."""
    told = (f"{fact.said}{f': {fact.at}' if fact.at else ''} [{fact.id}]" for fact in entry.facts)
    return "; ".join(filter(None, (*told, entry.doubt)))
