"""The sentences of a real small institution (2021): every number goes to its figure."""

from mingzhang.disclosure.section import Paragraph
from tests.narrative.prose.document import mentions, understood
from tests.narrative.prose.notation import noted

TEXT = """
# 一、收入支出决算总体情况说明
2021 年度收、支总计 193.13 万元。与 2020 年度相比，收、支总计各减少 13.94 万元，下降 6.73%，主要原因是新进 2 人。
# 二、收入决算情况说明
2021 年度收入合计 193.13 万元。其中：财政拨款收入 193.13 万元，占本年收入 100.00%；事业收入 0.00 万元，占 0.00%。
# 五、一般公共预算财政拨款支出决算情况说明
## （一）财政拨款支出决算总体情况。
2021 年度财政拨款支出 193.13 万元，占本年支出合计的 100.00%。
## （三）财政拨款支出决算具体情况。
1. 社会保障和就业支出(类)。年初预算为 188.52 万元，支出决算为 180.22 万元，完成年初预算的 95.60%，\
支出决算数小于年初预算数的主要原因是奖励性绩效工资核算差异。
"""
FACTS = {"T5[208].小计": 180.22, "T5[total].小计": 193.13}


def test_every_sentence_says_what_it_says() -> None:
    read = understood(TEXT, FACTS, 2021)
    assert [(text, noted(claim)) for text, claim in mentions(read)] == [
        ("193.13 万元", "T1[收入总计].金额 = 193.13"),
        ("减少 13.94 万元", "T1[收入总计].金额 - 上年 = -13.94"),
        ("下降 6.73%", "T1[收入总计].金额 - 上年 = -6.73%"),
        ("193.13 万元", "T2[total].本年收入合计 = 193.13"),
        ("193.13 万元", "T2[total].财政拨款收入 = 193.13"),
        ("100.00%", "T2[total].财政拨款收入 / T2[total].本年收入合计 = 100%"),
        ("0.00 万元", "T2[total].事业收入 = 0"),
        ("0.00%", "T2[total].事业收入 / T2[total].本年收入合计 = 0%"),
        ("193.13 万元", "T5[total].小计 = 193.13"),
        ("100.00%", "T5[total].小计 / T3[total].本年支出合计 = 100%"),
        ("社会保障和就业支出(类)", "名 T5[208].小计 社会保障和就业支出"),
        ("188.52 万元", "T5[208].小计@年初预算 = 188.52"),
        ("180.22 万元", "T5[208].小计 = 180.22"),
        ("95.60%", "T5[208].小计 完成 T5[208].小计@年初预算 = 95.6%"),
        ("小于", "T5[208].小计 < 年初预算"),
    ]


def test_a_budget_that_only_the_text_prints_becomes_a_figure() -> None:
    fact = understood(TEXT, FACTS, 2021).fact("T5[208].小计@年初预算")
    assert (fact.value, fact.spread, fact.printed, str(fact.trace)) == (
        188_520_000,
        5_000,
        "188.52",
        "Stated(position=Position(file='例.md', page=None, box=None, sheet='', cell='', line=9))",
    )


def test_not_a_character_changes() -> None:
    read = understood(TEXT, FACTS, 2021)
    told = [block.text for _, block in read.blocks() if isinstance(block, Paragraph)]
    assert told == [line for line in TEXT.strip().splitlines() if not line.startswith("#")]
