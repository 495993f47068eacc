"""Which of several numbers of prose is the wrong one."""

import pytest

from mingzhang.audit.prose.slip import distance, likeliest
from mingzhang.terms.printed import number_of
from tests.audit.prose.written import audited, loud

SPENT = {"T5[total].小计": "300.00", "T5[2010301].小计": "180.00", "T5[2010302].小计": "120.00"}


@pytest.mark.parametrize(
    ("one", "other", "digits"),
    [("13.94", "18.94", 1), ("13.94", "139.4", 0), ("8.80", "80.80", 1), ("6.73", "8.93", 2), ("2.62", "2.26", 1)],
)
def test_numbers_are_as_far_apart_as_their_digits(one: str, other: str, digits: int) -> None:
    assert distance(one, other) == digits


def test_the_likeliest_amount_within_limits_looks_most_like_what_is_printed() -> None:
    number = number_of("18.94万元")
    assert number is not None
    assert likeliest(number, 13_930_000, 13_950_000) == (13_940_000, 1)
    assert likeliest(number, 0, 10**12) is None


def told(total: str = "400.00", first: str = "200.00", second: str = "200.00", rate: str = "90.00%") -> str:
    """A budget section of two items."""
    lines = (("total", total, "300.00", "75.00%"), ("2010301", first, "180.00", rate))
    return "\n".join(_item(*line) for line in (*lines, ("2010302", second, "120.00", "60.00%")))


def _item(row: str, budget: str, spent: str, rate: str) -> str:
    pair = f"T5[{row}].小计 T5[{row}].小计@年初预算"
    return (
        f"年初预算为{{金额 T5[{row}].小计@年初预算|{budget}万元}}，支出决算为{{金额 T5[{row}].小计|{spent}万元}}，"
        f"完成年初预算的{{完成 {pair}|{rate}}}。决算数{{小于 {pair}|小于}}预算数，原因是节约。"
    )


@pytest.mark.parametrize(
    ("changed", "printed", "expected"),
    [
        ({"total": "480.00"}, "480.00", "400.00"),
        ({"first": "290.00"}, "290.00", "200.00"),
        ({"second": "20.00"}, "20.00", "200.00"),
        ({"rate": "99.00%"}, "99.00%", "90.00%"),
    ],
)
def test_one_wrong_number_of_a_budget_section_is_one_finding(
    changed: dict[str, str], printed: str, expected: str
) -> None:
    found = [f for f in loud(audited(SPENT, {"general.items": told(**changed)})) if f.rule.startswith("N")]
    assert [(f.printed, f.expected) for f in found] == [(printed, expected)]


def test_a_change_may_be_the_wrong_one_and_not_its_rate() -> None:
    pair = "T1[收入总计].金额 T1[收入总计].金额@上年"
    text = (
        f"收入支出总计{{金额 T1[收入总计].金额|193.13万元}}，比上年{{增减 {pair}|减少18.94万元}}，"
        f"{{增减 {pair}|下降6.73%}}，原因是节约。"
    )
    (found,) = loud(audited({"T1[收入总计].金额": "193.13"}, {"overall": text}))
    assert (found.printed, found.expected) == ("18.94", "13.94")
