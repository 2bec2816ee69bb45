"""The page, opened in Chromium from a file: it draws, finds, keeps its filters, asks for nothing; all can read it."""

from __future__ import annotations

import base64
import bz2
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, quote

import pytest

from aseanrok import dates, page, schema, store
from aseanrok.cards import card, full
from aseanrok.cards.parts import relations
from aseanrok.cards.short import Cut
from aseanrok.cite import entries, text
from aseanrok.cli.commands.search import without_number
from aseanrok.cli.meant import is_name
from aseanrok.cli.missing import missing
from aseanrok.cli.premise import refuted
from aseanrok.rows import ordered
from aseanrok.search.ask import ask
from aseanrok.search.question import parse
from aseanrok.views import Listing
from aseanrok.wording import worded
from aseanrok.words.english import ordinal

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent / "benchmarks")]

from relevance import library, queries  # noqa: E402 - found beside

from conftest import Program  # noqa: E402
from test_page import HOSTILE, made_hostile  # noqa: E402

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
VIEWS = (
    "", "view=about", "view=tables", "view=tables&table=statistics&sort=-value", "view=tables&table=members",
    "view=tables&table=projects", "view=tables&table=contributions",
    "q=cooperation fund", "q=asdfgh", "q=mekong-rok summit zanzibar", "q=comemorative summit",
    "q=정상회의&country=THA&since=2019", "id=mekong", "id=mekong-rok-summit", "id=mekong-rok-summit-2", "id=akcf",
    "id=thailand", "id=admm-plus-4-place", "id=pic-hub", "id=asean-secretary-general", "id=nothing",
)  # fmt: skip
"""Every kind of view."""

ASKED = (
    "2천억 달러", "1천400만 달러", "$32 million", "USD 0.9 million", "6만 4,319명", "교역 2,000억 달러",
    "300 billion trade target",
    "secretary-general of ASEAN 2015", "한국 대통령 2009", "RCEP 발효", "entry into force",
    "comemorative summit", "summt 2019", '"foreign ministers" -mekong', "table:meetings framework:mekong",
    "country:Laos kind:summit", "id:akcf", "kind:declaration", "framework:apt year:2005", "한-메콩 정상회의 -특별",
    '"Korea mission" Indonesia ambassador', '"Korea week" Vietnam trade', '"Korea centre" Laos trade',
    '"한강 선언"', "아세안사무총장", "first-ambassador-appointment", "7차 한메콩외교장관회의",
    "캄보디아 협력기금", "신남방정책 발표", "hanriver",
    "2019-11-27", "visiters to korea", "라오스 외교관계", "베트남과 교역액", "세종 연구소",
    "-mekong", "-2천억", "-2천억 달러", "-USD 200 billion", "교역 -2천억 달러", '-"2천억 달러" trade', '"2천억 달러"',
    "summit -hanriver", "summit -라오스", "fund -AKCF", "summit -사무총장", "-2019-11-27 table:meetings",
    "천만 달러", "백만 달러", "십억 달러", "천억", "수천만", "백만", "천만에", "1조 천억 원",
    "-천만 달러 table:contributions",
    "ASEAN+3 summit", "10+3 finance", "AMME+3", "아세안+3 정상회의", "역대 한-아세안 정상회의",
    "제주 한-아세안 특별정상회의", "아세안 사이버쉴드 디지털혁신 플래그십", "HEAT TEAM scholarship", "mekong zanzibar",
    "AKCF project proposals rejected 2023", "Kuala Lumpor", "Siem Reep 2019", "AKCF total budget 2023",
    "strategic partnership Philippines Singapore", "investment Korea Indonesia Myanmar", "수교 라오스 캄보디아",
    "free trade agreement Cambodia Laos", "신남방정책특별위원회",
    "1989 2024 교역 투자 인적교류 배", "동남아 모든 나라와 수교", "한아세안센터사무총장임기",
    "한-메콩 정상회의 결과", "행동계획 채택", "AKFTA signed",
    "-table:foo mekong", "mekong -framework:nowhere", "mekong -country:Atlantis", "mekong -kind:nonsense",
    "mekong -year:soon", "mekong -id:nonsense", "mekong -year:1950", "mekong -table:meetings -year:2019",
)  # fmt: skip
"""Queries beside those that the relevance of the search is measured by: slips, phrases, filters, dates."""


FOUND = """words => {
    const { hits, near, asked } = search.ask(words);
    return [asked || [], ...[...hits, ...near].map((hit) => [hit.row.id, hit.score])];
}"""


class Opened:
    """A page in a browser of its own, and what went wrong in it."""

    def __init__(self, browser: Any, file: Path, **about: Any) -> None:
        self.context = browser.new_context(**about)
        self.page = self.context.new_page()
        self.address = file.as_uri()
        self.count = 0
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.wrong.append(dialog.message), dialog.dismiss()))
        self.context.route("**/*", self._routed)

    def _routed(self, route: Any) -> None:
        if route.request.url.split("#")[0] == self.address:
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()

    def go(self, view: str) -> Any:
        """Go to a view by its address; return the page."""
        self.count += 1
        there = view + "&" * (1 + self.count % 9)  # they say nothing; so no address is the one before
        if self.count == 1:
            self.page.goto(f"{self.address}#{there}")
            self.page.wait_for_selector("main h1", state="attached")
        else:
            self.page.evaluate(
                "view => new Promise((done) => {"
                " addEventListener('hashchange', () => setTimeout(done), { once: true }); location.hash = view; })",
                there,
            )
        return self.page


@pytest.fixture(scope="module")
def browser(peer: Callable[[str], ModuleType], chromium: str) -> Iterator[Any]:
    """Give a Chromium without a window."""
    with peer("playwright.sync_api").sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the page as a file."""
    path = tmp_path_factory.mktemp("page") / "aseanrok.html"
    path.write_text(page.page(), encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="module")
def opened(browser: Any, file: Path) -> Iterator[Opened]:
    """Give the page, opened; nothing may have gone wrong in it, and nothing been asked for, when the tests are done."""
    made = Opened(browser, file, viewport={"width": 1280, "height": 900})
    yield made
    made.context.close()
    assert made.wrong == []
    assert made.asked == []


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_view_is_drawn(opened: Opened, lang: str) -> None:
    for view in (*VIEWS, *(f"view=pictures&picture={name}" for name in names(opened))):
        found = opened.go(f"{view}&lang={lang}")
        assert found.locator("main h1").first.text_content().strip(), view
        assert found.evaluate("document.documentElement.lang") == lang
        assert opened.wrong == [], view


def names(opened: Opened) -> list[str]:
    """Return the names of the pictures."""
    known: list[str] = opened.go("view=pictures").evaluate("Object.keys(pictures)")
    assert len(known) >= 5
    return known


def test_every_row_is_there_as_it_is_published(opened: Opened) -> None:
    found = opened.go("")
    for name in found.evaluate("archive.tables"):
        assert found.evaluate("name => archive.rows(name)", name) == store.table(name), name


def test_a_korean_page_holds_the_same(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "korean.html"
    path.write_text(page.page("ko"), encoding="utf-8", newline="")
    made = Opened(browser, path)
    found = made.go("")
    assert found.locator("main h1").first.text_content() == "아세안과 대한민국"
    for name in ("meetings", "sources", "documents", "index"):
        assert found.evaluate("name => archive.rows(name)", name) == store.table(name), name
    assert made.wrong == made.asked == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a",
        b"aaa",
        b"aaaab",
        b"a" * 259 + b"b" + b"a" * 1000,
        bytes(range(256)) * 9,
        "한강 선언, ".encode() * 70_000,
    ],
    ids=len,
)
def test_it_unpacks_bzip2(opened: Opened, content: bytes) -> None:
    opened.go("")
    packed = base64.b64encode(bz2.compress(content)).decode()
    found = opened.page.evaluate(
        """async packed => {
        const found = unzipped(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)));
        return [found.length, found.reduce((sum, byte, at) => (sum * 31 + byte + at) % 1000003, 7)];
    }""",
        packed,
    )
    total = 7
    for at, byte in enumerate(content):
        total = (total * 31 + byte + at) % 1_000_003
    assert found == [len(content), total]


def test_it_finds_what_the_command_finds(opened: Opened) -> None:
    """Every query of the relevance suite and more, in both languages, with slips and filters: all hits in order."""
    asked = [query.words for query in queries()] + list(ASKED)
    assert sum(bool(re.search("[가-힣]", words)) for words in asked) >= 30
    shelf = library()
    found = opened.go("")
    for words in asked:
        answer = ask(shelf, words)
        wanted = [[shelf.records.row(hit.number)["id"], hit.score] for hit in (*answer.hits, *answer.near)]
        assert found.evaluate(FOUND, words) == [[*answer.asked], *wanted], words


HITS = "words => search.ask(words).hits.map((hit) => hit.row.id)"

FILTERED = (
    "kind:정상회의", "kind:meeting", "kind:무역", "kind:회의", "kind:Summit", "framework:메콩",
    "framework:mekong-korea", "framework:한-아세안", "framework:메콩 -table:회의", "table:회의", "table:meeting",
    "-table:meetings year:2019",
    "year:2019..2021", "year:..2005", "year:2019..", "year:2019-2021", "year:2019~2021", "year:2019/2021",
    "year:2019년", "year:2019년11월", "year:2019.11", "year:2019-11-27", "year:2019/11", "year:2019.11.27",
    "year:2019년도",
    "year:2019...2021", "year:27/11/2019", "year:2019-02-30", "year:2021..2019", "year:0000", "year:today",
    "-year:2019..2021 table:meetings", "Year:2019 KIND:summit", "year:nov", "mekong year:soon",
    "country:Laos country:Vietnam summit", "year:2019 year:2020", "kind:summit kind:declaration -year:2019..",
    "table:회의 table:문서 country:Laos", "year:2019 year:soon", "-country:Laos -country:Vietnam summit",
)  # fmt: skip
"""Searches with filters as people write them: dates, Korean words, what a record is called, one name twice."""


def test_filters_in_a_search_keep_what_the_command_keeps(opened: Opened, program: Program) -> None:
    found = opened.go("")
    for words in FILTERED:
        hits = found.evaluate(HITS, words)
        assert hits == program("search", words, "-q").stdout.split(), words


@pytest.mark.parametrize(
    "words",
    [
        "2019-02-30 summit",
        "2018-09-31 meeting",
        "summit -2019-02-30",
        "0020-11 summit",
        "0001-01-01",
        "0000-11-25 busan",
    ],
)
def test_a_day_that_no_calendar_has_finds_what_the_command_finds(opened: Opened, program: Program, words: str) -> None:
    done = program("search", "-q", "--", words)
    found = opened.go(f"q={words}")
    assert found.evaluate(HITS, words) == ([] if done.returncode else done.stdout.split())


@pytest.mark.parametrize("words", ["year:", 'busan kind:""', "-table:", "since:2019 busan", "busan until:2005"])
def test_a_filter_in_a_search_that_the_command_refuses_is_told_and_finds_nothing(
    opened: Opened, program: Program, words: str
) -> None:
    done = program("search", "--", words)
    (wrong,) = re.findall("aseanrok: '([^']*)' (?:needs a value|is no filter)", done.stderr)
    for lang in ("en", "ko"):
        main = opened.go(f"q={words}&lang={lang}").locator("main")
        assert main.locator(".hit").count() == 0
        assert wrong in main.locator(".said").text_content()


@pytest.mark.parametrize(
    "words", ["mekong kind:nonsense", "year:soon", "mekong -country:Atlantis", "framework:nowhere x"]
)
def test_a_filter_in_a_search_whose_value_names_nothing_is_told(opened: Opened, program: Program, words: str) -> None:
    (field, value) = re.findall("no ([a-z]+) '(.*?)'", program("search", "--", words).stderr)[0]
    main = opened.go(f"q={words}").locator("main")
    assert main.locator(".hit").count() == 0
    assert main.locator(".said").first.text_content().endswith(f"No record is of “{field}:{value}”.")


PASSED = (
    "before 2010 busan", "since 2019 mekong", "mekong from 2019 to 2021", "summit 2019..2021", "summit 2019 to 2021",
    "2019년 이후 부산", "2019년이후의 정상회의", "2019년부터 2021년까지 정상회의",
    "mekong between 2019 and 2021", "after November 2019 busan",
    "busan until 27 November 2019", "between 2021 and 2019 summit", "mekong since 2019-02-30", "latest mekong summit",
    "mekong or akcf", "and/or mekong", "summit, not mekong", "역대 한-아세안 정상회의", "올해의 정상회의",
    "mekong this year", "MY trade", "IN trade 2019", "mekong summit", "before", "ASEAN Plus Three Summit before 2010?",
    "mekong summit > 2018", "mekong >=2018", "mekong \u22642018", "mekong 2018-", "laos | cambodia",
    "summit \u2260laos", "busan - summit", "sum* laos", "budget>1000000", "summit \u2011laos", "busan not-summit",
    "mekong-or-busan", "since-2019 summit", "laos (-cambodia)", "laos,-cambodia", "busan year~2019", "fund ~ 2019",
    "mekong 2019 ~ 2021", "- laos", "\uc11c\uc6b8~\ubd80\uc0b0", "ASEAN--ROK summit", "id:-akcf",
    "\ud55c\u318d\uc911\u318d\uc77c", "by 2019 busan", "as of 2019 busan", "2019\u2013 busan",
    "2019\u223c \ubd80\uc0b0", "2019\u301c2021 busan", "busan 'not seoul'", "busan \u2018since 2019\u2019",
    '"busan" - "seoul"', 'asean summit -"foreign ministers"', "\ud55c\uad6d(ROK)-\uc544\uc138\uc548", "U.S.-China",
    "date:2019 busan", "busan this year", "summit this month", "is this yearly summit", "10:30 summit",
    "kind:\uc815\uc0c1\ud68c\uc758, busan",
    "since today laos", "laos from 2019 to this year", "laos this year since 2018", "laos until 2025 this year",
    "\uc62c\ud574 >2018 laos", "laos this year until 2029",
    '"in not force" mekong',
    "summit -(",
    "year:today", "year:\uc62c\ud574 summit", "id:or", "-year:today summit", "kind:summit latest mekong",
    "year:2019 or mekong",
    "(since 2019) fund", "mekong ..2010", "mekong 2019~", "before 2010 zanzibar mekong summit",
)  # fmt: skip
"""Searches with words that are looked for, and with words that only say when, or turn what is asked."""


TOLD = "Not looked for|Looked for as numbers alone"


def test_it_tells_the_words_that_the_command_tells_are_not_looked_for(opened: Opened, program: Program) -> None:
    for words in PASSED:
        printed = program("search", "--", words)
        told = re.findall(f"(?:{TOLD}): [^;\\n]*", printed.stdout + printed.stderr, re.IGNORECASE)
        options = " ".join(dict.fromkeys(re.findall("--[a-z]+ [0-9-]+", " ".join(told))))
        lines = opened.go(f"q={words}").locator("main .said").all_text_contents()
        (line,) = [each for each in lines if re.match(f"(?:{TOLD}): ", each)] or [""]
        line, _, filters = line.partition(". For that time write ")
        said = [each.partition(", which ")[0] for each in told]
        assert re.findall("“(.*?)”", line) == re.findall("'(.*?)'", " ".join(said)), words
        assert re.findall(TOLD, line) == [each.partition(":")[0].capitalize() for each in said], words
        assert bool(filters) == bool(options), words
        if "--year" not in options:
            ends = dict(re.findall("--(since|until) ([0-9-]+)", options))
            span = "..".join((ends.get("since", ""), ends.get("until", "")))
            assert filters == (f"year:{span}" if ends else ""), words
        if filters:
            kept = opened.page.evaluate(HITS, f"asean {filters}")
            assert kept == program("search", "asean", *options.split(), "-q").stdout.split(), words


def test_it_tells_in_its_language_what_is_not_looked_for_and_nothing_of_a_name(opened: Opened) -> None:
    said = opened.go("q=2019년 이후 부산&lang=ko").locator("main .said").all_text_contents()
    assert "찾지 않은 말: “이후”. 그 기간은 year:2019..로 찾을 수 있습니다" in said
    for words, left in (
        ("mekong -laos", "without “laos”"),
        ("Laos chaired ASEAN summit", "“chaired” is told by their cards"),
    ):
        assert left in opened.go(f"q={words}").locator("main .said").first.text_content()
    opened.go("q=2019년 이후 부산&lang=ko")
    assert "찾지 않은 말: “이후”" in opened.page.locator("[role=status]").text_content()
    for name in ("next", "다음"):
        told = opened.go(f"q=mekong summit {name}").locator("main .said").all_text_contents()
        assert f"Not looked for: “{name}”" in told
    title = next(row["title"] for row in store.table("sources") if " - " in row["title"])
    for name in ('"meeting before summit"', "What is ASEAN Plus Three Summit", quote(title)):
        assert "Not looked for" not in opened.go(f"q={name}").locator("main").text_content(), name


def test_what_no_record_holds_is_said_of_those_that_pass_the_filters(opened: Opened) -> None:
    words = "busan commemorative summit 2019"
    for left in ("framework=mekong", "until=2013", "table=frameworks"):
        said = opened.go(f"q={words}&{left}").locator("main .said").all_text_contents()
        assert "No record that passes these filters holds all of these words; these hold most." in said, left
    assert "4 records" in opened.go(f"q={words}").locator("main .said").all_text_contents()
    said = opened.go("q=zanzibarx&framework=mekong").locator("main .said").all_text_contents()
    assert "Nothing found for “zanzibarx” that passes these filters." in said
    for within in ("mekong summit busan year:2014", "mekong summit busan -2019"):
        said = opened.go(f"q={within}").locator("main .said").all_text_contents()
        assert "No record that passes these filters holds all of these words; these hold most." in said, within
    said = opened.go("q=summit busan year:1950").locator("main .said").all_text_contents()
    assert "Nothing found for “summit busan year:1950” that passes these filters." in said
    said = opened.go("q=country:atlantis&framework=mekong").locator("main .said").all_text_contents()
    assert "Nothing found for “country:atlantis”. No record is of “country:atlantis”." in said


def test_what_few_records_hold_is_not_said_to_be_held_by_none(opened: Opened) -> None:
    for words in ("laos thailand visa", "laos indonesia centre"):
        said = opened.go(f"q={words}").locator("main .said").all_text_contents()
        assert "Few records hold all of these words; first is the best of each country." in said, words
    said = opened.go("q=laos indonesia centre&since=2010").locator("main .said").all_text_contents()
    assert any(told.startswith("Few records that pass these filters hold all of these words") for told in said)


def test_an_undated_meeting_stands_where_its_number_belongs(opened: Opened, program: Program) -> None:
    for series in ("asean-rok-dialogue", "amme", "aseanapol-conference"):
        ids = program("meetings", series, "-q").stdout.split()
        undated = next(at for at, id in enumerate(ids) if not store.rows_where("meetings", "id", (id,))[0]["date"])
        steps = opened.go(f"id={ids[undated]}").locator("nav.steps")
        assert steps.locator("a[rel=prev]").get_attribute("href").endswith(f"id={ids[undated - 1]}"), series
        assert steps.locator("a[rel=next]").get_attribute("href").endswith(f"id={ids[undated + 1]}"), series
        listed = opened.go(f"id={series}").locator("main table").first.locator("tbody tr a").all()
        shown = [id for each in listed if (id := each.get_attribute("href").rpartition("id=")[2]) in ids]
        assert list(dict.fromkeys(shown)) == ids[: len(set(shown))], series


def test_series_are_not_filtered_by_a_time_that_is_recorded_of_few(opened: Opened) -> None:
    main = opened.go("view=tables&table=series&since=2019").locator("main")
    assert "Not a filter of this table: From (2019)" in main.text_content()
    assert main.locator("tbody tr").count() == len(store.table("series"))
    assert main.locator("#filter-since").count() == 0


@pytest.mark.parametrize(
    ("table", "field"), [("statistics", "stated"), ("contributions", "stated"), ("projects", "budget")]
)
@pytest.mark.parametrize("minus", ["", "-"])
def test_sums_are_sorted_by_what_they_are(opened: Opened, program: Program, table: str, field: str, minus: str) -> None:
    shown = opened.go(f"view=tables&table={table}&sort={minus}{field}").locator("main tbody tr")
    key = schema.table(table).key
    told = program(table, "--sort", f"{minus}{field}", "--fields", field, "-f", "tsv").stdout.splitlines()[1:21]
    assert key and told
    cells = [row.replace("\u00a0", " ") for row in shown.all_text_contents()[:20]]
    assert all(value in cell for value, cell in zip(told, cells, strict=True))


def test_every_column_is_sorted_as_the_command_sorts_it(opened: Opened) -> None:
    order = """({ table, field }) => {
        const rows = archive.rows(table);
        return sorting.sorted(rows, field, table).map((row) => rows.indexOf(row));
    }"""
    for table in schema.tables():
        rows = store.table(table.name)
        types = {name: field.type for name, field in table.fields.items()}
        for name in table.listing:
            for minus in ("", "-"):
                wanted = [rows.index(row) for row in ordered(rows, [f"{minus}{name}"], types, table.last)]
                found = opened.page.evaluate(order, {"table": table.name, "field": f"{minus}{name}"})
                assert [rows[at][name] for at in found] == [rows[at][name] for at in wanted], (table.name, name)


def numbered() -> Iterator[str]:
    """Yield queries for meetings by numbers, most of which are not recorded."""
    for at, series in enumerate(store.table("series")):
        number = (40, 3, 11, 1, 30)[at % 5]
        yield (
            f"{series['name']} {number}",
            f"{ordinal(number)} {series['abbreviation'] or series['meeting_name']} 2019",
            f"제{number}차 {series['name_ko']}",
        )[at % 3]
    yield from (
        "28th ASEAN-ROK Summit", "3rd Mekong summit", "fourth ASEAN summit", "40th ARF", "25th ASEAN-ROK summit 2019",
        "22nd Mekong-ROK summit 2030", "joint statement of the 9th ASEAN-ROK summit", "ASEAN summit on the 5th",
        "ASEAN Plus Three 30", "30th ASEAN", "제40차 한-아세안 정상회의", "한-메콩 정상회의 3차",
        "12th EAS summit table:meetings",
    )  # fmt: skip


def test_it_tells_of_a_meeting_that_is_not_recorded_where_the_command_does(opened: Opened) -> None:
    known = library()
    queries, told = list(numbered()), 0
    ask_all = """(queries) => queries.map((query) => {
        const { line, hits, near } = missing.ask(query, () => true, "en");
        return [line || "", hits.length ? [] : near.map(({ row }) => row.id)];
    })"""
    for query, (line, near) in zip(queries, opened.go("").evaluate(ask_all, queries), strict=True):
        question = parse(query, known.names)
        found = None if is_name(question, known) else missing(question, known, "2026-12-01", "en")
        said = re.sub(", sources read to .*|; [^;]*; aseanrok .*|; aseanrok .*", "", found.line) if found else ""
        said = re.sub("(?<=was not held: )([^;]*);.*", r"\1", said).replace("; ", ". ")
        assert line == (said and f"{said[0].upper()}{said[1:]}."), query
        answer = without_number(known, found, None) if found else None
        if answer:
            assert near == [known.records.facts(hit.number)[0] for hit in answer.near], query
            told += 1
    assert told > 20


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_it_refutes_what_the_command_refutes(opened: Opened, lang: str) -> None:
    known = library()
    asked = ("Japan chaired {}", "{} hosted by Laos", "{} Thailand 의장", "which {} did the Philippines chair in 2019")
    rows = [*store.table("series"), *store.table("frameworks")]
    queries = [asked[at % 4].format(row["name"]) for at, row in enumerate(rows)]
    queries += ["Japan chaired Mekong-ROK summit", "Laos hosted", "America hosted ARF", "한-메콩 정상회의 일본 주최"]
    ask_all = "([queries, lang]) => queries.map((query) => missing.ask(query, () => true, lang).line || '')"
    told = opened.go("").evaluate(ask_all, [queries, lang])
    for query, line in zip(queries, told, strict=True):
        question = parse(query, known.names)
        said = "" if is_name(question, known) or query == "Laos hosted" else refuted(question, known, lang)
        assert line == (said and f"{said}."), query
    assert sum(map(bool, told)) > 10


def test_every_link_of_a_table_on_a_card_says_something(opened: Opened) -> None:
    for office in store.table("offices"):
        links = opened.go(f"id={office['id']}").locator("main th a").all_text_contents()
        assert links and all(map(str.strip, links)), office["id"]


def test_the_picture_of_meetings_counts_those_of_the_years_that_are_asked_for(opened: Opened) -> None:
    held = [row for row in store.table("meetings") if row["status"] == "held" and (row["date"] or "")[:4] == "2019"]
    summary = opened.go("view=pictures&picture=series&since=2019&until=2019").locator(".picture-summary")
    assert f"meetings held: {len(held)};" in summary.text_content() and len(held) > 20
    for years in ("since=2050", "until=1900"):
        main = opened.go(f"view=pictures&picture=series&{years}").locator("main")
        assert "Nothing is recorded for this choice." in main.text_content() and main.locator("figure").count() == 0


def test_the_card_of_a_series_says_who_chaired_its_meetings(opened: Opened) -> None:
    meetings = [row for row in store.table("meetings") if row["series"] == "apt-fmm"]
    shown = opened.go("id=apt-fmm").locator("main").text_content()
    chairs = {chair for row in meetings for chair in row["chairs"]}
    assert len(chairs) > 5 and all(chair in shown for chair in chairs)


@pytest.mark.parametrize(
    "years", ["until=1967", "until=1985", "since=1980&until=1980", "since=2050", "since=2050&until=2060"]
)
@pytest.mark.parametrize("picture", ["series", "contributions", "figures", "timeline", "members"])
def test_a_picture_of_years_of_which_nothing_is_known_is_no_error(picture: str, years: str, opened: Opened) -> None:
    before = len(opened.wrong)
    for framework in ("", "&framework=asean-rok", "&framework=mekong"):
        opened.go(f"view=pictures&picture={picture}&{years}{framework}")
    assert opened.wrong[before:] == []


def test_what_no_chart_can_be_made_of_is_in_the_table_below_it(opened: Opened) -> None:
    recorded = [row for row in store.table("statistics") if "bimp-eaga" in row["frameworks"]]
    main = opened.go("view=pictures&picture=figures&framework=bimp-eaga").locator("main")
    assert "Nothing is recorded" not in main.text_content()
    measured = main.locator("select#picture-measured option").evaluate_all(
        "options => options.map((each) => each.value)"
    )
    assert {*measured} == {row["indicator"] for row in recorded}
    of = [row for row in recorded if row["indicator"] == measured[0]]
    assert main.locator("details summary").text_content() == f"The same as a table: {len(of)} rows"


def test_it_searches_as_you_type_and_keys_alone_lead_to_the_card(opened: Opened) -> None:
    found = opened.go("")
    found.keyboard.press("/")
    found.keyboard.type("mekong-rok summit")
    found.wait_for_selector(".hits .hit")
    assert "q=mekong-rok+summit" in found.url
    assert found.evaluate("document.activeElement.id") == "q"
    assert "record" in found.locator("[role=status]").text_content()
    found.locator(".hit a").first.focus()
    found.keyboard.press("Enter")
    found.wait_for_selector("article.card")
    assert found.locator("article.card").get_attribute("data-id") == "mekong-rok-summit"
    assert found.evaluate("document.activeElement.tagName") == "H1"
    found.go_back()
    found.wait_for_selector(".hits .hit")
    assert found.locator("#q").input_value() == "mekong-rok summit"


def test_korean_is_composed_in_the_box_however_slowly(browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("lang=ko")
    found.focus("#q")
    keys = made.context.new_cdp_session(found)
    for syllables in (("ㅎ", "하", "한"), ("ㄱ", "가", "강")):
        for each in syllables:
            keys.send("Input.imeSetComposition", {"text": each, "selectionStart": 1, "selectionEnd": 1})
            found.wait_for_timeout(250)
        keys.send("Input.insertText", {"text": syllables[-1]})
    found.wait_for_selector(".hits .hit")
    found.wait_for_timeout(250)
    assert found.locator("#q").input_value() == "한강"
    assert found.evaluate("decodeURIComponent(location.hash)") == "#q=한강&lang=ko"
    made.context.close()


@pytest.mark.parametrize(("wait", "held"), [(20, 0), (400, 0), (400, 250)])
def test_a_click_that_ends_a_syllable_goes_where_it_was_aimed(wait: int, held: int, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("q=한강&lang=ko")
    found.wait_for_selector(".hits .hit")
    found.evaluate("document.querySelector('#q').focus(); document.querySelector('#q').setSelectionRange(2, 2)")
    keys = made.context.new_cdp_session(found)
    for each in ("ㅅ", "서", "선"):
        keys.send("Input.imeSetComposition", {"text": each, "selectionStart": 1, "selectionEnd": 1})
    found.wait_for_timeout(wait)
    found.locator(".hit a").first.click(delay=held)
    found.wait_for_timeout(400)
    assert "id=" in found.url and found.locator("article.card").count() == 1
    made.context.close()


@pytest.mark.parametrize("delay", [20, 160])
def test_all_that_is_typed_is_looked_for_unless_one_goes_elsewhere(delay: int, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("")
    found.evaluate("location.hash = 'id=akcf'")
    found.wait_for_selector("article.card")
    found.locator("#q").press_sequentially("mekong busan 2019", delay=delay)
    found.wait_for_function("() => location.hash.includes('2019')")
    assert found.locator("#q").input_value() == "mekong busan 2019"
    found.evaluate("location.hash = 'id=mkcf'")
    found.wait_for_selector("article.card")
    found.locator("#q").press_sequentially("x")
    found.go_back()
    found.wait_for_timeout(400)
    assert "q=mekong+busan+2019" in found.url
    assert found.locator("#q").input_value() == "mekong busan 2019"
    made.context.close()


@pytest.mark.parametrize("wait", [0, 60, 110, 200])
@pytest.mark.parametrize(("link", "said"), [(".language", "busan"), ("nav a >> text=Tables", ""), (".brand", "")])
def test_a_link_right_after_a_letter_leaves_the_box_and_the_address_one(
    link: str, said: str, wait: int, browser: Any, file: Path
) -> None:
    made = Opened(browser, file)
    found = made.go("q=busa")
    found.focus("#q")
    found.keyboard.press("End")
    found.keyboard.type("n")
    found.wait_for_timeout(wait)
    found.locator(link).click()
    found.wait_for_timeout(500)
    assert found.locator("#q").input_value() == said
    assert re.findall("q=([^&]*)", found.url) == ([said] if said else [])
    assert ("lang=ko" in found.url) == (link == ".language")
    made.context.close()


@pytest.mark.parametrize(
    ("first", "then", "box"),
    [
        ("id=akcf", "view=tables&table=meetings", "#filter-since"),
        ("", "q=summit", "#filter-until"),
        ("view=tables&table=countries", "view=pictures&picture=timeline", "#picture-from"),
    ],
)
def test_who_goes_back_from_a_year_that_waits_is_where_they_were(
    first: str, then: str, box: str, browser: Any, file: Path
) -> None:
    made = Opened(browser, file)
    found = made.go(first)
    before = found.url
    found.evaluate("then => { location.hash = then; }", then)
    found.locator(box).fill("")
    found.locator(box).press_sequentially("2019")
    found.go_back()
    found.wait_for_timeout(400)
    assert found.url.rstrip("#") == before.rstrip("#") and found.locator("main .unused").count() == 0
    found.go_forward()
    found.wait_for_timeout(400)
    assert found.url.endswith(then)
    made.context.close()


@pytest.mark.parametrize(
    ("view", "box", "typed", "asked"),
    [
        ("view=tables&table=meetings", "#filter-country", "viet", "country=VNM"),
        ("view=tables&table=meetings", "#filter-country", "lao", "country=LAO"),
        ("view=tables&table=meetings", "#filter-country", "phil", "country=PHL"),
        ("view=tables&table=meetings", "#filter-framework", "mek", "framework=mekong"),
        ("view=pictures&picture=contributions", "#filter-framework", "mek", "framework=mekong"),
        ("q=summit", "#filter-table", "doc", "table=documents"),
    ],
)
def test_a_choice_of_a_list_is_named_by_the_keys(
    view: str, box: str, typed: str, asked: str, browser: Any, file: Path
) -> None:
    made = Opened(browser, file)
    found = made.go(view)
    found.locator(box).focus()
    found.keyboard.type(typed, delay=120)
    found.wait_for_timeout(1400)
    assert asked in found.url
    assert found.locator(box).input_value() == asked.partition("=")[2]
    assert found.evaluate("document.activeElement.id") == box[1:]
    assert found.locator("main .clear").count() == 1
    made.context.close()


@pytest.mark.parametrize(
    ("view", "choice", "typed", "box", "then", "asked"),
    [
        ("view=tables&table=meetings", "#filter-country", "viet", "#filter-since", "2019", "country=VNM&since=2019"),
        ("q=summit", "#filter-country", "indo", "#filter-since", "2019", "country=IDN&since=2019"),
        ("view=pictures&picture=figures", "#picture-measured", "visi", "#picture-measured", "", "measured=visitors"),
        ("view=tables&table=meetings", "#jump", "docu", "#jump", "", "table=documents"),
    ],
)
def test_who_types_on_after_a_choice_loses_no_letter(
    view: str, choice: str, typed: str, box: str, then: str, asked: str, browser: Any, file: Path
) -> None:
    made = Opened(browser, file, viewport={"width": 600, "height": 800})
    found = made.go(view)
    found.locator(choice).focus()
    found.keyboard.type(typed, delay=120)
    if then:
        found.keyboard.press("Tab")
        found.keyboard.type(then, delay=280)
        found.keyboard.press("Enter")
    found.wait_for_function("part => location.hash.includes(part)", arg=asked)
    found.wait_for_timeout(200)
    assert found.locator(box).input_value() == (then or asked.partition("=")[2])
    assert found.evaluate("document.activeElement.id") == box[1:]
    made.context.close()


def test_colours_are_named_by_the_keys(browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("")
    found.locator("#theme").focus()
    found.keyboard.type("dark", delay=120)
    assert found.evaluate("document.documentElement.dataset.theme") == "dark"
    assert found.evaluate("document.activeElement.id") == "theme"
    made.context.close()


@pytest.mark.parametrize(
    ("link", "then"),
    [("tbody a >> nth=0", "id="), (".tables a >> text=Documents", "since=2019"), (".language", "since=2019")],
)
def test_a_link_that_leaves_a_box_of_time_opens_beside_it(link: str, then: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("view=tables&table=meetings")
    found.locator("#filter-since").click()
    found.keyboard.type("2019")
    with made.context.expect_page(timeout=5_000) as beside:
        found.locator(link).first.click(button="middle", delay=90)
    assert "2019" in found.url and then in beside.value.url != found.url
    made.context.close()


@pytest.mark.parametrize("link", [".tables a >> text=Documents", ".language"])
def test_a_link_that_is_dragged_has_the_year_that_was_typed(link: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("view=tables&table=meetings")
    found.evaluate(
        "() => addEventListener('dragstart', (event) => (window.dragged = event.dataTransfer.getData('text/uri-list')))"
    )
    found.locator("#filter-since").click()
    found.keyboard.type("2019")
    at = found.locator(link).first.bounding_box()
    found.mouse.move(at["x"] + 5, at["y"] + 5)
    found.mouse.down()
    found.mouse.move(at["x"] + 60, at["y"] + 60, steps=8)
    found.wait_for_function("() => window.dragged")
    assert "since=2019" in found.evaluate("window.dragged")
    found.mouse.up()
    made.context.close()


@pytest.mark.parametrize(
    "view",
    ["view=tables&table=meetings", "q=busan", "view=pictures&picture=contributions", "view=pictures&picture=series"],
)
def test_the_keyboard_goes_on_behind_a_box_of_time(view: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go(view)
    found.locator("#filter-until").focus()
    found.keyboard.type("2022")
    found.keyboard.press("Tab")
    found.wait_for_function("location.hash.includes('until=2022')")
    found.wait_for_timeout(200)
    assert found.evaluate("document.activeElement.closest('main') !== null")
    made.context.close()


def test_a_list_of_choices_stays_open_over_a_year_that_waits(browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("view=tables&table=meetings")
    found.evaluate("window.list = document.getElementById('filter-country')")
    found.locator("#filter-since").click()
    found.keyboard.type("2019")
    found.locator("#filter-country").click()
    found.wait_for_function("location.hash.includes('since=2019')")
    found.wait_for_timeout(200)
    assert found.evaluate("window.list === document.getElementById('filter-country') && window.list.isConnected")
    assert found.locator("#filter-since").input_value() == "2019"
    made.context.close()


def test_a_table_below_a_picture_stays_open(browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("view=pictures&picture=members")
    found.locator(".picture-table summary").click()
    assert found.locator(".picture-table[open]").count() == 1
    found.set_viewport_size({"width": 1000, "height": 700})
    found.wait_for_timeout(400)
    assert found.locator(".picture-table[open]").count() == 1
    for name in ("beforeprint", "afterprint"):
        rows = "document.querySelectorAll('.picture-table[open] tbody tr').length"
        assert found.evaluate(f"name => {{ dispatchEvent(new Event(name)); return {rows}; }}", name) > 50, name
    made.context.close()


@pytest.mark.parametrize("box", ["#filter-until", "#picture-to"])
def test_a_table_below_a_picture_opens_while_a_year_waits(box: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go(f"view=pictures&picture={'timeline' if 'picture' in box else 'contributions'}")
    found.locator(box).fill("")
    found.keyboard.type("2016")
    found.locator(".picture-table summary").click(delay=90)
    found.wait_for_function("location.hash.includes('until=2016')")
    found.wait_for_timeout(200)
    assert found.locator(".picture-table[open] tbody tr").count() > 5
    made.context.close()


@pytest.mark.parametrize(
    ("view", "list_", "choice"),
    [
        ("view=tables&table=meetings", "#theme", "dark"),
        ("view=tables&table=meetings&framework=mekong", "#filter-framework", "apt"),
        ("view=pictures&picture=figures&measured=visitors", "#picture-measured", "exports"),
    ],
)
def test_who_comes_back_from_elsewhere_finds_lists_that_say_what_is_drawn(
    view: str, list_: str, choice: str, browser: Any, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.html"
    other.write_text("<p>elsewhere")
    page = browser.new_page()
    page.goto(f"{file.as_uri()}#{view}")
    page.wait_for_selector("main h1", state="attached")
    drawn = page.locator(list_).input_value()
    page.locator(list_).select_option(choice)
    page.wait_for_timeout(200)
    page.goto(other.as_uri())
    back = 1 if list_ == "#theme" else 2
    page.evaluate("back => void setTimeout(() => history.go(-back))", back)
    page.wait_for_url(f"{file.as_uri()}*")
    page.wait_for_selector("main h1", state="attached")
    page.wait_for_timeout(300)
    assert page.url.endswith(view) and page.locator(list_).input_value() == drawn
    page.close()


def test_the_box_says_what_the_address_asks_for(browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("q=akcf")
    found.fill("#q", "busan")
    found.wait_for_function("() => location.hash.includes('busan')")
    found.evaluate("location.hash = 'q=mekong'")
    found.wait_for_function("() => document.title.includes('mekong')")
    assert found.locator("#q").input_value() == "mekong"
    found.evaluate("location.hash = ''")
    found.wait_for_selector(".welcome")
    assert found.locator("#q").input_value() == ""
    made.context.close()


def test_filters_are_in_the_address_and_survive_a_reload(opened: Opened) -> None:
    found = opened.go("view=tables&table=meetings")
    whole = found.locator("main tbody tr").count()
    found.select_option("#filter-framework", "mekong")
    fewer = "count => document.querySelectorAll('main tbody tr').length < count"
    found.wait_for_function(fewer, arg=whole)
    of_mekong = found.locator("main tbody tr").count()
    found.fill("#filter-since", "2019")
    found.keyboard.press("Enter")
    found.wait_for_function(fewer, arg=of_mekong)
    assert "since=2019" in found.evaluate("location.hash")
    rows = found.locator("main tbody tr").all_text_contents()
    assert 0 < len(rows) < whole
    found.reload()
    found.wait_for_selector("main tbody tr")
    assert found.locator("main tbody tr").all_text_contents() == rows
    assert found.locator("#filter-framework").input_value() == "mekong"
    assert found.locator("#filter-since").input_value() == "2019"
    expected = [
        row for row in store.table("meetings") if "mekong" in row["frameworks"] and (row["date"] or "") >= "2019"
    ]
    assert len(rows) == len(expected)


def test_filters_that_a_table_has_not_leave_nothing_behind(opened: Opened) -> None:
    found = opened.go("")
    for name in found.evaluate("archive.shown()"):
        form = opened.go(f"view=tables&table={name}").locator("form.filters")
        assert form.evaluate("form => [...form.childNodes].filter((each) => each.nodeType === 3).length") == 0, name


PARTS = ("framework", "country", "since", "until")
"""The filters in the address of a table."""


def test_a_filter_that_the_command_of_a_table_has_not_filters_nothing_and_is_told(opened: Opened) -> None:
    options = {command: filters.split(" ") for command, _, _, filters, *_ in store.commands()}
    values = {"framework": "mekong", "country": "LAO", "since": "2019", "until": "2020"}
    for name in opened.go("").evaluate("archive.tables"):
        found = opened.go(f"view=tables&table={name}")
        offered = {part for part in PARTS if found.locator(f"#filter-{part}").count()}
        if name in options and name != "offices":  # the command lists their holders
            assert offered >= {*PARTS} & {*options[name]}, name
        for part, value in values.items():
            main = opened.go(f"view=tables&table={name}&{part}={value}").locator("main")
            told = main.locator(".unused").all_text_contents()
            said = main.locator(".actions .said").text_content()
            if part in offered:
                assert told == [], (name, part)
            else:
                assert len(told) == 1 and told[0].startswith("Not a filter of this table: "), (name, part)
                assert said == f"{len(store.table(name)):,} rows", (name, part)


def test_a_filter_that_the_next_table_has_not_is_dropped(browser: Any, file: Path) -> None:
    for width in (390, 1280):
        made = Opened(browser, file, viewport={"width": width, "height": 844})
        for name, kept in (("statistics", "since=2019"), ("meetings", "country=LAO&since=2019"), ("glossary", "")):
            found = made.go("view=tables&table=timeline&country=LAO&since=2019")
            if width == 390:
                found.select_option("#jump", name)
            else:
                found.locator(f".tables a[href*='table={name}']").click()
            found.wait_for_function("name => location.hash.includes(`table=${name}`)", arg=name)
            assert "&".join(re.findall("(?:country|since)=[^&]*", found.url)) == kept, (width, name)
            assert found.locator(".unused").count() == 0
        made.context.close()


@pytest.mark.parametrize(
    ("view", "added", "told"),
    [
        ("view=tables&table=timeline", "since=abc", "Not a date: From (abc); write 2019, 2019-11 or 2019-11-25."),
        (
            "view=tables&table=timeline",
            "since=2019-02-30",
            "Not a date: From (2019-02-30); write 2019, 2019-11 or 2019-11-25.",
        ),
        ("view=tables&table=timeline", "until=2019/..", "Not a date: To (2019/..); write 2019, 2019-11 or 2019-11-25."),
        ("view=tables&table=timeline", "country=XXX", "Not understood: Country (XXX)"),
        ("view=tables&table=timeline", "framework=nowhere", "Not understood: Framework (nowhere)"),
        ("view=tables", "table=nonsense", "Not understood: Table (nonsense)"),
        (
            "view=tables&table=glossary",
            "framework=mekong",
            "Not a filter of this table: Framework (Mekong-ROK Cooperation)",
        ),
        ("view=tables&table=meetings", "since=2020&until=2010", "No time lies between these: From (2020), To (2010)"),
        (
            "view=tables&table=meetings",
            "since=2019/2020",
            "Not a date: From (2019/2020); write 2019, 2019-11 or 2019-11-25.",
        ),
        ("q=busan", "until=2018/2020", "Not a date: To (2018/2020); write 2019, 2019-11 or 2019-11-25."),
        ("view=tables&table=meetings", "q=akcf", "Of no effect here: q=akcf"),
        ("view=tables&table=meetings", "sort=nonsense", "Not understood: sort=nonsense"),
        ("view=tables&table=meetings", "picture=members", "Of no effect here: picture=members"),
        ("view=pictures&picture=contributions", "country=LAO", "Not a filter of this view: Country (Lao PDR)"),
        ("view=pictures&picture=members", "since=2019", "Not a filter of this view: From (2019)"),
        ("view=pictures&picture=members", "table=meetings", "Not a filter of this view: Table (Meetings)"),
        ("view=pictures&picture=timeline", "framework=nowhere", "Not understood: Framework (nowhere)"),
        ("view=pictures&picture=series", "since=2019-11-25", "Only years are understood here: From (2019-11-25)"),
        (
            "view=pictures&picture=series",
            "since=2020&until=2010",
            "No time lies between these: From (2020), To (2010)",
        ),
        ("view=pictures", "picture=nonsense", "Not understood: picture=nonsense"),
        ("q=mekong", "country=XXX", "Not understood: Country (XXX)"),
        ("q=mekong", "table=timeline", "Not a filter of this view: Table (Timeline)"),
        ("q=mekong", "sort=date", "Of no effect here: sort=date"),
        ("q=mekong", "q=akcf", "Not understood: q=akcf"),
        ("q=mekong", "limit=3", "Not understood: limit=3"),
        ("", "table=timeline", "Not a filter of this view: Table (Timeline)"),
        ("", "framework=nowhere", "Not understood: Framework (nowhere)"),
        ("", "view=nonsense", "Not understood: view=nonsense"),
        ("", "lang=fr", "Not understood: lang=fr"),
        ("view=about", "country=LAO", "Not a filter of this view: Country (Lao PDR)"),
        ("id=akcf", "since=2019", "Not a filter of this view: From (2019)"),
        ("id=nowhere", "sort=date", "Of no effect here: sort=date"),
        ("view=tables&table=statistics&lang=ko", "country=LAO", "이 표에 없는 조건: 국가 (라오스)"),
        (
            "view=tables&table=timeline&lang=ko",
            "since=abc",
            "날짜가 아님: 부터 (abc). 2019, 2019-11, 2019-11-25와 같이 씁니다.",
        ),
    ],
)
def test_what_an_address_names_that_does_nothing_is_told(opened: Opened, view: str, added: str, told: str) -> None:
    found = opened.go(f"{view}&{added}")
    assert found.locator("main .unused").all_text_contents() == [told]
    shown = found.locator("main").text_content()
    clear = "지우기" if "lang=ko" in view else "Clear"
    assert shown.replace(told, "").replace(clear, "") == opened.go(view).locator("main").text_content()
    assert "abc–" not in shown


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("Nov 2019", "2019-11"), ("25 November 2019", "2019-11-25"), ("2019년 11월", "2019-11"), (" 2019 ", "2019")],
)
def test_a_box_of_time_understands_what_a_search_does(opened: Opened, typed: str, asked: str) -> None:
    found = opened.go("view=tables&table=timeline")
    found.fill("#filter-since", typed)
    found.keyboard.press("Enter")
    found.wait_for_function("asked => location.hash.endsWith(`since=${asked}`)", arg=asked)
    assert found.locator("#filter-since").input_value() == asked and found.locator("main .unused").count() == 0


@pytest.mark.parametrize(
    "typed", ["soon", "2019..2021", "2019/2020", "2019-11-25 to 2020", "2019-11-255", "31 November 2019"]
)
def test_a_time_that_is_none_is_told_whatever_is_pressed_next(opened: Opened, typed: str) -> None:
    found = opened.go("view=tables&table=timeline")
    found.fill("#filter-since", typed)
    found.locator("thead button").nth(1).click()
    found.wait_for_selector("thead th[aria-sort]")
    told = f"Not a date: From ({typed}); write 2019, 2019-11 or 2019-11-25."
    assert found.locator("main .unused").inner_text() == told
    assert found.locator("#filter-since").input_value() == typed


def test_who_sorts_by_the_keyboard_stays_at_the_heading(opened: Opened) -> None:
    found = opened.go("view=tables&table=meetings")
    found.locator("thead button").nth(1).focus()
    for way in ("ascending", "descending"):
        found.keyboard.press("Enter")
        found.wait_for_selector(f"thead th[aria-sort={way}]")
        assert found.evaluate("document.activeElement.closest('th').ariaSort") == way


def test_blanks_alone_are_no_search(opened: Opened) -> None:
    start = opened.go("").locator("main").inner_text()
    assert opened.go("q=%20%20").locator("main").inner_text() == start


def test_the_timeline_holds_what_lasts_into_its_years(opened: Opened, program: Program) -> None:
    for since, until in (("2019", "2019"), ("2015", "2015"), ("2024", "2030"), ("1949", "1990")):
        found = opened.go(f"view=pictures&picture=timeline&since={since}&until={until}").locator("main")
        told = program("timeline", "--since", since, "--until", until, "-q").stdout.splitlines()
        marks = found.locator(".picture-mark").evaluate_all("all => all.map((each) => each.dataset.id)")
        assert {*marks} == {*told}, since


def test_a_mark_of_a_picture_leads_to_a_card_without_its_filters(opened: Opened) -> None:
    found = opened.go("view=pictures&picture=timeline&since=2019&until=2019")
    id = found.locator(".picture-mark").first.get_attribute("data-id")
    found.locator(".picture-mark").first.dispatch_event("click")
    found.wait_for_function("id => location.hash.includes(`id=${id}`)", arg=id)
    assert found.locator("main .unused").count() == 0 and "since" not in found.url
    found = opened.go("view=pictures&picture=timeline&since=2019&until=2019")
    box = found.locator("#picture-to")
    box.fill("0")
    box.dispatch_event("change")
    assert "until=2019" in found.url and box.evaluate("box => box.validationMessage") != ""


@pytest.mark.parametrize("part", ["data", "texts"])
def test_a_damaged_page_shows_its_plain_tables(part: str, browser: Any, file: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.html"
    begin, mark, rest = file.read_text(encoding="utf-8").partition(f'id="{part}"')
    content, end, last = rest.partition("</script>")
    damaged.write_text(f"{begin}{mark}{content[: len(content) // 2]}{end}{last}", encoding="utf-8")
    made = browser.new_page()
    made.goto(damaged.as_uri())
    made.wait_for_timeout(1500)
    assert made.locator("table").count() > 10 and "1st ASEAN-ROK Summit" in made.locator("body").inner_text()
    assert "damaged" in made.get_by_role("alert").inner_text()
    made.close()


@pytest.mark.parametrize("part", ["<li>", "<tr>"])
def test_a_row_that_stands_twice_is_damage(part: str, browser: Any, file: Path, tmp_path: Path) -> None:
    content = file.read_text(encoding="utf-8")
    begin = content.index(part, content.index('id="sources"' if part == "<li>" else 'id="meetings"') + 5_000)
    end = content.index(part, begin + 1)
    (tmp_path / "twice.html").write_text(content[:end] + content[begin:], encoding="utf-8")
    made = browser.new_page()
    made.goto(f"{(tmp_path / 'twice.html').as_uri()}#id=asean-rok-summit-20")
    made.wait_for_selector("[role=alert]")
    assert "damaged" in made.get_by_role("alert").inner_text()
    made.close()


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(
    "id", ["admm-plus-cyber-co-chair-end", "mkcf-founding", "staff-rok-mission-to-asean-earlier", "trade-2021-rounding"]
)
def test_what_a_card_is_about_has_the_marks_of_the_command(
    id: str, lang: str, opened: Opened, program: Program
) -> None:
    heading, marks = {"en": ("About", ("sources differ", "worked out here")), "ko": ("대상", ("이견", "추산"))}[lang]
    (line,) = re.findall(f"^{heading} .*", program("show", id, "--lang", lang).stdout, re.MULTILINE)
    told = [("disputed", "이견"), ("derived", "추산")]
    found = opened.go(f"id={id}&lang={lang}").locator(f"main dl div:has(dt:text-is('{heading}')) dd").inner_text()
    assert [mark in found for mark in marks] == [any(f"[{word}]" in line for word in words) for words in told]


def test_what_is_copied_from_the_lists_of_a_card_is_not_glued(opened: Opened) -> None:
    found = opened.go("id=mofa-asean-overview")
    texts = found.locator(".items li:has(.aside)").evaluate_all("all => all.map((each) => each.textContent)")
    links = found.locator(".items li:has(.aside) > a:first-child").evaluate_all("all => all.map((a) => a.textContent)")
    assert links and all(text.startswith(f"{link} ") for link, text in zip(links, texts, strict=True))


def test_damage_that_is_met_after_the_first_view_is_told(browser: Any, file: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.html"
    content = file.read_text(encoding="utf-8")
    begin, mark, rest = content.partition("<td>THA")
    assert mark
    damaged.write_text(f"{begin}<te>THA{rest}", encoding="utf-8")
    made = browser.new_page()
    made.goto(f"{damaged.as_uri()}#view=about")
    made.wait_for_selector("[role=alert]")  # its search is made ready while nobody waits
    assert "damaged" in made.get_by_role("alert").inner_text()
    assert made.locator("table").count() > 10 and "1st ASEAN-ROK Summit" in made.locator("body").inner_text()
    wrong: list[str] = []
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.locator("a[href='#meetings']").first.click()
    made.keyboard.press("/")
    made.wait_for_timeout(300)
    assert made.evaluate("scrollY") > 1000 and not wrong
    made.close()


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.8, 0.97, 0.9995])
def test_a_page_that_did_not_arrive_whole_shows_what_did(
    share: float, browser: Any, file: Path, tmp_path: Path
) -> None:
    content = file.read_bytes()
    (tmp_path / "cut.html").write_bytes(content[: int(share * len(content))])
    made = browser.new_page()
    made.goto((tmp_path / "cut.html").as_uri())
    made.wait_for_function("() => document.querySelector('[role=alert]')")
    assert "cut short" in made.get_by_role("alert").inner_text()
    assert made.locator("h1").inner_text() == "ASEAN and the Republic of Korea"
    assert made.locator("tbody tr, section li").count() > 100
    made.close()


def test_what_a_browser_saved_of_it_works(browser: Any, file: Path, tmp_path: Path) -> None:
    made = Opened(browser, file)
    saved = tmp_path / "saved.html"
    saved.write_text(made.go("view=tables&table=timeline").content(), encoding="utf-8")
    made.context.close()
    again = Opened(browser, saved)
    found = again.go("id=akcf")
    assert "ASEAN-ROK Cooperation Fund" in found.locator("main h1").text_content()
    assert found.locator("header.top").count() == found.locator("main").count() == 1
    found.fill("#q", "busan")
    found.wait_for_selector(".hits .hit")
    assert again.wrong == []
    again.context.close()


def test_filters_alone_find_all_that_passes_them(opened: Opened, program: Program) -> None:
    found = opened.go("framework=mekong&since=2019&until=2020&table=meetings").locator("main")
    wanted = json.loads(
        program("meetings", "--framework", "mekong", "--since", "2019", "--until", "2020", "--json").stdout
    )
    assert found.locator(".said").first.text_content() == f"{len(wanted)} records" and len(wanted) > 3
    assert {row["id"] for row in wanted} == {
        link.split("id=")[1].split("&")[0]
        for link in found.locator(".hit > a").evaluate_all("all => all.map((a) => a.href)")
    }


@pytest.mark.parametrize(("years", "shown"), [("until=1900", ["1900", "1900"]), ("since=2050", ["2050", "2050"])])
def test_the_timeline_shows_the_years_that_are_asked_for(opened: Opened, years: str, shown: list[str]) -> None:
    found = opened.go(f"view=pictures&picture=timeline&{years}").locator("main")
    assert found.locator(".picture-controls input").evaluate_all("all => all.map((box) => box.value)") == shown
    assert found.locator("tbody tr").count() == 0


@pytest.mark.parametrize(
    ("key", "asked", "then"),
    [
        ("#picture-farther", "since=2050&until=2060", "since=2045&until=2060"),
        ("#picture-later", "since=0001&until=9999", None),
        ("#picture-farther", "since=0001&until=9999", None),
        ("#picture-nearer", "since=0001&until=9999", "since=2501&until=7500"),
        ("#picture-nearer", "since=0500&until=0600", "since=0525&until=0575"),
    ],
)
def test_the_timeline_goes_no_farther_than_what_is_known_or_asked_for(
    key: str, asked: str, then: str | None, opened: Opened
) -> None:
    found = opened.go(f"view=pictures&picture=timeline&{asked}")
    button = found.locator(key)
    assert button.is_disabled() == (then is None)
    if then:
        button.click()
        found.wait_for_function("then => location.hash.includes(then)", arg=then)


def test_the_keys_ask_the_timeline_for_no_year_beyond_what_is_known(opened: Opened) -> None:
    found = opened.go("view=pictures&picture=timeline&since=0001&until=9999")
    found.locator("#main .picture-mark[tabindex='0']").focus()
    found.keyboard.press("PageDown")
    found.wait_for_timeout(200)
    assert "until=9999" in found.url


@pytest.mark.parametrize(
    ("years", "key"), [("since=2019&until=2019", "+"), ("since=1900&until=1990", "PageUp"), ("", "PageDown")]
)
def test_a_key_that_changes_nothing_takes_the_keyboard_nowhere(years: str, key: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file, viewport={"width": 1200, "height": 800})
    found = made.go(f"view=pictures&picture=timeline&{years}")
    found.locator("#main .picture-mark[tabindex='0']").focus()
    for _ in range(2):  # the first writes the address in its shortest
        found.keyboard.press(key)
        found.wait_for_timeout(200)
    found.locator("#q").click()
    found.set_viewport_size({"width": 1000, "height": 800})
    found.wait_for_timeout(200)
    assert found.evaluate("document.activeElement.id") == "q"
    made.context.close()


def test_the_keys_go_on_in_years_without_an_act(browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("view=pictures&picture=timeline&framework=mekong&since=2010&until=2010")
    found.locator("#main .picture-mark[tabindex='0']").focus()
    found.keyboard.press("PageUp")
    found.wait_for_function("() => location.hash.includes('until=2009') && !document.querySelector('.picture-mark')")
    for _ in range(9):
        if found.evaluate("document.activeElement.id") == "picture-later":
            break
        found.keyboard.press("Tab")
    found.keyboard.press("Enter")
    found.wait_for_selector(".picture-mark")
    made.context.close()


def test_what_is_said_aloud_is_of_the_view_that_is_shown(opened: Opened) -> None:
    status = opened.go("q=busan").locator("[role=status]")
    assert any(map(str.isdigit, status.text_content()))
    for view in ("view=about", "id=akcf", "view=pictures&picture=timeline"):
        opened.go("q=busan")
        assert opened.go(view).locator("[role=status]").text_content() == ""


def test_a_picture_beside_a_card_is_told(opened: Opened) -> None:
    assert "picture=series" in opened.go("id=akcf&picture=series").locator("main .unused").inner_text()
    assert opened.go("id=akcf&table=funds").locator("main .unused").count() == 0


@pytest.mark.parametrize("end", ["%0A", "%0D", "%0D%0A"])
def test_what_an_address_asks_for_is_one_line(end: str, opened: Opened) -> None:
    found = opened.go(f"q=akcf{end}summit")
    assert found.locator("#q").input_value() == "akcf summit"
    assert found.locator(".hit").count() > 3


@pytest.mark.parametrize("address", ["view=pictures&picture=timeline", "view=tables&table=meetings", "q=busan"])
def test_years_are_typed_with_the_keys_alone(address: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go(address)
    boxes = found.locator("#picture-from" if "timeline" in address else "#filter-since")
    boxes.click(click_count=3)
    for key in ("2", "0", "1", "0", "Tab", "2", "0", "1", "5", "Enter"):
        found.keyboard.press(key)
        found.wait_for_timeout(60)
    found.wait_for_function("() => location.hash.includes('until=2015')")
    assert "since=2010" in found.url
    made.context.close()


@pytest.mark.parametrize(
    ("target", "shows"),
    [
        ("thead th:nth-child(2) button", "sort="),
        ("tbody a >> nth=0", "id="),
        ("nav >> text=Pictures", "view=pictures"),
        (".language", "lang=ko"),
        (".tables a >> text=Documents", "table=documents"),
    ],
)
def test_a_click_that_leaves_a_box_of_time_is_carried_out(target: str, shows: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("view=tables&table=meetings")
    found.locator("#filter-since").click()
    found.keyboard.type("2019")
    found.locator(target).first.click(delay=90)
    found.wait_for_function("part => location.hash.includes(part)", arg=shows)
    found.wait_for_timeout(200)
    if shows not in ("id=", "view=pictures"):
        assert "since=2019" in found.url
        assert found.locator("#filter-since").input_value() == "2019"
        assert " of " in found.locator(".actions .said").text_content() or "중" in found.locator("main").text_content()
    made.context.close()


@pytest.mark.parametrize(
    ("target", "shows"),
    [("thead th:nth-child(2) button", "sort="), (".language", "lang=ko"), (".tables a >> text=Documents", "documents")],
)
def test_a_tap_that_leaves_a_box_of_time_keeps_it(target: str, shows: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file, has_touch=True)
    found = made.go("view=tables&table=meetings&framework=mekong")
    found.locator("#filter-since").tap()
    found.keyboard.type("2015")
    found.locator(target).first.tap()
    found.wait_for_function("part => location.hash.includes(part)", arg=shows)
    found.wait_for_timeout(200)
    assert "since=2015" in found.url and "framework=mekong" in found.url
    assert found.locator("#filter-since").input_value() == "2015"
    made.context.close()


@pytest.mark.parametrize("held", [0, 150])
@pytest.mark.parametrize("button", ["nearer", "farther", "earlier", "later"])
def test_a_button_of_the_timeline_goes_on_from_the_year_that_was_typed(
    button: str, held: int, browser: Any, file: Path
) -> None:
    made = Opened(browser, file)
    asked = []
    for key in ("Enter", ""):
        found = made.go("view=pictures&picture=timeline&since=2005&until=2020")
        found.locator("#picture-from").click(click_count=3)
        found.keyboard.type("2015")
        if key:
            found.keyboard.press(key)
            found.wait_for_function("() => location.hash.includes('2015')")
        found.locator(f"#picture-{button}").click(delay=held)
        found.wait_for_timeout(300)
        asked.append(found.url.partition("#")[2])
    assert asked[0] == asked[1] != "view=pictures&picture=timeline&since=2015&until=2020"
    made.context.close()


def test_the_keys_go_on_where_they_are(browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("view=pictures&picture=timeline&since=2000&until=2011")
    found.locator("#main .picture-mark[tabindex='0']").focus()
    for key in ("PageUp", "PageUp", "0"):
        before = found.url
        found.keyboard.press(key)
        found.wait_for_function("before => location.href !== before", arg=before)
        found.wait_for_timeout(150)
        assert found.evaluate("document.activeElement.classList.contains('picture-mark')"), key
    for address, box in (("view=pictures&picture=timeline", "#picture-to"), ("q=busan&since=2010", "#filter-until")):
        found = made.go(address)
        found.locator(box).focus()
        found.keyboard.press("Control+a")
        found.keyboard.type("2016")
        found.keyboard.press("Tab")
        found.wait_for_function("() => location.hash.includes('until=2016')")
        found.wait_for_timeout(150)
        assert found.evaluate("document.activeElement.tagName") == "BUTTON", address
    made.context.close()


@pytest.mark.parametrize("held", [0, 200])
def test_a_button_that_is_pressed_after_a_time_was_typed_does_what_it_says_of_it(
    held: int, browser: Any, file: Path
) -> None:
    made = Opened(browser, file)
    made.context.grant_permissions(["clipboard-read", "clipboard-write"])
    since = sum((row["date"] or "0") >= "2019" for row in store.table("meetings"))
    for button in ("Copy as table", "Show all"):
        found = made.go("view=tables&table=meetings&since=2018")
        found.locator("#filter-since").fill("")
        found.keyboard.type("2019")
        found.locator("main button", has_text=button).first.click(delay=held)
        found.wait_for_timeout(300)
        assert "since=2019" in found.url and f"{since} of " in found.locator(".actions .said").text_content()
        if button == "Show all":
            assert found.locator("tbody tr").count() == since
        else:
            assert found.evaluate("navigator.clipboard.readText()").count("\n") == since + 1
    made.context.close()


def test_what_is_measured_is_a_part_of_the_address(browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("view=pictures&picture=figures")
    found.locator("#picture-measured").focus()
    found.locator("#picture-measured").select_option("visitors")
    found.wait_for_function("() => location.hash.includes('measured=visitors')")
    assert found.locator(".picture-summary").text_content().startswith("Visitors.")
    assert found.evaluate("document.activeElement.id") == "picture-measured"
    found.reload()
    found.wait_for_selector(".picture-summary")
    assert found.locator(".picture-summary").text_content().startswith("Visitors.")
    found = made.go("view=pictures&picture=figures&measured=visitors&framework=bimp-eaga")
    assert "Nothing is recorded for this choice." in found.locator("main").text_content()
    assert found.locator("#picture-measured").input_value() == "visitors"
    assert "measured=joy" in made.go("view=pictures&picture=figures&measured=joy").locator(".unused").text_content()
    told = made.go("view=pictures&picture=series&measured=visitors").locator(".unused").text_content()
    assert told == "Of no effect here: measured=visitors"
    made.context.close()


@pytest.mark.parametrize("picture", ["contributions", "figures", "series"])
def test_a_picture_shows_its_filters_and_names_them_on_paper(picture: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go(f"view=pictures&picture={picture}&framework=apt&since=2015&until=2020")
    assert [found.locator(f"#filter-{each}").input_value() for each in ("framework", "since", "until")] == [
        "apt", "2015", "2020",
    ]  # fmt: skip
    found.emulate_media(media="print")
    assert found.locator("main p.paper").inner_text() == "Framework (ASEAN Plus Three), From (2015), To (2020)"
    made.context.close()


@pytest.mark.parametrize("picture", ["timeline", "contributions", "figures", "series"])
def test_a_link_of_a_picture_is_a_link(picture: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go(f"view=pictures&picture={picture}&lang=ko")
    found.locator("details summary").last.click()
    link = found.locator("details table a").first
    with made.context.expect_page() as opening:
        link.click(modifiers=["Control"])
    opening.value.wait_for_selector("article.card")
    assert "lang=ko" in opening.value.url and "view=pictures" in found.url
    link.click()
    found.wait_for_selector("article.card")
    assert "lang=ko" in found.url
    made.context.close()


@pytest.mark.parametrize(("query", "letter"), [("busan ㄱ", "ㄱ"), ("근거ㄱ", "ㄱ"), ("busan -ㅎ", "ㅎ")])
def test_a_letter_that_is_typed_alone_is_told_as_it_was_typed(query: str, letter: str, opened: Opened) -> None:
    told = opened.go(f"q={quote(query)}").locator("main").text_content()
    assert letter in told and not any("\u1100" <= each <= "\u11ff" for each in told)


def test_a_picture_of_ten_thousand_years_is_no_longer_than_what_is_recorded(opened: Opened) -> None:
    found = opened.go("view=pictures&picture=series&since=0001&until=9999")
    assert found.evaluate("document.querySelectorAll('*').length") < 20_000


@pytest.mark.parametrize(
    ("lang", "worked", "differ"), [("en", "worked out here", "sources differ"), ("ko", "추산", "이견")]
)
def test_a_card_marks_what_is_doubtful_of_others_though_their_names_tell_it(
    lang: str, worked: str, differ: str, browser: Any, file: Path
) -> None:
    made = Opened(browser, file)
    doubtful = {row["id"]: (row["derived"], row["disputed"]) for row in store.table("index")}
    relations = [
        row
        for row in store.table("relations")
        if not row["date"] and row["relation"] == "see also" and any("date" in each for each in doubtful[row["to"]])
    ]
    assert len(relations) > 100
    for row in relations[::20]:
        found = made.go(f"id={row['id']}&lang={lang}")
        while found.locator("article.card ul.items + button.more").count():
            found.locator("article.card ul.items + button.more").first.click()
        lines = found.locator("article.card ul.items li").evaluate_all(
            "all => all.map((li) => [(/\\bid=([^&]+)/.exec(li.querySelector('a')?.hash) || [])[1], li.textContent])"
        )
        said = " ".join(text for id, text in lines if id == row["to"])
        derived, disputed = doubtful[row["to"]]
        assert ("date" in derived) <= (worked in said) and ("date" in disputed) <= (differ in said), (row, said)
    made.context.close()


@pytest.mark.parametrize("table", [table.name for table in schema.tables()])
def test_the_first_link_of_a_row_leads_to_what_it_is_about(table: str, opened: Opened) -> None:
    found = opened.go(f"view=tables&table={table}")
    assert found.evaluate("document.querySelectorAll('a a').length") == 0
    rows = found.locator("tbody tr").evaluate_all(
        "rows => rows.slice(0, 20).map((row) => (row.querySelector('th a') || {hash: ''}).hash)"
    )
    ids = [str(parse_qs(each[1:]).get("id", [""])[0]) for each in rows]
    key = schema.table(table).key
    own = {str(row[key]) for row in store.table(table)}
    if table not in ("members", "coverage"):
        assert ids and set(ids) <= own, ids
    heads = found.locator("thead th").count()
    assert heads == found.locator("tbody tr").first.locator("th, td").count()


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_card_is_wider_than_its_paper(lang: str, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    longest = sorted(store.table("sources"), key=lambda row: -len(row["url"]))[:12]
    for row in longest:
        found = made.go(f"id={row['id']}&lang={lang}")
        for width, media in ((390, "screen"), (718, "print")):
            found.set_viewport_size({"width": width, "height": 900})
            found.emulate_media(media=media)
            assert found.evaluate("document.documentElement.scrollWidth") <= width, (row["id"], media)
        found.emulate_media(media="screen")
    made.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_hit_shows_all_that_it_says(width: int, browser: Any, file: Path) -> None:
    made = Opened(browser, file)
    found = made.go("q=cooperation+fund")
    found.set_viewport_size({"width": width, "height": 900})
    hidden = (
        "[...document.querySelectorAll('.hit p')].filter((each) => each.scrollHeight > each.clientHeight + 1).length"
    )
    assert found.locator(".hit p").count() > 20
    assert found.evaluate(hidden) == 0
    found.emulate_media(media="print")
    assert found.evaluate(hidden) == 0
    made.context.close()


def test_words_typed_beside_a_table_that_holds_no_records_are_looked_for_everywhere(opened: Opened) -> None:
    found = opened.go("view=tables&table=timeline&framework=mekong")
    found.fill("#q", "busan")
    found.wait_for_selector(".hits .hit")
    assert "table=" not in found.url and "framework=mekong" in found.url
    found = opened.go("view=tables&table=meetings")
    found.fill("#q", "busan")
    found.wait_for_selector(".hits .hit")
    assert "table=meetings" in found.url and found.locator("#filter-table").input_value() == "meetings"


def test_what_stands_before_the_hash_of_an_address_is_told(browser: Any, file: Path) -> None:
    made = browser.new_page()
    made.goto(f"{file.as_uri()}?q=akcf")
    made.wait_for_selector("main h1")
    assert made.locator("main .unused").all_text_contents() == ["Not understood: ?q=akcf"]
    made.close()


def test_a_card_is_found_by_its_id_in_capitals(opened: Opened) -> None:
    assert (
        opened.go("id=AKCF").locator("main h1").text_content() == opened.go("id=akcf").locator("main h1").text_content()
    )


def test_more_words_than_anybody_asks_in_are_refused(opened: Opened, program: Program) -> None:
    words = "mekong " * 101
    told = program("search", words).stderr.removeprefix("aseanrok: a").removesuffix("\n")
    assert opened.go(f"q={words}").locator("main .said").all_text_contents() == [f"A{told}."]


def test_nothing_is_cut_on_paper_and_it_says_how_many_are_shown(browser: Any, file: Path) -> None:
    made = Opened(browser, file, viewport={"width": 720, "height": 900})
    cut = "[...document.querySelectorAll('.rows')].filter((each) => each.scrollWidth > each.clientWidth + 1).length"
    shown = "getComputedStyle(document.querySelector('.more'), '::after').content"
    made.page.emulate_media(media="print")
    for view in ("view=tables&table=coverage", "id=apt-finance", "id=rok-ambassador-to-asean&lang=ko", "id=mekong"):
        assert made.go(view).evaluate(cut) == 0, view
    assert made.go("view=tables&table=meetings").evaluate(shown) == f'"150 of {len(store.table("meetings"))} shown"'
    found = made.go("q=asean&framework=asean-rok")
    assert found.evaluate(shown).startswith('"40 of ')
    assert found.locator("main h1").text_content() == "Search: asean"
    assert found.locator("main .paper").inner_text() == "Framework (ASEAN-ROK Dialogue Relations)"
    made.context.close()


def test_headings_sort_and_say_so(opened: Opened) -> None:
    found = opened.go("view=tables&table=sources")
    assert found.locator("main tbody tr").count() == 150
    found.locator("thead button", has_text="Facts").click()
    found.locator("thead button", has_text="Facts").click()
    found.wait_for_selector("thead th[aria-sort=descending]")
    most = max(row["facts"] for row in store.table("sources"))
    assert found.locator("main tbody tr").first.locator("td.number").text_content() == str(most)
    found.locator("button.more").click()
    assert found.locator("main tbody tr").count() == len(store.table("sources"))


def test_a_card_leads_to_the_meeting_before_and_after(opened: Opened) -> None:
    found = opened.go("id=mekong-rok-summit-2")
    assert [link.get_attribute("rel") for link in found.locator(".steps a[rel]").all()] == ["prev", "next"]
    found.locator(".steps a[rel=next]").click()
    found.wait_for_selector("article[data-id=mekong-rok-summit-3]")
    assert "(postponed)" in found.locator("main h1").text_content()


def test_a_card_names_its_sources_and_what_they_differ_on(opened: Opened) -> None:
    for conflict in store.table("conflicts")[:5]:
        text = opened.go(f"id={conflict['about']}").locator("article.card").inner_text()
        says = [each["says"] for each in store.table("statements") if each["conflict"] == conflict["id"]]
        assert conflict["question"] in text and all(said in text for said in says), conflict["id"]
    assert opened.go("id=akcf").locator(".sources a.outside[href^=http]").count() >= 2


ON_CARDS = """lang => archive.rows("index").map(({ id }) => {
    const card = cards.card(archive.row(id), lang);
    for (const more of card.querySelectorAll("button.more")) more.click();
    const texts = (element) => [...element.children].map((each) => each.textContent);
    const count = (part) => part.querySelectorAll("tbody tr, .items > li").length;
    return {
        facts: [...card.querySelectorAll(".facts > div")].map(texts),
        beside: [...card.querySelectorAll(":is(.note, .gap) strong")].map((each) => each.textContent),
        empty: [...card.querySelectorAll(".part > .said")].map((each) => each.textContent).join(),
        parts: [...card.querySelectorAll(".part")].map((part) => [part.querySelector("h2").textContent, count(part)]),
    };
})"""
"""Of every card: the facts, each with its heading; the headings of what stands beside them; the parts, and how long."""

MARKS = r" (sources differ|worked out here|worded here|이견|추산|자체 번역)"


def without_marks(said: str) -> str:
    """Return what a card says without what makes it doubtful, and without ids: the page has links."""
    return " ".join(re.sub(r" \[[^]]*\]", "", re.sub(MARKS, "", said)).split())


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_card_tells_every_fact_and_every_list_that_the_command_tells(opened: Opened, lang: str) -> None:
    found = opened.go(f"lang={lang}").evaluate(ON_CARDS, lang)
    today = opened.page.evaluate("dateforms.today()")
    index = store.table("index")
    heads = set()
    for row, on_page in zip(index, found, strict=True):
        table = schema.table(row["table"])
        told = card({**store.record(row["id"]), "table": row["table"]}, lang, today=today)
        # What a thing is called, its question and its notes stand under its name, and what is missing below.
        elsewhere = {table.fields[name].titled(lang) for name in table.fields if name.removesuffix("_ko") in CALLED}
        elsewhere.update(on_page["beside"])
        said = {(head, without_marks(value)) for head, value in on_page["facts"]}
        for head, value in told.facts:
            heads.add(head)
            assert head in elsewhere or (head, without_marks(value)) in said, row["id"]
        if row["table"] == "sources":
            continue  # what rests on them is one list
        said_last = " ".join(part.more for part in told.sections[-1:])
        assert on_page["empty"] == "".join(re.findall(EMPTY[lang], said_last)), row["id"]
        parts = {(without_marks(head).partition(" (")[0], count) for head, count in on_page["parts"]}
        for part in told.sections:
            rows = len(part.listing.rows) if part.listing else len(part.items)
            head = without_marks(part.heading).partition(" (")[0]
            heads.add(head)
            if head == schema.table("timeline").titled(lang):  # how many acts, with the way to them
                assert head in dict(parts), row["id"]
            else:
                rows -= ": " in head  # what is followed where sources differ stands below the list
                assert (head, rows) in parts, (row["id"], sorted(parts))
    assert heads >= {worded(each, lang) for each in ("Year before", "Not recorded", "Before", "After")}
    assert heads >= {worded("What took place there", lang), schema.table("documents").titled(lang)}


EMPTY = {"en": r"Not recorded here: [^.]*\.", "ko": r"여기에 기록 없음: [^.]*\."}

CALLED = ("name", "title", "question", "term")


def test_the_year_before_and_the_times_not_recorded_lead_on_and_say_whose_figures_they_are(opened: Opened) -> None:
    line = opened.go("id=companies-rok-in-asean-2018").locator(".facts > div", has_text="Year before")
    assert line.text_content() == "Year before2017: 1,134 companies; 13.6% more in 2018 worked out here"
    assert line.locator("a").get_attribute("href").endswith("id=companies-rok-in-asean-2017")
    line = opened.go("id=asean-chair&lang=ko").locator(".facts > div", has_text="기록 없음")
    assert line.text_content() == "기록 없음재임자(2000년~2001년 7월)"


def test_a_time_beside_a_record_of_a_framework_says_of_what_it_is(opened: Opened) -> None:
    for lang, said in (("en", "Agreed 25 July 2019"), ("ko", "합의 2019년 7월 25일")):
        named = opened.go(f"id=asean-rok&lang={lang}").locator("article li a[href*='=ammtc-rok']")
        assert named.locator("xpath=..").locator(".aside").all_text_contents() == [said]


def test_keys_are_explained_only_where_they_lead_to_a_mark(opened: Opened) -> None:
    found = opened.go("view=pictures&picture=figures&measured=areas")
    assert found.locator(".picture-mark").count() == found.locator(".picture-keys").count() == 0
    found = opened.go("view=pictures&picture=timeline&framework=mekong&since=1950&until=1960")
    hint = found.locator(".picture-hint").text_content()
    assert "Ctrl" not in hint and "outside" in hint
    found = opened.go("view=pictures&picture=timeline&framework=mekong")
    assert found.locator(".picture-keys").count() == 1 and "Ctrl" in found.locator(".picture-hint").text_content()


def test_a_sign_that_turns_letters_turns_none_of_the_page(opened: Opened) -> None:
    said = opened.go("q=%E2%80%AEzzqx").locator("main .said").all_text_contents()
    assert said == ["Nothing found for “\\u202ezzqx”."]


def test_the_members_of_a_framework_are_counted_without_who_stands_beside_it(opened: Opened) -> None:
    heads = opened.go("id=asean").locator("article h2").all_text_contents()
    assert [head for head in heads if head.startswith(("Members", "Dialogue", "Observers"))] == [
        "Members (11) sources differ sources differ sources differ", "Dialogue partners (11)", "Observers",
    ]  # fmt: skip


def test_the_card_of_a_country_tells_of_the_rok_what_the_command_tells(opened: Opened) -> None:
    for row in store.table("countries"):
        found = opened.go(f"id={row['id']}")
        sections = card({"table": "countries", **row}, whole_length=True).sections
        own = [each["id"] for part in sections if part.heading.startswith("With the ROK") for each in part.listing.rows]
        assert found.evaluate("code => parts.withRok(code).map((row) => row.id)", row["iso3"]) == own, row["id"]


ENGLISH = r"""() => {
    const twins = new Map(), headings = new Set(), found = {};
    const knows = (said, korean) => said && korean && said !== korean && twins.set(said, korean);
    for (const name of archive.tables) {
        for (const { name: field, words = {} } of archive.known(name).fields) {
            for (const [word, korean] of Object.entries(words)) if (word.length > 2) knows(word, korean);
            const hasTwin = Object.keys(words).length || archive.field(name, `${field}_ko`);
            if (hasTwin) headings.add(archive.title(name, field, "ko"));
        }
        for (const row of archive.rows(name))
            for (const [field, said] of Object.entries(row)) {
                const korean = row[`${field}_ko`] || [];
                if (Array.isArray(said)) said.forEach((each, at) => knows(each, korean[at]));
                else if (korean.length) knows(said, korean);
            }
    }
    for (const { title } of archive.rows("sources")) twins.delete(title);
    for (const { term } of archive.rows("glossary")) if (!term.includes(" ")) twins.delete(term);
    const isQuoted = (element) => {
        const cell = element.closest("td, dd");
        const heading = cell && (cell.dataset.title || cell.previousElementSibling.textContent);
        return element.closest("[lang=en], .aside, q, code") || (cell && !headings.has(heading));
    };
    const read = (element, where) => {
        const all = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node; (node = all.nextNode());) {
            const text = node.textContent.trim().replace(/^출처 간 이견: |^오기: /, "");
            for (const said of [text, ...(node.parentElement.closest("td, dd") ? text.split("; ") : [])])
                if (twins.has(said) && !isQuoted(node.parentElement)) found[said] = where;
        }
    };
    for (const name of archive.tables) {
        const { record, listing, belongs } = archive.known(name);
        for (const row of record ? archive.records(name) : []) read(cards.card(row, "ko"), `card ${row.id}`);
        const fields = new Set([...listing, ...((belongs || {}).columns || [])]);
        const chosen = [...fields].filter((each) => !each.endsWith("_ko"));
        read(tables.table(name, archive.rows(name), { chosen }), `table ${name}`);
    }
    return found;
}"""
"""Every text on the cards and in the tables of the Korean page whose Korean is in the file, and where it stands.

What is quoted has no Korean: a source, the place in it, a value of a field that has no twin, an abbreviation.
"""


def test_a_korean_page_is_korean_wherever_the_file_is(opened: Opened) -> None:
    assert opened.go("lang=ko").evaluate(ENGLISH) == {}


def test_a_korean_reader_gets_the_korean_passage(opened: Opened) -> None:
    hit = opened.go("lang=ko&q=24th ASEAN-ROK Summit").locator(".hit", has=opened.page.locator("[href*=apt-summit-12]"))
    assert "이명박 대통령이 한국 대표로 참석했다." in hit.locator("p").text_content()


def test_a_card_leads_to_every_record_that_the_command_names(opened: Opened) -> None:
    found = opened.go("").evaluate(
        """() => archive.rows("index").map(({ id }) =>
            parts.relations(archive.row(id), "en").flatMap((section) => {
                for (const more of section.querySelectorAll("button.more")) more.click();
                const tags = (item) => [...item.querySelectorAll(".tag")].map((tag) => tag.textContent);
                const led = (item) => /id=([^&]*)/.exec(item.querySelector("a").hash)[1];
                return [...section.querySelectorAll("li")].map((item) => [led(item), ...tags(item)]);
            }))"""
    )
    index = {row["id"]: row for row in store.table("index")}
    marked = set()
    for (id, row), led in zip(index.items(), found, strict=True):
        whole = full({**store.record(id), "table": row["table"]})
        said = [item for part in relations(whole, "en", Cut(whole, full=True, lang="en")) for item in part.items]
        named = {each["to"]: index[each["to"]] for each in whole.get("relations", ())}
        assert [to for to, *_ in led] == [item[item.rindex("[") + 1 : -1] for item in said], id
        for to, *tags in led:
            doubts = [field for field in DOUBTS if "date" in named.get(to, {}).get(field, ())]
            assert tags[: len(doubts)] == [DOUBTS[field] for field in doubts], (id, to)
            assert set(tags[len(doubts) :]) <= {DOUBTS["disputed"]}, (id, to)  # of an amount, of an entry into force
            marked.update(tags)
    assert marked == set(DOUBTS.values())


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_a_card_names_is_told_as_the_command_tells_it(opened: Opened, lang: str) -> None:
    found = opened.go(f"lang={lang}").evaluate(
        """lang => archive.rows("index").map(({ id }) =>
            parts.relations(archive.row(id), lang).flatMap((section) => {
                for (const more of section.querySelectorAll("button.more")) more.click();
                const aside = (item) => item.querySelector(".aside");
                return [...section.querySelectorAll("li")].map((item) => (aside(item) ? aside(item).textContent : ""));
            }))""",
        lang,
    )
    index = {row["id"]: row for row in store.table("index")}
    behind = set()
    for id, on_page in zip(index, found, strict=True):
        whole = full({**store.record(id), "table": index[id]["table"]})
        said = [item for part in relations(whole, lang, Cut(whole, full=True, lang=lang)) for item in part.items]
        for told, item in zip(on_page, said, strict=True):
            wanted = without_marks(item).partition("; ")[2]
            named = re.search(r"(?:replaced by ([a-z0-9-]+)|([a-z0-9-]+)\(으\)로 대체)", wanted)
            if named:  # the page has its title
                later = named[1] or named[2]
                row = index[later]
                wanted = wanted.replace(later, (lang == "ko" and row["title_ko"]) or row["title"])
            ends = without_marks(told).partition("; ")[2] or (without_marks(told) if wanted else "")
            assert ends == wanted, (id, item)
            behind.add(bool(wanted))
    assert behind == {True, False}


DOUBTS = {"derived": "worked out here", "disputed": "sources differ"}
"""What stands beside a value on a card, by the field that names it."""

LEGEND = {"en": "* sources differ · ~ worked out here", "ko": "* 출처 간 이견 · ~ 다른 값에서 추산"}
"""How the line begins that says what the marks mean."""


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_it_marks_what_the_command_marks_and_says_what_the_marks_mean(opened: Opened, lang: str) -> None:
    for table in schema.tables():
        rows = store.table(table.name)
        marks = opened.go(f"lang={lang}").evaluate(
            """name => archive.rows(name).map((row) =>
                archive.known(name).listing.map((field) => archive.mark(name, row, field)))""",
            table.name,
        )
        listing = Listing(rows, table.listing, table, lang)
        assert marks == [[listing.mark(row, name) for name in table.listing] for row in rows], table.name
    for view in ("view=tables&table=timeline", "view=tables&table=series", "q=aseanapol conference"):
        found = opened.go(f"{view}&lang={lang}")
        assert found.locator("main > .legend, .main > .legend").text_content().startswith(LEGEND[lang]), view
    hit = opened.page.locator(".hit", has=opened.page.locator("[href*=aseanapol-conference-43]")).first
    assert hit.locator(".aside .mark").text_content().startswith(" *")
    newest = opened.go(f"lang={lang}").locator("section", has=opened.page.locator(".acts"))
    assert (newest.locator(".mark").count() > 0) == (newest.locator(".legend").count() > 0)
    copied = opened.page.evaluate("tables.clipping('timeline', archive.rows('timeline'), ['date', 'title'])[1]")
    assert LEGEND[lang].split(" · ")[0] in copied


@pytest.mark.parametrize(
    ("id", "title", "said"),
    [
        ("aseanapol-conference", "Last", "3-6 November 2025 sources differ"),
        ("bkcf-guideline-4th-call", "Adopted", "January 2024 worked out here"),
        ("akcf", "Established", "1990 sources differ"),
    ],
)
def test_a_card_says_in_words_what_is_doubtful(opened: Opened, id: str, title: str, said: str) -> None:
    found = opened.go(f"id={id}")
    lines = dict(zip(*(found.locator(f".facts {each}").all_text_contents() for each in ("dt", "dd")), strict=True))
    assert lines[title] == said


def test_a_card_says_of_its_heads_and_its_korean_name_what_is_doubtful(opened: Opened) -> None:
    heads = opened.go("id=akcf").locator("article :is(h1, h2):has(.tag)").all_text_contents()
    assert heads == ["ASEAN-ROK Cooperation Fund sources differ", "Priorities sources differ"]
    assert opened.page.title() == "ASEAN-ROK Cooperation Fund - aseanrok"
    members = opened.go("id=arf").locator("h2:has(.tag)").all_text_contents()
    assert [each.split(" (")[0] for each in members] == ["Members"] and members[0].endswith("sources differ")
    assert opened.go("id=asean-rok-jcc-8").locator(".twin").text_content().endswith(" worded here")
    assert opened.go("id=aims-rok").locator("h1").text_content().endswith(" worded here")
    assert opened.go("id=asean-rok-jcc-8&lang=ko").locator("h1").text_content().endswith(" 자체 번역")


def test_a_picture_marks_what_is_doubtful(opened: Opened) -> None:
    for picture, id, date, meaning in (
        ("timeline", "asean-rok-jcc-8", "4 June 2021 ~", "~ worked out here; no source gives it"),
        ("series", "aseanapol-conference-43", "3-6 November 2025 *", "* sources differ"),
    ):
        found = opened.go(f"view=pictures&picture={picture}")
        lines = found.locator(f"[data-id={id}]").first.get_attribute("data-tip").split("\n")
        assert date in lines and lines[-1] == meaning
        assert meaning in found.locator(".picture-legend li").all_text_contents()
        found.locator("details.picture-table summary").click()
        found.wait_for_selector("details.picture-table td")
        assert date in found.locator("details.picture-table td").all_text_contents()


def test_the_english_name_stands_beside_the_korean_in_tables_on_cards_and_in_what_is_copied(opened: Opened) -> None:
    for table in ("countries", "places"):
        found = opened.go(f"view=tables&table={table}&lang=ko")
        shown = found.eval_on_selector_all(
            "table.listing tbody tr", "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
        )
        copied = found.evaluate(
            f"tables.clipping('{table}', archive.rows('{table}'), archive.known('{table}').listing)[0]"
        )
        for row in store.table(table)[:20]:
            assert any({row["name"], row["name_ko"]} <= {*line} for line in shown), row["id"]
            assert any({row["name"], row["name_ko"]} <= {*line.split("\t")} for line in copied.splitlines()), row["id"]
    card = opened.go("id=acdm-rok&lang=ko")
    assert card.locator(".twin .tag").text_content() == worded("worded here", "ko")
    assert opened.go("id=term-aec&lang=ko").locator(".twin").text_content() == "아세안경제공동체"


def test_what_a_value_refers_to_is_copied_by_the_name_that_is_shown(opened: Opened) -> None:
    for lang in ("en", "ko"):
        for table in ("contributions", "projects", "holders", "statements", "members"):
            found = opened.go(f"view=tables&table={table}&lang={lang}")
            shown = found.evaluate(
                f"archive.rows('{table}').slice(0, 20).map((row) => "
                f"tables.columns('{table}').map((field) => tables.told('{table}', row, field)).map((told) => "
                "[].concat(told).map((each) => (each instanceof Element ? each.textContent : each || '')).join('')))"
            )
            copied = found.evaluate(
                f"tables.clipping('{table}', archive.rows('{table}'), tables.columns('{table}'))[0]"
            ).splitlines()[1:21]
            for cells, line in zip(shown, copied, strict=True):
                for cell, copy in zip(cells, line.split("\t"), strict=False):
                    assert cell.replace(", ", "; ") == copy.rstrip(" *~").replace(", ", "; "), (table, cell, copy)


def test_a_korean_card_calls_terms_by_their_korean_names(opened: Opened, program: Program) -> None:
    for id in ("term-asean-community", "term-tac", "asean-korea-centre"):
        told = re.findall(r"  - (.*) \[term-", program("show", id, "--full", "--lang", "ko").stdout)
        assert told or id != "term-asean-community"
        links = opened.go(f"id={id}&lang=ko").locator("main .items a").all_text_contents()
        assert {without_marks(name) for name in told} <= {without_marks(name).strip() for name in links}, id


def test_the_timeline_says_on_paper_how_many_acts_lie_outside_its_years(opened: Opened) -> None:
    for view, part in (("", ".picture-summary"), ("&until=1900", ".picture-controls")):
        said = opened.go(f"view=pictures&picture=timeline{view}").locator(part).text_content()
        assert "Acts outside these years: " in said, view


def test_a_card_says_what_is_not_recorded(opened: Opened, program: Program) -> None:
    for id in ("amm-1", "akfta", "mekong-rok-fmm-7", "asean-rok-summit-20"):
        printed = [line for line in program("show", id).stdout.splitlines() if line.endswith("  not recorded")]
        lines = opened.go(f"id={id}").eval_on_selector_all(
            "article dl.facts > div", "lines => lines.map(line => [...line.children].map(part => part.textContent))"
        )
        assert [head for head, said in lines if said == "not recorded"] == [line[:-12].strip() for line in printed], id


def test_dates_are_sorted_by_their_beginning(opened: Opened) -> None:
    periods = {row["id"]: row["period"] for row in store.table("statistics")}
    for sort, down in (("period", False), ("-period", True)):
        found = opened.go(f"view=tables&table=statistics&sort={sort}")
        links = found.eval_on_selector_all("table.listing tbody th a", "links => links.map(link => link.href)")
        shown = [periods[link.partition("id=")[2].partition("&")[0]] for link in links]
        known = [dates.order(period) for period in shown if period]
        assert len(known) > 50 and known == sorted(known, reverse=down)
        (copied,) = found.evaluate(f"[tables.clipping('statistics', archive.rows('statistics'), ['id'], '{sort}')[0]]")
        order = [periods[id] for id in copied.splitlines()[1:] if periods.get(id)]
        assert [dates.order(period) for period in order][: len(known)] == known


def test_a_card_says_who_gave(opened: Opened) -> None:
    assert "ROK" in opened.go("id=akcf-annual-1990").locator("article dl.facts").text_content()


def test_a_holder_counts_on_the_days_on_which_a_source_shows_them(opened: Opened, program: Program) -> None:
    for option, name in (("--since", "since"), ("--until", "until")):
        for year in ("1990", "2026"):
            shown = opened.go(f"view=tables&table=holders&{name}={year}").locator("main").text_content()
            asked = program("offices", option, year, "-q").stdout.split()
            assert f"{len(asked)} of " in shown and len(asked) > 5


def test_an_address_that_names_no_view_shows_the_first(opened: Opened) -> None:
    first = opened.go("").locator("main").text_content()
    for name in ("constructor", "toString", "__proto__"):
        assert opened.go(f"view={name}").locator("main").text_content() == f"Not understood: view={name}{first}"
        assert opened.go(f"view=pictures&picture={name}").locator("main svg").count()


def test_a_list_of_several_items_keeps_its_mark(opened: Opened) -> None:
    row = next(row for row in store.table("meetings") if "outcomes" in row["disputed"] and len(row["outcomes"]) > 1)
    found = opened.go(f"id={row['series']}")
    cell = (
        found.locator("tr", has=found.locator(f"[href*='id={row['id']}']")).locator("td", has=found.locator("ul")).first
    )
    assert cell.locator(".mark").text_content().startswith(" *")


def test_what_is_copied_names_the_ids(opened: Opened) -> None:
    found = opened.go("id=mekong-rok-summit-1")
    plain, html = found.evaluate("tables.clipping('meetings', archive.rows('meetings').slice(0, 2), ['date', 'title'])")
    assert plain.splitlines()[0] == "Date\tTitle\tId" and plain.splitlines()[1].endswith("\tamm-1")
    assert html.count("<tr>") == 3
    found.locator("button.copy").first.click()
    assert found.locator("[role=status]").text_content() == "Copied"


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_citation_is_the_first_that_the_command_prints(opened: Opened, lang: str) -> None:
    every = store.table("index")
    ids = [row["id"] for nth, row in enumerate(every) if nth % 40 == 0 or (row["disputed"] and nth % 5 == 0)]
    ids += [row["id"] for row in every if row["table"] in ("documents", "funds", "contributions", "offices")]
    copied = opened.go("").evaluate(
        "([ids, lang]) => ids.map((id) => citing.cited(archive.row(id), lang))", [ids, lang]
    )
    for id, line in zip(ids, copied, strict=True):
        row = store.record(id)
        assert row is not None
        assert line == next(text.render(entries([row], lang), lang)).rstrip("\n"), id


def test_what_a_record_says_stays_text(browser: Any, tiny: Path, tmp_path: Path) -> None:
    made_hostile(tiny)
    path = tmp_path / "hostile.html"
    path.write_text(page.page(), encoding="utf-8", newline="")
    made = Opened(browser, path)
    for row in store.table("index"):
        found = made.go(f"id={row['id']}")
        if HOSTILE in row["title"]:
            assert HOSTILE in found.locator("main h1").text_content()
    for name in found.evaluate("archive.tables"):
        made.go(f"view=tables&table={name}")
    for name in names(made):
        made.go(f"view=pictures&picture={name}")
    assert HOSTILE in made.go("q=alert").locator(".hit").first.text_content()
    assert made.wrong == made.asked == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(
    browser: Any, file: Path, peer: Callable[[str], ModuleType], opened: Opened, scheme: str
) -> None:
    axe = peer("axe_playwright_python.sync_playwright").Axe()
    made = Opened(browser, file, viewport={"width": 1280, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    views = (*VIEWS[:6], *VIEWS[9:17], *(f"view=pictures&picture={name}" for name in names(opened)))
    for view in views:
        found = axe.run(made.go(view)).response["violations"]
        assert [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found] == [], view
    made.context.close()


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_nothing_runs_over_the_edge(browser: Any, file: Path, width: int) -> None:
    made = Opened(browser, file, viewport={"width": width, "height": 844})
    for view in (*VIEWS, *(f"view=pictures&picture={name}" for name in names(made))):
        found = made.go(view)
        assert found.evaluate("document.documentElement.scrollWidth") <= width, view
    made.context.close()


def test_without_a_script_the_tables_are_there(browser: Any, file: Path) -> None:
    made = Opened(browser, file, java_script_enabled=False)
    made.page.goto(made.address)
    assert made.page.locator("table#meetings tbody tr").count() == len(store.table("meetings"))
    assert made.page.locator("section#sources li a[href^=http]").count() == len(store.table("sources"))
    assert made.page.locator("table#meetings caption").is_visible()
    assert made.asked == []
    made.context.close()
