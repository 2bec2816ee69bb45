"""What the published tables and their fields are, as readers know them: read from the description beside the tables."""

from __future__ import annotations

from aseanrok import roles, store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from aseanrok.values import Row


DATE_PATTERN = r"^(\d{4}(-\d{2}(-\d{2})?)?|\.\.)(/(\d{4}(-\d{2}(-\d{2})?)?|\.\.))?$"
"""What every date looks like, as a regular expression: a day, a month, a year, or from one to another."""


class Field:
    """A field of a table: its name, type and description, its headings, and what it is to a reader (`roles`)."""

    __slots__ = (
        "card", "description", "expected", "heading", "heading_ko", "name", "refers_to", "roles", "searched", "type",
        "usual", "words",
    )  # fmt: skip

    def __init__(self, said: Row) -> None:
        self.name: str = said["name"]
        self.type: str = said["type"]
        self.description: str = said["description"]
        self.heading: str = said["heading"]
        self.heading_ko: str = said["heading_ko"]
        self.card: str = said.get("card", roles.FACT)
        self.roles: tuple[str, ...] = tuple(said.get("roles", ()))
        self.usual: Any = said.get("usual")
        self.words: Mapping[str, str] = said.get("words", {})
        self.refers_to: str = said.get("refers_to", "")  # the table in which the ids that it holds stand
        self.searched: bool = not said.get("unsearched")  # whether a search looks through it

        self.expected: bool | Mapping[str, Sequence[str | None]] = said.get("expected", False)

    def is_expected(self, row: Row) -> bool:
        """Say whether people ask for it first, so that a card says of it that it is not recorded."""
        if isinstance(self.expected, bool):
            return self.expected
        return all(row.get(name) in words for name, words in self.expected.items())

    @property
    def parted(self) -> str:
        """What stands between the items of a list on a card: a semicolon where they may hold commas."""
        return "; " if roles.PHRASES in self.roles else ", "

    def rank(self, word: str) -> int:
        """Return the place of a word in the closed list of what the field may say, the weightiest first."""
        return list(self.words).index(word)

    def titled(self, lang: str) -> str:
        """Return what the field is called above a column or before a value, in a language."""
        return self.heading_ko if lang == "ko" else self.heading

    def worded(self, value: Any, lang: str) -> Any:
        """Return a value in the words of a language: of a closed vocabulary, the Korean of its words."""
        if lang != "ko":
            return value
        if isinstance(value, list):
            return [self.worded(item, lang) for item in value]
        if isinstance(value, bool):
            return "예" if value else "아니요"
        if not self.words or not isinstance(value, str):
            return value
        return self.words.get(value) or " / ".join(self.words.get(part, part) for part in value.split(" / "))


class Table:
    """A published table: its fields by name, those a person sees, and which of them says what."""

    def __init__(self, said: Row) -> None:
        self.name: str = said["name"]
        self.about: str = said["about"]
        self.singular: str = said["singular"]
        self.name_ko: str = said["name_ko"]
        self.listing: tuple[str, ...] = tuple(said["listing"])
        self.as_of_listing: tuple[str, ...] = tuple(said.get("as_of_listing", ()))
        self.key: str = said.get("key", "id")
        self.fields: dict[str, Field]
        self.as_of: dict[str, Field]
        self.help: str = said.get("help", "")
        self.has_records: bool = said.get("record", False)
        self.is_read: bool = not said.get("unread")
        self.on_framework: bool = said.get("on_framework", False)
        self.by_name: float = said.get("by_name", 0)  # the higher, the rather its record is meant by a name alone
        self.belongs: Row | None = said.get("belongs")
        self.further: bool = said.get("further", False)  # its rows have further fields, one for each thing named
        self.is_of_groups: bool = False  # its rows count others: what stands in a field is of no record
        self.last: tuple[str, ...] = ()  # the words in its rows that stand for nothing, and are sorted so
        self._said: Mapping[str, Sequence[Row]] = {"fields": said["fields"], "as_of": said.get("as_of", ())}

    def __getattr__(self, name: str) -> Any:
        """Return the fields by their names, `fields` or those that `--as-of` adds; made when first asked for."""
        if name not in ("fields", "as_of"):
            raise AttributeError(name)
        made = {each["name"]: Field(each) for each in self._said[name]}
        setattr(self, name, made)
        return made

    def field(self, name: str) -> Field | None:
        """Return a field by its name, one that `--as-of` adds among them, or None."""
        return self.as_of.get(name) or self.fields.get(name)

    def having(self, role: str) -> list[str]:
        """Return the names of the fields that are something to a reader: `having(roles.COUNTRY)`."""
        return [name for name, field in self.fields.items() if role in field.roles]

    def first(self, role: str) -> str | None:
        """Return the name of the first field with a role, or None."""
        return next((name for name, field in self.fields.items() if role in field.roles), None)

    @property
    def _label(self) -> str:
        if "_labelled" not in self.__dict__:
            self._labelled = self.first(roles.LABEL) or "id"
        return self._labelled

    def titled(self, lang: str) -> str:
        """Return what the table is called above a part of a card, in a language."""
        return self.name_ko if lang == "ko" else self.name.capitalize()

    def as_read(self, columns: Sequence[str]) -> tuple[str, ...]:
        """Return columns in the order people read them: the label first, or right behind the date."""
        label = self.first(roles.LABEL)
        if label is None or label not in columns or self.first(roles.WIDE) in columns:
            return tuple(columns)
        others = [name for name in columns if name != label]
        at = others.index("date") + 1 if "date" in others else 0
        return (*others[:at], label, *others[at:])

    def label(self, row: Row, lang: str = "en") -> str:
        """Return what a row is called, in Korean where that is asked for and known."""
        name = self._label
        called = row.get(name) or row.get("id", "")
        if lang != "ko":
            return str(called)
        # An abbreviation of a glossary is what is explained there; a term of several words goes by its Korean name.
        return str(row.get(f"{name}_ko") or (" " in called and row.get("name_ko")) or called)

    def worded(self, row: Row, name: str, lang: str = "en") -> Any:
        """Return a value of a row in a language: a field `place_ko` beside `place` says the same in Korean."""
        field = self.field(name)
        if lang == "ko" and field and (twin := row.get(f"{name}_ko")):
            return twin
        return field.worded(row.get(name), lang) if field else row.get(name)

    def renamed(self, name: str) -> Table:
        """Return the table under another name."""
        made = self._copied()
        made.name = name
        return made

    def _copied(self) -> Table:
        made = object.__new__(Table)
        made.__dict__.update({name: value for name, value in self.__dict__.items() if name != "_labelled"})
        return made

    def with_columns(
        self, columns: Mapping[str, str], kept: Sequence[str], words: Mapping[str, str] | None = None
    ) -> Table:
        """Return a table of some of the fields, and further columns of text: name -> heading; `words` have Korean."""
        made = self._copied()
        added = {
            name: {"name": name, "type": "text", "heading": title, "words": words or {}}
            for name, title in columns.items()
        }
        made.fields, made.as_of = {name: self.fields[name] for name in kept}, {}
        made.fields.update(
            {name: Field({"description": "", "heading_ko": said["heading"], **said}) for name, said in added.items()}
        )
        return made

    def hanging(self, name: str) -> Table:
        """Return the table with a field that a screen prints under the label, where there is more room."""
        from copy import copy  # no other table asks for it

        made, field = self._copied(), copy(self.fields[name])
        field.roles = (*field.roles, roles.BELOW)
        made.fields = {**self.fields, name: field}
        return made

    def without(self, *names: str) -> Table:
        """Return the table without some of its fields."""
        made = self._copied()
        made.fields = {name: field for name, field in self.fields.items() if name not in names}
        return made

    def on_day(self) -> Table:
        """Return the table with the fields that `--as-of` adds to its rows among its own."""
        made = self._copied()
        made.fields = {**self.fields, **self.as_of}
        return made

    def references(self) -> list[str]:
        """Return the names of the fields that hold the ids of other records."""
        return [name for name, field in self.fields.items() if field.refers_to]

    def is_of_records(self) -> bool:
        """Say whether what its rows go by is a record's: its id, or the code of a country."""
        field = self.fields.get(self.key)
        return self.key == "id" or (field is not None and bool(field.refers_to or roles.COUNTRY in field.roles))

    def id_of(self, row: Row) -> str:
        """Return what a row goes by: its id, or what names it in a table without ids."""
        return str(row[self.key])


_known: dict[str, Table] = {}


def table(name: str) -> Table:
    """Return what is known of a table; raise KeyError where there is none of that name."""
    if name not in _known:
        said = store.described(name)
        if said is None:
            raise KeyError(name)
        _known[name] = Table(said)
    return _known[name]


def forget() -> None:
    """Read again what is known of the tables when next asked for: they were made again."""
    _known.clear()


def tables() -> list[Table]:
    """Return every table of the edition, in the order an export holds them."""
    for said in store.all_described():
        if said["name"] not in _known:
            _known[said["name"]] = Table(said)
    return [_known[name] for name in published()]


def published() -> list[str]:
    """Return the names of the published tables, in the order an export holds them."""
    return [said["name"] for said in store.all_described() if not said.get("unread")]


def subjects() -> list[str]:
    """Return the names of the tables whose records the rows of other tables are about: frameworks, countries, funds."""
    return [said["name"] for said in store.all_described() if said.get("subject")]
