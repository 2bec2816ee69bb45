"""What people call things: which record, which word of a list somebody means, and what comes near to it."""

from __future__ import annotations

from aseanrok import roles, schema, store
from aseanrok.errors import UsageFailure, quoted
from aseanrok.schema import Field, Table
from aseanrok.values import Row
from aseanrok.words import fold, squeezed, turning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHORTEST = 2
_BEGUN = 9  # what only begins like the word comes after every slip
_LONGEST = 300  # a list of more letters is not read


def names(row: Row, table: Table) -> list[str]:
    """Return everything a record answers to."""
    return [row[field] for field in table.having(roles.NAME) if row.get(field)] + list(row.get("aliases") or ())


def resolve(rows: Sequence[Row], name: str, table: Table) -> Row | None:
    """Return the row that answers to a name, whatever its case, hyphens and blanks; an id wins over another name.

    Where none does, Korea in the name is the ROK: `Mekong-Korea`. What Korean calls after the ROK and another answers
    to the other alone as well: 메콩, 한-메콩. `-laos` and `la*` are names only as they stand.
    """
    if turning(name):
        return next((row for row in rows if name in names(row, table)), None)
    if (found := _called(rows, name, table)) or not squeezed(name):
        return found
    from aseanrok.words.common import otherwise  # only a name that no row has needs it

    meant = otherwise(name)
    return _called(rows, meant, table) if squeezed(meant) != squeezed(name) else None


def _called(rows: Sequence[Row], name: str, table: Table) -> Row | None:
    wanted = squeezed(name)
    found = short = None
    for row in rows:
        if row.get("id") == name:
            return row
        if found is None and wanted and any(squeezed(known) == wanted for known in names(row, table)):
            found = row
        elif not (found or short or wanted.isascii()):
            with_rok = [known.removeprefix(_ROK) for known in names(row, table) if known.startswith(_ROK)]
            short = row if wanted in map(squeezed, with_rok) else None
    return found or short


_ROK = "한-"


def in_english(word: str, *fields: Field) -> str:
    """Return the word of closed vocabularies that a Korean one stands for, if only as another word for it; else itself.

    무역 is trade, as 교역 is.
    """
    if word.isascii():
        return word
    from aseanrok.words.topics import meanings

    english = {ko: known for field in fields for known, ko in field.words.items()}
    return next((english[each] for each in (word, *meanings(word)[0]) if each in english), word)


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Return the known words that a misspelt one may have been meant for, the nearest first; at most `most`.

    A word is near where a slip or two lie between, or where it goes on from what was typed.
    """
    from aseanrok.words.slips import apart, letters  # only a slip needs it

    wanted = fold(name)
    if len(wanted) < _SHORTEST:  # every short word is a slip away from every other
        return []
    near = []
    for number, word in enumerate(dict.fromkeys(known)):
        spelled = fold(word)
        slips = apart(letters(wanted), letters(spelled))
        if slips is not None or spelled.startswith(wanted):
            near.append((_BEGUN if slips is None else slips, number, word))
    first: dict[str, str] = {}
    for _, _, word in sorted(near):
        first.setdefault(fold(word), word)
    return list(first.values())[:most]


def nearest_names(value: str, tables: Iterable[tuple[Sequence[Row], Table]]) -> list[str]:
    """Return the names closest to a misspelt one, at most one for each record."""
    owners: dict[str, str] = {}
    for rows, table in tables:
        for row in rows:
            for name in names(row, table):
                owners.setdefault(name, row["id"])
    first: dict[str, str] = {}
    for name in nearest(value, owners, 6):
        first.setdefault(owners[name], name)
    return list(first.values())[:3]


def known_or_fail(what: str, value: str, rows: Sequence[Row], table: Table) -> Row:
    """Return the row that answers to a value of an option; raise UsageFailure naming the known ids."""
    if row := resolve(rows, value, table):
        return row
    close = nearest_names(value, [(rows, table)])
    listed = known([row["id"] for row in rows], f"`aseanrok {table.name}`")
    raise UsageFailure(f"no {what} {quoted(value)}{did_you_mean(close)}{listed}", close)


def choice_or_fail(what: str, value: str, choices: Sequence[str], most: int = _LONGEST) -> str:
    """Return a choice, whatever its case; raise UsageFailure naming the known ones, in `most` letters at most."""
    for choice in choices:
        if fold(choice) == fold(value) and not turning(value):
            return choice
    close = nearest(value, choices)
    raise UsageFailure(f"no {what} {quoted(value)}{did_you_mean(close)}{known(choices, most=most)}", close)


def table_or_fail(value: str, tables: Sequence[str], most: int = _LONGEST) -> str:
    """Return the name of a table, whatever its case; raise UsageFailure naming the known ones.

    Raises InvalidData where what describes the tables is damaged: then it is no slip that one is missing.
    """
    try:
        return choice_or_fail("table", value, tables, most)
    except UsageFailure:
        store.text("fields")
        raise


def fields_or_fail(wanted: str, documented: Sequence[str], table: Table, flag: str = "--fields") -> list[str]:
    """Return the fields that an option names: `date,title`, of --sort `-date,title`; raise UsageFailure for others."""
    spelled = {name.casefold(): name for name in documented}
    chosen: list[str] = []
    for name in parts(flag, wanted):
        bare = name.removeprefix("-")
        if bare != name and flag != "--sort":
            raise UsageFailure(f"{flag}: {quoted(name)} begins with a minus, which belongs to --sort")
        if bare.casefold() not in spelled:
            refuse_of_day(bare, table)
            close = nearest(bare, documented)
            listed = known(documented, f"`aseanrok fields {table.name}`")
            if added := [each for each in documented if each not in table.fields]:
                listed = listed.replace("lists them.", f"lists them, and --as-of adds {', '.join(added)}.")
            is_known = bare in schema.table(table.name).fields  # where the rows are counted, or are fewer or others
            where = f"these rows of {table.name}" if is_known else table.name
            raise UsageFailure(f"no field {quoted(bare)} in {where}{did_you_mean(close)}{listed}", close)
        bare = spelled[bare.casefold()]
        if bare in {known.removeprefix("-") for known in chosen}:
            raise UsageFailure(f"{flag} names {bare!r} twice; once is enough")
        chosen.append(f"-{bare}" if name.startswith("-") else bare)
    return chosen


def parts(flag: str, value: str) -> list[str]:
    """Return the names of `a,b`; raise UsageFailure where one of them is empty, as an empty value is refused."""
    names = [name.strip() for name in value.split(",")]
    if not all(names):
        raise UsageFailure(f"{flag}: {quoted(value)} names nothing {'beside a comma' if any(names) else 'at all'}")
    return names


def refuse_of_day(name: str, table: Table) -> None:
    """Raise UsageFailure for a field that only `--as-of` adds to the rows of a table."""
    if name.casefold() in table.as_of:
        command = f"aseanrok {table.name} " if any(each[0] == table.name for each in store.commands()) else ""
        raise UsageFailure(f"rows of {table.name} have {quoted(name)} on a day alone: {command}--as-of 2019-11-25")


def did_you_mean(close: Sequence[str], lang: str = "en") -> str:
    """Return the end of an error message that offers the nearest words."""
    if lang == "ko":
        return f". 비슷한 말: {', '.join(repr(word) for word in close)}." if close else "."
    return f". Did you mean {' or '.join(repr(word) for word in close)}?" if close else "."


def known(words: Sequence[str], listed: str = "", most: int = _LONGEST) -> str:
    """Return the end of an error message that lists what is known, or where it is long says what lists it."""
    if words and len(said := ", ".join(words)) <= most:
        return f" Known: {said}."
    return f" {listed} lists them." if listed else ""
