"""The entry: version and completion first, then the app. Owns the streams, the signals and the exit codes."""

from __future__ import annotations

import gc

# A command is over before a collection would pay; a quarter of its time went into collections.
gc.disable()

import os
import sys

# What it raises to ask a module for something where that is not whole, or cannot be read.
_BROKEN = (SyntaxError, ImportError, NameError, AttributeError, ValueError, TypeError, EOFError)
_DAMAGE = (*_BROKEN, OSError)

try:
    from aseanrok import errors

    _NO_MEMORY = errors.no_memory()
except _DAMAGE:
    os.write(2, b"aseanrok: the package aseanrok is damaged; install it again\n")
    os._exit(3)


def main() -> None:
    """Run the command line and leave with its exit code."""
    # What is taken away half done, where memory is short, complains to nobody; a function of our own would need memory.
    sys.unraisablehook = bool
    # Nor are plugins of Pydantic looked for, which would read what every package here says of itself.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before anything was asked for, or after it was done
        code = errors.INTERRUPTED
    if code == errors.INTERRUPTED:
        # What a full pipe has not taken yet is dropped: a flush at the end would wait for its reader, deaf to Ctrl-C.
        os._exit(code)
    # Shutdown would walk through every object once more.
    gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line; return its exit code. Whatever a user can cause ends in one line, not in a traceback."""
    try:
        from aseanrok.cli import streams

        arguments = [streams.argument(word) for word in arguments]
        streams.prepare()
        _refresh(arguments)
        return _run(arguments)
    except BrokenPipeError:
        _forget_stdout()
        return errors.PIPE_CLOSED
    except KeyboardInterrupt:
        return errors.INTERRUPTED
    except Exception as error:  # noqa: BLE001  what is nobody's but the program's own fault is raised again
        try:
            if (wrong := _failure(error)) is None:
                raise
        except MemoryError:
            wrong = _NO_MEMORY
        except (OSError, ImportError) as other:  # too little memory, or too many open files, for what would tell more
            if errors.wants_memory(other):
                wrong = _NO_MEMORY
            elif isinstance(other, OSError):
                wrong = error if isinstance(error, errors.Failure) else errors.unread(str(other.filename), other)
            else:
                raise
    # What failed is told once it is over: until then it holds all the memory that the answer wanted.
    try:
        return _explain(wrong, arguments)
    except MemoryError:
        os.write(2, _TOLD)
        return errors.CANNOT_WRITE


_TOLD = f"aseanrok: {_NO_MEMORY.message}\n".encode()


def _failure(error: Exception) -> errors.Failure | None:
    """Return what is told of an error; None where it is a fault of the program's own."""
    if isinstance(error, errors.Failure):
        error.__context__ = error.__traceback__ = None  # with them goes what was held and open
        wrong = None
        if error.exit_code in (errors.NOT_FOUND, errors.USAGE, errors.INVALID_DATA) and not _is_checkout():
            wrong = _broken()  # what is not found may be there, where a file is not whole
        return wrong or error
    if errors.wants_memory(error):
        return errors.no_memory()
    if isinstance(error, OSError):
        if error.errno == errors.EIO and (wrong := _broken()):  # a disk that gives back nothing names no file
            return wrong
        if error.filename is None:
            from aseanrok.cli.streams import not_written

            return not_written("output", error)
        name = str(error.filename)
        if errors.is_of_program(name):
            return errors.unread(name, error)
        return errors.UsageFailure(f"{errors.shown(name)} cannot be read: {error.strerror}")
    if wrong := _broken():
        return wrong
    from aseanrok.damage import closed, compiled, library, loaded, part

    if (wrong := closed(error) or loaded(error)) or (not _is_checkout() and (wrong := compiled() or part(error))):
        return wrong
    if name := library(error):
        how = "missing" if isinstance(error, ModuleNotFoundError) and error.name == name else "damaged"
        return errors.InvalidData(f"{name} is {how}, which aseanrok needs; install aseanrok again")
    return None


def _broken() -> errors.Failure | None:
    """Return what is wrong with the first file of the package that is not whole, that which asks for it among them."""
    try:
        from aseanrok.damage import broken

        return broken()
    except _BROKEN as error:  # where it is not read, or there is too little memory for it, nothing is known
        damaged = errors.InvalidData(f"{os.path.dirname(__file__)}/damage.py is damaged; install aseanrok again")
        return None if errors.wants_memory(error) else damaged


def _run(arguments: list[str]) -> int:
    from aseanrok.cli import streams

    if shell := os.environ.get("ASEANROK_COMPLETE"):
        from aseanrok.cli.shells import told

        streams.write(f"{line}\n" for line in told(shell, arguments))
        return errors.DONE
    if "--version" in arguments:
        from aseanrok.cli.version import answered

        if version := answered(arguments):
            streams.write([version])
            return errors.DONE

    if not arguments:
        from aseanrok.cli.welcome import welcome

        streams.write(welcome(streams.preferred(os.environ)))
        return errors.DONE

    from aseanrok.cli.reader import parse

    parsed = parse(arguments)
    if parsed is None:
        from aseanrok.cli.front import meant, said
        from aseanrok.cli.reader import refuse_dashes

        refuse_dashes(arguments)
        if line := meant(arguments):
            if not _is_checkout():
                from aseanrok.damage import damage

                if wrong := damage("commands.txt"):  # what was written may be a command that is no more in it
                    raise wrong
            streams.tell(errors.visible(said(line)))
            arguments, parsed = line, parse(line)
    if parsed:
        from aseanrok.cli.answer import answer

        answer(*parsed)
        return errors.DONE

    from aseanrok.cli import helptext

    if (about := helptext.asked(arguments)) is not None:
        streams.write([helptext.text(about)])
        return errors.DONE

    from aseanrok.cli.reader import asked_help, refuse_opposites

    helped, idle = asked_help(arguments)
    if helped:
        if idle:
            streams.tell(f"aseanrok: beside --help without effect: {', '.join(idle)}")
        if parsed := parse(helped):
            from aseanrok.cli.answer import answer

            answer(*parsed)
            return errors.DONE
        arguments = helped
    refuse_opposites(arguments)

    import typer

    from aseanrok.cli.app import app, in_our_words

    _quiet_pipes()

    try:
        code = app(arguments, prog_name="aseanrok", complete_var="", standalone_mode=False, windows_expand_args=False)
    except typer.Abort:
        return errors.INTERRUPTED
    except typer.TyperException as error:
        raise in_our_words(error, arguments) from None
    return code if isinstance(code, int) else errors.DONE


def _is_in_src() -> bool:
    return os.path.basename(os.path.dirname(os.path.dirname(__file__))) == "src"


def _is_checkout() -> bool:
    if not _is_in_src():
        return False
    from aseanrok.checkout import is_checkout

    return is_checkout()


def _refresh(arguments: list[str]) -> None:
    """Make the tables of a checkout again where its facts have changed; `check` says itself what is wrong with them."""
    if not _is_in_src():
        return  # an installed package never makes its tables; what is a checkout is looked at there
    from aseanrok.checkout import refresh

    try:
        if told := refresh():
            from aseanrok.cli.streams import tell

            tell(f"aseanrok: {told}")
    except errors.Failure as wrong:
        from aseanrok.cli.grammar import without_tables
        from aseanrok.cli.reader import asks_to_check

        if not asks_to_check(arguments) or isinstance(wrong, errors.Unread):
            raise
        without_tables()


def _quiet_pipes() -> None:
    """Let a closed pipe end the program by its signal: Typer would answer it with an exit code of its own."""
    import signal

    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def _forget_stdout() -> None:
    """Point standard output nowhere, so that Python's own flush at exit finds nothing to complain of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _explain(failure: errors.Failure, arguments: list[str]) -> int:
    if failure.exit_code == errors.CANNOT_WRITE:
        _forget_stdout()
    try:
        from aseanrok.cli.streams import tell
    except _DAMAGE:  # what tells it is what is damaged
        os.write(2, f"aseanrok: {failure.message}\n".encode())
        return failure.exit_code

    several = isinstance(failure, errors.InvalidData)  # one for each fact that is wrong; of all else there is one line
    lines = failure.message.splitlines() if several else [failure.message]
    tell("\n".join("aseanrok: " + errors.visible(line, kept="\t\u3000") for line in lines))
    try:
        from aseanrok.cli.reader import wants_json

        as_json = wants_json(arguments)
    except Exception:  # noqa: BLE001  in a damaged package, or without memory, not even the options can be read
        as_json = False
    if as_json:
        try:
            import json

            about = {"code": failure.code, "message": failure.message, "did_you_mean": list(failure.did_you_mean)}
            tell(json.dumps({"error": about}))
        except (OSError, ImportError, MemoryError):  # the line above has told it; there is too little for more
            pass
    return failure.exit_code


if __name__ == "__main__":
    main()
