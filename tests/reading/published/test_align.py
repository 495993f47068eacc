"""Pages of one table whose lines were drawn differently."""

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import TableCell
from mingzhang.reading.published.align import aligned


def cell(text: str, left: int, right: int, columns: int = 1) -> TableCell:
    """A cell between two edges."""
    return TableCell(text, Position("页.pdf", page=1, box=(left, 0, right, 10)), columns=columns)


FIRST = [(cell("208", 0, 50), cell("社会保障", 50, 150), cell("1.00", 150, 200), cell("2.00", 200, 250))]


def test_cells_go_where_their_places_are() -> None:
    rows = [(cell("合计", 0, 150), cell("3.00", 150, 200), cell("4.00", 200, 250))]
    (row,) = aligned(rows, FIRST)
    assert [one.text for one in row] == ["合计", "", "3.00", "4.00"]
    assert [one.columns for one in row] == [2, 0, 1, 1]


def test_two_cells_in_one_column_are_not_run_together() -> None:
    rows = [(cell("1", 0, 25), cell("2", 25, 50), cell("名", 50, 150), cell("3.00", 150, 200), cell("", 200, 250))]
    (row,) = aligned(rows, FIRST)
    assert [one.text for one in row] == ["1 2", "名", "3.00", ""]


def test_pages_alike_and_pages_without_places_stay_as_they_are() -> None:
    assert aligned(FIRST, FIRST) is FIRST
    rows = [(TableCell("合计", Position("页.docx")), TableCell("3.00", Position("页.docx")))]
    assert aligned(rows, FIRST) is rows
