"""`aseanrok help`: a command or a topic explained, or the whole command tree as JSON."""

from __future__ import annotations

import json

from aseanrok.cli.grammar import Argument, commands, options_of
from aseanrok.cli.helptext import text
from aseanrok.cli.options import OPTIONS, Option
from aseanrok.cli.request import Request
from aseanrok.cli.topics import TOPICS
from aseanrok.errors import UsageFailure
from aseanrok.names import choice_or_fail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

HELP = """\
Explain a command or a topic: formats, dates, exit-codes, environment, sources. `aseanrok COMMAND --help` is the same,
whatever else the line says, and with --json it is for programs.

\b
Examples:
  aseanrok help formats
  aseanrok help timeline
  aseanrok help --json"""


MOST = 600
"""So many letters the names of all commands and topics take, where somebody asks for one that there is not."""


def run(request: Request) -> list[str]:
    """Return what explains a command, a topic or the program."""
    meant = {word: name for name, about in commands().items() for word in about.meant}
    asked = [meant.get(name.lower(), name) for name in request.names]
    if request.flag("json"):
        if topic := next((name for name in asked if name in TOPICS and name not in commands()), None):
            raise UsageFailure(f"--json has the commands, and {topic} is a topic: aseanrok help {topic}")
        named = [choice_or_fail("command", name, tuple(commands())) for name in asked]
        return [json.dumps(tree(named), indent=1) + "\n"]
    if not asked:
        return [text("")]
    # `sources` is a topic and a command; the topic explains what the command's own help cannot.
    name = choice_or_fail("topic", asked[0], tuple(dict.fromkeys((*TOPICS, *commands()))), MOST)
    if name in TOPICS:
        return [TOPICS[name]()]
    return [text(name)]


def _told(declared: Argument | Option) -> dict[str, object]:
    return {name: getattr(declared, name) for name in declared.__slots__}


def tree(named: Collection[str] = ()) -> dict[str, object]:
    """Return every command, or those named, with its argument and options, for programs."""
    return {
        "program": "aseanrok",
        "commands": [
            {
                "name": name,
                "group": command.group,
                "help": command.help,
                "argument": command.argument and _told(command.argument),
                "options": [{"name": option, **_told(OPTIONS[option])} for option in options_of(name)],
            }
            for name, command in commands().items()
            if not named or name in named
        ],
        "topics": list(TOPICS),
    }
