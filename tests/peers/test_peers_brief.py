"""The brief, opened by what it is handed to: pandoc, Word's own format, a CommonMark renderer, a browser."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from aseanrok.brief.markdown import EachTime, render
from aseanrok.brief.word import READS, made
from conftest import Program
from test_brief import HOSTILE, hostile, page

Peer = Callable[[str], ModuleType]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def pandoc(peer: Peer) -> str:
    """Give the path of the pandoc that comes with the Python package."""
    return str(peer("pypandoc").get_pandoc_path())


@pytest.fixture
def on_path(pandoc: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Put that pandoc first on the PATH."""
    monkeypatch.setenv("PATH", os.pathsep.join([os.path.dirname(pandoc), os.environ["PATH"]]))
    return pandoc


def plain(pandoc: str, document: bytes, reads: str) -> str:
    done = subprocess.run([pandoc, "-f", reads, "-t", "plain", "--wrap", "none"], input=document, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


@pytest.mark.parametrize(("id", "lang"), [("mekong", "ko"), ("akcf", "en"), ("lao-pdr", "ko"), ("asean-rok", "en")])
def test_a_word_file_has_every_footnote_and_every_letter(on_path: str, tmp_path: Path, id: str, lang: str) -> None:
    document = made([page(id, lang)], "docx")
    markdown = "".join(render([page(id, lang)], notes=EachTime(lang)))
    (tmp_path / "x.docx").write_bytes(document)
    with zipfile.ZipFile(tmp_path / "x.docx") as opened:
        assert opened.testzip() is None
        for name in opened.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(opened.read(name))
        body = ElementTree.fromstring(opened.read("word/document.xml"))
        notes = ElementTree.fromstring(opened.read("word/footnotes.xml"))
        styles = opened.read("word/styles.xml").decode()
        about = opened.read("docProps/core.xml").decode()
    mentions = [each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference")]
    told = {each.get(f"{W}id") for each in notes.iter(f"{W}footnote")}
    assert len(mentions) == len(set(mentions)) == len(re.findall(r"(?m)^\[\^\d+\]: ", markdown)) > 10
    assert set(mentions) <= told
    words = "".join(each.text or "" for each in body.iter(f"{W}t"))
    assert page(id, lang).title in words and page(id, lang).legend in words
    for part in page(id, lang).parts:
        for said in part.statements():
            assert said.text in words
    assert f'w:lang w:val="{ {"en": "en-GB", "ko": "ko-KR"}[lang] }" w:eastAsia="ko-KR"' in styles
    assert 'w:eastAsia="Malgun Gothic"' in styles
    assert page(id, lang).title in about and "2026-11-25T00:00:00Z" in about
    assert page(id, lang).parts[0].heading in plain(on_path, document, "docx")


@pytest.mark.usefixtures("on_path")
def test_the_same_brief_is_the_same_file() -> None:
    assert made([page("bkcf")], "docx") == made([page("bkcf")], "docx")


def test_two_briefs_in_one_word_file_begin_on_pages_of_their_own(on_path: str, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(made([page("bkcf"), page("mkcf")], "docx"))
    with zipfile.ZipFile(tmp_path / "x.docx") as opened:
        body = opened.read("word/document.xml").decode()
    assert body.count('<w:br w:type="page"/>') + body.count('<w:br w:type="page" />') == 1


def test_a_hostile_text_is_text_in_word_and_on_a_page(on_path: str) -> None:
    shown = plain(on_path, made([hostile()], "docx"), "docx")
    # 8 of them stand in a line of their own; pandoc breaks the cells of a table.
    assert shown.count(HOSTILE) >= 7
    html = made([hostile()], "html").decode()
    assert "<script>x" not in html and "<del>" not in html and "<img" not in html and "math inline" not in html
    assert "&lt;script&gt;x&lt;/script&gt;" in html and "~~z~~" in html and "&amp;amp;" in html


def test_the_markdown_is_commonmark_that_pandoc_reads_without_a_warning(on_path: str, program: Program) -> None:
    markdown = program("brief", "asean-rok", "--full").stdout
    done = subprocess.run(
        [on_path, "--from", READS, "--to", "native", "--verbose"], input=markdown.encode(), capture_output=True
    )
    assert done.returncode == 0 and b"WARN" not in done.stderr.upper()
    assert done.stdout.count(b"Note") == len(re.findall(r"\[\^\d+\](?!:)", markdown))


def test_a_commonmark_renderer_makes_tables_and_links_of_it(peer: Peer, program: Program) -> None:
    read = peer("markdown_it").MarkdownIt("gfm-like", {"linkify": False})
    html = read.render(program("brief", "lao-pdr").stdout)
    assert html.count("<table>") == 3 and html.count("<h2>") == 7 and "<s>" not in html
    assert '<a href="https://www.mofa.go.kr/eng/wpge/m_5466/contents.do">' in html
    hostile_html = read.render("".join(render([hostile()])))
    assert hostile_html.count("&lt;script&gt;x&lt;/script&gt; $y$ ~~z~~ H~2~O ^up^ &amp;amp; &amp;#35;") == 11


def test_a_page_prints_on_two_sheets_and_its_sources(on_path: str, chromium: str, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_bytes(made([page("mekong", "ko")], "html"))
    subprocess.run(
        [
            chromium,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--print-to-pdf={tmp_path / 'x.pdf'}",
            str(tmp_path / "x.html"),
        ],
        capture_output=True,
        timeout=60,
    )
    assert len(re.findall(rb"/Type /Page\b", (tmp_path / "x.pdf").read_bytes())) == 2


def test_every_number_on_a_page_leads_to_its_source(on_path: str, peer: Peer) -> None:
    tree = peer("html5lib").parse(made([page("asean-rok", "ko")], "html").decode(), namespaceHTMLElements=False)
    ids = {each.get("id") for each in tree.iter() if each.get("id")}
    leads = [each.get("href") for each in tree.iter("a") if str(each.get("href")).startswith("#")]
    assert len(leads) > 30 and {lead[1:] for lead in leads} <= ids
    assert tree.get("lang") == "ko-KR" and "한-아세안 대화관계" in "".join(tree.find("head/title").itertext())
