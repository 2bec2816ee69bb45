"""Everything in one HTML file: the tables, the words of a search, the pictures; plain tables where no script runs."""

from __future__ import annotations

from aseanrok.page.whole import BARE, BOOT, SCRIPTS, SHELL, STYLES, page

__all__ = ["BARE", "BOOT", "SCRIPTS", "SHELL", "STYLES", "page"]
