"""The tables as plain HTML, for whoever runs no script; what they say in full the script reads from here as well.

A row is `<tr><th><a href=ADDRESS>label</a><td>...`, and nothing stands between the cells but what `_cell` writes. A
mark, or what follows the name of a meeting that was not held, stands in an `<i>`, so that what remains is the value
itself. The tables are the larger part of the page, so they are written as short as HTML may be: without the ends that
a browser adds by itself, without cells that say nothing at the end of a row, without quotes around an address that
needs none, with nothing escaped that is read as it is. A table of one column is a list, its rows `<li><a href=...`.
"""

from __future__ import annotations

import html
import re
from urllib.parse import quote, unquote

from aseanrok import roles, schema, store, wording
from aseanrok.rows import AMOUNTS
from aseanrok.views import MEANING, STAR, WORKED_OUT, Listing, standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from aseanrok.schema import Table
    from aseanrok.values import Row

ADDRESS = 0
"""The number of the cell that is the address of a row; those that a reader sees are counted from 1."""

BETWEEN = "; "
"""What stands between the values of a list."""

MANY = 1000
"""Of a table with so many rows only what they are called is shown, and their addresses."""


REACH = 16
"""Over how many rows a cell may reach."""


def columns(table: Table) -> list[str]:
    """Return the fields that a plain table shows: what its rows are called, and the others of the listing."""
    label = table.first(roles.LABEL) or table.key
    listed = table.listing if len(store.table(table.name)) < MANY else ()
    return [label, *(name for name in listed if name not in (label, table.key))]


def language(name: str, shown: Collection[str], lang: str) -> str:
    """Return the language of a column: English where the Korean is shown beside it."""
    return "en" if f"{name}_ko" in shown else lang


def value(table: Table, row: Row, name: str, lang: str) -> str | None:
    """Return what a cell says, without marks; None for nothing."""
    if lang == "ko" and name == table.first(roles.LABEL):
        return table.label(row, lang)
    said = table.worded(row, name, lang) if row.get(name) is not None or lang == "ko" else None
    if said is None or isinstance(said, str):
        return said
    return Listing((), (name,), table, lang).bare(row, name)


def address(row: Row) -> str:
    """Return the address of what a row is about where a browser may follow it, or nothing."""
    said = str(row.get("url") or row.get("website") or "")
    return said if said.startswith(("https://", "http://")) else ""


def tables() -> list[Table]:
    """Return the tables that are shown: those of records."""
    return [table for table in schema.tables() if table.has_records]


def plain(lang: str) -> str:
    """Return every table of records in a language, after a list of them."""
    known = tables()
    title = wording.worded("ASEAN and the Republic of Korea", lang)
    parts = [f'<li><a href="#{table.name}">{_escaped(table.titled(lang))}</a>' for table in known]
    edition = store.edition()
    read = wording.date(edition["read"], lang)
    lines = (
        wording.worded("aseanrok, edition {}; sources read to {}", lang, edition["version"], read),
        f"{STAR} {wording.worded('sources differ', lang)} · {WORKED_OUT} {wording.worded(MEANING[WORKED_OUT], lang)}",
    )
    about = "".join(f"<p>{_escaped(line)}</p>" for line in lines)
    head = f"<h1>{title}</h1>{about}<nav><ul>{''.join(parts)}</ul></nav>\n"
    return "".join(("<main>", head, *(_table(table, lang) for table in known), "</main>"))


def _table(table: Table, lang: str) -> str:
    listing = Listing(store.table(table.name), tuple(columns(table)), table, lang)
    head = "".join(f"<th scope=col>{_escaped(heading)}" for heading in listing.headings())
    title = table.titled(lang)
    about = f"{title}. {table.about}" if lang == "en" and table.about != f"{title}." else title
    rows = [_cells(listing, row) for row in listing.rows]
    if len(listing.columns) == 1:
        items = "".join(f"<li>{cell}" for (cell,) in rows)
        return f'<section id="{table.name}"><h2>{_escaped(about)}</h2><ul>{items}</ul></section>\n'
    alone = {number for number, name in enumerate(listing.columns) if name in AMOUNTS}
    lines = "".join(_lines(rows, alone))
    return f'<table id="{table.name}"><caption>{_escaped(about)}</caption><thead><tr>{head}<tbody>{lines}</table>\n'


def _lines(rows: list[list[str]], alone: set[int]) -> Iterator[str]:
    """Yield rows of cells as HTML: where they say the same one after the other, one cell reaches over them.

    In the columns that stand alone none does: that two sums are the same is by chance.
    """
    reached: dict[int, int] = {}
    for at, row in enumerate(rows):
        yield "<tr>"
        empty = ""  # cells that say nothing: written where one that does comes after them
        for number, cell in enumerate(row):
            if reached.get(number, 0) <= at:
                count = 1 if number in alone else _reach(rows, at, number)
                reached[number] = at + count
                begin = f"<{'td' if number else 'th'}{f' rowspan={count}' if count > 1 else ''}>"
                if cell or not number:
                    yield f"{empty}{begin}{cell}"
                empty = "" if cell else empty + "<td>" * bool(number)


def _reach(rows: list[list[str]], at: int, number: int) -> int:
    """Return over how many rows a cell reaches: at least one cell of every row is its own, and it must be shorter."""
    cell = rows[at][number]
    count = 1
    while count < REACH and rows[at + count : at + count + 1] and rows[at + count][number] == cell:
        if rows[at + count] == rows[at + count - 1]:
            break
        count += 1
    return count if cell and (count - 1) * len(f"<td>{cell}") > len(f" rowspan={count}") else 1


def _cells(listing: Listing, row: Row) -> list[str]:
    cells = [_cell(listing, row, name) for name in listing.columns]
    if link := address(row):
        cells[0] = f"<a href={_quoted(_escaped(lettered(link)))}>{cells[0]}</a>"
    return cells


def _cell(listing: Listing, row: Row, name: str) -> str:
    said = value(listing.table, row, name, lang := language(name, listing.columns, listing.lang)) or ""
    end = standing(row, lang) if listing.has(name, roles.LABEL) else ""
    if end and said.endswith(english := standing(row)):
        said = said.removesuffix(english)  # it is told once, in one language
    after = (end if not said.endswith(end) else "") + listing.mark(row, name)
    return _escaped(said) + (f"<i>{_escaped(after)}</i>" if after else "")


def _escaped(text: str) -> str:
    """Return a text as HTML holds it, on one line: an ampersand stays where no browser takes it for another letter."""
    if html.unescape(text) != text:
        text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace("\n", "&#10;").replace("\r", "&#13;")


def asked(address: str) -> str:
    """Return an address as a browser asks for it: what is not ASCII percent-encoded."""
    return re.sub(r"[^\0-\x7f]+", lambda part: quote(part[0]), address)


def lettered(address: str) -> str:
    """Return an address with the letters that its percent-encoding stands for, where the same is asked for."""
    said = re.sub("(?:%[89A-F][0-9A-F])+", lambda part: unquote(part[0]), address)
    return said if said.isprintable() and asked(said) == address else address


def _quoted(address: str) -> str:
    """Return an address as an attribute holds it: in quotes where HTML asks for them."""
    return address if re.fullmatch(r"[^\s\"'=<>`]+", address) else '"' + address.replace('"', "&quot;") + '"'
