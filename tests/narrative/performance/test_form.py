"""The table of an evaluation: its columns, merged cells and widths, whatever its framework prints."""

from dataclasses import replace

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Appraisal
from mingzhang.disclosure.table import CellKind, Table
from mingzhang.narrative.performance import totals
from mingzhang.narrative.performance.form import form
from mingzhang.narrative.performance.grid import label, laid, text
from tests.narrative.performance.sample import PERFORMANCE, PROJECT, WHOLE, performance_context

CONTEXT = performance_context()
ALL = replace(CONTEXT, facts={**CONTEXT.facts, **totals.added(CONTEXT.facts, PERFORMANCE)})
BUDGET = Address.parse("T5[total].小计@年初预算")


def lines(appraisal: Appraisal) -> list[list[str]]:
    """The words of each row."""
    return [[cell.text for cell in row if not cell.is_covered] for row in form(ALL, appraisal).rows]


def line(appraisal: Appraisal, first: str) -> list[str]:
    """The row that begins with these words."""
    return next(row for row in lines(appraisal) if row[0] == first)


def test_levels_are_merged_over_their_indicators() -> None:
    made = form(ALL, WHOLE)
    spans = {cell.text: cell.rows for _, column, cell in made.cells() if column < 2 and cell.rows > 0}
    assert (spans["产出"], spans["数量指标"], spans["质量指标"], spans["效果"]) == (3, 2, 1, 2)


def test_levels_stand_in_the_order_of_the_framework() -> None:
    firsts = [row[0] for row in lines(WHOLE) if row[0] in WHOLE.levels]
    assert tuple(firsts) == WHOLE.levels


def test_a_level_that_no_framework_knows_comes_last() -> None:
    strange = replace(WHOLE, levels=("产出", "效果"))
    assert [row[0] for row in lines(strange) if row[0] in WHOLE.levels] == ["产出", "效果", "过程"]


def test_points_are_printed_in_the_columns_of_the_framework() -> None:
    assert line(WHOLE, "一级指标")[5:] == ["扣分", "未完成原因分析与改进措施"]
    assert line(PROJECT, "一级指标")[5:] == ["分值", "得分", "未完成原因分析与改进措施"]
    assert line(replace(PROJECT, columns=()), "一级指标") == line(PROJECT, "一级指标")


def test_deductions_are_what_is_missing_from_the_weight() -> None:
    missed = next(row for row in lines(WHOLE) if "零跑动比例" in row)
    assert missed[-4:] == ["≥90%", "84.80%", "0.58", "26个办理项要核验原件。改进措施：与市级部门对接电子证照。"]


def test_money_has_its_unit_its_rate_and_its_points() -> None:
    assert line(PROJECT, "预算执行情况（万元）")[2:] == ["预算数（A）", "执行数（B）", "执行率（B/A）", "分值", "得分"]
    assert line(PROJECT, "年度资金总额") == ["年度资金总额", "65.00", "65.00", "100.00%", "10", "10"]
    assert line(WHOLE, "一般公共预算财政拨款")[1:] == ["201.43", "193.13", "95.88%"]


def test_a_budget_of_the_beginning_of_the_year_has_its_own_column() -> None:
    opened = replace(PROJECT, monies=(replace(PROJECT.monies[0], opening=BUDGET),))
    assert line(opened, "预算执行情况（万元）")[2] == "年初预算数"
    assert line(opened, "年度资金总额")[1:3] == ["201.43", "65.00"]


def test_nothing_planned_has_no_rate() -> None:
    unplanned = replace(PROJECT, monies=(replace(PROJECT.monies[0], rate=None, score=None),))
    assert line(unplanned, "年度资金总额")[3:] == ["", "10", ""]


def test_short_details_share_a_row_and_long_ones_do_not() -> None:
    assert line(PROJECT, "主管部门") == ["主管部门", "某区人力资源和社会保障局", "项目实施单位", "某中心"]
    assert line(PROJECT, "项目属性") == ["项目属性", "持续性项目"]
    assert len(line(WHOLE, "单位基本情况")) == 2


def test_total_and_grade_close_the_table_where_there_are_any() -> None:
    assert line(PROJECT, "总分") == ["总分", "100", "100", ""]
    assert line(WHOLE, "总分") == ["总分", "100", "总得分", "99.42"]
    assert line(WHOLE, "自评等级") == ["自评等级", "优"]
    unscored = lines(replace(WHOLE, total=None, full=None, grade=""))
    assert not {"总分", "自评等级"} & {row[0] for row in unscored}


def test_heads_names_words_and_figures_are_told_apart() -> None:
    kinds = {cell.text: cell.kind for _, _, cell in form(ALL, PROJECT).cells()}
    assert kinds["三级指标"] is CellKind.HEAD
    assert kinds["年度资金总额"] is kinds["产出指标"] is CellKind.LABEL
    assert kinds["完成物理隔离"] is kinds["已完成并通过验收"] is CellKind.WORDS
    assert kinds[">10000张"] is kinds["14571张"] is kinds["65.00"] is CellKind.FIGURE


@pytest.mark.parametrize("columns", [("分值", "得分"), ("扣分",), ("得分",), ("分值", "得分", "扣分")])
def test_every_shape_is_a_rectangle_with_a_width_for_each_column(columns: tuple[str, ...]) -> None:
    made: Table = form(ALL, replace(PROJECT, columns=columns))
    assert {len(row) for row in made.rows} == {len(made.widths)}
    covered = sum(cell.rows * cell.columns for _, _, cell in made.cells())
    assert covered == len(made.rows) * len(made.widths)
    assert made.title == "2021年度项目支出绩效自评表"


def test_rows_that_do_not_fit_are_a_mistake_of_ours() -> None:
    for rows in ([(label("甲"),)], [(label("甲", 1, 2), text("乙")), (text("丙", 2),)]):
        with pytest.raises(ValueError, match="单元格"):
            laid(rows, 2)
