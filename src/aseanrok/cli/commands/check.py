"""`aseanrok check`: the data files against their rules."""

from __future__ import annotations

from aseanrok.cli.request import Request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

HELP = """\
Check the data files this installation carries; every problem is named as file: id: field: problem.

\b
Examples:
  aseanrok check"""


def run(request: Request) -> Iterator[str]:
    """Return what a check says, a line at a time; raise InvalidData with every problem."""
    return _checked(fix=bool(request.flag("fix")), today=request.today)


def _checked(*, fix: bool, today: str) -> Iterator[str]:
    from aseanrok import edition
    from aseanrok.edition.archive import said
    from aseanrok.errors import InvalidData

    if fix:
        for name in edition.rewrite():
            yield f"{name}: rewritten\n"
    archive, problems = edition.check(today=today)
    if problems:
        raise InvalidData(said(problems))
    yield f"{sum(1 for _ in archive)} records: nothing to mend\n"
