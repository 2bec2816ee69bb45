"""What a search answers: no table of the edition, but rows with documented fields."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.model.column import of
from aseanrok.model.table import DOUBTS, Table

TABLE = Table(
    name="search",
    about="The records that answer a search, the best first.",
    rank=300,
    singular="hit",
    name_ko="검색",
    columns=(
        of("id", "text", "Id of the record.", "식별자", heading="Id", roles=(roles.WHOLE,)),
        of("table", "text", "Table the record stands in.", "표", roles=(roles.TABLE,)),
        of("title", "text", "What it is called.", "제목", roles=(roles.LABEL,)),
        of("title_ko", "text", "The same in Korean, where known.", "한국어 제목", heading="Korean title"),
        of("date", "date", "The date it is listed under.", "일자", roles=(roles.DATE,)),
        of("frameworks", "list", "Ids of the frameworks it belongs to.", "협의체"),
        of("status", "text", "Of a meeting, whether it took place.", "상태"),
        of("score", "integer", "How well it answers: 1000 where its id is the query, 900 and more where its name is.",
           "점수"),
        of("field", "text", "The field that holds the words, or most of those that the title does not hold.", "항목"),
        of("snippet", "text", "What stands there; of a long text, the part around the words.", "본문",
           heading="Passage", roles=(roles.PASSAGE,)),
        of("missing", "list", "Words of the query that the record does not hold; only where none holds all of them.",
           "없는 말", heading="Words it lacks"),
        *DOUBTS,
        of("record", "text", "The row of the record in its own table; only with --full.", "기록"),
    ),
    listing=("table", "date", "title", "id", "snippet"),
    items=lambda archive: (),
    order=None,
    unread=True,
)  # fmt: skip
