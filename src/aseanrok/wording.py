"""The fixed words of cards and notes in Korean, and dates as Korean writes them.

What a field may say, its table declares (`Field.worded`); what stands here belongs to no field.
"""

from __future__ import annotations

from aseanrok import dates

KOREAN = {
    # headings of the parts of a card, and of its facts
    "About": "대상",
    "Frameworks": "협의체",
    "Also": "그 밖에",
    "At a glance": "한눈에",
    "No meeting recorded": "기록된 회의 없음",
    "… others": "… 외",
    "Fund ({})": "기금 ({})",
    "Plan of action": "행동계획",
    "Work plan": "작업계획",
    "Newest sum": "출연",
    "Projects": "사업",
    "Meetings": "회의",
    "Belongs to": "소속",
    "Host of": "주최",
    "What took place there": "그곳에서",
    "Statements": "진술",
    "Sources differ": "출처 간 이견",
    "A misprint": "오기",
    # what stands inside them
    "Followed: {}. {}": "채택: {}. {}",
    "followed": "채택",
    "since corrected": "이후 정정",
    "disputed": "이견",
    "derived": "추산",
    "virtual": "화상",
    "next {}, announced": "다음 {} 예정",
    ", no report recorded": ", 개최 기록 없음",
    "not recorded": "기록 없음",
    "none recorded": "기록 없음",
    "no date": "시점 미상",
    "who counted is not recorded": "집계 기준 기록 없음",
    "over several years": "여러 해의 합계",
    "{} by year": "연도별 {}",
    "{} held": "개최 {}회",
    "Series, from the first meeting held to the last": "회의체: 개최된 첫 회의부터 마지막 회의까지",
    "Meetings of each year: {}": "연도별 회의: {}",
    "Not recorded: {}": "기록 없음: {}",
    "promised, announced, postponed or cancelled: not recorded as made or held": (
        "공약·예정·연기·취소: 출연·개최로 기록되지 않음"
    ),
    "not for a year: for the period beside it, not added up": "한 해가 아니라 적힌 기간의 수치이며 합산하지 않음",
    "announced, no report recorded": "예정, 개최 기록 없음",
    "adopted {}": "{} 채택",
    "over, no later one recorded": "기간 만료, 후속 기록 없음",
    "to come": "시작 전",
    "{} recorded": "{}건 기록",
    " (the newest of {})": " ({}건 중 최신)",
    "notes": "유의 사항",
    "{} dated acts: {}": "연표 {}건: {}",
    # what coverage cannot tell
    "What is recorded; how much there is beyond it is not known from here.": (
        "수록된 것만 센 수이며, 그 밖에 얼마나 더 있는지는 여기서 알 수 없다."
    ),
    "Its meetings carry no numbers; how many there were is not known from here.": (
        "차수가 없는 회의들로, 모두 몇 번 열렸는지는 여기서 알 수 없다."
    ),
    "Measured against the highest number recorded, {}; what came after is not known from here.": (
        "수록된 가장 높은 차수 {}를 기준으로 하며, 그 뒤의 회의는 여기서 알 수 없다."
    ),
}
"""English -> Korean."""


def worded(text: str, lang: str, *parts: object) -> str:
    """Return a fixed text in a language, with parts in its gaps; without Korean it stays as it is."""
    known = KOREAN.get(text, text) if lang == "ko" else text
    return known.format(*parts) if parts else known


def date(edtf: str, lang: str = "en") -> str:
    """Return a date as people write it in a language: `27 November 2019`, `2019년 11월 27일`."""
    if lang != "ko":
        return dates.in_words(edtf)
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(start)
    if end == dates.OPEN:
        return f"{_point(start)}부터"
    if start == dates.OPEN:
        return f"{_point(end)}까지"
    shared = 7 if start[:7] == end[:7] and len(start) == len(end) == 10 else 4 if start[:4] == end[:4] else 0
    shared = shared if min(len(start), len(end)) > shared else 0
    return f"{_point(start)}-{_point(end, without=shared)}"


def _point(point: str, without: int = 0) -> str:
    """Return a day, a month or a year in Korean; `without` leaves out its year (4), or its year and month (7)."""
    parts = [f"{int(part)}{unit}" for part, unit in zip(point.split("-"), "년월일", strict=False)]
    return " ".join(parts[{0: 0, 4: 1, 7: 2}[without] :])
