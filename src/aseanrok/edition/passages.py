"""The texts of the records as a search reads them: folded once, when the edition is built.

They are private, and no tables: the columns of the index (`search.index`), `names` (what things are called) and
`words` (the vocabulary).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from aseanrok import dates, roles
from aseanrok.edition.names import called, city, known_names, shown_countries, word_pairs
from aseanrok.model.archive import Archive
from aseanrok.model.base import Record
from aseanrok.model.column import Column, Row
from aseanrok.model.partial_date import PartialDate
from aseanrok.search.index import Entry, Passage, Tier, pack, sorted_lines
from aseanrok.tables import PUBLISHED, TABLES
from aseanrok.wording import worded
from aseanrok.words import squeezed
from aseanrok.words.amounts import amounts
from aseanrok.words.english import ordinal
from aseanrok.words.tokens import KnownNames, Token, is_syllabic, key, tokenise

Published = Mapping[str, Sequence[Row]]
Read = Callable[[str], list[Token]]

_TYPED = 30  # a name of more letters than this is not typed in one word


class Text(NamedTuple):
    """A text of a record: its tier, the field it stands in, and words to find it by that it does not show."""

    tier: Tier
    field: str
    text: str
    hidden: str = ""


class _Found(NamedTuple):
    """A record with its published rows and its texts."""

    table: str
    record: Record
    listed: Row  # in the index
    row: Row  # in its own table
    others: Sequence[tuple[str, Row]]  # rows about it that are no records, each with its table
    texts: Sequence[Text]


def searchable(archive: Archive, published: Published) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the columns of the index, and what else a search reads; the same archive always gives the same."""
    found = list(_records(archive, published))
    texts = {text.text: each.table for each in found for text in each.texts}
    names = known_names(archive, word_pairs(text for text, table in texts.items() if table != "sources"))

    @cache
    def read(text: str) -> list[Token]:
        return tokenise(text, names, stored=True)

    columns = pack(_entry(each, archive, names, read) for each in found)
    weights = {name: table.weight for name, table in TABLES.items() if table.record}
    called = {
        "weights": weights,
        "kinds": {name: [TABLES[name].singular, TABLES[name].name_ko] for name in weights},
        "newest": [name for name, table in TABLES.items() if table.newest_first],
        "countries": names.countries,
        "pairs": sorted(names.pairs),
        "shown": shown_countries(archive),
    }
    columns["things"] = sorted_lines({name: names.things[name] for name in names.things})
    return columns, {"names": called, "words": _vocabulary(texts, names, read), "texts": _declared(names)}


def _declared(names: KnownNames) -> dict[str, Any]:
    """Return how the texts of a record are made from its row: whoever has the rows can make them again.

    `fields` are those of each table with their tier, and how their values become words where not as they stand;
    `within` the tables whose rows are found with the record they are about, and the fields that say it. The records of
    the `mentioned` tables are known by name, and by those in `capitals` only where they stand so.
    """
    fields = {
        name: [
            [column.name, int(column.tier), _made(column), *([column.also] if column.also else [])]
            for column in PUBLISHED[name].columns
            if column.tier is not None
        ]
        for name, table in TABLES.items()
        if table.record
    }
    within = [
        [
            name,
            about.field,
            [[each, next(it.type for it in table.columns if it.name == each)] for each in about.columns],
        ]
        for name, table in PUBLISHED.items()
        if (about := table.within)
    ]
    mentioned = [name for name, table in TABLES.items() if table.mentioned]
    return {"fields": fields, "within": within, "mentioned": mentioned, "capitals": sorted(names.capitals)}


def _made(column: Column) -> str:
    if column.reference:
        return "reference"
    if column.type == "date":
        return "years" if roles.LASTS in column.roles else "date"
    return next((role for role in (roles.COUNTRY, roles.KIND) if role in column.roles), "")


def _records(archive: Archive, published: Published) -> Iterator[_Found]:
    own = {
        table: {row["id"]: row for row in published[table] if table != "glossary" or not row["about"]}
        for table in {str(entry["table"]) for entry in published["index"]}
    }
    others: dict[str, list[tuple[str, Row]]] = {}
    for name, kind in PUBLISHED.items():
        if kind.within:
            for row in published[name]:
                others.setdefault(str(row[kind.within.field]), []).append((name, row))
    for listed in published["index"]:
        table = str(listed["table"])
        record, row, about = archive[str(listed["id"])], own[table][listed["id"]], others.get(str(listed["id"]), ())
        texts = [*_texts(table, row, listed, record, archive), *(_told(*each) for each in about)]
        yield _Found(table, record, listed, row, about, texts)


# --- entries --------------------------------------------------------------------------------------------------------


def _entry(found: _Found, archive: Archive, names: KnownNames, read: Read) -> Entry:
    codes = {code for each in ((found.table, found.row), *found.others) for code in _codes(*each)}
    facts = {
        **{name: found.listed[name] for name in ("id", "table", "date", "frameworks", "title")},
        "title_ko": found.listed["title_ko"],
        "kind": _kind(found.table, found.row, archive),
        **{name: found.listed[name] for name in ("status", "derived", "disputed")},
        "countries": sorted(codes),
        **_amount(found.table, found.row),
        **city(found.table, found.row, archive),
    }
    passages = []
    for text in found.texts:
        own, hidden = read(text.text), read(text.hidden)
        mentioned = dict.fromkeys(f"@{id}" for id, _, _ in names.mentioned(own, text.text))
        mentioned.update(dict.fromkeys(f"@{id}" for id, _, _ in names.mentioned(hidden)))
        # However somebody writes a sum, in either language, it is found.
        mentioned.update(dict.fromkeys(word for each in amounts(text.text) for word in each.words))
        passages.append(
            Passage(text.tier, text.field, text.text, (*(word.stem for word in [*own, *hidden]), *mentioned))
        )
    return Entry(facts, _keys(found.record, archive, names), passages)


def _amount(table: str, row: Row) -> dict[str, str]:
    """Return the field that holds the amount of a record, and how it reads: `14 million USD; sources differ`."""
    field = next((each.name for each in PUBLISHED[table].columns if {"unit", "qualifier"} <= {*each.made_of}), "")
    if not row.get(field):
        return {}

    def says(name: str, lang: str) -> str:
        known = [worded(said, lang) for of, said in roles.DOUBTS.items() if field in _strings(row[of])]
        return "; ".join([str(row[name] or row[field]), *known, *_strings(row.get("basis"))])

    return {"amount": field, "says": says(field, "en"), "says_ko": says(f"{field}_ko", "ko")}


def _codes(table: str, row: Row) -> Iterator[str]:
    for column in PUBLISHED[table].columns:
        if roles.COUNTRY in column.roles:
            yield from _strings(row[column.name])


def _kind(table: str, row: Row, archive: Archive) -> str | None:
    for column in PUBLISHED[table].columns:
        if roles.KIND in column.roles and row[column.name]:
            return str(row[column.name])
    series: Any = archive.get(str(row.get("series") or ""))
    return str(series.level) if series else None


def _vocabulary(texts: Iterable[str], names: KnownNames, read: Read) -> dict[str, int]:
    """Return the words a slip may be meant for, and how often they occur: no numbers, nothing of a country's name."""
    counts: Counter[str] = Counter()
    for text in texts:
        # Korean words are stored run together; a slip is in one of them.
        found = read(text) if text.isascii() else tokenise(text, names)
        counts.update(word.literal for word in found if not word.stem.startswith("="))
    countries = tuple(name for name in names.countries if len(name) > 3)
    return {
        word: counts[word]
        for word in sorted(counts)
        if word.isalpha() and len(word) > (1 if is_syllabic(word[0]) else 3) and not word.startswith(countries)
    }


def _keys(record: Record, archive: Archive, names: KnownNames) -> tuple[list[str], list[str], list[str]]:
    """Return what a record answers to when it is the whole query: its id, its name, its other names."""
    own, *others = called(record)
    others += [value for code in ("iso2", "iso3") if (value := getattr(record, code, None))]
    series: Any = archive.get(getattr(record, "series", None))
    number = getattr(record, "ordinal", None)
    if series and number:
        for name in (*called(series), series.meeting_name):
            others += [f"{ordinal(number)} {name}", f"{name} {number}"]
    return _spelled([record.id], names), _spelled([own], names), _spelled(others, names)


def _spelled(known: Iterable[str], names: KnownNames) -> list[str]:
    """Return the keys of names, and how a short one is typed in one word: `aseankoreacentre`."""
    forms: dict[str, None] = {}
    for name in known:
        forms[key(tokenise(name, names))] = None
        if len(name) <= _TYPED:
            forms[squeezed(name)] = None
    return list(forms)


# --- texts ----------------------------------------------------------------------------------------------------------


def _texts(table: str, row: Row, listed: Row, record: Record, archive: Archive) -> Iterator[Text]:
    # Its name first: the first text is always the title.
    yield Text(Tier.TITLE, record.label, record.called)
    for field in ("aliases", "abbreviation"):
        for name in _strings(getattr(record, field, None)):
            yield Text(Tier.NAME, field, name)
    if table != "sources":
        yield Text(Tier.NAME, "id", record.id)
    status = getattr(record, "status", None)
    if table == "meetings" and status and status != "held":
        yield Text(Tier.FACT, "status", str(status))
    said = ("id", "aliases", "abbreviation", record.label)
    for column in PUBLISHED[table].columns:
        if column.tier is not None and column.name not in said and row[column.name] is not None:
            yield from _of_column(column, column.tier, row[column.name], listed, record, archive)


def _of_column(column: Column, tier: Tier, value: Any, listed: Row, record: Record, archive: Archive) -> Iterator[Text]:
    if column.reference:
        yield from _references(column, tier, value, record, archive)
    elif column.type == "date" or isinstance(getattr(record, column.name, None), PartialDate):
        main = str(value) == listed["date"]
        years = _years(str(value), archive) if roles.LASTS in column.roles else ""
        hidden = f"{years} {column.also}".strip()
        yield Text(Tier.FACT if main else Tier.PROSE, column.name, dates.in_words(str(value)), hidden)
    elif roles.COUNTRY in column.roles:
        yield Text(tier, column.name, ", ".join(archive.by_code[code].called for code in _strings(value)))
    else:
        for text in _strings(value):
            said = text.replace("-", " ") if roles.KIND in column.roles else text
            yield Text(tier, column.name, said, column.also)


def _years(period: str, archive: Archive) -> str:
    """Return every year of a time, of one that goes on those up to the day on which the sources were last read."""
    first, last = dates.bounds(period)
    begin = first if first != dates.FIRST_DAY else last
    return " ".join(map(str, range(int(begin[:4]), int(min(last, archive.read)[:4]) + 1)))


def _strings(value: Any) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(item) for item in value]
    return [] if value is None or isinstance(value, bool) else [str(value)]


def _references(column: Column, tier: Tier, value: Any, record: Record, archive: Archive) -> Iterator[Text]:
    """Yield the names of the records a record names; of its series all names, each with the meeting's number."""
    for id in _strings(value):
        if id not in archive:
            continue
        other = archive[id]
        if column.name == "series":
            number = getattr(record, "ordinal", None)
            for name in called(other):
                yield Text(Tier.NAME, column.name, f"{ordinal(number)} {name}" if number else name)
        else:
            korean = (name for name in called(other) if is_syllabic(name[0]))
            yield Text(tier, column.name, other.called, " ".join(korean))


def _told(table: str, row: Row) -> Text:
    """Return what a row says of the record it is about: who belongs to it, what was said about it."""
    about = PUBLISHED[table].within
    assert about
    types = {column.name: column.type for column in PUBLISHED[table].columns}
    said = [
        f"{name} {dates.in_words(str(row[name]))}" if types[name] == "date" else str(row[name])
        for name in about.columns
        if row[name]
    ]
    return Text(Tier.PROSE, table, ", ".join(said))
