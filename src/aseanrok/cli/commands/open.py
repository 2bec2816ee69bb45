"""`aseanrok open`: the address of a thing, opened in a browser where there is one."""

from __future__ import annotations

import os
from contextlib import suppress

from aseanrok import store
from aseanrok.cli import streams
from aseanrok.cli.records import record
from aseanrok.cli.request import Request
from aseanrok.errors import NotFound
from aseanrok.values import Row

HELP = """\
Print the address of a thing: of a document its text, of a fund or an institution its website, of a source the
page, and of anything else the page it rests on. On a terminal with a browser it is opened as well.

\b
Examples:
  aseanrok open akcf
  aseanrok open han-river-declaration
  aseanrok open mofa-asean-overview"""


def run(request: Request) -> list[str]:
    """Return the addresses, a line each and each once; on a terminal with a browser they are opened as well."""
    addresses = list(dict.fromkeys(_address(record(name, request)) for name in request.names))
    if streams.is_terminal() and _has_browser():
        import webbrowser  # only who wants a page opened waits for it

        for address in addresses:
            is_opened = False
            with suppress(Exception):  # what $BROWSER says is the reader's: a slip in it hides no address
                is_opened = webbrowser.open(address)
            if not is_opened:
                streams.tell("aseanrok: no browser has opened it; $BROWSER names the one that is meant")
                break
    return [f"{address}\n" for address in addresses]


def _address(row: Row) -> str:
    own = row.get("url") or row.get("website")
    if own:
        return str(own)
    ids = row.get("sources") or ()
    known = {source["id"]: source for source in store.rows_where("sources", "id", ids)}
    if not known:
        raise NotFound(f"no address is recorded for {row['id']}")
    official = [known[id] for id in ids if known[id]["kind"] == "official"]
    return str((official or [known[id] for id in ids])[0]["url"])


def _has_browser() -> bool:
    """Say whether a browser may be opened: not on a machine without a screen."""
    return os.name == "nt" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
