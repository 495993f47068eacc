"""Pages to be recognised: printed by typst, drawn as pixels, then treated as a scanner treats them."""

from pathlib import Path

import cv2
import numpy as np
import typst

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.document import opened
from mingzhang.reading.scan.raster import Pixels, Raster, of_page

ROWS = (
    ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
    ("208", "社会保障和就业支出", "1,180.22", "1,115.22", "65.00"),
    ("20801", "人力资源和社会保障管理事务", "168.83", "103.83", "65.00"),
    ("2080108", "信息化建设", "65.00", "", "65.00"),
    ("210", "卫生健康支出", "4.11", "4.11", ""),
    ("221", "住房保障支出", "8.80", "8.80", "0.00"),
)  # fmt: skip
PROSE = "2021年度财政拨款支出193.13万元，占本年支出合计的100.00%。与2020年度相比，减少13.94万元，下降6.73%。"


def pdf(folder: Path) -> Path:
    """A page with a ruled statement and a paragraph."""
    cells = "".join(f"[{cell}], " for row in ROWS for cell in row)
    table = f"#table(columns: 5, inset: 5pt, stroke: 0.5pt, {cells})"
    text = f'#set text(size: 11pt, lang: "zh")\n= 支出决算表\n单位：万元\n\n{table}\n\n{PROSE}\n'
    path = folder / "page.pdf"
    path.write_bytes(bytes(typst.compile(text.encode(), format="pdf")))
    return path


def drawn(path: Path) -> Raster:
    """The first page as pixels."""
    with opened(path) as document:
        page = native.load_page(document, 0)
        try:
            return of_page(page)
        finally:
            native.close_page(page)


def scanned(pixels: Pixels, skew: float = 0.4, noise: float = 6.0, quality: int = 60) -> Pixels:
    """The page laid askew, out of focus, with grain, kept as a poor JPEG."""
    height, width = pixels.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    turned = cv2.GaussianBlur(cv2.warpAffine(pixels, matrix, (width, height), borderValue=(255.0,)), (0, 0), 0.8)
    grain = np.random.default_rng(7).normal(0, noise, pixels.shape)
    grey = np.clip(np.asarray(turned, np.float64) + grain, 0, 255).astype(np.uint8)
    packed = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
