"""OFD: characters and lines at their places, whatever matrices, templates and units they are drawn through."""

from pathlib import Path

import pytest

from mingzhang.reading.ofd.measure import numbers, steps
from mingzhang.reading.ofd.path import outlines
from mingzhang.reading.ofd_file import read_ofd
from mingzhang.reading.refusal import Refused
from tests.reading.formats.packed import grids, ofd, texts


def text(words: str, x: float, y: float, more: str = "", delta: str = "") -> str:
    """A text object of 4 mm letters."""
    step = f' DeltaX="{delta}"' if delta else ""
    return (
        f'<ofd:TextObject Boundary="{x} {y} 150 6" Size="4" Font="1" {more}>'
        f'<ofd:TextCode X="0" Y="4"{step}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def line(x: float, y: float, u: float, v: float, more: str = "") -> str:
    """A straight line."""
    return (
        f'<ofd:PathObject Boundary="{x} {y} {max(u - x, 0.2)} {max(v - y, 0.2)}" LineWidth="0.2" {more}>'
        f"<ofd:AbbreviatedData>M 0 0 L {u - x} {v - y}</ofd:AbbreviatedData></ofd:PathObject>"
    )


RULES = "".join(line(20, y, 120, y) for y in (50, 60, 70)) + "".join(line(x, 50, x, 70) for x in (20, 70, 120))
CELLS = text("项目", 22, 52) + text("金额", 72, 52) + text("收入", 22, 62) + text("193.13", 72, 62, delta="g 5 2")
GRID = [["项目", "金额"], ["收入", "193.13"]]


def test_lines_and_a_grid(tmp_path: Path) -> None:
    found = read_ofd(ofd(tmp_path / "a.ofd", text("收入决算表", 60, 40) + RULES + CELLS))
    assert texts(found) == ["收入决算表"]
    assert grids(found) == [GRID]
    (table,) = found.tables()
    assert table.position.page == 1
    assert found.pages == 1
    assert table.rows[1][1].position.box == pytest.approx((198, 170, 340, 198), abs=1)


def test_rulings_of_a_template_and_cells_of_a_unit(tmp_path: Path) -> None:
    unit = f'<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="9"><ofd:Content>{CELLS}</ofd:Content>'
    unit += "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    use = '<ofd:CompositeObject ResourceID="9" Boundary="0 0 210 297"/>'
    path = ofd(tmp_path / "a.ofd", use, templates={"7": RULES}, resources=unit)
    assert grids(read_ofd(path)) == [GRID]


def test_rectangles_and_thin_fills_are_rulings(tmp_path: Path) -> None:
    box = '<ofd:PathObject Boundary="20 50 100 20" LineWidth="0.2"><ofd:AbbreviatedData>'
    box += "M 0 0 L 100 0 L 100 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>"
    thin = '<ofd:PathObject Boundary="{0} {1} {2} {3}" Stroke="false" Fill="true"><ofd:AbbreviatedData>'
    thin += "S 0 0 L {2} 0 L {2} {3} L 0 {3} C</ofd:AbbreviatedData></ofd:PathObject>"
    drawn = box + thin.format(20, 60, 100, 0.2) + thin.format(70, 50, 0.2, 20)
    assert grids(read_ofd(ofd(tmp_path / "a.ofd", drawn + CELLS))) == [GRID]


@pytest.mark.parametrize(
    "object_", [text("旧", 30, 30, 'Visible="false"'), text("旧", 30, 30, 'Alpha="0"'), text("旧", 300, 30)]
)
def test_what_is_not_shown_is_not_read(object_: str, tmp_path: Path) -> None:
    assert texts(read_ofd(ofd(tmp_path / "a.ofd", object_ + text("新", 30, 40)))) == ["新"]


def test_white_lines_are_none(tmp_path: Path) -> None:
    white = RULES.replace("<ofd:Abbreviated", '<ofd:StrokeColor Value="255 255 255"/><ofd:Abbreviated')
    assert not any(table.ruled for table in read_ofd(ofd(tmp_path / "a.ofd", white + CELLS)).tables())


def test_matrices(tmp_path: Path) -> None:
    scaled = (
        '<ofd:TextObject Boundary="22 62 50 8" CTM="0.5 0 0 0.5 0 0" Size="8"><ofd:TextCode X="0" Y="8" '
        'DeltaX="g 3 8">收入合计</ofd:TextCode></ofd:TextObject>'
    )
    found = read_ofd(ofd(tmp_path / "a.ofd", scaled + text("万元", 22, 80)))
    assert texts(found) == ["收入合计", "万元"]
    assert [found_line.size for found_line in found.lines()] == [11, 11]


def test_a_page_whose_text_runs_upwards(tmp_path: Path) -> None:
    """The whole grid turned by a quarter, as landscape statements on upright pages are."""
    turned = [
        f'<ofd:TextObject Boundary="{y} {200 - x} 6 60" CTM="0 -1 1 0 0 0" Size="4"><ofd:TextCode X="0" Y="4" '
        f'DeltaX="g 5 2.5">{words}</ofd:TextCode></ofd:TextObject>'
        for words, x, y in [("项目", 22, 52), ("金额", 72, 52), ("收入", 22, 62), ("193.13", 72, 62)]
    ]
    rules = [line(y, 80, y, 180) for y in (50, 60, 70)] + [line(50, x, 70, x) for x in (80, 130, 180)]
    assert grids(read_ofd(ofd(tmp_path / "a.ofd", "".join(turned + rules)))) == [GRID]


def test_steps_and_numbers() -> None:
    assert steps("1 g 3 2.5 x 4", 10) == [1, 2.5, 2.5, 2.5, 4]
    assert steps("g 99999999999 1 g 1000000 1", 5) == [1] * 5
    assert numbers("1 -2.5 nan inf 1e999 .5") == [1, -2.5, 0.5]


def test_outlines() -> None:
    (curve, straight) = outlines("M 0 0 Q 1 1 2 2 C M 0 0 L 5 0 X 7")
    assert not curve.straight
    assert straight.points == [(0, 0), (5, 0)]


@pytest.mark.parametrize("count", [0, 3])
def test_pages(count: int, tmp_path: Path) -> None:
    path = ofd(tmp_path / "a.ofd", *[text("收入", 30, 30)] * count)
    if count:
        assert read_ofd(path).pages == count
    else:
        with pytest.raises(Refused):
            read_ofd(path)
