"""The page: parsed as strictly as html5lib can, and opened in a browser, where nothing in it may run."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aseanrok import schema, store
from aseanrok.__main__ import run
from aseanrok.output import renderer
from aseanrok.views import Listing, View
from hostile import TEXTS, put_hostile

Peer = Callable[[str], ModuleType]

X = "{http://www.w3.org/1999/xhtml}"


def parsed(peer: Peer, text: str) -> Any:
    """Return the tree of a page that has no parse error."""
    html5lib = peer("html5lib")
    return html5lib.HTMLParser(strict=True).parse(text)


def page(peer: Peer, folder: Path, *line: str) -> Any:
    path = folder / "x.html"
    assert run([*line, "-o", str(path)]) == 0
    return parsed(peer, path.read_text(encoding="utf-8"))


def words(element: Any) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_table_is_a_page_without_an_error(peer: Peer, lang: str) -> None:
    for table in schema.tables():
        rows = store.table(table.name)[:200]
        view = View(Listing(rows, table.as_read(table.listing), table, lang))
        tree = parsed(peer, "".join(map(str, renderer("html")(view))))
        assert tree.get("lang") == lang
        heads = tree.findall(f".//{X}thead//{X}th")
        assert {head.get("scope") for head in heads} == {"col"}
        lines = tree.findall(f".//{X}tbody/{X}tr")
        assert len(lines) == len(rows) and {len(line) for line in lines} == {len(heads)}
        assert words(tree.find(f".//{X}caption")) == table.titled(lang)


@pytest.mark.parametrize(
    "line", [("show", "mekong"), ("show", "akcf", "mkcf", "--full"), ("show", "mkcf", "--lang", "ko")]
)
def test_a_card_has_headings_lists_and_its_sources(peer: Peer, tmp_path: Path, line: tuple[str, ...]) -> None:
    tree = page(peer, tmp_path, *line)
    assert len(tree.findall(f".//{X}h1")) == sum(name in ("mekong", "akcf", "mkcf") for name in line)
    assert tree.findall(f".//{X}h2") and tree.findall(f".//{X}ul/{X}li")
    cited = [link.get("href") for link in tree.findall(f".//{X}ol/{X}li/{X}a")]
    assert cited and all(address.startswith("http") for address in cited)


def test_each_row_leads_to_its_sources_and_the_foot_names_them(peer: Peer, tmp_path: Path) -> None:
    tree = page(peer, tmp_path, "contributions", "mkcf")
    known = {row["id"]: row["url"] for row in store.table("sources")}
    rows = store.rows_where("contributions", "fund", ("mkcf",))
    lines = tree.findall(f".//{X}tbody/{X}tr")
    for row, line in zip(rows, lines, strict=True):
        assert [link.get("href") for link in line[-1]] == [known[id] for id in row["sources"]]
    foot = tree.find(f".//{X}footer")
    listed = [link.get("href") for link in foot.findall(f".//{X}li/{X}a")]
    assert sorted(listed) == sorted({known[id] for row in rows for id in row["sources"]})
    said = words(foot)
    assert "aseanrok contributions mkcf" in said and "9 rows" in said and store.edition()["version"] in said
    assert "* sources differ" in said and "~ worked out here" in said


def test_languages_are_named(peer: Peer, tmp_path: Path) -> None:
    tree = page(peer, tmp_path, "frameworks", "--fields", "id,name,name_ko,website")
    for line in tree.findall(f".//{X}tbody/{X}tr"):
        assert line[2].get("lang") == ("ko" if words(line[2]) else None)
        assert line[1].get("lang") is None
    korean = page(peer, tmp_path / "..", "timeline", "mekong", "--lang", "ko", "--force")
    tongues = [(words(line[1]), line[1].get("lang")) for line in korean.findall(f".//{X}tbody/{X}tr")]
    assert all((tongue == "en") == title.isascii() for title, tongue in tongues), tongues


def test_nothing_is_fetched_and_nothing_may_run(peer: Peer, tmp_path: Path) -> None:
    tree = page(peer, tmp_path, "funds")
    (policy,) = [meta.get("content") for meta in tree.iter(f"{X}meta") if meta.get("http-equiv")]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    assert not {each.tag.removeprefix(X) for each in tree.iter() if isinstance(each.tag, str)} & {
        "script",
        "link",
        "img",
    }
    assert not any(name.startswith("on") or name in ("src", "style") for each in tree.iter() for name in each.attrib)


@pytest.mark.usefixtures("tiny")
def test_what_is_hostile_is_text_or_shown(peer: Peer, tiny: Path, tmp_path: Path) -> None:
    ids = put_hostile(tiny)
    tree = page(peer, tmp_path, "meetings")
    assert not list(tree.iter(f"{X}script")) and not list(tree.iter(f"{X}img"))
    titles = [line.find(f"{X}th") for line in tree.findall(f".//{X}tbody/{X}tr")]
    for text, title in zip(TEXTS, titles, strict=True):
        shown = words(title)
        assert not set(shown) & set("\u202e\u202c\u2067\u2069\x07\x1b\x00")
        if text.isprintable() and "http" not in text:
            assert shown == text
    said = "".join(map(words, titles))
    assert "turned \\u202egnihtemos\\u202c" in said and "\\x07" in said and "\\x1b[31m" in said
    assert "\U0001f468\u200d\U0001f469" in said, "a family stays a family"
    assert any(title.find(f"{X}bdi") is not None for title in titles)
    links = {link.get("href") for title in titles for link in title.iter(f"{X}a")}
    assert links == {"https://example.org/a?b=1&c=<d>"}
    for id in ids:  # in a card as well
        tree = page(peer, tmp_path, "show", id, "--force")
        assert not list(tree.iter(f"{X}script")) and not list(tree.iter(f"{X}img"))


def test_a_browser_runs_nothing_and_the_page_fits_a_phone(
    peer: Peer, chromium: str, tiny: Path, tmp_path: Path
) -> None:
    api = peer("playwright.sync_api")
    put_hostile(tiny)
    path = tmp_path / "x.html"
    assert run(["meetings", "-o", str(path)]) == 0
    told: list[str] = []
    with api.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for wide in (390, 1200):
            view = browser.new_page(viewport={"width": wide, "height": 900})
            told.clear()
            view.on("console", lambda message: told.append(message.text))
            view.on("dialog", lambda dialog: told.append(dialog.message))
            view.on("request", lambda request: told.append(request.url))
            view.goto(path.as_uri())
            assert told == [path.as_uri()]
            assert view.evaluate("document.documentElement.scrollWidth") <= wide
            assert view.evaluate("getComputedStyle(document.querySelector('caption')).fontWeight") == "700"
        browser.close()


def test_a_browser_draws_it(chromium: str, tmp_path: Path) -> None:
    path, picture = tmp_path / "x.html", tmp_path / "x.png"
    assert run(["show", "mekong", "-o", str(path)]) == 0
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=390,900", f"--screenshot={picture}")
    subprocess.run([chromium, *options, path.as_uri()], check=True, capture_output=True, timeout=120)
    assert picture.read_bytes().startswith(b"\x89PNG") and picture.stat().st_size > 10_000
