"""The words and signs that say of a date where a time begins or ends: `since 2016`, `2019년 이후`, `>2018`."""

from __future__ import annotations

BEFORE_IT = {
    "since": "since", "from": "since", "between": "since", "after": "since",
    "until": "until", "till": "until", "to": "until", "before": "until", "by": "until",
}  # fmt: skip
"""The words that say of a date after them that a time begins or ends with it."""

AFTER_IT = {"이후": "since", "이래": "since", "부터": "since", "까지": "until", "이전": "until"}
"""The words that say of a date before them that a time begins or ends with it."""

TAILS = ("", "로", "의", "에", "는", "에는", "부터", "까지")
"""What may stand behind them and changes nothing: 이후의."""

BETWEEN = ("~", "..", "...", "-", "\u2013", "\u2014")
"""What between two dates says that a time is from one to the other."""

UP_TO = ("to", "until", "till")
"""Words between two dates that say the same."""

EDGES = {
    ">": ("since", 1), ">=": ("since", 0), "\u2265": ("since", 0), "+": ("since", 0),
    "<": ("until", -1), "<=": ("until", 0), "\u2264": ("until", 0),
}  # fmt: skip
"""What a sign before a date asks, and how many days, months or years beside it: `>2018` is since 2019."""

BESIDE = {"after": 1, "before": -1}
"""The words before a date that leave out the date itself."""

MOST = 3
"""Of so many words is a date at most: 27 November 1989."""
