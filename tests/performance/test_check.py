"""A plan that does not fit is told so, everything at once; what is only owed is a hint."""

from dataclasses import replace
from fractions import Fraction

import pytest

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.plan import Given, Judged, KeyWork, Line, Named, Plan, Spent, Weighted
from mingzhang.terms.criterion import Criterion
from mingzhang.terms.target import Aim, Attainment
from mingzhang.terms.target_text import parse
from tests.performance.plans import Row, evaluated, project

ROWS = {
    "甲": Row("产出", "≥12次", "12"),
    "乙": Row("效益", "≥99%", "99.5", second="社会效益"),
    "丙": Row("满意度", "≥90%", "95", second="服务对象满意度"),
}
GOOD = project(ROWS)
MORE = "“资金2”的执行数大于预算数30.00万元"
DONE = Judged(Attainment.REACHED, Fraction(1), "完成", "记录")


def faults(plan: Plan) -> list[Fault]:
    return list(evaluated(plan).faults)


def errors(plan: Plan) -> list[str]:
    return [fault.message for fault in faults(plan) if fault.gravity is Gravity.ERROR]


def with_indicator(**changes: object) -> Plan:
    return replace(GOOD, indicators=(replace(GOOD.indicators[0], **changes), *GOOD.indicators[1:]))  # type: ignore[arg-type]


def with_project(**changes: object) -> Plan:
    return replace(GOOD, projects=(replace(GOOD.projects[0], **changes),))  # type: ignore[arg-type]


def with_line(budget: object, label: str = "年度资金总额") -> Plan:
    return with_project(lines=(Line(label, budget, Given(Fraction(1), "账")),))  # type: ignore[arg-type]


def test_a_good_plan_has_no_faults() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        (with_indicator(measure="没有"), "没有这个完成值"),
        (with_indicator(measure=None, judged=DONE), "数量目标要用数量回答"),
        (with_indicator(target=Aim("完成")), "定性目标不能用数量判定"),
        (with_indicator(target=parse("≥12人")), "目标值的计量单位与完成值的“次”不同"),
        (with_indicator(first="投入"), "“项目支出绩效自评指标体系”没有这个一级指标（指标“甲”）"),
        (
            with_indicator(target=Aim("完成"), measure=None, judged=replace(DONE, share=Fraction(7, 10))),
            "指标“甲”的得分比例不在“达成年度指标”的区间里",
        ),
        (replace(GOOD, indicators=(*GOOD.indicators, GOOD.indicators[0])), "编号重复"),
        (with_project(framework="hubei"), "本年没有这个指标体系"),
        (with_project(indicators=(*GOOD.projects[0].indicators, Weighted("丁"))), "没有这个指标"),
        (with_project(indicators=(*GOOD.projects[0].indicators, Weighted("甲"))), "指标列了不止一次"),
        (with_project(indicators=GOOD.projects[0].indicators[:2]), "分值合计90，应为100（其中预算执行率10）"),
        (with_project(lines=()), "没有资金，预算执行率不能评分"),
        (with_line(Named("T5[total].小计")), "没有这个数据项"),
        (with_line(Named("小计")), "不是数据项地址"),
        (with_line(Named("P[m甲].完成值")), "计量单位是“次”，不是金额"),
        (with_line(Spent("项目乙")), "账上没有这个项目的支出"),
        (with_line(Criterion("台账")), "资金不能直接取自台账"),
        (with_line(Given(Fraction(1), "批复"), label="甲"), "指标编号、资金名称、一级指标不能同名"),
        (replace(GOOD, projects=GOOD.projects * 2), "编号重复"),
        (with_project(id="甲/乙"), "编号和名称不能空着，也不能有 [ ] /"),
        (with_indicator(id="甲]"), "编号和名称不能空着，也不能有 [ ] /"),
        (with_line(Given(Fraction(1), "批复"), label=" "), "编号和名称不能空着，也不能有 [ ]"),
        (replace(GOOD, works=(KeyWork("工作", "目标", "完成", indicators=("丁",)),)), "没有这个指标"),
    ],
)
def test_what_does_not_fit(plan: Plan, message: str) -> None:
    assert message in errors(plan)
    assert all(fault.mend and fault.place and fault.file == "performance.toml" for fault in faults(plan))


def test_a_project_with_errors_is_left_out_and_everything_is_told_at_once() -> None:
    listed = (*GOOD.projects[0].indicators, Weighted("丁"))
    found = evaluated(with_project(indicators=listed, lines=(Line("甲", Spent("乙"), Spent("丙")),)))
    assert found.performance.projects == ()
    assert [fault.message for fault in found.faults] == [
        "没有这个指标",
        "账上没有这个项目的支出",
        "账上没有这个项目的支出",
        "指标编号、资金名称、一级指标不能同名",
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (Row("产出", "≥12次", "11"), "没有达到目标（目标≥12次，完成11次），没有说明"),
        (Row("产出", "≥12次", "11", reason="人手不足"), "没有达到目标（目标≥12次，完成11次），没有说明"),
        (Row("产出", "≥12次", "16"), "完成值远超目标（目标≥12次，完成16次），没有说明"),
        (
            Row("产出", "完成", attainment="达成年度指标", share="90%"),
            "得分少于分值（目标完成，完成完成），没有说明",
        ),
        (Row("产出", "≥12次"), "没有完成值，没有说明"),
        (Row("产出", "≥12次", "12", second="社会效益指标"), "“产出指标”之下一般没有这个二级指标（指标“甲”）"),
    ],
)
def test_what_is_owed_is_a_hint(row: Row, message: str) -> None:
    found = evaluated(project({**ROWS, "甲": row}))
    assert [(fault.message, fault.gravity) for fault in found.faults] == [(message, Gravity.WARNING)]
    assert found.performance.projects


@pytest.mark.parametrize(
    "row",
    [
        Row("产出", "≥12次", "11", reason="人手不足", remedy="增加人手"),
        Row("产出", "≥12次", "16", reason="目标偏低"),
        Row("产出", "≥12次", "15"),
    ],
)
def test_what_was_said_is_not_owed(row: Row) -> None:
    assert faults(project({**ROWS, "甲": row})) == []


def test_headings_may_differ_by_evaluation() -> None:
    listed = (Weighted("甲", first="产出指标", second="质量指标"), *GOOD.projects[0].indicators[1:])
    plan = replace(
        with_indicator(first="投入", second="执行"), projects=(replace(GOOD.projects[0], indicators=listed),)
    )
    found = evaluated(plan)
    assert found.faults == ()
    first = found.performance.projects[0].achievements[0]
    assert (first.first, first.second) == ("产出指标", "质量指标")


def money(*amounts: tuple[int, int]) -> Plan:
    """Lines of money, planned and spent in 万元; the first is the total."""
    values = [[Given(Fraction(amount * 10_000), "批复") for amount in pair] for pair in amounts]
    return with_project(lines=tuple(Line(f"资金{number}", *pair) for number, pair in enumerate(values)))


@pytest.mark.parametrize(
    ("plan", "messages"),
    [
        (money((100, 90)), []),
        (money((100, 90), (60, 50)), []),
        (money((100, 90), (60, 50), (40, 40)), []),
        (money((100, 90), (60, 50), (30, 40)), ["各资金来源的预算数合计90.00万元，与“资金0”的100.00万元不同", MORE]),
        (money((100, 90), (120, 50)), ["各资金来源的预算数合计120.00万元，与“资金0”的100.00万元不同"]),
        (money((0, 90)), ["“资金0”的预算数不大于零，算不出执行率"]),
        (money((0, 0)), []),
    ],
)
def test_money_that_does_not_fit_together_is_a_hint(plan: Plan, messages: list[str]) -> None:
    assert [fault.message for fault in faults(plan)] == messages
    assert errors(plan) == []


def test_where_nothing_was_planned_there_is_no_rate() -> None:
    found = evaluated(money((0, 0)))
    line = found.performance.projects[0].monies[0]
    assert line.rate is None
    assert line.score == 0
    assert not any(address.column == "执行率" for address in found.facts)


def test_a_heading_that_does_not_exist_is_told_without_what_follows_from_it() -> None:
    assert errors(with_indicator(first="投入")) == ["“项目支出绩效自评指标体系”没有这个一级指标（指标“甲”）"]


def test_lines_stand_in_the_order_of_the_framework_whatever_the_plans() -> None:
    shuffled = with_project(indicators=tuple(reversed(GOOD.projects[0].indicators)))
    appraisal = evaluated(shuffled).performance.projects[0]
    assert [one.indicator for one in appraisal.achievements] == ["甲", "乙", "丙"]
    assert appraisal.levels == ("产出指标", "效益指标", "满意度指标")


def test_evidence_is_the_indicators_or_what_proves_the_judgement() -> None:
    judged = with_indicator(target=Aim("完成"), measure=None, judged=DONE)
    own = with_indicator(evidence="台账")
    found = [evaluated(plan).performance.projects[0].achievements[0].evidence for plan in (judged, own, GOOD)]
    assert found == ["记录", "台账", ""]


def test_several_sources_and_several_projects() -> None:
    first, second = money((100, 90), (60, 50), (40, 40)).projects[0], GOOD.projects[0]
    found = evaluated(replace(GOOD, projects=(first, replace(second, id="项目乙"))))
    one, other = found.performance.projects
    assert [line.label for line in one.monies] == ["资金0", "资金1", "资金2"]
    assert [line.score for line in one.monies] == [9, None, None]
    assert one.total == 99
    assert other.total == 100
    assert {address.row.partition("/")[0] for address in found.facts if address.statement == "E"} == {
        "项目甲",
        "项目乙",
    }


def test_the_whole_unit_need_not_be_scored() -> None:
    listed = (Weighted("甲", first="产出"), Weighted("乙", first="效果", second="社会效益"))
    whole = replace(GOOD.projects[0], id="整体", framework="hubei-whole", indicators=listed)
    found = evaluated(replace(GOOD, whole=whole, projects=()))
    appraisal = found.performance.whole
    assert found.faults == ()
    assert appraisal is not None
    assert (appraisal.total, appraisal.full, appraisal.grade) == (None, None, "")
    assert {one.score for one in appraisal.achievements} | {line.score for line in appraisal.monies} == {None}
    assert not any(address.column in ("得分", "分值", "总分") for address in found.facts)


def test_the_whole_units_own_weights_make_a_total_without_execution() -> None:
    listed = (Weighted("甲", Fraction(60), "产出"), Weighted("乙", Fraction(40), "效果", "社会效益"))
    whole = replace(GOOD.projects[0], id="整体", framework="hubei-whole", indicators=listed)
    appraisal = evaluated(replace(GOOD, whole=whole, projects=())).performance.whole
    assert appraisal is not None
    assert appraisal.total == appraisal.full == 100
    assert (appraisal.grade, appraisal.levels) == ("优", ("产出", "效果"))


def test_key_work_answers_to_indicators_without_points() -> None:
    plan = replace(GOOD, works=(KeyWork("工作", "目标", "完成{m甲}", indicators=("甲", "乙")),))
    work = evaluated(plan).performance.works[0]
    assert [(one.actual, one.weight) for one in work.achievements] == [("12次", None), ("99.50%", None)]
