"""Which options do not go beside which: completion does not offer what a command would refuse."""

from __future__ import annotations

from aseanrok import output
from aseanrok.cli.options import REPEATED
from aseanrok.errors import UsageFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from aseanrok.cli.request import Request

_WRITTEN = ("format", "json", "fields", "width", "color", "lang", "pager", "full")
"""Options of how rows are written, which lines of ids or addresses are not."""

DRAWN = ("plain", "table")
"""The formats that --chart is drawn in."""

NOT_BESIDE = {
    "json": ("format", "quiet", "url", "chart"),
    "format": ("json", "quiet", "url"),
    "quiet": (*_WRITTEN, "chart", "matrix", "by", "url"),
    "url": (*_WRITTEN, "quiet", "sort", "reverse", "limit"),
    "chart": ("by", "fields", "quiet", "json"),
    "matrix": ("by", "quiet"),
    "by": ("chart", "matrix", "quiet", "full"),
    "fields": ("quiet", "url", "chart"),
    "full": ("quiet", "url", "by"),
    "sort": ("url",),
    "reverse": ("url",),
    "limit": ("url",),
    "width": ("quiet", "url"),
    "color": ("quiet", "url"),
    "lang": ("quiet", "url", "json"),
    "pager": ("quiet", "url", "json"),
    "year": ("since", "until", "on"),
    "since": ("year",),
    "until": ("year",),
    "on": ("year", "all"),
    "all": ("on",),
}
"""Options that a command refuses beside another, whatever is asked."""


def refuse(request: Request, option: str, others: Iterable[str]) -> None:
    """Raise UsageFailure where one of some others was written beside an option that contradicts them."""
    for name in others:
        if request.is_given(name):
            both = f"{request.written(option)} and {request.written(name)}"
            raise UsageFailure(f"{both} contradict each other; leave one of them out")


def refused(given: Mapping[str, str]) -> set[str]:
    """Return the options that are refused beside those given, each with its last value, and those given once."""
    return {*_refused(given)}


def _refused(given: Mapping[str, str]) -> Iterator[str]:
    for name, value in given.items():
        if name not in REPEATED:
            yield name
        yield from NOT_BESIDE.get(name, ())
        form = "json" if name == "json" else value.lower() if name == "format" else ""
        if name == "output" and not {"format", "json"} & {*given}:
            form = output.of_file(value) or ""
        if form in output.names():
            about = output.format_of(form)
            if form != "table":
                yield from ("width", "color")
            if not about.worded:
                yield "lang"
            if not about.for_people:
                yield "pager"
            if not about.whole and not about.for_people:
                yield "full"
            if about.fixed:
                yield "fields"
            if form not in DRAWN:
                yield "chart"
