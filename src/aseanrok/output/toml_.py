"""TOML: an array of tables, a row each; what a row does not know is left out."""

from __future__ import annotations

from typing import Any

from aseanrok.output import Format
from aseanrok.output.json_ import objects
from aseanrok.views import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = Format(100, "an array of tables; what is not recorded is left out", (".toml",), whole=True, escape="toml")


def render(view: View) -> Iterator[str]:
    """Yield the rows as one array named after their table; TOML has no null, so empty values are left out."""
    import tomli_w

    yield tomli_w.dumps({view.listing.table.name: [_known(item) for item in objects(view)]})


def _known(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _known(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_known(item) for item in value]
    return value
