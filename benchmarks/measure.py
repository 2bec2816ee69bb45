"""Whole processes, as a user starts them: how long each takes, when its first byte comes, how much memory it needs."""

from __future__ import annotations

import fcntl
import os
import random
import struct
import sys
import termios
import time
from collections.abc import Iterable, Mapping, Sequence
from statistics import median, quantiles
from tempfile import NamedTemporaryFile
from typing import NamedTuple

LINES, COLUMNS = 60, 120

ENVIRONMENT = {
    "PATH": os.environ.get("PATH", os.defpath),
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "PAGER": "cat",  # a pager's own time is not the program's
}

# A process is charged with the memory of the one that started it until it becomes a program of its own, so that it has
# to be started by something small: a bare interpreter, not this one.
_STARTER = """\
import os, sys
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
with open(sys.argv[1], "w") as file:
    file.write(str(usage.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status))
"""


class Program(NamedTuple):
    """A command line to measure, into a pipe or on a terminal; `name` tells it from the others of a comparison."""

    name: str
    words: Sequence[str]
    terminal: bool = False
    environ: Mapping[str, str] = {}


class Run(NamedTuple):
    """One run: seconds to the end, seconds to the first byte, and what was written."""

    seconds: float
    first: float
    output: bytes


class Measured(NamedTuple):
    """All runs of one program, in the order of the rounds, and its peak memory in MiB."""

    seconds: list[float]
    first: list[float]
    mib: float

    @property
    def ms(self) -> float:
        """The median, in milliseconds."""
        return median(self.seconds) * 1000

    @property
    def first_ms(self) -> float:
        """The median until the first byte, in milliseconds."""
        return median(self.first) * 1000

    @property
    def spread(self) -> float:
        """How far the middle half of the runs lies apart, as a part of the median."""
        low, _, high = quantiles(self.seconds, n=4)
        return (high - low) / median(self.seconds)

    def over(self, other: Measured) -> float:
        """The median of the ratios to another program in the same round: a slow moment slows both."""
        return median(a / b for a, b in zip(self.seconds, other.seconds, strict=True))


class ProgramFailed(Exception):
    """A program that is to be measured did not do its work."""


def interleaved(programs: Iterable[Program], runs: int) -> dict[str, Measured]:
    """Return what each program took, by name: every round runs all of them once, in an order of its own.

    A first round, not counted, fills the caches; it raises ProgramFailed where a program does not do its work.
    """
    programs = list(programs)
    taken: dict[str, list[Run]] = {program.name: [] for program in programs}
    for program in programs:
        run(program)
    shuffled = random.Random(1)
    for _ in range(runs):
        for program in shuffled.sample(programs, len(programs)):
            taken[program.name].append(run(program))
    return {
        program.name: Measured(
            [one.seconds for one in taken[program.name]],
            [one.first for one in taken[program.name]],
            peak(program),
        )
        for program in programs
    }


def run(program: Program) -> Run:
    """Run a program once."""
    leader, follower = _terminal() if program.terminal else os.pipe()
    source = follower if program.terminal else os.open(os.devnull, os.O_RDONLY)
    begun = time.perf_counter()
    child = os.posix_spawn(
        program.words[0],
        program.words,
        {**ENVIRONMENT, **program.environ},
        file_actions=[(os.POSIX_SPAWN_DUP2, source, 0), *((os.POSIX_SPAWN_DUP2, follower, to) for to in (1, 2))],
    )
    for descriptor in {source, follower}:
        os.close(descriptor)
    pieces = []
    first = None
    while piece := _read(leader):
        first = first or time.perf_counter()
        pieces.append(piece)
    _, status, _ = os.wait4(child, 0)
    ended = time.perf_counter()
    os.close(leader)
    output = b"".join(pieces)
    if code := os.waitstatus_to_exitcode(status):
        raise ProgramFailed(f"{program.name}: exit code {code}\n{output.decode(errors='replace')[-500:]}")
    return Run(ended - begun, (first or ended) - begun, output)


def peak(program: Program) -> float:
    """Return the peak memory of a program in MiB; nothing is seen below what a bare interpreter takes."""
    with NamedTemporaryFile() as told:
        run(program._replace(words=[sys.executable, "-I", "-S", "-c", _STARTER, told.name, *program.words]))
        return int(told.read()) / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _terminal() -> tuple[int, int]:
    leader, follower = os.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    return leader, follower


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 16)
    except OSError:  # how Linux says that the last program has left a terminal
        return b""
