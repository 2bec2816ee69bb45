"""Build the edition's tables into the wheel."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class EditionBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Check the facts and write the published tables; facts that break a rule stop the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            from aseanrok.edition import build

            build(source / "aseanrok" / "tables")
        finally:
            sys.path.remove(str(source))
