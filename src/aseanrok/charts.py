"""Rows as bars: amounts by year, acts counted by year, the years that series span. Pure functions over published rows.

Nothing is drawn here (`output/_bars.py` does that), nothing is rounded, and no two units or ways of counting share a
chart. Years are said to be not recorded only where no row of the table is for them, whatever was filtered away.
"""

from __future__ import annotations

from aseanrok import roles
from aseanrok.groups import of_each, years
from aseanrok.schema import Table
from aseanrok.values import Row, Value
from aseanrok.views import NOT_HELD, STAR, WORKED_OUT
from aseanrok.wording import date, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

FULL, PROMISED, OTHER = "full", "promised", "other"
"""How a bar is filled: for what is recorded, for what is only promised or announced, for no single year."""


class Bar(Value):
    """A line of a chart: what it is for, how long it is, the number beside it with its marks, and a word after it.

    `more` is a part that follows, of what was not held. Without a size it is a line of words: years not recorded. Of a
    span `size` is its first year, `more` its last, and `mark` a year beyond it.
    """

    __slots__ = ("fill", "label", "mark", "marks", "more", "note", "number", "size")

    def __init__(
        self,
        label: str,
        size: float | None,
        number: str,
        marks: str = "",
        fill: str = FULL,
        note: str = "",
        more: float = 0,
        mark: int | None = None,
    ) -> None:
        self.label = label
        self.size = size
        self.number = number
        self.marks = marks
        self.fill = fill
        self.note = note
        self.more = more
        self.mark = mark


class Chart(Value):
    """Bars of one unit, counted in one way; `most` is the amount of the longest that is drawn to the same scale.

    Charts under one heading follow each other, each with its `part`. A chart of spans has the years it runs over.
    """

    __slots__ = ("bars", "heading", "most", "part", "years")

    def __init__(
        self, heading: str, part: str, bars: tuple[Bar, ...], most: float, years: tuple[int, int] | None = None
    ) -> None:
        self.heading = heading
        self.part = part
        self.bars = bars
        self.most = most
        self.years = years


# --- amounts ----------------------------------------------------------------------------------------------------------


def holds_amounts(table: Table) -> bool:
    """Say whether the rows of a table are amounts, each for a period."""
    return {"value", "unit", "stated", "period"} <= table.fields.keys()


def amounts(
    rows: Sequence[Row], table: Table, known: Iterable[Row], named: Callable[[str], str], lang: str,
    asked: Callable[[str], bool] = lambda year: True,
) -> list[Chart]:  # fmt: skip
    """Return a chart for each thing that is measured in one unit and counted in one way, in the order of the rows.

    An annual sum is a bar in each year of its period that was `asked` for. `known` are all rows of the table, `named`
    gives the name of a record or a country.
    """
    recorded: dict[tuple[str, ...], set[str]] = {}
    givers: dict[str, set[str]] = {}
    for row in known:
        recorded.setdefault(_key(row), set()).update(years(row["period"]))
        givers.setdefault(_key(row)[0], set()).add(row.get("contributor") or "")
    charts: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        charts.setdefault(_key(row), []).append(row)
    most: dict[tuple[str, ...], float] = {}
    for key, own in charts.items():
        most[key[:2]] = max(most.get(key[:2], 0), *(row["value"] or 0 for row in own))
    made = [
        Chart(_heading(own[0], table, named, lang), _part(own[0], named, lang, several=len(givers[key[0]]) > 1),
              tuple(_with_gaps(_amounts(own, table, lang, asked), recorded[key], lang)), most[key[:2]])
        for key, own in charts.items()
    ]  # fmt: skip
    order = list(dict.fromkeys(chart.heading for chart in made))
    # What has no word above it would stand under that of another part.
    return sorted(made, key=lambda chart: (order.index(chart.heading), bool(chart.part)))


def _key(row: Row) -> tuple[str, ...]:
    """Return what two rows must share to stand in one chart: the thing and the unit first, then who counts or gives."""
    thing = row.get("fund") or f"{row.get('about')} {row.get('name')}"
    return thing, row["unit"], row.get("basis") or "", row.get("contributor") or "", str(row.get("kind") == "total")


def _heading(row: Row, table: Table, named: Callable[[str], str], lang: str) -> str:
    return named(row["fund"]) if row.get("fund") else table.label(row, lang)


def _part(row: Row, named: Callable[[str], str], lang: str, *, several: bool) -> str:
    """Return who gave or counted, and that sums over several years are such."""
    if "basis" in row:
        return row["basis"] or worded("who counted is not recorded", lang)
    giver = named(row["contributor"]) if several else ""
    total = worded("over several years", lang) if row.get("kind") == "total" else ""
    return ", ".join(filter(None, (giver, total)))


def _amounts(rows: Sequence[Row], table: Table, lang: str, asked: Callable[[str], bool]) -> Iterator[tuple[str, Bar]]:
    """Yield the bars of rows, each with the year it begins in; an annual sum in each year of its period.

    Beside amounts of whole years, one of a month or of several years has another filling.
    """
    by_year = any(len(row["period"] or "") == 4 for row in rows)
    for row in rows:
        covered = years(row["period"])
        annual = row.get("kind") == "annual" and len(covered) > 1
        promised = row.get("status") == "pledged" or row["confidence"] == "announced"
        note = _promise(row, table, lang) if promised else ""
        fill = PROMISED if promised else FULL if annual or _is_usual(row["period"] or "", by_year=by_year) else OTHER
        number = str((lang == "ko" and row.get("stated_ko")) or row["stated"])
        for year in of_each(covered, asked) if annual else covered[:1] or [""]:
            label = year if annual else _period(row["period"], lang)
            yield (
                year,
                Bar(label + _marks(row, "period"), row["value"], number, _marks(row, "value", "stated"), fill, note),
            )


def _is_usual(period: str, *, by_year: bool) -> bool:
    return len(period) == 4 if by_year else "/" not in period


def _promise(row: Row, table: Table, lang: str) -> str:
    name = "status" if row.get("status") == "pledged" else "confidence"
    return str(table.fields[name].worded(row[name], lang))


def _period(when: str | None, lang: str) -> str:
    if not when:
        return worded("no date", lang)
    return date(when, lang) if lang == "ko" and "/" in when else when


def _marks(row: Row, *names: str) -> str:
    """Return the marks of a value: a star where sources differ on it, a tilde where it was worked out here."""
    disputed, derived = (any(name in (row.get(of) or ()) for name in names) for of in ("disputed", "derived"))
    return (STAR if disputed else "") + (WORKED_OUT if derived else "")


# --- counts -----------------------------------------------------------------------------------------------------------


def by_year(rows: Iterable[Row], table: Table) -> list[Row]:
    """Return a row for each year with how many rows begin in it; of meetings not held `more` says how many of which."""
    field = table.first(roles.DATE) or "date"
    found: dict[str, Row] = {}
    for row in rows:
        year = (years(row[field]) or [""])[0]
        counted = found.setdefault(year, {"year": year, "count": 0, "more": {}})
        if (status := row.get("status")) in NOT_HELD:
            counted["more"][status] = counted["more"].get(status, 0) + 1
        else:
            counted["count"] += 1
    return [found[year] for year in sorted(found, key=lambda year: (not year, year))]


_FEW = 8
"""One of so few does not fill a line."""


def counts(
    counted: Sequence[Row], known: Iterable[Row], heading: str, words: Callable[[str], str], lang: str,
    asked: Callable[[str], bool] = lambda year: True, none: str = "none recorded",
) -> list[Chart]:  # fmt: skip
    """Return one chart of rows that `by_year` counted; `known` are all of them, `words` says a status in a language.

    Of years between them that were `asked` for and have no row `none` is said.
    """
    bars = []
    for row in counted:
        more = ", ".join(f"+{number} {words(status)}" for status, number in row["more"].items())
        bar = Bar(
            row["year"] or worded("no date", lang),
            row["count"],
            str(row["count"]),
            note=more,
            more=sum(row["more"].values()),
        )
        bars.append((row["year"], bar))
    most = max((row["count"] + sum(row["more"].values()) for row in counted), default=0)
    shown = _with_gaps(bars, {row["year"] for row in known}, lang, none, asked)
    return [Chart(heading, "", tuple(shown), max(most, _FEW))] if bars else []


def _with_gaps(
    bars: Iterable[tuple[str, Bar]], recorded: set[str], lang: str, said: str = "not recorded",
    asked: Callable[[str], bool] = lambda year: True,
) -> Iterator[Bar]:  # fmt: skip
    """Yield bars, and between two of them the years that have none; in another order than of years, these last."""
    bars = list(bars)
    dated = [int(year) for year, _ in bars if year]
    step = 1 if dated == sorted(dated) else -1 if dated == sorted(dated, reverse=True) else 0

    def gaps(years: Iterable[int]) -> Iterator[Bar]:
        missing = [each for each in years if f"{each:04}" not in recorded and asked(f"{each:04}")]
        for first, end in _runs(missing, step or 1):
            low, high = min(first, end), max(first, end)
            yield Bar(f"{low}" if low == high else f"{low}-{high}", None, worded(said, lang))

    last = None
    for year, bar in bars:
        if year and last is not None and step:
            yield from gaps(range(last + step, int(year), step))
        yield bar
        last = int(year) if year else last
    if not step:
        yield from gaps(range(min(dated), max(dated)))


def _runs(numbers: Iterable[int], step: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] + step == number:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs


# --- spans ------------------------------------------------------------------------------------------------------------


def spans(rows: Sequence[Row], table: Table, heading: str, lang: str) -> list[Chart]:
    """Return one chart of series: from the first year to the last that a meeting is recorded as held, and the next."""
    bars = []
    for row in rows:
        first, last, following = (_year(row[name]) for name in ("first", "last", "next"))
        number = worded("{} held", lang, row["held"])
        note = worded("none recorded", lang) if first is None and following is None else ""
        marks = _marks(row, "first", "last", "next")
        bars.append(Bar(table.label(row, lang), first, number, marks, note=note, more=last or 0, mark=following))
    ends = [year for bar in bars for year in (bar.size, bar.more, bar.mark) if year]
    if not bars:
        return []
    reach = (int(min(ends)), int(max(ends))) if ends else (0, 0)
    return [Chart(heading, "", tuple(bars), 0, reach)]


def _year(when: str | None) -> int | None:
    return int(years(when)[0]) if when else None
