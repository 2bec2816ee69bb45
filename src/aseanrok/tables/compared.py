"""What `compare` answers: no table of the edition, but rows with a column for each thing that is compared."""

from __future__ import annotations

from aseanrok import roles
from aseanrok.model.column import of
from aseanrok.model.table import Table

TABLE = Table(
    name="compared",
    about="What is known of several things, side by side: a row for each heading of their cards.",
    rank=310,
    singular="heading",
    name_ko="비교",
    columns=(
        of("field", "text", "The heading of a card; its other fields hold what each thing has under it.", "항목",
           roles=(roles.LABEL,)),
    ),
    listing=("field",),
    key="field",
    items=lambda archive: (),
    order=None,
    unread=True,
    further=True,
)  # fmt: skip
