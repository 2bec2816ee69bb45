"""`aseanrok changes`: what is otherwise in one edition than in another."""

from __future__ import annotations

from collections import Counter

from aseanrok import past, schema, store
from aseanrok.changes import ORDER, Edition, changes, of_digest, of_tables
from aseanrok.cli.request import Request
from aseanrok.damage import changed, damage
from aseanrok.errors import UsageFailure, quoted
from aseanrok.values import Row
from aseanrok.views import View
from aseanrok.wording import worded

HELP = """\
What changed from one edition to another, value by value: what was corrected, made more exact, merged into another
record, removed, moved to another table, or added; with the reason where a conflict records one.

Without an argument the newest two editions are compared; `2026.11` alone is compared with the newest. Summaries, notes
and citations are not compared, nor is a field that only one of the two has; sources and conflicts only come and go.

\b
Examples:
  aseanrok changes
  aseanrok changes --kind corrected --framework mekong
  aseanrok changes 2026.11..2026.12 --by what
  aseanrok changes --where table=meetings --where field=date --json"""


_MISFITS = (AttributeError, LookupError, TypeError, ValueError)
"""What comes of a digest that holds what no digest does."""


def run(request: Request) -> View:
    """Return what is otherwise in the newer of two editions."""
    if wrong := changed("editions/"):  # of one that is missing nothing else tells
        raise wrong
    old, new = _asked(request.names[0] if request.names else "")
    before, after = _edition(old), _edition(new)
    try:
        found = changes(before, after)
    except _MISFITS:
        # What no kept edition holds; where both are kept ones either may be the one.
        kept = [version for version in (old, new) if version != store.edition()["version"]]
        raise damage() or past.damaged(*kept) from None
    _put_korean(found)
    table = schema.table("changes")
    rows = request.filtered(found, table)
    tells = request.is_for_people and not request.is_given("by")
    note = _said(before, after, rows, len(found), request.lang) if tells else None
    return View(request.listing(rows, table, table.listing), note=note)


def _put_korean(found: list[Row]) -> None:
    """Put the Korean questions of conflicts, which kept editions have not, where they are asked as they are now."""
    lacking = [row for row in found if row["table"] == "conflicts" and row["title_ko"] is None]
    known = {row["id"]: row for row in store.rows_where("conflicts", "id", {row["id"] for row in lacking})}
    for row in lacking:
        if (now := known.get(row["id"])) and now["question"] == row["title"]:
            row["title_ko"] = now["question_ko"]


def _asked(words: str) -> tuple[str, str]:
    """Return the two editions that are compared, the older first."""
    known = past.editions()
    if len(known) < 2:
        raise UsageFailure(f"there is no edition before {known[-1]} to compare it with")
    one, _, other = words.partition("..")
    new = _known(other, known) if other else known[-1]
    old = _known(one, known) if one else known[known.index(new) - 1]
    if known.index(old) >= known.index(new):
        why = f"{old} is not older than {new}" if one else f"there is no edition before {new}"
        raise UsageFailure(f"{quoted(words)}: {why}; write {known[-2]}..{known[-1]}")
    return old, new


def _known(version: str, known: list[str]) -> str:
    if version not in known:
        raise UsageFailure(f"no edition {quoted(version)}; there are {', '.join(known)}")
    return version


def _edition(version: str) -> Edition:
    if version == store.edition()["version"]:
        return of_tables(version, store.table)
    try:
        return of_digest(past.digest(version))
    except _MISFITS:
        raise past.damaged(version) from None


def _said(old: Edition, new: Edition, rows: list[Row], of: int, lang: str) -> str:
    """Return how much changed, and what could not be compared; of all changes filters may leave none."""
    count = Counter((row["what"], row["field"] is None) for row in rows)
    parts = []
    words = schema.table("changes").fields["what"]
    for what in ORDER:
        for whole in (False, True):
            if number := count[what, whole]:
                noun = "record" if whole or what == "moved" else "value"
                one = f"{{}} {noun} {{}}" if number == 1 and lang != "ko" else f"{{}} {noun}s {{}}"
                parts.append(worded(one, lang, f"{number:,}", words.worded(what, lang)))
    none = "none of {} changes is asked for" if of else "nothing changed"
    changed = ", ".join(parts) or worded(none, lang, f"{of:,}")
    told = worded("{} to {}: {}", lang, old.version, new.version, changed)
    missing = [worded("{}, which had no ids in {}", lang, name, old.version) for name in old.without_ids]
    return f"{told}\n{worded('Not compared: {}', lang, '; '.join(missing))}" if missing else told
