"""The endings of files that choose what a command writes, where that is none of the formats of listings."""

from __future__ import annotations

from aseanrok import output
from aseanrok.cli.forms import ending_of, is_no_file, refuse_packed
from aseanrok.errors import UsageFailure, quoted, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from aseanrok.cli.request import Request


def chosen(
    request: Request, endings: Mapping[str, tuple[str, ...]], wanted: str | None = None, option: str = ""
) -> str | None:
    """Return what is to be written: what was asked for by name, else what the ending of the file asks for, or None.

    Raises UsageFailure where the two contradict each other, and for an ending that asks for nothing that is known.
    """
    path = request.option("output")
    if not path or is_no_file(path):
        return wanted
    if wanted:
        refuse_packed(path)
    by_name = next((name for name, known in endings.items() if path.lower().endswith(known)), None)
    if wanted and by_name and wanted != by_name:
        raise UsageFailure(f"{option} {wanted} and --output {quoted(path)} contradict each other")
    if not wanted and not by_name and (ending := ending_of(path)):
        known = ", ".join(ending for names in endings.values() for ending in names)
        more = f", or name one with {option}" if option else ""
        raise UsageFailure(f"--output: `{request.command}` writes no {shown(ending)}; there are {known}{more}")
    return wanted or by_name


def refuse_other(path: str, name: str) -> None:
    """Raise UsageFailure where the name of a file asks for another format than the one that was named."""
    if is_no_file(path):
        return
    known, other = output.format_of(name), output.of_file(path)
    if known.folder and other is None and ending_of(path)[1:].isalpha():
        raise UsageFailure(f"--output: {name} is a folder, and {quoted(path)} is called as a file; name a folder")
    refuse_packed(path)
    is_text = other == "plain" and not known.binary  # any text may be called .txt
    if other not in (None, name) and not is_text and not path.lower().endswith(known.ending):
        raise UsageFailure(f"--format {name} and --output {quoted(path)} contradict each other; leave one of them out")
