"""Word and HTML: a brief as a document, made by pandoc of its Markdown.

The text goes in and the document comes out through pipes, so that nothing is written but what was asked for. What
pandoc leaves to the taste of Word is set afterwards: A4, letters that Korean has, small footnotes, no date of today.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence

from aseanrok.brief.markdown import render
from aseanrok.brief.page import Page
from aseanrok.errors import UsageFailure

READS = "commonmark+footnotes+pipe_tables+raw_attribute"
"""What pandoc takes the Markdown for: nothing in it is a formula, a citation or struck out."""

NEW_PAGE = {
    "docx": '```{=openxml}\n<w:p><w:r><w:br w:type="page"/></w:r></w:p>\n```\n\n',
    "html": '```{=html}\n<div class="page"></div>\n```\n\n',
}

LANGUAGES = {"en": "en-GB", "ko": "ko-KR"}


def made(pages: Sequence[Page], form: str) -> bytes:
    """Return briefs as a document, `docx` or `html`; raise UsageFailure where there is no pandoc, or it fails."""
    pandoc = shutil.which("pandoc") or _of_package()
    if pandoc is None:
        raise UsageFailure(
            f"{form} is made by pandoc, which is not installed: get it from pandoc.org or your system's packages, "
            "or pip install pypandoc-binary"
        )
    lang, title = LANGUAGES[pages[0].lang], "; ".join(page.title for page in pages)
    options = ["--from", READS, "--to", form, "--standalone", "--wrap", "none", "--metadata", f"lang={lang}"]
    if form == "docx":
        # The first heading becomes the title; of several briefs each keeps its own.
        options += ["--shift-heading-level-by=-1"] if len(pages) == 1 else ["--metadata", f"title={title}"]
        options += ["--output", "-"]
    else:
        options += ["--metadata", f"pagetitle={title}", "--variable", f"header-includes={STYLE}"]
    text = "".join(render(pages, NEW_PAGE[form]))
    done = subprocess.run(
        [pandoc, *options],
        input=text.encode(),
        capture_output=True,
        # The time of making stands in a document; the same brief is the same file.
        env={**os.environ, "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "0")},
    )
    if done.returncode or not done.stdout:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageFailure(f"pandoc could not make the {form}{f': {said[-1]}' if said else ''}")
    return _finished(done.stdout, lang) if form == "docx" else done.stdout


def _of_package() -> str | None:
    """Return the pandoc that comes with the Python package, or None."""
    try:
        from pypandoc import get_pandoc_path
    except ImportError:
        return None
    try:
        return str(get_pandoc_path())
    except OSError:
        return None


# --- Word ------------------------------------------------------------------------------------------------------------

_FONTS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Malgun Gothic" w:cs="Calibri"/>'
_SIZES = {"Title": 32, "Heading1": 24, "Heading2": 22, "FootnoteText": 15}
"""The sizes of letters in half points, by the style; everything else has 19."""

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
    xml = re.sub(r'<w:spacing w:before="\d+" w:after="\d+" ?/>', '<w:spacing w:before="40" w:after="40"/>', xml)
    for style, size in _SIZES.items():
        xml = re.sub(
            rf'<w:style [^>]*w:styleId="{style}".*?</w:style>',
            lambda found, size=size: _sized(found[0], size),
            xml,
            flags=re.S,
        )
    return xml


def _sized(style: str, size: int) -> str:
    """Return a style with letters of a size."""
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    style = re.sub(r"<w:szC?s? [^>]*/>", "", style)
    if "<w:rPr>" in style:
        return style.replace("</w:rPr>", f"{sizes}</w:rPr>", 1)
    return style.replace("</w:style>", f"<w:rPr>{sizes}</w:rPr></w:style>")


def _paged(xml: str) -> str:
    """Return the text of the document on A4."""
    xml = re.sub(r"<w:pgSz[^>]*/>|<w:pgMar[^>]*/>", "", xml)
    if "<w:sectPr" not in xml:
        return xml.replace("</w:body>", f"<w:sectPr>{_PAGE}</w:sectPr></w:body>")
    xml = re.sub(r"<w:sectPr( [^>]*)?/>", r"<w:sectPr\1></w:sectPr>", xml)
    return re.sub(r"</w:sectPr>", f"{_PAGE}</w:sectPr>", xml)


STYLE = """<style>
@page { size: A4; margin: 16mm 18mm }
html { font: 9.5pt/1.36 Calibri, Carlito, "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", sans-serif }
body { max-width: 174mm; margin: 0 auto; padding: 6mm 4mm; color: #111; background: #fff }
@media print { body { padding: 0; max-width: none } }
h1 { font-size: 16pt; margin: 0 0 1mm }
h2 { font-size: 11pt; margin: 3.2mm 0 1mm; border-bottom: .3mm solid #999; break-after: avoid }
p { margin: 1mm 0 }
ul { margin: 1mm 0; padding-left: 4.5mm }
li { margin: .4mm 0 }
table { border-collapse: collapse; width: 100%; margin: 1mm 0 }
th, td { text-align: left; vertical-align: top; padding: .5mm 2mm .5mm 0; border-bottom: .15mm solid #ccc }
tr { break-inside: avoid }
sup { line-height: 0 }
.page { break-before: page }
.footnotes { font-size: 7.5pt; line-height: 1.28; overflow-wrap: anywhere }
.footnotes p { margin: 0 }
</style>"""
