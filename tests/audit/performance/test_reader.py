"""Evaluations are read by their heads, wherever these stand."""

from hypothesis import given
from hypothesis import strategies as st

from mingzhang.audit.performance.gather import evaluations, unread
from mingzhang.audit.performance.joined import join
from mingzhang.audit.performance.places import rows_of, under
from mingzhang.audit.performance.reader import read
from mingzhang.disclosure.evaluation import Evaluation, Scope
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table, TableCell
from tests.audit.performance.hand import document, table

HEAD = "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |"
ROW = "| 产出指标 | 数量指标 | 巡检次数 | ≥12次 | 12次 | 10 | 10 |"


def only(text: str) -> Evaluation:
    """The one evaluation of a text."""
    (found,) = evaluations(document(text))
    return found


def test_columns_may_stand_in_any_order() -> None:
    text = "| 得分 | 实际完成值 | 分值 | 年度指标值 | 三级指标 |\n| 9 | 11次 | 10 | ≥12次 | 巡检次数 |"
    (indicator,) = only(text).indicators
    assert indicator.name == "巡检次数"
    entries = (indicator.target, indicator.actual, indicator.weight, indicator.score)
    assert [entry.text for entry in entries if entry] == ["≥12次", "11次", "10", "9"]


def test_heads_over_two_rows() -> None:
    text = (
        "| 绩效指标 | < | < | 指标性质 | 指标值 | 度量单位 | 实际完成值 |\n"
        "| 一级指标 | 二级指标 | 三级指标 | ^ | ^ | ^ | ^ |\n"
        "| 产出指标 | 数量指标 | 造林面积 | ≥ | 3 | 万亩 | 3.2 |"
    )
    (indicator,) = only(text).indicators
    assert (indicator.first, indicator.name, indicator.unit) == ("产出指标", "造林面积", "万亩")
    assert indicator.target
    assert indicator.target.text == "≥3"


def test_levels_hold_until_the_next_one_whether_merged_or_blank() -> None:
    for mark in ("", "^"):
        more = f"| {mark} | 质量指标 | 合格率 | 9% | 9% | 5 | 5 |\n| {mark} | {mark} | 完好率 | 9% | 9% | 5 | 5 |"
        levels = [(i.first, i.second) for i in only(f"{HEAD}\n{ROW}\n{more}").indicators]
        assert levels == [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "质量指标")]


def test_money_in_rows_and_in_pairs() -> None:
    rows = "| 项目资金 | | 预算数 | 执行数 | 执行率 |\n| | 年度资金总额 | 80 | 60 | 75% |\n" + HEAD + "\n" + ROW
    pairs = "| 整体支出资金 | 预算数 | 80 | 全年执行数 | 60 | 执行率 |\n| | | | | | 75% |\n" + HEAD + "\n" + ROW
    for text in (rows, pairs):
        (funding,) = only(text).fundings
        assert funding.budget
        assert funding.executed
        assert (funding.budget.text, funding.executed.text) == ("80", "60")


def test_the_foot_may_name_its_numbers() -> None:
    found = only(f"{HEAD}\n{ROW}\n| 总分 | 100 | 自评得分 | 98.5 | 自评等级 | 优 |")
    assert [entry.text for entry in (found.full, found.total, found.grade) if entry] == ["100", "98.5", "优"]


def test_a_subtotal_is_no_total() -> None:
    found = only(f"{HEAD}\n{ROW}\n| 产出小计 | | | | | 10 | 10 |\n{ROW}\n| 合计 | | | | | 20 | 20 |")
    assert len(found.indicators) == 2
    assert found.total
    assert found.total.text == "20"


def test_several_projects_in_one_table() -> None:
    part = f"\n{HEAD}\n{ROW}"
    found = evaluations(document(f"| 项目名称 | 甲 |{part}\n| 项目名称 | 乙 |{part}"))
    assert [(e.name, len(e.indicators), e.scope) for e in found] == [("甲", 1, Scope.PROJECT), ("乙", 1, Scope.PROJECT)]


def test_money_and_indicators_parted_by_a_blank_line_are_one() -> None:
    found = only(f"## 整体支出自评\n| 资金 | 预算数 | 执行数 |\n| 总额 | 80 | 60 |\n\n{HEAD}\n{ROW}")
    assert (len(found.fundings), len(found.indicators), found.scope) == (1, 1, Scope.WHOLE)


def test_a_table_that_goes_on_after_a_page() -> None:
    found = only(f"{HEAD}\n{ROW}\n\n| | 质量指标 | 合格率 | 100% | 100% | 5 | 5 |\n| 总分 | | | | | 15 | 15 |")
    assert [(i.first, i.second) for i in found.indicators] == [("产出指标", "数量指标"), ("产出指标", "质量指标")]
    assert found.total


def test_a_table_that_goes_on_with_other_columns_is_fitted_by_their_edges() -> None:
    def grid(page: int, rows: list[list[tuple[str, int, int]]], width: int) -> Table:
        cells = [
            [TableCell(t, Position("例", page, (left, 0, right, 9))) for t, left, right in row]
            + [TableCell("", Position("例", page), 0, 0)] * (width - len(row))
            for row in rows
        ]
        return Table(tuple(tuple(row) for row in cells), Position("例", page))

    names = ["三级指标", "年度指标值", "实际完成值", "分值", "得分"]
    first = grid(1, [[(t, 10 * i, 10 * i + 10) for i, t in enumerate(names)]], 5)
    second = grid(2, [[("总分", 0, 30), ("100", 30, 40), ("98", 40, 50)]], 3)
    whole = join(first, second)
    assert whole
    assert len(whole.rows[1]) == 5
    (found,) = read(whole)
    assert found.total
    assert (found.total.text, found.full and found.full.text) == ("98", "100")


def test_what_looks_like_an_evaluation_and_cannot_be_read_is_told() -> None:
    text = "## 绩效自评\n| 二级指标 | 绩效指标 | 甲栏 | 乙栏 |\n| 数量指标 | 三级指标 | 1 | 2 |"
    assert len(unread(document(text))) == 1
    assert evaluations(document(text)) == ()


def test_under_a_head_stands_the_cell_that_begins_there() -> None:
    (row,) = rows_of(table([(1, "| 甲 | < | 乙 |")]))
    assert [under(row, i, i + 1).text for i in (0, 2)] == ["甲", "乙"]  # type: ignore[union-attr]
    wide = under(row, 1, 2)
    assert wide
    assert wide.shared


_WORD = st.sampled_from(
    ["", "^", "<", "一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分", "总分", "合计",
     "项目名称", "预算数", "执行数", "执行率", "年度资金总额", "产出指标", "100", "95%", "≥3次", "完成", "优",
     "自评等级", "偏差原因分析"]
)  # fmt: skip


@given(st.lists(st.lists(_WORD, min_size=4, max_size=4), min_size=1, max_size=9))
def test_any_grid_is_read_without_a_crash_and_with_the_words_it_has(rows: list[list[str]]) -> None:
    grid = table([(n, "|" + "|".join(row) + "|") for n, row in enumerate(rows, 1)])
    words = {"", *(word for row in rows for word in row)}
    for evaluation in read(grid):
        for indicator in evaluation.indicators:
            assert indicator.name in words
            assert not indicator.actual or indicator.actual.text in words
