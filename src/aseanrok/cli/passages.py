"""What a reader is shown of a hit: the field that was asked for by its heading, or the passage that holds the words."""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.schema import Field, Table
from aseanrok.search.passage import SENTENCES, Reasons, names_a_year
from aseanrok.search.question import Question
from aseanrok.values import Row
from aseanrok.views import text
from aseanrok.wording import date, worded
from aseanrok.words.common import bare
from aseanrok.words.stem import stem
from aseanrok.words.tokens import is_syllabic, tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

HEADINGS = (
    "venu plac city locat location addres headquarter wher 장소 위치 개최지 소재지 주소 본부 어디 어디서",
    "chair cochair 의장 공동의장",
    "last latest newest recent 마지막 최근",
    "outcom result 결과 성과",
    "budget cost amount sum 예산 비용 금액 액수 규모",
    "frequency 주기",
    "administrator manag 운영 운영기관 관리 주체",
    "implement 수행기관 implementer",
    "period year 기간",
    "tenur term 임기",
    "establish found start began begun creat since 설립 창설 수립 출범 언제부터",
    "sign 서명 서명일 체결",
    "adopt 채택 채택일",
)
"""Words that ask for the same, as stems or in Korean; each field whose heading is among them is meant by all."""


def asked(typed: str, question: Question) -> set[str]:
    """Return the words of a query that are looked for in no text, in every form that a heading may have."""
    sought = {term.literal for term in question.terms}
    literals = [token.literal for token in tokenise(typed)]
    left = {bare(word) if is_syllabic(word[0]) else stem(word) for word in literals if word not in sought}
    return left.union(*(line.split() for line in HEADINGS if left & set(line.split())))


def passage(row: Row, reasons: Reasons, headings: Collection[str], lang: str) -> str:
    """Return what a reader is shown of a hit, after the heading of the field where that was asked for."""
    said = str(row["snippet"])
    if not headings and (row["field"] in SENTENCES or said == row["title"] or not names_a_year(said)):
        return said  # so most hits are told without asking what the fields of their table are
    table = schema.table(row["table"])
    for meant in _asked_for(table, headings) if headings else ():
        if value := _value(row, table, meant, lang):
            return f"{meant.titled(lang)}: {value}"
    field = table.field(row["field"])
    dated = field and (field.type == "date" or roles.PHRASES in field.roles)
    if not said or field is None or not dated or not reasons.lacks(said):
        return said
    return f"{field.titled(lang)}: {_value(row, table, field, lang) or said}"


def _asked_for(table: Table, headings: Collection[str]) -> Iterator[Field]:
    """Yield the fields of a table that are asked for by their headings, in either language."""
    for field in table.fields.values():
        names = {field.heading_ko, stem(field.heading.lower())}
        if names & set(headings) and roles.LABEL not in field.roles and roles.COUNTRY not in field.roles:
            yield field


def _value(row: Row, table: Table, field: Field, lang: str) -> str:
    known = store.record(row["id"])
    if not known or known.get(field.name) in (None, "", []):
        return ""
    is_date = field.type == "date"
    said = date(known[field.name], lang) if is_date else text(table.worded(known, field.name, lang))
    doubts = (worded(told, lang) for of, told in roles.DOUBTS.items() if field.name in (known.get(of) or ()))
    return "; ".join([said, *doubts])
