"""The words of `--match` and `--place`: which rows hold them, or are of records that a search finds by them."""

from __future__ import annotations

from aseanrok import rows, schema, store
from aseanrok.errors import UsageFailure, quoted
from aseanrok.names import resolve
from aseanrok.schema import Table
from aseanrok.words import PATTERN, squeezed, turning
from aseanrok.words.common import MOST_WORDS
from aseanrok.words.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from aseanrok.cli.records import Asked


def matching(words: str, table: Table, asked: Asked) -> rows.Test:
    """Return the test that keeps the rows that hold words as they stand, and those of records that a search finds.

    Of rows that are no records, those as well that are about a country called so. Their sources, which are those of
    what they stand in, do not count. Whoever asked is told of words that a search passes over; raises UsageFailure for
    what is no word.
    """
    if any(map(str.isdecimal, words)):
        _refuse_open(words, asked.command)
    held = rows.holding(plain("--match", words))
    if "id" not in table.fields:
        country = resolve(store.table("countries"), words, schema.table("countries"))
        by_country = rows.of_countries((country["iso3"],) if country else (), table)
        return lambda row: by_country(row) or held({**row, "sources": []})
    ids = found(words)
    if over := _passed(words):
        from aseanrok.cli.passed import not_looked_for  # only words that are passed over need it

        asked.tell(lambda lang: not_looked_for(over, lang))
    return lambda row: row.get("id") in ids or held(row)


def found(words: str) -> set[str]:
    """Return the ids of the records that a search finds by all of these words, by any name and in any order.

    What more a search understands, a minus and filters, belongs to it alone: by such words none is found here. Nor is
    any by words that a search passes over and that turn what is asked, `not`, `since 2020`: rows hold them, or do not.
    """
    from aseanrok.cli.passed import without_this
    from aseanrok.search.ask import ask, library

    if count(words) > MOST_WORDS or turns(words):
        return set()
    known = library(store.search_column, store.search_names)
    answer = ask(known, without_this(words), guess=False, asking=False)
    if answer.question.filters or answer.question.without:
        return set()
    return {known.records.facts(hit.number)[0] for hit in answer.hits}


def count(words: str) -> int:
    """Return how many words a search would look for, also those that signs join to one."""
    apart = len(words.split())
    return apart if apart > MOST_WORDS else max(apart, len(tokenise(words)))


def turns(words: str) -> bool:
    """Say whether words have one that turns what is asked: `not`, or `since` beside a date."""
    from aseanrok.words.common import WITHOUT, WITHOUT_AFTER, unasked

    if unasked(words.split(), (*WITHOUT, *WITHOUT_AFTER, "or")):
        return True
    if not any(map(str.isdecimal, words)):
        return False
    from aseanrok.cli.clock import today
    from aseanrok.cli.spans import TURNING, spanning  # only words with a number may hold a date

    return not spanning(words.split(), today()).keys().isdisjoint(TURNING)


def _passed(words: str) -> dict[str, str]:
    """Return those of words to match that are not looked for and of which that is told; where one turns, all are.

    What is of 2017 to 2020 is called so.
    """
    from aseanrok.cli.clock import today
    from aseanrok.cli.passed import passed_over
    from aseanrok.cli.records import codes
    from aseanrok.dateforms import THIS

    asked = words.split()
    over = {} if turns(words) else passed_over(asked, today(), codes=codes(asked))
    return {word: "" for word, asks in over.items() if not asks or word.casefold() in THIS}


def _refuse_open(text: str, command: str) -> None:
    """Raise UsageFailure where a word to match is a time that is open on one side: `2019-`, `>2019`."""
    from aseanrok.cli.clock import today
    from aseanrok.cli.grammar import options_of
    from aseanrok.cli.spans import spanning

    for word, asks in spanning(text.split(), today()).items():
        if any(map(str.isdecimal, word)) and asks.count("--") == 1:
            rather = f"{asks} asks for it" if "since" in options_of(command) else "leave its sign out"
            raise UsageFailure(f"--match: {quoted(word)} is a time; {rather}")


def plain(flag: str, text: str) -> str:
    """Return words for an option; raise UsageFailure where they hold none, or a sign that asks for something else."""
    if not squeezed(text):
        raise UsageFailure(f"{flag}: {quoted(text)} holds no letter and no digit")
    turned = next(filter(turning, text.split()), "")
    sign = turning(turned)
    if sign and sign in PATTERN:
        raise UsageFailure(f"{flag}: {quoted(text)} is a pattern, and none is understood; leave {sign!r} out")
    if sign and turned[0] != sign:
        raise UsageFailure(f"{flag}: {quoted(turned)} holds {sign!r}; leave it out")
    if sign:
        others = (
            "--where place!=... asks for the others" if flag == "--place" else "a search leaves out what -word names"
        )
        if turned[1:2].isdecimal() and flag == "--match":
            others = f"--where FIELD~{turned} finds a figure that is written so"
        raise UsageFailure(f"{flag}: {quoted(turned)} begins with {sign!r}; {others}")
    return text
