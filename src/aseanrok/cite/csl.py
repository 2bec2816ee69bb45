"""CSL-JSON: what Zotero, pandoc and every citation processor read."""

from __future__ import annotations

import json

from aseanrok import dates
from aseanrok.cite import Entry, edition, points
from aseanrok.cite.notes import note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any


def render(entries: Iterable[Entry], lang: str = "en") -> Iterator[str]:
    """Yield an array of items."""
    items = (",\n ".join(f'"{name}": {_json(value)}' for name, value in _item(entry).items()) for entry in entries)
    told = ",\n".join(f"{{{item}}}" for item in items)
    yield f"[\n{told}\n]\n" if told else "[]\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _date(when: str) -> dict[str, Any]:
    """Return a date or a time; of one that is open at an end, which the format has no parts for, the words."""
    return {"literal": dates.in_words(when)} if dates.OPEN in when.split("/") else {"date-parts": points(when)}


def _item(entry: Entry) -> dict[str, Any]:
    # A note that begins with one word and a colon is read as a field of that name: the edition stands first in it.
    # What a newspaper prints without a name stands under the newspaper, everything else under who publishes it.
    by = {"container-title": entry.author} if entry.is_press else {"author": [{"literal": entry.author}]}
    item = {
        "id": entry.key,
        "type": "article-newspaper" if entry.is_press else "webpage",
        **(by if entry.author else {}),
        "title": entry.title,
        "issued": _date(entry.date) if entry.date else None,
        "event-place": entry.place,
        "URL": entry.url,
        "accessed": _date(entry.read) if entry.read else None,
        "language": entry.language,
        "note": "; ".join(filter(None, (edition(), note(entry)))),
    }
    return {name: value for name, value in item.items() if value}
