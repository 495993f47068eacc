"""The words of the sections on 一般公共预算财政拨款支出 and its 基本支出, beside the names of classified items."""

from typing import Final

from mingzhang.narrative.prose.subject import Column, Meaning, Unknown, Vocabulary, money
from mingzhang.narrative.prose.words.accounts import T3, either
from mingzhang.narrative.prose.words.forms import FISCAL, YEARLY, lines
from mingzhang.narrative.prose.words.grants import GRANTED

T5 = "T5[total].小计"
BASIC_TOTAL: Final = "T5[total].基本支出"
_OTHER_FUND: Final = "(政府性基金|国有资本经营)(预算)?(财政)?(拨款)?(支出)?"
_STAFF: Final[tuple[tuple[str, Meaning], ...]] = (
    ("人员(经费|支出)(支出)?(合计)?", money("T6[人员经费合计].决算数", BASIC_TOTAL)),
    ("(日常)?公用(经费|支出)(支出)?(合计)?", money("T6[公用经费合计].决算数", BASIC_TOTAL)),
)

GENERAL: Final = Vocabulary(
    lines(
        (f"{YEARLY}{FISCAL}基本支出", money(BASIC_TOTAL, T5)),
        (f"{YEARLY}{FISCAL}项目支出", money("T5[total].项目支出", T5)),
        (f"{YEARLY}{FISCAL}(本年)?(总)?支出(合计|总计|总额|总体)?", money(T5, T3)),
        (f"{YEARLY}一般公共预算(财政)?(本年)?支出(合计|总计)?", money(T5, T3)),
        (_OTHER_FUND, Unknown()),
        ("(本年度?|当年|全年|年度|部门|单位)+(总)?支出(决算)?(数|额)?(合计|总数)?|支出合计", money(T3)),
        ("(本年度?|当年|全年|年度|部门|单位)*(支出(决算)?总(计|额)|总支出)", either(T3, T5)),
        ("基本支出", Column("基本支出")),
        ("项目支出", Column("项目支出")),
        *_STAFF,
    ),
    money(T5, T3),
    frozenset({"小计", "基本支出", "项目支出"}),
)


def _of_fund(stem: str, fund: str) -> tuple[str, Meaning]:
    paid = money(f"T4[本年支出合计].{fund}", GRANTED, T3)
    return f"{YEARLY}{stem}(预算)?(财政)?(拨款)?(本年)?支出(合计|总计)?", paid


ALL_FUNDS: Final = Vocabulary(
    lines(
        _of_fund("一般公共预算", "一般公共预算财政拨款"),
        _of_fund("政府性基金", "政府性基金预算财政拨款"),
        _of_fund("国有资本经营", "国有资本经营预算财政拨款"),
        (f"{YEARLY}{FISCAL}(基本|项目)支出", Unknown()),
        (f"{YEARLY}(当年)?财政拨款(本年)?(总)?支出(合计|总计|总额|总体)?", money(GRANTED, T3)),
        ("(本年度?|当年|全年|年度|部门|单位)+(总)?支出(决算)?(数|额)?(合计|总数)?|支出合计", money(T3)),
        ("(本年度?|当年|全年|年度|部门|单位)*(支出(决算)?总(计|额)|总支出)", either(T3, GRANTED)),
        ("基本支出", Column("基本支出")),
        ("项目支出", Column("项目支出")),
    ),
    money(GRANTED, T3),
    frozenset({"小计", "基本支出", "项目支出"}),
)
"""The words of a section on what all funds together paid."""

BASIC: Final = Vocabulary(
    lines(
        (f"{YEARLY}({FISCAL}|一般公共预算)?基本支出(决算)?(合计|总计|总额)?", money(BASIC_TOTAL)),
        *_STAFF,
    ),
    money(BASIC_TOTAL),
)
