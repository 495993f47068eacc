"""What single checks say in the cases that the regional texts do not have."""

import pytest

from mingzhang.audit.case import figures
from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.report import Report
from mingzhang.standards.rules import all_rules, groups
from tests.audit.performance.hand import document

RULES = {rule.id: rule for rule in all_rules()}
SPENT = {"T3[total].本年支出合计": "193.13", "T3[total].基本支出": "128.13", "T3[total].项目支出": "65.00"}
HEAD = "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 扣分 |"


def audit(rule: str, text: str, printed: dict[str, str] | None = None) -> Report:
    """What one rule says of a text beside some figures."""
    facts = figures(printed or {})
    return check(facts, [RULES[rule]], Context(2021, groups(), document=document(f"## 绩效自评\n{text}")))


@pytest.mark.parametrize(
    ("said", "printed", "expected"),
    [
        ("项目支出开展绩效自评，涉及资金193.13万元", "193.13万元", "65.00万元，或改写为整体支出"),
        ("整体支出开展绩效自评，涉及资金65.00万元", "65.00万元", "193.13万元，或改写为项目支出"),
        ("整体支出开展绩效自评，涉及资金193.18万元", "193.18万元", "193.13万元"),
        ("项目支出开展绩效自评，涉及资金56.00万元", "56.00万元", "65.00万元"),
    ],
)
def test_money_of_one_scope_is_not_that_of_another(said: str, printed: str, expected: str) -> None:
    (finding,) = audit("PF.scope", f"我单位对{said}。", SPENT).findings
    assert (finding.printed, finding.expected) == (printed, expected)


def test_money_of_an_unknown_scope_is_held_against_nobody() -> None:
    report = audit("PF.scope", "我单位对项目支出开展绩效自评，涉及资金72.40万元。", SPENT)
    assert (report.coverage.violated, report.coverage.not_applicable) == (0, 1)
    assert audit("PF.scope", "我单位对项目支出开展绩效自评，涉及资金65.00万元。").coverage.passed == 0


def test_spending_in_a_report_is_the_statement_s_or_at_least_adds_up() -> None:
    text = "2021年支出{}万元，其中基本支出{}万元，项目支出{}万元。"
    (finding,) = audit("PF.report", text.format("193.31", "128.13", "65.00"), SPENT).findings
    assert (finding.printed, finding.expected) == ("193.31万元", "193.13万元")
    assert audit("PF.report", text.format("150.00", "100.00", "50.00"), SPENT).findings == ()
    (finding,) = audit("PF.report", text.format("150.00", "100.00", "40.00"), SPENT).findings
    assert "之和与它不等" in finding.message


def test_the_target_of_one_indicator_is_the_same_in_all_tables() -> None:
    head = "| 三级指标 | 年度指标值 | 实际完成值 |"
    text = (
        f"## 整体支出自评\n{head}\n| 社保卡制发数量 | ≥10000张 | 14571张 |\n"
        f"## 项目支出自评\n| 项目名称 | 制卡 | |\n{head}\n| 社保卡制发数量 | ≥10500张 | 14571张 |"
    )
    (finding,) = audit("PF.same_value", text).findings
    assert "目标值" in finding.message
    assert finding.printed in {"≥10000张", "≥10500张"}


def test_score_and_deduction_make_the_weight() -> None:
    line = "| 产出 | 数量指标 | 巡检次数 | 12次 | 11次 | 10 | {} | {} |"
    assert audit("PF.score", f"{HEAD}\n{line.format('9', '1')}").coverage.violated == 0
    (finding,) = audit("PF.score", f"{HEAD}\n{line.format('9', '2')}").findings
    assert finding.expected == "8"
    (finding,) = audit("PF.score", f"{HEAD}\n{line.format('', '12')}").findings
    assert "扣分12大于分值10" in finding.message


def test_weights_that_may_lack_the_execution_of_the_budget_are_left_open() -> None:
    line = "| 产出 | 数量指标 | 巡检次数 | 12次 | 12次 | {0} | {0} | |"
    for weight, outcome in (("90", "undetermined"), ("80", "undetermined"), ("95", "undetermined"), ("100", "passed")):
        coverage = audit("PF.weights", f"{HEAD}\n{line.format(weight)}").coverage
        assert getattr(coverage, outcome) == 1, weight
    assert audit("PF.weights", f"{HEAD}\n{line.format('95')}\n| 合计 | | | | | 100 | 95 | |").coverage.violated == 1


def test_a_column_of_results_left_empty_is_told_once() -> None:
    lines = "\n".join(f"| 产出 | 数量指标 | 指标{n} | {n}次 | | | | |" for n in range(1, 5))
    (finding,) = audit("PF.actual", f"{HEAD}\n{lines}").findings
    assert finding.printed == "“实际完成值”列4行全空"


def test_one_missed_target_is_one_finding_with_all_claims() -> None:
    text = (
        "线上办结占比84.8%（目标90%）。我单位圆满完成了年初设定的各项绩效目标。\n"
        "结论：全年各项指标均已完成。线上办结占比84.8%（目标90%）。"
    )
    (finding,) = audit("PF.target_met", text).findings
    assert (finding.printed, finding.level.value) == ("84.8%", "error")
    assert finding.message.count("（第") == 2


def test_work_done_alone_is_no_claim_about_targets() -> None:
    text = "线上办结占比84.8%（目标90%）。我单位全面完成了上级下达的各项工作任务。"
    assert audit("PF.target_met", text).findings == ()


def test_an_unread_table_leaves_the_rule_open() -> None:
    text = "| 二级指标 | 绩效指标 | 甲栏 | 乙栏 |\n| 数量指标 | 三级指标 | 1 | 2 |"
    report = audit("PF.columns", text)
    assert report.coverage.undetermined == 1
    assert [finding.level.value for finding in report.findings] == ["info"]


def test_an_unknown_grade_leaves_the_rule_open() -> None:
    lines = "| 产出 | 数量指标 | 巡检次数 | 12次 | 12次 | 100 | 95 | |\n| 总分 | | | | | 100 | 95 | |"
    assert audit("PF.grade", f"{HEAD}\n{lines}\n| 自评等级 | 基本合格 |").coverage.undetermined == 1


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("共涉及项目21个，涉及资金5312.6万元。其中：评定为“优”的项目16个，“良”的项目5个，“中”的项目1个。", ["22"]),
        ("共涉及项目21个，涉及资金5312.6万元。其中：评定为“优”的项目15个，“良”的项目5个，“中”的项目1个。", []),
        ("共涉及项目12个。自评等级为“优”的10个、“良”的3个。", ["13"]),
        ("共涉及项目12个。自评结果为优秀10个、良好2个。", []),
        ("共涉及项目12个；1个单位整体支出开展自评。自评等级为“优”的10个、“良”的3个。", []),
        ("共涉及项目12个。财政重点评价优秀3个、良好2个。", []),
    ],
)
def test_grades_may_stand_in_the_next_sentence(said: str, wrong: list[str]) -> None:
    report = audit("PF.grades", f"我部门对项目支出全面开展绩效自评，{said}")
    assert [finding.printed for finding in report.findings] == wrong


TOLD = """
4个项目均达到预期目标，年度各项绩效指标全部完成。

| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析 |
| 项目名称 | 农村公路养护 |  |  | 主管部门 | 某县交通运输局 |  |  |
| 资金（万元） | 全年预算数470.00，全年执行数463.50 |  |  | 执行率98.62% |  | 分值10，得分9.86 |  |
| 产出指标 | 数量指标 | 养护里程 | ≥640公里 | 648公里 | 50 | 50 |  |
| 效益指标 | 社会效益指标 | 路况优良路率 | ≥80% | {actual} | 30 | 29 | {reason} |
| 满意度指标 | 满意度指标 | 群众满意度 | ≥90% | 93% | 10 | 10 |  |
| 总分 |  |  |  |  | 100 | {total} |  |
"""


@pytest.mark.parametrize(("total", "wrong"), [("98.86", []), ("99.86", [("99.86", "98.86")])])
def test_money_told_in_one_cell_counts_in_the_total(total: str, wrong: list[tuple[str, str]]) -> None:
    report = audit("PF.total", TOLD.format(actual="82%", reason="水毁未修复", total=total))
    assert [(finding.printed, finding.expected) for finding in report.findings] == wrong


def test_a_conclusion_is_wrong_where_the_table_owns_up() -> None:
    (finding,) = audit("PF.target_met", TOLD.format(actual="77.5%", reason="水毁未修复", total="98.86")).findings
    assert finding.quote == "4个项目均达到预期目标，年度各项绩效指标全部完成"
    assert "路况优良路率" in finding.message
    assert audit("PF.target_met", TOLD.format(actual="82%", reason="", total="98.86")).findings == ()
