"""The Typer app, made from the grammar; a command's module is imported only when the command runs."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from aseanrok.cli.grammar import COMMANDS, GROUPS, OPTIONS, OUTPUT, Option, options_of

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_TYPES: dict[str, Any] = {"text": str, "number": str, "flag": bool, "switch": bool, "list": list[str]}


class LazyGroup(TyperGroup):
    """Commands named in the grammar, each made when it is called for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return every command, as help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, or None where there is no such one."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = command(cmd_name)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Name every command to Typer first, so that it can suggest the nearest to a misspelt one."""
        if args and args[0] not in COMMANDS:
            from aseanrok.errors import UsageFailure
            from aseanrok.query import did_you_mean, nearest

            close = nearest(args[0], COMMANDS)
            raise UsageFailure(f"no command {args[0]!r}{did_you_mean(close)} `aseanrok --help` lists them.", close)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands group by group, from the grammar, so that help imports none of them."""
        for group in GROUPS:
            with formatter.section(group):
                formatter.write_dl([(name, about.help) for name, about in COMMANDS.items() if about.group == group])


def command(name: str) -> Any:
    """Return a command as Typer runs it."""
    from aseanrok.cli.answer import module  # help of the program itself needs no command

    one = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    about = COMMANDS[name]
    run = _callback(name, [*_argument(name), *(_parameter(option, OPTIONS[option]) for option in options_of(name))])
    one.command(name, help=inspect.getdoc(module(name).run), short_help=about.help, context_settings=_SETTINGS)(run)
    return get_command(one)


def _callback(name: str, parameters: list[inspect.Parameter]) -> Callable[..., None]:
    def run(**values: Any) -> None:
        from aseanrok.cli.answer import answer

        ctx = values.pop("ctx")
        answer(name, {**(ctx.obj or {}), **given(values)})

    _sign(run, parameters)
    return run


def given(values: dict[str, Any]) -> dict[str, Any]:
    """Return the options somebody wrote."""
    return {name: value for name, value in values.items() if value not in (None, [], ())}


def _sign(function: Callable[..., None], parameters: list[inspect.Parameter]) -> None:
    """Give a function the signature that Typer reads."""
    ctx = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    parameters = [ctx, *parameters]
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}


def _parameter(name: str, option: Option) -> inspect.Parameter:
    flags = [f"--{name}/--no-{name}"] if option.type == "switch" else option.flags
    declared = typer.Option(*flags, help=option.help, metavar=option.metavar, show_default=False)
    type_: Any = _TYPES[option.type] | None
    annotation: Any = Annotated[type_, declared]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


def _argument(name: str) -> list[inspect.Parameter]:
    argument = COMMANDS[name].argument
    if argument is None:
        return []
    declared = typer.Argument(metavar=argument.metavar, help=argument.help, show_default=False)
    type_: Any = {"?": str | None, "*": list[str] | None, "+": list[str]}[argument.arity]
    default = inspect.Parameter.empty if argument.arity == "+" else None
    annotation: Any = Annotated[type_, declared]
    return [inspect.Parameter("names", inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)]


def _root(**values: Any) -> None:
    ctx = values.pop("ctx")
    ctx.obj = given(values)
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


_sign(_root, [_parameter(name, OPTIONS[name]) for name in OUTPUT])

app = typer.Typer(
    name="aseanrok",
    cls=LazyGroup,
    add_completion=False,
    # Data, queries and help hold brackets; Rich would read them as markup. It would also cost 60 ms.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
)
app.callback(
    invoke_without_command=True,
    help="Relations between ASEAN and the Republic of Korea, 1989 to today: who met when, what came of it, what it\n"
    "cost, and where it is written. Offline; every fact has its source.\n\n"
    "\b\n"
    "Examples:\n"
    "  aseanrok timeline --framework mekong\n"
    "  aseanrok meetings mekong-rok-fmm\n"
    '  aseanrok search "cooperation fund"\n'
    "  aseanrok export --format json > aseanrok.json",
    epilog="`aseanrok help formats`, `dates`, `exit-codes`, `environment` and `sources` explain the rest.",
)(_root)
