"""A scanned page says what the printed one said; what cannot be made out is doubtful, never wrong."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
import typst

from mingzhang.disclosure.table import Table
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.refusal import Refused
from mingzhang.reading.scan.page import read_raster
from mingzhang.reading.scan.raster import Raster
from mingzhang.reading.scan.recognise import recognised
from tests.reading.scan.pages import PROSE, ROWS, drawn, pdf, scanned

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Raster:
    """The page as pixels."""
    return drawn(pdf(tmp_path_factory.mktemp("scan")))


def words(table: Table) -> list[tuple[str, ...]]:
    """The texts of a table by row."""
    return [tuple(cell.text for cell in row) for row in table.rows]


@pytest.mark.parametrize(("skew", "noise", "quality"), [(0.0, 0.0, 95), (0.4, 6.0, 60), (-1.3, 9.0, 50)])
def test_every_cell_and_number_of_a_scan_is_read(page: Raster, skew: float, noise: float, quality: int) -> None:
    read = read_raster(Raster(scanned(page.pixels, skew, noise, quality), page.scale), 1, "甲.pdf")
    assert words(read.tables[0].table) == list(ROWS)
    text = "".join(line.text for line in read.lines).replace(" ", "").replace(",", "，")
    for number in ("193.13", "100.00%", "13.94", "6.73%", "2021年度"):
        assert number in text


def test_what_is_blurred_beyond_reading_is_doubtful(page: Raster) -> None:
    blurred = np.asarray(cv2.GaussianBlur(scanned(page.pixels, 0.0), (0, 0), 5.0), np.uint8)
    read = read_raster(Raster(blurred, page.scale), 1, "甲.pdf")
    wrong = [
        cell.text
        for table in read.tables
        for found, row in zip(table.table.rows, ROWS, strict=False)
        for cell, printed in zip(found, row, strict=False)
        if cell.text not in ("", printed) and not cell.doubtful
    ]
    assert wrong == []


def test_a_picture_file_and_a_pdf_of_pictures_go_through_the_door(page: Raster, tmp_path: Path) -> None:
    picture = tmp_path / "甲.png"
    cv2.imencode(".png", page.pixels)[1].tofile(picture)
    transcript = open_transcript(picture)
    assert transcript.recognised
    assert [words(table) for table in transcript.tables()] == [list(ROWS)]
    assert any(PROSE[:12] in line.text.replace(" ", "") for line in transcript.lines())


def test_a_broken_picture_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "乙.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    with pytest.raises(Refused, match="打不开"):
        open_transcript(broken)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_lies_on_its_side_or_head_is_read_and_its_cells_stand_where_they_lie(
    page: Raster, quarters: int
) -> None:
    pixels = np.ascontiguousarray(np.rot90(scanned(page.pixels), quarters))
    read = read_raster(Raster(pixels, page.scale), 1, "甲.pdf")
    assert words(read.tables[0].table) == list(ROWS)
    found = next(cell for row in read.tables[0].table.rows for cell in row if cell.text == "1,180.22")
    assert found.position.box is not None
    left, top, right, bottom = (round(side * page.scale) for side in found.position.box)
    cut = np.rot90(pixels[top:bottom, left:right], -quarters)
    (said,) = recognised([np.ascontiguousarray(cut)[6:-6, 6:-6]])
    assert said.text == "1,180.22"


@pytest.mark.parametrize(
    "treated",
    [
        lambda grey: np.clip(grey * 0.55 + 40, 0, 255),
        lambda grey: np.clip(grey * np.linspace(0.5, 1, grey.shape[1])[None, :], 0, 255),
        lambda grey: (grey > 150) * 255.0,
    ],
    ids=["grey paper", "shade", "fax"],
)
def test_paper_and_light_do_not_matter(page: Raster, treated: Callable[[np.ndarray], np.ndarray]) -> None:
    pixels = np.asarray(treated(scanned(page.pixels).astype(np.float64)), np.uint8)
    assert words(read_raster(Raster(pixels, page.scale), 1, "甲.pdf").tables[0].table) == list(ROWS)


def test_of_a_pdf_some_pages_may_be_pictures(page: Raster, tmp_path: Path) -> None:
    cv2.imencode(".jpg", scanned(page.pixels))[1].tofile(tmp_path / "甲.jpg")
    source = tmp_path / "甲.typ"
    picture = '#page(margin: 0pt)[#image("甲.jpg", width: 100%, height: 100%)]'
    source.write_text(f"第一部分 概况，这一页由文字处理软件排印，不是图像。\n\n{picture}\n", encoding="utf-8")
    typst.compile(str(source), output=str(tmp_path / "甲.pdf"))
    transcript = open_transcript(tmp_path / "甲.pdf")
    assert transcript.recognised
    assert transcript.pages == 2
    assert next(transcript.lines()).text.startswith("第一部分")
    assert [(table.position.page, words(table)) for table in transcript.tables()] == [(2, list(ROWS))]
