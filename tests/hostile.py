"""Texts that could run, break a form or hide something, and an edition that holds one in the title of each meeting."""

from __future__ import annotations

import json
from pathlib import Path

TEXTS = (
    "=1+1",
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "</td></table><img src=x onerror=alert(1)>",
    "\"double\" and 'single' quotes, & and &amp;",
    "https://example.org/a?b=1&c=<d>",
    "javascript:alert(1)",
    "turned \u202egnihtemos\u202c and \u2067back\u2069",
    "a bell \x07, an escape \x1b[31m, a nul \x00",
    "_x0041_ is no A",
    "a tab\tand a line\nand \\ , ; :",
    "family \U0001f468\u200d\U0001f469\u200d\U0001f467 and flag \U0001f1f0\U0001f1f7",
    "제1차 한·메콩 정상회의, 부산",
    "ראשון before second",
    "1991",
    "TRUE",
    "2025-06",
)


def put_hostile(tables: Path, *texts: str) -> list[str]:
    """Give a meeting to each text in the tables of the tiny edition; return their ids."""
    path = tables / "meetings.json"
    row = json.loads(path.read_text(encoding="utf-8").splitlines()[1].rstrip(","))
    rows = [
        {**row, "id": f"hostile-{number}", "title": text, "title_ko": text, "outcomes": [text, "plain"], "note": text}
        for number, text in enumerate(texts or TEXTS)
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    path.write_text(f"[\n{lines}\n]", encoding="utf-8")
    return [row["id"] for row in rows]
