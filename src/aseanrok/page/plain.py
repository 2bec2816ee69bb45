"""The tables as plain HTML, for whoever runs no script; what they say in full the script reads from here as well.

A row is a line of its own: `<tr><th><a href="ADDRESS">label</a><td>...`, and nothing stands between the cells but
what `_cell` writes. A mark, or what follows the name of a meeting that was not held, stands in an `<i>`, so that
what remains is the value itself.
"""

from __future__ import annotations

import html

from aseanrok import roles, schema, store
from aseanrok.views import Listing, standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from aseanrok.schema import Table
    from aseanrok.values import Row

ADDRESS = 0
"""The number of the cell that is the address of a row; those that a reader sees are counted from 1."""

MANY = 1000
"""Of a table with so many rows only the two columns that say most are shown: the last of its listing."""


def columns(table: Table) -> list[str]:
    """Return the fields that a plain table shows: its name, its Korean name where there is one, and the listing's."""
    label = table.first(roles.LABEL) or table.key
    named = [label, *(name for name in (f"{label}_ko", "name_ko") if name in table.fields)][:2]
    listed = table.listing if len(store.table(table.name)) < MANY else table.listing[-2:]
    return [*named, *(name for name in listed if name not in named and name != table.key)]


def address(row: Row) -> str:
    """Return the address of what a row is about where a browser may follow it, or nothing."""
    said = str(row.get("url") or row.get("website") or "")
    return said if said.startswith(("https://", "http://")) else ""


def tables() -> list[Table]:
    """Return the tables that are shown: those of records."""
    return [table for table in schema.tables() if table.has_records]


def plain(lang: str) -> str:
    """Return every table of records, under a heading each and after a list of them."""
    known = tables()
    parts = [f'<li><a href="#{table.name}">{_both(table.titled("en"), table.name_ko)}</a>' for table in known]
    return "".join((f"<nav><ul>{''.join(parts)}</ul></nav>\n", *(_table(table, lang) for table in known)))


def _table(table: Table, lang: str) -> str:
    names = columns(table)
    listing = Listing(store.table(table.name), tuple(names), table)
    head = "".join(
        f"<th scope=col>{_both(table.fields[name].heading, table.fields[name].heading_ko)}" for name in names
    )
    caption = f"{_both(table.titled('en'), table.name_ko)}. {html.escape(table.about)}"
    lines = "".join(f"\n{_row(listing, row)}" for row in listing.rows)
    return f'<table id="{table.name}"><caption>{caption}</caption><thead><tr>{head}<tbody>{lines}\n</table>\n'


def _both(english: str, korean: str) -> str:
    return html.escape(english if english == korean else f"{english} · {korean}")


def _row(listing: Listing, row: Row) -> str:
    cells = [_cell(listing, row, name) for name in listing.columns]
    if link := address(row):
        cells[0] = f'<a href="{_escaped(link)}">{cells[0]}</a>'
    return f"<tr><th>{'<td>'.join(cells)}"


def _cell(listing: Listing, row: Row, name: str) -> str:
    value = row.get(name)
    said = "" if value is None else value if isinstance(value, str) else listing.bare(row, name)
    end = standing(row) if listing.has(name, roles.LABEL) else ""
    after = (end if not said.endswith(end) else "") + listing.mark(row, name)
    return _escaped(said) + (f"<i>{after}</i>" if after else "")


def _escaped(text: str) -> str:
    """Return a text as HTML holds it, on one line."""
    return html.escape(text).replace("\n", "&#10;").replace("\r", "&#13;")
