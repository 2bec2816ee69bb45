"""Who belongs to which framework, counted and laid out for a reader. Pure functions over published rows."""

from __future__ import annotations

from aseanrok.values import Row
from aseanrok.wording import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BELONGING = ("member", "participant")
"""The roles of those who belong to a framework; partners, observers and donors stand beside it."""


def belonging(rows: Sequence[Row]) -> list[Row]:
    """Return those who belong, without partners, observers and donors; all of them where nobody belongs."""
    return [row for row in rows if row["role"] in BELONGING] or list(rows)


def standings(rows: Iterable[Row], lang: str, roles: Mapping[str, str]) -> list[tuple[str, list[Row]]]:
    """Return memberships of a country under headings that say what it is there: `Belongs to`, `Dialogue partner of`.

    `roles` are the Korean words for what it may be.
    """
    found: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row["role"] not in BELONGING):
        role = row["role"].replace("-", " ").capitalize() if lang == "en" else roles[row["role"]]
        heading = worded("Belongs to", lang) if row["role"] in BELONGING else worded("{} of", lang, role)
        found.setdefault(heading, []).append(row)
    return list(found.items())


def counted(
    rows: Sequence[Row], listed: Sequence[Row], lang: str = "en", roles: Mapping[str, str] | None = None
) -> str:
    """Return how many members there are, for a reader; `listed` are those of the rows that are shown.

    `roles` are the Korean words for what they are.
    """

    def number(count: int, role: str) -> str:
        if lang == "ko" and roles:
            return f"{roles[role]} {count}"
        return f"{count} {role.replace('-', ' ')}{'' if count == 1 else 's'}"

    said = []
    for role in _roles(listed):
        of = [row for row in listed if row["role"] == role]
        gone = [row for row in of if row["left"] and "holds" not in row]
        perhaps = [row for row in of if row.get("holds") == "perhaps"]
        words = number(len(of) - len(gone) - len(perhaps), role)
        words += worded(", {} more perhaps", lang, len(perhaps)) if perhaps else ""
        words += worded(", {} more until they left", lang, len(gone)) if gone else ""
        said.append(words)
    if undated := sum(row.get("holds") == "undated" for row in listed):
        said.append(worded("when {} of them joined is not recorded", lang, undated))
    rows = [row for row in rows if not row["left"] or "holds" in row]
    beside = [role for role in _roles(rows) if role not in _roles(listed)]
    said += [
        worded("not listed: {} (--kind {})", lang, number(sum(row["role"] == role for row in rows), role), role)
        for role in beside
    ]
    return "; ".join(said)


def _roles(rows: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(row["role"] for row in rows))


def matrix(rows: Iterable[Row], order: Iterable[str]) -> tuple[list[Row], list[str]]:
    """Return a row for each country with a cell for each framework, and the frameworks that have any, in their order.

    A cell is the year of joining, or the role where no year is recorded or the country does not belong: `1995`,
    `participant`, `dialogue-partner`, `1999-2005` where it left, `2011?` where `holds` is perhaps. Countries in most
    frameworks come first.
    """
    cells: dict[str, Row] = {}
    standing: dict[tuple[str, str], Row] = {}
    for row in rows:
        named = {name: row[name] for name in ("country", "name", "name_ko")}
        cells.setdefault(row["country"], {**named, "disputed": []})
        known = standing.get((row["country"], row["framework"]))
        # An observer that became a member is a member.
        if known is None or (row["role"] in BELONGING, not row["left"]) > (
            known["role"] in BELONGING,
            not known["left"],
        ):
            standing[row["country"], row["framework"]] = row
    for (country, framework), row in standing.items():
        cells[country][framework] = _cell(row)
        if "joined" in row.get("disputed", ()) and _year(row["joined"]) in cells[country][framework]:
            cells[country]["disputed"].append(framework)
    present = {framework for _, framework in standing}
    columns = [framework for framework in order if framework in present]
    done = [
        {
            **{name: row.get(name) for name in ("country", "name", "name_ko")},
            **{name: row.get(name) for name in columns},
            "disputed": row["disputed"],
        }
        for row in cells.values()
    ]
    done.sort(key=lambda row: (sum(row[name] is None for name in columns), row["name"]))
    return done, columns


def _cell(row: Row) -> str:
    cell: str = _year(row["joined"]) if row["joined"] and row["role"] in BELONGING else row["role"]
    if row["left"]:
        cell += f"-{_year(row['left'])}"
    if row.get("holds") == "perhaps":
        cell += "?"
    return cell


def _year(when: str) -> str:
    """Return the year of a date, or the whole of one whose beginning is not known: `../1999`."""
    return when[:4] if when[:4].isdigit() else when
