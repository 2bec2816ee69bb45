"""A card that is read at one sitting: long parts are cut, and say how much is left out and what shows it."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.values import Row
from aseanrok.views import Section
from aseanrok.wording import worded

MOST = 12
"""A part of a card with more rows than these is cut."""

FEW = 5
"""The same where a card has many parts, and others matter more."""

BRIEFING = ("frameworks", "funds", "series", "countries")
"""The tables of things that many records belong to: their cards begin with how they stand."""


class Cut:
    """How much of each part of a card is shown, and which command shows the rest of it."""

    def __init__(self, whole: Row, *, full: bool, lang: str = "en") -> None:
        self.full = full
        self.lang = lang
        self._whole = whole
        self.is_briefing = whole["table"] in BRIEFING
        self.most = FEW if whole["table"] == "frameworks" else MOST
        self.aside = FEW if self.is_briefing else MOST  # of what stands around it: relations, sources

    def part(self, section: Section, command: str = "", *, newest: bool = False, most: int = 0) -> Section:
        """Return a part of a card, cut where it is long; of what is dated the newest rows stay."""
        most = most or self.most
        rows = list(section.listing.rows) if section.listing else list(section.items)
        over = len(rows) - most
        # A line that says that one row is missing is no shorter than the row.
        if self.full or over < 2:
            return section
        kept = slice(over, None) if newest else slice(None, most)
        said = self.said(over, command, earlier=newest)
        cut = section.replace(
            heading=section.heading if "(" in section.heading else f"{section.heading} ({len(rows)})",
            earlier=said if newest else "",
            more="" if newest else said,
        )
        if section.listing:
            return cut.replace(listing=section.listing.replace(rows=rows[kept]))
        return cut.replace(items=section.items[kept], links=section.links[kept])

    def said(self, count: int, command: str = "", *, earlier: bool = False) -> str:
        """Return how many rows are left out, and the command that shows them."""
        shows = f"aseanrok {command or self.whole_card}"
        return worded("… {} earlier: {}" if earlier else "… {} more: {}", self.lang, count, shows)

    @property
    def whole_card(self) -> str:
        """The command that shows everything."""
        return f"show {self._whole['id']} --full"

    @property
    def notes(self) -> str:
        """The line that says what shows the notes that are left out."""
        return f"… {worded('notes', self.lang)}: aseanrok {self.whole_card}"

    def listed_by(self, table: str) -> str:
        """Return the command that lists what of a table belongs to the record, or the one that shows it whole."""
        own, id = self._whole["table"], self._whole["id"]
        for name, _, _, filters, _, _, named_in, field, *_ in store.commands():
            if name == table:
                known_by = schema.table(own).singular
                if (named_in == own and field) or (not named_in and known_by in schema.table(name).fields):
                    return f"{name} {id}"
                for option, known in (("framework", "frameworks"), ("country", "countries")):
                    if own == known and option in filters.split():
                        return f"{name} --{option} {id}"
        return self.whole_card
