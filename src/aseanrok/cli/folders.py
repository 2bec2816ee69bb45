"""Folders of files: written and told of, and what an older one leaves behind."""

from __future__ import annotations

import os

from aseanrok import output
from aseanrok.cli import streams
from aseanrok.cli.files import tell_written, write_folder
from aseanrok.cli.forms import line
from aseanrok.errors import NotFound, UsageFailure, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from aseanrok.cli.files import Pieces
    from aseanrok.views import Folder, View


def drawn(
    folder: Folder, format: str, draw: Callable[[View], Pieces], command: str, options: Mapping[str, Any]
) -> tuple[dict[str, Pieces], list[str]]:
    """Return the files of a folder as they are written, each with the line that asks for it alone.

    And what a format leaves out of them, to be told once they are there.
    """
    files: dict[str, Pieces] = {}
    told: list[str] = []
    for file, view in folder.files.items():
        if output.format_of(format).sourced:
            own = {**options, "names": [view.listing.table.name]}
            view = view.replace(asked=line(command, own))
            try:
                told += [f"{file}: {said}" for said in output.left_out(format)(view)]
            except NotFound as failure:
                raise NotFound(f"{file}: {failure.message}") from None
        files[file] = draw(view)
    return files, told


def written(path: str, files: Mapping[str, Pieces], format: str, head: str, *, force: bool) -> None:
    """Write files into a folder, and tell of it; `head` is what stands above them, told once they are there."""
    write_folder(path, files, force=force, without=left_behind(path, format, files) if force else ())
    if head:
        streams.tell(head)
    tell_written(path, len(files), "file", beside(path, files))


def left_behind(folder: str, format: str, names: Iterable[str]) -> list[str]:
    """Return the files of an older answer in a folder that the new one, which has files of these names, has not.

    They are those that its description names, as it wrote them; raises UsageFailure for one that was changed since.
    """
    known = output.description(format)
    if known is None:
        return []
    name, files_of = known
    path = os.path.join(folder, name)
    try:
        # A pipe of that name would be waited for.
        if not os.path.isfile(path):
            return []
        with open(path, "rb") as file:
            old = files_of(file.read())
    except OSError:  # it is not ours to read
        return []
    found = []
    for name, written in old.items():
        path = os.path.join(folder, name)
        # A name that leads elsewhere is nothing that we wrote.
        if name in names or os.path.basename(name) != name or os.path.islink(path) or not os.path.isfile(path):
            continue
        try:
            changed = _sum(path) != written
        except OSError as error:
            raise UsageFailure(f"--output: {shown(path)} cannot be read: {error.strerror}; move it") from None
        if changed:
            raise UsageFailure(
                f"--output: {shown(path)} belongs to the older files there and was changed since; move it, or name "
                "another folder"
            )
        found.append(path)
    return found


def _sum(path: str) -> str:
    import hashlib

    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def beside(folder: str, names: Iterable[str]) -> str:
    """Return what is told of files of the same kind that stand in a folder and were not written now, or nothing.

    A description of files that were replaced is one of them.
    """
    endings = {os.path.splitext(name)[1] for name in names}
    descriptions = {known[0] for format in output.formats() if (known := output.description(format))}
    try:
        found = os.listdir(folder)
    except OSError:  # a folder may take files and show none
        return ""
    old = (name for name in found if os.path.splitext(name)[1] in endings or name in descriptions)
    others = sorted(name for name in old if name not in set(names))
    if not others:
        return ""
    named = ", ".join(map(shown, others[:3])) + (f" and {len(others) - 3:,} more" if len(others) > 3 else "")
    return f"; {named} {'was' if len(others) == 1 else 'were'} there before"
