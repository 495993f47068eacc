"""The department's self-evaluation as an evaluator works it out with pencil and paper, from records to grades."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import reduce

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Appraisal, State
from mingzhang.disclosure.trace import Measured
from mingzhang.terms.criterion import Held as Held
from mingzhang.workflows.accounts import Accounts
from mingzhang.workflows.build import compile_year, read_year
from tests.conftest import DEPARTMENT

from .ledger import rows

SCORES = {
    "整体": """
        年度资金总额 10 × 20358590.03 ÷ 20594500 = 9.89
        演出场次 10 × 16 ÷ 24 = 6.67
        新增藏书 5 = 5
        编目及时率 5 = 5
        轮训人次 10 = 10
        检查覆盖率 10 = 10
        问题整改率 5 = 5
        三公控制率 5 = 5
        观众人次 10 × 13796 ÷ 20000 = 6.90
        通借通还 10 = 10
        游客找路 10 × 0.65 = 6.50
        群众满意度 10 × 820 ÷ 920 ÷ 0.9 = 9.90
        总分 89.86 良
    """,
    "文化节": """
        年度资金总额 10 × 351748 ÷ 531302.60 = 6.62
        演出场次 15 × 16 ÷ 24 = 10
        演出街道 10 × 6 ÷ 12 = 5
        室内上座率 10 = 10
        按期开幕 5 = 5
        观众人均成本 10 = 10
        观众人次 15 × 13796 ÷ 20000 = 10.35
        文艺团队 15 × 0.6 = 9
        文化节满意度 10 × 207 ÷ 240 ÷ 0.9 = 9.58
        总分 75.55 中
    """,
    "文献服务": """
        年度资金总额 10 × 741148.50 ÷ 992904.80 = 7.46
        新增藏书 15 = 15
        分馆 10 = 10
        采选质量 10 = 10
        编目及时率 15 = 15
        通借通还 20 = 20
        馆藏结构 10 = 10
        图书馆满意度 10 = 10
        总分 97.46 优
    """,
    "绿道标识": """
        年度资金总额 10 × 2228169.20 ÷ 2712478.16 = 8.21
        标识牌造价 20 × 15000 ÷ 2030030 × 128 = 18.92
        标识牌 15 × 128 ÷ 150 = 12.80
        验收合格率 10 = 10
        按期安装率 15 × 70 ÷ 128 ÷ 0.95 = 8.63
        游客找路 10 × 0.65 = 6.50
        标识管护 10 = 10
        绿道满意度 10 × 158 ÷ 200 ÷ 0.85 = 9.29
        总分 84.35 良
    """,
    "轮训": """
        年度资金总额 10 × 155065.90 ÷ 158427 = 9.79
        轮训人次 20 = 20
        轮训期数 10 = 10
        考核合格率 10 = 10
        人均轮训成本 10 = 10
        讲解服务 20 = 20
        课程资源 10 = 10
        轮训满意度 10 = 10
        总分 99.79 优
    """,
}
"""Weight times the share reached, as written on paper; what reached its target earns its weight."""

Rows = list[dict[str, str]]
COUNTED: dict[str, tuple[str, Callable[[Rows], int]]] = {
    "演出场次": ("文化节场次", len),
    "下半年场次": ("文化节场次", lambda all_: sum(row["演出日期"] >= "2023-07" for row in all_)),
    "演出街道": ("文化节场次", lambda all_: len({row["街道"] for row in all_})),
    "观众人次": ("文化节场次", lambda all_: sum(int(row["观众"]) for row in all_)),
    "新增藏书": ("图书入藏", lambda all_: sum(int(row["册数"]) for row in all_)),
    "通借通还": ("通借通还", lambda all_: sum(int(row["册次"]) for row in all_)),
    "标识牌": ("标识牌", len),
    "标识牌结算额": ("标识牌", lambda all_: sum(int(row["造价"]) * 100 for row in all_)),
    "轮训人次": ("轮训", len),
    "线上人次": ("轮训", lambda all_: sum(row["方式"] == "线上" for row in all_)),
    "检查次数": ("场所检查", len),
    "已整改": ("场所检查", lambda all_: sum(bool(row["整改日期"]) for row in all_)),
}
"""Values counted from the files with nothing but the standard library."""


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> Accounts:
    year, faults = read_year(DEPARTMENT)
    made, hints = compile_year(year, tmp_path_factory.mktemp("books"))
    assert (*faults, *hints) == ()
    return made


@pytest.fixture(scope="module")
def appraisals(accounts: Accounts) -> dict[str, Appraisal]:
    assert accounts.performance is not None
    return {one.id: one for one in accounts.performance.appraisals}


def worked_out(formula: str) -> Decimal:
    """The result of a line of multiplications and divisions, half up to cents."""
    first, *rest = formula.split()
    steps = zip(rest[::2], rest[1::2], strict=True)
    value = reduce(lambda so_far, step: _step(so_far, *step), steps, Fraction(first))
    return (Decimal(value.numerator) / value.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _step(value: Fraction, sign: str, number: str) -> Fraction:
    return value * Fraction(number) if sign == "×" else value / Fraction(number)


def paper(evaluation: str) -> tuple[dict[str, Decimal], Decimal, str]:
    """The scores by what earns them, the total and the grade of an evaluator's sheet, which must add up by itself."""
    *lines, (_, total, grade) = [line.split() for line in SCORES[evaluation].strip().splitlines()]
    scores = {}
    for name, *formula, equals, score in lines:
        assert (equals, worked_out(" ".join(formula))) == ("=", Decimal(score)), name
        scores[name] = Decimal(score)
    assert sum(scores.values()) == Decimal(total)
    return scores, Decimal(total), grade


@pytest.mark.parametrize("evaluation", SCORES)
def test_scores_are_those_an_evaluator_works_out(appraisals: dict[str, Appraisal], evaluation: str) -> None:
    scores, total, grade = paper(evaluation)
    one = appraisals[evaluation]
    made = {money.label: money.score for money in one.monies if money.score is not None}
    made |= {each.indicator: each.score for each in one.achievements if each.score is not None}
    assert made == {name: Fraction(score) for name, score in scores.items()}
    assert (one.total, one.grade) == (Fraction(total), grade)


def test_every_evaluation_is_on_paper(appraisals: dict[str, Appraisal]) -> None:
    assert appraisals.keys() == SCORES.keys()
    assert {one.grade for one in appraisals.values()} == {"优", "良", "中"}


@pytest.mark.parametrize("measure", COUNTED)
def test_values_are_those_counted_by_hand(accounts: Accounts, measure: str) -> None:
    file, count = COUNTED[measure]
    value = accounts.facts[Address("P", measure, "完成值")].value
    assert value == count(rows(DEPARTMENT / "registers" / f"{file}.csv"))


def test_sources_of_money_add_up_to_the_total(accounts: Accounts, appraisals: dict[str, Appraisal]) -> None:
    many = [one for one in appraisals.values() if len(one.monies) > 1]
    assert len(many) == len(SCORES)
    for one in many:
        total, *sources = one.monies
        for column in ("budget", "executed"):
            values = [accounts.facts[getattr(money, column)].value for money in (total, *sources)]
            assert values[0] == sum(values[1:]), (one.id, column)


def test_what_was_missed_or_far_surpassed_is_explained(appraisals: dict[str, Appraisal]) -> None:
    odd = [each for one in appraisals.values() for each in one.achievements if each.state is not State.MET]
    assert {each.state for each in odd} == {State.MISSED, State.SURPASSED}
    assert all(each.reason and each.remedy for each in odd)


def test_all_counted_records_lie_in_the_year(accounts: Accounts) -> None:
    counted = [fact.trace.criterion for fact in accounts.facts.values() if isinstance(fact.trace, Measured)]
    undated = {one.register for one in counted if Held.FROM not in {each.test for each in one.conditions}}
    assert undated == {"经营场所"}


def test_registers_are_small() -> None:
    assert sum(path.stat().st_size for path in (DEPARTMENT / "registers").iterdir()) < 200_000
