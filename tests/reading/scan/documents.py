"""Published documents put on the glass of a scanner page by page, as PDFs of nothing but pictures."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import typst

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.document import opened
from mingzhang.reading.scan.raster import Pixels, Raster, of_page
from tests.reading.scan.pages import scanned

_SKEWS = (0.4, -0.6, 0.2, -0.3)


def drawn(path: Path) -> Iterator[Raster]:
    """The pages of a PDF as pixels."""
    with opened(path) as document:
        for number in range(native.count_pages(document)):
            page = native.load_page(document, number)
            try:
                yield of_page(page)
            finally:
                native.close_page(page)


def scan(path: Path, folder: Path) -> Path:
    """A PDF as somebody scanned it: each page askew, with grain, as a poor JPEG."""
    pages = list(drawn(path))
    return bound([scanned(page.pixels, _SKEWS[n % len(_SKEWS)]) for n, page in enumerate(pages)], pages, folder)


def bound(pictures: Sequence[Pixels], pages: Sequence[Raster], folder: Path) -> Path:
    """Pictures as a PDF whose pages are as large as those given."""
    sheets = []
    for number, (pixels, page) in enumerate(zip(pictures, pages, strict=True)):
        cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, 70])[1].tofile(folder / f"{number}.jpg")
        size = f"width: {page.width}pt, height: {page.height}pt, margin: 0pt"
        sheets.append(f'#page({size})[#image("{number}.jpg", width: 100%, height: 100%)]')
    source, made = folder / "scan.typ", folder / "扫描件.pdf"
    source.write_text("\n".join(sheets), encoding="utf-8")
    typst.compile(str(source), output=str(made))
    return made
