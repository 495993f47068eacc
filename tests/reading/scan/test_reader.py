"""A scanned page says what the printed one said; what cannot be made out is doubtful, never wrong."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from mingzhang.disclosure.table import Table
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.refusal import Refused
from mingzhang.reading.scan.page import read_raster
from mingzhang.reading.scan.raster import Raster
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
