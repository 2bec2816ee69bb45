"""Citations, read by the programs that keep them: a citation processor, a BibTeX parser, an RIS parser."""

from __future__ import annotations

import json
import subprocess
import warnings
from collections.abc import Callable
from types import ModuleType

import pytest

from aseanrok import store
from conftest import Program
from test_cite import HOSTILE, drawn

Peer = Callable[[str], ModuleType]


@pytest.fixture(scope="module")
def cited(program: Program) -> Callable[[str], str]:
    """Cite every source in a style."""
    ids = "\n".join(store.ids("sources"))
    return lambda style: program("cite", "-", "--style", style, stdin=ids).stdout


def test_pybtex_reads_every_source_without_a_warning(cited: Callable[[str], str], peer: Peer) -> None:
    database = peer("pybtex.database")
    errors = peer("pybtex.errors")
    with warnings.catch_warnings(), errors.capture() as told:
        warnings.simplefilter("error")
        read = database.parse_string(cited("bibtex"), "bibtex")
    assert told == []
    assert list(read.entries) == store.ids("sources")
    titles = {key: entry.fields["title"] for key, entry in read.entries.items()}
    korean = next(row for row in store.table("sources") if row["title"].startswith("제26차"))
    assert titles[korean["id"]] == f"{{{korean['title']}}}"
    assert {len(entry.persons["author"]) for entry in read.entries.values()} == {1}


def test_pybtex_reads_a_hostile_text_as_one_field(peer: Peer) -> None:
    entry = peer("pybtex.database").parse_string(drawn("bibtex"), "bibtex").entries[HOSTILE.key]
    assert (
        entry.fields["title"].startswith("{50\\% of \\$x\\_1\\$ \\& ")
        and "\\#한-메콩 「」 <b>}" in entry.fields["title"]
    )
    assert (entry.fields["date"], entry.fields["language"]) == ("2019-11", "ko")


def test_rispy_reads_every_source(cited: Callable[[str], str], peer: Peer) -> None:
    read = peer("rispy").loads(cited("ris"))
    assert [entry["id"] for entry in read] == store.ids("sources")
    sources = {row["id"]: row for row in store.table("sources")}
    for entry in read:
        source = sources[entry["id"]]
        title = entry.get("title") or entry.get("primary_title")
        url = source["url"].replace(";", "%3B")  # at a semicolon rispy takes an address for several
        assert (title, entry["urls"], entry["language"]) == (source["title"], [url], source["language"])


def test_citeproc_renders_every_source_with_its_korean(cited: Callable[[str], str], peer: Peer) -> None:
    citeproc = peer("citeproc")
    reader = peer("citeproc.source.json")
    items = json.loads(cited("csl"))
    assert [item["id"] for item in items] == store.ids("sources")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the style, and of fields that the library does not know
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        shown = citeproc.CitationStylesBibliography(style, reader.CiteProcJSON(items), citeproc.formatter.plain)
        for item in items:
            shown.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
        lines = [str(line) for line in shown.bibliography()]
    assert len(lines) == len(items)
    text = "\n".join(lines)
    assert "제26차 아세안+3 재무장관·중앙은행총재 회의" in text
    assert "Ministry of Foreign Affairs, Republic of Korea" in text


def test_pandoc_reads_the_note_of_every_record_as_it_stands(program: Program, peer: Peer) -> None:
    ids = "\n".join(store.ids("index"))
    written = program("cite", "-", "--style", "csl", stdin=ids).stdout
    pandoc = str(peer("pypandoc").get_pandoc_path())
    done = subprocess.run([pandoc, "-f", "csljson", "-t", "csljson"], input=written, capture_output=True, text=True)
    read = {item["id"]: item.get("note") for item in json.loads(done.stdout)}
    wanted = {item["id"]: item["note"] for item in json.loads(written)}
    assert len(wanted) > 2500
    assert {id: note for id, note in read.items() if squeezed(note) != squeezed(wanted[id])} == {}


def squeezed(text: str | None) -> str:
    """Return a text without blanks, marks and quotation marks, which pandoc writes its own way."""
    return "".join(letter for letter in text or "" if letter.isalnum())
