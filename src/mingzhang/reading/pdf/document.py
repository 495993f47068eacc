"""Document 文档: a PDF opened, or refused with the reason, and its pages one after another."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium_files
import pypdfium2.raw as pdfium

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.limits import MOST_BYTES, MOST_PAGES
from mingzhang.reading.pdf.page import Page, read_page
from mingzhang.reading.refusal import Refused

_TAIL: Final = 2048
_AGAIN: Final = "重新下载，或在原程序中重新导出"
_NEAR: Final = 64
_START: Final = re.compile(rb"startxref\s+(\d{1,12})")
_LIST: Final = re.compile(rb"\s*(?:xref|\d+\s+\d+\s+obj)")
_REASONS: Final = {
    pdfium.FPDF_ERR_PASSWORD: ("文件加了密码", "去掉密码后另存"),
    pdfium.FPDF_ERR_SECURITY: ("文件用不支持的方式加了密", "去掉加密后另存"),
}


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """The handle of the document in a file; Refused when it cannot be opened."""
    data = _bytes(path)
    try:
        document = pdfium_files.PdfDocument(data)
    except pdfium_files.PdfiumError as error:
        raise Refused(path.name, *_reason(error, data)) from None
    try:
        _check_pages(path, len(document))
        yield native.handle(document.raw)
    finally:
        document.close()


def pages_of(document: int, file: str) -> Iterator[Page]:
    """The pages in order."""
    carried: Columns | None = None
    for number in range(1, native.count_pages(document) + 1):
        page = read_page(document, number, file, carried)
        carried = page.columns
        yield page


def is_whole(path: Path) -> bool:
    """Whether the place where the list of a file's parts is said to stand is where one stands.

    Where it is not, PDFium looks for the parts itself, and may find some of them only.
    """
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        told = _START.findall(file.read())
        file.seek(int(told[-1]) if told else 0)
        return _LIST.match(file.read(_NEAR)) is not None


def _reason(error: pdfium_files.PdfiumError, data: bytes) -> tuple[str, str]:
    """Why a file could not be opened. PDFium may still tell the error of the file before, so the file is asked too."""
    told = getattr(error, "err_code", None) if b"/Encrypt" in data else None
    return _REASONS.get(told, ("PDF 已损坏或不完整", _AGAIN))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(path.name, "文件异常地大，没有打开", "核对是不是决算公开文本")
        data = path.read_bytes()
    except OSError as error:
        raise Refused(path.name, f"打不开文件：{error.strerror}", "核对文件名和读取权限") from None
    if not data:
        raise Refused(path.name, "文件是空的", _AGAIN)
    if b"%PDF-" not in data[:1024]:
        raise Refused(path.name, "不是 PDF", "给出 PDF 文件")
    if b"%%EOF" not in data[-_TAIL:]:
        raise Refused(path.name, "PDF 不完整，结尾缺失", _AGAIN)
    return data


def _check_pages(path: Path, count: int) -> None:
    if count > MOST_PAGES:
        raise Refused(path.name, "页数异常地多，没有读取", "核对是不是决算公开文本", value=f"{count:,} 页")
    if count < 1:
        raise Refused(path.name, "PDF 里没有一页", _AGAIN)
