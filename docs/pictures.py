"""Makes the pictures of the page that the README shows.

    python docs/pictures.py

It needs `pip install -e ".[peers]"` and a Chromium on PATH; the files are small enough to be kept in the repository.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from aseanrok.page import page

HERE = Path(__file__).parent
MOST = 150_000  # bytes


class Picture(NamedTuple):
    """A view of the page, and how it is looked at."""

    name: str
    view: str
    width: int = 1280
    height: int = 800
    scheme: str = "light"


PICTURES = (
    Picture("page-timeline", "view=pictures", height=900),
    Picture("page-phone", "id=mekong-rok-summit-1", 390, 700),
    Picture("page-phone-korean", "q=한강선언&lang=ko", 390, 700, "dark"),
)


def main() -> None:
    """Write each picture beside this file."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "aseanrok.html"
        file.write_text(page(), encoding="utf-8", newline="")
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for each in PICTURES:
            size = {"width": each.width, "height": each.height}
            opened = browser.new_context(viewport=size, color_scheme=each.scheme, reduced_motion="reduce").new_page()
            opened.goto(f"{file.as_uri()}#{each.view}")
            opened.wait_for_selector("main h1", state="attached")
            path = HERE / f"{each.name}.png"
            opened.screenshot(path=path)
            if path.stat().st_size > MOST:
                raise SystemExit(f"{path.name}: {path.stat().st_size:,} bytes, more than {MOST:,}")
        browser.close()


if __name__ == "__main__":
    main()
