"""Questions on which sources differ, or one errs."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from aseanrok import roles
from aseanrok.model.archive import Archive
from aseanrok.model.base import Citation, CountryCode, Id, Part, Quantity, Record, Text
from aseanrok.model.column import columns_of, of
from aseanrok.model.field import Reference, declarations
from aseanrok.model.field import field as declared  # the class has a field of that name
from aseanrok.model.partial_date import PartialDate
from aseanrok.model.table import Argument, Command, Table, by_id, records_of
from aseanrok.model.vocabulary import ConflictKind
from aseanrok.search.index import Tier
from aseanrok.wording import date


class Statement(Part):
    """What one source says on a question."""

    says: Text = declared("What it says, as short as it can be.", "내용")
    source: Id = declared("Id of the source.", "출처", roles=(roles.WHOLE,), reference=Reference(("sources",)))
    at: Text = declared("Where in the source.", "위치")
    corrected: PartialDate | None = declared(
        "When the source was seen to say otherwise; empty where it still says so.", "정정 확인일", default=None
    )


class Conflict(Record):
    """A question on which sources differ, or one source errs."""

    label: ClassVar[str] = "question"
    is_measured: ClassVar[bool] = False

    question: Text = declared(
        "What is in question.", "쟁점", card=roles.NONE, tier=Tier.TITLE, roles=(roles.NAME, roles.LABEL)
    )
    about: Id = declared(
        "Id of the record it is about.",
        "대상",
        card=roles.NONE,
        tier=Tier.CONTEXT,
        reference=Reference((), "about", ko=("대상", "")),
    )  # fmt: skip
    field: Text | None = declared("The field of that record.", "항목", default=None, card=roles.NONE, tier=None)
    countries: tuple[CountryCode, ...] = declared(
        "ISO 3166-1 alpha-3 codes of the countries whose part of that field it is about, of members or of parties.",
        "관련 국가", default=(), tier=Tier.CONTEXT, roles=(roles.COUNTRY,),
    )  # fmt: skip
    kind: ConflictKind = declared("Why the statements differ.", "종류", tier=Tier.FACT, roles=(roles.KIND,))
    statements: tuple[Statement, ...] = declared("What each source says.", "진술", min_length=1, published=False)
    follows: Text = declared("What the data follows.", "채택", heading="Followed value")
    because: Text = declared("Why.", "이유")
    related: tuple[Id, ...] = declared("What it is about is said by `about`.", "관련", default=(), tier=None)
    sources: tuple[Citation, ...] = declared(
        "Its statements name the sources.", "출처", default=(), max_length=0, exclude=True, tier=None, published=False
    )

    @model_validator(mode="after")
    def _disputed(self) -> Self:
        if len(self.statements) < 2 and self.kind is not ConflictKind.MISPRINT:
            raise ValueError("only a misprint may rest on a single statement")
        return self


def question_ko(conflict: Conflict, archive: Archive) -> str:
    """Return in Korean on what sources differ: the name of the record, the period of a figure, and the field."""
    about = archive[conflict.about]
    name = getattr(about, "title_ko", None) or getattr(about, "name_ko", None) or about.called
    period = getattr(about, "period", None) if isinstance(about, Quantity) else None
    # The title of a contribution has its period in it.
    when = f"({date(str(period), 'ko')})" if period and not hasattr(about, "title_ko") else ""
    when += f"({', '.join(filter(None, (archive.by_code[code].name_ko for code in conflict.countries)))})"
    when = when.removesuffix("()")
    field = "수치" if conflict.field == "value" else ""
    if conflict.field and not field:
        field = declarations(type(about))[conflict.field.partition(".")[0]].heading_ko
    differs = "출처의 오기" if conflict.kind is ConflictKind.MISPRINT else "출처마다 다름"
    # Of no field the name alone does not tell what is asked.
    asked = "" if field else f" - {conflict.question}"
    return f"{name}{when}{f'의 {field}' if field else ''}: {differs}{asked}"


TABLE = Table(
    name="conflicts",
    about="Questions on which sources differ, or one errs.",
    rank=220,
    singular="conflict",
    name_ko="이견",
    record=Conflict,
    columns=(
        *columns_of(Conflict, "id", "question"),
        of("question_ko", "text", "The same in Korean, made here from the record and the field.", "한국어 쟁점",
           question_ko, heading="Korean question", card=roles.NONE, tier=Tier.NAME, roles=(roles.NAME,)),
        *columns_of(Conflict, "about", "field", "countries", "kind"),
        of("statements", "list", "What each source says, with the id of the source.", "진술",
           lambda conflict, _: [f"{each.says} ({each.source})" for each in conflict.statements],
           card=roles.NONE, tier=None),
        *columns_of(Conflict, "follows", "because", "aliases"),
        of("frameworks", "list", "Ids of the frameworks of the record it is about.", "협의체",
           lambda conflict, archive: list(archive[conflict.about].listed_frameworks), card=roles.NONE,
           tier=Tier.CONTEXT, reference=Reference(("frameworks",))),
        of("sources", "list", "Ids of the sources that make the statements.", "출처",
           lambda conflict, _: list(dict.fromkeys(each.source for each in conflict.statements)), card=roles.NONE,
           tier=None, reference=Reference(("sources",))),
    ),
    listing=("id", "kind", "follows", "question"),
    items=records_of("conflicts"),
    order=by_id,
    weight=0.74,
    by_name=False,
    disputable=False,
    command=Command(
        group="Trust",
        help="Where sources differ, which one is followed, and why.",
        text="""\
Questions on which sources differ or one errs: what each says, which is followed, and why.

The id of a record, as a listing prints it beside a value with a star, stands for the conflicts about it.

\b
Examples:
  aseanrok conflicts --framework mekong
  aseanrok conflicts --kind misprint
  aseanrok conflicts mkcf""",
        filters=("framework", "kind", "match"),
        argument=Argument(metavar="ABOUT", help="A conflict, or what it is about: mkcf, mekong, Brunei."),
    ),
)  # fmt: skip
