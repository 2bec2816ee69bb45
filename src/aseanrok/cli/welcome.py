"""The first screen: what `aseanrok` says when it is asked nothing. It needs neither Typer nor a table."""

from __future__ import annotations

from aseanrok import store

_WELCOME = """\
aseanrok: ASEAN and the Republic of Korea since 1989. Every fact has a source.

  aseanrok mekong                     what it is, who met last, what it costs
  aseanrok timeline mekong            everything dated (or: 2019, today, Laos)
  aseanrok search "han river"         find anything, in English or Korean
  aseanrok meetings asean-rok-summit  a series of meetings, first to last
  aseanrok offices --as-of 2019       who held which office then
  aseanrok projects mkcf -o mkcf.csv  the projects of a fund, as a file
  aseanrok conflicts mkcf             where sources differ, which is followed
  aseanrok brief laos                 a page to hand on (-o laos.docx for Word)
  aseanrok page -o aseanrok.html      everything as one page to look at

Tables   {tables}
More     aseanrok --help, aseanrok help formats, man aseanrok

{edition}
"""


def welcome() -> list[str]:
    """Return the first screen, at most 20 lines of 80 columns."""
    names = [parts[0] for parts in store.commands()]
    edition = store.version()
    return [_WELCOME.format(tables=_filled(names), edition=edition[0].upper() + edition[1:] + ".")]


def _filled(names: list[str]) -> str:
    """Return names over lines of 80 columns, those after the first indented as the first is."""
    lines, line = [], ""
    for name in names:
        if len(line) + len(name) > 68:
            lines.append(line.rstrip())
            line = ""
        line += f"{name}  "
    return f"\n{' ' * 9}".join([*lines, line.rstrip()])
