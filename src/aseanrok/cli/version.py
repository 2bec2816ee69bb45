"""`--version`: which aseanrok this is, and which edition of the facts it holds."""

from __future__ import annotations

from aseanrok import __version__, errors, store


def answered(arguments: list[str]) -> str | None:
    """Return what is told of the version; None where `--version` is a word or a value in a line.

    Raises UsageFailure for what does nothing beside it.
    """
    if arguments == ["--version"]:
        return _line()
    from aseanrok.cli.reader import beside_version, glance

    if not glance(arguments).get("version"):
        return None
    as_json, wrong = beside_version(arguments)
    if wrong:
        raise errors.UsageFailure(f"{errors.shown(wrong[0])} does nothing beside --version; leave it out")
    return _json() if as_json else _line()


def _line() -> str:
    if not (known := store.version()).startswith("data edition "):
        raise store.damaged("version.txt")
    return f"aseanrok {__version__} ({known})\n"


def _json() -> str:
    import json

    edition = store.edition()
    numbers = {"version": __version__, "edition": edition["version"], "records": edition["records"]}
    return json.dumps(numbers | {"sources_read": edition["read"]}) + "\n"
