"""Numbers of a text: where they begin, and what a comma before or inside them means."""

import pytest

from mingzhang.terms.printed import numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("公务接待24批次,210人次", ["24批次", "210人次"]),
        ("收入1,234.50万元，支出1，234.50万元", ["1,234.50万元", "1，234.50万元"]),
        ("12,34", ["12"]),
        ("2019-2021年", ["2019", "2021年"]),
    ],
)
def test_a_comma_parts_numbers_unless_three_digits_follow(text: str, found: list[str]) -> None:
    assert [number.text for number in numbers(text)] == found
