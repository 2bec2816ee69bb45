"""How large the page is, what of it each part takes, and how soon it can be read, measured in Chromium.

    python benchmarks/page.py [--rounds 7]

It needs `pip install -e ".[peers]"` and a Chromium on PATH. The times: from the start of the navigation until the first
view is drawn, and until a search can be answered; then what a search takes. No test of the suite looks at a clock.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from aseanrok.page import SCRIPTS, STYLES, page, plain
from aseanrok.page.columns import gathered
from aseanrok.page.packing import packed, packed_texts
from aseanrok.page.whole import lean

ROOM = Path(plain.__file__).parent
MOST, SOONEST = 1_050_000, 700  # bytes, milliseconds
QUERIES = ("mekong-rok summit", "cooperation fund", "한강선언", "trade 2024", "visiters to korea")

MARKED = """name => performance.getEntriesByName(name)[0].startTime"""
ASKED = """words => { const start = performance.now(); search.ask(words); return performance.now() - start; }"""


def sizes(lang: str) -> dict[str, int]:
    """Return the bytes of the page and of each of its parts."""
    text = page(lang)
    script, style = (
        "".join((ROOM / name).read_text(encoding="utf-8") for name in names) for names in (SCRIPTS, STYLES)
    )
    data = gathered(lang)
    texts = packed_texts(data.pop("strings"))
    leaned = {"style": lean(style), "script": lean(script)}
    tables, dressed = (packed(each)[0].encode() for each in (data, {**data, "style": leaned["style"]}))
    bare, boot = (re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[0] for tag in ("style", "script"))
    return {
        "plain tables": len(plain.plain(lang).encode()),
        "texts, packed": len(texts.encode()),
        "tables, packed": len(tables),
        f"style, packed ({len(style.encode()):,} bytes)": len(dressed) - len(tables),
        f"script, packed ({len(script.encode()):,} bytes)": len(packed({**data, **leaned})[0].encode()) - len(dressed),
        "style of the plain tables": len(bare.encode()),
        "what unpacks": len(boot.encode()),
        "whole": len(text.encode()),
    }


def times(file: Path, rounds: int) -> dict[str, list[float]]:
    """Return the milliseconds of each round: drawn, ready to search, and each query."""
    from playwright.sync_api import sync_playwright

    found: dict[str, list[float]] = {"drawn": [], "ready to search": []} | {words: [] for words in QUERIES}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for _ in range(rounds):
            opened: Any = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            opened.goto(file.as_uri())
            opened.wait_for_selector("main h1")
            opened.wait_for_function("performance.getEntriesByName('searchable').length")
            found["drawn"].append(opened.evaluate(MARKED, "drawn"))
            found["ready to search"].append(opened.evaluate(MARKED, "searchable"))
            for words in QUERIES:
                found[words].append(opened.evaluate(ASKED, words))
            opened.context.close()
        browser.close()
    return found


def main() -> None:
    """Print sizes and times; leave with 1 where the page is larger or slower than it may be."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=7)
    rounds = arguments.parse_args().rounds
    whole = {lang: sizes(lang) for lang in ("en", "ko")}
    print(f"{'bytes':<40}{'English':>10}{'Korean':>10}")
    for (name, english), korean in zip(whole["en"].items(), whole["ko"].values(), strict=True):
        print(f"{name:<40}{english:>10,}{korean:>10,}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "aseanrok.html"
        file.write_text(page(), encoding="utf-8", newline="")
        found = times(file, rounds)
    print(f"\n{f'milliseconds, median of {rounds}':<40}{'median':>10}{'slowest':>10}")
    for name, each in found.items():
        print(f"{name:<40}{median(each):>10.0f}{max(each):>10.0f}")
    if whole["en"]["whole"] > MOST or median(found["drawn"]) > SOONEST:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
