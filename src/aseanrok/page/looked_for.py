"""What the search of the page needs beside the tables: the words and the weights of the search of the command."""

from __future__ import annotations

from aseanrok import dateforms, dates, rows, store
from aseanrok.search import ask, passage, question, ranking, slips, syllables
from aseanrok.words import BOUNDS, MINUS, QUOTES, amounts, common, english, spans, stem, tokens, topics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def constants() -> dict[str, Any]:
    """Return the words and the weights by the names under which `words.js` and `search.js` know them."""
    names = store.search_names("names")
    return {
        **store.search_names("texts"),
        "weights": names["weights"],
        "newest": names["newest"],
        "pairs": names["pairs"],
        "months": list(dates.MONTHS),
        "sums": rows.AMOUNTS,
        "quotes": QUOTES,
        "minus": MINUS,
        "bounds": BOUNDS,
        "common": sorted(common.COMMON),
        "asked": sorted(common.ASKED),
        "around": common.AROUND,
        "spans": {
            "before": spans.BEFORE_IT,
            "after": spans.AFTER_IT,
            "tails": spans.TAILS,
            "between": spans.BETWEEN,
            "upTo": spans.UP_TO,
            "edges": spans.EDGES,
            "beside": spans.BESIDE,
            "most": spans.MOST,
        },
        "today": dateforms.TODAY,
        "this": dateforms.THIS,
        "besideNames": sorted(common.BESIDE),
        "newestWords": sorted(common.NEWEST),
        "unsaid": sorted(common.UNSAID),
        "rok": common.ROK,
        "chair": sorted(common.CHAIR),
        "host": sorted(common.HOST),
        "article": english.ARTICLE,
        "telling": sorted(common.TELLING | {"or"}),
        "said": common.SAID,
        "adjectives": common.ADJECTIVES,
        "same": common.SAME,
        "korea": syllables.KOREA,
        "word": syllables.PART,
        "particles": sorted(common.PARTICLES, key=len, reverse=True),
        "counters": tokens.COUNTERS,
        "monthStems": tokens.MONTH_STEMS,
        "tens": stem.TENS,
        "numbers": stem.NUMBERS,
        "endings": stem.ENDINGS,
        "spellings": stem.SPELLINGS,
        "topics": topics.TOPICS,
        "amounts": {
            "pattern": amounts.AMOUNT.replace("(?P<", "(?<"),
            "pieces": amounts.PIECE.replace("(?P<", "(?<"),
            "word": amounts.WORD,
            "big": amounts.BIG,
            "small": amounts.SMALL,
            "scales": amounts.SCALES,
            "currencies": amounts.CURRENCIES,
            "long": amounts.LONG,
        },
        "mostWords": common.MOST_WORDS,
        "filters": question.FILTERS,
        "part": question.PART,
        "quoted": question.QUOTED,
        "scores": [ranking.ID, ranking.NAME, ranking.ALIAS, ranking.OTHERWISE],
        "tiers": ranking.TIERS,
        "near": [ranking.NEAR, ranking.NEARLY, ranking.FEW, ranking.OTHERS, ranking.MANY],
        "chance": [ask.FEW, ask.LONG, ask.MOST, ask.SLIPS],
        "worth": [ranking.NAMED, ranking.KIND, ranking.MENTIONED, ranking.PART],
        "other": passage.OTHER,
        "longestName": tokens.LONGEST_NAME,
        "longestCountry": tokens.LONGEST_COUNTRY,
        "shortestSlip": slips.SHORTEST,
        "longSlip": slips.LONG,
    }
