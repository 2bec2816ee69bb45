"""What the records call things: the names that a search knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from aseanrok import roles
from aseanrok.model.archive import Archive
from aseanrok.model.base import Record
from aseanrok.model.column import Row
from aseanrok.tables import PUBLISHED, TABLES
from aseanrok.wording import worded
from aseanrok.words import squeezed
from aseanrok.words.common import COMMON
from aseanrok.words.tokens import LONGEST_NAME, KnownNames, key, tokenise

NAMES = ("name", "name_ko", "title_ko", "abbreviation", "official_name", "short_name", "expansion")
"""The fields that hold other names of a record, besides its aliases."""


def called(record: Record) -> Iterator[str]:
    """Yield everything the data call a record, its id left out."""
    names = (record.called, *(getattr(record, field, None) for field in NAMES), *record.aliases)
    yield from dict.fromkeys(name for name in names if name)


def word_pairs(texts: Iterable[str]) -> set[str]:
    """Return the pairs of words that the data also write as one: `ha noi` and `hanoi`, `start up` and `startup`."""
    single: set[str] = set()
    double: dict[str, str] = {}
    for text in texts:
        found = [word.literal for word in tokenise(text)]
        single.update(found)
        double.update({first + second: f"{first} {second}" for first, second in pairwise(found)})
    return {pair for joined, pair in double.items() if joined in single and joined.isascii() and _is_pair(pair)}


def _is_pair(pair: str) -> bool:
    first, second = pair.split()
    return pair.replace(" ", "").isalpha() and min(len(first), len(second)) > 1 and COMMON.isdisjoint((first, second))


def known_names(archive: Archive, pairs: set[str]) -> KnownNames:
    """Return the names of countries and of the things that records mention by name."""
    countries = {}
    for country in archive.countries.values():
        for name in (*called(country), country.iso3):
            countries[key(tokenise(name))] = country.iso3
    # Viet Nam is a country, and so is the ROK of a Mekong-ROK meeting.
    pairs = {pair for pair in pairs if not {pair.replace(" ", ""), *pair.split()} & set(countries)}
    known = KnownNames(countries, pairs=pairs)
    things: dict[str, dict[str, None]] = {}
    firsts, capitals = set(), set()
    for record in _mentioned(archive):
        for name in called(record):
            found = tokenise(name, known)
            if 0 < len(found) <= LONGEST_NAME and not (len(found) == 1 and found[0].stem.startswith("=")):
                firsts.add(found[0].stem)
                if len(found) == 1 and name.isupper():
                    capitals.add(found[0].stem)
                for spelling in (key(found), squeezed(name)):
                    things.setdefault(spelling, {})[record.id] = None
    ids = {name: list(found) for name, found in things.items()}
    return KnownNames(countries, ids, pairs, firsts=firsts, capitals=capitals)


def _mentioned(archive: Archive) -> Iterator[Record]:
    for name, table in TABLES.items():
        if table.mentioned:
            yield from archive.tables[name].values()


def shown_countries(archive: Archive) -> dict[str, str]:
    """Return the names of countries as a suggestion shows them, by their squeezed form."""
    return {squeezed(name): name for country in archive.countries.values() for name in called(country)}


def city(table: str, row: Row, archive: Archive) -> dict[str, str]:
    """Return in both languages where what stands in a table took place or has its seat, if its title does not say so.

    Of a text a listing says it below; where nobody met in a place, it is said so.
    """
    place = next((column for column in PUBLISHED[table].columns if column.name == "place"), None)
    is_virtual = row.get("mode") == "virtual"
    if not place or roles.BELOW in place.roles or not (row["place"] or is_virtual):
        return {}
    if is_virtual:
        said = {"city": "virtual", "city_ko": worded("virtual", "ko")}
    else:
        name = str(row["city"] or row["place"])
        town = archive.towns.get(name)
        korean = row["city"] if "," in str(row["place"]) else row["place_ko"]  # a city that is its own country
        said = {"city": name, "city_ko": str((town and town.name_ko) or korean)}
    own = " ".join(str(row.get(each)) for each in ("title", "title_ko", "name", "name_ko")).casefold()
    return {} if any(each.casefold() in own for each in said.values()) else said
