"""What is cited, and how: records -> entries -> text, BibTeX, CSL-JSON or RIS, a module each.

A record is cited by the sources it rests on, a source by itself, a document by itself as well; where no address of its
text is recorded, the sources it is known from follow it.
"""

from __future__ import annotations

from aseanrok import dates, roles, schema, store
from aseanrok.errors import NotFound
from aseanrok.rows import AMOUNTS
from aseanrok.values import Row, Value
from aseanrok.views import standing
from aseanrok.wording import date, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

STYLES = {
    "text": (".txt",),
    "bibtex": (".bib",),
    "csl": (".json",),
    "ris": (".ris",),
}
"""Every style, and the endings of files that ask for it."""


class Entry(Value):
    """A work that is cited, and the facts it is cited for.

    `key` is its id. `author` is who publishes it, or where a document was adopted; `date` and `read` are partial dates,
    as precise as they are known; `doubt` says where sources differ on the first, `is_press` whether it appeared
    in a newspaper or came from an agency.
    """

    __slots__ = ("author", "date", "doubt", "facts", "is_press", "key", "language", "place", "read", "title", "url")

    def __init__(
        self,
        key: str,
        title: str,
        author: str,
        date: str | None,
        url: str,
        read: str | None,
        language: str | None,
        place: str = "",
        facts: tuple[Fact, ...] = (),
        *,
        is_press: bool = False,
        doubt: str = "",
    ) -> None:
        self.key = key
        self.title = title
        self.author = author
        self.date = date
        self.url = url
        self.read = read
        self.language = language
        self.place = place  # where a document was adopted
        self.facts = facts
        self.is_press = is_press
        self.doubt = doubt


class Fact(Value):
    """A record that rests on a source: its id, what it says in a line, and where in the source that stands."""

    __slots__ = ("at", "id", "said")

    def __init__(self, id: str, said: str, at: str) -> None:
        self.id = id
        self.said = said
        self.at = at


def entries(found: Iterable[Row], lang: str = "en") -> list[Entry]:
    """Return what cites some records, each work once with every fact it is cited for.

    Raises NotFound where nothing can be cited for one of them.
    """
    known: dict[str, Entry] = {}
    for row in found:
        own = list(_of(row, lang))
        if not own:
            raise NotFound(f"no source is recorded for {row['id']}")
        for entry in own:
            before = known.get(entry.key)
            facts = tuple(dict.fromkeys((*before.facts, *entry.facts))) if before else entry.facts
            known[entry.key] = entry.replace(facts=facts)
    return list(known.values())


def renderer(style: str) -> Callable[[Iterable[Entry], str], Iterator[str]]:
    """Return the function that writes entries in a style, in the language of the facts they are cited for."""
    from importlib import import_module

    render: Callable[[Iterable[Entry], str], Iterator[str]] = import_module(f"{__name__}.{style}").render
    return render


def of_source(source: Row, facts: tuple[Fact, ...] = ()) -> Entry:
    """Return a source as a work that is cited."""
    return Entry(
        source["id"],
        source["title"],
        source["publisher"],
        source["published"],
        source["url"],
        source["read"],
        source["language"],
        facts=facts,
        is_press=source["kind"] in ("press", "agency"),
    )


def edition(lang: str = "en") -> str:
    """Return the edition that is cited: `aseanrok, data edition 2026.11`."""
    return worded("aseanrok, data edition {}", lang, store.edition()["version"])


def said(row: Row, lang: str = "en") -> str:
    """Return what a record says, in a line: what it is called, its sum or figure, its date where the name lacks it."""
    table = schema.table(row["table"])
    name = table.first(roles.DATE)
    when = row.get(name) if name else None
    label = table.label(row, lang)
    dated = when and not any(each in label for each in (when, date(when), date(when, lang)))
    amount = next((each for each in AMOUNTS if row.get(each)), "")
    parts = {
        table.first(roles.LABEL): label + standing(row, lang),
        amount: (lang == "ko" and row.get(f"{amount}_ko")) or row.get(amount),
        name: date(when, lang) if when and dated else "",
    }
    told = ", ".join(str(part) for part in parts.values() if part)
    shown = {AMOUNTS.get(each or "", each) for each, part in parts.items() if part} | ({name} if when else set())
    marks = [
        worded(word, lang)
        for field, word in roles.DOUBTS.items()
        # Of what a thing is called only the sources tell.
        if shown & (set(row.get(field) or ()) - ({table.first(roles.LABEL)} if field == "derived" else set()))
    ]
    return f"{told} ({', '.join(marks)})" if marks else told


def _of(row: Row, lang: str) -> Iterator[Entry]:
    if row["table"] == "sources":
        yield of_source(row)
        return
    if row["table"] == "documents":
        document = _document(row, lang)
        yield document
        if document.url:
            return
    places = _places(row)
    what = said(row, lang)
    known = {source["id"]: source for source in store.rows_where("sources", "id", places)}
    for id, where in places.items():
        facts = tuple(Fact(row["id"], what, at) for at in ["; ".join(dict.fromkeys(where))])
        yield of_source(known[id], facts)


def _places(row: Row) -> dict[str, list[str]]:
    """Return, of each source a record rests on, where in it the fact stands."""
    places: dict[str, list[str]] = {id: [] for id in row.get("sources") or ()}
    if row["table"] == "conflicts":
        for statement in store.rows_where("statements", "conflict", (row["id"],)):
            places.setdefault(statement["source"], []).append(statement["at"])
        return places
    for citation in store.rows_where("citations", "id", (row["id"],)):
        if citation["source"] in places:
            places[citation["source"]].append(citation["at"])
    return places


def _document(row: Row, lang: str) -> Entry:
    """Return a document as a work: by whom it was adopted, when and where, and the address of its text."""
    meeting = store.rows_where("meetings", "id", (row["meeting"],)) if row["meeting"] else []
    frameworks = store.rows_where("frameworks", "id", row["frameworks"][:1]) if row["frameworks"] else []
    by = schema.table("meetings").label(meeting[0], lang) if meeting else ""
    if not by and frameworks:
        by = schema.table("frameworks").label(frameworks[0], lang)
    # The page of the text is most often a source as well, which says when it was read and in which language it is.
    page = next(iter(store.rows_where("sources", "url", (row["url"],))), {}) if row["url"] else {}
    place = (lang == "ko" and row["place_ko"]) or row["place"] or ""
    title = schema.table("documents").label(row, lang)
    fields = schema.table("documents").fields
    doubts = []
    for told, of, names in (
        ("sources differ on: {}", "disputed", ("title", "date", "place")),
        ("worked out here: {}", "derived", ("date", "place")),
    ):
        if headings := [fields[name].titled(lang) for name in names if name in row[of]]:
            doubts.append(worded(told, lang, ", ".join(headings)))
    doubt = "; ".join(doubts)
    return Entry(
        row["id"],
        title,
        by,
        row["date"],
        row["url"] or "",
        page.get("read"),
        page.get("language"),
        place,
        doubt=doubt,
    )


def points(when: str) -> list[list[int]]:
    """Return a date as its ends, each as its year, month and day as far as they are known; an open end is left out."""
    return [[int(part) for part in point.split("-")] for point in when.split("/") if point != dates.OPEN]
