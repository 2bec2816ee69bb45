"""Documents in a brief: the plans that run, the agreements and for whom they are in force, the newest other texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aseanrok import asof, dates, store
from aseanrok.brief.draft import Draft, ends, marks
from aseanrok.brief.page import Grid, Line, Said
from aseanrok.cards.called import countries_named
from aseanrok.cards.force import amended, amendments
from aseanrok.cards.glance import PLANS
from aseanrok.values import Row
from aseanrok.wording import date

AGREED = ("agreement", "protocol", "mou")
"""The kinds of documents that enter into force."""

NAMED = 5
"""So many countries are named; of more their number is told."""


def known(framework: Row, draft: Draft) -> list[Row]:
    """Return the documents of a framework with what holds of each on the day of the brief."""
    rows = store.rows_naming("documents", "frameworks", framework["id"])
    entries = store.rows_where("entries", "document", [row["id"] for row in rows]) if rows else []
    return asof.documents(rows, entries, draft.today)


def plans(documents: Sequence[Row], draft: Draft) -> Iterator[Line]:
    """Yield the plans that run, by their kind; where none runs, the newest, and that its years are over."""
    replaced = {row["replaces"] for row in documents}
    for kind, label in PLANS.items():
        own = sorted((row for row in documents if row["kind"] == kind and row["period"]), key=_period)
        running = [row for row in own if asof.course(row, draft.today) in ("running", "to come")]
        shown = [row for row in running if row["id"] not in replaced] or running or own[-1:]
        if shown:
            yield Line(draft.word(label), *(_plan(row, draft) for row in shown))


def _period(row: Row) -> str:
    return ends(row["period"])


def _plan(row: Row, draft: Draft) -> Said:
    title, years = draft.called("documents", row), dates.in_words(row["period"])
    parts = [title if years in title else f"{title} ({years})"]
    if row["date"] and row["date"] != row["period"]:
        parts.append(draft.word("adopted {}", f"{date(row['date'], draft.lang)}{marks(row, 'date')}"))
    if (state := asof.course(row, draft.today)) != "running":
        parts.append(draft.word("to come" if state == "to come" else "over, no later one recorded"))
    return draft.said(", ".join(parts), row, "period", "date", "adopted")


def agreements(documents: Sequence[Row], draft: Draft, most: int) -> tuple[Grid, str]:
    """Return the agreements whose entry into force is recorded, the newest first, and what is said of the others."""
    agreed = [row for row in documents if row["kind"] in AGREED]
    forced = [row for row in agreed if "in force" in row["state"]]
    entries: dict[str, list[Row]] = {row["id"]: [] for row in agreed}
    for entry in store.rows_where("entries", "document", entries) if entries else ():
        entries[entry["document"]].append(entry)
    forced.sort(key=lambda row: max((ends(each["date"]) for each in entries[row["id"]]), default=""), reverse=True)
    shown = forced[: draft.most(most)]
    changed = amendments(shown) if shown else {}
    rows = [
        (
            Said(draft.called("documents", row)),
            draft.said(f"{draft.day(row['date'])}{marks(row, 'date')}", row, "signed", "date", "adopted"),
            draft.said(_force(row, entries[row["id"]], changed, draft), row, "in_force"),
        )
        for row in shown
    ]
    headings = tuple(map(draft.word, ("Agreement", "Signed", "In force")))
    over = sum(row["state"] == "over" and bool(entries[row["id"]]) for row in agreed)
    others = len(agreed) - len(forced) - over
    rest = draft.sentence(
        draft.rest(len(forced) - len(shown), "agreements in force"),
        draft.word("no longer in force: {}", over) if over else "",
        draft.word("signed without a recorded entry into force: {}", others) if others else "",
    )
    return Grid(headings, rows, (46, 20, 34)), rest


def _force(row: Row, entries: Sequence[Row], changed: Mapping[str, list[Row]], draft: Draft) -> str:
    """Return since when an agreement is in force, for whom where that is not for all alike, and its amendments."""
    told = []
    for entry in sorted(entries, key=lambda each: dates.order(each["date"])):
        who = _parties(entry, draft)
        when = _since(entry, draft)
        told.append(f"{when} ({who})" if who else when)
    for name, text in (("not_in_force_for", "not for {}"),):
        if row[name]:
            told.append(draft.word(text, ", ".join(countries_named(row[name], draft.lang))))
    said = f"{'; '.join(told)}{marks(row, 'in_force')}"
    return "; ".join(filter(None, (said, amended(row, changed, draft.lang))))


def _since(entry: Row, draft: Draft) -> str:
    """Return the day of an entry into force, and whether it is still to come."""
    when = date(entry["date"], draft.lang)
    return when if dates.bounds(entry["date"])[0] <= draft.today else f"{when}, {draft.word('to come')}"


def _parties(entry: Row, draft: Draft) -> str:
    """Return for whom an agreement entered into force on one day; nothing where that is for all alike."""
    named = countries_named(entry["countries"], draft.lang)
    return draft.word("{} parties", len(named)) if len(named) > NAMED and not draft.full else ", ".join(named)


def newest(documents: Sequence[Row], draft: Draft, most: int) -> Line | None:
    """Return the newest texts that are neither plans nor agreements."""
    others = [row for row in documents if row["kind"] not in (*PLANS, *AGREED) and row["date"] and not row["period"]]
    others.sort(key=lambda row: ends(row["date"]), reverse=True)
    shown = others[: draft.most(most)]
    if not shown:
        return None
    said = (
        draft.said(
            f"{draft.called('documents', row)} ({date(row['date'], draft.lang)}{marks(row, 'date')})", row, "date"
        )
        for row in shown
    )
    return Line(draft.word("Newest texts"), *said)


def of_country(iso3: str, draft: Draft, most: int) -> tuple[Grid, str]:
    """Return the agreements that entered into force for a country, or did not yet, the newest first."""
    entries = [row for row in store.table("entries") if iso3 in row["countries"]]
    rows = {row["id"]: row for row in store.rows_where("documents", "id", {each["document"] for each in entries})}
    entries = [entry for entry in entries if not asof.is_over(rows[entry["document"]], draft.today)]
    # A protocol says for whom it is not in force yet.
    outside = [row for row in store.table("documents") if iso3 in row["not_in_force_for"] and row["id"] not in rows]
    entries.sort(key=lambda row: ends(row["date"]), reverse=True)
    shown = entries[: draft.most(most)]
    grid = []
    for entry in shown:
        row = rows[entry["document"]]
        grid.append(
            (
                Said(draft.called("documents", row)),
                Said(_parties(entry, draft)),
                draft.said(f"{_since(entry, draft)}{marks(row, 'in_force')}", row, "in_force"),
            )
        )
    for row in outside[: draft.most(most)]:
        no = draft.word("not yet in force")
        grid.append((Said(draft.called("documents", row)), Said(""), draft.said(no, row, "in_force")))
    headings = tuple(map(draft.word, ("Agreement", "For", "In force")))
    return Grid(headings, grid, (56, 18, 26)), draft.sentence(
        draft.rest(len(entries) - len(shown), "agreements in force")
    )


def for_all(frameworks: Mapping[str, str | None], draft: Draft, most: int) -> Iterator[Line]:
    """Yield the agreements of some frameworks that are in force for all their parties, which no record names.

    Beside each framework stands since when a country belongs to it: what was in force before, it need be no party to.
    """
    entries = {row["document"]: row for row in store.table("entries") if not row["countries"]}
    rows = [
        row
        for row in store.rows_where("documents", "id", entries)
        for joined in [frameworks[id] for id in row["frameworks"] if id in frameworks][:1]
        if not asof.is_over(row, draft.today)
        if not joined or dates.bounds(joined)[0] <= dates.bounds(entries[row["id"]]["date"])[1]
    ]
    rows.sort(key=lambda row: ends(entries[row["id"]]["date"]), reverse=True)
    shown = rows[: draft.most(most)]
    said = [
        draft.said(f"{draft.called('documents', row)} ({_since(entries[row['id']], draft)})", row, "in_force")
        for row in shown
    ]
    if more := draft.rest(len(rows) - len(shown), "agreements in force"):
        said.append(Said(more))
    if said:
        yield Line(draft.word("For all parties, not recorded by name"), *said)
