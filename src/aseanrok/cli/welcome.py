"""The first screen: what `aseanrok` says when it is asked nothing. It needs neither Typer nor a table."""

from __future__ import annotations

from aseanrok import store

_WELCOME = """\
aseanrok: ASEAN and the Republic of Korea since 1989. Every fact has a source.

  aseanrok mekong                     what it is, who met last, what it costs
  aseanrok timeline mekong            everything dated (or: 2019, today, Laos)
  aseanrok search "han river"         find anything, in English or Korean
  aseanrok meetings asean-rok-summit  a series of meetings, first to last
  aseanrok offices --as-of 2019       who held which office then
  aseanrok projects mkcf -o mkcf.csv  the projects of a fund, as a file
  aseanrok conflicts mkcf             where sources differ, which is followed
  aseanrok brief laos                 a page to hand on (-o laos.docx for Word)
  aseanrok page -o aseanrok.html      everything as one page to look at

Tables   {tables}
More     aseanrok --help, aseanrok help formats, man aseanrok

{edition}
"""


_KOREAN = """\
aseanrok: 1989년 이후 아세안과 대한민국. 모든 사실에 출처가 있음.

  aseanrok 한-메콩                    무엇인지, 최근 회의, 재원
  aseanrok timeline 라오스            날짜가 있는 모든 일 (또는 2019, 오늘)
  aseanrok search 한강선언            한국어나 영어로 찾기
  aseanrok meetings asean-rok-summit  한 회의체의 회의, 처음부터 끝까지
  aseanrok offices --as-of 2019       그때의 재임자
  aseanrok projects mkcf -o mkcf.csv  한 기금의 사업을 파일로
  aseanrok conflicts mkcf             출처가 엇갈리는 점과 채택한 값
  aseanrok brief laos                 전달용 자료 (Word는 -o laos.docx)
  aseanrok page -o aseanrok.html      모든 것을 한 쪽에 담은 HTML

표       {tables}
더 보기  aseanrok --help, aseanrok help formats, man aseanrok
한국어   --lang ko, 늘 한국어로: ASEANROK_LANG=ko

{edition}
"""


def welcome(lang: str = "en") -> list[str]:
    """Return the first screen, at most 20 lines of 80 columns."""
    names = [parts[0] for parts in store.commands()]
    said = store.version()
    edition = said[0].upper() + said[1:] + "."
    if lang == "ko":
        version, records, read = (part.rpartition(" ")[2] for part in said.replace(" records", "").split(", "))
        edition = f"자료 {version}판, 기록 {records}건, 출처 열람 {read}."
    return [(_KOREAN if lang == "ko" else _WELCOME).format(tables=_filled(names), edition=edition)]


def _filled(names: list[str]) -> str:
    """Return names over lines of 80 columns, those after the first indented as the first is."""
    lines, line = [], ""
    for name in names:
        if len(line) + len(name) > 68:
            lines.append(line.rstrip())
            line = ""
        line += f"{name}  "
    return f"\n{' ' * 9}".join([*lines, line.rstrip()])
