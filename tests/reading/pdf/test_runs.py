"""Runs: whatever the order in which a file draws the characters of a line, they are read from left to right, once."""

import math

from hypothesis import given
from hypothesis import strategies as st

from mingzhang.reading.pdf.glyphs import Glyphs
from mingzhang.reading.pdf.runs import run_of

WORDS = "一般公共预算财政拨款收入"
SIZE = 10.0


def drawn(text: str, starts: list[float]) -> Glyphs:
    """Characters as wide as high that begin at these points."""
    return Glyphs(text, starts, [start + SIZE for start in starts], [(100.0, SIZE)] * len(text))


@given(st.permutations(range(len(WORDS))))
def test_order_of_drawing_does_not_matter(order: list[int]) -> None:
    glyphs = drawn("".join(WORDS[place] for place in order), [place * SIZE for place in order])
    run = run_of(glyphs, range(len(WORDS)))
    assert run.text == WORDS
    assert list(run.starts) == sorted(run.starts)
    assert run.gap == 0


@given(st.permutations(range(len(WORDS))), st.integers(1, len(WORDS)))
def test_only_the_chosen_are_read(order: list[int], count: int) -> None:
    chosen = order[:count]
    run = run_of(drawn(WORDS, [place * SIZE for place in range(len(WORDS))]), chosen)
    assert run.text == "".join(WORDS[place] for place in sorted(chosen))


def test_bold_by_drawing_twice_is_read_once() -> None:
    twice = [start for place in range(4) for start in (place * SIZE, place * SIZE + 0.3)]
    assert run_of(drawn("合合计计总总额额", twice), range(8)).text == "合计总额"


def test_equal_neighbours_are_two() -> None:
    assert run_of(drawn("00", [0.0, 5.0]), range(2)).text == "00"


def test_single_character_has_no_gap() -> None:
    assert run_of(drawn("款", [0.0]), [0]).gap == -math.inf
