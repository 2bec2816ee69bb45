"""What somebody asked for: the options of one call, and the rows and views they select."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from aseanrok import dates, query, store
from aseanrok.errors import NotFound, UsageFailure
from aseanrok.output import BY_ENDING, FORMATS, READING, STRUCTURED
from aseanrok.views import AS_OF, COLUMNS, Listing, Row, View

LANGUAGES = ("en", "ko")


class Request:
    """One call of one command. Every option is checked when it is first needed; what is wrong raises UsageFailure."""

    def __init__(self, command: str, options: dict[str, Any]) -> None:
        self.command = command
        self.options = options
        names = options.get("names") or ()
        self.names: tuple[str, ...] = (names,) if isinstance(names, str) else tuple(names)

    def option(self, name: str) -> Any:
        """Return the value of an option, or None where it was not given."""
        return self.options.get(name)

    @property
    def lang(self) -> str:
        """The language of names: en or ko."""
        return query.choice_or_fail("language", self.options.get("lang", "en"), LANGUAGES)

    @property
    def format(self) -> str | None:
        """The format somebody chose, by name or by the name of a file; or None."""
        if name := self.options.get("format"):
            return query.choice_or_fail("format", name, tuple(FORMATS))
        if self.options.get("json"):
            return "json"
        name = self.options.get("output") or ""
        return next((format_ for ending, format_ in BY_ENDING.items() if name.lower().endswith(ending)), None)

    @property
    def wants_rows(self) -> bool:
        """Whether the answer is rows even where one thing was asked for: a machine's format, chosen fields, or ids."""
        format_ = self.format
        return bool(
            self.options.get("fields") or self.options.get("quiet") or (format_ is not None and format_ not in READING)
        )

    def number(self, name: str, least: int = 0) -> int | None:
        """Return the whole number an option was given, or None where it was not."""
        value = self.options.get(name)
        if value is None:
            return None
        if not (value.isascii() and value.isdigit()) or int(value) < least:
            raise UsageFailure(f"--{name}: {value!r} is not a whole number of {least} or more")
        return int(value)

    @property
    def as_of(self) -> str | None:
        """The day of `--as-of` as an ISO day, a month or a year being its last day; or None."""
        value = self.options.get("as_of")
        if value is None:
            return None
        when = query.date_or_fail("--as-of", value)
        if "/" in when:
            raise UsageFailure(f"--as-of: {value!r} is not one day; write 2019, 2019-11 or 2019-11-25")
        return dates.bounds(when)[1]

    def filtered(self, rows: Iterable[Row]) -> list[Row]:
        """Return the rows that pass every filter of the call."""
        return list(self._passing(rows))

    def _passing(self, rows: Iterable[Row]) -> Iterable[Row]:
        """Return the rows that pass every filter, one at a time; a filter that is wrong is told of at once."""
        kept = rows
        options = self.options
        if names := options.get("framework"):
            known = store.table("frameworks")
            each = [name.strip() for given in names for name in given.split(",") if name.strip()]
            kept = query.of_frameworks(kept, [query.known_or_fail("framework", name, known)["id"] for name in each])
        if year := options.get("year"):
            if not (len(year) == 4 and year.isascii() and year.isdigit()):
                raise UsageFailure(f"--year: {year!r} is not a year; write 2019")
            kept = query.between(kept, year, year)
        since, until = options.get("since"), options.get("until")
        if since or until:
            since = query.date_or_fail("--since", since) if since else None
            until = query.date_or_fail("--until", until) if until else None
            kept = query.between(kept, since, until)
        if country := options.get("country"):
            found = query.known_or_fail("country", country, store.table("countries"))
            kept = query.of_country(kept, found["iso3"])
        if kind := options.get("kind"):
            kinds = sorted({query.kind(row) or "" for row in store.stream(self.command)} - {""})
            kept = query.of_kind(kept, query.choice_or_fail("kind", kind, kinds))
        if place := options.get("place"):
            kept = query.at_place(kept, place)
        if words := options.get("match"):
            kept = query.matching(kept, words)
        return kept

    def listing(
        self,
        rows: Iterable[Row] | None = None,
        table: str | None = None,
        columns: tuple[str, ...] | None = None,
        fields: Mapping[str, str] | None = None,
    ) -> Listing:
        """Return rows (by default the command's table, filtered) sorted, cut and under the columns asked for.

        `fields` are the rows' fields with their types, where they are not those of the table.
        """
        table = table or self.command
        if rows is None:
            rows = self._passing(store.stream(table)) if self._streams else self.filtered(store.table(table))
        documented = dict(fields or {field["name"]: field["type"] for field in store.fields(table)})
        options = self.options
        if by := options.get("sort"):
            rows = query.sort(list(rows), query.fields_or_fail(by, tuple(documented), table), documented)
        if options.get("reverse"):
            rows = list(rows)[::-1]
        if (most := self.number("limit")) is not None:
            rows = islice(rows, most)
        if not self._streams:
            rows = list(rows)
        if wanted := options.get("fields"):
            chosen = tuple(query.fields_or_fail(wanted, tuple(documented), table))
        elif self.reads:
            chosen = columns or COLUMNS[table]
        else:
            chosen = tuple(documented)
        return Listing(rows, chosen, table, self.lang)

    @property
    def _streams(self) -> bool:
        """Whether rows can go from the file to the output one at a time: a machine's format, in the published order."""
        options = self.options
        return not (self.reads or options.get("sort") or options.get("reverse") or options.get("quiet"))

    @property
    def reads(self) -> bool:
        """Whether a person reads the answer, rather than a machine."""
        format_ = self.format
        return format_ is None or format_ in READING

    def one(self, table: str, name: str, also: str | None = None) -> Row:
        """Return the row of a table that answers to a name; raise NotFound with the nearest names.

        `also` is a table that has been asked already, and whose names may be nearer.
        """
        row = query.resolve(store.table(table), name)
        if row is None:
            asked = [also, table] if also else [table]
            close = query.nearest_names(name, [known for each in asked for known in store.table(each)])
            raise NotFound(f"no {name!r} in {' or '.join(asked)}{query.did_you_mean(close)}", close)
        return row

    def named(self, table: str | None = None) -> View:
        """Return the whole table, filtered; or, where a name was given, the card of the one record it names."""
        table = table or self.command
        if not self.names:
            return View(self.listing(table=table))
        return self.card(table, self.one(table, self.names[0]))

    def chosen(self) -> list[Row]:
        """Return the rows of the command's table that pass the filters, and of these the one named, if any was."""
        rows = self.filtered(store.table(self.command))
        if not self.names:
            return rows
        id = self.one(self.command, self.names[0])["id"]
        return [row for row in rows if row["id"] == id]

    def then(self, rows: list[Row], columns: tuple[str, ...] | None = None, note: str | None = None) -> View:
        """Return what held on the day of `--as-of`: rows that already carry the fields it adds."""
        from aseanrok import asof

        fields = {field["name"]: field["type"] for field in store.fields(self.command)} | asof.FIELDS[self.command]
        columns = asof.columns(self.command, columns or AS_OF[self.command], rows)
        late = asof.after(self.as_of or "", store.edition()["read"])
        notes = [line for line in (note, late) if line and self.reads]
        return View(self.listing(rows, columns=columns, fields=fields), note="\n".join(notes) or None)

    def card(self, table: str, row: Row, own: Listing | None = None) -> View:
        """Return a record's card for readers and its row for machines; `own` are the rows it is asked for."""
        from aseanrok.cards import card, full

        if self.wants_rows:
            if own is not None:
                return View(own)
            if self.format in STRUCTURED and not self.options.get("fields"):
                whole = full({"table": table, **row})
                return View(Listing([whole], tuple(whole), table, self.lang))
            return View(self.listing([row], table))
        return View(self.listing([row], table), cards=(card({"table": table, **row}, self.lang, own),))
