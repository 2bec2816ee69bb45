"""Small words of Korean: amounts, dates, ordinals."""

from __future__ import annotations

from itertools import groupby

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

UNITS = {
    "USD": "달러", "KRW": "원", "EUR": "유로", "percent": "퍼센트", "percent of tariff lines": "퍼센트(관세 품목)",
    "projects": "개 사업", "visitors": "명", "people": "명", "students": "명", "staff": "명",
    "participants": "개 참가국·기구", "tonnes": "톤",
    "areas": "개 분야", "fields": "개 분야", "companies": "개 기업", "proposals": "건", "measures": "개 조치",
    "rank": "위", "ASEAN member states": "개 아세안 회원국", "member states": "개 회원국",
    "working groups": "개 작업반", "mechanisms": "개 협의체", "bodies": "개 기구", "programmes": "개 프로그램",
}  # fmt: skip
"""What is counted, as it stands after a number; a unit that is not among them stays as it is."""

_COUNTERS = "개명건위퍼톤"  # a unit that begins so stands close to its number
_GROUPS = ((10**12, "조"), (10**8, "억"), (10**4, "만"))
_QUALIFIERS = {"about": "약 {}", "more than": "{} 초과", "up to": "최대 {}"}


def amount(number: Decimal, unit: str, qualifier: str | None = None) -> str:
    """Return an amount as Korean counts it, in units of ten thousand: `832억 달러`, `약 1,400만 달러`, `420개 사업`."""
    said = figure(number)
    counted = UNITS.get(unit, unit)
    said = f"{said}{'' if counted[0] in _COUNTERS else ' '}{counted}"
    return _QUALIFIERS.get(qualifier or "", "{}").format(said)


def figure(number: Decimal) -> str:
    """Return a number in groups of ten thousand: `1조 2,345억`, `832억`, `9,500`, `4.3`, `-2억`."""
    if number < 0:
        return f"-{figure(-number)}"
    if number != number.to_integral_value():
        return f"{number:,}"
    if number < 10**4:
        return f"{int(number):,}"
    left, parts = int(number), []
    for size, word in _GROUPS:
        if left >= size:
            parts.append(f"{left // size:,}{word}")
            left %= size
    if left:
        parts.append(f"{left:,}")
    return " ".join(parts)


def in_order(ordinals: Sequence[int]) -> str:
    """Return `제3차-제9차, 제20차`; two that follow each other are named one by one."""
    said: list[str] = []
    for _, run in groupby(enumerate(ordinals), key=lambda pair: pair[1] - pair[0]):
        names = [f"제{number}차" for _, number in run]
        said += [f"{names[0]}-{names[-1]}"] if len(names) > 2 else names
    return ", ".join(said)
