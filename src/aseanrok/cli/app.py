"""The Typer app, made from the grammar; a command's module is imported only when the command runs."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from aseanrok.cli import streams
from aseanrok.cli.grammar import Count, before_command, commands, merged, options_of
from aseanrok.cli.helptext import FLAGS, text
from aseanrok.cli.options import EVERYWHERE, OPTIONS, SHARED, Option, Takes, promises
from aseanrok.cli.reader import apart, no_command, one_name, spaced
from aseanrok.cli.unused import chosen_by
from aseanrok.errors import UsageFailure, quoted

_SETTINGS = {"help_option_names": list(FLAGS)}
_TYPES: dict[str, Any] = {
    Takes.FLAG: bool | None,
    Takes.SWITCH: bool | None,
    Takes.TEXT: list[str] | None,
    Takes.NUMBER: list[str] | None,
    Takes.LIST: list[str] | None,
}
_COUNTS: dict[str, Any] = {
    Count.NONE_OR_ONE: str | None,
    Count.NAME: str | None,
    Count.ANY: list[str] | None,
    Count.SOME: list[str],
}


class LazyGroup(TyperGroup):
    """Commands named in the grammar, each made when it is called for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options before a command; the value of a short one may stand after a mark: -o=x."""
        return super().parse_args(ctx, [*spaced(args)])

    def list_commands(self, ctx: Any) -> list[str]:
        """Return every command, as help lists them."""
        return list(commands())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, or None where there is no such one."""
        if cmd_name in commands() and cmd_name not in self.commands:
            self.commands[cmd_name] = command(cmd_name)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Refuse a word that is no command with the nearest ones."""
        if args and args[0] not in commands():
            raise no_command(args[0])
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """Return the help of the program."""
        return text("").rstrip("\n")


class Command(TyperCommand):
    """A command that is explained as the grammar has it."""

    def get_help(self, ctx: Any) -> str:
        """Return its help."""
        return text(self.name or "").rstrip("\n")


class WordsCommand(Command):
    """A command whose words may begin with a minus."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options, and take every other word as it is."""
        options, words = apart(args, self.name or "")
        return super().parse_args(ctx, [*options, *(["--", *words] if words else [])])


class NameCommand(Command):
    """A command whose words are one name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options, and join every other word to the name."""
        options, words = apart(args, self.name or "")
        return super().parse_args(ctx, [*options, *(["--", *one_name(words)] if words else [])])


def command(name: str) -> Any:
    """Return a command as Typer runs it."""
    one = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    parameters = [*_argument(name), *(_parameter(option, OPTIONS[option]) for option in options_of(name))]
    about = commands()[name]
    kind: type[Command] = Command
    if about.argument and about.argument.count == Count.NAME:
        kind = NameCommand
    elif about.argument and about.argument.minus:
        kind = WordsCommand
    one.command(name, cls=kind, context_settings=_SETTINGS)(_callback(name, parameters))
    return get_command(one)


def _callback(name: str, parameters: list[inspect.Parameter]) -> Callable[..., None]:
    def run(**values: Any) -> None:
        from aseanrok.cli.answer import answer

        ctx = values.pop("ctx")
        answer(name, merged(before_command(name, ctx.obj or {}), given(values)))

    _sign(run, parameters)
    return run


def in_our_words(error: typer.TyperException, arguments: Sequence[str]) -> UsageFailure:
    """Return what Typer refuses in a line as every other error is told: in one line that names the place."""
    kind, message = type(error).__name__, error.format_message()
    ctx = getattr(error, "ctx", None)
    name = ctx.info_name.rpartition(" ")[2] if ctx and ctx.info_name else ""
    after = name if name in commands() else ""
    option = str(getattr(error, "option_name", "") or "")
    if kind == "NoSuchOption":
        typed = next((word for word in arguments if word in commands()), "")
        if option in ("--", "-="):  # of letters in one word, -q-n, the one that is none
            option = next((word for word in arguments if word[:1] == "-" and option[1] in word[2:]), option)
        return _no_option(option, after, typed)
    if kind == "BadOptionUsage":
        # Typer names only the option, and says in words what is wrong with it.
        return UsageFailure(f"{option} {'takes no value' if 'not take' in message else 'needs a value'}")
    argument = commands()[after].argument if after else None
    if kind == "MissingParameter" and argument:
        return UsageFailure(f"`{after}` needs {argument.metavar}; `aseanrok {after} --help` explains it")
    extra = message.partition(" (")[2].rpartition(")")[0]
    if extra and after:
        most = f"only one {argument.metavar}" if argument else "no name"
        return UsageFailure(f"`{after}` takes {most}; {quoted(extra)} is too much")
    return UsageFailure(message if len(message) < 200 else quoted(message))


OF_A_DAY = ("--on", "--day")
"""By these people ask what happened on a day, of whatever year."""


def _no_option(written: str, command: str, typed: str) -> UsageFailure:
    """Return what is wrong with an option that a command does not take, and what would be right.

    Where it stands before any command, `typed` is the one after it.
    """
    from aseanrok.names import did_you_mean, nearest  # only a slip needs it

    taken = options_of(command) if command else SHARED
    flags = [flag for name in taken for flag in OPTIONS[name].written()]
    word = written.lstrip("-")
    wrong = f"no option {quoted(written)}{f' of `{command}`' if command else ' before a command'}"
    if known := sorted((OPTIONS[name].meant.index(word), name) for name in taken if word in OPTIONS[name].meant):
        close = [OPTIONS[name].flags[0] for _, name in known]  # the one that it means first comes first
        more = ' Of any year: aseanrok anniversaries --on 11-26, search "26 November"' if written in OF_A_DAY else ""
        return UsageFailure(f"{wrong}{did_you_mean(close)}{more}", close)
    long = [flag for flag in flags if flag.startswith("--") or len(word) == 1]
    if close := nearest(written, [*long, "--help"]):
        return UsageFailure(f"{wrong}{did_you_mean(close)}", close)
    wanted = next((name for name, known in OPTIONS.items() if written in known.flags), "")
    if command and (rather := chosen_by(command, wanted)):
        return UsageFailure(f"{wrong}{rather}")
    others = [name for name in commands() if any(written in OPTIONS[each].written() for each in options_of(name))]
    if others and command:
        told = ", ".join(f"`{name}`" for name in others[:MOST]) + (" and others" if len(others) > MOST else "")
        return UsageFailure(f"{wrong}; {told} {'takes' if len(others) == 1 else 'take'} it")
    if others and typed and typed not in others:
        return _no_option(written, typed, typed)
    if others:
        return UsageFailure(f"{wrong}; it stands after one: aseanrok {typed or others[0]} {written}")
    return UsageFailure(f"{wrong}.")


MOST = 6
"""So many commands are named that take an option which another does not."""


def given(values: dict[str, Any]) -> dict[str, Any]:
    """Return what somebody wrote, as the quick reader gives it."""
    written = {name: value for name, value in values.items() if value not in (None, [], ())}
    return {name: [value] if isinstance(value, str) else value for name, value in written.items()}


def _sign(function: Callable[..., None], parameters: list[inspect.Parameter]) -> None:
    """Give a function the signature that Typer reads: the parameters of a command are known only from the grammar."""
    ctx = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    parameters = [ctx, *parameters]
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}


def _parameter(name: str, option: Option) -> inspect.Parameter:
    flags = [f"--{name}/--no-{name}"] if option.takes == Takes.SWITCH else option.flags
    declared = typer.Option(*flags)
    annotation: Any = Annotated[_TYPES[option.takes], declared]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


def _argument(name: str) -> list[inspect.Parameter]:
    argument = commands()[name].argument
    if argument is None:
        return []
    declared = typer.Argument(metavar=argument.metavar)
    default = inspect.Parameter.empty if argument.count == Count.SOME else None
    annotation: Any = Annotated[_COUNTS[argument.count], declared]
    return [inspect.Parameter("names", inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)]


def _root(**values: Any) -> None:
    ctx = values.pop("ctx")
    ctx.obj = given(values)
    if ctx.invoked_subcommand is None:
        _without_command(ctx.obj)


def _without_command(options: dict[str, Any]) -> None:
    """Show the first screen, in the language asked for; raise UsageFailure for what is asked of no command."""
    from aseanrok.cli.request import Request

    values = {name: value[0] if isinstance(value, list) else value for name, value in options.items()}
    asked = [name for name, value in values.items() if name != "lang" and not promises(name, value)]
    if others := [Request("help", options).written(name) for name in asked]:
        verb = "does" if len(others) == 1 else "do"
        raise UsageFailure(
            f"{' and '.join(others)} {verb} nothing without a command; `aseanrok --help` lists the commands"
        )
    from aseanrok.cli.welcome import welcome

    streams.write(welcome(Request("help", options).lang))


_sign(_root, [_parameter(name, OPTIONS[name]) for name in (*SHARED, *EVERYWHERE)])

app = typer.Typer(
    name="aseanrok",
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
)
app.callback(invoke_without_command=True)(_root)
