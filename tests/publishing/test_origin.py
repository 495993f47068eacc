import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Computed, Divided, Entered, Measured, Selected, Stated, Term
from mingzhang.publishing.origin import origin, question
from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.criterion import Condition, Criterion, Held
from mingzhang.terms.selection import Measure, Selection, Side

CARDS = Criterion("制卡", (Condition("人群", Held.IS, ("职工", "居民")),))

A, B = Address("T1", "甲", "金额"), Address("T1", "乙", "金额")

QUESTIONS = [
    (Selection(), "全部分录，取本年发生净额（借方）"),
    (Selection(accounts=("6001",), side=Side.CREDIT), "会计科目 6001，取本年发生净额（贷方）"),
    (Selection(functions=("208", "210"), measure=Measure.DEBIT), "支出功能分类 208、210，取借方发生额"),
    (
        Selection(economics=("301",), funds=(FundSource.GENERAL, FundSource.OTHER), natures=(Nature.BASIC,)),
        "支出经济分类 301，资金性质为一般公共预算财政拨款或非财政拨款，支出性质为基本支出，取本年发生净额（借方）",
    ),
    (
        Selection(entities=("1",), outside=True, closing_entries=True, measure=Measure.CLOSING),
        "单位为1，不含单位之间往来，含年末结转凭证，取年末余额（借方）",
    ),
    (Selection(projects=("金保",), contra=("1011",)), "项目为金保，对方科目 1011，取本年发生净额（借方）"),
]


@pytest.mark.parametrize(("selection", "words"), QUESTIONS)
def test_a_question_to_the_books_is_put_in_words(selection, words):
    assert question(selection) == words


@pytest.mark.parametrize(
    ("trace", "words"),
    [
        (Divided((Term(1, A),), (Term(1, B),), complement=True), "计算得出：1－（甲）÷（乙）。"),
        (
            Selected((Selection(), Selection()), "f" * 64),
            f"取自账簿：{QUESTIONS[0][1]}；再加 {QUESTIONS[0][1]}。账簿摘要 ffffffffffff。",
        ),
        (Computed((Term(1, A), Term(-1, B))), "计算得出：甲－乙。"),
        (Computed((Term(-1, A), Term(1, B))), "计算得出：－甲＋乙。"),
        (
            Measured("制卡量", CARDS, "e" * 64),
            "按绩效指标“制卡量”从台账计量：台账“制卡”中人群等于职工或居民，取条数。台账摘要 eeeeeeeeeeee。",
        ),
        (Stated(Position("a.pdf", page=3)), "读自 a.pdf 第3页。"),
        (Entered("张会计", Position("prior.csv", line=2)), "由张会计录入，见 prior.csv 第2行。"),
        (Entered("prior.csv", Position("prior.csv", line=2)), "录入的数据，见 prior.csv 第2行。"),
    ],
)
def test_an_origin_is_put_in_words(trace, words):
    assert origin(trace, lambda address: address.row) == words
