"""What `next` and `anniversaries` answer: no table of the edition, but rows with documented fields."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.model.column import of
from aseanrok.model.table import DOUBTS, Table
from aseanrok.model.vocabulary import Expected

TABLE = Table(
    name="calendar",
    about="What is to come: meetings announced, expected or overdue, and anniversaries.",
    rank=320,
    singular="day",
    name_ko="일정",
    columns=(
        of("date", "date", "When: the day announced, the year expected, or the day of the anniversary.", "일자",
           roles=(roles.DATE,)),
        of("what", "text", "announced, expected (by the rhythm of the series), overdue (its time has "
           "passed, no report is recorded), or last.", "구분", roles=(roles.STANDING,), words=Expected.words()),
        of("years", "integer", "How many years ago it was, on that day.", "주년", roles=(roles.YEARS,)),
        of("title", "text", "What it is, or was.", "제목", roles=(roles.LABEL,)),
        of("title_ko", "text", "The same in Korean, where known.", "한국어 제목", heading="Korean title"),
        of("place", "text", "Where, where that is known.", "장소", roles=(roles.PLACE,)),
        of("place_ko", "text", "The same in Korean, where known.", "한국어 장소", heading="Korean place"),
        of("chair", "text", "The country recorded to chair ASEAN in the year of what is to come.", "의장국",
           heading="ASEAN chair"),
        of("chair_ko", "text", "The same in Korean, where known.", "한국어 의장국", heading="ASEAN chair in Korean"),
        of("since", "date", "The date of what is remembered, or of the last meeting.", "원래 일자"),
        of("frameworks", "list", "Ids of the frameworks it belongs to.", "협의체"),
        of("id", "text", "Id of the record it comes from.", "식별자", heading="Id", roles=(roles.WHOLE,)),
        *DOUBTS,
    ),
    listing=("date", "what", "years", "place", "since", "id", "title"),
    items=lambda archive: (),
    order=None,
    unread=True,
)  # fmt: skip
