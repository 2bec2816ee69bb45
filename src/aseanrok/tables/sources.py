"""Pages and publications the facts rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations
from typing import ClassVar

from aseanrok import roles
from aseanrok.model.base import Citation, Record, Text, Url
from aseanrok.model.column import columns_of, of
from aseanrok.model.field import field
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Argument, Command, Table, by_id, records_of
from aseanrok.model.vocabulary import SourceKind
from aseanrok.search.index import Tier


class Source(Record):
    """A page or publication that facts rest on."""

    label: ClassVar[str] = "title"
    is_measured: ClassVar[bool] = False

    title: Text = field(
        "Title of the page or publication.", "제목", card=roles.NONE, tier=Tier.TITLE, roles=(roles.NAME, roles.LABEL)
    )
    publisher: Text = field(
        "Who publishes it, and in brackets whose text that is: `Hankyung (Yonhap)`.", "발행", tier=Tier.CONTENT
    )
    kind: SourceKind = field(
        "Who speaks: official, agency, press or reference.", "종류", tier=Tier.FACT, roles=(roles.KIND,)
    )
    language: str = field("ISO 639-1 code of its language.", "언어", pattern=r"^[a-z]{2}$", tier=None)
    url: Url = field("Address.", "주소", heading="Address", tier=None)
    published: PartialDate | None = field(
        "Its own date; empty where it shows none.", "발행일", default=None, roles=(roles.DATE,)
    )
    read: PartialDate = field("The day it was read.", "열람일", tier=None)
    sources: tuple[Citation, ...] = field(
        "A source rests on nothing.", "출처", default=(), max_length=0, exclude=True, tier=None, published=False
    )

    @property
    def voices(self) -> frozenset[str]:
        """Who speaks in it: its publisher, and whose text that prints."""
        names = (_NO_NAME.sub("", name).strip(" .") for name in re.split(r"[(),/;]", self.publisher.casefold()))
        return frozenset(" ".join(name.split()) for name in names if name)


_NO_NAME = re.compile(r"\b(a|an|copy|of|on|press|release|secretariat|site|text|the)\b")
"""Words beside a name: `copy of Yonhap`, `MOFA release`, `ASEAN text`."""


def are_independent(sources: Iterable[Source]) -> bool:
    """Say whether two of the sources have nobody in common: copies of one agency's report are one publisher."""
    return any(one.voices.isdisjoint(other.voices) for one, other in combinations(sources, 2))


TABLE = Table(
    name="sources",
    about="Pages and publications the facts rest on.",
    rank=200,
    singular="source",
    name_ko="출처",
    record=Source,
    columns=(
        *columns_of(Source, "id", "title", "publisher", "kind", "language", "url", "published", "read"),
        of("facts", "integer", "Number of records that rest on it.", "사실 수",
           lambda source, archive: len(archive.resting_on.get(source.id, ())), tier=None, roles=(roles.WHOLE,)),
        *columns_of(Source, "aliases", "summary", "note"),
    ),
    listing=("id", "kind", "language", "published", "facts", "publisher", "title"),
    items=records_of("sources"),
    order=by_id,
    weight=0.2,
    by_name=False,
    disputable=False,
    command=Command(
        group="Trust",
        help="The pages facts rest on, or what rests on one of them.",
        text="""\
The pages and publications the facts rest on, or what rests on one of them.

\b
Examples:
  aseanrok sources
  aseanrok sources mofa-asean-overview""",
        filters=("kind", "since", "until", "year", "match"),
        argument=Argument(metavar="SOURCE", help="A source by its id."),
    ),
)  # fmt: skip
