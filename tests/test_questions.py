"""Questions that people asked without having seen the data, answered within two lines: tests/questions.toml."""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest

from conftest import Program

QUESTIONS = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))["question"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["lines"][0])
def test_a_question_is_answered_within_two_lines(question: dict[str, Any], program: Program) -> None:
    assert 1 <= len(question["lines"]) <= 2
    said = ""
    for line in question["lines"]:
        done = program(*shlex.split(line), "--lang", question["lang"])
        assert done.returncode in (0, 1), done.stderr
        said += done.stdout + done.stderr
    assert [told for told in question["told"] if told not in said] == []


def test_both_languages_are_asked_in() -> None:
    asked = [question["asked"] for question in QUESTIONS]
    assert len(set(asked)) == len(asked) >= 140
    assert {question["lang"] for question in QUESTIONS} == {"en", "ko"}
