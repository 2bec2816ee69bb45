"""Words that ask or join rather than name, and what a Korean word may end with that names nothing."""

from __future__ import annotations

from aseanrok.words import QUOTES
from aseanrok.words.stem import stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_ASKING = """\
a about after all an and any are as at be been before between by can could date dates did do does
during each ever exact exactly far for from give had happened has have held how if in into is it its just
list many me much my no not of on or our per please pls show since so tell than that the their then
there these they this those to took until venue versus vs was we were what when where which who
whom whose why will with would you your

및 그리고 대한 관한 관련 누구 누구인가 누구야 누가 언제 언제인가 언제야 언제부터 언제까지
어디 어디서 어디에서 어디인가 어디야 어느 어떤 무엇 무엇인가 뭐 뭐야 왜
몇 몇번 몇년 몇년도 몇명 몇개 몇개국 개국 번 얼마 얼마인가 얼마나 나라인가 각각 모두 전부 총
당시 날짜 일자 장소 주기 순서 순서대로 정확히 정확한
명단 목록 차이 비교 알려줘 알려주세요 알려 주세요 좀 혹시 있나요 있었나요 했나요 현황 올해 가장 수
나라 나라들 모든 몇배 배 어디어디 어떻게 어땠나요 어떤가요 이후 이래 지금까지 그때 그분 그중 먼저 제일 이름
궁금합니다 궁금해요 뭐고 뭐지 뭔가요 무엇이었나요 누구였나요 누구였고 언제였나요 얼마였나요 얼마였습니까 얼마이고
얼마에서 몇번째 번째인지 몇명인지 늘었나요 늘었나 늘었는지 늘어난 늘었다고 비교해 비교해줘 들렀나요
열린 열렸나요 열렸나 열렸는지 개최 개최된 개최일 개최지 채택된 맺은
"""
_ENDING = """\
의 은 는 이 가 을 를 에 와 과 도 로 랑 이랑 에서 부터 까지 으로
인가 인가요 인지 였나요 이었나요 했나요 했나 했는지 했던 하나요 됐나요 됐나 됐는지 되었나요 입니까 이에요 예요
"""

_NEWEST = "current currently last latest most newest now recent today 지금 현 현재 최근 마지막 현직 역대"

NEWEST = frozenset(_NEWEST.split())
"""Words that ask for the newest, which an order or a card tells and no record holds."""

NEXT = frozenset(("next", "upcoming", "다음", "차기"))
"""Words that ask what comes next, of those that ask."""

COMMON = NEWEST | NEXT | frozenset(_ASKING.split())
"""Words that ask or join rather than name."""


WITHOUT = ("not", "no", "without", "except", "excluding")
WITHOUT_AFTER = ("제외", "빼고", "말고")
"""The words that ask for what is not so, before what they are about and after it."""

_TURNING = """\
after before during each ever exact exactly per since than until versus vs
올해 당시 그때 그중 이후 이래 지금까지 먼저 제일 가장 정확히 정확한 늘어난 각각
순서 순서대로 차이 비교 비교해 비교해줘 몇배
"""

TELLING = NEWEST | NEXT | COMMON.intersection((*WITHOUT, *_TURNING.split()))
"""Words that would change what is asked, and are not looked for: whoever wrote one is told so.

The others of those that ask or join, articles and who and when, change nothing.
"""


PARTICLES = tuple(_ENDING.split())
"""What a Korean word may end with that names nothing: particles, and the endings of questions."""


def bare(word: str) -> str:
    """Return a Korean word without the particle it ends with: 조정국은, 조정국."""
    for particle in sorted(PARTICLES, key=len, reverse=True):
        if word.endswith(particle) and len(word) - len(particle) > 1:
            return word[: -len(particle)]
    return word


AROUND = f"()[]?,;:.!{QUOTES}\u2039\u203a\u3008\u3009\u300a\u300b\u301d\u301e\u00ab\u00bb\u300c\u300d"
"""What may stand around a word and is none of it."""


def unasked(words: Sequence[str], telling: Collection[str] = TELLING) -> list[str]:
    """Return those of some words that are not looked for, and of which that is told, as another stands beside them.

    A word is the same with a particle (올해의), in brackets, before a comma and where a sign joins it (and/or).
    """
    known = frozenset(telling)
    asked = parts(" ".join(words))
    passed = [part for part in asked if not known.isdisjoint(forms(part))]
    return passed if len(passed) < len(asked) else []


def parts(text: str) -> list[str]:
    """Return the words of a text, also those that signs join to one: `and/or`, `not-laos`, `since-2019`."""
    found: list[str] = []
    for word in (each.strip(AROUND) for each in text.split()):
        apart = "".join(letter if letter.isalnum() or letter in QUOTES else " " for letter in word).split()
        found += apart if len(apart) > 1 else [word]
    return found


def forms(word: str) -> tuple[str, ...]:
    """Return a word as it may be known: as it is, and without its particle."""
    said = word.casefold().strip(AROUND)
    return said, bare(said)


_ASKED = """\
address administrator amount attended attendees based began begun budget chair chaired chairs city co cochaired cost
created established founded founding headquarters host hosted located location number outcome outcomes participants
participated place places representative represented result results signatories signed started sum total website year
years adopted ratified agreed deadline establish frequency implementer manager mode period priorities sector term tenure
기간 분야 방식 임기 운영 주체 관리 수행기관 마감일 지원금액
결과 성과 참석 참석자 참가자 주소 위치 소재지 본부 금액 액수 규모 총액 합계 의장 공동의장 대표 주최국 개최국 예산 비용
도시 홈페이지 서명 서명일 채택 채택일 이유 배경 연도 년도
"""

ASKED = frozenset(_ASKED.split())
"""Words that ask for a field of a record: its text need not hold them, where no record holds all that was asked for."""

_BESIDE = """\
chairman chairmans declaration joint meeting meetings press statement statements summary
공동성명 공동선언 선언 성명 의장성명 회의
"""

BESIDE = frozenset(_BESIDE.split())
"""What is said of a meeting beside its name, and is no part of another name."""

CHAIR = frozenset(("chair", "chairs", "chaired", "chairing", "cochair", "cochairs", "cochaired", "의장", "의장국"))
HOST = frozenset(("host", "hosts", "hosted", "hosting", "주최", "주최국", "개최국"))
"""The words that ask who chaired, and who was the host."""

ROK = "=KOR"
UNSAID = frozenset(("asean", "meet", ROK))
"""What people leave out of the name of a series, folded."""

MOST_WORDS = 100
"""Nobody asks in more words than these: a text that was pasted by mistake would be looked through for minutes."""

SAID = {"10+3": "ASEAN+3", "10+1": "ASEAN+1", "인니": "인도네시아", "우리나라": "한국", "말련": "말레이시아"}
"""What people say for a name that the data write otherwise."""

SAME = tuple(
    tuple(dict.fromkeys(stem(word) for word in line.split()))
    for line in (
        "join admission admit accession accede",
        "ambassador envoy",
        "launch inaugurate",
        "largest maximum biggest highest",
        "smallest minimum lowest",
        "eligible eligibility apply applicant",
        "phd doctorate doctoral",
        "approve approval",
        "fastest quickest fast quick",
        "increase rise rose risen grow grew grown growth",
        "exercise drill",
        "naval navy",
        "vessel ship",
        "company firm",
        "annual yearly annually",
        "contribution contribute payment",
        "visitor traveller traveler travel tourist",
        "upgrade elevate raise",
        "agreement pact accord",
        "film movie cinema",
    )
)
"""Stems of words by which people mean the same."""

_OF_COUNTRIES = """\
korean KOR thai THA vietnamese VNM indonesian IDN malaysian MYS singaporean SGP philippine PHL filipino PHL
cambodian KHM khmer KHM laotian LAO burmese MMR bruneian BRN timorese TLS chinese CHN japanese JPN australian AUS
american USA indian IND russian RUS
"""
_CODES = _OF_COUNTRIES.split()

ADJECTIVES = dict(zip(_CODES[::2], _CODES[1::2], strict=True))
"""The codes of countries by the words for what is of them."""


def otherwise(name: str) -> str:
    """Return a name as the data write it: `10+3` is `ASEAN+3`, and Korea in the name of a thing is the ROK."""
    for said, meant in SAID.items():
        name = name.replace(said, meant)
    plain = (
        name.casefold().replace("south korea", "korea").replace("s. korea", "korea").replace("rep. of korea", "korea")
    )
    return plain.replace("korea", "rok") if "korea" in plain else name
