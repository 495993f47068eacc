"""Reader 扫描件读取: pictures, and the pages of a PDF that are pictures, as a transcript."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.document import opened, pages_of
from mingzhang.reading.pdf.page import Page
from mingzhang.reading.pdf.transcribe import transcript_of
from mingzhang.reading.refusal import Refused
from mingzhang.reading.scan.page import read_raster
from mingzhang.reading.scan.raster import of_file, of_page
from mingzhang.reading.transcript import Transcript

MOST_PAGES: Final = 300
"""Pages recognised of one file; a page takes a second or two."""
_NEEDS: Final = "需识别"


def read_picture(path: Path) -> Transcript:
    """A picture of one page."""
    page = read_raster(of_file(path), 1, path.name)
    return replace(transcript_of([page], path.name), format="图片", recognised=True)


def read_pdf_with_pictures(path: Path) -> Transcript:
    """A PDF whose pages may be pictures: those are recognised, the others read as they are."""
    with opened(path) as document:
        pages = tuple(pages_of(document, path.name))
        pictured = [page.number for page in pages if page.trouble.endswith(_NEEDS)]
        if len(pictured) > MOST_PAGES:
            raise Refused(path.name, f"要识别的页太多（{len(pictured)} 页），没有识别", "拆成几个文件")
        read = tuple(_recognised(document, pages, path.name)) if pictured else pages
    transcript = transcript_of(read, path.name)
    return replace(transcript, recognised=bool(pictured))


def _recognised(document: int, pages: tuple[Page, ...], file: str) -> Iterator[Page]:
    for page in pages:
        if not page.trouble.endswith(_NEEDS):
            yield page
            continue
        handle = native.load_page(document, page.number - 1)
        try:
            yield read_raster(of_page(handle), page.number, file)
        finally:
            native.close_page(handle)
