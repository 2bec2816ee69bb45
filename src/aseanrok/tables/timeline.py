"""The timeline: every dated act of every table, each told once."""

from __future__ import annotations

from collections.abc import Iterator

from aseanrok import dates, roles
from aseanrok.model.act import Act
from aseanrok.model.archive import Archive
from aseanrok.model.column import StandsFor, json_safe, of
from aseanrok.model.field import Reference
from aseanrok.model.table import PLACE_KO, SOURCES, STATUS, Argument, Command, Table, place, place_ko
from aseanrok.model.vocabulary import ActKind, Confidence, Level, MilestoneKind, Mode
from aseanrok.words import natural


def acts(archive: Archive) -> Iterator[Act]:
    """Yield every dated act, each once: what a meeting adopted or founded is among that meeting's outcomes."""
    for _, record in archive:
        yield from record.acts(archive)


def _place(act: Act, archive: Archive) -> str | None:
    """Return a place with the mode where not in person: `Seoul, ROK (hybrid)`, `virtual, hosted by Viet Nam`."""
    where, mode = place(act.where, archive), getattr(act.where, "mode", None)
    if mode is Mode.VIRTUAL:
        return f"{mode}, hosted by {where}" if where else str(mode)
    return f"{where} ({mode})" if where and mode is Mode.HYBRID else where


def _place_ko(act: Act, archive: Archive) -> str | None:
    """Return the same in Korean: `대한민국 서울 (대면·화상 병행)`, `화상, 베트남 주최`."""
    where, mode = place_ko(act.where, archive), getattr(act.where, "mode", None)
    if mode is Mode.VIRTUAL:
        return f"{mode.ko}, {where} 주최" if where else mode.ko
    return f"{where} ({mode.ko})" if where and mode is Mode.HYBRID else where


KINDS = {**MilestoneKind.words(), **Level.words(), **ActKind.words()}
"""The Korean of every kind of act."""

OF_EACH = ("members", "entry_into_force")
"""The fields of a record that hold a date for each of several countries."""

TABLE = Table(
    name="timeline",
    about="Every dated act, oldest first.",
    rank=10,
    singular="act",
    name_ko="연표",
    columns=(
        of("date", "date", "When it happened: an EDTF date as precise as its source.", "일자", roles=(roles.DATE,)),
        of("title", "text", "What happened.", "제목", roles=(roles.LABEL,)),
        of("kind", "text", "What kind of act: summit, ministerial, signing, entry-into-force, establishment, ...",
           "종류", roles=(roles.KIND,), words=KINDS),
        of("frameworks", "list", "Ids of the frameworks it belongs to.", "협의체",
           lambda act, _: list(act.record.listed_frameworks), reference=Reference(("frameworks",))),
        of("place", "text", "City and country as people read them, with the mode where not in person.", "장소", _place,
           roles=(roles.PLACE,), made_of=("city", "country", "mode")),
        of("country", "text", "ISO 3166-1 alpha-3 code of the country it took place in.", "국가",
           lambda act, _: getattr(act.where, "country", None), roles=(roles.COUNTRY, roles.WHOLE)),
        of("countries", "list", "ISO 3166-1 alpha-3 codes of the countries that it is about by name.", "관련 국가",
           lambda act, _: list(act.concerns), roles=(roles.COUNTRY,)),
        of("mode", "text", "How a meeting was held.", "방식",
           lambda act, _: json_safe(getattr(act.record, "mode", None)), words=Mode.words()),
        STATUS._replace(value=lambda act, archive: STATUS.value(act.record, archive)),
        of("outcomes", "list", "What came out of it.", "결과", lambda act, _: list(getattr(act.record, "outcomes", ())),
           roles=(roles.ITEMS,)),
        of("outcomes_ko", "list", "The same in Korean.", "한국어 결과",
           lambda act, _: list(getattr(act.record, "outcomes_ko", ())), heading="Korean outcomes"),
        of("id", "text", "Id of the record it comes from.", "식별자", lambda act, _: act.record.id, heading="Id",
           roles=(roles.WHOLE,), reference=Reference(())),
        of("table", "text", "Table of that record.", "표", lambda act, archive: archive.table_of(act.record.id),
           roles=(roles.TABLE,)),
        SOURCES._replace(value=lambda act, archive: SOURCES.value(act.record, archive)),
        of("title_ko", "text", "The same in Korean, where the names in it are known.", "한국어 제목",
           heading="Korean title"),
        of("confidence", "text", "high, medium or announced.", "신뢰도", lambda act, _: str(act.record.confidence),
           words=Confidence.words()),
        PLACE_KO._replace(value=_place_ko),
    ),
    listing=("date", "title", "place", "id", "outcomes"),
    items=acts,
    # On one day the meeting stands before what happened there.
    order=lambda row: (
        dates.order(str(row["date"])), row["table"] != "meetings", natural(str(row["id"])), row["title"]
    ),
    disputable=True,
    stands_for=lambda act: StandsFor(
        act.record, (act.dated_by,), countries=act.concerns if act.dated_by in OF_EACH else None
    ),
    command=Command(
        group="Read",
        rank=10,
        help="Every dated act, oldest first.",
        text="""\
Every dated act, oldest first: meetings, documents, foundings, entries into force.

A date is as precise as its source. Filters keep whatever may fall in the time asked for.

\b
Examples:
  aseanrok timeline mekong
  aseanrok timeline --framework mekong,apt
  aseanrok timeline --since 2019 --until 2021-06
  aseanrok timeline --since 2015 --chart
  aseanrok timeline --country Laos --format csv""",
        filters=("framework", "since", "until", "year", "kind", "country", "place", "match", "chart"),
        argument=Argument(metavar="ABOUT", help="What the rows are about: mekong, Laos, akcf, 2019."),
    ),
)  # fmt: skip
