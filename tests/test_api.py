"""`import aseanrok`: typed records, read on first touch."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

import aseanrok
from aseanrok.model.partial_date import PartialDate
from aseanrok.tables import RECORDS


def test_public_names_are_the_promised_ones() -> None:
    public = {name for name in vars(aseanrok) if not name.startswith("_")} - {"annotations", "TYPE_CHECKING"}
    modules = {name for name in public if getattr(vars(aseanrok)[name], "__spec__", None) is not None}
    assert (public - modules) | {"__version__"} == set(aseanrok.__all__)


def test_records_are_reached_by_table_and_id() -> None:
    data = aseanrok.load()
    meeting = data.meetings["mekong-rok-fmm-7"]
    assert meeting.title == "7th Mekong-ROK Foreign Ministers' Meeting"
    assert isinstance(meeting.date, PartialDate)
    assert meeting.date.overlaps("2017-09")
    assert meeting.frameworks == ("mekong",)
    assert data["akcf"] is data.funds["akcf"]
    assert data.table_of("akcf") == "funds"
    assert "nothing-of-the-kind" not in data
    assert {table for table, _ in data} == {table for table in RECORDS if len(getattr(data, table))}


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda data: pickle.loads(pickle.dumps(data))])
def test_the_data_can_be_copied_before_anything_is_read(copied: Callable[[Any], Any]) -> None:
    data = copied(aseanrok.load())
    assert data["akcf"].name == "ASEAN-ROK Cooperation Fund"
    assert copied(data).meetings["mekong-rok-fmm-7"].date == data.meetings["mekong-rok-fmm-7"].date


def test_what_is_no_date_is_told_as_such() -> None:
    with pytest.raises(ValueError, match=r"'x' is not a date; write 2019"):
        PartialDate("2011").overlaps("x")


def test_records_do_not_change() -> None:
    with pytest.raises(ValidationError):
        aseanrok.load().funds["akcf"].name = "Another Fund"  # type: ignore[misc]


def test_importing_and_loading_read_nothing_yet() -> None:
    code = "import sys, aseanrok; aseanrok.__version__; print('pydantic' in sys.modules, 'tomllib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"
