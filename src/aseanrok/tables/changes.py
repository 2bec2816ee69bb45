"""What `changes` answers: no table of the edition, but rows with documented fields."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.model.column import of
from aseanrok.model.field import Reference
from aseanrok.model.table import Table
from aseanrok.model.vocabulary import Changed

TABLE = Table(
    name="changes",
    about="What changed from one edition to another, value by value.",
    rank=330,
    singular="change",
    name_ko="변경",
    columns=(
        of("what", "text", "corrected, refined (a date, more exact than before), merged (into another record), "
           "removed, moved (to another table), or added.", "변경", roles=(roles.KIND,), words=Changed.words()),
        of("table", "text", "Table of the record.", "표", roles=(roles.TABLE,)),
        of("id", "text", "Id of the record.", "식별자", heading="Id", roles=(roles.WHOLE,)),
        of("field", "text", "The field that is otherwise; empty where it is the whole record.", "항목"),
        of("before", "text", "What it was.", "이전", roles=(roles.BELOW,)),
        of("after", "text", "What it is.", "이후", roles=(roles.BELOW,)),
        of("reason", "text", "Why, and the conflict that says so, where that is recorded.", "이유",
           roles=(roles.BELOW,)),
        of("title", "text", "What the record is called.", "제목", roles=(roles.LABEL,)),
        of("title_ko", "text", "The same in Korean, where known.", "한국어 제목", heading="Korean title"),
        of("field_ko", "text", "What the field is called in Korean.", "한국어 항목", heading="Korean field"),
        of("before_ko", "text", "What it was, where that is a word that has Korean.", "한국어 이전",
           heading="Korean before"),
        of("after_ko", "text", "What it is, where that is a word that has Korean.", "한국어 이후",
           heading="Korean after"),
        of("frameworks", "list", "Ids of the frameworks it belongs to.", "협의체",
           reference=Reference(("frameworks",))),
        of("edition", "text", "The edition in which it is so.", "판"),
    ),
    listing=("what", "table", "field", "title", "id", "before", "after", "reason"),
    items=lambda archive: (),
    order=None,
    unread=True,
)  # fmt: skip
