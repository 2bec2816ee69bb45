"""What is asked first of countries side by side: since when each is what to the Republic of Korea, and how much."""

from __future__ import annotations

from aseanrok import dates, schema, store
from aseanrok.cards.called import dated, doubt
from aseanrok.cards.force import ROK, stands
from aseanrok.values import Row
from aseanrok.wording import date, worded

RELATIONS, STATUS, AGREEMENT = "diplomatic-relations", "status", "agreement"
"""The kinds of milestones and documents that say what two countries are to each other."""


def with_rok(country: Row, lang: str) -> dict[str, str]:
    """Return what a country and the ROK are to each other, a line each: what is not recorded is said so."""
    both = {country["iso3"], ROK}
    if len(both) < 2:
        return {}
    milestones = store.rows_naming("milestones", "countries", country["iso3"])
    relations = [row for row in milestones if row["kind"] == RELATIONS and both == set(row["countries"])]
    partnerships = [row for row in milestones if row["kind"] == STATUS and both <= set(row["countries"])]
    told = {
        "Diplomatic relations with the ROK": _days(relations, lang),
        "Partnership with the ROK": "; ".join(_told(row, lang) for row in partnerships),
        "Agreement with the ROK alone": _agreements(both, lang),
    }
    said = {worded(heading, lang): value or worded("not recorded", lang) for heading, value in told.items()}
    return {**said, **_figures(country["id"], lang)}


def _days(rows: list[Row], lang: str) -> str:
    """Return the day of the one act that is recorded; of several, what each was."""
    return dated(rows[0], lang) if len(rows) == 1 else "; ".join(_told(row, lang) for row in rows)


def _told(row: Row, lang: str) -> str:
    return f"{schema.table('milestones').label(row, lang)}, {dated(row, lang)}"


def _agreements(both: set[str], lang: str) -> str:
    """Return the agreements that entered into force for the two alone, and since when each is in force."""
    parties: dict[str, set[str]] = {}
    for row in store.table("entries"):
        parties.setdefault(row["document"], set()).update(row["countries"])
    ids = [id for id, known in parties.items() if known == both]
    rows = [row for row in store.rows_where("documents", "id", ids) if row["kind"] == AGREEMENT] if ids else []
    forces = stands([row["id"] for row in rows], lang)
    label = schema.table("documents").label
    return "; ".join(f"{label(row, lang)}, {dated(row, lang)}; {forces.get(row['id'], '')}" for row in rows)


def _figures(id: str, lang: str) -> dict[str, str]:
    """Return the newest figure of each thing that is measured; of visitors those of both ways."""
    newest: dict[tuple[str, str], Row] = {}
    for row in store.rows_where("statistics", "about", (id,)):
        key = row["indicator"], row["name"]
        if row["period"] and (key not in newest or _end(row) >= _end(newest[key])):
            newest[key] = row
    statistics = schema.table("statistics")
    indicator = statistics.fields["indicator"]
    said: dict[str, list[str]] = {}
    for (measured, _), row in newest.items():
        heading = indicator.worded(measured, lang) if lang == "ko" else measured.replace("-", " ").capitalize()
        stated = statistics.worded(row, "stated", lang) + doubt(row, "stated", lang)
        said.setdefault(heading, []).append(f"{statistics.label(row, lang)}: {stated}, {date(row['period'], lang)}")
    return {heading: "; ".join(known) for heading, known in sorted(said.items())}


def _end(row: Row) -> str:
    return dates.bounds(row["period"])[1]
