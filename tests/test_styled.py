"""Text with styles: broken between words, to a number of columns, and nothing of it lost."""

from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from aseanrok.output._styled import BOLD, DIM, MARKED, Styled
from aseanrok.output.plain import width

WORDS = st.text(st.sampled_from("ab-한국\u0301e "), max_size=60)


def lines(text: Styled, wide: int) -> list[str]:
    return [line.plain for line in text.lines(wide)]


@given(WORDS, st.integers(2, 30))
def test_no_line_is_wider_than_the_room_and_no_letter_is_lost(text: str, wide: int) -> None:
    broken = lines(Styled(text), wide)
    assert all(width(line) <= wide for line in broken)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")


@given(WORDS, st.integers(2, 30))
def test_only_a_word_that_is_wider_than_a_line_is_broken(text: str, wide: int) -> None:
    assume(all(width(word) <= wide for word in text.split()))
    assert [word for line in lines(Styled(text), wide) for word in line.split()] == text.split()


def test_lines_are_filled_before_the_next_begins() -> None:
    assert lines(Styled("one two three"), 7) == ["one two", "three"]
    assert lines(Styled("one two three"), 8) == ["one two", "three"]
    assert lines(Styled("in lighthouses"), 5) == ["in", "light", "house", "s"]
    assert lines(Styled("부산 개발"), 5) == ["부산", "개발"]
    assert lines(Styled("cafe\u0301s"), 4) == ["cafe\u0301", "s"]  # a mark stays with its letter
    assert lines(Styled("first\n\nsecond"), 20) == ["first", "", "second"]


def test_a_word_that_follows_a_broken_one_begins_where_a_line_does() -> None:
    assert lines(Styled("abcdef gh"), 6) == ["abcdef", "gh"]
    assert lines(Styled("abcdefghijkl gh"), 6) == ["abcdef", "ghijkl", "gh"]


def test_a_style_goes_over_the_end_of_a_line() -> None:
    text = Styled("one ", BOLD).add("two three", MARKED).add(" four")
    assert [line.drawn(color=True) for line in text.lines(9)] == [
        "\x1b[1mone \x1b[0m\x1b[1;31mtwo\x1b[0m",
        "\x1b[1;31mthree\x1b[0m",
        "four",
    ]
    assert [line.drawn(color=False) for line in text.lines(9)] == ["one two", "three", "four"]


def test_the_lines_of_a_link_are_one_link() -> None:
    drawn = [line.drawn(color=True) for line in Styled("see there", DIM, "https://x.test/a").lines(5)]
    ids = {id for line in drawn for id in re.findall(r"\x1b\]8;id=(\w+);https://x\.test/a\x1b\\", line)}
    assert len(drawn) == 2 and len(ids) == 1
    assert Styled("see there", DIM, "https://x.test/a").drawn(color=False) == "see there"
