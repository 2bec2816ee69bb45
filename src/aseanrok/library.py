"""What `aseanrok.load()` gives: the records, and the published tables as rows."""

from __future__ import annotations

from aseanrok import checkout, schema, store
from aseanrok.edition.archive import LazyArchive
from aseanrok.names import choice_or_fail
from aseanrok.values import Row


class Data(LazyArchive):
    """All records, each a frozen model, by table and id; and every published table as rows, for a notebook.

    `data.meetings["mekong-rok-fmm-7"].date` is a record's; `data.rows("timeline")` is what `aseanrok export
    timeline --json` prints. Nothing is read before it is asked for.
    """

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a published table, in their published order: a dict each, as `aseanrok fields` says.

        The rows are the caller's own, and may be changed. Raises UsageFailure, naming the tables, where there is none
        of that name; InvalidData where the packaged files have been damaged; in a source checkout InvalidData where its
        facts break a rule, and CannotWrite where it has no tables and none can be written.
        """
        checkout.refresh()
        name = choice_or_fail("table", str(table), schema.published())
        return [{field: list(value) if isinstance(value, list) else value for field, value in row.items()}
                for row in store.table(name)]  # fmt: skip

    def __repr__(self) -> str:
        checkout.refresh()
        edition = store.edition()
        sizes = ", ".join(f"{name} {size:,}" for name, size in edition["tables"].items())
        return f"<aseanrok data, edition {edition['version']}: {sizes}>"
