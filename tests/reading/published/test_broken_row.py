"""Rows and heads that the foot of a page cut in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.reading.published.broken_row import mended
from mingzhang.reading.published.layout import layout_of
from mingzhang.reading.stated.words import key

NAMES = frozenset(map(key, ("卫生健康支出", "机关事业单位职业年金缴费支出", "年初结转和结余", "本年收入合计")))


def row(text: str) -> tuple[TableCell, ...]:
    return tuple(TableCell(part, Position("页.pdf", page=1)) for part in text.split("|"))


def table(*rows: str) -> Table:
    return Table(tuple(map(row, rows)), Position("页.pdf", page=1))


CUT = {
    "a name": (
        "2080506|机关事业单位职|3.10|0.00",
        "|业年金缴费支出||",
        "2080506|机关事业单位职业年金缴费支出|3.10|0.00",
    ),
    "a name of nobody's list": ("2080999|退役军人服|3.10|", "|务保障经费||", "2080999|退役军人服务保障经费|3.10|"),
    "a number": ("合计|80610.68|60458.01|20152.6", "|||7", "合计|80610.68|60458.01|20152.67"),
    "a number with thousands": ("合计|1,234,567.|0.00", "|89|", "合计|1,234,567.89|0.00"),
    "a name and a number": ("210|卫生健康支|12345.1", "|出|7", "210|卫生健康支出|12345.17"),
}


@pytest.mark.parametrize("case", CUT)
def test_a_row_and_its_rest_are_one(case: str) -> None:
    before, piece, whole = map(row, CUT[case])
    assert mended(before, piece, NAMES) == whole


APART = {
    "a row with a code": ("208|社会保障和就业支|3.10", "210|卫生健康支出|1.00"),
    "a name of its own": ("本年收入合计|3.10", "年初结转和结余|"),
    "a numbered row": ("二十、粮油物资储备支|0.00", "二十一、国有资本经营预算支出|"),
    "two whole amounts": ("210|卫生健康支|3.10", "|出|1.00"),
    "a figure where there was none": ("210|卫生健康支|", "|出|7"),
    "an amount under an amount": ("合计|3.10", "|4"),
    "a code": ("201|一般公共服务支|1.00", "03|出|"),
    "nothing": ("210|卫生健康支出|1.00", "||"),
}


@pytest.mark.parametrize("case", APART)
def test_rows_of_their_own_stay_apart(case: str) -> None:
    before, piece = map(row, APART[case])
    assert mended(before, piece, NAMES) is None


def test_a_head_that_a_page_cuts_is_whole() -> None:
    position = Position("页.pdf", page=1, box=(0, 0, 100, 10))
    cells = [TableCell("项目", position, 1, 2), TableCell("", position, 0, 0)]
    top = Table(((*cells, *row("本年收入|财政拨款|其他收")),), position)
    below = table("科目编码|科目名称|合计|收入|入", "合计||3.00|2.00|1.00")
    layout = layout_of([top, below])
    assert layout.block.headings(2)[2:] == [("本年收入合计",), ("财政拨款收入",), ("其他收入",)]
    assert [cell.text for cell in layout.rows[-1]] == ["合计", "", "3.00", "2.00", "1.00"]


TEXTS = st.text("一支出入合计0123456789.,| ", max_size=12)


@given(TEXTS, TEXTS)
def test_no_character_is_lost_or_new(before: str, piece: str) -> None:
    one, other = row(before), row(piece)
    whole = mended(one, other, NAMES)
    if whole is not None:
        assert [cell.text for cell in whole] == [
            a.text.strip() + b.text.strip() if b.text.strip() else a.text for a, b in zip(one, other, strict=True)
        ]
