"""Search on a few invented records: what is found, in which order, why, and what is said where nothing is."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aseanrok import schema, store
from aseanrok.edition import files_of
from aseanrok.edition.archive import LazyArchive
from aseanrok.edition.load import read_edition
from aseanrok.search.ask import Answer, Library, ask
from aseanrok.search.ask import library as opened
from aseanrok.search.filters import unknown
from aseanrok.search.index import Entry, Passage, Tier, pack, sorted_lines
from aseanrok.search.passage import LONGEST, Reasons, marks
from aseanrok.search.question import parse
from aseanrok.search.ranking import ID, OTHERWISE
from aseanrok.search.slips import corrected, is_slip, suggested
from aseanrok.tables import TABLES
from aseanrok.words.amounts import amounts
from aseanrok.words.stem import stem
from aseanrok.words.tokens import KnownNames, key, tokenise
from conftest import TINY, Program
from test_streams import screen

COUNTRIES = {
    "LAO": ["Lao PDR", "Laos", "라오스"],
    "KOR": ["Republic of Korea", "ROK", "South Korea", "Korea", "한국", "대한민국"],
    "PRK": ["Democratic People's Republic of Korea", "DPRK", "North Korea", "북한"],
    "VNM": ["Viet Nam", "Vietnam", "베트남"],
    "IND": ["India", "인도"],
    "IDN": ["Indonesia", "인도네시아"],
    "USA": ["United States", "US"],
}
THINGS = {
    "lamp-fund": ["ASEAN-ROK Lamp Fund", "ALF", "한-아세안 등불기금"],
    "lamp-summit": ["Lamp Summit", "한-메콩 정상회의"],
    "arf": ["ASEAN Regional Forum", "ARF"],
}
CODES = {key(tokenise(name)): code for code, names in COUNTRIES.items() for name in names}
CALLED = KnownNames(CODES, pairs=["ha noi"])
CALLED = KnownNames(
    CALLED.countries,
    {key(tokenise(name, CALLED)): [id] for id, names in THINGS.items() for name in names},
    CALLED.pairs,
)


def record(
    id: str, title: str, *told: str, table: str = "meetings", names: tuple[str, ...] = (), **facts: Any
) -> Entry:
    """Return a record with a title, other names, a date and a place among its facts, and told passages."""

    def one(tier: Tier, field: str, text: str) -> Passage:
        found = tokenise(text, CALLED, stored=True)
        mentioned = dict.fromkeys(f"@{thing}" for thing, _, _ in CALLED.mentioned(found, text))
        sums = [word for each in amounts(text) for word in each.words]
        return Passage(tier, field, text, [*(word.stem for word in found), *mentioned, *sums])

    own = [one(Tier.TITLE, "title", title), *(one(Tier.NAME, "aliases", name) for name in names)]
    hard = [one(Tier.FACT, field, facts[field]) for field in ("date", "place") if field in facts]
    keys = [[key(tokenise(name, CALLED)) for name in group] for group in ([id], [title], names)]
    return Entry(
        {"id": id, "table": table, "title": title, "frameworks": [], "countries": [], **facts},
        (keys[0], keys[1], keys[2]),
        [*own, *hard, *(one(Tier.PROSE, "summary", text) for text in told)],
    )


def library(*records: Entry) -> Library:
    shown = {"laos": "Laos", "laopdr": "Lao PDR", "vietnam": "Vietnam", "india": "India", "korea": "Korea"}
    names = {
        "weights": {name: table.weight for name, table in TABLES.items()},
        "newest": [],
        "kinds": {},
        "countries": CALLED.countries,
        "pairs": sorted(CALLED.pairs),
        "shown": shown,
    }
    vocabulary = {"mekong": 9, "lamp": 5, "summit": 3, "등불기금": 1}
    columns = {name: text.encode() for name, text in pack(records).items()}
    columns["things"] = sorted_lines(CALLED.things).encode()
    return opened(columns.__getitem__, {"names": names, "words": vocabulary}.__getitem__)


def ids(found: Answer, shelf: Library) -> list[str]:
    return [shelf.records.row(hit.number)["id"] for hit in found.hits]


def search(text: str, *records: Entry) -> list[str]:
    shelf = library(*records)
    return ids(ask(shelf, text), shelf)


# --- one form for every spelling -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Foreign Ministers' Meeting", "Foreign Ministers\u2019 Meeting"),
        ("Foreign Ministers' Meeting", "foreign minister meetings"),
        ("Foreign Ministers' Meeting", "\uff26\uff4f\uff52\uff45\uff49\uff47\uff4e meeting"),
        ("People-to-people exchange", "people\u2013to\u2014people"),
        ("Café of Kraków", "cafe krakow"),
        ("ASEAN-Korea Centre", "asean korea center"),
        ("Culture Centers", "culture centre"),
        ("Programme of work", "programs"),
        ("Defence organisation", "defense organizations"),
        ("Co-operation in Ha Noi", "cooperation hanoi"),
        ("Cooperation in Hanoi", "co-operation Ha Noi"),
        ("Meeting in Viet Nam", "vietnam"),
        ("7th Forum", "seventh forum"),
        ("7th Forum", "7 forum"),
        ("First Forum", "1st forum"),
        ("24th Forum", "twenty-fourth forum"),
        ("제7차 한-메콩 외교장관회의", "7차 외교장관회의"),
        ("제7차 한-메콩 외교장관회의", "제 7 차 외교장관회의"),
        ("Agreed in 2019", "2019년"),
        ("Agreed on 27 November 2019", "2019년 11월 27일"),
        ("Agreed on 27 November 2019", "2019-11-27"),
        ("Han-River Declaration", "hanriver"),
        ("Han-River Declaration", "Han River"),
        ("Han-River Declaration", "han\u2011river"),
        ("Hanriver Declaration", "Han-River"),
        ("Policies of the parties", "policy party"),
        ("Signed agreements", "signing agreement"),
        ("한-아세안센터", "아세안"),
        ("한-아세안센터", "한아세안센터"),
        ("한-아세안센터", "한 아세안 센터"),
        ("한-메콩 정상회의", "한메콩 정상회의"),
        ("한-메콩 정상회의", "정상회의 메콩"),
        ("한-메콩 정상회의", unicodedata.normalize("NFD", "한메콩")),
        ("ASEAN정상회의", "asean 정상회의"),
        ("E-commerce [sic]", "[/commerce]"),
    ],
)
def test_what_is_typed_finds_what_is_written(written: str, asked: str) -> None:
    assert search(asked, record("other", "Nothing of the kind"), record("it", written)) == ["it"]


def test_a_stem_is_of_no_length_that_stands_for_another_word() -> None:
    assert stem("series") == stem("series") and stem("laos") == stem("lao")
    assert len({stem(word) for word in ("minister", "ministry", "ministerial")}) == 3
    assert len({stem(word) for word in ("plus", "plan", "plant", "news", "red", "reduction")}) == 6
    assert stem("2019") == "2019" and stem("09") == "9" and stem("000") == "000"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1))
def test_every_word_has_a_stem(word: str) -> None:
    assert stem(word)


@given(st.text())
def test_words_stand_where_they_are_said_to(text: str) -> None:
    for word in tokenise(text, CALLED):
        assert 0 <= word.start < word.end <= len(text)
        assert word.stem and word.literal and " " not in word.stem


# --- countries and other names ---------------------------------------------------------------------------------------


def test_a_country_is_found_by_all_its_names() -> None:
    shelf = [record("it", "Meeting in the Lao PDR"), record("other", "Meeting in Indonesia")]
    for name in ("Laos", "lao pdr", "LaoPDR", "라오스", "라오스의"):
        assert search(name, *shelf) == ["it"]


@pytest.mark.parametrize("name", ["Korea", "ROK", "R.O.K.", "South Korea", "Republic of Korea", "한국", "대한민국"])
def test_no_country_is_found_by_the_name_of_another(name: str) -> None:
    south = record("south", "The ROK plants trees")
    north = record("north", "The Democratic People's Republic of Korea joins", "North Korea")
    assert search(name, north, south) == ["south"]
    assert search("DPRK", north, south) == search("north korea", north, south) == ["north"]


def test_a_country_is_not_found_within_another_word() -> None:
    shelf = [record("pacific", "인도-태평양 전략"), record("jakarta", "인도네시아 방문"), record("delhi", "인도 방문")]
    assert search("India", *shelf) == ["delhi"]
    assert search("인도네시아", *shelf) == ["jakarta"]


def test_a_pronoun_is_no_country() -> None:
    shelf = [record("pronoun", "It brings us together"), record("states", "Water data with the US")]
    assert search("United States", *shelf) == ["states"]
    assert search("us", *shelf)[0] == "states"


def test_a_thing_is_found_where_it_goes_by_another_name() -> None:
    short, long = record("short", "Paid by ALF"), record("long", "Paid by the ASEAN-Korea Lamp Fund")
    neither = record("neither", "Paid by the Lamp Company", "a fund of the ROK and ASEAN")
    for name in ("ALF", "ASEAN-ROK Lamp Fund", "한아세안 등불기금"):
        assert set(search(name, short, long, neither)) >= {"short", "long"}
    assert search("ALF", short, long, neither) == ["short", "long"]
    assert search("paid -ALF", short, long, neither) == ["neither"]


def test_a_word_in_small_letters_is_not_the_name_in_capitals() -> None:
    names = KnownNames({}, {"task": ["task-programme"]}, firsts=["task"], capitals=["task"])
    assert not list(names.mentioned(tokenise("a task for all"), "a task for all"))
    assert [id for id, _, _ in names.mentioned(tokenise("paid by TASK"), "paid by TASK")] == ["task-programme"]


# --- the grammar -----------------------------------------------------------------------------------------------------

GRAMMAR = (
    record("a", "Green lamp of the north", "November 2019", date="2019-11", table="documents", kind="joint-statement"),
    record("b", "Green door and the lamp", date="2012/..", table="meetings", countries=["LAO"]),
    record("c", "Red lamp", date="2020", table="policies", frameworks=["lamps"]),
    record("lamps", "Lamps", table="frameworks", frameworks=["lamps"]),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("green lamp", {"a", "b"}),
        ("the green and the lamp", {"a", "b"}),
        ('"green lamp"', {"a"}),
        ("\u201cgreen lamp\u201d", {"a"}),
        ('"lamp of the north"', {"a"}),
        ('"green lamp', {"a", "b"}),
        ("lamp -green", {"c", "lamps"}),
        ('lamp -"green lamp"', {"b", "c", "lamps"}),
        ("green - lamp", {"a", "b"}),
        ("-green", {"c", "lamps"}),
        ("lamp table:documents", {"a"}),
        ("lamp table:Document", {"a"}),
        ("table:policy", {"c"}),
        ("lamp -table:documents -table:policies", {"b", "lamps"}),
        ("kind:joint-statement", {"a"}),
        ('kind:"joint statement"', {"a"}),
        ("country:Laos", {"b"}),
        ('country:"Lao PDR"', {"b"}),
        ("framework:lamps lamp", {"c", "lamps"}),
        ("year:2019", {"a", "b"}),
        ("year:2020 lamp", {"b", "c"}),
        ("id:b", {"b"}),
        ("ID:lamps", {"lamps"}),
        ("\uff54able\uff1adocuments", {"a"}),
        ("table:nothing", set()),
        ("lamp -table:nothing", set()),
        ("lamp -kind:nothing", set()),
        ("lamp -framework:nothing", set()),
        ("lamp -country:Atlantis", set()),
        ("lamp -year:soon", set()),
        ("lamp -id:nothing", set()),
        ("lamp -year:2020", {"a", "lamps"}),
        ("year:soon", set()),
        ("country:Atlantis lamp", set()),
        ("lamp:green", {"a", "b"}),
        ("2019-11 lamp", {"a"}),
        ("lamp year: green", {"a", "b"}),  # `year` asks for a field
        ("green: lamp:", {"a", "b"}),
        ("", set()),
        ("-", set()),
        ('"" ??', set()),
    ],
)
def test_the_grammar(text: str, found: set[str]) -> None:
    assert set(search(text, *GRAMMAR)) == found


def test_asking_words_count_where_there_are_no_others() -> None:
    assert search("who is it", record("it", "Who is it?"), record("other", "Who was it?")) == ["it"]
    assert search("what is the green lamp", *GRAMMAR)[0] == "a"


PARTS = st.sampled_from(['"', "-", "table:", "lamp", "한", "year:20", " ", "::"])


@given(st.text(max_size=60) | st.lists(PARTS).map("".join))
def test_any_string_is_a_question(text: str) -> None:
    shelf = library(*GRAMMAR)
    answer = ask(shelf, text)
    assert not (answer.hits and answer.near)
    assert [hit.score for hit in answer.hits] == sorted((hit.score for hit in answer.hits), reverse=True)
    for hit in (*answer.hits, *answer.near):
        Reasons(shelf.records, answer.question, shelf.names).passage(hit.number)
    unknown(shelf.records, answer.question.filters, shelf.names)


def test_what_is_wrong_with_a_filter_is_known() -> None:
    shelf = library(*GRAMMAR)
    for text, field, value in (("table:polices", "table", "policies"), ("framework:lamp-s", "framework", "lamps")):
        wrong = unknown(shelf.records, parse(text, CALLED).filters, CALLED)
        assert wrong and wrong[0].field == field and value in wrong[1]
    assert unknown(shelf.records, parse("table:policies year:2019", CALLED).filters, CALLED) is None


MINUS = (
    record("plain", "Lamps by the river Mekong"),
    record("part", "The Mekongese lamp"),
    record("apart", "Han River Declaration", "Paid by ALF"),
    record("fund", "ASEAN-ROK Lamp Fund", names=("ALF",), table="funds"),
    record("korean", "한-메콩 정상회의", "라오스에서"),
    record("laos", "Secretary-General in the Lao PDR", "Trade of USD 200 billion", date="2019-11-27"),
    record("sum", "교역 2,000억 달러 목표"),
    record("thousand", "Trade of 2019", "2천 of them, on 27 November 2019"),
)


@pytest.mark.parametrize(
    "word",
    [
        "mekong", "Mekongese", "hanriver", "han-river", "ALF", "한메콩", "메콩", "정상회담", "라오스", "Laos",
        "사무총장", "2천억", "2천억 달러", "USD 200 billion", "$200bn", "2019-11-27", "2019", "the", "zanzibar",
        "lamp-fund", "secret", '"han river"', '"USD 200 billion"', '"2천억 달러"', '"한-메콩 정상회의"', '"lamp fund"',
        "교역액",
    ],
)  # fmt: skip
def test_a_minus_leaves_out_what_the_word_finds_and_no_more(word: str) -> None:
    every = {"plain", "part", "apart", "fund", "korean", "laos", "sum", "thousand"}
    found, others = search(word, *MINUS), search(f"-{word}", *MINUS)
    assert set(found).isdisjoint(others) and {*found, *others} == every
    assert bool(found) is (word != "zanzibar")
    within = search(f"{word} table:meetings", *MINUS), search(f"table:meetings -{word}", *MINUS)
    assert sorted([*within[0], *within[1]]) == sorted(every - {"fund"})


def test_an_amount_after_a_minus_ends_where_the_amount_does() -> None:
    assert search("교역 -2천억 달러 목표", *MINUS) == []
    assert set(search("-2천억 달러 lamp", *MINUS)) == {"plain", "part", "fund"}
    assert search("trade -USD 200 billion", *MINUS) == ["thousand"]


SUMS = (
    record("ten", "1,000만 달러 공여"),
    record("said", "천만 달러 공여"),
    record("five", "5천만 달러 공여"),
    record("several", "수천만 달러 공여"),
    record("one", "USD 1 million of lamps"),
    record("people", "방문객 백만 명"),
    record("billion", "십억 달러 규모"),
    record("hundred", "천억 원 규모"),
    record("idle", "천만에 백만장자"),
)


@pytest.mark.parametrize(
    ("asked", "same", "found"),
    [
        ("천만 달러", "1,000만 달러", {"ten", "said"}),
        ("천만달러", "USD 10 million", {"ten", "said"}),
        ("미화 천만 불", "1000만 달러", {"ten", "said"}),
        ("천만", "1,000만", {"ten", "said"}),
        ("백만 달러", "100만 달러", {"one"}),
        ("백만", "100만", {"one", "people"}),
        ("백만 명", "100만 명", {"one", "people"}),
        ("십억 달러", "10억 달러", {"billion"}),
        ("천억 원", "1,000억 원", {"hundred"}),
        ("천억", "1000억", {"hundred"}),
        ("-천만 달러", "-1,000만 달러", {"five", "several", "one", "people", "billion", "hundred", "idle"}),
    ],
)
def test_a_korean_number_without_digits_is_an_amount(asked: str, same: str, found: set[str]) -> None:
    assert set(search(asked, *SUMS)) == set(search(same, *SUMS)) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("천만 달러", ["n10000000", "n10000000usd"]),
        ("미화 백만달러를 공여", ["n1000000", "n1000000usd"]),
        ("십억불 규모", ["n1000000000", "n1000000000usd"]),
        ("천오백만 달러", []),
        ("천백만 달러", ["n11000000", "n11000000usd"]),
        ("1조 천억 원", ["n1100000000000", "n1100000000000krw"]),
        ("1억 천만 달러", ["n110000000", "n110000000usd"]),
        ("백만 명", ["n1000000"]),
        ("(천억)", ["n100000000000"]),
        ("천만여 달러", ["n10000000", "n10000000usd"]),
        ("수천만 달러, 수 천만 달러, 몇백만 달러", []),
        ("32 백만 달러", []),
        ("천만에, 천만다행, 백만장자, 십만대, 천만의", []),
        ("백조, 십조", []),
        ("제3조", []),
        ("5천만 달러", ["n50000000", "n50000000usd"]),
    ],
)
def test_the_amounts_of_a_korean_text(text: str, words: list[str]) -> None:
    assert [word for each in amounts(text) for word in each.words] == words


# --- the order -------------------------------------------------------------------------------------------------------


def test_a_name_comes_first_then_the_title_then_the_rest() -> None:
    shelf = [
        record("told", "A meeting", "They spoke about the lamp fund."),
        record("titled", "A meeting on the lamp fund"),
        record("aliased", "Light Fund", names=("Lamp Fund",)),
        record("lamp-fund", "Money for lamps", table="funds"),
        record("named", "Lamp Fund"),
    ]
    assert search("lamp fund", *shelf) == ["lamp-fund", "named", "aliased", "titled", "told"]
    hits = ask(library(*shelf), "lamp fund").hits
    assert hits[0].score == ID and hits[3].score <= OTHERWISE


def test_whole_words_come_before_parts() -> None:
    assert search("fund", record("part", "Fundamental"), record("whole", "Fund of the year")) == ["whole", "part"]
    assert search("red", record("part", "Reduction"), record("whole", "Red lamp")) == ["whole"]


def test_words_side_by_side_come_before_words_apart() -> None:
    apart, turned = record("apart", "Green door, red lamp of stone"), record("turned", "Lamp green and red, of stone")
    assert search("green lamp", apart, turned, record("it", "A door, a green lamp of stone"))[0] == "it"


def test_the_thing_comes_before_what_happens_to_it_and_pages_come_last() -> None:
    shelf = [
        record("page", "Harbour treaty", "press", table="sources"),
        record("event", "Signing of the harbour treaty", table="milestones"),
        record("thing", "Treaty of the harbour and the port", table="documents"),
    ]
    assert search("treaty harbour", *shelf) == ["thing", "event", "page"]
    assert search("harbour treaties signed", *shelf)[0] == "event"
    assert search("harbour treaty", *shelf)[0] == "page"  # its very title


def test_ties_stand_by_date_the_newest_last_and_what_has_none_after_them() -> None:
    shelf = [
        record("undated", "Harbour meeting"),
        record("new", "Harbour meeting", date="2021"),
        record("old", "Harbour meeting", date="1999-05"),
        record("over", "Harbour meeting", date="1999/2001"),
    ]
    assert search("harbour", *shelf) == ["over", "old", "new", "undated"]


# --- nearly, and slips -----------------------------------------------------------------------------------------------


def test_records_that_hold_most_of_the_words_are_offered_apart_from_hits() -> None:
    shelf = library(record("two", "Green lamp"), record("one", "Green door"), record("three", "Green lamp of stone"))
    answer = ask(shelf, "green lamp paper")
    assert not answer.hits
    assert [(shelf.records.row(hit.number)["id"], hit.missing) for hit in answer.near] == [
        ("two", ("paper",)),
        ("three", ("paper",)),
    ]
    half = ask(shelf, "lamp paper")  # a word that stands nowhere hides nothing of what holds the other
    assert [(hit.missing, half.unknown) for hit in half.near] == [(("paper",), ("paper",))] * 2
    assert not ask(shelf, "7 paper").near  # a digit is not a word


def test_a_word_nobody_wrote_is_read_as_the_nearest_and_said_so() -> None:
    shelf = library(record("it", "Lamp of the Mekong"), record("other", "Lamp"))
    answer = ask(shelf, "mekhong lamp")
    assert ids(answer, shelf) == ["it"]
    assert (answer.slips, answer.question.text) == (("mekhong",), "mekong lamp")
    cautious = ask(shelf, "mekhong lamp", guess=False)
    assert not cautious.hits and not cautious.slips and "mekong" in cautious.suggestions


def test_a_slip_is_never_read_as_a_country() -> None:
    shelf = library(record("it", "Meeting in Viet Nam"), record("korea", "Meeting in Korea"))
    for slip, meant in (("Vietnm", "Vietnam"), ("Loas", "Laos"), ("Koraa", "Korea")):
        answer = ask(shelf, f"meeting {slip}")
        assert not answer.hits and meant in answer.suggestions


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("mekhong", "mekong"),
        ("comemorative", "commemorative"),
        ("solidarty", "solidarity"),
        ("phen", "penh"),
        ("smumit", "summit"),
        ("정삼회의", "정상회의"),
        ("xyzzyxyzzy", None),
        ("red", None),
        ("20l9", None),
    ],
)
def test_the_nearest_word(slip: str, meant: str | None) -> None:
    vocabulary = dict.fromkeys(
        ["mekong", "commemorative", "solidarity", "penh", "pen", "then", "summit", "정상회의", "reduce", "2019"], 1
    )
    assert corrected(slip, vocabulary, ())[:1] == ([meant] if meant else [])


@given(st.text(min_size=1, max_size=12), st.lists(st.text(min_size=1, max_size=12), max_size=5))
def test_the_nearest_words_are_words_of_the_vocabulary(word: str, known: list[str]) -> None:
    vocabulary = dict.fromkeys(known, 1)
    assert set(corrected(word, vocabulary, ())) <= set(known)
    assert set(suggested(word, vocabulary, {})) <= set(known)


# --- why -------------------------------------------------------------------------------------------------------------


def why(text: str, *records: Entry) -> tuple[str, str]:
    shelf = library(*records)
    answer = ask(shelf, text)
    return Reasons(shelf.records, answer.question, shelf.names).passage(answer.hits[0].number)


def test_the_passage_is_what_the_title_does_not_hold() -> None:
    it = record("it", "Lamp Summit", "The leaders met by the river.", "A lamp was lit.", names=("LS",), place="Busan")
    assert why("lamp summit", it) == ("title", "Lamp Summit")
    assert why("lamp busan", it) == ("place", "Busan")
    dated = record("it", "Lamp Summit", "Lit in 2019.", date="2019", place="Busan")
    assert why("busan 2019", dated) == ("place", "Busan")
    assert why("lamp summit leaders river", it) == ("summary", "The leaders met by the river.")
    assert why("LS", it) == ("aliases", "LS")


def test_a_long_passage_is_cut_around_the_words() -> None:
    long = "It begins. " + "Many words follow each other here. " * 20 + "The lantern was lit. " + "And more came. " * 20
    field, snippet = why("lantern", record("it", "A night", long))
    assert field == "summary" and "lantern" in snippet
    assert snippet.startswith("... ") and snippet.endswith(" ...") and len(snippet) <= LONGEST + 8


@pytest.mark.parametrize(
    ("asked", "text", "marked"),
    [
        ("ministers meeting", "Foreign Ministers' Meeting, with a minister", ["Ministers", "Meeting", "minister"]),
        ("Laos", "In the Lao PDR and Lao homes", ["Lao PDR", "Lao"]),
        ("ALF", "Paid by the ASEAN-ROK Lamp Fund", ["ASEAN-ROK Lamp Fund"]),
        ("hanriver", "The Han-River Declaration", ["Han-River"]),
        ("한메콩", "제1차 한-메콩 정상회의", ["한-메콩"]),
        ('"green lamp"', "A green lamp, a green door", ["green lamp"]),
        ("cooperat", "Cooperation", ["Cooperation"]),
        ("7", "The 7th of the seventh month", ["7th", "seventh"]),
    ],
)
def test_the_words_are_marked_where_they_stand(asked: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, parse(asked, CALLED), CALLED)] == marked


@given(st.text(max_size=40), st.text(max_size=80))
def test_marks_stand_in_order_within_the_text(asked: str, text: str) -> None:
    last = 0
    for start, end in marks(text, parse(asked, CALLED), CALLED):
        assert last <= start < end <= len(text)
        last = end


# --- the edition -----------------------------------------------------------------------------------------------------


def test_an_edition_prepares_the_same_search_each_time(tiny: Path) -> None:
    once, again = (files_of(LazyArchive(TINY), read_edition(TINY)[0]) for _ in range(2))
    private = [name for name in once if name.startswith("search-")]
    assert {"search-facts.txt", "search-text.txt", "search-names.json", "search-words.json"} <= set(private)
    for name in private:
        assert once[name] == again[name] == (tiny / name).read_text(encoding="utf-8")
        assert name.partition(".")[0] not in schema.published()
    records = len(store.table("index"))
    # A line for each record, and the one that says that nothing was cut off.
    assert once["search-facts.txt"].count("\n") == once["search-text.txt"].count("\n") == records + 1


@pytest.mark.usefixtures("tiny")
def test_a_meeting_is_found_by_its_number_in_its_series() -> None:
    shelf = opened(store.search_column, store.search_names)
    series = store.table("series")[0]["name"]
    for text in (f"1st {series}", f"{series} 1", f"first {series}"):
        assert ids(ask(shelf, text), shelf)[0] == "gulf-summit-1"
    assert ids(ask(shelf, "aland"), shelf)[0] == "aland"
    assert "north-aland" not in ids(ask(shelf, "aland"), shelf)
    assert ids(ask(shelf, "GF"), shelf)[0] == "gulf-fund"


# --- the command -----------------------------------------------------------------------------------------------------

HIT = [
    "id",
    "table",
    "title",
    "title_ko",
    "date",
    "frameworks",
    "status",
    "score",
    "field",
    "snippet",
    "derived",
    "disputed",
]


def test_json_holds_the_documented_fields_and_the_count_is_said_aside(program: Program) -> None:
    done = program("search", "cooperation fund", "--json")
    hits = json.loads(done.stdout)
    assert all(list(hit) == HIT for hit in hits) and len(hits) > 3
    assert done.stderr == f"{len(hits)} records\n"
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True)
    one = program("search", "akcf", "--full", "--json", "-n", "1")
    (hit,) = json.loads(one.stdout)
    assert list(hit) == [*HIT, "record"] and hit["record"]["abbreviation"] == "AKCF"
    assert "1 of them shown" in one.stderr


def test_a_kind_asks_for_all_that_are_written_alike(program: Program) -> None:
    for word in ("health", "Health"):
        hits = json.loads(program("search", "asean", "--kind", word, "--json").stdout)
        assert {hit["table"] for hit in hits} >= {"programmes", "projects"}, word


def test_a_passage_is_told_where_the_title_that_says_it_is_not(program: Program) -> None:
    chosen = program("search", "busan", "--fields", "snippet", "-n", "3").stdout.splitlines()
    assert chosen[1:] == [hit["snippet"] for hit in json.loads(program("search", "busan", "-n", "3", "--json").stdout)]


def test_a_reader_gets_the_kind_first_and_the_count_on_top(program: Program) -> None:
    done = program("search", "akcf")
    heading, first, *_ = done.stdout.splitlines()
    assert heading.split() == ["Kind", "Date", "Title", "Id", "Passage"]
    assert first.startswith("fund ") and "  akcf  " in first and first.endswith("AKCF")
    assert program("search", "mekong-rok-summit").stdout.splitlines()[1].startswith("series ")
    assert program("search", "akcf", "--lang", "ko").stdout.splitlines()[1].startswith("기금 ")
    assert " records, 20 of them shown" in screen("search", "akcf", "--no-pager", NO_COLOR="1").splitlines()[0]


@pytest.mark.parametrize(
    ("word", "meant", "slip"),
    [
        ("smumit", "summit", True),
        ("sumit", "summit", True),
        ("mekhong", "mekong", True),
        ("phen", "penh", True),
        ("memorandom", "memorandum", True),
        ("cite", "city", False),
        ("trace", "trade", False),
        ("plane", "plan", False),
        ("cites", "cited", False),
        ("police", "policy", False),
    ],
)
def test_another_word_is_no_slip(word: str, meant: str, slip: bool) -> None:
    assert is_slip(word, meant) is slip


def test_a_word_that_some_record_holds_is_never_replaced() -> None:
    shelf = library(record("city", "Smart city"), record("cite", "How to cite"), record("trade", "Trade in goods"))
    assert ids(ask(shelf, "cite"), shelf) == ["cite"]
    answer = ask(shelf, "trace")
    assert not answer.hits and not answer.slips


def test_the_shared_options_hold_for_hits(program: Program) -> None:
    assert program("search", "summit", "-q", "-n", "2").stdout.count("\n") == 2
    rows = json.loads(program("search", "summit", "--sort", "-date", "--fields", "date,id", "--json").stdout)
    dates = [row["date"] for row in rows if row["date"]]
    assert list(rows[0]) == ["date", "id"] and dates[0] > dates[-1]
    kept = json.loads(program("search", "summit", "--framework", "mekong", "--year", "2019", "--json").stdout)
    assert kept and all("mekong" in row["frameworks"] for row in kept)
    same = program("search", "summit framework:mekong", "--json").stdout
    assert {row["id"] for row in kept} <= {row["id"] for row in json.loads(same)}
    assert json.loads(program("search", "kind:declaration", "--json").stdout) == json.loads(
        program("search", "kind:declaration", "--kind", "declaration", "--json").stdout
    )


def test_slips_are_said_aside_and_never_guessed_where_it_cannot_be_said(program: Program) -> None:
    done = program("search", "comemorative summit")
    assert done.returncode == 0 and done.stderr.startswith("showing results for 'commemorative summit'")
    quiet = program("search", "comemorative summit", "--quiet")
    assert (quiet.returncode, quiet.stdout) == (1, "") and "commemorative" in quiet.stderr


def test_near_records_end_with_exit_code_1_and_say_what_they_miss(program: Program) -> None:
    done = program("search", "mekong-rok summit zanzibar", "--json")
    assert done.returncode == 1
    assert all("zanzibar" in hit["missing"] for hit in json.loads(done.stdout))
    assert done.stderr.startswith("aseanrok: no text holds the word 'zanzibar', in sources read to ")
    assert program("search", "mekong-rok summit zanzibar", "--quiet").stdout == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("zanzibar", "nothing found for 'zanzibar'"),
        ("zanzibar quagga", "nothing found for 'zanzibar quagga': no record holds 'zanzibar' or 'quagga'"),
        (
            "summit busan year:1950",
            "nothing found for 'summit busan year:1950': of the records that the filters leave none holds these words",
        ),
        ("Vietnm", "nothing found for 'Vietnm'. Did you mean 'Vietnam'?"),
        ("table:metings x", "nothing found for 'table:metings x': no table 'metings'. Did you mean 'table:meetings'?"),
        ("mekong -table:metings", "nothing found for 'mekong -table:metings': no table 'metings'. Did you mean"),
        ("mekong -framework:nowhere", "nothing found for 'mekong -framework:nowhere': no framework 'nowhere'"),
        ("mekong -country:Atlantis", "nothing found for 'mekong -country:Atlantis': no country 'Atlantis'"),
        ("mekong -kind:nonsense", "nothing found for 'mekong -kind:nonsense': no kind 'nonsense'"),
        ("mekong -year:soon", "nothing found for 'mekong -year:soon': no year 'soon'"),
        ("mekong -id:nonsense", "nothing found for 'mekong -id:nonsense': no id 'nonsense'"),
    ],
)
def test_nothing_found_is_one_line_and_exit_code_1(words: str, said: str, program: Program) -> None:
    done = program("search", words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"aseanrok: {said}") and done.stderr.count("\n") == 1


# --- Korean ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Lamp Summit", "정상회담"),
        ("한-메콩 정상회의", "정상회담"),
        ("한-메콩 정상회의", "한메콩정상회담"),
        ("Secretary-General of the lamps", "사무총장은"),
        ("Trade in lamps in 2023", "교역액 2023"),
        ("Plan of Action of the lamps", "행동계획"),
        ("30th anniversary of the lamps", "30주년"),
        ("Meeting in the Lao PDR", "라오스에서"),
        ("Lamps of the ARF", "ARF의"),
    ],
)
def test_korean_finds_what_is_written_in_english(written: str, asked: str) -> None:
    assert search(asked, record("other", "Nothing of the kind"), record("it", written)) == ["it"]


def test_what_only_asks_in_korean_is_passed_over() -> None:
    assert search("등불 정상회담은 어느 마을", record("it", "등불 정상회의")) == []
    assert search("등불 정상회담은 지금 어디서", record("it", "등불 정상회의")) == ["it"]


def test_the_words_of_a_topic_are_shown_in_the_passage() -> None:
    asked = parse("교역", CALLED)
    assert marks("The trade in lamps", asked, CALLED) == [(4, 9)]


def test_a_text_pasted_by_mistake_is_no_question(program: Program) -> None:
    words = [f"w{number}" for number in range(8000)]
    done = program("search", *words)
    assert (done.returncode, done.stderr) == (2, "aseanrok: a search takes at most 100 words; these are 8,000\n")
    assert program("meetings", *words).returncode == 1


def test_many_slips_are_not_read_in_every_way_there_is(program: Program) -> None:
    slips = "sumit declaraton coperation ministrs foregn dialoge partnershp strategc economc developmnt statment"
    done = program("search", *slips.split(), "commemoratve", "finace", "contribtion", "negotation")
    assert done.returncode == 1 and done.stderr.startswith("aseanrok: nothing found for ")
