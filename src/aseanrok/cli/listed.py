"""The filters of a listing: what each option keeps, and what two of them cannot mean together."""

from __future__ import annotations

from aseanrok import dates, roles, rows, schema, store
from aseanrok.errors import UsageFailure, quoted
from aseanrok.names import choice_or_fail, in_english, known_or_fail, parts, resolve
from aseanrok.schema import Table
from aseanrok.values import Row
from aseanrok.words import fold, squeezed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Protocol, TypeVar

    Meant = TypeVar("Meant")

    class Options(Protocol):
        """What was written of the filters."""

        command: str

        def is_given(self, *names: str) -> bool:
            """Say whether one of these options was written."""

        def option(self, name: str) -> str | None:
            """Return the value of an option that is written once."""

        def date(self, what: str, value: str, *, one: bool = False) -> str:
            """Return a date somebody wrote, as EDTF."""

        def values(self, name: str) -> list[str]:
            """Return the values of an option that may be repeated."""

        @property
        def lang(self) -> str:
            """The language of names."""

        def tell(self, said: Callable[[str], str]) -> None:
            """Say something of the answer, before it."""


KEEPING = ("framework", "since", "until", "year", "country", "kind")
"""The options that leave some records out of a search."""

_MOST = 900
"""Kinds are listed whole, for nothing else lists them; an open vocabulary of so many letters would be none."""


def filtered(request: Options, found: Iterable[Row], table: Table) -> Iterable[Row]:
    """Return the rows that pass every filter of a call, one at a time; a filter that is wrong is told of at once."""
    tests = [*by_framework_and_time(request, table)]
    if codes := countries(request):
        tests.append(rows.of_countries(codes, table))
    if (field := table.first(roles.KIND)) and (written := each("--kind", request.values("kind"))):
        meant = kinds((in_english(name, table.fields[field]) for name in written), _kinds_of(table, field))
        tests.append(rows.of_kinds(set().union(*once("--kind", written, meant)), field))
    if written := request.values("place"):
        from aseanrok.cli.matched import plain  # only a call with words to match needs it

        places = [_place(plain("--place", place)) for place in written]
        once("--place", written, [called for called, _ in places])
        tests.append(rows.at_places([name for _, names in places for name in names], table))
    if conditions := request.values("where"):
        from aseanrok.cli.where import alike, asks_day, condition  # only a call that has one needs it

        then = table.as_of if request.is_given("as_of") else {}
        whole = table.on_day() if then else table
        tests += [condition(text, whole, request.date) for text in conditions if not asks_day(text, then)]
        once("--where", conditions, [alike(text, whole, request.date) for text in conditions])
    if words := request.option("match"):
        from aseanrok.cli.matched import matching  # only a call with words to match needs it

        tests.append(matching(words, table, request))
    return (row for row in found if all(test(row) for test in tests)) if tests else found


def of_day(request: Options, rows: list[Row], table: Table) -> list[Row]:
    """Return the rows, of those that held on a day, that pass the conditions on what `--as-of` adds to them."""
    if not (conditions := request.values("where")):
        return rows
    from aseanrok.cli.where import asks_day, condition

    whole = table.on_day()
    tests = [condition(text, whole, request.date) for text in conditions if asks_day(text, table.as_of)]
    return [row for row in rows if all(test(row) for test in tests)]


def _kinds_of(table: Table, field: str) -> Iterable[str | None]:
    """Return the kinds of the rows of a table; of one that only describes an answer, all there can be."""
    return (row.get(field) for row in store.stream(table.name)) if table.is_read else table.fields[field].words


def _place(name: str) -> tuple[str, list[str]]:
    """Return what a place is called here, and it as it was written and as the records write it: Laos, Lao PDR."""
    if country := resolve(store.table("countries"), name, schema.table("countries")):
        forms = {country["name"], country["short_name"] or country["name"]}
        # A code may be a word, and 인도 begins 인도네시아.
        return country["name"], [*forms, *([name] if name.isascii() and len(name) > rows.SHORT else [])]
    known = resolve(store.table("places"), name, schema.table("places"))
    if known is None:
        return squeezed(name), [name]
    # A row itself holds an English name so; 자카르타 stands in 족자카르타.
    return known["name"], [name, known["name"]] if name.isascii() else [known["name"]]


def by_framework_and_time(request: Options, table: Table, *, years: bool = True) -> Iterator[rows.Test]:
    """Yield the tests of --framework, --since, --until and --year; without `years` that one means something else."""
    if ids := frameworks(request):
        yield rows.of_frameworks(ids)
    spans = [rows.between(since, until, table) for since, until in _spans(request)] if years else []
    if spans:
        yield lambda row: any(test(row) for test in spans)


def each(flag: str, values: Iterable[str]) -> list[str]:
    """Return the values of an option that may be repeated, or given as `a,b`; raise UsageFailure where one is none."""
    return [name for value in values for name in parts(flag, value)]


def once(flag: str, written: Sequence[str], meant: Sequence[Meant]) -> Sequence[Meant]:
    """Return what the values of an option mean; raise UsageFailure where two of them, as written, mean the same."""
    for number, one in enumerate(meant):
        if one in meant[:number]:
            first, again = written[meant.index(one)], written[number]
            same = (
                f"is given twice: {quoted(again)}" if first == again else f"{quoted(first)} and {quoted(again)} are one"
            )
            raise UsageFailure(f"{flag} {same}; once is enough")
    return meant


def kinds(names: Iterable[str], found: Iterable[str | None]) -> list[frozenset[str]]:
    """Return the kinds that each name asks for, of those that rows are of: `Health` and `health` are one."""
    known = sorted({kind for kind in found if kind})
    asked = (fold(choice_or_fail("kind", name, known, _MOST)) for name in names)
    return [frozenset(kind for kind in known if fold(kind) == each) for each in asked]


def frameworks(request: Options) -> list[str]:
    """Return the ids of the frameworks that were asked for."""
    names = request.values("framework")
    if not names:
        return []
    known, table = store.table("frameworks"), schema.table("frameworks")
    names = each("--framework", names)
    return list(once("--framework", names, [known_or_fail("framework", name, known, table)["id"] for name in names]))


def read(request: Options, table: Table, *, streams: bool) -> Iterable[Row]:
    """Return the rows of a table that filters are asked of, one at a time if it streams.

    Where all are held and one framework is asked for, only the rows that name it are parsed.
    """
    if streams:
        return store.stream(table.name)
    if "frameworks" in table.fields and table.key == "id" and len(ids := frameworks(request)) == 1:
        return store.rows_naming(table.name, "frameworks", ids[0])
    return store.table(table.name)


def countries(request: Options) -> list[str]:
    """Return the ISO 3166-1 alpha-3 codes of the countries that were asked for."""
    values = request.values("country")
    if not values:
        return []
    known, table = store.table("countries"), schema.table("countries")
    names: list[str] = []
    for value in values:
        split = parts("--country", value)
        names += [value] if resolve(known, value, table) else split  # a name may hold a comma: Korea, Republic of
    return list(once("--country", names, [known_or_fail("country", name, known, table)["iso3"] for name in names]))


def is_year(text: str) -> bool:
    """Say whether a text is a year as options take one: 2019."""
    return len(text) == 4 and text.isascii() and text.isdigit() and text != "0000"


def _spans(request: Options) -> list[tuple[str | None, str | None]]:
    """Return the spans of time that were asked for; the rows of all of them are kept."""
    since, until = request.option("since"), request.option("until")
    if years := each("--year", request.values("year")):
        if since or until:
            raise UsageFailure(f"--year and --{'since' if since else 'until'} contradict each other; use one of them")
        for year in years:
            if not is_year(year):
                raise UsageFailure(
                    f"--year: {quoted(year)} is not a year; write 2019, or a span as --since and --until"
                )
        return [(year, year) for year in once("--year", years, years)]
    if not (since or until):
        return []
    since = _one_time(request, "--since", since) if since else None
    until = _one_time(request, "--until", until) if until else None
    if since and until and dates.bounds(since)[0] > dates.bounds(until)[1]:
        raise UsageFailure(f"--since {since} is after --until {until}")
    return [(since, until)]


def years_asked(request: Options) -> Callable[[str], bool]:
    """Return the test of a year that falls in the time that was asked for; where none was, every one does."""
    spans = [(dates.bounds(since or "0001")[0], dates.bounds(until or "9999")[1]) for since, until in _spans(request)]
    return lambda year: not spans or any(first[:4] <= year <= last[:4] for first, last in spans)


def _one_time(request: Options, flag: str, written: str) -> str:
    """Return the day, month or year of an option; of a span that is open on the other side, where it begins or ends."""
    from aseanrok.dateforms import one_end  # only a call with a date needs it

    when = request.date(flag, written, one=True)
    return one_end(when, int(flag == "--until"), f"{flag}: {quoted(written)}", ("--since {}", "--until {}"))
