"""One letter apart: changed, lost or put in, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.terms.likeness import one_letter_apart

WORD = st.text("收入支出总计", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("收入总计", "收人总计", True), ("入总计", "收入总计", True), ("收入总计", "收入总", True),
        ("收入总计", "收入总计", False), ("收入总计", "支出总计", False), ("收入", "入收", False), ("", "收", True),
    ],
)  # fmt: skip
def test_a_pair(one: str, other: str, apart: bool) -> None:
    assert one_letter_apart(one, other) == one_letter_apart(other, one) == apart


@given(WORD, st.data())
def test_whatever_letter_is_changed(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    assert one_letter_apart(word, f"{word[:place]}误{word[place + 1 :]}")
    assert one_letter_apart(word, word[:place] + word[place + 1 :])
    assert not one_letter_apart(word, f"{word[:place]}误误误{word[place + 1 :]}")
