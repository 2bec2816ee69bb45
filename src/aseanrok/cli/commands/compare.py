"""`aseanrok compare`: two or more things of a kind side by side."""

from __future__ import annotations

from aseanrok import schema, store
from aseanrok.cards import card
from aseanrok.cards.called import dated, doubt
from aseanrok.cli.records import record
from aseanrok.cli.request import Request
from aseanrok.errors import UsageFailure
from aseanrok.values import Row
from aseanrok.views import Card, View
from aseanrok.wording import worded

HELP = """\
Two or more things of a kind side by side, a line for each thing that is known of them: frameworks, funds,
countries, plans of action, meetings. Things of different kinds are compared in what both have. Of countries it tells
since when each has relations, a partnership and an agreement with the ROK, and the newest figures.

\b
Examples:
  aseanrok compare apt eas
  aseanrok compare akcf mkcf bkcf
  aseanrok compare Laos Cambodia --format csv"""

LONGEST = 6
"""So many items of a list are named; of more, their number is told."""


def run(request: Request) -> View:
    """Return a line for each thing that is known of what is compared."""
    found = list({row["id"]: row for row in (record(name, request) for name in request.names)}.values())
    ids = [row["id"] for row in found]
    if len(ids) < 2:
        raise UsageFailure("compare takes two things or more that differ: aseanrok compare apt eas")
    lang = request.rows_lang
    cards = [card(row, lang) for row in found]
    sides = [_side(row, shown, lang) for row, shown in zip(found, cards, strict=True)]
    labels = dict.fromkeys(label for side in sides for label in side)
    rows = [{"field": label, **{id: side.get(label) for id, side in zip(ids, sides, strict=True)}} for label in labels]
    titles = {row["id"]: shown.title for row, shown in zip(found, cards, strict=True)}
    table = schema.table("compared").with_columns(titles, ("field",))
    listing = request.listing(rows, table, ("field", *ids))
    return View(listing.replace(titles=titles))


def _side(row: Row, shown: Card, lang: str) -> dict[str, str]:
    """Return what is known of one thing: the lines of its card, then each of its lists, short or counted."""
    table = schema.table(row["table"])
    kind = {worded("Record", lang): table.name_ko if lang == "ko" else table.singular}
    side = {**kind, **dict(shown.facts)}
    disputes = (worded("Sources differ", lang), worded("A misprint", lang))
    if row["table"] == "frameworks":
        side.update(_framework(row["id"], lang))
    if row["table"] == "countries":
        from aseanrok.cli.sides import with_rok

        side.update(with_rok(row, lang))
    for section in shown.sections:
        if section.quiet or section.heading.startswith(disputes):
            continue
        named, begins, doubt = section.heading.partition(f" [{worded('disputed', lang)}")
        heading = named.partition(" (")[0]
        count = len(section.items) or (sum(1 for _ in section.listing.rows) if section.listing else 0)
        if section.items and len(section.items) <= LONGEST:
            side[heading] = "; ".join(section.items) + begins + doubt
        else:
            side[heading] = side.get(heading, str(count)) + begins + doubt
    return side


def _framework(id: str, lang: str) -> dict[str, str]:
    """Return what is asked first of a framework: how many belong to it, and its last summit."""
    from aseanrok.membership import belonging

    members = belonging(store.rows_where("members", "framework", (id,)))
    summits = [
        row
        for row in store.table("meetings")
        if id in row["frameworks"] and row["status"] == "held" and row["ordinal"] and "Summit" in row["title"]
    ]
    known = {worded("Members", lang): f"{len(members)}"} if members else {}
    if summits:
        last = max(summits, key=lambda row: row["date"] or "")
        table = schema.table("meetings")
        is_virtual = last["mode"] == "virtual"
        place = worded("virtual", lang) if is_virtual else table.worded(last, "place", lang)
        place = place and place + doubt(last, "mode" if is_virtual else "place", lang)
        parts = (table.label(last, lang) + doubt(last, "ordinal", lang), last["date"] and dated(last, lang), place)
        known[worded("Latest summit", lang)] = ", ".join(part for part in parts if part)
    return known
