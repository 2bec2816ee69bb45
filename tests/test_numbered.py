"""A meeting named by its series and its number, however that is written."""

from __future__ import annotations

import pytest

from aseanrok.cli.numbered import numbered

NAMES = ("asean-rok-summit 26", "asean-rok-summit-26", "26th asean-rok-summit")


@pytest.mark.parametrize("name", [*NAMES, "제26차 asean-rok-summit"])
def test_a_number_may_stand_before_and_after(name: str) -> None:
    row = numbered(name)
    assert row and (row["series"], row["ordinal"]) == ("asean-rok-summit", 26)
