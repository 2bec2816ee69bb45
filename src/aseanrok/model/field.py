"""How a field of a record is declared: in one line, with everything that those who read it want to know of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from aseanrok import roles
from aseanrok.search.index import Tier


class Reference(NamedTuple):
    """What a field that holds ids says of the records it names, and they of the record it stands in.

    `meeting.series` names a series: to the meeting that is its "series", to the series the other is a "meeting".
    """

    tables: tuple[str, ...] = ()  # where the ids may stand; none: in any table
    forward: str = ""  # what the other record is to this one
    backward: str = ""  # what this record is to the other one; empty: it is not shown there
    ranks: tuple[int, int] = (9, 9)  # the place of the two words on a card; of the same, by the alphabet
    dates: str = ""  # the field that takes the date of the meeting named, where it has none of its own
    outcome: str = ""  # what was done at the meeting named: "Established"
    ko: tuple[str, str] = ("", "")  # the two words in Korean

    def words(self) -> dict[str, str]:
        """Return the Korean of the words that are shown."""
        return {word: ko for word, ko in zip((self.forward, self.backward), self.ko, strict=True) if word}


Expected = bool | Mapping[str, tuple[str | None, ...]]
"""Whether a card says of a field that it is not recorded: True, or the fields that must hold one of some words."""


class Declared(NamedTuple):
    """What a field is besides its type and its description."""

    heading_ko: str
    heading: str = ""  # empty: made from its name
    card: str = roles.FACT
    tier: Tier | None = Tier.PROSE  # what a word in it weighs in a search; None: it is not searched
    roles: tuple[str, ...] = ()
    usual: Any = None  # the value that goes without saying on a card
    reference: Reference | None = None
    published: bool = True
    words: Mapping[str, str] | None = None  # the Korean of what it may say, where that is not a closed vocabulary
    expected: Expected = False
    also: str = ""  # words by which a search finds it besides those it says


def field(
    description: str,
    ko: str,
    *,
    default: Any = PydanticUndefined,
    heading: str = "",
    card: str = roles.FACT,
    tier: Tier | None = Tier.PROSE,
    roles: tuple[str, ...] = (),
    usual: Any = None,
    reference: Reference | None = None,
    published: bool = True,
    words: Mapping[str, str] | None = None,
    expected: Expected = False,
    also: str = "",
    **rules: Any,
) -> Any:
    """Return a Pydantic field that carries its declaration; `rules` are Pydantic's own (`ge`, `pattern`, ...)."""
    declared = Declared(ko, heading, card, tier, roles, usual, reference, published, words, expected, also)
    return Field(default, description=description, json_schema_extra={"declared": declared}, **rules)  # type: ignore[dict-item]


def declaration(info: FieldInfo) -> Declared:
    """Return what a field was declared as."""
    extra = info.json_schema_extra
    assert isinstance(extra, dict), f"{info!r} is not declared with `field`"
    declared = extra["declared"]
    assert isinstance(declared, Declared)
    return declared


def declarations(record: type[BaseModel]) -> dict[str, Declared]:
    """Return what each field of a record was declared as, by its name, in the order of the class."""
    return {name: declaration(info) for name, info in record.model_fields.items()}


def references(record: type[BaseModel]) -> dict[str, Reference]:
    """Return the fields of a record that name other records."""
    return {name: known.reference for name, known in declarations(record).items() if known.reference}


# --- fields that several records have --------------------------------------------------------------------------------


def frameworks(**rules: Any) -> Any:
    """Return the field that holds the ids of a record's frameworks; a framework's records are found by filter."""
    return field(
        "Ids of the frameworks it belongs to.", "협의체",
        card=roles.NONE, tier=Tier.CONTEXT,
        reference=Reference(("frameworks",), "framework", ko=("협의체", "")), **rules,
    )  # fmt: skip


def city(description: str = "City, as the source writes it.") -> Any:
    """Return the field that holds a city; `place` shows it."""
    return field(description, "도시", default=None, card=roles.NONE, tier=None, roles=(roles.PLACE,))


def country(description: str, *, default: Any = None) -> Any:
    """Return a field that holds one country's code; of `...` as its default, one that must be given."""
    return field(description, "국가", default=default, card=roles.NONE, tier=None, roles=(roles.COUNTRY, roles.WHOLE))


def countries(description: str, ko: str, **known: Any) -> Any:
    """Return a field that holds countries' codes."""
    return field(description, ko, **{"default": (), "tier": Tier.CONTEXT, "roles": (roles.COUNTRY,), **known})


def established() -> Any:
    """Return the field that says when a thing was established."""
    return field("When it was established.", "설립", default=None, roles=(roles.DATE,), expected=True)


def established_at() -> Any:
    """Return the field that names the meeting that established a thing."""
    words = Reference(
        ("meetings",), "established at", "established here", ranks=(5, 9), dates="established",
        outcome="Established", ko=("설립된 회의", "이 회의에서 설립"),
    )  # fmt: skip
    description = "Id of the meeting that established it; its date is then the meeting's."
    return field(description, "설립 회의", default=None, card=roles.NONE, tier=Tier.CONTEXT, reference=words)


def korean(of: str, ko: str, **known: Any) -> Any:
    """Return the field that says in Korean what another one says in English; whoever reads Korean gets it instead."""
    description = f"The {of} in Korean, in this project's own words."
    rest = {"default": None, "heading": f"Korean {of}", "card": roles.NONE, **known}
    return field(description, f"한국어 {ko}", **rest)


def documents(description: str) -> Any:
    """Return the field that names documents."""
    words = Reference(("documents",), "document", "where it is used", ko=("문서", "사용된 곳"))
    return field(description, "문서", default=(), card=roles.NONE, tier=Tier.CONTEXT, reference=words)
