"""The page: one file with everything in it, that asks for nothing, runs only its own script, and shows text as text."""

from __future__ import annotations

import base64
import bz2
import hashlib
import json
import lzma
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aseanrok import page, schema, store
from aseanrok.page import ids, packing, plain
from aseanrok.page.packing import FILTERS, LONG, SHORT, lettered
from conftest import Program, screen

EACH = 212
"""So many bytes of the page a record may cost, with its share of all else: 900 kB were meant for 4,253 records."""


@pytest.fixture(scope="module", params=["en", "ko"])
def text(request: pytest.FixtureRequest) -> str:
    """Give the page in a language."""
    return page.page(request.param)


def read(letters: str) -> bytes:
    """Return the bytes that letters stand for: 7 bits, or 12 or 13, the lowest first."""
    told = {letter: f"{number:07b}" for number, letter in enumerate(SHORT)}
    for number, letter in enumerate(LONG):
        alone = number < 160
        low = number if alone else 160 + (number - 160) // 2
        told[letter] = ("" if alone else str(number % 2)) + f"{low % 32:05b}{96 + low // 32:07b}"
    bits = "".join(told[letter] for letter in reversed(letters)) or "0"
    return int(bits, 2).to_bytes(len(bits) // 8 + 1, "little")


@given(st.binary(max_size=300))
def test_bytes_are_letters_that_mean_nothing_in_a_page_and_come_back(content: bytes) -> None:
    letters = lettered(content)
    assert set(letters) <= {*SHORT, *LONG} and "<" not in letters
    assert read(letters)[: len(content)] == content


def test_every_number_has_a_letter_of_its_own() -> None:
    assert len(SHORT + LONG) == len({*SHORT, *LONG}) == len({packing._letter(bits) for bits in range(1 << 13)})


def carried(text: str) -> Any:
    """Return what is packed in a page."""
    found = re.search(r'<script type="application/octet-stream" id="data" data-length="(\d+)">([^<]*)</script>', text)
    texts = re.search(r'<script type="application/octet-stream" id="texts">([^<]*)</script>', text)
    assert found and texts
    unpacked = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=FILTERS).decompress(read(found[2]))
    assert len(unpacked) == int(found[1])
    return {**json.loads(unpacked), "strings": json.loads(bz2.BZ2Decompressor().decompress(read(texts[1])))}


class Read(HTMLParser):
    """The elements of a page that a test asks about, and the text of each cell of its tables, row by row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: dict[str, list[list[str]]] = {}
        self.links: list[str] = []
        self._aside = False
        self._cells: dict[str, list[list[tuple[list[str], int]]]] = {}
        self._lines: list[list[tuple[list[str], int]]] = []
        self.feed(text)
        self.rows = {name: list(spread(lines)) for name, lines in self._cells.items()}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self.tags.append((tag, about))
        if tag in ("table", "section"):
            self._lines = self._cells.setdefault(str(about["id"]), [])
        elif tag == "tr":
            self._lines.append([])
        elif tag == "li":
            self._lines.append([([], 1)])
        elif tag in ("td", "th"):
            self._lines[-1].append(([], int(about.get("rowspan") or 1)))
        elif tag == "a":
            self.links.append(str(about["href"]))
        self._aside = tag == "i"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("table", "section"):
            self._lines = []

    def handle_data(self, data: str) -> None:
        if self._lines and self._lines[-1] and not self._aside:
            self._lines[-1][-1][0].append(data)


def spread(lines: list[list[tuple[list[str], int]]]) -> Iterator[list[str]]:
    """Yield what the cells of each row say, those that reach over several rows in each of them."""
    reaching = [([""], 0) for _ in (lines or [[]])[0]]
    nothing = ([""], 1)  # what a row does not say at its end
    for line in lines:
        assert line, "a row has no cell of its own"
        own = iter(line)
        reaching = [(said, left - 1) if left > 1 else next(own, nothing) for said, left in reaching]
        assert not [*own]
        yield ["".join(said) for said, _ in reaching]


def test_it_is_small_for_what_it_holds(text: str) -> None:
    assert len(text.encode()) <= EACH * store.edition()["records"]


def test_it_carries_every_table_every_field_and_every_record_in_both_languages(text: str) -> None:
    whole = carried(text)
    assert [each["name"] for each in whole["known"]] == schema.published()
    assert {name: set(columns) - {""} for name, columns in whole["tables"].items()} == {
        name: set(store.table(name)[0]) for name in schema.published()
    }
    said = set(whole["strings"])
    for lines in Read(text).rows.values():
        said.update(cell for line in lines for cell in line)
    missing = [
        said_of
        for row in store.table("index")
        for said_of in (row["title"], row["title_ko"])
        if said_of and said_of not in said
    ]
    assert missing == []
    codes = {name: about["codes"].split() for name, about in whole["ids"]["of"].items()}
    assert {name: len(each) for name, each in codes.items()} == {
        table.name: len(store.table(table.name)) for table in plain.tables()
    }


IDS = st.lists(st.text("ab1", min_size=1, max_size=3), min_size=1, max_size=5).map("-".join)
ROWS = st.lists(st.tuples(IDS, st.lists(st.text("ab1B' ", max_size=9), max_size=3)), min_size=1, max_size=5)


@given(ROWS)
def test_ids_are_said_by_the_words_of_their_rows(rows: list[tuple[str, list[str]]]) -> None:
    codes = ids.coded([id for id, _ in rows], [texts for _, texts in rows]).split(" ")
    above: list[str] = []
    for (id, texts), code in zip(rows, codes, strict=True):
        words = re.findall("[a-z0-9]+", " ".join(texts).lower().replace("'", ""))
        above, at = above[: ord(code[0]) - ord("a")], 0
        for part in re.findall("-[^-A-Z]*|[A-Z]", code[1:]):
            counted = part[0] not in "-Z"
            at += counted and ord(part) - ord("A")
            above.append(part[1:] if part[0] == "-" else words[at % len(words) if counted else 0])
            at += counted
        assert "-".join(above) == id


def test_every_address_of_a_source_is_in_it(text: str) -> None:
    links = set(map(plain.asked, Read(text).links))
    assert {plain.asked(row["url"]) for row in store.table("sources")} <= links


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.org/%ED%95%9C%EA%B0%95?q=%ED%95%9C", "https://a.org/한강?q=한"),
        ("https://a.org/%ed%95%9c", "https://a.org/%ed%95%9c"),
        ("https://a.org/%20%2F%C2%A0%FF", "https://a.org/%20%2F%C2%A0%FF"),
    ],
)
def test_an_address_has_letters_where_a_browser_asks_for_the_same_by_them(address: str, shown: str) -> None:
    assert plain.lettered(address) == shown
    assert plain.asked(shown) == address


def test_the_policy_allows_its_own_style_and_scripts_and_nothing_else(text: str) -> None:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert found
    policy = dict(each.strip().split(" ", 1) for each in found[1].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert "unsafe" not in found[1]
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    bare, boot = re.findall(r"<script>(.*?)</script>", text, re.S)
    sums = [
        f"'sha256-{base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()}'"
        for each in (style, carried(text)["style"], bare, boot, carried(text)["script"])
    ]
    assert policy["style-src"].split() == sums[:2]
    assert policy["script-src"].split() == sums[2:]


def test_nothing_in_it_asks_for_something_outside(text: str) -> None:
    for tag, about in Read(text).tags:
        assert not {"src", "srcset", "style", "action", "ping", "background", "data"} & about.keys(), (tag, about)
        assert not any(name.startswith("on") for name in about), (tag, about)
        assert tag not in ("link", "iframe", "object", "embed", "img", "base", "form"), tag
    (bare,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    for style in (bare, carried(text)["style"]):
        assert not re.search(r"url\(|@import", style)
    script = carried(text)["script"]
    assert not re.search(
        r"\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\bimport\b|\beval\(|innerHTML =", script
    )


def test_without_a_script_every_table_of_records_is_there() -> None:
    text = page.page()
    read = Read(text)
    tables = plain.tables()
    assert list(read.rows) == [table.name for table in tables]
    titles = [tag for tag, _ in read.tags if tag in ("caption", "h2")]
    assert titles == ["caption" if len(plain.columns(table)) > 1 else "h2" for table in tables]
    for table in tables:
        shown = plain.columns(table)
        is_list = len(shown) == 1
        heads, *lines = [[table.fields[shown[0]].heading]] * is_list + read.rows[table.name]
        assert lines == [
            [plain.value(table, row, name, "en") or "" for name in shown] for row in store.table(table.name)
        ]
        assert heads[0] == table.fields[shown[0]].heading
    assert all(about.get("scope") == "col" or "rowspan" in about for tag, about in read.tags if tag == "th" and about)
    assert max(int(about.get("rowspan") or 1) for _, about in read.tags) == plain.REACH
    assert next(line[:2] for line in read.rows["meetings"] if line[0].startswith("16th ASEAN Plus Three Summit")) == [
        "16th ASEAN Plus Three Summit",
        "2013-10-10",
    ]


def test_without_a_script_marks_are_explained_in_the_language_of_the_page(text: str) -> None:
    legend = {
        "en": "<p>* sources differ · ~ worked out here from other values: no source gives it</p>",
        "ko": "<p>* 출처 간 이견 · ~ 다른 값에서 추산한 값으로, 출처에 없음</p>",
    }
    lang = text.partition('<html lang="')[2][:2]
    head, _, tables = text.partition("<main>")[2].partition("<nav>")
    assert legend[lang] in head
    assert "<i> *</i>" in tables and "<i> ~</i>" in tables
    if lang == "ko":
        assert not re.search("edition|sources", head)


def test_every_file_of_the_room_is_in_it() -> None:
    known = {*page.SCRIPTS, *page.STYLES, *page.BARE, page.BOOT, page.SHELL}
    assert {
        path.name for path in Path(page.__file__).parent.iterdir() if path.suffix in (".js", ".css", ".html")
    } == known


def test_the_same_edition_gives_the_same_bytes(program: Program, tmp_path: Path) -> None:
    first, second = tmp_path / "first.html", tmp_path / "second.html"
    assert program("page", "-o", str(first)).returncode == 0
    elsewhere = {"PYTHONHASHSEED": "7", "LANG": "ko_KR.UTF-8", "TZ": "Asia/Seoul"}
    assert program("page", "--lang", "en", "--output", str(second), **elsewhere).returncode == 0
    assert second.read_bytes() == first.read_bytes()
    assert program("page", **elsewhere).stdout.startswith('<!doctype html>\n<html lang="ko">')


def test_it_is_no_text_for_a_terminal_and_replaces_no_file(program: Program, tmp_path: Path) -> None:
    assert "name one: -o aseanrok.html" in screen("page", code=2)
    (tmp_path / "kept.html").write_text("mine")
    done = program("page", "-o", str(tmp_path / "kept.html"))
    assert done.returncode == 2 and "--force replaces it" in done.stderr
    assert (tmp_path / "kept.html").read_text() == "mine"


HOSTILE = (
    "</noscript></script><script>alert(1)</script><img src=x onerror=alert(2)>"
    "\"'&amp;&#60; \u202egnp.exe [/red] {{data}}"
)
"""What a record must be able to say without anything coming of it."""


def made_hostile(tiny: Path) -> None:
    """Put a text that means something to a browser into what the records of the tiny edition say."""
    for name in schema.published():
        path = tiny / f"{name}.json"
        rows = json.loads(path.read_text(encoding="utf-8"))
        for row in rows:
            for field in {"title", "name", "title_ko", "summary", "note", "question", "publisher"} & row.keys():
                row[field] = row[field] and row[field] + HOSTILE
        lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        path.write_text(f"[\n{lines}\n]" if rows else "[]", encoding="utf-8")
    store._read.clear()
    store._files.clear()


def test_what_a_record_says_is_text_and_no_markup(tiny: Path) -> None:
    made_hostile(tiny)
    text = page.page()
    allowed = {
        "html", "head", "meta", "title", "style", "body", "div", "noscript", "nav", "ul", "li", "a", "table", "caption",
        "thead", "tbody", "tr", "th", "td", "i", "script", "main", "h1", "h2", "p", "section",
    }  # fmt: skip
    read = Read(text)
    assert {tag for tag, _ in read.tags} == allowed
    assert len([tag for tag, _ in read.tags if tag == "script"]) == 4
    assert any(HOSTILE in cell for lines in read.rows.values() for line in lines for cell in line)
    assert any(HOSTILE in each for each in carried(text)["strings"])


def test_a_page_is_not_called_as_something_else(program: Program, tmp_path: Path) -> None:
    done = program("page", "-o", str(tmp_path / "p.csv"))
    assert (done.returncode, done.stderr) == (2, "aseanrok: --output: `page` writes no .csv; there are .html, .htm\n")
    assert not list(tmp_path.iterdir())
