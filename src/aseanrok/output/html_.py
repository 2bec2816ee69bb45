"""HTML: a page of its own, for a browser, for mail, and for pasting into Word; every value is text and none runs."""

from __future__ import annotations

from aseanrok import roles, store
from aseanrok.output import Format
from aseanrok.output._addresses import address_of, is_address
from aseanrok.output._markup import in_language, inline, link, linked, spoken
from aseanrok.output._provenance import counted, edition, ids_of, marks, sources, table_of_sources
from aseanrok.values import Row
from aseanrok.views import Card, Listing, Section, View
from aseanrok.wording import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = Format(
    45,
    "a page for a browser, for mail and to paste into Word: a table, or headings and lists",
    (".html", ".htm"),
    for_people=True,
    sourced=True,
    escape="xmlcharrefreplace",
    called=("htm", "web", "page", "word", "doc", "docx", "odt", "rtf", "mail", "outlook", "pdf"),
    is_utf8=True,
)

_DOT = " \u00b7 "

# Nothing is fetched and nothing runs, wherever the page lies. Plain selectors: Word and Outlook know no others.
_HEAD = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="aseanrok {version}">
<title>{title}</title>
<style>
body {{ font-family: "Segoe UI", "Helvetica Neue", Arial, "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR",
 "Noto Sans KR", sans-serif; font-size: 15px; line-height: 1.45; color: #1b1b1b; background: #ffffff;
 max-width: 75em; margin: 0 auto; padding: 1.5em; overflow-wrap: break-word; }}
h1 {{ font-size: 1.6em; line-height: 1.25; margin: 0 0 0.2em; }}
h2 {{ font-size: 1.1em; margin: 1.6em 0 0.4em; }}
p {{ margin: 0.4em 0; }}
a {{ color: #0b4f8a; }}
table {{ border-collapse: collapse; width: 100%; }}
caption {{ text-align: left; font-size: 1.6em; font-weight: bold; line-height: 1.25; padding: 0 0 0.4em; }}
th, td {{ border-bottom: 1px solid #d0d4d9; padding: 0.35em 1em 0.35em 0; text-align: left; vertical-align: top; }}
thead th {{ border-bottom: 2px solid #1b1b1b; vertical-align: bottom; }}
tbody th {{ font-weight: 600; min-width: 9em; }}
ul, ol {{ margin: 0.2em 0; padding-left: 1.4em; }}
ol {{ padding-left: 2.2em; }}
td ul {{ font-size: 0.93em; padding-left: 1.1em; min-width: 15em; }}
footer {{ margin-top: 2em; border-top: 1px solid #d0d4d9; padding-top: 0.4em; font-size: 0.87em; color: #4a4f55; }}
.wide {{ overflow-x: auto; }}
.whole {{ white-space: nowrap; }}
td.id {{ font-size: 0.87em; max-width: 16em; overflow-wrap: break-word; color: #4a4f55; }}
.number {{ text-align: right; white-space: nowrap; }}
.quiet {{ color: #4a4f55; font-size: 0.87em; }}
.fact {{ width: 22%; font-weight: normal; color: #4a4f55; }}
article {{ margin-bottom: 3em; }}
.facts {{ margin-top: 1em; }}
@page {{ margin: 15mm; }}
@media print {{
 body {{ font-size: 9.5pt; max-width: none; padding: 0; }}
 thead {{ display: table-header-group; }}
 tr, li {{ break-inside: avoid; }}
 h2 {{ break-after: avoid; }}
 footer li a::after {{ content: " <" attr(href) ">"; overflow-wrap: anywhere; }}
 .wide {{ overflow-x: visible; }}
 tbody th, td ul {{ min-width: 0; }}
 th, td {{ padding-right: 0.6em; }}
}}
</style>
</head>
<body>
"""


def render(view: View) -> Iterator[str]:
    """Yield a page: a table with its sources, or cards; at its foot what was asked and the edition."""
    listing = view.listing
    lang = listing.lang
    title = " / ".join(card.title for card in view.cards) or listing.table.titled(lang)
    yield _HEAD.format(lang=lang, version=store.edition()["version"], title=inline(title))
    if view.cards:
        yield "<main>\n"
        for card in view.cards:
            yield from _card(card, lang)
        yield "</main>\n<footer>\n"
    else:
        resting = ids_of((listing,))
        cited = sources(resting.values())
        yield '<main>\n<div class="wide">\n'
        yield from _table(listing, listing.table.titled(lang), resting, cited)
        yield "</div>\n</main>\n<footer>\n"
        yield from _sources(cited, lang)
    for line in (*((view.note,) if view.note else ()), *marks(view, lang)):
        yield f"<p>{spoken(line, lang)}</p>\n"
    asked = [f"<code>{inline(view.asked)}</code>"] if view.asked else []
    rows = [] if view.cards else [counted(listing)]
    yield f"<p>{_DOT.join([*asked, *rows, inline(edition(lang))])}</p>\n"
    yield "</footer>\n</body>\n</html>\n"


def _table(listing: Listing, caption: str, resting: dict[int, list[str]], cited: list[Row]) -> Iterator[str]:
    """Yield a listing as a table; where it has sources, each row ends with their numbers, which lead to them."""
    yield "<table>\n"
    if caption:
        yield f"<caption>{inline(caption)}</caption>\n"
    numbers = {row["id"]: number for number, row in enumerate(cited, start=1)}
    by_id = {row["id"]: row for row in cited}
    heads = [
        f'<th scope="col"{_class(listing, name)}>{inline(heading)}</th>'
        for name, heading in zip(listing.columns, listing.headings(), strict=True)
    ]
    if numbers:
        heads.append(f'<th scope="col">{inline(table_of_sources().titled(listing.lang))}</th>')
    yield f"<thead>\n<tr>{''.join(heads)}</tr>\n</thead>\n<tbody>\n"
    for row in listing.rows:
        cells = [_cell(listing, row, name) for name in listing.columns]
        if numbers:
            own = (by_id[id] for id in resting.get(id_of(row), ()) if id in by_id)
            cells.append(f"<td>{', '.join(_number(numbers[each['id']], each) for each in own)}</td>")
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody>\n</table>\n"


id_of = id  # the identity of a row, beside the ids in it


def _number(number: int, source: Row) -> str:
    said = f"{source['publisher']}: {source['title']}"
    return link(source["url"], str(number), f' title="{inline(said)}"')


def _cell(listing: Listing, row: Row, name: str) -> str:
    """Return a value as a cell: a list of phrases as a list, the thing itself as a link where it has an address."""
    kind = _class(listing, name)
    value = listing.bare(row, name)
    mark = listing.mark(row, name)
    tongue = (
        ""
        if kind or listing.is_date(name)
        else in_language(value, "ko" if name.endswith("_ko") else listing.lang, listing.lang)
    )
    items = listing.value(row, name)
    if isinstance(items, list) and listing.has(name, roles.ITEMS):
        listed = "".join(f"<li>{linked(item)}</li>" for item in items)
        shown = f"<ul>{listed}</ul>{inline(mark.strip())}" if items else ""
    elif listing.is_date(name):  # a range may be broken between its ends
        shown = "/<wbr>".join(f'<span class="whole">{inline(end)}</span>' for end in (value + mark).split("/"))
    else:
        address = address_of(row, listing.table) if listing.has(name, roles.LABEL) else ""
        text = link(address, inline(value)) if address and value else linked(value)
        shown = f"{text}{inline(mark)}"
    if listing.has(name, roles.LABEL):
        return f'<th scope="row"{kind}{tongue}>{shown}</th>'
    return f"<td{kind}{tongue}>{shown}</td>"


def _class(listing: Listing, name: str) -> str:
    """Return the class of a column: numbers stand to the right, an id or a date is not broken."""
    field = listing.table.field(name)
    if field is not None and field.type in ("integer", "number"):
        return ' class="number"'
    if name == listing.table.key:
        return ' class="id"'
    return ' class="whole"' if listing.has(name, roles.WHOLE) and not listing.is_date(name) else ""


def _sources(cited: list[Row], lang: str) -> Iterator[str]:
    """Yield the sources that rows rest on, numbered as the rows number them."""
    if not cited:
        return
    table = table_of_sources()
    yield f"<h2>{inline(table.titled(lang))}</h2>\n<ol>\n"
    for row in cited:
        title = link(row["url"], inline(row["title"]), in_language("", row["language"], lang))
        when = f", {date(row['published'], lang)}" if row["published"] else ""
        yield f"<li>{inline(row['publisher'])}: {title}{inline(when)} ({inline(row['id'])})</li>\n"
    yield "</ol>\n"


def _card(card: Card, lang: str) -> Iterator[str]:
    title = link(card.link, inline(card.title)) if is_address(card.link) else inline(card.title)
    yield f"<article>\n<h1>{title}</h1>\n"
    yield f'<p class="quiet">{inline(card.kind)}</p>\n'
    if card.summary:
        yield f"<p{in_language(card.summary, lang, lang)}>{linked(card.summary)}</p>\n"
    if card.glance:
        yield from _section(card.glance, lang)
    if card.facts:
        yield from _facts(card.facts, lang)
    for section in card.sections:
        yield from _section(section, lang)
    yield "</article>\n"


def _facts(facts: tuple[tuple[str, str], ...], lang: str) -> Iterator[str]:
    yield '<table class="facts">\n<tbody>\n'
    for label, value in facts:
        yield f'<tr><th scope="row" class="fact">{inline(label)}</th>'
        yield f"<td{in_language(value, lang, lang)}>{linked(value)}</td></tr>\n"
    yield "</tbody>\n</table>\n"


def _section(section: Section, lang: str) -> Iterator[str]:
    kind = ' class="quiet"' if section.quiet else ""
    yield f"<section{kind}>\n<h2>{inline(section.heading)}</h2>\n"
    if section.earlier:
        yield f"<p>{spoken(section.earlier, lang)}</p>\n"
    if section.facts:
        yield from _facts(section.facts, lang)
    if section.items:
        lists = "ol" if section.quiet else "ul"
        yield f"<{lists}>\n"
        for item, address in section.linked():
            more = f" {linked(address)}" if address else ""
            yield f"<li{in_language(item, lang, lang)}>{linked(item)}{more}</li>\n"
        yield f"</{lists}>\n"
    if section.listing is not None:
        yield '<div class="wide">\n'
        yield from _table(section.listing, "", {}, [])
        yield "</div>\n"
    if section.more:
        yield f"<p>{spoken(section.more, lang)}</p>\n"
    yield "</section>\n"
