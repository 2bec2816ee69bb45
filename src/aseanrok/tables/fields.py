"""What a table holds: its fields, their types and their meanings. No table of the edition itself."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.model.column import of
from aseanrok.model.table import Table

TABLE = Table(
    name="fields",
    about="The fields of the published tables, and what they mean.",
    rank=310,
    singular="field",
    name_ko="항목",
    columns=(
        of("table", "text", "The table.", "표", roles=(roles.WHOLE,)),
        of("name", "text", "Name of the field.", "명칭", roles=(roles.WHOLE,)),
        of("type", "text", "text, date, integer, number, boolean or list.", "형식", roles=(roles.WHOLE,)),
        of("description", "text", "What it means.", "설명"),
        of("heading", "text", "What it is called above a column.", "표제"),
        of("heading_ko", "text", "The same in Korean.", "한국어 표제", heading="Korean heading"),
    ),
    listing=("table", "name", "type", "description"),
    key="name",
    items=lambda archive: (),
    order=None,
    unread=True,
)
