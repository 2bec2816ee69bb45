"""The fixed words of cards and notes in Korean, and dates as Korean writes them.

What a field may say, its table declares (`Field.worded`); what stands here belongs to no field.
"""

from __future__ import annotations

from aseanrok import dates

KOREAN = {
    # headings of the parts of a card, and of its facts
    "About": "대상", "ASEAN and the Republic of Korea": "아세안과 대한민국", "Frameworks": "협의체", "Also": "그 밖에",
    "At a glance": "한눈에", "No meeting recorded": "기록된 회의 없음", "… others": "… 외", "Fund ({})": "기금 ({})",
    "Plan of action": "행동계획", "Work plan": "작업계획", "Newest sum": "출연", "Projects": "사업",
    "Meetings": "회의", "Facts": "개요",
    "Beside them": "그 밖의 참여", "Belongs to": "소속", "{} of": "{} 참여", "Host of": "주최",
    "What took place there": "그곳에서", "Statements": "진술",
    "With the ROK": "한국과의 관계",
    "Sources differ": "출처 간 이견", "A misprint": "오기", "Record": "구분", "Latest summit": "최근 정상회의",
    # what stands inside them
    "Followed: {}. {}": "채택: {}. {}",
    "followed": "채택", "since corrected": "이후 정정", "disputed": "이견", "derived": "추산",
    "worded here": "자체 번역", "worked out": "추산",
    "sources differ": "출처 간 이견", "pledged": "공약", "virtual": "화상",
    "; --as-of {} tells what held then": "; 당시 상황은 --as-of {}",
    "next {}, announced": "다음 {} 예정",
    ", no report recorded": ", 개최 기록 없음",
    "not recorded": "기록 없음",
    "From sources read to {}.": "{}까지 열람한 출처에 따름.",
    "Not recorded here: {}.": "여기에 기록 없음: {}.",
    "Other cards may tell more: {}": "다른 카드에 더 있을 수 있음: {}",
    "WORDS": "낱말",
    "Diplomatic relations with the ROK": "한국과의 수교",
    "Partnership with the ROK": "한국과의 동반자 관계",
    "Agreement with the ROK alone": "한국과의 양자 협정",
    "Notes on holders": "재임자 유의 사항",
    "none recorded": "기록 없음", "several": "여럿",
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
    "… {} more: {}": "… 외 {}건: {}",
    "… {} earlier: {}": "… 이전 {}건: {}",
    "{} held; last {}": "{}회 개최; 최근 {}",
    "{} recorded; last {}": "{}회 기록; 최근 {}",
    "{} announced{}": "{} 예정{}",
    "{} meeting; last {}": "{}회 개최; 최근 {}",
    "{} meetings; last {}": "{}회 개최; 최근 {}",
    "on {} point: {}": "{}건: {}",
    "on {} points: {}": "{}건: {}",
    "{} dated acts: {}": "연표 {}건: {}",
    "{} series: {}": "회의체 {}개: {}",
    # headings of groups
    "Year": "연도", "none": "없음", "Count": "건수", "Total": "합계", "Unit": "단위", "Without an amount": "금액 없음",
    # what is said below and above an answer
    "* sources differ: {}": "* 출처 간 이견: {}",
    "* sources differ, on {} of these values: aseanrok conflicts ID": "* 값 {}개에 출처 간 이견: aseanrok conflicts ID",
    "The newest act recorded is of {}, {} days ago; what came since is not recorded.": (
        "수록된 최신 사건은 {}({}일 전)이며, 그 뒤의 일은 수록되어 있지 않음"
    ),
    "The newest act recorded is of {}; what came after is not known.": (
        "수록된 최신 사건은 {}이며, 그 뒤의 일은 알 수 없음"
    ),
    "An annual sum counts once for each year of its period.": "연간 출연은 그 기간의 해마다 한 번씩 더함.",
    "An annual sum counts once for each year of its period that is asked for.": "연간 출연은 찾은 해마다 한 번씩 더함.",
    "Sums over several years and pledges are counted but not added up; years whose sum is not recorded add nothing.": (
        "여러 해의 합계와 공약은 건수에만 넣고 합산하지 않으며, 기록이 없는 해는 더하지 않음."
    ),
    "Rows without an amount are counted and add nothing.": "금액이 없는 항목은 건수에만 넣음.",
    "A row of several stands under each.": "여럿에 걸친 항목은 각각에 넣음.",
    "What runs over several years counts in its first.": "여러 해에 걸친 것은 첫해에 넣음.",
    "A row of several stands under each with its whole amount.": "여럿에 걸친 항목은 각각에 전액으로 넣음.",
    ", {} more perhaps": ", 불확실 {}",
    ", {} more until they left": ", 탈퇴 {}",
    "when {} of them joined is not recorded": "이 중 {}개국은 가입 시점 기록 없음",
    "not listed: {} (--kind {})": "목록 외: {} (--kind {})",
    "What is expected follows from the rhythm of a series alone. Sources read to {}.": (
        "'예상'은 회의체의 주기만으로 추정한 것임. 출처 열람 {}까지"
    ),
    "Overdue: its time has passed and no report is recorded; it may have been held.": (
        "'기한 경과'는 시기가 지났으나 개최 기록이 없는 것으로, 열리지 않았다는 뜻은 아님."
    ),
    "no anniversary from {} to {}": "{}부터 {}까지 주년 없음",
    "no round anniversary from {} to {}": "{}부터 {}까지 5년 단위 주년 없음",
    "1 record": "1건",
    "{} records": "{}건",
    ", {} of them shown; --limit {} shows all": ", 이 중 {}건 표시; 모두 보려면 --limit {}",
    "showing results for {}: no record holds {}": "{}의 결과를 표시: {}을(를) 담은 기록 없음",
    # what is said of changes, and of what no calendar can hold
    "{} to {}: {}": "{}판에서 {}판으로: {}",
    "nothing changed": "변경 없음",
    "none of {} changes is asked for": "변경 {}건 가운데 해당 없음",
    "{} values {}": "값 {}개 {}",
    "{} records {}": "기록 {}건 {}",
    "{}, which had no ids in {}": "{}({}판에 식별자 없음)",
    "Not compared: {}": "비교하지 않음: {}",
    "{} rows are not in the calendar: not known to the day": "{}행은 날짜가 정확하지 않아 일정에서 제외",
    # how a record is cited
    "read {}": "{} 열람",
    "aseanrok, data edition {}": "aseanrok 자료 {}판",
    "as in note {}": "각주 {}과 같음",
    "Sources": "출처",
    # a brief: its headings
    "As of {}. Data edition {}; sources read to {}; newest act recorded: {}.": (
        "{} 기준. 자료 {}판, 출처 열람 {}까지, 수록된 최신 사건 {}"
    ),
    "* sources differ. ~ worked out here from other values. Not recorded: found in no source that was read, "
    "which does not mean that it did not happen.": (
        "* 출처 간 이견. ~ 다른 값에서 추산. 기록 없음: 열람한 출처에서 확인되지 않음을 뜻하며, 없었다는 뜻은 아님"
    ),
    "Standing": "현황", "What it is": "개요", "Since": "수립", "Founded": "설립", "Members": "회원국",
    "Meetings: last and next": "회의: 최근 및 차기", "Series": "회의체", "Last held": "최근 개최", "Next": "차기",
    "Announced": "예정",
    "Plans and texts": "행동계획 및 주요 문서", "Newest texts": "최근 문서", "Agreements": "협정",
    "Agreements in force": "발효 협정",
    "Agreement": "협정", "Signed": "서명·채택", "For": "해당국", "In force": "발효",
    "For all parties, not recorded by name": "전 당사국 발효(국명 미기록)", "Money": "재원", "Funds": "기금",
    "Contributions": "출연",
    "Years": "연도", "Sum": "금액", "Basis": "구분", "Figures": "통계", "Figure": "항목", "Period": "기간",
    "Value": "수치",
    "Who counted": "집계 기관", "Points in dispute": "이견 사항", "Run by": "운영", "Priorities": "우선 분야",
    "Terms": "운영 근거",
    "Sector": "분야", "By country": "국가별", "Project": "사업명", "Fund": "기금", "Budget": "예산",
    "Budgets recorded": "기록된 예산",
    "Governing meetings": "운영 회의", "Meetings held there": "개최 회의",
    # how an agreement and an office stand
    "in force since {}": "{} 발효", "enters into force {}": "{} 발효 예정",
    "was in force from {} until {}": "{}~{} 발효",
    "entry into force not recorded": "발효 기록 없음", "replaced by {}": "{}(으)로 대체", "amended {}": "{} 개정",
    "the agreement amended again {}": "협정 재개정 {}", "{} more entries into force": "그 밖의 발효 {}건",
    "{} is an agreement: shown is when it entered into force, and for whom": "{}: 협정이므로 발효일과 해당국을 표시",
    "{} is an agreement: counted is when it entered into force, and for whom": "{}: 협정이므로 발효일과 해당국을 집계",
    "not in force for {}": "미발효: {}", "{} countries": "{}개국", "{} and {} others": "{} 외 {}개국",
    "{}: who held it on {} is not recorded": "{}: {} 당시 재임자 기록 없음", "before: {} ({})": "직전: {}({})",
    "after: {} ({})": "다음: {}({})", "Not recorded": "기록 없음", "who held it {}": "재임자({})",
    # what stands in it
    "on what is told above: {}": "위 내용에 관하여: {}",
    "none recorded for a day to come": "향후 일정 기록 없음",
    "time not recorded": "재임 기간 기록 없음",
    "announced": "예정",
    "over": "종료",
    "not yet in force": "미발효",
    "not for {}": "{} 미발효",
    "last {}": "최근 {}",
    "next: {}": "차기: {}",
    "shown in office {}": "{} 재임 확인",
    "no holder recorded; last {}, {}": "현직자 기록 없음, 직전 {}, {}",
    "no holder recorded; {} was shown in office on {}": "현직자 기록 없음, {} {} 재임 확인",
    "{}expected in {} (yearly rhythm), not announced": "{}{}년 개최 예상(연례 주기), 발표 기록 없음",
    "{}expected in {} (yearly rhythm), not recorded": "{}{}년 개최 예상(연례 주기), 개최 기록 없음",
    "{} in {}": "{1} {0}",
    "{} a year in {}": "{1} 매년 {0}",
    "{} in all in {}": "{1} 합계 {0}",
    "pledged {}": "{} 공약",
    ", {:+.1f}% on {} {}": ", {1}년 대비 {0:+.1f}% {2}",
    "why: {}": "사유: {}",
    "years not recorded: {}": "기록 없는 연도: {}",
    "years whose sum is not recorded: {}": "금액 기록 없는 연도: {}",
    "{} members": "{}개국",
    "{} parties": "{}개국",
    "projects: {}": "사업 {}건",
    "{} ({} of {})": "{0} ({2}건 중 {1}건)",
    "in several currencies": "여러 통화",
    "{} recorded, {} of them under way; the years of {} not recorded; counted here ~ from the records of each": (
        "{}건 기록, 진행 중 {}건, 기간 기록 없음 {}건, 각 기록에서 집계 ~"
    ),
    "series without a recorded meeting: {}": "회의 기록 없는 회의체: {}개",
    "no longer in force: {}": "효력이 끝난 협정: {}건",
    "signed without a recorded entry into force: {}": "서명 후 발효 기록 없음: {}건",
    "further series recorded: {}": "그 밖에 기록된 회의체 {}개",
    "further agreements in force recorded: {}": "그 밖에 발효 {}건 기록",
    "further figures recorded: {}": "그 밖에 통계 {}건 기록",
    "further points in dispute recorded: {}": "그 밖에 이견 {}건 기록",
    "further projects recorded: {}": "그 밖에 사업 {}건 기록",
    "further sectors recorded: {}": "그 밖에 {}개 분야 기록",
    "further meetings recorded: {}": "그 밖에 회의 {}건 기록",
    # what leaves with the rows
    "aseanrok, edition {}; sources read to {}": "aseanrok {}판, {}까지 출처 확인",
    "{} rows": "{}행", "1 row": "1행",
    "the index of all records; a table that is named has all its fields": "모든 기록의 목차. 표를 지정하면 모든 항목",
    "what the index has of each; json, jsonl and toml have all its fields": "목차의 항목. 전부는 json, jsonl, toml",
    "About this file": "이 파일에 대하여",
    "Table": "표",
    "What is measured": "대상",
    "Who gave or counted": "출연국·집계 기관",
    "Years not recorded": "기록 없는 연도",
    "Heading": "머리글",
    "Field": "항목",
    "Type": "형식",
    "Meaning": "뜻",
    "Mark": "표시",
    "Id": "식별자",
    "{} years in {}: {}": "{1}년 {0}주년: {2}",
    "1 year in {}: {}": "{}년 1주년: {}",
    "sources differ on: {}": "출처 간 이견: {}", "worked out here: {}": "추산: {}",
    "sources differ: aseanrok conflicts ID": "출처 간 이견: aseanrok conflicts ID",
    "worked out here from other values: no source gives it": "다른 값에서 추산한 값으로, 출처에 없음",
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
    "nothing is called {}; in {}, these hold its words{}:": "{}의 이름을 가진 것 없음; 이 말을 모두 담은 {}{}:",
    "not looked for: {}": "찾지 않은 말: {}", ", which {} asks": "({}로 찾음)",
    "; without {}": "; 제외한 말: {}", "looked for as numbers alone: {}": "숫자로만 찾은 말: {}",
    "{} is part of the name of {}": "이름에 {} 포함: {}", " and {} more: {}": " 외 {}건: {}",
    "{} is read as {}": "{}: 다음으로 읽음: {}",
    # what an empty answer says
    "nothing found for {}": "{}에 대한 기록 없음",
    "no {} {} is recorded, sources read to {}: {}": "{} {} 기록 없음(출처 열람 {}까지): {}",
    "no {} {} is recorded as held, sources read to {}: {}": "{} {} 개최 기록 없음(출처 열람 {}까지): {}",
    "the {} {} was not held: {}, {}; {}": "{} {} 개최되지 않음: {}, {}; {}",
    "the {} was on {}": "{}: {}", "what comes next: {}": "다음 회의: {}",
    "{}: of {} meetings recorded, {} say who chaired, and none names {}": (
        "{}: 기록된 회의 {}건 중 의장이 기록된 {}건에 {} 의장 없음"
    ),
    "{}: of {} meetings recorded, {} say in which country, and none was held in {}": (
        "{}: 기록된 회의 {}건 중 개최국이 기록된 {}건에 {} 개최 없음"
    ),
    "; {} is told by their cards, where it is recorded": "; {}: 기록된 경우 각 카드에 표시",
    "sources read to {}": "출처 열람 {}까지",
    "no record holds {}": "{}을(를) 담은 기록 없음",
    "no record holds these words together": "이 말들을 함께 담은 기록 없음",
    "of the records that the filters leave none holds these words together": (
        "조건에 맞는 기록 가운데 이 말들을 함께 담은 것 없음"
    ),
    "meetings held there: {}": "그곳에서 열린 회의: {}",
    "few records hold all of {}, in sources read to {}; shown first is the best of each country": (
        "{}의 말을 모두 담은 기록은 몇 건뿐(출처 열람 {}까지); 먼저 나라별로 가장 맞는 기록"
    ),
    "no record holds all of {}, in sources read to {}; these hold most of it": (
        "{}의 말을 모두 담은 기록 없음(출처 열람 {}까지); 아래는 대부분을 담은 기록"
    ),
    "no text holds the word {}, in sources read to {}; shown is what holds the other words": (
        "{}: 본문에 없는 말(출처 열람 {}까지); 아래는 나머지 말을 담은 기록"
    ),
    " or {} others": " 외 {}건",
    "no {0} {1}": "{1} {0} 없음",
    "those of {}": "{}",
    "; {0} are recorded in {1}": "; {1}년부터 {1}년까지 기록되어 있음",
    "; {0} are recorded from {1} to {2}": "; {1}년부터 {2}년까지 기록되어 있음",
    "; {0} holds {1}": "; {0}의 값: {1}",
    "{} is the newest of {} that are called {}: {}": "{0}: {2}(으)로 불리는 {1}건 가운데 가장 최근, {3}",
    "in {}": "{}년", "of {}": "{}", "of kind {}": "종류 {}", "at {}": "장소 {}",
    "that hold {}": "{} 포함", "on {}": "{} 기준",
    "{} is one of {} called {}: {}": "{0}: {2}(으)로 불리는 {1}건 가운데 하나, {3}",
    "with {}": "{}",
    "from {} to {}": "{}~{}",
    "Year before": "전년",
    "{}: {} [{}]; {} more in {}": "{0}년 {1} [{2}]; {4}년은 {3} 증가",
    "{}: {} [{}]; {} less in {}": "{0}년 {1} [{2}]; {4}년은 {3} 감소",
    "Before": "전임", "After": "후임",
    "since {}": "{}~",
    "until {}": "~{}", "last seen {}": "{} 마지막 재임 확인",
    " or ": ", ",
}  # fmt: skip
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
