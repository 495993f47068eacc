"""What sentences say of targets, results and scores is held against the tables and against each other."""

import pytest

from mingzhang.audit.case import figures
from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.performance.told import told
from mingzhang.standards.rules import all_rules, groups
from tests.audit.performance.hand import document

TEXT = """
## 绩效自评
{said}
| 项目名称 | 档案数字化 | | | | |
| 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 扣分 | 未完成原因 |
| 产出指标 | 档案扫描数量 | ≥30000页 | 31264页 | 0 | |
| 产出指标 | 扫描差错率 | ≤1% | 0.4% | 0 | |
| 满意度指标 | 查档群众满意度 | ≥95% | {satisfied} | {lost} | {reason} |
| 总分 | | 100 | 总得分 | {total} | |
"""
RIGHT = {"said": "", "satisfied": "96%", "lost": "0", "reason": "", "total": "100"}


def found(rule: str, **changed: str) -> list[tuple[str, str]]:
    """Printed and expected of what a rule finds in the text with some of its words changed."""
    read = document(TEXT.format(**{**RIGHT, **changed}))
    rules = [one for one in all_rules() if one.id == rule]
    return [(f.printed, f.expected) for f in check(figures({}), rules, Context(2021, groups(), document=read)).findings]


def test_indicators_named_in_sentences_are_read() -> None:
    read = document("## 绩效自评\n“档案扫描数量”目标≥30000页，完成31264页；“扫描差错率”年度目标值为≤1%，实际完成0.4%。")
    lines = [(i.name, i.target and i.target.text, i.actual and i.actual.text, owns_up) for i, _, owns_up in told(read)]
    assert lines == [("档案扫描数量", "≥30000页", "31264页", False), ("扫描差错率", "≤1%", "0.4%", False)]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("“档案扫描数量”目标≥30000页，完成31264页。", []),
        ("“档案扫描数量”目标≥30000页，完成31265页。", [("31265页", "31264页")]),
        ("“档案扫描数量”目标≥32000页，完成33000页。", []),  # another year's target
        ("“档案扫描数量”目标≥30000页，完成31000页以上。", []),
    ],
)
def test_a_sentence_tells_the_result_of_the_table(said: str, wrong: list[tuple[str, str]]) -> None:
    assert found("PF.same_in_work", said=said) == wrong


def test_nobody_claims_all_was_reached_where_a_sentence_says_otherwise() -> None:
    honest = "“窗口办结率”目标≥90%，完成84.8%，原因是要核验原件。"
    claim = "本单位年初设定的各项绩效目标全部完成。"
    assert found("PF.target_met", said=honest) == []
    assert len(found("PF.target_met", said=honest + claim)) == 1
    assert found("PF.target_met", said=claim) == []


@pytest.mark.parametrize(
    ("lost", "total", "wrong"),
    [("0", "100", []), ("5", "95", []), ("5", "100", [("5", "0")]), ("5", "96", [("96", "95")])],
)
def test_the_total_is_what_deductions_leave(lost: str, total: str, wrong: list[tuple[str, str]]) -> None:
    assert found("PF.total", lost=lost, total=total, reason="回访少", satisfied="93%") == wrong


FIRST = "产出得分50分（分值50分），效益得分50分（分值50分）。\n## 绩效评价报告\n"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("产出得分48分（分值50分），效益得分30分（分值30分）。", []),
        ("产出得分58分（分值50分），效益得分30分（分值30分）。", [("58", "不大于50")]),
        (f"{FIRST}产出得分50分（分值50分），效益得分45分（分值50分）。", [("45", "50")]),
        (f"{FIRST}产出得分50分（分值50分），效益得分45分（分值55分）。", []),  # another evaluation
    ],
)
def test_scores_of_headings_lie_within_their_weights_and_are_told_alike(
    said: str, wrong: list[tuple[str, str]]
) -> None:
    assert found("PF.summary_part", said=said) == wrong
