"""What every part of a brief is written with: language, day, how much of it, and which source stands for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from aseanrok import dates, schema, store
from aseanrok.brief.page import Page, Part, Said
from aseanrok.values import Row
from aseanrok.views import STAR, WORKED_OUT
from aseanrok.wording import date, worded

SHORT = 76
"""A title longer than this gives way to its abbreviation, or is cut."""


class Draft:
    """A brief that is being written. `shown` are the ids of the records that it has told of so far."""

    def __init__(self, lang: str, today: str, *, full: bool) -> None:
        self.lang = lang
        self.today = today
        self.full = full
        self.shown: dict[str, None] = {}
        self._kinds = {row["id"]: (row["kind"], row["language"] != lang) for row in store.table("sources")}
        self._used: set[str] = set()

    def most(self, number: int) -> int | None:
        """Return how many rows are told of: so many, or all where the brief is full."""
        return None if self.full else number

    # --- words --------------------------------------------------------------------------------------------------------

    def word(self, text: str, *parts: object) -> str:
        """Return a fixed text in the language of the brief."""
        return worded(text, self.lang, *parts)

    def day(self, edtf: str | None) -> str:
        """Return a date in words, or that none is recorded."""
        return date(edtf, self.lang) if edtf else self.word("not recorded")

    def called(self, table: str, row: Row) -> str:
        """Return what a record is called, its abbreviation where the name is long."""
        name = schema.table(table).label(row, self.lang)
        if len(name) <= SHORT or self.full:
            return name
        others = [name for name in (row.get("abbreviation"), *row.get("aliases", ())) if name]
        short = [each for each in others if len(each) <= SHORT and _is_name(each) and each.isascii() == name.isascii()]
        return short[0] if short else f"{name[: name.rfind(' ', 0, SHORT)]} …"

    def amount(self, row: Row, field: str = "stated") -> str:
        """Return an amount as its source puts it, with the marks of one that is not certain."""
        value = (self.lang == "ko" and row.get(f"{field}_ko")) or row[field]
        return f"{value}{marks(row, field)}" if value else self.word("not recorded")

    def rest(self, count: int, what: str) -> str:
        """Return that more is recorded than is told: `further series recorded: 3`; nothing where nothing is."""
        return self.word(f"further {what} recorded: {{}}", count) if count > 0 else ""

    def sentence(self, *parts: str) -> str:
        """Return what is said of the rest, as a sentence; in Korean a note has no full stop."""
        text = "; ".join(filter(None, parts))
        if self.lang == "ko" or not text:
            return text
        return f"{text[0].upper()}{text[1:]}{'' if text.endswith('?') else '.'}"

    # --- sources ------------------------------------------------------------------------------------------------------

    def said(self, text: str, row: Row, *fields: str) -> Said:
        """Return a statement made from a record, with the source of these fields that knows best."""
        if row.get("id"):
            self.shown[row["id"]] = None
        return Said(text, self._chosen(self._supporting(row, fields)))

    def joint(self, text: str, rows: Iterable[Row]) -> Said:
        """Return a statement made from several records, with the fewest sources that they all rest on."""
        found, left = [], [row for row in rows if row["sources"]]
        self.shown.update((row["id"], None) for row in left if row.get("id"))
        while left:
            counts = Counter(id for row in left for id in row["sources"])
            best = min(counts, key=lambda id: (-counts[id], *self._rank(id)))
            found.append(best)
            left = [row for row in left if best not in row["sources"]]
        self._used.update(found)
        return Said(text, tuple(found if self.full else found[:2]))

    def publisher(self, source: str) -> str:
        """Return who publishes a source."""
        return str(store.rows_where("sources", "id", (source,))[0]["publisher"])

    def cited(self, text: str, source: str) -> Said:
        """Return a statement of one source."""
        self._used.add(source)
        return Said(text, (source,))

    def _supporting(self, row: Row, fields: Sequence[str]) -> list[str]:
        """Return the sources of some fields of a record; where none is named for them, those of the whole record."""
        own = row.get("sources") or []
        citations = store.rows_where("citations", "id", (row["id"],)) if row.get("id") and fields else []
        named = {each["source"] for each in citations if not each["fields"] or set(fields) & set(each["fields"])}
        if found := [id for id in own if id in named]:
            return found
        return own

    def _chosen(self, ids: Sequence[str]) -> tuple[str, ...]:
        if not ids:
            return ()
        best = min(ids, key=self._rank)
        self._used.add(best)
        return (best,)

    def _rank(self, id: str) -> tuple[object, ...]:
        """Return a sort key: official sources first, those in the reader's language, those the brief names already."""
        kind, is_foreign = self._kinds[id]
        rank = schema.table("sources").fields["kind"].rank(kind)
        return rank > 0, is_foreign, id not in self._used, rank

    # --- the whole ----------------------------------------------------------------------------------------------------

    def page(self, row: Row, parts: Iterable[Part]) -> Page:
        """Return the brief of a record: its names, the day and the edition, its parts."""
        known = store.edition()
        other = (row.get("name_ko"), row["name"])[self.lang == "ko"]
        name = schema.table(row["table"]).label(row, self.lang)
        names = [part for part in (other, row.get("abbreviation")) if part and part != name]
        stands = self.word(
            "As of {}. Data edition {}; sources read to {}; newest act recorded: {}.",
            *(date(self.today, self.lang), known["version"], date(known["read"], self.lang)),
            date(known["newest"], self.lang),
        )
        legend = self.word(
            "* sources differ. ~ worked out here from other values. Not recorded: found in no source that was read, "
            "which does not mean that it did not happen."
        )
        return Page(f"{name} ({', '.join(names)})" if names else name, stands, parts, legend, self.lang, self.today)


def marks(row: Row, field: str) -> str:
    """Return the marks of a value: a star where sources differ, a tilde where it was worked out here."""
    fields = (field, "value") if field == "stated" else (field,)
    found = "".join(
        mark
        for mark, of in ((STAR, "disputed"), (WORKED_OUT, "derived"))
        if any(name in (row.get(of) or ()) for name in fields)
    )
    return f" {found}" if found else ""


def _is_name(text: str) -> bool:
    """Say whether another name may stand for a title: a code or a number tells a reader nothing."""
    return " " in text or text.isupper()


def ends(edtf: str | None) -> str:
    """Return the last day of a date, as a sort key; what has none comes first."""
    return dates.bounds(edtf)[1] if edtf else ""
