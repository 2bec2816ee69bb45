"""What `aseanrok.load()` gives: the records, and the published tables as rows."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property

from aseanrok import checkout, schema, store
from aseanrok.damage import changed, damage
from aseanrok.edition.archive import LazyArchive
from aseanrok.errors import InvalidData
from aseanrok.model.archive import Tables
from aseanrok.names import table_or_fail
from aseanrok.values import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Data(LazyArchive):
    """All records, each a frozen model, by table and id; and every published table as rows, for a notebook.

    `data.meetings["mekong-rok-fmm-7"].date` is a record's; `data.rows("timeline")` is what `aseanrok export
    timeline --json` prints. Nothing is read before it is asked for.
    """

    @cached_property
    def tables(self) -> Tables:
        """Every table by name: table -> id -> record; of an installed package only as it was installed."""
        if not checkout.is_checkout() and (wrong := changed("data/")):
            raise wrong
        return super().tables

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a published table, in their published order: a dict each, as `aseanrok fields` says.

        The rows are the caller's own, and may be changed. Raises UsageFailure, naming the tables, where there is none
        of that name; InvalidData where the packaged files have been damaged; in a source checkout InvalidData where its
        facts break a rule, and CannotWrite where it has no tables and none can be written; where those made before are
        read in the place of such as cannot be written, that is a warning.
        """
        _refresh()
        with _blamed():
            name = table_or_fail(str(table), schema.published())
            found = store.table(name)
            if len(found) != store.edition()["tables"][name]:
                store.text(name)  # whose sum is another
            return [{field: list(value) if isinstance(value, list) else value for field, value in row.items()}
                    for row in found]  # fmt: skip

    def __repr__(self) -> str:
        _refresh()
        with _blamed():
            edition = store.edition()
            sizes = ", ".join(f"{name} {size:,}" for name, size in edition["tables"].items())
            return f"<aseanrok data, edition {edition['version']}: {sizes}>"


_made_from = ""


def _refresh() -> None:
    """Make the tables of a checkout again, and warn where those that were made before are read in their place.

    What was read of tables that have been made again since, by whichever program, is read again.
    """
    global _made_from
    told = checkout.refresh()
    if (now := checkout.made_from()) != _made_from:
        _made_from = now
        store.forget()
        schema.forget()
    if told:
        import warnings  # no installed package comes to it

        warnings.warn(told, stacklevel=3)


@contextmanager
def _blamed() -> Iterator[None]:
    """Raise InvalidData in the place of an error that damaged files have caused, as the command line tells it."""
    try:
        yield
    except Exception as error:
        if isinstance(error, InvalidData) or (wrong := damage()) is None:
            raise
        raise wrong from error
