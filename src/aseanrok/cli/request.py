"""What somebody asked for: the options of one call, and the rows and views they select."""

from __future__ import annotations

import os
from itertools import islice

from aseanrok import dates, output, roles, schema, store
from aseanrok.cli import streams
from aseanrok.cli.clock import today
from aseanrok.cli.grammar import commands, options_of
from aseanrok.cli.listed import filtered, read, years_asked
from aseanrok.cli.options import LANGUAGES, OPTIONS
from aseanrok.cli.records import named
from aseanrok.errors import NotFound, UsageFailure, quoted
from aseanrok.names import choice_or_fail, did_you_mean, fields_or_fail, nearest_names
from aseanrok.rows import ordered
from aseanrok.schema import Field, Table
from aseanrok.values import Row
from aseanrok.views import Listing, View
from aseanrok.words import narrow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

_STANDARD_OUTPUT = [[path] for path in ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")]
MOST = 1_000_000
"""No number from outside is larger than this."""


class Request:
    """One call of one command. Every option is checked when it is first needed; what is wrong raises UsageFailure.

    What was written and never asked for did nothing: `unused` names it, and the call is refused.
    """

    def __init__(self, command: str, options: Mapping[str, Any]) -> None:
        self.command = command
        self._options = {name: _plain(name, value) for name, value in options.items()}
        # `//dev//stdout` is no other place; `./-` is a file.
        paths = [f"/{path.lstrip('/')}" if path[:1] == "/" else path for path in self._options.get("output", ())]
        if [os.path.normpath(path) if path[:1] == "/" else path for path in paths] in _STANDARD_OUTPUT:
            del self._options["output"]
        self._asked = {"names"}
        self.told: dict[str, None] = {}  # what is said of the answer, on standard error and before it
        self._tells = True
        self.usual_format: str | None = None  # what the command writes where no format is chosen
        self.names: tuple[str, ...] = tuple(self._options.get("names", ()))

    def instead(self, **options: list[str]) -> Request:
        """Return the same call with other options; how it is written is asked once, before the call is answered."""
        kept = {name: given for name, given in (self._options | options).items() if given != []}
        made = Request(self.command, kept)
        made._asked |= self._asked & {"color", "pager", "output", "force"}
        made._tells = False  # whoever reads a call as another says how
        return made

    # --- options --------------------------------------------------------------------------------------------------

    def flag(self, name: str) -> bool | None:
        """Return whether a flag was written: True, for a switch also False, or None."""
        self._asked.add(name)
        known: bool | None = self._options.get(name)
        return known

    def option(self, name: str) -> str | None:
        """Return the value of an option, or None where it was not written; once is enough, and more is refused."""
        values = self.values(name)
        if len(values) > 1:
            raise UsageFailure(f"{self.written(name)} is given {len(values)} times; once is enough")
        return values[0] if values else None

    def values(self, name: str) -> list[str]:
        """Return the values of an option, each as often as it was written."""
        self._asked.add(name)
        values: list[str] = self._options.get(name, [])
        if any(not value.strip() for value in values):
            raise UsageFailure(f"{self.written(name)} needs a value; leave it out where it should say nothing")
        return values

    def is_given(self, *names: str) -> bool:
        """Say whether one of these options was written; it still counts as unused."""
        return any(name in self._options for name in names)

    def did_nothing(self, *names: str) -> None:
        """Count options as unused although they were asked for: what they asked for was not to be done."""
        self._asked.difference_update(names)

    def used(self) -> set[str]:
        """Return the options that were asked for, written or not."""
        return self._asked

    def unused(self) -> list[str]:
        """Return the options that were written and did nothing."""
        return [name for name in self._options if name not in self._asked]

    def written(self, name: str) -> str:
        """Return an option as it is written: `--as-of`, `--no-pager`."""
        flags = OPTIONS[name].written()
        return flags[-1] if self._options.get(name) is False else flags[0]

    @property
    def lang(self) -> str:
        """The language of names: en or ko; where none was written, that of the environment."""
        return choice_or_fail("language", self.option("lang") or streams.preferred(os.environ), LANGUAGES)

    @property
    def format(self) -> str | None:
        """The format somebody chose, by name or by the name of a file; or None, as where there are no rows."""
        if not commands()[self.command].rows:
            return None
        name = self.option("format")
        if name is not None:
            from aseanrok.cli.forms import by_name  # only a call that chooses one needs it

            name = by_name(name)
        if self.flag("json") and name not in (None, "json"):
            raise UsageFailure(f"--json and --format {name} contradict each other")
        if name is not None or self.flag("json"):
            return name or "json"
        path = self._options.get("output", [""])[-1]
        if "format" not in options_of(self.command):  # what it writes has one form, whatever the file is called
            return None
        if path and (name := output.of_file(path)) is None:
            from aseanrok.cli.forms import refuse_ending

            refuse_ending(path, bare=self.is_given("quiet"))
        return name

    @property
    def is_for_people(self) -> bool:
        """Whether a person reads the answer, rather than a machine."""
        name = self.format
        return name is None or output.format_of(name).for_people

    @property
    def wants_rows(self) -> bool:
        """Whether the answer is rows even where one thing was asked for: a machine's format, chosen fields, or ids."""
        return bool(self.is_given("fields") or self.flag("quiet") or not self.is_for_people)

    def number(self, name: str, least: int = 0) -> int | None:
        """Return the whole number an option was given, or None where it was not."""
        value = self.option(name)
        if value is None:
            return None
        # A number of thousands of digits is not even read.
        number = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None
        if number is None or not least <= number <= MOST:
            raise UsageFailure(f"--{name}: {quoted(value)} is not a whole number from {least} to {MOST:,}")
        return number

    @property
    def today(self) -> str:
        """The day it is, as an ISO day."""
        return today()

    @property
    def today_known(self) -> str:
        """The day it is, for what tells all that is known: none before the day on which the sources were read."""
        return max(today(), str(store.edition()["read"]))

    def date(self, what: str, value: str, *, one: bool = False) -> str:
        """Return a date somebody wrote, as EDTF; raise UsageFailure saying how one is written."""
        from aseanrok.dateforms import understood  # only a call with a date needs it

        try:
            return understood(value, today())
        except ValueError as error:
            raise UsageFailure(f"{what}: {str(error).replace(dates.SPAN, dates.ONE) if one else error}") from None

    @property
    def as_of(self) -> str | None:
        """The day of `--as-of` as an ISO day, a month or a year being its last day; or None."""
        value = self.option("as_of")
        if value is None:
            return None
        when = self.date("--as-of", value, one=True)
        if "/" in when:
            raise UsageFailure(f"--as-of: {quoted(value)} is not one day; write {dates.ONE}")
        return dates.bounds(when)[1]

    # --- rows -----------------------------------------------------------------------------------------------------

    @property
    def table(self) -> Table:
        """The table that the command lists."""
        return schema.table(commands()[self.command].table)

    def filtered(self, rows: Iterable[Row], table: Table | None = None) -> list[Row]:
        """Return the rows that pass every filter of the call."""
        return list(filtered(self, rows, table or self.table))

    def listing(
        self,
        rows: Iterable[Row] | None = None,
        table: Table | None = None,
        columns: tuple[str, ...] | None = None,
        *,
        one: bool = False,
    ) -> Listing:
        """Return rows (by default the table's, filtered) sorted, cut and under the columns asked for.

        Where `one` thing was asked for by name there is nothing to sort and to cut, and to ask for it is refused.
        """
        table = table or self.table
        if rows is None:
            rows = filtered(self, read(self, table, streams=self._streams), table)
        whole = table.on_day() if self.is_given("as_of") else table
        if (by := self.option("by")) and not table.is_of_groups:
            groups = self._grouped(rows, whole, by)
            self.did_nothing(*(("since", "until", "year") if one else ()))  # what is asked for by name is not filtered
            return groups
        if not one:
            rows = self._ordered(rows, whole.fields, table)
        if not self._streams:
            rows = list(rows)
        if not (self.format and output.format_of(self.format).fixed) and (wanted := self.option("fields")):
            chosen = tuple(fields_or_fail(wanted, tuple(whole.fields), table))
            return Listing(rows, chosen, table, self.rows_lang, chosen=True)
        if not self.is_for_people:
            return Listing(rows, tuple(whole.fields), table, self.rows_lang)
        rows = list(rows)
        apart = table.having(roles.APART)
        usual = [name for name in apart if all(row[name] == table.fields[name].usual for row in rows)]
        shown = [name for name in columns or table.listing if name not in usual]
        return Listing(rows, table.as_read(shown), table, self.rows_lang)

    def _grouped(self, rows: Iterable[Row], table: Table, by: str) -> Listing:
        from aseanrok.groups import grouped  # only a call that counts needs it
        from aseanrok.wording import worded

        counted, made, known = grouped(rows, table, by, years_asked(self))
        listing = self.listing(counted, made)
        return listing.replace(note=" ".join(worded(said, listing.lang) for said in known) or None)

    def _ordered(self, rows: Iterable[Row], fields: Mapping[str, Field], table: Table) -> Iterable[Row]:
        """Return rows as --sort, --reverse and --limit want them."""
        if by := self.option("sort"):
            types = {name: field.type for name, field in fields.items()}
            rows = ordered(list(rows), fields_or_fail(by, tuple(fields), table, "--sort"), types, table.last)
        if self.flag("reverse"):
            rows = list(rows)[::-1]
        most = self.number("limit")
        # A list stays one: who looks into it, and then writes it, finds its rows twice.
        return rows if most is None else rows[:most] if isinstance(rows, list) else islice(rows, most)

    @property
    def rows_lang(self) -> str:
        name = self.format
        return self.lang if name is None or output.format_of(name).worded else "en"

    @property
    def _streams(self) -> bool:
        """Whether rows can go from the file to the output one at a time: a machine's format, in the published order."""
        name = self.format
        at_once = name is None or output.format_of(name).for_people or output.format_of(name).sourced
        return not (at_once or self.is_given("sort", "reverse", "quiet"))

    def tell(self, said: Callable[[str], str]) -> None:
        """Say something of the answer, once, in the language of names."""
        if self._tells:
            self.told[said(self.lang)] = None

    def one(self, table: str, name: str, also: str | None = None) -> Row:
        """Return the row of a table that answers to a name; raise NotFound with the nearest names.

        `also` is a table that has been asked already, and whose names may be nearer.
        """
        if row := named(table, name):
            return row
        asked = [also, table] if also else [table]
        close = nearest_names(name, [(store.table(each), schema.table(each)) for each in asked])
        raise NotFound(f"no {quoted(name)} in {' or '.join(asked)}{did_you_mean(close)}", close)

    def card(self, row: Row, table: Table | None = None, own: Listing | None = None) -> View:
        """Return a record's card for readers and its row for machines; `own` are the rows it is asked for."""
        from aseanrok.cards import card, full

        table = table or self.table
        if self.wants_rows:
            if own is not None:
                return View(own)
            name = self.format
            if name is not None and output.format_of(name).whole and not self.is_given("fields", "quiet"):
                whole = full({"table": table.name, **row})
                return View(Listing([whole], tuple(whole), table))
            return View(self.listing([row], table, one=True))
        known = {"table": table.name, **row}
        shown = card(known, self.lang, own, whole_length=bool(self.flag("full")), today=self.today)
        return View(Listing([row], table.listing, table, self.lang), cards=(shown,))


def _plain(name: str, value: Any) -> Any:
    """Return what was written with full-width letters and digits as plain ones; the name of a file stays as it is."""
    if name == "output" or not isinstance(value, list):
        return value
    return [word if word.isascii() else narrow(word) for word in value]
