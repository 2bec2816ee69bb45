"""Options that did nothing, and options that a command does not take: refused, with what would do it."""

from __future__ import annotations

from aseanrok import output
from aseanrok.cli.beside import NOT_BESIDE
from aseanrok.cli.grammar import commands, options_of
from aseanrok.errors import LONGEST, UsageFailure, typed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aseanrok.cli.request import Request

_HOW = ("format", "json", "output", "force", "width", "color", "lang", "quiet", "pager", "full")
"""Options that say how an answer is written, and not what it is."""


def refuse(request: Request, unused: Sequence[str], format: str, bare: str) -> None:
    """Raise UsageFailure for options that did nothing, with what would do it; `bare`, one beside them, prints lines."""
    beside = [name for name in unused if bare and name in NOT_BESIDE[bare]]
    unused = beside or unused
    written = [request.written(name) for name in unused]
    verb, it = ("does", "it") if len(unused) == 1 else ("do", "them")
    if beside:
        what = "ids" if bare == "quiet" else "addresses"
        raise UsageFailure(
            f"{' and '.join(written)} {verb} nothing beside --{bare}, which prints {what} alone; leave {it} out"
        )
    named = " ".join(map(typed, request.names[:2]))
    of = f"{request.command} {named}".strip()
    of = of if len(of) <= LONGEST else f"{of[:LONGEST]}..."
    known = commands()[request.command]
    as_ = f" as {format}" if known.rows and not bare else ""
    hint = f"leave {it} out"
    fixed = ("fields",) if output.format_of(format).fixed else ()
    if request.names and known.table and set(unused) - {*_HOW, *fixed}:
        hint += ", or leave out the name"
    if known.rows and not bare:
        hint = "; ".join((hint, *_rather(unused, format, is_card=bool(request.names))))
    raise UsageFailure(f"{' and '.join(written)} {verb} nothing for `{of}`{as_}; {hint}")


def _rather(unused: Sequence[str], format: str, *, is_card: bool) -> Iterator[str]:
    """Yield what does what the options that did nothing were to do, where something does."""
    if "lang" in unused and not output.format_of(format).worded:
        worded = sorted(about.endings[0] for about in output.formats().values() if about.worded and about.endings)
        yield f"{format} has the names of fields, and Korean headings stand in {', '.join(worded)}"
    if "fields" in unused and output.format_of(format).fixed:
        yield f"what {format} tells of each row is the same always"
    if "width" in unused:
        yield "--format table has a width"
    if "color" in unused:
        yield "--format table draws in colour"
    if "pager" in unused:
        yield "pages are of text on a terminal, where PAGER is not cat"
    if "full" in unused and not is_card:
        yield "a card has more: name one thing"


def refuse_elsewhere(request: Request, name: str) -> None:
    """Raise UsageFailure for an option before a command that does not take it."""
    hint = f"leave it out{chosen_by(request.command, name)}"
    flag = request.written(name)
    raise UsageFailure(f"{flag} does nothing for `{request.command}`, which does not take it; {hint}")


def chosen_by(command: str, option: str) -> str:
    """Return what chooses the form of what a command writes, where that is no option; else nothing."""
    taken = options_of(command)
    is_form = option in ("format", "json") and "format" not in taken and {"output", "pager"} <= {*taken}
    return "; the ending of --output chooses the form, as in its --help" if is_form else ""
