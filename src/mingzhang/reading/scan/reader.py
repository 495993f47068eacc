"""Reader 扫描件读取: pictures, and the pages of a PDF that are pictures."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.page import Page
from mingzhang.reading.pdf.transcribe import transcript_of
from mingzhang.reading.refusal import Refused
from mingzhang.reading.scan.page import read_raster
from mingzhang.reading.scan.raster import Raster, of_file, of_page
from mingzhang.reading.transcript import Transcript

MOST_PAGES: Final = 300
"""Pages recognised of one file; a page takes a second or two."""

Heard = Callable[[int, int], None]


def read_picture(path: Path, heard: Heard) -> Transcript:
    """A picture of a page, or of several as fax machines keep them."""
    rasters = of_file(path)
    _check(len(rasters), path.name)
    pages = list(_read(enumerate(rasters, 1), len(rasters), path.name, heard))
    return replace(transcript_of(pages, path.name), format="图片", recognised=True)


def recognised(document: int, pages: Sequence[Page], file: str, heard: Heard) -> Sequence[Page]:
    """The pages of an open PDF, those that are pictures recognised."""
    pictured = [page.number for page in pages if page.is_picture]
    _check(len(pictured), file)
    read = {page.number: page for page in _read(_drawn(document, pictured), len(pictured), file, heard)}
    return tuple(read.get(page.number, page) for page in pages)


def _check(count: int, file: str) -> None:
    if count > MOST_PAGES:
        raise Refused(file, f"要识别的页太多（{count} 页），没有识别", "拆成几个文件")


def _drawn(document: int, numbers: Iterable[int]) -> Iterator[tuple[int, Raster]]:
    for number in numbers:
        handle = native.load_page(document, number - 1)
        try:
            raster = of_page(handle)
        finally:
            native.close_page(handle)
        yield number, raster


def _read(rasters: Iterable[tuple[int, Raster]], count: int, file: str, heard: Heard) -> Iterator[Page]:
    before: Page | None = None
    for done, (number, raster) in enumerate(rasters, 1):
        heard(done, count)
        carried = before.columns if before and before.number == number - 1 else None
        before = read_raster(raster, number, file, carried)
        yield before
