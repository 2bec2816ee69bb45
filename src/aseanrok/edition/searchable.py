"""Records -> what a search reads: every text folded once, when the edition is built, and the names in the data.

Four private tables, none of them published: `search` (columns with a line for each record), `search-passages` (the
texts that are shown), `search-names` (what countries and other things are called), `search-words` (the vocabulary).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from aseanrok import dates
from aseanrok.edition.archive import Archive, ordinal, title
from aseanrok.edition.columns import Row
from aseanrok.edition.relations import REFERENCES
from aseanrok.fold import squeezed
from aseanrok.fold.prepared import AROUND, BODY, FACTS, NAMES, OWN, TOLD, pack
from aseanrok.fold.prepared import Passage as Packed
from aseanrok.fold.prepared import Record as Prepared
from aseanrok.fold.words import COMMON, LONGEST_NAME, Names, Word, is_syllabic, key, words
from aseanrok.model.base import PartialDate, Record

TIERS = {
    "name_ko": OWN, "title_ko": OWN,
    "id": NAMES, "aliases": NAMES, "abbreviation": NAMES, "expansion": NAMES, "official_name": NAMES,
    "short_name": NAMES, "series": NAMES,
    "date": FACTS, "place": FACTS, "kind": FACTS, "level": FACTS, "stated": FACTS,
    "outcomes": TOLD, "priorities": TOLD, "pillars": TOLD, "areas": TOLD, "chairs": TOLD, "announced_by": TOLD,
    "implementer": TOLD, "venue": TOLD, "publisher": TOLD,
    "frameworks": AROUND, "countries": AROUND,
}  # fmt: skip
"""The fields that are more, or less, than prose."""

UNREAD = {
    "table", "url", "website", "sources", "confidence", "iso2", "iso3", "read", "language", "city", "country",
    "contributor", "value", "unit", "qualifier", "ordinal", "role", "founding", "facts", "field", "mode",
    "not_in_force_for", "statements", "in_force", "status", "disputed", "disputes",
}  # fmt: skip
"""The fields that hold no words, or whose words another field holds."""

NAMED = ("frameworks", "series", "documents", "funds", "institutions", "programmes", "policies", "glossary")
"""The tables of the things that other records mention by name."""

_TYPED = 30  # a name of more letters than this is not typed in one word

CODES = ("country", "iso3", "contributor")
CODE_LISTS = ("countries", "not_in_force_for")


class Passage(NamedTuple):
    """A text of a record: how much it says, the field it stands in, and words to find it by that it does not show."""

    tier: int
    field: str
    text: str
    hidden: str = ""


def searchable(archive: Archive, published: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    """Return the private tables of the search: name -> JSON content; the same archive always gives the same."""
    entries = list(_entries(archive, published))
    texts = {passage.text: entry.table for entry in entries for passage in entry.passages}
    names = _names(archive, _pairs(text for text, table in texts.items() if table != "sources"))

    @cache
    def read(text: str) -> list[Word]:
        return words(text, names, stored=True)

    columns = pack(_packed(entry, archive, published, names, read) for entry in entries)
    return {
        "search-passages": columns.pop("passages"),
        "search": columns,
        "search-names": {
            "countries": names.countries,
            "things": names.things,
            "pairs": sorted(names.pairs),
            "shown": _shown(archive),
        },
        "search-words": _vocabulary(texts, names, read),
    }


class _Entry(NamedTuple):
    """A record with its published rows and its passages."""

    table: str
    record: Record
    listed: Row  # in the index
    row: Row  # in its own table
    passages: Sequence[Passage]


def _entries(archive: Archive, published: Mapping[str, Sequence[Row]]) -> Iterator[_Entry]:
    own = {
        table: {row["id"]: row for row in published[table] if table != "glossary" or not row["about"]}
        for table in {str(entry["table"]) for entry in published["index"]}
    }
    for index in published["index"]:
        table = str(index["table"])
        record, row = archive[str(index["id"])], own[table][index["id"]]
        yield _Entry(table, record, index, row, list(_passages(table, row, index, record, archive, published)))


# --- names ----------------------------------------------------------------------------------------------------------


def _called(record: Record) -> Iterator[str]:
    """Yield everything the data call a record, its id left out."""
    yield title(record)
    for field in ("name_ko", "title_ko", "abbreviation", "official_name", "short_name", "expansion"):
        if value := getattr(record, field, None):
            yield value
    yield from record.aliases


def _pairs(texts: Iterable[str]) -> set[str]:
    """Return the pairs of words that the data also write as one: `ha noi` and `hanoi`, `start up` and `startup`."""
    single: set[str] = set()
    double: dict[str, str] = {}
    for text in texts:
        found = [word.literal for word in words(text)]
        single.update(found)
        double.update({first + second: f"{first} {second}" for first, second in pairwise(found)})
    return {pair for joined, pair in double.items() if joined in single and joined.isascii() and _is_pair(pair)}


def _is_pair(pair: str) -> bool:
    first, second = pair.split()
    return pair.replace(" ", "").isalpha() and min(len(first), len(second)) > 1 and COMMON.isdisjoint((first, second))


def _names(archive: Archive, pairs: set[str]) -> Names:
    countries = {}
    for country in archive.countries.values():
        for name in (*_called(country), country.iso3):
            countries[key(words(name))] = country.iso3
    # Viet Nam is a country, and so is the ROK of a Mekong-ROK meeting.
    pairs = {pair for pair in pairs if not {pair.replace(" ", ""), *pair.split()} & set(countries)}
    known = Names(countries, pairs=pairs)
    things: dict[str, dict[str, None]] = {}
    firsts, capitals = set(), set()
    for table in NAMED:
        for record in archive.tables[table].values():
            for name in _called(record):
                found = words(name, known)
                if 0 < len(found) <= LONGEST_NAME and not (len(found) == 1 and found[0].stem.startswith("=")):
                    firsts.add(found[0].stem)
                    if len(found) == 1 and name.isupper():
                        capitals.add(found[0].stem)
                    for spelling in (key(found), squeezed(name)):
                        things.setdefault(spelling, {})[record.id] = None
    called = {name: list(ids) for name, ids in things.items()}
    return Names(countries, called, pairs, firsts=firsts, capitals=capitals)


def _shown(archive: Archive) -> dict[str, str]:
    """Return the names of countries as a suggestion shows them, by their squeezed form."""
    return {squeezed(name): name for country in archive.countries.values() for name in _called(country)}


# --- rows -----------------------------------------------------------------------------------------------------------


Read = Callable[[str], list[Word]]


def _packed(
    entry: _Entry, archive: Archive, published: Mapping[str, Sequence[Row]], names: Names, read: Read
) -> Prepared:
    codes = [str(entry.row[field]) for field in CODES if entry.row.get(field)]
    codes += [code for field in CODE_LISTS for code in _texts(entry.row.get(field) or [])]
    codes += [str(member["country"]) for member in published["members"] if member["framework"] == entry.record.id]
    facts = {
        **{name: entry.listed[name] for name in ("id", "table", "date", "frameworks", "title")},
        "title_ko": entry.row.get("title_ko") or entry.row.get("name_ko"),
        "kind": _kind(entry.row, archive),
        "countries": sorted(set(codes)),
    }
    passages = []
    for passage in entry.passages:
        found, hidden = read(passage.text), read(passage.hidden)
        mentioned = dict.fromkeys(f"@{id}" for id, _, _ in names.mentioned(found, passage.text))
        mentioned.update(dict.fromkeys(f"@{id}" for id, _, _ in names.mentioned(hidden)))
        stems = (*(word.stem for word in [*found, *hidden]), *mentioned)
        passages.append(Packed(passage.tier, passage.field, passage.text, stems))
    return Prepared(facts, _keys(entry.record, archive, names), passages)


def _vocabulary(texts: Iterable[str], names: Names, read: Read) -> dict[str, int]:
    """Return the words a slip may be meant for, and how often they occur: no numbers, nothing of a country's name."""
    counts: Counter[str] = Counter()
    for text in texts:
        # Korean words are stored run together; a slip is in one of them.
        found = read(text) if text.isascii() else words(text, names)
        counts.update(word.literal for word in found if not word.stem.startswith("="))
    countries = tuple(name for name in names.countries if len(name) > 3)
    return {
        word: counts[word]
        for word in sorted(counts)
        if word.isalpha() and len(word) > (1 if is_syllabic(word[0]) else 3) and not word.startswith(countries)
    }


def _keys(record: Record, archive: Archive, names: Names) -> tuple[list[str], list[str], list[str]]:
    """Return what a record answers to when it is the whole query: its id, its name, its other names."""
    own, *others = _called(record)
    others += [value for code in ("iso2", "iso3") if (value := getattr(record, code, None))]
    series = archive.series.get(getattr(record, "series", None) or "")
    number = getattr(record, "ordinal", None)
    if series and number:
        for name in (*_called(series), series.meeting_name):
            others += [f"{ordinal(number)} {name}", f"{name} {number}"]
    return _spelled([record.id], names), _spelled([own], names), _spelled(others, names)


def _spelled(called: Iterable[str], names: Names) -> list[str]:
    """Return the keys of names, and how a short one is typed in one word: `aseankoreacentre`."""
    forms: dict[str, None] = {}
    for name in called:
        forms[key(words(name, names))] = None
        if len(name) <= _TYPED:
            forms[squeezed(name)] = None
    return list(forms)


def _kind(row: Row, archive: Archive) -> str | None:
    for field in ("kind", "level", "sector", "indicator"):
        if row.get(field):
            return str(row[field])
    series = archive.series.get(str(row.get("series") or ""))
    return str(series.level) if series else None


# --- passages -------------------------------------------------------------------------------------------------------


def _passages(
    table: str, row: Row, index: Row, record: Record, archive: Archive, published: Mapping[str, Sequence[Row]]
) -> Iterator[Passage]:
    # Its name first: the first passage is always the title.
    yield Passage(OWN, record.label, title(record))
    for field in ("aliases", "abbreviation"):
        value = getattr(record, field, None) or ()
        for name in (value,) if isinstance(value, str) else value:
            yield Passage(NAMES, field, name)
    if table != "sources":
        yield Passage(NAMES, "id", record.id)
    if getattr(record, "status", "held") != "held":
        yield Passage(FACTS, "status", str(record.status))  # type: ignore[attr-defined]
    for field, value in row.items():
        if value is None or field in UNREAD or field in ("id", "aliases", "abbreviation", record.label):
            continue
        tier = TIERS.get(field, BODY)
        if field in REFERENCES:
            yield from _references(field, value, record, archive)
        elif field == "date" or isinstance(getattr(record, field, None), PartialDate):
            date = str(value)
            main = date == index["date"]
            yield Passage(FACTS if main else BODY, field, dates.in_words(date))
        elif field == "countries":
            yield Passage(tier, field, ", ".join(title(archive.by_code[code]) for code in _texts(value)))
        else:
            for text in _texts(value):
                yield Passage(tier, field, text.replace("-", " ") if field in ("kind", "level", "sector") else text)
    yield from _parts(record.id, published)


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, list):
        return [str(item) for item in value]
    return [] if isinstance(value, bool) else [str(value)]


def _references(field: str, value: Any, record: Record, archive: Archive) -> Iterator[Passage]:
    """Yield the names of the records a record names; of its series all names, each with the meeting's number."""
    for id in _texts(value):
        if id not in archive:
            continue
        other = archive[id]
        if field == "series":
            number = getattr(record, "ordinal", None)
            for name in _called(other):
                yield Passage(NAMES, field, f"{ordinal(number)} {name}" if number else name)
        else:
            korean = (name for name in _called(other) if is_syllabic(name[0]))
            yield Passage(TIERS.get(field, AROUND), field, title(other), " ".join(korean))


def _parts(id: str, published: Mapping[str, Sequence[Row]]) -> Iterator[Passage]:
    """Yield what other tables say of a record: who belongs to it, what was paid into it, what was said about it."""
    for row in published["members"]:
        if row["framework"] == id:
            joined = f"joined {dates.in_words(str(row['joined']))}" if row["joined"] else None
            told = ", ".join(str(part) for part in (row["name"], row["role"], joined, row["note"]) if part)
            yield Passage(BODY, "members", told)
    for row in published["contributions"]:
        if row["fund"] == id:
            when = dates.in_words(str(row["period"]))
            told = ", ".join(str(part) for part in (row["stated"], when, row["kind"], row["note"]) if part)
            yield Passage(AROUND, "contributions", told)
    for row in published["statements"]:
        if row["conflict"] == id:
            yield Passage(BODY, "statements", str(row["says"]))
