"""The pictures of the page, drawn by Chromium: what they show is what the tables hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aseanrok import dates
from conftest import Program

PICTURES = ("timeline", "series", "contributions", "figures", "members")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def archive(program: Program) -> dict[str, list[dict[str, Any]]]:
    exported: dict[str, list[dict[str, Any]]] = json.loads(program("export", "--json").stdout)
    return exported


@pytest.fixture(scope="module")
def browser(chromium: str, peer: Callable[[str], ModuleType]) -> Iterator[Any]:
    sync = peer("playwright.sync_api")
    with sync.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(program: Program, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(program("page").stdout, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def look(browser: Any, address: str, peer: Callable[[str], ModuleType]) -> Iterator[Callable[..., Any]]:
    """Open the page where an address says, and draw the named picture alone; it must not complain."""
    peer("playwright")
    said: list[str] = []
    opened = []

    def open_(name: str, where: str = "", width: int = 1280, *, alone: bool = True, **context: Any) -> Any:
        made = browser.new_context(viewport={"width": width, "height": 900}, **context)
        opened.append(made)
        page = made.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{address}#{where}")
        page.wait_for_function("() => archive.edition !== null && document.querySelector('h1, h2') !== null")
        if not alone:
            return page
        # However the page lays out its views, a picture is drawn into an empty box by its own name.
        page.evaluate(
            """(name) => {
              const box = document.createElement("div");
              box.id = "box";
              document.body.replaceChildren(box);
              pictures[name].draw(box, app.state);
            }""",
            name,
        )
        return page

    yield open_
    for made in opened:
        made.close()
    assert said == []


def table(page: Any) -> list[list[str]]:
    page.locator("#box details summary").click()
    page.wait_for_selector("#box table tbody tr")
    rows: list[list[str]] = page.eval_on_selector_all(
        "#box table tbody tr", "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return rows


def count(page: Any, what: str) -> int:
    return int(page.locator(f"#box .picture-drawing {what}").count())


def test_the_timeline_has_a_mark_for_each_act_of_each_framework(look: Any, archive: Any) -> None:
    acts = archive["timeline"]
    page = look("timeline", "since=1900&until=2100")
    assert count(page, ".picture-mark") == sum(len(act["frameworks"]) or 1 for act in acts)
    assert count(page, ".picture-of-summit") == sum(act["kind"] == "summit" for act in acts)
    assert len(table(page)) == len(acts)


def test_what_was_not_held_is_hollow_and_says_so(look: Any, archive: Any) -> None:
    page = look("timeline", "since=1900&until=2100")
    not_held = {act["id"] for act in archive["timeline"] if act["status"] not in (None, "held")}
    hollow = page.eval_on_selector_all(
        "#box .picture-mark:has(.picture-open)", "marks => marks.map(mark => mark.dataset.id)"
    )
    assert not_held and set(hollow) == not_held
    labels = page.eval_on_selector_all(
        "#box .picture-mark:has(.picture-open)", "marks => marks.map(mark => mark.getAttribute('aria-label'))"
    )
    assert all("announced" in label or "postponed" in label or "cancelled" in label for label in labels)


def test_marks_do_not_lie_on_each_other(look: Any) -> None:
    page = look("timeline")
    places = page.eval_on_selector_all("#box .picture-mark", "marks => marks.map(m => m.getAttribute('transform'))")
    assert len(places) == len(set(places))


def test_the_address_holds_the_years_that_are_shown(look: Any, archive: Any) -> None:
    page = look("timeline", "since=2019&until=2020")
    shown = page.eval_on_selector_all("#box .picture-mark", "marks => marks.map(mark => mark.dataset.id)")
    within = {act["id"] for act in archive["timeline"] if dates.overlap(act["date"], "2019/2020")}
    assert shown and set(shown) == within
    page.get_by_role("button", name="Nearer").click()
    assert "since=2020&until=2020" in page.evaluate("location.hash")


def test_zooming_with_the_keyboard_stays_at_its_mark(look: Any) -> None:
    page = look("timeline", "view=pictures&picture=timeline", alone=False)
    page.locator(".picture-mark[data-id='mekong-rok-summit-1']").focus()
    page.keyboard.press("+")
    page.wait_for_url("**since=*")
    shown = re.search(r"since=(\d+)&until=(\d+)", page.evaluate("location.hash"))
    assert shown and int(shown[1]) <= 2019 <= int(shown[2]) < int(shown[1]) + 25
    assert page.evaluate("document.activeElement.dataset.id") == "mekong-rok-summit-1"


def test_a_click_and_the_enter_key_open_the_card(look: Any) -> None:
    page = look("timeline", "since=2019&until=2019&framework=mekong")
    page.locator("#box .picture-mark[data-id='mekong-rok-summit-1']").click(force=True)
    assert "id=mekong-rok-summit-1" in page.evaluate("location.hash")
    page = look("series", "framework=mekong")
    page.locator("#box .picture-mark[data-id='mekong-rok-fmm-3']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert "id=mekong-rok-fmm-4" in page.evaluate("location.hash")


@pytest.mark.parametrize("name", PICTURES)
def test_the_keyboard_reaches_every_picture_with_few_stops(look: Any, name: str) -> None:
    page = look(name)
    stops = page.locator("#box .picture-mark[tabindex='0']")
    assert stops.count() == 1
    stops.first.focus()
    before = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Home")
    after = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert before and after and page.locator("#box .picture-tip:visible").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("#box .picture-tip:visible").count() == 0


def test_a_series_tells_held_announced_postponed_and_not_recorded_apart(look: Any, archive: Any) -> None:
    page = look("series")
    meetings = [meeting for meeting in archive["meetings"] if meeting["series"]]
    dated = [meeting for meeting in meetings if meeting["date"]]
    for status in ("held", "announced", "postponed"):
        assert count(page, f".picture-mark.picture-{status}") == sum(m["status"] == status for m in dated)
    holes = {row["id"]: row["holes"] for row in archive["coverage"] if row["holes"]}
    said = " ".join(
        page.eval_on_selector_all("#box .picture-hole[role]", "all => all.map(one => one.getAttribute('aria-label'))")
    )
    assert "ASEAN-ROK Dialogue, No. 3-7, 9-14: not recorded, between 1995 and 2011" in said
    rows = table(page)
    missing = [row for row in rows if row[3] == "not recorded"]
    assert sum(len(row[1].split(", ")) for row in missing) == sum(len(each) for each in holes.values())
    assert len(rows) - len(missing) == len(meetings)
    shapes = {
        status: page.eval_on_selector(
            f"#box .picture-drawing .picture-mark.picture-{status}",
            "mark => [...mark.children].map(e => e.tagName + e.className.baseVal).join()",
        )
        for status in ("held", "announced", "postponed", "hole")
    }
    assert len(set(shapes.values())) == 4


@pytest.mark.parametrize(("since", "until"), [(2016, 2016), (2000, 2003), (1995, 1999)])
def test_the_numbers_that_may_lie_in_the_years_asked_for_are_told_of_every_series(
    since: int, until: int, look: Any
) -> None:
    whole = [row for row in table(look("series")) if row[3] == "not recorded"]
    years = [[int(year) for year in re.findall(r"[0-9]{4}", row[2])] for row in whole]
    wanted = [
        row
        for row, found in zip(whole, years, strict=True)
        if found and max(found) >= since and (min(found) <= until or row[2].startswith("before"))
    ]
    page = look("series", f"view=pictures&picture=series&since={since}&until={until}")
    found = [row for row in table(page) if row[3] == "not recorded"]
    assert sorted(found) == sorted(wanted) and len(found) > 4
    count = sum(len(row[1].split(", ")) for row in found)
    assert f"numbers not recorded: {count}." in page.locator("#box .picture-summary").text_content()


def test_every_contribution_is_drawn_and_what_is_pledged_is_hatched(look: Any, archive: Any) -> None:
    page = look("contributions")
    given = archive["contributions"]
    drawn = page.eval_on_selector_all("#box .picture-panel .picture-mark", "marks => marks.map(m => m.dataset.id)")
    assert sorted(drawn) == sorted(each["id"] for each in given)
    hatched = page.eval_on_selector_all(
        "#box .picture-panel .picture-mark:has(.picture-hatch)", "marks => marks.map(m => m.dataset.id)"
    )
    assert set(hatched) == {each["id"] for each in given if each["status"] == "pledged"}
    text = page.locator("#box .picture-mark[data-id='akcf-annual-2019-2021']").text_content()
    assert text == "14*14*14*"
    akcf = page.locator("#box svg[aria-label^='ASEAN-ROK Cooperation Fund']").get_attribute("aria-label")
    assert "not recorded: 1991-2003, 2005-2008, 2011-2013, 2024-2026" in akcf
    assert {row[6] for row in table(page)} >= {"1 million USD", "14 million USD *"}


def test_a_line_joins_only_years_that_follow_each_other_of_one_office(look: Any, archive: Any) -> None:
    page = look("figures")
    trade = [each for each in archive["statistics"] if each["indicator"] == "trade"]
    assert len(table(page)) == len(trade)
    points = {each["id"]: each for each in trade}
    placed = page.eval_on_selector_all(
        "#box .picture-panel",
        """panels => panels.map(panel => {
          const all = (what) => [...panel.querySelectorAll(what)];
          const points = (line) => line.getAttribute('points').split(' ').map(each => each.split(',').map(Number));
          const marks = all('.picture-mark').map(mark => [mark.dataset.id, mark.getAttribute('transform')]);
          return [marks, all('polyline').map(points)];
        })""",
    )
    joined = 0
    for marks, lines in placed:
        at: dict[tuple[float, float], list[dict[str, Any]]] = {}
        for each, where in marks:
            x, y = (float(value) for value in where.removeprefix("translate(").removesuffix(")").split())
            at.setdefault((round(x, 1), round(y, 1)), []).append(points[each])
        assert len({points[each]["unit"] for each, _ in marks}) == 1
        for line in lines:
            steps = [at[min(at, key=lambda place: abs(place[0] - x) + abs(place[1] - y))] for x, y in line]
            for before, after in pairwise(steps):
                joined += 1
                assert any(
                    one["basis"] == other["basis"] is not None and int(other["period"]) - int(one["period"]) == 1
                    for one in before
                    for other in after
                )
    assert joined > 10


def test_a_year_alone_is_drawn_of_what_was_counted_for_others_as_well(look: Any, archive: Any) -> None:
    page = look("figures", "since=2015&until=2015&measured=exports")
    own = [each for each in archive["statistics"] if each["indicator"] == "exports" and each["period"] == "2015"]
    assert own and count(page, ".picture-mark") == len(own)
    assert "recorded once" not in page.locator("#box").text_content()


def test_a_year_is_not_recorded_only_where_no_figure_of_that_name_falls_into_it(look: Any) -> None:
    page = look("figures", "measured=residents")
    label = page.locator("#box svg[aria-label^='Nationals of the ASEAN']").first.get_attribute("aria-label")
    assert "2008-2017" in label and "2019" not in label, label


def test_what_the_years_asked_for_leave_out_is_not_told_as_not_recorded(look: Any) -> None:
    page = look("contributions", "since=2019&until=2019")
    labels = page.eval_on_selector_all(
        "#box svg[role=group]", "all => all.map(each => each.getAttribute('aria-label'))"
    )
    assert any(label.startswith("Mekong-ROK") for label in labels)
    assert not any("2013" in label or "2020" in label for label in labels if label.startswith("Mekong-ROK")), labels


def test_a_figure_below_nought_lies_within_its_picture(look: Any) -> None:
    for years in ("since=1989&until=1989", "since=1989&until=1990", ""):
        page = look("figures", f"measured=trade-surplus&{years}")
        heights = page.eval_on_selector_all(
            "#box .picture-panel svg[role=group]",
            """all => all.flatMap(svg => {
              const foot = Number(svg.getAttribute('height')) - 20;
              const place = (mark) => mark.getAttribute('transform').split(/[ ,()]+/);
              return [...svg.querySelectorAll('.picture-mark')].map(mark => [Number(place(mark)[2]), foot]);
            })""",
        )
        assert heights and all(0 <= at <= foot + 1 for at, foot in heights), heights
        steps = page.eval_on_selector_all("#box .picture-levels text", "all => all.map(each => each.textContent)")
        assert len(set(steps)) == len(steps) > 1, steps


def test_a_unit_is_korean_in_korean_whichever_years_are_asked_for(look: Any) -> None:
    for measured, year in (("visitors", 2017), ("residents", 2007)):
        page = look("figures", f"lang=ko&measured={measured}&since={year}&until={year}")
        units = page.locator("#box .picture-unit").all_text_contents()
        assert units and all(unit.endswith("명") for unit in units), units


def test_what_a_picture_says_of_one_year_and_of_several_who_joined_on_one_day(look: Any) -> None:
    said = look("contributions", "until=1995").locator("#box").text_content()
    assert "Contributions of 1990: 1, to funds: 1." in said
    said = look("members", "framework=mekong").locator("#box").text_content()
    assert "Newest: Cambodia, Lao PDR, Myanmar, Republic of Korea, Thailand, Viet Nam, Mekong" in said


def test_membership_shows_the_newest_member_of_asean(look: Any, archive: Any) -> None:
    page = look("members")
    assert count(page, ".picture-mark") == len(archive["members"])
    labels = page.eval_on_selector_all("#box .picture-mark", "marks => marks.map(m => m.getAttribute('aria-label'))")
    assert "Timor-Leste, Association of Southeast Asian Nations, member since 26 October 2025" in labels
    assert len(table(page)) == len(archive["members"])


@pytest.mark.parametrize("name", PICTURES)
def test_a_table_behind_each_picture_has_caption_and_headings_in_both_languages(look: Any, name: str) -> None:
    for lang, summary in (("en", "The same as a table"), ("ko", "표로 보기")):
        page = look(name, f"lang={lang}")
        assert summary in page.locator("#box details summary").text_content()
        table(page)
        assert page.locator("#box table caption").text_content()
        assert page.locator("#box thead th[scope=col]").count() >= 4
        rows = page.locator("#box tbody tr").count()
        assert page.locator("#box tbody th[scope=row]").count() == rows


@pytest.mark.parametrize("name", PICTURES)
def test_a_narrow_window_shows_the_picture_without_sliding_the_page(look: Any, name: str) -> None:
    page = look(name, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
