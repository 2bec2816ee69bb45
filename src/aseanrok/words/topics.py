"""What Korean words of the trade mean in English: a search finds by either what is written in the other.

Each line: the Korean words that mean the same, and the English ones, both as people write them. A word that the names
of records explain (a country, a fund, a city) needs no line.
"""

from __future__ import annotations

TOPICS = """\
정상회의 정상회담 : summit
특별정상회의 특별정상회담 : commemorative summit
외교장관회의 외교장관회담 외무장관회의 외교부장관회의 : foreign ministers meeting
경제장관회의 통상장관회의 : economic ministers
재무장관회의 : finance ministers
국방장관회의 국방장관회담 : defence ministers
장관회의 장관급회의 장관회담 각료회의 : ministers meeting, ministerial
고위관리회의 고위급회의 : senior officials
회의 : meeting
외교장관 외무장관 외교부장관 : foreign minister, foreign ministers
장관 : minister, ministers
외교 : foreign
경제 : economic, economy
재무 금융 : finance, financial
국방 : defence
안보 : security
사무총장 : secretary general
사무국 : secretariat
대표부 : mission
대사 : ambassador
주아세안대사 : ambassador to asean
대통령 : president
총리 : prime minister
교역 교역액 교역량 교역규모 무역 무역액 무역량 무역규모 : trade
통상 : trade, commerce
수출 수출액 : export
수입 수입액 : import
투자 투자액 : investment
직접투자 해외직접투자 : direct investment, investment
공여 공여액 출연 출연금 출연액 기여 기여금 분담금 : contribution
공약 약속 : pledge
예산 : budget
기금 : fund
협력기금 : cooperation fund
협력 : cooperation
협력사업 사업 프로젝트 : project
공모 제안서 공고 : call for proposals, proposals
의장국 의장 : chair
공동의장국 공동의장 : co-chair
의장성명 : chairmans statement
대화조정국 조정국 : country coordinator
대화상대국 : dialogue partner
대화관계 : dialogue relations
대화 : dialogue
주년 : anniversary
기념 : anniversary, commemorative
자유무역협정 에프티에이 : free trade agreement, free trade area, fta
자유무역지대 : free trade area
협정 : agreement
의정서 : protocol
양해각서 : memorandum of understanding, mou
발효 발효일 시행 : entry into force, in force
서명 체결 : sign
행동계획 : plan of action
작업계획 : work plan
공동선언 : joint declaration
공동성명 : joint statement
공동비전성명 : joint vision statement
선언 : declaration
성명 : statement
문서 : document
헌장 : charter
회원국 회원 가입국 : member
가입 가입일 : join, accession, accede, membership
비준 비준서 기탁 : ratification, instrument, deposit
참가국 : participant
창설 설립 출범 창립 발족 수립 창설일 설립일 수립일 : establish, establishment, founding
개원 개관 개소 개소식 현판식 개청 : open, opening, establish, establishment
건립 건립비 건설비 공사비 : build, building, cost
방문객 방문자 관광객 여행객 : visitors, tourists
관광 : tourism
방문 방한 순방 : visit
유학생 : students
학생 : student
장학금 장학 장학생 : scholarship
청년 청소년 : youth
여성 : women
문화 : culture, cultural
교육 : education
직업훈련 직업교육 : tvet, vocational
인적교류 인적교류활성화 : people to people
인적자원 인적자원개발 인력양성 : human resource, human resources, education, training
사이버 사이버안보 사이버보안 : cyber, cybersecurity
초국가범죄 국제범죄 : transnational crime
테러 대테러 : terrorism
마약 : drug
재난 재난관리 재해 : disaster
기후변화 기후 : climate change, climate
탄소중립 : carbon neutral
메탄 : methane
환경 : environment, environmental
산림 : forest, forestry
수자원 물관리 : water
생물다양성 : biodiversity
농업 : agriculture, agricultural
농촌 농촌개발 : rural
식량안보 : food security
쌀 비상쌀 : rice
비상비축 비상쌀비축 쌀비축 쌀비상비축 : emergency rice reserve
추가자유화 개선협상 업그레이드 : upgrade
해양 : maritime, marine
보건 : health
백신 : vaccine
코로나 코로나19 코로나일구 : covid
인프라 기반시설 : infrastructure
연계성 : connectivity
교통 : transport
항공 : air services, aviation
스마트시티 : smart city, smart cities
디지털 : digital
과학기술 : science technology
에너지 : energy
중소기업 : smes, msmes
기업인 경제인 비즈니스 : business
스타트업 : startup
지식재산 특허 : intellectual property
평화 : peace
한반도 : korean peninsula
비핵화 : denuclearisation
신남방정책 : new southern policy
인도태평양 : indo pacific
전략적동반자 전략적동반자관계 : strategic partnership
포괄적전략적동반자 포괄적전략적동반자관계 : comprehensive strategic partnership
동반자 동반자관계 : partnership
포괄적 : comprehensive
전략적 : strategic
관계 : relations, partnership
특별 : commemorative, special
공동 : joint, co
자유 : free
계획 : plan
국제 : international
화상 화상회의 온라인 비대면 : virtual, video
대면 : in person
지역 : regional
수교 외교관계 수교일 국교 국교수립 : diplomatic relations
박사 박사학위 박사과정 : doctorate, doctoral
훈련 연합훈련 : exercise, training
해상훈련 해상연합훈련 : maritime exercise
증가 증액 인상 상승 : increase, rise, growth
위원회 : committee
특별위원회 : special committee, presidential committee
위원장 : chair
이사회 : council, board
무역수지 : trade balance
흑자 : surplus
적자 : deficit
동남아 동남아시아 : southeast asia
개최국 주최국 : host
"""


_read: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}


def _known() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    for line in () if _read else TOPICS.splitlines():
        korean, _, english = line.partition(" : ")
        words, meanings = tuple(korean.split()), tuple(english.split(", "))
        _read.update({word: (tuple(other for other in words if other != word), meanings) for word in words})
    return _read


def meanings(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the other Korean words that mean what this one means, and the English ones; none where it is no topic."""
    return _known().get(word, ((), ()))


def ending(word: str) -> str:
    """Return the longest topic that a Korean word ends with and is not, or nothing: 정상회담 of 한메콩정상회담."""
    known = _known()
    return next((word[at:] for at in range(1, len(word) - 1) if word[at:] in known), "")
