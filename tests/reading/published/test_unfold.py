"""Titles, captions and notes inside of grids become lines around them."""

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.reading.published.unfold import unfolded
from mingzhang.reading.transcript import TextLine


def grid(*rows: tuple[str, ...]) -> Table:
    """A grid of a workbook."""
    places = [
        [TableCell(text, Position("表.xlsx", sheet="1", cell=f"{chr(65 + c)}{r}")) for c, text in enumerate(row)]
        for r, row in enumerate(rows, 1)
    ]
    return Table(tuple(map(tuple, places)), Position("表.xlsx", sheet="1", cell="A1"))


def shape(table: Table) -> list[str]:
    """What becomes of a grid: lines as they are, grids by their size."""
    items = unfolded([table])
    return [i.text if isinstance(i, TextLine) else f"<{len(i.rows)}x{len(i.rows[0])}>" for i in items]


def test_a_sheet_with_two_statements() -> None:
    table = grid(
        ("收入决算表", "", ""),
        ("", "", "公开02表"),
        ("部门：某局", "", "金额单位：万\n元"),
        ("科目编码", "科目名称", "本年收入合计"),
        ("205", "教育支出", "1.00"),
        ("注：本表反映收入。", "", ""),
        ("支出决算表", "", ""),
        ("科目编码", "科目名称", "本年支出合计"),
        ("205", "教育支出", "1.00"),
    )
    assert shape(table) == [
        "收入决算表", "公开02表", "部门：某局", "金额单位：万元", "<2x3>", "注：本表反映收入。", "支出决算表", "<2x3>",
    ]  # fmt: skip


def test_a_grid_without_anything_around_it_is_the_same_grid() -> None:
    table = grid(("序号", "单位名称"), ("1", "某局本级"))
    assert unfolded([table]) == [table]


def test_a_list_of_statements_is_no_statement() -> None:
    assert shape(grid(("序号", "表名"), ("1", "收入决算表"), ("2", "支出决算表"))) == ["<3x2>"]
