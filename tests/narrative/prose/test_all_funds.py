"""A section on 财政拨款支出 without 一般公共预算 may tell what all funds paid: then T4 and T8 are what it speaks of."""

import pytest

from tests.narrative.prose.document import mentions, understood
from tests.narrative.prose.notation import noted

FACTS = {
    "T3[total].本年支出合计": 500,
    "T4[本年支出合计].合计": 410,
    "T4[本年支出合计].一般公共预算财政拨款": 400,
    "T4[其他支出].合计": 15,
    "T5[total].小计": 400,
    "T5[205].小计": 395,
    "T5[20502].小计": 395,
    "T5[2050202].小计": 395,
    "T5[229].小计": 5,
    "T5[22999].小计": 5,
    "T5[2299999].小计": 5,
    "T8[total].小计": 10,
    "T8[229].小计": 10,
    "T8[22960].小计": 10,
    "T8[2296002].小计": 7,
    "T8[2296006].小计": 3,
}
HEADING = "# 五、财政拨款支出决算情况说明"
LOTTERY = "彩票公益金安排的支出（款）用于{}的彩票公益金支出（项）。年初预算{}万元，支出决算{}万元，完成年初预算的100%。"
ITEMS = "\n".join(("1." + LOTTERY.format("社会福利", 7, 7), "2." + LOTTERY.format("残疾人事业", 3, 3)))


def claims(text: str, **more: float) -> list[str]:
    """What is read in the sections of a year."""
    return [noted(claim) for _, claim in mentions(understood(text, {**FACTS, **more}, 2021))]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADING}\n2021年度财政拨款支出决算410.00万元，占本年支出合计的82.00%。",
        f"{HEADING}\n财政拨款支出反映一般公共预算、政府性基金预算财政拨款支出。财政拨款支出决算401.00万元。",
        f"{HEADING}\n财政拨款支出决算401.00万元。\n{ITEMS}",
        f"{HEADING}\n财政拨款支出决算401.00万元。\n# 七、一般公共预算财政拨款支出决算情况说明\n略。",
    ],
    ids=["by its total", "by its words", "by its items", "by the section beside it"],
)
def test_all_funds_are_meant(text: str) -> None:
    assert any(claim.startswith("T4[本年支出合计].合计 = 4") for claim in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADING}\n2021年度财政拨款支出决算400.00万元，占本年支出合计的80.00%。\n{ITEMS}",
        f"{HEADING}\n2021年度财政拨款支出决算401.00万元，占本年支出合计的80.00%。",
        f"# 五、一般公共预算财政拨款支出决算情况说明\n财政拨款支出决算410.00万元。\n{ITEMS}",
    ],
    ids=["its total", "nothing says so", "its heading"],
)
def test_the_general_budget_is_meant(text: str) -> None:
    assert any(claim.startswith("T5[total].小计 = 4") for claim in claims(text))


def test_each_item_is_the_row_of_the_fund_that_paid_it() -> None:
    read = claims(f"{HEADING}\n财政拨款支出年初预算412.00万元，支出决算410.00万元。\n{ITEMS}")
    assert read == [
        "T4[本年支出合计].合计@年初预算 = 412",
        "T4[本年支出合计].合计 = 410",
        "名 T8[2296002].小计 彩票公益金安排的支出/用于社会福利的彩票公益金支出",
        "T8[2296002].小计@年初预算 = 7",
        "T8[2296002].小计 = 7",
        "T8[2296002].小计 完成 T8[2296002].小计@年初预算 = 100%",
        "名 T8[2296006].小计 彩票公益金安排的支出/用于残疾人事业的彩票公益金支出",
        "T8[2296006].小计@年初预算 = 3",
        "T8[2296006].小计 = 3",
        "T8[2296006].小计 完成 T8[2296006].小计@年初预算 = 100%",
    ]


def test_a_class_of_two_funds_is_their_sum() -> None:
    read = claims(f"{HEADING}\n财政拨款支出决算410.00万元，其中：教育支出（类）395.00万元；其他支出（类）15.00万元。")
    assert "T5[205].小计 = 395" in read
    assert "T4[其他支出].合计 = 15" in read


def test_a_class_of_two_funds_without_their_sum_stays_unread() -> None:
    facts = {at: value for at, value in FACTS.items() if at != "T4[其他支出].合计"}
    text = f"{HEADING}\n财政拨款支出决算410.00万元，其中：其他支出（类）15.00万元。"
    read = [noted(claim) for _, claim in mentions(understood(text, facts, 2021))]
    assert not any("229" in claim for claim in read)


def test_a_subsection_on_the_general_budget_is_on_it_alone() -> None:
    text = (
        f"{HEADING}\n财政拨款支出决算410.00万元。\n"
        "## （一）一般公共预算财政拨款支出决算情况\n2021年度一般公共预算财政拨款支出400.00万元。"
    )
    assert "T5[total].小计 = 400" in claims(text)
