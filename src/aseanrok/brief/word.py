"""Word and HTML: a brief as a document, made by pandoc of its Markdown.

The text goes in and the document comes out through pipes, so that nothing is written but what was asked for. What
pandoc leaves to the taste of Word is set afterwards: A4, letters that Korean has, small footnotes, no date of today.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import signal
import subprocess
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec

from aseanrok import dates, progress
from aseanrok.brief.markdown import EachTime, Listed, render
from aseanrok.brief.page import Page
from aseanrok.errors import CannotWrite, UsageFailure
from aseanrok.output.md import escaped

READS = "commonmark+footnotes+pipe_tables+raw_attribute+raw_html+yaml_metadata_block"
"""What pandoc takes the Markdown for: nothing in it is a formula, a citation or struck out."""

NEW_PAGE = {
    "docx": '```{=openxml}\n<w:p><w:r><w:br w:type="page"/></w:r></w:p>\n```\n\n',
    "html": '```{=html}\n<div class="page"></div>\n```\n\n',
}

LANGUAGES = {"en": "en-GB", "ko": "ko-KR"}


def made(pages: Sequence[Page], form: str) -> bytes:
    """Return briefs as a document, `docx` or `html`.

    Raises UsageFailure where there is no pandoc, CannotWrite where there is one that does not do its work.
    """
    pandoc = shutil.which("pandoc") or _of_package()
    if pandoc is None:
        raise UsageFailure(
            f"{form} is made by pandoc, which is not installed: get it from pandoc.org or your system's packages, "
            "or pip install pypandoc-binary"
        )
    lang, title = LANGUAGES[pages[0].lang], "; ".join(page.title for page in pages)
    options = ["--from", READS, "--to", form, "--standalone", "--wrap", "none", "--metadata", f"lang={lang}"]
    # No option holds a word of Korean: not every locale could hand it over.
    text = "".join(render(pages, NEW_PAGE[form], (EachTime if form == "docx" else Listed)(pages[0].lang)))
    if form == "docx" and len(pages) == 1:
        options += ["--shift-heading-level-by=-1", "--output", "-"]  # the first heading becomes the title
    elif form == "docx":
        options += ["--output", "-"]
        text = f"---\ntitle: {json.dumps(escaped(title))}\n---\n\n{text}"
    else:
        options += ["--metadata", "document-css=false", "--variable", f"header-includes={STYLE}"]
        text = f"---\npagetitle: {json.dumps(escaped(title))}\n---\n\n{text}"
    # The time of making stands in a document: that of a brief is the day it stands for, and so is the same again.
    document = _by([pandoc, *options], text, form, epoch=86400 * dates.days_between("1970-01-01", pages[0].day))
    if form != "docx":
        return document
    try:
        return _finished(document, lang)
    # Of a bit that is another it says in many ways that it cannot read it.
    except (zipfile.BadZipFile, zlib.error, ValueError, KeyError, RuntimeError, OSError):
        raise CannotWrite(f"cannot write the docx: what {pandoc} made is not whole") from None


LIMIT = 120
"""Seconds after which a pandoc is taken to hang; the longest brief takes it three."""


def _by(command: Sequence[str], text: str, form: str, *, epoch: int) -> bytes:
    """Return the document that pandoc makes of a text; raise CannotWrite where it is none, or not whole."""
    environ = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
    folder = os.path.dirname(os.path.abspath(command[0])) if _is_gone() else None
    pipe = subprocess.PIPE
    try:
        # In a session of its own, so that what it starts ends with it.
        process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=pipe, env=environ, cwd=folder, start_new_session=True
        )
    except OSError as error:
        raise CannotWrite(f"cannot write the {form}: {command[0]} cannot be run: {error.strerror}") from None
    with process:
        try:
            made, told = _through(process, text.encode())
        except subprocess.TimeoutExpired:
            _end(process)
            raise CannotWrite(f"cannot write the {form}: {command[0]} did not end in {LIMIT} seconds") from None
        except BaseException:
            _end(process)
            raise
    whole = zipfile.is_zipfile(io.BytesIO(made)) if form == "docx" else b"</html>" in made[-20:]
    if process.returncode or not whole:
        said = told.decode("utf-8", "replace").strip().splitlines()
        why = said[-1] if said else "what it made is not whole"
        raise CannotWrite(f"cannot write the {form}: {command[0]} ended with {process.returncode}: {why}")
    return made


def _is_gone() -> bool:
    """Say whether the folder is gone in which the program runs: no other can be started there."""
    try:
        os.getcwd()
    except OSError:
        return True
    return False


def _through(process: subprocess.Popen[bytes], text: bytes) -> tuple[bytes, bytes]:
    """Return what a program writes and tells of a text; raise TimeoutExpired where it does not end."""
    given: bytes | None = text
    for _ in range(LIMIT - 1):
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(given, timeout=1)
        given = None
        progress.reached(0.5)  # the text is made, and the document is not
    return process.communicate(given, timeout=1)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _of_package() -> str | None:
    """Return the pandoc that comes with the Python package, or None; it is not started to be found."""
    package = find_spec("pypandoc")
    places = (package and package.submodule_search_locations) or ()
    found = (os.path.join(place, "files", name) for place in places for name in ("pandoc", "pandoc.exe"))
    return next(filter(os.path.isfile, found), None)


# --- Word ------------------------------------------------------------------------------------------------------------

_FONTS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Malgun Gothic" w:cs="Calibri"/>'
_SIZES = {"Title": 32, "Heading1": 24, "Heading2": 22, "FootnoteText": 15}
"""The sizes of letters in half points, by the style; everything else has 19."""

_SPACES = {"Title": (0, 60), "Heading1": (160, 40), "Heading2": (160, 40), "FootnoteText": (0, 0)}
"""The room before and after a paragraph, in twentieths of a point; everything else has 40."""

_BORDERS = (
    '<w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="CCCCCC"/></w:tblBorders>'
)

_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1020" w:right="1134" w:bottom="1020" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
)
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the document: the first that a zip file knows."""


def _finished(document: bytes, lang: str) -> bytes:
    """Return a Word document with its fonts, sizes, page and language, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        old.getinfo("word/document.xml")  # without it, it is another file
        for name in old.namelist():
            content = old.read(name)
            if name == "word/styles.xml":
                content = _styled(content.decode(), lang).encode()
            elif name == "word/document.xml":
                content = _paged(content.decode()).encode()
            about = zipfile.ZipInfo(name, _WHEN)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o600 << 16
            new.writestr(about, content)
    return out.getvalue()


def _styled(xml: str, lang: str) -> str:
    latin = "en-GB" if lang.startswith("en") else lang
    defaults = (
        f'<w:rPrDefault><w:rPr>{_FONTS}<w:sz w:val="19"/><w:szCs w:val="19"/>'
        f'<w:lang w:val="{latin}" w:eastAsia="ko-KR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    )
    xml = re.sub(r"<w:rPrDefault>.*?</w:rPrDefault>", defaults, xml, flags=re.S)
    xml = re.sub(r"<w:rFonts(?![^>]*Consolas)[^>]*/>", _FONTS, xml)
    xml = re.sub(r"<w:spacing(?: w:(?:before|after)=\"\d+\")+ ?/>", _space(40, 40), xml)
    for name in {*_SIZES, *_SPACES, "Table"}:
        if own := re.search(rf'<w:style [^>]*w:styleId="{name}".*?</w:style>', xml, flags=re.S):
            xml = xml.replace(own[0], _restyled(own[0], name))
    return xml


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _restyled(style: str, name: str) -> str:
    """Return a style with its own size of letters and room around it; that of tables with lines."""
    if name == "Table":
        return style.replace("<w:tblCellMar>", f"{_BORDERS}<w:tblCellMar>", 1)
    room = _space(*_SPACES[name])
    if "<w:spacing" in style:
        style = re.sub(r"<w:spacing[^>]*/>", room, style)
    else:
        style = style.replace("</w:style>", f"<w:pPr>{room}</w:pPr></w:style>")
    style = re.sub(r'<w:jc w:val="center" ?/>', "", style)
    style = re.sub(r"<w:color [^>]*/>", '<w:color w:val="1F2A44"/>', style)
    if "<w:sz " in style:
        return re.sub(r'(<w:szC?s? w:val=)"\d+"', rf'\1"{_SIZES[name]}"', style)
    sizes = f'<w:sz w:val="{_SIZES[name]}"/><w:szCs w:val="{_SIZES[name]}"/>'
    return style.replace("</w:style>", f"<w:rPr>{sizes}</w:rPr></w:style>")


def _paged(xml: str) -> str:
    """Return the text of the document on A4."""
    xml = re.sub(r"<w:pgSz[^>]*/>|<w:pgMar[^>]*/>", "", xml)
    if "<w:sectPr" not in xml:
        return xml.replace("</w:body>", f"<w:sectPr>{_PAGE}</w:sectPr></w:body>")
    xml = re.sub(r"<w:sectPr( [^>]*)?/>", r"<w:sectPr\1></w:sectPr>", xml)
    return re.sub(r"</w:sectPr>", f"{_PAGE}</w:sectPr>", xml)


STYLE = """<style>
@page { size: A4; margin: 15mm 17mm }
html { font: 9pt/1.32 Calibri, Carlito, "Liberation Sans", Arial, "Malgun Gothic", "Noto Sans KR", sans-serif }
body { word-break: keep-all; max-width: 176mm; margin: 0 auto; padding: 6mm 4mm; color: #111; background: #fff }
@media print { body { padding: 0; max-width: none } }
h1 { font-size: 15pt; margin: 0 0 1mm }
h2 { font-size: 10.5pt; margin: 2.6mm 0 .8mm; border-bottom: .3mm solid #999; break-after: avoid }
p { margin: .8mm 0 }
ul { margin: .8mm 0; padding-left: 4.5mm }
li { margin: .3mm 0 }
table { border-collapse: collapse; width: 100%; margin: .8mm 0 }
th, td { text-align: left; vertical-align: top; padding: .4mm 2mm .4mm 0; border-bottom: .15mm solid #ccc }
tr { break-inside: avoid }
a { color: #0b4a8f }
sup { font-size: 6.5pt; line-height: 0 }
sup a { text-decoration: none }
.page { break-before: page }
ol { font-size: 7pt; line-height: 1.25; overflow-wrap: anywhere; margin: 1mm 0; padding-left: 6mm }
</style>"""
