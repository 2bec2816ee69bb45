"""Build the edition's tables and the man page into the wheel."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class EditionBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Check the facts, write the published tables and the man page; facts that break a rule stop the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            from aseanrok import store
            from aseanrok.cli.manpage import manpage
            from aseanrok.edition import build

            build(source / "aseanrok" / "published")
            page = Path(self.root) / "build" / "aseanrok.1"
            page.parent.mkdir(exist_ok=True)
            page.write_text(manpage(store.edition()["version"]), encoding="utf-8")
            build_data.setdefault("shared_data", {})[str(page)] = "share/man/man1/aseanrok.1"
        finally:
            sys.path.remove(str(source))
